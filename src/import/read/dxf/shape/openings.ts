// The line of a door or window along its wall.

import { maxOf, minOf } from '../../../../base/arrays.js';
import type { Point, Segment } from '../../../../geometry/types.js';
import { distance } from '../../../../geometry/vector.js';
import { boxOfSegment, meeting } from '../../../../plan/nearby.js';
import type { Swing } from './outline.js';

/** The drawing of a door or window, in m. */
export interface OpeningDrawing {
  readonly lines: readonly (readonly Point[])[];
  readonly swings: readonly Swing[];
  /** Direction of its block, a unit vector; undefined if it is in no block. */
  readonly axis?: Point;
}

/** Line of an opening along its wall, in m. */
export interface OpeningLine {
  readonly line: readonly [Point, Point];
  /** Distance in m between the faces of the wall; undefined unless both are drawn. */
  readonly thickness: number | undefined;
}

/** Returns the edges of walls and rooms on a storey whose bounding box comes within `reach` m of a segment. */
export type Faces = (near: Segment, reach: number) => readonly Segment[];

/** Returns a search over `edges`. */
export function facesOf(edges: readonly Segment[]): Faces {
  const meet = meeting(edges.map((edge) => boxOfSegment(edge)));
  return (near, reach) => meet(boxOfSegment(near, reach)).flatMap((index) => edges[index] ?? []);
}

/** Sine of 10°, the tolerance with which a plan places openings. A line at a greater angle is not along the wall. */
const ALONG = 0.1736;

/** Smallest opening in m. Nobody passes a narrower one; a shorter line on such a layer runs across the wall. */
export const SHORTEST = 0.4;

/** Widest leaf in m; a larger arc on a layer of doors is something else. */
const WIDEST_LEAF = 3;
const NARROWEST_LEAF = 0.3;

/**
 * Returns the line of a door or window along its wall, through the middle of its drawing; undefined if there is none.
 *
 * A door leaf is an arc about its hinge. It closes from the hinge to the end of the arc where the open leaf isn't
 * drawn. Other openings lie along their longer side.
 */
export function lineOfOpening(drawing: OpeningDrawing, faces: Faces): OpeningLine | undefined {
  const swings = drawing.swings.filter(isLeaf);
  const line = swings.length > 0 ? acrossSwings(swings, drawing, faces) : alongLonger(drawing);
  return line === undefined || distance(...line) < SHORTEST ? undefined : inWall(line, faces);
}

/** True if an arc may be a door swing: by its radius and a turn of 45° to 135°. */
export function isLeaf({ hinge, ends: [one, other] }: Swing): boolean {
  const radius = distance(hinge, one);
  const chord = distance(one, other);
  return radius >= NARROWEST_LEAF && radius <= WIDEST_LEAF && chord > 0.75 * radius && chord < 1.87 * radius;
}

function acrossSwings(swings: readonly Swing[], { lines }: OpeningDrawing, faces: Faces): [Point, Point] | undefined {
  const segments = lines.flatMap(segmentsOf);
  const points = swings.flatMap((swing) => [swing.hinge, closedEnd(swing, segments, faces)]);
  return furthestPair(points);
}

/** Returns the end of a swing at which the leaf is shut. */
function closedEnd(swing: Swing, segments: readonly Segment[], faces: Faces): Point {
  const { hinge, ends } = swing;
  const [one, other] = ends;
  const [leafOne, leafOther] = ends.map((end) => segments.some((segment) => isLeafTo(segment, hinge, end)));
  if (leafOne !== leafOther) return leafOne ? other : one;
  const [wallOne, wallOther] = ends.map((end) => faceAlong({ a: hinge, b: end }, faces).length > 0);
  return wallOther && !wallOne ? other : one;
}

/** True if a segment runs from the hinge to an end of the swing, within a fifth of the radius. */
export function isLeafTo({ a, b }: Segment, hinge: Point, end: Point): boolean {
  const radius = distance(hinge, end);
  const [near, far] = distance(a, hinge) < distance(b, hinge) ? [a, b] : [b, a];
  return distance(near, hinge) <= 0.2 * radius && distance(far, end) <= 0.2 * radius;
}

