// Reading of GeoJSON FeatureCollections.

import { isFeature } from 'geojson-validation';
import { append } from '../../base/arrays.js';
import type { Point } from '../../geometry/types.js';
import { verbatim } from '../../i18n/locale.js';
import { problemOf } from '../../source/problem.js';
import type { Unreadable } from '../model.js';
import { elementOf, type FeatureElement } from './geojson-feature.js';
import { isFeature as formFaultsOf } from './geojson-form.js';
import { planText } from './texts.js';
import { elementInMetres, type LengthUnit, lengthUnit } from './units.js';
import { isRecord, listIn, memberOf, type Unchecked } from './unknown.js';

/** A FeatureCollection that was read, with its faults. */
export interface Collection {
  readonly path: string;
  /** Coordinate system of its elements: WGS 84 unless the member `sitecam` names a unit of length, which is converted. */
  readonly coordinates: 'metres' | 'wgs84';
  /** Unit that `sitecam` names; undefined for degrees. */
  readonly unit: LengthUnit | undefined;
  /** The foreign member `sitecam`; undefined if there is none. */
  readonly member: Unchecked | undefined;
  readonly elements: readonly FeatureElement[];
  readonly unreadable: readonly Unreadable[];
  /** The first position in the order of the file, in its own unit; undefined if there is none. */
  readonly first: Point | undefined;
}

/** True if `value` is a GeoJSON FeatureCollection by its `type`; its features are unchecked. */
export function isFeatureCollection(value: unknown): value is Unchecked {
  return isRecord(value) && memberOf(value, 'type') === 'FeatureCollection';
}

/**
 * Returns the features of a FeatureCollection as elements of a plan, and all faults of the file. geojson-validation
 * checks only features that sitecam's own checks accept, because those know the place of a fault.
 */
export function readCollection(path: string, collection: Unchecked): Collection {
  const written = memberOf(collection, 'sitecam');
  const member = isRecord(written) ? written : undefined;
  const unit = member === undefined ? undefined : lengthUnit(memberOf(member, 'coordinates'));
  const coordinates = unit === undefined ? 'wgs84' : 'metres';
  const unreadable: Unreadable[] = [...crsFault(path, collection, coordinates)];
  const elements: FeatureElement[] = [];
  const features = listIn(collection, 'features');
  if (features === undefined) {
    unreadable.push(problemOf(planText.geojson({ detail: planText.noFeatures }), path));
  }
  for (const [index, feature] of (features ?? []).entries()) {
    const pointer = `/features/${index}`;
    const result = elementOf(feature, path, pointer);
    if (!result.ok) append(unreadable, result.unreadable);
    else {
      const element = result.feature;
      elements.push(unit === undefined ? element : { ...element, value: elementInMetres(element.value, unit) });
      append(unreadable, gate(feature, path, pointer));
    }
  }
  return { path, coordinates, unit, member, elements, unreadable, first: firstOf(features ?? []) };
}

function firstOf(features: readonly unknown[]): Point | undefined {
  for (const feature of features) {
    const geometry = isRecord(feature) ? memberOf(feature, 'geometry') : undefined;
    let at = isRecord(geometry) ? memberOf(geometry, 'coordinates') : undefined;
    while (Array.isArray(at) && Array.isArray(at[0])) at = at[0];
    if (!Array.isArray(at)) continue;
    const [longitude, latitude]: unknown[] = at;
    if (typeof longitude === 'number' && typeof latitude === 'number') return [longitude, latitude];
  }
  return undefined;
}

/**
 * Returns the faults of a feature's own form that the schema's check of coordinates can't find. A feature with no more
 * members than it needs, and a geometry of the right type, can have none.
 */
function gate(feature: unknown, path: string, pointer: string): Unreadable[] {
  if (isRecord(feature) && isPlain(feature)) return [];
  return formFaults(feature, isFeature).map((error) =>
    problemOf(planText.geojson({ detail: verbatim(error) }), { path, pointer }),
  );
}

/**
 * Returns what the validator `checked` finds wrong with the form of a feature, in English. The feature is one that
 * could be read as an element; faults of its coordinates are left out. If `checked` throws, as geojson-validation does
 * for a ring without positions, sitecam's check of the form takes its place.
 */
export function formFaults(feature: unknown, checked: typeof isFeature): string[] {
  let errors: string[];
  try {
    errors = checked(feature, true);
  } catch {
    errors = formFaultsOf(feature, true);
  }
  // A fault of coordinates quotes what stands there, so a fault of the form is one from its first letter on.
  return errors.filter((error) => error === NO_FEATURE || !/[Pp]osition|coordinates|type must be|at \d+: /.test(error));
}

const NO_FEATURE = 'type must be "Feature"';

function isPlain(feature: Unchecked): boolean {
  if (memberOf(feature, 'type') !== 'Feature' || !Object.hasOwn(feature, 'geometry')) return false;
  const geometry = memberOf(feature, 'geometry');
  return !Object.hasOwn(feature, 'bbox') && (!isRecord(geometry) || !Object.hasOwn(geometry, 'bbox'));
}

/** Values of the member `crs` of old files that do no harm: CRS84, WGS 84, and CGCS2000, its geographic twin. */
const GEOGRAPHIC = /CRS84|EPSG:{1,2}(?:4326|4490)$|^WGS ?84$/i;

function crsFault(path: string, collection: Unchecked, coordinates: 'metres' | 'wgs84'): Unreadable[] {
  const crs = coordinates === 'metres' ? undefined : foreignCrs(collection);
  return crs === undefined ? [] : [problemOf(planText.crs({ crs }), { path, pointer: '/crs' })];
}

/**
 * Returns the reference system that the member `crs` names if it isn't longitude and latitude; undefined if it is, or
 * if there is no such member.
 */
export function foreignCrs(collection: Unchecked): string | undefined {
  const crs = memberOf(collection, 'crs');
  if (crs == null) return undefined;
  const properties = isRecord(crs) ? memberOf(crs, 'properties') : undefined;
  const name = isRecord(properties) ? memberOf(properties, 'name') : undefined;
  if (typeof name === 'string' && GEOGRAPHIC.test(name)) return undefined;
  return typeof name === 'string' ? name : JSON.stringify(crs);
}
