/** What the scanner meets. `pointer` is asked for only when needed: building pointers is most of the cost. */
export interface JsonVisitor {
  /** A key of an object, from its opening quote to past its closing one. Return true to stop the scan. */
  key?(path: readonly (string | number)[], from: number, to: number): boolean | undefined;
  /** A value, complete. Return true to stop the scan. */
  value?(path: readonly (string | number)[], from: number, to: number): boolean | undefined;
}

export type JsonFault =
  | { readonly kind: 'syntax'; readonly expected: JsonExpectation; readonly offset: number }
  | { readonly kind: 'duplicate-key'; readonly key: string; readonly offset: number }
  | { readonly kind: 'too-deep'; readonly offset: number };

export type JsonExpectation = 'value' | 'key' | 'colon' | 'comma' | 'end' | 'string-end' | 'escape';

/** Deeper nesting than any plan has; keeps recursive checks behind this one within the stack. */
export const DEEPEST = 100;

interface Frame {
  readonly kind: 'object' | 'array';
  readonly from: number;
  readonly keys: Set<string> | undefined;
}

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const LITERAL = /true|false|null/y;
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/**
 * Walks a JSON text (RFC 8259) from the start, and stops at the first fault or when the visitor says so. Strict: what
 * JSON.parse refuses, this refuses, and says where and what stands there instead. Without recursion.
 */
export class JsonScanner {
  private at = 0;
  private readonly path: (string | number)[] = [];
  private readonly frames: Frame[] = [];
  private readonly faults: JsonFault[] = [];

  constructor(
    private readonly text: string,
    private readonly visitor: JsonVisitor,
    private readonly options: { readonly duplicates: boolean },
  ) {}

  /** The faults met: every duplicate key, then perhaps one that ends the scan. */
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
      this.skip(SPACE);
      const next = this.text[this.at];
      if (next === ',') {
        this.at++;
        if (frame.kind === 'array') this.path.push(Number(this.path.pop()) + 1);
        else this.path.pop();
        this.member(frame);
      } else if (next === (frame.kind === 'array' ? ']' : '}')) {
        this.at++;
        this.path.pop();
        this.close();
      } else this.fail('comma');
    }
    this.skip(SPACE);
    if (this.at < this.text.length) this.fail('end');
  }

  /** Reads a scalar, or enters an object or array up to its first member's value. */
  private openValue(): void {
    for (;;) {
      this.skip(SPACE);
      const from = this.at;
      const opening = this.text[from];
      if (opening !== '{' && opening !== '[') {
        this.scalar();
        this.visit('value', from, this.at);
        return;
      }
      if (this.frames.length >= DEEPEST) this.stop({ kind: 'too-deep', offset: from });
      this.at++;
      this.skip(SPACE);
      const kind = opening === '{' ? 'object' : 'array';
      const keys = kind === 'object' && this.options.duplicates ? new Set<string>() : undefined;
      if (this.text[this.at] === (kind === 'object' ? '}' : ']')) {
        this.at++;
        this.visit('value', from, this.at);
        return;
      }
      const frame = { kind, from, keys } as const;
      this.frames.push(frame);
      if (kind === 'array') this.path.push(0);
      else this.key(frame);
    }
  }

  private member(frame: Frame): void {
    if (frame.kind === 'object') this.key(frame);
    this.openValue();
  }

  private key(frame: Frame): void {
    this.skip(SPACE);
    const from = this.at;
    if (this.text[from] !== '"') this.fail('key');
    this.string();
    const raw = this.text.slice(from + 1, this.at - 1);
    const key: string = raw.includes('\\') ? String(JSON.parse(this.text.slice(from, this.at))) : raw;
    this.path.push(key);
    if (frame.keys?.has(key)) this.faults.push({ kind: 'duplicate-key', key, offset: from });
    frame.keys?.add(key);
    this.visit('key', from, this.at);
    this.skip(SPACE);
    if (this.text[this.at] !== ':') this.fail('colon');
    this.at++;
  }

  private close(): void {
    const frame = this.frames.pop();
    if (frame !== undefined) this.visit('value', frame.from, this.at);
  }

  private scalar(): void {
    if (this.text[this.at] === '"') this.string();
    else if (!this.skip(NUMBER) && !this.skip(LITERAL)) this.fail('value');
  }

  private string(): void {
    this.at++;
    for (;;) {
      this.skip(PLAIN);
      const stopped = this.text[this.at];
      if (stopped === '"') break;
      if (stopped !== '\\') this.fail('string-end');
      if (!this.skip(ESCAPE)) this.fail('escape');
    }
    this.at++;
  }

  /** Moves past what `pattern` (sticky) matches here; whether it matched anything. */
  private skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const length = pattern.exec(this.text)?.[0].length ?? 0;
    this.at += length;
    return length > 0;
  }

  private visit(what: 'key' | 'value', from: number, to: number): void {
    if (this.visitor[what]?.(this.path, from, to) === true) throw STOP;
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
