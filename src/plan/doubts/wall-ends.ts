// Drawn walls that end a little before another: most likely they were to reach it.

import { spendBudget } from '../../base/budget.js';
import { compareLength, LENGTH_TOLERANCE } from '../../base/threshold.js';
import { distance, distanceToSegment, intersectSegments } from '../../geometry/index.js';
import type { Point, Segment } from '../../geometry/types.js';
import type { GroundLevel } from '../ground.js';
import type { Zone } from '../model.js';
import { Stretches } from '../nearby.js';
import type { Face } from '../walls/face.js';
import { fromFrame, lineFrame, SAME_LINE, SLIVER } from '../walls/plane.js';
import { deriveWalls, openingSegment } from '../walls/walls.js';

/** Metres: a wall that ends farther from the next one was meant to. Ours. */
const SHORT = 0.2;

/** The end of a drawn wall that stops short of another wall, leaving a gap of which it is unsure whether it is open. */
export interface WallEnd {
  /** Id of the wall, then those of the wall or zones that it ends before. */
  readonly between: readonly string[];
  /** From the wall's end to the other wall, in its direction. */
  readonly line: Segment;
  /** Metres. */
  readonly gap: number;
}

/**
 * Returns the ends of drawn walls that another wall stands before, more than 5 cm and at most 0.2 m away in the wall's
 * direction, with no opening between. Nearer ones are light leaks. Both walls are opaque and reach the ceiling.
 */
export function wallEnds(level: GroundLevel, zones: readonly Zone[]): WallEnd[] {
  const { faces } = deriveWalls(level, zones);
  const solid = faces.filter(({ material, height }) => material === 'opaque' && height === undefined);
  const walls = level.walls.filter(({ material, height }) => material === 'opaque' && height === undefined);
  if (walls.length === 0) return [];
  const standing = new Stretches(solid, () => SLIVER);
  const openings = new Stretches(level.openings.map(openingSegment), () => SAME_LINE);
  const found = new Map<string, WallEnd>();
  for (const { id, line } of walls) {
    for (const [end, before] of [[line[0], line[1]] as const, [line.at(-1), line.at(-2)] as const]) {
      const wallEnd = end && before && endBefore(id, end, before, standing);
      if (wallEnd === undefined || openings.near(wallEnd.line).some((one) => lies(wallEnd.line, one))) continue;
      const key = [wallEnd.line.a, wallEnd.line.b].map(([x, y]) => `${x.toFixed(4)} ${y.toFixed(4)}`).sort();
      if (!found.has(key.join())) found.set(key.join(), wallEnd);
    }
  }
  return [...found.values()];
}

/** True if the middle of a line lies on an opening. */
function lies({ a, b }: Segment, opening: Segment): boolean {
  return distanceToSegment([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], opening) <= SAME_LINE;
}

function endBefore(id: string, end: Point, before: Point, standing: Stretches<Face>): WallEnd | undefined {
  const frame = lineFrame({ a: before, b: end });
  if (frame === undefined) return undefined;
  const ahead: Segment = { a: end, b: fromFrame(frame, frame.length + SHORT + LENGTH_TOLERANCE, 0) };
  // As far as an end still stands at a wall: else the box round the way ahead, which turns with the plan, would choose.
  const near = standing.near(ahead, SAME_LINE + LENGTH_TOLERANCE);
  spendBudget(20 * near.length);
  let least = Number.POSITIVE_INFINITY;
  let hit: { readonly face: Face; readonly at: Point } | undefined;
  let owned = 0;
  let isFree = true;
  for (const face of near) {
    const own = face.source === 'wall' && face.owners.includes(id);
    const off = distanceToSegment(end, face);
    // An end at another wall is no free one, nor is one at a corner of its own.
    if (own && isEnd(face, end)) owned += 1;
    else if (compareLength(off, SAME_LINE) !== 'above') isFree = false;
    const at = off <= SLIVER ? undefined : intersectSegments(ahead, face);
    const far = at === undefined ? Number.POSITIVE_INFINITY : distance(end, at);
    if (at !== undefined && far > SLIVER && far < least) [least, hit] = [far, { face, at }];
  }
  if (!isFree || owned !== 1 || hit === undefined) return undefined;
  if (compareLength(least, SAME_LINE) !== 'above') return undefined;
  const others = hit.face.owners.filter((owner) => owner !== id).sort();
  return { between: [id, ...others], line: { a: end, b: hit.at }, gap: least };
}

function isEnd({ a, b }: Segment, point: Point): boolean {
  return Math.min(distance(a, point), distance(b, point)) <= SLIVER;
}
