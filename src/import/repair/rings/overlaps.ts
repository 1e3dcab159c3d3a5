// Cuts off overlaps of rooms.

import { spendBudget } from '../../../base/budget.js';
import {
  areaOfPieces,
  areaOfRegion,
  coveredPieces,
  interiorPoint,
  isDisjoint,
  isWiderThan,
  uncoveredPieces,
  widthTest,
} from '../../../geometry/index.js';
import type { Piece, Point, Region } from '../../../geometry/types.js';
import { metres } from '../../../i18n/number.js';
import type { Pack } from '../../../law/types.js';
import { isNested } from '../../../plan/build/nesting.js';
import { meeting } from '../../../plan/nearby.js';
import type { DraftZone } from '../../draft.js';
import type { Note } from '../../notes.js';
import { t } from '../texts.js';
import { AREA_ERROR, OVERLAP, OVERLAP_FAULT, WELDED } from '../tolerances.js';
import { mendRing, sameRing } from './ring.js';
import { note } from './rings.js';
import { type RepairRoom, roomsOf, shareLevel, withRooms } from './room.js';

/** Zones after overlaps were repaired, with notes on each repair. */
export interface Fitted {
  readonly zones: readonly DraftZone[];
  readonly notes: readonly Note[];
}

/**
 * Cuts off overlaps that come from careless drawing: from the larger of two rooms, never from one that is private or
 * may be. A wider overlap, or one that only a private room could give up, is reported and left. A room inside a room is
 * no overlap.
 *
 * @param sound true for zones whose rings are valid
 */
export function cutOverlaps(zones: readonly DraftZone[], sound: (zone: DraftZone) => boolean, pack: Pack): Fitted {
  const rooms = roomsOf(zones, pack).filter(({ zone, enclosed }) => enclosed && sound(zone));
  const meet = meeting(rooms.map(({ box }) => box));
  const notes: Note[] = [];
  for (const [index, found] of rooms.entries()) {
    for (const other of meet(found.box)) {
      // An earlier cut may have changed either room.
      const [one, two] = [rooms[index], rooms[other]];
      if (other <= index || one === undefined || two === undefined) continue;
      const overlap = overlapOf(one, two);
      if (overlap === undefined) continue;
      const cut = cutOf(one, two, overlap);
      const said = cut === undefined ? told(one, two, overlap) : mended(overlap, cut);
      if (said !== undefined) notes.push(said);
      if (cut !== undefined) rooms[cut.from === one ? index : other] = cut.left;
    }
  }
  return { zones: withRooms(zones, rooms), notes };
}

interface Overlap {
  readonly pieces: readonly Piece[];
  /** Diameter in m of the widest disc inside. */
  readonly width: number;
  readonly at: Point | undefined;
}

/** Steps of the budget that two rooms with a common part cost, beside what their pieces do. */
const PAIR = 2000;

function overlapOf(one: RepairRoom, two: RepairRoom): Overlap | undefined {
  if (!shareLevel(one.zone, two.zone) || isDisjoint(one.hull, two.hull, WELDED)) return undefined;
  spendBudget(PAIR);
  const pieces = coveredPieces(one.region, [two.region]);
  if (!isWiderThan(pieces, WELDED) || isNested(one.region, two.region)) return undefined;
  const [p, q] = [one.region.rings[0], two.region.rings[0]];
  // The same room drawn twice was reported before.
  if (p !== undefined && q !== undefined && sameRing(p, q)) return undefined;
  const [largest] = pieces;
  const [outer = [], ...holes] = largest?.outline ?? [];
  return { pieces, width: widthOf(pieces), at: interiorPoint({ rings: [outer], shadows: holes }) };
}

