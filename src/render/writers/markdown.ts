// Writes a document as Markdown that GitHub, GitLab and printing show alike, within a budget.
import { catalogue } from '../../i18n/catalogue.js';
import { type Locale, render } from '../../i18n/locale.js';
import type { Block, Cell, Document, Field, Fields, Inlines, Table } from '../document.js';
import { markdownText } from '../escape.js';
import { assemble, type Budget, type DocumentParts, type Section as Part, type SectionPart } from './budget.js';
import { piecesOf, positionWords } from './inline.js';

/** Options of the Markdown writer. */
export interface MarkdownWriting {
  readonly locale: Locale;
  /** What blocks are left out for, by weight, with a notice. Absent: no limit. */
  readonly budget?: Budget;
}

const BETWEEN = '\n---\n\n';

const t = catalogue('markdown', {
  item: { zh: '项目', en: 'Item' },
  value: { zh: '内容', en: 'Value' },
  colon: { zh: '：', en: ': ' },
});

/** A line to write on, of characters that no renderer takes for markup. */
const LINE = { zh: '＿'.repeat(16), en: '\\_'.repeat(32) };

/** Returns documents as Markdown, a rule between them, within the budget. */
export function writeMarkdown(documents: readonly Document[], { locale, budget }: MarkdownWriting): string {
  const shown = documents.filter(({ on }) => on !== 'terminal');
  const writer = new MarkdownWriter(locale);
  const parted = shown.map((document): DocumentParts => {
    const { anchor, whole } = document;
    return {
      ...(anchor !== undefined && { anchor }),
      ...(whole !== undefined && { whole: { ...whole, name: render(whole.name, locale), counted: 'plans' } }),
      sections: () => writer.document(document),
    };
  });
  return assemble(parted, { locale, budget, between: BETWEEN });
}

/** Returns a GFM table. Cells are escaped Markdown; line breaks in them become spaces. Returns '' without rows. */
function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  return [head, head.map(() => '---'), ...rows].map(tableRow).join('\n');
}

