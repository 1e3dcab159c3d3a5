// The check for impossible heights, thicknesses, outlines and positions.

import { boxOfRings, perimeterOf } from '../../geometry/index.js';
import { convexHull } from '../../geometry/shapes/hull.js';
import { forEachEdge } from '../../geometry/shapes/ring.js';
import { distanceToSegment } from '../../geometry/shapes/segment.js';
import type { Box, Point, Ring } from '../../geometry/types.js';
import { orientation } from '../../geometry/vector.js';
import type { Localized } from '../../i18n/locale.js';
import { plainFigure } from '../../i18n/number.js';
import { child } from '../../source/place/pointer.js';
import { type BuildContext, placeAt } from '../build/context.js';
import type { Level } from '../model.js';
import type { RawLevel } from '../read/document.js';
import { bounds } from './texts.js';

/** Metres: no wall of a building is thicker. */
const THICKEST = 2;
/** m: greatest height above a floor that a plan may give; greater ones come of millimetres taken for metres. */
export const HIGHEST = 100;
/** m: greatest distance of a level from the ground level; no building is taller. */
export const TALLEST = 1000;
/** Metres: no camera of a site stands further from everything else that is drawn. */
const FARTHEST_OFF = 500;
/** Metres: no step at a door is higher than THRESHOLD, and no doorway lower than LINTEL. */
const THRESHOLD = 0.5;
const LINTEL = 1.5;
/** Metres: no storey that people walk through is lower. Ours, not the law's. */
const LOWEST_STOREY = 2;

/** Metres: no ballot box, report box or place to fill in a ballot has a longer outline. Ours, not the law's. */
const LONGEST_OUTLINE = 100;

/** Kinds of opening that people walk through. A passage isn't among them, since it may be a hatch. */
export const DOORS: ReadonlySet<string> = new Set(['door', 'glass-door', 'curtain']);

/** Metres: nobody stands under a ceiling that is lower. Ours, not the law's. */
const LOWEST_CEILING = 1;

/**
 * Adds a fault for each impossible height, thickness, outline or position of a level, its walls, openings, zones and
 * devices.
 *
 * @param raw the same level as written, at JSON pointer `pointer` of the plan
 * @param low ids of the openings in walls that don't reach the ceiling, such as gates of counters
 */
export function checkDimensions(
  level: Level,
  raw: RawLevel,
  pointer: string,
  low: ReadonlySet<string>,
  context: BuildContext,
): void {
  const check = (
    id: string,
    value: number | undefined,
    holds: (value: number) => boolean,
    expected: Localized,
    ...path: readonly (string | number)[]
  ): void => {
    if (value === undefined || holds(value)) return;
    const key = String(path[path.length - 1]);
    const params = { id, key, value: String(value), expected };
    const place = placeAt(context, pointer, ...path);
    context.faults.add('plan/impossible-dimension', `${id}/${key}`, 'range', params, place, { levels: [level.id] });
  };
  const notNegative = (value: number) => value >= 0;
  const thickness = (value: number) => value >= 0 && value <= THICKEST;
  const thick = (value: number | undefined) => ((value ?? 0) < 0 ? bounds.notNegative : upTo(THICKEST));
  const height = (value: number) => value > 0 && value <= HIGHEST;
  const high = (value: number | undefined) => ((value ?? 0) > 0 ? upToHighest(value) : bounds.positive);
  const isCeiling = (value: number) => value >= LOWEST_CEILING && value <= HIGHEST;
  const isLow = raw.ceiling !== undefined && raw.ceiling > 0 && raw.ceiling < LOWEST_CEILING;
  check(
    level.id,
    raw.ceiling,
    isCeiling,
    isLow ? bounds.least({ least: LOWEST_CEILING }) : high(raw.ceiling),
    'ceiling',
  );
  for (const [index, wall] of (raw.walls ?? []).entries()) {
    check(wall.id, wall.height, height, high(wall.height), 'walls', index, 'height');
    check(wall.id, wall.thickness, thickness, thick(wall.thickness), 'walls', index, 'thickness');
  }
  // An opening that begins at the ceiling is none, and would hide what can be seen through it.
  const { ceiling } = level;
  const top = ceiling !== undefined && isCeiling(ceiling) ? ceiling : undefined;
  const under = (sill: number | undefined, head: number | undefined) =>
    top === undefined
      ? upToHighest(sill, (meant) => head === undefined || meant < inMetres(head))
      : bounds.underCeiling({ ceiling: top });
  const isUnder = (value: number) => (top === undefined ? value <= HIGHEST : value < top);
  for (const [index, { id, kind, sill, head, ...opening }] of (raw.openings ?? []).entries()) {
    check(id, sill, notNegative, bounds.notNegative, 'openings', index, 'sill');
    const foot = sill ?? 0;
    const lowest = DOORS.has(kind) && !low.has(id) ? LINTEL : 0;
    const isHead = (value: number) => value > inMetres(foot) && value >= lowest;
    const reach = (head ?? 0) > foot ? upToHighest(head, isHead) : bounds.aboveSill({ sill: foot });
    check(id, head, (value) => value > foot && value <= HIGHEST, reach, 'openings', index, 'head');
    check(id, opening.thickness, thickness, thick(opening.thickness), 'openings', index, 'thickness');
    // People walk through doors. A high sill or a low head would wrongly hide what can be seen through one.
    if (!DOORS.has(kind)) {
      check(id, sill, isUnder, under(sill, head), 'openings', index, 'sill');
      continue;
    }
    if ((sill ?? 0) >= 0) check(id, sill, (value) => value <= THRESHOLD, upTo(THRESHOLD), 'openings', index, 'sill');
    const least = bounds.least({ least: LINTEL });
    const inLowWall = low.has(id);
    if ((head ?? LINTEL) > (sill ?? 0))
      check(id, head, (value) => value >= LINTEL || inLowWall, least, 'openings', index, 'head');
  }
  checkAnchors(level, context);
  checkSigns(level, raw, pointer, context);
  checkDevices(level, raw, pointer, context);
}

