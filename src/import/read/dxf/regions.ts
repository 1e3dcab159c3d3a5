// Storeys side by side in one drawing, told apart by regions of the mapping.

import { matchesWhere } from '../../mapping/match.js';
import type { Mapping, MappingLevel, Region } from '../../mapping/types.js';
import { positionsOf } from '../../support/positions.js';
import type { Position, RawFeature, RawShape } from '../../types.js';
import type { Tally } from './parse/tally.js';

/** A level that a region of the drawing holds. */
export type RegionLevel = MappingLevel & { readonly region: Region };

/**
 * Returns those levels of the mapping that lie in a region of the drawing at `path`; none if the mapping doesn't divide
 * that drawing into regions.
 */
export function regionsOf({ levels = [] }: Mapping, path: string): RegionLevel[] {
  const feature: RawFeature = {
    format: 'dxf',
    system: 'metres',
    id: undefined,
    properties: {},
    shapes: [],
    levels: [],
    origin: { path, pointer: '' },
  };
  return levels.flatMap(({ region, files, ...level }) =>
    region === undefined || (files !== undefined && !matchesWhere({ file: files }, feature))
      ? []
      : [{ ...level, region }],
  );
}

/**
 * Puts each feature, in m, on the first level whose region holds the middle of its bounding box, and returns these
 * features. Their coordinates then count from the region's lower left corner, so that storeys drawn side by side lie
 * over each other. Features in no region are left out, and counted by `tally`.
 *
 * @param metres metres per drawing unit
 */
export function inRegions(
  features: readonly RawFeature[],
  levels: readonly RegionLevel[],
  metres: number,
  tally: Tally,
): RawFeature[] {
  return features.flatMap((feature): RawFeature[] => {
    const middle = middleOf(feature.shapes.flatMap(positionsOf));
    const level = middle === undefined ? undefined : levels.find(({ region }) => holds(region, middle, metres));
    if (level === undefined) {
      const { layer, entity } = feature.properties;
      tally.add({ sort: 'left-out', id: 'dxf/outside', layer: String(layer) }, String(entity));
      return [];
    }
    const [x0, y0] = level.region;
    const moved = ([x, y]: Position): Position => [x - x0 * metres, y - y0 * metres];
    const shapes = feature.shapes.map((shape) => movedShape(shape, moved));
    const drawing = feature.drawing && {
      ...feature.drawing,
      swings: feature.drawing.swings.map(({ hinge, ends: [one, other] }) => ({
        hinge: moved(hinge),
        ends: [moved(one), moved(other)] as const,
      })),
    };
    return [{ ...feature, levels: [level.key], shapes, ...(drawing && { drawing }) }];
  });
}

function holds([x0, y0, x1, y1]: Region, [x, y]: Position, metres: number): boolean {
  return x >= x0 * metres && x <= x1 * metres && y >= y0 * metres && y <= y1 * metres;
}

/** Returns the middle of the box about some positions; undefined for none. */
function middleOf(positions: readonly Position[]): Position | undefined {
  if (positions.length === 0) return undefined;
  let [minX, minY, maxX, maxY] = [...positions[0], ...positions[0]];
  for (const [x, y] of positions) {
    minX = Math.min(minX, x);
    minY = Math.min(minY, y);
    maxX = Math.max(maxX, x);
    maxY = Math.max(maxY, y);
  }
  return [(minX + maxX) / 2, (minY + maxY) / 2];
}

function movedShape(shape: RawShape, moved: (position: Position) => Position): RawShape {
  if (shape.type === 'Point') return { type: 'Point', at: moved(shape.at) };
  if (shape.type === 'LineString') return { ...shape, line: shape.line.map(moved) };
  return { ...shape, rings: shape.rings.map((ring) => ring.map(moved)) };
}
