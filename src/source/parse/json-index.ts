// Finds values and keys in a JSON text by pointer, without parsing all of it.
import { memoize } from '../../base/memo.js';
import type { SourceFile } from '../types.js';
import { closingQuote, endOfContainer, isSpace } from './json-keys.js';

const SPACE = 32;
const COMMA = 44;
const BRACKET = 93;
const BRACE = 125;

/** A range of a text in UTF-16 offsets: from its first character to before `to`. */
export interface Offsets {
  readonly from: number;
  readonly to: number;
}

/** A value in a JSON text. `key` is the range of its key with the quotes, if it is a member of an object. */
interface JsonNode extends Offsets {
  readonly key: Offsets | undefined;
}

interface Children {
  readonly all: readonly JsonNode[];
  /** By name, the index of an object's member; undefined for a list. */
  readonly names: ReadonlyMap<string, number> | undefined;
}

/**
 * Finds values in a valid JSON text. Each object and list is scanned only when something in it is needed, and skipped
 * otherwise, so a value in a large plan is found without reading the whole text each time.
 */
export class JsonIndex {
  /** The outermost value. */
  readonly root: JsonNode;

  /** @param text a valid JSON text */
  constructor(private readonly text: string) {
    const from = this.space(0);
    this.root = { from, to: this.end(from), key: undefined };
  }

  /** Returns the member or item of `holder` that a token of a JSON pointer names; undefined if there is none. */
  child(holder: JsonNode, token: string): JsonNode | undefined {
    const { all, names } = this.held(holder);
    if (names !== undefined) return all[names.get(token) ?? -1];
    return /^(?:0|[1-9]\d*)$/.test(token) ? all[Number(token)] : undefined;
  }

  /** Returns what a JSON pointer with these tokens leads to; undefined if it leads nowhere. */
  at(path: readonly string[]): JsonNode | undefined {
    let node: JsonNode | undefined = this.root;
    for (const token of path) node = node && this.child(node, token);
    return node;
  }

  /** Returns the first member of an object or item of a list; undefined if it is empty. */
  first(holder: JsonNode): JsonNode | undefined {
    return this.held(holder).all[0];
  }

  /** Returns the members of an object or items of a list, in their order. */
  children(holder: JsonNode): readonly JsonNode[] {
    return this.held(holder).all;
  }

  private readonly held = memoize(({ from }: JsonNode): Children => {
    const { text } = this;
    const names = text[from] === '{' ? new Map<string, number>() : undefined;
    const all: JsonNode[] = [];
    if (names === undefined && text[from] !== '[') return { all, names };
    for (let at = this.space(from + 1); text[at] !== undefined && text[at] !== ']' && text[at] !== '}'; ) {
      let key: Offsets | undefined;
      if (names !== undefined) {
        key = { from: at, to: this.end(at) };
        const name = String(JSON.parse(text.slice(key.from, key.to)));
        if (!names.has(name)) names.set(name, all.length);
        at = this.space(this.space(key.to) + 1);
      }
      const to = this.end(at);
      all.push({ from: at, to, key });
      at = this.space(to);
      if (text[at] === ',') at = this.space(at + 1);
    }
    return { all, names };
  });

  /** Returns the offset at which the value or key that starts at `from` ends. */
  private end(from: number): number {
    const { text } = this;
    const opening = text[from];
    if (opening === '"') return closingQuote(text, from + 1) + 1;
    if (opening === '{' || opening === '[') return endOfContainer(text, from);
    let at = from + 1;
    for (let code = text.charCodeAt(at); code > SPACE && code !== COMMA && code !== BRACKET && code !== BRACE; ) {
      at += 1;
      code = text.charCodeAt(at);
    }
    return at;
  }

  private space(from: number): number {
    let at = from;
    while (isSpace(this.text.charCodeAt(at))) at += 1;
    return at;
  }
}

const indices = new WeakMap<SourceFile, JsonIndex>();

/** Returns the {@link JsonIndex} of a JSON file, which finds values in its text; made once. */
export function jsonIndexOf(file: SourceFile): JsonIndex {
  const index = indices.get(file) ?? new JsonIndex(file.text);
  indices.set(file, index);
  return index;
}

/** Releases what {@link jsonIndexOf} made for `file`. It is made again when needed. */
export function forgetJson(file: SourceFile): void {
  indices.delete(file);
}
