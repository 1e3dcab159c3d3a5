// Devices that share a number.

import { groupBy } from '../../../../base/arrays.js';
import { localizedList } from '../../../../i18n/list.js';
import type { Note } from '../../../notes.js';
import type { RawFeature } from '../../../types.js';
import { dxfText } from '../messages.js';

/** A device of a drawing, with the kind that its rule gives it. */
export interface NumberedDevice {
  readonly feature: RawFeature;
  readonly kind: string;
}

/**
 * Returns the devices of one drawing, with a note for each number that several of them have. Nobody can tell whose it
 * is, so that their places give them ids: kind and decimetres of the drawing, `camera-x124y61`.
 */
export function numberedOnce(devices: readonly NumberedDevice[]): {
  readonly features: readonly RawFeature[];
  readonly notes: readonly Note[];
} {
  const ids = new Map<RawFeature, string>();
  const notes: Note[] = [];
  for (const [number, same] of groupBy(devices, ({ feature }) => feature.id)) {
    const [first] = same;
    if (number === undefined || first === undefined || same.length === 1) continue;
    for (const { feature, kind } of same) ids.set(feature, idByPlace(feature, kind));
    const { path } = first.feature.origin;
    const placed = same.flatMap(({ feature }) => ids.get(feature) ?? []);
    const message = dxfText('dxf/same-number', { number, times: String(same.length), ids: placed.join(', ') });
    notes.push({ sort: 'unknown', message, origin: { path, pointer: '' }, ids: placed });
  }
  return { features: devices.map(({ feature }) => ({ ...feature, id: ids.get(feature) ?? feature.id })), notes };
}

function idByPlace({ shapes: [shape] }: RawFeature, kind: string): string {
  const [x, y] = shape?.type === 'Point' ? shape.at : [0, 0];
  return `${kind}-x${Math.round(x * 10)}y${Math.round(y * 10)}`;
}

/**
 * Returns a note for each number that devices of several drawings or storeys of one site have: ids are of the whole
 * site, so that all but the first get a further number.
 */
export function repeatedNumbers(features: readonly RawFeature[]): Note[] {
  const numbered = features.filter(({ id, origin, properties }) => properties.direction !== undefined && id !== origin.pointer); // biome-ignore format: one test
  const notes: Note[] = [];
  for (const [number, same] of groupBy(numbered, ({ id }) => id)) {
    const [first] = same;
    if (number === undefined || first === undefined || same.length === 1) continue;
    const places = same.map(({ levels: [level = ''], origin }) => level || origin.path);
    const message = dxfText('dxf/number-again', {
      number,
      times: String(same.length),
      places: localizedList([...new Set(places)].slice(0, MOST)),
    });
    notes.push({ sort: 'unknown', message, origin: { path: first.origin.path, pointer: '' }, ids: [number] });
  }
  return notes;
}

/** Most storeys that a note lists. */
const MOST = 8;
