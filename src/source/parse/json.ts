// A strict JSON scanner that says where a text goes wrong and what was expected.
import { isSpace } from './json-keys.js';

/** A fault in a JSON text with its UTF-16 offset. */
export type JsonFault =
  | { readonly kind: 'syntax'; readonly expected: JsonExpectation; readonly offset: number }
  | { readonly kind: 'duplicate-key'; readonly key: string; readonly offset: number }
  | { readonly kind: 'too-deep'; readonly offset: number };

/** What a JSON text should have at the place of a syntax fault; `end`: nothing more. */
export type JsonExpectation = 'value' | 'key' | 'colon' | 'comma' | 'end' | 'string-end' | 'escape';

/** Deepest nesting allowed. Deeper than any plan; keeps recursive checks after this one within the stack. */
export const DEEPEST = 100;

interface Frame {
  readonly kind: 'object' | 'array';
  readonly keys: Set<string>;
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const LITERALS = ['true', 'false', 'null'];

const QUOTE = 34;
const BACKSLASH = 92;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;

/**
 * Scans a JSON text (RFC 8259) from the start and stops at the first syntax fault. Refuses exactly what JSON.parse
 * refuses, and says where and what it expected there. Works without recursion.
 */
export class JsonScanner {
  private at = 0;
  private readonly frames: Frame[] = [];
  private readonly faults: JsonFault[] = [];

  constructor(private readonly text: string) {}

  /** Returns the faults found: every duplicate key, then possibly one that ended the scan. */
  run(): readonly JsonFault[] {
    try {
      this.document();
    } catch (thrown) {
      if (thrown !== STOP) throw thrown;
    }
    return this.faults;
  }

  private document(): void {
    this.openValue();
    while (this.frames.length > 0) {
      const frame = this.frames[this.frames.length - 1];
      this.space();
      const next = this.text[this.at];
      if (next === ',') {
        this.at++;
        this.member(frame);
      } else if (next === (frame.kind === 'array' ? ']' : '}')) {
        this.at++;
        this.frames.pop();
      } else this.fail('comma');
    }
    this.space();
    if (this.at < this.text.length) this.fail('end');
  }

  /** Reads a scalar, or enters an object or array up to its first member's value. */
  private openValue(): void {
    for (;;) {
      this.space();
      const opening = this.text[this.at];
      if (opening !== '{' && opening !== '[') {
        this.scalar();
        return;
      }
      if (this.frames.length >= DEEPEST) this.stop({ kind: 'too-deep', offset: this.at });
      this.at++;
      this.space();
      const frame: Frame = { kind: opening === '{' ? 'object' : 'array', keys: new Set() };
      if (this.text[this.at] === (frame.kind === 'object' ? '}' : ']')) {
        this.at++;
        return;
      }
      this.frames.push(frame);
      if (frame.kind === 'object') this.key(frame);
    }
  }

  private member(frame: Frame): void {
    if (frame.kind === 'object') this.key(frame);
    this.openValue();
  }

  private key(frame: Frame): void {
    this.space();
    const from = this.at;
    if (this.text[from] !== '"') this.fail('key');
    this.string();
    const raw = this.text.slice(from + 1, this.at - 1);
    const key: string = raw.includes('\\') ? String(JSON.parse(this.text.slice(from, this.at))) : raw;
    if (frame.keys.has(key)) this.faults.push({ kind: 'duplicate-key', key, offset: from });
    frame.keys.add(key);
    this.space();
    if (this.text[this.at] !== ':') this.fail('colon');
    this.at++;
  }

  private scalar(): void {
    const { text, at } = this;
    if (text.charCodeAt(at) === QUOTE) {
      this.string();
      return;
    }
    const literal = LITERALS.find((word) => text.startsWith(word, at));
    this.at = literal === undefined ? this.numberEnd() : at + literal.length;
    if (this.at === at) this.fail('value');
  }

  private string(): void {
    const { text } = this;
    for (let at = this.at + 1; ; at++) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) {
        this.at = at + 1;
        return;
      }
      if (code !== BACKSLASH && code >= 32) continue;
      this.at = at;
      if (code !== BACKSLASH) this.fail('string-end');
      ESCAPE.lastIndex = at;
      const length = ESCAPE.exec(text)?.[0].length;
      if (length === undefined) this.fail('escape');
      at += length - 1;
    }
  }

  /** Returns the offset at which the number that starts here ends; the current offset if there is none. */
  private numberEnd(): number {
    const { text } = this;
    const start = text.charCodeAt(this.at) === MINUS ? this.at + 1 : this.at;
    let at = text.charCodeAt(start) === ZERO ? start + 1 : this.digits(start);
    if (at === start) return this.at;
    if (text.charCodeAt(at) === POINT) {
      const end = this.digits(at + 1);
      if (end === at + 1) return at;
      at = end;
    }
    const exponent = text[at];
    if (exponent !== 'e' && exponent !== 'E') return at;
    const sign = text[at + 1];
    const from = at + (sign === '+' || sign === '-' ? 2 : 1);
    const end = this.digits(from);
    return end === from ? at : end;
  }

  /** Returns the offset at which the digits from `from` on end. */
  private digits(from: number): number {
    let at = from;
    for (let code = this.text.charCodeAt(at); code >= ZERO && code < ZERO + 10; code = this.text.charCodeAt(at)) at++;
    return at;
  }

  private space(): void {
    while (isSpace(this.text.charCodeAt(this.at))) this.at++;
  }

  private fail(expected: JsonExpectation): never {
    this.stop({ kind: 'syntax', expected, offset: this.at });
  }

  private stop(fault: JsonFault): never {
    this.faults.push(fault);
    throw STOP;
  }
}

const STOP = Symbol('stop');
