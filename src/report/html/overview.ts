// The overview of a run over several plans.
import { sharedCautions } from '../../findings/cautions.js';
import { allIn } from '../../findings/local.js';
import { headline, totalSentence } from '../../findings/tally.js';
import { noVerdicts } from '../../findings/wording/unjudged.js';
import { render } from '../../i18n/catalogue.js';
import { inLocale, type Locale } from '../../i18n/locale.js';
import type { LintResult } from '../../lint/types.js';
import { htmlText, table } from '../../render/html-text.js';
import { t } from './texts.js';

/** Returns the total of a run over several plans, then each plan with its verdict and a link that opens it. */
export function overviewPart(results: readonly LintResult[], locale: Locale): string {
  const rows = results.map((result, n) => [
    `<a href="#plan-${n + 1}" data-open="${n}">${htmlText(result.path)}</a>`,
    htmlText(result.ok ? result.site.name : '—'),
    htmlText(result.ok ? render(headline(result), locale) : inLocale(noVerdicts(result), locale)),
  ]);
  const head = allIn([t.file, t.name, t.verdict], locale);
  const cautions = allIn(sharedCautions(results), locale).map(
    (text) => `<p class="lead caution" role="note">${htmlText(text)}</p>`,
  );
  return `${cautions.join('')}<p class="lead">${htmlText(render(totalSentence(results), locale))}</p>${table(render(t.plans, locale), head, rows)}`;
}
