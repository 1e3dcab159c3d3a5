// Looks along a line for the first body.

import { spendBudget } from '../../../base/budget.js';
import { boxOfRings } from '../../../geometry/shapes/ring.js';
import { distanceToSegment, lengthOf } from '../../../geometry/shapes/segment.js';
import type { Box, Point, Segment } from '../../../geometry/types.js';
import { inRing } from '../../../plan/inside.js';
import { boxOfSegment, meeting } from '../../../plan/nearby.js';
import { edgesOf, fromFrame, lineFrame } from '../../../plan/walls/plane.js';
import type { Walls } from '../types.js';
import { insideOf, rectangleOf } from '../walls/bodies.js';

/** Metres in front of an end of wall where looking begins: past its own jamb, before anything else. */
const AHEAD = 0.012;

/** Box that meets no other. */
const NOWHERE: Box = {
  minX: Number.POSITIVE_INFINITY,
  minY: Number.POSITIVE_INFINITY,
  maxX: Number.NEGATIVE_INFINITY,
  maxY: Number.NEGATIVE_INFINITY,
};

/** Answers questions of place about the walls of a storey: distances, faces nearby, whether a point is in a wall. */
export interface Bodies {
  /**
   * Returns the distance in m to the first body ahead of `from`, across the whole `width` of a wall; undefined if there
   * is none within `reach` or if it stands askew.
   */
  readonly ahead: (from: Point, along: Point, width: number, reach: number) => number | undefined;
  /** True if a point lies in a wall's body. */
  readonly isInside: (at: Point) => boolean;
  /** Returns the distance in m from a point to the nearest body, `reach` if there is none nearer. */
  readonly distance: (at: Point, reach: number) => number;
  /** Returns the faces, jambs and single lines that come within `reach` m of the box of a segment. */
  readonly near: (segment: Segment, reach: number) => readonly Segment[];
  /**
   * Returns the share (0–1) of a segment that lies in strips of wall, or within `by` m of one or of any face or single
   * line.
   */
  readonly shareInside: (segment: Segment, by: number) => number;
}

/** Returns the `Bodies` that answers questions of place about `walls`. */
export function bodiesOf(walls: Walls): Bodies {
  const { lines, strips, singles, solids } = walls;
  const rectangles = strips.map((strip) => rectangleOf(strip, strip.thickness));
  const edges: Segment[] = [...lines, ...[...rectangles, ...solids].flatMap(edgesOf)];
  const meet = meeting(edges.map((edge) => boxOfSegment(edge)));
  const near = (segment: Segment, reach: number) => meet(boxOfSegment(segment, reach)).map((i) => edges[i]);
  // A ray along a single line would pass by its end.
  const stops = [...edges, ...singles.flatMap(capsOf)];
  const meetStop = meeting(stops.map((edge) => boxOfSegment(edge)));
  const meetStrip = meeting(strips.map((strip) => boxOfSegment(strip, strip.thickness / 2)));
  const meetSolid = meeting(solids.map((ring) => boxOfRings([ring]) ?? NOWHERE));
  const isInside = (at: Point): boolean => {
    const box = boxOfSegment({ a: at, b: at });
    return meetStrip(box).some((i) => inRing(rectangles[i], at)) || meetSolid(box).some((i) => inRing(solids[i], at));
  };
  const first = (from: Point, [ux, uy]: Point, reach: number): number | undefined => {
    let least: number | undefined;
    const ray: Segment = { a: from, b: [from[0] + ux * reach, from[1] + uy * reach] };
    const found = meetStop(boxOfSegment(ray));
    spendBudget(6 * found.length);
    for (const i of found) {
      const { a, b } = stops[i];
      const [ax, ay, bx, by] = [a[0] - from[0], a[1] - from[1], b[0] - from[0], b[1] - from[1]];
      const [da, db] = [ay * ux - ax * uy, by * ux - bx * uy];
      if (da === db || da * db > 0) continue;
      const [sa, sb] = [ax * ux + ay * uy, bx * ux + by * uy];
      const s = sa + (da / (da - db)) * (sb - sa);
      if (s >= 0 && s <= reach && (least === undefined || s < least)) least = s;
    }
    return least;
  };
  return {
    near,
    isInside,
    ahead: (from, along, width, reach) => {
      const [ux, uy] = along;
      const hits: number[] = [];
      for (const k of [-0.3, 0, 0.3]) {
        const [x, y] = [from[0] + ux * AHEAD - uy * width * k, from[1] + uy * AHEAD + ux * width * k];
        if (isInside([x, y])) return undefined;
        const hit = first([x, y], along, reach);
        if (hit === undefined) return undefined;
        hits.push(hit);
      }
      const [low, high] = [Math.min(...hits), Math.max(...hits)];
      return high - low > Math.max(0.1, 0.8 * width) ? undefined : high + AHEAD;
    },
    distance: (at, reach) => {
      if (isInside(at)) return 0;
      return near({ a: at, b: at }, reach).reduce((least, edge) => Math.min(least, distanceToSegment(at, edge)), reach);
    },
    shareInside: (segment, by) => {
      const parts: [number, number][] = [];
      for (const i of meetStrip(boxOfSegment(segment, by))) {
        const part = insideOf(strips[i], segment, by);
        if (part !== undefined) parts.push([...part]);
      }
      for (const edge of by > 0 ? near(segment, by) : []) {
        const part = insideOf({ ...edge, thickness: 0 }, segment, by);
        if (part !== undefined) parts.push([...part]);
      }
      return coveredShare(parts, lengthOf(segment));
    },
  };
}

/** Half the width in m of the ends of a single line. */
const CAP = 0.01;

/** Returns the ends of a single line as short edges across it. */
function capsOf(line: Segment): Segment[] {
  const frame = lineFrame(line);
  if (frame === undefined) return [];
  return [0, frame.length].map((s) => ({ a: fromFrame(frame, s, -CAP), b: fromFrame(frame, s, CAP) }));
}

function coveredShare(parts: readonly [number, number][], length: number): number {
  let [sum, end] = [0, Number.NEGATIVE_INFINITY];
  for (const [from, to] of [...parts].sort((p, q) => p[0] - q[0])) {
    sum += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return length === 0 ? 0 : sum / length;
}
