import { closingQuote, endOfContainer, isSpace } from './json-keys.js';

const SPACE = 32;
const COMMA = 44;
const BRACKET = 93;
const BRACE = 125;

/** Where something stands in a text: from its first character to past its last. */
export interface Offsets {
  readonly from: number;
  readonly to: number;
}

/** A value in a JSON text; `key` is where its key stands, with its quotes, where it is a member of an object. */
export interface JsonNode extends Offsets {
  readonly key: Offsets | undefined;
}

interface Children {
  readonly all: readonly JsonNode[];
  /** Names of the members of an object; undefined of a list. */
  readonly names: ReadonlyMap<string, number> | undefined;
}

/**
 * Finds values in what is known to be JSON. Each object and list is gone through once, when something in it is asked for,
 * and passed over else: so what stands in a large plan is found without reading all of it each time.
 */
export class JsonIndex {
  readonly root: JsonNode;
  private readonly known = new Map<JsonNode, Children>();

  constructor(private readonly text: string) {
    const from = this.space(0);
    this.root = { from, to: this.end(from), key: undefined };
  }

  /** The member or item of a value that a token of a JSON pointer names; undefined where there is none. */
  child(holder: JsonNode, token: string): JsonNode | undefined {
    const { all, names } = this.held(holder);
    if (names !== undefined) return all[names.get(token) ?? -1];
    return /^(?:0|[1-9]\d*)$/.test(token) ? all[Number(token)] : undefined;
  }

  /** The first member of an object or item of a list. */
  first(holder: JsonNode): JsonNode | undefined {
    return this.held(holder).all[0];
  }

  /** The members of an object or items of a list, in their order. */
  children(holder: JsonNode): readonly JsonNode[] {
    return this.held(holder).all;
  }

  private held(holder: JsonNode): Children {
    const found = this.known.get(holder) ?? this.read(holder);
    this.known.set(holder, found);
    return found;
  }

  private read({ from }: JsonNode): Children {
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
  }

  /** Where the value or key that starts at an offset ends. */
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
