import Flatbush from 'flatbush';
import { chain, type GridSegment, merge } from './grid-segment.js';
import { turn } from './vector.js';
import { pointKey } from './weld.js';

type GridPoint = readonly [x: number, y: number];

/**
 * Snap rounding (Hobby 1999; Guibas and Marimont 1998): the unit square about each end and each rounded crossing is hot,
 * and each segment is led through the middle of every hot square it passes. What comes out meets in shared ends only, in
 * one pass and whatever comes in; every piece keeps within 0.71 units of its segment, and what met still meets. Every
 * decision is exact, so the result is a function of the set of segments.
 *
 * @param segments oriented and without duplicates, as `merge` leaves them; coordinates are integers below 2^50
 */
export function snapRound(segments: readonly GridSegment[]): GridSegment[] {
  if (segments.length < 2) return [...segments];
  const index = indexOf(segments);
  const through: GridPoint[][] = segments.map(() => []);
  for (const [x, y] of hotPoints(segments, index)) {
    for (const i of index.search(x - 0.5, y - 0.5, x + 0.5, y + 0.5)) {
      const segment = segments[i];
      if (segment !== undefined && passes(segment, x, y)) through[i]?.push([x, y]);
    }
  }
  return merge(segments.flatMap((segment, i) => chain(segment, inOrder(segment, through[i] ?? []))));
}

/** The boxes of oriented segments. */
export function indexOf(segments: readonly GridSegment[]): Flatbush {
  const index = new Flatbush(segments.length);
  for (const { ax, ay, bx, by } of segments) index.add(ax, Math.min(ay, by), bx, Math.max(ay, by));
  index.finish();
  return index;
}

function hotPoints(segments: readonly GridSegment[], index: Flatbush): Iterable<GridPoint> {
  const hot = new Map<string, GridPoint>();
  const heat = (x: number, y: number) => hot.set(pointKey(x, y), [x, y]);
  segments.forEach((p, i) => {
    heat(p.ax, p.ay);
    heat(p.bx, p.by);
    for (const j of index.search(p.ax, Math.min(p.ay, p.by), p.bx, Math.max(p.ay, p.by), (k) => k > i)) {
      const q = segments[j];
      const crossing = q === undefined ? undefined : crossingOnGrid(p, q);
      if (crossing !== undefined) heat(...crossing);
    }
  });
  return hot.values();
}

/**
 * Whether an oriented segment passes the unit square about a grid point that is none of its ends, in whose box the
 * point's square reaches. The square is half-open (its left and lower edges are its own), so squares tile the plane: ends
 * being integers, the segment then crosses it whole or, running downwards, touches its own corner.
 */
function passes({ ax, ay, bx, by }: GridSegment, x: number, y: number): boolean {
  if ((x === ax && y === ay) || (x === bx && y === by)) return false;
  const side = (dx: number, dy: number): number => turn(ax, ay, bx, by, x + dx, y + dy);
  return by >= ay ? side(-0.5, 0.5) > 0 && side(0.5, -0.5) < 0 : side(0.5, 0.5) > 0 && side(-0.5, -0.5) <= 0;
}

/** A straight line passes squares column by column, and those of one column up or down. */
function inOrder({ ay, by }: GridSegment, points: GridPoint[]): GridPoint[] {
  const up = by >= ay ? 1 : -1;
  return points.sort((p, q) => p[0] - q[0] || up * (p[1] - q[1]));
}

/** Grid point nearest to a proper crossing, exactly (halves go up); undefined where they don't cross inside both. */
export function crossingOnGrid(p: GridSegment, q: GridSegment): GridPoint | undefined {
  const pa = turn(q.ax, q.ay, q.bx, q.by, p.ax, p.ay);
  const pb = turn(q.ax, q.ay, q.bx, q.by, p.bx, p.by);
  if (!(pa > 0 && pb < 0) && !(pa < 0 && pb > 0)) return undefined;
  const qa = turn(p.ax, p.ay, p.bx, p.by, q.ax, q.ay);
  const qb = turn(p.ax, p.ay, p.bx, p.by, q.bx, q.by);
  if (!(qa > 0 && qb < 0) && !(qa < 0 && qb > 0)) return undefined;
  const dx = BigInt(p.bx - p.ax);
  const dy = BigInt(p.by - p.ay);
  const ex = BigInt(q.bx - q.ax);
  const ey = BigInt(q.by - q.ay);
  const over = BigInt(q.ax - p.ax) * ey - BigInt(q.ay - p.ay) * ex;
  const under = dx * ey - dy * ex;
  return [p.ax + roundedShare(over, under, dx), p.ay + roundedShare(over, under, dy)];
}

/** over / under · length to the nearest integer, halves up. */
function roundedShare(over: bigint, under: bigint, length: bigint): number {
  const sign = under < 0n ? -1n : 1n;
  const dividend = sign * (2n * over * length + under);
  const divisor = sign * 2n * under;
  const floor = dividend / divisor - (dividend % divisor < 0n ? 1n : 0n);
  return Number(floor);
}
