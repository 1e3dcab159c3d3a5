// Edits of one number or text in a YAML or JSON source, which leave every other character.
import { isAlias, isNode, isScalar, type Node, visit } from 'yaml';
import { memoize } from '../../base/memo.js';
import { jsonIndexOf } from '../parse/json-index.js';
import { yamlAt, yamlDocument } from '../parse/yaml.js';
import { tokens } from '../place/pointer.js';
import type { SourceFile } from '../types.js';
import { spelled, type TextEdit } from './splice.js';

/**
 * Returns the edit that puts `value` in place of the number at `pointer`. Undefined if the file has no number there in
 * digits of its own: none at all, an alias, a number with a tag, or one that aliases repeat elsewhere.
 */
export function replaceNumber(file: SourceFile, pointer: string, value: number): TextEdit | undefined {
  return replaced(file, pointer, 'number', value);
}

/** Returns the edit that puts `value` in place of the text at `pointer`; undefined in the cases of `replaceNumber`. */
export function replaceText(file: SourceFile, pointer: string, value: string): TextEdit | undefined {
  return replaced(file, pointer, 'string', value);
}

function replaced(
  file: SourceFile,
  pointer: string,
  type: 'number' | 'string',
  value: number | string,
): TextEdit | undefined {
  const { path, text, format } = file;
  const edit = (from: number, to: number) => ({ path, from, to, text: spelled(value, format) });
  if (format === 'json') {
    const node = jsonIndexOf(file).at(tokens(pointer));
    const known: unknown = node && JSON.parse(text.slice(node.from, node.to));
    return node !== undefined && typeof known === type ? edit(node.from, node.to) : undefined;
  }
  if (isRepeated(file, pointer)) return undefined;
  const node = yamlAt(file, tokens(pointer));
  if (!isScalar(node) || typeof node.value !== type || node.tag !== undefined || node.range == null) return undefined;
  return edit(node.range[0], node.range[1]);
}

/** True if an alias of a YAML file stands for the value at `pointer`, or for a map or list that holds it. */
export function isRepeated(file: SourceFile, pointer: string): boolean {
  if (file.format === 'json') return false;
  const repeated = (node: unknown) => isNode(node) && repeatedIn(file).has(node);
  const path = tokens(pointer);
  return [...path.keys(), path.length].some((length) => repeated(yamlAt(file, path.slice(0, length))));
}

/** True if a YAML value has an anchor, an alias or a tag in it, so that a copy of its text may mean something else. */
export function hasReferences(file: SourceFile, pointer: string): boolean {
  if (file.format === 'json') return false;
  const node = yamlAt(file, tokens(pointer));
  if (!isNode(node)) return false;
  let found = false;
  visit(node, {
    Node(_, one) {
      found ||= isAlias(one) || one.anchor !== undefined || one.tag !== undefined;
      return found ? visit.BREAK : undefined;
    },
  });
  return found;
}

/** Returns the nodes of a YAML file that aliases stand for. */
const repeatedIn = memoize((file: SourceFile): ReadonlySet<Node> => {
  const document = yamlDocument(file);
  const nodes = new Set<Node>();
  visit(document, {
    Alias(_, alias) {
      const node = alias.resolve(document);
      if (node !== undefined) nodes.add(node);
    },
  });
  return nodes;
});
