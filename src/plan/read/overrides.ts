// Overrides: keys that the author states in place of what is drawn.

import { addTo, append } from '../../base/arrays.js';
import { hintOf } from '../../source/hint.js';
import { child } from '../../source/place/pointer.js';
import { problemOf } from '../../source/problem.js';
import { nearest } from '../../source/suggest.js';
import type { Place } from '../../source/types.js';
import type { Faults } from '../check/faults.js';
import type { Override, Unreadable } from '../model.js';
import type { ElementKind, FeatureElement } from './geojson-feature.js';
import type { Provenance } from './provenance.js';
import { planText } from './texts.js';
import { isRecord, listIn, memberOf, textIn, type Unchecked } from './unknown.js';

/** A plan, put together of its files, after the author's overrides, with what they changed. */
export interface Overridden {
  /** The plan with its elements as stated. Malformed overrides stay in it, so that the schema reports them. */
  readonly value: Unchecked;
  /** The overrides that were applied. */
  readonly overrides: readonly Override[];
  /** Positions that stand in place of drawn ones, with where these were drawn then. */
  readonly pinned: readonly Pinned[];
  /** Removals in the order written. The elements are still in `value`, which is checked as drawn. */
  readonly removals: readonly Removal[];
  /** Faults of overrides of keys that can't be overridden, and of removals that say too little or too much. */
  readonly unreadable: readonly Unreadable[];
}

/** An override that moves an element: its new position, and where it was drawn when the author wrote it. */
export interface Pinned {
  readonly id: string;
  /** Pointer to the element in the assembled plan. */
  readonly pointer: string;
  /** Where it is drawn, as its file gives it. */
  readonly drawn: unknown;
  /** Where it was drawn when the author put it elsewhere, as the plan gives it. */
  readonly drawnAt: unknown;
  readonly place: Place;
}

/** An author's request to leave an element out: `{remove: true, reason: …}`. */
export interface Removal {
  readonly element: ElementKind;
  readonly id: string;
  readonly reason: string;
  /** Id of its level, as written; undefined if it names none. */
  readonly level: string | undefined;
  /** Position in the assembled plan, by index; undefined if the element is drawn nowhere, or on no level. */
  readonly at: { readonly level: number; readonly index: number } | undefined;
  /** Keys of the element, not yet checked against the schema. */
  readonly value: Unchecked;
  /** Place of the element. */
  readonly drawn: Place;
  readonly place: Place;
}

/** Place of the overrides, and the parts of the plan that applying them needs. */
export interface OverrideContext {
  /** The plan's own file, and where in it the plan's keys are. */
  readonly root: Place;
  readonly provenance: Provenance;
  readonly faults: Faults;
  /** Elements of all files by id. Those that no level took, or that are drawn nowhere, have faults of their own. */
  readonly features: ReadonlyMap<string, readonly FeatureElement[]>;
}

/** Key of a level's list, and the kind of the elements in it. */
export const LISTS = [
  ['zones', 'zone'],
  ['walls', 'wall'],
  ['openings', 'opening'],
  ['devices', 'device'],
  ['signs', 'sign'],
] as const satisfies readonly (readonly [string, ElementKind])[];

/** Keys that can't be overridden: identity and shape come with the geometry. What stands at a point may be put elsewhere. */
const FIXED: Readonly<Record<ElementKind, readonly string[]>> = {
  zone: ['id', 'polygon', 'holes', 'rect'],
  wall: ['id', 'line'],
  opening: ['id', 'line'],
  device: ['id'],
  sign: ['id'],
};

/** An element of the assembled plan, and its position there. */
interface Target {
  readonly element: ElementKind;
  readonly level: number;
  readonly list: string;
  readonly index: number;
  readonly value: Unchecked;
}

/**
 * Applies the `overrides` of an assembled plan, `{ID: {key: value}}`; null removes a key from the element. Stating the
 * kind of a zone also removes `kindUnknown`. The place of each key is then the override's. `{ID: {remove: true, reason}}`
 * only asks for a removal: whether a zone may go, its kind and shape tell (build/leave-out.ts).
 */
