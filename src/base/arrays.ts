/**
 * Operations on lists of any length. A call takes some hundred thousand arguments at most, so `Math.min(...numbers)`
 * and `list.push(...more)` fail on a large plan.
 */

/** Returns the least of the numbers; ∞ for an empty list. */
export function minOf(numbers: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < numbers.length; i += 1) least = Math.min(least, numbers[i]);
  return least;
}

/** Returns the greatest of the numbers; −∞ for an empty list. */
export function maxOf(numbers: readonly number[]): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < numbers.length; i += 1) most = Math.max(most, numbers[i]);
  return most;
}

/** Appends all of `more` to `list`, which it changes. */
export function append<T>(list: T[], more: readonly T[]): void {
  for (let i = 0; i < more.length; i += 1) list.push(more[i]);
}

/** Appends `value` to the list under `key`, and starts that list if there is none. */
export function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** Returns the values of `pairs` in lists by key; keys and values in the order of the pairs. */
export function listsOf<K, V>(pairs: Iterable<readonly [K, V]>): Map<K, V[]> {
  const lists = new Map<K, V[]>();
  for (const [key, value] of pairs) addTo(lists, key, value);
  return lists;
}

/** Returns `items` in lists by what `keyOf` returns; keys and items in the order of the items. */
export function groupBy<T, K>(items: readonly T[], keyOf: (item: T, index: number) => K): Map<K, T[]> {
  const lists = new Map<K, T[]>();
  for (const [index, item] of items.entries()) addTo(lists, keyOf(item, index), item);
  return lists;
}

/** Up to this many elements are spliced into a list by one call. */
const FEW = 10_000;

/** Replaces `count` elements of `list` from `start` on with `by`, in place. */
export function replaceRun<T>(list: T[], start: number, count: number, by: readonly T[]): void {
  if (by.length <= FEW) {
    list.splice(start, count, ...by);
    return;
  }
  const after = list.slice(start + count);
  list.length = start;
  append(list, by);
  append(list, after);
}

/**
 * Returns `array` itself if it has at least `length` elements; else a copy with room for `length` numbers, at least
 * twice as long as `array`.
 */
export function roomFor<T extends Float64Array | Int32Array>(array: T, length: number): T {
  if (array.length >= length) return array;
  const size = Math.max(length, 2 * array.length);
  const larger = array instanceof Float64Array ? new Float64Array(size) : new Int32Array(size);
  larger.set(array);
  return larger as T;
}

/**
 * Makes room for `length` numbers in the arrays `keys` of `table`: replaces each that is too short by a longer copy
 * (see {@link roomFor}).
 */
export function makeRoom<K extends string>(
  table: Record<K, Float64Array | Int32Array>,
  length: number,
  ...keys: readonly K[]
): void {
  for (const key of keys) table[key] = roomFor(table[key], length);
}
