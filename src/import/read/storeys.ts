// Storeys in file names and level names.

import type { MappingLevel } from '../mapping/types.js';
import type { SourceLevel } from '../types.js';

/** A storey that a file name gives. */
export interface NamedStorey {
  /** Spelled as in the file name. */
  readonly key: string;
  /** Storey number as written; 0 for a word that means the ground floor; half a storey more for a mezzanine. */
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

/** Ways to write a basement. A hyphen after a letter, a digit or 楼 parts words: `hotel-3F` isn't below the ground. */
const BELOW = [
  /(?:地下|负)([一二三四五六七八九十\d]+)(?:[层楼]|(?![一二三四五六七八九十\d])(?![-~～至、,，和及]*[一二三四五六七八九十\d]*\s{0,3}[号#＃栋座幢]))/,
  // The numbers of buildings may stand before the storey: 地下2-3号楼一层.
  /(?:地下(?:室|车?库)?|负)(?:\s{0,3}[一二三四五六七八九十\d]+(?:[-~～至、,，和及][一二三四五六七八九十\d]+)*\s{0,3}(?:[号#＃]楼?|[栋座幢]))?\s{0,3}第?\s{0,3}-?([一二三四五六七八九十\d]+)\s{0,3}[层楼F]/i,
  // B1栋 is a building, and so is B1区 or B1楼 before a storey.
  /(?<![a-z])B(\d{1,2})F?(?!\d)(?!\s{0,3}[号#＃栋座幢])(?!\s{0,3}[区楼](?![层梯道面板]).{0,20}?(?:[首\d一二三四五六七八九十][层楼]|\dF|F\d))/i,
  /(?:^|[\s_(（[【]|(?<![a-z\d])[FL]|地下室|[地车]库|人防)-(\d|\d\d(?=[F层楼]))[F层楼]?(?!\d)/i,
];
const ABOVE = [
  // A building of six storeys (6层办公楼) is none where its storey follows.
  /((?<![百零〇一二三四五六七八九十])[一二三四五六七八九十]+|(?<!\d)\d{1,3})\s{0,3}[层楼](?!(?<=楼)[一二三四五六七八九十\d]+[层F])(?!(?:办公|教学|住宅|宿舍|公寓|综合|商业|商住)?楼(?![层梯道面板]).{0,20}?(?:[首\d一二三四五六七八九十][层楼]|\dF|F\d))/,
  /(?<![a-z\d])(\d{1,3})F(?![a-z])/i,
  /(?<![a-z])F(\d{1,2})(?!\d)(?!\s{0,3}[号#＃栋座幢])/i,
];

/** Words after a storey for the one between it and the next: 一层夹层, F1M. An M after 层 or before 区 is a part of a site. */
const MEZZANINE = /^[\s_(（[【-]*夹层/;
const LETTER = /^M(?![a-z\d区座栋楼段])/i;

/**
 * A storey in a name: its number (the ground floor is 1, basements are negative, the mezzanine over a storey is half of
 * one more), and the part that says it.
 */
interface StoreyAt {
  readonly storey: number;
  readonly text: string;
}

/**
 * Returns the storey that a name says (一层平面图, 2F, B1, 地下一层, -1F, 十二层, 一层夹层): its number, 1 for the ground floor
 * and −1 for B1, and the part of the name that says it. Undefined if the name says none.
 */
export function storeyAt(name: string): StoreyAt | undefined {
  const at = floorAt(name);
  if (at === undefined) return undefined;
  const end = name.indexOf(at.text) + at.text.length;
  const rest = name.slice(end);
  const [more] = MEZZANINE.exec(rest) ?? (/[a-z\d]$/i.test(at.text) ? LETTER.exec(rest) : undefined) ?? [];
  return more === undefined ? at : { storey: at.storey + 0.5, text: at.text + more };
}

/** Returns the storey in a name as if there were no mezzanines. */
function floorAt(name: string): StoreyAt | undefined {
  const below = firstIn(name, BELOW);
  if (below !== undefined) return { text: below.text, storey: -(numberIn(below.digits) ?? 1) };
  const above = firstIn(name, ABOVE);
  const storey = above && numberIn(above.digits);
  if (above !== undefined) return storey === undefined ? undefined : { text: above.text, storey };
  const [first] = /首层/.exec(name) ?? [];
  if (first !== undefined) return { text: first, storey: 1 };
  const [cellar] = /地下(?:室|车?库|层)?/.exec(name) ?? [];
  return cellar === undefined ? undefined : { text: cellar, storey: -1 };
}

/**
 * Returns the number of the storey in a name, as `storeyAt` does: 1 for the ground floor, −1 for B1, 1.5 for the
 * mezzanine over the ground floor.
 */
export function storeyIn(name: string): number | undefined {
  return storeyAt(name)?.storey;
}

/** Returns the id of the level of a storey by its number: F1 for 1, B1 for −1, F1M for 1.5, the mezzanine over F1. */
export function idOfStorey(storey: number): string {
  const floor = Math.floor(storey);
  return `${floor < 0 ? `B${-floor}` : `F${floor}`}${floor === storey ? '' : 'M'}`;
}

/** Names of a roof, which lies above all else. */
const ROOF = /屋[面顶]|楼顶|天台|roof|(?<![a-z])RF(?![a-z])/i;

/** True if a name means a roof. */
export function isRoof(name: string): boolean {
  return ROOF.test(name);
}

/** True if a name means the outdoors, and neither a storey nor a roof. */
export function isOutdoors(name: string): boolean {
  return /室外|户外|outdoor|outside|exterior/i.test(name) && storeyAt(name) === undefined && !isRoof(name);
}

/** Returns what the first of the patterns that matches finds, and what it holds in its group. */
function firstIn(
  name: string,
  patterns: readonly RegExp[],
): { readonly text: string; readonly digits: string } | undefined {
  for (const pattern of patterns) {
    const [text, digits] = pattern.exec(name) ?? [];
    if (text !== undefined && digits !== undefined) return { text, digits };
  }
  return undefined;
}

/** Spellings of a storey that only a whole word of a file name can have; the first that matches counts. */
const WORDS: readonly { readonly like: RegExp; readonly number: (digits: string) => number }[] = [
  { like: /^(?:F|L|E|OG)(-?\d{1,3})$/i, number: Number },
  { like: /^(-?\d{1,3})(?:L|OG)$/i, number: Number },
  { like: /^(?:GF?|EG|RDC|ground(?:floor)?)$/i, number: () => 0 },
  { like: /^(?:UG|basement)$/i, number: () => -1 },
  { like: /^(?:floor|level|storey|story|etage)(-?\d{1,3})$/i, number: Number },
];

/** Words before a bare number that make it a storey: `floor-2`. */
const BEFORE = /^(?:floor|level|storey|story|etage)$/i;

/** Returns the storey in a file name without folder and ending; undefined if there is none. */
export function storeyNamed(path: string): NamedStorey | undefined {
  const words = nameOfFile(path)
    .replace(/[\s_(（-]+(?=夹层)|(?<=地下(?:室|车?库)?)\s+(?=第?-?\d)/gu, '')
    .split(
      /[\s_.()（）]+|(?<=[^\s_.()（）-])-(?!(?<=(?:地下(?:室|车?库)?|[地车]库|人防)第?-)\d|(?<=\d-)\d+\s*[号#＃栋座幢])/u,
    )
    .filter((word) => word !== '');
  for (const [i, word] of words.entries()) {
    const at = storeyAt(word);
    if (at !== undefined && (at.text === word || (word.startsWith(at.text) && /[层楼负下]/.test(at.text)))) {
      return { key: at.text, number: at.storey };
    }
    for (const { like, number } of WORDS) {
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
  const storeys = keys.map((key, i) => (numbered[i] === undefined ? storeySaid(key) : undefined));
  const named = levelsNamed(storeys.flatMap((storey) => storey ?? []));
  const ordinals = new Map(named.map(({ key, ordinal }) => [key, ordinal]));
  const told = keys.map((_, i) => numbered[i] ?? ordinals.get(storeys[i]?.key ?? ''));
  const highest = Math.max(-1, ...told.flatMap((ordinal) => ordinal ?? []));
  const untold = keys.filter((_, i) => told[i] === undefined);
  return keys.map((key, i) => ({
    key,
    short: shortOf(key),
    name: undefined,
    ordinal: told[i] ?? highest + 1 + untold.indexOf(key),
  }));
}

/** Returns the storey that a name says as a file's does, or anywhere in it (主楼三层). */
function storeySaid(name: string): NamedStorey | undefined {
  const at = storeyAt(name);
  return storeyNamed(name) ?? (at && { key: at.text, number: at.storey });
}

/**
 * Returns the levels of a mapping with their order from below: by elevation if all have one, else by the storey numbers
 * in their keys if all have one, else as listed, the lowest first. The ground floor is 0 if numbers tell.
 *
 * @param storeyIn returns the storey number that a key spells (2 for `2F`), negative below the ground
 */
export function levelsMapped(
  levels: readonly MappingLevel[],
  storeyIn = (key: string): number | undefined => storeyNamed(key)?.number,
): SourceLevel[] {
  const heights = levels.map(({ elevation }) => elevation);
  const numbers = levels.map(({ key }) => (/^-?\d+(?:\.\d+)?$/.test(key) ? Number(key) : storeyIn(key)));
  const places = [heights, numbers].find((all) => !all.includes(undefined)) ?? [];
  const order = [...levels.keys()].sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0) || a - b);
  const ordinals = places === numbers ? ordinalsOf(numbers, order) : new Map(order.map((index, rank) => [index, rank]));
  return levels.map(({ key, id, name, elevation, ceiling }, index) => ({
    key,
    short: id ?? key,
    name,
    ordinal: ordinals.get(index) ?? index,
    ...(elevation === undefined ? {} : { elevation }),
    ...(ceiling === undefined ? {} : { ceiling }),
  }));
}

/** Returns the ordinals of levels with these storey numbers: a mezzanine lies between two, and takes no storey's place. */
function ordinalsOf(numbers: readonly (number | undefined)[], order: readonly number[]): ReadonlyMap<number, number> {
  const ordinals = new Map<number, number>();
  let [rank, below, under] = [-1, 0, Number.NaN];
  for (const index of order) {
    const number = numbers[index] ?? 0;
    const floor = Math.floor(number);
    if (number === floor || floor !== under) {
      rank += 1;
      if (floor < 0) below += 1;
    }
    under = floor;
    ordinals.set(index, rank + number - floor);
  }
  return new Map([...ordinals].map(([index, ordinal]) => [index, ordinal - below]));
}
