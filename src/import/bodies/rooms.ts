// The rooms between bodies, and the gaps that part none.

import { memoize } from '../../base/memo.js';
import { isWiderThan } from '../../geometry/shapes/width.js';
import type { Point, Ring, Segment } from '../../geometry/types.js';
import { holdersAmong, inRings } from '../../plan/inside.js';
import { fromFrame, lineFrame } from '../../plan/walls/plane.js';
import type { PlanDraft } from '../draft.js';
import { type Barrier, type Space, spacesBetween } from '../rooms/spaces.js';
import { CLOSED_AREA, GAP_SIDE, ROOM_AREA, ROOM_WIDTH, ROUNDS, WIDEST_DOOR } from './limits.js';
import type { Gap } from './types.js';
import { rectangleOf } from './walls/bodies.js';

/**
 * Returns a test that is true of a space that is a room: it is large and wide enough (`ROOM_AREA`, `ROOM_WIDTH`), or
 * the name of a room stands in it. `names`: places of room names.
 */
export function roomTest(names: readonly Point[]): (space: Space) => boolean {
  return (space) => {
    const { rings, area } = space;
    return (
      (area >= ROOM_AREA && isWiderThan([{ area, outline: rings }], ROOM_WIDTH)) || (area > 0 && isNamed(space, names))
    );
  };
}

/** True if a room name stands in a space. */
export function isNamed({ rings }: Space, names: readonly Point[]): boolean {
  return names.some((at) => inRings(rings, at));
}

/**
 * True if a space between walls is closed all round and small, and nothing says that it is a room: a fireplace, a
 * chimney, the inside of a pillar.
 *
 * @param isTold true if it has an opening or a name, or anything else that tells a room
 */
export function isHollow({ area }: Space, isTold: boolean): boolean {
  return !isTold && area < CLOSED_AREA;
}

/** Returns the places of a level's room names. */
export function namesOn(level: string, { labels = [] }: PlanDraft): Point[] {
  return labels.flatMap(({ level: on, at, name }) => (on === level && at && name !== undefined ? [at] : []));
}

/**
 * Returns an opening as a barrier at which rooms end: a rectangle along `line`, `thickness` m thick, or the line itself
 * if `thickness` is 0.
 */
export function openingBarrier(line: Segment, thickness: number): Barrier {
  return thickness > 0
    ? { as: 'solid', lines: [rectangleOf(line, thickness)] }
    : { as: 'line', lines: [[line.a, line.b]] };
}

/**
 * What decides if a gap parts two rooms: lines and solids of a storey's walls, its openings, places of room names; m.
 */
export interface Surroundings {
  readonly lines: readonly Segment[];
  readonly solids: readonly Ring[];
  readonly openings: readonly (Segment & { readonly thickness: number })[];
  readonly names: readonly Point[];
  /** True if a point lies in a wall's body. */
  readonly isInside: (at: Point) => boolean;
}

/**
 * Returns those of `gaps` that part two rooms, and those between two ends of walls that part a room from the outside.
 * Two rooms count as such only if both are large enough (`GAP_SIDE`) and, on both sides of a gap wider than a door
 * (`WIDEST_DOOR`), have names, if the storey has names of rooms at all.
 */
export function partingGaps(gaps: readonly Gap[], around: Surroundings): Gap[] {
  let kept = [...gaps];
  for (let round = 0; round < ROUNDS && kept.length > 0; round += 1) {
    const rooms = roomsAmong(kept, around);
    const parting = kept.filter((gap) => isParting(gap, rooms, around));
    const nameless = parting.filter((gap) => !isBetweenNames(gap, rooms, around));
    const cramped = parting.filter((gap) => isCrampedOn(sidesOf(gap, rooms)));
    const isLast = round === ROUNDS - 1;
    const gone = new Set(
      isLast ? [...nameless, ...cramped] : [...widestOf(nameless, rooms), ...widestOf(cramped, rooms, isCramped)],
    );
    const still = parting.filter((gap) => !gone.has(gap));
    if (still.length === kept.length) break;
    kept = still;
  }
  return kept;
}

/**
 * Returns the widest of the gaps round each room that `counts`: without it the room may have the name that another one
 * wants, or be large enough for a room.
 */
