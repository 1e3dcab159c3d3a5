// Finds the gaps between walls: free stretches of an axis from jamb to jamb.

import { spendBudget } from '../../../base/budget.js';
import { lengthOf } from '../../../geometry/shapes/segment.js';
import type { Point, Segment } from '../../../geometry/types.js';
import { distance, halfway } from '../../../geometry/vector.js';
import { boxOfSegment, meeting } from '../../../plan/nearby.js';
import { fromFrame, type LineFrame, lineFrame, toFrame } from '../../../plan/walls/plane.js';
import { ALONG, FACING, JAMBS, LAYER, NARROWEST_DRAWN, STRAIGHT, WIDEST_DRAWN, WIDEST_JAMBS } from '../limits.js';
import type { Gap, Walls } from '../types.js';
import type { Filling } from './evidence.js';
import type { Bodies } from './rays.js';

/** An end of a strip or of a single line. */
interface End {
  readonly at: Point;
  /** Unit vector out of the wall. */
  readonly out: Point;
  readonly thickness: number;
  /** Length of its wall. */
  readonly wall: number;
}

/**
 * Returns the gaps between the walls of a storey. A gap found from both of its ends is listed twice.
 *
 * @param bodies answers for the same walls (`bodiesOf`)
 * @param filling tells what the storey's drawn doors and windows fill of a gap (`fillingOf`)
 */
export function gapsOf(walls: Walls, bodies: Bodies, filling: Filling): Gap[] {
  const ends = endsOf(walls, bodies);
  const stubs = stubsOf(walls.lines, ends);
  return [...fromEnds([...ends, ...stubs], bodies, filling), ...betweenJambs(walls.lines, bodies, filling)];
}

/** A single line is as thick as a drawn one. */
const LINE = 0.02;

/** Shorter single lines are jambs, sills and scraps. */
const LEAST_SINGLE = 0.15;

function endsOf({ strips, singles }: Walls, bodies: Bodies): End[] {
  const ends: End[] = [];
  for (const strip of strips) {
    const frame = lineFrame(strip);
    if (frame === undefined) continue;
    const { along, length } = frame;
    const common = { thickness: strip.thickness, wall: length };
    ends.push({ at: strip.a, out: [-along[0], -along[1]], ...common }, { at: strip.b, out: along, ...common });
  }
  for (const single of singles) {
    const frame = lineFrame(single);
    if (frame === undefined || frame.length < LEAST_SINGLE) continue;
    const { along, length } = frame;
    for (const [at, out] of [
      [single.a, [-along[0], -along[1]]],
      [single.b, along],
    ] as const) {
      if (isFree(at, frame.along, bodies)) ends.push({ at, out, thickness: 0, wall: length });
    }
  }
  return ends;
}

/** True if no other wall stands at the end of a single line. */
function isFree(at: Point, [ux, uy]: Point, bodies: Bodies): boolean {
  if (bodies.isInside(at)) return false;
  return bodies.near({ a: at, b: at }, LINE).every((line) => {
    const frame = lineFrame(line);
    if (frame === undefined) return true;
    const [s, d] = toFrame(frame, at);
    const touches = Math.abs(d) <= LINE && s >= -LINE && s <= frame.length + LINE;
    const isOwn = Math.abs(ux * frame.along[1] - uy * frame.along[0]) <= STRAIGHT * 2;
    return !touches || isOwn;
  });
}

/**
 * Returns the ends of stubs too short for a strip: edges across a wall from which both its faces run back. A pillar has
 * none.
 */
