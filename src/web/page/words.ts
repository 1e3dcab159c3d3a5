// The page's texts in its language.
import type { PageData } from '../../report/html/data.js';

/** Returns the text of an id with its values in place of the braces; `{n|finding|findings}` is chosen by the number n. */
export type Words = (id: string, values?: Readonly<Record<string, string | number>>) => string;

/** Returns the function that gives the page's texts. */
export function wordsOf({ words }: Pick<PageData, 'words'>): Words {
  return (id, values = {}) =>
    (words[id] ?? id).replace(/\{(\w+)(?:\|([^{}|]*)\|([^{}|]*))?\}/g, (whole, name, one, many) => {
      const value = values[name];
      if (value === undefined) return whole;
      return one === undefined ? String(value) : value === 1 ? one : many;
    });
}
