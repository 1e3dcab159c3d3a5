import { relevant } from './cells.js';
import { SAME, traceOutlines } from './outline.js';
import { boxOfRegion, perimeterOf, signedArea } from './ring.js';
import { heightAt, slabsOf } from './slab.js';
import type { Piece, Region } from './types.js';

/** A trapezoid between two vertical cuts; y at the left and right, and the edges it hangs between. */
export interface Trapezoid {
  readonly left: number;
  readonly right: number;
  readonly leftBottom: number;
  readonly leftTop: number;
  readonly rightBottom: number;
  readonly rightTop: number;
  readonly bottomEdge: number;
  readonly topEdge: number;
  readonly area: number;
}

/** Pieces smaller than this, m², are slivers of rounding between edges that coincide, never a place: 0.01 cm². */
const SLIVER = 1e-6;

/**
 * So are pieces no wider than this on average, metres, however long: a plan's coordinates are written to a micrometre, so
 * a wall turned off the axes lies a micrometre or two beside the room's edge.
 */
const THIN = 1e-5;

/** Connected parts of the target that lie in at least one cover: largest first, ties by leftmost, then lowest point. */
export function coveredPieces(target: Region, cover: readonly Region[]): Piece[] {
  return piecesOf(target, cover, true);
}

/** Connected parts of the target that lie in no cover: largest first, ties by leftmost, then lowest point. */
export function uncoveredPieces(target: Region, cover: readonly Region[]): Piece[] {
  return piecesOf(target, cover, false);
}

/**
 * Cuts nearer than this, metres, are one: thinner slabs have no order to speak of, since the height of a steep edge isn't
 * known there. Costs the outlines 1e-10 m², times the metres of edges.
 */
const MERGE = 1e-10;

/** The trapezoids that make up the covered or the uncovered part of the target. */
export function trapezoids(target: Region, cover: readonly Region[], covered: boolean): Trapezoid[] {
  const box = boxOfRegion(target);
  if (box === undefined) return [];
  const slabs = slabsOf(target, relevant(cover, box), box, MERGE);
  const { table } = slabs;
  const found: Trapezoid[] = [];
  slabs.forEach((left, right, runs) => {
    // Edges that meet on a cut may have swapped there by rounding: heights never fall from one run to the next.
    let onLeft = Number.NEGATIVE_INFINITY;
    let onRight = Number.NEGATIVE_INFINITY;
    const raise = (edge: number): readonly [number, number] => {
      onLeft = Math.max(onLeft, heightAt(table, edge, left));
      onRight = Math.max(onRight, heightAt(table, edge, right));
      return [onLeft, onRight];
    };
    for (const run of runs) {
      if (run.covered !== covered) continue;
      const [leftBottom, rightBottom] = raise(run.bottom);
      const [leftTop, rightTop] = raise(run.top);
      const area = (right - left) * run.height;
      const { bottom: bottomEdge, top: topEdge } = run;
      const next = { left, right, leftBottom, leftTop, rightBottom, rightTop, bottomEdge, topEdge, area };
      const below = found.at(-1);
      // Where one cover ends on the very edge where another begins there is no slit between them.
      if (below !== undefined && restsOn(next, below)) found[found.length - 1] = stack(next, below);
      else found.push(next);
    }
  });
  return found;
}

function restsOn(upper: Trapezoid, lower: Trapezoid): boolean {
  return (
    upper.left === lower.left && upper.leftBottom - lower.leftTop <= SAME && upper.rightBottom - lower.rightTop <= SAME
  );
}

function stack(upper: Trapezoid, lower: Trapezoid): Trapezoid {
  return {
    ...upper,
    leftBottom: lower.leftBottom,
    rightBottom: lower.rightBottom,
    bottomEdge: lower.bottomEdge,
    area: lower.area + upper.area,
  };
}

function piecesOf(target: Region, cover: readonly Region[], covered: boolean): Piece[] {
  return traceOutlines(trapezoids(target, cover, covered))
    .map(({ rings, area }) => ({
      area,
      outline: rings.toSorted((p, q) => Math.abs(signedArea(q)) - Math.abs(signedArea(p))),
    }))
    .filter(({ area, outline }) => area > SLIVER && 2 * area > THIN * perimeterOf(outline) && outline.length > 0)
    .sort(byAreaThenPlace);
}

function byAreaThenPlace(p: Piece, q: Piece): number {
  const [px = 0, py = 0] = firstPoint(p);
  const [qx = 0, qy = 0] = firstPoint(q);
  // Congruent pieces differ by rounding: to 1e-9 m² they are equal.
  return Math.round(q.area * 1e9) - Math.round(p.area * 1e9) || px - qx || py - qy;
}

function firstPoint({ outline }: Piece): readonly number[] {
  return (outline[0] ?? []).reduce<readonly number[]>(
    (best, p) => (p[0] < (best[0] ?? Infinity) || (p[0] === best[0] && p[1] < (best[1] ?? Infinity)) ? p : best),
    [],
  );
}
