// Ids of a plan's elements, stable from one import to the next.

import { boxOf } from '../../geometry/shapes/ring.js';
import type { Point, Region } from '../../geometry/types.js';
import type { DraftElement, PlanDraft } from '../draft.js';
import { type LevelRooms, levelsBefore, type Replacements, replacements } from '../reimport/levels.js';
import { type PresentTrait, recognised, type Trait } from '../reimport/recognise.js';
import type { SourceLevel } from '../types.js';

/** An element's id in the source and its id in the plan, which may differ. */
export interface RenamedId {
  readonly from: string;
  readonly to: string;
  /** True if the source has no id: `from` is then made of its place (support/place-ids.ts). */
  readonly unnamed?: true;
}

/** A storey of the plan, with the key by which the source names it. */
export interface PlanLevel extends SourceLevel {
  readonly id: string;
}

/** A draft in which every element has an id valid in plans, with a table of ids in the source and in the plan. */
export interface Identified {
  readonly levels: readonly PlanLevel[];
  readonly draft: PlanDraft;
  /** Every level and element in the order of the draft, even if the id is unchanged. */
  readonly ids: readonly RenamedId[];
  /** Everything that earlier imports named and that this one hasn't. */
  readonly gone: readonly Vanished[];
  /** Ids in the plan of what isn't a room and has no lasting id in the source, but a handle or its place. */
  readonly loose: ReadonlySet<string>;
  /** Levels that take, or may take, the place of levels of the last import. */
  readonly replaced: Replacements;
}

/** Kinds of elements in a draft. */
export type ElementSort = 'zone' | 'wall' | 'opening' | 'device';

/** An element with the id that an earlier import gave it. */
interface EarlierElement extends Trait {
  readonly element: ElementSort;
  readonly to: string;
}

/** An element or level that an earlier import had and this one hasn't. Its id is given to nothing else. */
export interface Vanished {
  readonly element: ElementSort | 'level';
  readonly id: string;
  /** Id or key in the source; absent if it had none. */
  readonly from?: string;
}

/** Ids that earlier imports gave, read from the geometry file of the last one, so that elements keep them. */
export interface EarlierIds {
  /** Level ids with the keys that the source had for them. */
  readonly levels: readonly RenamedId[];
  readonly elements: readonly EarlierElement[];
  /** What had vanished before. */
  readonly gone: readonly Vanished[];
}

const NOTHING_KNOWN: EarlierIds = { levels: [], elements: [], gone: [] };

/**
 * Gives every level and element a valid id: NFC, without `>`, `/`, white space and invisible characters, unique in the
 * whole plan. A valid id stays. Of several equal ones the first keeps it and the others get -2, -3, so that the same
 * source gives the same ids. An id that a person gave goes before one made of a handle or a place: the camera named C1
 * is C1.
 *
 * An element that an earlier import named (`known`) keeps its id: rooms are recognised by their overlap, other things
 * by id and place (reimport/recognise.ts). An id once given is never given to another element: what people wrote about
 * it must not come to apply to something else. So elements that have vanished stay on record. If the source has one
 * again, under the same id of its own, it gets back its id in the plan.
 */
