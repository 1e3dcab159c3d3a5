// Edits that add members to a map, or items to a list, in the style of the text.
import type { Offsets } from '../parse/json-index.js';
import { parent } from '../place/pointer.js';
import type { SourceFile } from '../types.js';
import { beginsLine, indentAt, lineEnd, lineStart, nextLine } from './lines.js';
import { isRepeated } from './numbers.js';
import { extentOf, type Shape, shapeAt } from './shape.js';
import type { TextEdit } from './splice.js';
import { blockOf, commentLine, flowPart, type NewPart, pageOf, type Style } from './style.js';

/**
 * Returns the edits that add parts to the map or list at `pointer`. Undefined if no map or list is written there (an
 * alias is none), if an alias repeats it elsewhere, or if its text leaves no place for them.
 *
 * @param after index of the part that they follow; −1: they come first
 * @param style how the parts are written, and the map or list too if it is empty; else its own parts show its layout
 */
export function insertParts(
  file: SourceFile,
  pointer: string,
  after: number,
  parts: readonly NewPart[],
  style: Style,
): readonly TextEdit[] | undefined {
  const shape = shapeAt(file, pointer);
  if (shape === undefined || shape.kind === 'scalar' || isRepeated(file, pointer)) return undefined;
  if (parts.length === 0) return [];
  const extents = shape.entries.map(extentOf);
  const whole = extents.filter((one) => one !== undefined);
  if (whole.length < extents.length) return undefined;
  if (whole.length === 0) return filled(file, pointer, shape, parts, style);
  return shape.block
    ? inBlock(file, shape, whole, after, parts, style)
    : inFlow(file, shape, whole, after, parts, style);
}

/**
 * Returns the offset of each item's dash in a list without brackets, or of each key in a map; undefined if a dash isn't
 * found.
 *
 * @param extents where the items or members of the list or map stand
 */
export function startsOf(text: string, { kind, from }: Shape, extents: readonly Offsets[]): number[] | undefined {
  if (kind === 'map') return extents.map((one) => one.from);
  const column = from - lineStart(text, from);
  const starts = extents.map((one) => {
    for (let line = lineStart(text, one.from); line >= lineStart(text, from); line = lineStart(text, line - 1)) {
      const at = line + column;
      if (text[at] === '-' && at < one.from && (at === from || beginsLine(text, at))) return at;
      if (line === 0) break;
    }
    return undefined;
  });
  const dashes = starts.filter((one) => one !== undefined);
  return dashes.length === starts.length ? dashes : undefined;
}

/**
 * Returns the offset of the end of the last line of a part, with the comments below it that are indented deeper than it.
 *
 * @param to end of the part @param column column, from 0, of its key or dash
 */
