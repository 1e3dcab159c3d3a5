/** Writes one plan in a layout drawn from a seed: the same bytes for the same seed, but for the words that are misspelt. */

export type Tree = number | string | readonly Tree[] | { readonly [key: string]: Tree };

/** How a word is written: as it is, or misspelt. `path` says where it stands; a key's path ends in `:`. */
export type Spell = (word: string, path: string) => string;

/** A small generator of numbers in [0, 1), the same everywhere for one seed. */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const COMMENTS = ['走廊', 'devcies: {knid: coridor}', '"zonse" [', "don't", '见图1：', '', '# ##', '- kind: toilet'];

export function written(tree: Tree, seed: number, spell: Spell, format: 'yaml' | 'json'): string {
  const random = randomFrom(seed);
  return format === 'json' ? json(tree, random, spell) : new Yaml(random, spell).document(tree);
}

function json(tree: Tree, random: () => number, spell: Spell, path = ''): string {
  const space = () => ['', ' ', '\n  ', '\r\n\t', '\n\n'][Math.floor(random() * 5)] ?? '';
  const word = (text: string, at: string) => {
    const plain = JSON.stringify(spell(text, at));
    // Escapes stand for the same letters: a name may have them.
    const escaped = `\\u${plain.charCodeAt(1).toString(16).padStart(4, '0')}`;
    return random() < 0.3 && at.endsWith('/name') ? `"${escaped}${plain.slice(2)}` : plain;
  };
  if (typeof tree === 'number') return String(tree);
  if (typeof tree === 'string') return word(tree, path);
  const items = isList(tree)
    ? tree.map((one, index) => json(one, random, spell, `${path}/${index}`))
    : shuffled(Object.entries(tree), random).map(
        ([key, one]) =>
          `${word(key, `${path}/${key}:`)}${space()}:${space()}${json(one, random, spell, `${path}/${key}`)}`,
      );
  const [open, close] = isList(tree) ? '[]' : '{}';
  return `${open}${space()}${items.join(`${space()},${space()}`)}${space()}${close}`;
}

function isList(tree: Tree): tree is readonly Tree[] {
  return Array.isArray(tree);
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((one) => ({ one, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
}

class Yaml {
  private readonly end: string;

  constructor(
    private readonly random: () => number,
    private readonly spell: Spell,
  ) {
    this.end = this.chance(0.3) ? '\r\n' : '\n';
  }

  document(tree: Tree): string {
    const head = this.chance(0.3) ? `# yaml-language-server: $schema=x${this.end}---${this.end}` : '';
    const text = head + this.block(tree, 0, '', false);
    const last = this.chance(0.3) ? text.slice(0, -this.end.length) : text;
    return this.chance(0.2) ? `${last}${this.end}# ${this.comment()}` : last;
  }

  private chance(of: number): boolean {
    return this.random() < of;
  }

  private comment(): string {
    return COMMENTS[Math.floor(this.random() * COMMENTS.length)] ?? '';
  }

  /** A block collection at a column; the first line is begun already where `begun`. */
  private block(tree: Tree, column: number, path: string, begun: boolean): string {
    if (typeof tree !== 'object') return `${this.word(tree, path)}${this.rest()}`;
    const entries = isList(tree)
      ? tree.map((one, index) => ({ key: undefined, one, at: `${path}/${index}` }))
      : shuffled(Object.entries(tree), this.random).map(([key, one]) => ({ key, one, at: `${path}/${key}` }));
    return entries
      .map(({ key, one, at }, index) => {
        const first = begun && index === 0;
        const before = first ? '' : this.between(column) + ' '.repeat(column);
        return before + (key === undefined ? this.item(one, column, at) : this.member(key, one, column, at));
      })
      .join('');
  }

  private item(one: Tree, column: number, path: string): string {
    const gap = 1 + Math.floor(this.random() * 3);
    if (this.isFlow(one)) return `-${' '.repeat(gap)}${this.flow(one, column + 2, path)}${this.rest()}`;
    return `-${' '.repeat(gap)}${this.block(one, column + 1 + gap, path, true)}`;
  }

  private member(key: string, one: Tree, column: number, path: string): string {
    const name = `${this.word(key, `${path}:`)}${this.chance(0.1) ? ' ' : ''}:`;
    if (this.isFlow(one))
      return `${name}${' '.repeat(1 + Math.floor(this.random() * 2))}${this.flow(one, column + 2, path)}${this.rest()}`;
    const step = isList(one) ? Math.floor(this.random() * 4) : 1 + Math.floor(this.random() * 4);
    return `${name}${this.rest()}${this.block(one, column + step, path, false)}`;
  }

  private isFlow(tree: Tree): boolean {
    if (typeof tree !== 'object') return true;
    const children = isList(tree) ? tree : Object.values(tree);
    return children.every((child) => typeof child === 'number') || this.chance(0.35);
  }

  private flow(tree: Tree, column: number, path: string): string {
    if (typeof tree !== 'object') return this.word(tree, path);
    const items = isList(tree)
      ? tree.map((one, index) => this.flow(one, column, `${path}/${index}`))
      : shuffled(Object.entries(tree), this.random).map(
          ([key, one]) => `${this.word(key, `${path}/${key}:`)}: ${this.flow(one, column, `${path}/${key}`)}`,
        );
    const [open, close] = isList(tree) ? '[]' : '{}';
    const joined = items.reduce((text, item) => (text === '' ? item : `${text},${this.gap(column)}${item}`), '');
    return `${open}${this.chance(0.2) ? ' ' : ''}${joined}${this.chance(0.1) ? ',' : ''}${this.chance(0.2) ? ' ' : ''}${close}`;
  }

  /** What stands between the items of a flow collection. */
  private gap(column: number): string {
    if (!this.chance(0.12)) return ' ';
    const comment = this.chance(0.5) ? ` # ${this.comment()}` : '';
    return `${comment}${this.end}${' '.repeat(column + 2)}`;
  }

  /** What ends a line. */
  private rest(): string {
    return `${this.chance(0.15) ? `  # ${this.comment()}` : ''}${this.chance(0.05) ? '   ' : ''}${this.end}`;
  }

  private between(column: number): string {
    if (!this.chance(0.12)) return '';
    return this.chance(0.5) ? this.end : `${' '.repeat(this.chance(0.5) ? column : 0)}# ${this.comment()}${this.end}`;
  }

  private word(tree: string | number, path: string): string {
    const style = this.random();
    if (typeof tree === 'number') return String(tree);
    const text = this.spell(tree, path);
    if (style < 0.15 || /^\d+$/.test(tree)) return JSON.stringify(text);
    return style < 0.3 ? `'${text}'` : text;
  }
}
