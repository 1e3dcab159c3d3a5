// Zone kinds from Japanese room names.

import { bracketed, foldedName, type NameReading, readingsIn } from './reading.js';
import words from './words/ja.json' with { type: 'json' };

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
export function japanese(name: string): NameReading[] {
  const { base, inner } = bracketed(foldedName(name));
  const outer = partsOf(base).flatMap(ending);
  return outer.length > 0 ? outer : inner.flatMap(partsOf).flatMap(ending);
}

/** Returns the parts of a name with several uses: 更衣・シャワー室, 倉庫兼更衣室. */
function partsOf(text: string): string[] {
  return text.split(/[/+&＆、・]|兼/u).map(fold);
}

function ending(text: string): NameReading[] {
  for (let rest = text; rest !== ''; rest = withoutTail(rest)) {
    for (let length = Math.min(longest, rest.length); length > 0; length--) {
      const found = byWord.get(rest.slice(-length));
      if (found !== undefined) return [/非$/u.test(rest.slice(0, -length)) ? { kind: undefined } : found];
    }
    if (BEFORE.test(rest)) return [{ kind: undefined }];
  }
  return [];
}

function withoutTail(text: string): string {
  for (const tail of TAILS) {
    const rest = text.replace(tail, '');
    if (rest !== text) return rest;
  }
  return '';
}
