// Layout of a starter plan of one long room: an underpass or a vehicle.

import { Devices, type Mount } from './devices.js';
import { equipmentOf, numbered, type PlacedRoom, singly, zoneLine } from './place.js';
import type { Brief, Drawn, ElementLine, StarterRoom } from './types.js';
import { between, lookingAlong } from './words.js';

/** Measures in metres of an underpass and of a vehicle; tilt in degrees below the horizon. */
const HALL = { length: 30, depth: 5, ceiling: 3, height: 2.7, tilt: 10, hall: true } as const;
const VEHICLE = { length: 10, depth: 2.4, ceiling: 2.3, height: 2.1, tilt: 15, hall: false } as const;

/**
 * Returns one long room watched from both ends: an underpass with an entrance at each end, or a vehicle with doors at
 * its side if the room is one of a vehicle.
 */
export function hall(brief: Brief, rooms: readonly StarterRoom[]): Drawn {
  const [main] = numbered(brief, singly(rooms));
  const size = main.room.kind.includes('vehicle') ? VEHICLE : HALL;
  const ends = size.hall ? numbered(brief, [{ kind: 'main-entrance' }, { kind: 'main-entrance' }]) : [];
  const width = size.hall ? 4 : 0;
  const zone: PlacedRoom = { ...main, rect: [width, 0, size.length, size.depth], walled: true };
  const entrances = ends.map(
    (end, n): PlacedRoom => ({
      ...end,
      rect: [n === 0 ? 0 : width + size.length, 0, width, size.depth],
      walled: true,
    }),
  );
  const devices = new Devices(brief);
  const all = size.length + 2 * width;
  const mount = (x: number, heading: number): Mount => ({
    at: [x, size.depth / 2],
    height: size.height,
    heading,
    tilt: size.tilt,
  });
  const type = size.hall ? 'corridor-4mp' : 'dome-4mp';
  devices.camera(type, mount(0.04, 90), lookingAlong(main.name, 'east'));
  devices.camera(type, mount(all - 0.04, 270), lookingAlong(main.name, 'west'));
  if (equipmentOf(brief, main.room).button) {
    devices.button([1, size.depth / 2], { zh: '紧急报警按钮', en: 'panic button' });
  }
  return {
    level: size.hall ? { zh: '地下一层', en: 'Basement' } : { zh: '车内', en: 'Inside the vehicle' },
    ceiling: size.ceiling,
    zones: [...entrances, zone].map((placed) => zoneLine(brief, placed)),
    openings: size.hall ? throughs(brief, zone, entrances) : doors(brief, zone),
    devices: devices.lines,
    types: devices.types,
  };
}

function throughs(
  brief: Brief,
  { rect: [x, , length, depth] }: PlacedRoom,
  entrances: readonly PlacedRoom[],
): ElementLine[] {
  return entrances.flatMap(({ id, name, rect: [ex, , width] }, n): ElementLine[] => {
    const inner = n === 0 ? x : x + length;
    const outer = n === 0 ? ex : ex + width;
    return [
      {
        value: {
          id: `p-${id}`,
          kind: 'passage',
          line: [
            [inner, 0.5],
            [inner, depth - 0.5],
          ],
        },
        note: between(brief, name, 'inside'),
      },
      {
        value: {
          id: `d-${id}`,
          kind: 'glass-door',
          line: [
            [outer, 1],
            [outer, depth - 1],
          ],
          glazing: 'clear',
        },
        note: between(brief, name, 'outside'),
      },
    ];
  });
}

function doors(brief: Brief, { name, rect: [x, y, length] }: PlacedRoom): ElementLine[] {
  return [2, length - 3.2].map((from, n) => ({
    value: {
      id: `d${n + 1}`,
      kind: 'door',
      line: [
        [x + from, y],
        [x + from + 1.2, y],
      ],
    },
    note: between(brief, name, 'outside'),
  }));
}
