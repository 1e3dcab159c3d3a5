// Reads a plan's text as far as it goes while somebody types in it, and finds what can be typed at the cursor.
//
// The parser of YAML takes a whole text, and gives up where one is broken: that is where the cursor is. This reader goes by
// indentation and brackets alone, in one pass, YAML and JSON alike, and never fails.
import type { SourceFile } from '../../source/types.js';

/** A node of the tree of a plan's text: a map, a list, a scalar, or a value that isn't written yet. */
export interface Entry {
  readonly parent: Entry | undefined;
  /** Its key, in a map. */
  readonly key: string | undefined;
  /** `empty`: nothing is written yet. */
  kind: 'empty' | 'scalar' | 'map' | 'list';
  /** The written text of a scalar, with its quotes. */
  text: string;
  /** Its members or items; none of a scalar. */
  entries: Entry[];
}

/** What can be typed at the cursor, and the word that it replaces. */
export interface Cursor {
  /** `key`: a key of the map `entry`. `value`: the value of `entry`, and what that may begin with. */
  readonly at: 'key' | 'value';
  readonly entry: Entry;
  /** The key at the cursor itself, which isn't among those that are there already. */
  readonly self?: Entry;
  /** The word, without quotes: all of it is replaced. */
  readonly from: number;
  readonly to: number;
  /** The quote before the word; empty if there is none. `closed`: there is one behind it, too. */
  readonly quote: '"' | "'" | '';
  readonly closed: boolean;
  /** True if a colon follows the key. */
  readonly hasColon: boolean;
  /** True if a space is missing before the word. */
  readonly needsSpace: boolean;
  /** `line`: a line of its own, on which a key or an item may begin. `dash`: an item that has no dash yet. */
  readonly starts: 'inline' | 'line' | 'dash';
  readonly style: 'json' | 'flow' | 'block';
}

/** The tree of a text that may be unfinished, and the position of the cursor in it. */
export interface Reading {
  readonly root: Entry;
  readonly cursor: Cursor | undefined;
}

/** Returns the tree of a file's text, and what can be typed at `offset`; an offset below 0 stands for no cursor. */
export function readAround({ text, format }: SourceFile, offset: number): Reading {
  return new Reader(text, offset, format === 'json').read();
}

/** Returns the text of a scalar without its quotes; '' for a map or a list. */
export function textOf({ text }: Entry): string {
  return unquoted(text);
}

function unquoted(text: string): string {
  if (text.startsWith("'"))
    return text.slice(1, text.length > 1 && text.endsWith("'") ? -1 : undefined).replaceAll("''", "'");
  if (!text.startsWith('"')) return text;
  if (!text.includes('\\')) return text.slice(1, text.length > 1 && text.endsWith('"') ? -1 : undefined);
  try {
    return String(JSON.parse(text));
  } catch {
    return text.replace(/^"|"$/g, '');
  }
}

/** A map or list of block style that lines of this indentation belong to. */
interface Frame {
  readonly entry: Entry;
  readonly indent: number;
}

/** A key or a scalar of the text. */
interface Token {
  readonly from: number;
  readonly to: number;
  readonly quote: '"' | "'" | '';
  /** True if it has the quote at its end, too; of a plain one true. */
  readonly closed: boolean;
}

/** Deeper than a plan goes: what lies deeper is passed over. */
const DEEPEST = 100;

