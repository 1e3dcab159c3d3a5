// Finds lines and columns of a place in a source file.
import { isAlias, isCollection, isMap, isPair, isScalar, isSeq, type Node, type ParsedNode, type YAMLMap } from 'yaml';
import { forgetJson, jsonIndexOf, type Offsets } from '../parse/json-index.js';
import { forgetYaml, yamlDocument } from '../parse/yaml.js';
import type { Place, SourceFile, Span } from '../types.js';
import { lineColumn, lineStartsOf } from './lines.js';
import { tokens } from './pointer.js';

/**
 * Returns where `place` is in `file`: the exact range of a scalar or of anything on one line; for a value of several
 * lines its key, or its first member if it has no key (an item of a list). If the pointer leads nowhere, returns the
 * nearest thing that would hold it. The first call costs a parse or a scan, so use it for printing only.
 */
export function locate(file: SourceFile, place: Place): Span {
  const known = located.get(file) ?? new Map<string, Span>();
  located.set(file, known);
  const name = place.key === true ? `key ${place.pointer}` : place.pointer;
  const span = known.get(name) ?? find(file, place);
  known.set(name, span);
  return span;
}

/**
 * Releases the parsed form of `file`, which takes many times the memory of its text. Places found so far stay cached.
 */
export function forgetParsed(file: SourceFile): void {
  forgetYaml(file);
  forgetJson(file);
}

/** Spans found so far: findings are sorted by their places, and then each report prints these. */
const located = new WeakMap<SourceFile, Map<string, Span>>();

/**
 * The places found so far in one file, as plain data: the name of each place, and in `at`, for each place in turn,
 * line and column of its start and of its end (from 1).
 */
export interface Located {
  readonly names: readonly string[];
  readonly at: readonly number[];
}

/**
 * Returns the places of `file` found so far as plain data: another thread would have to parse the file to find them
 * again.
 */
export function locatedIn(file: SourceFile): Located {
  const spans = [...(located.get(file) ?? [])];
  const at = spans.flatMap(([, { start, end }]) => [start.line, start.column, end.line, end.column]);
  return { names: spans.map(([name]) => name), at };
}

/** Takes over what `locatedIn` returned for a file of the same text. */
export function rememberLocated(file: SourceFile, { names, at }: Located): void {
  const spans = names.map((name, n): [string, Span] => {
    const [line, column, endLine, endColumn] = at.slice(4 * n, 4 * n + 4);
    return [name, { start: { line, column }, end: { line: endLine, column: endColumn } }];
  });
  located.set(file, new Map(spans));
}

function find(file: SourceFile, place: Place): Span {
  const path = tokens(place.pointer);
  const offsets = file.format === 'json' ? inJson(file, path, place.key) : inYaml(file, path, place.key);
  const starts = lineStartsOf(file);
  return { start: lineColumn(starts, offsets.from), end: lineColumn(starts, offsets.to) };
}

function inYaml(file: SourceFile, path: readonly string[], key: boolean | undefined): Offsets {
  const document = yamlDocument(file);
  let node: Node | null = document.contents;
  let nodeKey: Node | undefined;
  for (const token of path) {
    const holder: Node | null | undefined = isAlias(node) ? node.resolve(document) : node;
    const step = holder == null ? undefined : enter(holder, token);
    if (step === undefined) break;
    node = step.value;
    nodeKey = step.key;
  }
  const keyOffsets = nodeKey === undefined ? undefined : rangeOf(nodeKey);
  if (key === true && keyOffsets !== undefined) return keyOffsets;
  // Computed only if nothing better is found: the first line may be all of a large file.
  const start = (): Offsets => ({ from: 0, to: firstLineEnd(file.text, 0) });
  if (node === null) return keyOffsets ?? start();
  return valueOffsets(file.text, node) ?? keyOffsets ?? firstMember(file.text, node) ?? start();
}

function enter(
  holder: Node,
  token: string,
): { readonly value: Node | null; readonly key: Node | undefined } | undefined {
  if (isMap(holder)) {
    const pair = (holder as YAMLMap<ParsedNode, ParsedNode | null>).items.find(
      (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === token,
    );
    return pair === undefined ? undefined : { value: pair.value, key: pair.key };
  }
  if (isSeq(holder)) {
    const item = holder.items[Number(token)];
    return isCollection(item) || isScalar(item) || isAlias(item) ? { value: item, key: undefined } : undefined;
  }
  return undefined;
}

/**
 * Returns the range of a node that has an exact one: a scalar, an alias, a flow collection on one line. Else undefined.
 */
function valueOffsets(text: string, node: Node): Offsets | undefined {
  const range = rangeOf(node);
  if (range === undefined || (isCollection(node) && node.flow !== true)) return undefined;
  if (range.from === range.to) return undefined;
  return text.slice(range.from, range.to).includes('\n') ? undefined : range;
}

/** Returns the range of the first entry of a collection: key and value if both are on one line. */
function firstMember(text: string, node: Node): Offsets | undefined {
  if (!isCollection(node)) {
    const range = rangeOf(node);
    return range === undefined ? undefined : { from: range.from, to: firstLineEnd(text, range.from) };
  }
  const first = node.items[0];
  if (isPair(first)) {
    const key = isScalar(first.key) ? rangeOf(first.key) : undefined;
    const value = isScalar(first.value) ? valueOffsets(text, first.value) : undefined;
    if (key === undefined) return undefined;
    return value !== undefined && !text.slice(key.from, value.to).includes('\n')
      ? { from: key.from, to: value.to }
      : key;
  }
  if (isScalar(first) || isCollection(first)) return valueOffsets(text, first) ?? firstMember(text, first);
  return rangeOf(node);
}

function rangeOf(node: Node): Offsets | undefined {
  const range = node.range;
  return range == null ? undefined : { from: range[0], to: range[1] };
}

/** Returns the offset at which the line that continues at `from` ends, before its line break. */
function firstLineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  if (end === -1) return text.length;
  return end > from && text[end - 1] === '\r' ? end - 1 : end;
}

/** Depth of the features in a GeoJSON collection: what isn't in a feature is searched no further up. */
const ELEMENT = 2;

function inJson(file: SourceFile, path: readonly string[], key: boolean | undefined): Offsets {
  const { text } = file;
  const index = jsonIndexOf(file);
  let node = index.root;
  let holder: Offsets | undefined;
  let within: Offsets = { from: 0, to: text.length };
  for (const [depth, token] of path.entries()) {
    const next = index.child(node, token);
    if (next === undefined) return holder ?? firstLineOf(text, within);
    node = next;
    holder = node.key ?? holder;
    if (depth + 1 !== ELEMENT) continue;
    holder = node.key;
    within = node;
  }
  if (key === true && node.key !== undefined) return node.key;
  if (!text.slice(node.from, node.to).includes('\n')) return { from: node.from, to: node.to };
  return node.key ?? index.first(node)?.key ?? { from: node.from, to: node.from + 1 };
}

function firstLineOf(text: string, { from, to }: Offsets): Offsets {
  return { from, to: Math.min(to, firstLineEnd(text, from)) };
}
