import {
  boxOf,
  clipConvex,
  distanceToSegment,
  grow,
  isWiderThan,
  ringOfBox,
  sectorCircumscribed,
  uncoveredPieces,
} from '../geometry/index.js';
import type { Box, Piece, Point, Region, Ring, Window } from '../geometry/types.js';
import type { World } from './barriers.js';
import { type Cell, cellsOf } from './levels-cells.js';
import type { Bridged, Slabs } from './levels-slabs.js';
import type { Span } from './optics.js';
import type { Boxes } from './places.js';
import type { Scene } from './scene.js';
import { shadowOf, shadowSpan } from './shadow.js';

/** An eye that looks from its own level to another one. */
export interface Lookout {
  readonly scene: Scene;
  readonly world: World;
  readonly eye: Point;
  readonly window: Window | undefined;
  /** Height of the eye above its own level's floor, m; undefined: not known. */
  readonly height: number | undefined;
  /** m: nothing is asked about that is further from the eye. */
  readonly range: number;
  /** What masks take of what is seen on its own level's floor. */
  readonly masks: readonly Ring[];
}

/** Something flat that lines of sight can't pass, at a height. */
export interface Sheet {
  readonly height: number;
  readonly solid: Boxes<Region>;
}

/** Through what lines of sight get from level to level. Heights are absolute. */
export interface Holes {
  /** The last plane they pass. */
  readonly plane: number;
  readonly cells: readonly Cell[];
}

/**
 * Holes towards a higher level, in the plane of its floor. Lines of sight leave the own level's storey at its ceiling's
 * height, where they have passed its walls and are under no ceiling; then they pass between the floors of the levels
 * above. Where the height of the ceiling isn't known a line that has come out from under it anywhere may go anywhere.
 *
 * @param sheets floors above the eye, up to the plane
 * @param bridged walls of zones that span higher levels, which go on above the ceiling
 */
export function holesAbove(
  lookout: Lookout,
  own: Slabs,
  plane: number,
  sheets: readonly Sheet[],
  bridged: Boxes<Bridged>,
): Holes {
  const { scene, height, eye, range } = lookout;
  const { elevation, ceiling } = scene.level;
  const from = height === undefined ? undefined : elevation + height;
  if (from === undefined || ceiling === undefined) {
    return through(lookout, outOf(lookout, own.roof), plane, from, sheets);
  }
  const top = elevation + ceiling;
  // Above its own walls nothing of its level hides anything.
  if (from >= top) return through(lookout, all(lookout), plane, from, sheets);
  const left = Math.min(top, plane);
  const seen = seenAt(lookout, left - elevation);
  const roofs = top <= plane ? nearIn(own.roof, seen) : [];
  const by = (plane - from) / (left - from);
  const free = by === 1 ? seen : grown(seen, eye, by);
  const walls = by === 1 ? [] : bridged.meeting(boxOf(...free.rings, [eye]));
  const heights = { eye: from - elevation, target: [plane - elevation, plane - elevation] as const };
  const hidden = walls.map((wall) => {
    const span = shadowSpan({ from: Number.NEGATIVE_INFINITY, to: wall.to }, heights, false);
    return span === undefined ? [] : shadowOf(wall, span, eye, 2 * range);
  });
  return through(
    lookout,
    { rings: free.rings, shadows: [...free.shadows, ...hidden.filter((ring) => ring.length > 0)] },
    plane,
    from,
    sheets,
    roofs.map((roof) => grown(roof, eye, by)),
  );
}

/**
 * Holes towards a lower level, in the plane of its ceiling (or of a floor above it). Lines of sight pass the own level's
 * floor, where it has none, past its walls; then between the floors below and under no ceiling.
 *
 * @param sheets floors and ceilings below the eye, down to the plane
 */
export function holesBelow(lookout: Lookout, own: Slabs, plane: number, sheets: readonly Sheet[]): Holes {
  const { scene, height, eye, masks } = lookout;
  const { elevation, ceiling } = scene.level;
  if (height === undefined) {
    return through(lookout, outOf(lookout, own.floor), plane, undefined, sheets);
  }
  const from = elevation + height;
  if (ceiling !== undefined && height > ceiling) return through(lookout, all(lookout), plane, from, sheets);
  const left = Math.max(elevation, plane);
  const seen = seenAt(lookout, left - elevation);
  const unmasked = left === elevation ? { rings: seen.rings, shadows: [...seen.shadows, ...masks] } : seen;
  return through(lookout, grown(unmasked, eye, (from - plane) / (from - left)), plane, from, sheets);
}

