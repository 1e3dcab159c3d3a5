// Ceilings from which cameras may hang: every point of a room that is clear of walls, in convex parts of squares.

import { spendBudget } from '../../../base/budget.js';
import type { RuleContext } from '../../../facts/context.js';
import {
  areaOfRegion,
  boxesOverlap,
  boxOf,
  containsPoint,
  convexHull,
  distance,
  forEachEdge,
  grow,
  widthOf,
} from '../../../geometry/index.js';
import type { Box, Point, Ring, Segment } from '../../../geometry/types.js';
import type { Level, Zone } from '../../../plan/model.js';
import { zonesOn } from '../../../sight/scene/scene.js';
import type { Mounting } from '../types.js';
import { type Mount, middleOf, standingAt } from './camera.js';
import { awayFrom } from './convex.js';

/** m that a camera on the ceiling keeps from the walls of rooms, and from drawn ones. */
export const OFF_WALLS = 0.15;

/** m that it keeps from all else that may hide, such as jambs: nearer than 5 cm it would be taken for one on the wall. */
const OFF_JAMBS = 0.1;

/** m that it keeps from the edge of a zone where no wall stands, so that centimetres don't put it into another. */
const OFF_EDGES = 0.01;

/** m: side of the squares into which a ceiling is cut, unless that makes too many. */
const SQUARE = 1;

/** Squares of all ceilings of a level, about; larger ceilings have larger squares. */
const SQUARES = 800;

/** m: a part narrower than this is no mount. */
const NARROW = 0.02;

/**
 * Returns the height in m above the floor at which a camera hangs from the ceiling of a level, `drop` m below it.
 * Undefined if the plan gives no ceiling height, or one that isn't greater than `drop`.
 */
export function hangingHeight(
  { ceiling }: Pick<Level, 'ceiling'>,
  { ceiling: { drop } }: Mounting,
): number | undefined {
  if (ceiling === undefined || drop >= ceiling) return undefined;
  return Math.round((ceiling - drop) * 1000) / 1000;
}

/** What parts of a ceiling keep clear of. */
interface Limit extends Segment {
  readonly off: number;
  readonly box: Box;
}

/**
 * Returns the parts of a level's ceilings as mounts, in a fixed order. There is a ceiling over every room but where a zone
 * goes on to a level above. `closed`: ids of the zones in which nothing may be mounted.
 */
export function ceilingMounts(
  context: RuleContext,
  level: Level,
  mounting: Mounting,
  closed: ReadonlySet<string>,
): Mount[] {
  const height = hangingHeight(level, mounting);
  if (height === undefined) return [];
  const { site, sight } = context;
  const all = zonesOn(site, level.id);
  const above = new Set(site.levels.filter(({ elevation }) => elevation > level.elevation).map(({ id }) => id));
  const goesOn = new Set(all.flatMap(({ id, levels }) => (levels.some((one) => above.has(one)) ? [id] : [])));
  const byId = new Map(all.map((zone) => [zone.id, zone]));
  const isUnder = (zones: readonly string[]) =>
    zones.some((id) => byId.get(id)?.enclosed === true) && !zones.some((id) => goesOn.has(id) || closed.has(id));
  const open = outermostFirst(all.filter(({ id }) => !closed.has(id) && !goesOn.has(id)));
  const total = open.reduce((sum, { region }) => sum + areaOfRegion(region), 0);
  const side = Math.max(SQUARE, Math.sqrt(total / SQUARES));
  const limits = [
    ...all.flatMap(({ region, enclosed }) =>
      [...region.rings, ...region.shadows].flatMap((ring) => limitsOf(ring, enclosed ? OFF_WALLS : OFF_EDGES)),
    ),
    ...level.walls.flatMap(({ line, thickness = 0 }) =>
      line.slice(1).map((b, n) => limitOf({ a: line[n] ?? b, b }, OFF_WALLS + thickness / 2)),
    ),
    ...sight.walls(level.id).map((wall) => limitOf(wall, OFF_JAMBS)),
    ...mounting.noGo.flatMap((one) =>
      'polygon' in one && one.level === level.id ? limitsOf(one.polygon, OFF_EDGES) : [],
    ),
  ];
  const isBarred = (at: Point) =>
    mounting.noGo.some((one) => 'polygon' in one && one.level === level.id && containsPoint(one.polygon, at));
  return open.flatMap((zone, n): Mount[] => {
    const before = open.slice(0, n);
    return squaresOf(zone, side)
      .flatMap((square) => partsOf(square, limits))
      .flatMap((at): Mount[] => {
        const middle = middleOf({ at });
        if (!containsPoint(zone.region, middle) || isBarred(middle)) return [];
        if (before.some(({ region }) => containsPoint(region, middle))) return [];
        const { zones } = standingAt(context, level.id, middle, height, 0);
        return isUnder(zones) ? [{ kind: 'ceiling', level: level.id, height, at, facing: 0, zones }] : [];
      });
  });
}

