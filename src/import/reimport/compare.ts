// Differences between two imports of a building.

import { areaOfRegion } from '../../geometry/shapes/ring.js';
import { distanceToSegment } from '../../geometry/shapes/segment.js';
import type { Point } from '../../geometry/types.js';
import { type ImportFrame, roundedTo } from '../frame.js';
import type { ElementSort } from '../support/ids.js';
import { type FileElement, type FileGeometry, linesOf } from './previous.js';

/** An imported element by the facts that people recognise it by: id, level, kind and name. */
export interface ImportedElement {
  readonly id: string;
  readonly level: string;
  readonly kind?: string;
  readonly name?: string;
}

/** A key of an element with its value in the earlier import and in the new one; undefined: the key is absent there. */
export interface ImportKeyChange {
  readonly key: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** An element that differs from the earlier import. */
export interface ChangedElement extends ImportedElement {
  /** Changed keys in their order, `level` included. */
  readonly keys: readonly ImportKeyChange[];
  /** Greatest distance in m between the old and the new shape; undefined if the shape is unchanged. */
  readonly moved?: number;
  /** Area in m² before and after, if a zone's area changed. */
  readonly area?: readonly [number, number];
  /** True if geometry was added, false if it was lost; undefined if neither. */
  readonly drawn?: boolean;
}

/** Changes of the elements of one kind (zones, walls, openings or devices) from the earlier import to the new one. */
export interface SortChanges {
  readonly came: readonly ImportedElement[];
  readonly went: readonly ImportedElement[];
  readonly changed: readonly ChangedElement[];
  /** Number of unchanged elements. */
  readonly same: number;
}

/** Changes to the geometry file by a re-import: by kind of element, each in file order. */
export type ImportChanges = Readonly<Record<ElementSort, SortChanges>>;

/** Kinds of elements in a geometry file, in report order. */
export const ELEMENT_SORTS = ['zone', 'wall', 'opening', 'device'] as const satisfies readonly ElementSort[];

/** Greatest distance in m that counts as unmoved: file coordinates are rounded by less. */
const UNMOVED = 0.001;

/** Area difference in m² that counts as none. */
const SAME_AREA = 0.01;

/**
 * Returns what became of the elements of a geometry file, matched by plan id.
 *
 * @param frame frame of the present import; the earlier file has the same coordinate system
 */
export function compareImports(
  before: readonly FileElement[],
  after: readonly FileElement[],
  frame: Pick<ImportFrame, 'system' | 'toMetres'>,
): ImportChanges {
  const of = (sort: ElementSort): SortChanges => {
    const old = new Map(before.flatMap((one) => (one.element === sort ? [[one.id, one] as const] : [])));
    const now = new Map(after.flatMap((one) => (one.element === sort ? [[one.id, one] as const] : [])));
    const pairs = [...now.values()].flatMap((one) => {
      const was = old.get(one.id);
      return was === undefined ? [] : [[was, one] as const];
    });
    const changed = pairs.flatMap(([was, is]) => changeOf(was, is, frame) ?? []);
    return {
      came: [...now.values()].filter(({ id }) => !old.has(id)).map(named),
      went: [...old.values()].filter(({ id }) => !now.has(id)).map(named),
      changed,
      same: pairs.length - changed.length,
    };
  };
  return { zone: of('zone'), wall: of('wall'), opening: of('opening'), device: of('device') };
}

/** True if nothing came, went or changed. */
export function isUnchanged(changes: ImportChanges): boolean {
  return ELEMENT_SORTS.every((sort) => {
    const { came, went, changed } = changes[sort];
    return came.length + went.length + changed.length === 0;
  });
}

function named({ id, level, keys }: FileElement): ImportedElement {
  const { kind, name } = keys;
  return {
    id,
    level,
    ...(typeof kind === 'string' ? { kind } : {}),
    ...(typeof name === 'string' ? { name } : {}),
  };
}

function changeOf(
  was: FileElement,
  is: FileElement,
  frame: Pick<ImportFrame, 'system' | 'toMetres'>,
): ChangedElement | undefined {
  const [old, now] = [
    { level: was.level, ...was.keys },
    { level: is.level, ...is.keys },
  ].map((keys): ReadonlyMap<string, unknown> => new Map(Object.entries(keys)));
  const keys = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])].flatMap((key): ImportKeyChange[] => {
    const [from, to] = [old?.get(key), now?.get(key)];
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ key, from, to }];
  });
  const shape = shapeChange(was.geometry, is.geometry, frame);
  return keys.length === 0 && shape === undefined ? undefined : { ...named(is), keys, ...shape };
}

function shapeChange(
  was: FileGeometry | null,
  is: FileGeometry | null,
  frame: Pick<ImportFrame, 'system' | 'toMetres'>,
): Pick<ChangedElement, 'moved' | 'area' | 'drawn'> | undefined {
  if (JSON.stringify(was) === JSON.stringify(is)) return undefined;
  if (was === null || is === null) return { drawn: is !== null };
  const [old, now] = [linesOf(was, frame), linesOf(is, frame)];
  const moved = Math.max(farthest(old, now), farthest(now, old));
  const [before, after] = [areaOf(was, old), areaOf(is, now)];
  const area =
    Math.abs(before - after) > SAME_AREA ? ([roundedTo(before, 2), roundedTo(after, 2)] as const) : undefined;
  if (moved <= UNMOVED && area === undefined) return undefined;
  return { moved: roundedTo(moved, 4), ...(area === undefined ? {} : { area }) };
}

/** Returns the distance in m from the farthest point of `lines` to `others`. */
function farthest(lines: readonly (readonly Point[])[], others: readonly (readonly Point[])[]): number {
  let most = 0;
  for (const point of lines.flat()) {
    let least = Number.POSITIVE_INFINITY;
    for (const line of others) {
      for (const [index, a] of line.entries())
        least = Math.min(least, distanceToSegment(point, { a, b: line[index + 1] ?? a }));
    }
    most = Math.max(most, least);
  }
  return most;
}

function areaOf({ type }: FileGeometry, [outer, ...holes]: readonly (readonly Point[])[]): number {
  return type !== 'Polygon' || outer === undefined ? 0 : areaOfRegion({ rings: [outer], shadows: holes });
}
