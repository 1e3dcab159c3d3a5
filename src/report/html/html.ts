// The report as one HTML page.

import { drawingOf } from '../../draw/model.js';
import { NO_PLAN } from '../../findings/tally.js';
import { type ReportView, reportView } from '../../findings/view.js';
import { headingName } from '../../findings/wording/subject.js';
import { joined, render } from '../../i18n/catalogue.js';
import { type Locale, type Localized, verbatim } from '../../i18n/locale.js';
import type { LintResult, ReportInput } from '../../lint/types.js';
import type { Block } from '../../render/document.js';
import { plainText } from '../../render/escape.js';
import { jsonText } from '../../render/html-text.js';
import { HtmlWriter } from '../../render/writers/html.js';
import type { Format } from '../format.js';
import { unreadableSection } from '../lint/faults.js';
import { assumptionsSection, goneSection, waivedSection } from '../lint/tables.js';
import { t as texts } from '../lint/texts.js';
import { paragraph, withMore } from '../lint/words.js';
import { runComment } from '../run-block.js';
import type { PageData, PlanData } from './data.js';
import { planData } from './findings.js';
import { levelData } from './geometry.js';
import { clausesPart, headSection, overviewOf } from './sections.js';
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
    const sections = [waivedSection(result, view), goneSection(result, view), assumptionsSection(result)];
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
