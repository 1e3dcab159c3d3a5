// Where the parts of a value stand in its text, of YAML and JSON alike.
import { isMap, isNode, isPair, isScalar, isSeq, type Node } from 'yaml';
import { type JsonIndex, jsonIndexOf, type Offsets } from '../parse/json-index.js';
import { yamlAt } from '../parse/yaml.js';
import { tokens } from '../place/pointer.js';
import type { SourceFile } from '../types.js';
import { trailing } from './lines.js';

/**
 * A value as it is written: its kind and layout, and where it stands in the text, without the comments and blank
 * lines behind it.
 */
export interface Shape extends Offsets {
  /** `scalar` also for an alias, which stands for a value elsewhere. */
  readonly kind: 'map' | 'list' | 'scalar';
  /** True for a YAML map or list without brackets. It starts at its first key or dash. */
  readonly block: boolean;
  /** True for a text. */
  readonly isText: boolean;
  /** Members of a map, items of a list. */
  readonly entries: readonly ShapeEntry[];
}

/** A member of a map, or an item of a list as written. */
export interface ShapeEntry {
  /** Where the key stands, and what it is. */
  readonly key: (Offsets & { readonly name: string }) | undefined;
  /** Undefined if nothing is written. */
  readonly value: Shape | undefined;
}

/**
 * Returns how the value at `pointer` is written; undefined if nothing is, or if it is there only by an alias on the
 * way.
 */
export function shapeAt(file: SourceFile, pointer: string): Shape | undefined {
  if (file.format === 'json') {
    const index = jsonIndexOf(file);
    const node = index.at(tokens(pointer));
    return node && jsonShape(file.text, index, node);
  }
  const node = yamlAt(file, tokens(pointer));
  return isNode(node) ? yamlShape(file.text, node) : undefined;
}

/** Returns where an entry stands: from its key, else its value, to its end. Undefined if neither is written. */
export function extentOf({ key, value }: ShapeEntry): Offsets | undefined {
  const [from, to] = [key?.from ?? value?.from, value?.to ?? key?.to];
  return from === undefined || to === undefined ? undefined : { from, to };
}

function jsonShape(text: string, index: JsonIndex, node: Parameters<JsonIndex['children']>[0]): Shape {
  const first = text[node.from];
  const kind = first === '{' ? 'map' : first === '[' ? 'list' : 'scalar';
  const { from, to } = node;
  return {
    ...{ kind, from, to, block: false, isText: first === '"' },
    get entries() {
      if (kind === 'scalar') return [];
      return index.children(node).map((one): ShapeEntry => {
        const name = one.key && String(JSON.parse(text.slice(one.key.from, one.key.to)));
        return {
          key: one.key && name !== undefined ? { ...one.key, name } : undefined,
          get value() {
            return jsonShape(text, index, one);
          },
        };
      });
    },
  };
}

function yamlShape(text: string, node: Node): Shape | undefined {
  if (node.range == null) return undefined;
  const [from, end] = node.range;
  if (!isMap(node) && !isSeq(node)) {
    if (isScalar(node) && node.source === '' && end === from) return undefined;
    const isText = isScalar(node) && typeof node.value === 'string';
    return { kind: 'scalar', block: false, from, to: end - trailing(text.slice(from, end)), isText, entries: [] };
  }
  const entries = node.items.map((item): ShapeEntry => {
    const value: unknown = isPair(item) ? item.value : item;
    const key: unknown = isPair(item) ? item.key : undefined;
    const range = isScalar(key) ? key.range : undefined;
    return {
      key: isScalar(key) && range != null ? { from: range[0], to: range[1], name: String(key.value) } : undefined,
      value: isNode(value) ? yamlShape(text, value) : undefined,
    };
  });
  const block = node.flow !== true;
  const last = entries.at(-1);
  const to = block && last !== undefined ? extentOf(last)?.to : end;
  return to === undefined ? undefined : { kind: isMap(node) ? 'map' : 'list', block, from, to, isText: false, entries };
}