/** Adds a fault for each impossible height or position of a device of a level, as {@link checkDimensions} does. */
export function checkDevices(level: Level, raw: RawLevel, pointer: string, context: BuildContext): void {
  checkMounting(level, raw, pointer, context);
  checkNearby(level, raw, context);
}

function upTo(most: number): Localized {
  return bounds.upTo({ most });
}

/**
 * Returns the limit of a height above the floor; of one that is too great, also what was probably meant by it.
 *
 * @param holds true for a height that no other limit refuses
 */
function upToHighest(value: number | undefined, holds: (value: number) => boolean = () => true): Localized {
  if (value === undefined || value <= HIGHEST) return upTo(HIGHEST);
  const meant = inMetres(value);
  // Less may be millimetres of a sill as well as centimetres of a ceiling.
  if (value < MM_PER_METRE || meant > HIGHEST || !holds(meant)) return bounds.metresAlone({ most: HIGHEST });
  return bounds.inMetres({ most: HIGHEST, meant: plainFigure(meant) });
}

const MM_PER_METRE = 1000;

/** Returns a height in m, taking one that is too great to be given in millimetres. */
function inMetres(height: number): number {
  return height > HIGHEST ? height / MM_PER_METRE : height;
}

/**
 * Adds a fault for each level that is drawn higher above or below the ground level, that nearest to zero, than any
 * building is tall: levels so far apart don't see each other.
 *
 * @param pointers the JSON pointers of these levels in the plan
 */
export function checkElevations(levels: readonly Level[], pointers: readonly string[], context: BuildContext): void {
  const ground = levels.reduce(
    (least, { elevation }) => (Math.abs(elevation) < Math.abs(least) ? elevation : least),
    levels[0]?.elevation ?? 0,
  );
  const isNear = (elevation: number) => Math.abs(elevation - ground) <= TALLEST;
  const areMillimetres = becomeStoreys(
    levels.map(({ elevation }) => elevation),
    isNear,
  );
  for (const [index, { id, elevation }] of levels.entries()) {
    if (isNear(elevation)) continue;
    const expected = areMillimetres
      ? bounds.nearGround({ ground, most: TALLEST, meant: plainFigure(elevation / MM_PER_METRE) })
      : bounds.oneDatum({ ground, most: TALLEST });
    const params = { id, key: 'elevation', value: String(elevation), expected };
    const place = placeAt(context, pointers[index] ?? '', 'elevation');
    context.faults.add('plan/impossible-dimension', `${id}/elevation`, 'range', params, place, { levels: [id] });
  }
}

/**
 * True if all elevations that aren't near, taken as millimetres, come near and a storey apart from the others. Heights
 * above the sea don't: their thousandths lie within a hand of each other and of the ground.
 */
function becomeStoreys(elevations: readonly number[], isNear: (elevation: number) => boolean): boolean {
  const heights = [...new Set(elevations)]
    .map((written) => ({ written, height: isNear(written) ? written : written / MM_PER_METRE }))
    .sort((a, b) => a.height - b.height);
  return heights.every(({ written, height }, n) => {
    const below = heights[n - 1];
    if (!isNear(height)) return false;
    if (below === undefined || (isNear(written) && isNear(below.written))) return true;
    return height - below.height >= LOWEST_STOREY;
  });
}