function limitOf({ a, b }: Segment, off: number): Limit {
  return { a, b, off, box: grow(boxOf([a, b]) ?? { minX: 0, minY: 0, maxX: 0, maxY: 0 }, off) };
}

function limitsOf(ring: Ring, off: number): Limit[] {
  const found: Limit[] = [];
  forEachEdge(ring, (a, b) => found.push(limitOf({ a, b }, off)));
  return found;
}

/** Returns zones, each before every zone that is nested in it. */
function outermostFirst(zones: readonly Zone[]): Zone[] {
  const depth = new Map(zones.map(({ id }) => [id, zones.filter(({ nested }) => nested.includes(id)).length]));
  return zones.toSorted((a, b) => (depth.get(a.id) ?? 0) - (depth.get(b.id) ?? 0));
}

/** Returns squares that cover a zone but for what is next to its walls, in line with its longest side. */
function squaresOf({ region }: Zone, side: number): Ring[] {
  const axis = axisOf(region.rings);
  const [ux, uy] = axis;
  const turned = region.rings.flat().map(([x, y]): Point => [x * ux + y * uy, y * ux - x * uy]);
  const box = boxOf(turned);
  if (box === undefined) return [];
  const put = (x: number, y: number): Point => [x * ux - y * uy, x * uy + y * ux];
  const [xs, ys] = [cuts(box.minX, box.maxX, side), cuts(box.minY, box.maxY, side)];
  return ys.slice(1).flatMap((top, row) =>
    xs.slice(1).map((right, column): Ring => {
      const [left, bottom] = [xs[column] ?? right, ys[row] ?? top];
      return [put(left, bottom), put(right, bottom), put(right, top), put(left, top)];
    }),
  );
}

/** Returns where a stretch, less what is next to walls at its ends, is cut. */
function cuts(from: number, to: number, side: number): number[] {
  const [start, length] = [from + OFF_WALLS, to - from - 2 * OFF_WALLS];
  if (length <= 0) return [];
  const count = Math.ceil(length / side - 1e-6);
  return Array.from({ length: count + 1 }, (_, i) => start + (length * i) / count);
}

/** Returns the direction of the longest edge of some rings. */
function axisOf(rings: readonly Ring[]): Point {
  let longest = 0;
  let axis: Point = [1, 0];
  for (const ring of rings) {
    forEachEdge(ring, (a, b) => {
      const length = distance(a, b);
      if (length <= longest + 1e-6) return;
      longest = length;
      axis = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
    });
  }
  return axis;
}

/** Returns the convex parts of a square that keep clear of all that they must. */
function partsOf(square: Ring, limits: readonly Limit[]): Ring[] {
  const box = boxOf(square);
  if (box === undefined) return [];
  spendBudget(limits.length);
  let parts: Ring[] = [square];
  for (const limit of limits) {
    if (!boxesOverlap(limit.box, box)) continue;
    spendBudget(20 * parts.length);
    parts = parts.flatMap((part) => awayFrom(part, limit, limit.off));
  }
  return parts.filter((part) => widthOf(convexHull(part)) >= NARROW);
}
