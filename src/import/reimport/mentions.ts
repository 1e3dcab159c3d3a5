// Ids of imported elements that people's plan file refers to.

import { isRecord, listIn, memberOf, textIn, type Unchecked } from '../../plan/read/unknown.js';
import { child } from '../../source/place/pointer.js';
import type { Place } from '../../source/types.js';

/** A place in the plan file that names an imported element or level by id. */
export interface IdMention {
  readonly id: string;
  readonly as: 'override' | 'opening' | 'waiver' | 'level';
  readonly place: Place;
}

/** Returns every id that the YAML plan at `path` refers to but doesn't draw itself, in key order. */
export function mentionsIn(path: string, plan: Unchecked): IdMention[] {
  const found: IdMention[] = [];
  const add = (id: unknown, as: IdMention['as'], pointer: string, key?: true): void => {
    if (typeof id === 'string') found.push({ id, as, place: { path, pointer, ...(key === true ? { key } : {}) } });
  };
  /** Adds the references in the keys of an element at `pointer`. */
  const ofKeys = (keys: Unchecked, pointer: string): void => {
    add(memberOf(keys, 'opening'), 'opening', child(pointer, 'opening'));
    for (const [index, level] of (listIn(keys, 'levels') ?? []).entries()) {
      add(level, 'level', child(pointer, 'levels', index));
    }
  };
  for (const [index, level] of (listIn(plan, 'levels') ?? []).entries()) {
    if (!isRecord(level)) continue;
    for (const list of ['zones', 'devices']) {
      for (const [at, one] of (listIn(level, list) ?? []).entries()) {
        if (isRecord(one)) ofKeys(one, child('/levels', index, list, at));
      }
    }
  }
  for (const [type, keys] of records(plan, 'deviceTypes')) ofKeys(keys, child('/deviceTypes', type));
  for (const [id, keys] of records(plan, 'overrides')) {
    add(id, 'override', child('/overrides', id), true);
    ofKeys(keys, child('/overrides', id));
  }
  for (const [index, waiver] of (listIn(plan, 'waivers') ?? []).entries()) {
    const subject = isRecord(waiver) ? textIn(waiver, 'subject') : undefined;
    for (const id of new Set(subject?.split(/[>/@:]/))) add(id, 'waiver', child('/waivers', index, 'subject'));
  }
  return found;
}

function records(plan: Unchecked, key: string): (readonly [string, Unchecked])[] {
  const value = memberOf(plan, key);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([id, one]) => (isRecord(one) ? [[id, one] as const] : []));
}
