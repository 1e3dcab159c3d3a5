import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { BudgetExceeded, withBudget } from '../../src/base/budget.js';
import { quoted } from '../../src/i18n/list.js';
import { assess } from '../../src/lint/assess.js';
import { exitCode } from '../../src/lint/exit.js';
import { engineText } from '../../src/lint/notes/texts.js';
import type { Report } from '../../src/lint/types.js';
import type { Fault, Site } from '../../src/plan/model.js';
import type { Rule } from '../../src/rules/rule.js';
import { rule as expired } from '../../src/rules/waiver/expired.js';
import { rule as forbidden } from '../../src/rules/waiver/forbidden.js';
import { rule as unknown } from '../../src/rules/waiver/unknown.js';
import { rule as unused } from '../../src/rules/waiver/unused.js';
import { messageText } from '../support/message-text.js';
import { blind, faultOf, place, ruleOf, siteOf, statementOf, waiverOf } from './support.js';

const WAIVER_RULES = [expired, forbidden, unknown, unused];

function judge(site: Site, rules: readonly Rule[], today = '2026-06-30'): Report {
  const spanOf = ({ pointer }: { pointer: string }) => {
    const line = Number(/\d+$/.exec(pointer)?.[0] ?? 1);
    return { start: { line, column: 1 }, end: { line, column: 2 } };
  };
  return assess(site, blind, { today, rules: [...rules, ...WAIVER_RULES], spanOf });
}

const said = (report: Report) => report.verdicts.map(({ rule, subject, outcome }) => `${outcome} ${rule} ${subject}`);

describe('what the engine adds to a verdict', () => {
  test('rule, level and a fingerprint that depends on rule and subject alone', () => {
    const [verdict] = judge(siteOf(), [ruleOf('capture/x', [statementOf('C1>r1')])]).verdicts;
    const wanted = createHash('sha256').update('capture/x\0C1>r1').digest('hex');
    expect(verdict).toMatchObject({ rule: 'capture/x', level: 'error', fingerprint: wanted });
  });

  test('the order of the file, then rule, then subject, by code unit', () => {
    const at = (line: number) => ({ place: place(`/${line}`) });
    const rules = [
      ruleOf('b/b', [
        statementOf('z', at(2)),
        statementOf('乙', at(2)),
        statementOf('Z', at(2)),
        statementOf('q', at(10)),
      ]),
      ruleOf('a/a', [statementOf('z', at(2)), statementOf('y', { place: { path: 'a.geojson', pointer: '/99' } })]),
    ];
    expect(said(judge(siteOf(), rules))).toEqual([
      'fail a/a y',
      'fail a/a z',
      'fail b/b Z',
      'fail b/b z',
      'fail b/b 乙',
      'fail b/b q',
    ]);
  });
});

