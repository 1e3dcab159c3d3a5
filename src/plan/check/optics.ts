// The check for impossible or contradictory figures of lenses and devices.

import type { TextValue } from '../../i18n/catalogue.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { fixed, plainFigure } from '../../i18n/number.js';
import { type BuildContext, placeAt } from '../build/context.js';
import { hfovOf } from '../build/lenses.js';
import type { Range } from '../model.js';
import type { RawDevice, RawLens } from '../read/document.js';
import { bearing } from '../read/frame.js';
import { isRecord } from '../read/unknown.js';
import { bounds, type FaultTexts, type FaultValues } from './texts.js';

/** The bound of a figure: in words, and as a test. */
interface Bound {
  readonly expected: Localized;
  holds(value: number): boolean;
}

const POSITIVE: Bound = { expected: bounds.positive, holds: (value) => value > 0 };
const NOT_NEGATIVE: Bound = { expected: bounds.notNegative, holds: (value) => value >= 0 };

function within(low: number, high: number): Bound {
  return {
    expected: bounds.within({ low, high }),
    holds: (value) => value >= low && value <= high,
  };
}

/** Degrees: a flat image plane can't show half a turn. Only a fisheye sees 180° and more. */
const FLAT: Bound = {
  expected: bounds.flat,
  holds: (value) => value > 0 && value < 180,
};
const FISHEYE: Bound = {
  expected: bounds.fisheye,
  holds: (value) => value > 0 && value <= 360,
};
/** Keys that only devices that take pictures have. */
const ONLY_OF_PICTURES = ['resolution', 'focalLength', 'sensor', 'varifocal', 'ptz', 'masks'] as const;
/**
 * Share by which a declared field of view may differ from the one computed from focal length and sensor, since lenses
 * distort.
 */
const CONTRADICTION = 0.2;
const TILT = within(-90, 90);
const TURN = within(-360, 360);
/** Degrees: a heading of more than a turn is read as what is left of it, up to two turns; more is another mistake. */
const TWO_TURNS = 720;

/**
 * Adds a fault for every figure that no device can have, alone or beside the device's other figures.
 *
 * @param keys keys of the device, merged with its type
 * @param own the device's own keys
 * @param takesImages true if the device may take pictures
 */
export function checkOptics(
  keys: RawDevice,
  own: RawDevice,
  takesImages: boolean,
  pointer: string,
  context: BuildContext,
): void {
  const check = new Check(keys, own, pointer, context);
  check.lens(keys, []);
  check.focal(keys, own, []);
  if (!takesImages) check.blind();
  for (const [index, sensor] of (keys.sensors ?? []).entries()) {
    check.lens(sensor, ['sensors', index]);
    if (sensor.hfov !== undefined) check.focal({ ...keys, ...sensor }, sensor, ['sensors', index]);
  }
  check.figure(keys.height, ['height'], NOT_NEGATIVE);
  check.figure(keys.range, ['range'], POSITIVE);
  check.figure(keys.pickup, ['pickup'], NOT_NEGATIVE);
  for (const key of ['heading', 'tilt', 'position'] as const) {
    check.figure(keys.tolerance?.[key], ['tolerance', key], NOT_NEGATIVE);
  }
  if (keys.varifocal !== undefined) check.range(keys.varifocal.hfov, ['varifocal', 'hfov'], FLAT);
  check.ptz();
}

class Check {
  private readonly flat: Bound;

  constructor(
    private readonly keys: RawDevice,
    private readonly own: RawDevice,
    private readonly pointer: string,
    private readonly context: BuildContext,
  ) {
    // A detector has no image plane: its sector may be a full turn.
    const planar = keys.form !== 'fisheye' && keys.kind !== 'intrusion-detector';
    this.flat = planar ? FLAT : FISHEYE;
  }

  lens(lens: RawLens, path: readonly (string | number)[]): void {
    this.figure(lens.hfov, [...path, 'hfov'], this.flat);
    this.figure(lens.vfov, [...path, 'vfov'], this.flat);
    this.heading(lens.heading, [...path, 'heading']);
    this.figure(lens.tilt, [...path, 'tilt'], TILT);
    this.figure(lens.focalLength, [...path, 'focalLength'], POSITIVE);
    for (const index of [0, 1]) {
      this.figure(lens.sensor?.[index], [...path, 'sensor', index], POSITIVE);
      this.figure(lens.resolution?.[index], [...path, 'resolution', index], POSITIVE);
    }
  }

  /** Adds a fault for a picture size, focal length, mask or the like of a device that is stated to take no pictures. */
  blind(): void {
    const key = ONLY_OF_PICTURES.find((one) => this.keys[one] !== undefined) ?? this.ofPictures();
    if (key === undefined) return;
    this.add('blind', [key], { id: this.own.id, key });
  }

  private ofPictures(): string | undefined {
    return this.keys.form === 'ptz' || this.keys.form === 'fisheye' ? 'form' : undefined;
  }

