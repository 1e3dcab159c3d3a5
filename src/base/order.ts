// Orders that depend on no locale.
/** Compares two texts by UTF-16 code unit, for `sort`: the same order on every machine. */
export function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
