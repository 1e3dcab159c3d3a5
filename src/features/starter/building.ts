// Layout of a starter plan on one storey: rooms on both sides of a corridor.

import { button, camera, type Device, opening, signLines } from './devices.js';
import { equipmentOf, type NamedRoom, numbered, type PlacedRoom, round, singly } from './place.js';
import { ENTRANCE_WIDTH, type RowRoom, rowsOf } from './rows.js';
import { t } from './texts.js';
import type { Brief, Drawn, ElementLine, Point, StarterRoom, ZoneRect } from './types.js';
import { protectionClaim } from './whole-programme.js';

/** Metres. */
const FORECOURT_DEPTH = 14;
/** Metres: width of a door, and its distance from the corner of the room. */
const DOOR = { width: 0.9, off: 0.3 } as const;
/** Metres between a wall and a device mounted on it. */
const ON_WALL = 0.04;
/** Metres: distance of the desk from the side wall, and its size. */
const DESK = { off: 0.8, width: 0.6, depth: 0.5 } as const;
/** Metres: distance of the partition from the desk, and its length. */
const PARTITION = { off: 0.3, long: 1.6 } as const;

/** The zone kind that stands in a hall and isn't a room of its own: where customers key in PINs and the like. */
const DESK_KIND = 'customer-information-area';
const HALL_KIND = 'business-hall';

/**
 * Returns a site on one storey: rooms on both sides of a corridor, with the main entrance at its west end. A forecourt
 * with a gate is added if sitecam suggests to protect gates in sites of the category.
 */
export function building(brief: Brief, rooms: readonly StarterRoom[]): Drawn {
  const { rooms: built, corridor: way } = rowsOf(brief, singly(rooms.filter(({ kind }) => kind !== DESK_KIND)));
  const desks = numbered(brief, rooms.filter(({ kind }) => kind === DESK_KIND).slice(0, 1)).flatMap(
    (desk) => deskOf(desk, built) ?? [],
  );
  const [corridor] = numbered(brief, [{ kind: 'corridor' }]).map((zone): PlacedRoom => ({ ...zone, rect: way }));
  const forecourt = protectionClaim(brief, { kind: 'gate' }) === 'related' ? forecourtOf(brief, way) : [];
  return {
    level: t.groundFloor,
    ceiling: 3.2,
    zones: [...forecourt, corridor, ...built, ...desks.map(({ zone }) => zone)],
    walls: desks.map(({ partition }) => partition),
    openings: built.flatMap(doorsOf),
    devices: [
      ...alongCorridor(corridor),
      ...built.flatMap((room) => equipmentIn(brief, room)),
      ...(forecourt.length > 0
        ? [
            camera(
              'dome-4mp',
              { at: [ENTRANCE_WIDTH + 1, -ON_WALL], height: 3.5, heading: 180, tilt: 12 },
              t.watchesGate,
            ),
          ]
        : []),
    ],
    signs: signLines([
      ...forecourt.flatMap(({ room, rect: [x, y] }) =>
        room.kind === 'gate' ? [[[x, round(y + 0.5)], 180] as const] : [],
      ),
      ...built.flatMap(({ room, inner, outer }) =>
        room.kind === 'main-entrance' ? [signAt([0.5, outer], outer < inner ? 180 : 0)] : [],
      ),
    ]),
  };
}

/** Returns a sign on the outer side of a wall that faces `heading`, north or south. */
function signAt([x, y]: Point, heading: 0 | 180): readonly [at: Point, heading: number] {
  return [[x, round(heading === 180 ? y - ON_WALL : y + ON_WALL)], heading];
}

function forecourtOf(brief: Brief, [, , length]: ZoneRect): PlacedRoom[] {
  const [yard, gate] = numbered(brief, [{ kind: 'yard' }, { kind: 'gate' }]);
  return [
    { ...yard, rect: [0, -FORECOURT_DEPTH, length, FORECOURT_DEPTH] },
    { ...gate, rect: [2, -FORECOURT_DEPTH, 6, 3] },
  ];
}

