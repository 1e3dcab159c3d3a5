// Edits that add an item to a list of a YAML or JSON source, and keep the comments about the others.
import { isCollection, isMap, isNode, isPair, isScalar, isSeq, type YAMLSeq } from 'yaml';
import { jsonIndexOf, type Offsets } from '../parse/json-index.js';
import { yamlAt } from '../parse/yaml.js';
import { parent, tokens } from '../place/pointer.js';
import type { SourceFile } from '../types.js';
import { dashBefore, lineEnd, lineStart, trailing } from './lines.js';
import { hasReferences, isRepeated, replaceNumber, replaceText } from './numbers.js';
import { applyEdits, lineBreak, spelled, type TextEdit, type WritableValue } from './splice.js';

/**
 * Returns the edit that appends `value` to the list at `pointer`. Undefined if no list is written there. In YAML also
 * undefined if an alias repeats the list elsewhere, or if its last item is neither an object nor a list.
 */
export function appendItem(file: SourceFile, pointer: string, value: WritableValue): TextEdit | undefined {
  return appended(file, pointer, spelled(value, file.format));
}

/**
 * Returns the edit that appends a copy of the item at `pointer` to its list. `changed`: new numbers and texts of the
 * copy, by pointer below the item. Undefined if one of these isn't written there in the file itself, if a copy of the
 * text may mean something else (anchors, aliases, tags), or in the cases of {@link appendItem}.
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
