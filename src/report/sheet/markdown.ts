// Review sheets in Markdown.
import type { Locale } from '../../i18n/locale.js';
import { say } from '../../i18n/locale.js';
import { markdownText } from '../../render/escape.js';
import type { Section, SectionPart } from '../../render/writers/budget.js';
import { markdownTable, tableRow } from '../markdown/text.js';
import type { Chapter, Field, Fields, ReviewSheet, SheetBlock, SheetCell, Table, WeightedBlock } from './blocks.js';
import { tick } from './findings.js';

/** Returns a sheet as sections of a Markdown report. */
export function sections({ title, chapters }: ReviewSheet, locale: Locale): Section[] {
  return chapters.map((chapter, n) => {
    const { title: heading, parts } = section(chapter, locale);
    const own: SectionPart[] = n === 0 ? [{ text: `# ${markdownText(title)}`, weight: 'always', name: '' }] : [];
    return { title: heading, parts: [...own, ...parts] };
  });
}

function section({ title, pieces }: Chapter, locale: Locale): Section {
  return { title: markdownText(title), parts: pieces.flatMap((piece) => partsOf(piece, locale)) };
}

/** Returns blocks one below the other, for what is never cut. */
export function wholeText(pieces: readonly WeightedBlock[], locale: Locale): string {
  return pieces.map(({ block }) => blockText(block, locale)).join('\n\n');
}

/** Returns the parts of a block. Each row of a table that may be cut is a part, so that the last rows go first. */
function partsOf({ block, ...weighed }: WeightedBlock, locale: Locale): SectionPart[] {
  if (weighed.weight === 'always' || weighed.counted === undefined || block.kind !== 'table') {
    return [{ ...weighed, text: blockText(block, locale) }];
  }
  return block.rows.map((row, n): SectionPart => {
    if (n === 0) return { ...weighed, text: tableText({ ...block, rows: [row] }, locale) };
    return { ...weighed, text: tableRow(cellsOf(row)), glue: '\n' };
  });
}

function blockText(block: SheetBlock, locale: Locale): string {
  switch (block.kind) {
    case 'text':
      return TONES[block.tone](markdownText(block.text));
    case 'table':
      return tableText(block, locale);
    case 'entry':
      return [`### ${markdownText(block.title ?? '')}`, items(block, locale)].join('\n\n');
    case 'facts':
    case 'form':
      return fieldTable(block, locale);
  }
}

const TONES = {
  caution: (text: string) => `> **${text}**`,
  conclusion: (text: string) => `**${text}**`,
  note: (text: string) => text,
  plain: (text: string) => text,
} as const;

function tableText({ caption, head, rows }: Table, locale: Locale): string {
  const lines = markdownTable(head.map(markdownText), rows.map(cellsOf));
  return caption === undefined ? lines : `**${markdownText(caption)}**${say(locale, '', '')}\n\n${lines}`;
}

function cellsOf(row: readonly SheetCell[]): string[] {
  return row.map(cellText);
}

/** Returns the lines of a cell; in a strong cell the first line is bold. */
function cellText({ lines, strong }: SheetCell): string {
  const escaped = lines.map(markdownText);
  if (strong !== true) return escaped.join('<br>');
  const [first = '', ...rest] = escaped;
  return [`**${first}**`, ...rest].join('<br>');
}

function items({ rows }: Fields, locale: Locale): string {
  return rows
    .flat()
    .map((field) => `- **${markdownText(field.label)}**${say(locale, '：', ': ')}${fieldText(field, locale)}`)
    .join('\n');
}

function fieldTable({ rows }: Fields, locale: Locale): string {
  const head = [say(locale, '项目', 'Item'), say(locale, '内容', 'Value')];
  return markdownTable(
    head,
    rows.flat().map((field) => [markdownText(field.label), fieldText(field, locale)]),
  );
}

/** Returns a field. Lines to write on use characters that no renderer takes for markup. */
function fieldText({ lines, strong, ticks, write = 0 }: Field, locale: Locale): string {
  const words = lines.map(markdownText);
  const said = strong === true ? words.map((line) => `**${line}**`) : words;
  const boxes = ticks === true ? [`${tick(locale, 0)}${say(locale, '　', ' ')}${tick(locale, 1)}`] : [];
  return [...said, ...boxes, ...Array.from({ length: write }, () => say(locale, RULE, '\\_'.repeat(32)))].join('<br>');
}

const RULE = '＿'.repeat(16);
