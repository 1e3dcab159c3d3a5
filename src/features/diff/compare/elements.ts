// The edits of drawn elements: added, removed, renamed, moved, turned or changed.
import { listsOf } from '../../../base/arrays.js';
import { byCodeUnit } from '../../../base/order.js';
import type { Level, Site } from '../../../plan/model.js';
import { bearing } from '../../../plan/read/frame.js';
import {
  BY_KIND,
  type DiffElement,
  elementKey,
  headingsOf,
  isSameData,
  keysOf,
  linesOf,
  offsetOf,
  planElements,
  pointsOf,
  type Side,
} from './element.js';
import { type DiffFrame, fileMetres } from './frame.js';
import { renamedFinder } from './renamed.js';
import { isStill } from './shapes.js';
import { ELEMENT_KINDS, type ElementEdit, type ElementKind, type HeadingChange, type KeyChange } from './types.js';

/** Ids of the new plan by those of the old one, for elements and levels whose id alone changed. */
export type Renames = ReadonlyMap<string, string>;

/** Edits of elements from the old plan to the new one, and the elements whose id alone changed. */
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
  const byKey = new Map(after.map((element) => [elementKey(element), element]));
  const gone = before.filter((one) => !byKey.has(elementKey(one)));
  const left = new Set(byKey.values());
  const pairs = before.flatMap((one) => {
    const other = byKey.get(elementKey(one));
    return other !== undefined && left.delete(other) ? [[one, other] as const] : [];
  });
  const same = <T>(one: T) => one;
  const [from, to]: readonly [Side, Side] = [
    {
      idOf: (id) => renames.get(id) ?? id,
      toNew: frame.toNew,
      toFile: fileMetres(old),
      north: old.north ?? 0,
    },
    { idOf: same, toNew: same, toFile: fileMetres(now), north: now.north ?? 0 },
  ];
  const isSame = (one: DiffElement, other: DiffElement) => changesOf(one, other, from, to) === undefined;
  // Openings first: a device that guards one names it.
  const search = renamedFinder(left, { isSame, old: from, new: to });
  for (const one of [...gone].sort((a, b) => ELEMENT_KINDS.indexOf(a.of) - ELEMENT_KINDS.indexOf(b.of))) {
    const same = search(one);
    if (same === undefined) continue;
    left.delete(same);
    renames.set(one.it.id, same.it.id);
  }
  const edits = [
    ...gone.flatMap((one) => {
      const id = renames.get(one.it.id);
      const other = id === undefined ? undefined : byKey.get(`${one.of} ${id}`);
      return other === undefined ? [whole(one, 'removed')] : [{ ...whole(other, 'changed'), was: one.it.id }];
    }),
    ...[...left].map((one) => whole(one, 'added')),
    ...pairs.flatMap(([one, other]) => {
      const changes = changesOf(one, other, from, to);
      return changes === undefined ? [] : [{ ...whole(other, 'changed'), ...changes }];
    }),
  ];
  return { edits: inOrder(edits, old, now), renames };
}

/** Returns levels whose id changed: those with elements in common; of several, the first. */
function renamedLevels(old: Site, now: Site): Map<string, string> {
  const idsOf = ({ levels }: Site) => new Set(levels.map(({ id }) => id));
  const [before, after] = [idsOf(old), idsOf(now)];
  const free = now.levels.filter(({ id }) => !before.has(id));
  const come = listsOf(free.flatMap((level, n) => idsOn(level).map((id) => [id, n] as const)));
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

function idsOn(level: Level): string[] {
  return planElements({ levels: [level] }).map(({ it }) => it.id);
}

type Changes = Pick<ElementEdit, 'moved' | 'turned' | 'keys'>;

/** Returns how an element of the old plan differs from one of the new; undefined if only their ids do. */
function changesOf(one: DiffElement, other: DiffElement, from: Side, to: Side): Changes | undefined {
  const { turned, keys: headings } = turnsOf(headingsOf(one, from.north), headingsOf(other, to.north));
  const offset = offsetOf(one, other, from.toNew);
  const shape = (element: DiffElement, { toFile }: Side) => {
    const lines = linesOf(element).map((line) => line.map(toFile));
    return element.of === 'zone' ? lines : lines[0];
  };
  const reshaped = () => ({
    key: one.of === 'zone' ? 'polygon' : 'line',
    from: shape(one, from),
    to: shape(other, to),
  });
  const [start = [0, 0]] = pointsOf(one);
  const [end = [0, 0]] = pointsOf(other);
  const moved =
    offset === undefined || isStill(offset)
      ? undefined
      : { distance: Math.hypot(...offset), from: from.toFile(start), to: to.toFile(end) };
  const keys = [...(offset === undefined ? [reshaped()] : []), ...headings, ...changedKeys(one, other, from, to)];
  if (moved === undefined && turned.length + keys.length === 0) return undefined;
  return { ...(moved && { moved }), turned, keys };
}

function changedKeys(one: DiffElement, other: DiffElement, old: Side, now: Side): KeyChange[] {
  const [from, to] = [keysOf(one, old), keysOf(other, now)];
  const level: KeyChange[] =
    old.idOf(one.level) === other.level ? [] : [{ key: 'level', from: one.level, to: other.level }];
  // An element without a lens has none of a lens's keys: they aren't listed one by one.
  const skips = lenses(one) !== lenses(other) && lenses(one) * lenses(other) === 0 ? LENS : undefined;
  const names = [...new Set([...from.keys(), ...to.keys()])].filter((key) => skips?.test(key) !== true);
  // A key has the same effect as before, written or not: another kind has other defaults, which nobody edited.
  const stays = (key: string) =>
    BY_KIND.has(key) && key !== 'public' && Reflect.get(one.it, key) === Reflect.get(other.it, key);
  return [
    ...level,
    ...names.flatMap((key) =>
      isSameData(from.get(key), to.get(key)) || stays(key) ? [] : [{ key, from: from.get(key), to: to.get(key) }],
    ),
  ];
}

type Headings = readonly (number | undefined)[];

/** Returns the turns of lenses and signs, and as keys the headings that only one plan has. */
function turnsOf(from: Headings, to: Headings): { readonly turned: HeadingChange[]; readonly keys: KeyChange[] } {
  const turned: HeadingChange[] = [];
  const keys: KeyChange[] = [];
  const count = Math.max(from.length, to.length);
  for (let n = 0; n < count; n += 1) {
    const [before, after] = [from[n], to[n]].map((heading) => heading && tidy(heading));
    if ((before === undefined) !== (after === undefined)) {
      keys.push({ key: count > 1 ? `sensors[${n + 1}].heading` : 'heading', from: before, to: after });
    }
    if (before === undefined || after === undefined) continue;
    const by = signed((to[n] ?? 0) - (from[n] ?? 0));
    if (Math.abs(by) > LEVEL) turned.push({ ...(count > 1 && { sensor: n + 1 }), by, from: before, to: after });
  }
  return { turned, keys };
}

/** Degrees: a smaller difference is no turn. */
const LEVEL = 1e-6;

/** Keys that only an element with a lens has. */
const LENS = /^(?:sensors|(?:sensors\[\d+\]\.)?(?:form|tilt|roll|hfov|vfov|resolution|varifocal|ptz)\b)/;

function lenses(element: DiffElement): number {
  return element.of === 'device' ? element.it.lenses.length : 0;
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
