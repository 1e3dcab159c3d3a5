// Reads values inside parsed JSON whose shape isn't known, and compares them.
import { child } from '../../source/place/pointer.js';
import type { ValueChange } from './types.js';

/** Returns the value at `path` within parsed JSON; undefined if there is none. */
export function valueAt(value: unknown, ...path: readonly (string | number)[]): unknown {
  let found: unknown = value;
  for (const name of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined;
    found = Reflect.get(found, name);
  }
  return found;
}

/** Returns the text at `path`; undefined if there is none, or the value is no text. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string | undefined {
  const found = valueAt(value, ...path);
  return typeof found === 'string' ? found : undefined;
}

/** Returns the list at `path`; [] if there is none, or the value is no list. */
export function listAt(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const found = valueAt(value, ...path);
  return Array.isArray(found) ? found : [];
}

/**
 * Returns the places where two values of parsed JSON differ, whatever the order of their keys; no more than `most`.
 *
 * @param at JSON pointer to both values; the pointer of each place returned begins with it
 */
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