export function identify(
  draft: PlanDraft,
  levels: readonly SourceLevel[],
  known: EarlierIds = NOTHING_KNOWN,
): Identified {
  const taken = new Set(
    [...known.levels, ...known.elements].map(({ to }) => to).concat(known.gone.map(({ id }) => id)),
  );
  const unique = (wanted: string, avoided?: ReadonlySet<string>): string => {
    let id = wanted;
    for (let count = 2; taken.has(id) || avoided?.has(id) === true; count++) id = `${wanted}-${count}`;
    taken.add(id);
    return id;
  };
  const ids: RenamedId[] = [];
  const sorted = [...levels].sort((a, b) => a.ordinal - b.ordinal || (a.key < b.key ? -1 : 1));
  const vanished = known.gone.flatMap(({ element, id, from }) =>
    element === 'level' && from !== undefined ? [{ from, to: id }] : [],
  );
  const earlier = [...known.levels, ...vanished];
  const before = levelsBefore(
    earlier,
    sorted.map(({ key }) => key),
  );
  const replaced = replacedLevels(draft, sorted, known, before);
  for (const { from, key } of replaced.sure) before.set(from, key);
  const kept = new Map([...vanished, ...known.levels].map(({ from, to }) => [before.get(from), to]));
  const given = givenIds(sorted, new Set(earlier.map(({ to }) => to)), taken);
  const used = new Set(given.values());
  const named = sorted.map((level) => {
    const was = kept.get(level.key);
    const id = given.get(level.key) ?? (was === undefined || used.has(was) ? unique(wantedId(level)) : was);
    ids.push({ from: level.key, to: id });
    return { ...level, id };
  });
  const levelOf = new Map(named.map(({ key, id }) => [key, id]));
  const moved = new Map(known.levels.map(({ from, to }) => [to, levelOf.get(before.get(from) ?? '') ?? to]));
  const keyed = [...known.elements, ...known.gone.flatMap(unplaced)].map((one) => ({
    ...one,
    from: one.from && fromNow(one.from, before),
    level: moved.get(one.level) ?? one.level,
  }));
  const isFleeting = (element: DraftElement) => element.unnamed === true || isPassing(element);
  const all: readonly DraftElement[] = [...draft.zones, ...draft.walls, ...draft.openings, ...draft.devices];
  const lasting = new Set(all.flatMap((one) => (isFleeting(one) ? [] : [importedId(one.id)])));
  const loose = new Set<string>();
  const present = new Set(named.map(({ id }) => id));
  const renamed = <T extends DraftElement>(
    elements: readonly T[],
    sort: ElementSort,
    traitOf: (element: T) => { readonly points: readonly Point[]; readonly region?: Region; readonly block: string },
  ): T[] => {
    const same = recognised(
      elements.map((element): PresentTrait => {
        const { points, ...trait } = traitOf(element);
        return {
          ...trait,
          from: element.unnamed ? undefined : element.id.normalize('NFC'),
          level: levelOf.get(element.level) ?? element.level,
          at: middle(points),
          isLoose: sort === 'zone' ? isPlaceId(element.id) : isPassing(element),
        };
      }),
      keyed.filter(({ element }) => element === sort),
    );
    return elements.map((element, index) => {
      const id = same.get(index)?.to ?? unique(importedId(element.id), isFleeting(element) ? lasting : undefined);
      ids.push({ from: element.id, to: id, ...(element.unnamed ? { unnamed: true } : {}) });
      present.add(id);
      if (sort !== 'zone' && isFleeting(element)) loose.add(id);
      return { ...element, id, level: levelOf.get(element.level) ?? element.level };
    });
  };
  const identified: PlanDraft = {
    ...draft,
    zones: renamed(draft.zones, 'zone', ({ rings, kind }) => {
      const region = outlineOf(rings);
      return { points: rings.flat(), ...(region && { region }), block: blockOf(kind, undefined) };
    }).map((zone) => ({ ...zone, spans: zone.spans.map((key) => levelOf.get(key) ?? key) })),
    walls: renamed(draft.walls, 'wall', ({ line }) => ({ points: line, block: blockOf(undefined, undefined) })),
    openings: renamed(draft.openings, 'opening', ({ shape, kind }) => {
      return { points: shape.type === 'line' ? shape.line : [], block: blockOf(kind, undefined) };
    }),
    devices: renamed(draft.devices, 'device', ({ at, kind, keys }) => ({
      points: [at],
      block: blockOf(kind, keys.type),
    })),
    outlines: draft.outlines.map((outline) => ({ ...outline, level: levelOf.get(outline.level) ?? outline.level })),
  };
  const had: readonly Vanished[] = [
    ...known.levels.map(({ from, to }): Vanished => ({ element: 'level', id: to, from })),
    ...known.elements.map(
      ({ element, to, from }): Vanished => ({ element, id: to, ...(from === undefined ? {} : { from }) }),
    ),
    ...known.gone,
  ];
  return { levels: named, draft: identified, ids, gone: had.filter(({ id }) => !present.has(id)), loose, replaced };
}

/** Returns an element that vanished before, which is nowhere: only its id in the source can tell that it is back. */
function unplaced({ element, id, from }: Vanished): EarlierElement[] {
  return element === 'level' ? [] : [{ element, to: id, from, level: '', at: undefined, block: '' }];
}

