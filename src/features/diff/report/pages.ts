// The comparison for people: on a terminal, as Markdown, as an HTML page.
import type { Locale } from '../../../i18n/locale.js';
import { writeHtml } from '../../../render/writers/html.js';
import { writeMarkdown } from '../../../render/writers/markdown.js';
import { type TerminalWriting, writeTerminal } from '../../../render/writers/terminal.js';
import { diffDocuments, type PicturesOf } from '../document.js';
import type { DiffInput } from '../input.js';
import { t } from '../texts.js';
import { STYLE } from './style.js';

/** Style of reports, plus: one column, drawings as wide as there is room. */
const OWN_STYLE = `${STYLE}main.diff{grid-template-columns:minmax(0,1fr)!important;max-width:1400px}.diff figure{margin:.8rem 0 0}.diff svg{max-width:100%;height:auto;background:#fff}.diff figcaption{font-weight:600}@media print{.diff figure{break-before:page;break-inside:avoid}}
`;

/** Returns the comparison for a designer at a terminal. */
export function renderDiffTerminal(input: DiffInput, options: TerminalWriting): string {
  return writeTerminal(diffDocuments(input), options);
}

/** Returns the comparison as Markdown, for a pull request. */
export function renderDiffMarkdown(
  input: DiffInput,
  { locale, pictures }: { readonly locale: Locale; readonly pictures?: PicturesOf },
): string {
  return writeMarkdown(diffDocuments(input, pictures), { locale });
}

/** Returns the comparison as a page without network or script, with a drawing of every level that changed. */
export function renderDiffHtml(input: DiffInput, { locale }: { readonly locale: Locale }): string {
  return writeHtml(diffDocuments(input), {
    locale,
    title: t.title,
    style: OWN_STYLE,
    sort: 'diff',
    look: 'page',
  });
}