/** Returns one row of a GFM table. */
function tableRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replace(/\s*\n\s*/g, ' ')).join(' | ')} |`;
}

class MarkdownWriter {
  /** True for the anchor of a document that is left out: links to it are plain text. */
  private isLeftOut: (anchor: string) => boolean = () => false;
  /** True if the part that is being written links to a document. */
  private hasLinks = false;

  constructor(private readonly locale: Locale) {}

  /** Returns a document as sections of a budget: its head, then each section at its top. */
  document({ title, subject, blocks }: Document): Part[] {
    const about = subject === undefined ? [] : [t.colon, ...piecesOf(subject)];
    const head: SectionPart[] =
      title === undefined
        ? []
        : [this.part({ weight: 'always', name: '' }, () => `# ${this.inline([...piecesOf(title), ...about])}`)];
    const out: Part[] = [];
    let parts = head;
    for (const block of blocks) {
      if (block.on === 'terminal') continue;
      if (block.block !== 'section' || block.title === undefined || block.weight !== undefined) {
        parts.push(...this.parts(block));
        continue;
      }
      out.push({ title: '', parts });
      out.push({ title: this.inline(block.title), parts: block.blocks.flatMap((inner) => this.parts(inner)) });
      parts = [];
    }
    return [...out, { title: '', parts }];
  }

  /** Returns the parts of a block: with a weight, each row of a counted table is one, so that the last rows go first. */
  private parts(block: Block): SectionPart[] {
    if (block.on === 'terminal') return [];
    const { weight = 'always', name, counted } = block;
    const own = { weight, name: name === undefined ? '' : render(name, this.locale), ...(counted && { counted }) };
    if (block.block === 'section' && block.title === undefined && block.weight === undefined)
      return block.blocks.flatMap((inner) => this.parts(inner));
    if (block.block === 'finding')
      return [this.part(own, () => this.block(block, 3)), ...(block.rest ?? []).flatMap((inner) => this.parts(inner))];
    if (block.block === 'table') {
      if (!counted || weight === 'always')
        return block.rows.length === 0 ? [] : [this.part(own, () => this.table(block))];
      return block.rows.map((row, n) => {
        if (n === 0) return this.part(own, () => this.table({ ...block, rows: [row] }));
        return { ...this.part(own, () => tableRow(row.map((cell) => this.cell(cell)))), glue: '\n' };
      });
    }
    return this.block(block, 3) === '' ? [] : [this.part(own, () => this.block(block, 3))];
  }

  /** Returns a part that is written when its text is wanted. */
  private part(own: Omit<SectionPart, 'text'>, write: () => string): SectionPart {
    let kept: string | undefined;
    return {
      ...own,
      text: (isLeftOut) => {
        if (kept !== undefined) return kept;
        this.isLeftOut = isLeftOut;
        this.hasLinks = false;
        const text = write();
        if (!this.hasLinks) kept = text;
        return text;
      },
    };
  }

  /** Returns a block as Markdown; headings in it start at `level`. '' if it has nothing to show. */
  private block(block: Block, level: number): string {
    if (block.on === 'terminal') return '';
    switch (block.block) {
      case 'section':
        return [
          ...(block.title === undefined ? [] : [`${'#'.repeat(level)} ${this.inline(block.title)}`]),
          ...block.blocks.map((inner) => this.block(inner, block.title === undefined ? level : level + 1)),
        ]
          .filter((text) => text !== '')
          .join('\n\n');
      case 'paragraph': {
        const text = this.inline(block.text);
        if (block.tone === 'caution') return `> **${text}**`;
        if (block.tone === 'aside') return `> ${text}`;
        return block.tone === 'conclusion' ? `**${text}**` : text;
      }
      case 'list':
        return block.items.map((item) => `- ${this.inline(item)}`).join('\n');
      case 'table':
        return this.table(block);
      case 'fields':
        return this.fields(block);
      case 'finding':
        return [
          `### ${block.number === undefined ? '' : `${block.number}. `}${this.inline(block.title)}`,
          this.inline(block.message),
          this.items(block.fields),
        ].join('\n\n');
      case 'excerpt':
        return '';
      case 'markdown':
        return render(block.text, this.locale);
      case 'figure':
        return block.href === undefined ? '' : `![${this.inline(block.alt)}](${block.href})`;
    }
  }

  private table({ caption, head, rows }: Table): string {
    const lines = markdownTable(
      head.map((cell) => this.inline(cell)),
      rows.map((row) => row.map((cell) => this.cell(cell))),
    );
    return caption === undefined || lines === '' ? lines : `**${this.inline(caption)}**\n\n${lines}`;
  }

  /** Returns the lines of a cell; in a strong cell the first line is bold. */
  private cell(cell: Cell): string {
    if (!('lines' in cell)) return this.inline(cell);
    const [first = '', ...rest] = cell.lines.map((line) => this.inline(line));
    return [cell.strong === true ? `**${first}**` : first, ...rest].join('<br>');
  }

  private fields({ look, title, rows }: Fields): string {
    const fields = rows.flat();
    if (look === 'list') return this.items(fields);
    if (look === 'entry')
      return [`### ${title === undefined ? '' : this.inline(title)}`, this.items(fields)].join('\n\n');
    const head = [render(t.item, this.locale), render(t.value, this.locale)];
    return markdownTable(
      head,
      fields.map((field) => [this.inline(field.label), this.value(field)]),
    );
  }

  private items(fields: readonly Field[]): string {
    return fields
      .filter(({ on }) => on !== 'terminal')
      .map((field) => `- **${this.inline(field.label)}**${render(t.colon, this.locale)}${this.value(field)}`)
      .join('\n');
  }

  private value({ lines, strong, ticks, write = 0 }: Field): string {
    const words = lines.map((line) => this.inline(line)).map((line) => (strong === true ? `**${line}**` : line));
    const boxes =
      ticks === undefined
        ? []
        : [ticks.map((tick) => render(tick, this.locale)).join(this.locale === 'en' ? ' ' : '　')];
    return [...words, ...boxes, ...Array.from({ length: write }, () => render(LINE, this.locale))].join('<br>');
  }

  private inline(inlines: Inlines): string {
    return piecesOf(inlines)
      .map((piece) => {
        if ('zh' in piece) return markdownText(render(piece, this.locale));
        if ('strong' in piece) return `**${this.inline(piece.strong)}**`;
        if ('quiet' in piece) return this.inline(piece.quiet);
        if ('code' in piece) return `\`${piece.code.replaceAll('`', "'")}\``;
        if ('place' in piece) return markdownText(render(positionWords(piece.place), this.locale));
        if ('blank' in piece) return markdownText(render(piece.blank, this.locale));
        if ('link' in piece) {
          const isInside = piece.link.startsWith('#');
          if (isInside) this.hasLinks = true;
          const isBroken = isInside && this.isLeftOut(piece.link.slice(1));
          return isBroken ? this.inline(piece.text) : `[${this.inline(piece.text)}](${piece.link})`;
        }
        return this.inline(piece.text);
      })
      .join('');
  }
}