describe('a faulty plan', () => {
  const rests = { dependsOn: { levels: ['F1'], devices: ['C1'] } };

  test.each(['pass', 'fail', 'review', 'notApplicable'] as const)('opens what would be %s, and keeps it', (outcome) => {
    const site = siteOf({ faults: [faultOf('C1', { devices: ['C1'] })] });
    const clauses = ['nm-2017/9.1'];
    const rules = [ruleOf('a/a', [statementOf('x', { ...rests, outcome, clauses, penalties: ['nm-2017/24'] })])];
    const [verdict] = judge(site, rules).verdicts;
    expect(verdict).toMatchObject({
      outcome: 'open',
      tainted: { outcome, by: ['plan/bad-optics C1'] },
      related: [{ place: place('/faults/C1') }],
    });
    expect(verdict.bases.flatMap(({ penalties }) => penalties)).toEqual([]);
    expect(verdict.bases).toMatchObject([{ clause: 'nm-2017/9.1', role: 'decides', outcome: 'open' }]);
    expect(messageText([], 'a/a', verdict.message, 'zh-CN')).toContain('plan/bad-optics C1');
  });

  test('opens by level and by site too, but not what rests on other parts, nor the finding that reports the fault', () => {
    const on = (level: string) => ({ outcome: 'pass' as const, dependsOn: { levels: [level], devices: [] } });
    const rules = [
      ruleOf('a/a', [
        statementOf('f1', on('F1')),
        statementOf('f2', on('F2')),
        statementOf('free', { outcome: 'pass' }),
      ]),
      ruleOf('plan/bad-optics', [statementOf('w1', { dependsOn: { levels: ['F1'], devices: [] } })]),
    ];
    expect(said(judge(siteOf({ faults: [faultOf('w1', { levels: ['F1'] })] }), rules))).toEqual([
      'open a/a f1',
      'pass a/a f2',
      'pass a/a free',
      'fail plan/bad-optics w1',
    ]);
    const everywhere = siteOf({ faults: [faultOf('hotle', { site: true })] });
    expect(said(judge(everywhere, rules)).slice(0, 3)).toEqual(['open a/a f1', 'open a/a f2', 'open a/a free']);
  });

  test('is found whichever way a verdict rests on it, each fault once, in the order of the plan', () => {
    const [a, b, c] = [
      faultOf('a', { levels: ['F1', 'F2'], devices: ['C2', 'C1'] }),
      faultOf('b', { site: true }),
      faultOf('c', { levels: ['F2'], devices: ['C1'] }),
    ];
    const on = (levels: readonly string[], devices: readonly string[]) => ({
      outcome: 'pass' as const,
      dependsOn: { levels, devices },
    });
    const by = (faults: readonly Fault[], levels: readonly string[], devices: readonly string[] = []) => {
      const [verdict] = judge(siteOf({ faults }), [ruleOf('a/a', [statementOf('x', on(levels, devices))])]).verdicts;
      expect(verdict.tainted?.by.length ?? 0).toBe(verdict.related.length);
      return verdict.related.map(({ caption }) => caption.en.slice(-2, -1)).join('');
    };
    expect(by([a, b, c], ['F3'])).toBe('b');
    expect(by([b, a], ['F1'])).toBe('ba');
    expect(by([a, c], ['F2', 'F1'], ['C1'])).toBe('ac');
    expect(by([a, c], [], ['C1', 'C2'])).toBe('ac');
    expect(by([c], ['F1'], ['C3', 'C1'])).toBe('c');
    expect(by([a], [], ['C1'])).toBe('a');
    expect(by([a, c], ['F4'], ['C4'])).toBe('');
    expect(by([faultOf('d', { levels: ['F1'] })], ['F2'], ['C1'])).toBe('');
  });

  test('points at its faults in their order, after what the rule points at', () => {
    const faults = [faultOf('z', { devices: ['C1'] }), faultOf('y', { devices: ['C1'] })];
    const own = { place: place('/own'), caption: { zh: '甲', en: 'a' } };
    const rests = { related: [own], dependsOn: { levels: [], devices: ['C1'] } };
    const [verdict] = judge(siteOf({ faults }), [ruleOf('a/a', [statementOf('x', rests)])]).verdicts;
    expect(verdict.related).toEqual([
      own,
      ...['z', 'y'].map((id) => ({
        place: place(`/faults/${id}`),
        caption: engineText.faultyPart({ subject: quoted(id) }),
      })),
    ]);
    expect(verdict.tainted?.by).toEqual(['plan/bad-optics y', 'plan/bad-optics z']);
    expect(verdict.message).toEqual(engineText.tainted({ faults: 'plan/bad-optics y; plan/bad-optics z' }));
    expect(verdict.advice).toEqual(engineText.correct({ faults: 'plan/bad-optics y; plan/bad-optics z' }));
  });

  test('names twenty of its faults and counts the others, which stay on record', () => {
    const ids = Array.from({ length: 23 }, (_, i) => `C${String(i).padStart(2, '0')}`);
    const site = siteOf({ faults: ids.map((id) => faultOf(id, { devices: [id] })) });
    const rests = { outcome: 'pass' as const, dependsOn: { levels: [], devices: ids } };
    const [verdict] = judge(site, [ruleOf('a/a', [statementOf('x', rests)])]).verdicts;
    expect(verdict.tainted?.by).toEqual(ids.map((id) => `plan/bad-optics ${id}`));
    expect(verdict.related.map((one) => one.place)).toEqual(ids.slice(0, 20).map((id) => place(`/faults/${id}`)));
    for (const locale of ['zh-CN', 'en'] as const) {
      const text = messageText([], 'a/a', verdict.message, locale);
      expect(text).toContain('plan/bad-optics C19');
      expect(text).not.toContain('plan/bad-optics C20');
      expect(text).toMatch(/另有3项|and 3 more/);
    }
  });

  test('leaves what is open for its own reason as it is', () => {
    const site = siteOf({ faults: [faultOf('C1', { devices: ['C1'] })] });
    const [verdict] = judge(site, [ruleOf('a/a', [statementOf('x', { ...rests, outcome: 'open' })])]).verdicts;
    expect(verdict.message.id).toBe('said');
    expect(verdict.tainted).toBeUndefined();
  });
});

