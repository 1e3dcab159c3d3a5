// The edits of drawn elements: added, removed, renamed, moved, turned or changed.
import { byCodeUnit } from '../../../base/order.js';
import type { Point } from '../../../geometry/types.js';
import type { Device, Level, Sign, Site, Zone } from '../../../plan/model.js';
import { bearing } from '../../../plan/read/frame.js';
import { type DiffElement, planElements } from './element.js';
import { type DiffFrame, fileMetres } from './frame.js';
import { comparedKeys, type ElementKeys, headingsOf, openingKeys, signKeys, wallKeys, zoneKeys } from './keys.js';
import { renamedFinder } from './renamed.js';
import { isSameData, isStill, lineOffset, mapped, regionOffset } from './shapes.js';
import {
  type Displacement,
  ELEMENT_KINDS,
  type ElementEdit,
  type ElementKind,
  type HeadingChange,
  type KeyChange,
} from './types.js';

/** Ids of the new plan by those of the old one, for elements and levels whose id alone changed. */
export type Renames = ReadonlyMap<string, string>;

/** The edits of elements, and the ids that changed. */
export interface ElementEdits {
  readonly edits: readonly Omit<ElementEdit, 'number'>[];
  /** Ids of the new plan by those of the old one, for elements and levels whose id alone changed. */
  readonly renames: Renames;
}

/** Returns which elements were added, removed, moved, turned or otherwise changed, ordered by level, kind and id. */
export function elementEdits(old: Site, now: Site, frame: DiffFrame): ElementEdits {
  const levels = renamedLevels(old, now);
  const [before, after] = [planElements(old), planElements(now)];
  const renames = new Map(levels);
  const pairs: (readonly [DiffElement, DiffElement])[] = [];
  const key = ({ of, it }: DiffElement) => `${of} ${it.id}`;
  const known = new Map(after.map((element) => [key(element), element]));
  const [gone, kept] = [before.filter((one) => !known.has(key(one))), before.filter((one) => known.has(key(one)))];
  for (const one of kept) {
    const other = known.get(key(one));
    if (other !== undefined) pairs.push([one, other]);
    known.delete(key(one));
  }
  const { changesOf, ...comparing } = comparison(old, now, frame, renames);
  const left = new Set(known.values());
  // Openings first: a device that guards one names it.
  const search = renamedFinder(left, comparing);
  for (const one of [...gone].sort((a, b) => ELEMENT_KINDS.indexOf(a.of) - ELEMENT_KINDS.indexOf(b.of))) {
    const same = search(one);
    if (same === undefined) continue;
    left.delete(same);
    renames.set(one.it.id, same.it.id);
  }
  const byKey = new Map(after.map((element) => [key(element), element]));
  const edits = [
    ...gone.flatMap((one) => {
      const id = renames.get(one.it.id);
      const other = id === undefined ? undefined : byKey.get(`${one.of} ${id}`);
      return other === undefined ? [whole(one, 'removed')] : [{ ...whole(other, 'changed'), was: one.it.id }];
    }),
    ...[...left].map((one) => whole(one, 'added')),
    ...pairs.flatMap(([one, other]) => {
      const changes = changesOf(one, other);
      return changes === undefined ? [] : [{ ...whole(other, 'changed'), ...changes }];
    }),
  ];
  return { edits: inOrder(edits, old, now), renames };
}

/** Returns levels whose id changed: those with elements in common; of several, the first. */
function renamedLevels(old: Site, now: Site): Map<string, string> {
  const idsOf = ({ levels }: Site) => new Set(levels.map(({ id }) => id));
  const [before, after] = [idsOf(old), idsOf(now)];
  const come = new Map<string, number[]>();
  const free = now.levels.filter(({ id }) => !before.has(id));
  for (const [n, level] of free.entries()) {
    for (const id of idsOn(level)) {
      const known = come.get(id);
      if (known === undefined) come.set(id, [n]);
      else known.push(n);
    }
  }
  const found = new Map<string, string>();
  const taken = new Set<number>();
  for (const level of old.levels) {
    if (after.has(level.id)) continue;
    const shared = idsOn(level).flatMap((id) => come.get(id) ?? []);
    const first = shared.reduce((a, b) => (b < a && !taken.has(b) ? b : a), free.length);
    if (first === free.length) continue;
    taken.add(first);
    found.set(level.id, free[first].id);
  }
  return found;
}

