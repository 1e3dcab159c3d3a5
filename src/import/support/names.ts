// Names in several languages.

import type { Properties } from '../types.js';

/**
 * Languages (BCP 47, or with `_`) in the order that suits a plan's readers, reviewers in Inner Mongolia. '' is a name
 * without a stated language.
 */
const ORDER = [/^zh(?:[-_](?:hans|cn))?$/i, /^zh(?![a-z])/i, /^$/, /^en(?![a-z])/i, /^/];

/**
 * Returns the name under the first of `keys` that has one (`name:zh`, `name.en`, `name`); undefined if none has.
 * Chinese comes first, then a name without a language, which is in the local one, then English, then others.
 */
export function nameOf(properties: Properties, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const found = namesOf(properties, key);
    const [name] = ORDER.flatMap((wanted) => found.find(({ language }) => wanted.test(language)) ?? []);
    if (name !== undefined) return name.text;
  }
  return undefined;
}

/** Returns all names under `key` with their languages; '' for a name without a stated language. */
export function namesOf(properties: Properties, key: string): { readonly language: string; readonly text: string }[] {
  return Object.entries(properties).flatMap(([name, value]) => {
    const text = String(value).trim();
    if (text === '') return [];
    if (name === key) return [{ language: '', text }];
    if (name.startsWith(`${key}.`) || name.startsWith(`${key}:`))
      return [{ language: name.slice(key.length + 1), text }];
    return [];
  });
}
