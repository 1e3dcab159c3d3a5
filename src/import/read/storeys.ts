// Storeys in file names and level names.

import type { MappingLevel } from '../mapping/types.js';
import type { SourceLevel } from '../types.js';

/** A storey that a file name gives. */
export interface NamedStorey {
  /** Spelled as in the file name. */
  readonly key: string;
  /** Storey number as written; 0 for a word that means the ground floor. */
  readonly number: number;
}

const DIGITS = '零一二三四五六七八九';

/** Returns a number in digits or in Chinese numerals up to 99 (`12`, `十二`); undefined if the text is none. */
export function numberIn(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const [, tens = '', ten, ones = ''] = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(text) ?? [];
  if (ten === undefined) return undefined;
  const high = ten === '' ? 0 : tens === '' ? 1 : DIGITS.indexOf(tens);
  const low = DIGITS.indexOf(ten === '' ? tens : ones === '' ? '零' : ones);
  return high * 10 + Math.max(0, low);
}

/** Spellings of a storey in a file name, between separators; the first that matches counts. */
const SPELLINGS: readonly { readonly like: RegExp; readonly number: (digits: string) => number }[] = [
  { like: /^B(\d{1,2})F?$/i, number: (digits) => -Number(digits) },
  { like: /^(?:F|L|E|OG)(-?\d{1,3})$/i, number: Number },
  { like: /^(-?\d{1,3})(?:F|L|OG)$/i, number: Number },
  { like: /^(?:地下|负)(\d{1,2}|[一二三四五六七八九十]+)[层楼]?/, number: (digits) => -(numberIn(digits) ?? 1) },
  { like: /^(\d{1,3}|[一二三四五六七八九十]+)[层楼]/, number: (digits) => numberIn(digits) ?? 1 },
  { like: /^首层/, number: () => 1 },
  { like: /^(?:GF?|EG|RDC|ground(?:floor)?)$/i, number: () => 0 },
  { like: /^(?:UG|basement)$/i, number: () => -1 },
  { like: /^(?:floor|level|storey|story|etage)(-?\d{1,3})$/i, number: Number },
];

/** Words before a bare number that make it a storey: `floor-2`. */
const BEFORE = /^(?:floor|level|storey|story|etage)$/i;

/** Returns the storey in a file name without folder and ending; undefined if there is none. */
export function storeyNamed(path: string): NamedStorey | undefined {
  const words = nameOfFile(path)
    .split(/[\s_.()（）]+|(?<=[^\s_.()（）-])-/u)
    .filter((word) => word !== '');
  for (const [i, word] of words.entries()) {
    for (const { like, number } of SPELLINGS) {
      const found = like.exec(word);
      if (found !== null) return { key: found[0], number: number(found[1] ?? '') };
    }
    if (i > 0 && /^-?\d{1,3}$/.test(word) && BEFORE.test(words[i - 1])) return { key: word, number: Number(word) };
  }
  return undefined;
}

/** Returns a file name without folder and ending. */
function nameOfFile(path: string): string {
  return (path.split('/').at(-1) ?? path).replace(/\.(?:geo)?json$/i, '');
}

/** Returns `1F` and `1层` as F1, because an id can't begin with a digit. */
function shortOf(key: string): string {
  const [, digits] = /^(\d{1,3})[FL层楼]$/i.exec(key) ?? [];
  return digits === undefined ? key : `F${digits}`;
}

/**
 * Returns levels for the storeys of file names. If none is the ground floor but there is a first floor (1F, as in
 * China), that is the ground floor.
 */
export function levelsNamed(storeys: readonly NamedStorey[]): SourceLevel[] {
  const byKey = new Map(storeys.map((storey) => [storey.key, storey]));
  const numbers = new Set(storeys.map(({ number }) => number));
  const fromOne = numbers.has(1) && !numbers.has(0);
  return [...byKey.values()].map(({ key, number }) => ({
    key,
    short: shortOf(key),
    name: undefined,
    ordinal: fromOne && number > 0 ? number - 1 : number,
  }));
}

/**
 * Returns levels for `keys`, the values by which features name their level. A number is the level's ordinal; else the
 * storey that the value spells (`2F`) gives it. Values that spell none come above all others, in their order.
 */
export function levelsCalled(keys: readonly string[]): SourceLevel[] {
  const numbered = keys.map((key) => (/^-?\d+(?:\.\d+)?$/.test(key) ? Number(key) : undefined));
  const storeys = keys.flatMap((key, i) => (numbered[i] === undefined ? (storeyNamed(key) ?? []) : []));
  const ordinals = new Map(levelsNamed(storeys).map(({ key, ordinal }) => [key, ordinal]));
  const told = keys.map((key, i) => numbered[i] ?? ordinals.get(storeyNamed(key)?.key ?? ''));
  const highest = Math.max(-1, ...told.flatMap((ordinal) => ordinal ?? []));
  const untold = keys.filter((_, i) => told[i] === undefined);
  return keys.map((key, i) => ({
    key,
    short: shortOf(key),
    name: undefined,
    ordinal: told[i] ?? highest + 1 + untold.indexOf(key),
  }));
}

/**
 * Returns the levels of a mapping with their order from below: by elevation if all have one, else by the storey numbers
 * in their keys if all have one, else as listed, the lowest first. The ground floor is 0 if numbers tell.
 *
 * @param storeyIn returns the storey number that a key spells, negative below the ground
 */
export function levelsMapped(
  levels: readonly MappingLevel[],
  storeyIn = (key: string): number | undefined => storeyNamed(key)?.number,
): SourceLevel[] {
  const heights = levels.map(({ elevation }) => elevation);
  const numbers = levels.map(({ key }) => (/^-?\d+(?:\.\d+)?$/.test(key) ? Number(key) : storeyIn(key)));
  const places = [heights, numbers].find((all) => !all.includes(undefined)) ?? [];
  const order = [...levels.keys()].sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0) || a - b);
  const ranks = new Map(order.map((index, rank) => [index, rank]));
  const below = places === numbers ? numbers.filter((number = 0) => number < 0).length : 0;
  return levels.map(({ key, id, name, elevation, ceiling }, index) => ({
    key,
    short: id ?? key,
    name,
    ordinal: (ranks.get(index) ?? index) - below,
    ...(elevation === undefined ? {} : { elevation }),
    ...(ceiling === undefined ? {} : { ceiling }),
  }));
}
