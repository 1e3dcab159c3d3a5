// Elements that a source draws twice.

import type { Point } from '../../../geometry/types.js';
import type { DraftElement } from '../../draft.js';
import type { Note } from '../../notes.js';
import { t } from '../texts.js';
import { note } from './rings.js';
import { zoneLevels } from './room.js';

/** The shape of an element and its meaning, to compare two drawings. */
interface ElementShape {
  /** Lines are equal in either direction, rings from any start. */
  readonly shape: 'line' | 'ring';
  readonly lines: readonly (readonly Point[])[];
  /** Meaning as text. Elements that differ in it are two things. */
  readonly means: string;
}

/** Elements without repetitions, with notes. */
interface Unrepeated<E> {
  readonly elements: readonly E[];
  readonly notes: readonly Note[];
}

/**
 * Drops elements that are drawn twice on one storey with the same meaning; the first stays. Two with different meanings
 * both stay, with a note, for a person to decide. An element that equals one on another storey stays too, with a note
 * unless both come from one thing in the source or its level is of a building model.
 *
 * @param drawingOf returns the shape and the meaning to compare; undefined for an element that stays in any case
 * @param unlike sort of the note if the meanings differ: `refused` if the plan can't have both
 * @param models levels of building models, which say themselves what is on which storey
 */
export function withoutRepeated<E extends DraftElement>(
  elements: readonly E[],
  drawingOf: (element: E) => ElementShape | undefined,
  unlike: Note['sort'],
  models: ReadonlySet<string> = new Set(),
): Unrepeated<E> {
  const known = new Map<string, { element: E; means: string }[]>();
  const notes: Note[] = [];
  const kept: E[] = [];
  for (const element of elements) {
    const drawing = drawingOf(element);
    if (drawing === undefined) {
      kept.push(element);
      continue;
    }
    const key = keyOf(drawing);
    const before = known.get(key) ?? [];
    known.set(key, before);
    const levels = zoneLevels(element);
    const here = before.filter((other) => zoneLevels(other.element).some((level) => levels.includes(level)));
    // One thing that the source puts on several storeys isn't drawn twice.
    const elsewhere = models.has(element.level)
      ? undefined
      : before.find(({ element: other }) => !isOfOne(other, element));
    const same = here.find(({ element: other, means }) => means === drawing.means && covers(other, levels));
    const at = leastOf(drawing.lines[0] ?? []);
    const told = (sort: Note['sort'], what: 'repeated' | 'repeated-unlike' | 'repeated-elsewhere', other: E): void => {
      const message = t[what]({ id: element.id, other: other.id });
      notes.push({ ...note(element, sort, message, at), ids: [element.id, other.id] });
    };
    if (same !== undefined) told('mended', 'repeated', same.element);
    else if (here[0] !== undefined) told(unlike, 'repeated-unlike', here[0].element);
    else if (elsewhere !== undefined) told('assumed', 'repeated-elsewhere', elsewhere.element);
    if (same !== undefined) continue;
    before.push({ element, means: drawing.means });
    kept.push(element);
  }
  return { elements: kept, notes };
}

/** True if two elements come from one thing in the source. */
function isOfOne({ origin: one }: DraftElement, { origin: other }: DraftElement): boolean {
  return one.path === other.path && one.pointer === other.pointer;
}

/** True if `element` is on all of `levels`. */
function covers(element: DraftElement, levels: readonly string[]): boolean {
  const own = zoneLevels(element);
  return levels.every((level) => own.includes(level));
}

/**
 * Returns the westernmost, then southernmost point, which doesn't depend on start or direction; undefined if there is
 * none.
 */
function leastOf(points: readonly Point[]): Point | undefined {
  return points.toSorted(([x, y], [u, v]) => x - u || y - v)[0];
}

/** Returns a key that is equal for shapes whose points agree to 0.1 mm. */
function keyOf({ shape, lines }: ElementShape): string {
  const spelled = lines.map((line) => {
    const points = line.map(([x, y]) => `${Math.round(x * 1e4) + 0},${Math.round(y * 1e4) + 0}`);
    const ways = [points, points.toReversed()].map((way) => (shape === 'ring' ? fromLeast(way) : way).join(' '));
    return ways.sort()[0];
  });
  return [shape, spelled[0], ...spelled.slice(1).sort()].join('|');
}

function fromLeast(points: readonly string[]): readonly string[] {
  const least = points.reduce((best, point, index) => (point < (points[best] ?? point) ? index : best), 0);
  return [...points.slice(least), ...points.slice(0, least)];
}

/** Returns kind, name and keys of an element as one text, for comparison. */
export function meaningOf(kind: string, name: string | undefined, keys: Readonly<Record<string, unknown>>): string {
  return JSON.stringify([kind, name ?? null, Object.entries(keys).sort(([a], [b]) => (a < b ? -1 : 1))]);
}
