// Layout of a starter plan in the open, such as a park or square.

import { camera, opening, signLines } from './devices.js';
import { numbered, type PlacedRoom } from './place.js';
import { t } from './texts.js';
import type { Brief, Drawn, Point, StarterRoom } from './types.js';
import { isPrivate } from './whole-programme.js';

/** Metres: the grounds from west to east and from south to north, and the width of the house. */
const WIDTH = 48;
const DEPTH = 40;
const HOUSE = 4;

/**
 * Returns an open place in its grounds, watched by cameras on poles. The place is the first of `rooms` that isn't
 * private (`isPrivate`); further rooms that aren't private are left out. A small house holds the private ones.
 * `count` is ignored.
 */
export function ground(brief: Brief, rooms: readonly StarterRoom[]): Drawn {
  const inside = ({ kind }: StarterRoom) => isPrivate(brief.pack, kind);
  const [place] = numbered(
    brief,
    rooms.filter((room) => !inside(room)),
  );
  const [yard, gate] = numbered(brief, [{ kind: 'yard' }, { kind: 'gate' }]);
  // The doors of the house look north, away from the poles.
  const house = numbered(brief, rooms.filter(inside)).map(
    (room, n): PlacedRoom => ({ ...room, rect: [30 + n * HOUSE, 32, HOUSE, 5], walled: true }),
  );
  const pole = (at: Point, heading: number, { name }: { readonly name: string }) =>
    camera('dome-4mp', { at, height: 4, heading, tilt: 20 }, t.onPole({ place: name }));
  return {
    level: t.grounds,
    ceiling: 3.2,
    zones: [
      { ...yard, rect: [0, 0, WIDTH, DEPTH] },
      { ...gate, rect: [20, 0, 8, 4] },
      { ...place, rect: [9, 6, 30, 22] },
      ...house,
    ],
    openings: house.map(({ id, name, rect: [x, y, , depth] }) =>
      opening(`d-${id}`, 'door', [x + 1, y + depth], [x + 1.9, y + depth], t.toOutside({ room: name })),
    ),
    devices: [pole([9, 6], 45, place), pole([39, 28], 225, place), pole([24, 12], 180, gate)],
    signs: signLines([
      [[21, 0.5], 180],
      [[24, 11.9], 180],
    ]),
  };
}
