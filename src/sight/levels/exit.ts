// How sight lines leave their own level: past its walls, from under its ceilings, off its floors.
import {
  boxOfRings,
  distanceToSegment,
  isWiderThan,
  sectorCircumscribed,
  uncoveredPieces,
} from '../../geometry/index.js';
import type { Piece, Point, Region, Ring, Window } from '../../geometry/types.js';
import type { Span } from '../optics/optics.js';
import type { Aimed } from '../radial/may-view.js';
import { tableOf } from '../radial/table.js';
import type { World } from '../scene/barriers.js';
import type { Boxes } from '../scene/box-index.js';
import type { Scene } from '../scene/scene.js';
import { type Cell, cellsOf } from './cells.js';
import type { SeenPast } from './past.js';

/** An eye that looks from its own level to other levels, with the limits of its look. */
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

/**
 * Returns the pieces of `region` outside all regions of `less`. Cracks, pieces that are nowhere wider than 5 mm, are
 * left out: they come from welding or rounding.
 */
export function piecesOf(region: Region, less: readonly Region[]): Piece[] {
  if (region.rings.length === 0) return [];
  return uncoveredPieces(region, less).filter((piece) => isWiderThan([piece], CRACK));
}

/** Returns the regions of an index whose bounding box meets that of the given region. */
export function nearIn(regions: Boxes<Region>, { rings }: Region): readonly Region[] {
  return regions.meeting(boxOfRings(rings));
}

/**
 * Returns a family of poses that has every direction in frame, at the heights from `floor` to `top`, m above the eye.
 */
export function everyDirection([floor, top]: Span): Aimed {
  return { heading: 0, table: tableOf(undefined, { floor, top }, { depth: Infinity, far: Infinity }) };
}

/**
 * Returns the region of the plan in which an eye sees some height of `target` (m above its own level's floor) past
 * walls. Without `target` or the eye's height only walls from floor to ceiling hide.
 *
 * @param other m by which the walls stand higher than the eye's own level; undefined: they are its own
 */
export function seenAmong(walls: SeenPast, lookout: Lookout, target: Span | undefined, other?: number): Region {
  const { eye, window, range, height } = lookout;
  const known = target === undefined || height === undefined ? undefined : { height, target };
  const family = everyDirection(
    known === undefined ? [-1, 1] : [known.target[0] - known.height, known.target[1] - known.height],
  );
  const above = known && known.height - (other ?? 0);
  return { rings: walls({ eye, window, range, height: above, mounted: other !== undefined })(family), shadows: [] };
}

/** Returns what an eye would see if nothing hid it: all in its window out to twice its range. */
export function everything({ eye, window, range }: Lookout): Region {
  const round = window ?? { from: 0, to: 2 * Math.PI };
  return { rings: [sectorCircumscribed(eye, 2 * range, round)], shadows: [] };
}

/**
 * Returns the region of the plan in which, at any height, an eye's sight lines may be once they have left `flat`, the
 * floors or the ceilings of its own level: all that lies behind the edges where they leave these, as far as walls from
 * floor to ceiling let them get there.
 */
export function outOf(lookout: Lookout, walls: SeenPast, flat: Boxes<Region>): Region {
  const { eye, range } = lookout;
  const seen = seenAmong(walls, lookout, undefined);
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

/** Returns the point in the same direction from the eye (the second point) as the first, but `by` times as far. */
export function times([x, y]: Point, [ex, ey]: Point, by: number): Point {
  return [ex + by * (x - ex), ey + by * (y - ey)];
}
