// Conversion of GeoJSON features into elements of a plan.

import { joined, type Text } from '../../i18n/catalogue.js';
import { quoted } from '../../i18n/list.js';
import type { Localized } from '../../i18n/locale.js';
import { hintOf, NO_HINT } from '../../source/hint.js';
import { child } from '../../source/place/pointer.js';
import { problemOf } from '../../source/problem.js';
import { expectedText, schemaText } from '../../source/texts.js';
import type { Place } from '../../source/types.js';
import type { Unreadable } from '../model.js';
import type { PlacedElement } from './provenance.js';
import { planText } from './texts.js';
import { isRecord, memberOf, textIn, type Unchecked } from './unknown.js';

/** Kinds of element that a feature can be. */
export const ELEMENT_KINDS = ['zone', 'wall', 'opening', 'device', 'sign'] as const;
/** Kind of element of a plan: one of `ELEMENT_KINDS`. */
export type ElementKind = (typeof ELEMENT_KINDS)[number];

/** A feature in the spelling of an element of the plan, not yet checked against the schema. */
export interface FeatureElement {
  readonly element: ElementKind;
  /** Level id as written; undefined if the feature names none. */
  readonly level: string | undefined;
  /** '' if the feature has none. */
  readonly id: string;
  /** Keys of the element. */
  readonly value: Unchecked;
  /** False for `geometry: null` without a rect. */
  readonly drawn: boolean;
  /** Place of the feature's properties. */
  readonly place: Place;
  /** Places of the element's keys that don't stand in the feature's properties. */
  readonly places: NonNullable<PlacedElement['places']>;
}

/** An element, or the faults that keep the feature from being one. */
export type FeatureResult =
  | { readonly ok: true; readonly feature: FeatureElement }
  | { readonly ok: false; readonly unreadable: readonly Unreadable[] };

/** Keys of an element that its geometry gives. */
const DRAWN: Readonly<Record<ElementKind, readonly string[]>> = {
  zone: ['polygon', 'holes'],
  wall: ['line'],
  opening: ['line'],
  device: ['at'],
  sign: ['at'],
};

/** Geometry types that each kind of element may have. */
const TYPES: Readonly<Record<ElementKind, readonly [one: string, many: string]>> = {
  zone: ['Polygon', 'MultiPolygon'],
  wall: ['LineString', 'MultiLineString'],
  opening: ['LineString', 'MultiLineString'],
  device: ['Point', 'MultiPoint'],
  sign: ['Point', 'MultiPoint'],
};

/**
 * Returns the feature at `pointer` of the file `path` as an element of the plan, or the faults that keep it from being
 * one.
 */
export function elementOf(feature: unknown, path: string, pointer: string): FeatureResult {
  const at = (...tokens: (string | number)[]): Place => ({ path, pointer: child(pointer, ...tokens) });
  const fail = (message: Text, place: Place): FeatureResult => ({ ok: false, unreadable: [problemOf(message, place)] });
  if (!isRecord(feature)) return fail(planText.geojson({ detail: planText.noObject }), at());
  const properties = memberOf(feature, 'properties');
  if (!isRecord(properties)) return fail(schemaText.missingKey({ key: 'properties', hint: NO_HINT }), at());
  const element = elementIn(properties);
  if (element === undefined) {
    const written = memberOf(properties, 'element');
    if (written === undefined) return fail(schemaText.missingKey({ key: 'element', hint: NO_HINT }), at('properties'));
    const allowed = joined(ELEMENT_KINDS.map(quoted), { zh: '、', en: ', ' });
    const value = inOneWord(written);
    const hint = hintOf(value, ELEMENT_KINDS);
    return fail(schemaText.value({ key: 'element', value, allowed, hint }), at('properties', 'element'));
  }
  const level = memberOf(properties, 'level');
  if (level !== undefined && typeof level !== 'string') {
    const [expected, found] = [expectedText.string, JSON.stringify(level)];
    return fail(schemaText.type({ key: 'level', expected, found, hint: NO_HINT }), at('properties', 'level'));
  }
  const twice = DRAWN[element].find((key) => Object.hasOwn(properties, key));
  if (twice !== undefined) {
    return fail(schemaText.unknownKey({ key: twice, hint: NO_HINT }), { ...at('properties', twice), key: true });
  }
  const id = idOf(feature, properties);
  const drawn = geometryKeys(element, memberOf(feature, 'geometry'), id, (...tokens) => at('geometry', ...tokens));
  if ('unreadable' in drawn) return { ok: false, unreadable: [drawn.unreadable] };
  const { element: _, level: __, ...rest } = properties;
  const places = (): (readonly [string, Place])[] => {
    const found = drawn.places.map(([below, tokens]) => [below, at('geometry', ...tokens)] as const);
    return Object.hasOwn(properties, 'id') ? found : [...found, ['/id', at('id')]];
  };
  const value = Object.assign(rest, id === undefined ? {} : { id }, drawn.keys);
  return {
    ok: true,
    feature: {
      element,
      level,
      id: id ?? '',
      value,
      drawn: memberOf(feature, 'geometry') != null || Object.hasOwn(properties, 'rect'),
      place: at('properties'),
      places,
    },
  };
}

