import { isAlias, isCollection, isMap, isPair, isScalar, isSeq, type Node, type ParsedNode, type YAMLMap } from 'yaml';
import { JsonScanner, type JsonVisitor } from './json.js';
import { lineColumn, lineStartsOf } from './lines.js';
import { child, tokens } from './pointer.js';
import type { Place, SourceFile, Span } from './types.js';
import { yamlDocument } from './yaml.js';

interface Offsets {
  readonly from: number;
  readonly to: number;
}

/**
 * Where `place` is in `file`: tight for scalars and for what stands on one line; for what spans lines its key, or its
 * first member where it has none (an item of a list). A pointer that leads nowhere gives the nearest thing that holds
 * it. The first costs a parse or a scan, so it is for printing only.
 */
export function locate(file: SourceFile, place: Place): Span {
  const known = located.get(file) ?? new Map<string, Span>();
  located.set(file, known);
  const name = place.key === true ? `key ${place.pointer}` : place.pointer;
  const span = known.get(name) ?? find(file, place);
  known.set(name, span);
  return span;
}

/** Findings are put in order by their places, and then each report prints these. */
const located = new WeakMap<SourceFile, Map<string, Span>>();

function find(file: SourceFile, place: Place): Span {
  const path = tokens(place.pointer);
  const offsets = file.format === 'json' ? inJson(file, path, place.key) : inYaml(file, path, place.key);
  const starts = lineStartsOf(file);
  return { start: lineColumn(starts, offsets.from), end: lineColumn(starts, offsets.to) };
}

function inYaml(file: SourceFile, path: readonly string[], key: boolean | undefined): Offsets {
  const document = yamlDocument(file);
  const start: Offsets = { from: 0, to: firstLineEnd(file.text, 0) };
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
  if (node === null) return keyOffsets ?? start;
  return valueOffsets(file.text, node) ?? keyOffsets ?? firstMember(file.text, node) ?? start;
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

/** The extent of a node that has a tight one: a scalar, an alias, a flow collection on one line. */
function valueOffsets(text: string, node: Node): Offsets | undefined {
  const range = rangeOf(node);
  if (range === undefined || (isCollection(node) && node.flow !== true)) return undefined;
  if (range.from === range.to) return undefined;
  return text.slice(range.from, range.to).includes('\n') ? undefined : range;
}

/** The first entry of a collection: key and value where both are on one line. */
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

function firstLineEnd(text: string, from: number): number {
  const end = text.slice(from).search(/\r?\n|$/);
  return from + end;
}

interface Found {
  readonly key: Offsets | undefined;
  readonly value: Offsets;
}

const indices = new WeakMap<SourceFile, ReadonlyMap<string, Found>>();

/** Depth of the features of a collection: places are looked for within one, not from the start of the file each time. */
const INDEXED = 2;

function indexOf(file: SourceFile): ReadonlyMap<string, Found> {
  const known = indices.get(file);
  if (known !== undefined) return known;
  const index = new Map<string, Found>();
  let lastKey: Offsets | undefined;
  const visitor: JsonVisitor = {
    key: (at, from, to) => {
      if (at.length === INDEXED) lastKey = { from, to };
      return false;
    },
    value: (at, from, to) => {
      if (at.length === INDEXED) index.set(child('', ...at), { key: lastKey, value: { from, to } });
      if (at.length <= INDEXED) lastKey = undefined;
      return false;
    },
  };
  new JsonScanner(file.text, visitor, { duplicates: false, depth: INDEXED }).run();
  indices.set(file, index);
  return index;
}

function inJson(file: SourceFile, path: readonly string[], key: boolean | undefined): Offsets {
  const near = path.length < INDEXED ? undefined : indexOf(file).get(child('', ...path.slice(0, INDEXED)));
  if (near === undefined) return searchJson(file.text, path, key, undefined);
  const { from, to } = near.value;
  const within = searchJson(file.text.slice(from, to), path.slice(INDEXED), key, near.key && shifted(near.key, -from));
  return shifted(within, from);
}

function shifted({ from, to }: Offsets, by: number): Offsets {
  return { from: from + by, to: to + by };
}

/** Scans only as far as the end of what is sought; `ownKey` is the key of the whole text, where it has one. */
function searchJson(
  text: string,
  path: readonly string[],
  key: boolean | undefined,
  ownKey: Offsets | undefined,
): Offsets {
  let keyFound: Offsets | undefined = path.length === 0 ? ownKey : undefined;
  let found: Offsets | undefined;
  let holder = ownKey === undefined ? undefined : { depth: 0, offsets: ownKey };
  let firstInside: Offsets | undefined;
  const visitor: JsonVisitor = {
    key: (at, from, to) => {
      if (at.length === path.length + 1 && firstInside === undefined && isPrefix(path, at)) firstInside = { from, to };
      if (at.length > path.length || !isPrefix(at, path)) return false;
      if (holder === undefined || at.length >= holder.depth) holder = { depth: at.length, offsets: { from, to } };
      if (at.length < path.length) return false;
      keyFound = { from, to };
      return key === true;
    },
    value: (at, from, to) => {
      if (at.length !== path.length || !isPrefix(at, path)) return false;
      found = { from, to };
      return true;
    },
  };
  new JsonScanner(text, visitor, { duplicates: false }).run();
  if (key === true && keyFound !== undefined) return keyFound;
  if (found === undefined) return holder?.offsets ?? { from: 0, to: firstLineEnd(text, 0) };
  if (!text.slice(found.from, found.to).includes('\n')) return found;
  return keyFound ?? firstInside ?? { from: found.from, to: found.from + 1 };
}

/** Whether the tokens of `short` begin `long`. */
function isPrefix(short: readonly (string | number)[], long: readonly (string | number)[]): boolean {
  return short.every((token, index) => String(token) === String(long[index]));
}
