// Which of several statements of what a room is for decides: a private one goes before a harmless one, whoever says it.
import { zoneKind } from '../../law/lookup.js';
import type { Pack } from '../../law/types.js';
import type { Note } from '../notes.js';
import { isPrivate } from './named.js';

/** True if the law keeps rooms of `kind` from being watched: what is only near a small thing (a ballot box) is no room. */
export function isPrivateRoom(kind: string, pack: Pack): boolean {
  return isPrivate(kind, pack) && zoneKind(pack, kind)?.anchor !== true;
}

/** What becomes of a room in which a point or an amenity stands that means a private one. */
export type Within = 'won' | 'open' | 'sign';

/**
 * Returns what a private meaning within a room of `kind` makes of it. It wins, but not over a place that is public: in a shop
 * it may be a part that isn't drawn (a fitting room), so the use is open; where people pass or gather, a toilet is a sign.
 */
export function privateWithin(kind: string, pack: Pack): Within {
  const spec = zoneKind(pack, kind);
  if (spec?.public !== true) return 'won';
  return spec.room === true ? 'open' : 'sign';
}

/** Both statements in the source's words, or by their kinds. */
export interface Conflict {
  /** Of the harmless one. */
  readonly given: Said;
  /** Of the private one. */
  readonly said: Said;
  /** The private one. */
  readonly kind: string;
}

type Said = string | { readonly zh: string; readonly en: string };

/** Returns what is told of a conflict that ended so. */
export function conflictNote(end: Within, { given, said, kind }: Conflict, pack: Pack): Pick<Note, 'sort' | 'message'> {
  const params = { given, said, kind: kindWords(kind, pack) };
  return { sort: end === 'open' ? 'unknown' : 'assumed', message: { id: NOTES[end], params } };
}

const NOTES = { won: 'labels/private-won', open: 'labels/private-open', sign: 'labels/sign' } as const;

/** A kind as people are told of it. */
export function kindWords(kind: string, pack: Pack): { readonly zh: string; readonly en: string } {
  return { zh: zoneKind(pack, kind)?.name.zh ?? kind, en: kind };
}