/** Returns the id that a level gets if nothing else has it. */
function wantedId({ id, short, key }: SourceLevel): string {
  const called = id ?? short ?? key;
  return importedId(/^-?\d/.test(called) ? `L${called}` : called);
}

/**
 * Returns the ids that the mapping gives to levels, by key, and adds them to `taken`. Such an id may be one that a level
 * of an earlier import had (`earlier`): a person says which level it is. It may be no other element's, nor given twice.
 */
function givenIds(
  levels: readonly SourceLevel[],
  earlier: ReadonlySet<string>,
  taken: Set<string>,
): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  const used = new Set<string>();
  for (const level of levels) {
    const id = wantedId(level);
    if (level.id === undefined || used.has(id) || (taken.has(id) && !earlier.has(id))) continue;
    given.set(level.key, id);
    used.add(id);
    taken.add(id);
  }
  return given;
}

/** Returns which levels take the place of levels of the last import. If the mapping gives a level the id, it does. */
function replacedLevels(
  draft: PlanDraft,
  levels: readonly SourceLevel[],
  { levels: last, elements }: EarlierIds,
  before: Map<string, string>,
): Replacements {
  const went = last.filter(({ from }) => !before.has(from));
  for (const { from, to } of went) {
    const heir = levels.find((level) => level.id !== undefined && wantedId(level) === to);
    if (heir !== undefined) before.set(from, heir.key);
  }
  const same = new Set(before.values());
  const came = levels.filter(({ id, key }) => id === undefined && !same.has(key));
  const now = came.map((level): LevelRooms => {
    const zones = draft.zones.filter((zone) => zone.level === level.key);
    return { key: level.key, id: wantedId(level), rooms: zones.flatMap(({ rings }) => outlineOf(rings) ?? []) };
  });
  const then = went.flatMap(({ from, to }): LevelRooms[] => {
    const rooms = elements.flatMap(({ level, region }) => (level === to && region !== undefined ? [region] : []));
    return before.has(from) ? [] : [{ key: from, id: to, rooms }];
  });
  return replacements(then, now, last.length === 1 && levels.length === 1);
}

/** Returns the present source id of an element. Rooms without a name of their own begin with their level's key. */
function fromNow(from: string, levels: ReadonlyMap<string, string>): string {
  const [then, now] = [...levels].find(([key]) => from.startsWith(`${key}-`)) ?? ['', ''];
  return `${now}${from.slice(then.length)}`.normalize('NFC');
}

/**
 * True if the id of something other than a room is a handle of the drawing, with its file before it where there are
 * several (`1F-2A`) or a number after it if it is a piece (`2A-2`), or is made of its place, as that of a gap.
 */
function isPassing({ id, origin: { pointer } }: DraftElement): boolean {
  if (pointer === '') return isPlaceId(id);
  if (pointer.startsWith('/')) return false;
  return [id, id.replace(/-\d+$/, '')].some((part) => part === pointer || part.endsWith(`-${pointer}`));
}

/** True if the id of a room is made of its place, as that of a room formed of walls: F1-x3y5. */
function isPlaceId(id: string): boolean {
  return /-x-?\d+y-?\d+(?:-\d+)?$/.test(id);
}

/**
 * Returns a text made of an element's kind and model (its key `type`), by which two things at one place are told apart.
 */
export function blockOf(kind: unknown, type: unknown): string {
  return JSON.stringify([kind ?? null, type ?? null]);
}

/** Returns the rings of a zone, the outer one first, as a region; undefined if it has none. */
export function outlineOf([outer, ...holes]: readonly (readonly Point[])[]): Region | undefined {
  return outer === undefined ? undefined : { rings: [outer], shadows: holes };
}

/** Returns the centre of the bounding box of `points`; undefined if there are none. */
export function middle(points: readonly Point[]): Point | undefined {
  const box = boxOf(points);
  return box === undefined ? undefined : [(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2];
}

/**
 * Returns `id` as a plan can have it, in NFC: without invisible characters, and with `-` for white space and for `>`
 * and `/`, which separate subjects; `unnamed` if nothing is left.
 */
export function importedId(id: string): string {
  const plain = id
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/[>/\s]+/gu, '-');
  return plain === '' ? 'unnamed' : plain;
}
