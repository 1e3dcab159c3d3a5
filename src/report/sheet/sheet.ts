// The review sheet in Markdown.

import { noPlanSentence } from '../../findings/tally.js';
import { reportView } from '../../findings/view.js';
import type { Locale } from '../../i18n/locale.js';
import type { ReportInput } from '../../lint/types.js';
import { markdownText } from '../../render/escape.js';
import { assembleAll } from '../../render/writers/budget.js';
import type { Format } from '../format.js';
import { anchor } from '../markdown/overview.js';
import { daySheet } from './day.js';
import { sections, wholeText } from './markdown.js';
import { sheetsOf } from './sheets.js';

/** Options of the review sheet in Markdown. */
export interface SheetOptions {
  readonly locale: Locale;
  /** Most bytes (UTF-8) of the sheets; `assembleSections` says what is left out first. Absent: no limit. */
  readonly budget?: number;
}

const BETWEEN = '\n---\n\n';

/** The format `sheet`. */
export const format: Format = { render: (input, options) => [renderSheet(input, options)] };

/**
 * Returns the sheet that a reviewer fills in and signs, in Markdown: the verdict on every clause, what to correct, what
 * the author must answer, what the reviewer must judge. For several plans the table of all comes first.
 */
export function renderSheet(input: ReportInput, { locale, budget }: SheetOptions): string {
  if (input.results.length === 0) return `${noPlanSentence(locale)}\n`;
  const view = reportView(input, locale);
  const day = daySheet(input, view);
  const first = `# ${markdownText(day.title)}\n\n${wholeText(day.pieces, locale)}\n`;
  const together = (parts: readonly string[]) =>
    parts.length < 2 ? parts.join('') : [first, ...parts.map((part, n) => `${anchor(n)}\n\n${part}`)].join(BETWEEN);
  const all = sheetsOf(input, view).map((sheet) => sections(sheet, locale));
  return assembleAll(all, together, locale, budget);
}
