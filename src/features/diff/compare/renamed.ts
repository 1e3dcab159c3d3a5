// Finds elements of the old plan that have another id in the new one and are otherwise the same.

import { spendBudget } from '../../../base/budget.js';
import { canonicalJson } from '../../../base/equality.js';
import { boxOfRings } from '../../../geometry/index.js';
import { BY_KIND, type DiffElement, headingsOf, keysOf, pointsOf, type Side } from './element.js';
import { STILL } from './shapes.js';

/**
 * How a renamed element is recognised: a test that two elements are otherwise the same, and for each plan how its ids
 * and points become those of the new one.
 */
export interface Comparing {
  /** True if nothing differs but perhaps their ids. */
  readonly isSame: (one: DiffElement, other: DiffElement) => boolean;
  readonly old: Side;
  readonly new: Side;
}

/**
 * Returns a function that finds, for an element of the old plan, the first new element of `come` that differs only in
 * its id. Each is found once. Only elements at the same place with the same keys are compared, so that the time for
 * each doesn't grow with their number.
 */
export function renamedFinder(
  come: Iterable<DiffElement>,
  comparing: Comparing,
): (gone: DiffElement) => DiffElement | undefined {
  const places = new Map<string, Map<DiffElement, number>>();
  let order = 0;
  for (const element of come) {
    const key = [saidOf(element, comparing.new), ...figuresOf(element, comparing.new).map(cellOf)].join('\0');
    const here = places.get(key) ?? new Map<DiffElement, number>();
    places.set(key, here.set(element, order));
    order += 1;
  }
  return (gone) => {
    let found: { readonly element: DiffElement; readonly order: number } | undefined;
    const cells = figuresOf(gone, comparing.old).map(cellsAbout);
    const keys = cells.reduce(
      (heads, tails) => heads.flatMap((head) => tails.map((tail) => `${head}\0${tail}`)),
      [saidOf(gone, comparing.old)],
    );
    const here = keys.flatMap((key) => places.get(key) ?? []);
    for (const place of here) {
      for (const [element, order] of place) {
        if (found !== undefined && order > found.order) break;
        spendBudget(COMPARED * pointsOf(element).length);
        if (!comparing.isSame(gone, element)) continue;
        found = { element, order };
        break;
      }
    }
    for (const place of here) if (found !== undefined) place.delete(found.element);
    return found?.element;
  };
}

/** Work budget for each corner that is compared with another's. */
const COMPARED = 10;

/** Returns a key of what must be equal in both plans: without keys that may be left to the defaults of a kind. */
function saidOf(element: DiffElement, side: Side): string {
  const keys = [...keysOf(element, side)].filter(([key]) => !BY_KIND.has(key));
  return canonicalJson([element.of, side.idOf(element.level), Object.fromEntries(keys)]);
}

/** A figure that two elements share up to the precision with which they are compared. */
interface Figure {
  readonly value: number;
  /** Figures are kept by cells of this size. */
  readonly cell: number;
  readonly precision: number;
}

/** Returns where an element lies and which way it looks. */
function figuresOf(element: DiffElement, { toNew, north }: Side): Figure[] {
  const [heading] = headingsOf(element, north);
  const turn = heading === undefined ? [] : [Math.cos(heading * RADIANS), Math.sin(heading * RADIANS)];
  return [
    // Points that don't count as corners may stick out a little.
    ...Object.values(boxOfRings([pointsOf(element).map(toNew)]) ?? {}).map(
      (value): Figure => ({ value, cell: 1000 * STILL, precision: 5 * STILL }),
    ),
    ...turn.map((value): Figure => ({ value, cell: 1e-4, precision: 1e-7 })),
  ];
}

const RADIANS = Math.PI / 180;

function cellOf({ value, cell }: Figure): string {
  return String(Math.floor(value / cell));
}

/** Returns the cells in which the other element's figure may be. */
function cellsAbout({ value, cell, precision }: Figure): string[] {
  const about = [value - precision, value + precision].map((at) => cellOf({ value: at, cell, precision }));
  return [...new Set(about)];
}
