// Nesting of zones, and the check for zones that overlap.

import Flatbush from 'flatbush';
import { spendBudget } from '../../base/budget.js';
import { memoize } from '../../base/memo.js';
import { compareArea, LENGTH_TOLERANCE, type LimitSide } from '../../base/threshold.js';
import {
  areaOfPieces,
  areaOfRegion,
  boxesOverlap,
  boxOfRegion,
  convexHull,
  coveredPieces,
  forEachEdge,
  grow,
  isDisjoint,
  isWiderThan,
  outlineOfPieces,
  type Piece,
  perimeterOf,
  type Region,
  ringArea,
  uncoveredPieces,
} from '../../geometry/index.js';
import type { Box, Ring } from '../../geometry/types.js';
import { distinct } from '../../i18n/number.js';
import type { Faults } from '../check/faults.js';
import { faultTexts } from '../check/texts.js';
import { overlapDoubt } from '../doubts/outline.js';
import type { Zone } from '../model.js';

/** Metres by which zones may overlap, or stick out of the zone around them, through careless drawing: 5 cm, and at it. */
const CARELESS = 0.05 + LENGTH_TOLERANCE;

/** Share of `CARELESS` to which widths are decided: less than to the next millimetre. */
const PRECISION = 0.005;

/** True if the pieces are wider than careless drawing makes them. */
function isWide(pieces: readonly Piece[]): boolean {
  return isWiderThan(pieces, CARELESS, PRECISION);
}

/** Metres: sticking out by no more decides nothing. */
const ROUNDING = 0.001;

/** Share of a room that another zone may fill. Beyond it, nothing is left to be a room. Ours, not the law's. */
const MOST = 0.95;

/** A region with the figures of it that are needed again and again: area in m², convex hull. */
interface Shape {
  readonly region: Region;
  readonly box: Box;
  readonly area: number;
  readonly hull: Ring;
}

interface Drawn extends Shape {
  readonly zone: Zone;
}

/**
 * Returns the zones, each with `nested`: the ids of all zones that lie wholly in it. Adds a fault for each two enclosed
 * zones that overlap in part, or are the same place, on levels they share.
 *
 * @param sound true for zones whose outline can be relied on; the others neither lie in a zone nor have any in them
 */
export function nest(zones: readonly Zone[], sound: (zone: Zone) => boolean, faults: Faults): Zone[] {
  const drawn = zones.filter(sound).flatMap((zone): Drawn[] => {
    const shape = shapeOf(zone.region);
    return shape === undefined ? [] : [{ zone, ...shape }];
  });
  const nested = new Map<string, string[]>(zones.map((zone) => [zone.id, []]));
  const later = neighbours(drawn);
  for (const [index, one] of drawn.entries()) {
    const others = later(index);
    spendBudget(20 * others.length);
    for (const other of others) {
      if (!boxesOverlap(one.box, other.box) || !shareLevel(one.zone, other.zone)) continue;
      const [outer, inner] = one.area >= other.area ? [one, other] : [other, one];
      const within = holdsWhole(outer, inner);
      // If two zones are the same place, neither is nested in the other, whichever is drawn first.
      if (within && compareShapes(inner, outer) === 'below') nested.get(outer.zone.id)?.push(inner.zone.id);
      const apart = within && !isSame(outer, inner);
      if (one.zone.enclosed && other.zone.enclosed && !apart) checkOverlap(one, other, faults);
    }
  }
  return zones.map((zone) => ({ ...zone, nested: nested.get(zone.id) ?? [] }));
}

/** True if one of two regions lies in the other as a room may lie in another: wholly, and smaller. */
export function isNested(one: Region, other: Region): boolean {
  const [p, q] = [knownShapeOf(one), knownShapeOf(other)];
  if (p === undefined || q === undefined) return false;
  const [outer, inner] = p.area >= q.area ? [p, q] : [q, p];
  return holdsWhole(outer, inner) && !isSame(outer, inner);
}

/** True if `inner` fills `outer` so far that the two are one room drawn twice. */
function isSame(outer: Shape, inner: Shape): boolean {
  return compareShapes(inner, outer, MOST) !== 'below';
}

