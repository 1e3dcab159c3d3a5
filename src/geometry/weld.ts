/**
 * Welding of near points on the integer grid. Two points end up as one only if all points welded with them lie closer
 * than the tolerance to each other (complete linkage), so a chain of near points never collapses; nearest pairs go
 * first and ties go by coordinates, so the result doesn't depend on the order of the input.
 */

/** Key of a grid point, for maps. */
export function pointKey(x: number, y: number): string {
  return `${x},${y}`;
}

type GridPoint = readonly [x: number, y: number];

interface Cluster {
  readonly members: number[];
}

interface Pair {
  readonly i: number;
  readonly j: number;
  readonly d2: number;
}

/**
 * @param points distinct or repeated grid points
 * @param tolerance grid units; pairs strictly closer are welded
 * @returns map from the key of each point that moves to the point it moves to (the leftmost, then lowest, of its group)
 */
export function weld(points: readonly GridPoint[], tolerance: number): ReadonlyMap<string, GridPoint> {
  const distinct = distinctOf(points);
  const clusters: Cluster[] = distinct.map((_, i) => ({ members: [i] }));
  const close = (i: number, j: number): boolean => {
    const p = distinct[i];
    const q = distinct[j];
    return p !== undefined && q !== undefined && (p[0] - q[0]) ** 2 + (p[1] - q[1]) ** 2 < tolerance * tolerance;
  };
  for (const { i, j } of nearPairs(distinct, tolerance)) {
    const a = clusters[i];
    const b = clusters[j];
    if (a === undefined || b === undefined || a === b) continue;
    if (!a.members.every((p) => b.members.every((q) => close(p, q)))) continue;
    a.members.push(...b.members);
    for (const member of b.members) clusters[member] = a;
  }
  const moved = new Map<string, GridPoint>();
  distinct.forEach((point, i) => {
    const to = distinct[Math.min(...(clusters[i]?.members ?? [i]))];
    if (to !== undefined && to !== point) moved.set(pointKey(point[0], point[1]), to);
  });
  return moved;
}

/** Pairs of sorted points closer than the tolerance, nearest first, ties by position. */
function nearPairs(sorted: readonly GridPoint[], tolerance: number): Pair[] {
  const pairs: Pair[] = [];
  sorted.forEach((p, i) => {
    for (let j = i + 1; j < sorted.length; j += 1) {
      const q = sorted[j];
      if (q === undefined || q[0] - p[0] >= tolerance) break;
      const d2 = (p[0] - q[0]) ** 2 + (p[1] - q[1]) ** 2;
      if (d2 < tolerance * tolerance) pairs.push({ i, j, d2 });
    }
  });
  return pairs.sort((a, b) => a.d2 - b.d2 || a.i - b.i || a.j - b.j);
}

/**
 * Joins each point to the nearest of the vertices strictly nearer than the tolerance, those being the fixed points and
 * the points, leftmost then lowest first, that had none to join. However many points crowd together, it takes no longer.
 *
 * @returns map from the key of each point to its vertex, perhaps itself
 */
export function join(
  points: readonly GridPoint[],
  fixed: readonly GridPoint[],
  tolerance: number,
): ReadonlyMap<string, GridPoint> {
  const size = Math.max(tolerance, 1);
  const cells = new Map<string, GridPoint[]>();
  const cellOf = (x: number, y: number): string => pointKey(Math.floor(x / size), Math.floor(y / size));
  const settle = (point: GridPoint): void => {
    const key = cellOf(...point);
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [point]);
    else cell.push(point);
  };
  const nearestTo = ([x, y]: GridPoint): GridPoint | undefined => {
    let best: GridPoint | undefined;
    let least = tolerance * tolerance;
    for (const dx of [-size, 0, size]) {
      for (const dy of [-size, 0, size]) {
        for (const vertex of cells.get(cellOf(x + dx, y + dy)) ?? []) {
          const d2 = (vertex[0] - x) ** 2 + (vertex[1] - y) ** 2;
          if (d2 < least) [best, least] = [vertex, d2];
        }
      }
    }
    return best;
  };
  for (const point of distinctOf(fixed)) settle(point);
  const joined = new Map<string, GridPoint>();
  for (const point of distinctOf(points)) {
    const vertex = nearestTo(point) ?? point;
    if (vertex === point) settle(point);
    joined.set(pointKey(...point), vertex);
  }
  return joined;
}

function distinctOf(points: readonly GridPoint[]): GridPoint[] {
  return [...new Map(points.map((p) => [pointKey(...p), p])).values()].sort((p, q) => p[0] - q[0] || p[1] - q[1]);
}
