// Edits that take several parts out of a map or list, with their comments, and leave the comments about the others.
import type { Offsets } from '../parse/json-index.js';
import { parent } from '../place/pointer.js';
import type { SourceFile } from '../types.js';
import { endOfPart, startsOf } from './entries.js';
import { beginsLine, commaFrom, lineEnd, lineStart, nextLine } from './lines.js';
import { extentOf, type Shape, shapeAt } from './shape.js';
import type { TextEdit } from './splice.js';

/**
 * Returns the edits that take the parts with these indices out of the map or list at `pointer`, each with all that
 * stands behind it on its lines. A comment above a part goes too, unless it heads a part that stays. Undefined if no
 * such parts are written there (an alias has none), or if their layout doesn't let them be cut out.
 */
export function removeParts(
  file: SourceFile,
  pointer: string,
  indices: ReadonlySet<number>,
): readonly TextEdit[] | undefined {
  const shape = shapeAt(file, pointer);
  if (shape === undefined || [...indices].some((n) => shape.entries[n] === undefined)) return undefined;
  if (indices.size === 0) return [];
  const extents = shape.entries.map(extentOf).filter((one) => one !== undefined);
  if (extents.length < shape.entries.length) return undefined;
  const cuts = shape.block
    ? ofBlock(file, pointer, shape, extents, indices)
    : ofFlow(file.text, shape, extents, indices);
  return cuts?.map(({ text = '', ...cut }) => ({ path: file.path, ...cut, text }));
}

interface Cut extends Offsets {
  readonly text?: string;
}

function ofBlock(
  file: SourceFile,
  pointer: string,
  shape: Shape,
  extents: readonly Offsets[],
  indices: ReadonlySet<number>,
): readonly Cut[] | undefined {
  const { text } = file;
  const starts = startsOf(text, shape, extents);
  const column = shape.from - lineStart(text, shape.from);
  if (starts === undefined) return undefined;
  const blocks: Offsets[] = [];
  for (const [n, extent] of extents.entries()) {
    const start = starts[n];
    if (start === undefined) return undefined;
    blocks.push({ from: start, to: endOfPart(text, extent.to, column) });
  }
  const lines: Offsets[] = [];
  for (const n of [...indices].sort((a, b) => a - b)) {
    const block = blocks[n];
    // What begins behind the dash or key of something else has no line of its own.
    if (block === undefined || !beginsLine(text, block.from)) return undefined;
    lines.push({ from: firstLine(text, blocks, n, indices), to: nextLine(text, block.to) });
  }
  const cuts = joined(lines).map((cut) => atEnd(text, cut));
  if (indices.size < extents.length) return cuts;
  const hole = hollow(file, pointer, shape);
  return hole && [hole, ...cuts];
}

