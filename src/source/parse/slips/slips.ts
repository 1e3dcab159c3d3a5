// Finds the slip behind a fault of YAML syntax: the correction of a line near it that lets the parser go on.
import type { Text } from '../../../i18n/catalogue.js';
import { type Correction, corrections, type LineEdit, range } from './corrections.js';

/** A slip: its line from 1, its column from 1, and what is wrong there. */
export interface Slip {
  readonly line: number;
  readonly column: number;
  readonly detail: Text;
}

/** Returns the offset of the first fault of a YAML text; undefined if it has none. */
export type FirstFault = (text: string) => number | undefined;

/** Most slips that are looked for in a file: each takes a reading of the whole. */
const MOST_SLIPS = 10;

/** Most characters that are parsed in search of the slips of a file: they take about a second. */
const MOST_READ = 1 << 20;

/** A reader that counts what it may still read. */
class Reader {
  #left = MOST_READ;
  readonly #firstFault: FirstFault;

  constructor(firstFault: FirstFault) {
    this.#firstFault = firstFault;
  }

  canRead(text: string): boolean {
    return text.length <= this.#left;
  }

  firstFault(text: string): number | undefined {
    this.#left -= text.length;
    return this.#firstFault(text);
  }
}

/**
 * Returns the slips of a YAML text whose first fault is at the offset `first`. `rest` is `first` if no correction
 * explains that fault. Else it is undefined, even if faults are left: what comes after a slip may be a consequence of
 * it.
 */
export function slipsIn(
  text: string,
  first: number,
  firstFault: FirstFault,
): { readonly slips: readonly Slip[]; readonly rest: number | undefined } {
  const original = text.split('\n');
  const lines = [...original];
  const shifts = new Map<number, LineEdit[]>();
  const slips: Slip[] = [];
  let rest: number | undefined = first;
  const reader = new Reader(firstFault);
  while (rest !== undefined) {
    const at = positionOf(lines, rest);
    const correction = slips.length < MOST_SLIPS ? correctionAt(lines, at, reader) : undefined;
    if (correction === undefined) return { slips, rest: slips.length === 0 ? first : undefined };
    const { line, column, detail } = correction;
    slips.push({ line: line + 1, column: columnBefore(shifts.get(line) ?? [], column) + 1, detail });
    for (const edit of correction.edits) {
      lines[edit.line] = edited(lines[edit.line], edit);
      shifts.set(edit.line, [...(shifts.get(edit.line) ?? []), edit]);
    }
    const now = lines.join('\n');
    rest = correction.isSure && reader.canRead(now) ? reader.firstFault(now) : undefined;
  }
  return { slips: slips.toSorted((a, b) => a.line - b.line || a.column - b.column), rest };
}

/** Line and column of an offset, both from 0. */
interface Position {
  readonly line: number;
  readonly column: number;
}

function positionOf(lines: readonly string[], offset: number): Position {
  let start = 0;
  for (const [line, { length }] of lines.entries()) {
    if (offset <= start + length) return { line, column: offset - start };
    start += length + 1;
  }
  return { line: lines.length - 1, column: lines[lines.length - 1].length };
}

function edited(line: string, { from, to, text }: LineEdit): string {
  return line.slice(0, from) + text + line.slice(to);
}

/** Returns the column that `column` was before the edits of its line. */
function columnBefore(edits: readonly LineEdit[], column: number): number {
  return edits.reduceRight((at, { from, to, text }) => {
    if (at >= from + text.length) return at - text.length + to - from;
    return Math.min(at, from);
  }, column);
}

/** A correction; `isSure` if the parser goes on after it. */
type Found = Correction & { readonly isSure: boolean };

/** Returns the correction after which the parser gets farthest beyond its fault; undefined if none gets it on. */
function correctionAt(lines: readonly string[], at: Position, reader: Reader): Found | undefined {
  const excerpt = excerptAround(lines, at.line, reader);
  let [best, farthest] = [undefined as Correction | undefined, at.line];
  for (const correction of corrections(lines, at)) {
    const text = excerpt.textOf(correction.edits);
    if (!reader.canRead(text)) break;
    const fault = reader.firstFault(text);
    const reached = fault === undefined ? Number.POSITIVE_INFINITY : excerpt.lineOf(text, fault);
    const last = Math.max(farthest, ...(best === undefined ? [correction.line] : []));
    if (reached <= last) continue;
    [best, farthest] = [correction, reached];
    if (reached === Number.POSITIVE_INFINITY) break;
  }
  if (best !== undefined) return { ...best, isSure: true };
  // A tab in the indentation is wrong, whatever else is.
  const tabs = corrections(lines, at).next().value;
  return tabs?.always === true ? { ...tabs, isSure: false } : undefined;
}

/** Part of a text that is enough to read the lines about a fault. */
interface Excerpt {
  /** Returns the part with edits. */
  readonly textOf: (edits: readonly LineEdit[]) => string;
  /** Returns the line of the text in which an offset of the part lies; infinite at its end, where it was cut. */
  readonly lineOf: (part: string, offset: number) => number;
}

/** Lines before and after a fault that are read again. */
const NEAR = 60;

/**
 * Returns the lines about `line` with those that enclose them by their indentation, or with all before them if the parser's
 * fault isn't the same in that part.
 */
function excerptAround(lines: readonly string[], line: number, reader: Reader): Excerpt {
  const end = Math.min(lines.length, line + NEAR);
  const part = (kept: readonly number[]): Excerpt => ({
    textOf: (edits) => {
      const changed = new Map<number, string>();
      for (const edit of edits) changed.set(edit.line, edited(changed.get(edit.line) ?? lines[edit.line], edit));
      return kept.map((index) => changed.get(index) ?? lines[index]).join('\n');
    },
    lineOf: (text, offset) => {
      const index = positionOf(text.split('\n'), offset).line;
      return index >= kept.length - 2 && end < lines.length ? Number.POSITIVE_INFINITY : kept[index];
    },
  });
  const near = range(Math.max(0, line - NEAR), end);
  const short = part([...enclosing(lines, near[0]), ...near]);
  const text = short.textOf([]);
  const fault = reader.canRead(text) ? reader.firstFault(text) : undefined;
  return fault !== undefined && short.lineOf(text, fault) === line ? short : part(range(0, end));
}

/** Returns the lines that enclose `line` by their indentation. */
function enclosing(lines: readonly string[], line: number): number[] {
  const found: number[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (let index = line; index >= 0; index -= 1) {
    const [, indent, rest] = /^( *)(.*)/.exec(lines[index]) ?? [];
    if (rest === undefined || rest.trim() === '' || rest.startsWith('#')) continue;
    // A list may stand as far left as the key it belongs to.
    const width = indent.length + (rest.startsWith('- ') ? 0.5 : 0);
    if (width >= least) continue;
    if (index < line) found.unshift(index);
    least = width;
  }
  return found;
}
