import type { Properties } from './types.js';

/**
 * The name under the first of `keys` that has one, Chinese before English before whatever there is: `name:zh`, `name.en`,
 * `name`. A plain text is taken for the language of the place, so it comes after Chinese and before English.
 */
export function nameOf(properties: Properties, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const found = namesOf(properties, key);
    const name =
      found.find(({ language }) => /^zh\b/i.test(language)) ??
      found.find(({ language }) => language === '') ??
      found.find(({ language }) => /^en\b/i.test(language)) ??
      found[0];
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
