// Questions that a verdict puts to a reviewer.
import { list } from '../../i18n/list.js';
import { type Localized, say } from '../../i18n/locale.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import type { ReportView } from '../view.js';
import { citedClauses, label } from './citation.js';
import { subjectText } from './subject.js';

/**
 * Returns the question that a verdict puts to a reviewer. It asks about the clauses the verdict decides, not all it
 * cites: a view is never asked to comply with the law on clear doors. For clauses that exclude each other it asks which
 * applies. `subject` replaces the usual name of the subject.
 */
export function questionText(
  verdict: LintVerdict,
  report: Report,
  view: ReportView,
  subject = subjectText(verdict.subject, report.site, view.locale),
): string {
  const { locale } = view;
  const labels = (verdict.decides ?? citedClauses(verdict)).map((id) => label(report.pack, id, locale));
  if (labels.length === 0) return say(locale, `${subject}是否妥当？`, `Is ${subject} in order?`);
  const law = list(labels, locale);
  if (choosesClause(verdict, view)) {
    return labels.length === 1
      ? say(
          locale,
          `本场所是否属于${law}规定的情形？不属于的，适用哪一款（项）？`,
          `Does the site fall under ${law}? If not, which paragraph or item applies?`,
        )
      : say(
          locale,
          `${law}：本场所适用上列哪一款（项）？`,
          `${law}: which of these paragraphs or items applies to the site?`,
        );
  }
  return say(locale, `${subject}是否符合${law}？`, `Does ${subject} comply with ${law}?`);
}

/** Forms for the reviewer's answer: which clause applies, or compliance yes or no. */
export const ANSWERS = {
  choose: { zh: '适用________　审查人：', en: '________ applies  reviewer:' },
  judge: { zh: '□ 符合　□ 不符合　审查人：', en: '□ complies  □ does not comply  reviewer:' },
} as const satisfies Readonly<Record<string, Localized>>;

/** True if the answer is a clause and not yes or no: the form then has a blank instead of boxes. */
export function choosesClause({ rule }: LintVerdict, view: Pick<ReportView, 'rule'>): boolean {
  return view.rule(rule)?.asksWhichClause === true;
}
