import { spend } from '../../../geometry/effort.js';
import { boxOfRegion, distanceToSegment, forEachEdge, holds } from '../../../geometry/index.js';
import type { Box, Point, Region } from '../../../geometry/types.js';
import type { Site, Wall, Zone } from '../../../plan/model.js';

/** What divides a room. */
export interface Partitions {
  /** Walls that stand in it. */
  readonly walls: readonly Wall[];
  /** Rooms within it that are walled off. */
  readonly rooms: readonly Zone[];
}

/** m: nearer than this to the room's boundary a wall is the boundary, drawn by its other face. Ours, as the page says. */
const BESIDE = 0.3;

/** m: how finely a wall is followed. */
const STEP = 0.05;

/** The walls and walled rooms inside `room`, a room within one of these not counted again. */
export function partitionsIn(room: Zone, site: Site): Partitions {
  const level = site.levels.find(({ id }) => id === room.levels[0]);
  const inside = (level?.zones ?? []).filter(({ id, enclosed }) => enclosed && room.nested.includes(id));
  const rooms = inside.filter(({ id }) => !inside.some((other) => other.nested.includes(id)));
  const walls = (level?.walls ?? []).filter((wall) => wall.height !== 0 && standsIn(wall, room.region, rooms));
  return { walls, rooms };
}

/** Whether any of it stands in the room, clear of the room's boundary and of the rooms inside. */
function standsIn({ line }: Wall, region: Region, rooms: readonly Zone[]): boolean {
  const box = boxOfRegion(region);
  if (box === undefined) return false;
  const stands = (at: Point) =>
    holds(region, at) &&
    !isBeside(at, region) &&
    !rooms.some((room) => holds(room.region, at) || isBeside(at, room.region));
  return line.slice(1).some((end, i) => pointsWithin(line[i], end, box).some(stands));
}

/** Points along a wall, as far as it lies in the box. */
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
  spend(steps);
  return Array.from({ length: steps + 1 }, (_, n) => {
    const part = from + ((to - from) * n) / Math.max(1, steps);
    return [start[0] + part * along[0], start[1] + part * along[1]];
  });
}

function isBeside(at: Point, { rings, shadows }: Region): boolean {
  let beside = false;
  for (const ring of [...rings, ...shadows]) {
    spend(ring.length);
    forEachEdge(ring, (a, b) => {
      beside ||= distanceToSegment(at, { a, b }) < BESIDE;
    });
  }
  return beside;
}
