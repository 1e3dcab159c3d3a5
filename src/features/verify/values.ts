import { child } from '../../source/place/pointer.js';
import type { ValueChange } from './types.js';

/** What stands at `path` within a value that came from JSON; undefined where there is nothing. */
export function valueAt(value: unknown, ...path: readonly (string | number)[]): unknown {
  let found: unknown = value;
  for (const name of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined;
    found = Reflect.get(found, name);
  }
  return found;
}

export function textAt(value: unknown, ...path: readonly (string | number)[]): string | undefined {
  const found = valueAt(value, ...path);
  return typeof found === 'string' ? found : undefined;
}

export function flagAt(value: unknown, ...path: readonly (string | number)[]): boolean | undefined {
  const found = valueAt(value, ...path);
  return typeof found === 'boolean' ? found : undefined;
}

export function listAt(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const found = valueAt(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** Places where two values that came from JSON aren't the same, whatever the order of their keys; no more than `most`. */
export function changesOf(report: unknown, now: unknown, most: number, at = ''): ValueChange[] {
  if (Object.is(report, now)) return [];
  if (Array.isArray(report) && Array.isArray(now)) {
    const length = Math.max(report.length, now.length);
    return gathered(
      Array.from({ length }, (_, n) => n),
      most,
      (n, left) => changesOf(report[n], now[n], left, child(at, n)),
    );
  }
  if (isPlain(report) && isPlain(now)) {
    const [one, other] = [new Map(Object.entries(report)), new Map(Object.entries(now))];
    return gathered([...new Set([...one.keys(), ...other.keys()])], most, (name, left) =>
      changesOf(one.get(name), other.get(name), left, child(at, name)),
    );
  }
  return [{ at, report, now }];
}

function gathered<T>(items: readonly T[], most: number, of: (item: T, left: number) => ValueChange[]): ValueChange[] {
  const found: ValueChange[] = [];
  for (const item of items) {
    if (found.length >= most) break;
    found.push(...of(item, most - found.length));
  }
  return found;
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
