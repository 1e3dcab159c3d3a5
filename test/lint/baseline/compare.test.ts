import { describe, expect, test } from 'vitest';
import { assess } from '../../../src/lint/assess.js';
import { compareWithBaseline, withBaseline } from '../../../src/lint/baseline/compare.js';
import { byName, snapshotOf } from '../../../src/lint/baseline/snapshot.js';
import type { BaselineFinding } from '../../../src/lint/baseline/types.js';
import { fingerprint } from '../../../src/lint/run.js';
import type { Assumption, Report } from '../../../src/lint/types.js';
import type { Evidence, Statement } from '../../../src/rules/verdict.js';
import { blind, levelOf, ruleOf, siteOf, statementOf, waiverOf } from '../support.js';

const row = (zh: string, origin: Assumption['origin']): Assumption => ({
  what: { zh, en: zh },
  value: { zh: '', en: '' },
  origin,
});

const NOTHING = { counts: { new: 0, changed: 0, unchanged: 0 }, unjudged: 0, gone: [] };

describe('the baseline among the assumptions', () => {
  const file = { path: 'b.json', sha256: 'abc' };
  const rows = (known: boolean) =>
    withBaseline([row('文本', 'law'), row('审查日', 'run'), row('拾音距离', 'law')], { file, known, ...NOTHING });

  test('stands once, after what else the run was given, and all else stands as it did', () => {
    expect(rows(true).map(({ what }) => what.zh)).toEqual([
      '文本',
      '审查日',
      '比对基准“b.json”（SHA-256）',
      '拾音距离',
    ]);
  });

  test('says so where it doesn’t have the plan', () => {
    expect(rows(true)[2]?.value).toEqual({ zh: 'abc', en: 'abc' });
    expect(rows(false)[2]?.value.zh).toBe('abc；其中没有本设计图，各项问题均按新增计');
  });
});

type Said = Partial<Statement> & { readonly subject: string };

function reportOf(said: readonly Said[], waivers = siteOf().waivers, levels = siteOf().levels): Report {
  const rule = ruleOf(
    'coverage/x',
    said.map(({ subject, ...parts }) => statementOf(subject, parts)),
    { waivable: true },
  );
  return assess(siteOf({ waivers, levels }), blind, { today: '2026-06-30', rules: [rule], spanOf: () => undefined });
}

const file = { path: 'b.json', sha256: 'abc' };
const beside = (now: Report, findings: readonly BaselineFinding[] | undefined, off?: ReadonlySet<string>) =>
  compareWithBaseline(now, { file, findings }, off);
const known = (parts: Partial<BaselineFinding>): BaselineFinding => {
  const { rule = 'coverage/x', subject = 's' } = parts;
  return {
    rule,
    subject,
    outcome: 'fail',
    fingerprint: fingerprint(rule, subject),
    geometry: 'g',
    layout: 'l',
    ...parts,
  };
};
const sinceOf = ({ verdicts }: Report) =>
  verdicts.map(({ subject, since, changes = [] }) => [subject, since ?? '', ...changes].join(' ').trimEnd());

