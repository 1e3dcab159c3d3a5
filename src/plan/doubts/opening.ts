// Doubtful openings: on no wall, without width, or through one of two walls only. Hiding they aren't there, passing they
// are.

import { boxOf, boxOfRegion, containsPoint, distance, distanceBetweenSegments } from '../../geometry/index.js';
import type { Box, Segment } from '../../geometry/types.js';
import type { DoubtParts } from '../check/faults.js';
import type { Level, Missing, Opening, Zone } from '../model.js';
import { boxOfSegment, meeting, type Stretches } from '../nearby.js';
import type { Face } from '../walls/face.js';
import { edgesOf, fromFrame, lineFrame, SAME_LINE, SLIVER, toFrame } from '../walls/plane.js';
import { type Blind, deriveWalls, openingSegment } from '../walls/walls.js';

/** Metres: an opening farther from every wall belongs to none that can be told. Ours. */
const NEAR = 1;

/** Metres: more than rounding leaves between an opening and the face that its thickness reaches. */
const BEYOND = 0.001;

/** Share of an opening's length that lies along a wall it may belong to. Ours. */
const BESIDE = 0.2;

/**
 * m: greatest plausible width of an opening; the passing variant gives it to one drawn without width. Chosen by
 * sitecam.
 */
export const WIDEST = 15;

/**
 * Returns the doubts about openings that lie on no wall or have no width. In the passing variant the opening is on every
 * wall within 1 m, 15 m wide and with nothing in it if it has no width; in the hiding one there is none. An opening with
 * no wall within 1 m has no doubt.
 *
 * @param uncut those openings
 * @param zones all zones on the level
 * @param faces the level's faces, with openings cut out
 */
export function misplacedOpenings(
  uncut: readonly Opening[],
  level: Level,
  zones: readonly Zone[],
  faces: Stretches<Face>,
): ReadonlyMap<Opening, DoubtParts> {
  const placed = uncut.flatMap((drawn) => {
    const about = facesAbout(drawn, faces).flatMap((face) => {
      const opening = placedOn(drawn, face);
      return opening === undefined ? [] : [{ opening, owners: face.owners }];
    });
    const [nearest, ...others] = about.map(({ opening }) => opening);
    if (nearest === undefined) return [];
    // It may belong to any of the walls. Those that aren't nearest have a gap.
    const owners = [...new Set(about.flatMap((one) => one.owners))];
    return [{ drawn, opening: nearest, gaps: others.map((one): Missing => ({ ...openingSegment(one), owners })) }];
  });
  if (placed.length === 0) return new Map();
  const openings = placed.map(({ opening }) => opening);
  const { blind } = deriveWalls(...around(openings, level, zones));
  return new Map(
    placed.map(({ drawn, opening, gaps }) => {
      const { where, passing, ...parts } = reaching(opening, blind, level.id);
      const without = [...(passing?.without ?? []), ...gaps];
      return [drawn, { ...parts, where: [...where, ...gaps], passing: { ...passing, without } }];
    }),
  );
}

/** Metres around an opening within which everything lies that decides which walls block it. */
const AROUND = 2;

/** Returns what lies around openings, with these in place of those with their ids. */
function around(placed: readonly Opening[], level: Level, zones: readonly Zone[]): [Level, Zone[]] {
  const ids = new Set(placed.map(({ id }) => id));
  const meet = meeting(placed.map((opening) => boxOfSegment(openingSegment(opening), AROUND)));
  const isNear = (box: Box | undefined) => box !== undefined && meet(box).length > 0;
  const others = level.openings.filter(({ id, line }) => !ids.has(id) && isNear(boxOf(line)));
  const walls = level.walls.filter(({ line }) => isNear(boxOf(line)));
  const near = zones.filter(({ region }) => isNear(boxOfRegion(region)));
  return [{ ...level, walls, openings: [...others, ...placed] }, near];
}

/**
 * Returns the faces within 1 m of an opening, the nearest first, of several as near the one that it lies along most. Of
 * faces on the line of the nearest it may belong to those that a fifth of it lies along.
 */
function facesAbout(opening: Opening, faces: Stretches<Face>): Face[] {
  const line = openingSegment(opening);
  const about = faces
    .near(line, NEAR)
    .map((face) => ({ face, off: distanceBetweenSegments(line, face), along: covers(line, face) }))
    .filter(({ off }) => off <= NEAR)
    .sort((a, b) => b.along - a.along || distance(b.face.a, b.face.b) - distance(a.face.a, a.face.b));
  const least = Math.min(...about.map(({ off }) => off));
  const nearest = about.find(({ off }) => off <= least + SLIVER);
  if (nearest === undefined) return [];
  const length = distance(line.a, line.b);
  const isBeside = ({ along }: { readonly along: number }) => length < SLIVER || along >= BESIDE * length;
  const others = about.filter((one) => one !== nearest && (isBeside(one) || !isOnLineOf(one.face, nearest.face)));
  return [nearest, ...others].map(({ face }) => face);
}

