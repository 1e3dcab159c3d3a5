// Edits that add an item to a list of a YAML or JSON source, or take one out, and keep the comments about the others.
import { isCollection, isMap, isNode, isPair, isScalar, isSeq, type YAMLSeq } from 'yaml';
import { jsonIndexOf, type Offsets } from '../parse/json-index.js';
import { yamlAt } from '../parse/yaml.js';
import { parent, tokens } from '../place/pointer.js';
import type { SourceFile } from '../types.js';
import { commaFrom, dashBefore, lineEnd, lineStart, trailing } from './lines.js';
import { hasReferences, isRepeated, replaceNumber, replaceText } from './numbers.js';
import { applyEdits, lineBreak, spelled, type TextEdit, type WritableValue } from './splice.js';

/** Returns the edit that appends `value` to the list at `pointer`; undefined if the file itself has no list there. */
export function appendItem(file: SourceFile, pointer: string, value: WritableValue): TextEdit | undefined {
  return appended(file, pointer, spelled(value, file.format));
}

/**
 * Returns the edit that appends a copy of the item at `pointer` to its list. `changed`: new numbers and texts of the
 * copy, by pointer below the item. Undefined if one of these isn't written there, or if a copy of the text may mean
 * something else (anchors, aliases, tags).
 */
export function copyItem(
  file: SourceFile,
  pointer: string,
  changed: ReadonlyMap<string, number | string>,
): TextEdit | undefined {
  const list = parent(pointer)?.pointer;
  const item = itemAt(file, pointer);
  if (list === undefined || item === undefined || hasReferences(file, pointer)) return undefined;
  const edits: TextEdit[] = [];
  for (const [below, value] of changed) {
    const at = pointer + below;
    const edit = typeof value === 'number' ? replaceNumber(file, at, value) : replaceText(file, at, value);
    if (edit === undefined) return undefined;
    edits.push({ ...edit, from: edit.from - item.from, to: edit.to - item.from });
  }
  return appended(file, list, applyEdits(file.text.slice(item.from, item.to), edits));
}

/**
 * Returns the edits that take the item at `pointer` out of its list, with what stands behind it on its line. Undefined if
 * the file itself has no such item, or if something in it is repeated elsewhere.
 */
export function removeItem(file: SourceFile, pointer: string): readonly TextEdit[] | undefined {
  const above = parent(pointer);
  const item = itemAt(file, pointer);
  if (above === undefined || item === undefined || hasReferences(file, pointer) || isRepeated(file, pointer))
    return undefined;
  const { path, text } = file;
  const cut = (from: number, to: number, by = ''): TextEdit => ({ path, from, to, text: by });
  const list = file.format === 'yaml' ? yamlAt(file, tokens(above.pointer)) : undefined;
  if (isSeq(list) && list.flow !== true) {
    const dash = list.range?.[0];
    if (dash === undefined) return undefined;
    // A list without items needs its brackets, deeper than the key.
    if (list.items.length === 1) {
      const alone = !/^[ \t]*$/.test(text.slice(lineStart(text, dash), dash)) || lineStart(text, dash) === dash;
      return alone ? undefined : [cut(dash, item.to, '[]')];
    }
    const own = dashBefore(text, item.from);
    if (own === undefined || !/^[ \t]*$/.test(text.slice(lineStart(text, own), own))) return undefined;
    const end = lineEnd(text, item.to);
    const next = text.startsWith('\r\n', end) ? end + 2 : end + 1;
    if (end < text.length) return [cut(lineStart(text, own), next)];
    const start = lineStart(text, own);
    return [cut(text.startsWith('\r\n', start - 2) ? start - 2 : start - 1, end)];
  }
  // Between brackets a comma goes with the item: the one behind it, or of the last item the one before it.
  const behind = commaFrom(text, item.to);
  if (behind !== undefined) {
    const from = lineStart(text, item.from);
    const end = lineEnd(text, behind + 1);
    const isWholeLine = /^[ \t]*$/.test(text.slice(from, item.from)) && /^[ \t]*$/.test(text.slice(behind + 1, end));
    if (isWholeLine && end < text.length) return [cut(from, text.startsWith('\r\n', end) ? end + 2 : end + 1)];
    return [cut(item.from, behind + 1 + (/^[ \t]*/.exec(text.slice(behind + 1))?.[0].length ?? 0))];
  }
  const index = Number(above.token);
  const before = index === 0 ? undefined : itemAt(file, `${above.pointer}/${index - 1}`);
  if (before === undefined) return [cut(item.from, item.to)];
  const comma = commaFrom(text, before.to);
  if (comma === undefined) return undefined;
  const isPlain = /^\s*$/.test(text.slice(comma + 1, item.from));
  return isPlain ? [cut(comma, item.to)] : [cut(comma, comma + 1), cut(item.from, item.to)];
}

