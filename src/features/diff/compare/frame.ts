// The map from the metres of the old plan to those of the new one.
import { groupBy } from '../../../base/arrays.js';
import type { Point } from '../../../geometry/types.js';
import type { Site } from '../../../plan/model.js';
import { project, unproject } from '../../../plan/read/frame.js';
import { elementKey, offsetOf, planElements } from './element.js';
import type { Map2 } from './shapes.js';
import type { Shift } from './types.js';

/** The map from the old plan's metres to the new one's, and the shift of the whole plan that it takes back. */
export interface DiffFrame {
  /** Returns a point of the old plan in the new plan's metres, with a shift of the whole plan taken back. */
  readonly toNew: Map2;
  /** The shift of the whole plan; undefined if there is none. */
  readonly shift: Shift | undefined;
}

/**
 * Returns the map from the old plan's metres to the new one's. A point keeps the coordinates that its file gives it or,
 * between files in degrees, its geographic position; then a shift of the whole plan is taken back.
 */
export function diffFrame(old: Site, now: Site): DiffFrame {
  const base = conversion(old, now);
  const shift = wholeShift(old, now, base);
  if (shift === undefined) return { toNew: base, shift };
  const [dx, dy] = shift;
  return {
    toNew: (point) => {
      const [x, y] = base(point);
      return [x + dx, y + dy];
    },
    shift: { east: dx, north: dy, distance: Math.hypot(dx, dy) },
  };
}

/**
 * Returns the map from plan metres to the coordinates of the plan's file, in metres whatever unit the file writes; for a
 * file in degrees, metres from the origin.
 */
export function fileMetres({ shift }: Site): Map2 {
  return ([x, y]) => [x + shift[0], y + shift[1]];
}

/**
 * Returns the map from the old plan's metres into the new one's, by the coordinates of their files. Degrees are
 * projected about another origin if another is drawn. If one plan is in degrees and the other in metres, only a shift
 * can tell.
 */
function conversion(old: Site, now: Site): Map2 {
  const [own, other] = [fileMetres(old), fileMetres(now)([0, 0])];
  const metres: Map2 = (point) => {
    const [x, y] = own(point);
    return [x - other[0], y - other[1]];
  };
  const [from, to] = [old.origin, now.origin];
  if (old.coordinates !== 'wgs84' || now.coordinates !== 'wgs84' || from === undefined || to === undefined)
    return metres;
  if (from[0] === to[0] && from[1] === to[1]) return metres;
  // True north is up in both: only plans in metres may turn it.
  return (point) => {
    const [x, y] = project(unproject(own(point), from), to);
    return [x - other[0], y - other[1]];
  };
}

/** m: step by which shifts are counted. */
const STEP = 1e-3;

/**
 * Returns the offset of most elements that both plans have, by id and in the same shape; undefined unless more moved
 * than stayed.
 */
function wholeShift(old: Site, now: Site, base: Map2): Point | undefined {
  const offsets = pairedOffsets(old, now, base);
  const groups = groupBy(offsets, (offset) => offset.map((value) => Math.round(value / STEP) + 0).join());
  const best = [...groups.values()].reduce((a, b) => (b.length > a.length ? b : a), []);
  const still = groups.get('0,0')?.length ?? 0;
  return best.length > still && 2 * best.length > offsets.length ? best[0] : undefined;
}

function pairedOffsets(old: Site, now: Site, base: Map2): Point[] {
  const before = new Map(planElements(old).map((element) => [elementKey(element), element]));
  return planElements(now).flatMap((element) => {
    const known = before.get(elementKey(element));
    const offset = known && offsetOf(known, element, base, true);
    // An outline that can't be read has no points, and so no offset.
    return offset?.every(Number.isFinite) ? [offset] : [];
  });
}
