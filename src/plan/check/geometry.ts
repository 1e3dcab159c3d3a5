// The checks of coordinates that a schema can't make: extent, size, unit and place on earth.

import { groupBy } from '../../base/arrays.js';
import { boxOfRings, convexHull, distance, widthOf } from '../../geometry/index.js';
import type { Localized } from '../../i18n/locale.js';
import type { Pack } from '../../law/types.js';
import { NO_HINT } from '../../source/hint.js';
import { child } from '../../source/place/pointer.js';
import { problemOf } from '../../source/problem.js';
import type { Place } from '../../source/types.js';
import { cleanRing, NO_EXTENT } from '../build/points.js';
import { rectPoints } from '../build/zone.js';
import type { Unreadable } from '../model.js';
import type { System } from '../read/assemble.js';
import type { PlanDocument, RawPoint } from '../read/document.js';
import { project } from '../read/frame.js';
import { emptyGeometry } from '../read/geojson-feature.js';
import { planText } from '../read/texts.js';
import type { LengthUnit } from '../read/units.js';
import { unitHint, wrongUnit } from './units.js';

/** Metres: no site is larger, and swapped or wrong coordinates are farther off. */
const FARTHEST = 100_000;

/** Tells, for a JSON pointer into the plan as all its files together spell it, the file, coordinates and unit there. */
export interface GeometryContext {
  /** Returns the place in the sources that a pointer stands for. */
  placeOf(pointer: string): Place;
  /** Returns the coordinate system of the numbers at a pointer. */
  systemOf(pointer: string): System;
  /** Returns the unit in which the file at a pointer gives its coordinates; undefined for degrees. */
  unitOf(pointer: string): LengthUnit | undefined;
}

/** A list of points that a plan gives, such as the outline of a zone, and the element it belongs to. */
export interface PointPath {
  readonly id: string;
  /** Pointer to the element. */
  readonly element: string;
  /** Keys that lead from the element to the list. */
  readonly within: readonly (string | number)[];
  readonly points: readonly RawPoint[];
  readonly shape: 'ring' | 'line' | 'point';
}

/** Returns the JSON pointer to a list of points, into the plan as all its files together spell it. */
export function pointerOf({ element, within }: PointPath): string {
  return child(element, ...within);
}

const POLYGON = ['polygon'];
const LINE = ['line'];
const AT = ['at'];

/** Returns every list of points of the plan, in the order of the levels and their lists. */
export function pathsOf(document: PlanDocument): PointPath[] {
  const paths: PointPath[] = [];
  for (const [l, level] of document.levels.entries()) {
    const each = <T>(key: string, list: readonly T[] | undefined, visit: (item: T, element: string) => void) => {
      for (const [index, item] of (list ?? []).entries()) visit(item, child('/levels', l, key, index));
    };
    each('zones', level.zones, ({ id, polygon, holes }, element) => {
      if (polygon !== undefined) paths.push({ id, element, within: POLYGON, points: polygon, shape: 'ring' });
      for (const [h, points] of (holes ?? []).entries()) {
        paths.push({ id, element, within: ['holes', h], points, shape: 'ring' });
      }
    });
    each('walls', level.walls, ({ id, line }, element) => {
      paths.push({ id, element, within: LINE, points: line, shape: 'line' });
    });
    each('openings', level.openings, ({ id, line }, element) => {
      paths.push({ id, element, within: LINE, points: line, shape: 'line' });
    });
    each('devices', level.devices, ({ id, at, masks }, element) => {
      paths.push({ id, element, within: AT, points: [at], shape: 'point' });
      for (const [m, mask] of (masks ?? []).entries()) {
        paths.push({ id, element, within: ['masks', m, 'polygon'], points: mask.polygon, shape: 'ring' });
      }
    });
    each('signs', level.signs, ({ id, at }, element) => {
      paths.push({ id, element, within: AT, points: [at], shape: 'point' });
    });
  }
  return paths;
}

/**
 * Returns the coordinate system of a list of points. For masks, and for positions, which overrides may state, it is
 * looked up at the list itself, since that may be in another file than its element.
 */
export function systemOfPath(path: PointPath, { systemOf }: Pick<GeometryContext, 'systemOf'>): System {
  // Masks, and positions that overrides state, may stand in another file than their element.
  return systemOf(path.within[0] === 'masks' || path.within === AT ? pointerOf(path) : path.element);
}

/**
 * Returns the faults of coordinates that the schema can't find: rings without extent, and points that are off
 * the earth, too far apart, too close together or in the wrong unit.
 *
 * @param origin WGS 84 origin of the plan; undefined if it uses no degrees
 * @param pack knows which kinds are rooms
 */
