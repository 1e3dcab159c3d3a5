// Curves that are written as chains of lines shorter than anything a plan tells apart.

import { addTo } from '../../../base/arrays.js';
import { spendBudget } from '../../../base/budget.js';
import type { Point } from '../../../geometry/types.js';
import { distance } from '../../../geometry/vector.js';
import type { DraftWall } from '../../draft.js';
import { CRUMB } from '../limits.js';
import { isWide } from './filled.js';

/**
 * Returns walls with chains of crumbs as one wall each, whose points are CRUMB apart. Programs that turn a sheet into a
 * drawing write each curve as hundreds of lines or splines of some millimetres; what is closer than a weld would be
 * welded point by point.
 */
export function withoutCrumbs(walls: readonly DraftWall[]): DraftWall[] {
  const crumbs = walls.filter(isCrumb);
  const at = new Map<string, DraftWall[]>();
  for (const crumb of crumbs) for (const end of endsOf(crumb)) addTo(at, keyOf(end), crumb);
  spendBudget(10 * crumbs.length);
  const gone = new Set<DraftWall>();
  const chains = new Map<DraftWall, Point[]>();
  const follow = (first: DraftWall, from: Point) => {
    const points = [from];
    for (let crumb: DraftWall | undefined = first; crumb !== undefined; ) {
      gone.add(crumb);
      const [a, b] = endsOf(crumb);
      const end: Point = keyOf(a) === keyOf(points[points.length - 1]) ? b : a;
      points.push(end);
      const here = at.get(keyOf(end)) ?? [];
      crumb = here.length === 2 ? here.find((other) => !gone.has(other)) : undefined;
    }
    chains.set(first, thinned(points));
  };
  // Chains from their ends; what then is left is closed.
  for (const isEnd of [true, false]) {
    for (const crumb of crumbs) {
      const from = endsOf(crumb).find((end) => !isEnd || at.get(keyOf(end))?.length !== 2);
      if (from !== undefined && !gone.has(crumb)) follow(crumb, from);
    }
  }
  return walls.flatMap((wall): DraftWall[] => {
    const line = chains.get(wall);
    if (line !== undefined) return [{ ...wall, line }];
    return gone.has(wall) ? [] : [wall];
  });
}

function isCrumb(wall: DraftWall): boolean {
  const { line, solid } = wall;
  if (solid === true || isWide(wall) || line.length < 2) return false;
  const length = line.slice(1).reduce((sum, point, n) => sum + distance(line[n], point), 0);
  return length < CRUMB;
}

function endsOf({ line }: DraftWall): readonly [Point, Point] {
  return [line[0], line[line.length - 1]];
}

/** Tenths of a millimetre: chains are written with rounded numbers. */
function keyOf([x, y]: Point): string {
  return `${Math.round(x * 1e4)} ${Math.round(y * 1e4)}`;
}

/** Returns the points of a chain that are CRUMB apart, and both of its ends. */
function thinned(points: readonly Point[]): Point[] {
  const kept = [points[0]];
  const last = points[points.length - 1];
  for (const point of points.slice(1, -1)) if (distance(kept[kept.length - 1], point) >= CRUMB) kept.push(point);
  return [...kept, last];
}
