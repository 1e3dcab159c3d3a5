// Lenses of a device from the keys of its type and its own.

import type { Optics, Ptz, Range } from '../model.js';
import type { RawDeviceKeys, RawLens, RawPtz } from '../read/document.js';
import { bearing } from '../read/frame.js';

const DEGREES = 180 / Math.PI;

/**
 * Returns the lenses of a device: one, or one for each of `sensors`, whose keys win over the device's. Headings and pan
 * limits are turned from true north into the plan by `north` (true north, degrees clockwise from +y). If `ptz.home` is
 * absent, the home preset is the device's own heading, tilt and hfov, provided all three are given.
 */
export function lensesOf(keys: RawDeviceKeys, north: number): Optics[] {
  const sensors: readonly RawLens[] = keys.sensors ?? [{}];
  return sensors.map((sensor) => lensOf({ ...keys, ...sensor, hfov: fieldOver(keys, sensor) }, north));
}

/**
 * Returns the horizontal field of view, in degrees, that is declared for a lens by its own keys or by those of its
 * `holder`: for a device its type, for a sensor its device. Undefined if none is declared, or if a focal length or
 * sensor size among `own` determines another than the holder declares.
 */
export function fieldOver(holder: RawDeviceKeys, own: RawDeviceKeys): number | undefined {
  const { form, hfov, focalLength, sensor } = { ...holder, ...own };
  const isSaidAnew = own.hfov === undefined && (own.focalLength !== undefined || own.sensor !== undefined);
  // A fisheye sees more than the formula for a flat picture gives.
  const isDetermined = focalLength !== undefined && sensor !== undefined && form !== 'fisheye';
  return isSaidAnew && isDetermined ? undefined : hfov;
}

function lensOf(keys: RawDeviceKeys, north: number): Optics {
  const form = formOf(keys);
  const ptz = form === 'ptz' ? ptzOf(keys, north) : undefined;
  const aim = ptz?.home ?? { heading: planHeading(keys.heading, north), tilt: keys.tilt, hfov: hfovOf(keys) };
  return {
    form,
    heading: aim.heading,
    tilt: aim.tilt,
    roll: keys.roll ?? 0,
    hfov: aim.hfov,
    vfov: keys.vfov,
    resolution: keys.resolution,
    varifocal:
      keys.varifocal === undefined ? undefined : { hfov: keys.varifocal.hfov, locked: keys.varifocal.locked ?? false },
    ptz,
  };
}

/**
 * Returns the form that the keys imply, whatever the plan calls it: a name must not take back that a camera turns or
 * zooms.
 */
function formOf(keys: RawDeviceKeys): Optics['form'] {
  if (keys.ptz !== undefined) return 'ptz';
  const { form = 'fixed' } = keys;
  if (keys.varifocal !== undefined && (form === 'fixed' || form === 'multi-sensor')) return 'varifocal';
  return form === 'multi-sensor' ? 'fixed' : form;
}

/**
 * Returns the horizontal field of view in degrees: as declared, or 2·atan(sensor width / (2·focal length)). Undefined
 * if neither is given.
 */
export function hfovOf({
  hfov,
  focalLength,
  sensor,
}: Pick<RawLens, 'hfov' | 'focalLength' | 'sensor'>): number | undefined {
  if (hfov !== undefined) return hfov;
  if (focalLength === undefined || sensor === undefined || focalLength <= 0) return undefined;
  return 2 * Math.atan(sensor[0] / (2 * focalLength)) * DEGREES;
}

function ptzOf(keys: RawDeviceKeys, north: number): Ptz {
  const { pan, tilt, hfov, limits, home }: RawPtz = keys.ptz ?? {};
  return {
    pan: pan === undefined ? undefined : panOf(pan, north),
    tilt,
    hfov,
    limits: limits ?? 'software',
    home: home === undefined ? ownPreset(keys, north) : { ...home, heading: bearing(home.heading + north) },
  };
}

function ownPreset(keys: RawDeviceKeys, north: number): Ptz['home'] {
  const { heading, tilt } = keys;
  const hfov = hfovOf(keys);
  if (heading === undefined || tilt === undefined || hfov === undefined) return undefined;
  return { heading: bearing(heading + north), tilt, hfov };
}

/**
 * Returns a pan range, given from true north, turned into the plan, in degrees: clockwise from `from` in [0, 360) to `to`
 * in (from, from + 360]. Equal ends mean a full turn.
 *
 * @param north true north, degrees clockwise from +y
 */
export function panOf([from, to]: Range, north: number): Range {
  const start = bearing(from + north);
  const span = bearing(to - from);
  return [start, start + (span === 0 ? 360 : span)];
}

/**
 * Returns a heading from true north as degrees clockwise from the plan's +y, in [0, 360); undefined if the plan gives
 * none.
 *
 * @param north true north, degrees clockwise from +y
 */
export function planHeading(heading: number | undefined, north: number): number | undefined {
  return heading === undefined ? undefined : bearing(heading + north);
}