describe('how much a finding comes to', () => {
  const evidence = (parts: Partial<Evidence>) => ({ subject: 's', evidence: { level: 'F1', ...parts } });
  const line = (area: number | undefined, depth: number | undefined) =>
    evidence({
      sightLine: {
        device: 'C',
        points: [],
        openings: [],
        distance: 1,
        ...(area !== undefined && { area }),
        ...(depth !== undefined && { depth }),
      },
    });
  const covered = (fraction: number) =>
    evidence({ coverage: { fraction, threshold: 1, area: 1, covered: 1, level: 'detect' } });
  const undrawn = (...areas: number[]) => evidence({ uncovered: areas.map((area) => ({ area, outline: [] })) });
  const first = (said: Said) => {
    const [{ seen, depth, covered: share }] = snapshotOf(reportOf([said]));
    return { seen, depth, covered: share };
  };
  const change = (was: Said, is: Said) => sinceOf(beside(reportOf([is]), snapshotOf(reportOf([was]))))[0];

  test('is put down to a thousandth: what is seen, how deep, how much is covered, what nobody drew', () => {
    expect(first(line(1.23456, 2.34567))).toEqual({ seen: 1.235, depth: 2.346, covered: undefined });
    expect(first(line(undefined, 2))).toEqual({ seen: undefined, depth: 2, covered: undefined });
    expect(first(line(2, undefined))).toEqual({ seen: 2, depth: undefined, covered: undefined });
    expect(first(covered(0.12345))).toEqual({ seen: undefined, depth: undefined, covered: 0.123 });
    expect(first(undrawn(1.5, 2.25))).toEqual({ seen: 3.75, depth: undefined, covered: undefined });
    for (const said of [evidence({}), { subject: 's' }]) {
      expect(first(said)).toEqual({ seen: undefined, depth: undefined, covered: undefined });
    }
  });

  test('is more where that is more than a rounding', () => {
    expect(change(line(1, 1), line(1.005, 1.005))).toBe('s unchanged');
    expect(change(line(1, 1), line(1.02, 1))).toBe('s changed more');
    expect(change(line(1, 1), line(1, 1.02))).toBe('s changed more');
    expect(change(line(1, 1), line(0.5, 0.5))).toBe('s unchanged');
    expect(change(covered(0.5), covered(0.4995))).toBe('s unchanged');
    expect(change(covered(0.5), covered(0.498))).toBe('s changed more');
    expect(change(covered(0.5), covered(0.9))).toBe('s unchanged');
    expect(change(undrawn(1, 1), undrawn(1, 1.1))).toBe('s changed more');
  });

  test('is not compared where one of both doesn’t say', () => {
    expect(change({ subject: 's' }, line(9, 9))).toBe('s unchanged');
    expect(change(line(9, 9), covered(0))).toBe('s unchanged');
  });
});

