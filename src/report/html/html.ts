// The report as one HTML page.

import { drawingOf } from '../../draw/model.js';
import { type ClauseRow, clauseRows, countsText, rowText } from '../../findings/clauses.js';
import { NO_PLAN } from '../../findings/tally.js';
import { type ReportView, reportView } from '../../findings/view.js';
import { headingName, siteText } from '../../findings/wording/subject.js';
import { SHORT_OUTCOMES } from '../../findings/wording/texts.js';
import { joined } from '../../i18n/catalogue.js';
import { type Locale, type Localized, render, verbatim } from '../../i18n/locale.js';
import type { LintResult, Report, ReportInput } from '../../lint/types.js';
import type { Block, Section } from '../../render/document.js';
import { plainText } from '../../render/escape.js';
import { htmlText, jsonText, table } from '../../render/html-text.js';
import { HtmlWriter } from '../../render/writers/html.js';
import type { Format } from '../format.js';
import { unreadableSection } from '../lint/faults.js';
import { headBlocks, overviewBlocks } from '../lint/page.js';
import { assumptionsSection, checklistSection, goneSection, waivedSection } from '../lint/tables.js';
import { t as texts } from '../lint/texts.js';
import { paragraph, withMore } from '../lint/words.js';
import { runComment } from '../run-block.js';
import type { PageData, PlanData } from './data.js';
import { planData } from './findings.js';
import { levelData } from './geometry.js';
import { pageEnd, pageMiddle, pageStart } from './shell.js';
import { t, wordsIn } from './texts.js';

/**
 * Returns the report as one HTML file that needs no network: the verdicts by clause, the findings beside the plan, the
 * reviews with their questions, and the page of assumptions.
 */
export function renderHtml(input: ReportInput, options: { readonly locale: Locale }): string {
  return [...htmlParts(input, options)].join('');
}

/** The format `html`. */
export const format: Format = {
  *render(input, options) {
    yield* htmlParts(input, options);
    if (input.results.length > 0) yield runComment(input, 'html', options);
  },
};

/** Yields the text of `renderHtml` in parts, each computed on demand. */
export function* htmlParts(input: ReportInput, { locale }: { readonly locale: Locale }): Generator<string> {
  const { results } = input;
  const view = reportView(input);
  const writer = new HtmlWriter({ locale, look: 'page' });
  const box = (...blocks: Block[]) => writer.blocks(blocks, 2);
  const names = planNames(results, locale);
  const headings = joined(
    names.map((name) => headingName(name)),
    texts.comma,
  );
  const title = names.length === 0 ? t.title : texts.named({ name: t.title, text: headings });
  yield pageStart({ locale, title: render(title, locale), plans: names });
  const several = results.length > 1;
  if (several) {
    // The script opens the plan that a link names.
    const opening = (link: string, n: string) => `${link} data-open="${Number(n) - 1}"`;
    const overview = box(...overviewOf(results)).replace(/<a href="#plan-(\d+)"/g, opening);
    yield `<section class="box wide">${overview}</section>\n`;
  }
  if (names.length === 0) yield `<section class="box wide">${box(paragraph(NO_PLAN))}</section>\n`;
  for (const [n, result] of results.entries()) {
    const boxes = result.ok
      ? [box(headSection(result, input)), clausesPart(result, view, locale)]
      : [box({ block: 'section', title: verbatim(result.path), blocks: [unreadableSection(result, view)] })];
    yield section(n, 'head', boxes, several ? ` id="plan-${n + 1}"` : '');
  }
  yield pageMiddle(locale);
  for (const [n, result] of results.entries()) {
    if (!result.ok) continue;
    const sections = [
      waivedSection(result, view),
      goneSection(result, view),
      assumptionsSection(result),
      checklistSection(result),
    ];
    yield section(
      n,
      'rest',
      sections.map((one) => box(one)),
    );
  }
  yield* pageEnd(dataBlocks(results, view, locale));
}

/** Returns the name of each plan. Plans of equal name are told apart by their paths. */
function planNames(results: readonly LintResult[], locale: Locale): string[] {
  const names = results.map((result) => (result.ok ? result.site.name : result.path));
  const uses = new Map<string, number>();
  for (const name of names.map(plainText)) uses.set(name, (uses.get(name) ?? 0) + 1);
  return results.map(({ path }, n) => {
    const isOnly = uses.get(plainText(names[n])) === 1;
    return render(withMore(verbatim(names[n]), isOnly ? undefined : verbatim(path)), locale);
  });
}

/** Returns the boxes of one plan; the script shows those of one plan at a time. */
function section(n: number, className: string, boxes: readonly string[], id = ''): string {
  const all = boxes.filter((box) => box !== '').map((box) => `<section class="box wide">${box}</section>`);
  return `<div class="${className}"${id} data-plan="${n}">\n${all.join('\n')}\n</div>\n`;
}

/**
 * Yields the data of the page and of each level as separate blocks, so that the browser parses only what is looked at.
 */
function* dataBlocks(
  results: readonly LintResult[],
  view: ReportView,
  locale: Locale,
): Generator<readonly [string, string]> {
  const page = { view, inPage: (text: Localized) => plainText(render(text, locale)) };
  const plans = results.map(
    (result): PlanData => (result.ok ? planData(result, page) : { levels: [], clauses: [], laws: [], findings: [] }),
  );
  const data: PageData = { locale, words: wordsIn(locale), plans };
  yield ['data', jsonText(data)];
  for (const [n, result] of results.entries()) {
    if (!result.ok) continue;
    for (const [m, { id }] of result.site.levels.entries()) {
      yield [`level-${n}-${m}`, jsonText(levelData(drawingOf(result, id), locale))];
    }
  }
}

/** Returns the head: the headline, then what was judged and by which text, folded. */
function headSection(report: Report, input: ReportInput): Section {
  const { blocks, facts } = headBlocks(report, input);
  const folded: Section = { block: 'section', title: t.facts, folded: true, blocks: [facts] };
  return { block: 'section', title: siteText(report.site.name), blocks: [...blocks, folded] };
}

/** Returns the total of a run over several plans, then each plan with its verdict. */
function overviewOf(results: readonly LintResult[]): Block[] {
  return overviewBlocks(results).map((block) => (block.block === 'table' ? { ...block, caption: t.plans } : block));
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
