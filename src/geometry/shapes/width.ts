// Widths of pieces and hulls.

import { maxOf } from '../../base/arrays.js';
import { spendBudget } from '../../base/budget.js';
import { once } from '../../base/memo.js';
import type { Piece, Point, Ring } from '../types.js';
import { distance, orientation } from '../vector.js';
import { convexHull } from './hull.js';
import { isCrossedByRay } from './locate.js';
import { boxOfRings, forEachEdge, perimeterOf } from './ring.js';

/** Widths are decided to this share of the width in question, unless asked for better. */
const PRECISION = 0.02;

/**
 * True if a disc of more than `width` metres across fits in one of the pieces. Areas that come only from careless
 * drawing or rounding are long but not wide. Never true of anything narrower; may be false of something wider by up to
 * `precision`, a share of the width.
 */
export function isWiderThan(pieces: readonly Piece[], width: number, precision: number = PRECISION): boolean {
  return pieces.some((piece) => isWider(piece, width, precision, () => hullWidthOf(piece)));
}

/** Returns {@link isWiderThan} of the same pieces for any width, for a caller that asks about many. */
export function widthTest(pieces: readonly Piece[]): (width: number) => boolean {
  const hulls = pieces.map((piece) => ({ piece, hull: once(() => hullWidthOf(piece)) }));
  return (width) => hulls.some(({ piece, hull }) => isWider(piece, width, PRECISION, hull));
}

function isWider({ area, outline }: Piece, width: number, precision: number, hull: () => number): boolean {
  // Around a disc of diameter d there is d²π/4 of area, and from side to side of the hull at least d.
  if (4 * area <= Math.PI * width ** 2) return false;
  // The inner parallel curve at t of a region with h holes is no longer than its perimeter and 2π(h − 1)t (Sz.-Nagy 1959),
  // so its area is at most the sum of those up to its inradius.
  const round = Math.PI * Math.max(0, outline.length - 2) * (width / 2) ** 2;
  if (area > (width / 2) * perimeterOf(outline) + round) return true;
  return hull() > width && holdsDisc(outline, width / 2, precision);
}

/** Returns the width of the hull of a piece in metres. */
function hullWidthOf({ outline }: Piece): number {
  return widthOf(convexHull(outline.flat()));
}

/**
 * Returns the width of a convex, counter-clockwise ring in metres: the least distance between two parallel lines that
 * hold it between them.
 */
export function widthOf(hull: Ring): number {
  return hull.length < 3 ? 0 : reachesIn(hull, hull);
}

/**
 * True if two convex, counter-clockwise rings overlap by at most `overlap` metres: one of them has an edge over whose
 * line the other reaches inwards by no more than that. Then their common part is no wider.
 */
export function isDisjoint(p: Ring, q: Ring, overlap: number): boolean {
  return reachesIn(p, q) <= overlap || reachesIn(q, p) <= overlap;
}

/**
 * Returns how far `q` reaches past the edge of `p` that it reaches past least, in metres; negative if it lies beyond
 * that edge.
 */
function reachesIn(p: Ring, q: Ring): number {
  let least = Number.POSITIVE_INFINITY;
  spendBudget(p.length * q.length);
  forEachEdge(p, (a, b) => {
    const length = distance(a, b);
    if (length > 0) least = Math.min(least, maxOf(q.map((point) => orientation(a, b, point))) / length);
  });
  return least;
}

interface Cell {
  readonly x: number;
  readonly y: number;
  readonly half: number;
  readonly depth: number;
}

/**
 * True if some point lies deeper than `radius` within the outline (quadtree refinement, as in Agafonkin's polylabel).
 */
function holdsDisc(outline: Piece['outline'], radius: number, precision: number): boolean {
  const box = boxOfRings(outline);
  if (box === undefined) return false;
  const enough = radius * (1 + precision);
  const size = Math.max(Math.min(box.maxX - box.minX, box.maxY - box.minY), 2 * radius);
  const queue: Cell[] = [];
  /** Queues a square that may hold a centre. Returns true if its middle is one. */
  const look = (x: number, y: number, half: number): boolean => {
    const depth = depthAt(outline, x, y);
    if (depth + half * Math.SQRT2 > enough) queue.push({ x, y, half, depth });
    return depth > radius;
  };
  for (let x = box.minX; x < box.maxX; x += size) {
    for (let y = box.minY; y < box.maxY; y += size) if (look(x + size / 2, y + size / 2, size / 2)) return true;
  }
  for (let cell = queue.pop(); cell !== undefined; cell = queue.pop()) {
    const h = cell.half / 2;
    for (const x of [cell.x - h, cell.x + h]) {
      for (const y of [cell.y - h, cell.y + h]) if (look(x, y, h)) return true;
    }
  }
  return false;
}

/** Returns the distance to the outline in metres; negative outside. */
function depthAt(outline: Piece['outline'], x: number, y: number): number {
  let least = Number.POSITIVE_INFINITY;
  let odd = false;
  for (const ring of outline) {
    spendBudget(3 * ring.length);
    forEachEdge(ring, (a, b) => {
      least = Math.min(least, squaredDistance(a, b, x, y));
      if (isCrossedByRay(a[0], a[1], b[0], b[1], x, y)) odd = !odd;
    });
  }
  return odd ? Math.sqrt(least) : -Math.sqrt(least);
}

function squaredDistance(a: Point, b: Point, x: number, y: number): number {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const length2 = dx * dx + dy * dy;
  const t = length2 === 0 ? 0 : Math.min(1, Math.max(0, ((x - a[0]) * dx + (y - a[1]) * dy) / length2));
  return (x - a[0] - t * dx) ** 2 + (y - a[1] - t * dy) ** 2;
}
