// The plan keys of a device, read from the properties of a source.

import type { Text } from '../../i18n/catalogue.js';
import type { RawDeviceKeys, RawLens } from '../../plan/read/document.js';
import type { MappingRule } from '../mapping/types.js';
import type { Note } from '../notes.js';
import { metresIn } from '../support/length.js';
import type { RawFeature } from '../types.js';
import { degreesOf } from './angle.js';
import { type Direction, type Directions, readDirections } from './direction.js';
import { faults, t } from './texts.js';

/** Name and plan keys of a device as a source gives them, with notes. */
interface DeviceReading {
  readonly name: string | undefined;
  readonly keys: Readonly<Record<string, unknown>>;
  readonly notes: readonly Note[];
}

/** Device keys that are parsed, not copied. */
type DeviceKey = 'heading' | 'tilt' | 'hfov' | 'height' | 'form' | 'type' | 'name';

/** Property names for each key, in order of preference: those of a plan file, of OSM, and others. */
const KNOWN: Readonly<Record<DeviceKey, readonly string[]>> = {
  heading: ['heading', 'camera:direction', 'direction', 'azimuth', 'bearing', '朝向', '方位角'],
  tilt: ['tilt', 'camera:angle', '俯角'],
  hfov: ['hfov', '水平视场角'],
  height: ['height', '安装高度'],
  form: ['form', 'camera:type'],
  type: ['deviceType', 'model', '型号'],
  // The operator tells cameras apart that have no name.
  name: ['operator'],
};

/** Device keys that `deviceKeys` parses. `keysFrom` leaves them out. */
export const READ_KEYS: readonly string[] = Object.keys(KNOWN);

/**
 * Returns the keys of a device from the properties of `feature`, looked up under the names in `from` of the rule, else
 * under the usual names. Kind and form of the rule decide how they are read. A key that the source lacks stays absent:
 * no mount height, tilt or field of view is invented, so may-see takes everything and must-see nothing. What the device
 * is mounted on (wall, ceiling) isn't read: a plan has no key for it, since its place shows it.
 */
export function deviceKeys(feature: RawFeature, rule: Pick<MappingRule, 'kind' | 'keys' | 'from'> = {}): DeviceReading {
  return new Teller(feature, rule).told();
}

class Teller {
  private readonly notes: Note[] = [];

  constructor(
    private readonly feature: RawFeature,
    private readonly rule: Pick<MappingRule, 'kind' | 'keys' | 'from'>,
  ) {}

  told(): DeviceReading {
    const { form, type } = this.formAndType();
    const optic = this.optic(form);
    const directions = this.directions();
    if (directions === undefined && this.needsDirection(form)) this.note('unknown', t['no-direction']);
    const aim = directions === undefined ? { keys: {} } : aimOf(directions, optic);
    if (aim.said === 'turning') this.note('assumed', t.turning({ value: this.value('heading') ?? '' }));
    if (aim.said === 'several') this.note('left-out', t.several({ value: this.value('heading') ?? '' }));
    const hfov = this.figure(
      'hfov',
      degreesOf,
      (value) => value > 0 && (optic === 'flat' || optic === 'turning' ? value < 180 : value <= 360),
    );
    const keys = {
      type,
      form,
      ...aim.keys,
      ...(hfov === undefined ? {} : { hfov }),
      tilt: this.figure('tilt', degreesOf, (value) => Math.abs(value) <= 90),
      height: this.figure('height', metresIn, () => true),
    };
    const said = Object.entries(keys).filter(([, value]) => value !== undefined);
    return { name: this.value('name'), keys: Object.fromEntries(said), notes: this.notes };
  }

  /** Returns the optics by the form in the source, else by the form in the rule. */
  private optic(told: RawDeviceKeys['form']): Optic {
    if (this.rule.kind === 'intrusion-detector') return 'sector';
    const form = told ?? this.rule.keys?.form;
    return form === 'ptz' ? 'turning' : form === 'fisheye' ? 'fisheye' : 'flat';
  }

  /**
   * Returns form and type. A word that names a form is the form, under whichever key it stands; any other word is the
   * type.
   */
  private formAndType(): { readonly form: RawDeviceKeys['form']; readonly type: string | undefined } {
    const word = this.value('form');
    const type = this.value('type');
    const byType = type === undefined ? undefined : formNamed(type);
    if (word === undefined) return { form: byType, type: byType === undefined ? type : undefined };
    const form = formNamed(word);
    // It may turn, for all that is known.
    if (form === undefined) this.note('unknown', t.form({ value: word }));
    return { form: form ?? 'ptz', type: byType === undefined ? type : undefined };
  }

  /**
   * Returns the directions under the first key that can be read; notes other keys that differ. Undefined if none can.
   */
  private directions(): (Directions & { readonly ok: true })['directions'] | undefined {
    let taken: { readonly key: string; readonly value: string; readonly read: Directions & { ok: true } } | undefined;
    for (const { key, value } of this.values('heading')) {
      const read = readDirections(value);
      if (!read.ok) {
        this.note('refused', t.direction({ key, value, reason: faults[read.fault] }));
      } else if (taken === undefined) {
        taken = { key, value, read };
        if (read.negative) this.note('mended', t.negative({ key, value }));
      } else if (JSON.stringify(read.directions) !== JSON.stringify(taken.read.directions)) {
        this.note('left-out', t['two-directions']({ key, value, taken: taken.key, other: taken.value }));
      }
    }
    return taken?.read.directions;
  }