function idsOn({ zones, walls, openings, devices, signs }: Level): string[] {
  return [...zones, ...walls, ...openings, ...devices, ...signs].map(({ id }) => id);
}

type Changes = Pick<ElementEdit, 'moved' | 'turned' | 'keys'>;

/**
 * Returns how elements are compared; its `changesOf` returns the differences of two, undefined if only their ids
 * differ.
 */
function comparison(old: Site, now: Site, { toNew }: DiffFrame, renames: Renames) {
  const [oldMetres, newMetres] = [fileMetres(old), fileMetres(now)];
  const [oldNorth, newNorth] = [old.north ?? 0, now.north ?? 0];
  const idOf = (id: string) => renames.get(id) ?? id;
  const moved = (offset: Point | undefined, from: Point, to: Point): Displacement | undefined =>
    offset === undefined || isStill(offset)
      ? undefined
      : { distance: Math.hypot(...offset), from: oldMetres(from), to: newMetres(to) };
  const keysOf = (element: DiffElement, isOld: boolean): ElementKeys => {
    switch (element.of) {
      case 'zone': {
        const keys = zoneKeys(element.it);
        const levels = keys.get('levels');
        return isOld && Array.isArray(levels) ? new Map([...keys, ['levels', levels.map(idOf).sort()]]) : keys;
      }
      case 'wall':
        return wallKeys(element.it);
      case 'sign':
        return signKeys(element.it);
      case 'opening':
        return openingKeys(element.it);
      case 'device': {
        const device = element.it;
        const keys = comparedKeys(device, isOld ? toNew : (point) => point, isOld ? oldNorth : newNorth);
        return isOld && device.opening !== undefined ? new Map([...keys, ['opening', idOf(device.opening)]]) : keys;
      }
    }
  };
  const changesOf = (one: DiffElement, other: DiffElement): Changes | undefined => {
    const lies = liesOf(one, other);
    const keys = [...lies.keys, ...changedKeys(one, other)];
    const isNothing = lies.moved === undefined && lies.turned.length + keys.length === 0;
    return isNothing ? undefined : { ...lies, keys };
  };
  return {
    changesOf,
    isSame: (one: DiffElement, other: DiffElement) => changesOf(one, other) === undefined,
    keysOf,
    levelOf: ({ level }: DiffElement, isOld: boolean) => (isOld ? idOf(level) : level),
    toNew,
    north: [oldNorth, newNorth] as const,
  };

  function changedKeys(one: DiffElement, other: DiffElement): KeyChange[] {
    const [from, to] = [keysOf(one, true), keysOf(other, false)];
    const level: KeyChange[] =
      idOf(one.level) === other.level ? [] : [{ key: 'level', from: one.level, to: other.level }];
    // An element without a lens has none of a lens's keys: they aren't listed one by one.
    const skips = lenses(one) !== lenses(other) && lenses(one) * lenses(other) === 0 ? LENS : undefined;
    const names = [...new Set([...from.keys(), ...to.keys()])].filter((key) => skips?.test(key) !== true);
    return [
      ...level,
      ...names.flatMap((key) =>
        isSameData(from.get(key), to.get(key)) || stays(key, one, other)
          ? []
          : [{ key, from: from.get(key), to: to.get(key) }],
      ),
    ];
  }

  /** Returns how an element lies now: moved, turned, or of another shape. */
  function liesOf(one: DiffElement, other: DiffElement): Changes {
    if (one.of === 'zone' && other.of === 'zone') {
      const offset = regionOffset(mapped(one.it.region, toNew), other.it.region);
      const rings = ({ region }: Zone, own: typeof oldMetres) =>
        [...region.rings, ...region.shadows].map((ring) => ring.map(own));
      if (offset !== undefined) return lying(moved(offset, firstOf(one.it), firstOf(other.it)));
      return lying(undefined, [{ key: 'polygon', from: rings(one.it, oldMetres), to: rings(other.it, newMetres) }]);
    }
    if ((one.of === 'wall' && other.of === 'wall') || (one.of === 'opening' && other.of === 'opening')) {
      const offset = lineOffset(one.it.line.map(toNew), other.it.line);
      if (offset !== undefined) return lying(moved(offset, one.it.line[0], other.it.line[0]));
      return lying(undefined, [{ key: 'line', from: one.it.line.map(oldMetres), to: other.it.line.map(newMetres) }]);
    }
    if ((one.of === 'device' && other.of === 'device') || (one.of === 'sign' && other.of === 'sign')) {
      const [x, y] = toNew(one.it.at);
      const offset: Point = [other.it.at[0] - x, other.it.at[1] - y];
      return turnedOf(one.it, other.it, moved(offset, one.it.at, other.it.at));
    }
    return lying(undefined);
  }

  function turnedOf(one: Device | Sign, other: Device | Sign, way: Displacement | undefined): Changes {
    const [from, to] = [headingsOf(one, oldNorth), headingsOf(other, newNorth)];
    const several = Math.max(from.length, to.length) > 1;
    const turned = to.flatMap((heading, n): HeadingChange[] => {
      const before = from[n];
      if (heading === undefined || before === undefined) return [];
      const by = signed(heading - before);
      return Math.abs(by) <= LEVEL
        ? []
        : [{ ...(several && { sensor: n + 1 }), by, from: tidy(before), to: tidy(heading) }];
    });
    const said = Array.from({ length: Math.max(from.length, to.length) }, (_, n): KeyChange[] => {
      const [before, heading] = [from[n], to[n]];
      if ((heading === undefined) === (before === undefined)) return [];
      const key = several ? `sensors[${n + 1}].heading` : 'heading';
      return [{ key, from: before && tidy(before), to: heading && tidy(heading) }];
    }).flat();
    return { ...lying(way, said), turned };
  }
}

