import type { Locale, Localized } from '../i18n/locale.js';
import type { Message } from '../i18n/message.js';
import type { Fix, Report } from '../lint/types.js';

const PROVED: Localized = { zh: '经试改并重新审查：', en: 'Computed, and proved by linting again: ' };

/** Whether a report tells of edits that were tried. */
export function tellsOfFixes(text: string): boolean {
  return (
    [PROVED.zh, PROVED.en].some((words) => text.includes(words)) ||
    /已对\d+项问题试改图纸|Edits of the plan were looked for on \d+ findings/.test(text)
  );
}

/** What computed edits would do, as one sentence; undefined where there is none. */
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

/** For how many findings edits were looked for, found and left out; undefined where that wasn't asked. */
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
