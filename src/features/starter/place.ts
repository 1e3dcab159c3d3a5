import { inLocale, type Localized } from '../../i18n/locale.js';
import { zoneKind } from '../../law/lookup.js';
import type { ZoneKind } from '../../law/types.js';
import type { Brief, ElementLine, StarterRoom, ZoneRect } from './types.js';
import { isPrivate, legalNote, standing } from './whole-programme.js';

/** A room with its id and what it is called. */
export interface NamedRoom {
  readonly id: string;
  readonly room: StarterRoom;
  readonly name: string;
}

/** A room that has its place; `walled` where it has walls that its kind doesn't have by itself. */
export interface PlacedRoom extends NamedRoom {
  readonly rect: ZoneRect;
  readonly walled?: true;
}

/** Each of `rooms` as often as it is there. */
export function singly(rooms: readonly StarterRoom[]): StarterRoom[] {
  return rooms.flatMap(({ count = 1, ...room }) => Array.from({ length: count }, () => room));
}

/** Single rooms with ids by their kind and names, numbered in their order where several have the same. */
export function numbered({ pack, locale }: Brief, rooms: readonly StarterRoom[]): NamedRoom[] {
  const called = rooms.map((room) => ({
    room,
    name: inLocale(room.name ?? zoneKind(pack, room.kind)?.name ?? { zh: room.kind, en: room.kind }, locale),
  }));
  const ids = counter(called.map(({ room }) => room.kind));
  const names = counter(called.map(({ name }) => name));
  return called.map(({ room, name }) => {
    const id = ids(room.kind);
    const n = names(name);
    return {
      id: id === undefined ? room.kind : `${room.kind}-${id}`,
      room,
      name: n === undefined ? name : locale === 'en' ? `${name} ${n}` : `${n}号${name}`,
    };
  });
}

/** Counts each of `words` that comes up more than once, as it comes up. */
function counter(words: readonly string[]): (word: string) => number | undefined {
  const seen = new Map<string, number>();
  return (word) => {
    const n = (seen.get(word) ?? 0) + 1;
    seen.set(word, n);
    return words.filter((other) => other === word).length > 1 ? n : undefined;
  };
}

export function zoneLine(brief: Brief, { id, room, name, rect, walled }: PlacedRoom): ElementLine {
  const note = legalNote(brief, room) ?? boundaryNote(zoneKind(brief.pack, room.kind), walled === true);
  const needsWalls = walled === true && zoneKind(brief.pack, room.kind)?.enclosed !== true;
  return {
    value: {
      id,
      kind: room.kind,
      name,
      rect,
      ...(needsWalls ? { enclosed: true } : {}),
      ...Object.fromEntries((room.flags ?? []).map((flag) => [flag, true])),
    },
    note: inLocale(note, brief.locale),
  };
}

function boundaryNote(spec: ZoneKind | undefined, walled: boolean): Localized {
  if (spec?.open === 'sky') return { zh: '室外', en: 'outdoors' };
  if (walled || spec?.enclosed === true)
    return { zh: '封闭的区域，边界就是墙', en: 'an enclosed zone: its boundary is a wall' };
  return { zh: '不封闭的区域，四周没有墙', en: 'not enclosed: no walls around it' };
}

/** What is installed in a room. */
export interface Equipment {
  readonly camera: boolean;
  readonly detector: boolean;
  readonly reader: boolean;
  readonly button: boolean;
}

/** Private rooms whose door a card opens. */
const BY_CARD: readonly string[] = ['guest-room', 'changing-room', 'dormitory-room', 'make-up-room'];

/** By what the law asks of the room: no capture where it is barred, video where a criterion asks for it, silent detection elsewhere. */
export function equipmentOf(brief: Brief, room: StarterRoom): Equipment {
  const { pack } = brief;
  if (isPrivate(pack, room.kind)) {
    return { camera: false, detector: false, reader: BY_CARD.includes(room.kind), button: false };
  }
  const stands = standing(brief, room);
  const open = zoneKind(pack, room.kind)?.public === true;
  return {
    camera: stands === 'named' || (stands === 'related' && open),
    detector: !open && (stands === 'named' || room.kind === 'store'),
    reader: !open && (stands !== undefined || room.kind === 'control-room'),
    button: pack.pointProtection.some(({ device, tokens }) => device === 'panic-button' && tokens.includes(room.kind)),
  };
}
