// The words that may stand in each place of a plan, and what a word that isn't one of them was meant to be.

import { rolesOf } from '../../law/roles.js';
import type { Pack } from '../../law/types.js';
import { DEVICE_NAMES } from '../../plan/device-names.js';
import { DEVICE_KINDS, kindCalled, OPENING_KINDS } from '../../plan/kinds.js';
import { folded, keysCalled, valuesCalled } from '../../source/schema/key-names.js';
import { nearest } from '../../source/suggest.js';
import { t } from './texts.js';
import type { Respelling } from './types.js';

/** The words that are valid at one place of a plan, by which misspelt ones are repaired. */
export interface RepairVocabulary {
  readonly known: readonly string[];
  /** Returns the words that `word` is exactly another name for. */
  readonly called?: (word: string) => readonly string[];
}

/** The word that was meant, and how that is known; with a reason if it is only suggested. */
export type Correction = Pick<Respelling, 'to' | 'how' | 'why'>;

/**
 * Returns the word that `word` was meant to be; undefined if none is near. Sure only if it is the same word spelled
 * differently, or exactly another name for one word: a slip may always be a slip for another word.
 */
export function meantBy(word: string, { known, called }: RepairVocabulary): Correction | undefined {
  const spelled = known.filter((candidate) => folded(candidate) === folded(word));
  const how = spelled.length > 0 ? 'spelling' : 'name';
  const [to, other] = spelled.length > 0 ? spelled : new Set(called?.(word) ?? []);
  if (to === undefined) {
    const slip = nearest(word, known);
    return slip === undefined ? undefined : { to: slip, how, why: t.slip };
  }
  if (other !== undefined) return { to, how, why: t.several };
  // `None` is also how programs write that nothing is known, and who writes 'room' may have found no better word.
  return to === (how === 'spelling' ? 'none' : 'other') ? { to, how, why: t.decides } : { to, how };
}

/** Returns the vocabulary of an object of the plan in which the keys `known` are valid. */
export function keys(known: readonly string[]): RepairVocabulary {
  return {
    known,
    called: (word) => keysCalled(word, known).flatMap(({ key, same }) => (same ? [key] : [])),
  };
}

/** Returns the vocabulary of a key that takes one of the values `known`. */
export function values(known: readonly string[]): RepairVocabulary {
  return { known, called: (word) => valuesCalled(word, known) };
}

/** A word with its other names. */
type Named = readonly [word: string, ...names: string[]];

function calledIn(words: readonly Named[], word: string): string[] {
  const plain = folded(word);
  return words.flatMap(([known, ...names]) => (names.some((name) => folded(name) === plain) ? [known] : []));
}

function namedZones(pack: Pack): Named[] {
  return pack.zoneKinds.map(({ id, name, synonyms }) => [id, name.zh, name.en, ...synonyms.zh, ...synonyms.en]);
}

/** Returns the vocabulary of zone kinds. */
export function zoneKinds(pack: Pack): RepairVocabulary {
  return { known: pack.zoneKinds.map(({ id }) => id), called: (word) => calledIn(namedZones(pack), word) };
}

/** Returns the vocabulary of opening kinds. */
export function openingKinds(): RepairVocabulary {
  return { known: OPENING_KINDS, called: (word) => OPENING_KINDS.filter((kind) => kind === kindCalled(word)) };
}

/** Returns the vocabulary of device kinds. */
export function deviceKinds(): RepairVocabulary {
  const named = Object.entries(DEVICE_NAMES).map(([kind, { zh, en }]): Named => [kind, zh, en]);
  return {
    known: DEVICE_KINDS,
    called: (word) => [...DEVICE_KINDS.filter((kind) => kind === kindCalled(word)), ...calledIn(named, word)],
  };
}

/** Returns the vocabulary of categories. */
export function categories({ categories: all }: Pack): RepairVocabulary {
  const named = all.map(({ id, name }): Named => [id, name.zh, name.en]);
  return { known: all.map(({ id }) => id), called: (word) => calledIn(named, word) };
}

/** Returns the vocabulary of roles, the parts that the law names. */
export function roles(pack: Pack): RepairVocabulary {
  const known = [...rolesOf(pack)];
  const declared = pack.categories.flatMap((category) => category.declared);
  const named = [...namedZones(pack), ...declared.map(({ role, name }): Named => [role, name.zh, name.en])];
  return { known, called: (word) => calledIn(named, word).filter((role) => known.includes(role)) };
}
