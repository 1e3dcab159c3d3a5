// Matching of features against the rules of a mapping.

import { memoizeByName } from '../../base/memo.js';
import type { RawFeature } from '../types.js';
import type { MappingRule, Pattern, Where } from './types.js';

/** Returns the first of `rules` that matches `feature`; undefined if none does. */
export function ruleFor(rules: readonly MappingRule[], feature: RawFeature): MappingRule | undefined {
  return rules.find(({ where }) => matchesWhere(where, feature));
}

/** True if `feature` meets every condition of `where`. */
export function matchesWhere(where: Where, feature: RawFeature): boolean {
  return Object.entries(where).every(([key, pattern]) => fits(pattern, propertyOf(feature, key)));
}

/** Returns the property `key` of `feature` as text, or its `geometry` or `file` name; undefined if absent. */
export function propertyOf(feature: RawFeature, key: string): string | undefined {
  if (key === 'geometry') return feature.shapes[0]?.type;
  if (key === 'file') return feature.origin.path.split('/').at(-1);
  return Object.hasOwn(feature.properties, key) ? String(feature.properties[key]) : undefined;
}

/** Returns the value of the first of `keys` that `feature` has; undefined if it has none. */
export function valueUnder(feature: RawFeature, keys: readonly string[]): string | undefined {
  const key = keys.find((name) => Object.hasOwn(feature.properties, name));
  return key === undefined ? undefined : String(feature.properties[key]);
}

function fits(pattern: Pattern, value: string | undefined): boolean {
  if (typeof pattern === 'boolean') return pattern === (value !== undefined);
  if (value === undefined) return false;
  const words = typeof pattern === 'object' ? pattern : [pattern];
  return words.some((word) => likeness(String(word)).test(value));
}

/** Returns the pattern for a `word` of a mapping: `*` matches anything, case doesn't count. */
export const likeness = memoizeByName((word: string): RegExp => {
  const [first = '', ...others] = word.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  const last = others.pop();
  // Each part is matched at its first place only. That suffices, and long values take no longer.
  const middle = others.map((part, n) => `(?=(.*?${part}))\\${n + 1}`).join('');
  return new RegExp(`^${first}${middle}${last === undefined ? '' : `.*${last}`}$`, 'isu');
});
