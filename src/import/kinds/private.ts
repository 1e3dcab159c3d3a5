// Private places win: which statement decides when several disagree about the use of a room.

import type { Localized } from '../../i18n/locale.js';
import { zoneKind } from '../../law/lookup.js';
import type { Pack } from '../../law/types.js';
import type { Note } from '../notes.js';
import { labels } from '../rooms/texts.js';
import { isPrivate } from './named.js';

/** True if the pack prohibits capture in rooms of `kind`. A kind that only marks a spot (a ballot box) is no room. */
export function isPrivateRoom(kind: string, pack: Pack): boolean {
  return isPrivate(kind, pack) && zoneKind(pack, kind)?.anchor !== true;
}

/**
 * What something private drawn in a room, such as a toilet, does to the room's use: it decides it (`won`), leaves it
 * open (`open`), or counts as a direction sign only (`sign`).
 */
export type Within = 'won' | 'open' | 'sign';

/**
 * Returns the effect of a private thing inside a room of `kind`. It wins, except in a public place: in a shop it may
 * mean a part that isn't drawn (a fitting room), so the use is open; where people pass or gather, a toilet point is
 * a direction sign.
 */
export function privateWithin(kind: string, pack: Pack): Within {
  const spec = zoneKind(pack, kind);
  if (spec?.public !== true) return 'won';
  return spec.room === true ? 'open' : 'sign';
}

/**
 * Two things that a source says of the use of one room and that contradict each other, a harmless and a private one:
 * each in the source's words or, if it has none, as the name of a zone kind.
 */
export interface Conflict {
  /** The harmless statement. */
  readonly given: string | Localized;
  /** The private statement. */
  readonly said: string | Localized;
  /** Zone kind of the private statement. */
  readonly kind: string;
}

/** Returns the note on two statements about a room's use that contradict each other; `end` is how that was decided. */
export function conflictNote(end: Within, { given, said, kind }: Conflict, pack: Pack): Pick<Note, 'sort' | 'message'> {
  const message = labels[NOTES[end]]({ given, said, kind: kindWords(kind, pack) });
  return { sort: end === 'open' ? 'unknown' : 'assumed', message };
}

const NOTES = { won: 'private-won', open: 'private-open', sign: 'sign' } as const;

/** Returns the name of a zone kind as reports print it: zh name, en id. */
export function kindWords(kind: string, pack: Pack): Localized {
  return { zh: zoneKind(pack, kind)?.name.zh ?? kind, en: kind };
}
