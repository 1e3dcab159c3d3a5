// Writes a document for a terminal: colours, links, wrapping, source excerpts.
import { Chalk } from 'chalk';
import { type Locale, render, SENTENCE_GAP } from '../../i18n/locale.js';
import { displayWidth, padEnd, wrap } from '../../i18n/width.js';
import { columnLines } from '../columns.js';
import type { Block, Cell, Document, Excerpt, Field, Finding, Inlines, Section, Table, Tone } from '../document.js';
import { plainText, withoutCommands } from '../escape.js';
import { frame } from '../excerpt.js';
import { markdownBlocks } from '../markdown.js';
import { inlineText, piecesOf, positionText, type Run, type Style, styledLines } from './inline.js';

/** Options of the terminal writer. */
export interface TerminalWriting {
  readonly locale: Locale;
  /** True for colours. The caller decides, by the option, NO_COLOR, FORCE_COLOR and whether output is a terminal. */
  readonly colour: boolean;
  /** Columns to wrap to. Undefined: no wrapping. */
  readonly width?: number;
  /** Lists and tables start at the margin, and tables wrap: for a page to read rather than a report. */
  readonly flush?: boolean;
  /** Returns the URL of a rule's page. Absent if the terminal has no links. */
  readonly page?: (rule: string) => string;
}

/** Narrowest terminal that is wrapped for, in columns; below it, wrapping does more harm than long lines. */
const NARROWEST = 40;

/**
 * Returns documents for a terminal, two empty lines between them. Titles aren't written: the command on the screen says
 * what it is.
 */
export function writeTerminal(documents: readonly Document[], options: TerminalWriting): string {
  const writer = new TerminalWriter(options);
  const texts = documents.flatMap(({ on, blocks }) => (on === 'page' ? [] : [writer.blocks(blocks, false).join('\n')]));
  return texts.length === 0 ? '' : withoutCommands(`${texts.join('\n\n\n')}\n`);
}

/** Writes blocks as lines. */
class TerminalWriter {
  private readonly locale: Locale;
  private readonly width: number | undefined;
  private readonly chalk: InstanceType<typeof Chalk>;
  private readonly tones: Readonly<Record<Tone, Style>>;

  /** @param inset columns before every line, which are no part of the width */
  constructor(
    private readonly options: TerminalWriting,
    private readonly inset = 0,
  ) {
    const chalk = new Chalk({ level: options.colour ? 1 : 0 });
    this.chalk = chalk;
    this.locale = options.locale;
    this.width = options.width === undefined ? undefined : Math.max(NARROWEST, options.width) - inset;
    this.tones = {
      fail: chalk.red,
      open: chalk.magenta,
      review: chalk.yellow,
      drawing: chalk.magenta,
      warning: chalk.cyan,
      waived: chalk.blue,
      undecided: chalk.dim,
      pass: chalk.green,
      notApplicable: chalk.dim,
    };
  }

  /** Returns the lines of blocks one below the other, with an empty line between them unless `tight`. */
  blocks(blocks: readonly Block[], tight: boolean): string[] {
    const written = blocks
      .map((block) => (block.on === 'page' ? [] : this.block(block)))
      .filter((lines) => lines.length > 0);
    return written.flatMap((lines, n) => (n === 0 || tight ? lines : ['', ...lines]));
  }

  private block(block: Block): string[] {
    switch (block.block) {
      case 'section':
        return this.section(block);
      case 'paragraph': {
        const [first, others] = block.indent ?? (block.tone === 'caution' ? [0, 2] : [0, 0]);
        const style = this.toneOf(block.tone);
        if (block.unbroken === true) return [' '.repeat(first) + this.line(block.text, style)];
        return this.wrapped(block.text, first, others, style);
      }
      case 'list':
        if (this.options.flush === true) return block.items.flatMap((item) => this.flushItem(item));
        return block.items.flatMap((item) =>
          this.wrapped(block.plain === true ? item : [{ zh: '- ', en: '- ' }, ...piecesOf(item)], 2, 4),
        );
      case 'table':
        return this.table(block);
      case 'fields':
        return block.rows.flat().flatMap((field) => this.field(field));
      case 'finding':
        return this.finding(block);
      case 'excerpt':
        return this.excerpt(block);
      case 'markdown':
        return this.blocks(markdownBlocks(render(block.text, this.locale)), false);
      case 'figure':
        return [];
    }
  }

  private section({ title, tight, blocks }: Section): string[] {
    const inner = this.blocks(blocks, tight === true);
    if (title === undefined) return inner;
    return [
      ...this.wrapped(title, 0, 0, this.chalk.bold),
      ...(tight === true || inner.length === 0 ? [] : ['']),
      ...inner,
    ];
  }

  private toneOf(tone: string | undefined): Style | undefined {
    if (tone === 'caution') return (text) => this.chalk.bold(this.tones.review(text));
    if (tone === 'aside') return this.chalk.dim;
    return tone === 'conclusion' ? this.chalk.bold : undefined;
  }

  private table({ head, rows, figures = [], spare }: Table): string[] {
    if (rows.length === 0) return [];
    const text = (cell: Cell) =>
      plainText(
        'lines' in cell
          ? cell.lines.map((line) => inlineText(line, this.locale)).join(' ')
          : inlineText(cell, this.locale),
      );
    const plain = { head: head.map(text), rows: rows.map((row) => row.map(text)) };
    if (this.options.flush === true) return columnLines(plain, figures, this.width);
    const lines = columnLines(plain, figures);
    const { width } = this;
    if (spare === undefined || width === undefined || lines.every((line) => displayWidth(line) + 2 <= width))
      return lines.map((line) => `  ${line}`);
    const without = <T>(row: readonly T[]) => row.filter((_, column) => column !== spare);
    const shifted = figures.filter((column) => column !== spare).map((column) => column - (column > spare ? 1 : 0));
    return this.table({ block: 'table', head: without(head), rows: rows.map(without), figures: shifted });
  }

