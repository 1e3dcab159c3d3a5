// Whether the data of a STEP file (ISO 10303-21) are well formed: what isn't may keep a reader from ever ending.

import { problemOf, type SourceProblem } from '../../../source/problem.js';
import type { InputFile } from '../../types.js';
import { ifcProblemText as text } from './texts.js';

/**
 * Returns why the data of a STEP file can't be read: a statement that breaks the syntax, a line that refers to one which
 * isn't there, or lines that refer to each other in a circle. Undefined if nothing is wrong.
 */
export function checkSyntax({ path, bytes }: InputFile): SourceProblem | undefined {
  const scanner = new Scanner(bytes);
  const broken = scanner.scan();
  if (broken !== undefined) return problemOf(text.ifcBroken({ line: broken }), path);
  for (const [line, refers] of scanner.references) {
    const missing = refers.find((to) => !scanner.lines.has(to));
    if (missing !== undefined) return problemOf(text.ifcMissing({ line, missing }), path);
  }
  const circle = circleIn(scanner.references);
  return circle === undefined ? undefined : problemOf(text.ifcCircle({ line: circle }), path);
}

const code = (letter: string): number => letter.charCodeAt(0);

const [QUOTE, SLASH, STAR, OPEN, CLOSE, END, HASH, EQUALS, NEWLINE, DOUBLE] = [
  code("'"),
  code('/'),
  code('*'),
  code('('),
  code(')'),
  code(';'),
  code('#'),
  code('='),
  code('\n'),
  code('"'),
];

/** Deepest nesting of lists that is read; the standard's types need five. */
const DEEPEST = 32;

class Scanner {
  /** The lines of data (#1). */
  readonly lines = new Set<number>();
  /** For each line of data that refers to others, these. */
  readonly references = new Map<number, number[]>();
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  /** Goes through all statements; returns the first line of text where one is broken. */
  scan(): number | undefined {
    const { bytes } = this;
    this.at = 0;
    while (this.at < bytes.length) {
      this.blanks();
      const start = this.at;
      if (start >= bytes.length) return undefined;
      if (!this.statement()) return this.lineOfText(start);
    }
    return undefined;
  }

  /** Reads one statement up to its semicolon; false if it is broken. */
  private statement(): boolean {
    const { bytes } = this;
    let own: number | undefined;
    const refers: number[] = [];
    if (bytes[this.at] === HASH) {
      own = this.number();
      this.blanks();
      if (own === undefined || bytes[this.at] !== EQUALS) return false;
    }
    let depth = 0;
    while (this.at < bytes.length) {
      const c = bytes[this.at];
      if (c === END) {
        this.at += 1;
        if (own !== undefined) this.lines.add(own);
        if (own !== undefined && refers.length > 0) this.references.set(own, refers);
        return depth === 0;
      }
      if (c === OPEN) depth += 1;
      else if (c === CLOSE) depth -= 1;
      if (depth < 0 || depth > DEEPEST) return false;
      if (c === QUOTE || c === DOUBLE) {
        if (!this.text(c)) return false;
      } else if (c === SLASH && bytes[this.at + 1] === STAR) {
        if (!this.comment()) return false;
      } else if (c === HASH) {
        const to = this.number();
        if (to === undefined || own === undefined) return false;
        refers.push(to);
      } else if (c === EQUALS && depth > 0) return false;
      else this.at += 1;
    }
    return false;
  }

  /** Reads `#` and digits; undefined if no digits follow. */
  private number(): number | undefined {
    const { bytes } = this;
    let value = 0;
    const from = this.at + 1;
    this.at = from;
    for (let c = bytes[this.at]; c >= 48 && c <= 57; c = bytes[this.at]) {
      value = value * 10 + c - 48;
      this.at += 1;
    }
    return this.at === from || this.at - from > 15 ? undefined : value;
  }

  /** Reads a text; a quote in it is written twice. False if it doesn't end. */
  private text(quote: number): boolean {
    const end = this.bytes.indexOf(quote, this.at + 1);
    this.at = end + 1;
    return end > 0;
  }

  private comment(): boolean {
    const { bytes } = this;
    for (let at = bytes.indexOf(STAR, this.at + 2); at > 0; at = bytes.indexOf(STAR, at + 1)) {
      if (bytes[at + 1] !== SLASH) continue;
      this.at = at + 2;
      return true;
    }
    return false;
  }

  private blanks(): void {
    const { bytes } = this;
    for (;;) {
      while (bytes[this.at] <= 32 || bytes[this.at] > 126) this.at += 1;
      if (bytes[this.at] !== SLASH || bytes[this.at + 1] !== STAR || !this.comment()) return;
    }
  }

  private lineOfText(start: number): number {
    let line = 1;
    for (let at = this.bytes.indexOf(NEWLINE); at >= 0 && at < start; at = this.bytes.indexOf(NEWLINE, at + 1))
      line += 1;
    return line;
  }
}

/** Returns a line that, by what it refers to, comes back to itself; undefined if none does. */
function circleIn(references: ReadonlyMap<number, readonly number[]>): number | undefined {
  const done = new Set<number>();
  const open = new Set<number>();
  for (const start of references.keys()) {
    const path: { readonly line: number; next: number }[] = [{ line: start, next: 0 }];
    if (done.has(start)) continue;
    open.add(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const to = references.get(top.line)?.[top.next];
      top.next += 1;
      if (to === undefined) {
        done.add(top.line);
        open.delete(top.line);
        path.pop();
      } else if (open.has(to)) return to;
      else if (!done.has(to)) {
        open.add(to);
        path.push({ line: to, next: 0 });
      }
    }
  }
  return undefined;
}