function stubsOf(lines: readonly Segment[], ends: readonly End[]): End[] {
  const meet = meeting(lines.map((line) => boxOfSegment(line)));
  const meetEnd = meeting(ends.map(({ at }) => boxOfSegment({ a: at, b: at })));
  return lines.flatMap((edge): End[] => {
    const frame = lineFrame(edge);
    if (frame === undefined || frame.length < JAMBS[0] || frame.length > JAMBS[1]) return [];
    const near = meet(boxOfSegment(edge, LINE)).map((i) => lines[i]);
    spendBudget(10 * near.length);
    const [one, other] = [edge.a, edge.b].map((corner) => depthsAt(corner, frame, near));
    const sides = [...one].filter(([side]) => other.has(side));
    const [only] = sides;
    if (only === undefined || one.size + other.size !== 2) return [];
    const [side, depth] = only;
    const back = Math.min(depth, other.get(side) ?? 0);
    const far: Segment = { a: fromFrame(frame, 0, side * back), b: fromFrame(frame, frame.length, side * back) };
    if (meet(boxOfSegment(far, LINE)).some((i) => isSameLine(lines[i], far))) return [];
    const at = halfway(edge.a, edge.b);
    const out: Point = [frame.along[1] * side, -frame.along[0] * side];
    const isEnd = meetEnd(boxOfSegment({ a: at, b: at }, 0.05)).some(
      (i) => ends[i].out[0] * out[0] + ends[i].out[1] * out[1] > 0.9,
    );
    return isEnd ? [] : [{ at, out, thickness: frame.length, wall: STUB }];
  });
}

function isSameLine(one: Segment, other: Segment): boolean {
  const meets = (a: Point, b: Point) => distance(one.a, a) <= LINE && distance(one.b, b) <= LINE;
  return meets(other.a, other.b) || meets(other.b, other.a);
}

/** Returns how far lines run across from a corner of an edge, by the edge's side (1 left, -1 right). */
function depthsAt(corner: Point, frame: LineFrame, near: readonly Segment[]): Map<1 | -1, number> {
  const [at] = toFrame(frame, corner);
  const depths = new Map<1 | -1, number>();
  for (const { a, b } of near) {
    const [[sa, da], [sb, db]] = [toFrame(frame, a), toFrame(frame, b)];
    if (Math.abs(sb - sa) > 0.03 * Math.abs(db - da) || Math.abs((sa + sb) / 2 - at) > LINE) continue;
    for (const side of [1, -1] as const) {
      const depth = Math.max(side * da, side * db);
      if (Math.min(side * da, side * db) < LINE && depth > LINE)
        depths.set(side, Math.max(depth, depths.get(side) ?? 0));
    }
  }
  return depths;
}

function fromEnds(ends: readonly End[], bodies: Bodies, filling: Filling): Gap[] {
  const meet = meeting(ends.map(({ at }) => boxOfSegment({ a: at, b: at })));
  return ends.flatMap(({ at, out, thickness, wall }): Gap[] => {
    const length = bodies.ahead(at, out, Math.max(thickness, LINE), WIDEST_DRAWN);
    if (length === undefined || length <= LINE) return [];
    const b: Point = [at[0] + out[0] * length, at[1] + out[1] * length];
    const opposite = meet(boxOfSegment({ a: b, b }, 0.5)).flatMap((i) => {
      const end = ends[i];
      const off = Math.max(thickness, end.thickness, LINE) / 2;
      const [x, y] = [end.at[0] - at[0], end.at[1] - at[1]];
      const faces = out[0] * end.out[0] + out[1] * end.out[1] < -0.985;
      const isThere = distance(end.at, b) < off + 0.12 && Math.abs(y * out[0] - x * out[1]) < off + LINE;
      return faces && isThere ? [end] : [];
    });
    const thick = Math.max(thickness, ...opposite.map((end) => end.thickness));
    // A layer of a wall leads to the whole wall, on whose axis the gap lies.
    const isLayer = thickness > 0 && thickness <= LAYER && thickness < thick / 2;
    const thicker = isLayer ? opposite.find((end) => end.thickness === thick) : undefined;
    const gap = movedTo(thicker?.at ?? at, { a: at, b }, out);
    return [{ ...gap, length, thickness: thick, isBetweenEnds: opposite.length > 0, wall, ...filling(gap, thick) }];
  });
}

