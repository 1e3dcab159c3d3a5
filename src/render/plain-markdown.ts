// Markdown of rules and clauses as plain text for the terminal.
import { displayWidth, padEnd, wrap } from '../i18n/width.js';
import { styledLines } from './writers/inline.js';

/** Emphasis as this terminal shows it. */
export interface Emphasis {
  readonly strong: (text: string) => string;
}

/**
 * Returns sitecam's own Markdown as plain text of at most `width` columns: headings, paragraphs, lists, quotations,
 * tables in columns, code unchanged. Handles only the Markdown that the pages of rules and clauses use.
 */
export function plainMarkdown(markdown: string, width: number, emphasis: Emphasis): string {
  return `${blocksOf(markdown)
    .map((block) => rendered(block, width, emphasis).join('\n'))
    .join('\n\n')}\n`;
}

/** Returns the lines between empty ones as blocks; fenced code is one block. */
function blocksOf(markdown: string): string[][] {
  const blocks: string[][] = [[]];
  let fenced = false;
  for (const line of markdown.split('\n')) {
    if (line.startsWith('```')) fenced = !fenced;
    if (line === '' && !fenced) blocks.push([]);
    else blocks[blocks.length - 1].push(line);
  }
  return blocks.filter((block) => block.length > 0);
}

function rendered(block: readonly string[], width: number, emphasis: Emphasis): string[] {
  const [first] = block;
  if (first.startsWith('```'))
    return block.slice(1, -1).map((line) => (line === '' ? '' : `    ${code(line, emphasis)}`));
  if (first.startsWith('#')) {
    return block.flatMap((line) => wrap(line.replace(/^#+ /, ''), width).map(emphasis.strong));
  }
  if (first.startsWith('|')) return table(block, width);
  if (first.startsWith('> ')) {
    return block.flatMap((line) => {
      const text = line.replace(/^(> )+/, '');
      const indent = ' '.repeat(line.length - text.length);
      return hanging(text, indent, indent, width, emphasis);
    });
  }
  return items(block).flatMap((line) =>
    line.startsWith('- ')
      ? hanging(line.slice(2), '- ', '  ', width, emphasis)
      : hanging(line, '', '', width, emphasis),
  );
}

/** Returns a line of code, with the expected verdicts of an example in bold. */
function code(line: string, { strong }: Emphasis): string {
  return line.startsWith('# =>') ? strong(line) : line;
}

/** Returns list items one by one, or the lines of a paragraph as written. */
function items(block: readonly string[]): string[] {
  const out: string[] = [];
  for (const line of block) {
    if (/^ {2,}\S/.test(line) && out.length > 0) out.push(`${out.pop()} ${line.trim()}`);
    else out.push(line);
  }
  return out;
}

function hanging(text: string, first: string, rest: string, width: number, { strong }: Emphasis): string[] {
  // Marks are removed before wrapping, so that they take no room.
  const runs = text.split(/\*\*([^*]+)\*\*/).map((part, n) => ({
    text: unmarked(part),
    style: n % 2 === 1 ? strong : (plain: string) => plain,
  }));
  const lines = wrap(runs.map((run) => run.text).join(''), width - rest.length);
  return styledLines(runs, lines).map((line, n) => `${n === 0 ? first : rest}${line}`);
}

function unmarked(text: string): string {
  return text
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/\*([^*\s][^*]*)\*/g, '$1')
    .replace(/`([^`]+)`/g, '$1');
}

const GAP = 2;

/** Narrowest readable column, in characters. */
const NARROWEST = 10;

/**
 * Returns a table with wrapped cells. If the columns don't fit, each row becomes a block: the first cell, then the
 * others below it.
 */
function table(block: readonly string[], width: number): string[] {
  const rows = block
    .filter((line) => !/^\|[\s|:-]+\|$/.test(line))
    .map((line) =>
      line
        .replace(/^\||\|$/g, '')
        .split('|')
        .map((cell) => unmarked(cell.trim())),
    );
  const natural = rows[0].map((_, n) => Math.max(...rows.map((row) => displayWidth(row[n] ?? ''))));
  const least = natural.map((column, n) => Math.min(column, leastOf(rows.map((row) => row[n] ?? ''))));
  const widths = fitted(natural, least, width - GAP * (natural.length - 1));
  if (widths === undefined) {
    return rows
      .slice(1)
      .flatMap(([head, ...cells]) => [
        ...wrap(head, width),
        ...cells.flatMap((cell) => wrap(cell, width - 4).map((line) => `    ${line}`)),
      ]);
  }
  return rows.flatMap((row) => {
    const cells = widths.map((column, n) => wrap(row[n] ?? '', column));
    const height = Math.max(...cells.map(({ length }) => length));
    return Array.from({ length: height }, (_, line) =>
      cells
        .map((lines, n) => padEnd(lines[line] ?? '', widths[n] + GAP))
        .join('')
        .trimEnd(),
    );
  });
}

/**
 * Returns widths of columns that together take `room`; the widest column that can shrink does so first. Undefined if
 * some would be too narrow.
 */
function fitted(natural: readonly number[], least: readonly number[], room: number): number[] | undefined {
  const widths = [...natural];
  for (let over = widths.reduce((sum, width) => sum + width, 0) - room; over > 0; over--) {
    const spare = widths.map((width, n) => (width > least[n] ? width : 0));
    const widest = Math.max(...spare);
    if (widest === 0) return undefined;
    widths[spare.lastIndexOf(widest)]--;
  }
  return widths;
}

/** Returns the least width of a column: words aren't broken, and a narrower column can't be read. */
function leastOf(cells: readonly string[]): number {
  const words = cells.flatMap((cell) => cell.match(/[!-~]+/g) ?? []);
  return Math.max(NARROWEST, ...words.map((word) => word.length));
}
