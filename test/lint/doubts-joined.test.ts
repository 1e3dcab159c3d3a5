// Verdicts of two variants of a plan, made one report.
import { describe, expect, test } from 'vitest';
import { joined, pairs } from '../../src/lint/doubts/join.js';
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

const basisOf = (law: string): LegalBasis => ({
  clause: `${law}/1`,
  law,
  role: 'decides',
  outcome: 'review',
  basis: 'law',
  penalties: [],
  duties: [],
});

/** What is told of the verdicts of either variant. */
function told(hiding: readonly LintVerdict[], passing: readonly LintVerdict[]): string[] {
  return joined(pairs(hiding, passing), () => [DOUBT], new Map()).map(
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
      verdictOf('C1>wc', { outcome: 'review', rule: 'a', bases: laws.map(basisOf) });
    expect(told([by(['one']), verdict('wc', 'pass')], [by(['one', 'other'])])).toEqual(['a C1>wc open']);
    expect(told([by(['one', 'other'])], [by(['one']), verdict('wc', 'pass')])).toEqual(['a C1>wc open']);
    // It stays where what is found there is the same in both.
    expect(told([by(['one']), verdict('wc', 'pass')], [by(['one'])])).toEqual(['a C1>wc review', 'a wc pass']);
  });

  test('where one law alone differs, its outcomes are told, and the other law’s stays', () => {
    const by = (laws: readonly string[]) =>
      verdictOf('C1>wc', { outcome: 'review', rule: 'a', bases: laws.map(basisOf) });
    for (const [hiding, passing, zh] of [
      [[by(['one']), verdict('wc', 'pass')], [by(['one', 'other'])], '按有墙为“未发现不符合”、按无墙为“须审查判定”'],
      [[by(['one', 'other'])], [by(['one']), verdict('wc', 'pass')], '按有墙为“须审查判定”、按无墙为“未发现不符合”'],
    ] as const) {
      const [found] = joined(pairs(hiding, passing), () => [DOUBT], new Map());
      expect(found).toMatchObject({ outcome: 'open', message: { zh: expect.stringContaining(zh) } });
      expect(found?.bases.map(({ law, outcome }) => [law, outcome])).toEqual([
        ['one', 'review'],
        ['other', 'open'],
      ]);
    }
  });
});
