import type { Localized } from '../i18n/locale.js';
import { child } from '../source/pointer.js';
import { at, type BuildContext } from './build-context.js';
import type { RawLevel } from './document.js';
import type { Level } from './model.js';

const POSITIVE: Localized = { zh: '大于0', en: 'greater than 0' };
const NOT_NEGATIVE: Localized = { zh: '不小于0', en: 'at least 0' };

/** Heights and thicknesses of a level and its walls and openings that can't be. */
export function checkDimensions(level: Level, raw: RawLevel, pointer: string, context: BuildContext): void {
  const check = (
    id: string,
    value: number | undefined,
    holds: (value: number) => boolean,
    expected: Localized,
    ...path: readonly (string | number)[]
  ): void => {
    if (value === undefined || holds(value)) return;
    const key = String(path[path.length - 1]);
    const params = { id, key, value: String(value), expected };
    const place = at(context, pointer, ...path);
    context.faults.add('plan/impossible-dimension', `${id}/${key}`, 'range', params, place, { levels: [level.id] });
  };
  const positive = (value: number) => value > 0;
  const notNegative = (value: number) => value >= 0;
  check(level.id, raw.ceiling, positive, POSITIVE, 'ceiling');
  for (const [index, { id, height, thickness }] of (raw.walls ?? []).entries()) {
    check(id, height, positive, POSITIVE, 'walls', index, 'height');
    check(id, thickness, notNegative, NOT_NEGATIVE, 'walls', index, 'thickness');
  }
  for (const [index, { id, sill, head, thickness }] of (raw.openings ?? []).entries()) {
    const above: Localized = { zh: `大于窗台高${sill ?? 0}`, en: `greater than the sill height ${sill ?? 0}` };
    check(id, sill, notNegative, NOT_NEGATIVE, 'openings', index, 'sill');
    check(id, head, (value) => value > (sill ?? 0), above, 'openings', index, 'head');
    check(id, thickness, notNegative, NOT_NEGATIVE, 'openings', index, 'thickness');
  }
  checkMounting(level, context);
}

/** Devices mounted above the ceiling of the rooms they stand in. Outdoors, on poles and façades, there is none. */
function checkMounting(level: Level, context: BuildContext): void {
  const { ceiling } = level;
  if (ceiling === undefined || ceiling <= 0) return;
  const rooms = new Set(level.zones.filter(({ enclosed }) => enclosed).map(({ id }) => id));
  for (const { id, height, place, zones } of level.devices) {
    if (height === undefined || height <= ceiling) continue;
    if (zones.some((zone) => !rooms.has(zone))) continue;
    const expected = { zh: `不高于净高${ceiling}`, en: `no higher than the ceiling, ${ceiling}` };
    const params = { id, key: 'height', value: String(height), expected };
    const where = { ...place, pointer: child(place.pointer, 'height') };
    context.faults.add('plan/impossible-dimension', `${id}/height`, 'range', params, where, { devices: [id] });
  }
}
