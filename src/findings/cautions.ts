// Cautions as texts that formats print first.
import { inBoth } from '../i18n/catalogue.js';
import { type Localized, render } from '../i18n/locale.js';
import type { Caution, LintResult, Report } from '../lint/types.js';
import { plainText } from '../render/escape.js';

/** Returns the sentences that a report prints before its first verdict, one for each caution that isn't of a kind in `but`. */
export function cautionTexts({ cautions = [] }: Report, but: ReadonlySet<Caution['kind']> = new Set()): Localized[] {
  return cautions.filter(({ kind }) => !but.has(kind)).map(({ text }) => plain(text));
}

/** True if a configuration makes the verdicts find less than sitecam's own settings would. */
export function isLoosened({ cautions = [] }: Report): boolean {
  return cautions.some(({ kind }) => kind === 'loosened');
}

/** True if the author leaves elements of the drawing out of the plan. */
export function hasLeftOut({ cautions = [] }: Report): boolean {
  return cautions.some(({ kind }) => kind === 'left-out');
}

/**
 * Returns the cautions about loosened configurations of all plans of a run, each text once. Pages on several plans
 * print them first, since their totals would mislead without them.
 */
export function sharedCautions(results: readonly LintResult[]): Localized[] {
  const texts = results.flatMap((result) =>
    result.ok ? (result.cautions ?? []).filter(({ kind }) => kind === 'loosened').map(({ text }) => plain(text)) : [],
  );
  return [...new Map(texts.map((text) => [text.zh, text])).values()];
}

function plain(text: Localized): Localized {
  return inBoth((locale) => plainText(render(text, locale)));
}
