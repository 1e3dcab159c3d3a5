// Recognition of elements that an earlier import named: rooms by overlap, other things by id and by place.

import { groupBy } from '../../base/arrays.js';
import { spendBudget } from '../../base/budget.js';
import { measure } from '../../geometry/index.js';
import { boxOfRegion } from '../../geometry/shapes/ring.js';
import type { Box, Point, Region } from '../../geometry/types.js';
import { distance } from '../../geometry/vector.js';

/** Traits by which an element of one import is recognised in another. */
export interface Trait {
  /** Id in the source; undefined if it had none. */
  readonly from: string | undefined;
  /** Id of its level in the plan. */
  readonly level: string;
  /** Centre of its bounding box in plan metres; undefined if it has no geometry. */
  readonly at: Point | undefined;
  /** Outline of a room in plan metres; absent for other things, and for rooms without geometry. */
  readonly region?: Region | undefined;
  /** Kind and model, by which things at one place are told apart. */
  readonly block: string;
}

/** An element of the present import with the traits by which it is matched with one of an earlier import. */
export interface PresentTrait extends Trait {
  /**
   * True if its id isn't lasting: of a room an id made from its place, of anything else a handle of the drawing. Such
   * an id may change although nothing is redrawn, or later belong to another element.
   */
  readonly isLoose: boolean;
}

/** m: greatest distance between two elements of different imports that are recognised by their place. */
export const SAME_PLACE = 0.3;

/**
 * m: an element other than a room that has the same lasting id and has moved no further is the same element, whatever
 * else is now drawn where it was.
 */
export const MOVED = 2;

/** Least share of the union of two rooms that they have in common if they are one. */
const SAME_ROOM = 0.5;

/** Most pairs compared. With more elements of one id nobody could tell which is which. */
const MOST_PAIRS = 4_000_000;

/** Budget steps for comparing two boxes, and two outlines. */
const [LOOK, MEASURE] = [2, 200];

/**
 * Matches the elements of the present import with those of an earlier one (`known`), one to one. Returns the earlier
 * element by the index of the present one. Rooms of one level match if they overlap by half of their union or more,
 * the largest overlap first. Other elements of one level match by a lasting id within 2 m; without one by `block`
 * (kind and model) at the very same place, by id and `block` within 2 m, by id or by `block` within 0.3 m. What
 * remains matches at any distance and on any level by a lasting id, or, if it is no room, by id and `block`. Last, a
 * present element that is no room matches by id alone an earlier element that has no place.
 */
export function recognised<K extends Trait>(elements: readonly PresentTrait[], known: readonly K[]): Map<number, K> {
  const found = new Map<number, K>();
  const free = new Set(known);
  const take = (pairs: Iterable<Pair<K>>): void => {
    for (const { index, one } of pairs) {
      if (found.has(index) || !free.has(one)) continue;
      found.set(index, one);
      free.delete(one);
    }
  };
  const isRoom = ({ region }: Trait) => region !== undefined;
  const isLasting = ({ isLoose, from }: PresentTrait) => !isLoose && from !== undefined;
  const rest = (is: (one: PresentTrait) => boolean) =>
    [...elements.keys()].filter((index) => !found.has(index) && is(elements[index]));
  const takeThings = (is: (one: PresentTrait) => boolean, keyOf: KeyOf, most: number) => {
    const things = [...free].filter((one) => !isRoom(one));
    const own = rest((one) => !isRoom(one) && is(one));
    take(nearest(elements, own, things, keyOf, most));
  };
  take(overlaps(elements, known));
  const byId: KeyOf = ({ from }) => from;
  const byBlock: KeyOf = ({ block }) => block;
  const byBoth: KeyOf = ({ from, block }) => from && JSON.stringify([from, block]);
  takeThings(isLasting, byId, MOVED);
  const isPassing = (one: PresentTrait) => !isLasting(one);
  takeThings(isPassing, byBoth, 0);
  takeThings(isPassing, byBlock, 0);
  takeThings(isPassing, byBoth, MOVED);
  takeThings(isPassing, byId, SAME_PLACE);
  takeThings(isPassing, byBlock, SAME_PLACE);
  takeThings((one) => one.isLoose, byBoth, Number.POSITIVE_INFINITY);
  const own = rest((one) => !one.isLoose);
  take(nearest(elements, own, [...free], byId, Number.POSITIVE_INFINITY));
  // What had vanished is nowhere, and nothing is known of it but its id.
  const nowhere = [...free].filter(({ at }) => at === undefined);
  const back = rest((one) => !isRoom(one));
  take(nearest(elements, back, nowhere, byId, Number.POSITIVE_INFINITY));
  return found;
}

