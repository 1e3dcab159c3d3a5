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

/** An eye that looks from its own level to others. */
export interface Lookout {
  readonly scene: Scene;
  readonly world: World;
  readonly eye: Point;
  readonly window: Window | undefined;
  /** Height of the eye above its own level's floor, m; undefined: not known. */
  readonly height: number | undefined;
  /** What masks take of what is seen on its own level's floor. */
  readonly masks: readonly Ring[];
  /** m: nothing on any level is further from the eye. */
  readonly farthest: number;
  /** Where it leaves its own level is the same whatever level it looks at: remembered by name. */
  leaving(name: string, find: () => readonly Region[]): readonly Region[];
}

/** What is asked of a lookout at one of the levels. */
export interface Frame {
  /** m: nothing is asked about that is further from the eye. */
  readonly range: number;
  /** Directions; undefined: all. */
  readonly wedge: Window | undefined;
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

/** The last plane before a level, and the floors and ceilings between the eye and it, its own ones included. */
export interface Planes {
  readonly plane: number;
  readonly sheets: readonly Sheet[];
}

/**
 * Holes towards a higher level, in the plane of its floor. Lines of sight leave the own level's storey at its ceiling's
 * height, where they have passed its walls and are under no ceiling; then they pass between the floors of the levels
 * above. Where the height of the ceiling isn't known a line that has come out from under it anywhere may go anywhere.
 *
 * @param bridged walls of zones that span higher levels, which go on above the ceiling
 */
export function holesAbove(lookout: Lookout, frame: Frame, own: Slabs, planes: Planes, bridged: Boxes<Bridged>): Holes {
  const { scene, height, eye } = lookout;
  const { elevation, ceiling } = scene.level;
  if (height === undefined || ceiling === undefined) {
    const from = height === undefined ? undefined : elevation + height;
    return through(
      eye,
      frame,
      lookout.leaving('from under', () => outOf(lookout, own.roof)),
      planes,
      from,
    );
  }
  const [from, top] = [elevation + height, elevation + ceiling];
  // Above its own walls nothing of its level hides anything.
  if (from >= top) return through(eye, frame, [all(lookout)], planes, from);
  const left = Math.min(top, planes.plane);
  const free = lookout.leaving(`up ${left}`, () => {
    const seen = openView(lookout, [left - elevation, left - elevation]);
    return regionsOf(piecesOf(seen, top <= planes.plane ? nearIn(own.roof, seen) : []));
  });
  const by = (planes.plane - from) / (left - from);
  const heights = { eye: height, target: [planes.plane - elevation, planes.plane - elevation] as const };
  const above = free.map((region): Region => {
    const far = grown(region, eye, by);
    const walls = by === 1 ? [] : bridged.meeting(boxOf(...far.rings, [eye]));
    const hidden = walls.map((wall) => {
      const span = shadowSpan({ from: Number.NEGATIVE_INFINITY, to: wall.to }, heights, false);
      return span === undefined ? [] : shadowOf(wall, span, eye, 2 * frame.range);
    });
    return { rings: far.rings, shadows: [...far.shadows, ...hidden.filter((ring) => ring.length > 0)] };
  });
  return through(eye, frame, above, planes, from);
}

/**
 * Holes towards a lower level, in the plane of its ceiling (or of a floor above it). Lines of sight pass the own level's
 * floor, where it has none, past its walls; then between the floors below and under no ceiling.
 */
export function holesBelow(lookout: Lookout, frame: Frame, own: Slabs, planes: Planes): Holes {
  const { scene, height, eye, masks } = lookout;
  const { elevation, ceiling } = scene.level;
  if (height === undefined)
    return through(
      eye,
      frame,
      lookout.leaving('off', () => outOf(lookout, own.floor)),
      planes,
      undefined,
    );
  const from = elevation + height;
  if (ceiling !== undefined && height > ceiling) return through(eye, frame, [all(lookout)], planes, from);
  const left = Math.max(elevation, planes.plane);
  const free = lookout.leaving(`down ${left}`, () => {
    const seen = openView(lookout, [left - elevation, left - elevation]);
    const floors = left === elevation ? nearIn(own.floor, seen) : [];
    const masked = left === elevation ? masks : [];
    return regionsOf(piecesOf({ rings: seen.rings, shadows: [...seen.shadows, ...masked] }, floors));
  });
  const by = (from - planes.plane) / (from - left);
  return through(
    eye,
    frame,
    free.map((region) => grown(region, eye, by)),
    planes,
    from,
  );
}

/** What is left of regions in the last plane when what is flat on the way is taken out, in cells. */
function through(
  eye: Point,
  { range, wedge }: Frame,
  free: readonly Region[],
  { plane, sheets }: Planes,
  from: number | undefined,
): Holes {
  const square = ringOfBox(grow(boxOf([eye]) ?? NOWHERE, range));
  const cells = free.flatMap((region) => {
    const rings = region.rings.map((ring) => clipConvex(ring, square)).filter((ring) => ring.length >= 3);
    const here: Region = { rings, shadows: region.shadows };
    const solid = sheets.flatMap((sheet) => {
      // Of unknown height a line may pass the others anywhere before.
      if (from === undefined) return sheet.height === plane ? nearIn(sheet.solid, here) : [];
      const by = (plane - from) / (sheet.height - from);
      const near = nearIn(sheet.solid, grown(here, eye, 1 / by));
      return by === 1 ? near : near.map((flat) => grown(flat, eye, by));
    });
    return cellsOf(piecesOf(here, solid), eye).filter(({ far }) => isIn(wedge, far, eye));
  });
  return { plane, cells };
}

const NOWHERE: Box = { minX: 0, minY: 0, maxX: 0, maxY: 0 };

/** Whether an edge, counter-clockwise about the eye, comes into a wedge. */
function isIn(wedge: Window | undefined, { a, b }: Cell['far'], [x, y]: Point): boolean {
  if (wedge === undefined) return true;
  const turn = 2 * Math.PI;
  const after = (direction: number, from: number) => (((direction - from) % turn) + turn) % turn;
  const [first, last] = [Math.atan2(a[1] - y, a[0] - x), Math.atan2(b[1] - y, b[0] - x)];
  return after(first, wedge.from) <= wedge.to - wedge.from || after(wedge.from, first) <= after(last, first);
}

/** m: a gap in a floor that is nowhere wider comes of welding or rounding. */
const CRACK = 0.005;

function piecesOf(region: Region, solid: readonly Region[]): Piece[] {
  if (region.rings.length === 0) return [];
  return uncoveredPieces(region, solid).filter((piece) => isWiderThan([piece], CRACK));
}

function regionsOf(pieces: readonly Piece[]): Region[] {
  return pieces.map(({ outline: [outer, ...holes] }) => ({
    rings: outer === undefined ? [] : [outer],
    shadows: holes,
  }));
}

function nearIn(solid: Boxes<Region>, { rings }: Region): readonly Region[] {
  return solid.meeting(boxOf(...rings));
}

/**
 * What the eye's own level lets it see, however far beyond everything drawn there: of some heights above its floor, or
 * past what hides at any height.
 */
export function openView({ scene, world, eye, window, height, farthest }: Lookout, target: Span | undefined): Region {
  const heights = height === undefined || target === undefined ? undefined : { eye: height, target };
  const ring = scene.viewshed(world, heights, eye, { window });
  const shadows = heights === undefined ? [] : scene.shadows(world, heights, eye, ring);
  const open = onward(ring, scene.bounds, eye, farthest);
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
function all({ eye, window, farthest }: Lookout): Region {
  const round = window ?? { from: 0, to: 2 * Math.PI };
  return { rings: [sectorCircumscribed(eye, 2 * farthest, round)], shadows: [] };
}

/** Everything that lies past where a line comes out from under a ceiling, or off a floor, between its level's walls. */
export function outOf(lookout: Lookout, solid: Boxes<Region>): Region[] {
  const { eye, farthest } = lookout;
  const seen = openView(lookout, undefined);
  const cells = cellsOf(piecesOf(seen, nearIn(solid, seen)), eye);
  return cells.map((cell) => ({ rings: [behind(cell, eye, farthest)], shadows: [] }));
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