/**
 * Adds a fault for each ballot box or the like that is drawn larger than any is: its near area would be private by
 * mistake.
 */
function checkAnchors({ zones }: Level, context: BuildContext): void {
  for (const { id, spec, region, levels, place } of zones) {
    const outline = perimeterOf(region.rings);
    if (spec?.anchor !== true || outline <= LONGEST_OUTLINE) continue;
    const params = {
      id,
      key: bounds.outline,
      value: bounds.metres({ length: Math.round(outline) }),
      expected: bounds.upTo({ most: bounds.metres({ length: LONGEST_OUTLINE }) }),
    };
    context.faults.add('plan/impossible-dimension', `${id}/outline`, 'range', params, place, { levels });
  }
}

/** Adds a fault for each device so far from everything else on its level that a digit or the unit must be wrong. */
function checkNearby(level: Level, raw: RawLevel, context: BuildContext): void {
  const lines = [
    ...level.zones.flatMap(({ region }) => region.rings),
    ...level.walls.map(({ line }) => line),
    ...level.openings.map(({ line }) => line),
  ];
  const drawn = boxOfRings(lines);
  if (drawn === undefined) return;
  // The distance from an axis-parallel box would depend on how the plan is turned on its sheet.
  let hull: Ring | undefined;
  for (const { id, at, place } of level.devices) {
    if (isIn(drawn, at)) continue;
    hull ??= convexHull(lines.flat());
    const far = distanceToHull(at, hull);
    if (far <= FARTHEST_OFF) continue;
    const written = raw.devices?.find((device) => device.id === id)?.at;
    const expected = bounds.near({ most: FARTHEST_OFF, far: Math.round(far) });
    const params = { id, key: 'at', value: `[${written?.join(', ') ?? ''}]`, expected };
    const where = { ...place, pointer: child(place.pointer, 'at') };
    context.faults.add('plan/impossible-dimension', `${id}/at`, 'range', params, where, { devices: [id] });
  }
}

function isIn({ minX, minY, maxX, maxY }: Box, [x, y]: Point): boolean {
  return x >= minX && x <= maxX && y >= minY && y <= maxY;
}

/** Returns the distance in m from a convex, counter-clockwise ring; 0 inside it. */
function distanceToHull(point: Point, hull: Ring): number {
  let [outside, nearest] = [hull.length < 3, Number.POSITIVE_INFINITY];
  forEachEdge(hull, (a, b) => {
    if (orientation(a, b, point) < 0) outside = true;
    nearest = Math.min(nearest, distanceToSegment(point, { a, b }));
  });
  return outside ? nearest : 0;
}

/** Adds a fault for each sign that is higher above its floor than anything is mounted. */
function checkSigns({ signs }: Level, raw: RawLevel, pointer: string, context: BuildContext): void {
  for (const { id, height, status } of signs) {
    if (height === undefined || height <= HIGHEST || status === 'removed') continue;
    const params = { id, key: 'height', value: String(height), expected: upToHighest(height) };
    const index = (raw.signs ?? []).findIndex((sign) => sign.id === id);
    const where = placeAt(context, pointer, 'signs', index, 'height');
    context.faults.add('plan/impossible-dimension', `${id}/height`, 'range', params, where, { elements: [id] });
  }
}

/**
 * Adds a fault for each device mounted above the ceiling of the rooms it stands in, or higher than anything is. Outdoors,
 * on poles and façades, there is no ceiling.
 */
function checkMounting(level: Level, raw: RawLevel, pointer: string, context: BuildContext): void {
  const { ceiling } = level;
  const top = ceiling !== undefined && ceiling >= LOWEST_CEILING ? Math.min(ceiling, HIGHEST) : HIGHEST;
  const rooms = new Set(level.zones.filter(({ enclosed }) => enclosed).map(({ id }) => id));
  for (const { id, height, zones, status } of level.devices) {
    if (height === undefined || height <= top) continue;
    // What is taken away may have hung from a ceiling that is gone, too.
    if (status === 'removed') continue;
    const isInYard = zones.some((zone) => !rooms.has(zone));
    if (height <= HIGHEST && isInYard) continue;
    const isMounted = (meant: number) => meant <= top || isInYard;
    const expected = height > HIGHEST ? upToHighest(height, isMounted) : bounds.belowCeiling({ ceiling: top });
    const params = { id, key: 'height', value: String(height), expected };
    const index = (raw.devices ?? []).findIndex((device) => device.id === id);
    const where = placeAt(context, pointer, 'devices', index, 'height');
    context.faults.add('plan/impossible-dimension', `${id}/height`, 'range', params, where, { devices: [id] });
  }
}
