// Finds the place of a source file that an offset of its text lies in.
import { isMap, isNode, isPair, isScalar, isSeq } from 'yaml';
import { type JsonIndex, jsonIndexOf } from '../parse/json-index.js';
import { jsonValueOf } from '../parse/json-value.js';
import { yamlDocument } from '../parse/yaml.js';
import type { Place, SourceFile } from '../types.js';
import { child } from './pointer.js';

/**
 * A key or a value in an object or list, with its offsets in the text. `token` is the key or index that leads to it.
 */
export interface Part {
  readonly from: number;
  readonly to: number;
  readonly token: string | number;
  readonly isKey: boolean;
  /** Returns what it holds in turn, in the order of the text. */
  readonly parts: () => readonly Part[];
}

/**
 * Returns the innermost place, a key or a value, that the text at `offset` (UTF-16 code units) belongs to. Separators
 * belong to the object or list around them. The inverse of `locate`. An offset is between two characters, as a cursor
 * is: it belongs to a place that ends there as well as to one that begins there, and to the latter if both do. Behind a
 * key without a value it belongs to that value. A text that can't be read wholly is understood as far as it goes.
 */
export function pointerAt(file: SourceFile, offset: number): Place {
  let pointer = '';
  let parts = partsOf(file);
  for (;;) {
    // Of two that touch each other, the later one.
    const within = parts.findLast(({ from }) => from <= offset);
    if (within === undefined || within.to < offset) return { path: file.path, pointer };
    pointer = child(pointer, within.token);
    if (within.isKey) return { path: file.path, pointer, key: true };
    parts = within.parts();
  }
}

/**
 * Returns the keys and values that the outermost object or list of a file holds, in the order of the text. An alias
 * holds nothing.
 */
export function partsOf(file: SourceFile): readonly Part[] {
  // JSON that is broken is read as YAML, which takes it as it comes.
  if (file.format !== 'json' || jsonValueOf(file) === undefined)
    return yamlParts(file.text, yamlDocument(file).contents);
  const index = jsonIndexOf(file);
  return jsonParts(file.text, index, index.root);
}

function jsonParts(text: string, index: JsonIndex, holder: JsonIndex['root']): readonly Part[] {
  return index.children(holder).flatMap((node, n): Part[] => {
    const { from, to, key } = node;
    const token = key === undefined ? n : String(JSON.parse(text.slice(key.from, key.to)));
    const value = { from, to, token, isKey: false, parts: () => jsonParts(text, index, node) };
    return key === undefined ? [value] : [{ ...key, token, isKey: true, parts: () => [] }, value];
  });
}

function yamlParts(text: string, holder: unknown): readonly Part[] {
  if (isSeq(holder)) return holder.items.flatMap((item, n) => yamlValue(text, item, n));
  if (!isMap(holder)) return [];
  return holder.items.flatMap((pair): Part[] => {
    if (!isPair(pair) || !isScalar(pair.key) || pair.key.range == null) return [];
    const [from, to] = pair.key.range;
    const token = String(pair.key.value);
    const key: Part = { from, to, token, isKey: true, parts: () => [] };
    const value = yamlValue(text, pair.value, token);
    // A value that isn't there is what stands behind the colon.
    return [key, ...(value.some((part) => part.to > part.from) ? value : emptyValue(text, to, token))];
  });
}

function yamlValue(text: string, node: unknown, token: string | number): Part[] {
  if (!isNode(node) || node.range == null) return [];
  const [from, to] = node.range;
  return [{ from, to, token, isKey: false, parts: () => yamlParts(text, node) }];
}

function emptyValue(text: string, keyEnd: number, token: string): Part[] {
  const [behind = ''] = /^[ \t]*:[^\S\r\n]*/.exec(text.slice(keyEnd, keyEnd + 1000)) ?? [];
  return behind === '' ? [] : [{ from: keyEnd + 1, to: keyEnd + behind.length, token, isKey: false, parts: () => [] }];
}
