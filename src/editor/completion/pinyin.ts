// Pinyin of Chinese names, without tones: 更衣室 is geng yi shi.
import { once } from '../../base/memo.js';
import { CHARACTERS, WORDS } from './pinyin.gen.js';

const characters = once(() => {
  const entries = Object.entries(CHARACTERS);
  return new Map(entries.flatMap(([syllable, all]) => [...all].map((one): [string, string] => [one, syllable])));
});

const longest = once(() => Math.max(...Object.keys(WORDS).map((word) => word.length)));

/**
 * Returns the pinyin syllables, without tones, of the Chinese characters of `text`; other signs, and characters that aren't
 * known, are left out.
 */
export function syllablesOf(text: string): string[] {
  const syllables: string[] = [];
  for (let at = 0; at < text.length; ) {
    const word = wordAt(text, at);
    if (word !== undefined) syllables.push(...WORDS[word].split(' '));
    else {
      const syllable = characters().get(text[at]);
      if (syllable !== undefined) syllables.push(syllable);
    }
    at += word?.length ?? 1;
  }
  return syllables;
}

/** Returns the longest word at `at` that isn't read as its characters mostly are. */
function wordAt(text: string, at: number): string | undefined {
  for (let length = Math.min(longest(), text.length - at); length > 1; length -= 1) {
    const word = text.slice(at, at + length);
    if (Object.hasOwn(WORDS, word)) return word;
  }
  return undefined;
}
