import { expect, it } from 'vitest';
import { judgedSeeds } from './judged.js';

/**
 * Random edits of the plans of all sites. Wherever the judge sees that something harmless became harmful, sitecam must not
 * pass it; and wherever the judge is sure, sitecam must agree.
 *
 * By hand: `SITECAM_LONG=1` for 5,000, `SITECAM_SEEDS=1-500` for these.
 */
const LONG = process.env.SITECAM_LONG === '1';
const [FIRST, LAST] = (process.env.SITECAM_SEEDS ?? (LONG ? '1-5000' : '1-7')).split('-').map(Number);

it('notices every random mutation in which the judge sees a change', () => {
  const tally = judgedSeeds(FIRST, LAST, (seed, sofar) => {
    if (LONG && seed % 50 === 0) console.info(`${seed} ${JSON.stringify(sofar)}`);
  });
  if (LONG) console.info(JSON.stringify(tally, null, 2));
  expect(tally.differences).toEqual([]);
  expect(tally.noticed).toBe(tally.worse);
  expect(tally.worse).toBeGreaterThan((LAST - FIRST) / 20);
}, 36_000_000);
