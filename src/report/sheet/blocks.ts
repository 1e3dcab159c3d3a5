import type { Weight } from '../markdown/budget.js';

/**
 * What a sheet is made of, as plain text: Markdown and HTML say the same words, each escaped in its own way. `lines` stand
 * one below the other.
 */
export interface SheetCell {
  readonly lines: readonly string[];
  readonly strong?: true;
}

/** A label and what stands beside it; then, to be filled in by hand, boxes to tick and lines to write on. */
export interface Field {
  readonly label: string;
  readonly lines: readonly string[];
  readonly strong?: true;
  readonly ticks?: true;
  /** How many lines are left empty. */
  readonly write?: number;
}

export interface Table {
  readonly kind: 'table';
  /** Which columns it has: the page knows their widths by it. */
  readonly columns:
    | 'clauses'
    | 'others'
    | 'answers'
    | 'judged'
    | 'notes'
    | 'waived'
    | 'gone'
    | 'claims'
    | 'faults'
    | 'day';
  readonly caption?: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
}

/** A box of fields under a heading of its own, or the head of the sheet, or the lines for opinion and names. */
export interface Fields {
  readonly kind: 'entry' | 'facts' | 'form';
  readonly title?: string;
  /** One or two fields beside each other. */
  readonly rows: readonly (readonly Field[])[];
}

export interface SheetText {
  readonly kind: 'text';
  readonly tone: 'caution' | 'conclusion' | 'note' | 'plain';
  readonly text: string;
}

export type SheetBlock = Table | Fields | SheetText;

/** A block, and how soon it is left out where there is no room for all. */
export interface WeightedBlock {
  readonly block: SheetBlock;
  readonly weight: Weight;
  readonly name: string;
  /** Each of it is counted where it is left out; of a table each row. */
  readonly counted?: true;
}

export interface Chapter {
  /** Empty: the head of the sheet. */
  readonly title: string;
  readonly pieces: readonly WeightedBlock[];
}

/** One plan's sheet. */
export interface ReviewSheet {
  readonly title: string;
  readonly chapters: readonly Chapter[];
  /** What tells its pages from those of other sheets: digits of the plan's hash. */
  readonly mark?: string;
}

/** A cell of one line. */
export function cell(text: string): SheetCell {
  return { lines: [text] };
}

/** A block that is never left out. */
export function keptBlock(block: SheetBlock): WeightedBlock {
  return { block, weight: 'always', name: '' };
}

export function text(tone: SheetText['tone'], words: string): WeightedBlock {
  return keptBlock({ kind: 'text', tone, text: words });
}
