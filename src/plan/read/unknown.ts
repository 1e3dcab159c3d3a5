// Narrowing of values that aren't checked yet.

/** An object whose values aren't checked yet. */
export type Unchecked = Readonly<Record<string, unknown>>;

/** True if `value` is an object with keys: neither null nor a list. */
export function isRecord(value: unknown): value is Unchecked {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns `value[key]` if it is a list, else undefined. Own keys only. */
export function listIn(value: Unchecked, key: string): readonly unknown[] | undefined {
  const found = memberOf(value, key);
  return Array.isArray(found) ? found : undefined;
}

/** Returns `value[key]` if `key` is an own key, else undefined. */
export function memberOf(value: Unchecked, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Returns `value[key]` if it is a text, else undefined. Own keys only. */
export function textIn(value: Unchecked, key: string): string | undefined {
  const found = memberOf(value, key);
  return typeof found === 'string' ? found : undefined;
}
