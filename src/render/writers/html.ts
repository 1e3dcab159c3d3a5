// Writes a document as one HTML page without network or script: as a page to read, or as a form for paper.
import { type Locale, render } from '../../i18n/locale.js';
import { blankMarkup } from '../blank.js';
import type { Block, Cell, Document, Field, Fields, Finding, Inlines, Section, Table } from '../document.js';
import { htmlText, pageHead, table } from '../html-text.js';
import { markdownBlocks } from '../markdown.js';
import { inlineText, piecesOf, positionText } from './inline.js';

/** Options of the HTML writer. */
export interface HtmlWriting {
  readonly locale: Locale;
  /** Title of the page, if it isn't the first document's. */
  readonly title?: Inlines;
  readonly style: string;
  /** Class of the page, by which its style knows it. */
  readonly sort: string;
  /** `page`: boxes below a bar, tables that scroll. `form`: a sheet a document, tables with fixed columns, for paper. */
  readonly look: 'page' | 'form';
}

const colon = { zh: '：', en: ': ' };

/** Returns documents as one page. */
export function writeHtml(documents: readonly Document[], options: HtmlWriting): string {
  const { locale, look, sort, style } = options;
  const shown = documents.filter(({ on }) => on !== 'terminal');
  const title = inlineText(options.title ?? shown[0]?.title ?? [], locale);
  const about =
    shown.length === 1 && shown[0]?.subject !== undefined
      ? inlineText([colon, ...piecesOf(shown[0].subject)], locale)
      : '';
  const writer = new HtmlWriter(options);
  const parts = shown.map((document) => writer.document(document));
  const body =
    look === 'form'
      ? `<body>\n${parts.join('\n')}\n`
      : `<body>\n<header class="bar"><h1>${htmlText(title)}</h1></header>\n<main class="${sort}">\n${parts.join('')}</main>\n`;
  return `${pageHead({ locale, title: title + about, style })}${body}</body>\n</html>\n`;
}

/** Writes blocks as HTML; also for pages that only have some parts in common with a document. */
export class HtmlWriter {
  private readonly locale: Locale;
  private readonly isForm: boolean;

  constructor({ locale, look }: Pick<HtmlWriting, 'locale' | 'look'>) {
    this.locale = locale;
    this.isForm = look === 'form';
  }

  document({ title, subject, anchor, blocks }: Document): string {
    const id = anchor === undefined ? '' : ` id="${anchor}"`;
    if (!this.isForm) {
      const [first = '', ...others] = blocks.map((block) => this.block(block, 2)).filter((text) => text !== '');
      const head = subject === undefined ? '' : `<h2${id}>${this.inline(subject)}</h2>\n`;
      return [head + first, ...others].map((text) => `<section class="box wide">${text}</section>\n`).join('');
    }
    const head = title === undefined ? '' : `<h1>${this.inline(title)}</h1>\n`;
    return `<section class="sheet"${id}>\n${head}${this.blocks(blocks, 2)}\n</section>`;
  }

  blocks(blocks: readonly Block[], level: number): string {
    return blocks
      .map((block) => this.block(block, level))
      .filter((text) => text !== '')
      .join('\n');
  }

  private block(block: Block, level: number): string {
    if (block.on === 'terminal') return '';
    switch (block.block) {
      case 'section':
        return this.section(block, level);
      case 'paragraph':
        return this.isForm
          ? `<p class="${block.tone ?? 'plain'}">${this.words(block.text)}</p>`
          : `<p${TONES[block.tone ?? 'plain']}>${this.inline(block.text)}</p>`;
      case 'list':
        return `<ul class="notes">${block.items.map((item) => `<li>${this.inline(item)}</li>`).join('')}</ul>`;
      case 'table':
        return this.table(block);
      case 'fields':
        return this.fields(block);
      case 'finding':
        return this.finding(block);
      case 'excerpt':
        return '';
      case 'markdown':
        return this.blocks(markdownBlocks(render(block.text, this.locale)), level);
      case 'figure':
        return block.svg === undefined
          ? ''
          : `<figure><figcaption>${this.inline(block.caption)}</figcaption>\n${block.svg(this.locale)}</figure>`;
    }
  }

  private section({ title, anchor, folded, blocks }: Section, level: number): string {
    const [first, ...others] = blocks;
    const isTable = !this.isForm && first?.block === 'table' && first.rows.length > 0 && first.caption === undefined;
    // On a page a table that a section begins with has the section's title as its caption, for screen readers too.
    const shown = isTable && title !== undefined ? [{ ...first, caption: title }, ...others] : blocks;
    const inner = this.blocks(shown, title === undefined ? level : level + 1);
    if (title === undefined || inner === '') return inner;
    const id = anchor === undefined ? '' : ` id="${anchor}"`;
    if (folded === true) return `<details${id}><summary>${this.inline(title)}</summary>${inner}</details>`;
    return isTable ? inner : `<h${level}${id}>${this.inline(title)}</h${level}>\n${inner}`;
  }

  private table({ sort, caption, head, rows }: Table): string {
    if (rows.length === 0) return '';
    if (!this.isForm) {
      return table(
        inlineText(caption ?? [], this.locale),
        head.map((cell) => inlineText(cell, this.locale)),
        rows.map((row) => row.map((cell) => this.cell(cell))),
      );
    }
    const title = caption === undefined ? '' : `<caption>${this.words(caption)}</caption>`;
    const names = head.map((cell) => `<th scope="col">${this.inline(cell)}</th>`).join('');
    const lines = rows.map((row) => `<tr>${row.map((cell) => `<td>${this.cell(cell)}</td>`).join('')}</tr>`);
    return `<table class="${sort}">${title}<colgroup>${'<col>'.repeat(head.length)}</colgroup><thead><tr>${names}</tr></thead><tbody>\n${lines.join('\n')}\n</tbody></table>`;
  }