function appended(file: SourceFile, pointer: string, item: string): TextEdit | undefined {
  const { path, text } = file;
  const insertion = (at: number, by: string): TextEdit => ({ path, from: at, to: at, text: by });
  if (isRepeated(file, pointer)) return undefined;
  const list = listAt(file, pointer);
  if (list === undefined) return undefined;
  if (list.count === 0) return insertion(list.from + 1, item);
  const last = itemAt(file, `${pointer}/${list.count - 1}`);
  if (last === undefined) return undefined;
  if (list.block !== undefined) {
    const own = dashBefore(text, last.from);
    if (own === undefined) return undefined;
    const indent = ' '.repeat(list.from - lineStart(text, list.from));
    // A copy of several lines is indented as its original, behind the dash.
    const gap = item.includes('\n') ? text.slice(own + 1, last.from) : ' ';
    return insertion(lineEnd(text, last.to), `${lineBreak(text)}${indent}-${gap}${item}`);
  }
  const indent = text.slice(lineStart(text, last.from), last.from);
  const isOwnLine = /^[ \t]*$/.test(indent) && lineStart(text, last.from) > list.from;
  return insertion(last.to, isOwnLine ? `,${lineBreak(text)}${indent}${item}` : `, ${item}`);
}

interface ListAt {
  readonly from: number;
  readonly count: number;
  /** Set for a YAML list of dashes. */
  readonly block: YAMLSeq | undefined;
}

function listAt(file: SourceFile, pointer: string): ListAt | undefined {
  if (file.format === 'json') {
    const index = jsonIndexOf(file);
    const node = index.at(tokens(pointer));
    if (node === undefined || file.text[node.from] !== '[') return undefined;
    return { from: node.from, count: index.children(node).length, block: undefined };
  }
  const list = yamlAt(file, tokens(pointer));
  if (!isSeq(list) || list.range == null) return undefined;
  return { from: list.range[0], count: list.items.length, block: list.flow === true ? undefined : list };
}

/** Returns where the text of an item of a list is, without what follows on its line. */
function itemAt(file: SourceFile, pointer: string): Offsets | undefined {
  if (file.format === 'json') return jsonIndexOf(file).at(tokens(pointer));
  const node = yamlAt(file, tokens(pointer));
  if (!isCollection(node) || node.range == null) return undefined;
  const to = endOf(node);
  return to === undefined ? undefined : { from: node.range[0], to: to - trailing(file.text.slice(node.range[0], to)) };
}

/** Returns where a node ends, without the comments and blank lines behind a block. */
function endOf(node: unknown): number | undefined {
  if (isMap(node) && node.flow !== true) return endOf(node.items.at(-1));
  if (isSeq(node) && node.flow !== true) return endOf(node.items.at(-1));
  if (isPair(node))
    return (isScalar(node.value) && node.value.source === '' ? undefined : endOf(node.value)) ?? endOf(node.key);
  return isNode(node) ? (node.range?.[1] ?? undefined) : undefined;
}
