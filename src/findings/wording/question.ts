// Questions that a verdict puts to a reviewer.

import { catalogue } from '../../i18n/catalogue.js';
import { localizedList } from '../../i18n/list.js';
import type { Localized } from '../../i18n/locale.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import { leadingClauses } from '../../rules/bases.js';
import { t } from '../texts.js';
import type { ReportView } from '../view.js';
import { label } from './citation.js';
import { subjectText } from './subject.js';

/**
 * Returns the question that a verdict puts to a reviewer. It asks about the clauses the verdict decides, not all it
 * cites: a view is never asked to comply with the law on clear doors. For clauses that exclude each other it asks which
 * applies. `subject` replaces the usual name of the subject.
 */
export function questionText(
  verdict: LintVerdict,
  report: Report,
  view: Pick<ReportView, 'rule'>,
  subject = subjectText(verdict.subject, report.site),
): Localized {
  const labels = leadingClauses(verdict).map((id) => label(report.pack, id));
  if (labels.length === 0) return t.inOrder({ subject });
  const law = localizedList(labels);
  if (!choosesClause(verdict, view)) return t.complies({ subject, law });
  return labels.length === 1 ? t.fallsUnder({ law }) : t.whichApplies({ law });
}

/** Forms for the reviewer's answer: which clause applies, or compliance yes or no. */
export const ANSWERS = catalogue('answer', {
  choose: { zh: '适用________　审查人：', en: '________ applies  reviewer:' },
  judge: { zh: '□ 符合　□ 不符合　审查人：', en: '□ complies  □ does not comply  reviewer:' },
});

/** True if the answer is a clause and not yes or no: the form then has a blank instead of boxes. */
export function choosesClause({ rule }: LintVerdict, view: Pick<ReportView, 'rule'>): boolean {
  return view.rule(rule)?.asksWhichClause === true;
}
