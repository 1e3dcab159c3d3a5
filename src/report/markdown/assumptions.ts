// The page of assumptions in Markdown.
import { allIn, type LocalView, tableIn } from '../../findings/local.js';
import { assumptionsTable, errataOf } from '../../findings/tables.js';
import { say } from '../../i18n/locale.js';
import type { Report } from '../../lint/types.js';
import { markdownText } from '../../render/escape.js';
import { type Section, wholeSection } from '../../render/writers/budget.js';
import { markdownTable } from './text.js';

/** Returns the page of assumptions: every threshold, default and claim that verdicts rest on, and its origin. */
export function assumptionsSection(report: Report, view: LocalView): Section {
  const { locale } = view;
  const { head, rows } = tableIn(assumptionsTable(report), locale);
  const errata = allIn(errataOf(report), locale).map((note) => `- ${markdownText(note)}`);
  const text = [
    markdownTable(
      head,
      rows.map((row) => row.map(markdownText)),
    ),
    ...(errata.length === 0 ? [] : [errata.join('\n')]),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
  return wholeSection(say(locale, '前提与假定', 'Assumptions'), text, 'always');
}