export function checkGeometry(
  document: PlanDocument,
  paths: readonly PointPath[],
  origin: RawPoint | undefined,
  pack: Pack,
  context: GeometryContext,
): Unreadable[] {
  const unreadable = paths.flatMap((path) => {
    const empty = emptiness(path, context);
    return systemOfPath(path, context) === 'wgs84' ? [...empty, ...offEarth(path, origin, context)] : empty;
  });
  if (document.origin !== undefined && !isOnEarth(document.origin)) {
    unreadable.push(degrees(document.origin, context.placeOf('/origin')));
  }
  // A wrong unit is one fault: points too far apart come of it.
  const unit = wrongUnit(document, pack, context);
  return [
    ...unreadable,
    ...(unit.length > 0 ? unit : [...strayMetres(document, paths, context), ...tinyMetres(document, paths, context)]),
    ...metresOnly(document, context),
  ];
}

/** Metres: no degree of longitude or latitude is longer. */
const DEGREE = 111_700;

/** Returns the fault of a ring without extent. A line without length is left out of the model and reported there. */
function emptiness(path: PointPath, context: GeometryContext): Unreadable[] {
  const { id, points, shape } = path;
  if (shape !== 'ring') return [];
  const nothing = systemOfPath(path, context) === 'wgs84' ? NO_EXTENT / DEGREE : NO_EXTENT;
  const what = emptyRing(points, nothing);
  return what === undefined ? [] : [emptyGeometry(id, what, context.placeOf(pointerOf(path)))];
}

function emptyRing(points: readonly RawPoint[], nothing: number): Localized | undefined {
  if (cleanRing(points).length < 3) return planText.fewPoints;
  return isFlat(points, nothing) ? planText.onOneLine : undefined;
}

/**
 * True if the points lie between two parallel lines no further apart than `width`. A bow tie has no area, and isn't
 * flat.
 */
function isFlat(points: readonly RawPoint[], width: number): boolean {
  const [a] = points;
  let [b, length] = [a, 0];
  for (const point of points) {
    const off = distance(a, point);
    if (off > length) [b, length] = [point, off];
  }
  // Between such lines, no point is farther than 2 × width from the line through the first point and the one that is
  // farthest from it.
  const wide = 2.5 * width * length;
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  if (points.some(([x, y]) => Math.abs(dx * (y - a[1]) - dy * (x - a[0])) > wide)) return false;
  return widthOf(convexHull(points)) <= width;
}

function offEarth(path: PointPath, origin: RawPoint | undefined, context: GeometryContext): Unreadable[] {
  const { points } = path;
  const index = points.findIndex((point) => !isOnEarth(point));
  if (index !== -1) return [degrees(points[index], context.placeOf(pointOf(path, index)))];
  if (origin === undefined || !isOnEarth(origin)) return [];
  const far = points.findIndex((point) => {
    const [x, y] = project(point, origin);
    return Math.hypot(x, y) > FARTHEST;
  });
  if (far === -1) return [];
  const [x, y] = points[far];
  return [problemOf(planText.farApart({ x, y }), context.placeOf(pointOf(path, far)))];
}

/**
 * Returns a fault for the first point of a metre file that is farther from the common south-west corner than any site
 * reaches: a slip of the pen. [] if there is none.
 */
function strayMetres({ levels }: PlanDocument, all: readonly PointPath[], context: GeometryContext): Unreadable[] {
  const drawn = all.filter((path) => systemOfPath(path, context) === 'metres');
  const paths = [
    ...drawn.map((path) => ({ points: path.points, at: (index: number) => pointOf(path, index) })),
    ...rectsOf(levels),
  ];
  const box = boxOfRings(paths.map(({ points }) => points));
  if (box === undefined) return [];
  for (const path of paths) {
    const index = path.points.findIndex(([x, y]) => x - box.minX > FARTHEST || y - box.minY > FARTHEST);
    if (index === -1) continue;
    const [x, y] = path.points[index];
    return [problemOf(planText.tooLarge({ x, y }), context.placeOf(path.at(index)))];
  }
  return [];
}

/** Returns the rectangles of zones by two opposite corners, in metres. */
function rectsOf(levels: PlanDocument['levels']) {
  return levels.flatMap(({ zones = [] }, l) =>
    zones.flatMap(({ rect }, z) => {
      if (rect === undefined) return [];
      const [x, y, width, depth] = rect;
      const points: RawPoint[] = [
        [x, y],
        [x + width, y + depth],
      ];
      return [{ points, at: () => child('/levels', l, 'zones', z, 'rect') }];
    }),
  );
}

/**
 * Metres: no site that anyone protects is smaller. Degrees taken for metres make it a few millimetres. Ours, not the
 * law's.
 */
