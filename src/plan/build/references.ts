// The check of references between levels, zones, openings and devices.

import { hintOf } from '../../source/hint.js';
import { child } from '../../source/place/pointer.js';
import type { Level } from '../model.js';
import type { RawLevel } from '../read/document.js';
import type { BuildContext } from './context.js';

/** Adds a fault for each level that a zone says it spans and that doesn't exist. */
export function checkZoneLevels(
  levels: readonly Level[],
  raw: readonly { readonly raw: RawLevel; readonly pointer: string }[],
  context: BuildContext,
): void {
  const ids = levels.map(({ id }) => id);
  for (const { raw: level, pointer } of raw) {
    for (const [z, zone] of (level.zones ?? []).entries()) {
      for (const [index, reference] of (zone.levels ?? []).entries()) {
        if (ids.includes(reference)) continue;
        const params = { id: zone.id, reference, hint: hintOf(reference, ids) };
        const place = context.placeOf(child(pointer, 'zones', z, 'levels', index));
        const subject = `${zone.id}/${reference}`;
        context.faults.add('plan/unknown-reference', subject, 'level', params, place, { levels: [level.id] });
      }
    }
  }
}

/** Adds a fault for each opening that a device says it guards and that doesn't exist. */
export function checkOpenings(
  levels: readonly Level[],
  raw: readonly { readonly raw: RawLevel; readonly pointer: string }[],
  context: BuildContext,
): void {
  const ids = new Set(levels.flatMap((level) => level.openings.map(({ id }) => id)));
  for (const [index, level] of levels.entries()) {
    for (const { id, opening } of level.devices) {
      if (opening === undefined || ids.has(opening)) continue;
      const params = { id, reference: opening, hint: hintOf(opening, ids) };
      const device = (raw[index].raw.devices ?? []).findIndex((one) => one.id === id);
      const place = context.placeOf(child(raw[index].pointer, 'devices', device, 'opening'));
      context.faults.add('plan/unknown-reference', `${id}/opening`, 'opening', params, place, { devices: [id] });
    }
  }
}
