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
  /** Directions in which it looks; undefined: all round. */
  readonly window: Window | undefined;
  /** Height of the eye above its own level's floor, m; undefined: not known. */
  readonly height: number | undefined;
  /** What masks take of what is seen on its own level's floor. */
  readonly masks: readonly Ring[];
  /** m: nothing is asked about that is further from the eye. */
  readonly range: number;
}

/** m: what is nowhere wider comes of welding or rounding. */
const CRACK = 0.005;

/** What is left of a region, in pieces. */
export function piecesOf(region: Region, less: readonly Region[]): Piece[] {
  if (region.rings.length === 0) return [];
  return uncoveredPieces(region, less).filter((piece) => isWiderThan([piece], CRACK));
}

/** Of some regions those that may meet another. */
export function nearIn(regions: Boxes<Region>, { rings }: Region): readonly Region[] {
  return regions.meeting(boxOfRings(rings));
}

/**
 * What the eye's own level lets it see, however far beyond everything drawn there: of some heights above its floor, or
 * past what hides at any height.
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

/** A view that ends where everything drawn on its level does goes on from there: past that nothing hides. */
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

/** Everything before the eye. */
export function everything({ eye, window, range }: Lookout): Region {
  const round = window ?? { from: 0, to: 2 * Math.PI };
  return { rings: [sectorCircumscribed(eye, 2 * range, round)], shadows: [] };
}

/** Everything that lies past where a line comes out from under a ceiling, or off a floor, between its level's walls. */
export function outOf(lookout: Lookout, flat: Boxes<Region>): Region {
  const { eye, range } = lookout;
  const seen = openView(lookout, undefined);
  const cells = cellsOf(piecesOf(seen, nearIn(flat, seen)), eye);
  return { rings: cells.map((cell) => behind(cell, eye, range)), shadows: [] };
}

/** Everything in the wedge of a cell from where it begins. */
function behind({ near, far }: Cell, eye: Point, range: number): Ring {
  const { a, b } = near ?? far;
  // No edge of a cell passes through the eye.
  const by = Math.max(1, (2 * range) / distanceToSegment(eye, { a, b }));
  return [...(near === undefined ? [eye] : [b, a]), times(a, eye, by), times(b, eye, by)];
}

/** A point `by` times as far from the eye. */
export function times([x, y]: Point, [ex, ey]: Point, by: number): Point {
  return [ex + by * (x - ex), ey + by * (y - ey)];
}
