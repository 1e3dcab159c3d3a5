// Connected pieces of the covered or uncovered part of a region.

import { spendBudget } from '../../base/budget.js';
import { edgesWithoutHairs } from '../shapes/hairs.js';
import { boxOfRegion, grow, perimeterOf, ringOfBox, signedArea } from '../shapes/ring.js';
import { lengthOf } from '../shapes/segment.js';
import type { Box, Piece, Region } from '../types.js';
import type { AreaOutline } from './boundary.js';
import { bisect, scratchCell } from './cells.js';
import { Outliner } from './outline.js';
import { type CoverageSide, RunFinder } from './runs.js';

/** m²: smaller pieces are slivers of rounding between edges that coincide, never a place. 0.01 cm². */
const SLIVER = 1e-6;

/**
 * Metres: pieces no wider than this on average are slivers too, however long. A plan's coordinates are written to a
 * micrometre, so a wall turned off the axes lies a micrometre or two beside the room's edge.
 */
const THIN = 1e-5;

/**
 * Returns the connected parts of the target that lie in at least one cover: largest first, ties by leftmost, then
 * lowest point. Leaves out slivers: parts of up to 1 mm², or of up to 10 µm in width on average.
 */
export function coveredPieces(target: Region, cover: readonly Region[]): Piece[] {
  return piecesOf(target, cover, 'covered');
}

/**
 * Returns the connected parts of the target that lie in no cover: largest first, ties by leftmost, then lowest point.
 * Leaves out slivers: parts of up to 1 mm², or of up to 10 µm in width on average.
 */
export function uncoveredPieces(target: Region, cover: readonly Region[]): Piece[] {
  return piecesOf(target, cover, 'uncovered');
}

/** Returns the total area of pieces in m². */
export function areaOfPieces(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { area }) => sum + area, 0);
}

/** Returns a piece as a region: its outer ring, and its holes as shadows. */
export function regionOfPiece({ outline }: Pick<Piece, 'outline'>): Region {
  return { rings: outline.slice(0, 1), shadows: outline.slice(1) };
}

/**
 * Returns the length in m of all outlines of pieces, without the two sides of hairlines (see
 * {@link edgesWithoutHairs}).
 */
export function outlineOfPieces(pieces: readonly Piece[]): number {
  return pieces.flatMap(({ outline }) => edgesWithoutHairs(outline)).reduce((sum, edge) => sum + lengthOf(edge), 0);
}

const finder = new RunFinder();
const outliner = new Outliner();

function piecesOf(target: Region, cover: readonly Region[], wanted: CoverageSide): Piece[] {
  spendBudget(200);
  const box = boxOfRegion(target);
  if (box === undefined || !scratchCell(0).fill(target, cover, box)) return [];
  return outlinesOf(box, wanted)
    .map(({ rings, area }) => ({
      area,
      outline: rings.length < 2 ? rings : rings.toSorted((p, q) => Math.abs(signedArea(q)) - Math.abs(signedArea(p))),
    }))
    .filter(({ area, outline }) => area > SLIVER && 2 * area > THIN * perimeterOf(outline) && outline.length > 0)
    .sort(byAreaThenPlace);
}

/** Returns the outlines of the wanted parts of the first scratch cell. */
function outlinesOf(box: Box, wanted: CoverageSide): AreaOutline[] {
  if (!scratchCell(0).isCrowded(0)) return outlinesIn(0, wanted);
  const parts: Region[] = [];
  collect(0, wanted, parts);
  // Put together the pieces that separate cells found: these regions meet in cell sides and overlap nowhere.
  const round = grow(box, 1);
  if (!scratchCell(0).fill({ rings: [ringOfBox(round)], shadows: [] }, parts, round)) return [];
  return outlinesIn(0, 'covered');
}

function outlinesIn(depth: number, wanted: CoverageSide): AreaOutline[] {
  outliner.clear();
  finder.run(scratchCell(depth), wanted, outliner);
  return outliner.outlines();
}

/** Adds the wanted parts of the scratch cell at this depth, bisected while that is cheaper. */
function collect(depth: number, wanted: CoverageSide, parts: Region[]): void {
  const cell = scratchCell(depth);
  if (!cell.isCrowded(depth)) {
    for (const { rings } of outlinesIn(depth, wanted)) {
      const [outer, ...holes] = rings.toSorted((p, q) => Math.abs(signedArea(q)) - Math.abs(signedArea(p)));
      if (outer !== undefined) parts.push({ rings: [outer], shadows: holes });
    }
    return;
  }
  for (const half of bisect(cell.box))
    if (scratchCell(depth + 1).fillFrom(cell, half)) collect(depth + 1, wanted, parts);
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
