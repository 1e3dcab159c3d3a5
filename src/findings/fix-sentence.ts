// Sentences on proved fixes.
import type { Locale, Localized } from '../i18n/locale.js';
import type { Message } from '../i18n/message.js';
import type { Fix, Report } from '../lint/types.js';

const PROVED: Localized = { zh: '经试改并重新审查：', en: 'Computed, and proved by linting again: ' };

/** True if the text of a report mentions fixes that were tried. */
export function tellsOfFixes(text: string): boolean {
  return (
    [PROVED.zh, PROVED.en].some((words) => text.includes(words)) ||
    /已对\d+项问题试改图纸|Edits of the plan were looked for on \d+ findings/.test(text)
  );
}

/** Returns what the fixes of a finding would do, as one sentence; undefined if there are none. */
export function fixSentence(
  fixes: readonly Fix[],
  textOf: (message: Message) => string,
  locale: Locale,
): string | undefined {
  if (fixes.length === 0) return undefined;
  const ways = fixes.map(({ message }) => textOf(message));
  return locale === 'en'
    ? `${PROVED.en}${ways.join(', or ')}; this finding is then gone and no other verdict gets worse.`
    : `${PROVED.zh}${ways.join('，或者')}，本项即可消除，且不使其他判定变差。`;
}

/**
 * Returns the sentence on how many findings fixes were looked for, proved and skipped; undefined if nobody asked for
 * fixes.
 */
export function fixesSentence({ fixes }: Report, locale: Locale): string | undefined {
  if (fixes === undefined) return undefined;
  const { of, tried, untried } = fixes;
  if (locale === 'en') {
    const rest = untried === 0 ? '' : ` ${untried} more, less severe, were not tried.`;
    return `Edits of the plan were looked for on ${tried} findings and proved for ${of.size}.${rest}`;
  }
  const rest = untried === 0 ? '' : `；其余${untried}项较轻的未试`;
  return `已对${tried}项问题试改图纸并重新审查，其中${of.size}项有可行的改法${rest}。`;
}
