// Replaces a single misspelt word in a source file.
import { isMap, isNode, isScalar, type Node, parseDocument, Scalar } from 'yaml';
import { jsonIndexOf } from '../parse/json-index.js';
import { yamlAt } from '../parse/yaml.js';
import { parent, tokens } from '../place/pointer.js';
import type { Place, SourceFile } from '../types.js';
import type { TextEdit } from './splice.js';

/**
 * Returns the edit that spells the word at `place` as `word`: a key (`place.key`), else a text. Keeps the quotes and
 * touches nothing else. Undefined if the file itself has no such word on one line, or if a change would also change
 * something elsewhere: nodes with a tag or an anchor, nodes within such nodes, and targets of an alias aren't
 * respelled.
 */
export function respell(file: SourceFile, place: Place, word: string): TextEdit | undefined {
  if (file.format === 'json') {
    const found = jsonWord(file, place);
    return found && { path: file.path, from: found.from, to: found.to, text: JSON.stringify(word) };
  }
  const scalar = yamlWord(file, place);
  const range = scalar?.range;
  if (scalar === undefined || range == null) return undefined;
  const text = written(word, scalar.type);
  return text === undefined ? undefined : { path: file.path, from: range[0], to: range[1], text };
}

/**
 * Returns the edit that writes `literal`, a value as it stands in a file, in place of the word at `place`, quotes
 * included; undefined if {@link respell} can't replace that word.
 */
export function rewrite(file: SourceFile, place: Place, literal: string): TextEdit | undefined {
  const found = sourceAt(file, place);
  return found && { path: file.path, from: found.from, to: found.to, text: literal };
}

/**
 * Returns the word at `place`, its offsets in the text of the file, quotes included, and whether it is YAML without
 * quotes (`plain`). Undefined if {@link respell} can't replace it.
 */
export function sourceAt(
  file: SourceFile,
  place: Place,
): { readonly from: number; readonly to: number; readonly word: string; readonly plain: boolean } | undefined {
  const word = wordAt(file, place);
  if (word === undefined) return undefined;
  if (file.format === 'json') {
    const found = jsonWord(file, place);
    return found && { from: found.from, to: found.to, word, plain: false };
  }
  const scalar = yamlWord(file, place);
  const range = scalar?.range;
  return range == null ? undefined : { from: range[0], to: range[1], word, plain: scalar?.type === Scalar.PLAIN };
}

/** Returns the word at `place` without quotes; undefined if {@link respell} can't replace it. */
export function wordAt(file: SourceFile, place: Place): string | undefined {
  if (file.format === 'json') {
    const found = jsonWord(file, place);
    return found && String(JSON.parse(file.text.slice(found.from, found.to)));
  }
  const value = yamlWord(file, place)?.value;
  return typeof value === 'string' ? value : undefined;
}

/**
 * Returns the keys of the object that holds `place`. Undefined if no such object is written there; in YAML also if it,
 * or something that holds it, has a tag or an anchor.
 */
export function keysBeside(file: SourceFile, place: Place): readonly string[] | undefined {
  const holder = parent(place.pointer);
  if (holder === undefined) return undefined;
  if (file.format === 'json') {
    const index = jsonIndexOf(file);
    const node = index.at(tokens(holder.pointer));
    if (node === undefined || file.text[node.from] !== '{') return undefined;
    return index
      .children(node)
      .flatMap(({ key }) => (key === undefined ? [] : [String(JSON.parse(file.text.slice(key.from, key.to)))]));
  }
  const map = unmarkedAt(file, tokens(holder.pointer));
  if (!isMap(map)) return undefined;
  return map.items.flatMap(({ key }) => (isScalar(key) ? [String(key.value)] : []));
}

function jsonWord(file: SourceFile, { pointer, key }: Place) {
  const node = jsonIndexOf(file).at(tokens(pointer));
  const word = key === true ? node?.key : node;
  return word !== undefined && file.text[word.from] === '"' ? word : undefined;
}

/**
 * Returns the scalar at a place if it is written on one line and neither it nor anything that holds it has a tag or an
 * anchor.
 */
function yamlWord(file: SourceFile, { pointer, key }: Place): Scalar | undefined {
  const found = key === true ? yamlKey(file, pointer) : unmarkedAt(file, tokens(pointer));
  if (!isScalar(found) || isMarked(found) || found.range == null) return undefined;
  const text = file.text.slice(found.range[0], found.range[1]);
  return /[\r\n]/.test(text) || text === '' ? undefined : found;
}

function yamlKey(file: SourceFile, pointer: string): unknown {
  const holder = parent(pointer);
  const map = holder && unmarkedAt(file, tokens(holder.pointer));
  if (!isMap(map)) return undefined;
  return map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === holder?.token)?.key;
}

/**
 * Returns the YAML node at `path`; undefined if an alias or a tag stands on the way, or an alias repeats part of it.
 */
function unmarkedAt(file: SourceFile, path: readonly string[]): unknown {
  const node = yamlAt(file, path, (holder) => !isMarked(holder));
  return isNode(node) && isMarked(node) && !isScalar(node) ? undefined : node;
}

/** True if the node has a tag or an anchor as written; the parser adds none of its own. */
function isMarked(node: Node): boolean {
  return node.tag !== undefined || ('anchor' in node && node.anchor !== undefined);
}

/** Words that need no quotes anywhere in YAML, not even within brackets. */
const PLAIN = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_-])?$/u;

function written(word: string, style: Scalar['type']): string | undefined {
  if (style === Scalar.QUOTE_SINGLE) return `'${word.replaceAll("'", "''")}'`;
  if (style === Scalar.QUOTE_DOUBLE) return JSON.stringify(word);
  if (style !== Scalar.PLAIN) return undefined;
  return isPlainWord(word) ? word : JSON.stringify(word);
}

/** True if YAML reads a word as that text without quotes, within brackets too. */
export function isPlainWord(word: string): boolean {
  return PLAIN.test(word) && parseDocument(word).toJS() === word;
}