describe('a report beside a baseline', () => {
  const findings = (...said: readonly Said[]) => snapshotOf(reportOf(said));

  test('has a mark on every finding and on nothing else, and counts them', () => {
    const now = reportOf([
      { subject: 'a' },
      { subject: 'b', outcome: 'open' },
      { subject: 'c', outcome: 'review' },
      { subject: 'd', outcome: 'pass' },
      { subject: 'e', outcome: 'notApplicable' },
    ]);
    const compared = beside(now, findings({ subject: 'a' }, { subject: 'b', outcome: 'review' }));
    expect(sinceOf(compared)).toEqual(['a unchanged', 'b changed graver', 'c new', 'd', 'e']);
    expect(compared.baseline).toEqual({
      file,
      known: true,
      counts: { new: 1, changed: 1, unchanged: 1 },
      unjudged: 0,
      gone: [],
    });
    expect(compared.verdicts.map((one) => ['since' in one, 'changes' in one])).toEqual([
      [true, false],
      [true, true],
      [true, false],
      [false, false],
      [false, false],
    ]);
  });

  test('says what it was compared with, after what else is said first', () => {
    const said = { kind: 'exit' as const, text: { zh: '甲', en: 'a' } };
    const now = { ...reportOf([]), cautions: [said] };
    expect(beside(now, []).cautions).toEqual([
      said,
      {
        kind: 'compared',
        text: {
          zh: '与比对基准“b.json”比对：其中已有的问题仍全部计入结论，退出码只计新增和变化的。',
          en: "Compared with the baseline 'b.json': the findings it has still count in the verdict; the exit code is by those that are new or changed.",
        },
      },
    ]);
    expect(beside(reportOf([]), undefined).cautions).toEqual([
      {
        kind: 'compared',
        text: {
          zh: '与比对基准“b.json”比对：其中没有本设计图，各项问题均按新增计。',
          en: "Compared with the baseline 'b.json', which doesn't have this plan: every finding counts as new.",
        },
      },
    ]);
    expect(withBaseline([], { file: { path: 'b', sha256: undefined }, known: true, ...NOTHING })[0].value.zh).toBe('');
  });

  test('tells two findings apart that rest on nothing drawn, by what each says', () => {
    const saying = (id: string, outcome: 'review' | 'fail' = 'review') => ({
      subject: 'a',
      outcome,
      message: { id, params: {} },
    });
    const [paper, doubt] = [saying('said'), saying('doubt')];
    expect(sinceOf(beside(reportOf([doubt]), findings(paper)))).toEqual(['a changed altered']);
    expect(sinceOf(beside(reportOf([doubt]), findings(doubt)))).toEqual(['a unchanged']);
    // Before, a baseline recorded the hash of nothing for all of them.
    const nothing = 'e3b0c44298fc1c149afbf4c8996fb924';
    const old = findings(paper).map((one) => ({ ...one, geometry: nothing, layout: nothing }));
    expect(sinceOf(beside(reportOf([paper]), old))).toEqual(['a unchanged']);
    expect(sinceOf(beside(reportOf([doubt]), old))).toEqual(['a unchanged']);
    expect(sinceOf(beside(reportOf([saying('said', 'fail')]), old))).toEqual(['a changed graver']);
    // Not for what is drawn since.
    const drawn = reportOf([{ subject: 'F1' }], [], [levelOf('F1')]);
    const before = [known({ subject: 'F1', geometry: nothing, layout: nothing })];
    expect(sinceOf(beside(drawn, before))).toEqual(['F1 changed altered']);
  });

  test('knows what is gone, in order, and the worst of what became of it', () => {
    const waived = [waiverOf('coverage/x', 'w')];
    const now = reportOf(
      [
        { subject: 'p', outcome: 'pass' },
        { subject: 'p', outcome: 'notApplicable' },
        { subject: 'n', outcome: 'notApplicable' },
        { subject: 'w' },
      ],
      waived,
    );
    const compared = beside(now, [
      known({ subject: 'w' }),
      known({ subject: 'p', outcome: 'review' }),
      known({ subject: 'n', outcome: 'open' }),
      known({ subject: 'gone' }),
      known({ rule: 'capture/x', subject: 'z' }),
    ]);
    expect(compared.baseline?.gone).toEqual(
      [
        { rule: 'capture/x', subject: 'z', outcome: 'fail' },
        { rule: 'coverage/x', subject: 'gone', outcome: 'fail' },
        { rule: 'coverage/x', subject: 'n', outcome: 'open', now: 'notApplicable' },
        { rule: 'coverage/x', subject: 'p', outcome: 'review', now: 'pass' },
        { rule: 'coverage/x', subject: 'w', outcome: 'fail', now: 'waived' },
      ].map((one) => ({ ...one, fingerprint: fingerprint(one.rule, one.subject) })),
    );
  });

  test('of several that are there now the worst is told', () => {
    const order = ['fail', 'open', 'review', 'pass', 'notApplicable'] as const;
    for (const [n, worst] of order.entries()) {
      const said = order.slice(n).map((outcome) => ({ subject: 's', outcome }));
      // More findings than there are now: what is left over is gone.
      const left = order.map((_, m) => known({ geometry: `g${m}`, layout: `l${m}` }));
      const gone = beside(reportOf([...said].reverse()), left).baseline?.gone ?? [];
      expect(gone.map(({ now }) => now)).toEqual(gone.map(() => worst));
      expect(gone.length).toBeGreaterThan(0);
    }
  });

  test('does not know of what a rule that was not run had found', () => {
    const before = [known({ rule: 'a/a' }), known({ rule: 'b/b' }), known({ rule: 'b/b', subject: 't' })];
    const { baseline } = beside(reportOf([]), before, new Set(['b/b']));
    expect(baseline?.unjudged).toBe(2);
    expect(baseline?.gone.map(({ rule }) => rule)).toEqual(['a/a']);
  });

  test('finds for each of several the one it was, and counts what is left', () => {
    const [{ geometry, layout }] = findings({ subject: 's' });
    const same = known({ geometry, layout });
    const other = known({ geometry: 'x', layout: 'y' });
    const now = reportOf([{ subject: 's' }]);
    expect(sinceOf(beside(now, [other, same]))).toEqual(['s unchanged']);
    expect(beside(now, [other, other, same]).baseline?.gone.length).toBe(2);
    expect(sinceOf(beside(now, [known({ geometry, layout, outcome: 'review' }), other]))).toEqual(['s changed graver']);
  });

  test('goes by the corner where more stands as it did from there', () => {
    const [{ geometry, layout }] = findings({ subject: 's' });
    const now = reportOf([{ subject: 's' }, { subject: 't' }, { subject: 'u' }]);
    const stood = (...kept: readonly ('own' | 'corner' | 'both')[]) =>
      ['s', 't', 'u'].map((subject, n) =>
        known({
          subject,
          geometry: kept[n] === 'corner' ? 'x' : geometry,
          layout: kept[n] === 'own' ? 'y' : layout,
        }),
      );
    expect(sinceOf(beside(now, stood('corner', 'corner', 'own')))).toEqual([
      's unchanged',
      't unchanged',
      'u changed altered',
    ]);
    expect(sinceOf(beside(now, stood('corner', 'own', 'own')))).toEqual([
      's changed altered',
      't unchanged',
      'u unchanged',
    ]);
    // Of as many the plan's own numbers count.
    expect(sinceOf(beside(now, stood('corner', 'own', 'both')))).toEqual([
      's changed altered',
      't unchanged',
      'u unchanged',
    ]);
  });
});

