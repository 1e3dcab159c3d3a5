// Devices that share a number.

import { groupBy } from '../../../../base/arrays.js';
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
