import { isAlias, isCollection, isMap, isPair, isScalar, isSeq, type Node, type ParsedNode, type YAMLMap } from 'yaml';
import { JsonScanner } from './json.js';
import { lineColumn, lineStartsOf } from './lines.js';
import { tokens } from './pointer.js';
import type { Place, SourceFile, Span } from './types.js';
import { yamlDocument } from './yaml.js';

interface Offsets {
  readonly from: number;
  readonly to: number;
}

/**
 * Where `place` is in `file`: tight for scalars and for what stands on one line; for what spans lines its key, or its
 * first member where it has none (an item of a list). A pointer that leads nowhere gives the nearest thing that holds
 * it. Costs a parse or a scan, so it is for printing only.
 */
export function locate(file: SourceFile, place: Place): Span {
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

/** Scans only as far as the end of what is sought. */
function inJson(file: SourceFile, path: readonly string[], key: boolean | undefined): Offsets {
  let keyFound: Offsets | undefined;
  let found: Offsets | undefined;
  let holder: { depth: number; offsets: Offsets } | undefined;
  let firstInside: Offsets | undefined;
  const scanner = new JsonScanner(
    file.text,
    {
      key: (at, from, to) => {
        if (at.length === path.length + 1 && firstInside === undefined && isPrefix(path, at))
          firstInside = { from, to };
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
    },
    { duplicates: false },
  );
  scanner.run();
  const whole: Offsets = { from: 0, to: firstLineEnd(file.text, 0) };
  if (key === true && keyFound !== undefined) return keyFound;
  if (found === undefined) return holder?.offsets ?? whole;
  if (!file.text.slice(found.from, found.to).includes('\n')) return found;
  return keyFound ?? firstInside ?? { from: found.from, to: found.from + 1 };
}

/** Whether the tokens of `short` begin `long`. */
function isPrefix(short: readonly (string | number)[], long: readonly (string | number)[]): boolean {
  return short.every((token, index) => String(token) === String(long[index]));
}
