// Radix sort of numbered entries and of grid points, and lists by number.
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
export function sortByKey(order: Int32Array, key: Float64Array, largest: number): Int32Array {
  const bits = Math.ceil(Math.log2(largest + 1));
  const most = Math.max(LEAST_BITS, Math.min(MOST_BITS, Math.ceil(Math.log2(order.length + 1))));
  const passes = Math.ceil(bits / most);
  const buckets = 2 ** Math.ceil(bits / Math.max(1, passes));
  let from: Int32Array = order;
  let to: Int32Array = new Int32Array(order.length);
  for (let pass = 0, unit = 1; pass < passes; pass += 1, unit *= buckets) {
    sortByDigit(from, to, key, 1 / unit, buckets);
    [from, to] = [to, from];
  }
  return from;
}

/** Sorts by one digit of the keys: `scale` brings its lowest bit to 1. */
function sortByDigit(from: Int32Array, to: Int32Array, key: Float64Array, scale: number, buckets: number): void {
  const at = new Int32Array(buckets + 1);
  const mask = buckets - 1;
  for (let i = 0; i < from.length; i += 1) at[((key[from[i]] * scale) & mask) + 1] += 1;
  for (let bucket = 1; bucket < buckets; bucket += 1) at[bucket] += at[bucket - 1];
  for (let i = 0; i < from.length; i += 1) {
    const entry = from[i];
    to[at[(key[entry] * scale) & mask]++] = entry;
  }
}

/**
 * Returns the point numbers in a new array, sorted by their points: leftmost first, then lowest. `x` and `y` hold the
 * coordinates by number: integers that differ by less than 2^51.
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
    const n = numbers[i];
    least = Math.min(least, values[n]);
    most = Math.max(most, values[n]);
    last = Math.max(last, n);
  }
  const key = new Float64Array(last + 1);
  for (let i = 0; i < numbers.length; i += 1) key[numbers[i]] = values[numbers[i]] - least;
  return [key, Math.max(0, most - least)];
}

/** Numbered lists of numbers, one behind another: list i is items[start[i]] to items[start[i + 1] − 1]. */
export interface Lists {
  readonly start: Int32Array;
  readonly items: Int32Array;
}

/** Returns a copy of list i, counted from 0. */
export function itemsOf({ start, items }: Lists, i: number): number[] {
  return [...items.subarray(start[i], start[i + 1])];
}

/** Returns a list for each key from 0 to before `lists`: the `values[k]` with that `keys[k]`, in the order given. */
export function listsOf(keys: Int32Array, values: Int32Array, lists: number): Lists {
  const start = new Int32Array(lists + 1);
  for (let k = 0; k < keys.length; k += 1) start[keys[k]] += 1;
  // Filled from its end, each list ends up at its start.
  for (let i = 1; i <= lists; i += 1) start[i] += start[i - 1];
  const items = new Int32Array(keys.length);
  for (let k = keys.length - 1; k >= 0; k -= 1) items[--start[keys[k]]] = values[k];
  return { start, items };
}

/** Returns the whole numbers from 0 to before `count`. */
export function upTo(count: number): Int32Array {
  const all = new Int32Array(count);
  for (let i = 0; i < count; i += 1) all[i] = i;
  return all;
}
