// Zone kinds from names in any of the languages sitecam reads.

import { prohibitionOf } from '../../law/lookup.js';
import { kindMeantByName, kindsNamed } from '../../law/names/kind-of-name.js';
import { withoutTail } from '../../law/names/text.js';
import type { Pack } from '../../law/types.js';
import { german, surelyGerman } from './german.js';
import { bracketed, foldedName, type NameReading, readingsIn } from './reading.js';
import { russian } from './russian.js';
import words from './words/ja.json' with { type: 'json' };

const CYRILLIC = /\p{Script=Cyrillic}/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const HAN = /\p{Script=Han}/u;

/**
 * Returns the zone kind that a name in Chinese, English, Russian, Japanese or German gives, the private one if it gives
 * several; undefined if none.
 */
export function kindByWords(text: string, pack: Pack): string | undefined {
  for (const read of languagesOf(text)) {
    const readings = read(text, pack);
    if (readings.length === 0) continue;
    // A room for two uses is private if one of them is.
    const kinds = readings.flatMap(({ kind }) => (kind === undefined ? [] : [kind]));
    return kinds.find((kind) => isPrivate(kind, pack)) ?? kinds[0];
  }
  return undefined;
}

/** True if the pack prohibits capture in zones of `kind`. */
export function isPrivate(kind: string, pack: Pack): boolean {
  return prohibitionOf(pack, kind) !== undefined;
}

/** Longest name that is read, in characters. No room's name is longer, and a source is untrusted. */
const LONGEST_NAME = 200;

type Language = (text: string, pack: Pack) => readonly NameReading[];

/** Returns the readers to try, in order, by script and words: カウンター前 is no Chinese. */
function languagesOf(text: string): readonly Language[] {
  if (text.length > LONGEST_NAME) return [ofPack];
  if (CYRILLIC.test(text)) return [russian, ofPack];
  if (KANA.test(text)) return [japanese, ofPack];
  if (HAN.test(text)) return [ofPack, japanese];
  return surelyGerman(text) ? [german, ofPack] : [ofPack, german];
}

/** Returns the reading by the pack's own words, which linting uses too. */
function ofPack(text: string, pack: Pack): readonly NameReading[] {
  const meant = kindMeantByName(pack, text);
  if (meant !== undefined) return [{ kind: meant.id }];
  const kinds = kindsNamed(pack, text);
  if (kinds === undefined || kinds[0]?.id === 'other') return [];
  return [{ kind: kinds[0]?.id }];
}

const fold = (text: string) => foldedName(text).replace(/[\s・·]+/gu, '');
const byWord = new Map(readingsIn(words, fold));
const longest = Math.max(...[...byWord.keys()].map((word) => word.length));

/** Endings that don't change the use: トイレ(男), 病室201号, 更衣室A. */
const TAILS = [
  /[^\p{L}\p{N}ー]+$/u,
  /(?:no\.?)?[a-z]?[\d一二三四五六七八九十]+[a-z]?(?:号室|号|番|階|f|室|床)?$/u,
  /(?:男女共用|男性用|女性用|男子用|女子用|男性|女性|男子|女子|男|女|職員用|来客用|多目的)$/u,
  /(?:東側|西側|南側|北側|東|西|南|北|内)$/u,
  /(?<![a-z])[a-z]+$/u,
];

/** Endings that only give a position: トイレ前. */
const BEFORE = new RegExp(`(?:${words.before.join('|')})$`, 'u');

/** Returns the uses that a Japanese name gives: the word it ends in decides. Empty if it ends in no known word. */
function japanese(name: string): NameReading[] {
  const { base, inner } = bracketed(foldedName(name));
  const outer = partsOf(base).flatMap(ending);
  return outer.length > 0 ? outer : inner.flatMap(partsOf).flatMap(ending);
}

/** Returns the parts of a name with several uses: 更衣・シャワー室, 倉庫兼更衣室. */
function partsOf(text: string): string[] {
  return text.split(/[/+&＆、・]|兼/u).map(fold);
}

function ending(text: string): NameReading[] {
  for (let rest = text; rest !== ''; rest = withoutTail(rest, TAILS)) {
    for (let length = Math.min(longest, rest.length); length > 0; length--) {
      const found = byWord.get(rest.slice(-length));
      if (found !== undefined) return [/非$/u.test(rest.slice(0, -length)) ? { kind: undefined } : found];
    }
    if (BEFORE.test(rest)) return [{ kind: undefined }];
  }
  return [];
}
