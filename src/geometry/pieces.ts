import { relevant } from './cells.js';
import { traceOutlines } from './outline.js';
import { boxOfRegion, signedArea } from './ring.js';
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

/** Connected parts of the target that lie in at least one cover: largest first, ties by leftmost, then lowest point. */
export function coveredPieces(target: Region, cover: readonly Region[]): Piece[] {
  return piecesOf(target, cover, true);
}

/** Connected parts of the target that lie in no cover: largest first, ties by leftmost, then lowest point. */
export function uncoveredPieces(target: Region, cover: readonly Region[]): Piece[] {
  return piecesOf(target, cover, false);
}

/** The trapezoids that make up the covered or the uncovered part of the target. */
export function trapezoids(target: Region, cover: readonly Region[], covered: boolean): Trapezoid[] {
  const box = boxOfRegion(target);
  if (box === undefined) return [];
  const slabs = slabsOf(target, relevant(cover, box), box);
  const { table } = slabs;
  const found: Trapezoid[] = [];
  slabs.forEach((left, right, runs) => {
    for (const run of runs) {
      if (run.covered !== covered) continue;
      found.push({
        left,
        right,
        leftBottom: heightAt(table, run.bottom, left),
        leftTop: heightAt(table, run.top, left),
        rightBottom: heightAt(table, run.bottom, right),
        rightTop: heightAt(table, run.top, right),
        bottomEdge: run.bottom,
        topEdge: run.top,
        area: (right - left) * run.height,
      });
    }
  });
  return found;
}

function piecesOf(target: Region, cover: readonly Region[], covered: boolean): Piece[] {
  return traceOutlines(trapezoids(target, cover, covered))
    .map(({ rings, area }) => ({
      area,
      outline: rings.toSorted((p, q) => Math.abs(signedArea(q)) - Math.abs(signedArea(p))),
    }))
    .filter((piece) => piece.area > SLIVER && piece.outline.length > 0)
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
