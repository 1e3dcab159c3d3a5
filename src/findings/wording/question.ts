// Questions that a verdict puts to a reviewer.

import { localizedList } from '../../i18n/list.js';
import type { Localized } from '../../i18n/locale.js';
import { citeTogether } from '../../law/lookup.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import { leadingClauses } from '../../rules/bases.js';
import { t } from '../texts.js';
import { subjectText } from './subject.js';

/**
 * Returns the question that a verdict puts to a reviewer: does the subject comply with the clauses that decide with the
 * verdict's own outcome? Clauses that it only cites aren't asked about, such as a law on clear doors for a view.
 * Without any such clause it asks whether the subject is in order. `subject` replaces the usual name of the subject.
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