/** Returns a gap moved across so that its line runs through a point. */
function movedTo([x, y]: Point, { a, b }: Segment, [ux, uy]: Point): Segment {
  const off = (y - a[1]) * ux - (x - a[0]) * uy;
  const moved = (at: Point): Point => [at[0] - uy * off, at[1] + ux * off];
  return { a: moved(a), b: moved(b) };
}

/** Length in m that a wall counts with whose stub is only a jamb. */
const STUB = 0.4;

/** Returns the gaps between short edges that face each other: bay windows and recessed doors have stubs of no length. */
function betweenJambs(lines: readonly Segment[], bodies: Bodies, filling: Filling): Gap[] {
  const jambs = lines.filter((line) => lengthOf(line) >= JAMBS[0] && lengthOf(line) <= JAMBS[1]);
  const meet = meeting(jambs.map((jamb) => boxOfSegment(jamb)));
  const found: Gap[] = [];
  for (const [i, jamb] of jambs.entries()) {
    const frame = lineFrame(jamb);
    if (frame === undefined) continue;
    const [ux, uy] = frame.along;
    for (const side of [1, -1]) {
      const middle = halfway(jamb.a, jamb.b);
      const ray: Segment = {
        a: middle,
        b: [middle[0] - uy * side * WIDEST_JAMBS, middle[1] + ux * side * WIDEST_JAMBS],
      };
      let best:
        | { readonly length: number; readonly low: number; readonly high: number; readonly j: number }
        | undefined;
      for (const j of meet(boxOfSegment(ray, frame.length / 2))) {
        if (j === i) continue;
        const [[sa, da], [sb, db]] = [toFrame(frame, jambs[j].a), toFrame(frame, jambs[j].b)];
        if (Math.abs(db - da) > 0.03 * Math.hypot(sb - sa, db - da)) continue;
        const length = ((da + db) / 2) * side;
        if (length < NARROWEST_DRAWN || length > WIDEST_JAMBS || (best !== undefined && length >= best.length))
          continue;
        const [low, high] = [Math.max(0, Math.min(sa, sb)), Math.min(frame.length, Math.max(sa, sb))];
        const least = Math.min(frame.length, Math.abs(sb - sa));
        if (high - low < Math.max(0.05, FACING * least)) continue;
        best = { length, low, high, j };
      }
      if (best === undefined || best.j < i) continue;
      const { length, low, high } = best;
      const gap = { a: fromFrame(frame, (low + high) / 2, 0), b: fromFrame(frame, (low + high) / 2, side * length) };
      if (!isClear(gap, bodies)) continue;
      const thickness = high - low;
      found.push({ ...gap, length, thickness, isBetweenEnds: true, wall: STUB, ...filling(gap, thickness) });
    }
  }
  return found;
}

/** Metres left at either end when a gap is asked for what stands in it; and share of it that may lie in a wall. */
const JAMB = 0.03;

function isClear(gap: Segment, bodies: Bodies): boolean {
  const frame = lineFrame(gap);
  // Both faces of a pillar face each other, too.
  if (frame === undefined || bodies.isInside(halfway(gap.a, gap.b)) || bodies.shareInside(gap, 0) > JAMB) return false;
  const reach = frame.length - 2 * JAMB;
  const hit = bodies.ahead(fromFrame(frame, JAMB, 0), frame.along, 0, reach);
  const isAlong = (line: Segment) => {
    const [[sa, da], [sb, db]] = [toFrame(frame, line.a), toFrame(frame, line.b)];
    const isParallel = Math.abs(db - da) <= ALONG * Math.hypot(sb - sa, db - da);
    return (
      isParallel && Math.abs(da + db) / 2 < 0.01 && Math.max(sa, sb) > JAMB && Math.min(sa, sb) < frame.length - JAMB
    );
  };
  return hit === undefined && !bodies.near(gap, 0).some(isAlong);
}
