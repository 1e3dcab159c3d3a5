// Cautions as texts that formats print first.
import { inLocale, type Locale } from '../i18n/locale.js';
import type { LintResult, Report } from '../lint/types.js';
import { plainText } from '../render/escape.js';

/** Returns the sentences that a report prints before its first verdict, one for each caution. */
export function cautionTexts({ cautions = [] }: Report, locale: Locale): string[] {
  return cautions.map(({ text }) => plainText(inLocale(text, locale)));
}

/** True if a configuration makes the verdicts find less than sitecam's own settings would. */
export function isLoosened({ cautions = [] }: Report): boolean {
  return cautions.some(({ kind }) => kind === 'loosened');
}

/** Returns what configurations loosened for any plan of a run, each text once, since totals mislead without it. */
export function sharedCautions(results: readonly LintResult[], locale: Locale): string[] {
  const texts = results.flatMap((result) =>
    result.ok ? (result.cautions ?? []).filter(({ kind }) => kind === 'loosened').map(({ text }) => text) : [],
  );
  return [...new Set(texts.map((text) => plainText(inLocale(text, locale))))];
}
