import { validatorOf } from '../../source/schema/validator.js';
import type { RawFeature } from '../types.js';
import type { Becomes, MappingRule } from './types.js';

/** A value of the source that can't be what a rule takes it for. */
export interface Unfit extends Readonly<Record<string, string>> {
  readonly property: string;
  readonly value: string;
  readonly key: string;
}

/**
 * The further keys that `rule` gives an element: those the source has a value for before those that always hold.
 *
 * @param elsewhere keys that are read elsewhere, since more is to be told of them than a value
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

/** What `value` may mean: attributes of a drawing are texts, whatever they hold. */
function readings(value: string | number | boolean): (string | number | boolean)[] {
  const text = String(value).trim();
  const number = /^[-+]?(?:\d+[.,]?\d*|[.,]\d+)$/.test(text) ? [Number(text.replace(',', '.'))] : [];
  const lower = text.toLowerCase();
  const yes = ['true', 'yes', '1', '是'].includes(lower) ? [true] : [];
  const no = ['false', 'no', '0', '否'].includes(lower) ? [false] : [];
  return [value, ...number, ...yes, ...no, lower, text];
}

const known = new Map<string, boolean>();

/** Whether the schema of a mapping, which has the keys of plans, lets `key` be `value`. */
function fits(as: Becomes, key: string, value: string | number | boolean): boolean {
  const name = JSON.stringify([as, key, value]);
  const found = known.get(name) ?? validatorOf('mapping')({ rules: [{ where: {}, as, keys: { [key]: value } }] });
  known.set(name, found);
  return found;
}
