// The report as one HTML page: the drawing and the findings beside it, and the report's text.

import { NO_PLAN } from '../../findings/tally.js';
import { type ReportView, reportView } from '../../findings/view.js';
import { headingName } from '../../findings/wording/site.js';
import { joined } from '../../i18n/catalogue.js';
import { type Locale, type Localized, render, verbatim } from '../../i18n/locale.js';
import { mayKeepSight, releaseSight } from '../../lint/support/report-sight.js';
import type { LintResult, ReportInput } from '../../lint/types.js';
import type { Block } from '../../render/document.js';
import { plainText } from '../../render/escape.js';
import { htmlText, jsonText, pageHead } from '../../render/html-text.js';
import { HtmlWriter } from '../../render/writers/html.js';
import type { Format } from '../format.js';
import { overviewBlocks } from '../lint/page.js';
import { t as texts } from '../lint/texts.js';
import { paragraph, withMore } from '../lint/words.js';
import { runComment } from '../run-block.js';
import type { PageData } from './data.js';
import { planData } from './findings.js';
import { cardsData, levelData } from './level.js';
import { SCRIPT, STYLE } from './page-bundle.js';
import { recordSections } from './record.js';
import { t, wordsIn } from './texts.js';

/**
 * Returns the report as one HTML file that needs no network: each level drawn with its findings beside it, the verdicts by
 * clause, the reviews with their questions, and the page of assumptions.
 */
export function renderHtml(input: ReportInput, options: { readonly locale: Locale }): string {
  return [...htmlParts(input, options)].join('');
}

/** The format `html`: the report as one interactive HTML file with drawings. */
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
  const names = planNames(results, locale);
  const headings = joined(
    names.map((name) => headingName(name)),
    texts.comma,
  );
  const title = names.length === 0 ? t.title : texts.named({ name: t.title, text: headings });
  yield pageHead({ locale, title: render(title, locale), style: STYLE, script: SCRIPT });
  yield `<body>\n<div id="app"></div>\n<div id="record">\n<noscript><p>${htmlText(render(t['no-script'], locale))}</p></noscript>\n`;
  if (results.length !== 1) yield overview(results, locale);
  for (const [n, result] of results.entries()) {
    for (const [name, html] of recordSections(result, input, view, locale)) yield section(String(n), name, html);
  }
  yield '</div>\n';
  for (const [id, data] of dataBlocks(results, names, view, locale)) {
    yield `<script type="application/json" id="${id}">${jsonText(data)}</script>\n`;
  }
  yield `<script>${SCRIPT}</script>\n</body>\n</html>\n`;
}

/** Returns the name of each plan. Plans of equal name are told apart by their paths. */
function planNames(results: readonly LintResult[], locale: Locale): string[] {
  const names = results.map((result) => (result.ok ? result.site.name : result.path));
  const uses = new Map<string, number>();
  for (const name of names.map(plainText)) uses.set(name, (uses.get(name) ?? 0) + 1);
  return results.map(({ path }, n) => {
    const isOnly = uses.get(plainText(names[n])) === 1;
    return plainText(render(withMore(verbatim(names[n]), isOnly ? undefined : verbatim(path)), locale));
  });
}

/** Returns a section of the report's text; `plan` is the number of its plan, '' for all together. */
function section(plan: string, name: string, html: string): string {
  return html === '' ? '' : `<section data-plan="${plan}" data-name="${htmlText(name)}">${html}</section>\n`;
}

/** Returns what several plans come to, each with a link to its page; of no plan, that there was none. */
function overview(results: readonly LintResult[], locale: Locale): string {
  const blocks: Block[] =
    results.length === 0
      ? [paragraph(NO_PLAN)]
      : overviewBlocks(results).map((block) => (block.block === 'table' ? { ...block, caption: t.plans } : block));
  const html = new HtmlWriter({ locale, look: 'page' }).blocks(blocks, 2);
  return section('', '', html.replace(/href="#plan-(\d+)"/g, 'href="#p=$1"'));
}

/** Yields the data as separate blocks, so that the browser parses only what is looked at. */
function* dataBlocks(
  results: readonly LintResult[],
  plans: readonly string[],
  view: ReportView,
  locale: Locale,
): Generator<readonly [id: string, data: unknown]> {
  const data: PageData = { locale, words: wordsIn(locale), plans };
  yield ['data', data];
  const page = { view, inPage: (text: Localized) => plainText(render(text, locale)) };
  for (const [n, result] of results.entries()) {
    if (!result.ok) continue;
    yield [`plan-data-${n}`, planData(result, page)];
    for (const [m, { id }] of result.site.levels.entries()) yield [`level-${n}-${m}`, levelData(result, id, locale)];
    if (result.site.levels.length > 0) yield [`cards-${n}`, cardsData(result, locale)];
    if (!mayKeepSight(results.length)) releaseSight(result.site);
  }
}
