import { describe, expect, test } from 'vitest';
import { causeFinder } from '../../../src/features/diff/compare/causes.js';
import type {
  Edit,
  ElementEdit,
  FactEdit,
  VerdictChange,
  VerdictEdit,
} from '../../../src/features/diff/compare/types.js';
import { diffCode, gotWorse, trend, verdictEdits } from '../../../src/features/diff/compare/verdicts.js';
import type { Point } from '../../../src/geometry/types.js';
import { assess } from '../../../src/lint/assess.js';
import type { LintVerdict, Report } from '../../../src/lint/types.js';
import type { Opening, Wall, Zone } from '../../../src/plan/model.js';
import type { Rule } from '../../../src/rules/rule.js';
import type { Statement } from '../../../src/rules/verdict.js';
import { blind, levelOf, place, ruleOf, siteOf, statementOf, waiverOf } from '../../lint/support.js';

type Said = Partial<Statement> & { readonly subject: string; readonly rule?: string; readonly level?: Rule['level'] };

function reportOf(said: readonly Said[], site = siteOf()): Report {
  const rules = said.map(({ rule = 'capture/x', subject, level = 'error', ...parts }) =>
    ruleOf(rule, [statementOf(subject, parts)], { level }),
  );
  return assess(site, blind, { today: '2026-06-30', rules, spanOf: () => undefined });
}

/** Like `reportOf`, but statements on one subject stay verdicts of their own. */
function apartOf(said: readonly Said[]): Report {
  return { ...reportOf(said), verdicts: said.flatMap((one) => reportOf([one]).verdicts) };
}

function verdictOf(said: Said): LintVerdict {
  const [verdict] = reportOf([said]).verdicts;
  if (verdict === undefined) throw new Error('nothing was said');
  return verdict;
}

function element(id: string, parts: Partial<ElementEdit> = {}): ElementEdit {
  return {
    of: 'element',
    number: 1,
    element: 'wall',
    change: 'changed',
    id,
    name: undefined,
    kind: undefined,
    level: 'F1',
    turned: [],
    keys: [],
    side: 'new',
    place: place(),
    ...parts,
  };
}

function fact(group: FactEdit['group'], path: string, about: string, parts: Partial<FactEdit> = {}): FactEdit {
  return {
    of: 'fact',
    number: 1,
    group,
    path,
    about,
    from: undefined,
    to: 1,
    side: 'new',
    place: undefined,
    ...parts,
  };
}

const NOWHERE = {
  old: undefined,
  new: undefined,
  renames: new Map<string, string>(),
  toNew: (point: Point) => point,
};

/** How a verdict hangs on one edit. */
function how(edit: Edit, said: Said, plans: Partial<Parameters<typeof causeFinder>[1]> = {}): string | undefined {
  const verdict = verdictOf(said);
  const find = causeFinder([edit], { ...NOWHERE, ...plans });
  const found = find({ change: 'new', old: undefined, new: verdict, from: {}, to: {} });
  return found[0]?.how;
}

const on = (levels: readonly string[], devices: readonly string[] = []) => ({ dependsOn: { levels, devices } });

