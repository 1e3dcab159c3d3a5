import type { RawDeviceKeys, RawLens } from '../../plan/read/document.js';
import type { Direction, Directions } from './direction.js';

/** Degrees from which on no flat image plane holds a sector: what looks so wide turns, or is several. */
const HALF_TURN = 180;

/** What a device looks with: a flat image plane, one that turns, a fisheye, or a sector of any width (of what is no camera). */
export type Optic = 'flat' | 'turning' | 'fisheye' | 'sector';

/** Where a device is aimed, spelled as a plan spells it. */
export interface Aim {
  readonly keys: RawDeviceKeys;
  /**
   * `turning`: it is taken to turn, since it looks so wide; `several`: it looks several ways where it can be aimed one way alone, so
   * that where it looks isn't known.
   */
  readonly said?: 'turning' | 'several';
}

/**
 * What `directions` say of a device. A sector is its horizontal field, or its pan where it turns; several directions are a
 * camera of several sensors.
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

/** What one lens would have; undefined where it is too wide for a flat one. */
function lensOf(direction: Direction, optic: Optic): RawLens | undefined {
  if (direction.kind === 'heading') return { heading: direction.heading };
  const { from, to } = direction;
  if (optic === 'flat' && to - from >= HALF_TURN) return undefined;
  return { heading: ((from + to) / 2) % 360, hfov: to - from };
}
