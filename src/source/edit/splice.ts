// Edits of single values in a YAML or JSON source that leave all else untouched.
import { isCollection, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import { JsonIndex, jsonIndexOf, type Offsets } from '../parse/json-index.js';
import { yamlAt } from '../parse/yaml.js';
import { tokens } from '../place/pointer.js';
import type { SourceFile } from '../types.js';

/** Replaces the characters from `from` to before `to` (UTF-16 offsets into the file's text) of a file by `text`. */
export interface TextEdit extends Offsets {
  readonly path: string;
  readonly text: string;
}

/** A value that an edit may write. Spelled as the file's format spells it, on one line. */
export type WritableValue =
  | number
  | boolean
  | string
  | readonly WritableValue[]
  | { readonly [key: string]: WritableValue };

/** Returns `text` with the edits applied. Throws an Error if two edits overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    if (edit.from < at) throw new Error(`edits of '${edit.path}' overlap at ${edit.from}`);
    result += text.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return result + text.slice(at);
}

/**
 * Returns the edit that sets `key` of the object at `pointer` to `value`: replaces its value, or adds a member. All
 * else, comments too, stays as it is. Undefined if the file itself has no such object (an alias stands for text
 * elsewhere), or if the key's value there is an object, a list or an alias.
 */
export function setMember(file: SourceFile, pointer: string, key: string, value: WritableValue): TextEdit | undefined {
  return file.format === 'json' ? setInJson(file, pointer, key, value) : setInYaml(file, pointer, key, value);
}

/**
 * Returns the edit that appends `value` to the list at `pointer`; undefined if no list in brackets is written there (an
 * alias is none), or an empty one.
 */
export function addItem(file: SourceFile, pointer: string, value: WritableValue): TextEdit | undefined {
  if (file.format === 'json') {
    const index = jsonIndexOf(file);
    const list = index.at(tokens(pointer));
    const last = list && file.text[list.from] === '[' ? index.children(list).at(-1) : undefined;
    return last && insertion(file, last.to, `, ${spelled(value, file.format)}`);
  }
  const list = yamlAt(file, tokens(pointer));
  const last = isSeq(list) && list.flow === true ? list.items.at(-1) : undefined;
  const end = isNode(last) ? last.range?.[1] : undefined;
  return end == null ? undefined : insertion(file, end, `, ${spelled(value, file.format)}`);
}

/** Returns the number written at `pointer`; undefined if none is, or only an alias that stands for one. */
export function numberAt(file: SourceFile, pointer: string): number | undefined {
  if (file.format === 'json') {
    const node = jsonIndexOf(file).at(tokens(pointer));
    const value: unknown = node && JSON.parse(file.text.slice(node.from, node.to));
    return typeof value === 'number' ? value : undefined;
  }
  const node = yamlAt(file, tokens(pointer));
  return isScalar(node) && typeof node.value === 'number' ? node.value : undefined;
}

/** True if something is written at `pointer`, be it an alias; false for what is there only by an alias on the way. */
export function has(file: SourceFile, pointer: string): boolean {
  if (file.format === 'json') return jsonIndexOf(file).at(tokens(pointer)) !== undefined;
  return yamlAt(file, tokens(pointer)) != null;
}

function insertion({ path }: SourceFile, at: number, text: string): TextEdit {
  return { path, from: at, to: at, text };
}

/** Words that YAML reads as texts without quotes, and not as a number, a boolean or null. */
const PLAIN = /^(?!(?:true|false|null|yes|no|on|off|y|n)$)[a-z][a-z0-9_-]*$/i;

/** Returns a value on one line as a format spells it. */
export function spelled(value: WritableValue, format: SourceFile['format']): string {
  if (typeof value === 'string') return format === 'yaml' && PLAIN.test(value) ? value : JSON.stringify(value);
  if (typeof value !== 'object') return String(value);
  if (isList(value)) return `[${value.map((one) => spelled(one, format)).join(', ')}]`;
  const members = Object.entries(value).map(([key, one]) => `${spelled(key, format)}: ${spelled(one, format)}`);
  return `{${members.join(', ')}}`;
}

function isList(value: WritableValue): value is readonly WritableValue[] {
  return Array.isArray(value);
}

function setInJson(file: SourceFile, pointer: string, key: string, value: WritableValue): TextEdit | undefined {
  const { text, path } = file;
  const index = new JsonIndex(text);
  const holder = index.at(tokens(pointer));
  if (holder === undefined || text[holder.from] !== '{') return undefined;
  const said = index.child(holder, key);
  if (said !== undefined) {
    if (text[said.from] === '{' || text[said.from] === '[') return undefined;
    return { path, from: said.from, to: said.to, text: spelled(value, file.format) };
  }
  const member = `${spelled(key, file.format)}: ${spelled(value, file.format)}`;
  const last = index.children(holder).at(-1);
  if (last?.key === undefined) return insertion(file, holder.from + 1, member);
  const start = text.lastIndexOf('\n', last.key.from - 1) + 1;
  const indent = text.slice(start, last.key.from);
  const ownLine = start > holder.from && /^\s*$/.test(indent);
  return insertion(file, last.to, ownLine ? `,${lineBreak(text)}${indent}${member}` : `, ${member}`);
}

function setInYaml(file: SourceFile, pointer: string, key: string, value: WritableValue): TextEdit | undefined {
  const { path } = file;
  const map = yamlAt(file, tokens(pointer));
  if (!isMap(map)) return undefined;
  const said = map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key);
  const written = spelled(value, file.format);
  if (said !== undefined) {
    const range = isScalar(said.value) ? said.value.range : undefined;
    return range == null ? undefined : { path, from: range[0], to: range[1], text: written };
  }
  const member = `${spelled(key, file.format)}: ${written}`;
  if (map.flow === true) {
    const last = map.items.at(-1);
    const from = map.range?.[0];
    if (last === undefined) return from === undefined ? undefined : insertion(file, from + 1, member);
    const end = endOf(last);
    return end === undefined ? undefined : insertion(file, end, `, ${member}`);
  }
  return besideFirst(file, map.items[0], member);
}

/**
 * Returns an insertion of a member into a block map: on the line after the first member if that takes one line, else
 * before it.
 */
function besideFirst(file: SourceFile, first: Pair | undefined, member: string): TextEdit | undefined {
  const { text } = file;
  const from = isNode(first?.key) ? first.key.range?.[0] : undefined;
  const end = first && endOf(first);
  if (from === undefined || end === undefined) return undefined;
  const indent = ' '.repeat(from - (text.lastIndexOf('\n', from - 1) + 1));
  const lineEnd = from + text.slice(from).search(/\r?\n|$/);
  const single = end <= lineEnd && !isCollection(first?.value) && !/[|>][-+\d]*\s*$/.test(text.slice(from, lineEnd));
  return single
    ? insertion(file, lineEnd, `${lineBreak(text)}${indent}${member}`)
    : insertion(file, from, `${member}${lineBreak(text)}${indent}`);
}

/** Returns the line break that a text uses: CR LF if it has one anywhere, else LF. */
export function lineBreak(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

function endOf({ key, value }: Pair): number | undefined {
  const node = isNode(value) && value.range?.[1] !== value.range?.[0] ? value : key;
  return isNode(node) ? node.range?.[1] : undefined;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'range' in value;
}