/** Returns lines without what two of them share. */
function joined(lines: readonly Offsets[]): Offsets[] {
  const whole: Offsets[] = [];
  for (const { from, to } of lines) {
    const last = whole.at(-1);
    if (last !== undefined && from <= last.to) whole[whole.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else whole.push({ from, to });
  }
  return whole;
}

/** Returns lines at the end of a text that has no last line break with the line break before them in place of it. */
function atEnd(text: string, { from, to }: Offsets): Offsets {
  if (to < text.length || text.endsWith('\n') || from === 0) return { from, to };
  return { from: text.startsWith('\r\n', from - 2) ? from - 2 : from - 1, to };
}

/** Returns what an emptied list or map needs behind its key: brackets. */
function hollow(file: SourceFile, pointer: string, { kind, from }: Shape): Cut | undefined {
  const { text } = file;
  const above = parent(pointer);
  const holder = above && shapeAt(file, above.pointer);
  const key = holder?.entries.find((entry) => entry.key?.name === above?.token)?.key;
  if (key === undefined) return undefined;
  const colon = text.indexOf(':', key.to);
  if (colon === -1 || !/^(?:\s|#[^\n]*(?:\n|$))*$/.test(text.slice(colon + 1, from))) return undefined;
  return { from: colon + 1, to: colon + 1, text: kind === 'list' ? ' []' : ' {}' };
}

/** Returns where the lines of a part begin: with a comment right above it that heads none that stays. */
function firstLine(text: string, blocks: readonly Offsets[], n: number, indices: ReadonlySet<number>): number {
  const at = blocks[n]?.from ?? 0;
  const heading = headingOf(text, blocks, n);
  const isOrphan = heading !== undefined && headedBy(text, blocks, n).every((one) => indices.has(one));
  return isOrphan ? heading : lineStart(text, at);
}

/** Returns where the comment begins that stands on the lines right above a part; undefined if there is none. */
function headingOf(text: string, blocks: readonly Offsets[], n: number): number | undefined {
  const block = blocks[n];
  if (block === undefined) return undefined;
  const column = block.from - lineStart(text, block.from);
  const before = n === 0 ? 0 : nextLine(text, blocks[n - 1]?.to ?? 0);
  let from: number | undefined;
  for (let line = lineStart(text, block.from); line > before; ) {
    line = lineStart(text, line - 1);
    const written = text.slice(line, lineEnd(text, line));
    // A part that is commented out, or a comment of something farther out, stays.
    if (!/^ *#(?! ?-)/.test(written) || written.indexOf('#') !== column) break;
    from = line;
  }
  return from;
}

/** Returns the indices of the parts that the comment right above a part heads: up to the next comment or blank line. */
function headedBy(text: string, blocks: readonly Offsets[], n: number): number[] {
  const headed = [n];
  for (let next = n + 1; next < blocks.length; next += 1) {
    const [last, block] = [blocks[next - 1], blocks[next]];
    if (last === undefined || block === undefined || nextLine(text, last.to) !== lineStart(text, block.from)) break;
    headed.push(next);
  }
  return headed;
}

function ofFlow(
  text: string,
  shape: Shape,
  extents: readonly Offsets[],
  indices: ReadonlySet<number>,
): readonly Cut[] | undefined {
  const [first, last] = [extents[0], extents.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const gaps = [...extents.slice(1).map(({ from }, n) => text.slice(extents[n]?.to, from))];
  const ends = [text.slice(shape.from + 1, first.from), text.slice(last.to, shape.to - 1)];
  if (indices.size === extents.length && [...gaps, ...ends].every((gap) => /^[\s,]*$/.test(gap))) {
    return [{ from: shape.from + 1, to: shape.to - 1 }];
  }
  const cuts: Cut[] = [];
  const stays = extents.findLastIndex((_, n) => !indices.has(n));
  const isLastClosed = commaFrom(text, last.to) !== undefined;
  const blocks = extents.map(({ from, to }) => ({ from, to: commaFrom(text, to) ?? to }));
  for (const n of [...indices].sort((a, b) => a - b)) {
    const extent = extents[n];
    if (extent === undefined) return undefined;
    const comma = commaFrom(text, extent.to);
    const isTail = n > stays && !isLastClosed;
    const end = comma === undefined ? extent.to : comma + 1;
    const rest = text.slice(end, lineEnd(text, end));
    const isWhole = beginsLine(text, extent.from) && lineStart(text, extent.from) > shape.from;
    if (isWhole && /^[ \t]*(?:(?<=[ \t])#.*)?$/.test(rest)) {
      cuts.push({ from: firstLine(text, blocks, n, indices), to: nextLine(text, end) });
    } else if (isTail && n === stays + 1) {
      // The last that stays loses its comma, below.
      const before = extents[stays];
      const from = before === undefined ? extent.from : (commaFrom(text, before.to) ?? extent.from - 1) + 1;
      cuts.push({ from: /^\s*$/.test(text.slice(from, extent.from)) ? from : extent.from, to: gapEnd(text, end) });
    } else cuts.push({ from: extent.from, to: gapEnd(text, end) });
  }
  const before = extents[stays];
  if (stays < extents.length - 1 && before !== undefined && !isLastClosed) {
    const comma = commaFrom(text, before.to);
    if (comma === undefined) return undefined;
    cuts.push({ from: comma, to: comma + 1 });
  }
  return cuts;
}

/** Returns the end of the blanks behind a comma that ends at `at`; `at` if none does. */
function gapEnd(text: string, at: number): number {
  return text[at - 1] === ',' ? at + (/^[ \t]*/.exec(text.slice(at))?.[0].length ?? 0) : at;
}
