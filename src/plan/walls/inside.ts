// Devices drawn inside a wall.

import { compareLength } from '../../base/threshold.js';
import { containsPoint, distanceToSegment, type Point } from '../../geometry/index.js';
import type { Device, Zone } from '../model.js';
import type { Stretches } from '../nearby.js';
import type { Face } from './face.js';
import { fromFrame, lineFrame, SAME_LINE, toFrame } from './plane.js';

/** Metres: two faces further apart than this don't belong to one wall. */
const THICKEST = 0.6;

/** Metres: half the thickness that a wall can have. Of a thicker one, which is a fault, no more is taken for wall. */
const HALF_THICKEST = 1;

/**
 * Returns the metres on each side of its line that a drawn wall takes up: half its thickness, at most 1 m. 0 for a
 * room's face, or if no thickness is given.
 */
export function halfThickness({ source, thickness = 0 }: Face): number {
  return source === 'wall' ? Math.max(0, Math.min(HALF_THICKEST, thickness / 2)) : 0;
}

/** Metres: a device drawn this near to the face of a wall is in front of it. */
const ON_FACE = 0.01;

/** Metres past a face at which a room is looked for. */
const BEYOND = 0.01;

/**
 * Returns ids of the wall, or of the two rooms, between whose faces a device is drawn, so that it sees only the wall:
 * inside a wall whose thickness is given and more than 5 cm off its line, or between two rooms drawn by their inner
 * faces. Undefined if it isn't.
 *
 * @param walls faces, found from at least their {@link halfThickness} away
 */
export function wallAbout(
  { at, zones: standsIn }: Device,
  walls: Stretches<Face>,
  zones: readonly Zone[],
): readonly string[] | undefined {
  const near = walls.near({ a: at, b: at }, THICKEST);
  for (const face of near) {
    const off = distanceToSegment(at, face);
    // At 5 cm it is on the wall still; at the face's depth, in the wall already.
    const isInFront = compareLength(off, halfThickness(face) - ON_FACE) === 'above';
    if (compareLength(off, SAME_LINE) === 'above' && !isInFront) return face.owners;
  }
  if (standsIn.length > 0) return undefined;
  const rooms = near.filter(({ source }) => source === 'zone').flatMap((face) => roomBehind(at, face, zones) ?? []);
  for (const one of rooms) {
    const other = rooms.find(
      ({ id, towards }) => id !== one.id && towards[0] * one.towards[0] + towards[1] * one.towards[1] < -0.98,
    );
    if (other !== undefined && compareLength(one.distance + other.distance, THICKEST) !== 'above')
      return [one.id, other.id].sort();
  }
  return undefined;
}

/** A room beside a device. */
interface Room {
  readonly id: string;
  /** Metres from the device to the face. */
  readonly distance: number;
  /** Unit vector from the device to the face. */
  readonly towards: Point;
}

/**
 * Returns the room on the other side of a face that the device stands squarely in front of; undefined if there is none.
 */
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
