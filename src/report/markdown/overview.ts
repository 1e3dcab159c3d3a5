// The overview of a run over several plans in Markdown.
import { sharedCautions } from '../../findings/cautions.js';
import { allIn } from '../../findings/local.js';
import { headline, totalSentence } from '../../findings/tally.js';
import { noVerdicts } from '../../findings/wording/unjudged.js';
import { render } from '../../i18n/catalogue.js';
import { inLocale, type Locale, say } from '../../i18n/locale.js';
import type { LintResult } from '../../lint/types.js';
import { markdownText } from '../../render/escape.js';
import { markdownTable } from './text.js';

/** Returns the anchor at the start of plan `n` (from 0), for links of the overview. */
export function anchor(n: number): string {
  return `<a id="plan-${n + 1}"></a>`;
}

/**
 * Returns the total of a run over several plans, then each plan with its verdict, so that none hides behind the one
 * before it.
 */
export function overviewText(results: readonly LintResult[], locale: Locale): string {
  const rows = results.map((result, n) => [
    `[${markdownText(result.path)}](#plan-${n + 1})`,
    result.ok ? markdownText(result.site.name) : '—',
    markdownText(result.ok ? render(headline(result), locale) : inLocale(noVerdicts(result), locale)),
  ]);
  const head = [say(locale, '图纸', 'Plan'), say(locale, '名称', 'Name'), say(locale, '结论', 'Verdict')];
  const title = say(locale, '技防设计图审查报告', 'Review of security design plans');
  const cautions = allIn(sharedCautions(results), locale).map((text) => `> **${markdownText(text)}**`);
  return `${[`# ${title}`, ...cautions, `**${render(totalSentence(results), locale)}**`, markdownTable(head, rows)].join('\n\n')}\n`;
}
