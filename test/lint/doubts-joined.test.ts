// Verdicts of two variants of a plan, made one report.
import { describe, expect, test } from 'vitest';
import { loadPack } from '../../src/law/load.js';
import { type Both, joined, pairs } from '../../src/lint/doubts/join.js';
import type { LintVerdict } from '../../src/lint/types.js';
import type { Doubt } from '../../src/plan/model.js';
import type { LegalBasis } from '../../src/rules/verdict.js';
import { place, verdictOf } from './support.js';

const DOUBT: Doubt = {
  id: 'd1',
  rule: 'plan/opening-on-no-wall',
  subject: 'd1',
  title: { zh: '门窗洞口不在墙上', en: 'Opening on no wall' },
  levels: ['F1'],
  where: [],
  hiding: {},
  passing: {},
  place: place('/levels/0/openings/0'),
};

const verdict = (subject: string, outcome: LintVerdict['outcome'], rule = 'a') =>
  verdictOf(subject, { outcome, rule, bases: [] });

const CLAUSES: Readonly<Record<string, string>> = { one: 'nm-2017/9.1', other: 'nm-2017/9.2(5)' };

const basisOf = (law: string, outcome: LegalBasis['outcome'] = 'review'): LegalBasis => ({
  clause: CLAUSES[law] ?? law,
  law,
  role: 'decides',
  outcome,
  basis: 'law',
  penalties: [],
  duties: [],
});

/** Tells verdicts apart by the laws of their bases. */
const LAWS = {
  pack: loadPack('nm-2017'),
  lawsOf: ({ hiding, passing }: Both) => [
    ...new Set([hiding, passing].flatMap((one) => one?.bases ?? []).map(({ law }) => law)),
  ],
  only: (pair: Both, laws: readonly string[]) => ({
    ...pair,
    hiding: verdictBy(pair.hiding, laws),
    passing: verdictBy(pair.passing, laws),
  }),
};

/** What is left of a verdict by some laws: of a pass without bases, all. */
function verdictBy(one: LintVerdict | undefined, laws: readonly string[]): LintVerdict | undefined {
  if (one === undefined || one.bases.length === 0) return one;
  const bases = one.bases.filter(({ law }) => laws.includes(law));
  const outcome = GRAVEST.find((worst) => bases.some((basis) => basis.outcome === worst));
  return outcome && { ...one, outcome, bases };
}

const GRAVEST = ['fail', 'open', 'review', 'pass'] as const;

/** What is told of the verdicts of either variant. */
function told(hiding: readonly LintVerdict[], passing: readonly LintVerdict[]): string[] {
  return joined(pairs(hiding, passing), () => [DOUBT], new Map(), LAWS).map(
    ({ rule, subject, outcome }) => `${rule} ${subject} ${outcome}`,
  );
}

