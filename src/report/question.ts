import type { Judged, Report } from '../engine/types.js';
import { list } from '../i18n/list.js';
import { type Locale, say } from '../i18n/locale.js';
import { citedClauses, label } from './citation.js';
import { subjectText } from './subject.js';

/**
 * What a person is asked to judge of a verdict. Asked is what it decides, not all that is cited: a view is never asked to
 * comply with the law on clear doors. `subject`: how it is called, where that isn't as reports call it.
 */
export function questionText(
  verdict: Judged,
  report: Report,
  locale: Locale,
  subject = subjectText(verdict.subject, report.site, locale),
): string {
  const labels = (verdict.decides ?? citedClauses(verdict)).map((id) => label(report.pack, id, locale));
  if (labels.length === 0) return say(locale, `${subject}是否妥当？`, `Is ${subject} in order?`);
  const law = list(labels, locale);
  return say(locale, `${subject}是否符合${law}？`, `Does ${subject} comply with ${law}?`);
}
