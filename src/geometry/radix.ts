/** Bits sorted by in one pass. */
const BITS = 13;
const BUCKETS = 1 << BITS;

/** Keys are sorted by in halves of two passes each. */
const HALF = 2 ** (2 * BITS);

/**
 * Sorts `order` by the key of each entry, equal keys staying as they are (least digit first). Its own memory is used up.
 *
 * @param key by entry; integers from 0 to `largest`, which is less than 2^52
 */
export function sortByKey(order: Int32Array, key: Float64Array | Int32Array, largest: number): Int32Array {
  const low = new Int32Array(key.length);
  for (let n = 0; n < key.length; n += 1) low[n] = (key[n] ?? 0) % HALF;
  const byLow = sortByHalf(order, low, Math.min(largest, HALF - 1));
  if (largest < HALF) return byLow;
  const high = low;
  for (let n = 0; n < key.length; n += 1) high[n] = (key[n] ?? 0) / HALF;
  return sortByHalf(byLow, high, Math.floor(largest / HALF));
}

function sortByHalf(order: Int32Array, key: Int32Array, largest: number): Int32Array {
  let from: Int32Array = order;
  let to: Int32Array = new Int32Array(order.length);
  const at = new Int32Array(BUCKETS);
  for (let shift = 0; largest >> shift > 0; shift += BITS) {
    at.fill(0);
    for (let i = 0; i < from.length; i += 1) {
      const digit = ((key[from[i] ?? 0] ?? 0) >> shift) & (BUCKETS - 1);
      at[digit] = (at[digit] ?? 0) + 1;
    }
    let sum = 0;
    for (let digit = 0; digit < BUCKETS; digit += 1) {
      const own = at[digit] ?? 0;
      at[digit] = sum;
      sum += own;
    }
    for (let i = 0; i < from.length; i += 1) {
      const entry = from[i] ?? 0;
      const digit = ((key[entry] ?? 0) >> shift) & (BUCKETS - 1);
      const place = at[digit] ?? 0;
      to[place] = entry;
      at[digit] = place + 1;
    }
    [from, to] = [to, from];
  }
  return from;
}

/** Sorts numbered points, leftmost then lowest first. Coordinates are integers that differ by less than 2^52. */
export function sortPoints(numbers: Int32Array, x: Float64Array, y: Float64Array): Int32Array {
  return sortByKey(sortByCoordinate(numbers, y), ...keysOf(numbers, x));
}

function sortByCoordinate(numbers: Int32Array, values: Float64Array): Int32Array {
  return sortByKey(numbers.slice(), ...keysOf(numbers, values));
}

/** How far each point lies from the least of them, by number, and the farthest. */
function keysOf(numbers: Int32Array, values: Float64Array): [key: Float64Array, largest: number] {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  let last = -1;
  for (const n of numbers) {
    const value = values[n] ?? 0;
    if (value < least) least = value;
    if (value > most) most = value;
    if (n > last) last = n;
  }
  const key = new Float64Array(last + 1);
  for (const n of numbers) key[n] = (values[n] ?? 0) - least;
  return [key, Math.max(0, most - least)];
}