/** What is left of a region in the plane when the sheets on the way are taken out, in cells. */
function through(
  { eye, range }: Lookout,
  free: Region,
  plane: number,
  from: number | undefined,
  sheets: readonly Sheet[],
  more: readonly Region[] = [],
): Holes {
  const square = ringOfBox(grow(boxOf([eye]) ?? NOWHERE, range));
  const rings = free.rings.map((ring) => clipConvex(ring, square)).filter((ring) => ring.length >= 3);
  const here: Region = { rings, shadows: free.shadows };
  const solid = sheets.flatMap((sheet) => {
    // Of unknown height a line may pass the others anywhere before.
    if (from === undefined) return sheet.height === plane ? nearIn(sheet.solid, here) : [];
    const by = (plane - from) / (sheet.height - from);
    return nearIn(sheet.solid, grown(here, eye, 1 / by)).map((region) => (by === 1 ? region : grown(region, eye, by)));
  });
  return { plane, cells: cellsOf(piecesOf(here, [...more, ...solid]), eye) };
}

const NOWHERE: Box = { minX: 0, minY: 0, maxX: 0, maxY: 0 };

/** m: a gap in a floor that is nowhere wider comes of welding or rounding. */
const CRACK = 0.005;

function piecesOf(region: Region, solid: readonly Region[]): Piece[] {
  if (region.rings.length === 0) return [];
  return uncoveredPieces(region, solid).filter((piece) => isWiderThan([piece], CRACK));
}

function nearIn(solid: Boxes<Region>, { rings }: Region): readonly Region[] {
  return solid.meeting(boxOf(...rings));
}

/** Where a line from the eye is still within its level's walls when it is `target` m above the floor; at any height. */
function seenAt(lookout: Lookout, target: number | undefined): Region {
  return openView(lookout, target === undefined ? undefined : [target, target]);
}

/** What the eye's own level lets it see at some heights above its floor, however far beyond everything drawn there. */
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
    const q = ring[(i + 1) % ring.length] ?? p;
    const [atP, atQ] = [sides(p), sides(q)];
    if (!atP.some((on, side) => on && atQ[side] === true)) return [p];
    const by = Math.max(1, (2 * range) / (distanceToSegment(eye, { a: p, b: q }) || 1));
    return [p, times(p, eye, by), times(q, eye, by)];
  });
}

/** Everything before the eye. */
function all({ eye, window, range }: Lookout): Region {
  const round = window ?? { from: 0, to: 2 * Math.PI };
  return { rings: [sectorCircumscribed(eye, 2 * range, round)], shadows: [] };
}

/** Everything that lies past where a line comes out from under a ceiling, or off a floor, between its level's walls. */
export function outOf(lookout: Lookout, solid: Boxes<Region>): Region {
  const { eye, range } = lookout;
  const seen = seenAt(lookout, undefined);
  const cells = cellsOf(piecesOf(seen, nearIn(solid, seen)), eye);
  return { rings: cells.map((cell) => behind(cell, eye, range)), shadows: [] };
}

/** Everything in the wedge of a cell from where it begins. */
function behind({ near, far }: Cell, eye: Point, range: number): Ring {
  const { a, b } = near ?? far;
  const by = Math.max(1, (2 * range) / (distanceToSegment(eye, { a, b }) || 1));
  return [...(near === undefined ? [eye] : [b, a]), times(a, eye, by), times(b, eye, by)];
}

function times([x, y]: Point, [ex, ey]: Point, by: number): Point {
  return [ex + by * (x - ex), ey + by * (y - ey)];
}

/** A region `by` times as far from the eye. */
function grown({ rings, shadows }: Region, eye: Point, by: number): Region {
  const all = (list: readonly Ring[]) => list.map((ring) => ring.map((point) => times(point, eye, by)));
  return by === 1 ? { rings, shadows } : { rings: all(rings), shadows: all(shadows) };
}