describe('a verdict hangs on what is drawn', () => {
  test('where its subject names it, in any of its parts', () => {
    for (const subject of ['C1', 'C1>wc', 'wc>C1', 'x/C1', 'C1:y', 'a>C1/z']) {
      expect(how(element('C1'), { subject }), subject).toBe('subject');
    }
    for (const subject of ['C11', 'C1-2', 'c1', 'xC1>wc']) {
      expect(how(element('C1', { level: 'F9' }), { subject }), subject).toBeUndefined();
    }
    expect(how(element('a>b'), { subject: 'a>b' })).toBe('subject');
  });

  test('where its evidence names it', () => {
    const sightLine = { device: 'C1', points: [], openings: ['d1', 'd2'], distance: 1 };
    const said = { subject: 'wc', evidence: { level: 'F1', sightLine } };
    for (const id of ['C1', 'd1', 'd2']) expect(how(element(id, { level: 'F9' }), said), id).toBe('evidence');
    expect(how(element('d3', { level: 'F9' }), said)).toBeUndefined();
  });

  test('where it rests on that device, or on the level it is on, or was', () => {
    const said = { subject: 'wc', ...on(['F1'], ['C1']) };
    expect(how(element('C1', { element: 'device', level: 'F9' }), said)).toBe('device');
    expect(how(element('C2', { element: 'device', level: 'F9' }), said)).toBeUndefined();
    expect(how(element('C2', { element: 'device' }), said)).toBe('level');
    expect(
      how(element('C2', { element: 'device', level: 'F9', keys: [{ key: 'level', from: 'F1', to: 'F9' }] }), said),
    ).toBe('level');
    expect(
      how(element('C2', { element: 'device', level: 'F9', keys: [{ key: 'name', from: 'F1', to: 'F9' }] }), said),
    ).toBeUndefined();
    // What is only called otherwise.
    expect(how(element('C2', { element: 'device', was: 'C3' }), said)).toBeUndefined();
    expect(how(element('C1', { element: 'device', was: 'C3' }), said)).toBeUndefined();
    expect(how(element('wc', { was: 'wd' }), said)).toBe('subject');
  });

  test('on the signs that it rests on, and by its rule on any other of its levels', () => {
    const sign = (id: string, level = 'F1') => element(id, { element: 'sign', level });
    const said = { subject: 'x', dependsOn: { levels: ['F1'], devices: [], signs: ['S1'] } };
    expect([how(sign('S1', 'F9'), said), how(sign('S2'), said), how(sign('S2', 'F9'), said)]).toEqual([
      'evidence',
      'rule',
      undefined,
    ]);
    expect(how(sign('S2'), { subject: 'x', ...on(['F1']) })).toBe('level');
  });

  test('on the levels of its evidence as well', () => {
    const evidence = { level: 'F2', from: 'F3' };
    const levels = ['F1', 'F2', 'F3', 'F4'].map((level) =>
      how(element('w', { level }), { subject: 'x', evidence, ...on(['F1']) }),
    );
    expect(levels).toEqual(['level', 'level', 'level', undefined]);
  });

  test('nearest first, then in the order of the edits', () => {
    const edits = [
      element('w', { number: 1 }),
      element('C1', { number: 2, element: 'device' }),
      element('wc', { number: 3 }),
      element('C2', { number: 4, element: 'device' }),
      fact('site', 'site.region', 'site.region', { number: 5 }),
    ];
    const said = { subject: 'C2>wc', ...on(['F1'], ['C1']) };
    const find = causeFinder(edits, NOWHERE);
    const found = find({ change: 'new', old: undefined, new: verdictOf(said), from: {}, to: {} });
    expect(found).toEqual([
      { edit: 3, how: 'subject' },
      { edit: 4, how: 'subject' },
      { edit: 2, how: 'device' },
      { edit: 1, how: 'level' },
    ]);
    // The whole site only where nothing is nearer.
    const site = causeFinder(
      edits.slice(4),
      NOWHERE,
    )({ change: 'new', old: undefined, new: verdictOf(said), from: {}, to: {} });
    expect(site).toEqual([{ edit: 5, how: 'site' }]);
  });

  test('by either plan, under the ids of the new one', () => {
    const find = causeFinder([element('C9', { level: 'F9' })], { ...NOWHERE, renames: new Map([['C1', 'C9']]) });
    const was = verdictOf({ subject: 'C1>wc' });
    const is = verdictOf({ subject: 'x' });
    const edit = (old: LintVerdict | undefined, now: LintVerdict | undefined) =>
      find({ change: 'gone', old, new: now, from: {}, to: {} });
    expect(edit(was, undefined)).toEqual([{ edit: 1, how: 'subject' }]);
    expect(edit(was, is)).toEqual([{ edit: 1, how: 'subject' }]);
    expect(edit(is, was)).toEqual([]);
  });
});

