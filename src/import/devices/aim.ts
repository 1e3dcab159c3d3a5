// The aim of a device as plan keys, from directions that were read.

import type { RawDeviceKeys, RawLens } from '../../plan/read/document.js';
import type { Direction, Directions } from './direction.js';

/** Degrees. No flat image plane can hold a sector this wide: such a device turns or has several lenses. */
const HALF_TURN = 180;

/** Optics of a device: a flat image plane, one that turns, a fisheye, or a sector of any width (no camera). */
export type Optic = 'flat' | 'turning' | 'fisheye' | 'sector';

/** Aim of a device, in the keys of a plan file. */
export interface Aim {
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
export function aimOf(directions: (Directions & { readonly ok: true })['directions'], optic: Optic): Aim {
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
