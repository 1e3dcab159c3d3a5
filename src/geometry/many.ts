/**
 * Lists of any length. A call holds some hundred thousand arguments at most, so `Math.min(...numbers)` and
 * `list.push(...more)` fail on what a large plan may hold.
 */

/** The least of some numbers; ∞ of none. */
export function leastOf(numbers: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < numbers.length; i += 1) least = Math.min(least, numbers[i]);
  return least;
}

/** The greatest of some numbers; -∞ of none. */
export function mostOf(numbers: readonly number[]): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < numbers.length; i += 1) most = Math.max(most, numbers[i]);
  return most;
}

/** Appends all of `more` to a list. */
export function append<T>(list: T[], more: readonly T[]): void {
  for (let i = 0; i < more.length; i += 1) list.push(more[i]);
}

/** Up to this many are put into a list by one call. */
const FEW = 10_000;

/** Puts `by` in the place of `count` elements of a list. */
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
