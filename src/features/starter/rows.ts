import { zoneKind } from '../../law/lookup.js';
import { type NamedRoom, numbered, type PlacedRoom } from './place.js';
import type { Brief, StarterRoom, ZoneRect } from './types.js';
import { isPrivate } from './whole-programme.js';

/** Metres, from south to north: rooms, the corridor, rooms. */
const SOUTH_DEPTH = 6;
const CORRIDOR_DEPTH = 2;
const NORTH_FROM = SOUTH_DEPTH + CORRIDOR_DEPTH;
const NORTH_DEPTH = 5;
export const ENTRANCE_WIDTH = 4;

/** A room on the corridor. */
export interface RowRoom extends PlacedRoom {
  /** In the western half of the building: its door is then at its eastern end, and the other way round. */
  readonly western: boolean;
  /** y of its wall at the corridor, and of the wall opposite. */
  readonly inner: number;
  readonly outer: number;
}

export interface Rows {
  /** The main entrance comes first. */
  readonly rooms: readonly RowRoom[];
  readonly corridor: ZoneRect;
}

/** Single `rooms` in two rows of one length along a corridor, each put into the row that is shorter. */
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
  // What the row is too short by goes to its last room that isn't private: nobody builds a restroom of ten metres.
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

/** Kinds that take the place of a hall though nobody waits in them. */
const HALLS: readonly string[] = ['plant', 'production', 'machine-room', 'collection-store'];

/** m */
function widthOf({ pack }: Brief, { kind }: StarterRoom): number {
  const spec = zoneKind(pack, kind);
  if (kind === 'main-entrance') return ENTRANCE_WIDTH;
  if (isPrivate(pack, kind)) return spec?.room === true ? 4 : 3;
  return HALLS.includes(kind) || (spec?.public === true && kind !== 'shop') ? 8 : 4;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
