import { type ClauseRow, clauseRows, countsText } from '../../findings/clauses.js';
import { groupOf } from '../../findings/tally.js';
import type { View } from '../../findings/view.js';
import { SHORT_OUTCOMES } from '../../findings/wording/terms.js';
import { inLocale, say } from '../../i18n/locale.js';
import type { Report } from '../../lint/types.js';
import { markdownText } from '../../render/escape.js';
import { type Section, whole } from './budget.js';
import { evidenceText, table } from './text.js';

/** One row per clause that a verdict rests on: the worst verdict, how many of each, and what shows it. */
export function clausesSection(report: Report, view: View): Section {
  const { locale } = view;
  const rows = clauseRows(report, view).map((row) => cells(row, report, view));
  const head = [
    say(locale, '条款', 'Clause'),
    say(locale, '结论', 'Verdict'),
    say(locale, '各项计数', 'Counts'),
    say(locale, '依据', 'Evidence'),
  ];
  return whole(say(locale, '逐条结论', 'Clause by clause'), table(head, rows), 'always');
}

function cells({ name, verdicts, worst }: ClauseRow, report: Report, view: View): string[] {
  const { locale } = view;
  const text = evidenceText(worst, report, locale);
  const evidence = `${markdownText(view.text(worst))}${text === undefined ? '' : say(locale, `（${text}）`, ` (${text})`)}`;
  return [
    markdownText(name),
    `**${inLocale(SHORT_OUTCOMES[groupOf(worst)], locale)}**`,
    countsText(verdicts, locale),
    evidence,
  ];
}
