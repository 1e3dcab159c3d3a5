// Takes parts of an earlier version of a plan in place of equal ones: what is remembered of them then holds for both.

import { isSameList } from '../base/equality.js';
import type { Level } from './model.js';

/**
 * Returns `level` with parts of the earlier level `was` (elements, lists and other members) in place of parts with the
 * same content; `was` itself if all have it.
 */
export function levelLike(level: Level, was: Level): Level {
  const merged: Level = {
    ...level,
    zones: listLike(level.zones, was.zones),
    walls: listLike(level.walls, was.walls),
    openings: listLike(level.openings, was.openings),
    devices: listLike(level.devices, was.devices),
    signs: listLike(level.signs, was.signs),
  };
  const all = withEqualParts(merged, was);
  return isShallowlySame(all, was, []) ? was : all;
}

/**
 * Returns `list` with elements of `before` in place of elements of the same id with the same content; `before` itself if
 * it holds the same elements in the same order.
 */
export function listLike<T extends { readonly id: string }>(list: readonly T[], before: readonly T[]): readonly T[] {
  let byId: Map<string, T> | undefined;
  const merged = list.map((one, n) => {
    const beside = before[n];
    if (beside?.id === one.id) return isSame(one, beside) ? beside : one;
    byId ??= new Map(before.map((other) => [other.id, other]));
    const was = byId.get(one.id);
    return was !== undefined && isSame(one, was) ? was : one;
  });
  return isSameList(merged, before) ? before : merged;
}

/** Returns a copy of `now` with the members of `before` in place of those of the same key and the same content. */
export function withEqualParts<T extends object>(now: T, before: T): T {
  const merged: T = { ...now };
  for (const key in now) {
    if (isSame(now[key], before[key])) merged[key] = before[key];
  }
  return merged;
}

/** True if two objects have the same keys with the same values (`===`), apart from the keys in `but`. */
export function isShallowlySame<T extends object>(a: T, b: T, but: readonly (keyof T & string)[]): boolean {
  const skipped: readonly string[] = but;
  const keys = Object.keys(a).filter((key) => !skipped.includes(key));
  return (
    keys.length === Object.keys(b).filter((key) => !skipped.includes(key)).length &&
    keys.every((key) => Object.hasOwn(b, key) && Reflect.get(a, key) === Reflect.get(b, key))
  );
}

/** True if two values of a model are equal: texts, numbers, lists, maps and objects, by what they hold. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || a === b) return Object.is(a, b);
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((one, n) => isSame(one, b[n]));
  }
  if (Array.isArray(b)) return false;
  if (a instanceof Map || b instanceof Map) {
    if (!(a instanceof Map && b instanceof Map) || a.size !== b.size) return false;
    return isSame([...a], [...b]);
  }
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && isSame(Reflect.get(a, key), Reflect.get(b, key)));
}
