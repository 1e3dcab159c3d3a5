// How sight lines leave their own level: past its walls, from under its ceilings, off its floors.
import {
  boxOfRings,
  distanceToSegment,
  isWiderThan,
  sectorCircumscribed,
  uncoveredPieces,
} from '../../geometry/index.js';
import type { Box, Piece, Point, Region, Ring, Window } from '../../geometry/types.js';
import type { Span } from '../optics/optics.js';
import type { World } from '../scene/barriers.js';
import type { Boxes } from '../scene/box-index.js';
import type { Scene } from '../scene/scene.js';
import { type Cell, cellsOf } from './cells.js';

/** An eye that looks from its own level to others. */
export interface Lookout {
  readonly scene: Scene;
  readonly world: World;
  readonly eye: Point;
  /** Directions in which it looks (radians counter-clockwise from +x); undefined: all round. */
  readonly window: Window | undefined;
  /** Height of the eye above its own level's floor, m; undefined: unknown. */
  readonly height: number | undefined;
  /** What masks hide on its own level's floor. */
  readonly masks: readonly Ring[];
  /** m: nothing farther from the eye matters. */
  readonly range: number;
}

/** m: a gap that is nowhere wider comes from welding or rounding. */
const CRACK = 0.005;

/** Returns the pieces of a region less other regions, without cracks. */
export function piecesOf(region: Region, less: readonly Region[]): Piece[] {
  if (region.rings.length === 0) return [];
  return uncoveredPieces(region, less).filter((piece) => isWiderThan([piece], CRACK));
}

/** Returns those of some regions that may meet another. */
export function nearIn(regions: Boxes<Region>, { rings }: Region): readonly Region[] {
  return regions.meeting(boxOfRings(rings));
}

/**
 * Returns what the eye's own level lets it see, however far beyond everything drawn there: at heights `target` above
 * its floor, or, without these, past walls from floor to ceiling.
 */
export function openView({ scene, world, eye, window, height, range }: Lookout, target: Span | undefined): Region {
  const heights = height === undefined || target === undefined ? undefined : { eye: height, target };
  const ring = scene.viewshed(world, heights, eye, { window, range });
  const shadows = heights === undefined ? [] : scene.shadows(world, heights, eye, ring);
  const open = onward(ring, scene.bounds, eye, range);
  return { rings: open.length < 3 ? [] : [open], shadows };
}

/** m: rounding of the sides of a level's bounds. */
const ON_BOUNDS = 1e-5;

/** Returns a view with the parts that end at the bounds of its level drawn on from there: past that nothing hides. */
function onward(ring: Ring, bounds: Box, eye: Point, range: number): Ring {
  const sides = (p: Point): readonly boolean[] => [
    p[0] <= bounds.minX + ON_BOUNDS,
    p[0] >= bounds.maxX - ON_BOUNDS,
    p[1] <= bounds.minY + ON_BOUNDS,
    p[1] >= bounds.maxY - ON_BOUNDS,
  ];
  return ring.flatMap((p, i): Point[] => {
    const q = ring[(i + 1) % ring.length];
    const [atP, atQ] = [sides(p), sides(q)];
    if (!atP.some((on, side) => on && atQ[side] === true)) return [p];
    const by = Math.max(1, (2 * range) / (distanceToSegment(eye, { a: p, b: q }) || 1));
    return [p, times(p, eye, by), times(q, eye, by)];
  });
}

/** Returns everything in the eye's window. */
export function everything({ eye, window, range }: Lookout): Region {
  const round = window ?? { from: 0, to: 2 * Math.PI };
  return { rings: [sectorCircumscribed(eye, 2 * range, round)], shadows: [] };
}

/**
 * Returns everything past the point where a line comes out from under a ceiling, or off a floor, between its level's
 * walls.
 */
export function outOf(lookout: Lookout, flat: Boxes<Region>): Region {
  const { eye, range } = lookout;
  const seen = openView(lookout, undefined);
  const cells = cellsOf(piecesOf(seen, nearIn(flat, seen)), eye);
  return { rings: cells.map((cell) => behind(cell, eye, range)), shadows: [] };
}

/** Returns everything in the wedge of a cell from where it begins. */
function behind({ near, far }: Cell, eye: Point, range: number): Ring {
  const { a, b } = near ?? far;
  // No edge of a cell passes through the eye.
  const by = Math.max(1, (2 * range) / distanceToSegment(eye, { a, b }));
  return [...(near === undefined ? [eye] : [b, a]), times(a, eye, by), times(b, eye, by)];
}

/** Returns the point `by` times as far from the eye. */
export function times([x, y]: Point, [ex, ey]: Point, by: number): Point {
  return [ex + by * (x - ex), ey + by * (y - ey)];
}
