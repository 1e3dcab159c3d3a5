// The view of a run in one language, for formats that are no documents.
import { type Locale, type Localized, render } from '../i18n/locale.js';
import type { Message } from '../i18n/message.js';
import type { LintVerdict, ReportInput } from '../lint/types.js';
import { type ReportView, reportView } from './view.js';

/** A {@link ReportView} whose texts are in one language, `locale`; `both` is the one with both languages. */
export interface LocalView extends Omit<ReportView, 'text' | 'advice' | 'messageText'> {
  readonly locale: Locale;
  readonly both: ReportView;
  readonly text: (verdict: LintVerdict) => string;
  readonly advice: (verdict: LintVerdict) => string | undefined;
  readonly messageText: (message: Message, ruleId?: string) => string;
}

/** Returns the {@link LocalView} of the run `input` in `locale`. */
export function localView(input: ReportInput, locale: Locale): LocalView {
  const both = reportView(input);
  return {
    ...both,
    locale,
    both,
    text: (verdict) => render(both.text(verdict), locale),
    advice: (verdict) => maybeIn(both.advice(verdict), locale),
    messageText: (message, ruleId) => render(both.messageText(message, ruleId), locale),
  };
}

/** Returns the text in `locale`; undefined if there is none. */
export function maybeIn(text: Localized | undefined, locale: Locale): string | undefined {
  return text === undefined ? undefined : render(text, locale);
}

/** Returns the texts in `locale`. */
export function allIn(texts: readonly Localized[], locale: Locale): string[] {
  return texts.map((text) => render(text, locale));
}
