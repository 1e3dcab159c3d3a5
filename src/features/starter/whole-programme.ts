// The rooms of a starter plan: usual ones, those that the pack asks for, and what the law says of each.

import type { Localized } from '../../i18n/locale.js';
import { cite, prohibitionOf, zoneKind } from '../../law/lookup.js';
import type { Pack, Selector } from '../../law/types.js';
import programmes from './programmes.json' with { type: 'json' };
import { t } from './texts.js';
import type { Brief, Programme, ProgrammeData, StarterRoom } from './types.js';

/** Zones that every building has, whatever the category. */
const ALWAYS: readonly string[] = ['main-entrance', 'corridor'];
/** Zone kinds that the token `passage` of a selector stands for. */
const PASSAGES: readonly string[] = ['corridor', 'stairs', 'elevator-lobby'];

const OFFICES: ProgrammeData['programmes'][number] = { categories: [], rooms: ['office'] };

/**
 * Returns the category's programme, completed with rooms for what the pack wants declared and for the private places it
 * expects, as far as no room shows them yet.
 */
export function wholeProgramme({ pack, category }: Brief): Programme {
  const { shape, rooms } = programmeOf(category.id);
  const missing: StarterRoom[] = [];
  const has = (token: string) => [...rooms, ...missing].some((room) => isOf(pack, room, token));
  for (const { anyOf, name } of category.declared) {
    const built = shape === 'building' && anyOf.some((token) => ALWAYS.includes(token) || token === 'passage');
    if (!built && !anyOf.some(has)) missing.push(roomFor(pack, anyOf, name));
  }
  for (const { kind } of category.expectedPrivate) if (!has(kind)) missing.push({ kind });
  return { shape, rooms: [...rooms, ...missing] };
}

/** Returns the usual rooms of `category`; an office building for one of another pack, of which nothing is known. */
function programmeOf(category: string): Programme {
  // JSON modules are typed wider than the unions of ProgrammeData; a test lints what each of them gives.
  const { groups, programmes: all } = programmes as ProgrammeData;
  const { shape = 'building', rooms } = all.find(({ categories }) => categories.includes(category)) ?? OFFICES;
  return {
    shape,
    rooms: rooms.flatMap((room) => (typeof room === 'string' ? (groups[room] ?? { kind: room }) : room)),
  };
}

function roomFor(pack: Pack, anyOf: readonly string[], name: Localized): StarterRoom {
  const kind = anyOf.find((token) => zoneKind(pack, token) !== undefined);
  if (kind !== undefined) return { kind };
  const flag = (['important', 'designated', 'public'] as const).find((word) => anyOf.includes(word));
  return { kind: 'other', name, ...(flag === undefined ? {} : { flags: [flag] }) };
}

/** True if `token` of a selector covers `room`: it is the room's kind, or a word for a flag or a family of kinds. */
export function isOf(pack: Pack, room: StarterRoom, token: string): boolean {
  if (token === room.kind || token === 'any') return true;
  switch (token) {
    case 'important':
    case 'designated':
      return room.flags?.includes(token) === true;
    case 'public':
      // Being open to the public doesn't make a restroom a public zone of item (11).
      if (isPrivate(pack, room.kind)) return false;
      return room.flags?.includes('public') === true || zoneKind(pack, room.kind)?.public === true;
    case 'passage':
      return PASSAGES.includes(room.kind);
    default:
      return false;
  }
}

/** True if the law prohibits capture in rooms of `kind`, or may. */
export function isPrivate(pack: Pack, kind: string): boolean {
  return prohibitionOf(pack, kind) !== undefined;
}

/**
 * Returns `named` if the category's clause names `room`, `related` if sitecam only suggests to protect it, and
 * undefined otherwise.
 */
export function protectionClaim({ pack, category }: Brief, room: StarterRoom): 'named' | 'related' | undefined {
  if (selectorOf(pack, category.named, room) !== undefined) return 'named';
  return selectorOf(pack, category.related, room) === undefined ? undefined : 'related';
}

function selectorOf(pack: Pack, selectors: readonly Selector[], room: StarterRoom): Selector | undefined {
  return selectors.find(
    ({ token, secondary, public: open }) =>
      secondary !== true && (open !== 'stated' || room.flags?.includes('public')) && isOf(pack, room, token),
  );
}

/** Returns what the law says of `room`, for the comment on its line; undefined if it says nothing of it. */
export function legalNote({ pack, category }: Brief, room: StarterRoom): Localized | undefined {
  const banned = prohibitionOf(pack, room.kind);
  if (banned !== undefined) {
    const clause = cite(pack, banned.clause);
    return banned.regime === 'reading' ? t.bannedReading({ clause }) : t.banned({ clause });
  }
  if (category.clause === undefined) return undefined;
  const clause = cite(pack, category.clause);
  const named = selectorOf(pack, category.named, room);
  if (named !== undefined) {
    return named.basis === 'law' && category.basis === 'law' ? t.named({ clause }) : t.namedReading({ clause });
  }
  return selectorOf(pack, category.related, room) && t.related;
}
