import { describe, expect, test } from 'vitest';
import {
  allowed,
  grantFinding,
  MOST_FINDINGS,
  spent,
  TIMES,
  TooManyFindings,
  withBudget,
  withGrants,
} from '../../src/base/budget.js';
import type { Timing } from '../../src/base/timing.js';
import { lintPlan } from '../../src/lint/lint.js';
import { refusalOf } from '../../src/lint/support/effort.js';
import type { LintResult } from '../../src/lint/types.js';
import { LIMITS, MOST_WORK } from '../../src/source/limits.js';
import { blockOf, compoundOf, hallOf, towerOf } from '../bench/large.js';
import { list, oneLevel, scattered } from './draft.js';
import { WORST } from './worst.js';

interface Effort {
  readonly result: LintResult;
  /** Steps taken. */
  readonly taken: number;
  /** Steps granted. */
  readonly granted: number;
}

/** Returns what judging a plan takes, by the limit that users have unless `work` is given. */
function effortOf(plan: string, work?: number): Effort {
  let [taken, granted] = [Number.NaN, Number.NaN];
  const timing: Timing = {
    measure(name, run) {
      try {
        return run();
      } finally {
        if (name === 'lint') [taken, granted] = [spent(), allowed() / TIMES];
      }
    },
    add() {},
    parts: () => [],
  };
  const bytes = new TextEncoder().encode(plan);
  const read = (path: string) => (path === 'plan.json' ? bytes : undefined);
  const options = { today: '2026-11-24', limits: { ...LIMITS, work } };
  return { result: lintPlan('plan.json', read, options, timing), taken, granted };
}

/** Few enough for a third of a second; work that isn't counted doesn't end by them. SITECAM_LONG=1: a second. */
const STEPS = process.env.SITECAM_LONG === '1' ? 10e6 : 3e6;

describe('a hostile plan ends, by the steps that it may take', () => {
  test.each(Object.keys(WORST) as (keyof typeof WORST)[])('%s', (name) => {
    const { result, taken } = effortOf(WORST[name](100_000), STEPS);
    const refused = result.ok ? undefined : result.unreadable.at(-1)?.code;
    // A plan with a fault of the drawing is judged twice, and once more to say which fault matters.
    if (refused !== 'limit/work') expect(taken).toBeLessThanOrEqual(3 * STEPS);
    if (refused !== undefined) expect(refused).toMatch(/^(?:limit|schema)\//);
  });
});

describe('an honest large plan takes at most half of what it is granted', () => {
  test.each<[name: string, plan: string]>([
    ['a compound with 8 PTZ', compoundOf({ ptz: 8, sills: false, limits: false })],
    ['one with sills and hard limits', compoundOf({ ptz: 8, sills: true, limits: true })],
    ['a hall of 1,250 corners', hallOf(1250)],
    ['a tower of 15 floors', towerOf(15)],
    ['a block of 2 towers', blockOf(2)],
  ])('%s', (_, plan) => {
    const { result, taken, granted } = effortOf(plan);
    expect(result.ok).toBe(true);
    expect(taken).toBeLessThan(granted / 2);
    expect(TIMES * granted).toBeLessThan(MOST_WORK);
  });
});

describe('a plan that is refused says where the work went', () => {
  test.each<[name: keyof typeof WORST, zh: RegExp, en: RegExp]>([
    [
      'maskStar',
      /预计的4倍.*计算量最大的环节：计算设备的可视范围，主要来自“d”。.*--limit work=\d+M。$/,
      /The largest part was working out what devices see, most of it for 'd'\..*--limit work=\d+M\.$/,
    ],
    [
      'wallsCross',
      /按墙线\d+段、门窗洞口0处、设备5台、区域1处预计的4倍.*计算量最大的环节：拼接墙线，主要来自“F”。/,
      /\d+ walls, 0 openings, 5 devices and 1 zone;.*The largest part was joining walls, most of it for 'F'\./,
    ],
    [
      'overlapAll',
      /计算量最大的环节：核对区域的重叠和嵌套。/,
      /expected for files of this size;.*The largest part was comparing zones that overlap\./,
    ],
  ])('%s', (name, zh, en) => {
    const { result } = effortOf(WORST[name](4e5));
    if (result.ok) throw new Error('not refused');
    const message = result.unreadable.at(-1)?.message;
    expect(message?.zh).toMatch(zh);
    expect(message?.en).toMatch(en);
  });
});

describe('more findings than memory holds', () => {
  const found = (run: <T>(work: () => T) => T, count: number) =>
    run(() => {
      for (let n = 0; n < count; n += 1) grantFinding();
      return 'done';
    });

  test('end the work with a sentence, but not where whoever runs it sets the work', () => {
    const granted = <T>(work: () => T) => withGrants(MOST_WORK, work);
    expect(found(granted, MOST_FINDINGS)).toBe('done');
    expect(() => found(granted, MOST_FINDINGS + 1)).toThrow(TooManyFindings);
    expect(found((work) => withBudget(MOST_WORK, work), MOST_FINDINGS + 1)).toBe('done');
    const { id, zh, en } = refusalOf(new TooManyFindings(1), undefined, false);
    expect(id).toMatch(/^limit\//);
    expect(zh).toMatch(/60000处.*--limit work=\d+M。$/);
    expect(en).toMatch(/more than 60000 views.*--limit work=\d+M\.$/);
  });

  test('end a plan of many devices in many private places before anything is printed of them', () => {
    const zones = list(100, (n) => ({ id: `z${n}`, kind: 'restroom', rect: [0, 0, 20 + n, 20] }));
    const { result } = effortOf(JSON.stringify(oneLevel({ zones, devices: scattered(610, 'm', 19) })));
    expect(result.ok ? undefined : result.unreadable.at(-1)?.message.en).toMatch(
      /more than 60000 views .* devices in them/,
    );
  });
});
