// The plan keys of a device, read from the properties of a source.

import type { Localized } from '../../i18n/locale.js';
import type { RawDeviceKeys, RawLens } from '../../plan/read/document.js';
import type { MappingRule } from '../mapping/types.js';
import type { Note, NoteMessages } from '../notes.js';
import { metresIn } from '../support/length.js';
import type { RawFeature } from '../types.js';
import { degreesOf } from './angle.js';
import { type Direction, type DirectionFault, type Directions, readDirections } from './direction.js';

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
 * no mount height, tilt or field of view is invented, so may-see takes everything and must-see nothing. A plan has no
 * key for the mounting: the place tells it.
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
    if (directions === undefined && this.needsDirection(form)) this.note('unknown', 'device/no-direction', {});
    const aim = directions === undefined ? { keys: {} } : aimOf(directions, optic);
    if (aim.said === 'turning') this.note('assumed', 'device/turning', { value: this.value('heading') ?? '' });
    if (aim.said === 'several') this.note('left-out', 'device/several', { value: this.value('heading') ?? '' });
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
    if (form === undefined) this.note('unknown', 'device/form', { value: word });
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
        this.note('refused', 'device/direction', { key, value, reason: FAULTS[read.fault] });
      } else if (taken === undefined) {
        taken = { key, value, read };
        if (read.negative) this.note('mended', 'device/negative', { key, value });
      } else if (JSON.stringify(read.directions) !== JSON.stringify(taken.read.directions)) {
        const params = { key, value, taken: taken.key, other: taken.value };
        this.note('left-out', 'device/two-directions', params);
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
      this.note('refused', 'device/figure', { key: name, value });
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

  private note(sort: Note['sort'], id: keyof typeof deviceMessages, params: Note['message']['params']): void {
    this.notes.push({ sort, message: { id, params }, origin: this.feature.origin });
  }
}

/** Returns the value as text, a number without exponent, rounded to six decimals. */
function written(value: string | number | boolean | undefined): string {
  return String(typeof value === 'number' ? Number(value.toFixed(6)) : value);
}

const FAULTS: Readonly<Record<DirectionFault, Localized>> = {
  empty: { zh: '没有写明方位', en: 'it says no direction' },
  'out-of-range': { zh: '方位角应在-180至360之间', en: 'a bearing lies between -180 and 360' },
  relative: { zh: '相对方向，基准不明', en: 'it is told from something unknown' },
  ambiguous: { zh: '既可读作小数，也可读作两个方位', en: 'it can be a decimal or two bearings' },
  'no-width': { zh: '起止方位相同', en: 'it ends where it starts' },
  unreadable: { zh: '不是方位角、方位角范围或者方位词', en: 'it is no bearing, range of bearings or wind' },
};

/** Texts of notes on device keys, by message id. */
export const deviceMessages = {
  'device/direction': {
    zh: '{key}“{value}”不能读作朝向（{reason}），朝向按未注明处理',
    en: "{key} '{value}' can't be read as a direction ({reason}): left unsaid",
  },
  'device/negative': {
    zh: '{key}“{value}”中的负方位角按自正北向左计，已换算为0至360度',
    en: "{key} '{value}' turns left of north: written as 0–360°",
  },
  'device/two-directions': {
    zh: '{key}“{value}”与{taken}“{other}”不一致，采用后者',
    en: "{key} '{value}' differs from {taken} '{other}', which is taken",
  },
  'device/turning': {
    zh: '视向范围“{value}”不小于180度，按可转动的摄像机处理',
    en: "'{value}' is half a turn or more: taken as a camera that turns",
  },
  'device/several': {
    zh: '可转动或者全景摄像机写有多个朝向“{value}”，朝向按未注明处理',
    en: "'{value}' are several directions of a camera that turns or looks all round: left unsaid",
  },
  'device/no-direction': {
    zh: '固定摄像机未注明朝向：最大可视范围按全向计，最小可视范围为空',
    en: 'a fixed camera without a direction: may see all round, and is certain to see nothing',
  },
  'device/form': {
    zh: '未知的摄像机类型“{value}”，按可转动处理',
    en: "unknown form of camera '{value}': taken as one that turns",
  },
  'device/figure': {
    zh: '{key}“{value}”不能采用，按未注明处理',
    en: "{key} '{value}' can't be used: left unsaid",
  },
} as const satisfies NoteMessages;

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
