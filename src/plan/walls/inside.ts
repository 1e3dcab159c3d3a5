import { containsPoint, distanceToSegment, type Point } from '../../geometry/index.js';
import type { Device, Zone } from '../model.js';
import type { Stretches } from '../nearby.js';
import type { Face } from './face.js';
import { fromFrame, lineFrame, SAME_LINE, toFrame } from './plane.js';

/** m: two faces further apart than this aren't one wall's. */
const THICKEST = 0.6;

/** m: half of what a wall may be thick at most; of a thicker one, which is a fault, no more is taken for wall. */
const HALF_THICKEST = 1;

/** m to each side of its line that a wall says it is thick; 0 for a room's face, and where it isn't said. */
export function halfThickness({ source, thickness = 0 }: Face): number {
  return source === 'wall' ? Math.max(0, Math.min(HALF_THICKEST, thickness / 2)) : 0;
}

/** m: a device drawn on the very face of a wall is before it. */
const ON_FACE = 0.01;

/** m: how far past a face it is looked whether a room lies there. */
const BEYOND = 0.01;

/**
 * Where a device is drawn inside a wall, so that it sees nothing but that: deeper than 5 cm in a wall that says how
 * thick it is, or between two rooms drawn by their inner faces. Undefined: it isn't.
 *
 * @param walls found from at least half of their own thickness away
 * @returns ids of the wall, or of the two rooms
 */
export function wallAbout(
  { at, zones: standsIn }: Device,
  walls: Stretches<Face>,
  zones: readonly Zone[],
): readonly string[] | undefined {
  const near = walls.near({ a: at, b: at }, THICKEST);
  for (const face of near) {
    const off = distanceToSegment(at, face);
    if (off > SAME_LINE && off < halfThickness(face) - ON_FACE) return face.owners;
  }
  if (standsIn.length > 0) return undefined;
  const rooms = near.filter(({ source }) => source === 'zone').flatMap((face) => roomBehind(at, face, zones) ?? []);
  for (const one of rooms) {
    const other = rooms.find(
      ({ id, towards }) => id !== one.id && towards[0] * one.towards[0] + towards[1] * one.towards[1] < -0.98,
    );
    if (other !== undefined && one.distance + other.distance <= THICKEST) return [one.id, other.id].sort();
  }
  return undefined;
}

interface Room {
  readonly id: string;
  readonly distance: number;
  /** Unit vector from the device to the face. */
  readonly towards: Point;
}

/** The room on the other side of a face that the device is square before. */
function roomBehind(at: Point, face: Face, zones: readonly Zone[]): Room | undefined {
  const frame = lineFrame(face);
  if (frame === undefined) return undefined;
  const [s, d] = toFrame(frame, at);
  if (s < 0 || s > frame.length || d === 0) return undefined;
  const side = d > 0 ? -1 : 1;
  const beyond = fromFrame(frame, s, side * BEYOND);
  const zone = zones.find(({ id, region }) => face.owners.includes(id) && containsPoint(region, beyond));
  const towards: Point = [-side * frame.along[1], side * frame.along[0]];
  return zone === undefined ? undefined : { id: zone.id, distance: Math.abs(d), towards };
}
