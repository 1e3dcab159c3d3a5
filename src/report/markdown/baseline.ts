// Resolved findings in Markdown.
import { goneRows, goneTitle } from '../../findings/baseline-words.js';
import type { ReportView } from '../../findings/view.js';
import type { Report } from '../../lint/types.js';
import { markdownText } from '../../render/escape.js';
import { type Section, wholeSection } from '../../render/writers/budget.js';
import { markdownTable } from './text.js';

/** Returns the section on resolved findings of the baseline; empty if there are none. */
export function goneSection(report: Report, view: ReportView): Section {
  const { head, rows } = goneRows(report, view);
  const cells = rows.map((row) => row.map(markdownText));
  return wholeSection(goneTitle(view.locale), markdownTable(head, cells), 'settled');
}
