// Two rows of rooms along a corridor.

import { zoneKind } from '../../law/lookup.js';
import { type NamedRoom, numbered, type PlacedRoom } from './place.js';
import type { Brief, StarterRoom, ZoneRect } from './types.js';
import { isPrivate } from './whole-programme.js';

/** Depths in metres from south to north: a row of rooms, the corridor, a row of rooms. */
const SOUTH_DEPTH = 6;
const CORRIDOR_DEPTH = 2;
const NORTH_FROM = SOUTH_DEPTH + CORRIDOR_DEPTH;
const NORTH_DEPTH = 5;
/** Metres; the main entrance begins at x = 0. */
export const ENTRANCE_WIDTH = 4;

/** A room in one of the two rows along the corridor, with its walls' positions. */
export interface RowRoom extends PlacedRoom {
  /** True if the room is in the western half of the building: its door is then at its eastern end, and vice versa. */
  readonly western: boolean;
  /** y (m) of the room's wall at the corridor. */
  readonly inner: number;
  /** y (m) of the wall opposite the corridor. */
  readonly outer: number;
}

/** Two rows of rooms with the corridor between them. */
export interface Rows {
  /** The main entrance comes first. */
  readonly rooms: readonly RowRoom[];
  readonly corridor: ZoneRect;
}

/**
 * Returns single `rooms` (`singly`), with a main entrance before them, in two rows of equal length along a corridor. Each room
 * goes into the row that is shorter so far.
 */
export function rowsOf(brief: Brief, rooms: readonly StarterRoom[]): Rows {
  const south: StarterRoom[] = [{ kind: 'main-entrance' }];
  const north: StarterRoom[] = [];
  const lengthOf = (row: readonly StarterRoom[]) => sum(row.map((room) => widthOf(brief, room)));
  for (const room of rooms) (lengthOf(south) <= lengthOf(north) ? south : north).push(room);
  const length = Math.max(lengthOf(south), lengthOf(north));
  const named = numbered(brief, [...south, ...north]);
  return {
    rooms: [
      ...placed(brief, named.slice(0, south.length), length, { inner: SOUTH_DEPTH, outer: 0 }),
      ...placed(brief, named.slice(south.length), length, { inner: NORTH_FROM, outer: NORTH_FROM + NORTH_DEPTH }),
    ],
    corridor: [0, SOUTH_DEPTH, length, CORRIDOR_DEPTH],
  };
}

function placed(
  brief: Brief,
  row: readonly NamedRoom[],
  length: number,
  walls: { readonly inner: number; readonly outer: number },
): RowRoom[] {
  const widths = row.map(({ room }) => widthOf(brief, room));
  // The last room that isn't private fills the row up: nobody builds a restroom ten metres wide.
  const widest = Math.max(
    0,
    row.findLastIndex(({ room }) => !isPrivate(brief.pack, room.kind)),
  );
  const left = length - sum(widths);
  const y = Math.min(walls.inner, walls.outer);
  let x = 0;
  return row.map((room, n) => {
    const width = widths[n] + (n === widest ? left : 0);
    const rect: ZoneRect = [x, y, width, Math.abs(walls.outer - walls.inner)];
    const western = x + width / 2 <= length / 2;
    x += width;
    return { ...room, rect, walled: true, western, ...walls };
  });
}

/** Kinds that take as much room as a hall although the public isn't let in. */
const HALLS: readonly string[] = ['plant', 'production', 'machine-room', 'collection-store'];

/** Returns the width of a room along the corridor, in m. */
function widthOf({ pack }: Brief, { kind }: StarterRoom): number {
  const spec = zoneKind(pack, kind);
  if (kind === 'main-entrance') return ENTRANCE_WIDTH;
  if (isPrivate(pack, kind)) return spec?.room === true ? 4 : 3;
  return HALLS.includes(kind) || (spec?.public === true && kind !== 'shop') ? 8 : 4;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
