// Questions that a verdict puts to a reviewer.

import { localizedList } from '../../i18n/list.js';
import type { Localized } from '../../i18n/locale.js';
import { citeTogether } from '../../law/lookup.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import { leadingClauses } from '../../rules/bases.js';
import { t } from '../texts.js';
import { subjectText } from './subject.js';

/**
 * Returns the question that a verdict puts to a reviewer. It asks about the clauses the verdict decides, not all it
 * cites: a view is never asked to comply with the law on clear doors. `subject` replaces the usual name of the subject.
 */
export function questionText(
  verdict: LintVerdict,
  report: Report,
  subject = subjectText(verdict.subject, report.site),
): Localized {
  const clauses = citeTogether(report.pack, leadingClauses(verdict));
  return clauses.length === 0 ? t.inOrder({ subject }) : t.complies({ subject, law: localizedList(clauses) });
}

/** Boxes for the reviewer to tick, and a line for the name. */
export const ANSWER: Localized = {
  zh: '□ 符合　□ 不符合　审查人：',
  en: '□ complies  □ does not comply  reviewer:',
};
