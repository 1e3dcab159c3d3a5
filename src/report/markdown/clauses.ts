// The verdicts on every clause in Markdown.
import { type ClauseRow, clauseRows, countsText } from '../../findings/clauses.js';
import type { LocalView } from '../../findings/local.js';
import { verdictGroup } from '../../findings/tally.js';
import { SHORT_OUTCOMES } from '../../findings/wording/terms.js';
import { render } from '../../i18n/catalogue.js';
import { inLocale, say } from '../../i18n/locale.js';
import type { Report } from '../../lint/types.js';
import { markdownText } from '../../render/escape.js';
import { type Section, wholeSection } from '../../render/writers/budget.js';
import { markdownEvidence, markdownTable } from './text.js';

/**
 * Returns the table with a row for each clause that verdicts rest on: the worst outcome, the counts and the evidence.
 */
export function clausesSection(report: Report, view: LocalView): Section {
  const { locale } = view;
  const rows = clauseRows(report, view).map((row) => cells(row, report, view));
  const head = [
    say(locale, '条款', 'Clause'),
    say(locale, '结论', 'Verdict'),
    say(locale, '各项计数', 'Counts'),
    say(locale, '依据', 'Evidence'),
  ];
  return wholeSection(say(locale, '逐条结论', 'Clause by clause'), markdownTable(head, rows), 'always');
}

function cells({ name, verdicts, worst }: ClauseRow, report: Report, view: LocalView): string[] {
  const { locale } = view;
  const text = markdownEvidence(worst, report, locale);
  const evidence = `${markdownText(view.text(worst))}${text === undefined ? '' : say(locale, `（${text}）`, ` (${text})`)}`;
  return [
    markdownText(render(name, locale)),
    `**${inLocale(SHORT_OUTCOMES[verdictGroup(worst)], locale)}**`,
    render(countsText(verdicts), locale),
    evidence,
  ];
}
