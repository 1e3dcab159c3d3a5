// Layout of a starter plan of one long room: an underpass or a vehicle.

import { button, camera, opening, signLines } from './devices.js';
import { equipmentOf, numbered, type PlacedRoom, singly } from './place.js';
import { t } from './texts.js';
import type { Brief, Drawn, ElementLine, StarterRoom } from './types.js';

/** Measures in metres of an underpass with its entrances and of a vehicle; tilt in degrees below the horizon. */
const HALL = { length: 30, depth: 5, ceiling: 3, height: 2.7, tilt: 10, entrance: 4 } as const;
const VEHICLE = { length: 10, depth: 2.4, ceiling: 2.3, height: 2.1, tilt: 15, entrance: 0 } as const;

/**
 * Returns one long room, the first of `rooms`, watched from both ends: an underpass with an entrance at each end, or a
 * vehicle with doors at its side if the room is one of a vehicle.
 */
export function hall(brief: Brief, rooms: readonly StarterRoom[]): Drawn {
  const [main] = numbered(brief, singly(rooms));
  const isVehicle = main.room.kind.includes('vehicle');
  const { length, depth, ceiling, height, tilt, entrance } = isVehicle ? VEHICLE : HALL;
  const ends = isVehicle ? [] : numbered(brief, [{ kind: 'main-entrance' }, { kind: 'main-entrance' }]);
  const entrances = ends.map(
    (end, n): PlacedRoom => ({ ...end, rect: [n * (entrance + length), 0, entrance, depth], walled: true }),
  );
  const middle = depth / 2;
  const watch = (x: number, heading: number, look: typeof t.lookingEast) =>
    camera(
      isVehicle ? 'dome-4mp' : 'corridor-4mp',
      { at: [x, middle], height, heading, tilt },
      look({ room: main.name }),
    );
  return {
    level: isVehicle ? t.insideVehicle : t.basement,
    ceiling,
    zones: [...entrances, { ...main, rect: [entrance, 0, length, depth], walled: true }],
    openings: isVehicle ? doors(main.name, length) : entrances.flatMap(throughs),
    devices: [
      watch(0.04, 90, t.lookingEast),
      watch(length + 2 * entrance - 0.04, 270, t.lookingWest),
      ...(equipmentOf(brief, main.room).button ? [button([1, middle], t.button)] : []),
    ],
    signs: signLines(
      isVehicle
        ? [
            [[1.6, -0.05], 180],
            [[length - 3.6, -0.05], 180],
          ]
        : [
            [[-0.05, 0.5], 270],
            [[length + 2 * entrance + 0.05, 0.5], 90],
          ],
    ),
  };
}

/** Returns the passage from entrance `n` into the hall, and its door to the outside. */
function throughs({ id, name, rect: [x, , width, depth] }: PlacedRoom, n: number): ElementLine[] {
  const [inner, outer] = n === 0 ? [x + width, x] : [x, x + width];
  return [
    opening(`p-${id}`, 'passage', [inner, 0.5], [inner, depth - 0.5], t.toInside({ room: name })),
    opening(`d-${id}`, 'glass-door', [outer, 1], [outer, depth - 1], t.toOutside({ room: name })),
  ];
}

function doors(room: string, length: number): ElementLine[] {
  return [2, length - 3.2].map((x, n) => opening(`d${n + 1}`, 'door', [x, 0], [x + 1.2, 0], t.toOutside({ room })));
}
