import type { MappingLevel } from '../mapping/types.js';
import type { SourceLevel } from '../types.js';

/** A storey that the name of a file tells. */
export interface NamedStorey {
  /** As the file spells it. */
  readonly key: string;
  /** 0 for the one on the ground, where the name tells; else as it is written. */
  readonly number: number;
}

/** What stands for a storey in names of files, between signs that part words: the first that is there counts. */
const SPELLINGS: readonly { readonly like: RegExp; readonly number: (digits: string) => number }[] = [
  { like: /^B(\d{1,2})F?$/i, number: (digits) => -Number(digits) },
  { like: /^(?:F|L|E|OG)(-?\d{1,3})$/i, number: Number },
  { like: /^(-?\d{1,3})(?:F|L|OG)$/i, number: Number },
  { like: /^(?:地下|负)(\d{1,2})[层楼]?$/, number: (digits) => -Number(digits) },
  { like: /^(\d{1,3})[层楼]$/, number: Number },
  { like: /^(?:GF?|EG|RDC|ground(?:floor)?)$/i, number: () => 0 },
  { like: /^(?:UG|basement)$/i, number: () => -1 },
  { like: /^(?:floor|level|storey|story|etage)(-?\d{1,3})$/i, number: Number },
];

/** Words after which a bare number is a storey: `floor-2`. */
const BEFORE = /^(?:floor|level|storey|story|etage)$/i;

/** The storey in the name of a file, ending and folder aside; undefined where none is in it. */
export function storeyNamed(path: string): NamedStorey | undefined {
  const words = nameOfFile(path)
    .split(/[\s_.()（）]+|(?<=[^\s_.()（）-])-/u)
    .filter((word) => word !== '');
  for (const [i, word] of words.entries()) {
    for (const { like, number } of SPELLINGS) {
      const found = like.exec(word);
      if (found !== null) return { key: word, number: number(found[1] ?? '') };
    }
    if (i > 0 && /^-?\d{1,3}$/.test(word) && BEFORE.test(words[i - 1])) return { key: word, number: Number(word) };
  }
  return undefined;
}

/** The name of a file without folder and ending. */
function nameOfFile(path: string): string {
  return (path.split('/').at(-1) ?? path).replace(/\.(?:geo)?json$/i, '');
}

/** `1F` and `1层` as F1: an id doesn't begin with a digit. */
function shortOf(key: string): string {
  const [, digits] = /^(\d{1,3})[FL层楼]$/i.exec(key) ?? [];
  return digits === undefined ? key : `F${digits}`;
}

/**
 * Levels of what files' names tell. Where none is on the ground but there is a first storey (1F, as in China), that is the
 * one on the ground.
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
 * Levels of the values that features name them by: by number, or by the storey that the value tells; those that tell none
 * stand above, in the order met.
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

/** The levels of a mapping, the lowest first. */
export function levelsMapped(levels: readonly MappingLevel[]): SourceLevel[] {
  return levels.map(({ key, id, name, elevation, ceiling }, ordinal) => ({
    key,
    short: id ?? key,
    name,
    ordinal,
    ...(elevation === undefined ? {} : { elevation }),
    ...(ceiling === undefined ? {} : { ceiling }),
  }));
}