describe('a rule that a configuration changes', () => {
  const pack = siteOf().pack;
  const changed = (value: 'off' | 'warning' | 'error', rule: Rule, site = siteOf()) => {
    const one = { name: rule.id, value, otherwise: rule.level, place: place(), loosened: false };
    const settings = { pack, profile: { value: 'default', loosened: false }, levels: [one], parameters: [], files: [] };
    return assess(site, blind, { today: '2026-06-30', rules: [rule], spanOf: () => undefined, terms: { settings } });
  };
  const duty = ruleOf('a/a', [statementOf('x')], { clausesIn: () => ['nm-2017/8(1)', 'nm-2017/24'] });
  const hint = ruleOf('b/b', [statementOf('x')], { level: 'warning' });

  test('to a warning says what it said, and counts for less', () => {
    const report = changed('warning', duty);
    expect(report.verdicts).toMatchObject([{ subject: 'x', outcome: 'fail', level: 'warning', lowered: true }]);
    expect(report.summary).toMatchObject({ warnings: 0, counts: { fail: 1 } });
    expect([exitCode([report], 'error'), exitCode([report], 'warning')]).toEqual([0, 1]);
  });

  test('to what it is, or to more, is not lowered', () => {
    for (const report of [changed('error', duty), changed('error', hint), changed('warning', hint)]) {
      expect('lowered' in report.verdicts[0]).toBe(false);
    }
    expect(exitCode([changed('error', hint)], 'error')).toBe(1);
  });

  test('to off leaves its clauses open, at the first category or the plan, where it is one that counts', () => {
    expect(changed('off', duty).verdicts).toEqual([
      {
        rule: 'a/a',
        class: 'law',
        subject: 'off',
        outcome: 'open',
        level: 'warning',
        lowered: true,
        message: engineText.off({ rule: duty.title }),
        says: [],
        bases: [
          {
            clause: 'nm-2017/8(1)',
            law: 'nm-2017',
            role: 'decides',
            outcome: 'open',
            basis: 'law',
            penalties: [],
            duties: [],
          },
        ],
        place: place('/site/categories/0'),
        related: [],
        dependsOn: { levels: [], devices: [] },
        fingerprint: createHash('sha256').update('a/a\0off').digest('hex'),
      },
    ]);
    expect(changed('off', duty, siteOf({ categories: [] })).verdicts[0].place).toEqual(place());
    expect(changed('off', hint).verdicts).toEqual([]);
  });
});