/** What follows a word in quotes of which the second is still to be typed. */
const OPEN_REST = /^([^\s"',:{}[\]]*)\s*(?:[}\]]|,\s*(?:["'}\]]|[\w$-]+\s*:|$))/;

/** The entries of what has none. Nothing is added to it: `added` makes a list first. */
const NO_ENTRIES: Entry[] = [];

class Reader {
  private cursor: Cursor | undefined;
  private readonly root: Entry = { parent: undefined, key: undefined, kind: 'empty', text: '', entries: NO_ENTRIES };
  private readonly frames: Frame[] = [];
  /** Indentation at or below which a line can't belong to the brackets that are open: they were never closed. */
  private base = -1;
  /** Set if brackets were left because of such a line. */
  private isLeft = false;
  private depth = 0;

  constructor(
    private readonly text: string,
    private readonly offset: number,
    private readonly isJson: boolean,
  ) {}

  read(): Reading {
    if (this.isJson) this.flowValue(this.root, 0, false);
    else for (let from = 0; from <= this.text.length; ) from = this.line(from);
    return { root: this.root, cursor: this.cursor };
  }

  // Block style

  /** Reads the line that starts at `start`, and the brackets and texts that begin on it. Returns where the next one starts. */
  private line(start: number): number {
    const end = this.endOfLine(start);
    const from = this.pastBlanks(start);
    if (from >= end || this.text[from] === '#') {
      if (this.isAt(start, Math.min(from, end))) this.blankLine(this.offset - start);
      return this.nextLine(end);
    }
    const isMark = from === start && /^(?:---|\.\.\.|%)/.test(this.text.slice(start, start + 3));
    return this.nextLine(isMark ? end : this.blockNode(start, from));
  }

  private blankLine(column: number): void {
    const top = this.frames.findLast(({ indent }) => indent <= column);
    const at = { from: this.offset, to: this.offset } as const;
    const slot = this.slot(top);
    if (top?.indent === column && top.entry.kind === 'map') {
      this.found({ at: 'key', entry: top.entry, ...at, starts: 'line' });
    } else if (top?.indent === column) {
      this.found({ at: 'value', entry: this.made(top.entry), ...at, starts: 'dash' });
    } else if (slot.kind === 'empty') this.found({ at: 'value', entry: slot, ...at, starts: 'line' });
  }

  /** Reads what begins at `from` of the line that starts at `start`: an item, a key with its value, a scalar, brackets. */
  private blockNode(start: number, from: number): number {
    const column = from - start;
    const isItem = this.text[from] === '-' && /^\s?$/.test(this.text[from + 1] ?? '');
    for (let top = this.top(); top !== undefined; top = this.top()) {
      const ends = top.indent === column && top.entry.kind === 'list' && !isItem && this.frames.length > 1;
      if (top.indent <= column && !ends) break;
      this.frames.pop();
    }
    if (isItem) return this.blockItem(start, from, column);
    const slot = this.slot(this.top());
    const indent = this.top()?.indent ?? -1;
    const first = this.text[this.pastProperties(from)] ?? '';
    const token = /[[{|>]/.test(first) ? undefined : this.token(this.pastProperties(from), false);
    if (token === undefined) return slot.kind === 'empty' ? this.value(slot, from, indent) : from;
    const colon = this.colonAfter(token);
    if (colon >= 0) {
      const map = this.mapAt(column);
      if (map === undefined) return from;
      const entry = this.push(map, token);
      if (this.isIn(token)) this.foundWord(token, { at: 'key', entry: map, self: entry, hasColon: true });
      return this.blockValue(entry, colon + 1);
    }
    if (this.isIn(token)) {
      const top = this.top();
      // The word may become a key: what it is the value of stays empty.
      if (top?.indent === column && top.entry.kind === 'map') this.foundKey(token, top.entry);
      else if (slot.kind === 'empty') {
        const word = this.firstWord(token);
        this.foundWord(this.isIn(word) ? word : token, { at: 'value', entry: slot, starts: 'line' });
      }
    } else if (slot.kind === 'empty') return this.value(slot, from, indent);
    return token.to;
  }

  private blockItem(start: number, from: number, column: number): number {
    let top = this.top();
    if (top?.indent !== column || top.entry.kind !== 'list') {
      const slot = this.slot(top);
      if (slot.kind === 'empty') {
        slot.kind = 'list';
        this.frames.push({ entry: slot, indent: column });
      } else {
        // Not where it should stand: an item of the nearest list.
        while (this.frames.length > 0 && this.top()?.entry.kind !== 'list') this.frames.pop();
      }
      top = this.top();
    }
    if (top === undefined) return from;
    const item = this.added(top.entry, this.made(top.entry));
    const end = this.endOfLine(from);
    const next = this.pastBlanks(from + 1);
    if (next >= end || this.text[next] === '#') {
      if (this.isAt(from + 1, Math.min(next, end))) {
        this.found({
          at: 'value',
          entry: item,
          from: this.offset,
          to: this.offset,
          starts: 'line',
          needsSpace: this.offset === from + 1,
        });
      }
      return end;
    }
    return this.blockNode(start, next);
  }

  /** Reads the value behind a key's colon. */
  private blockValue(entry: Entry, from: number): number {
    const end = this.endOfLine(from);
    const next = this.pastBlanks(from);
    if (next < end && this.text[next] !== '#') return this.value(entry, next, this.top()?.indent ?? 0);
    if (this.isAt(from, Math.min(next, end))) {
      const needsSpace = this.offset === from;
      this.found({ at: 'value', entry, from: this.offset, to: this.offset, needsSpace });
    }
    return end;
  }

  /** Reads a value that isn't empty. Lines that belong to it are indented by more than `indent`. */
  private value(entry: Entry, start: number, indent: number): number {
    const from = this.pastProperties(start);
    const first = this.text[from] ?? '';
    if (first === '|' || first === '>') return this.blockText(entry, from, indent);
    if (first === '{' || first === '[') {
      this.base = indent;
      this.isLeft = false;
      const end = this.flow(entry, from);
      this.base = -1;
      return this.isLeft ? Math.max(from, end - 1) : end;
    }
    const token = this.token(from, false);
    if (token === undefined) return Math.max(from, start);
    this.fill(entry, token);
    if (this.isIn(token)) this.foundWord(token, { at: 'value', entry });
    return token.to;
  }

  /** Passes over a text of several lines, `|` or `>`. */
  private blockText(entry: Entry, from: number, indent: number): number {
    entry.kind = 'scalar';
    let end = this.endOfLine(from);
    while (end < this.text.length) {
      const next = this.pastBlanks(end + 1);
      const endOfNext = this.endOfLine(end + 1);
      if (next < endOfNext && next - (end + 1) <= indent) break;
      end = endOfNext;
    }
    return end;
  }

  /** Passes over an anchor and a tag. */
  private pastProperties(from: number): number {
    let at = from;
    while (this.text.charCodeAt(at) === AMPERSAND || this.text.charCodeAt(at) === EXCLAMATION) {
      while (at < this.text.length && !/[\s,[\]{}]/.test(this.text[at])) at += 1;
      at = this.pastBlanks(at);
    }
    return at;
  }

  /** Returns the map that a key in `column` belongs to; undefined if there is none. */
  private mapAt(column: number): Entry | undefined {
    const top = this.top();
    if (top?.indent === column && top.entry.kind === 'map') return top.entry;
    const slot = this.slot(top);
    if (slot.kind === 'empty') {
      slot.kind = 'map';
      this.frames.push({ entry: slot, indent: column });
      return slot;
    }
    // Indented too far, or not far enough.
    return top?.entry.kind === 'map' ? top.entry : slot.kind === 'map' ? slot : undefined;
  }

  /** Returns the value that deeper lines belong to: the last one of the innermost map or list. */
  private slot(top: Frame | undefined): Entry {
    return top === undefined ? this.root : (top.entry.entries.at(-1) ?? top.entry);
  }

  private top(): Frame | undefined {
    return this.frames.at(-1);
  }

  // Flow style, and JSON

  /** Reads the map or list whose bracket is at `start`. Returns where it ends. */
  private flow(entry: Entry, start: number): number {
    const isMap = this.text[start] === '{';
    entry.kind = isMap ? 'map' : 'list';
    const numbers = isMap ? -1 : this.endOfNumbers(start);
    if (numbers >= 0) return numbers;
    if (this.depth >= DEEPEST) return this.text.length;
    this.depth += 1;
    const end = this.flowMembers(entry, start + 1, isMap);
    this.depth -= 1;
    return end;
  }

  /** Returns where a list of numbers, or of such lists, ends: most of a plan, and nothing to complete. Else -1. */
  private endOfNumbers(start: number): number {
    let depth = 0;
    for (let at = start; at < this.text.length; at += 1) {
      const unit = this.text.charCodeAt(at);
      if (unit === OPEN) depth += 1;
      else if (unit === CLOSE) {
        depth -= 1;
        if (depth === 0) return this.isAt(start, at + 1) ? -1 : at + 1;
      } else if (!isOfNumbers(unit)) return -1;
    }
    return -1;
  }

  private flowMembers(entry: Entry, start: number, isMap: boolean): number {
    let at = start;
    let isNext = true;
    for (;;) {
      if (this.isLeft) return at;
      const gap = at;
      at = this.pastGap(at);
      if (this.isLeft) {
        if (isNext) this.foundInGap(entry, isMap, gap, at - 1);
        return at;
      }
      // A key at the cursor stays: another one is typed before it.
      if (isNext && (isMap || this.endsValue(at))) this.foundInGap(entry, isMap, gap, at);
      const unit = this.text.charCodeAt(at);
      if (Number.isNaN(unit)) return at;
      if (unit === CLOSE || unit === CLOSE_MAP) return (unit === CLOSE_MAP) === isMap || this.depth === 1 ? at + 1 : at;
      if (unit === COMMA) {
        isNext = true;
        at += 1;
        continue;
      }
      at = isMap ? this.flowMember(entry, at, isNext) : this.flowItem(entry, at);
      isNext = false;
    }
  }

  private foundInGap(entry: Entry, isMap: boolean, from: number, to: number): void {
    if (!this.isInGap(from, to)) return;
    const at = { from: this.offset, to: this.offset } as const;
    if (isMap) this.found({ at: 'key', entry, ...at });
    else this.found({ at: 'value', entry: this.made(entry), ...at });
  }

  private flowMember(map: Entry, at: number, isNext: boolean): number {
    if (this.opens(at)) return this.flow(this.made(map), at);
    const token = this.token(at, true);
    if (token === undefined) return at + 1;
    const colon = this.colonAfter(token);
    if (colon < 0) {
      if (isNext && this.isIn(token)) this.foundKey(token, map);
      return token.to;
    }
    const entry = this.push(map, token);
    if (this.isIn(token)) this.foundWord(token, { at: 'key', entry: map, self: entry, hasColon: true });
    return this.flowValue(entry, colon + 1, true);
  }

  private flowItem(list: Entry, start: number): number {
    const at = this.pastProperties(start);
    const item = this.added(list, this.made(list));
    if (this.opens(at)) return this.flow(item, at);
    const token = this.token(at, true);
    if (token === undefined) return at + 1;
    const colon = this.colonAfter(token);
    if (colon >= 0) {
      item.kind = 'map';
      return this.flowValue(this.push(item, token), colon + 1, true);
    }
    this.fill(item, token);
    if (this.isIn(token)) this.foundWord(token, { at: 'value', entry: item });
    return token.to;
  }

  private flowValue(entry: Entry, start: number, inMap: boolean): number {
    const gap = this.pastGap(start);
    const at = this.pastProperties(gap);
    if (this.opens(at) && !this.isLeft) {
      const shape = entry.key === 'geometry' && this.isJson ? this.endOfShape(at) : -1;
      return shape < 0 ? this.flow(entry, at) : shape;
    }
    const whole = this.isLeft || this.endsValue(at) ? undefined : this.token(at, true);
    // Where a comma is missing, the value is the next key, or ends with it.
    const token = whole !== undefined && inMap && this.colonAfter(whole) >= 0 ? this.withoutKey(whole) : whole;
    if (token === undefined) {
      if (this.isInGap(start, this.isLeft ? gap - 1 : gap)) {
        const needsSpace = this.offset === start && inMap;
        this.found({ at: 'value', entry, from: this.offset, to: this.offset, needsSpace });
      }
      return at;
    }
    this.fill(entry, token);
    if (this.isIn(token)) this.foundWord(token, { at: 'value', entry });
    return token.to;
  }

  /** Returns where the shape of a feature ends, of which nobody asks anything if the cursor isn't in it. Else -1. */
  private endOfShape(start: number): number {
    const end = this.text.indexOf('}', start) + 1;
    return end === 0 || this.isAt(start, end) || this.text.lastIndexOf('{', end) !== start ? -1 : end;
  }

  private endsValue(at: number): boolean {
    const unit = this.text.charCodeAt(at);
    return Number.isNaN(unit) || unit === COMMA || unit === CLOSE || unit === CLOSE_MAP;
  }

  private opens(at: number): boolean {
    const unit = this.text.charCodeAt(at);
    return unit === OPEN || unit === OPEN_MAP;
  }

  /** Returns the words of a plain text before its last, which is a key; undefined if there are none. */
  private withoutKey({ from, to, quote, closed }: Token): Token | undefined {
    if (quote !== '') return undefined;
    const words = /^(\S.*?)\s+\S+$/.exec(this.text.slice(from, to))?.[1];
    return words === undefined ? undefined : { from, to: from + words.length, quote, closed };
  }

  /**
   * Passes over white space, line breaks and comments within brackets. Stops at the start of a line that can't belong to
   * them, and sets `isLeft`.
   */
  private pastGap(start: number): number {
    let at = start;
    for (;;) {
      const unit = this.text.charCodeAt(at);
      if (unit === LINE_FEED) {
        at += 1;
        if (this.base >= 0 || !this.isJson) {
          const next = this.pastEmptyLines(at);
          const first = this.text[next];
          if (this.columnOf(next) <= this.base && first !== undefined && first !== ']' && first !== '}') {
            this.isLeft = true;
            return at;
          }
        }
      } else if (unit === SPACE || unit === TAB || unit === RETURN) at += 1;
      else if (unit === HASH && !this.isJson && (at === 0 || /\s/.test(this.text[at - 1]))) at = this.endOfLine(at);
      else return at;
    }
  }

  /** Returns where the next line that isn't empty has its first sign. */
  private pastEmptyLines(start: number): number {
    let at = start;
    while (at < this.text.length && this.text.charCodeAt(at) <= SPACE) at += 1;
    return at;
  }

  /** True if the cursor is between `from` and `to`, which hold only white space and comments, and in no comment. */
  private isInGap(from: number, to: number): boolean {
    if (!this.isAt(from, to)) return false;
    const line = this.text.lastIndexOf('\n', this.offset - 1) + 1;
    return !this.text.slice(Math.max(from, line), this.offset).includes('#');
  }

  // Tokens

  /** Returns the key or scalar at `from`, of one line; undefined if there is none. */
  private token(from: number, inFlow: boolean): Token | undefined {
    const first = this.text.charCodeAt(from);
    if (first === QUOTE) return this.quoted(from, '"');
    if (first === APOSTROPHE) return this.quoted(from, "'");
    let to = from;
    for (; to < this.text.length; to += 1) {
      const unit = this.text.charCodeAt(to);
      if (unit === LINE_FEED) break;
      if (unit === COLON && this.isColon(to, inFlow)) break;
      if (unit === HASH && to > from && this.text.charCodeAt(to - 1) <= SPACE) break;
      if (inFlow && (unit === COMMA || unit === OPEN || unit === CLOSE || unit === OPEN_MAP || unit === CLOSE_MAP))
        break;
      if (inFlow && this.isJson && unit === QUOTE) break;
    }
    while (to > from && this.text.charCodeAt(to - 1) <= SPACE) to -= 1;
    return to === from ? undefined : { from, to, quote: '', closed: true };
  }

  private quoted(from: number, quote: '"' | "'"): Token {
    const closing = quote === '"' ? QUOTE : APOSTROPHE;
    let at = from + 1;
    for (; at < this.text.length; at += 1) {
      const unit = this.text.charCodeAt(at);
      if (unit === LINE_FEED) {
        const next = this.continued(from, at);
        if (next === undefined) break;
        at = next - 1;
      } else if (unit === BACKSLASH && quote === '"') at += 1;
      else if (unit === closing) {
        if (quote === '"' || this.text[at + 1] !== quote) break;
        at += 1;
      }
    }
    const isClosed = this.text[at] === quote;
    const end = isClosed || this.text.charCodeAt(at - 1) !== RETURN ? Math.min(at, this.text.length) : at - 1;
    // What follows the cursor may be the rest of the line, and the next quote another text's.
    const rest = this.isAt(from + 1, end) ? OPEN_REST.exec(this.text.slice(this.offset, end)) : null;
    if (rest !== null) return { from, to: this.offset + rest[1].length, quote, closed: false };
    return { from, to: isClosed ? end + 1 : end, quote, closed: isClosed };
  }

  /** Returns where the text in quotes that started at `from` goes on behind a line break; undefined if it was never closed. */
  private continued(from: number, lineBreak: number): number | undefined {
    if (this.isJson || this.isAt(from, lineBreak)) return undefined;
    const next = this.pastEmptyLines(lineBreak);
    const indent = this.base >= 0 ? this.base : (this.top()?.indent ?? -1);
    return next < this.text.length && this.columnOf(next) > indent ? next : undefined;
  }

  private columnOf(at: number): number {
    return at - (this.text.lastIndexOf('\n', at - 1) + 1);
  }

  /** Returns the colon that makes a key of a token; -1 if there is none. */
  private colonAfter({ to, quote }: Token): number {
    const at = this.pastBlanks(to);
    if (this.text.charCodeAt(at) === COLON) return quote !== '' || this.isColon(at, true) ? at : -1;
    return -1;
  }

  /** True if the colon at `at` ends a plain key. At the cursor a space may be missing behind it. */
  private isColon(at: number, inFlow: boolean): boolean {
    if (this.isJson) return true;
    const next = this.text[at + 1] ?? '\n';
    if (/\s/.test(next) || (inFlow && /[,[\]{}]/.test(next))) return true;
    return this.offset > at && this.isWordTo(at + 1);
  }

  /** True if the cursor is in the word that starts at `from`. */
  private isWordTo(from: number): boolean {
    return this.offset - from < LONGEST && /^[^\s,:[\]{}]*$/.test(this.text.slice(from, this.offset));
  }

  private fill(entry: Entry, { from, to }: Pick<Token, 'from' | 'to'>): void {
    entry.kind = 'scalar';
    entry.text = this.text.slice(from, to);
  }

  private push(map: Entry, token: Token): Entry {
    const written = this.text.slice(token.from, token.to);
    const key = token.quote === '' ? written : unquoted(written);
    const entry: Entry = { parent: map, key, kind: 'empty', text: '', entries: NO_ENTRIES };
    return this.added(map, entry);
  }

  private made(parent: Entry): Entry {
    return { parent, key: undefined, kind: 'empty', text: '', entries: NO_ENTRIES };
  }

  private added(holder: Entry, entry: Entry): Entry {
    if (holder.entries === NO_ENTRIES) holder.entries = [entry];
    else holder.entries.push(entry);
    return entry;
  }

  private endOfLine(from: number): number {
    const end = this.text.indexOf('\n', from);
    if (end < 0) return this.text.length;
    return end > from && this.text.charCodeAt(end - 1) === RETURN ? end - 1 : end;
  }

  private nextLine(from: number): number {
    const end = this.text.indexOf('\n', from);
    return end < 0 ? this.text.length + 1 : end + 1;
  }

  private pastBlanks(from: number): number {
    let at = from;
    while (this.text.charCodeAt(at) === SPACE || this.text.charCodeAt(at) === TAB) at += 1;
    return at;
  }

  // The cursor

  private isAt(from: number, to: number): boolean {
    return from <= this.offset && this.offset <= to;
  }

  /** True if the cursor is in the token, or touches it. Within quotes, if there are any. */
  private isIn({ from, to, quote = '', closed = true }: Pick<Token, 'from' | 'to'> & Partial<Token>): boolean {
    return quote === '' ? this.isAt(from, to) : this.isAt(from + 1, closed ? to - 1 : to);
  }

  private foundKey(token: Token, map: Entry): void {
    const word = this.firstWord(token);
    if (this.isIn(word)) this.foundWord(word, { at: 'key', entry: map, starts: 'line' });
  }

  /** Returns the first word of a plain text: a key has only one. */
  private firstWord(token: Token): Token {
    if (token.quote !== '') return token;
    const length = this.text.slice(token.from, token.to).search(/\s/);
    return length < 0 ? token : { ...token, to: token.from + length };
  }

  private foundWord({ from, to, quote, closed }: Token, cursor: Pick<Cursor, 'at' | 'entry'> & Partial<Cursor>): void {
    const [start, end] = quote === '' ? [from, to] : [from + 1, closed ? to - 1 : to];
    const needsSpace = cursor.at === 'value' && !this.isJson && this.text[from - 1] === ':';
    this.found({ ...cursor, from: start, to: end, quote, closed, needsSpace });
  }

  private found(cursor: Pick<Cursor, 'at' | 'entry' | 'from' | 'to'> & Partial<Cursor>): void {
    this.cursor ??= {
      quote: '',
      closed: true,
      hasColon: false,
      needsSpace: false,
      starts: 'inline',
      style: this.isJson ? 'json' : this.depth > 0 ? 'flow' : 'block',
      ...cursor,
    };
  }
}

/** True of digits, signs, points, e and E, commas and blanks. */
function isOfNumbers(unit: number): boolean {
  if (unit >= 48 && unit <= 57) return true;
  return (
    unit === COMMA || unit === SPACE || unit === TAB || unit === 43 || unit === 45 || unit === 46 || (unit | 32) === 101
  );
}

const LINE_FEED = 10;
const RETURN = 13;
const TAB = 9;
const SPACE = 32;
const EXCLAMATION = 33;
const HASH = 35;
const AMPERSAND = 38;
const APOSTROPHE = 39;
const COMMA = 44;
const COLON = 58;
const QUOTE = 34;
const OPEN = 91;
const BACKSLASH = 92;
const CLOSE = 93;
const OPEN_MAP = 123;
const CLOSE_MAP = 125;

/** A word is no longer than this. */
const LONGEST = 200;