function widestOf(gaps: readonly Gap[], rooms: readonly Space[], counts: (room: Space) => boolean = () => true): Gap[] {
  const met = new Set<Space>();
  return [...gaps]
    .sort((p, q) => q.length - p.length)
    .filter((gap) => {
      const sides = sidesOf(gap, rooms).flatMap((room) => (room !== undefined && counts(room) ? [room] : []));
      const isFirst = sides.every((room) => !met.has(room));
      for (const room of sides) met.add(room);
      return isFirst;
    });
}

/** True of a room that is too small or too narrow to be parted from another one by a gap. */
function isCramped({ area, rings }: Space): boolean {
  const [width, least] = GAP_SIDE;
  return area < least || !isWiderThan([{ area, outline: rings }], width);
}

/** True if rooms are on both sides, and one is too small. */
function isCrampedOn([one, other]: readonly [Space | undefined, Space | undefined]): boolean {
  return one !== undefined && other !== undefined && (isCramped(one) || isCramped(other));
}

/** Returns the rooms of a storey with the gaps `gaps` shut. */
export function roomsAmong(gaps: readonly Gap[], { lines, solids, openings, names }: Surroundings): readonly Space[] {
  const barriers: Barrier[] = [
    ...lines.map(({ a, b }): Barrier => ({ as: 'line', lines: [[a, b]] })),
    ...solids.map((ring): Barrier => ({ as: 'solid', lines: [ring] })),
    ...[...openings, ...gaps].map((one) => openingBarrier(one, one.thickness)),
  ];
  return spacesBetween(barriers, { close: true, isRoom: roomTest(names) }).rooms;
}

function isParting(gap: Gap, rooms: readonly Space[], { names, isInside }: Surroundings): boolean {
  if (runsAlongWall(gap, isInside)) return false;
  const [one, other] = sidesOf(gap, rooms);
  if (one === other) return false;
  if (one === undefined || other === undefined) return gap.isBetweenEnds;
  // A hollow isn't entered by a gap from another one.
  return ![one, other].every((room) => isHollow(room, isNamed(room, names)));
}

/** True of a gap no wider than a door; of a wider one, if a name stands in the room on either side. */
function isBetweenNames(gap: Gap, rooms: readonly Space[], { names }: Surroundings): boolean {
  if (gap.length <= WIDEST_DOOR || names.length === 0) return true;
  const [one, other] = sidesOf(gap, rooms);
  if (one === undefined || other === undefined) return true;
  return [one, other].every((room) => isNamed(room, names));
}

/** True if a wall's body lies beside a gap: it leads nowhere. */
function runsAlongWall(gap: Gap, isInside: (at: Point) => boolean): boolean {
  const frame = lineFrame(gap);
  const off = gap.thickness / 2 + LOOK[0];
  if (frame === undefined) return false;
  // Where walls meet, what lies between their faces is in no body.
  const places = [0.1, 0.3, 0.5, 0.7, 0.9].map((share) => share * frame.length);
  return [off, -off].some((d) => places.filter((s) => isInside(fromFrame(frame, s, d))).length > places.length / 2);
}

/** Distances in m from an opening's face at which its rooms are looked for. */
const LOOK = [0.06, 0.15, 0.3, 0.45];

/**
 * Returns the rooms up to 0.45 m off an opening's middle, on its left and right (seen from `a` to `b`); undefined for a
 * side without one.
 */
export function sidesOf<S extends Space>(
  opening: Segment & { readonly thickness: number },
  rooms: readonly S[],
): readonly [S | undefined, S | undefined] {
  const frame = lineFrame(opening);
  if (frame === undefined) return [undefined, undefined];
  const holdersOf = roomHolders(rooms);
  const roomAt = (at: Point): S | undefined => {
    const [room] = holdersOf(at);
    return room === undefined ? undefined : rooms[room];
  };
  const side = (sign: 1 | -1): S | undefined => {
    for (const off of LOOK) {
      const room = roomAt(fromFrame(frame, frame.length / 2, sign * (opening.thickness / 2 + off)));
      if (room !== undefined) return room;
    }
    return undefined;
  };
  return [side(1), side(-1)];
}

const roomHolders = memoize((rooms: readonly Space[]) => holdersAmong(rooms.map(({ rings }) => rings)));
