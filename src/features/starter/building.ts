// Layout of a starter plan on one storey: rooms on both sides of a corridor.

import { quote } from '../../i18n/list.js';
import { deskOf, isServiceDesk } from './desk.js';
import { Devices, type Mount, type Point } from './devices.js';
import { equipmentOf, numbered, type PlacedRoom, singly, zoneLine } from './place.js';
import { round } from './round.js';
import { ENTRANCE_WIDTH, type RowRoom, rowsOf } from './rows.js';
import type { Brief, Drawn, ElementLine, StarterRoom, ZoneRect } from './types.js';
import { standing } from './whole-programme.js';
import { between, inCorner, lookingAlong } from './words.js';

/** Metres. */
const FORECOURT_DEPTH = 14;
/** Metres: width of a door, and its distance from the corner of the room. */
const DOOR = { width: 0.9, off: 0.3 } as const;
/** Metres between a wall and a device mounted on it. */
const ON_WALL = 0.04;

/**
 * Returns a site on one storey: rooms on both sides of a corridor, with the main entrance at its west end. A forecourt
 * with a gate is added if the category's item of the law suggests gates.
 */
export function building(brief: Brief, rooms: readonly StarterRoom[]): Drawn {
  const { rooms: built, corridor: way } = rowsOf(brief, singly(rooms.filter(({ kind }) => !isServiceDesk(kind))));
  const desks = numbered(brief, rooms.filter(({ kind }) => isServiceDesk(kind)).slice(0, 1)).flatMap(
    (desk) => deskOf(brief, desk, built) ?? [],
  );
  const [corridor] = numbered(brief, [{ kind: 'corridor' }]).map((zone): PlacedRoom => ({ ...zone, rect: way }));
  const forecourt = standing(brief, { kind: 'gate' }) === 'related' ? forecourtOf(brief, way) : [];
  const zones = [...forecourt, corridor, ...built, ...desks.map(({ zone }) => zone)];

  const devices = new Devices(brief);
  alongCorridor(devices, corridor);
  for (const room of built) equip(brief, room, devices);
  if (forecourt.length > 0) {
    devices.camera(
      'dome-4mp',
      { at: [ENTRANCE_WIDTH + 1, -ON_WALL], height: 3.5, heading: 180, tilt: 12 },
      {
        zh: '装于外墙，看大门；背对建筑，不及房间的门窗',
        en: 'on the outer wall, watches the gate; its back to the building, it sees into no room',
      },
    );
  }
  return {
    level: { zh: '一层', en: 'Ground floor' },
    ceiling: 3.2,
    zones: zones.map((zone) => zoneLine(brief, zone)),
    walls: desks.map(({ partition }) => partition),
    openings: built.flatMap((room) => doorsOf(brief, room)),
    devices: devices.lines,
    types: devices.types,
  };
}

function forecourtOf(brief: Brief, [, , length]: ZoneRect): PlacedRoom[] {
  const [yard, gate] = numbered(brief, [{ kind: 'yard' }, { kind: 'gate' }]);
  return [
    { ...yard, rect: [0, -FORECOURT_DEPTH, length, FORECOURT_DEPTH] },
    { ...gate, rect: [2, -FORECOURT_DEPTH, 6, 3] },
  ];
}

function alongCorridor(devices: Devices, { name, rect: [x, y, length, depth] }: PlacedRoom): void {
  const middle = y + depth / 2;
  const mount = (at: number, heading: number): Mount => ({ at: [round(at), middle], height: 2.7, heading, tilt: 10 });
  devices.camera('corridor-4mp', mount(x + 0.1, 90), lookingAlong(name, 'east'));
  devices.camera('corridor-4mp', mount(x + length - 0.1, 270), lookingAlong(name, 'west'));
}

/**
 * Returns x (m) where the door of a room begins. The door is at the end of the room towards the middle of the corridor:
 * the cameras at the corridor's ends then see no farther in than the next wall.
 */
function doorFrom({ western, rect: [x, , width] }: RowRoom): number {
  return round(western ? x + width - DOOR.off - DOOR.width : x + DOOR.off);
}

function doorId({ id }: RowRoom): string {
  return `d-${id}`;
}

function doorsOf(brief: Brief, room: RowRoom): ElementLine[] {
  const from = doorFrom(room);
  const line: readonly Point[] = [
    [from, room.inner],
    [round(from + DOOR.width), room.inner],
  ];
  const inner: ElementLine = {
    value: { id: doorId(room), kind: 'door', line },
    note: between(brief, room.name, 'corridor'),
  };
  if (room.room.kind !== 'main-entrance') return [inner];
  const outside: readonly Point[] = [
    [1, room.outer],
    [3, room.outer],
  ];
  const note = between(brief, room.name, 'outside');
  return [{ value: { id: 'd-outside', kind: 'glass-door', line: outside, glazing: 'clear' }, note }, inner];
}

/** Adds the devices that stand in a room or at its door. */
function equip(brief: Brief, placed: RowRoom, devices: Devices): void {
  const { room, name, western, inner, outer } = placed;
  const [x, , width] = placed.rect;
  const { camera, detector, reader, button } = equipmentOf(brief, room);
  const inwards = Math.sign(outer - inner);
  const middle = round(x + width / 2);
  if (camera) {
    // In the corridor-side corner farther from the door, facing away from both: it can't see out of the door.
    const at: Point = [round(western ? x + ON_WALL : x + width - ON_WALL), round(inner + inwards * ON_WALL)];
    const eastwards = inwards < 0 ? 135 : 45;
    devices.camera(
      'dome-4mp',
      { at, height: 2.8, heading: western ? eastwards : 360 - eastwards, tilt: 35 },
      inCorner(name),
    );
  }
  if (detector) {
    devices.detector(
      { at: [middle, round(outer - inwards * ON_WALL)], height: 2.4, heading: inwards < 0 ? 0 : 180 },
      { zh: `${quote(name, 'zh-CN')}夜间防入侵`, en: `intrusion into ${quote(name, 'en')} at night` },
    );
  }
  if (reader) {
    devices.reader([round(doorFrom(placed) - 0.2), round(inner - inwards * ON_WALL)], doorId(placed), {
      zh: `${quote(name, 'zh-CN')}的门禁，装在走廊一侧；只识读卡片，不采集声音、图像`,
      en: `reader at the door of ${quote(name, 'en')}, on the corridor's side; reads cards, captures neither sound nor image`,
    });
  }
  if (button) {
    devices.button([middle, round((inner + outer) / 2)], {
      zh: `${quote(name, 'zh-CN')}的紧急报警按钮`,
      en: `panic button in ${quote(name, 'en')}`,
    });
  }
}
