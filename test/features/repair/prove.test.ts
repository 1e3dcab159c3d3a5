import { describe, expect, test } from 'vitest';
import { faultName, isSpellingOnly } from '../../../src/features/repair/prove.js';
import type { Respelling } from '../../../src/features/repair/types.js';
import { assess } from '../../../src/lint/assess.js';
import type { LintResult, Report } from '../../../src/lint/types.js';
import type { Fault, Waiver } from '../../../src/plan/model.js';
import type { Rule } from '../../../src/rules/rule.js';
import type { Statement } from '../../../src/rules/verdict.js';
import type { SourceProblem } from '../../../src/source/problem.js';
import { blind, faultOf, ruleOf, siteOf, statementOf, waiverOf } from '../../lint/support.js';

interface Said extends Partial<Statement> {
  readonly rule?: string;
  readonly subject?: string;
  readonly level?: Rule['level'];
}

/** A plan with these faults of which this is said. */
function report(faults: readonly Fault[], said: readonly Said[], waivers: readonly Waiver[] = []): Report {
  const rules = said.map(({ rule = 'coverage/x', subject = 's', level = 'error', ...parts }) =>
    ruleOf(rule, [statementOf(subject, parts)], { level, waivable: true }),
  );
  return assess(siteOf({ faults, waivers }), blind, { today: '2026-06-30', rules, spanOf: () => undefined });
}

const nameOf = ({ rule, message, place }: Fault) => faultName(`${rule} ${message.id}`, place);

function repairOf(fault: Fault, parts: Partial<Respelling> = {}): Respelling {
  return { place: fault.place, from: 'a', to: 'b', how: 'spelling', edits: [], faults: [nameOf(fault)], ...parts };
}

const fault = faultOf('z', { levels: ['F1'], devices: ['C1'] });
const other = faultOf('y', { levels: ['F2'] });
const onF1 = { dependsOn: { levels: ['F1'], devices: [] } };
const onC1 = { dependsOn: { levels: ['F3'], devices: ['C3', 'C1'] } };
const onF2 = { dependsOn: { levels: ['F2'], devices: ['C2'] } };
const pass = { outcome: 'pass' as const };
const allows = (before: LintResult, after: LintResult, ...parts: Partial<Respelling>[]) =>
  isSpellingOnly(
    before,
    after,
    (parts.length === 0 ? [{}] : parts).map((one) => repairOf(fault, one)),
  );

describe('the faults of a plan that can be read', () => {
  test('what is repaired must be gone, and nothing else may show', () => {
    expect(allows(report([fault], []), report([], []))).toBe(true);
    expect(allows(report([fault, other], []), report([other], []))).toBe(true);
    expect(allows(report([fault], []), report([fault], []))).toBe(false);
    expect(allows(report([fault], []), report([other], []))).toBe(false);
    expect(allows(report([fault], []), { ok: false, path: 'plan.yaml', unreadable: [], files: [] })).toBe(false);
  });

  test('of several each must be gone', () => {
    const both = [repairOf(fault), repairOf(other)];
    const of = (...left: readonly Fault[]) => isSpellingOnly(report([fault, other], []), report(left, []), both);
    expect([of(), of(other), of(fault), of(fault, other)]).toEqual([true, false, false, false]);
  });

  test('another that goes with it shows that a new id is one that was looked for', () => {
    expect(allows(report([fault, other], []), report([], []))).toBe(true);
    expect(allows(report([fault, other], []), report([], []), { how: 'id' })).toBe(false);
    expect(allows(report([fault, other], []), report([other], []), { how: 'id' })).toBe(true);
  });

  test('are told apart by what is said, where, and of what', () => {
    const elsewhere = { ...fault, place: { ...fault.place, path: 'part.geojson' } };
    const below = { ...fault, place: { ...fault.place, pointer: `${fault.place.pointer}/x` } };
    const otherwise = { ...fault, message: { ...fault.message, id: 'else' } };
    const ofKey = { ...fault, place: { ...fault.place, key: true as const } };
    const ofRule = { ...fault, rule: 'plan/unknown-kind' };
    for (const now of [elsewhere, below, otherwise, ofKey, ofRule]) {
      expect(allows(report([fault], []), report([now], []))).toBe(false);
      expect(isSpellingOnly(report([now], []), report([], []), [repairOf(now)])).toBe(true);
    }
    expect(allows(report([fault], []), report([{ ...fault, subject: 'q' }], []))).toBe(false);
    // Of another fault, too, which is none that was there.
    const [value, key] = [other, { ...other, place: { ...other.place, key: true as const } }];
    expect(allows(report([fault, value], []), report([value], []))).toBe(true);
    expect(allows(report([fault, value], []), report([key], []))).toBe(false);
    expect(allows(report([fault, key], []), report([value], []))).toBe(false);
  });
});