/** True if both ends of a face lie on the line of another. */
function isOnLineOf({ a, b }: Face, other: Face): boolean {
  const frame = lineFrame(other);
  return frame !== undefined && [a, b].every((end) => Math.abs(toFrame(frame, end)[1]) <= SAME_LINE);
}

/** Returns the ids of the zones within 1 m of an opening. It may open any of them. */
export function zonesAbout(opening: Opening, zones: readonly Zone[]): string[] {
  const line = openingSegment(opening);
  return zones
    .filter(
      ({ region }) =>
        containsPoint(region, line.a) ||
        [...region.rings, ...region.shadows]
          .flatMap(edgesOf)
          .some((edge) => distanceBetweenSegments(line, edge) <= NEAR),
    )
    .map(({ id }) => id);
}

/**
 * Returns the doubt about an opening that leads against uncut walls: the passing variant cuts it through them, the
 * hiding one doesn't.
 *
 * @param blind entries of all such openings of the level; those of this one count
 */
export function blockedOpening(opening: Opening, blind: readonly Blind[], level: Level): DoubtParts {
  return reaching(opening, blind, level.id);
}

/**
 * Returns the doubt about a gap of which nobody drew whether it has a door: a door in the hiding variant, the passage
 * drawn in the passing one.
 */
export function unsureOpening({ unsure: _, ...opening }: Opening): DoubtParts {
  const where = [openingSegment(opening)];
  return { id: opening.id, levels: [opening.level], where, hiding: { openings: [{ ...opening, kind: 'door' }] } };
}

/** Returns the doubt about `opening`, which passes through every face that blocks it if it is there. */
function reaching(opening: Opening, blind: readonly Blind[], level: string): DoubtParts {
  const own = blind.filter((one) => one.opening.id === opening.id);
  const reach = own.reduce((most, one) => Math.max(most, one.reach), 0);
  // A drawn wall's own thickness decides what reaches it, so a stretch of it is taken away instead.
  const without = own.flatMap(({ is, faces, against }) =>
    is === 'wall' ? faces.flatMap(along(opening, against)) : [],
  );
  const thickness = reach === 0 ? opening.thickness : Math.max(opening.thickness ?? 0, reach + BEYOND);
  return {
    id: opening.id,
    levels: [level],
    where: [openingSegment(opening), ...own.flatMap(({ faces }) => faces.flatMap(along(opening, opening.id)))],
    passing: { openings: [{ ...opening, thickness }], without },
  };
}

/** Returns the length (m) of the part of a face that lies beside a line. */
function covers(line: Segment, face: Face): number {
  const frame = lineFrame(face);
  if (frame === undefined) return 0;
  const ends = [toFrame(frame, line.a)[0], toFrame(frame, line.b)[0]];
  return Math.min(frame.length, Math.max(...ends)) - Math.max(0, Math.min(...ends));
}

/**
 * Returns the opening moved onto a face, no longer than that; one without length as a passage as long as it may be.
 * Undefined if the face is too short for any.
 */
function placedOn(opening: Opening, face: Face): Opening | undefined {
  const frame = lineFrame(face);
  const { a, b } = openingSegment(opening);
  const drawn = Math.hypot(b[0] - a[0], b[1] - a[1]);
  const length = drawn < SLIVER ? WIDEST : drawn;
  if (frame === undefined || Math.min(length, frame.length) < SLIVER) return undefined;
  const half = Math.min(length, frame.length) / 2;
  const [from, to] = [toFrame(frame, a)[0], toFrame(frame, b)[0]];
  const middle = Math.min(frame.length - half, Math.max(half, (from + to) / 2));
  const ends = [fromFrame(frame, middle - half, 0), fromFrame(frame, middle + half, 0)] as const;
  const line = from <= to ? ends : ([ends[1], ends[0]] as const);
  if (drawn >= SLIVER) return { ...opening, line };
  // What closes it, or a sill, would stand in gaps that other openings may have there.
  const open = { sill: undefined, head: undefined, glazing: undefined, fixed: false, film: false } as const;
  return { ...opening, ...open, kind: 'passage', line };
}

/** Returns a function that gives the stretch of a face that lies beside an opening, as one that doesn't stand. */
function along(opening: Opening, owner: string): (face: Face) => Missing[] {
  return (face) => {
    const frame = lineFrame(face);
    if (frame === undefined) return [];
    const ends = opening.line.map((point) => toFrame(frame, point)[0]);
    const [from, to] = [Math.max(0, Math.min(...ends)), Math.min(frame.length, Math.max(...ends))];
    return from < to ? [{ a: fromFrame(frame, from, 0), b: fromFrame(frame, to, 0), owners: [owner] }] : [];
  };
}
