// A place where a camera may be mounted, and cameras put there.

import type { RuleContext } from '../../../facts/context.js';
import type { Point } from '../../../geometry/types.js';
import type { Device } from '../../../plan/model.js';
import { bearing } from '../../../plan/read/frame.js';
import { placedIn } from '../../../plan/redraw.js';
import type { Eyes } from '../../../sight/types.js';
import type { CameraType, MountKind } from '../types.js';

/** A place where a camera may be mounted: a stretch of a wall, a square of ceiling, or a corner. */
export interface Mount {
  readonly kind: MountKind;
  readonly level: string;
  /** m above the floor. */
  readonly height: number;
  /**
   * Convex ring of the points (plan metres) where a camera is drawn there: one, the two ends of a stretch, or a part of a
   * square.
   */
  readonly at: readonly Point[];
  /** Direction away from the wall or corner, degrees clockwise from +y; 0 for a ceiling. */
  readonly facing: number;
  /** Degrees to both sides of `facing` in which a camera looks; absent: all that its wall leaves open, or all round. */
  readonly spread?: number;
  /** Ids of the zones that a camera there stands in. */
  readonly zones: readonly string[];
}

/**
 * Distance off its wall at which a suggested camera is drawn, m. However it is rounded, it is within the 5 cm that
 * count as on the wall.
 */
export const OFF_WALL = 0.04;

const LENS = {
  form: 'fixed',
  heading: 0,
  tilt: 0,
  roll: 0,
  hfov: 60,
  vfov: undefined,
  resolution: undefined,
  varifocal: undefined,
  ptz: undefined,
} as const;

/** A camera without a lens, a place or a name. */
const BLIND: Device = {
  id: '',
  kind: 'camera',
  name: undefined,
  type: undefined,
  level: '',
  at: [0, 0],
  height: undefined,
  video: 'visible',
  audio: 'none',
  lenses: [],
  masks: [],
  range: undefined,
  pickup: undefined,
  opening: undefined,
  status: 'planned',
  tolerance: { heading: undefined, tilt: undefined, position: 0 },
  zones: [],
  standsIn: [],
  place: { path: '', pointer: '' },
};

/**
 * Returns a camera with an arbitrary lens at a point of a level, with the zones that it stands in. `height`: m;
 * `heading`: degrees clockwise from +y.
 */
export function standingAt({ site }: RuleContext, level: string, at: Point, height: number, heading: number): Device {
  return placedIn(site, { ...BLIND, level, at, height, lenses: [{ ...LENS, heading }] });
}

/**
 * Returns a camera of a type at a point of a mount, aimed in degrees as in the model, with the zones that it stands in.
 * `hfov`: degrees; absent: the type's.
 */
export function cameraAt(
  { site }: RuleContext,
  mount: Mount,
  type: CameraType,
  pose: { readonly at: Point; readonly heading: number; readonly tilt: number; readonly hfov?: number },
): Device {
  const { heading, tilt, hfov } = pose;
  const { varifocal } = type.lens;
  const lens = {
    ...type.lens,
    heading: bearing(heading),
    tilt,
    ...(hfov !== undefined && { hfov, varifocal: varifocal && { ...varifocal, locked: true } }),
  };
  return placedIn(site, {
    ...BLIND,
    // Like no id of a plan, and the same for the same pose.
    id: ` ${type.id} ${mount.level} ${mount.height} ${pose.at.join(' ')} ${lens.heading} ${tilt} ${lens.hfov}`,
    type: type.id,
    range: type.range,
    tolerance: type.tolerance ?? BLIND.tolerance,
    level: mount.level,
    height: mount.height,
    at: pose.at,
    lenses: [lens],
  });
}

/**
 * Returns where the eye of a camera on a mount may be, and the directions that its wall leaves open. A camera in a
 * corner or under a ceiling is clear of walls: its eye is where it is drawn, and sees all round. Undefined if a stretch
 * of wall isn't on one straight wall.
 */
export function eyesOf(context: RuleContext, mount: Mount, type: CameraType): Eyes | undefined {
  if (mount.kind !== 'wall') return { ring: mount.at, window: undefined };
  const device = cameraAt(context, mount, type, { at: middleOf(mount), heading: mount.facing, tilt: 0 });
  const [from, to = from] = mount.at;
  if (from === undefined || to === undefined) return undefined;
  return context.sight.poses(device)?.along(from, to, mount.facing);
}

/** Returns the middle of a mount: the mean of the points of its ring. */
export function middleOf({ at }: Pick<Mount, 'at'>): Point {
  const sum = at.reduce(([sx, sy], [x, y]): Point => [sx + x, sy + y], [0, 0]);
  return [sum[0] / at.length, sum[1] / at.length];
}
