// Suggestions for unknown use words.

import { zoneKind } from '../../law/lookup.js';
import type { Pack, ZoneKind } from '../../law/types.js';
import { slips } from '../../source/suggest.js';
import { foldedName } from './reading.js';
import hints from './words/hints.json' with { type: 'json' };

/**
 * Returns the zone kind that an unknown word most likely means: by a list of common words, else the name, synonym or
 * category at the smallest edit distance. Only suggested, never applied. Undefined if nothing is near.
 */
export function nearestKind(value: string, pack: Pack): ZoneKind | undefined {
  const word = spelled(value);
  const known: Readonly<Record<string, string>> = hints;
  if (Object.hasOwn(known, word)) return zoneKind(pack, known[word]);
  let best: { readonly kind: ZoneKind; readonly distance: number } | undefined;
  for (const kind of pack.zoneKinds) {
    if (kind.id === 'other') continue;
    for (const other of wordsOf(kind)) {
      const distance = distanceBetween(word, other);
      if (distance !== undefined && (best === undefined || distance < best.distance)) best = { kind, distance };
    }
  }
  return best?.kind;
}

function wordsOf({ id, name, synonyms, imdf, osm }: ZoneKind): string[] {
  const tags = osm.map((tag) => tag.slice(tag.indexOf('=') + 1)).filter((tag) => tag !== '*' && tag !== 'yes');
  return [id, name.zh, name.en, ...synonyms.zh, ...synonyms.en, ...imdf, ...tags].map(spelled);
}

function spelled(text: string): string {
  return foldedName(text)
    .replace(/[_.\s-]+/g, ' ')
    .trim();
}

/** Letters of a word per allowed slip. With more slips it is another word: waste room is no washroom. */
const LETTERS_A_SLIP = 5;

/** Returns the slips between two texts, word by word; undefined if a pair of words is too different. */
function distanceBetween(a: string, b: string): number | undefined {
  const [ours, theirs] = [a.split(' '), b.split(' ')];
  if (ours.length !== theirs.length) return undefined;
  let sum = 0;
  for (const [index, word] of ours.entries()) {
    const distance = slips(word, theirs[index]);
    if (distance > Math.floor(Math.max(word.length, theirs[index].length) / LETTERS_A_SLIP)) return undefined;
    sum += distance;
  }
  return sum;
}
