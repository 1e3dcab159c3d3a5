// Repairs texts whose UTF-8 was misread as a code page.

import type { Note } from '../notes.js';
import type { ImportSource, Properties } from '../types.js';
import { misread } from './texts.js';

/**
 * Characters 128 to 255 of the code pages that UTF-8 is most often misread as: two of the Windows console, and
 * Windows-1252.
 */
const PAGES = {
  'CP 850':
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
  'CP 437':
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  // TextDecoder is no use here: Node.js reads windows-1252 as Latin-1, which has no letters from 0x80 to 0x9f.
  'Windows-1252': `€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ${charsFrom(0xa0, 0xff)}`,
} as const;

function charsFrom(first: number, last: number): string {
  return String.fromCharCode(...Array.from({ length: last - first + 1 }, (_, i) => first + i));
}

/** Signs of misread UTF-8 that no name has: box-drawing lines; Ã or Â before a sign; or two such pairs. */
const TELLTALE = {
  'CP 850': /[\u2500-\u259f]/,
  'CP 437': /[\u2500-\u259f]/,
  'Windows-1252': /[ÂÃ][\u0080-\u00bf\u0152-\u2122]|(?:[À-ô][^A-Za-zÀ-ÿ\s].*){2}/s,
} as const satisfies Readonly<Record<keyof typeof PAGES, RegExp>>;

type Page = keyof typeof PAGES;

const pages = Object.keys(PAGES) as readonly Page[];

const bytesOf: Readonly<Record<Page, ReadonlyMap<string, number>>> = {
  'CP 850': bytesIn('CP 850'),
  'CP 437': bytesIn('CP 437'),
  'Windows-1252': bytesIn('Windows-1252'),
};

function bytesIn(page: Page): ReadonlyMap<string, number> {
  return new Map([...PAGES[page]].map((char, index) => [char, index + 128]));
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Returns `text` as it was before its UTF-8 was misread as the code page `page`: `Stra├ƒe` becomes `Straße`. Undefined
 * if it wasn't misread: the whole text must turn back into valid UTF-8, which rarely happens by chance.
 */
export function beforeMisreading(text: string, page: Page): string | undefined {
  if (!TELLTALE[page].test(text)) return undefined;
  const bytes: number[] = [];
  for (const char of text) {
    const code = char.charCodeAt(0);
    const byte = code < 128 ? code : bytesOf[page].get(char);
    if (byte === undefined) return undefined;
    bytes.push(byte);
  }
  try {
    const read = utf8.decode(Uint8Array.from(bytes));
    return /[\p{C}\u0250-\u02af]/u.test(read.replace(/\s/g, '')) ? undefined : read;
  } catch {
    return undefined;
  }
}

/**
 * Repairs texts of a source whose UTF-8 was misread earlier. Of the code pages the one that explains most texts is
 * used. If `strict`, only adds the note.
 */
export function mendTexts(source: ImportSource, strict: boolean): ImportSource {
  const texts = new Set(textsOf(source));
  const [best] = pages
    .map((page) => ({ page, found: foundIn(texts, page) }))
    .sort((a, b) => b.found.size - a.found.size);
  const [example] = best?.found ?? [];
  if (best === undefined || example === undefined) return source;
  const { page, found } = best;
  const note: Note = {
    sort: strict ? 'refused' : 'mended',
    message: misread.misread({ page, from: example[0], to: example[1] }),
    count: found.size,
  };
  const notes = [note, ...source.notes];
  if (strict) return { ...source, notes };
  const mended = (text: string | undefined): string | undefined =>
    text === undefined ? text : (found.get(text) ?? text);
  return {
    ...source,
    name: mended(source.name),
    levels: source.levels.map((level) => ({ ...level, short: mended(level.short), name: mended(level.name) })),
    features: source.features.map((feature) => ({ ...feature, properties: mendedIn(feature.properties, found) })),
    notes,
  };
}

function textsOf({ name, levels, features }: ImportSource): string[] {
  const values = features.flatMap(({ properties }) => Object.values(properties));
  return [name, ...levels.flatMap((level) => [level.short, level.name]), ...values].flatMap((value) =>
    typeof value === 'string' ? [value] : [],
  );
}

function foundIn(texts: ReadonlySet<string>, page: Page): Map<string, string> {
  return new Map(
    [...texts].flatMap((text) => {
      const before = beforeMisreading(text, page);
      return before === undefined ? [] : [[text, before] as const];
    }),
  );
}

function mendedIn(properties: Properties, found: ReadonlyMap<string, string>): Properties {
  const isMisread = (value: unknown): boolean => typeof value === 'string' && found.has(value);
  if (!Object.values(properties).some(isMisread)) return properties;
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [
      key,
      typeof value === 'string' ? (found.get(value) ?? value) : value,
    ]),
  );
}
