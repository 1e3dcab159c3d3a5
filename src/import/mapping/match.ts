// Matching of features against the rules of a mapping.

import { spendBudget } from '../../base/budget.js';
import { memoize, memoizeByName } from '../../base/memo.js';
import { importedId } from '../support/ids.js';
import type { RawFeature } from '../types.js';
import type { Mapping, MappingRule, Pattern, Where } from './types.js';

/** Returns the first rule of the mapping that matches `feature`; undefined if none does. */
export function ruleFor(
  { rules, keys }: Pick<Mapping, 'rules' | 'keys'>,
  feature: RawFeature,
): MappingRule | undefined {
  spendOnWords(wordsIn(rules), 0);
  return rules.find(({ where }) => matchesWhere(where, feature, keys?.id));
}

const wordsIn = memoize((rules: readonly MappingRule[]): number =>
  rules.flatMap(({ where }) => Object.values(where)).reduce<number>((sum, pattern) => sum + [pattern].flat().length, 0),
);

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
 *
 * @param idKeys for `id`: properties of which the first present holds the id of a feature that has none of its own
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
  return words.some((word) => values.some((value) => isLike(String(word), value)));
}

/** Words of a mapping whose tests are counted with what is read: those that come with sitecam are fewer. */
const FEW = 1000;

/**
 * Spends steps of the import's budget for comparing a value of `length` characters with `words` words of a mapping;
 * nothing for up to 1000 words.
 */
export function spendOnWords(words: number, length: number): void {
  if (words > FEW) spendBudget(words * (10 + (length >> 2)));
}

/** True if the whole of `value` is like a `word` of a mapping: `*` matches anything, case doesn't count. */
export function isLike(word: string, value: string): boolean {
  const { least, most, first, last, pattern } = likeness(word);
  const { length } = value;
  // Most words are told apart by this. Case changes no character's length.
  const isOther =
    length < least ||
    length > most ||
    differs(first, value.charCodeAt(0)) ||
    differs(last, value.charCodeAt(length - 1));
  return !isOther && pattern.test(value);
}

/** True if two characters are certainly not the same, whatever their case; NaN is one that isn't known. */
function differs(a: number, b: number): boolean {
  return a < 128 && b < 128 && (a | 32) !== (b | 32);
}

interface Likeness {
  /** Fewest and most characters (UTF-16 units) of what is like the word. */
  readonly least: number;
  readonly most: number;
  /** First and last character; NaN of a word that begins or ends with `*`. */
  readonly first: number;
  readonly last: number;
  readonly pattern: RegExp;
}

const likeness = memoizeByName((word: string): Likeness => {
  const least = word.replaceAll('*', '').length;
  const [first = '', ...others] = word.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  const last = others.pop();
  // Each part is matched at its first place only. That suffices, and long values take no longer.
  const middle = others.map((part, n) => `(?=(.*?${part}))\\${n + 1}`).join('');
  const pattern = new RegExp(`^${first}${middle}${last === undefined ? '' : `.*${last}`}$`, 'isu');
  return {
    least,
    most: last === undefined ? least : Number.POSITIVE_INFINITY,
    first: word.startsWith('*') ? Number.NaN : word.charCodeAt(0),
    last: word.endsWith('*') ? Number.NaN : word.charCodeAt(word.length - 1),
    pattern,
  };
});
