// Enumerations and quotation marks in both languages.
import { type Locale, type Localized, verbatim } from './locale.js';

/** Returns `items` as an enumeration: 甲、乙、丙 / a, b and c. Chinese reports need no 和 before the last item. */
export function list(items: readonly string[], locale: Locale): string {
  if (locale === 'zh-CN') return items.join('、');
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;
}

/** Returns `items` as an enumeration in both languages, for a message's parameter. A plain text is the same in both. */
export function localizedList(items: readonly (Localized | string)[]): Localized {
  const texts = items.map((item) => (typeof item === 'string' ? verbatim(item) : item));
  const [zh, en] = [texts.map((text) => text.zh), texts.map((text) => text.en)];
  return { zh: list(zh, 'zh-CN'), en: list(en, 'en') };
}

/**
 * A list written out, with the number of its items, so that a word beside it can agree with that number: `{clauses}
 * {clauses|applies|apply}` takes `applies` for one clause.
 */
export interface Enumeration extends Localized {
  readonly count: number;
}

/** Returns the list written out as {@link localizedList} does, with the number of its items. */
export function countedList(items: readonly (Localized | string)[]): Enumeration {
  return { ...localizedList(items), count: items.length };
}

/**
 * Returns `text` from a plan so that it can stand in the quotes of `locale`: in Chinese its double quotes become single
 * ones, in English its single quotes become apostrophes. Otherwise a room named `A”，未发现不符合。“B` would end the quotes and
 * continue as the report's own words.
 */
export function inQuotes(text: string, locale: Locale): string {
  if (locale === 'en') return text.replace(/['\uff07]/g, '’');
  return text
    .replace(/[“„‟〝]/g, '‘')
    .replace(/[”〞〟]/g, '’')
    .replace(/["\uff02]/g, "'");
}

/** Returns `text` in the quotes of `locale`, which the text can't end: “C1” / 'C1'. */
export function quote(text: string, locale: Locale): string {
  const inner = inQuotes(text, locale);
  return locale === 'zh-CN' ? `“${inner}”` : `'${inner}'`;
}

/** Returns `text` in quotes in both languages, for a message's parameter. */
export function quoted(text: string): Localized {
  return { zh: quote(text, 'zh-CN'), en: quote(text, 'en') };
}

/** Returns `inQuotes` of `text` in both languages, for a template that has the quotes itself. */
export function forQuotes(text: string): Localized {
  return { zh: inQuotes(text, 'zh-CN'), en: inQuotes(text, 'en') };
}
