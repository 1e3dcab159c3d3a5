// Matching of features against the rules of a mapping.

import { memoizeByName } from '../../base/memo.js';
import { importedId } from '../support/ids.js';
import type { RawFeature } from '../types.js';
import type { Mapping, MappingRule, Pattern, Where } from './types.js';

/** Returns the first rule of the mapping that matches `feature`; undefined if none does. */
export function ruleFor(
  { rules, keys }: Pick<Mapping, 'rules' | 'keys'>,
  feature: RawFeature,
): MappingRule | undefined {
  return rules.find(({ where }) => matchesWhere(where, feature, keys?.id));
}

/**
 * True if `feature` meets every condition of `where`.
 *
 * @param idKeys properties that hold ids, of which the first present counts if the feature has none of its own
 */
export function matchesWhere(where: Where, feature: RawFeature, idKeys?: readonly string[]): boolean {
  return Object.entries(where).every(([key, pattern]) => fits(pattern, valuesOf(feature, key, idKeys)));
}

/**
 * Returns the property `key` of `feature` as text, or its `geometry` or `file` name. For `id`: the id that the element
 * gets, as the source and as the plan spells it, and a property of that name. Empty if absent.
 */
export function valuesOf(feature: RawFeature, key: string, idKeys: readonly string[] = []): string[] {
  const { id, properties, shapes, origin } = feature;
  if (key === 'geometry') return [shapes[0]?.type ?? []].flat();
  if (key === 'file') return [origin.path.split('/').at(-1) ?? []].flat();
  const own = Object.hasOwn(properties, key) ? [String(properties[key])] : [];
  if (key !== 'id') return own;
  const given = id ?? valueUnder(feature, idKeys);
  return given === undefined ? own : [given, importedId(given), ...own];
}

/** Returns the value of the first of `keys` that `feature` has; undefined if it has none. */
export function valueUnder(feature: RawFeature, keys: readonly string[]): string | undefined {
  const key = keys.find((name) => Object.hasOwn(feature.properties, name));
  return key === undefined ? undefined : String(feature.properties[key]);
}

function fits(pattern: Pattern, values: readonly string[]): boolean {
  if (typeof pattern === 'boolean') return pattern === values.length > 0;
  const words = typeof pattern === 'object' ? pattern : [pattern];
  return words.some((word) => values.some((value) => likeness(String(word)).test(value)));
}

/** Returns the pattern for a `word` of a mapping: `*` matches anything, case doesn't count. */
export const likeness = memoizeByName((word: string): RegExp => {
  const [first = '', ...others] = word.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  const last = others.pop();
  // Each part is matched at its first place only. That suffices, and long values take no longer.
  const middle = others.map((part, n) => `(?=(.*?${part}))\\${n + 1}`).join('');
  return new RegExp(`^${first}${middle}${last === undefined ? '' : `.*${last}`}$`, 'isu');
});
