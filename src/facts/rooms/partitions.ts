// Partitions: walls and walled rooms that stand inside a room.
import { spendBudget } from '../../base/budget.js';
import { compareLength } from '../../base/threshold.js';
import { boxOfRegion, containsPoint, distanceToSegment, forEachEdge } from '../../geometry/index.js';
import type { Box, Point, Region } from '../../geometry/types.js';
import type { Site, Wall, Zone } from '../../plan/model.js';
import { zonesOf } from '../protection/site.js';

/** Elements that divide a room: walls that stand in it, and enclosed zones nested in it. */
export interface Partitions {
  /** Walls that stand in the room. */
  readonly walls: readonly Wall[];
  /** Enclosed zones nested in the room. */
  readonly rooms: readonly Zone[];
}

/**
 * m: a wall nearer than this to the room's boundary is that boundary, drawn by its other face. Ours, as the page says.
 */
const BESIDE = 0.3;

/** m between the points at which a wall is tested. */
const STEP = 0.05;

/**
 * Returns the walls and walled rooms inside `room`, on all its levels. A room inside one of those rooms isn't counted
 * again.
 */
export function partitionsIn(room: Zone, site: Site): Partitions {
  const own = site.levels.filter(({ id }) => room.levels.includes(id));
  // Also those that are drawn on another level and reach into this one.
  const inside = zonesOf(site).filter(({ id, enclosed }) => enclosed && room.nested.includes(id));
  const rooms = inside.filter(({ id }) => !inside.some((other) => other.nested.includes(id)));
  const walls = own.flatMap(({ id, walls }) => {
    const here = rooms.filter((each) => each.levels.includes(id));
    return walls.filter((wall) => wall.height !== 0 && standsIn(wall, room.region, here));
  });
  return { walls, rooms };
}

/** True if any part of the wall stands in the room, clear of its boundary and of the rooms inside it. */
function standsIn({ line }: Wall, region: Region, rooms: readonly Zone[]): boolean {
  const box = boxOfRegion(region);
  if (box === undefined) return false;
  const stands = (at: Point) =>
    containsPoint(region, at) &&
    !isBeside(at, region) &&
    !rooms.some((room) => containsPoint(room.region, at) || isBeside(at, room.region));
  return line.slice(1).some((end, i) => pointsWithin(line[i], end, box).some(stands));
}

/** Returns points along the wall, at most `STEP` apart, for the part of it that lies in the box; plan metres. */
function pointsWithin(start: Point, end: Point, { minX, minY, maxX, maxY }: Box): Point[] {
  let [from, to] = [0, 1];
  const along: Point = [end[0] - start[0], end[1] - start[1]];
  for (const [at, by, low, high] of [
    [start[0], along[0], minX, maxX],
    [start[1], along[1], minY, maxY],
  ]) {
    if (by === 0) {
      if (at < low || at > high) return [];
      continue;
    }
    const [near, far] = [(low - at) / by, (high - at) / by].sort((a, b) => a - b);
    from = Math.max(from, near);
    to = Math.min(to, far);
  }
  if (to <= from) return [];
  const steps = Math.ceil(((to - from) * Math.hypot(...along)) / STEP);
  spendBudget(steps);
  return Array.from({ length: steps + 1 }, (_, n) => {
    const part = from + ((to - from) * n) / Math.max(1, steps);
    return [start[0] + part * along[0], start[1] + part * along[1]];
  });
}

function isBeside(at: Point, { rings, shadows }: Region): boolean {
  let beside = false;
  for (const ring of [...rings, ...shadows]) {
    spendBudget(ring.length);
    forEachEdge(ring, (a, b) => {
      beside ||= compareLength(distanceToSegment(at, { a, b }), BESIDE) === 'below';
    });
  }
  return beside;
}
