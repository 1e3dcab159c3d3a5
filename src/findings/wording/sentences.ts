// The sentences of a verdict for formats that write one language and no document.

import { type Locale, render, SENTENCE_GAP, verbatim } from '../../i18n/locale.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import type { Fold } from '../groups.js';
import { allIn, type LocalView, maybeIn } from '../local.js';
import { t } from '../texts.js';
import { basesText } from './bases.js';
import { penaltySentences } from './citation.js';
import { rowsElsewhere } from './rows.js';
import { coverageSentence, sightSentence } from './sightline.js';

/** Sentences that a report prints of one verdict: the rule's, then remarks. */
export interface VerdictSentences {
  /** The rule's own sentence. */
  readonly text: string;
  /** Evidence, the clause unless the rule's sentence names it, penalties and advice. */
  readonly remarks: readonly string[];
}

/** Returns the sentences of a verdict. */
export function verdictSentences(verdict: LintVerdict, report: Report, view: LocalView): VerdictSentences {
  const { locale } = view;
  const both = view.both.text(verdict);
  const text = render(both, locale);
  const clause = basesText(verdict, report.pack);
  const advice = view.advice(verdict);
  const remarks = [
    maybeIn(sightSentence(verdict, report), locale),
    maybeIn(coverageSentence(verdict, both), locale),
    clause === undefined ? undefined : render(t.clauseIs({ clause }), locale),
    ...penaltySentences(report.pack, verdict, both)[locale === 'en' ? 'en' : 'zh'],
    advice === undefined ? undefined : closedSentence(advice, locale),
  ];
  return { text, remarks: remarks.filter((one) => one !== undefined) };
}

/** Returns all sentences of a verdict, or of a fold whose rows aren't listed, one after the other. */
export function verdictText(fold: Fold, report: Report, view: LocalView): string {
  const { text, remarks } = verdictSentences(fold.first, report, view);
  const more = allIn(rowsElsewhere(fold, report), view.locale);
  return [text, ...more, ...remarks].join(render(SENTENCE_GAP, view.locale));
}

/**
 * Returns `text` as a sentence that ends with a period, as validators of SARIF require. A question is put in brackets
 * before the period.
 */
export function closedSentence(text: string, locale: Locale): string {
  if (/[.。]$/.test(text)) return text;
  return render((/[?？]$/.test(text) ? t.endedQuestion : t.ended)({ text: verbatim(text) }), locale);
}
