// The rooms of a starter plan: usual ones, those that the pack asks for, and what the law says of each.

import type { Localized } from '../../i18n/locale.js';
import { cite, prohibitionOf, zoneKind } from '../../law/lookup.js';
import type { Pack, Selector } from '../../law/types.js';
import { programmeOf } from './programmes.js';
import type { Brief, Programme, StarterRoom } from './types.js';

/** Zones that every building has, whatever the category. */
const ALWAYS: readonly string[] = ['main-entrance', 'corridor'];
/** Zone kinds that the token `passage` of a selector stands for. */
const PASSAGES: readonly string[] = ['corridor', 'stairs', 'elevator-lobby'];

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
 * Returns `named` if the category's item of Art. 8 names `room`, `related` if sitecam only suggests to protect it, and
 * undefined otherwise.
 */
export function standing({ pack, category }: Brief, room: StarterRoom): 'named' | 'related' | undefined {
  if (selectorOf(pack, category.named, room) !== undefined) return 'named';
  return selectorOf(pack, category.related, room) === undefined ? undefined : 'related';
}

function selectorOf(pack: Pack, selectors: readonly Selector[], room: StarterRoom): Selector | undefined {
  return selectors.find(({ token, secondary }) => secondary !== true && isOf(pack, room, token));
}

/** Returns what the law says of `room`, for the comment on its line; undefined if it says nothing of it. */
export function legalNote({ pack, category }: Brief, room: StarterRoom): Localized | undefined {
  const banned = prohibitionOf(pack, room.kind);
  if (banned !== undefined) {
    const { zh, en } = cite(pack, banned.clause);
    return banned.regime === 'reading'
      ? {
          zh: `按本工具对${zh}的理解，此处不宜采集音视频`,
          en: `by sitecam's reading of ${en}, sound and image should not be captured here`,
        }
      : {
          zh: `${zh}：不得安装具有音视频采集功能的设备`,
          en: `${en}: nothing that captures sound or image may be installed here`,
        };
  }
  if (category.clause === undefined) return undefined;
  const { zh, en } = cite(pack, category.clause);
  const named = selectorOf(pack, category.named, room);
  if (named !== undefined) {
    return named.basis === 'law' && category.basis === 'law'
      ? { zh: `${zh}所列，应当设防`, en: `named in ${en}: must be protected` }
      : {
          zh: `按本工具对${zh}的理解，应当设防`,
          en: `must be protected, by sitecam's reading of ${en}`,
        };
  }
  if (selectorOf(pack, category.related, room) === undefined) return undefined;
  return { zh: '本工具建议设防，条文未列', en: 'sitecam suggests protecting it; the law does not name it' };
}
