// Devices of a starter plan and the device types they share.

import { inLocale, type Localized } from '../../i18n/locale.js';
import type { Brief, ElementLine, Value } from './types.js';

/** x, y in plan metres. */
export type Point = readonly [number, number];

/** Device types that starter plans choose from, by id. */
const TYPES: Readonly<Record<string, { readonly value: ElementLine['value']; readonly note: Localized }>> = {
  'dome-4mp': {
    value: { kind: 'camera', hfov: 98, resolution: [2560, 1440], audio: 'none' },
    note: {
      zh: '半球摄像机：水平视场角98度，无拾音；有无拾音未写明的，设在隐私区域附近即为“待补充”',
      en: 'dome camera: 98 degrees wide, no microphone; audio left unsaid near a private place is an open finding',
    },
  },
  'corridor-4mp': {
    value: { kind: 'camera', hfov: 54, resolution: [2560, 1440], audio: 'none' },
    note: {
      zh: '走廊摄像机：视场角窄，顺走廊看，只擦过两侧房门',
      en: 'corridor camera: a narrow view along the corridor that only grazes the doors',
    },
  },
  pir: {
    value: { kind: 'intrusion-detector', hfov: 90, range: 12 },
    note: {
      zh: '入侵探测器：不采集声音、图像；range 为作用距离，单位米',
      en: 'intrusion detector: captures neither sound nor image; range in metres',
    },
  },
};

/**
 * Pose of a camera or detector: position in plan metres, mount height in m, heading in degrees clockwise from north,
 * tilt in degrees below the horizon.
 */
export interface Mount {
  readonly at: Point;
  readonly height: number;
  readonly heading: number;
  readonly tilt?: number;
}

/** Collects the devices of a starter plan and numbers them by kind in the order they are added. */
export class Devices {
  readonly #brief: Brief;
  readonly #lines: ElementLine[] = [];
  readonly #used = new Map<string, number>();

  constructor(brief: Brief) {
    this.#brief = brief;
  }

  /** Returns the lines of all devices added so far. */
  get lines(): readonly ElementLine[] {
    return this.#lines;
  }

  /** Returns the lines of the device types that the devices refer to, by type id. */
  get types(): Readonly<Record<string, ElementLine>> {
    const used = new Set(this.#lines.map(({ value }) => value.type));
    return Object.fromEntries(
      Object.entries(TYPES)
        .filter(([id]) => used.has(id))
        .map(([id, { value, note }]) => [id, { value, note: inLocale(note, this.#brief.locale) }]),
    );
  }

  /** Adds a camera. */
  camera(type: 'dome-4mp' | 'corridor-4mp', mount: Mount, note: Localized): void {
    this.#add('C', { kind: 'camera', type, ...mount }, note);
  }

  /** Adds an intrusion detector. */
  detector(mount: Mount, note: Localized): void {
    this.#add('P', { kind: 'intrusion-detector', type: 'pir', ...mount }, note);
  }

  /** Adds a card reader at `at` that controls the opening with id `opening`. */
  reader(at: Point, opening: string, note: Localized): void {
    this.#add('R', { kind: 'access-reader', at, height: 1.3, opening }, note);
  }

  /** Adds a panic button. */
  button(at: Point, note: Localized): void {
    this.#add('B', { kind: 'panic-button', at, height: 0.8 }, note);
  }

  #add(letter: string, value: Readonly<Record<string, Value>>, note: Localized): void {
    const n = (this.#used.get(letter) ?? 0) + 1;
    this.#used.set(letter, n);
    this.#lines.push({ value: { id: `${letter}${n}`, ...value }, note: inLocale(note, this.#brief.locale) });
  }
}
