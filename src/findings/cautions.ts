import { inLocale, type Locale } from '../i18n/locale.js';
import type { LintResult, Report } from '../lint/types.js';
import { plainText } from '../render/escape.js';

/** What a report says before its first verdict, a sentence each: what was loosened, what of the author's wasn't taken. */
export function cautionTexts({ cautions = [] }: Report, locale: Locale): string[] {
  return cautions.map(({ text }) => plainText(inLocale(text, locale)));
}

/** Whether the verdicts find less than sitecam's own settings would. */
export function isLoosened({ cautions = [] }: Report): boolean {
  return cautions.some(({ kind }) => kind === 'loosened');
}

/** What configurations loosened for any plan of a run, each once: a total must not be read without it. */
export function sharedCautions(results: readonly LintResult[], locale: Locale): string[] {
  const texts = results.flatMap((result) =>
    result.ok ? (result.cautions ?? []).filter(({ kind }) => kind === 'loosened').map(({ text }) => text) : [],
  );
  return [...new Set(texts.map((text) => plainText(inLocale(text, locale))))];
}
