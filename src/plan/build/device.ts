// Building of devices, merged with their types.

import { capabilityMeantByName } from '../../law/names/devices.js';
import { hintOf } from '../../source/hint.js';
import { child } from '../../source/place/pointer.js';
import { checkOptics } from '../check/optics.js';
import { deviceKind, TRAITS } from '../kinds.js';
import type { Device, DeviceKind } from '../model.js';
import { withModel } from '../models/use.js';
import type { RawDevice, RawDeviceKeys } from '../read/document.js';
import { isRecord } from '../read/unknown.js';
import { type BuildContext, placeAt, planPoints } from './context.js';
import { deviceKindHint } from './kinds.js';
import { fieldOver, lensesOf, planHeading } from './lenses.js';
import { cleanRing } from './points.js';

/** Device types of the plan, by id. */
export type DeviceTypes = ReadonlyMap<string, RawDeviceKeys>;

/**
 * Returns the device that `raw`, at JSON pointer `pointer` of the plan, draws on the level with the id `level`, merged
 * with its type: a key of the device replaces the type's, and keys that hold keys, such as `ptz`, are merged in the
 * same way. Its zones are still empty.
 */
export function buildDevice(
  raw: RawDevice,
  level: string,
  types: DeviceTypes,
  pointer: string,
  context: BuildContext,
): Device {
  const type = raw.type === undefined ? undefined : types.get(raw.type);
  if (raw.type !== undefined && type === undefined) {
    const params = { id: raw.id, type: raw.type, hint: hintOf(raw.type, types.keys()) };
    context.faults.add('plan/unknown-type', raw.id, 'type', params, placeAt(context, pointer, 'type'), {
      devices: [raw.id],
    });
  }
  const hfov = fieldOver(type ?? {}, raw);
  const stated: RawDevice = Object.assign({}, type, raw, nested(type ?? {}, raw), { hfov });
  const { keys, use } = withModel(stated, raw.model === undefined ? raw.type : undefined, pointer, context);
  const kind = kindOf(keys, type, pointer, context);
  const video = keys.video ?? TRAITS[kind].video;
  const imagesDenied = video === 'none' && (use !== undefined || takesImagesByName(kind, keys));
  const sees = video !== 'none' || imagesDenied || kind === 'intrusion-detector';
  checkOptics(keys, raw, video !== 'none', pointer, context);
  return {
    id: raw.id,
    kind,
    name: keys.name,
    type: raw.type,
    ...(keys.model !== undefined && { model: keys.model }),
    ...(use !== undefined && { modelUse: use }),
    level,
    at: planPoints(context, `${pointer}/at`, [raw.at])[0],
    height: keys.height,
    video: imagesDenied ? 'unknown' : video,
    ...(imagesDenied && { imagesDenied }),
    audio: keys.audio ?? TRAITS[kind].audio,
    ...(sees
      ? { lenses: lensesOf(keys, context.frame.north) }
      : { lenses: [], facing: planHeading(keys.heading, context.frame.north) }),
    masks: (keys.masks ?? []).map((mask, index) => ({
      polygon: cleanRing(planPoints(context, child(pointer, 'masks', index), mask.polygon)),
      permanent: mask.permanent ?? false,
      dynamic: mask.dynamic ?? false,
      hiddenAboveZoom: mask.hiddenAboveZoom ?? false,
      sensor: mask.sensor,
    })),
    range: keys.range,
    pickup: keys.pickup,
    opening: keys.opening,
    status: keys.status ?? 'planned',
    ...(keys.status === undefined && { statusUnsaid: true as const }),
    tolerance: {
      heading: keys.tolerance?.heading,
      tilt: keys.tolerance?.tilt,
      position: keys.tolerance?.position ?? 0,
    },
    ...(keys.mobile !== undefined && {
      mobile: { form: keys.mobile.form, area: keys.mobile.area, rules: keys.mobile.rules },
    }),
    ...(keys.mandatedBy !== undefined && { mandatedBy: keys.mandatedBy }),
    zones: [],
    standsIn: [],
    place: context.placeOf(pointer),
  };
}

/** Returns the keys that hold keys and that both a type and its device state, merged: the device's win at any depth. */
function nested(type: object, own: object): Record<string, unknown> {
  const inherited = new Map<string, unknown>(Object.entries(type));
  return Object.fromEntries(
    Object.entries(own).flatMap(([key, value]: [string, unknown]) => {
      const below = inherited.get(key);
      return isRecord(below) && isRecord(value) ? [[key, { ...below, ...value, ...nested(below, value) }]] : [];
    }),
  );
}

/** True if a device's kind, name or model means a product that takes images. */
function takesImagesByName(kind: DeviceKind, { name, type, model }: RawDevice): boolean {
  const names = [name, type, model].filter((text) => text !== undefined);
  return kind === 'camera' || names.some((text) => capabilityMeantByName(text).images);
}

/**
 * Returns the kind of a device. An unknown kind becomes `other`, which may capture anything; the fault leaves the
 * device's verdicts open.
 */
function kindOf(keys: RawDevice, type: RawDeviceKeys | undefined, pointer: string, context: BuildContext): DeviceKind {
  const { id, kind } = keys;
  const taints = { devices: [id] };
  if (kind === undefined) {
    // If the type is unknown, that is the fault, and one is enough.
    if (keys.type === undefined || type !== undefined) {
      context.faults.add('plan/unknown-kind', id, 'no-kind', { id }, context.placeOf(pointer), taints);
    }
    return 'other';
  }
  const found = deviceKind(kind);
  if (found !== undefined && type?.kind !== undefined && type.kind !== kind) {
    const params = { id, kind, type: keys.type ?? '', other: type.kind };
    context.faults.add('plan/unknown-kind', id, 'other-kind', params, placeAt(context, pointer, 'kind'), taints);
  }
  if (found !== undefined) return found;
  const hint = deviceKindHint(kind);
  context.faults.add('plan/unknown-kind', id, 'device', { id, kind, hint }, placeAt(context, pointer, 'kind'), taints);
  return 'other';
}
