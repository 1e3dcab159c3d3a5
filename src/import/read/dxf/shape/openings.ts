import { maxOf, minOf } from '../../../../base/arrays.js';
import type { Point, Segment } from '../../../../geometry/types.js';
import { distance } from '../../../../geometry/vector.js';
import { boxOfSegment, meeting } from '../../../../plan/nearby.js';
import type { Swing } from './outline.js';

/** What is drawn of a door or a window, m. */
export interface OpeningDrawing {
  readonly lines: readonly (readonly Point[])[];
  readonly swings: readonly Swing[];
  /** Direction its block is drawn along; none for what is drawn by itself. */
  readonly axis?: Point;
}

/** Where the opening is in its wall. */
export interface OpeningLine {
  readonly line: readonly [Point, Point];
  /** m between the faces of the wall, where both are drawn. */
  readonly thickness: number | undefined;
}

/** Finds edges of walls and rooms on the storey, whose box comes within `reach` m of a segment. */
export type Faces = (near: Segment, reach: number) => readonly Segment[];

export function facesOf(edges: readonly Segment[]): Faces {
  const meet = meeting(edges.map((edge) => boxOfSegment(edge)));
  return (near, reach) => meet(boxOfSegment(near, reach)).flatMap((index) => edges[index] ?? []);
}

/** m and sine of 10°, as a plan lays openings: what is drawn askew by more isn't along the wall. */
const ALONG = 0.1736;

/** m: nobody goes through less, and what is shorter on a layer of doors and windows is across the wall. */
export const SHORTEST = 0.4;

/** m: widest a leaf is; a larger arc on a layer of doors is something else. */
const WIDEST_LEAF = 3;
const NARROWEST_LEAF = 0.3;

/**
 * The line of a door or window along its wall, through the middle of what is drawn of it.
 *
 * A leaf that swings is an arc about its hinge; it closes from the hinge to that end of the arc where the leaf isn't
 * drawn open. Whatever else there is lies along its longer side.
 */
export function lineOfOpening(drawing: OpeningDrawing, faces: Faces): OpeningLine | undefined {
  const swings = drawing.swings.filter(isLeaf);
  const line = swings.length > 0 ? acrossSwings(swings, drawing, faces) : alongLonger(drawing);
  return line === undefined || distance(...line) < SHORTEST ? undefined : inWall(line, faces);
}

/** Whether an arc may be the way of a leaf: by its radius, and from 45° to 135° of turn. */
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

/** That end of a leaf's way at which it is shut. */
function closedEnd(swing: Swing, segments: readonly Segment[], faces: Faces): Point {
  const { hinge, ends } = swing;
  const [one, other] = ends;
  const [leafOne, leafOther] = ends.map((end) => segments.some((segment) => isLeafTo(segment, hinge, end)));
  if (leafOne !== leafOther) return leafOne ? other : one;
  const [wallOne, wallOther] = ends.map((end) => faceAlong({ a: hinge, b: end }, faces).length > 0);
  return wallOther && !wallOne ? other : one;
}

/** Whether a segment is drawn from the hinge to the end of a leaf's way, or as good as. */
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

/** m within which the two faces of one wall lie: no thicker wall has a door without a reveal of its own. */
const THICKEST = 0.6;

/** m: faces nearer to each other are one line drawn twice. */
const THINNEST = 0.03;

/** m by which a leaf may be hung outside the face of its wall. */
const BESIDE = 0.12;

/** m at either end of an opening where its wall goes on. */
const BEYOND = 0.6;

/** Lays a line in the middle between the faces of the wall that it is in. */
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

/** Offsets to the left of `line` of the faces that run along it, or go on where it ends. */
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

export function segmentsOf(line: readonly Point[]): Segment[] {
  return line.slice(1).flatMap((b, index) => {
    const a = line[index];
    return a === undefined || distance(a, b) === 0 ? [] : [{ a, b }];
  });
}
