// The two languages, and texts that exist in both.
/** The languages that every message, report and document exists in. */
export type Locale = 'zh-CN' | 'en';

/** A text in both languages. `zh` is what a police reviewer reads; `en` is a rendering. */
export interface Localized {
  readonly zh: string;
  readonly en: string;
}

/** Stands between sentences, and between a label's colon and its text: nothing in Chinese, a space in English. */
export const SENTENCE_GAP: Localized = { zh: '', en: ' ' };

/** Returns the text of `localized` in `locale`. For writers: what comes before them keeps both languages. */
export function render(localized: Localized, locale: Locale): string {
  return locale === 'en' ? localized.en : localized.zh;
}

/** Returns only `zh` and `en` of a text, for data: a text of a catalogue also has an id and values. */
export function bothLanguages({ zh, en }: Localized): Localized {
  return { zh, en };
}

/** Returns a text with `zh` in place of its Chinese, for the words of a law, which are in its pack. */
export function withChinese({ en }: Localized, zh: string): Localized {
  return { zh, en };
}

/** Returns `text` as the text of both languages: an id, a name from the plan, a formatted figure. */
export function verbatim(text: string): Localized {
  return { zh: text, en: text };
}

/** Returns a sentence without its final full stop, for use at the end of a message that adds its own. */
export function withoutStop({ zh, en }: Localized): Localized {
  return { zh: zh.replace(/。$/, ''), en: en.replace(/\.$/, '') };
}

/**
 * Returns the first sentence of a text, with a full stop; if `atSemicolon` is true, only as far as its first semicolon.
 */
export function firstSentence({ zh, en }: Localized, atSemicolon = false): Localized {
  const ends = atSemicolon
    ? { zh: /[。；]/, en: /(?<!\bArt)\.(?= |$)|;(?= |$)/ }
    : { zh: /。/, en: /(?<!\bArt)\.(?= |$)/ };
  return { zh: `${zh.split(ends.zh, 1)[0]}。`, en: `${en.split(ends.en, 1)[0]}.` };
}
