import { describe, expect, test } from 'vitest';
import { assess } from '../../../src/lint/assess.js';
import { graverIn, REVIEW } from '../../../src/lint/fixes/gravity.js';
import { improves } from '../../../src/lint/fixes/prove.js';
import type { LintVerdict, Report } from '../../../src/lint/types.js';
import type { Fault } from '../../../src/plan/model.js';
import type { Evidence, LegalBasis, Statement } from '../../../src/rules/verdict.js';
import { blind, faultOf, ruleOf, siteOf, statementOf, verdictOf } from '../support.js';

type Said = Partial<Statement> & { readonly subject: string; readonly rule?: string };

function report(said: readonly Said[], faults: readonly Fault[] = []): Report {
  const rules = said.map(({ rule = 'capture/x', subject, ...parts }) => ruleOf(rule, [statementOf(subject, parts)]));
  return assess(siteOf({ faults }), blind, { today: '2026-06-30', rules, spanOf: () => undefined });
}

const OUTCOMES = ['notApplicable', 'pass', 'review', 'open', 'fail'] as const;
const BAD = [0, 0, 1, 2, 3];

/** Whether a plan of which `is` is said is better than one of which `was` was, what is said of `settled` being gone. */
function better(was: readonly Said[], is: readonly Said[], settled = 'settled'): boolean {
  const before = report([{ subject: 'settled' }, ...was]);
  const gone = before.verdicts.filter(({ subject }) => subject === settled);
  return improves(before, report(is), gone);
}

describe('an edit is better', () => {
  test('where nothing else is graver than it was, whatever it was', () => {
    for (const [m, was] of OUTCOMES.entries()) {
      for (const [n, is] of OUTCOMES.entries()) {
        const [before, after] = [BAD[m] ?? 0, BAD[n] ?? 0];
        const found = better([{ subject: 's', outcome: was }], [{ subject: 's', outcome: is }]);
        expect([was, is, found]).toEqual([was, is, after <= before]);
      }
    }
  });

  test('where nothing else is new', () => {
    expect(better([], [])).toBe(true);
    expect(better([], [{ subject: 't', outcome: 'pass' }])).toBe(true);
    expect(better([], [{ subject: 't', outcome: 'review' }])).toBe(false);
    expect(better([{ subject: 't', rule: 'a/a' }], [{ subject: 't' }])).toBe(false);
  });

  test('where what it is for is settled: gone, or no finding', () => {
    expect(better([], [{ subject: 'settled', outcome: 'pass' }])).toBe(true);
    expect(better([], [{ subject: 'settled', outcome: 'notApplicable' }])).toBe(true);
    expect(better([], [{ subject: 'settled', outcome: 'review' }])).toBe(false);
    expect(better([], [{ subject: 'settled', rule: 'a/a' }])).toBe(false);
  });

  test('by the worst of several of one name', () => {
    const two = (a: Statement['outcome'], b: Statement['outcome']) => [
      { subject: 's', outcome: a },
      { subject: 's', outcome: b },
    ];
    expect(better(two('review', 'fail'), two('fail', 'pass'))).toBe(true);
    expect(better(two('fail', 'review'), two('pass', 'fail'))).toBe(true);
    expect(better(two('review', 'pass'), two('pass', 'fail'))).toBe(false);
    expect(better(two('pass', 'review'), two('fail', 'pass'))).toBe(false);
  });

  test('by what would be said but for a fault', () => {
    const faults = [faultOf('z', { levels: ['F1'] })];
    const on = { dependsOn: { levels: ['F1'], devices: [] } };
    const of = (outcome: Statement['outcome']) => report([{ subject: 's', outcome, ...on }], faults);
    expect(of('pass').verdicts[0]?.outcome).toBe('open');
    expect(improves(of('pass'), of('fail'), [])).toBe(false);
    expect(improves(of('fail'), of('review'), [])).toBe(true);
    expect(improves(of('fail'), of('pass'), of('fail').verdicts)).toBe(true);
    expect(improves(of('fail'), of('fail'), of('fail').verdicts)).toBe(false);
  });

  test('by each law, also where another one’s outcome is as grave as it was', () => {
    const by = (outcomes: Readonly<Record<string, Statement['outcome'] | null>>, parts: Partial<LintVerdict> = {}) => {
      const bases = Object.entries(outcomes).map(([law, outcome]): LegalBasis => {
        const role = outcome === null ? 'refers' : 'decides';
        return { clause: `${law}/1`, law, role, outcome, basis: 'law', penalties: [], duties: [] };
      });
      return { ...report([]), verdicts: [verdictOf('s', { outcome: 'fail', bases, ...parts })] };
    };
    const holds = (before: Report, after: Report) => [
      improves(before, after, []),
      graverIn(before, after).length === 0,
    ];
    const one = by({ a: 'fail', b: 'review' });
    expect(holds(one, by({ a: 'fail', b: 'open' }))).toEqual([false, false]);
    expect(holds(by({ a: 'fail' }), one)).toEqual([false, false]);
    expect(holds(by({ a: 'fail', b: null }), one)).toEqual([false, false]);
    expect(holds(one, by({ a: 'review', b: 'fail' }))).toEqual([false, false]);
    expect(holds(one, by({ a: 'fail', b: 'pass' }))).toEqual([true, true]);
    expect(holds(one, by({ a: 'fail', b: null }))).toEqual([true, true]);
    expect(holds(one, one)).toEqual([true, true]);
    // What is in doubt hides what each law says.
    const tainted = { outcome: 'fail', message: { id: 'said', params: {} }, by: ['z'] } as const;
    const doubtful = by({ a: 'open', b: 'open' }, { outcome: 'open', tainted });
    expect([holds(doubtful, one), holds(one, doubtful)]).toEqual([
      [true, true],
      [false, false],
    ]);
    // A review by one law, which doesn't count, stays one.
    expect(graverIn(by({ a: 'fail', b: 'pass' }), one, REVIEW)).toEqual([]);
    expect(graverIn(one, by({ a: 'fail', b: 'open' }), REVIEW)).toHaveLength(1);
  });

  test('where what stays doesn’t see more, nor cover less by more than a tenth of its zone', () => {
    const seen = (area?: number): Evidence => ({
      level: 'F1',
      sightLine: { device: 'C', points: [], openings: [], distance: 1, ...(area !== undefined && { area }) },
    });
    const covered = (fraction: number): Evidence => ({
      level: 'F1',
      coverage: { fraction, threshold: 1, area: 1, covered: 1, level: 'detect' },
    });
    const stays = (was: Evidence | undefined, is: Evidence | undefined) =>
      better([{ subject: 's', ...(was && { evidence: was }) }], [{ subject: 's', ...(is && { evidence: is }) }]);
    expect([stays(seen(1), seen(1.005)), stays(seen(1), seen(1.02)), stays(seen(1), seen(0.5))]).toEqual([
      true,
      false,
      true,
    ]);
    // By just so much is no more.
    expect([stays(seen(0), seen(0.01)), stays(covered(1), covered(0.9))]).toEqual([true, true]);
    expect([
      stays(seen(), seen(9)),
      stays(seen(9), seen()),
      stays(undefined, seen(9)),
      stays(seen(9), undefined),
    ]).toEqual([true, true, true, true]);
    expect([
      stays(covered(0.5), covered(0.41)),
      stays(covered(0.5), covered(0.39)),
      stays(covered(0.5), covered(0.9)),
    ]).toEqual([true, false, true]);
    expect([stays(undefined, covered(0)), stays(covered(1), undefined), stays(covered(1), seen(9))]).toEqual([
      true,
      true,
      true,
    ]);
  });
});