describe('the faults of a plan that can’t', () => {
  const problem = (code: string, pointer: string, more: Partial<SourceProblem> = {}): SourceProblem => ({
    code,
    message: { id: code, params: {}, zh: '', en: '' },
    place: { path: 'plan.yaml', pointer },
    ...more,
  });
  const unreadable = (...problems: readonly SourceProblem[]): LintResult => ({
    ok: false,
    path: 'plan.yaml',
    unreadable: problems,
    files: [],
  });
  const key = { path: 'plan.yaml', pointer: '/levels/0/zonse', key: true as const };
  const wrong: SourceProblem = { ...problem('schema/unknown-key', key.pointer), place: key };
  const repair: Respelling = {
    place: key,
    from: 'zonse',
    to: 'zones',
    how: 'spelling',
    edits: [],
    faults: [faultName(wrong.code, key)],
  };
  const then = (code: string, pointer: string, parts: Partial<Respelling> = {}, more: Partial<SourceProblem> = {}) =>
    isSpellingOnly(unreadable(wrong), unreadable(problem(code, pointer, more)), [{ ...repair, ...parts }]);

  test('once it can be read anything may show', () => {
    expect(isSpellingOnly(unreadable(wrong), report([fault, other], [{ rule: 'a/a' }]), [repair])).toBe(true);
    expect(isSpellingOnly(unreadable(wrong), unreadable(wrong), [repair])).toBe(false);
    expect(isSpellingOnly(unreadable(wrong), unreadable(), [repair])).toBe(true);
  });

  test('until then only what was hidden in what is read now', () => {
    expect(then('schema/required', '/levels/0/zones/1')).toBe(true);
    expect(then('schema/required', '/levels/0/zones')).toBe(true);
    expect(then('schema/required', '/levels/0/zonesque')).toBe(false);
    expect(then('schema/required', '/levels/0')).toBe(false);
    expect(then('schema/required', '/levels/0/zonse/1')).toBe(false);
    expect(
      then('schema/required', '/levels/0/zones/1', {}, { place: { path: 'b', pointer: '/levels/0/zones/1' } }),
    ).toBe(false);
    // Of a value, what it stands in keeps its name.
    const value = { place: { path: 'plan.yaml', pointer: '/levels/0/zonse' } };
    expect(
      isSpellingOnly(unreadable(wrong), unreadable(problem('schema/type', '/levels/0/zonse')), [
        { ...repair, ...value },
      ]),
    ).toBe(true);
  });

  test.each(['schema/type', 'schema/count', 'schema/no-category', 'schema/format'])(
    '%s where the key stands shows that another was meant; of another tool’s name also right below',
    (code) => {
      expect(then(code, '/levels/0/zones')).toBe(false);
      expect(then(code, '/levels/0/zones/0')).toBe(true);
      expect(then(code, '/levels/0/zones/0', { how: 'name' })).toBe(false);
      expect(then(code, '/levels/0/zones/0/id', { how: 'name' })).toBe(true);
    },
  );

  test.each([
    ['schema/degrees', true],
    ['schema/far-apart', true],
    ['schema/tiny', true],
    ['schema/too-large', true],
    ['schema/metres-only', true],
    ['schema/needs-origin', true],
    ['schema/empty-geometry', true],
    ['schema/type', false],
    ['', false],
  ])('%s elsewhere is only looked for once all keys are right: %s', (code, is) => {
    expect(then(code, '/levels/1/zones/0')).toBe(is);
  });

  test('are told apart by where in the text they stand, too', () => {
    const at = (line: number, column: number) => problem('source/x', '', { at: { line, column } });
    expect(isSpellingOnly(unreadable(wrong, at(1, 2)), unreadable(at(1, 2)), [repair])).toBe(true);
    expect(isSpellingOnly(unreadable(wrong, at(1, 2)), unreadable(at(1, 3)), [repair])).toBe(false);
    expect(isSpellingOnly(unreadable(wrong, at(1, 2)), unreadable(at(2, 2)), [repair])).toBe(false);
  });
});

