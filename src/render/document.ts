// The document model: what a report says, in both languages and without a format. Writers make characters of it.
import type { Localized } from '../i18n/locale.js';
import type { SourceFile, Span } from '../source/types.js';
import type { Weight } from './writers/budget.js';

/** Colour of an outcome. The names are those of the groups of verdicts; `render` doesn't know what they mean. */
export type Tone =
  | 'fail'
  | 'open'
  | 'review'
  | 'drawing'
  | 'warning'
  | 'waived'
  | 'undecided'
  | 'pass'
  | 'notApplicable';

/**
 * A place in a file: `path:line:column` on a terminal, in words on paper. Line and column count from 1; without a line
 * it is the file as a whole.
 */
export interface Position {
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
}

/** Inline content. A text is plain; text of a plan needs no escaping, since each writer escapes what it writes. */
export type Inline =
  | Localized
  | { readonly strong: Inlines }
  | { readonly quiet: Inlines }
  | { readonly outcome: Tone; readonly text: Inlines }
  /** An id, a hash, a command. With `rule` it is a rule's id, which may link to its page. */
  | { readonly code: string; readonly rule?: true }
  | { readonly place: Position }
  /** Room to fill in by hand, with what stands there at first: a box to tick, or nothing. */
  | { readonly blank: Localized }
  | { readonly link: string; readonly text: Localized };

/** Text of one paragraph or cell: a single piece, or several in a row. */
export type Inlines = Inline | readonly Inline[];

/** What every block may have. */
interface Common {
  /** Written only on a terminal, or only on pages (Markdown, HTML). Absent: on both. */
  readonly on?: 'terminal' | 'page';
  /** When a budget drops it; default `always`: never. */
  readonly weight?: Weight;
  /** Name in the notice on what a budget left out; `counted`: with the number of such blocks or table rows (of plans). */
  readonly name?: Localized;
  readonly counted?: true | 'plans';
}

/** Blocks under a heading. Without a title it only keeps blocks together. */
export interface Section extends Common {
  readonly block: 'section';
  readonly title?: Inlines;
  readonly anchor?: string;
  /** Closed at first, where the format can. */
  readonly folded?: true;
  /** Without empty lines between the blocks on a terminal. */
  readonly tight?: true;
  readonly blocks: readonly Block[];
}

/** A paragraph. */
export interface Paragraph extends Common {
  readonly block: 'paragraph';
  /** `aside`: terms and limits below a report; dim on a terminal, a quotation in Markdown. */
  readonly tone?: 'plain' | 'note' | 'aside' | 'caution' | 'conclusion';
  readonly text: Inlines;
  /** Terminal columns before the first line and before the others; default 0. */
  readonly indent?: readonly [first: number, others: number];
  /** One line on a terminal, however long: it holds a path that readers copy or click. */
  readonly unbroken?: true;
}

/** A list of items. On a terminal with a dash, or without any mark (`plain`). */
export interface List extends Common {
  readonly block: 'list';
  readonly plain?: true;
  readonly items: readonly Inlines[];
}

/** A cell: one text, or lines one below the other, of which the first may be strong. */
export type Cell = Inlines | { readonly lines: readonly Inlines[]; readonly strong?: true };

/** A table. Without rows it isn't written. */
export interface Table extends Common {
  readonly block: 'table';
  /** Sort of table, by which the style of a page gives the widths of columns. */
  readonly sort?: string;
  readonly caption?: Inlines;
  readonly head: readonly Inlines[];
  readonly rows: readonly (readonly Cell[])[];
  /** Columns, from 0, aligned right on a terminal. */
  readonly figures?: readonly number[];
  /** Column, from 0, that is left out on a terminal too narrow for it. */
  readonly spare?: number;
}

/** A label and its value; then, to fill in by hand, boxes to tick and lines to write on. */
export interface Field {
  readonly label: Localized;
  readonly lines: readonly Inlines[];
  readonly on?: 'terminal' | 'page';
  readonly strong?: true;
  readonly ticks?: readonly Localized[];
  /** Number of empty lines to write on. */
  readonly write?: number;
}

/** Fields: as a `list`, as a table of `facts`, as a `form` to fill in, or as an `entry` with a heading of its own. */
export interface Fields extends Common {
  readonly block: 'fields';
  readonly look: 'list' | 'facts' | 'form' | 'entry';
  readonly title?: Inlines;
  /** Rows of one field, or of several beside each other where the format has room. */
  readonly rows: readonly (readonly Field[])[];
}

/** A finding: where, how grave, about what, by which rule; then why and what to do. */
export interface Finding extends Common {
  readonly block: 'finding';
  readonly number?: number;
  readonly outcome: Tone;
  /** The outcome in words, and how it stands against a baseline. */
  readonly tag: Localized;
  readonly title: Inlines;
  readonly subject: Localized;
  readonly rule: string;
  readonly place: Position;
  readonly excerpt?: Excerpt;
  readonly message: Inlines;
  readonly fields: readonly Field[];
  /** The same finding in other places of the plan. */
  readonly rest?: readonly Block[];
}

/** Lines of a source file with marked places. Only terminals and plain text show it. */
export interface Excerpt extends Common {
  readonly block: 'excerpt';
  readonly file: SourceFile;
  readonly tone: Tone;
  readonly marks: readonly { readonly span: Span; readonly caption?: Localized }[];
}

/** A drawing: in HTML drawn in place, in Markdown as a file beside the report. A terminal shows none. */
export interface Figure extends Common {
  readonly block: 'figure';
  readonly caption: Localized;
  readonly alt: Localized;
  /** Path of the file relative to the report, percent-encoded; absent if there is none. */
  readonly href?: string;
  readonly svg?: (locale: 'zh-CN' | 'en') => string;
}

/** Markdown of rules and laws, which is sitecam's own: never text of a plan. */
export interface Markdown extends Common {
  readonly block: 'markdown';
  readonly text: Localized;
}

export type Block = Section | Paragraph | List | Table | Fields | Finding | Excerpt | Figure | Markdown;

/**
 * A report before a writer makes characters of it. A report on several plans is a list of documents, one a plan, with
 * one on all of them first or last; each begins a page.
 */
export interface Document {
  /** Title, which a terminal doesn't show. Absent: the report has none. */
  readonly title?: Inlines;
  /** What the report is about: follows the title; heads its part of a page that holds several documents. */
  readonly subject?: Inlines;
  /** Id that other documents link to; without others Markdown has none. */
  readonly anchor?: string;
  readonly on?: 'terminal' | 'page';
  /**
   * Set if a budget may leave the document out as a whole: the name and number of what is left out then, and the gravest
   * weight of its blocks. The blocks are then read only if there may be room for them.
   */
  readonly whole?: { readonly name: Localized; readonly n: number; readonly gravest: Weight };
  readonly blocks: readonly Block[];
}
