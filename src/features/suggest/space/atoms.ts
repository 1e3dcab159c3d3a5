// The floor that a design must cover, cut into small squares: what views collect is counted by them.

import {
  boxOfRings,
  clipConvex,
  regionOfPiece,
  ringOfBox,
  signedArea,
  uncoveredPieces,
} from '../../../geometry/index.js';
import type { Box, Region, Ring } from '../../../geometry/types.js';
import { measuredRegion } from '../../../sight/view/coverage.js';
import type { Requirement } from '../types.js';

/**
 * A square of the floor of a requirement's zone, at most 1 m wide, less what of it lies outside the zone, in a private
 * place or in the near area of one: that needn't be covered.
 */
export interface Atom {
  /** Index of its requirement. */
  readonly of: number;
  readonly level: string;
  readonly box: Box;
  /** Disjoint rings and the holes in them. */
  readonly region: Region;
  /** m². */
  readonly area: number;
}

/** Squares that the floor of one zone is cut into, about. */
const SQUARES = 120;

/** m: longest side of a square. */
const LONGEST = 1;

/** m²: less than this is left out; a zone is measured no finer. */
const SPECK = 1e-4;

/** Returns the squares of the floor of each requirement, in their order, on the levels asked about (ids). */
export function atomsOf(requirements: readonly Requirement[], levels: readonly string[]): Atom[] {
  return requirements.flatMap((requirement, of) => {
    const { zone } = requirement;
    return zone.levels
      .filter((level) => levels.includes(level))
      .flatMap((level) => squares(piecesOf(requirement, level), of, level));
  });
}

/** Returns the floor of a zone that counts on a level, in disjoint pieces, whatever is covered of it. */
function piecesOf({ zone, minus }: Requirement, level: string): Region[] {
  return uncoveredPieces(measuredRegion(zone, level, minus), []).map(regionOfPiece);
}

function squares(pieces: readonly Region[], of: number, level: string): Atom[] {
  const box = boxOfRings(pieces.flatMap(({ rings }) => rings));
  if (box === undefined) return [];
  const area = pieces.reduce((sum, piece) => sum + areaOf(piece), 0);
  const side = Math.min(LONGEST, Math.sqrt(area / SQUARES));
  const [across, up] = [box.maxX - box.minX, box.maxY - box.minY].map((size) =>
    Math.max(1, Math.ceil(size / side - 1e-9)),
  );
  const found: Atom[] = [];
  for (let row = 0; row < (up ?? 1); row++) {
    for (let column = 0; column < (across ?? 1); column++) {
      const square = {
        minX: box.minX + ((box.maxX - box.minX) * column) / (across ?? 1),
        maxX: box.minX + ((box.maxX - box.minX) * (column + 1)) / (across ?? 1),
        minY: box.minY + ((box.maxY - box.minY) * row) / (up ?? 1),
        maxY: box.minY + ((box.maxY - box.minY) * (row + 1)) / (up ?? 1),
      };
      const region = within(pieces, square);
      const size = areaOf(region);
      if (size > SPECK) found.push({ of, level, box: square, region, area: size });
    }
  }
  return found;
}

function within(pieces: readonly Region[], square: Box): Region {
  const frame = ringOfBox(square);
  const clip = (rings: readonly Ring[]) =>
    rings.map((ring) => clipConvex(ring, frame)).filter((ring) => ring.length >= 3);
  return { rings: pieces.flatMap(({ rings }) => clip(rings)), shadows: pieces.flatMap(({ shadows }) => clip(shadows)) };
}

/** Returns the area of disjoint rings less the holes in them, m². */
export function areaOf({ rings, shadows }: Region): number {
  const sum = (all: readonly Ring[]) => all.reduce((total, ring) => total + Math.abs(signedArea(ring)), 0);
  return sum(rings) - sum(shadows);
}