  private flushItem(item: Inlines): string[] {
    const lines = new TerminalWriter(this.options, this.inset + 2).wrapped(item, 0, 0);
    return lines.map((line, n) => (n === 0 ? '- ' : '  ') + line);
  }

  private field({ label, lines, on }: Field): string[] {
    if (on === 'page') return [];
    const head: Inlines = [{ strong: { zh: `${label.zh}：`, en: `${label.en}:` } }, SENTENCE_GAP];
    return lines.flatMap((line, n) => this.wrapped(n === 0 ? [...head, ...piecesOf(line)] : line, 2, 4));
  }

  /** Returns place, outcome, subject and rule, on one line if there is room; then excerpt, message, fields and the rest. */
  private finding({ outcome, tag, subject, rule, place, excerpt, message, fields, rest }: Finding): string[] {
    const at = plainText(positionText(place));
    const head: Inlines = [
      { outcome, text: tag },
      { zh: '  ', en: '  ' },
      subject,
      { zh: '  ', en: '  ' },
      { code: rule, rule: true },
    ];
    const plain = `${at}  ${plainText(inlineText(head, this.locale))}`;
    const line = this.line(head);
    const below = new TerminalWriter(this.options, this.inset + 2).blocks(rest ?? [], true);
    const fits = this.width === undefined || displayWidth(plain) <= this.width;
    return [
      ...(fits ? [`${this.chalk.bold(at)}  ${line}`] : [this.chalk.bold(at), `  ${line}`]),
      ...(excerpt === undefined ? [] : this.excerpt(excerpt)),
      ...this.wrapped(message, 2, 4),
      ...fields.flatMap((field) => this.field(field)),
      ...below.map((text) => `  ${text}`),
    ];
  }

  /** Returns the marked lines of a source file, in their order, with a caret or dashes under each marked token. */
  private excerpt({ file, tone, marks }: Excerpt): string[] {
    if (file.withheld) return [];
    const ordered = marks
      .map((mark, n) => ({ ...mark, sign: n === 0 ? '^' : '-' }))
      .sort((a, b) => a.span.start.line - b.span.start.line || a.span.start.column - b.span.start.column);
    const gutter = Math.max(...ordered.map(({ span }) => String(span.start.line).length));
    const room = this.width === undefined ? undefined : this.width - gutter - 5;
    let before = '';
    return ordered.flatMap(({ span, caption, sign }) => {
      const { line, text, indent, width } = frame(file, span, room);
      const source = `  ${this.chalk.dim(`${' '.repeat(gutter - String(line).length)}${line} |`)} ${text}`;
      const again = source === before;
      before = source;
      const words = caption === undefined ? '' : plainText(render(caption, this.locale));
      const under = `  ${this.chalk.dim(`${padEnd('', gutter)} |`)} `;
      const colour = sign === '^' ? this.tones[tone] : this.chalk.blue;
      const fits = words === '' || room === undefined || indent + width + 1 + displayWidth(words) <= room;
      return [
        ...(again ? [] : [source]),
        `${under}${' '.repeat(indent)}${colour(sign.repeat(width) + (fits && words !== '' ? ` ${words}` : ''))}`,
        ...(fits ? [] : wrap(words, room).map((part) => `${under}${colour(part)}`)),
      ];
    });
  }

  /** Returns inline content in lines, the first indented by `first` columns, the others by `others`. */
  private wrapped(inlines: Inlines, first: number, others: number, style: Style = (text) => text): string[] {
    const runs = this.runs(inlines);
    const room = this.width === undefined ? undefined : this.width - Math.max(first, others);
    const all = runs.map(({ text }) => text).join('');
    if (all === '') return [];
    return styledLines(runs, wrap(all, room)).map((line, n) => ' '.repeat(n === 0 ? first : others) + style(line));
  }

  /** Returns inline content on one line. */
  private line(inlines: Inlines, style: Style = (text) => text): string {
    return style(
      this.runs(inlines)
        .map((run) => run.style(run.text))
        .join(''),
    );
  }

  private runs(inlines: Inlines, style: Style = (text) => text): Run[] {
    return piecesOf(inlines).flatMap((piece): Run[] => {
      if ('strong' in piece) return this.runs(piece.strong, (text) => style(this.chalk.bold(text)));
      if ('quiet' in piece) return this.runs(piece.quiet, (text) => style(this.chalk.dim(text)));
      if ('outcome' in piece) return this.runs(piece.text, (text) => style(this.tones[piece.outcome](text)));
      const text = plainText(inlineText(piece, this.locale));
      if ('code' in piece && piece.rule === true)
        return [{ text, style: (part) => style(this.chalk.dim(this.link(part, text))) }];
      return [{ text, style }];
    });
  }

  /** Returns `text` as a link (OSC 8) to the page of a rule, if the terminal has links. */
  private link(text: string, rule: string): string {
    const url = this.options.page?.(rule);
    return url === undefined ? text : `\u001b]8;;${url}\u001b\\${text}\u001b]8;;\u001b\\`;
  }
}
