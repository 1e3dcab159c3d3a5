// The report's text on one plan, as the sections that the page folds beside the drawing.
import { type ClauseRow, clauseRows, countsText, rowText } from '../../findings/clauses.js';
import type { ReportView } from '../../findings/view.js';
import { siteText } from '../../findings/wording/site.js';
import { SHORT_OUTCOMES } from '../../findings/wording/texts.js';
import { type Locale, type Localized, render, verbatim } from '../../i18n/locale.js';
import type { LintResult, Report, ReportInput } from '../../lint/types.js';
import type { Block } from '../../render/document.js';
import { htmlText, table } from '../../render/html-text.js';
import { HtmlWriter } from '../../render/writers/html.js';
import { unreadableSection } from '../lint/faults.js';
import { headBlocks } from '../lint/page.js';
import { assumptionsSection, checklistSection, goneSection, waivedSection } from '../lint/tables.js';
import { t } from './texts.js';

/**
 * Returns the sections of the report's text on one plan, as names and HTML: what it was judged by, the verdicts by clause,
 * notes and figures. A plan that can't be read has one section without a name.
 */
export function recordSections(
  result: LintResult,
  input: ReportInput,
  view: ReportView,
  locale: Locale,
): (readonly [name: string, html: string])[] {
  const writer = new HtmlWriter({ locale, look: 'page' });
  const box = (...blocks: Block[]) => writer.blocks(blocks, 2);
  const named = (name: Localized, html: string): [string, string] => [render(name, locale), html];
  if (!result.ok) {
    return [['', box({ block: 'section', title: verbatim(result.path), blocks: [unreadableSection(result, view)] })]];
  }
  const { blocks, facts } = headBlocks(result, input);
  const notes = [
    waivedSection(result, view),
    goneSection(result, view),
    assumptionsSection(result),
    checklistSection(result),
  ];
  return [
    named(t.based, box({ block: 'section', title: siteText(result.site.name), blocks: [...blocks, facts] })),
    named(t.clauses, clausesPart(result, view, locale)),
    named(t.notes, box(...notes)),
  ];
}

/**
 * Returns the table of the verdicts on every clause, with the counts that Markdown has. Clauses that don't apply are
 * folded away; a button shows a row's findings.
 */
function clausesPart(report: Report, view: ReportView, locale: Locale): string {
  const rows = clauseRows(report, view);
  const isIdle = ({ group }: ClauseRow) => group === 'notApplicable';
  const idle = rows.filter(isIdle);
  const text = (one: Localized) => htmlText(render(one, locale));
  const part = (caption: Localized, shown: readonly ClauseRow[]) => {
    const cells = shown.map((row) => {
      const { key, name, group } = row;
      const settled = group === 'pass' || group === 'notApplicable' || group === 'waived';
      const more = `<br><button type="button" class="link" data-clause="${htmlText(key)}">${text(t['show-clause'])}</button>`;
      return [
        `${text(name)}${settled ? '' : more}`,
        `<span class="tag ${group}">${text(SHORT_OUTCOMES[group])}</span><span class="small">${text(countsText(row))}</span>`,
        text(rowText(row, row.worst, view)),
      ];
    });
    const head = [t.clause, t.verdict, t.evidence].map((one) => render(one, locale));
    return `<div class="verdicts">${table(render(caption, locale), head, cells)}</div>`;
  };
  const main = part(
    t.clauses,
    rows.filter((row) => !isIdle(row)),
  );
  if (idle.length === 0) return main;
  const title = t.idle({ n: idle.length });
  return `${main}<details class="settled"><summary>${text(title)}</summary>${part(title, idle)}</details>`;
}
