// Further element keys that a mapping rule takes from a source.

import { validatorOf } from '../../source/schema/validators.js';
import type { RawFeature } from '../types.js';
import type { Becomes, MappingRule } from './types.js';

/** A property value that is not valid for the key a rule assigns it to. */
export interface Unfit extends Readonly<Record<string, string>> {
  readonly property: string;
  readonly value: string;
  readonly key: string;
}

/**
 * Returns the further keys that `rule` gives an element: values of the source first, else the rule's constants; and the
 * values that don't fit.
 *
 * @param elsewhere keys left out because `deviceKeys` parses them
 */
export function keysFrom(
  { as, keys = {}, from = {} }: MappingRule,
  { properties }: RawFeature,
  elsewhere: readonly string[] = [],
): { readonly keys: Readonly<Record<string, unknown>>; readonly unfit: readonly Unfit[] } {
  const taken: Record<string, unknown> = { ...keys };
  const unfit: Unfit[] = [];
  for (const [key, names] of Object.entries(from)) {
    if (elsewhere.includes(key)) continue;
    const property = names.find((name) => Object.hasOwn(properties, name) && String(properties[name]).trim() !== '');
    if (property === undefined) continue;
    const written = properties[property];
    const value = readings(written).find((reading) => fits(as, key, reading));
    if (value === undefined) unfit.push({ property, value: String(written), key });
    else taken[key] = value;
  }
  return { keys: taken, unfit };
}

/** Returns the values that `value` may mean: attributes of a drawing are always text. */
function readings(value: string | number | boolean): (string | number | boolean)[] {
  const text = String(value).trim();
  const number = /^[-+]?(?:\d+[.,]?\d*|[.,]\d+)$/.test(text) ? [Number(text.replace(',', '.'))] : [];
  const lower = text.toLowerCase();
  const yes = ['true', 'yes', '1', '是'].includes(lower) ? [true] : [];
  const no = ['false', 'no', '0', '否'].includes(lower) ? [false] : [];
  return [value, ...number, ...yes, ...no, lower, text];
}

const known = new Map<string, boolean>();

/** True if `key` may have `value` by the mapping schema, which takes its element keys from the plan schema. */
function fits(as: Becomes, key: string, value: string | number | boolean): boolean {
  const name = JSON.stringify([as, key, value]);
  const found = known.get(name) ?? validatorOf('mapping')({ rules: [{ where: {}, as, keys: { [key]: value } }] });
  known.set(name, found);
  return found;
}
