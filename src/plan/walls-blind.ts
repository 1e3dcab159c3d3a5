import type { Opening } from './model.js';
import type { Stretches } from './nearby.js';
import { along, isApart } from './walls-along.js';
import { BEYOND, type Cut, lineOf } from './walls-cut.js';
import type { Face } from './walls-face.js';
import { fromFrame, SAME_LINE, type ZoneAt } from './walls-plane.js';

/** An opening that leads against the uncut wall of a room. */
export interface Blind {
  readonly opening: Opening;
  /** Id of the room it doesn't open. */
  readonly zone: string;
}

/** m: two faces further apart than this aren't one wall's. */
const THICKEST = 0.6;

/**
 * Openings that cut the face of one room while right behind it, with no zone between, stands the uncut face of another:
 * rooms drawn by their inner faces, and a door that doesn't say how thick the wall is. Sight ends there in every world,
 * so whatever is judged of it is too good.
 *
 * @param faces all that openings leave standing
 */
export function blindOpenings(cuts: readonly Cut[], faces: Stretches<Face>, zoneAt: ZoneAt): Blind[] {
  return cuts.flatMap((cut) => {
    const rooms = ([1, -1] as const).flatMap((side) => blockedBy(cut, side, faces, zoneAt));
    return [...new Set(rooms)].sort().map((zone) => ({ opening: cut.opening, zone }));
  });
}

function blockedBy(cut: Cut, side: 1 | -1, faces: Stretches<Face>, zoneAt: ZoneAt): string[] {
  const { frame, owners } = cut;
  const outermost = ([near, far]: readonly [number, number]) => (side === 1 ? far : -near);
  const last = Math.max(...cut.faces.map(outermost));
  const behind = zoneAt(fromFrame(frame, frame.length / 2, side * (last + BEYOND)));
  return faces.near(lineOf(cut.opening), Math.abs(last) + THICKEST).flatMap((face) => {
    if (face.source !== 'zone' || isApart(face, frame, Math.abs(last) + THICKEST)) return [];
    if (face.owners.some((owner) => owners.includes(owner))) return [];
    const part = along(face, frame);
    if (part === undefined || part.to - part.from <= SAME_LINE) return [];
    const [start, end] = [side * part.dFrom, side * part.dTo];
    if (Math.min(start, end) <= last || Math.max(start, end) > last + THICKEST) return [];
    // What holds the room itself, a campus or a building, isn't something between.
    return face.owners.filter((owner) => behind === undefined || behind.nested.includes(owner));
  });
}
