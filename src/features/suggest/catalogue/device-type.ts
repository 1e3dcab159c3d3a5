// One type of device that may be suggested: its keys as written, checked and built as the plan's reader builds a device.

import { isSameJson } from '../../../base/equality.js';
import type { Text } from '../../../i18n/catalogue.js';
import { capabilityMeantByName } from '../../../law/names/devices.js';
import { FORM_NAMES } from '../../../models/texts.js';
import { buildDevice } from '../../../plan/build/device.js';
import { Faults } from '../../../plan/check/faults.js';
import type { Device } from '../../../plan/model.js';
import type { RawDeviceKeys } from '../../../plan/read/document.js';
import type { Drawn } from '../../../plan/read/read.js';
import { isRecord } from '../../../plan/read/unknown.js';
import type { WritableValue } from '../../../source/edit/splice.js';
import { hintOf } from '../../../source/hint.js';
import { child } from '../../../source/place/pointer.js';
import { problemOf, type SourceProblem } from '../../../source/problem.js';
import type { CameraType, MountKind, PointType } from '../types.js';
import { t } from './texts.js';

/**
 * A type as sitecam.suggest.yaml spells it: keys of a device type of the plan, and what it costs and where it may be
 * mounted.
 */
export interface WrittenType extends RawDeviceKeys {
  /** Price of one, a whole number in a unit of the author's; absent: 1. */
  readonly price?: number;
  /** Where a camera may be mounted; absent: on walls. No other device has it. */
  readonly mounts?: readonly MountKind[];
}

/**
 * A type that may be suggested, a camera or a device that acts at one point (`point`: a door contact or a reader), or
 * all that is wrong with it.
 */
export type TypeResult =
  | { readonly is: 'camera'; readonly camera: CameraType }
  | { readonly is: 'point'; readonly point: PointType }
  | { readonly is: 'wrong'; readonly problems: readonly SourceProblem[] };

/** Kinds of device that may be suggested. */
const KINDS = ['camera', 'door-contact', 'access-reader'] as const;

/** Keys of a device type that hold for one device in one place: a type that has them can't be mounted elsewhere. */
const PLACED = ['masks', 'opening', 'status', 'mobile', 'mandatedBy'] as const;

/** A type while it is read. */
interface Reading {
  readonly id: string;
  readonly written: WrittenType;
  /** Its keys as the plan has them, or else the file. */
  readonly keys: RawDeviceKeys;
  /** As the plan's reader builds a device of the type. */
  readonly device: Device;
  /** Keys that the plan lacks; undefined: it has the type. */
  readonly toAdd: CameraType['keys'];
  /** Returns a problem at a key of the type; at the type itself if the file doesn't have the key. */
  readonly wrong: (message: Text, key?: keyof WrittenType) => SourceProblem;
}

/**
 * Returns the type `id`: the plan's device type of that name, or the one that `written` describes. A key of `written`
 * that differs from the plan's is a problem.
 *
 * @param path path of the file that `written` stands in, as shown to people
 */
export function typeOf(id: string, written: WrittenType, path: string, { document, context }: Drawn): TypeResult {
  const { price: _price, mounts: _mounts, ...stated } = written;
  const ofPlan = new Map(Object.entries(document.deviceTypes ?? {}));
  const drawn = ofPlan.get(id);
  const pointer = child('/types', id);
  const wrong: Reading['wrong'] = (message, key) => {
    const isThere = key !== undefined && Object.hasOwn(written, key);
    return problemOf(message, isThere ? { path, pointer: child(pointer, key) } : { path, pointer, key: true });
  };
  if (drawn === undefined && Object.keys(stated).length === 0)
    return allWrong([wrong(t.unknownType({ type: id, hint: hintOf(id, ofPlan.keys()) }))]);
  const keys: RawDeviceKeys = drawn ?? stated;
  const differing = Object.keys(stated).filter((key) => !isSameJson(Reflect.get(stated, key), Reflect.get(keys, key)));
  if (differing.length > 0) {
    return allWrong(
      differing.map((key) => problemOf(t.differs({ type: id, key }), { path, pointer: child(pointer, key) })),
    );
  }
  const placed = PLACED.find((key) => keys[key] !== undefined && keys[key] !== 'planned');
  if (placed !== undefined) return allWrong([wrong(t.placed({ type: id, key: placed }))]);
  const faults = new Faults();
  const device = buildDevice({ id, type: id, at: [0, 0] }, '', new Map([[id, keys]]), pointer, {
    ...context,
    faults,
    before: undefined,
    systemOf: () => 'metres',
    placeOf: (at) => {
      if (!at.startsWith('/deviceTypes/')) return { path, pointer };
      return drawn === undefined ? { path, pointer: at.replace('/deviceTypes', '/types') } : context.placeOf(at);
    },
  });
  const kind = keys.kind ?? (device.modelUse === undefined ? undefined : 'camera');
  if (kind === undefined) return allWrong([wrong(t.noKind({ type: id }))]);
  const known = KINDS.find((one) => one === kind);
  if (known === undefined) return allWrong([wrong(t.otherKind({ type: id, kind, hint: hintOf(kind, KINDS) }), 'kind')]);
  const impossible = faults.list.filter(
    ({ rule, taints }) => rule === 'plan/impossible-optics' && taints.devices.length > 0,
  );
  if (impossible.length > 0)
    return allWrong(impossible.map(({ rule, message, place }) => ({ code: rule, message, place })));
  const toAdd = drawn === undefined ? writableKeys(stated) : undefined;
  const reading: Reading = { id, written, keys, device, toAdd, wrong };
  return known === 'camera' ? cameraOf(reading) : pointOf(reading, known);
}

