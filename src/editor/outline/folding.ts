// What can be folded in the text of a plan.
import type { FoldingRange } from 'vscode-languageserver-types';
import { closingQuote } from '../../source/parse/json-keys.js';
import { lineColumn, lineStartsOf } from '../../source/place/lines.js';
import { type Part, partsOf } from '../../source/place/pointer-at.js';
import type { SourceFile } from '../../source/types.js';
import { asRead } from '../plan.js';
import { endOf } from './parts.js';

/**
 * Returns what an editor can fold: every value of several lines, from the line of its key, and in YAML every comment of
 * several lines. Lists within lists are points: they don't fold.
 */
export function foldsOf(file: SourceFile): FoldingRange[] {
  const read = asRead(file);
  return read.format === 'json' ? jsonFolds(read) : yamlFolds(read);
}

/** Finds the brackets in one pass: an index of all values takes far longer. */
function jsonFolds({ text }: SourceFile): FoldingRange[] {
  const found = new Map<number, FoldingRange>();
  const open: { readonly line: number; readonly isList: boolean }[] = [];
  let line = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') at = closingQuote(text, at + 1);
    else if (sign === '\n') line += 1;
    else if (sign === '[' || sign === '{') open.push({ line, isList: sign === '[' });
    else if (sign === ']' || sign === '}') {
      const opened = open.pop();
      const isPoint = opened?.isList === true && open.at(-1)?.isList === true;
      // Of what begins on one line the outermost folds, which is closed last.
      if (opened !== undefined && opened.line < line && !isPoint) {
        found.set(opened.line, { startLine: opened.line, endLine: line });
      }
    }
  }
  return inOrder([...found.values()]);
}

function yamlFolds(file: SourceFile): FoldingRange[] {
  const starts = lineStartsOf(file);
  const lineOf = (offset: number): number => lineColumn(starts, offset).line - 1;
  const found = new Map<number, FoldingRange>();
  /** Lines of texts of several lines, in which a # is no comment. */
  const texts = new Set<number>();
  const look = (parts: readonly Part[], isList: boolean): void => {
    for (const [n, part] of parts.entries()) {
      if (part.isKey) continue;
      const [from, to] = [lineOf(part.from), lineOf(Math.max(part.from, part.to))];
      if (from === to) continue;
      const inner = part.parts();
      const before = parts[n - 1];
      const first = before?.isKey === true ? lineOf(before.from) : from;
      const last = lineOf(endOf(file.text, part));
      const isPoint = isList && typeof inner[0]?.token === 'number';
      // Of what begins on one line the outermost folds.
      if (first < last && !found.has(first) && !isPoint) found.set(first, { startLine: first, endLine: last });
      if (inner.length > 0) look(inner, typeof inner[0]?.token === 'number');
      else for (let line = from; line <= to; line += 1) texts.add(line);
    }
  };
  look(partsOf(file), false);
  return inOrder([...found.values(), ...commentsIn(file, starts, texts)]);
}

function inOrder(folds: FoldingRange[]): FoldingRange[] {
  return folds.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

function commentsIn({ text }: SourceFile, starts: readonly number[], texts: ReadonlySet<number>): FoldingRange[] {
  const found: FoldingRange[] = [];
  let first: number | undefined;
  for (let line = 0; line <= starts.length; line += 1) {
    if (line < starts.length && !texts.has(line) && /^[ \t]*#/.test(text.slice(starts[line], starts[line + 1]))) {
      first ??= line;
    } else if (first !== undefined) {
      if (line - first > 1) found.push({ startLine: first, endLine: line - 1, kind: 'comment' });
      first = undefined;
    }
  }
  return found;
}