type KeyOf = (one: Trait) => string | undefined;

/** A present element, by index, and the earlier one that it may be. */
interface Pair<K> {
  readonly index: number;
  readonly one: K;
}

/** Returns the rooms that are one by their overlap, the largest overlap first; of equal ones those of one id first. */
function overlaps<K extends Trait>(elements: readonly PresentTrait[], known: readonly K[]): Pair<K>[] {
  const levels = groupBy(outlined(known), ({ room }) => room.level);
  const pairs = outlined(elements).flatMap(({ room, index, ...own }) => {
    const here = levels.get(room.level) ?? [];
    spendBudget(LOOK * here.length);
    return here.flatMap(({ room: one, index: order, ...other }) => {
      const share = overlap(own, other);
      return share < SAME_ROOM ? [] : [{ index, one, order, share, isSame: Number(room.from === one.from) }];
    });
  });
  return pairs.sort((a, b) => b.share - a.share || b.isSame - a.isSame || a.index - b.index || a.order - b.order);
}

interface Outline {
  readonly region: Region;
  readonly box: Box;
  readonly area: number;
}

function outlined<T extends Trait>(all: readonly T[]): (Outline & { readonly room: T; readonly index: number })[] {
  return all.flatMap((room, index) => {
    const { region } = room;
    const box = region && boxOfRegion(region);
    if (region === undefined || box === undefined) return [];
    return [{ room, index, region, box, area: measure(region, []).area }];
  });
}

/** Returns the share of the union of two outlines that they have in common, 0 to 1. */
function overlap(a: Outline, b: Outline): number {
  const across = Math.min(a.box.maxX, b.box.maxX) - Math.max(a.box.minX, b.box.minX);
  const up = Math.min(a.box.maxY, b.box.maxY) - Math.max(a.box.minY, b.box.minY);
  if (across <= 0 || up <= 0) return 0;
  const shareOf = (common: number) => common / (a.area + b.area - common);
  // Rooms have no more in common than their boxes.
  if (shareOf(Math.min(across * up, a.area, b.area)) < SAME_ROOM) return 0;
  spendBudget(MEASURE);
  return shareOf(measure(a.region, [b.region]).covered);
}

/**
 * Returns pairs that have one key, the nearest first and at most `most` m apart; with no limit, those on other levels or
 * without a place come last.
 */
function nearest<K extends Trait>(
  elements: readonly PresentTrait[],
  indices: readonly number[],
  known: readonly K[],
  keyOf: KeyOf,
  most: number,
): Pair<K>[] {
  const earlier = groupBy(known, keyOf);
  const now = groupBy(indices, (index) => keyOf(elements[index]));
  const isEverywhere = most === Number.POSITIVE_INFINITY;
  return [...now].flatMap(([key, own]) => {
    const others = key === undefined ? [] : (earlier.get(key) ?? []);
    const there = groupBy(others, placeKey);
    // Nearly all stay in their place and are found at once.
    const still = own.flatMap((index) => {
      const place = placeKey(elements[index]);
      const one = place === undefined ? undefined : there.get(place)?.shift();
      return one === undefined ? [] : [{ index, one }];
    });
    const [stillHere, stillThere] = [new Set(still.map(({ index }) => index)), new Set(still.map(({ one }) => one))];
    const [moved, free] = [own.filter((index) => !stillHere.has(index)), others.filter((one) => !stillThere.has(one))];
    if (moved.length * free.length > MOST_PAIRS) return still;
    spendBudget(LOOK * moved.length * free.length);
    const candidates = moved.flatMap((index) =>
      free.flatMap((one, order) => {
        const pair = { index, one, order, ...apart(elements[index], one) };
        return isEverywhere || (pair.level && pair.distance <= most) ? [pair] : [];
      }),
    );
    candidates.sort(
      (a, b) => Number(b.level) - Number(a.level) || a.distance - b.distance || a.index - b.index || a.order - b.order,
    );
    return [...still, ...candidates];
  });
}

function apart(element: Trait, one: Trait): { readonly level: boolean; readonly distance: number } {
  const drawn = element.at !== undefined && one.at !== undefined;
  return {
    level: element.level === one.level,
    distance: drawn ? distance(element.at, one.at) : Number.MAX_VALUE,
  };
}

/** Returns a key for level and place, to a centimetre; undefined without a place. */
function placeKey({ level, at }: Trait): string | undefined {
  return at === undefined ? undefined : `${level} ${Math.round(at[0] * 100)} ${Math.round(at[1] * 100)}`;
}
