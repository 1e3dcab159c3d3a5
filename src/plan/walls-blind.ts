import type { Opening } from './model.js';
import type { Stretches } from './nearby.js';
import { along, isApart } from './walls-along.js';
import { BEYOND, type Cut, lineOf } from './walls-cut.js';
import type { Face } from './walls-face.js';
import { fromFrame, SAME_LINE, type ZoneAt } from './walls-plane.js';

/** An opening that leads against an uncut wall. */
export interface Blind {
  readonly opening: Opening;
  /** Id of the room it doesn't open, or of the wall drawn across it. */
  readonly against: string;
  readonly is: Face['source'];
}

/** m: two faces further apart than this aren't one wall's. */
const THICKEST = 0.6;

/** m: nobody gets through a door with a wall this near behind it. */
const CLOSE = 0.3;

/**
 * Openings that cut the face of one room while right behind it, with no zone between, stands the uncut face of another:
 * rooms drawn by their inner faces, and a door that doesn't say how thick the wall is. Sight ends there in every world,
 * so whatever is judged of it is too good. Or a wall was drawn close behind the opening and across it.
 *
 * @param faces all that openings leave standing
 */
export function blindOpenings(cuts: readonly Cut[], faces: Stretches<Face>, zoneAt: ZoneAt): Blind[] {
  return cuts.flatMap((cut) => {
    const reach = Math.max(...SIDES.map((side) => Math.abs(outermost(cut, side)))) + THICKEST;
    const near = faces.near(lineOf(cut.opening), reach);
    const rooms = SIDES.flatMap((side) => blockedBy(cut, side, near, zoneAt));
    const walls = SIDES.flatMap((side) => drawnAcross(cut, side, near));
    const of = (is: Blind['is'], ids: readonly string[]): Blind[] =>
      [...new Set(ids)].sort().map((against) => ({ opening: cut.opening, against, is }));
    return [...of('zone', rooms), ...of('wall', walls)];
  });
}

/** Left and right of an opening. */
const SIDES = [1, -1] as const;

function blockedBy(cut: Cut, side: 1 | -1, near: readonly Face[], zoneAt: ZoneAt): string[] {
  const { frame, owners } = cut;
  const last = outermost(cut, side);
  const closed = behindIt(cut, side, near, last, THICKEST).filter(
    (face) => face.source === 'zone' && !face.owners.some((owner) => owners.includes(owner)),
  );
  if (closed.length === 0) return [];
  const behind = zoneAt(fromFrame(frame, frame.length / 2, side * (last + BEYOND)));
  // What holds the room itself, a campus or a building, isn't something between.
  return closed.flatMap((face) => face.owners.filter((owner) => behind === undefined || behind.nested.includes(owner)));
}

function drawnAcross(cut: Cut, side: 1 | -1, near: readonly Face[]): readonly string[] {
  return behindIt(cut, side, near, outermost(cut, side), CLOSE)
    .filter((face) => face.source === 'wall' && face.material === 'opaque' && face.height === undefined)
    .flatMap(({ owners }) => owners);
}

/** How far the outermost of the faces it cuts lies on a side, m. */
function outermost({ faces }: Cut, side: 1 | -1): number {
  return Math.max(...faces.map(([near, far]) => (side === 1 ? far : -near)));
}

/** Faces that run along an opening, past its own on a side and within `depth` m of them. */
function behindIt({ frame }: Cut, side: 1 | -1, near: readonly Face[], last: number, depth: number): Face[] {
  const reach = Math.abs(last) + depth;
  return near.filter((face) => {
    if (isApart(face, frame, reach)) return false;
    const part = along(face, frame);
    if (part === undefined || part.to - part.from <= SAME_LINE) return false;
    const [start, end] = [side * part.dFrom, side * part.dTo];
    return Math.min(start, end) > last && Math.max(start, end) <= last + depth;
  });
}