export function applyOverrides(plan: Unchecked, context: OverrideContext): Overridden {
  const written = memberOf(plan, 'overrides');
  const { overrides: _, ...bare } = plan;
  const none = { overrides: [], pinned: [], removals: [], unreadable: [] };
  if (written === null) return { value: bare, ...none };
  if (!isRecord(written)) return { value: plan, ...none };
  const levels = [...(listIn(plan, 'levels') ?? [])];
  const targets = targetsIn(levels);
  const overrides: Override[] = [];
  const pinned: Pinned[] = [];
  const removals: Removal[] = [];
  const unreadable: Unreadable[] = [];
  const malformed: [string, unknown][] = [];
  for (const [id, keys] of Object.entries(written)) {
    const found = targets.get(id);
    if (!isRecord(keys) || (Object.hasOwn(keys, 'remove') && keys.remove !== true)) malformed.push([id, keys]);
    else if (keys.remove === true) {
      const asked = removalOf(id, keys, found, levels, context);
      if (asked === undefined) nowhere(id, targets, levels, context);
      else if ('problem' in asked) unreadable.push(asked.problem);
      else append(removals, asked.removals);
    } else if (found === undefined) nowhere(id, targets, levels, context);
    else {
      if (!isDrawnAt(keys.drawnAt)) malformed.push([id, { drawnAt: keys.drawnAt }]);
      for (const target of found) {
        const stated = state(target, id, keys, context);
        replace(levels, target, stated.value);
        overrides.push(...stated.overrides);
        pinned.push(...stated.pinned);
        unreadable.push(...stated.unreadable);
      }
    }
  }
  const value = { ...bare, ...(Array.isArray(memberOf(plan, 'levels')) ? { levels } : {}) };
  return {
    value: malformed.length === 0 ? value : { ...value, overrides: Object.fromEntries(malformed) },
    overrides,
    pinned,
    removals,
    unreadable,
  };
}

/**
 * Returns the removals that an entry asks for, one for each element with its id; the problem of an entry without a
 * reason or with other keys; undefined if no element has the id.
 */
function removalOf(
  id: string,
  keys: Unchecked,
  found: readonly Target[] | undefined,
  levels: readonly unknown[],
  { root, provenance, features }: OverrideContext,
): { readonly removals: readonly Removal[] } | { readonly problem: Unreadable } | undefined {
  const pointer = child(root.pointer, 'overrides', id);
  const place: Place = { path: root.path, pointer: child(pointer, 'remove'), key: true };
  const other = Object.keys(keys).find((key) => key !== 'remove' && key !== 'reason');
  if (other !== undefined) {
    const at: Place = { path: root.path, pointer: child(pointer, other), key: true };
    return { problem: problemOf(planText.removedAnyway({ id, key: other }), at) };
  }
  const reason = textIn(keys, 'reason')?.trim() ?? '';
  if (reason === '') return { problem: problemOf(planText.noReason({ id }), place) };
  // What no level took, or is drawn nowhere, stands in no list of the plan.
  const undrawn = (features.get(id) ?? []).filter((feature) => !found?.some(({ value }) => value === feature.value));
  if (found === undefined && undrawn.length === 0) return undefined;
  return {
    removals: [
      ...(found ?? []).map(({ element, level, list, index, value }) => {
        const drawn = provenance.placeOf(child('/levels', level, list, index));
        return { element, id, reason, level: levelId(levels[level]), at: { level, index }, value, drawn, place };
      }),
      ...undrawn.map(({ element, level, value, place: drawn }) => {
        return { element, id, reason, level, at: undefined, value, drawn, place };
      }),
    ],
  };
}

function levelId(raw: unknown): string | undefined {
  return isRecord(raw) ? textIn(raw, 'id') : undefined;
}