function furthestPair(points: readonly Point[]): [Point, Point] | undefined {
  let best: [Point, Point] | undefined;
  for (const [index, p] of points.entries()) {
    for (const q of points.slice(index + 1)) {
      if (best === undefined || distance(p, q) > distance(...best)) best = [p, q];
    }
  }
  return best;
}

function alongLonger({ lines, axis }: OpeningDrawing): [Point, Point] | undefined {
  const points = lines.flat();
  const [ux, uy] = axis ?? longestDirection(lines);
  const s = points.map(([x, y]) => x * ux + y * uy);
  const d = points.map(([x, y]) => y * ux - x * uy);
  const [s0, s1] = [minOf(s), maxOf(s)];
  const [d0, d1] = [minOf(d), maxOf(d)];
  if (!(Math.max(s1 - s0, d1 - d0) > 0)) return undefined;
  const place = (along: number, across: number): Point => [along * ux - across * uy, along * uy + across * ux];
  const [sm, dm] = [(s0 + s1) / 2, (d0 + d1) / 2];
  return s1 - s0 >= d1 - d0 ? [place(s0, dm), place(s1, dm)] : [place(sm, d0), place(sm, d1)];
}

function longestDirection(lines: readonly (readonly Point[])[]): Point {
  let best: readonly [number, number, number] = [1, 0, 1];
  let longest = 0;
  for (const { a, b } of lines.flatMap(segmentsOf)) {
    const length = distance(a, b);
    if (length > longest) [best, longest] = [[b[0] - a[0], b[1] - a[1], length], length];
  }
  return [best[0] / best[2], best[1] / best[2]];
}

/** Greatest distance in m between the faces of one wall; in a thicker wall a door has its own reveal. */
const THICKEST = 0.6;

/** Faces closer than this (m) are one line drawn twice. */
const THINNEST = 0.03;

/** Distance in m by which a leaf may hang outside its wall's face. */
const BESIDE = 0.12;

/** Length in m at either end of an opening within which its wall goes on. */
const BEYOND = 0.6;

/** Moves a line to the middle between the faces of its wall. */
function inWall([a, b]: readonly [Point, Point], faces: Faces): OpeningLine {
  const offsets = faceAlong({ a, b }, faces);
  let best: readonly [number, number] | undefined;
  for (const low of offsets) {
    for (const high of offsets) {
      const apart = high - low;
      if (low > BESIDE || high < -BESIDE || apart < THINNEST || apart > THICKEST) continue;
      if (best === undefined || apart < best[1] - best[0]) best = [low, high];
    }
  }
  if (best === undefined) return { line: [a, b], thickness: undefined };
  const length = distance(a, b);
  const off = (best[0] + best[1]) / 2;
  const [nx, ny] = [(-(b[1] - a[1]) / length) * off, ((b[0] - a[0]) / length) * off];
  const line: [Point, Point] = [
    [a[0] + nx, a[1] + ny],
    [b[0] + nx, b[1] + ny],
  ];
  return { line, thickness: Math.round((best[1] - best[0]) * 1e4) / 1e4 };
}

/** Returns the offsets in m, to the left of `line`, of faces that run along it or go on at its ends. */
function faceAlong(line: Segment, faces: Faces): number[] {
  const { a, b } = line;
  const length = distance(a, b);
  const [ux, uy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
  const found: number[] = [];
  for (const face of faces(line, Math.max(THICKEST + BESIDE, BEYOND))) {
    const [sa, da] = across(face.a, a, ux, uy);
    const [sb, db] = across(face.b, a, ux, uy);
    const run = Math.hypot(sb - sa, db - da);
    if (run < THICKEST / 10 || Math.abs(db - da) > ALONG * run) continue;
    if (Math.max(sa, sb) < -BEYOND || Math.min(sa, sb) > length + BEYOND) continue;
    const off = (da + db) / 2;
    if (Math.abs(off) <= THICKEST + BESIDE) found.push(off);
  }
  return found;
}

function across([x, y]: Point, [ox, oy]: Point, ux: number, uy: number): readonly [number, number] {
  return [(x - ox) * ux + (y - oy) * uy, (y - oy) * ux - (x - ox) * uy];
}

/** Returns the segments of a polyline without those of length 0. */
export function segmentsOf(line: readonly Point[]): Segment[] {
  return line.slice(1).flatMap((b, index) => {
    const a = line[index];
    return a === undefined || distance(a, b) === 0 ? [] : [{ a, b }];
  });
}
