// Compares a re-import with the plan that people have edited since.

import { zoneKind } from '../../law/lookup.js';
import type { Pack } from '../../law/types.js';
import { PINNED } from '../../plan/check/pinned.js';
import type { Unreadable } from '../../plan/model.js';
import { readPlan } from '../../plan/read/read.js';
import { isRecord, listIn, memberOf, textIn, type Unchecked } from '../../plan/read/unknown.js';
import type { SourceFile } from '../../source/types.js';
import type { ImportedBuilding } from '../import.js';
import type { PlanLevel } from '../support/ids.js';
import { writtenElements } from '../write/features.js';
import { type DeviceType, deviceTypesOf } from '../write/plan-file.js';
import {
  compareImports,
  ELEMENT_SORTS,
  type ImportChanges,
  type ImportKeyChange,
  type SortChanges,
} from './compare.js';
import { type IdMention, mentionsIn } from './mentions.js';
import type { FileElement, Previous } from './previous.js';
import { MOVED, SAME_PLACE } from './recognise.js';

/** Effect of a re-import on a plan that people have edited. */
export interface ReimportResult {
  /** Changes to the geometry; undefined if there is no earlier geometry file in the same units. */
  readonly changes: ImportChanges | undefined;
  /** Places in the plan file that refer to vanished elements or levels. */
  readonly orphans: readonly IdMention[];
  /** Overrides of elements that are now elsewhere, so that somebody must look whether they still hold. */
  readonly displaced: readonly Displaced[];
  /** Overrides of keys whose drawn value has changed, so that somebody must look whether they still hold. */
  readonly redrawn: readonly Redrawn[];
  readonly levels: {
    /** Levels of the source that the plan file lacks. */
    readonly came: readonly PlanLevel[];
    /** Ids of levels in the plan file that the source no longer has. */
    readonly went: readonly string[];
  };
  /** Types of devices that the source names and the plan file lacks, so that nothing says what these devices can do. */
  readonly types: ReadonlyMap<string, DeviceType>;
  /** Problems that keep the plan from being read with the new geometry; empty if there are none. */
  readonly unreadable: readonly Unreadable[];
  /** Files of the plan, to locate the places above. */
  readonly files: readonly SourceFile[];
}

/**
 * An override of an element that has moved by more than 2 m (0.3 m without a lasting id, 0.05 m if the override states
 * its position), or to another level.
 */
export interface Displaced {
  readonly mention: IdMention;
  /** Metres by which the element has moved at most; undefined if it is only on another level. */
  readonly by: number | undefined;
}

/** An override of an element of which the source now says something else. */
export interface Redrawn {
  readonly mention: IdMention;
  /** The drawn keys that the override hides, each with its old and new value. */
  readonly keys: readonly ImportKeyChange[];
}

/** Inputs of `reimport`. */
interface AgainOptions {
  /** Path of the people's plan file; `value` is its parsed content. */
  readonly plan: string;
  readonly value: unknown;
  readonly previous: Previous | undefined;
  /** Returns the bytes of a file of the plan, the new geometry included; undefined if there is none. */
  readonly read: (path: string) => Uint8Array | undefined;
  readonly pack: Pack;
}

/**
 * Returns the differences between this import of a source, the earlier one (`previous`), and what the plan file refers
 * to. `plan` is the path of that file, `value` its parsed content. `read` returns the bytes of a file of the plan; for
 * the geometry file it returns the new ones.
 */