/** Returns where the area of `inner` lies, against a share of that of `outer`. */
function compareShapes(inner: Shape, outer: Shape, share = 1): LimitSide {
  const outline = () => perimeterOf(inner.region.rings);
  return compareArea({ area: inner.area, bound: 0, outline }, share * outer.area);
}

function shapeOf(region: Region): Shape | undefined {
  const box = boxOfRegion(region);
  return box === undefined
    ? undefined
    : { region, box, area: areaOfRegion(region), hull: convexHull(region.rings.flat()) };
}

/** Returns the shape of a region that is compared with many; remembered. */
const knownShapeOf = memoize(shapeOf);

/** Returns a function that gives the zones after the one at an index whose boxes meet its box, in order. */
function neighbours(drawn: readonly Drawn[]): (index: number) => Drawn[] {
  if (drawn.length === 0) return () => [];
  const boxes = new Flatbush(drawn.length);
  for (const { box } of drawn) boxes.add(box.minX, box.minY, box.maxX, box.maxY);
  boxes.finish();
  return (index) => {
    const { minX, minY, maxX, maxY } = drawn[index].box;
    const found = boxes.search(minX, minY, maxX, maxY, (i) => i > index);
    return found.sort((i, j) => i - j).map((i) => drawn[i]);
  };
}

function shareLevel(one: Zone, other: Zone): boolean {
  return one.levels.some((level) => other.levels.includes(level));
}

/** True if `inner` lies in `outer`, but for a strip of careless drawing. */
function holdsWhole(outer: Shape, inner: Shape): boolean {
  const within = grow(outer.box, CARELESS);
  const { minX, minY, maxX, maxY } = inner.box;
  if (minX < within.minX || minY < within.minY || maxX > within.maxX || maxY > within.maxY) return false;
  const length = Math.hypot(maxX - minX, maxY - minY);
  if (isConvex(outer) && reachPast(outer.hull, inner.hull) <= ROUNDING) {
    // Outside lie strips along the outer zone's sides at most, none of them wide and all of them together small.
    if (inner.area > 4 * outer.hull.length * ROUNDING * length) return true;
  }
  // Neighbours share a strip along a line at most: most of the inner zone lies outside.
  if (inner.area > 3 * CARELESS * length && isDisjoint(outer.hull, inner.hull, CARELESS)) return false;
  const outside = uncoveredPieces(inner.region, [outer.region]);
  const area = { area: areaOfPieces(outside), bound: 0, outline: () => outlineOfPieces(outside) };
  return compareArea(area, inner.area / 2) === 'below' && !isWide(outside);
}

/** m²: an area this small or smaller doesn't decide whether a disc of 50 mm fits. */
const NO_AREA = 1e-6;

function isConvex({ region, hull, area }: Shape): boolean {
  return region.rings.length === 1 && region.shadows.length === 0 && ringArea(hull) - area <= NO_AREA;
}

/**
 * Returns the distance (m) by which a ring reaches past the sides of a convex, counter-clockwise one; 0 if it doesn't.
 */
function reachPast(hull: Ring, ring: Ring): number {
  let most = 0;
  forEachEdge(hull, (a, b) => {
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const length = Math.hypot(dx, dy);
    spendBudget(ring.length);
    for (const [x, y] of ring) most = Math.max(most, (dy * (x - a[0]) - dx * (y - a[1])) / length);
  });
  return most;
}

function checkOverlap({ zone: one, hull }: Drawn, { zone: other, hull: otherHull }: Drawn, faults: Faults): void {
  // Neighbours, however turned: most zones that meet at all.
  if (isDisjoint(hull, otherHull, CARELESS)) return;
  const common = coveredPieces(one.region, [other.region]);
  if (!isWide(common)) return;
  const params = { id: other.id, other: one.id, area: distinct(areaOfPieces(common), 0, 2) };
  const levels = [...new Set([...one.levels, ...other.levels])];
  const related = [{ place: one.place, caption: faultTexts['plan/overlapping-zones'].texts.other }];
  const doubt = overlapDoubt(other, one, common);
  const taints = doubt === undefined ? { levels } : {};
  faults.add('plan/overlapping-zones', `${other.id}/${one.id}`, 'overlap', params, other.place, taints, related);
  if (doubt !== undefined) faults.doubt(doubt);
}