describe('what stands in the way of a sight line', () => {
  const wall = (id: string, ...line: Point[]): Wall => ({
    id,
    level: 'F1',
    line: [line[0], line[1], ...line.slice(2)],
    height: undefined,
    thickness: undefined,
    material: 'opaque',
    place: place(`/levels/F1/walls/${id}`),
  });
  const sited = (walls: readonly Wall[], openings: readonly Opening[] = [], zones: readonly Zone[] = []) =>
    reportOf([], siteOf({ levels: [levelOf('F1', { walls, openings, zones })] }));
  const said = (...points: Point[]): Said => ({
    subject: 'x',
    evidence: { level: 'F1', sightLine: { device: 'C', points, openings: [], distance: 1 } },
  });
  const line = said([0, 0], [5, 0], [5, 5]);

  test('is at most 0.3 m off it', () => {
    const at = (y: number) => how(element('w'), line, { new: sited([wall('w', [2, y], [2, y + 1])]) });
    expect([-0.5, 0, 0.29, 0.3, 0.31, 1].map(at)).toEqual([
      'evidence',
      'evidence',
      'evidence',
      'evidence',
      'level',
      'level',
    ]);
    // Any part of either.
    const bent = (...points: Point[]) => how(element('w'), line, { new: sited([wall('w', ...points)]) });
    expect(bent([9, 9], [8, 9], [5.2, 3])).toBe('evidence');
    expect(bent([5.2, 3], [8, 9], [9, 9])).toBe('evidence');
    expect(bent([9, 9], [8, 9], [8, 3])).toBe('level');
  });

  test('is no device and no sign, and is on its levels', () => {
    const plans = { new: sited([wall('w', [2, -1], [2, 1])]) };
    expect(how(element('w', { level: 'F2' }), line, plans)).toBeUndefined();
    expect(how(element('w', { level: 'F2', keys: [{ key: 'level', from: 'F1', to: 'F2' }] }), line, plans)).toBe(
      'evidence',
    );
    expect(how(element('w', { element: 'device' }), line, plans)).toBe('level');
    expect(how(element('w', { element: 'sign' }), line, plans)).toBe('level');
    expect(how(element('v'), line, plans)).toBe('level');
  });

  test('is where it was as well as where it is, but not the side that stayed', () => {
    const keys = [{ key: 'line', from: 0, to: 1 }];
    const bent = element('w', { keys });
    const was = sited([wall('w', [2, -1], [2, 1], [4, 9])]);
    const [same, other] = [sited([wall('w', [0, 9], [2, 1], [2, -1])]), sited([wall('w', [7, -1], [7, 1], [4, 9])])];
    expect(how(bent, line, { old: was, new: same })).toBe('level');
    expect(how(bent, line, { old: was, new: other })).toBe('evidence');
    expect(how(element('w', { keys: [{ key: 'height', from: 1, to: 2 }] }), line, { old: was, new: same })).toBe(
      'evidence',
    );
    expect(how(element('w', { moved: { distance: 1, from: [0, 0], to: [0, 1] } }), line, { old: was, new: same })).toBe(
      'level',
    );
    expect(how(element('w', { keys: [{ key: 'polygon', from: 1, to: 2 }] }), line, { old: was, new: same })).toBe(
      'level',
    );
    // In the metres of the new plan, under its ids.
    const plans = { old: was, renames: new Map([['w', 'v']]), toNew: ([x, y]: Point): Point => [x + 100, y] };
    expect(how(element('v'), said([100, 0], [105, 0]), plans)).toBe('evidence');
    expect(how(element('v'), line, plans)).toBe('level');
  });
});

describe('a verdict hangs on what is stated', () => {
  test('of a waiver: by its rule and subject', () => {
    const waiver = fact('waiver', 'waivers[capture/x C1]', 'capture/x C1');
    expect(how(waiver, { subject: 'C1' })).toBe('subject');
    expect(how(waiver, { subject: 'C2' })).toBeUndefined();
    expect(how(waiver, { rule: 'capture/y', subject: 'C1' })).toBeUndefined();
    expect(how(waiver, { rule: 'waiver/unknown', subject: 'capture/x:C1' })).toBe('subject');
    expect(how(waiver, { rule: 'waiver/unknown', subject: 'capture/x C1' })).toBeUndefined();
    expect(how(waiver, { rule: 'plan/waiver/unknown', subject: 'capture/x:C1' })).toBeUndefined();
  });

  test('of what is absent or overridden: by its subject, else the site', () => {
    for (const group of ['absent', 'override'] as const) {
      const edit = fact(group, 'x', 'vault');
      expect(how(edit, { subject: 'hotel/8(3)/vault' })).toBe('subject');
      expect(how(edit, { subject: 'C1' })).toBe('site');
    }
  });

  test('of levels: by its subject, by what it rests on, else not at all', () => {
    const edit = fact('level', 'levels[F1].ceiling', 'F1');
    expect(how(edit, { subject: 'C1/F1' })).toBe('subject');
    expect(how(edit, { subject: 'C1', ...on(['F1']) })).toBe('level');
    expect(how(edit, { subject: 'C1', ...on(['F2']) })).toBeUndefined();
  });

  test('of the project: by what of it the subject names, else the site', () => {
    const edit = fact('project', 'project.changes.0.what', 'changes');
    expect(how(edit, { subject: '19(2)/changes' })).toBe('subject');
    expect(how(edit, { subject: '13.2/works' })).toBe('site');
  });

  test('of the site: by what its subject names; by its name only what is said of that', () => {
    expect(how(fact('site', 'site.categories[bank]', 'bank'), { subject: 'bank/8(3)/hall' })).toBe('subject');
    expect(how(fact('site', 'site.categories[bank]', 'bank'), { subject: 'hotel/8(3)/hall' })).toBe('site');
    const name = fact('site', 'site.name', 'site.name', { from: '甲馆', to: '乙馆' });
    for (const subject of ['甲馆', '乙馆']) {
      expect(how(name, { rule: 'plan/deceptive-text', subject })).toBe('subject');
      expect(how(name, { rule: 'capture/x', subject })).toBeUndefined();
    }
    expect(how(name, { rule: 'plan/deceptive-text', subject: '丙馆' })).toBeUndefined();
  });

  test('of the configuration: by its rule, else the site', () => {
    const by = (path: string, about: string, rule: string) =>
      how(fact('configuration', path, about), { rule, subject: 'x' });
    expect(by('rules.coverage/criterion', 'coverage/criterion', 'coverage/criterion')).toBe('rule');
    expect(by('rules.coverage/criterion', 'coverage/criterion', 'coverage/protected')).toBeUndefined();
    expect(by('criteria[named]', 'criteria', 'coverage/criterion')).toBe('rule');
    expect(by('criteria[named]', 'criteria', 'coverage/protected')).toBeUndefined();
    expect(by('pack', 'pack', 'coverage/criterion')).toBe('site');
    expect(by('parameters.pickup', 'pickup', 'capture/sound-from-private-zone')).toBe('rule');
    expect(by('parameters.pickup', 'pickup', 'coverage/criterion')).toBe('site');
    expect(by('parameters.pickup', 'pickup', 'no/rule')).toBe('site');
  });
});

