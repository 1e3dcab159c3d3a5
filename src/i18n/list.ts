import type { Locale, Localized } from './locale.js';

/** `items` as an enumeration: 甲、乙和丙 needs no 和 in a report: 甲、乙、丙 / a, b and c. */
export function list(items: readonly string[], locale: Locale): string {
  if (locale === 'zh-CN') return items.join('、');
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;
}

/** The same enumeration in both languages, for a message's parameter. */
export function localizedList(items: readonly Localized[]): Localized {
  return {
    zh: list(
      items.map((item) => item.zh),
      'zh-CN',
    ),
    en: list(
      items.map((item) => item.en),
      'en',
    ),
  };
}

/**
 * `text` from a plan as it can stand in the quotes of `locale`: its own double quotes become single ones, in English its
 * single ones apostrophes. A room named `A”，未发现不符合。“B` would otherwise end the quotes and go on as the report.
 */
export function inQuotes(text: string, locale: Locale): string {
  if (locale === 'en') return text.replace(/['\uff07]/g, '’');
  return text
    .replace(/[“„‟〝]/g, '‘')
    .replace(/[”〞〟]/g, '’')
    .replace(/["\uff02]/g, "'");
}

/** A dynamic part of a sentence in the quotes of `locale`, which it can't end: “C1” / 'C1'. */
export function quote(text: string, locale: Locale): string {
  const inner = inQuotes(text, locale);
  return locale === 'zh-CN' ? `“${inner}”` : `'${inner}'`;
}

/** The same in both languages, for a message's parameter. */
export function quoted(text: string): Localized {
  return { zh: quote(text, 'zh-CN'), en: quote(text, 'en') };
}

/** `inQuotes` in both languages, where the template has the quotes. */
export function forQuotes(text: string): Localized {
  return { zh: inQuotes(text, 'zh-CN'), en: inQuotes(text, 'en') };
}