function elementIn(properties: Unchecked): ElementKind | undefined {
  const written = textIn(properties, 'element');
  return ELEMENT_KINDS.find((element) => element === written);
}

/** Returns the id in the properties, else the feature's own. GeoJSON allows numbers. */
function idOf(feature: Unchecked, properties: Unchecked): string | undefined {
  const id = memberOf(properties, 'id') ?? memberOf(feature, 'id');
  return typeof id === 'number' || typeof id === 'string' ? String(id) : undefined;
}

/** Returns a text as it is, and anything else as JSON. */
function inOneWord(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

type Tokens = readonly (string | number)[];

type Drawn =
  | { readonly keys: Unchecked; readonly places: readonly (readonly [below: string, inGeometry: Tokens])[] }
  | { readonly unreadable: Unreadable };

const IN_ONE: Tokens = ['coordinates'];
const IN_MANY: Tokens = ['coordinates', 0];

/**
 * Returns the element's keys that its geometry gives. Accepts clockwise shells, third coordinates, and a Multi…
 * geometry with one part.
 */
function geometryKeys(
  element: ElementKind,
  geometry: unknown,
  id: string | undefined,
  at: (...tokens: (string | number)[]) => Place,
): Drawn {
  if (geometry == null) return { keys: {}, places: [] };
  const [one, many] = TYPES[element];
  const type = isRecord(geometry) ? memberOf(geometry, 'type') : undefined;
  const written = isRecord(geometry) ? memberOf(geometry, 'coordinates') : undefined;
  if (isRecord(geometry) && type === undefined) {
    return { unreadable: problemOf(schemaText.missingKey({ key: 'type', hint: NO_HINT }), at()) };
  }
  const isMany = type === many && Array.isArray(written);
  if ((type !== one && type !== many) || (isMany && written.length > 1)) {
    const found = isMany ? planText.parts({ type: many, n: written.length }) : inOneWord(type ?? geometry);
    const message = planText.geometryType({ id: id ?? '', element, found, expected: one });
    return { unreadable: problemOf(message, isRecord(geometry) ? at('type') : at()) };
  }
  const coordinates: unknown = isMany ? written[0] : written;
  const base = isMany ? IN_MANY : IN_ONE;
  if (coordinates === undefined || (Array.isArray(coordinates) && coordinates.length === 0)) {
    return { unreadable: emptyGeometry(id ?? '', planText.noCoordinates, at()) };
  }
  if (element === 'device' || element === 'sign') return { keys: { at: flat(coordinates) }, places: [['/at', base]] };
  if (element !== 'zone') return { keys: { line: eachFlat(coordinates) }, places: [['/line', base]] };
  if (!Array.isArray(coordinates)) return { keys: { polygon: coordinates }, places: [['/polygon', base]] };
  const open = coordinates.findIndex((ring) => !isClosed(ring));
  if (open !== -1) {
    return { unreadable: problemOf(planText.openRing({ id: id ?? '' }), at(...base, open)) };
  }
  const [polygon, ...holes] = coordinates.map(eachFlat);
  const places = coordinates.map((_, ring): readonly [string, Tokens] => [
    ring === 0 ? '/polygon' : `/holes/${ring - 1}`,
    [...base, ring],
  ]);
  return { keys: holes.length === 0 ? { polygon } : { polygon, holes }, places };
}

/**
 * Returns the fault of a geometry without extent.
 *
 * @param id id of the element
 * @param what the reason as a clause, such as "it has no coordinates"
 */
export function emptyGeometry(id: string, what: Localized, place: Place): Unreadable {
  return problemOf(planText.emptyGeometry({ id, what }), place);
}

function isClosed(ring: unknown): boolean {
  if (!Array.isArray(ring) || ring.length === 0) return true;
  const [first, last]: unknown[] = [ring[0], ring[ring.length - 1]];
  if (!Array.isArray(first) || !Array.isArray(last)) return true;
  return ring.length > 1 && first[0] === last[0] && first[1] === last[1];
}

/** Returns a position without its altitude. */
function flat(position: unknown): unknown {
  return Array.isArray(position) && position.length > 2 ? position.slice(0, 2) : position;
}

function eachFlat(positions: unknown): unknown {
  return Array.isArray(positions) ? positions.map(flat) : positions;
}
