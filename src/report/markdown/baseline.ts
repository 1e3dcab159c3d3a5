// Resolved findings in Markdown.
import { GONE_TITLE, goneRows } from '../../findings/baseline-words.js';
import { type LocalView, tableIn } from '../../findings/local.js';
import { render } from '../../i18n/catalogue.js';
import type { Report } from '../../lint/types.js';
import { markdownText } from '../../render/escape.js';
import { type Section, wholeSection } from '../../render/writers/budget.js';
import { markdownTable } from './text.js';

/** Returns the section on resolved findings of the baseline; empty if there are none. */
export function goneSection(report: Report, view: LocalView): Section {
  const { head, rows } = tableIn(goneRows(report, view), view.locale);
  const cells = rows.map((row) => row.map(markdownText));
  return wholeSection(render(GONE_TITLE, view.locale), markdownTable(head, cells), 'settled');
}
