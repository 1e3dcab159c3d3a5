// What a plan's text may hold at each place: the keys of each object, and what kind of value each of them has.
import type { Localized } from '../../i18n/locale.js';
import { ELEMENT_KINDS } from '../../plan/read/geojson-feature.js';
import { OBJECTS } from './format.gen.js';
import { type Entry, textOf } from './reading.js';
import { GEOJSON_KEYS } from './texts.js';

/** What the value of a key may be. If no member is set: any text or number, on which the format says nothing more. */
export interface Form {
  /** Name of the object that it is, with its keys in `keysOf`. */
  readonly object?: string;
  /** What each item is, of a list. */
  readonly items?: Form;
  /** What the value of each key is, of an object whose keys are names that the author chose. */
  readonly each?: Form;
  /** The few words that it may be. Vocabularies of the law aren't among them. */
  readonly values?: readonly string[];
}

/** A key that an object of the plan format may have, with its description. */
export interface KeyForm extends Form, Localized {
  readonly required?: true;
  /** True if it is one of several keys of which the object must have one. */
  readonly choice?: true;
}

/** The keys that an object of the plan format may have, by name. */
export type Keys = Readonly<Record<string, KeyForm>>;

/**
 * What the plan format says of an entry of the text: the form of its value, and where in the format it stands, such as
 * `zone.kind`.
 */
export interface Place {
  readonly form: Form;
  /** Object and key in the plan format: `zone.kind`, `site.categories[]`. */
  readonly name: string;
}

/**
 * Form of a file. plan: levels with their elements; collection: a GeoJSON plan; geometry: a GeoJSON file that a plan
 * refers to.
 */
export type FileForm = 'plan' | 'collection' | 'geometry';

/** Keys of elements that a feature's geometry gives. */
const DRAWN: ReadonlySet<string> = new Set(['polygon', 'holes', 'line', 'at']);

/**
 * Returns the form of a file by the keys at its root: a plan, a GeoJSON plan or a file of geometry. `isPlan` is false
 * for a file that a plan refers to.
 */
export function fileFormOf(root: Entry, isPlan: boolean): FileForm {
  if (!isPlan) return 'geometry';
  const has = (key: string) => root.entries.some((entry) => entry.key === key);
  return has('features') || (has('type') && !has('levels') && !has('site')) ? 'collection' : 'plan';
}

/**
 * Returns what the plan format says of `entry` in a file of the form `file`; undefined if the format has no such place.
 */
export function placeOf(entry: Entry, file: FileForm): Place | undefined {
  const { parent, key } = entry;
  if (parent === undefined) return file === 'plan' ? at('plan') : at('collection');
  const holder = placeOf(parent, file);
  if (holder === undefined) return undefined;
  const { form, name } = holder;
  if (key === undefined) {
    return form.items && { form: form.items, name: form.items.object ?? `${name}[]` };
  }
  if (form.each !== undefined) return { form: form.each, name: form.each.object ?? `${name}[]` };
  if (form.object === undefined) return undefined;
  if (form.object === 'feature' && key === 'properties') return at(`properties ${elementOf(entry)}`);
  const found = keysOf(form.object, file)[key];
  if (found === undefined) return undefined;
  return { form: found, name: found.object ?? `${ownerOf(key, form.object)}.${key}` };
}

/** Returns the object that a key belongs to: those of a feature's properties are an element's, but for two. */
function ownerOf(key: string, object: string): string {
  const [first, element = ''] = object.split(' ');
  return first !== 'properties' || Object.hasOwn(PROPERTIES, key) ? first : element;
}

function at(object: string): Place {
  return { form: { object }, name: object };
}

/** Returns the kind of element that the properties of a feature say it is; '' if they don't. */
function elementOf(properties: Entry): string {
  const element = properties.entries.find(({ key }) => key === 'element');
  const written = element === undefined ? '' : textOf(element);
  return ELEMENT_KINDS.find((kind) => kind === written) ?? '';
}

/** Returns the keys of the object that the plan format calls `object`, such as `zone`; {} if it has no such object. */
export function keysOf(object: string, file: FileForm): Keys {
  if (object === 'collection') {
    const member = file === 'geometry' ? 'member' : 'plan-member';
    return { ...COLLECTION, sitecam: { ...COLLECTION.sitecam, object: member } };
  }
  if (object === 'feature') return FEATURE;
  if (object === 'geometry') return GEOMETRY;
  if (object === 'member') return { coordinates: OBJECTS.plan.coordinates };
  if (object === 'plan-member') return PLAN_MEMBER;
  if (object.startsWith('properties')) {
    const own = Object.entries(keysIn(object.slice('properties '.length)));
    return { ...PROPERTIES, ...Object.fromEntries(own.filter(([key]) => !DRAWN.has(key))) };
  }
  return keysIn(object);
}

function keysIn(object: string): Keys {
  return Object.hasOwn(OBJECTS, object) ? OBJECTS[object] : {};
}

const COLLECTION = {
  type: { ...GEOJSON_KEYS.collection, values: ['FeatureCollection'], required: true },
  sitecam: { ...GEOJSON_KEYS.sitecam, required: true },
  features: { ...GEOJSON_KEYS.features, items: { object: 'feature' }, required: true },
} satisfies Keys;

const FEATURE: Keys = {
  type: { ...GEOJSON_KEYS.feature, values: ['Feature'], required: true },
  id: GEOJSON_KEYS.id,
  properties: { ...GEOJSON_KEYS.properties, object: 'properties', required: true },
  geometry: { ...GEOJSON_KEYS.geometry, object: 'geometry', required: true },
};

const SHAPES = ['Point', 'LineString', 'Polygon', 'MultiPoint', 'MultiLineString', 'MultiPolygon'];

const GEOMETRY: Keys = {
  type: { ...GEOJSON_KEYS.shape, values: SHAPES, required: true },
  coordinates: { ...GEOJSON_KEYS.coordinates, required: true },
};

const PROPERTIES: Keys = {
  element: { ...GEOJSON_KEYS.element, values: ELEMENT_KINDS, required: true },
  level: GEOJSON_KEYS.level,
};

const { sitecam: VERSION, ...MEMBERS } = OBJECTS.plan;
const PLAN_MEMBER: Keys = { version: VERSION, ...MEMBERS };