function lying(moved: Displacement | undefined, keys: readonly KeyChange[] = []): Changes {
  return { ...(moved !== undefined && { moved }), turned: [], keys };
}

/**
 * True if a key has the same effect as before, written or not: another kind has other defaults, which nobody edited.
 */
function stays(key: string, one: DiffElement, other: DiffElement): boolean {
  const [from, to] = [one, other].map((element) => takenAs(key, element));
  return from !== undefined && from === to;
}

function takenAs(key: string, { of, it }: DiffElement): unknown {
  if (of === 'zone') return key === 'enclosed' ? it.enclosed : key === 'public' ? it.public : undefined;
  if (of === 'device') return key === 'video' ? it.video : key === 'audio' ? it.audio : undefined;
  return undefined;
}

/** Degrees: a smaller difference is no turn. */
const LEVEL = 1e-6;

/** Keys that only an element with a lens has. */
const LENS = /^(?:sensors|(?:sensors\[\d+\]\.)?(?:form|tilt|roll|hfov|vfov|resolution|varifocal|ptz)\b)/;

function lenses(element: DiffElement): number {
  return element.of === 'device' ? element.it.lenses.length : 0;
}

function firstOf({ region }: Zone): Point {
  return region.rings[0]?.[0] ?? [0, 0];
}

/** Returns degrees in (−180, 180]. */
function signed(degrees: number): number {
  const turn = bearing(degrees);
  return tidy(turn > 180 ? turn - 360 : turn);
}

/** Returns degrees without the last bits of arithmetic. */
function tidy(degrees: number): number {
  return Number(degrees.toFixed(6)) + 0;
}

function whole({ of, it, level }: DiffElement, change: ElementEdit['change']): Omit<ElementEdit, 'number'> {
  return {
    of: 'element',
    element: of,
    change,
    id: it.id,
    name: of === 'wall' ? undefined : it.name,
    kind: of === 'wall' || of === 'sign' ? undefined : it.kind,
    level,
    turned: [],
    keys: [],
    side: change === 'removed' ? 'old' : 'new',
    place: it.place,
  };
}

/** Returns the edits by level, kind of element and id. */
function inOrder<T extends Omit<ElementEdit, 'number'>>(edits: readonly T[], old: Site, now: Site): T[] {
  const levels = new Map([...new Set([...now.levels, ...old.levels].map(({ id }) => id))].map((id, n) => [id, n]));
  const place = (level: string) => levels.get(level) ?? -1;
  const rank = (kind: ElementKind) => ELEMENT_KINDS.indexOf(kind);
  return [...edits].sort(
    (a, b) =>
      place(a.level) - place(b.level) ||
      rank(a.element) - rank(b.element) ||
      byCodeUnit(a.id, b.id) ||
      byCodeUnit(a.change, b.change),
  );
}
