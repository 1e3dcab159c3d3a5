// The sentences of a verdict for formats that write one language and no document.

import { type Locale, render, SENTENCE_GAP, verbatim } from '../../i18n/locale.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import { type LocalView, maybeIn } from '../local.js';
import { t } from '../texts.js';
import { basesText } from './bases.js';
import { penaltySentences } from './citation.js';
import { coverageSentence, sightSentence } from './sightline.js';

/** The sentences of a verdict. */
export interface VerdictSentences {
  /** The rule's own sentence. */
  readonly text: string;
  /** The sentence on the sight line, the first of the remarks; undefined if there is none. */
  readonly sight: string | undefined;
  /** Evidence, the clause unless the rule's sentence names it, penalties and advice. */
  readonly remarks: readonly string[];
}

/** Returns the sentences of a verdict. */
export function verdictSentences(verdict: LintVerdict, report: Report, view: LocalView): VerdictSentences {
  const { locale } = view;
  const both = view.both.text(verdict);
  const text = render(both, locale);
  const sight = maybeIn(sightSentence(verdict, report), locale);
  const clause = basesText(verdict, report.pack);
  const advice = view.advice(verdict);
  const remarks = [
    sight,
    maybeIn(coverageSentence(verdict, both), locale),
    clause === undefined ? undefined : render(t.clauseIs({ clause }), locale),
    ...penaltySentences(report.pack, verdict, both)[locale === 'en' ? 'en' : 'zh'],
    advice === undefined ? undefined : closedSentence(advice, locale),
  ];
  return { text, sight, remarks: remarks.filter((one) => one !== undefined) };
}

/** Returns all sentences of a verdict one after the other. */
export function verdictText(verdict: LintVerdict, report: Report, view: LocalView): string {
  const { text, remarks } = verdictSentences(verdict, report, view);
  return [text, ...remarks].join(render(SENTENCE_GAP, view.locale));
}

/** Returns `text` as a sentence that ends with a period, as validators require; a question is put in brackets. */
export function closedSentence(text: string, locale: Locale): string {
  if (/[.。]$/.test(text)) return text;
  return render((/[?？]$/.test(text) ? t.endedQuestion : t.ended)({ text: verbatim(text) }), locale);
}
