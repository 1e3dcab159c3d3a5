// The report as one HTML page.

import { drawingOf } from '../../draw/model.js';
import { type LocalView, localView } from '../../findings/local.js';
import { NO_PLAN } from '../../findings/tally.js';
import { headingName } from '../../findings/wording/subject.js';
import { render } from '../../i18n/catalogue.js';
import type { Locale, Localized } from '../../i18n/locale.js';
import type { LintResult, ReportInput } from '../../lint/types.js';
import { plainText } from '../../render/escape.js';
import { jsonText } from '../../render/html-text.js';
import type { Format } from '../format.js';
import { runComment } from '../run-block.js';
import type { PageData, PlanData } from './data.js';
import { planData } from './findings.js';
import { levelData } from './geometry.js';
import { overviewPart } from './overview.js';
import { assumptionsPart, clausesPart, gonePart, headPart, unreadablePart, waivedPart } from './sections.js';
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
  const view = localView(input, locale);
  const names = planNames(input.results, locale);
  const title = [
    render(t.title, locale),
    ...(names.length === 0
      ? []
      : [names.map((name) => render(headingName(name), locale)).join(locale === 'en' ? ', ' : '、')]),
  ].join(locale === 'en' ? ': ' : '：');
  yield pageStart({ locale, title, plans: names });
  const several = input.results.length > 1;
  if (several) yield `<section class="box wide">${overviewPart(input.results, locale)}</section>\n`;
  if (names.length === 0) yield `<section class="box wide"><p>${render(NO_PLAN, locale)}</p></section>\n`;
  for (const [n, result] of input.results.entries()) {
    const boxes = result.ok
      ? [headPart(result, input, view), clausesPart(result, view)]
      : [unreadablePart(result, view)];
    yield section(n, 'head', boxes, several ? ` id="plan-${n + 1}"` : '');
  }
  yield pageMiddle(locale);
  for (const [n, result] of input.results.entries()) {
    if (result.ok)
      yield section(n, 'rest', [waivedPart(result, view), gonePart(result, view), assumptionsPart(result, view)]);
  }
  yield* pageEnd(blocks(input.results, view));
}

/** Returns the name of each plan. Plans of equal name are told apart by their paths. */
function planNames(results: readonly LintResult[], locale: Locale): string[] {
  const names = results.map((result) => (result.ok ? result.site.name : result.path));
  const uses = new Map<string, number>();
  for (const name of names.map(plainText)) uses.set(name, (uses.get(name) ?? 0) + 1);
  return results.map(({ path }, n) => {
    if (uses.get(plainText(names[n])) === 1) return names[n];
    return locale === 'en' ? `${names[n]} (${path})` : `${names[n]}（${path}）`;
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
function* blocks(results: readonly LintResult[], view: LocalView): Generator<readonly [string, string]> {
  const { locale } = view;
  const page = { view: view.both, inPage: (text: Localized) => plainText(render(text, locale)) };
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
