import { expect, test } from 'vitest';
import { originals, runBytes } from './bytes.js';
import { emptyTally } from './run.js';

const long = process.env.SITECAM_LONG !== undefined;
const from = Number(process.env.SITECAM_FUZZ_FROM ?? 1_000_000_000);
const count = Number((long ? process.env.SITECAM_FUZZ_COUNT : undefined) ?? (long ? 20_000 : 200));

test(`${count} files broken at random from seed ${from} on: each is a diagnostic or a valid report, never a fault of sitecam`, async () => {
  const tally = emptyTally();
  await runBytes(from, from + count, await originals(), tally);
  expect(tally.faults).toEqual([]);
  expect(tally.plans).toBe(count);
  // Some of them can still be read: what is judged is broken too, not only what is refused.
  expect(tally.readable).toBeGreaterThan(0.1 * count);
}, 3_600_000);
