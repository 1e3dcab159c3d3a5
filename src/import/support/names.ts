import type { Properties } from '../types.js';

/** Languages (BCP 47, or with `_`) by whom the plan is for: a reviewer in Inner Mongolia. '' is a text of no said language. */
const ORDER = [/^zh(?:[-_](?:hans|cn))?$/i, /^zh(?![a-z])/i, /^$/, /^en(?![a-z])/i, /^/];

/**
 * The name under the first of `keys` that has one, Chinese before English before whatever there is: `name:zh`, `name.en`,
 * `name`. A plain text is taken for the language of the place, so it comes after Chinese and before English.
 */
export function nameOf(properties: Properties, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const found = namesOf(properties, key);
    const [name] = ORDER.flatMap((wanted) => found.find(({ language }) => wanted.test(language)) ?? []);
    if (name !== undefined) return name.text;
  }
  return undefined;
}

/** All names under `key`, with their languages; '' for one that doesn't say. */
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
