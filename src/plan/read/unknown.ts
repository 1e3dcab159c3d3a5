/** Narrowing for values not yet checked. */
export type Unchecked = Readonly<Record<string, unknown>>;

/** Whether `value` is an object with keys (not null, not a list). */
export function isRecord(value: unknown): value is Unchecked {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `value[key]` where that is a list, else undefined. Own keys only. */
export function listIn(value: Unchecked, key: string): readonly unknown[] | undefined {
  const found = memberOf(value, key);
  return Array.isArray(found) ? found : undefined;
}

/** `value[key]` where it is `value`'s own, else undefined. */
export function memberOf(value: Unchecked, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

/** `value[key]` where that is a text, else undefined. */
export function textIn(value: Unchecked, key: string): string | undefined {
  const found = memberOf(value, key);
  return typeof found === 'string' ? found : undefined;
}