describe('waivers', () => {
  const criterion = ruleOf('coverage/criterion', [statementOf('way'), statementOf('hall', { outcome: 'pass' })], {
    level: 'warning',
    waivable: true,
  });
  const duty = ruleOf('coverage/protected', [statementOf('way')]);
  const withWaivers = (...waivers: ReturnType<typeof waiverOf>[]) => siteOf({ waivers });

  test('one on a criterion sets its finding aside, through its last day', () => {
    const site = withWaivers(waiverOf('coverage/criterion', 'way'));
    const report = judge(site, [criterion]);
    expect(report.verdicts.find(({ subject }) => subject === 'way')?.waiver).toBe(site.waivers[0]);
    expect(report.summary).toMatchObject({ waived: 1, warnings: 0, counts: { fail: 0, pass: 1 } });
    expect(exitCode([report], 'review')).toBe(0);
  });

  test.each([
    ['a day later', '2026-06-29'],
    ['not a day', '2026-02-30'],
    ['not a date', '明年'],
    ['an empty date', ''],
    ['another spelling', '2026-7-1'],
    ['a date with a time, which sorts after the day', '2026-06-30T23:59'],
  ])('one that ends on %s is expired and its finding stands', (_, until) => {
    const report = judge(withWaivers(waiverOf('coverage/criterion', 'way', { until })), [criterion]);
    expect(said(report)).toEqual(
      [
        'fail waiver/expired coverage/criterion:way',
        'pass coverage/criterion hall',
        'fail coverage/criterion way',
      ].sort((a, b) => said(report).indexOf(a) - said(report).indexOf(b)),
    );
    expect(report.verdicts.every(({ waiver }) => waiver === undefined)).toBe(true);
    expect(exitCode([report], 'error')).toBe(1);
  });

  test('one on what the law asks is itself the finding, and the verdict stands', () => {
    const report = judge(withWaivers(waiverOf('coverage/protected', 'way')), [duty]);
    expect(said(report).sort()).toEqual([
      'fail coverage/protected way',
      'fail waiver/forbidden coverage/protected:way',
    ]);
    expect(report.summary.waived).toBe(0);
  });

  test('one on a rule nobody knows is a finding that names the nearest rule', () => {
    const report = judge(withWaivers(waiverOf('coverage/criterium', 'way')), [criterion]);
    const finding = report.verdicts.find(({ rule }) => rule === 'waiver/unknown');
    expect(finding).toMatchObject({
      outcome: 'fail',
      level: 'error',
      advice: { params: { suggestion: 'coverage/criterion' } },
    });
  });

  test.each([
    ['a subject that passes', 'hall'],
    ['a subject that is not there', 'wya'],
    ['a part of a subject', 'wa'],
  ])('one on %s is unused: a warning', (_, subject) => {
    const report = judge(withWaivers(waiverOf('coverage/criterion', subject)), [criterion]);
    expect(report.verdicts.find(({ rule }) => rule === 'waiver/unused')).toMatchObject({
      subject: `coverage/criterion:${subject}`,
      level: 'warning',
    });
  });

  test('a second one for the same finding is unused; several of one name are one finding', () => {
    const twice = withWaivers(waiverOf('coverage/criterion', 'way'), waiverOf('coverage/criterion', 'way'));
    expect(said(judge(twice, [criterion])).filter((line) => line.includes('waiver/'))).toEqual([
      'fail waiver/unused coverage/criterion:way',
    ]);
    const unknownTwice = withWaivers(waiverOf('no/rule', 'way'), waiverOf('no/rule', 'way'));
    expect(judge(unknownTwice, []).verdicts).toHaveLength(1);
  });

  test('one on what is open or for review sets it aside, too; one on what does not apply is unused', () => {
    const of = (outcome: 'open' | 'review' | 'notApplicable' | 'pass') => {
      const rule = ruleOf('coverage/criterion', [statementOf('way', { outcome })], { waivable: true });
      const report = judge(withWaivers(waiverOf('coverage/criterion', 'way')), [rule]);
      return [report.summary.waived, said(report).some((line) => line.includes('waiver/unused'))];
    };
    expect([of('open'), of('review')]).toEqual([
      [1, false],
      [1, false],
    ]);
    expect([of('pass'), of('notApplicable')]).toEqual([
      [0, true],
      [0, true],
    ]);
  });

  test('all are listed and none is applied where they are refused; what else is wrong with one is said as ever', () => {
    const site = withWaivers(
      waiverOf('coverage/criterion', 'way'),
      waiverOf('coverage/criterion', 'way', { until: '2020-01-01' }),
      waiverOf('coverage/criterion', 'nowhere'),
    );
    const settings = {
      pack: site.pack,
      profile: { value: 'default', loosened: false },
      levels: [],
      parameters: [],
      files: [],
    };
    const terms = { settings, noWaivers: true };
    const rules = [criterion, ...WAIVER_RULES];
    const report = assess(site, blind, { today: '2026-06-30', rules, spanOf: () => undefined, terms });
    expect(report.verdicts.every(({ waiver }) => waiver === undefined)).toBe(true);
    expect(report.summary.waived).toBe(0);
    expect(
      said(report)
        .filter((line) => line.includes('waiver/'))
        .sort(),
    ).toEqual(['fail waiver/expired coverage/criterion:way', 'fail waiver/unused coverage/criterion:nowhere']);
  });

  test('one that is expired gives way to one that holds', () => {
    const site = withWaivers(
      waiverOf('coverage/criterion', 'way', { until: '2020-01-01' }),
      waiverOf('coverage/criterion', 'way', { until: '2027-01-01' }),
    );
    expect(judge(site, [criterion]).verdicts.find(({ subject }) => subject === 'way')?.waiver).toBe(site.waivers[1]);
  });

  test('one whose verdict a fault of the plan made open neither waives it nor counts as unused', () => {
    const rests = statementOf('way', { dependsOn: { levels: ['F1'], devices: [] } });
    const site = siteOf({
      faults: [faultOf('w1', { levels: ['F1'] })],
      waivers: [waiverOf('coverage/criterion', 'way')],
    });
    const report = judge(site, [ruleOf('coverage/criterion', [rests], { level: 'warning', waivable: true })]);
    expect(said(report)).toEqual(['open coverage/criterion way']);
    expect(report.verdicts[0].waiver).toBeUndefined();
  });

  test('one on a rule of waivers is forbidden', () => {
    const report = judge(withWaivers(waiverOf('waiver/unused', 'coverage/criterion:way')), [criterion]);
    expect(said(report)).toContain('fail waiver/forbidden waiver/unused:coverage/criterion:way');
  });
});