/** Returns the width in m to a millimetre, by bisection. */
function widthOf(pieces: readonly Piece[]): number {
  const isWider = widthTest(pieces);
  let low = WELDED;
  let high = 2 * low;
  while (isWider(high)) [low, high] = [high, 2 * high];
  while (high - low > 0.0005) {
    const middle = (low + high) / 2;
    if (isWider(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

interface Cut {
  readonly from: RepairRoom;
  readonly by: RepairRoom;
  readonly left: RepairRoom;
}

/** Returns the room to cut and the rest of it; undefined if no cut is allowed. */
function cutOf(one: RepairRoom, two: RepairRoom, { pieces, width }: Overlap): Cut | undefined {
  if (width > OVERLAP) return undefined;
  const larger = areaOfRegion(two.region) > areaOfRegion(one.region) ? two : one;
  const order = larger === two ? [two, one] : [one, two];
  for (const from of order.filter(({ guarded }) => !guarded)) {
    const by = from === one ? two : one;
    const left = without(from, by, pieces);
    if (left !== undefined) return { from, by, left };
  }
  return undefined;
}

/** Returns `room` without the area that `other` covers; undefined if that would split it. */
function without(room: RepairRoom, other: RepairRoom, lost: readonly Piece[]): RepairRoom | undefined {
  const [main, ...rest] = uncoveredPieces(room.region, [other.region]);
  if (main === undefined || isWiderThan(rest, WELDED)) return undefined;
  const rings = tidied(main);
  if (rings === undefined) return undefined;
  const region: Region = { rings: rings.slice(0, 1), shadows: rings.slice(1) };
  const expected = areaOfRegion(room.region) - areaOfPieces(lost) - areaOfPieces(rest);
  if (Math.abs(areaOfRegion(region) - expected) > AREA_ERROR + slackOf(rings)) return undefined;
  return { ...room, region, zone: { ...room.zone, rings } };
}

/**
 * Returns the outline of a piece (a part that a boolean operation left) as the rings of a zone, the outer one first:
 * without repeated points, spikes and points on a straight line. Undefined if it encloses nothing.
 */
export function tidied({ outline }: Piece): readonly (readonly Point[])[] | undefined {
  const rings = outline.map((ring, index) => {
    const { ring: clean } = mendRing(straightened(ring));
    return index === 0 ? clean : clean.toReversed();
  });
  const [outer, ...holes] = rings;
  return outer === undefined || outer.length < 3 ? undefined : [outer, ...holes.filter(({ length }) => length >= 3)];
}

/**
 * Distance in m from the line between its neighbours at which a point is no corner: rounding of the boolean operation.
 */
const STRAIGHT = 1e-6;

function straightened(points: readonly Point[]): readonly Point[] {
  const kept = [...points];
  for (let i = 0; kept.length > 3 && i < kept.length; ) {
    const [u, v, w] = [kept.at(i - 1), kept[i], kept[(i + 1) % kept.length]];
    if (u === undefined || v === undefined || w === undefined) break;
    const [dx, dy] = [w[0] - u[0], w[1] - u[1]];
    const length = Math.hypot(dx, dy);
    const off = Math.abs(dx * (v[1] - u[1]) - dy * (v[0] - u[0]));
    const between = (v[0] - u[0]) * (w[0] - v[0]) + (v[1] - u[1]) * (w[1] - v[1]) > 0;
    if (between && off <= STRAIGHT * length) kept.splice(i, 1);
    else i += 1;
  }
  return kept;
}

/** Returns the area in m² that joining points a millimetre apart may change. */
function slackOf(rings: readonly (readonly Point[])[]): number {
  return 1e-5 * rings.reduce((points, ring) => points + ring.length, 0);
}

function mended({ width, at }: Overlap, { from, by }: Cut): Note {
  return noteOn('mended', 'overlap-cut', from, by, width, at);
}

/** Returns a note on an overlap that stays; undefined if the plan accepts it as it is. */
function told(one: RepairRoom, two: RepairRoom, { width, at }: Overlap): Note | undefined {
  if (width <= OVERLAP_FAULT) return undefined;
  const why = width > OVERLAP ? 'wide' : one.guarded && two.guarded ? 'private' : 'apart';
  return noteOn('refused', `overlap-${why}`, two, one, width, at);
}

function noteOn(
  sort: Note['sort'],
  what: 'overlap-cut' | 'overlap-wide' | 'overlap-private' | 'overlap-apart',
  of: RepairRoom,
  other: RepairRoom,
  size: number,
  at: Point | undefined,
): Note {
  const message = t[what]({ id: of.zone.id, other: other.zone.id, size: metres(size, 3) });
  return { ...note(of.zone, sort, message, at), ids: [of.zone.id, other.zone.id], size };
}