  /**
   * Adds a fault if a lens is given twice, by its angle and by what determines it, and the two contradict each other:
   * neither can be chosen as the safe one. An angle alone takes the place of what the lens inherits.
   *
   * @param lens keys of the lens with those it inherits
   * @param own its own keys
   */
  focal(lens: RawLens, own: RawLens, path: readonly (string | number)[]): void {
    const { hfov, focalLength, sensor } = lens;
    if (hfov === undefined) return;
    if (own.hfov !== undefined && own.focalLength === undefined && own.sensor === undefined) return;
    const computed = hfovOf({ focalLength, sensor });
    if (computed === undefined || this.keys.form === 'fisheye') return;
    if (Math.abs(computed - hfov) <= CONTRADICTION * Math.max(computed, hfov)) return;
    this.add('focal', [...path, 'hfov'], { id: this.own.id, hfov: plainFigure(hfov), computed: fixed(computed, 1) });
  }

  private add<K extends keyof FaultTexts<'plan/impossible-optics'>>(
    id: K,
    path: readonly (string | number)[],
    values: FaultValues<'plan/impossible-optics', K> & Readonly<Record<string, TextValue>>,
  ): void {
    this.context.faults.add('plan/impossible-optics', this.subject(path), id, values, this.place(path), this.taints());
  }

  ptz(): void {
    const ptz = this.keys.ptz;
    if (ptz === undefined) return;
    if (ptz.tilt !== undefined) this.range(ptz.tilt, ['ptz', 'tilt'], TILT);
    if (ptz.hfov !== undefined) this.range(ptz.hfov, ['ptz', 'hfov'], FLAT);
    for (const index of [0, 1]) this.figure(ptz.pan?.[index], ['ptz', 'pan', index], within(-360, 720));
    const home = ptz.home;
    if (home === undefined) return;
    this.heading(home.heading, ['ptz', 'home', 'heading']);
    this.figure(home.tilt, ['ptz', 'home', 'tilt'], TILT);
    this.figure(home.hfov, ['ptz', 'home', 'hfov'], FLAT);
    if (ptz.pan !== undefined && !pans(ptz.pan, home.heading)) this.outside('heading', home.heading, ptz.pan);
    if (ptz.tilt !== undefined && !lies(ptz.tilt, home.tilt)) this.outside('tilt', home.tilt, ptz.tilt);
    if (ptz.hfov !== undefined && !lies(ptz.hfov, home.hfov)) this.outside('hfov', home.hfov, ptz.hfov);
  }

  range([from, to]: Range, path: readonly (string | number)[], bound: Bound): void {
    this.figure(from, [...path, 0], bound);
    this.figure(to, [...path, 1], bound);
    if (from <= to) return;
    const params = { id: this.own.id, key: nameOf(path), from: plainFigure(from), to: plainFigure(to) };
    this.add('order', path, params);
  }

  figure(value: number | undefined, path: readonly (string | number)[], bound: Bound): void {
    if (value === undefined || bound.holds(value)) return;
    const params = { id: this.own.id, key: nameOf(path), value: verbatim(String(value)), expected: bound.expected };
    this.add('range', path, params);
  }

  /** Adds a fault for a heading of more than a turn. It leaves nothing open, since it names one direction all the same. */
  private heading(value: number | undefined, path: readonly (string | number)[]): void {
    if (value === undefined || TURN.holds(value)) return;
    if (Math.abs(value) > TWO_TURNS) {
      this.figure(value, path, TURN);
      return;
    }
    const params = { id: this.own.id, key: nameOf(path), value: plainFigure(value), read: plainFigure(bearing(value)) };
    this.context.faults.add('plan/impossible-optics', this.subject(path), 'turn', params, this.place(path), {});
  }

  private outside(key: 'heading' | 'tilt' | 'hfov', value: number, [from, to]: Range): void {
    const path = ['ptz', 'home', key];
    const params = { id: this.own.id, key, value: plainFigure(value), from: plainFigure(from), to: plainFigure(to) };
    this.context.faults.add(
      'plan/home-outside-limits',
      this.subject(path),
      'home',
      params,
      this.place(path),
      this.taints(),
    );
  }

  private subject(path: readonly (string | number)[]): string {
    return `${this.own.id}/${path.join('.')}`;
  }

  private taints() {
    return { devices: [this.own.id] };
  }

  /** Returns the place of a figure: in the device, or in its type if the figure comes from there. */
  private place(path: readonly (string | number)[]) {
    const type = this.own.type;
    if (type === undefined || holds(this.own, path)) return placeAt(this.context, this.pointer, ...path);
    return placeAt(this.context, '', 'deviceTypes', type, ...path);
  }
}

/** True if `holder` itself has the value at `path`: lists are never merged, so their holder has all items. */
function holds(holder: unknown, path: readonly (string | number)[]): boolean {
  const [key, ...rest] = path;
  if (key === undefined || Array.isArray(holder)) return true;
  return isRecord(holder) && Object.hasOwn(holder, key) && holds(holder[key], rest);
}

function nameOf(path: readonly (string | number)[]): string {
  return path
    .map((token) => (typeof token === 'number' ? `[${token}]` : `.${token}`))
    .join('')
    .slice(1);
}

function pans([from, to]: Range, heading: number): boolean {
  const span = bearing(to - from);
  return span === 0 || bearing(heading - from) <= span;
}

function lies([from, to]: Range, value: number): boolean {
  return value >= from && value <= to;
}