describe('of two variants', () => {
  test('what both give is given, and what differs is open', () => {
    const shared = [verdict('x', 'pass'), verdict('y', 'fail')];
    expect(told([...shared, verdict('z', 'pass')], [...shared, verdict('z', 'fail')])).toEqual([
      'a x pass',
      'a y fail',
      'a z open',
    ]);
  });

  test('a rule that applies in one of them alone, and finds nothing there, passes', () => {
    expect(told([verdict('x', 'notApplicable')], [verdict('x', 'pass')])).toEqual(['a x pass']);
    expect(told([verdict('x', 'pass')], [verdict('x', 'notApplicable')])).toEqual(['a x pass']);
    expect(told([verdict('x', 'notApplicable')], [verdict('x', 'review')])).toEqual(['a x open']);
  });

  test('a pass that one alone gives stays, unless the other has a finding of that rule in its place', () => {
    expect(told([verdict('x', 'pass')], [])).toEqual(['a x pass']);
    expect(told([], [verdict('x', 'pass')])).toEqual(['a x pass']);
    // What both say of z, and not alike, takes the place of nothing.
    expect(told([verdict('x', 'pass'), verdict('z', 'pass')], [verdict('z', 'fail')])).toEqual([
      'a x pass',
      'a z open',
    ]);
    expect(told([verdict('x', 'pass')], [verdict('y', 'fail', 'b')])).toEqual(['a x pass', 'b y open']);
    expect(told([verdict('x', 'pass')], [verdict('y', 'fail')])).toEqual(['a y open']);
  });

  test('what one says of a zone the other says of a device and that zone', () => {
    expect(told([verdict('wc', 'pass')], [verdict('C1>wc', 'fail')])).toEqual(['a C1>wc open']);
    expect(told([verdict('C1>wc', 'review')], [verdict('wc', 'open')])).toEqual(['a C1>wc open']);
  });

  test('a zone passes by no law by which one of them finds a device there, whatever another law says in both', () => {
    const by = (laws: readonly string[]) =>
      verdictOf('C1>wc', { outcome: 'review', rule: 'a', bases: laws.map((law) => basisOf(law)) });
    expect(told([by(['one']), verdict('wc', 'pass')], [by(['one', 'other'])])).toEqual(['a C1>wc open']);
    expect(told([by(['one', 'other'])], [by(['one']), verdict('wc', 'pass')])).toEqual(['a C1>wc open']);
    // It stays where what is found there is the same in both.
    expect(told([by(['one']), verdict('wc', 'pass')], [by(['one'])])).toEqual(['a C1>wc review', 'a wc pass']);
  });

  test('where one law alone differs, its outcomes are told, and the other law’s stays', () => {
    const by = (laws: readonly string[]) =>
      verdictOf('C1>wc', { outcome: 'review', rule: 'a', bases: laws.map((law) => basisOf(law)) });
    for (const [hiding, passing, zh] of [
      [[by(['one']), verdict('wc', 'pass')], [by(['one', 'other'])], '按有墙为“未发现不符合”、按无墙为“须审查判定”'],
      [[by(['one', 'other'])], [by(['one']), verdict('wc', 'pass')], '按有墙为“须审查判定”、按无墙为“未发现不符合”'],
    ] as const) {
      const [found] = joined(pairs(hiding, passing), () => [DOUBT], new Map(), LAWS);
      expect(found).toMatchObject({ outcome: 'open', message: { zh: expect.stringContaining(zh) } });
      expect(found?.bases.map(({ law, outcome }) => [law, outcome])).toEqual([
        ['other', 'open'],
        ['one', 'review'],
      ]);
    }
  });

  test('what fails by one law in both fails, though another law’s outcome turns on the doubt', () => {
    const by = (one: LegalBasis['outcome'], other: LegalBasis['outcome']) =>
      verdictOf('C1>wc', { outcome: 'fail', rule: 'a', bases: [basisOf('one', one), basisOf('other', other)] });
    for (const pair of [
      [by('fail', 'review'), by('fail', 'pass')],
      [by('fail', 'fail'), by('fail', 'review')],
      [by('fail', 'pass'), by('fail', 'fail')],
    ] as const) {
      const [found] = joined(pairs([pair[0]], [pair[1]]), () => [DOUBT], new Map(), LAWS);
      expect(found?.outcome).toBe('fail');
      expect(found?.says.at(-1)?.zh).toMatch(
        /^仅依第九条第二款第（五）项的结论因“d1”而异：按有墙为“.+”、按无墙为“.+”，更正后再判。$/,
      );
      expect(found?.bases.map(({ law, outcome }) => [law, outcome])).toEqual([
        ['one', 'fail'],
        ['other', 'open'],
      ]);
    }
    // By which law it fails is not known: each alone is open.
    const [open] = joined(pairs([by('fail', 'pass')], [by('pass', 'fail')]), () => [DOUBT], new Map(), LAWS);
    expect(open).toMatchObject({ outcome: 'open', bases: [{ outcome: 'open' }, { outcome: 'open' }] });
  });

  test('what is settled by another law is told beside what is open, with its outcome', () => {
    const by = (one: LegalBasis['outcome'], other: LegalBasis['outcome']) =>
      verdictOf('C1>wc', { outcome: 'review', rule: 'a', bases: [basisOf('one', one), basisOf('other', other)] });
    const [found] = joined(pairs([by('review', 'pass')], [by('review', 'review')]), () => [DOUBT], new Map(), LAWS);
    expect(found).toMatchObject({
      outcome: 'open',
      message: { zh: '“d1”按有墙为“未发现不符合”、按无墙为“须审查判定”，更正后再判。' },
      says: [
        {
          zh: '以上仅指依第九条第二款第（五）项的结论；依第九条第一款的结论不因此而异，为“须审查判定”。',
          en: "That is by Art. 9(2)(5) alone; by Art. 9(1) it doesn't turn on this: 'review'.",
        },
      ],
    });
    // A law by which nothing is found needs no sentence.
    const [passing] = joined(pairs([by('pass', 'pass')], [by('pass', 'review')]), () => [DOUBT], new Map(), LAWS);
    expect(passing).toMatchObject({ outcome: 'open', says: [] });
  });

  test('a verdict rests on what that of either variant rests on', () => {
    const on = (outcome: LintVerdict['outcome'], device: string) =>
      verdictOf('wc', { outcome, rule: 'a', bases: [], dependsOn: { levels: ['F1'], devices: [device] } });
    const resting = (hiding: LintVerdict, passing: LintVerdict) =>
      joined(pairs([hiding], [passing]), () => [DOUBT], new Map(), LAWS).map(({ dependsOn }) => dependsOn);
    const both = [{ levels: ['F1'], devices: ['C1', 'C2'] }];
    expect(resting(on('pass', 'C1'), on('pass', 'C2'))).toEqual(both);
    expect(resting(on('fail', 'C1'), on('pass', 'C2'))).toEqual(both);
  });

  test('where the clauses alone differ they are named, and the verdict cites both', () => {
    const by = (law: string) => verdictOf('C1>wc', { outcome: 'review', rule: 'a', bases: [basisOf(law)] });
    const [found] = joined(pairs([by('other')], [by('one')]), () => [DOUBT], new Map(), LAWS);
    expect(found?.message).toMatchObject({
      zh: '“d1”按有墙为“须审查判定（第九条第二款第（五）项）”、按无墙为“须审查判定（第九条第一款）”，更正后再判。',
    });
    expect(found?.bases.map(({ clause, outcome }) => [clause, outcome])).toEqual([
      ['nm-2017/9.2(5)', 'open'],
      ['nm-2017/9.1', 'open'],
    ]);
  });
});