const SMALLEST = 1;
/** Metres: nobody draws a file with nothing larger in it. Metres taken for another unit make a room so small. Ours. */
const SMALLEST_DRAWN = 0.25;

/** Points of one element in a metre file. */
interface Drawn {
  readonly points: readonly RawPoint[];
  readonly shape: PointPath['shape'];
  readonly at: () => string;
}

/**
 * Returns a fault if the whole site is tiny, as degrees written for metres are: every room would be thinner than a
 * wall, and no verdict on it would be right. So is all that a file draws that names another unit than metres.
 */
function tinyMetres(document: PlanDocument, all: readonly PointPath[], context: GeometryContext): Unreadable[] {
  const inMetres = all.filter((path) => systemOfPath(path, context) === 'metres');
  const drawn: Drawn[] = [
    ...inMetres.map((path) => ({ points: path.points, shape: path.shape, at: () => pointerOf(path) })),
    ...rectsOf(document.levels).map((rect) => ({ ...rect, shape: 'ring' as const })),
  ];
  const first = drawn.find(({ shape }) => shape === 'ring');
  const size = first && sizeIfBelow(SMALLEST, drawn);
  if (first !== undefined && size !== undefined) {
    const couldBeDegrees = drawn.every(({ points }) => points.every(isOnEarth));
    const hint = unitHint(context.unitOf(first.at())) ?? (couldBeDegrees ? planText.seemDegrees : planText.wrongUnit);
    return [problemOf(planText.tiny({ ...size, hint }), context.placeOf(first.at()))];
  }
  const converted = drawn.filter(({ at }) => unitHint(context.unitOf(at())) !== undefined);
  for (const [file, own] of groupBy(converted, ({ at }) => context.placeOf(at()).path)) {
    const shown = own.find(({ shape }) => shape !== 'point');
    const small = shown && sizeIfBelow(SMALLEST_DRAWN, own);
    if (shown === undefined || small === undefined) continue;
    const least = SMALLEST_DRAWN;
    return [
      problemOf(planText.tinyFile({ file, ...small, least, hint: planText.seemMetres }), context.placeOf(shown.at())),
    ];
  }
  return [];
}

/** Returns width and depth in mm of what is drawn if no two points of it are `least` (m) apart. */
function sizeIfBelow(
  least: number,
  drawn: readonly Drawn[],
): { readonly width: number; readonly depth: number } | undefined {
  const box = boxOfRings(drawn.map(({ points }) => points));
  if (box === undefined) return undefined;
  const [width, depth] = [box.maxX - box.minX, box.maxY - box.minY];
  if (Math.max(width, depth) >= least) return undefined;
  // Measured between corners, so that turning the plan on its sheet changes nothing: a box is no wider than what it
  // contains, but may be narrower.
  const corners = convexHull(drawn.flatMap(({ points }) => points));
  if (corners.some((one) => corners.some((other) => distance(one, other) >= least))) return undefined;
  const millimetres = (length: number) => Math.round(1e6 * length) / 1e3;
  return { width: millimetres(width), depth: millimetres(depth) };
}

function pointOf(path: PointPath, index: number): string {
  return path.shape === 'point' ? pointerOf(path) : child(pointerOf(path), index);
}

function isOnEarth([longitude, latitude]: RawPoint): boolean {
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
}

function degrees([x, y]: RawPoint, place: Place): Unreadable {
  const swapped = Math.abs(x) <= 90 && Math.abs(y) <= 180;
  return problemOf(planText.degrees({ x, y, hint: swapped ? planText.swapped : NO_HINT }), place);
}

function metresOnly(document: PlanDocument, context: GeometryContext): Unreadable[] {
  const wrong = (key: string, pointer: string) =>
    problemOf(planText.metresOnly({ key }), { ...context.placeOf(pointer), key: true });
  const unreadable: Unreadable[] = [];
  if (document.coordinates === 'wgs84' && (document.north ?? 0) !== 0) unreadable.push(wrong('north', '/north'));
  for (const [l, level] of document.levels.entries()) {
    for (const [z, zone] of (level.zones ?? []).entries()) {
      const pointer = child('/levels', l, 'zones', z);
      if (zone.rect === undefined) continue;
      if (context.systemOf(pointer) === 'wgs84') unreadable.push(wrong('rect', `${pointer}/rect`));
      else if (!(zone.rect[2] > NO_EXTENT && zone.rect[3] > NO_EXTENT) || cleanRing(rectPoints(zone)).length < 4) {
        unreadable.push(emptyGeometry(zone.id, planText.flatRect, context.placeOf(`${pointer}/rect`)));
      }
    }
  }
  return unreadable;
}