export function endOfPart(text: string, to: number, column: number): number {
  let end = lineEnd(text, to);
  for (let line = nextLine(text, end); line < text.length; line = nextLine(text, end)) {
    const indent = /^ */.exec(text.slice(line, line + column + 1))?.[0].length ?? 0;
    if (indent <= column || !/^[ \t]*#/.test(text.slice(line, lineEnd(text, line)))) break;
    end = lineEnd(text, line);
  }
  return end;
}

function inBlock(
  { path, text, ...file }: SourceFile,
  shape: Shape,
  extents: readonly Offsets[],
  after: number,
  parts: readonly NewPart[],
  style: Style,
): readonly TextEdit[] | undefined {
  const page = pageOf({ path, text, ...file });
  const starts = startsOf(text, shape, extents);
  const column = shape.from - lineStart(text, shape.from);
  const indent = ' '.repeat(column);
  const [start, extent] = [starts?.[after], extents[after]];
  if (starts === undefined) return undefined;
  if (start === undefined || extent === undefined) {
    const [first] = starts;
    if (first === undefined) return undefined;
    return [{ path, from: first, to: first, text: `${blockOf(parts, style, indent, page)}${page.br}${indent}` }];
  }
  const gaps = extents.slice(0, -1).map(({ to }, n) => /\n[ \t]*\r?\n/.test(text.slice(to, starts[n + 1])));
  const near = shape.kind === 'map' ? [gaps[after] ?? gaps[after - 1] ?? false] : gaps;
  const isSpaced = near.length > 0 && near.filter(Boolean).length * 2 > near.length;
  const blank = isSpaced ? page.br : '';
  const written =
    shape.kind === 'list' && isSpaced
      ? parts.map((part, n) => blockOf([part], n === 0 ? style : { ...style, comment: undefined }, indent, page))
      : [blockOf(parts, style, indent, page)];
  const at = endOfPart(text, extent.to, column);
  return [{ path, from: at, to: at, text: written.map((one) => `${blank}${page.br}${indent}${one}`).join('') }];
}

function inFlow(
  file: SourceFile,
  shape: Shape,
  extents: readonly Offsets[],
  after: number,
  parts: readonly NewPart[],
  style: Style,
): readonly TextEdit[] | undefined {
  const { path, text } = file;
  const page = pageOf(file);
  const extent = extents[after];
  const insertion = (at: number, by: string): TextEdit => ({ path, from: at, to: at, text: by });
  const indent = indentAt(text, (extent ?? extents[0] ?? shape).from);
  const written = parts.map((part) => flowPart(part, style, indent, page));
  if (extent === undefined) {
    const [first] = extents;
    return first && [insertion(first.from, written.map((one) => `${one}${style.comma}`).join(''))];
  }
  const isOnLines = beginsLine(text, extent.from) && lineStart(text, extent.from) > shape.from;
  if (!isOnLines) return [insertion(extent.to, written.map((one) => `${style.comma}${one}`).join(''))];
  const line = `${page.br}${indent}`;
  const first = `${line}${commentLine(style, indent, page)}`;
  const end = lineEnd(text, extent.to);
  const rest = /^[ \t]*(,)?[ \t]*(?:(?<=[ \t])#.*)?$/.exec(text.slice(extent.to, end));
  if (rest === null) return [insertion(extent.to, `,${first}${written.join(`,${line}`)}`)];
  if (rest[1] === ',') return [insertion(end, `${first}${written.join(`,${line}`)},`)];
  const isLast = after === extents.length - 1;
  // A comma at the start of the next line serves the new parts.
  if (!isLast || end === extent.to) return [insertion(extent.to, `,${first}${written.join(`,${line}`)}`)];
  return [insertion(extent.to, ','), insertion(end, `${first}${written.join(`,${line}`)}`)];
}

/** Returns the edits that give an empty map or list its first parts. */
function filled(
  file: SourceFile,
  pointer: string,
  shape: Shape,
  parts: readonly NewPart[],
  style: Style,
): readonly TextEdit[] | undefined {
  const { path, text } = file;
  const page = pageOf(file);
  const inner = text.slice(shape.from + 1, shape.to - 1);
  if (!/^\s*$/.test(inner)) return undefined;
  const above = parent(pointer);
  const holder = above && shapeAt(file, above.pointer);
  const entry = holder?.entries.find(({ key }) => key?.name === above?.token);
  if (style.layout === 'block' && page.format === 'yaml' && holder?.block === true && entry?.key !== undefined) {
    const { key } = entry;
    const column = key.from - lineStart(text, key.from);
    const indent = `${' '.repeat(column)}${style.step}`;
    const colon = text.indexOf(':', key.to);
    if (!/^\s*$/.test(text.slice(colon + 1, shape.from))) return undefined;
    const end = lineEnd(text, shape.to);
    const added = { path, from: end, to: end, text: `${page.br}${indent}${blockOf(parts, style, indent, page)}` };
    return [{ path, from: colon + 1, to: shape.to, text: '' }, added];
  }
  const indent = indentAt(text, shape.from);
  const isOnLines = style.layout === 'lines';
  const inside = isOnLines ? `${indent}${style.step}` : indent;
  const written = parts.map((part) => flowPart(part, style, inside, page));
  const line = `${page.br}${inside}`;
  const by = isOnLines
    ? `${line}${commentLine(style, inside, page)}${written.join(`,${line}`)}${page.br}${indent}`
    : `${style.pad}${written.join(style.comma)}${style.pad}`;
  return [{ path, from: shape.from + 1, to: shape.to - 1, text: by }];
}
