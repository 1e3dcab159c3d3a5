// Plane geometry of walls: line frames, zones at a point, crossings.

import { spendBudget } from '../../base/budget.js';
import { memoize } from '../../base/memo.js';
import { byCodeUnit } from '../../base/order.js';
import { ANGLE_TOLERANCE } from '../../base/threshold.js';
import { boxOfRegion } from '../../geometry/shapes/ring.js';
import type { Box, Point, Region, Ring, Segment } from '../../geometry/types.js';
import { inRing } from '../inside.js';
import type { Zone } from '../model.js';
import { boxOfSegment, zonesMeeting } from '../nearby.js';

/**
 * Sine of 10°, and a little more, so that exactly 10° counts: openings and walls that belong together differ no more in
 * direction.
 */
export const PARALLEL = Math.sin(((10 + ANGLE_TOLERANCE) * Math.PI) / 180);
/** Metres: elements no further apart than this are on the same line. */
export const SAME_LINE = 0.05;
/** Metres: shorter stretches are welded away. */
export const SLIVER = 0.005;

/**
 * A straight line with a frame: `s` runs along it from `origin`, `d` across it, positive to the left. Metres; `along`
 * is a unit vector.
 */
export interface LineFrame {
  readonly origin: Point;
  readonly along: Point;
  readonly length: number;
}

/** Returns the frame of a segment; undefined if its ends coincide. */
export function lineFrame(segment: Segment): LineFrame | undefined {
  const dx = segment.b[0] - segment.a[0];
  const dy = segment.b[1] - segment.a[1];
  const length = Math.hypot(dx, dy);
  return length > 0 ? { origin: segment.a, along: [dx / length, dy / length], length } : undefined;
}

/** Returns a point's [s, d] in a frame, m. */
export function toFrame(frame: LineFrame, point: Point): readonly [s: number, d: number] {
  const x = point[0] - frame.origin[0];
  const y = point[1] - frame.origin[1];
  return [x * frame.along[0] + y * frame.along[1], y * frame.along[0] - x * frame.along[1]];
}

/** Returns the point at [s, d] of a frame. */
export function fromFrame(frame: LineFrame, s: number, d: number): Point {
  return [
    frame.origin[0] + s * frame.along[0] - d * frame.along[1],
    frame.origin[1] + s * frame.along[1] + d * frame.along[0],
  ];
}

/** Returns the segments of a line, from its first point to its last. */
export function segmentsOf(line: readonly Point[]): Segment[] {
  return line.slice(1).map((b, n) => ({ a: line[n], b }));
}

/** Returns the edges of a ring, closing one included. Edges without length are left out. */
export function edgesOf(ring: Ring): Segment[] {
  spendBudget(4 * ring.length);
  return edgesAround(ring);
}

/** Returns the edges of all rings of a region. Memoized; it spends no budget, so the caller must. */
export const edgesOfRegion = memoize(({ rings, shadows }: Region): readonly Segment[] =>
  [...rings, ...shadows].flatMap(edgesAround),
);

function edgesAround(ring: Ring): Segment[] {
  return ring.flatMap((a, i) => {
    const b = ring[(i + 1) % ring.length];
    return b === undefined || (a[0] === b[0] && a[1] === b[1]) ? [] : [{ a, b }];
  });
}

/** True if `point` lies in `region`. For points well off its edges only. */
export function inRegion(region: Region, point: Point): boolean {
  return isInAny(region.rings, point) && !isInAny(region.shadows, point);
}

function isInAny(rings: readonly Ring[], point: Point): boolean {
  spendBudget(4 * rings.length);
  for (const ring of rings) if (inRing(ring, point)) return true;
  return false;
}

/** Returns the innermost zone (the one with the smallest outline) that contains a point; undefined if none does. */
export type ZoneAt = (point: Point) => Zone | undefined;

/** Metres around a point within which the next one asked for is likely to lie. */
const NEXT = 1;

/** Returns a function that finds the innermost of the zones at a point. */
export function zoneFinder(zones: readonly Zone[]): ZoneAt {
  const meet = zonesMeeting(zones);
  let about: Box | undefined;
  let near: readonly Zone[] = [];
  return (point) => {
    const [x, y] = point;
    if (about === undefined || x < about.minX || x > about.maxX || y < about.minY || y > about.maxY) {
      about = boxOfSegment({ a: point, b: point }, NEXT);
      near = meet(about);
    }
    let best: Zone | undefined;
    for (const zone of near) {
      if (!inRegion(zone.region, point)) continue;
      if (best === undefined || innermostFirst(zone, best) < 0) best = zone;
    }
    return best;
  };
}

/**
 * Compares two zones for sorting: a nested zone before the one around it, else the smaller one first. Zones of one size
 * sort by place (left, then low), then by kind, and only then by id. So neither ids nor the corner that an outline
 * starts at decide, unless two zones of one kind lie in one place.
 */
export function innermostFirst(a: Zone, b: Zone): number {
  if (a.nested.includes(b.id)) return 1;
  if (b.nested.includes(a.id)) return -1;
  const [one, other] = [outlineArea(a), outlineArea(b)];
  if (Math.abs(one - other) > ROUNDING * other) return one - other;
  return byPlace(a, b) || byCodeUnit(a.kind, b.kind) || byCodeUnit(a.id, b.id);
}

/** Share of an area by which its sum may differ with the corner it starts from. */
const ROUNDING = 1e-9;

function byPlace(a: Zone, b: Zone): number {
  const [one, other] = [boxOfRegion(a.region), boxOfRegion(b.region)];
  if (one === undefined || other === undefined) return 0;
  return one.minX - other.minX || one.minY - other.minY || one.maxX - other.maxX || one.maxY - other.maxY;
}

/** Returns m² within the outer rings of a zone. Remembered, since it is compared with that of every zone around. */
const outlineArea = memoize(({ region }: Zone) =>
  region.rings.reduce((sum, ring) => sum + Math.abs(shoelace(ring)), 0),
);

function shoelace(ring: Ring): number {
  return edgesOf(ring).reduce((sum, { a, b }) => sum + (a[0] * b[1] - b[0] * a[1]) / 2, 0);
}

/**
 * Adds the positions along `segment` (strictly between 0 and 1) where it crosses or touches `other`. Where the two
 * overlap on one line, those are the ends of the overlap.
 */
export function addCrossings({ a, b }: Segment, other: Segment, into: number[]): void {
  const add = (t: number): void => {
    if (t > 0 && t < 1) into.push(t);
  };
  const rx = b[0] - a[0];
  const ry = b[1] - a[1];
  const qx = other.b[0] - other.a[0];
  const qy = other.b[1] - other.a[1];
  const ox = other.a[0] - a[0];
  const oy = other.a[1] - a[1];
  const cross = rx * qy - ry * qx;
  const scale = Math.hypot(rx, ry) * Math.hypot(qx, qy);
  if (Math.abs(cross) <= 1e-12 * scale) {
    const length2 = rx * rx + ry * ry;
    if (Math.abs(ox * ry - oy * rx) > 1e-9 * Math.sqrt(length2)) return;
    add((ox * rx + oy * ry) / length2);
    add(((ox + qx) * rx + (oy + qy) * ry) / length2);
    return;
  }
  const u = (ox * ry - oy * rx) / cross;
  if (u >= -1e-9 && u <= 1 + 1e-9) add((ox * qy - oy * qx) / cross);
}

/** Returns the point at `t` (0–1) of a segment. */
export function pointAlong({ a, b }: Segment, t: number): Point {
  return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
}
