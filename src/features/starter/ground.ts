// Layout of a starter plan in the open, such as a park or square.

import { quote } from '../../i18n/list.js';
import { Devices } from './devices.js';
import { numbered, type PlacedRoom, zoneLine } from './place.js';
import type { Brief, Drawn, ElementLine, StarterRoom } from './types.js';
import { isPrivate } from './whole-programme.js';
import { between } from './words.js';

/** Metres: the grounds from west to east and from south to north, and the width of the house. */
const WIDTH = 48;
const DEPTH = 40;
const HOUSE = 4;

/** Returns an open place in its grounds, watched by cameras on poles. A small house holds the rooms that need walls. */
export function ground(brief: Brief, rooms: readonly StarterRoom[]): Drawn {
  const outdoors = numbered(
    brief,
    rooms.filter(({ kind }) => !isPrivate(brief.pack, kind)),
  );
  const indoors = numbered(
    brief,
    rooms.filter(({ kind }) => isPrivate(brief.pack, kind)),
  );
  const [yard, gate] = numbered(brief, [{ kind: 'yard' }, { kind: 'gate' }]);
  const [place] = outdoors;
  const zones: PlacedRoom[] = [
    { ...yard, rect: [0, 0, WIDTH, DEPTH] },
    { ...gate, rect: [20, 0, 8, 4] },
    { ...place, rect: [9, 6, 30, 22] },
    // Its doors look north, away from the poles.
    ...indoors.map((room, n): PlacedRoom => ({ ...room, rect: [30 + n * HOUSE, 32, HOUSE, 5], walled: true })),
  ];
  const devices = new Devices(brief);
  const pole = { zh: `立杆，看${quote(place.name, 'zh-CN')}`, en: `on a pole, watches ${quote(place.name, 'en')}` };
  devices.camera('dome-4mp', { at: [9, 6], height: 4, heading: 45, tilt: 20 }, pole);
  devices.camera('dome-4mp', { at: [39, 28], height: 4, heading: 225, tilt: 20 }, pole);
  devices.camera(
    'dome-4mp',
    { at: [24, 12], height: 4, heading: 180, tilt: 20 },
    { zh: `立杆，看${quote(gate.name, 'zh-CN')}`, en: `on a pole, watches ${quote(gate.name, 'en')}` },
  );
  return {
    level: { zh: '室外', en: 'Grounds' },
    ceiling: 3.2,
    zones: zones.map((zone) => zoneLine(brief, zone)),
    openings: zones.filter(({ walled }) => walled).map((zone): ElementLine => door(brief, zone)),
    devices: devices.lines,
    types: devices.types,
  };
}

function door(brief: Brief, { id, name, rect: [x, y, , depth] }: PlacedRoom): ElementLine {
  return {
    value: {
      id: `d-${id}`,
      kind: 'door',
      line: [
        [x + 1, y + depth],
        [x + 1.9, y + depth],
      ],
    },
    note: between(brief, name, 'outside'),
  };
}