describe('verdicts that were decided', () => {
  const decided = report([fault], [{ ...onF2, ...pass }]);
  test.each<[string, readonly Said[], boolean]>([
    ['stay', [{ ...onF2, ...pass }], true],
    ['get worse', [{ ...onF2, outcome: 'fail' }], false],
    ['say another thing', [{ ...onF2, ...pass, message: { id: 'else', params: {} } }], false],
    ['say it of another figure', [{ ...onF2, ...pass, message: { id: 'said', params: { n: '1' } } }], false],
    ['are of another level', [{ ...onF2, ...pass, level: 'warning' }], false],
    ['are gone', [], false],
    ['are of another subject', [{ ...onF2, ...pass, subject: 't' }], false],
    ['are of another rule', [{ ...onF2, ...pass, rule: 'coverage/y' }], false],
    [
      'have another beside them',
      [
        { ...onF2, ...pass },
        { ...onF2, subject: 't' },
      ],
      false,
    ],
    [
      'have one beside them that rests on what is repaired',
      [
        { ...onF2, ...pass },
        { ...onF1, subject: 't' },
      ],
      true,
    ],
    [
      'have two beside them, one of which rests on nothing that is repaired',
      [
        { ...onF2, ...pass },
        { ...onF1, subject: 't' },
        { ...onF2, subject: 'u' },
      ],
      false,
    ],
    [
      'report a fault',
      [
        { ...onF2, ...pass },
        { ...onF2, rule: 'plan/unknown-kind', subject: 't' },
      ],
      true,
    ],
  ])('%s', (_, said, is) => {
    expect(allows(decided, report([], said))).toBe(is);
  });

  test('rest on several clauses, each of which keeps its outcome', () => {
    const two = (a: Statement['outcome'], b: Statement['outcome'], faults: readonly Fault[] = []) =>
      report(faults, [
        { ...onF2, outcome: a, clauses: ['nm-2017/8(8)'], decides: ['nm-2017/8(8)'] },
        { ...onF2, outcome: b, clauses: ['nm-2017/8(9)'], decides: ['nm-2017/8(9)'] },
      ]);
    expect(allows(two('pass', 'fail', [fault]), two('pass', 'fail'))).toBe(true);
    expect(allows(two('pass', 'fail', [fault]), two('pass', 'pass'))).toBe(false);
    expect(allows(two('pass', 'fail', [fault]), two('fail', 'fail'))).toBe(false);
  });

  test('get better, or a waiver', () => {
    const failing = report([fault], [{ ...onF2 }]);
    expect(allows(failing, report([], [{ ...onF2 }]))).toBe(true);
    expect(allows(failing, report([], [{ ...onF2, ...pass }]))).toBe(false);
    const waived = report([], [{ ...onF2 }], [waiverOf('coverage/x', 's')]);
    expect(waived.verdicts[0]?.waiver).toBeDefined();
    expect(allows(failing, waived)).toBe(false);
    expect(allows(report([fault], [{ ...onF2 }], [waiverOf('coverage/x', 's')]), waived)).toBe(true);
  });
});

