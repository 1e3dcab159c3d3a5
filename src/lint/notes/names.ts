// Names of places for people.
import { type Localized, verbatim } from '../../i18n/locale.js';
import { zoneKind } from '../../law/lookup.js';
import type { Pack } from '../../law/types.js';
import { places } from './texts.js';

const WORDS: Readonly<Record<string, Localized>> = places;

/**
 * Returns the name of the places that a token of a pack stands for: a zone kind's name, or the words for a flag of
 * zones, such as `public`. Falls back to the token.
 */
export function placeName(pack: Pack, token: string): Localized {
  return WORDS[token] ?? zoneKind(pack, token)?.name ?? verbatim(token);
}
