// Devices and openings of a starter plan.

import type { Localized } from '../../i18n/locale.js';
import { t } from './texts.js';
import type { ElementLine, Point } from './types.js';

/** Device types that starter plans choose from, by id. */
const TYPES: Readonly<Record<string, ElementLine>> = {
  'dome-4mp': { value: { kind: 'camera', hfov: 98, resolution: [2560, 1440], audio: 'none' }, note: t.domeType },
  'corridor-4mp': {
    value: { kind: 'camera', hfov: 54, resolution: [2560, 1440], audio: 'none' },
    note: t.corridorType,
  },
  pir: { value: { kind: 'intrusion-detector', hfov: 90, range: 12 }, note: t.detectorType },
};

/** First letters of the ids of devices, by kind. */
const LETTERS = { camera: 'C', 'intrusion-detector': 'P', 'access-reader': 'R', 'panic-button': 'B' };

/**
 * A device without its id. `at` is in plan metres, `height` in m, `heading` in degrees clockwise from north and `tilt`
 * in degrees below the horizon.
 */
export interface Device {
  readonly value: {
    readonly kind: keyof typeof LETTERS;
    readonly type?: string;
    readonly at: Point;
    readonly height: number;
    readonly heading?: number;
    readonly tilt?: number;
    readonly opening?: string;
  };
  readonly note: Localized;
}

/** Returns a camera of the device type `type`; `mount` is in the units of `Device`. */
export function camera(
  type: 'dome-4mp' | 'corridor-4mp',
  mount: { readonly at: Point; readonly height: number; readonly heading: number; readonly tilt: number },
  note: Localized,
): Device {
  return { value: { kind: 'camera', type, ...mount }, note };
}

/** Returns a panic button. */
export function button(at: Point, note: Localized): Device {
  return { value: { kind: 'panic-button', at, height: 0.8 }, note };
}

/** Returns a line of the starter plan for each device, with the id that it gets: C1, C2, P1, numbered by kind in their order. */
export function deviceLines(devices: readonly Device[]): ElementLine[] {
  return devices.map(({ value, note }, index) => {
    const n = devices.slice(0, index + 1).filter((other) => other.value.kind === value.kind).length;
    return { value: { id: `${LETTERS[value.kind]}${n}`, ...value }, note };
  });
}

/** Returns the lines of the device types that `devices` refer to, by type id. */
export function typeLines(devices: readonly Device[]): [id: string, ElementLine][] {
  return Object.entries(TYPES).filter(([id]) => devices.some(({ value }) => value.type === id));
}

/** Returns the line of an opening between two points of a wall. */
export function opening(id: string, kind: string, from: Point, to: Point, note: Localized): ElementLine {
  const value = { id, kind, line: [from, to] };
  return { value: kind === 'glass-door' ? { ...value, glazing: 'clear' } : value, note };
}

/**
 * Returns the lines of signs that tell of the cameras, numbered; each at a point and facing `heading`, degrees clockwise from
 * north.
 */
export function signLines(signs: readonly (readonly [at: Point, heading: number])[]): ElementLine[] {
  return signs.map(([at, heading], n) => ({ value: { id: `S${n + 1}`, at, heading }, note: t.sign }));
}
