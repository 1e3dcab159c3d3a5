import { prohibitionOf } from '../../law/lookup.js';
import { rolesOf } from '../../law/roles.js';
import type { Pack } from '../../law/types.js';
import { DEVICE_NAMES } from '../../plan/device-names.js';
import { DEVICE_KINDS, kindCalled, OPENING_KINDS } from '../../plan/kinds.js';
import { folded, keysCalled } from '../../source/schema/key-names.js';
import { slips } from '../../source/suggest.js';
import type { RepairVocabulary } from './corrections.js';

/** From this many letters on, one slip doesn't make another word: `wrad` may be ward or yard, `coridor` is a corridor. */
const LONG = 6;

function isLong(candidate: string): boolean {
  return candidate.length >= LONG;
}

/**
 * Keys. What they say is written beside them, by the author: of a key only the spelling is put right. Of very short ones
 * nearly everything is one letter away, so that only swapped letters are sure.
 */
export function keys(known: readonly string[]): RepairVocabulary {
  return {
    known,
    called: (word) => keysCalled(word, known).flatMap(({ key, same }) => (same ? [key] : [])),
    // Of hfov and vfov two slips in the one are one in the other.
    isSure: (candidate, swapped) => swapped || (candidate.length > 3 && !hasTwin(candidate, known)),
    doubt: 'repair/short',
  };
}

/** Whether another word is but one letter off. */
function hasTwin(word: string, known: readonly string[]): boolean {
  return known.some((other) => other.length === word.length && slips(other, word) === 1);
}

/**
 * Values that may free a device, a wall or a site from something: which capture nothing (or no picture a person could be
 * known by), are not there, hide what is behind, or see through for coverage. A slip that was meant to be another word,
 * taken for one of these, would turn what is to be found into a pass.
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

/** `None` is also how programs write that nothing is known, which is the contrary of `none`. */
const UNSAID: ReadonlySet<string> = new Set(['none']);

/** Values of `key`. */
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
 * Kinds of zone decide what is asked of one. A slip is taken for a private kind, which is the stricter, where it is the only
 * one near, for another only where the word is long.
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

/** Kinds of opening: one of an unknown kind is taken for a door, so that a slip for that changes nothing. */
export function openingKinds(): RepairVocabulary {
  return {
    known: OPENING_KINDS,
    called: (word) => OPENING_KINDS.filter((kind) => kind === kindCalled(word)),
    isSure: (candidate) => isLong(candidate) || candidate === 'door',
    doubt: 'repair/decides',
  };
}

/** Kinds of device decide what it captures unless it says so itself. */
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

/** Categories decide what is asked of the site. Swapped letters are sure where there are more than a few. */
export function categories({ categories: all }: Pack): RepairVocabulary {
  return {
    known: all.map(({ id }) => id),
    called: (word) => all.filter(({ name }) => [name.zh, name.en].some(isAlso(word))).map(({ id }) => id),
    isSure: (candidate, swapped) => isLong(candidate) || (swapped && candidate.length >= LONG - 1),
    doubt: 'repair/decides',
  };
}

/** Parts that the law names. Where it is said that there is none (`absent`), that frees from declaring it. */
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
 * Names that the author gave: types, levels, openings. `cam-a` and `cam-b`, `F1` and `F2` are one letter apart on purpose, so
 * only swapped letters are taken for a slip.
 */
export function authorNames(known: readonly string[]): RepairVocabulary {
  return { known, isSure: (_, swapped) => swapped, doubt: 'repair/own-name' };
}