test('a finding is recorded with the clauses that decide it', () => {
  const [finding] = snapshotOf(reportOf([{ subject: 's', clauses: ['nm-2017/9.1', 'cn-civil-code/1033(2)'] }]));
  expect(finding.bases).toEqual([{ clause: 'nm-2017/9.1', outcome: 'fail' }]);
  expect(snapshotOf(reportOf([{ subject: 's' }]))[0]).not.toHaveProperty('bases');
});

test('what only a law makes graver that was not judged by then is told as that', () => {
  const [now] = snapshotOf(reportOf([{ subject: 's', clauses: ['nm-2017/9.1'] }]));
  const report = reportOf([{ subject: 's', clauses: ['nm-2017/9.1'] }]);
  const before = (parts: Partial<BaselineFinding>) => {
    const { bases: _, ...rest } = now;
    return [{ ...rest, outcome: 'review' as const, ...parts }];
  };
  expect(sinceOf(beside(report, before({ packs: ['cn-799-2025'] })))).toEqual(['s changed law']);
  expect(sinceOf(beside(report, before({ packs: ['nm-2017'] })))).toEqual(['s changed graver']);
  const other = { clause: 'cn-799-2025/8.1(4)', outcome: 'review' as const };
  expect(sinceOf(beside(report, before({ bases: [other] })))).toEqual(['s changed law']);
  const own = { clause: 'nm-2017/9.1', outcome: 'review' as const };
  expect(sinceOf(beside(report, before({ bases: [own, other] })))).toEqual(['s changed graver']);
});

test('a clause that decides more gravely now makes the finding graver, though another was already as grave', () => {
  const report = reportOf([{ subject: 's', clauses: ['nm-2017/9.1', 'cn-799-2025/8.1(4)'] }]);
  const [{ bases: _, ...now }] = snapshotOf(report);
  const fail = { clause: 'nm-2017/9.1', outcome: 'fail' as const };
  const review = { clause: 'nm-2017/9.2(3)', outcome: 'review' as const };
  const own = { clause: 'nm-2017/9.1', outcome: 'review' as const };
  expect(sinceOf(beside(report, [{ ...now, bases: [own] }]))).toEqual(['s changed graver']);
  expect(sinceOf(beside(report, [{ ...now, bases: [fail, review] }]))).toEqual(['s unchanged']);
});

test('findings are sorted by rule, subject, outcome, then by where they are', () => {
  const rows = [
    known({ rule: 'a', subject: 'b', outcome: 'fail', geometry: '1' }),
    known({ rule: 'a', subject: 'b', outcome: 'fail', geometry: '2' }),
    known({ rule: 'a', subject: 'b', outcome: 'open', geometry: '0' }),
    known({ rule: 'a', subject: 'c', outcome: 'fail', geometry: '0' }),
    known({ rule: 'b', subject: 'a', outcome: 'fail', geometry: '0' }),
  ];
  for (const shuffled of [[...rows].reverse(), [rows[2], rows[4], rows[0], rows[3], rows[1]]]) {
    expect(shuffled.sort(byName)).toEqual(rows);
  }
});