function allWrong(problems: readonly SourceProblem[]): TypeResult {
  return { is: 'wrong', problems };
}

function cameraOf(reading: Reading): TypeResult {
  const { id, written, keys, device, toAdd, wrong } = reading;
  const form = otherForm(reading);
  if (form !== undefined) return allWrong([wrong(t.otherForm({ type: id, form: FORM_NAMES[form] }), formKey(written))]);
  const [lens] = device.lenses;
  const problems = [
    ...(device.video === 'visible' ? [] : [wrong(t.otherImages({ type: id, video: device.video }), 'video')]),
    ...(lens?.hfov === undefined ? [wrong(t.noField({ type: id }))] : []),
    ...(lens?.resolution === undefined ? [wrong(t.noResolution({ type: id }))] : []),
    ...soundProblems(reading),
  ];
  if (problems.length > 0 || lens?.hfov === undefined || lens.resolution === undefined) return allWrong(problems);
  return {
    is: 'camera',
    camera: {
      id,
      price: written.price ?? 1,
      mounts: [...new Set(written.mounts ?? (['wall'] as const))],
      lens: { ...lens, heading: undefined, tilt: undefined, hfov: lens.hfov, resolution: lens.resolution },
      range: device.range,
      ...(keys.tolerance !== undefined && { tolerance: device.tolerance }),
      keys: toAdd,
    },
  };
}

/** Returns the form of a camera if it is one that is never suggested. */
function otherForm({ keys, device }: Reading): keyof typeof FORM_NAMES | undefined {
  const stated = keys.form ?? device.modelUse?.record.form;
  if (keys.sensors !== undefined || stated === 'multi-sensor') return 'multi-sensor';
  const form = device.lenses[0]?.form;
  return form === 'ptz' || form === 'fisheye' ? form : undefined;
}

/** Returns the key that makes a form of a camera what it is. */
function formKey({ form, ptz, sensors }: WrittenType): 'form' | 'ptz' | 'sensors' | undefined {
  if (ptz !== undefined && form !== 'ptz') return 'ptz';
  if (sensors !== undefined && form !== 'multi-sensor') return 'sensors';
  return form === undefined ? undefined : 'form';
}

/** A microphone hears through walls and round corners: what it reaches would need a bound of its own. */
function soundProblems({ id, keys, device, wrong }: Reading): SourceProblem[] {
  const { audio } = device;
  if (audio === 'unknown') return [wrong(t.soundUnsaid({ type: id }), 'audio')];
  if (audio !== 'none') return [wrong(t.sound({ type: id, audio }), 'audio')];
  const name = [id, keys.name, keys.model].find((text) => text !== undefined && capabilityMeantByName(text).sound);
  return name === undefined ? [] : [wrong(t.soundByName({ type: id, name }))];
}

function pointOf({ id, written, device, toAdd, wrong }: Reading, kind: PointType['kind']): TypeResult {
  const captured = device.audio === 'none' ? (device.video === 'none' ? undefined : 'video') : 'audio';
  const problems = [
    ...(written.mounts === undefined ? [] : [wrong(t.mountsOfPoint({ type: id }), 'mounts')]),
    ...(captured === undefined ? [] : [wrong(t.captures({ type: id }), captured)]),
  ];
  if (problems.length > 0) return allWrong(problems);
  return { is: 'point', point: { id, kind, price: written.price ?? 1, keys: toAdd } };
}

/** Returns keys as values that an edit may write. */
function writableKeys(keys: RawDeviceKeys): Readonly<Record<string, WritableValue>> {
  const writable: Record<string, WritableValue> = {};
  for (const [key, value] of Object.entries(keys)) if (isWritable(value)) writable[key] = value;
  return writable;
}

function isWritable(value: unknown): value is WritableValue {
  if (Array.isArray(value)) return value.every(isWritable);
  if (isRecord(value)) return Object.values(value).every(isWritable);
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean';
}
