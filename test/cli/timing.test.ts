// SITECAM_TIMING: where the time of a run went, by a clock of the test's.
import { describe, expect, test } from 'vitest';
import { createTiming } from '../../src/base/timing.js';
import { timingTable } from '../../src/cli/output/timing.js';
import { sitecam } from '../support/io.js';

const PLANS = ['fixtures/sites/ktv/plan.yaml', 'fixtures/sites/museum/plan.yaml'];

/** A clock that shows these times, one after another. */
function clock(...times: readonly number[]): () => number {
  const left = [...times];
  return () => left.shift() ?? Number.NaN;
}

describe('the time of a part', () => {
  test('is without that of the parts within it, and is summed', () => {
    const timing = createTiming(clock(0, 10, 14, 20, 25, 100, 200, 203));
    const result = timing.measure('outer', () => {
      timing.measure('inner', () => 'x');
      timing.measure('inner', () => 'y');
      return 'z';
    });
    timing.measure('outer', () => undefined);
    expect(result).toBe('z');
    expect(timing.parts()).toEqual([
      { name: 'outer', time: 94, whole: 103, count: undefined },
      { name: 'inner', time: 9, whole: 9, count: undefined },
    ]);
  });

  test('counts even where the work fails', () => {
    const timing = createTiming(clock(0, 7));
    const fails = () =>
      timing.measure('rule', () => {
        throw new Error('no');
      });
    expect(fails).toThrow('no');
    expect(timing.parts()).toEqual([{ name: 'rule', time: 7, whole: 7, count: undefined }]);
  });
});

test('the table has the most expensive rules first, the others in one line, then the stages', () => {
  const part = (name: string, time: number, count?: number) => ({ name, time, whole: time, count });
  const rules = Array.from({ length: 23 }, (_, index) =>
    part(`group/rule-${String(index).padStart(2, '0')}`, index, 2),
  );
  const table = timingTable([part('read', 47), ...rules, part('report', 100)], 'en').split('\n');
  expect(table[0]).toMatch(/^rule or stage +ms +share +with sight +statements$/);
  expect(table[1]).toMatch(/^group\/rule-22 +22\.0 +5\.5% +22\.0 +2$/);
  expect(table[20]).toMatch(/^group\/rule-03 /);
  expect(table[21]).toMatch(/^3 other rules +3\.0 +0\.8% +3\.0 +6$/);
  expect(table[22]).toMatch(/^read +47\.0 +11\.8%$/);
  expect(table[23]).toMatch(/^report +100\.0 +25\.0%$/);
  expect(table[24]).toMatch(/^total +400\.0 +100\.0% +46$/);
  expect(table.slice(25)).toEqual(['']);
});

describe('SITECAM_TIMING', () => {
  /** Each look at the clock takes 1 ms. */
  const ticking = () => {
    let time = 0;
    return () => {
      time += 1;
      return time;
    };
  };
  const lint = (env: Record<string, string>, ...more: readonly string[]) =>
    sitecam(['lint', ...PLANS, '--lang', 'en', ...more], { env, now: ticking() });

  test('adds a table on standard error, of all plans together, and changes nothing else', async () => {
    const [plain, timed] = [await lint({}, '-f', 'json'), await lint({ SITECAM_TIMING: '1' }, '-f', 'json')];
    expect([timed.code, timed.out]).toEqual([plain.code, plain.out]);
    expect(plain.err).toBe('');
    const rows = timed.err.split('\n').map((line) => line.split(/ {2,}/));
    expect(rows.map(([name]) => name)).toEqual(
      expect.arrayContaining(['capture/unknown-capability', 'read', 'build', 'sight', 'lint', 'report', 'total']),
    );
    // Both plans were built, each between two looks at the clock.
    expect(rows.find(([name]) => name === 'build')?.[1]).toBe('2.0');
    const { plans }: { plans: readonly { verdicts: readonly object[] }[] } = JSON.parse(timed.out);
    expect(plans).toHaveLength(2);
    const stated = rows.slice(1).flatMap((row) => (row.length === 5 && row[0] !== 'total' ? [Number(row[4])] : []));
    const sum = stated.reduce((all, one) => all + one, 0);
    expect(rows.find(([name]) => name === 'total')?.at(-1)).toBe(String(sum));
    // Each verdict unites at least one statement.
    expect(sum).toBeGreaterThanOrEqual(plans.flatMap((plan) => plan.verdicts).length);
  });

  test('is off unless it is 1', async () => {
    expect((await lint({ SITECAM_TIMING: '0' }, '--quiet')).err).toBe('');
  });
});