test('what is found costs fifty times what is settled, so that no plan makes a report without end', () => {
  const costs = (steps: number, count: number, outcome: 'pass' | 'notApplicable' | 'fail' | 'open' | 'review') => {
    const said = Array.from({ length: count }, (_, n) => statementOf(`s${n}`, { outcome }));
    try {
      return withBudget(steps, () => judge(siteOf(), [ruleOf('a/a', said)])).ok;
    } catch (error) {
      return error instanceof BudgetExceeded ? 'too much' : error;
    }
  };
  for (const outcome of ['fail', 'open', 'review'] as const) {
    expect([costs(50_000, 2, outcome), costs(50_000, 3, outcome)]).toEqual([true, 'too much']);
  }
  for (const outcome of ['pass', 'notApplicable'] as const) {
    expect([costs(50_000, 120, outcome), costs(50_000, 130, outcome)]).toEqual([true, 'too much']);
  }
});

describe('the exit code', () => {
  const of = (outcome: 'fail' | 'open' | 'review' | 'pass' | 'notApplicable', level: 'error' | 'warning') =>
    judge(siteOf(), [ruleOf('a/a', [statementOf('x', { outcome })], { level })]);

  test.each([
    ['error', 1, 1, 0, 0, 0, 0],
    ['warning', 1, 1, 0, 1, 1, 0],
    ['review', 1, 1, 1, 1, 1, 1],
    ['never', 0, 0, 0, 0, 0, 0],
  ] as const)('--fail-on %s', (failOn, fail, open, review, warnFail, warnOpen, warnReview) => {
    const codes = (level: 'error' | 'warning') =>
      (['fail', 'open', 'review'] as const).map((outcome) => exitCode([of(outcome, level)], failOn));
    expect([...codes('error'), ...codes('warning')]).toEqual([fail, open, review, warnFail, warnOpen, warnReview]);
    expect(exitCode([of('pass', 'error'), of('notApplicable', 'error')], failOn)).toBe(0);
  });

  test('a plan that cannot be read outweighs a finding, whatever the line; no plan is nothing to read', () => {
    const unreadable = { ok: false as const, path: 'x.yaml', unreadable: [], files: [] };
    expect(exitCode([of('fail', 'error'), unreadable, of('pass', 'error')], 'error')).toBe(3);
    expect(exitCode([unreadable], 'never')).toBe(3);
    expect(exitCode([], 'error')).toBe(3);
    expect(exitCode([of('pass', 'error'), of('open', 'error')], 'error')).toBe(1);
  });
});

describe('the summary', () => {
  test('counts every outcome, warnings within them, grazes over all', () => {
    const grazes = (count: number) => ({ evidence: { level: 'F1', grazes: count } });
    const report = judge(siteOf(), [
      ruleOf('a/a', [
        statementOf('1'),
        statementOf('2', { outcome: 'open' }),
        statementOf('3', { outcome: 'review' }),
        statementOf('4', { outcome: 'pass', ...grazes(2) }),
        statementOf('5', { outcome: 'pass', ...grazes(3) }),
        statementOf('6', { outcome: 'notApplicable' }),
      ]),
      ruleOf(
        'b/b',
        [
          statementOf('1'),
          statementOf('2', { outcome: 'pass' }),
          statementOf('3', { outcome: 'review' }),
          statementOf('4', { outcome: 'open' }),
          statementOf('5', { outcome: 'notApplicable' }),
        ],
        { level: 'warning' },
      ),
    ]);
    expect(report.summary).toEqual({
      counts: { fail: 2, open: 2, review: 2, pass: 3, notApplicable: 2 },
      warnings: 3,
      waived: 0,
      undecided: 0,
      grazes: 5,
    });
  });
});