export function reimport(
  { identified, frame }: ImportedBuilding,
  { plan, value, previous, read, pack }: AgainOptions,
): ReimportResult {
  const elements = writtenElements(identified.draft, frame);
  const people: Unchecked = isRecord(value) ? value : {};
  const walled = new Set(elements.flatMap(({ id, keys }) => (keys.enclosed === undefined ? [] : [id])));
  const before =
    previous?.system === frame.system
      ? previous.elements.map((one) => (walled.has(one.id) ? withWallsOfKind(one, pack) : one))
      : undefined;
  const changes = before && compareImports(before, elements, frame);
  const stays = new Set(elements.map(({ id }) => id));
  // What vanished earlier is told until the plan no longer speaks of it.
  const had = [...(before ?? []), ...(previous?.gone ?? [])];
  const gone = new Set(had.flatMap(({ id }) => (stays.has(id) ? [] : [id])));
  const written = (listIn(people, 'levels') ?? []).flatMap((level) =>
    isRecord(level) ? (textIn(level, 'id') ?? []) : [],
  );
  const known = new Set(identified.levels.map(({ id }) => id));
  const storeys = new Set((before ?? []).map(({ level }) => level));
  const levels = {
    came: identified.levels.filter(({ id }) => !written.includes(id)),
    went: written.filter((id) => storeys.has(id) && !known.has(id)),
  };
  const typed = memberOf(people, 'deviceTypes');
  const lacking = [...deviceTypesOf(identified.draft)].filter(
    ([type]) => !isRecord(typed) || !Object.hasOwn(typed, type),
  );
  const mentions = mentionsIn(plan, people);
  const orphans = mentions.filter(({ id, as }) => (as === 'level' ? levels.went.includes(id) : gone.has(id)));
  const most = (id: string): number => {
    if (Object.hasOwn(overrideOf(people, id), 'at')) return PINNED;
    // Another element may have its handle now.
    return identified.loose.has(id) ? SAME_PLACE : MOVED;
  };
  const elsewhere = new Map(changes === undefined ? [] : ELEMENT_SORTS.flatMap((sort) => movedIn(changes[sort], most)));
  const changesOf = new Map(
    changes === undefined
      ? []
      : ELEMENT_SORTS.flatMap((sort) => changes[sort].changed.map(({ id, keys }) => [id, keys] as const)),
  );
  const displaced = mentions.flatMap((mention): Displaced[] => {
    const moved = mention.as === 'override' ? elsewhere.get(mention.id) : undefined;
    return moved === undefined ? [] : [{ mention, by: moved.by }];
  });
  const redrawn = mentions.flatMap((mention): Redrawn[] => {
    const keys =
      mention.as === 'override' ? hiddenBy(overrideOf(people, mention.id), changesOf.get(mention.id) ?? []) : [];
    return keys.length === 0 ? [] : [{ mention, keys }];
  });
  const result = readPlan(plan, read, { pack });
  return {
    changes,
    orphans,
    displaced,
    redrawn,
    levels,
    types: new Map(lacking),
    unreadable: result.ok ? [] : result.unreadable,
    files: result.ok ? result.site.files : result.files,
  };
}

function overrideOf(plan: Unchecked, id: string): Unchecked {
  const overrides = memberOf(plan, 'overrides');
  const keys = isRecord(overrides) ? memberOf(overrides, id) : undefined;
  return isRecord(keys) ? keys : {};
}

/**
 * Returns the changes of drawn keys that an override hides: those of its own keys, unless the source now says the same.
 * A kind also takes the place of what the source calls an unknown use; a removal hides both. A person who confirms a
 * kind spoke of the kind and name as drawn then.
 */
function hiddenBy(override: Unchecked, changes: readonly ImportKeyChange[]): ImportKeyChange[] {
  const isRemoved = memberOf(override, 'remove') === true;
  const isConfirmed = isRecord(memberOf(override, 'kindConfirmed'));
  const kind = memberOf(override, 'kind');
  const isKindStated = isRemoved || isConfirmed || (kind !== undefined && kind !== '?');
  return changes.filter(({ key, to }) => {
    if (key === 'kindUnknown') return isKindStated && changes.every((one) => one.key !== 'kind');
    if (key === 'kind') return isKindStated && to !== kind;
    if (key === 'name' && isConfirmed && !Object.hasOwn(override, key)) return true;
    return Object.hasOwn(override, key) && JSON.stringify(override[key]) !== JSON.stringify(to);
  });
}

/** Returns an element that says whether it has walls: earlier imports left that out where the kind of a zone implies it. */
function withWallsOfKind<T extends FileElement>(one: T, pack: Pack): T {
  const { element, keys } = one;
  if (element !== 'zone' || keys.enclosed !== undefined) return one;
  const spec = typeof keys.kind === 'string' ? zoneKind(pack, keys.kind) : undefined;
  return { ...one, keys: { ...keys, enclosed: spec?.enclosed ?? true } };
}

/**
 * Returns the elements that have moved farther than `most` allows, or to another level, each with the metres by which
 * it has moved; undefined metres if it has only changed its level.
 *
 * @param most returns how far in m an element may move
 */
function movedIn(
  { changed }: SortChanges,
  most: (id: string) => number,
): (readonly [id: string, { readonly by: number | undefined }])[] {
  return changed.flatMap(({ id, moved = 0, keys }) => {
    const isFar = moved > most(id);
    return isFar || keys.some(({ key }) => key === 'level') ? [[id, { by: isFar ? moved : undefined }] as const] : [];
  });
}

/**
 * True if an element that an override of the plan changes has vanished, has moved as `Displaced` says, is on another
 * level or is drawn as something else: a person must look at that override before linting.
 */
export function isOverrideLost({ orphans, displaced, redrawn }: ReimportResult): boolean {
  return displaced.length > 0 || redrawn.length > 0 || orphans.some(({ as }) => as === 'override');
}
