// Vocabularies for repairs: which words a misspelling may be taken for.

import { prohibitionOf } from '../../law/lookup.js';
import { rolesOf } from '../../law/roles.js';
import type { Pack } from '../../law/types.js';
import { DEVICE_NAMES } from '../../plan/device-names.js';
import { DEVICE_KINDS, kindCalled, OPENING_KINDS } from '../../plan/kinds.js';
import { folded, keysCalled } from '../../source/schema/key-names.js';
import { slips } from '../../source/suggest.js';
import type { RepairVocabulary } from './corrections.js';

/** Letters from which on one slip makes no other word: `wrad` may be ward or yard, but `coridor` is a corridor. */
const LONG = 6;

function isLong(candidate: string): boolean {
  return candidate.length >= LONG;
}

/**
 * Returns the vocabulary of keys. Correcting a key leaves its value as the author wrote it. Very short keys are nearly
 * all one letter apart, so that only swapped letters are sure.
 */
export function keys(known: readonly string[]): RepairVocabulary {
  return {
    known,
    called: (word) => keysCalled(word, known).flatMap(({ key, same }) => (same ? [key] : [])),
    // Two slips in hfov may be one slip in vfov.
    isSure: (candidate, swapped) => swapped || (candidate.length > 3 && !hasTwin(candidate, known)),
    doubt: 'repair/short',
  };
}

/** True if another word of the same length is only one slip away. */
function hasTwin(word: string, known: readonly string[]): boolean {
  return known.some((other) => other.length === word.length && slips(other, word) === 1);
}

/**
 * Values by key that may free a device, wall or site from a requirement: they capture nothing (or nothing a person can
 * be recognized by), aren't there, hide what is behind, or let coverage through. A slip for another word that is taken
 * for one of these would turn a finding into a pass.
 */
const FREES: Readonly<Record<string, readonly string[]>> = {
  audio: ['none'],
  video: ['none', 'depth'],
  status: ['removed'],
  film: ['permanent'],
  material: ['opaque', 'clear'],
  glazing: ['opaque', 'clear'],
  lock: ['outer', 'none'],
  form: ['fixed'],
  limits: ['hard'],
};

/** `None` is also how programs write that nothing is known, which is the opposite of `none`. */
const UNSAID: ReadonlySet<string> = new Set(['none']);

/** Returns the vocabulary of the values of `key`. */
export function values(key: string, known: readonly string[]): RepairVocabulary {
  return {
    known,
    frees: new Set(Object.hasOwn(FREES, key) ? FREES[key] : []),
    unsaid: UNSAID,
    // A wall taken for a zone wouldn't have the keys or the geometry of one.
    isSure: (candidate) => isLong(candidate) || key === 'element',
    doubt: 'repair/short',
  };
}

/**
 * Returns the vocabulary of zone kinds, which decide what is required of a zone. A slip is taken for a private kind,
 * the stricter, if that is the only one near; for another kind only if the word is long.
 */
export function zoneKinds(pack: Pack): RepairVocabulary {
  return {
    known: pack.zoneKinds.map(({ id }) => id),
    called: (word) => zonesCalled(pack, word),
    catchAll: 'other',
    isSure: (candidate) => isLong(candidate) || prohibitionOf(pack, candidate) !== undefined,
    doubt: 'repair/decides',
  };
}

function zonesCalled({ zoneKinds }: Pack, word: string): string[] {
  return zoneKinds
    .filter(({ name, synonyms }) => [name.zh, name.en, ...synonyms.zh, ...synonyms.en].some(isAlso(word)))
    .map(({ id }) => id);
}

function isAlso(word: string): (name: string) => boolean {
  const plain = folded(word);
  return (name) => folded(name) === plain;
}

/**
 * Returns the vocabulary of opening kinds. An unknown kind counts as a door, so that taking a slip for `door` changes
 * nothing.
 */
export function openingKinds(): RepairVocabulary {
  return {
    known: OPENING_KINDS,
    called: (word) => OPENING_KINDS.filter((kind) => kind === kindCalled(word)),
    isSure: (candidate) => isLong(candidate) || candidate === 'door',
    doubt: 'repair/decides',
  };
}

/** Returns the vocabulary of device kinds. A kind decides what a device captures unless the device says so itself. */
export function deviceKinds(): RepairVocabulary {
  return {
    known: DEVICE_KINDS,
    called: (word) => [
      ...DEVICE_KINDS.filter((kind) => kind === kindCalled(word)),
      ...Object.entries(DEVICE_NAMES).flatMap(([kind, { zh, en }]) => ([zh, en].some(isAlso(word)) ? [kind] : [])),
    ],
    catchAll: 'other',
    isSure: isLong,
    doubt: 'repair/decides',
  };
}

/**
 * Returns the vocabulary of categories, which decide what is required of the site. Swapped letters are sure from five
 * letters on.
 */
export function categories({ categories: all }: Pack): RepairVocabulary {
  return {
    known: all.map(({ id }) => id),
    called: (word) => all.filter(({ name }) => [name.zh, name.en].some(isAlso(word))).map(({ id }) => id),
    isSure: (candidate, swapped) => isLong(candidate) || (swapped && candidate.length >= LONG - 1),
    doubt: 'repair/decides',
  };
}

/**
 * Returns the vocabulary of roles, the parts that the law names.
 *
 * @param absent true for roles stated to be absent, which frees the site from declaring them
 */
export function roles(pack: Pack, absent: boolean): RepairVocabulary {
  const known = [...rolesOf(pack)];
  const called = (word: string): string[] => [
    ...zonesCalled(pack, word),
    ...pack.categories.flatMap(({ declared }) =>
      declared.filter(({ name }) => [name.zh, name.en].some(isAlso(word))).map(({ role }) => role),
    ),
  ];
  return {
    known,
    called: (word) => called(word).filter((role) => known.includes(role)),
    catchAll: 'other',
    frees: new Set(absent ? known : []),
    isSure: isLong,
    doubt: 'repair/decides',
  };
}

/**
 * Returns the vocabulary of names that the author gave to types, levels or openings. `cam-a` and `cam-b`, `F1` and `F2`
 * are one letter apart on purpose, so that only swapped letters are taken for a slip.
 */
export function authorNames(known: readonly string[]): RepairVocabulary {
  return { known, isSure: (_, swapped) => swapped, doubt: 'repair/own-name' };
}