  private cell(cell: Cell): string {
    const { lines, strong } = 'lines' in cell ? cell : { lines: [cell], strong: undefined };
    const [first = '', ...rest] = lines.map((line) => this.words(line));
    const all = [strong === true ? `<strong>${first}</strong>` : first, ...rest];
    return this.isForm ? all.map((line) => `<div>${line}</div>`).join('') : all.join('<br>');
  }

  /** Returns fields as rows of a table; in a form a heading repeats if the box continues on the next page. */
  private fields({ look, title, rows }: Fields): string {
    const shown = rows.map((row) => row.filter(({ on }) => on !== 'terminal')).filter((row) => row.length > 0);
    if (!this.isForm) {
      const lines = shown
        .flat()
        .map((field) => `<tr><th scope="row">${this.inline(field.label)}</th><td>${this.value(field)}</td></tr>`);
      return `<table><tbody>\n${lines.join('\n')}\n</tbody></table>`;
    }
    const head =
      title === undefined ? '' : `<thead><tr><th colspan="4" scope="colgroup">${this.words(title)}</th></tr></thead>`;
    const lines = shown.map((fields) => {
      const span = fields.length === 1 ? ' colspan="3"' : '';
      const cells = fields.map(
        (field) => `<th scope="row">${this.inline(field.label)}</th><td${span}>${this.value(field)}</td>`,
      );
      return `<tr>${cells.join('')}</tr>`;
    });
    return `<table class="${look}"><colgroup><col><col><col><col></colgroup>${head}<tbody>\n${lines.join('\n')}\n</tbody></table>`;
  }

  private value({ lines, strong, ticks, write = 0 }: Field): string {
    const words = lines
      .map((line) => this.words(line))
      .map((line) => (strong === true ? `<strong>${line}</strong>` : line));
    const boxes =
      ticks === undefined
        ? ''
        : `<div class="ticks">${ticks.map((tick) => `<span>${this.inline(tick)}</span>`).join('')}</div>`;
    const said = this.isForm ? words.map((line) => `<div>${line}</div>`).join('') : words.join('<br>');
    return `${said}${boxes}${'<div class="write"></div>'.repeat(write)}`;
  }

  private finding({ number, outcome, tag, title, message, place, rule, fields, rest }: Finding): string {
    const id = number === undefined ? '' : ` id="finding-${number}"`;
    const head = `<h3>${number === undefined ? '' : `${number}. `}${this.inline(title)}</h3>`;
    const all = fields
      .filter(({ on }) => on !== 'terminal')
      .map((field) => `<dt>${this.inline(field.label)}</dt><dd>${this.value(field)}</dd>`);
    const where = `<p class="small"><code>${htmlText(rule)}</code> ${htmlText(positionText(place))}</p>`;
    return `<article${id} class="finding ${outcome}">${head}\n<p><span class="tag ${outcome}">${this.inline(tag)}</span> ${this.inline(message)}</p>\n<dl>${all.join('')}</dl>\n${where}${this.blocks(rest ?? [], 4)}</article>`;
  }

  private inline(inlines: Inlines): string {
    return piecesOf(inlines)
      .map((piece) => {
        if ('zh' in piece) return htmlText(render(piece, this.locale));
        if ('strong' in piece) return `<strong>${this.inline(piece.strong)}</strong>`;
        if ('quiet' in piece) return this.inline(piece.quiet);
        if ('code' in piece)
          return /^[0-9a-f]{64}$/.test(piece.code) ? `<span class="hash">${piece.code}</span>` : htmlText(piece.code);
        if ('place' in piece) return htmlText(positionText(piece.place));
        if ('blank' in piece) return blankMarkup(htmlText(render(piece.blank, this.locale)));
        if ('link' in piece) return `<a href="${htmlText(piece.link)}">${this.inline(piece.text)}</a>`;
        return `<span class="tag ${piece.outcome}">${this.inline(piece.text)}</span>`;
      })
      .join('');
  }

  /** Returns inline content; in a form with the places where its lines may break. */
  private words(inlines: Inlines): string {
    return this.isForm ? breakable(this.inline(inlines)) : this.inline(inlines);
  }
}

const TONES = {
  plain: '',
  note: ' class="small"',
  aside: ' class="small"',
  caution: ' class="lead caution" role="note"',
  conclusion: ' class="lead"',
} as const;

/**
 * Returns HTML with places where a line may break: in a row of “甲”、“乙”, where browsers allow none, and in a path rather
 * than in a name; never within a short id.
 */
function breakable(html: string): string {
  return (
    html
      .replace(/[、，；：。）→](?=[“‘（])|(?<=[\w.])\/(?=[\w.])/g, '$&<wbr>')
      // A line may break before a short id and the word that introduces it, so that its last character never stands
      // alone.
      .replace(/([\u4e00-\u9fff]?)(“[\w.-]{1,16}”)/g, (_, before: string, id: string) =>
        before === '' ? `<span>${id}</span>` : `${before}<wbr><span>${id}</span>`,
      )
  );
}
