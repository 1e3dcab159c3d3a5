// How the author of a text writes values, and other values written like that.
import type { SourceFile } from '../types.js';
import { beginsLine, indentAt, lineStart } from './lines.js';
import { isPlainWord } from './respell.js';
import { extentOf, type Shape, shapeAt } from './shape.js';
import { lineBreak, type WritableValue } from './splice.js';

/** Layout of a value in a file (brackets, indents, white space), so that edits keep the author's style. */
export interface Style {
  readonly kind: Shape['kind'];
  /** Without brackets; between brackets with each part on a line of its own; between brackets on one line. */
  readonly layout: 'block' | 'lines' | 'line';
  /** White space by which the parts, or the dashes, are indented beyond the line or key of the value. */
  readonly step: string;
  /** White space behind the opening bracket and before the closing one. */
  readonly pad: string;
  /** The colon between key and value, and the comma between parts, each with the white space about it. */
  readonly colon: string;
  readonly comma: string;
  /** White space behind a dash; with a line break: the item stands on the next line. */
  readonly gap: string;
  /** Quotes of keys, and of a text: '' if there are none. */
  readonly quotes: { readonly key: Quote; readonly text: Quote };
  /** Styles of members by key; of the items of a list under ''. */
  readonly parts: ReadonlyMap<string, Style>;
  /** Line before the first part, unless all stands on one line. Without `#`. */
  readonly comment?: string | undefined;
}

type Quote = '' | '"' | "'";

/** The style of a value on one line, as `spelled` writes it. */
export const PLAIN_STYLE: Style = {
  ...{ kind: 'map', layout: 'line', step: '  ', pad: '', colon: ': ', comma: ', ', gap: ' ' },
  quotes: { key: '', text: '' },
  parts: new Map(),
};

/**
 * Returns the style of the value at the first of `pointers` at which one is written; undefined if none is. Styles of
 * members that this value lacks are taken from the values at the later pointers, as far as these are of the same kind
 * and, like it, with or without brackets.
 */
export function styleAt(file: SourceFile, pointers: readonly string[]): Style | undefined {
  const styles = pointers.flatMap((pointer): Style[] => {
    const shape = shapeAt(file, pointer);
    return shape === undefined ? [] : [styleOf(file.text, shape)];
  });
  return merged(styles);
}

function merged([first, ...others]: readonly Style[]): Style | undefined {
  if (first === undefined) return undefined;
  const alike = others.filter(({ kind, layout }) => kind === first.kind && (layout === 'block') === isBlock(first));
  const parts = new Map(first.parts);
  for (const { parts: more } of alike) for (const [key, style] of more) if (!parts.has(key)) parts.set(key, style);
  return { ...first, parts };
}

function isBlock({ layout }: Style): boolean {
  return layout === 'block';
}

function styleOf(text: string, shape: Shape): Style {
  const { kind, block, entries, from, to } = shape;
  if (kind === 'scalar') {
    const quotes = { key: '', text: shape.isText ? quoteAt(text, from) : '' } as const;
    return { ...PLAIN_STYLE, kind, quotes };
  }
  const extents = entries.flatMap((entry) => extentOf(entry) ?? []);
  const [first, second] = extents;
  const isOnLines =
    !block &&
    first !== undefined &&
    lineStart(text, first.from) > from &&
    extents.every((one) => beginsLine(text, one.from));
  const parts = new Map<string, Style>();
  for (const { key, value } of entries) {
    if (value === undefined || parts.has(key?.name ?? '')) continue;
    const style = styleOf(text, value);
    const holder = key?.from ?? from;
    // What a block value is indented by is seen from its key alone.
    const step = ' '.repeat(Math.max(0, columnOf(text, value.from) - columnOf(text, holder)));
    parts.set(key?.name ?? '', value.block ? { ...style, step } : style);
  }
  const [key, value] = [entries[0]?.key, entries[0]?.value];
  const between = (start: number | undefined, end: number | undefined, pattern: RegExp, otherwise: string) =>
    (start !== undefined && end !== undefined && pattern.exec(text.slice(start, end))?.[0]) || otherwise;
  const texts = entries.flatMap((entry) => (entry.value?.isText === true ? [quoteAt(text, entry.value.from)] : []));
  const isAllQuoted = texts.every((quote) => quote === texts[0]);
  return {
    kind,
    layout: block ? 'block' : isOnLines ? 'lines' : 'line',
    step: isOnLines ? stepBetween(indentAt(text, from), indentAt(text, first.from)) : '  ',
    pad: !block && !isOnLines ? between(from + 1, first?.from ?? to, /^[ \t]*/, '') : '',
    colon: block ? ': ' : between(key?.to, value?.from, /^[ \t]*:[ \t]*$/, ': '),
    comma: block || isOnLines ? ', ' : between(first?.to, second?.from, /^[ \t]*,[ \t]*$/, ', '),
    gap: block && kind === 'list' ? between(from + 1, first?.from, /^[ \t\r\n]+$/, ' ') : ' ',
    quotes: { key: key === undefined ? '' : quoteAt(text, key.from), text: isAllQuoted ? (texts[0] ?? '') : '' },
    parts,
  };
}

function quoteAt(text: string, at: number): Quote {
  const first = text[at];
  return first === '"' || first === "'" ? first : '';
}

function columnOf(text: string, at: number): number {
  return at - lineStart(text, at);
}

/**
 * Returns the white space that the indentation `inner` has beyond `outer`; two spaces if `inner` isn't longer, or
 * doesn't begin with `outer`.
 */
export function stepBetween(outer: string, inner: string): string {
  return inner.startsWith(outer) && inner.length > outer.length ? inner.slice(outer.length) : '  ';
}

