import { goneRows, goneTitle } from '../../findings/baseline-words.js';
import type { View } from '../../findings/view.js';
import type { Report } from '../../lint/types.js';
import { markdownText } from '../../render/escape.js';
import { type Section, whole } from './budget.js';
import { table } from './text.js';

/** Findings of the baseline that are none any more; nothing where there are none. */
export function goneSection(report: Report, view: View): Section {
  const { head, rows } = goneRows(report, view);
  const cells = rows.map((row) => row.map(markdownText));
  return whole(goneTitle(view.locale), table(head, cells), 'settled');
}
