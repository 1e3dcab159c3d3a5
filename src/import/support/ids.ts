import { boxOf } from '../../geometry/shapes/ring.js';
import type { Point } from '../../geometry/types.js';
import type { DraftElement, PlanDraft } from '../draft.js';
import type { SourceLevel } from '../types.js';
import { stemOf } from './drawing-names.js';

/** An id as the source has it, and as the plan has it. */
export interface RenamedId {
  readonly from: string;
  readonly to: string;
  /** The source has none: `from` says where it stands there. */
  readonly unnamed?: true;
}

/** A storey of the plan, and the key by which the source names it. */
export interface PlanLevel extends SourceLevel {
  readonly id: string;
}

export interface Identified {
  readonly levels: readonly PlanLevel[];
  readonly draft: PlanDraft;
  /** Of every element and level, in the order of the draft; also of those whose ids stay as they were. */
  readonly ids: readonly RenamedId[];
}

/** The sorts of element, by the lists of a draft. */
export type ElementSort = 'zone' | 'wall' | 'opening' | 'device';

/** An element as an earlier import named it. */
export interface EarlierElement {
  readonly element: ElementSort;
  /** As the source had it; undefined where the source had none. */
  readonly from: string | undefined;
  readonly to: string;
  /** Id of its level in the plan. */
  readonly level: string;
  /** m: the middle of the box about it; undefined where it was drawn nowhere. */
  readonly at: Point | undefined;
}

/** What an earlier import named. */
export interface EarlierIds {
  /** Levels, by the keys that the source had for them. */
  readonly levels: readonly RenamedId[];
  readonly elements: readonly EarlierElement[];
}

const NOTHING_KNOWN: EarlierIds = { levels: [], elements: [] };

/**
 * Gives every level and element an id that a plan may have: NFC, without `>`, `/`, white space and what can't be seen, used
 * once in the whole plan. What is lawful stays; of several alike the first keeps it, the next get -2, -3 …, so that
 * the same source gives the same ids.
 *
 * What an earlier import named (`known`) keeps its id: it is the one of the same id in the source; of several alike, and
 * of those without an id, the nearest. Its id is given to nothing else, even where it is gone: what people say of it by
 * its id must not come to be said of something else.
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

/** An id for what the source gives none: the file it is in, and its place there. */
export function idOfOrigin({ path, pointer }: DraftElement['origin']): string {
  return `${stemOf(path)}-${pointer.split('/').at(-1)}`;
}

/** Whether the id of `element` only says where it stands in the source: another feature before it would change that. */
function isUnnamed({ id, origin }: DraftElement): boolean {
  const own = idOfOrigin(origin);
  return id === own || (id.startsWith(`${own}-`) && /^\d+$/.test(id.slice(own.length + 1)));
}

/**
 * What the source's keys of levels, as an earlier import wrote them, are now. Keys of drawings were once paths as typed
 * (`../drawings/1F` for `1F`): one of which either is the end of the other is the same, where no other could be it.
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

/** The id in the source of an element as it is written now: rooms without a name of their own begin with their level's key. */
function fromNow(from: string, levels: ReadonlyMap<string, string>): string {
  const [then, now] = [...levels].find(([key]) => from.startsWith(`${key}-`)) ?? ['', ''];
  return `${now}${from.slice(then.length)}`.normalize('NFC');
}

interface Met {
  readonly from: string | undefined;
  readonly level: string;
  readonly at: Point | undefined;
}

/** m: a thing without an id that is farther from all that were there is another thing. */
const FARTHEST = 2;

/** Which of `known` each of `elements` is, by its index: of the same id in the source and nearest. */
function recognised(elements: readonly Met[], known: readonly EarlierElement[]): Map<number, EarlierElement> {
  const found = new Map<number, EarlierElement>();
  const groups = new Map<string | undefined, { readonly indices: number[]; readonly known: EarlierElement[] }>();
  const groupOf = (from: string | undefined) => {
    const group = groups.get(from) ?? { indices: [], known: [] };
    groups.set(from, group);
    return group;
  };
  for (const one of known) groupOf(one.from).known.push(one);
  for (const [index, { from }] of elements.entries()) groupOf(from).indices.push(index);
  for (const [from, group] of groups) {
    for (const [index, one] of pairs(elements, group, from === undefined ? FARTHEST : Number.POSITIVE_INFINITY)) {
      found.set(index, one);
    }
  }
  return found;
}

/** The nearest first, no farther apart than `most` m; those on other levels, and of no place, last. */
function pairs(
  elements: readonly Met[],
  { indices, known }: { readonly indices: readonly number[]; readonly known: readonly EarlierElement[] },
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
  // Nearly all stay where they are, and are found at once.
  const places = new Map<string, EarlierElement[]>();
  for (const one of known) {
    const key = placeKey(one);
    if (key !== undefined) places.set(key, [...(places.get(key) ?? []), one]);
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
  // On another level only what has an id in the source can be the same.
  const near = candidates.filter(({ level, distance }) => distance <= most && (level || !isSure));
  near.sort(
    (a, b) => Number(b.level) - Number(a.level) || a.distance - b.distance || a.index - b.index || a.order - b.order,
  );
  for (const { index, one } of near) if (left.has(index) && free.has(one)) take(index, one);
  return paired;
}

/** Beyond this nobody could say which of so many things of one id is which. */
const MOST_PAIRS = 4_000_000;

function apart(element: Met, one: EarlierElement): { readonly level: boolean; readonly distance: number } {
  const distance =
    element.at === undefined || one.at === undefined
      ? Number.MAX_VALUE
      : Math.hypot(element.at[0] - one.at[0], element.at[1] - one.at[1]);
  return { level: element.level === one.level, distance };
}

/** To a centimetre: where it lies. */
function placeKey({ level, at }: Pick<Met, 'level' | 'at'>): string | undefined {
  return at === undefined ? undefined : `${level} ${Math.round(at[0] * 100)} ${Math.round(at[1] * 100)}`;
}

/** The middle of the box about `points`. */
export function middle(points: readonly Point[]): Point | undefined {
  const box = boxOf(points);
  return box === undefined ? undefined : [(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2];
}

/** `id` without what an id may not have (design: `>` and `/` separate subjects; the rest can't be seen). */
export function importedId(id: string): string {
  const plain = id
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/[>/\s]+/gu, '-');
  return plain === '' ? 'unnamed' : plain;
}
