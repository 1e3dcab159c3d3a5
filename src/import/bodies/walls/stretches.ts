// Sets of stretches along a line: pairs of numbers, in order, that don't overlap.

/** A stretch of a line, in m along it from where it begins; `from` is less than `to`. */
export type Stretch = readonly [from: number, to: number];

/** Returns `stretches` without the part from `from` to `to`. */
export function without(stretches: readonly Stretch[], from: number, to: number): Stretch[] {
  return stretches.flatMap(([s, e]): Stretch[] => {
    if (to <= s || from >= e) return [[s, e]];
    const rest: Stretch[] = [];
    if (from > s) rest.push([s, from]);
    if (to < e) rest.push([to, e]);
    return rest;
  });
}

/** Returns the parts of `stretches` between `from` and `to`. */
export function within(stretches: readonly Stretch[], from: number, to: number): Stretch[] {
  return stretches.flatMap(([s, e]): Stretch[] => {
    const part: Stretch = [Math.max(s, from), Math.min(e, to)];
    return part[1] - part[0] > 1e-6 ? [part] : [];
  });
}

/** Returns the length that stretches cover together, however they overlap. */
export function covered(stretches: readonly Stretch[]): number {
  let [sum, end] = [0, Number.NEGATIVE_INFINITY];
  for (const [from, to] of [...stretches].sort((p, q) => p[0] - q[0])) {
    sum += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return sum;
}