/** The facts of a file that values written into it depend on: its format and its line break. */
export interface Page {
  readonly format: SourceFile['format'];
  readonly br: string;
}

/** Returns format and line break of a file. */
export function pageOf({ format, text }: SourceFile): Page {
  return { format, br: lineBreak(text) };
}

/** Returns the style of the member or item of that name: its own, else that of another part of the same kind. */
function partOf(style: Style, key: string, value: WritableValue): Style {
  const kind = kindOf(value);
  const own = style.parts.get(key);
  if (own?.kind === kind && !(isBlock(own) && countOf(value) === 0)) return own;
  const like = kind === 'scalar' ? undefined : [...style.parts.values()].find((one) => one.kind === kind);
  if (like !== undefined && !(isBlock(like) && countOf(value) === 0)) return like;
  const { colon, comma, quotes } = style;
  const pad = kind === style.kind ? style.pad : '';
  return { ...PLAIN_STYLE, kind, colon, comma, pad, quotes };
}

function kindOf(value: WritableValue): Style['kind'] {
  return typeof value !== 'object' ? 'scalar' : isList(value) ? 'list' : 'map';
}

function isList(value: WritableValue): value is readonly WritableValue[] {
  return Array.isArray(value);
}

function countOf(value: WritableValue): number {
  return typeof value === 'object' ? Object.keys(value).length : 1;
}

/** A member of a map or an item of a list that is to be written; `key` is undefined for an item. */
export interface NewPart {
  readonly key: string | undefined;
  readonly value: WritableValue;
}

/** Returns the members or items of a value. */
function partsOf(value: WritableValue): NewPart[] {
  if (typeof value !== 'object') return [];
  if (isList(value)) return value.map((one) => ({ key: undefined, value: one }));
  return Object.entries(value).map(([key, one]) => ({ key, value: one }));
}

/**
 * Returns `parts` written as YAML without brackets, one below the other. The first line comes without its indentation.
 *
 * @param style that of the map or list of which they are parts
 * @param indent indentation of the keys or dashes
 */
export function blockOf(parts: readonly NewPart[], style: Style, indent: string, page: Page): string {
  const comment = commentLine(style, indent, page);
  const lines = parts.map(({ key, value }) => {
    const part = partOf(style, key ?? '', value);
    const isNested = page.format === 'yaml' && isBlock(part);
    if (key !== undefined) {
      const name = `${keyOf(key, style, page)}:`;
      if (!isNested) return `${name} ${flowOf(value, part, indent, page)}`;
      const inner = indent + part.step;
      return `${name}${page.br}${inner}${blockOf(partsOf(value), part, inner, page)}`;
    }
    const broken = /[\r\n]/.test(style.gap);
    const inner = `${indent}${broken ? ' '.repeat(Math.max(1, part.step.length)) : ` ${style.gap.replace(/\t/g, ' ')}`}`;
    const item = isNested
      ? blockOf(partsOf(value), part, inner, page)
      : flowOf(value, part, broken ? inner : indent, page);
    return broken ? `-${page.br}${inner}${item}` : `-${style.gap}${item}`;
  });
  return comment + lines.join(`${page.br}${indent}`);
}

/**
 * Returns the comment of a style as a line of its own, with the `indent` of what follows it; '' if it has none, or in
 * JSON.
 */
export function commentLine({ comment }: Style, indent: string, { format, br }: Page): string {
  if (comment === undefined || format === 'json') return '';
  return `# ${comment.replace(/^#\s*/, '').replace(/\s+/g, ' ').trim()}${br}${indent}`;
}

/**
 * Returns a value as text: a map or list between brackets, a scalar without them.
 *
 * @param indent indentation of the line that it starts on
 */
export function flowOf(value: WritableValue, style: Style, indent: string, page: Page): string {
  if (typeof value !== 'object') return scalarOf(value, style, page);
  const [open, close] = isList(value) ? '[]' : '{}';
  const parts = partsOf(value);
  if (parts.length === 0) return `${open}${close}`;
  if (style.layout !== 'lines') {
    const written = parts.map((part) => flowPart(part, style, indent, page));
    return `${open}${style.pad}${written.join(style.comma)}${style.pad}${close}`;
  }
  const inner = indent + style.step;
  const line = `${page.br}${inner}`;
  const lines = parts.map((part) => flowPart(part, style, inner, page)).join(`,${line}`);
  return `${open}${line}${commentLine(style, inner, page)}${lines}${page.br}${indent}${close}`;
}

/**
 * Returns a member or an item as it stands between brackets.
 *
 * @param style that of the map or list of which it is a part @param indent indentation of the line that it stands on
 */
export function flowPart({ key, value }: NewPart, style: Style, indent: string, page: Page): string {
  const written = flowOf(value, partOf(style, key ?? '', value), indent, page);
  return key === undefined ? written : `${keyOf(key, style, page)}${style.colon}${written}`;
}

function keyOf(key: string, { quotes }: Style, page: Page): string {
  return textOf(key, quotes.key, page);
}

function scalarOf(value: number | boolean | string, { quotes }: Style, page: Page): string {
  return typeof value === 'string' ? textOf(value, quotes.text, page) : String(value);
}

/** Words that other readers of YAML take for a boolean or null. */
const AMBIGUOUS = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

function textOf(text: string, quote: Quote, { format }: Page): string {
  if (format === 'json' || quote === '"') return JSON.stringify(text);
  if (quote === "'" && !/\p{Cc}/u.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return isPlainWord(text) && !AMBIGUOUS.test(text) ? text : JSON.stringify(text);
}

/** Returns the style of a list with `item` as the style of its items; `style` itself if `item` is undefined. */
export function withItems(style: Style, item: Style | undefined): Style {
  return item === undefined ? style : { ...style, parts: new Map([['', item]]) };
}
