// Zone kinds from names in any of the languages sitecam reads.

import { prohibitionOf } from '../../law/lookup.js';
import { kindMeantByName, kindsNamed } from '../../law/names/kind-of-name.js';
import type { Pack } from '../../law/types.js';
import { german, surelyGerman } from './german.js';
import { japanese } from './japanese.js';
import type { NameReading } from './reading.js';
import { russian } from './russian.js';

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
