import { locatePoint } from './locate.js';
import { coveredPieces, uncoveredPieces } from './pieces.js';
import { boxesOverlap, boxOf, boxOfRegion, forEachEdge } from './ring.js';
import { distanceToSegment } from './segment.js';
import type { Piece, Point, Region } from './types.js';

/** Widths are found to this, metres: well within the 0.05 m that matters. */
const PRECISION = 0.002;

/**
 * How far two regions overlap partly, metres: 0 when they are apart or one holds the other; else the least of how wide
 * their common part, the rest of the one and the rest of the other are. Sharing a strip of 3 cm gives 0.03, and so does a
 * room that sticks 3 cm out of the one it is nested in. Found to 2 mm, never more than it is.
 */
export function overlapDepth(p: Region, q: Region): number {
  const pBox = boxOfRegion(p);
  const qBox = boxOfRegion(q);
  if (pBox === undefined || qBox === undefined || !boxesOverlap(pBox, qBox)) return 0;
  const parts: Piece[][] = [];
  for (const part of [() => coveredPieces(p, [q]), () => uncoveredPieces(p, [q]), () => uncoveredPieces(q, [p])]) {
    const pieces = part();
    if (pieces.length === 0) return 0;
    parts.push(pieces);
  }
  return Math.min(...parts.map(widest));
}

/** Diameter of the largest circle in any of the pieces, metres, to 2 mm from below: a strip's width. */
export function widest(pieces: readonly Piece[]): number {
  return pieces.reduce((best, piece) => Math.max(best, 2 * inradius(piece)), 0);
}

interface Cell {
  readonly x: number;
  readonly y: number;
  readonly half: number;
  readonly distance: number;
}

/** Radius of the largest inscribed circle (quadtree refinement, as in Agafonkin's polylabel). */
function inradius({ outline }: Piece): number {
  const box = boxOf(...outline);
  if (box === undefined) return 0;
  const cellAt = (x: number, y: number, half: number): Cell => ({ x, y, half, distance: depthAt(outline, [x, y]) });
  const size = Math.min(box.maxX - box.minX, box.maxY - box.minY);
  if (!(size > 0)) return 0;
  const half = size / 2;
  const queue: Cell[] = [];
  for (let x = box.minX; x < box.maxX; x += size) {
    for (let y = box.minY; y < box.maxY; y += size) queue.push(cellAt(x + half, y + half, half));
  }
  let best = 0;
  for (let cell = queue.pop(); cell !== undefined; cell = queue.pop()) {
    best = Math.max(best, cell.distance);
    if (cell.distance + cell.half * Math.SQRT2 <= best + PRECISION / 2) continue;
    const h = cell.half / 2;
    const children = [cellAt(cell.x - h, cell.y - h, h), cellAt(cell.x + h, cell.y - h, h)];
    children.push(cellAt(cell.x - h, cell.y + h, h), cellAt(cell.x + h, cell.y + h, h));
    queue.push(...children.sort((p, q) => p.distance - q.distance));
  }
  return best;
}

/** Distance to the outline, negative outside. */
function depthAt(outline: Piece['outline'], p: Point): number {
  let least = Number.POSITIVE_INFINITY;
  let odd = false;
  for (const ring of outline) {
    forEachEdge(ring, (a, b) => {
      least = Math.min(least, distanceToSegment(p, { a, b }));
    });
    if (locatePoint(ring, p) === 'in') odd = !odd;
  }
  return odd ? least : -least;
}
