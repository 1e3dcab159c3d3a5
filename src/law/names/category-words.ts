// Everyday words by which people look for a category of site. They decide nothing: which category a site is of, its author says.
import words from '../packs/common/category-words.json' with { type: 'json' };

const WORDS: Readonly<Record<string, readonly string[]>> = words;

/** Returns everyday Chinese words (宾馆, KTV) for the category of site `id`; [] if its name is what people say. */
export function wordsForCategory(id: string): readonly string[] {
  return Object.hasOwn(WORDS, id) ? WORDS[id] : [];
}
