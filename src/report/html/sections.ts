// Sections that the HTML page has its own way: the head, the plans of a run, and clauses that lead to their findings.
import { type ClauseRow, clauseRows, countsText } from '../../findings/clauses.js';
import { verdictGroup } from '../../findings/tally.js';
import type { ReportView } from '../../findings/view.js';
import { siteText } from '../../findings/wording/subject.js';
import { SHORT_OUTCOMES } from '../../findings/wording/terms.js';
import { render } from '../../i18n/catalogue.js';
import type { Locale, Localized } from '../../i18n/locale.js';
import type { LintResult, Report, ReportInput } from '../../lint/types.js';
import type { Block, Section } from '../../render/document.js';
import { htmlText, table } from '../../render/html-text.js';
import { headBlocks, overviewBlocks } from '../lint/page.js';
import { t } from './texts.js';

/** Returns the head: the headline, then what was judged and by which text, folded. */
export function headSection(report: Report, input: ReportInput): Section {
  const { blocks, facts } = headBlocks(report, input);
  const folded: Section = { block: 'section', title: t.facts, folded: true, blocks: [facts] };
  return { block: 'section', title: siteText(report.site.name), blocks: [...blocks, folded] };
}

/** Returns the total of a run over several plans, then each plan with its verdict. */
export function overviewOf(results: readonly LintResult[]): Block[] {
  return overviewBlocks(results).map((block) => (block.block === 'table' ? { ...block, caption: t.plans } : block));
}

/**
 * Returns the table of the verdicts on every clause, with the counts that Markdown has. Clauses that don't apply are
 * folded away; a button shows a row's findings.
 */
export function clausesPart(report: Report, view: ReportView, locale: Locale): string {
  const rows = clauseRows(report, view);
  const isIdle = ({ worst }: ClauseRow) => verdictGroup(worst) === 'notApplicable';
  const idle = rows.filter(isIdle);
  const text = (one: Localized) => htmlText(render(one, locale));
  const part = (caption: Localized, shown: readonly ClauseRow[]) => {
    const cells = shown.map(({ key, name, verdicts, worst }) => {
      const group = verdictGroup(worst);
      const settled = group === 'pass' || group === 'notApplicable' || group === 'waived';
      const more = `<br><button type="button" class="link" data-clause="${htmlText(key)}">${text(t['show-clause'])}</button>`;
      return [
        `${text(name)}${settled ? '' : more}`,
        `<span class="tag ${group}">${text(SHORT_OUTCOMES[group])}</span><span class="small">${text(countsText(verdicts))}</span>`,
        text(view.text(worst)),
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
