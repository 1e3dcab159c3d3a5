// Building blocks of a review sheet, as plain text that Markdown and HTML each escape their own way.
import type { Weight } from '../../render/writers/budget.js';

/** A cell of a table; its `lines` stand one below the other. */
export interface SheetCell {
  readonly lines: readonly string[];
  readonly strong?: true;
}

/** A label and the text beside it; then, to fill in by hand, boxes to tick and lines to write on. */
export interface Field {
  readonly label: string;
  readonly lines: readonly string[];
  readonly strong?: true;
  readonly ticks?: true;
  /** Number of empty lines to write on. */
  readonly write?: number;
}

/** A table of a sheet. */
export interface Table {
  readonly kind: 'table';
  /** Sort of table, which determines the widths of its columns. */
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

/**
 * A box of fields: `entry`, with a heading of its own; `facts`, the head of the sheet; `form`, the lines for opinion
 * and names.
 */
export interface Fields {
  readonly kind: 'entry' | 'facts' | 'form';
  readonly title?: string;
  /** Rows of one or two fields beside each other. */
  readonly rows: readonly (readonly Field[])[];
}

/** A paragraph of a sheet. */
export interface SheetText {
  readonly kind: 'text';
  readonly tone: 'caution' | 'conclusion' | 'note' | 'plain';
  readonly text: string;
}

/** A block of a sheet. */
export type SheetBlock = Table | Fields | SheetText;

/** A block with its weight, which decides when it is left out if there is no room. */
export interface WeightedBlock {
  readonly block: SheetBlock;
  readonly weight: Weight;
  readonly name: string;
  /** Set if the notice counts it when it is left out; for a table each row. */
  readonly counted?: true;
}

/** A chapter of a sheet. */
export interface Chapter {
  /** Heading; empty for the head of the sheet. */
  readonly title: string;
  readonly pieces: readonly WeightedBlock[];
}

/** The review sheet of one plan. */
export interface ReviewSheet {
  readonly title: string;
  readonly chapters: readonly Chapter[];
  /** Mark that tells its pages from those of other sheets: digits of the plan's hash. */
  readonly mark?: string;
}

/** Returns a cell of one line. */
export function cell(text: string): SheetCell {
  return { lines: [text] };
}

/** Returns a block that is never left out. */
export function keptBlock(block: SheetBlock): WeightedBlock {
  return { block, weight: 'always', name: '' };
}

/** Returns a paragraph that is never left out. */
export function text(tone: SheetText['tone'], words: string): WeightedBlock {
  return keptBlock({ kind: 'text', tone, text: words });
}
