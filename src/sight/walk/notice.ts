// From where a sign is noticed.
import { LENGTH_TOLERANCE } from '../../base/threshold.js';
import { clipConvex, containsPoint, discInscribed, sectorInscribed } from '../../geometry/index.js';
import type { Point, Region, Segment } from '../../geometry/types.js';
import { along, azimuthOfHeading } from '../../geometry/vector.js';
import type { Sign } from '../../plan/model.js';
import { addCrossings, pointAlong as pointAt } from '../../plan/walls/plane.js';
import type { Scene } from '../scene/scene.js';
import type { Heights } from '../scene/shadow.js';

/** m: from where the eyes of a person who stands are. */
const EYES = 1.5;

/** m: what lies before a sign begins so far off it, past what it is fixed to. */
const BEFORE = 0.05;

/** Radians: a sign is read from no further aside of where it faces than 80°. */
const ASIDE = (80 * Math.PI) / 180;

/** A sign and the region from which people notice it. */
export interface Noticed {
  readonly sign: Sign;
  /** Point just in front of the sign, on the side that it faces. */
  readonly before: Point;
  readonly region: Region;
}

/**
 * Returns the region from which a sign is noticed: nearer than `radius` m, past what surely hides nothing (doors closed,
 * glass only if declared clear), and within 80° of where it faces. Undefined if the sign is on a wall and the plan
 * doesn't say on which side, or if it is noticed from nowhere.
 */
export function noticedFrom(scene: Scene, sign: Sign, radius: number): Noticed | undefined {
  const { at, heading, height } = sign;
  const axis = heading === undefined ? undefined : azimuthOfHeading(heading);
  const heights: Heights | undefined = height === undefined ? undefined : { eye: height, target: [EYES, EYES] };
  const mounting = scene.mountingOn('mounts', heights, at, axis ?? 0);
  if (axis === undefined && mounting !== undefined) return undefined;
  const eye = mounting?.eye ?? at;
  // At the radius, it isn't surely noticed.
  const surely = radius - LENGTH_TOLERANCE;
  const within =
    axis === undefined
      ? discInscribed(eye, surely)
      : sectorInscribed(eye, surely, { from: axis - ASIDE, to: axis + ASIDE });
  const seen = scene.viewshed('must', heights, eye, mounting && { window: mounting.window });
  const ring = clipConvex(seen, within);
  if (ring.length < 3) return undefined;
  const before = axis === undefined ? eye : along(eye, axis, BEFORE);
  return { sign, before, region: { rings: [ring], shadows: scene.shadows('must', heights, eye, ring) } };
}

/** True if any point of a straight way lies in the region. */
export function meets(region: Region, way: Segment): boolean {
  const cuts = [0, 1];
  for (const ring of [...region.rings, ...region.shadows]) {
    for (let i = 0; i < ring.length; i += 1) {
      const [a, b] = [ring[i], ring[(i + 1) % ring.length]];
      if (a !== undefined && b !== undefined) addCrossings(way, { a, b }, cuts);
    }
  }
  cuts.sort((p, q) => p - q);
  return cuts.some((t, i) => {
    const next = cuts[i + 1] ?? t;
    return containsPoint(region, pointAt(way, t)) || containsPoint(region, pointAt(way, (t + next) / 2));
  });
}
