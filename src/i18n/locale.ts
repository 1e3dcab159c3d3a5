/** The languages every message, report and document exists in. */
export type Locale = 'zh-CN' | 'en';

/** A text in both languages. `zh` is what a police reviewer reads; `en` is a rendering. */
export interface Localized {
  readonly zh: string;
  readonly en: string;
}

/** The text of `localized` in `locale`. */
export function inLocale(localized: Localized, locale: Locale): string {
  return locale === 'en' ? localized.en : localized.zh;
}

/** The same text in both languages: an id, a name from the plan, a formatted figure. */
export function verbatim(text: string): Localized {
  return { zh: text, en: text };
}

/** A sentence without the stop it ends with, for a message that ends with it: its own stop stands behind. */
export function withoutStop({ zh, en }: Localized): Localized {
  return { zh: zh.replace(/。$/, ''), en: en.replace(/\.$/, '') };
}

/** One of two texts, by locale: for words said in one place alone. */
export function say(locale: Locale, zh: string, en: string): string {
  return inLocale({ zh, en }, locale);
}