describe('what became of a verdict', () => {
  const OUTCOMES = ['notApplicable', 'pass', 'review', 'open', 'fail'] as const;

  function changes(old: readonly Said[], now: readonly Said[]): [readonly string[], number] {
    const { changed, unchanged } = verdictEdits(apartOf(old), apartOf(now), new Map());
    return [
      changed.map(({ change, old, new: is }) => `${change} ${old?.outcome ?? '–'} ${is?.outcome ?? '–'}`),
      unchanged,
    ];
  }

  test('by its gravity', () => {
    const GRAVITY = [0, 0, 1, 2, 3];
    for (const [m, was] of OUTCOMES.entries()) {
      for (const [n, is] of OUTCOMES.entries()) {
        const [from, to] = [GRAVITY[m] ?? 0, GRAVITY[n] ?? 0];
        const change = to > from ? 'worse' : to < from ? 'better' : was === is ? undefined : 'other';
        const found = changes([{ subject: 's', outcome: was }], [{ subject: 's', outcome: is }]);
        expect(found, `${was} ${is}`).toEqual(change === undefined ? [[], 1] : [[`${change} ${was} ${is}`], 0]);
      }
    }
  });

  test('of one gravity by its figures, then by its level; of what is settled by neither', () => {
    const seen = (area: number): Partial<Statement> => ({
      evidence: { level: 'F1', sightLine: { device: 'C', points: [], openings: [], distance: 1, area } },
    });
    const of = (was: Partial<Said>, is: Partial<Said>) =>
      changes([{ subject: 's', ...was }], [{ subject: 's', ...is }])[0];
    expect(of(seen(1), seen(1.02))).toEqual(['worse fail fail']);
    expect(of(seen(1.02), seen(1))).toEqual(['better fail fail']);
    expect(of(seen(1), seen(1.009))).toEqual([]);
    expect(of({ level: 'warning' }, { level: 'error' })).toEqual(['worse fail fail']);
    expect(of({ level: 'error' }, { level: 'warning' })).toEqual(['better fail fail']);
    expect(of({ outcome: 'pass', ...seen(1) }, { outcome: 'pass', ...seen(2) })).toEqual([]);
    expect(of({ outcome: 'pass', level: 'warning' }, { outcome: 'pass', level: 'error' })).toEqual([]);
    expect(of({ level: 'warning', ...seen(1) }, { level: 'error', ...seen(0) })).toEqual(['better fail fail']);
  });

  test('a waiver sets it aside, or does no more; of what is settled that is no worse', () => {
    const waiver = waiverOf('capture/x', 's');
    const of = (outcome: Statement['outcome'], waived: boolean): Report => {
      const report = reportOf([{ subject: 's', outcome }]);
      return waived ? { ...report, verdicts: report.verdicts.map((one) => ({ ...one, waiver })) } : report;
    };
    const change = (old: Report, now: Report) => verdictEdits(old, now, new Map()).changed.map((one) => one.change);
    expect(change(of('fail', false), of('fail', true))).toEqual(['waived']);
    expect(change(of('fail', true), of('fail', false))).toEqual(['unwaived']);
    expect(change(of('fail', true), of('fail', true))).toEqual([]);
    expect(change(of('fail', true), of('pass', false))).toEqual(['better']);
    expect(change(of('fail', true), of('review', false))).toEqual(['unwaived']);
    expect(change(of('review', true), of('fail', true))).toEqual(['worse']);
    // Of two on one subject that which is waived in both is the same.
    const two = (first: boolean) => {
      const report = apartOf([{ subject: 's' }, { subject: 's' }]);
      return { ...report, verdicts: report.verdicts.map((one, n) => ((n === 0) === first ? { ...one, waiver } : one)) };
    };
    expect(change(two(true), two(false))).toEqual([]);
  });

  test('of several on one subject the like are put together, then the others in their order', () => {
    const s = (...outcomes: Statement['outcome'][]) => outcomes.map((outcome) => ({ subject: 's', outcome }));
    expect(changes(s('pass', 'fail'), s('fail', 'pass'))).toEqual([[], 2]);
    expect(changes(s('fail', 'fail'), s('fail'))).toEqual([['gone fail –'], 1]);
    expect(changes(s('fail'), s('fail', 'fail'))).toEqual([['new – fail'], 1]);
    expect(changes(s('review', 'fail'), s('open', 'fail'))).toEqual([['worse review open'], 1]);
    expect(changes([{ subject: 'a' }, { subject: 'b' }], [{ subject: 'b' }, { subject: 'c' }])).toEqual([
      ['new – fail', 'gone fail –'],
      1,
    ]);
    expect(changes([{ subject: 'a', rule: 'a/a' }], [{ subject: 'a', rule: 'b/b' }])).toEqual([
      ['new – fail', 'gone fail –'],
      0,
    ]);
  });

  test('what is under another id is the same', () => {
    const renames = new Map([['C1', 'C9']]);
    const found = verdictEdits(reportOf([{ subject: 'C1>wc' }]), reportOf([{ subject: 'C9>wc' }]), renames);
    expect([found.changed, found.unchanged]).toEqual([[], 1]);
    expect(verdictEdits(reportOf([{ subject: 'C1>wc' }]), reportOf([{ subject: 'C9>wc' }]), new Map()).unchanged).toBe(
      0,
    );
  });

  test('more seen or less covered is worse, from a hundredth of a square metre, a centimetre, a thousandth of a zone', () => {
    const figure = (key: 'seen' | 'depth' | 'covered', by: number) => trend({ [key]: 0.5 }, { [key]: 0.5 + by });
    expect([0.0099, 0.0101, -0.0099, -0.0101].map((by) => figure('seen', by))).toEqual([0, 1, 0, -1]);
    expect([0.0099, 0.0101, -0.0099, -0.0101].map((by) => figure('depth', by))).toEqual([0, 1, 0, -1]);
    expect([0.00099, 0.00101, -0.00099, -0.00101].map((by) => figure('covered', by))).toEqual([0, -1, 0, 1]);
    expect(trend({ seen: 1, depth: 1 }, { seen: 0, depth: 2 })).toBe(1);
    expect(trend({ seen: 1, depth: 1 }, { seen: 2, depth: 0 })).toBe(1);
    expect(trend({ seen: 1, depth: 1 }, { seen: 1, depth: 0 })).toBe(-1);
    expect([trend({}, { seen: 9 }), trend({ seen: 9 }, {}), trend({}, {})]).toEqual([0, 0, 0]);
  });

  test('counts where it is new, graver or no longer waived, as lint counts', () => {
    const edit = (change: VerdictChange, now: LintVerdict | undefined): VerdictEdit => {
      return { change, old: undefined, new: now, from: {}, to: {}, why: [] };
    };
    const fail = verdictOf({ subject: 's' });
    const all: readonly VerdictChange[] = ['new', 'worse', 'unwaived', 'waived', 'better', 'gone', 'other'];
    expect(all.filter((change) => gotWorse(edit(change, fail), 'error'))).toEqual(['new', 'worse', 'unwaived']);
    expect(gotWorse(edit('new', undefined), 'error')).toBe(false);
    expect(gotWorse(edit('new', verdictOf({ subject: 's', outcome: 'pass' })), 'error')).toBe(false);
    expect(gotWorse(edit('new', verdictOf({ subject: 's', level: 'warning' })), 'error')).toBe(false);
    expect(gotWorse(edit('new', verdictOf({ subject: 's', level: 'warning' })), 'warning')).toBe(true);
    expect(diffCode({ verdicts: [edit('better', fail), edit('new', fail)] }, 'error')).toBe(1);
    expect([diffCode({ verdicts: [edit('better', fail)] }, 'error'), diffCode({ verdicts: [] }, 'error')]).toEqual([
      0, 0,
    ]);
  });
});
