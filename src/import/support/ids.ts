// Ids of a plan's elements, stable from one import to the next.

import { addTo, groupBy } from '../../base/arrays.js';
import { boxOf } from '../../geometry/shapes/ring.js';
import type { Point } from '../../geometry/types.js';
import { distance } from '../../geometry/vector.js';
import type { DraftElement, PlanDraft } from '../draft.js';
import type { SourceLevel } from '../types.js';
import { stemOf } from './drawing-names.js';

/** An id in the source and the id in the plan. */
export interface RenamedId {
  readonly from: string;
  readonly to: string;
  /** True if the source has no id: `from` then gives the place in the source. */
  readonly unnamed?: true;
}

/** A storey of the plan, with the key by which the source names it. */
export interface PlanLevel extends SourceLevel {
  readonly id: string;
}

/** A draft with valid ids, and the table of ids. */
export interface Identified {
  readonly levels: readonly PlanLevel[];
  readonly draft: PlanDraft;
  /** Every level and element in the order of the draft, even if the id is unchanged. */
  readonly ids: readonly RenamedId[];
}

/** Kinds of elements in a draft. */
export type ElementSort = 'zone' | 'wall' | 'opening' | 'device';

/** An element with the id that an earlier import gave it. */
interface EarlierElement {
  readonly element: ElementSort;
  /** Id in the source; undefined if it had none. */
  readonly from: string | undefined;
  readonly to: string;
  /** Id of its level in the plan. */
  readonly level: string;
  /** Centre of its bounding box in plan metres; undefined if it had no geometry. */
  readonly at: Point | undefined;
}

/** Ids that an earlier import gave. */
export interface EarlierIds {
  /** Level ids with the keys that the source had for them. */
  readonly levels: readonly RenamedId[];
  readonly elements: readonly EarlierElement[];
}

const NOTHING_KNOWN: EarlierIds = { levels: [], elements: [] };

/**
 * Gives every level and element a valid id: NFC, without `>`, `/`, white space and invisible characters, unique in the
 * whole plan. A valid id stays. Of several equal ones the first keeps it and the others get -2, -3, so that the same
 * source gives the same ids.
 *
 * An element that an earlier import named (`known`) keeps its id. It is recognised by its id in the source; among
 * several with the same id, or with none, by the nearest place. The id of a vanished element is never reused: what
 * people wrote about it must not come to apply to something else.
 */
export function identify(
  draft: PlanDraft,
  levels: readonly SourceLevel[],
  known: EarlierIds = NOTHING_KNOWN,
): Identified {
  const taken = new Set([...known.levels, ...known.elements].map(({ to }) => to));
  const unique = (wanted: string): string => {
    let id = wanted;
    for (let count = 2; taken.has(id); count++) id = `${wanted}-${count}`;
    taken.add(id);
    return id;
  };
  const ids: RenamedId[] = [];
  const sorted = [...levels].sort((a, b) => a.ordinal - b.ordinal || (a.key < b.key ? -1 : 1));
  const before = levelsBefore(
    known.levels,
    sorted.map(({ key }) => key),
  );
  const kept = new Map(known.levels.flatMap(({ from, to }) => (before.has(from) ? [[before.get(from), to]] : [])));
  const named = sorted.map((level) => {
    const called = level.short ?? level.key;
    const id = kept.get(level.key) ?? unique(importedId(/^-?\d/.test(called) ? `L${called}` : called));
    ids.push({ from: level.key, to: id });
    return { ...level, id };
  });
  const levelOf = new Map(named.map(({ key, id }) => [key, id]));
  const keyed = known.elements.map((one) => ({ ...one, from: one.from && fromNow(one.from, before) }));
  const renamed = <T extends DraftElement>(
    elements: readonly T[],
    sort: ElementSort,
    pointsOf: (element: T) => readonly Point[],
  ): T[] => {
    const same = recognised(
      elements.map((element) => ({
        from: isUnnamed(element) ? undefined : element.id.normalize('NFC'),
        level: levelOf.get(element.level) ?? element.level,
        at: middle(pointsOf(element)),
      })),
      keyed.filter(({ element }) => element === sort),
    );
    return elements.map((element, index) => {
      const id = same.get(index)?.to ?? unique(importedId(element.id));
      ids.push({ from: element.id, to: id, ...(isUnnamed(element) ? { unnamed: true } : {}) });
      return { ...element, id, level: levelOf.get(element.level) ?? element.level };
    });
  };
  return {
    levels: named,
    draft: {
      ...draft,
      zones: renamed(draft.zones, 'zone', ({ rings }) => rings.flat()).map((zone) => ({
        ...zone,
        spans: zone.spans.map((key) => levelOf.get(key) ?? key),
      })),
      walls: renamed(draft.walls, 'wall', ({ line }) => line),
      openings: renamed(draft.openings, 'opening', ({ shape }) => (shape.type === 'line' ? shape.line : [])),
      devices: renamed(draft.devices, 'device', ({ at }) => [at]),
      outlines: draft.outlines.map((outline) => ({ ...outline, level: levelOf.get(outline.level) ?? outline.level })),
    },
    ids,
  };
}

/** Returns an id for a feature without one: its file and its place there. */
export function idOfOrigin({ path, pointer }: DraftElement['origin']): string {
  return `${stemOf(path)}-${pointer.split('/').at(-1)}`;
}

