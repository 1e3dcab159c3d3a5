// Rooms of a starter plan with their ids, names, places and equipment.

import { type Localized, render, verbatim } from '../../i18n/locale.js';
import { zoneKind } from '../../law/lookup.js';
import type { ZoneKind } from '../../law/types.js';
import { t } from './texts.js';
import type { Brief, ElementLine, StarterRoom, ZoneRect } from './types.js';
import { isPrivate, legalNote, protectionClaim } from './whole-programme.js';

/** A room of a starter plan with its id and display name, not yet placed. */
export interface NamedRoom {
  readonly id: string;
  readonly room: StarterRoom;
  readonly name: string;
}

/** A room of a starter plan with its rectangle. */
export interface PlacedRoom extends NamedRoom {
  readonly rect: ZoneRect;
  /** Set if the room has walls even if its kind isn't enclosed by itself. */
  readonly walled?: true;
}

/** Returns one entry for each single room: a room with `count` 3 comes three times. */
export function singly(rooms: readonly StarterRoom[]): StarterRoom[] {
  return rooms.flatMap(({ count = 1, ...room }) => Array.from({ length: count }, () => room));
}

/**
 * Returns single rooms with ids made from their kind, and names. Where several share an id or name, they are numbered
 * from 1 in their order.
 */
export function numbered({ pack, locale }: Brief, rooms: readonly StarterRoom[]): NamedRoom[] {
  const called = rooms.map((room) => ({
    room,
    name: render(room.name ?? zoneKind(pack, room.kind)?.name ?? { zh: room.kind, en: room.kind }, locale),
  }));
  const ids = counter(called.map(({ room }) => room.kind));
  const names = counter(called.map(({ name }) => name));
  return called.map(({ room, name }) => {
    const id = ids(room.kind);
    const n = names(name);
    return {
      id: id === undefined ? room.kind : `${room.kind}-${id}`,
      room,
      name: n === undefined ? name : render(t.numbered({ n, name: verbatim(name) }), locale),
    };
  });
}

/**
 * Returns a function that numbers the occurrences of each word from 1; undefined for a word that occurs once in
 * `words`.
 */
function counter(words: readonly string[]): (word: string) => number | undefined {
  const seen = new Map<string, number>();
  return (word) => {
    const n = (seen.get(word) ?? 0) + 1;
    seen.set(word, n);
    return words.filter((other) => other === word).length > 1 ? n : undefined;
  };
}

/** Returns the plan's line for a room. Its comment says what the law says of the room, or else whether it has walls. */
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
    note,
  };
}

function boundaryNote(spec: ZoneKind | undefined, walled: boolean): Localized {
  if (spec?.open === 'sky') return t.outdoors;
  return walled || spec?.enclosed === true ? t.enclosed : t.open;
}

/** Private rooms whose door opens by card. */
const BY_CARD: readonly string[] = ['guest-room', 'changing-room', 'dormitory-room', 'make-up-room'];

/**
 * Returns which devices a room gets by what the pack says of it: in a private place none that captures; a camera in
 * rooms that the law names, and in public rooms that sitecam suggests to protect; detectors and readers only in rooms
 * that aren't public; a panic button where the pack wants one.
 */
export function equipmentOf(
  brief: Brief,
  room: StarterRoom,
): Readonly<Record<'camera' | 'detector' | 'reader' | 'button', boolean>> {
  const { pack } = brief;
  if (isPrivate(pack, room.kind)) {
    return { camera: false, detector: false, reader: BY_CARD.includes(room.kind), button: false };
  }
  const stands = protectionClaim(brief, room);
  const open = zoneKind(pack, room.kind)?.public === true;
  return {
    camera: stands === 'named' || (stands === 'related' && open),
    detector: !open && (stands === 'named' || room.kind === 'store'),
    reader: !open && (stands !== undefined || room.kind === 'control-room'),
    button: pack.pointProtection.some(({ device, tokens }) => device === 'panic-button' && tokens.includes(room.kind)),
  };
}

/** Returns `metres` rounded to the centimetre: a plan says 3.7, not 3.6999999999999997. */
export function round(metres: number): number {
  return Math.round(metres * 100) / 100;
}
