import type { Category, Pack } from './types.js';

/** The category of site that a person means by `text`: its id, or its name in Chinese or English; undefined for none. */
export function categoryNamed(pack: Pack, text: string): Category | undefined {
  const wanted = normal(text);
  return pack.categories.find(({ id, name }) => [id, name.zh, name.en].map(normal).includes(wanted));
}

function normal(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
}
