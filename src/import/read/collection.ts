// Reads GeoJSON feature collections: the part that all formats share.

import { isRecord, memberOf, type Unchecked } from '../../plan/read/unknown.js';
import { ANY_SIZE } from '../../source/limits.js';
import { parseSource } from '../../source/parse/parse.js';
import { problemOf, type SourceProblem } from '../../source/problem.js';
import type { Note } from '../notes.js';
import { positionsOf } from '../support/positions.js';
import { problemText } from '../texts.js';
import type {
  CoordinateSystem,
  ImportFormat,
  InputFile,
  Position,
  Properties,
  RawFeature,
  RawShape,
} from '../types.js';
import { t } from './texts.js';

/** A GeoJSON file whose features are not read yet. */
export interface RawCollection {
  readonly path: string;
  readonly value: Unchecked;
  readonly features: readonly unknown[];
}

/** Result of opening a GeoJSON file. */
export type ReadCollection =
  | { readonly ok: true; readonly collection: RawCollection }
  | { readonly ok: false; readonly problems: readonly SourceProblem[] };

/**
 * Returns the FeatureCollection in `file`, or a problem: no valid JSON, no collection, Esri JSON, or a file written by
 * sitecam.
 */
export function readImportCollection({ path, bytes }: InputFile): ReadCollection {
  const parsed = parseSource(path, bytes, { format: 'json', texts: 'any', limits: ANY_SIZE });
  if (!parsed.ok) return parsed;
  const value = parsed.value;
  const features =
    isRecord(value) && memberOf(value, 'type') === 'FeatureCollection' ? memberOf(value, 'features') : undefined;
  const ours = isRecord(value) && memberOf(value, 'sitecam') !== undefined;
  if (isRecord(value) && Array.isArray(features) && !ours) return { ok: true, collection: { path, value, features } };
  const message = ours ? problemText.ownFile : isEsri(value) ? problemText.esriJson : problemText.noCollection;
  return { ok: false, problems: [problemOf(message, path)] };
}

/** True for a feature set in Esri JSON, which ArcGIS writes by default. */
function isEsri(value: unknown): boolean {
  return isRecord(value) && memberOf(value, 'type') === undefined && memberOf(value, 'spatialReference') !== undefined;
}

/** A feature that was read, with its notes; `feature` is undefined if the entry is no feature. */
export interface ReadFeature {
  readonly feature: RawFeature | undefined;
  readonly notes: readonly Note[];
}

/** Returns the feature at `index`. Shapes that can't be read are left out with a note. */
export function readFeature(
  { path, features }: RawCollection,
  index: number,
  { format, system }: { readonly format: ImportFormat; readonly system: CoordinateSystem },
): ReadFeature {
  const origin = { path, pointer: `/features/${index}` };
  const written = features[index];
  if (!isRecord(written)) {
    return { feature: undefined, notes: [{ sort: 'refused', message: t['no-feature'], origin }] };
  }
  const { shapes, refused } = onEarth(shapesOf(memberOf(written, 'geometry')), system);
  const properties = memberOf(written, 'properties');
  const id = memberOf(written, 'id');
  const type = memberOf(written, 'feature_type');
  const feature: RawFeature = {
    format,
    system,
    id: typeof id === 'string' || typeof id === 'number' ? String(id) : undefined,
    properties: {
      ...(typeof type === 'string' ? { feature_type: type } : {}),
      ...(isRecord(properties) ? flattened(properties) : {}),
    },
    shapes,
    levels: [],
    origin,
  };
  const notes: Note[] = refused === undefined ? [] : [{ sort: 'refused', message: refused, origin }];
  if (properties === undefined) {
    notes.push({ sort: 'mended', message: t['no-properties'], origin });
  }
  notes.push(...multiNotes(memberOf(written, 'geometry'), feature));
  return { feature, notes };
}

/**
 * Returns properties with nested keys joined by dots and lists joined by `;` as in OSM; `null` is left out. `prefix` is
 * put before each key.
 */
export function flattened(value: Unchecked, prefix = ''): Properties {
  const flat: Record<string, string | number | boolean> = {};
  for (const [key, entry] of Object.entries(value)) {
    const name = prefix + key;
    if (isRecord(entry)) Object.assign(flat, flattened(entry, `${name}.`));
    else if (Array.isArray(entry)) flat[name] = entry.map(String).join(';');
    else if (typeof entry === 'string' || typeof entry === 'number' || typeof entry === 'boolean') flat[name] = entry;
  }
  return flat;
}

interface Shapes {
  readonly shapes: readonly RawShape[];
  readonly refused?: Note['message'];
}

/**
 * Returns the shapes of a GeoJSON geometry without third coordinates. GeometryCollection is refused: no plan element
 * can hold it.
 */
function shapesOf(geometry: unknown): Shapes {
  if (geometry === null || geometry === undefined) return { shapes: [] };
  const type = isRecord(geometry) ? memberOf(geometry, 'type') : undefined;
  const coordinates = isRecord(geometry) ? memberOf(geometry, 'coordinates') : undefined;
  const refused = t.geometry({ type: String(type) });
  try {
    switch (type) {
      case 'Point':
        return { shapes: [{ type, at: position(coordinates) }] };
      case 'MultiPoint':
        return { shapes: list(coordinates).map((at) => ({ type: 'Point', at: position(at) })) };
      case 'LineString':
        return { shapes: [{ type, line: list(coordinates).map(position) }] };
      case 'MultiLineString':
        return {
          shapes: list(coordinates).map((line) => ({ type: 'LineString', line: list(line).map(position) })),
        };
      case 'Polygon':
        return { shapes: [{ type, rings: list(coordinates).map((ring) => list(ring).map(position)) }] };
      case 'MultiPolygon':
        return {
          shapes: list(coordinates).map((polygon) => ({
            type: 'Polygon',
            rings: list(polygon).map((ring) => list(ring).map(position)),
          })),
        };
      default:
        return { shapes: [], refused };
    }
  } catch (error) {
    if (error instanceof Unreadable) return { shapes: [], refused: t.coordinates };
    throw error;
  }
}

/** Refuses shapes beyond longitude and latitude: one such position would move the corner that metres count from. */
function onEarth(read: Shapes, system: CoordinateSystem): Shapes {
  if (system !== 'wgs84') return read;
  const beyond = read.shapes
    .flatMap(positionsOf)
    .find(([longitude, latitude]) => Math.abs(longitude) > 180 || Math.abs(latitude) > 90);
  if (beyond === undefined) return read;
  return { shapes: [], refused: t['off-earth']({ at: beyond.join(', ') }) };
}

/** Returns a note on a `Multi…` geometry: each plan element has one piece, and ids tell the pieces apart. */
function multiNotes(geometry: unknown, { id, shapes, origin }: RawFeature): Note[] {
  const type = isRecord(geometry) ? memberOf(geometry, 'type') : undefined;
  if (typeof type !== 'string' || !type.startsWith('Multi') || shapes.length === 0) return [];
  if (shapes.length === 1) return [{ sort: 'mended', message: t['multi-of-one']({ type }), origin }];
  const message = t.multi({ type, count: shapes.length });
  const ids = id === undefined ? [] : [id];
  return [{ sort: 'mended', message, origin, ids }];
}

class Unreadable extends Error {}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Unreadable();
  return value;
}

function position(value: unknown): Position {
  const [x, y] = list(value);
  if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y)) {
    throw new Unreadable();
  }
  return [x, y];
}
