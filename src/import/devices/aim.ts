import type { RawDeviceKeys, RawLens } from '../../plan/document.js';
import type { Direction, Directions } from './direction.js';

/** Degrees from which on no flat image plane holds a sector: what looks so wide turns, or is several. */
const HALF_TURN = 180;

/** Where a device is aimed, spelled as a plan spells it. */
export interface Aim {
  readonly keys: RawDeviceKeys;
  /**
   * `turning`: it is taken to turn, since it looks so wide; `several`: it looks several ways of which a device of its form can hold
   * none, so that where it looks isn't known.
   */
  readonly said?: 'turning' | 'several';
}

/**
 * What `directions` say of a device of the form `form`. A sector of a fixed camera is its horizontal field, of one that turns its
 * pan; several directions are a camera of several sensors.
 */
export function aimOf(
  directions: (Directions & { readonly ok: true })['directions'],
  form: RawDeviceKeys['form'],
): Aim {
  const [first, ...more] = directions;
  const turns = form === 'ptz' || form === 'fisheye';
  if (more.length > 0) {
    return turns
      ? { keys: {}, said: 'several' }
      : { keys: { form: 'multi-sensor', sensors: directions.map((direction) => lensOf(direction) ?? {}) } };
  }
  if (first.kind === 'heading') return { keys: { heading: first.heading } };
  const lens = lensOf(first);
  if (form === 'fisheye') return { keys: { heading: middleOf(first), hfov: first.to - first.from } };
  if (form !== 'ptz' && lens !== undefined) return { keys: lens };
  const keys: RawDeviceKeys = { form: 'ptz', ptz: { pan: [first.from, first.to] } };
  return form === 'ptz' ? { keys } : { keys, said: 'turning' };
}

/** What one flat lens would have; undefined where it is too wide for one. */
function lensOf(direction: Direction): RawLens | undefined {
  if (direction.kind === 'heading') return { heading: direction.heading };
  const hfov = direction.to - direction.from;
  return hfov < HALF_TURN ? { heading: middleOf(direction), hfov } : undefined;
}

function middleOf({ from, to }: Direction & { readonly kind: 'sector' }): number {
  return ((from + to) / 2) % 360;
}