function targetsIn(levels: readonly unknown[]): Map<string, Target[]> {
  const targets = new Map<string, Target[]>();
  for (const [level, raw] of levels.entries()) {
    if (!isRecord(raw)) continue;
    for (const [list, element] of LISTS) {
      for (const [index, value] of (listIn(raw, list) ?? []).entries()) {
        const id = isRecord(value) ? textIn(value, 'id') : undefined;
        if (id === undefined || !isRecord(value)) continue;
        addTo(targets, id, { element, level, list, index, value });
      }
    }
  }
  return targets;
}

/**
 * Adds a fault for an id that no element has. If a similar id exists, that one may be meant, so the fault taints its
 * level.
 */
function nowhere(
  id: string,
  targets: ReadonlyMap<string, readonly Target[]>,
  levels: readonly unknown[],
  { root, faults, features }: OverrideContext,
): void {
  if (features.has(id)) return;
  const meant = nearest(id, targets.keys());
  const near = (meant === undefined ? undefined : targets.get(meant)) ?? [];
  const tainted = near.flatMap(({ level }) => levelId(levels[level]) ?? []);
  const place: Place = { path: root.path, pointer: child(root.pointer, 'overrides', id), key: true };
  const params = { reference: id, hint: hintOf(id, targets.keys()) };
  faults.add('plan/unknown-reference', `overrides/${id}`, 'override', params, place, { levels: [...new Set(tainted)] });
}

/** Returns one element with the stated keys, the overrides applied, and the faults of keys that can't be overridden. */
function state(
  { element, level, list, index, value }: Target,
  id: string,
  written: Unchecked,
  { root, provenance }: OverrideContext,
): { readonly value: Unchecked } & Pick<Overridden, 'overrides' | 'pinned' | 'unreadable'> {
  const stated: Record<string, unknown> = { ...value };
  const overrides: Override[] = [];
  const pinned: Pinned[] = [];
  const unreadable: Unreadable[] = [];
  const { drawnAt, ...keys } = told(written);
  if (drawnAt !== undefined && Object.hasOwn(keys, 'at')) {
    const place: Place = { path: root.path, pointer: child(root.pointer, 'overrides', id, 'drawnAt') };
    pinned.push({ id, pointer: child('/levels', level, list, index), drawn: memberOf(value, 'at'), drawnAt, place });
  }
  if (Object.hasOwn(keys, 'kind') && !Object.hasOwn(keys, 'kindUnknown')) delete stated.kindUnknown;
  for (const [key, to] of Object.entries(keys)) {
    const place: Place = { path: root.path, pointer: child(root.pointer, 'overrides', id, key) };
    if (FIXED[element].includes(key)) {
      unreadable.push(problemOf(planText.notOverridable({ id, key }), { ...place, key: true }));
      continue;
    }
    overrides.push({ element, id, key, from: memberOf(value, key), to, ...wasUnknown(key, value), place });
    provenance.register(child('/levels', level, list, index, key), place);
    if (to === null && key !== 'kind') delete stated[key];
    // Assignment won't do: with __proto__ it would add inherited keys, which nothing checks and no report lists.
    else Object.defineProperty(stated, key, { value: to, writable: true, enumerable: true, configurable: true });
  }
  return { value: stated, overrides, pinned, unreadable };
}

/** False for what can't be compared with where the element is drawn, so that the element would seem to be still there. */
function isDrawnAt(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return Array.isArray(value) && value.length === 2 && value.every(Number.isFinite);
}

/** Returns the keys of an override without a kind that isn't told yet: an imported plan has `kind: "?"` to fill in. */
function told({ kind, ...others }: Unchecked): Record<string, unknown> {
  return kind === undefined || kind === '?' ? others : { kind, ...others };
}

function wasUnknown(key: string, value: Unchecked): Pick<Override, 'unknown'> {
  const unknown = key === 'kind' ? textIn(value, 'kindUnknown') : undefined;
  return unknown === undefined ? {} : { unknown };
}

function replace(levels: unknown[], { level, list, index }: Target, value: Unchecked): void {
  const raw = levels[level];
  if (!isRecord(raw)) return;
  const elements = [...(listIn(raw, list) ?? [])];
  elements[index] = value;
  levels[level] = { ...raw, [list]: elements };
}
