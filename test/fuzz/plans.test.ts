import { expect, test } from 'vitest';
import { emptyTally, runPlans } from './run.js';
import { SAMENESSES } from './same.js';

const long = process.env.SITECAM_LONG !== undefined;
const from = Number(process.env.SITECAM_FUZZ_FROM ?? 1_000_000_000);
const count = Number((long ? process.env.SITECAM_FUZZ_COUNT : undefined) ?? (long ? 20_000 : 200));

/** What is found is told with its seed and a smaller plan. */
test(`${count} plans drawn at random from seed ${from} on: each is judged or told what is wrong, and laid otherwise says the same`, async () => {
  const tally = emptyTally();
  await runPlans(from, from + count, tally);
  expect(tally.faults).toEqual([]);
  expect(tally.plans).toBe(count);
  // Nearly all of them can be read, so that it is geometry that is tried; and every way of laying them was.
  expect(tally.readable).toBeGreaterThan(0.7 * count);
  for (const how of [...SAMENESSES, 'verify', 'formats']) expect(tally.asked[how], how).toBeGreaterThan(0);
}, 3_600_000);
