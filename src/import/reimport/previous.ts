import type { Position as GeoPosition } from 'geojson';
import type { Point } from '../../geometry/types.js';
import { ELEMENT_KINDS } from '../../plan/read/geojson-feature.js';
import { isRecord, listIn, memberOf, textIn } from '../../plan/read/unknown.js';
import { parseSource } from '../../source/parse/parse.js';
import type { ImportFrame } from '../frame.js';
import { type EarlierIds, type ElementSort, middle, type RenamedId } from '../support/ids.js';
import type { CoordinateSystem, Position } from '../types.js';

/** An element of a file of geometry. */
export interface FileElement {
  readonly element: ElementSort;
  readonly level: string;
  readonly id: string;
  /** The properties of the feature without `element`, `level` and `id`. */
  readonly keys: Readonly<Record<string, unknown>>;
  readonly geometry: FileGeometry | null;
}

export type FileGeometry =
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly GeoPosition[])[] }
  | { readonly type: 'LineString'; readonly coordinates: readonly GeoPosition[] }
  | { readonly type: 'Point'; readonly coordinates: GeoPosition };

/** The file of geometry that an earlier import wrote. */
export interface Previous {
  readonly system: CoordinateSystem;
  /** Of a file in metres: the place, in the source's own, that they are counted from. */
  readonly corner: Position | undefined;
  /** Levels, by the keys that the source had for them. */
  readonly levels: readonly RenamedId[];
  /** With the id that the source had, where it had one. */
  readonly elements: readonly (FileElement & { readonly from: string | undefined })[];
}

/**
 * Reads a file of geometry that an import wrote; undefined for any other, also for one that can't be read: only what an
 * import wrote may an import write again.
 */
export function previousOf(path: string, bytes: Uint8Array): Previous | undefined {
  const parsed = parseSource(path, bytes);
  const mark = parsed.ok && isRecord(parsed.value) ? memberOf(parsed.value, 'imported') : undefined;
  if (!parsed.ok || !isRecord(parsed.value) || !isRecord(mark)) return undefined;
  const member = memberOf(parsed.value, 'sitecam');
  // A whole plan has people's work in it.
  if (!isRecord(member) || memberOf(member, 'site') !== undefined) return undefined;
  const elements = (listIn(parsed.value, 'features') ?? []).flatMap((feature) => {
    const properties = isRecord(feature) ? memberOf(feature, 'properties') : undefined;
    if (!isRecord(feature) || !isRecord(properties)) return [];
    const { element: sort, level, id, ...keys } = properties;
    const element = ELEMENT_KINDS.find((known) => known === sort);
    if (element === undefined || element === 'sign' || typeof level !== 'string' || typeof id !== 'string') return [];
    return [
      { element, level, id, keys, geometry: geometryOf(memberOf(feature, 'geometry')), from: textIn(feature, 'id') },
    ];
  });
  const named = memberOf(mark, 'levels');
  const levels = Object.entries(isRecord(named) ? named : {}).flatMap(([to, from]) =>
    typeof from === 'string' ? [{ from, to }] : [],
  );
  const system = memberOf(member, 'coordinates') === 'metres' ? 'metres' : 'wgs84';
  return { system, corner: system === 'metres' ? cornerOf(memberOf(mark, 'corner')) : undefined, levels, elements };
}

/** Sources are counted from their own origin where the file says nothing else. */
function cornerOf(value: unknown): Position {
  const [x, y]: unknown[] = Array.isArray(value) ? value : [];
  return typeof x === 'number' && typeof y === 'number' ? [x, y] : [0, 0];
}

/** What `previous` named as ids.ts takes it, in metres of `frame`. */
export function earlierIds({ system, levels, elements }: Previous, frame: ImportFrame): EarlierIds {
  const known = elements.map(({ element, level, id, geometry, from }) => ({
    element,
    from,
    to: id,
    level,
    at: system === frame.system ? middle(linesOf(geometry, frame).flat()) : undefined,
  }));
  return { levels, elements: known };
}

/** The rings, the line or the point of a geometry as the file has it, in metres of `frame`; none of one that isn't drawn. */
export function linesOf(
  geometry: FileGeometry | null,
  { system, toMetres }: Pick<ImportFrame, 'system' | 'toMetres'>,
): Point[][] {
  if (geometry === null) return [];
  // Metres in the file are the plan's already.
  const at = ([x = 0, y = 0]: GeoPosition): Point => (system === 'metres' ? [x, y] : toMetres([x, y]));
  switch (geometry.type) {
    case 'Polygon':
      return geometry.coordinates.map((ring) => ring.map(at));
    case 'LineString':
      return [geometry.coordinates.map(at)];
    case 'Point':
      return [[at(geometry.coordinates)]];
  }
}

function geometryOf(value: unknown): FileGeometry | null {
  if (!isRecord(value)) return null;
  const coordinates = memberOf(value, 'coordinates');
  switch (memberOf(value, 'type')) {
    case 'Polygon':
      return isList(coordinates, (ring) => isList(ring, isPosition)) ? { type: 'Polygon', coordinates } : null;
    case 'LineString':
      return isList(coordinates, isPosition) ? { type: 'LineString', coordinates } : null;
    case 'Point':
      return isPosition(coordinates) ? { type: 'Point', coordinates } : null;
    default:
      return null;
  }
}

function isList<T>(value: unknown, each: (item: unknown) => item is T): value is T[] {
  return Array.isArray(value) && value.length > 0 && value.every(each);
}

function isPosition(value: unknown): value is GeoPosition {
  return Array.isArray(value) && value.length >= 2 && value.every((number) => typeof number === 'number');
}
