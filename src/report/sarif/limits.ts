import { gzipSync } from 'node:zlib';
import type { Result } from 'sarif';

/** Bytes, gzipped: more than this GitHub refuses. What isn't a result and the seams between parts come off it. */
export const MOST_BYTES = 10_000_000;

/** Results weighed at once: the more, the nearer to what they weigh together, which is less. */
const BATCH = 256;

/**
 * How many of `all`, from the first, stay within `bytes` when gzipped. Parts weigh more apart than together, so this is
 * never too many.
 */
export function fitting<T>(all: readonly T[], resultOf: (one: T) => Result, bytes: number): number {
  let left = bytes;
  for (let from = 0; from < all.length; from += BATCH) {
    const batch = all.slice(from, from + BATCH).map(resultOf);
    const weight = weightOf(batch);
    if (weight > left) return from + fittingOf(batch, left);
    left -= weight;
  }
  return all.length;
}

/** The same of one batch, by halves. */
function fittingOf(batch: readonly Result[], bytes: number): number {
  let [least, most] = [0, batch.length];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (weightOf(batch.slice(0, middle)) > bytes) most = middle - 1;
    else least = middle;
  }
  return least;
}

/** Bytes of a value as it is written, gzipped. */
export function weightOf(value: unknown): number {
  return gzipSync(JSON.stringify([[[value]]], undefined, 2)).length;
}
