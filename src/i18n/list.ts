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

/** A dynamic part of a sentence in the quotes of `locale`: “C1” / 'C1'. */
export function quote(text: string, locale: Locale): string {
  return locale === 'zh-CN' ? `“${text}”` : `'${text}'`;
}
