// Reads the geometry file of an earlier import.

import type { Position as GeoPosition } from 'geojson';
import type { Point } from '../../geometry/types.js';
import { ELEMENT_KINDS } from '../../plan/read/geojson-feature.js';
import { isRecord, listIn, memberOf, textIn } from '../../plan/read/unknown.js';
import { parseSource } from '../../source/parse/parse.js';
import type { ImportFrame } from '../frame.js';
import {
  blockOf,
  type EarlierIds,
  type ElementSort,
  middle,
  outlineOf,
  type RenamedId,
  type Vanished,
} from '../support/ids.js';
import type { CoordinateSystem, Position } from '../types.js';

/** An element of a geometry file: one of its features. */
export interface FileElement {
  readonly element: ElementSort;
  readonly level: string;
  readonly id: string;
  /** Properties of the feature except `element`, `level` and `id`. */
  readonly keys: Readonly<Record<string, unknown>>;
  readonly geometry: FileGeometry | null;
}

/** Geometry as the file holds it: degrees, or plan metres. */
export type FileGeometry =
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly GeoPosition[])[] }
  | { readonly type: 'LineString'; readonly coordinates: readonly GeoPosition[] }
  | { readonly type: 'Point'; readonly coordinates: GeoPosition };

/** Content of the geometry file that an earlier import wrote. */
export interface Previous {
  readonly system: CoordinateSystem;
  /** Source coordinates in m of the plan's zero; undefined if the file is in degrees. */
  readonly corner: Position | undefined;
  /** Level ids with the keys that the source had for them. */
  readonly levels: readonly RenamedId[];
  /** `from` is the id in the source; undefined if it had none. */
  readonly elements: readonly (FileElement & { readonly from: string | undefined })[];
  /** What imports before that one had, and it hadn't. */
  readonly gone: readonly Vanished[];
}

/**
 * Reads a geometry file that an import wrote. Returns undefined for any other or unreadable file: an import may
 * overwrite only what an import wrote.
 */
export function previousOf(path: string, bytes: Uint8Array): Previous | undefined {
  const parsed = parseSource(path, bytes);
  const mark = parsed.ok && isRecord(parsed.value) ? memberOf(parsed.value, 'imported') : undefined;
  if (!parsed.ok || !isRecord(parsed.value) || !isRecord(mark)) return undefined;
  const member = memberOf(parsed.value, 'sitecam');
  // A whole plan holds people's work.
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
  const corner = system === 'metres' ? cornerOf(memberOf(mark, 'corner')) : undefined;
  return { system, corner, levels, elements, gone: (listIn(mark, 'gone') ?? []).flatMap(vanished) };
}

function vanished(value: unknown): Vanished[] {
  const element = VANISHED.find((known) => isRecord(value) && memberOf(value, 'element') === known);
  const id = isRecord(value) ? textIn(value, 'id') : undefined;
  if (element === undefined || id === undefined || !isRecord(value)) return [];
  const from = textIn(value, 'from');
  return [{ element, id, ...(from === undefined ? {} : { from }) }];
}

const VANISHED = ['level', 'zone', 'wall', 'opening', 'device'] as const satisfies readonly Vanished['element'][];

/** Returns the source coordinates of the zero; [0, 0] if the file gives none. */
function cornerOf(value: unknown): Position {
  const [x, y]: unknown[] = Array.isArray(value) ? value : [];
  return typeof x === 'number' && typeof y === 'number' ? [x, y] : [0, 0];
}

/**
 * Returns what `identify` (support/ids.ts) must know of an earlier import so that elements keep their ids: the ids of
 * levels and elements in the source and in the plan, what had vanished, and the elements' places in plan metres of
 * `frame`. Without places if the earlier import had another coordinate system.
 */
export function earlierIds({ system, levels, elements, gone }: Previous, frame: ImportFrame): EarlierIds {
  const known = elements.map(({ element, level, id, keys, geometry, from }) => {
    const lines = system === frame.system ? linesOf(geometry, frame).map(unclosed) : [];
    const region = element === 'zone' ? outlineOf(lines) : undefined;
    const block = element === 'wall' ? blockOf(undefined, undefined) : blockOf(keys.kind, keys.type);
    return { element, from, to: id, level, at: middle(lines.flat()), block, ...(region && { region }) };
  });
  return { levels, elements: known, gone };
}

/** Returns a ring without the point that closes it. */
function unclosed(line: readonly Point[]): readonly Point[] {
  const [first, last] = [line[0], line.at(-1)];
  const isClosed = line.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  return isClosed ? line.slice(0, -1) : line;
}

/** Returns the rings, line or point of a geometry in plan metres; empty if it has no geometry. */
export function linesOf(
  geometry: FileGeometry | null,
  { system, toMetres }: Pick<ImportFrame, 'system' | 'toMetres'>,
): Point[][] {
  if (geometry === null) return [];
  // Metres in the file are plan metres already.
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
