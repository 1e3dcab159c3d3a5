// GitHub's limit on the size of a log.

// How much of a log GitHub takes.
import type { Result } from 'sarif';

/** Returns the bytes of a text in UTF-8, gzipped. Whoever has a gzip at hand gives it: the core has none. */
export type GzippedSize = (text: string) => number;

/** Most bytes, gzipped, that GitHub accepts. The log without its results and the seams between parts count too. */
export const MOST_BYTES = 10_000_000;

/** Number of results weighed at once. More at once estimate their joint size better, which is smaller than the sum. */
const BATCH = 256;

/**
 * Returns how many of `all`, from the first, stay within `bytes` when gzipped. Parts weigh more apart than together, so
 * this is never too many.
 */
export function fitting<T>(
  all: readonly T[],
  resultOf: (one: T) => Result,
  bytes: number,
  gzippedSize: GzippedSize,
): number {
  let left = bytes;
  for (let from = 0; from < all.length; from += BATCH) {
    const batch = all.slice(from, from + BATCH).map(resultOf);
    const weight = weightOf(batch, gzippedSize);
    if (weight > left) return from + fittingOf(batch, left, gzippedSize);
    left -= weight;
  }
  return all.length;
}

/** Returns how many of one batch stay within `bytes`, by bisection. */
function fittingOf(batch: readonly Result[], bytes: number, gzippedSize: GzippedSize): number {
  let [least, most] = [0, batch.length];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (weightOf(batch.slice(0, middle), gzippedSize) > bytes) most = middle - 1;
    else least = middle;
  }
  return least;
}

/** Returns the size of a value as written in a log, gzipped, bytes. */
export function weightOf(value: unknown, gzippedSize: GzippedSize): number {
  return gzippedSize(JSON.stringify([[[value]]], undefined, 2));
}