describe('verdicts that rest on what is repaired', () => {
  const capture = 'capture/x';
  test.each<[string, Said]>([
    ['by level', onF1],
    ['by device', onC1],
  ])('%s may become anything', (_, on) => {
    for (const outcome of ['pass', 'fail', 'review', 'open', 'notApplicable'] as const) {
      expect(allows(report([fault], [{ ...on }]), report([], [{ ...on, outcome }]))).toBe(true);
    }
    expect(allows(report([fault], [{ ...on }]), report([], []))).toBe(true);
  });

  test('by all of the site, too, but not by another fault of it', () => {
    const everywhere = faultOf('c', { site: true });
    const now = report([], [{ ...onF2, ...pass }]);
    expect(isSpellingOnly(report([everywhere], [{ ...onF2 }]), now, [repairOf(everywhere)])).toBe(true);
    expect(
      isSpellingOnly(report([fault, everywhere], [{ ...onF2 }]), report([everywhere], [{ ...onF2, ...pass }]), [
        repairOf(fault),
      ]),
    ).toBe(true);
    expect(isSpellingOnly(report([fault, other], [{ ...onF2 }]), now, [repairOf(fault)])).toBe(false);
  });

  test('may come clear of a prohibited capture: nothing is guessed', () => {
    const before = report([fault], [{ ...onF1, rule: capture }]);
    expect(allows(before, report([], [{ ...onF1, rule: capture, outcome: 'pass' }]))).toBe(true);
    expect(allows(before, report([], []))).toBe(true);
  });

  test('what isn’t declared may be once a misspelt kind or role is right', () => {
    const undeclared: Said = { rule: 'coverage/declared', outcome: 'open', dependsOn: { levels: [], devices: [] } };
    const declares = (rule: string, taints: Fault['taints'], said = undeclared) => {
      const misspelt = { ...faultOf('z', taints), rule };
      return isSpellingOnly(report([misspelt], [said]), report([], []), [repairOf(misspelt)]);
    };
    const levels = { levels: ['F1'], devices: [] };
    expect(declares('plan/unknown-kind', levels)).toBe(true);
    expect(declares('plan/unknown-role', levels)).toBe(true);
    expect(declares('plan/unknown-type', levels)).toBe(false);
    expect(declares('plan/unknown-kind', { levels: [], devices: ['C1'] })).toBe(false);
    expect(declares('plan/unknown-kind', levels, { ...undeclared, outcome: 'review' })).toBe(true);
    expect(declares('plan/unknown-kind', levels, { ...undeclared, outcome: 'fail' })).toBe(false);
    expect(declares('plan/unknown-kind', levels, { ...undeclared, rule: 'coverage/x', outcome: 'review' })).toBe(false);
    expect(declares('plan/unknown-kind', levels, { ...undeclared, rule: 'coverage/x' })).toBe(false);
  });

  test('a name and a kind that were two are one', () => {
    const misspelt = { ...faultOf('z', { levels: ['F1'] }), rule: 'plan/unknown-kind' };
    const differ: Said = { rule: 'plan/zone-kind-mismatch', subject: 'z', outcome: 'review' };
    const agrees = (said: readonly Said[], now: readonly Said[], wrong: Fault = misspelt) =>
      isSpellingOnly(report([wrong], said), report([], now), [repairOf(wrong)]);
    expect(agrees([differ], [])).toBe(true);
    expect(agrees([{ ...differ, subject: 'y' }], [])).toBe(false);
    expect(agrees([{ ...differ, rule: 'coverage/x' }], [])).toBe(false);
    expect(agrees([differ], [{ ...differ, outcome: 'fail' }])).toBe(false);
    expect(agrees([differ], [], { ...misspelt, rule: 'plan/unknown-type' })).toBe(false);
    expect(agrees([differ], [differ])).toBe(true);
  });

  test('which other faults they rest on is no matter', () => {
    const both = report([fault, faultOf('x', { levels: ['F1'] })], [{ ...onF1, ...pass }]);
    expect(allows(both, report([faultOf('x', { levels: ['F1'] })], [{ ...onF1, ...pass }]))).toBe(true);
  });
});

describe('ids', () => {
  const renaming = (from: string, to: string): Partial<Respelling> => ({ how: 'id', from, to });
  const was = (said: Said, waivers: readonly Waiver[] = []) => report([fault], [{ ...onF1, ...said }], waivers);
  const is = (said: Said, waivers: readonly Waiver[] = []) => report([], [{ ...onF1, ...said }], waivers);

  test('may change the names of what is said, and nothing of it', () => {
    const renamed = renaming('d 1', 'd-1');
    expect(allows(was({ subject: 'C>d 1' }), is({ subject: 'C>d-1' }), renamed)).toBe(true);
    expect(allows(was({ subject: 'C>d 1' }), is({ subject: 'C>d 1' }), renamed)).toBe(false);
    expect(allows(was({ subject: 'C>d 1' }), is({ subject: 'C>d-1', ...pass }), renamed)).toBe(false);
    expect(allows(was({ subject: 'C>d 1' }), is({ subject: 'C>d-1', level: 'warning' }), renamed)).toBe(false);
    expect(allows(was({ subject: 'd 1/d 1' }), is({ subject: 'd-1/d-1' }), renamed)).toBe(true);
    expect(allows(was({ subject: 's' }), is({ subject: 's', ...pass }), renamed)).toBe(false);
    const waived = is({ subject: 'd-1' }, [waiverOf('coverage/x', 'd-1')]);
    expect(allows(was({ subject: 'd 1' }), waived, renamed)).toBe(false);
  });

  test('one within another is another', () => {
    const said = report([fault], [{ ...onF1, subject: 'd 1 2' }]);
    const two = [renaming('d 1', 'd-1'), renaming('d 1 2', 'q')];
    for (const repairs of [two, [...two].reverse()]) {
      expect(allows(said, is({ subject: 'q' }), ...repairs)).toBe(true);
      expect(allows(said, is({ subject: 'd-1 2' }), ...repairs)).toBe(false);
    }
  });

  test('several of one name are compared as they come', () => {
    const two = (a: Statement['outcome'], b: Statement['outcome'], faults: readonly Fault[]) =>
      report(faults, [
        { ...onF1, outcome: a },
        { ...onF1, outcome: b },
      ]);
    expect(allows(two('fail', 'review', [fault]), two('review', 'fail', []), renaming('a', 'b'))).toBe(true);
    expect(allows(two('fail', 'review', [fault]), two('review', 'review', []), renaming('a', 'b'))).toBe(false);
  });
});