/** True if the id of `element` is only its place in the source, which another feature before it would change. */
function isUnnamed({ id, origin }: DraftElement): boolean {
  const own = idOfOrigin(origin);
  return id === own || (id.startsWith(`${own}-`) && /^\d+$/.test(id.slice(own.length + 1)));
}

/**
 * Returns the present level key for each key of an earlier import. Keys of drawings were once paths as typed
 * (`../drawings/1F` for `1F`): two keys match if one ends with the other and no other key could match.
 */
function levelsBefore(known: readonly RenamedId[], keys: readonly string[]): ReadonlyMap<string, string> {
  const before = new Map(known.flatMap(({ from }) => (keys.includes(from) ? [[from, from] as const] : [])));
  const free = keys.filter((key) => !before.has(key));
  const pairs = known
    .filter(({ from }) => !before.has(from))
    .flatMap(({ from }) => free.filter((key) => areOne(key, from)).map((key) => ({ from, key })));
  for (const { from, key } of pairs) {
    if (pairs.filter((pair) => pair.from === from || pair.key === key).length === 1) before.set(from, key);
  }
  return before;
}

function areOne(key: string, from: string): boolean {
  const [now, then] = [key, from].map((path) => `/${path.normalize('NFC').replace(/^(?:\.{0,2}\/)+/, '')}`);
  return now.endsWith(then) || then.endsWith(now);
}

/** Returns the present source id of an element. Rooms without a name of their own begin with their level's key. */
function fromNow(from: string, levels: ReadonlyMap<string, string>): string {
  const [then, now] = [...levels].find(([key]) => from.startsWith(`${key}-`)) ?? ['', ''];
  return `${now}${from.slice(then.length)}`.normalize('NFC');
}

interface Met {
  readonly from: string | undefined;
  readonly level: string;
  readonly at: Point | undefined;
}

/** Greatest distance in m at which an element without an id is recognised. */
const FARTHEST = 2;

/** Returns the earlier element for each of `elements`, by index: the same id in the source, and nearest. */
function recognised(elements: readonly Met[], known: readonly EarlierElement[]): Map<number, EarlierElement> {
  const earlier = groupBy(known, ({ from }) => from);
  const now = groupBy([...elements.keys()], (index) => elements[index].from);
  return new Map(
    [...now].flatMap(([from, indices]) => {
      const most = from === undefined ? FARTHEST : Number.POSITIVE_INFINITY;
      return pairs(elements, indices, earlier.get(from) ?? [], most);
    }),
  );
}

/**
 * Pairs elements with earlier ones, the nearest first and at most `most` m apart; those on other levels or without a
 * place come last.
 */
function pairs(
  elements: readonly Met[],
  indices: readonly number[],
  known: readonly EarlierElement[],
  most: number,
): (readonly [number, EarlierElement])[] {
  const paired: (readonly [number, EarlierElement])[] = [];
  const free = new Set(known);
  const left = new Set(indices);
  const take = (index: number, one: EarlierElement): void => {
    paired.push([index, one]);
    free.delete(one);
    left.delete(index);
  };
  // Nearly all stay in their place and are found at once.
  const places = new Map<string, EarlierElement[]>();
  for (const one of known) {
    const key = placeKey(one);
    if (key !== undefined) addTo(places, key, one);
  }
  for (const index of indices) {
    const key = placeKey(elements[index]);
    const one = key === undefined ? undefined : places.get(key)?.find((candidate) => free.has(candidate));
    if (one !== undefined) take(index, one);
  }
  const isSure = most < Number.POSITIVE_INFINITY;
  const candidates =
    left.size * free.size > MOST_PAIRS
      ? []
      : [...left].flatMap((index) =>
          [...free].map((one, order) => ({ index, one, order, ...apart(elements[index], one) })),
        );
  // On another level, only an element with an id in the source can be the same.
  const near = candidates.filter(({ level, distance }) => distance <= most && (level || !isSure));
  near.sort(
    (a, b) => Number(b.level) - Number(a.level) || a.distance - b.distance || a.index - b.index || a.order - b.order,
  );
  for (const { index, one } of near) if (left.has(index) && free.has(one)) take(index, one);
  return paired;
}

/** Most pairs compared. With more elements of one id nobody could tell which is which. */
const MOST_PAIRS = 4_000_000;

function apart(element: Met, one: EarlierElement): { readonly level: boolean; readonly distance: number } {
  const drawn = element.at !== undefined && one.at !== undefined;
  return {
    level: element.level === one.level,
    distance: drawn ? distance(element.at, one.at) : Number.MAX_VALUE,
  };
}

/** Returns a key for level and place, to a centimetre; undefined without a place. */
function placeKey({ level, at }: Pick<Met, 'level' | 'at'>): string | undefined {
  return at === undefined ? undefined : `${level} ${Math.round(at[0] * 100)} ${Math.round(at[1] * 100)}`;
}

/** Returns the centre of the bounding box of `points`; undefined if there are none. */
export function middle(points: readonly Point[]): Point | undefined {
  const box = boxOf(points);
  return box === undefined ? undefined : [(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2];
}

/**
 * Returns `id` without characters that an id can't have: `>` and `/` separate subjects, and the others are invisible.
 */
function importedId(id: string): string {
  const plain = id
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/[>/\s]+/gu, '-');
  return plain === '' ? 'unnamed' : plain;
}
