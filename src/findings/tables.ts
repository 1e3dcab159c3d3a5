// Tables that several formats print.

import { dayText } from '../i18n/day.js';
import { type Localized, verbatim } from '../i18n/locale.js';
import type { Report } from '../lint/types.js';
import { outcomeWord, verdictsByGroup } from './tally.js';
import { t } from './texts.js';
import type { ReportView } from './view.js';
import { label } from './wording/citation.js';
import { subjectText } from './wording/subject.js';
import { ORIGINS } from './wording/texts.js';

/** A table in both languages: what a `table` of a document needs. */
export interface LocalizedTable {
  readonly head: readonly Localized[];
  readonly rows: readonly (readonly Localized[])[];
}

/** Returns the table of waived findings, in the order of `verdictsByGroup(report).waived`. */
export function waivedTable(report: Report, { text }: Pick<ReportView, 'text'>): LocalizedTable {
  const head = [t.subject, t.verdict, t.finding, t.reason, t.by, t.document, t.until];
  const rows = verdictsByGroup(report).waived.map((verdict) => {
    const { waiver } = verdict;
    return [
      subjectText(verdict.subject, report.site),
      outcomeWord(verdict),
      text(verdict),
      ...[waiver?.reason, waiver?.by, waiver?.document].map((given) => verbatim(given ?? '—')),
      waiver === undefined ? verbatim('—') : dayText(waiver.until),
    ];
  });
  return { head, rows };
}

/** Returns the table of assumptions: every threshold, default and claim that verdicts rest on, and its origin. */
export function assumptionsTable({ assumptions }: Report): LocalizedTable {
  return {
    head: [t.assumption, t.value, t.origin],
    rows: assumptions.map(({ what, value, origin }) => [what, value, ORIGINS[origin]]),
  };
}

/** Returns the checklist of papers, with an empty box to tick in each row. */
export function checklistTable({ checklist, pack }: Report): LocalizedTable {
  return {
    head: [t.tick, t.paperClause, t.paper, t.statement],
    rows: checklist.map(({ clause, item, stated }) => [t.box, label(pack, clause), item, stated ?? t.notStated]),
  };
}

/**
 * Returns a line for each clause whose source text has an erratum: its citation, then the pack's note on what the
 * source has and what is printed instead.
 */
export function errataOf({ pack }: Report): readonly Localized[] {
  return pack.clauses.flatMap(({ id, corrected }) =>
    corrected === undefined ? [] : [t.labelled({ label: label(pack, id), text: corrected.note })],
  );
}