  /** True if a heading is expected and absent: of a fixed or varifocal camera, or a number-plate reader (ALPR). */
  private needsDirection(form: RawDeviceKeys['form']): boolean {
    if (this.values('heading').length > 0) return false;
    return form === 'fixed' || form === 'varifocal' || this.feature.properties['surveillance:type'] === 'ALPR';
  }

  private figure(
    key: DeviceKey,
    read: (text: string) => number | undefined,
    holds: (value: number) => boolean,
  ): number | undefined {
    for (const { key: name, value } of this.values(key)) {
      const figure = read(value);
      if (figure !== undefined && holds(figure)) return figure;
      this.note('refused', t.figure({ key: name, value }));
    }
    return undefined;
  }

  private value(key: DeviceKey): string | undefined {
    return this.values(key)[0]?.value;
  }

  private values(key: DeviceKey): { readonly key: string; readonly value: string }[] {
    const { properties } = this.feature;
    return (this.rule.from?.[key] ?? KNOWN[key]).flatMap((name) =>
      Object.hasOwn(properties, name) ? [{ key: name, value: written(properties[name]) }] : [],
    );
  }

  private note(sort: Note['sort'], message: Text): void {
    this.notes.push({ sort, message, origin: this.feature.origin });
  }
}

/** Returns the value as text, a number without exponent, rounded to six decimals. */
function written(value: string | number | boolean | undefined): string {
  return String(typeof value === 'number' ? Number(value.toFixed(6)) : value);
}

type Form = NonNullable<RawDeviceKeys['form']>;

/** Plan form for each word; case, `-`, `_` and spaces don't count. */
const FORMS: Readonly<Record<string, Form>> = {
  fixed: 'fixed',
  bullet: 'fixed',
  box: 'fixed',
  turret: 'fixed',
  枪机: 'fixed',
  枪式: 'fixed',
  固定: 'fixed',
  varifocal: 'varifocal',
  变焦: 'varifocal',
  panning: 'ptz',
  ptz: 'ptz',
  speeddome: 'ptz',
  球机: 'ptz',
  云台: 'ptz',
  // The lens inside a dome can't be seen from below: it may turn.
  dome: 'ptz',
  半球: 'ptz',
  fisheye: 'fisheye',
  鱼眼: 'fisheye',
  全景: 'fisheye',
  multisensor: 'multi-sensor',
};

/** Returns the camera form that `word` names; undefined if it names none. */
function formNamed(word: string): Form | undefined {
  const key = word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[-_\s]/gu, '')
    .replace(/(?:camera|摄像机|摄像头)$/u, '');
  return Object.hasOwn(FORMS, key) ? FORMS[key] : undefined;
}

/** Degrees. No flat image plane can hold a sector this wide: such a device turns or has several lenses. */
const HALF_TURN = 180;

/** Optics of a device: a flat image plane, one that turns, a fisheye, or a sector of any width (no camera). */
type Optic = 'flat' | 'turning' | 'fisheye' | 'sector';

/** Aim of a device, in the keys of a plan file. */
interface Aim {
  readonly keys: RawDeviceKeys;
  /**
   * `turning`: taken as a PTZ because its sector is too wide for one lens. `several`: the source gives several headings
   * for a device that has only one aim, so the heading stays unknown.
   */
  readonly said?: 'turning' | 'several';
}

/**
 * Returns the plan keys for `directions`. A sector becomes heading and horizontal field of view, or the pan range of a
 * PTZ. Several directions become a multi-sensor camera.
 */
function aimOf(directions: (Directions & { readonly ok: true })['directions'], optic: Optic): Aim {
  const [first, ...more] = directions;
  if (more.length > 0) {
    if (optic === 'turning' || optic === 'fisheye') return { keys: {}, said: 'several' };
    return { keys: { form: 'multi-sensor', sensors: directions.map((one) => lensOf(one, optic) ?? {}) } };
  }
  if (first.kind === 'heading') return { keys: { heading: first.heading } };
  const lens = optic === 'turning' ? undefined : lensOf(first, optic);
  if (lens !== undefined) return { keys: lens };
  const keys: RawDeviceKeys = { form: 'ptz', ptz: { pan: [first.from, first.to] } };
  return optic === 'turning' ? { keys } : { keys, said: 'turning' };
}

/** Returns the keys of one lens; undefined if the sector is too wide for a flat image plane. */
function lensOf(direction: Direction, optic: Optic): RawLens | undefined {
  if (direction.kind === 'heading') return { heading: direction.heading };
  const { from, to } = direction;
  if (optic === 'flat' && to - from >= HALF_TURN) return undefined;
  return { heading: ((from + to) / 2) % 360, hfov: to - from };
}
