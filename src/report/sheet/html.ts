// Review sheets as one HTML page for paper.
import { noPlanSentence } from '../../findings/tally.js';
import { reportView } from '../../findings/view.js';
import type { Locale } from '../../i18n/locale.js';
import type { ReportInput } from '../../lint/types.js';
import { htmlText, pageHead } from '../../render/html-text.js';
import type { Format } from '../format.js';
import type { Field, Fields, ReviewSheet, SheetBlock, SheetCell, Table, WeightedBlock } from './blocks.js';
import { type Day, daySheet } from './day.js';
import { tick } from './findings.js';
import { sheetName, sheetsOf } from './sheets.js';
import { pagesStyle, SHEET_STYLE } from './style.js';

/** Content of the page. */
interface Page {
  readonly locale: Locale;
  /** The first page of several sheets; undefined for one sheet. */
  readonly day: Day | undefined;
  readonly sheets: readonly ReviewSheet[];
}

/**
 * Returns `text` escaped, with places where a line may break: in a row of “甲”、“乙”, where browsers allow none, and in a
 * path rather than in a name; never within a short id.
 */
function words(text: string): string {
  return (
    htmlText(text)
      .replace(/[、，；：。）→](?=[“‘（])|(?<=[\w.])\/(?=[\w.])/g, '$&<wbr>')
      // A line may break before a short id and the word that introduces it, so that its last character never stands
      // alone.
      .replace(/([\u4e00-\u9fff]?)(“[\w.-]{1,16}”)/g, (_, before: string, id: string) =>
        before === '' ? `<span>${id}</span>` : `${before}<wbr><span>${id}</span>`,
      )
  );
}

/** The format `sheet-html`. */
export const format: Format = { render: (input, options) => [renderSheetHtml(input, options)] };

/** Returns the sheets as one HTML page for A4 paper, each plan on pages of its own, without network or script. */
export function renderSheetHtml(input: ReportInput, { locale }: { readonly locale: Locale }): string {
  const view = reportView(input, locale);
  const day = input.results.length > 1 ? daySheet(input, view) : undefined;
  return page({ locale, day, sheets: sheetsOf(input, view) });
}

/** Returns one HTML file that needs no network and runs no script. */
function page({ locale, day, sheets }: Page): string {
  const style = `${SHEET_STYLE}${pagesStyle(sheets, locale)}`;
  const title = sheets.length === 1 ? sheets[0].title : (day?.title ?? sheetName(locale));
  const body = [
    ...(day === undefined ? [] : [sheetText('', day.title, contents(day.pieces, locale))]),
    ...sheets.map((sheet, n) => sheetText(` id="sheet-${n + 1}"`, sheet.title, chapters(sheet, locale))),
    ...(sheets.length === 0
      ? [`<section class="sheet">\n<p class="plain">${htmlText(noPlanSentence(locale))}</p>\n</section>`]
      : []),
  ];
  return `${pageHead({ locale, title, style })}<body>
${body.join('\n')}
</body>
</html>
`;
}

/** Returns a sheet. The part of its title before the colon names the form, the part after it the plan. */
function sheetText(id: string, title: string, inner: string): string {
  return `<section class="sheet"${id}>\n<h1>${htmlText(title)}</h1>\n${inner}\n</section>`;
}

function chapters({ chapters: all }: ReviewSheet, locale: Locale): string {
  return all
    .map(({ title, pieces }) =>
      [...(title === '' ? [] : [`<h2>${htmlText(title)}</h2>`]), contents(pieces, locale)].join('\n'),
    )
    .join('\n');
}

function contents(pieces: readonly WeightedBlock[], locale: Locale): string {
  return pieces.map(({ block }) => blockText(block, locale)).join('\n');
}

function blockText(block: SheetBlock, locale: Locale): string {
  switch (block.kind) {
    case 'text':
      return `<p class="${block.tone}">${words(block.text)}</p>`;
    case 'table':
      return tableText(block);
    case 'entry':
    case 'facts':
    case 'form':
      return fieldsText(block, locale);
  }
}

/** Returns a table. The style gives column widths by sort of table; the head repeats on each page. */
function tableText({ columns, caption, head, rows }: Table): string {
  const cols = head.map(() => '<col>').join('');
  const title = caption === undefined ? '' : `<caption>${words(caption)}</caption>`;
  const names = head.map((name) => `<th scope="col">${htmlText(name)}</th>`).join('');
  const lines = rows.map((row) => `<tr>${row.map(cellText).join('')}</tr>`);
  return `<table class="${columns}">${title}<colgroup>${cols}</colgroup><thead><tr>${names}</tr></thead><tbody>
${lines.join('\n')}
</tbody></table>`;
}

function cellText({ lines, strong }: SheetCell): string {
  const [first = '', ...rest] = lines.map(words);
  const all = [strong === true ? `<strong>${first}</strong>` : first, ...rest];
  return `<td>${all.map((line) => `<div>${line}</div>`).join('')}</td>`;
}

/** Returns a box of fields; its heading repeats if the box continues on the next page. */
function fieldsText({ kind, title, rows }: Fields, locale: Locale): string {
  const head =
    title === undefined ? '' : `<thead><tr><th colspan="4" scope="colgroup">${words(title)}</th></tr></thead>`;
  const lines = rows.map((fields) => {
    const span = fields.length === 1 ? ' colspan="3"' : '';
    const cells = fields.map(
      (field) => `<th scope="row">${htmlText(field.label)}</th><td${span}>${fieldText(field, locale)}</td>`,
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table class="${kind}"><colgroup><col><col><col><col></colgroup>${head}<tbody>
${lines.join('\n')}
</tbody></table>`;
}

function fieldText({ lines, strong, ticks, write = 0 }: Field, locale: Locale): string {
  const said = lines.map(words).map((line) => `<div>${strong === true ? `<strong>${line}</strong>` : line}</div>`);
  const boxes =
    ticks === true
      ? [
          `<div class="ticks">${[tick(locale, 0), tick(locale, 1)].map((one) => `<span>${htmlText(one)}</span>`).join('')}</div>`,
        ]
      : [];
  return [...said, ...boxes, ...Array.from({ length: write }, () => '<div class="write"></div>')].join('');
}
