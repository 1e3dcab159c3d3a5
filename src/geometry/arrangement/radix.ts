// Radix sort of numbered entries and of grid points.
/** Most bits sorted by in one pass: the buckets for them still fit the processor's cache. */
const MOST_BITS = 17;

/**
 * Fewest bits sorted by in one pass: a pass over mostly empty buckets takes longer than another pass over a few
 * entries.
 */
const LEAST_BITS = 8;

/**
 * Sorts `order` by the key of each entry (least significant digit first) and returns the sorted list; equal keys keep
 * their order. Overwrites `order`.
 *
 * @param key by entry; integers from 0 to `largest`, which is less than 2^51
 */
export function sortByKey(order: Int32Array, key: Float64Array | Int32Array, largest: number): Int32Array {
  const bits = Math.ceil(Math.log2(largest + 1));
  const most = Math.max(LEAST_BITS, Math.min(MOST_BITS, Math.ceil(Math.log2(order.length + 1))));
  const passes = Math.ceil(bits / most);
  const buckets = 2 ** Math.ceil(bits / Math.max(1, passes));
  const digit = new Int32Array(key.length);
  let from: Int32Array = order;
  let to: Int32Array = new Int32Array(order.length);
  for (let pass = 0, unit = 1; pass < passes; pass += 1, unit *= buckets) {
    for (let n = 0; n < digit.length; n += 1) digit[n] = Math.floor((key[n] ?? 0) / unit) % buckets;
    sortByDigit(from, to, digit, buckets);
    [from, to] = [to, from];
  }
  return from;
}

function sortByDigit(from: Int32Array, to: Int32Array, digit: Int32Array, buckets: number): void {
  const at = new Int32Array(buckets + 1);
  for (let i = 0; i < from.length; i += 1) {
    const next = (digit[from[i] ?? 0] ?? 0) + 1;
    at[next] = (at[next] ?? 0) + 1;
  }
  for (let bucket = 1; bucket <= buckets; bucket += 1) at[bucket] = (at[bucket] ?? 0) + (at[bucket - 1] ?? 0);
  for (let i = 0; i < from.length; i += 1) {
    const entry = from[i] ?? 0;
    const bucket = digit[entry] ?? 0;
    const place = at[bucket] ?? 0;
    to[place] = entry;
    at[bucket] = place + 1;
  }
}

/**
 * Returns numbered points sorted leftmost first, then lowest. Coordinates are integers that differ by less than 2^51.
 */
export function sortPoints(numbers: Int32Array, x: Float64Array, y: Float64Array): Int32Array {
  return sortByKey(sortByKey(numbers.slice(), ...keysOf(numbers, y)), ...keysOf(numbers, x));
}

/** Returns the distance of each point from the least value, by number, and the greatest such distance. */
function keysOf(numbers: Int32Array, values: Float64Array): [key: Float64Array, largest: number] {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  let last = -1;
  for (let i = 0; i < numbers.length; i += 1) {
    const n = numbers[i] ?? 0;
    const value = values[n] ?? 0;
    if (value < least) least = value;
    if (value > most) most = value;
    if (n > last) last = n;
  }
  const key = new Float64Array(last + 1);
  for (let i = 0; i < numbers.length; i += 1) {
    const n = numbers[i] ?? 0;
    key[n] = (values[n] ?? 0) - least;
  }
  return [key, Math.max(0, most - least)];
}