function alongCorridor({ name: room, rect: [x, y, length, depth] }: PlacedRoom): Device[] {
  const mount = (at: number, heading: number) => ({
    at: [round(at), y + depth / 2] as const,
    height: 2.7,
    heading,
    tilt: 10,
  });
  return [
    camera('corridor-4mp', mount(x + 0.1, 90), t.lookingEast({ room })),
    camera('corridor-4mp', mount(x + length - 0.1, 270), t.lookingWest({ room })),
  ];
}

/**
 * Returns x (m) where the door of a room begins. The door is at the end of the room towards the middle of the corridor:
 * the cameras at the corridor's ends then see no farther in than the next wall.
 */
function doorFrom({ western, rect: [x, , width] }: RowRoom): number {
  return round(western ? x + width - DOOR.off - DOOR.width : x + DOOR.off);
}

function doorsOf(placed: RowRoom): ElementLine[] {
  const { id, name: room, inner, outer } = placed;
  const x = doorFrom(placed);
  const door = opening(`d-${id}`, 'door', [x, inner], [round(x + DOOR.width), inner], t.toCorridor({ room }));
  if (placed.room.kind !== 'main-entrance') return [door];
  return [opening('d-outside', 'glass-door', [1, outer], [3, outer], t.toOutside({ room })), door];
}

/** Returns the devices that stand in a room or at its door. */
function equipmentIn(brief: Brief, placed: RowRoom): Device[] {
  const { id, name: room, western, inner, outer, rect } = placed;
  const [x, , width] = rect;
  const has = equipmentOf(brief, placed.room);
  const inwards = Math.sign(outer - inner);
  const middle = round(x + width / 2);
  const devices: Device[] = [];
  if (has.camera) {
    // In the corridor-side corner farther from the door, facing away from both: it can't see out of the door.
    const at: Point = [round(western ? x + ON_WALL : x + width - ON_WALL), round(inner + inwards * ON_WALL)];
    const eastwards = inwards < 0 ? 135 : 45;
    const heading = western ? eastwards : 360 - eastwards;
    devices.push(camera('dome-4mp', { at, height: 2.8, heading, tilt: 35 }, t.inCorner({ room })));
  }
  if (has.detector) {
    const at: Point = [middle, round(outer - inwards * ON_WALL)];
    const value = { kind: 'intrusion-detector', type: 'pir', at, height: 2.4, heading: inwards < 0 ? 0 : 180 } as const;
    devices.push({ value, note: t.detector({ room }) });
  }
  if (has.reader) {
    const at: Point = [round(doorFrom(placed) - 0.2), round(inner - inwards * ON_WALL)];
    const value = { kind: 'access-reader', at, height: 1.3, opening: `d-${id}` } as const;
    devices.push({ value, note: t.reader({ room }) });
  }
  if (has.button) devices.push(button([middle, round((inner + outer) / 2)], t.buttonIn({ room })));
  return devices;
}

/**
 * Returns a desk at the outer wall of the hall, at the far end from the hall's camera, with a partition between the
 * two: neither the camera nor people can read over a customer's shoulder. Undefined if no room is a hall.
 */
function deskOf(
  desk: NamedRoom,
  rooms: readonly RowRoom[],
): { readonly zone: PlacedRoom; readonly partition: ElementLine } | undefined {
  const hall = rooms.find(({ room }) => room.kind === HALL_KIND);
  if (hall === undefined) return undefined;
  const [x, , width] = hall.rect;
  const inwards = Math.sign(hall.inner - hall.outer);
  const from = hall.western ? x + width - DESK.off - DESK.width : x + DESK.off;
  const at = round(hall.western ? from - PARTITION.off : from + DESK.width + PARTITION.off);
  const line = [
    [at, hall.outer],
    [at, round(hall.outer + inwards * PARTITION.long)],
  ];
  return {
    zone: {
      ...desk,
      rect: [round(from), Math.min(hall.outer, hall.outer + inwards * DESK.depth), DESK.width, DESK.depth],
    },
    partition: { value: { id: `w-${desk.id}`, line, material: 'opaque' }, note: t.partition({ desk: desk.name }) },
  };
}
