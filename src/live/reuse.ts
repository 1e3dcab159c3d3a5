// What two versions of a site have in common: equal parts become the very same objects, by which results are remembered.

import { isSameList } from '../base/equality.js';
import { sharing } from '../facts/memo.js';
import { isDoubtful } from '../lint/doubts/judge.js';
import { sightForReport } from '../lint/support/report-sight.js';
import type { Report } from '../lint/types.js';
import { onGround } from '../plan/ground.js';
import type { Level, Site } from '../plan/model.js';
import { sightOn } from '../sight/sight.js';
import type { Sight } from '../sight/types.js';

/** A site with its sight. */
interface Seen {
  readonly site: Site;
  readonly sight: Sight;
}

/**
 * True if a report was judged in variants of its plan, whose verdicts are those of a whole run only: nothing of another
 * version may be taken over.
 */
export function isWhollyJudged({ site, today }: Pick<Report, 'site' | 'today'>): boolean {
  return isDoubtful({ site, sight: sightForReport({ site }), pack: site.pack, today });
}

/**
 * Returns `site` with the parts of `before` in place of equal ones, their places among their members, and its sight;
 * undefined if it must be judged as a whole.
 */
export function takenOver(site: Site, before: Pick<Report, 'site' | 'today'>): Seen | undefined {
  const seen = reusing(site, before.site);
  return isDoubtful({ ...seen, pack: site.pack, today: before.today }) ? undefined : seen;
}

/** Returns what `takenOver` does, whether or not all of the site should be judged anew. */
export function reusing(site: Site, before: Site): Seen {
  const levels = site.levels.map((level) => {
    const was = before.levels.find(({ id }) => id === level.id);
    return was === undefined ? level : levelLike(level, was);
  });
  const all = withEqualParts<Site>({ ...site, levels }, before);
  const isGround = isSameGround(all, before);
  const next = isGround ? onGround(all, before) : all;
  const known = sightForReport({ site: before });
  const { sight, isWhole } = sightOn(next, known);
  return { site: next, sight: isGround && isWhole ? sharing(sight, known) : sight };
}

function levelLike(level: Level, was: Level): Level {
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

/** Returns the list with the elements of `before` in place of equal ones of the same id; that list itself if all are. */
function listLike<T extends { readonly id: string }>(list: readonly T[], before: readonly T[]): readonly T[] {
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

function withEqualParts<T extends object>(now: T, before: T): T {
  const merged: T = { ...now };
  for (const key in now) {
    if (Object.hasOwn(before, key) && isSame(now[key], before[key])) merged[key] = before[key];
  }
  return merged;
}

/** True if the sites differ in devices, faults and files alone. */
function isSameGround(site: Site, before: Site): boolean {
  return (
    isShallowlySame(site, before, ['levels', 'faults', 'files']) &&
    site.levels.length === before.levels.length &&
    site.levels.every(
      (level, n) => level.id === before.levels[n]?.id && isShallowlySame(level, before.levels[n], ['devices']),
    )
  );
}

function isShallowlySame<T extends object>(a: T, b: T, but: readonly (keyof T & string)[]): boolean {
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
