import type { Point } from '../../../geometry/types.js';
import type { DraftElement } from '../../draft.js';
import type { Note } from '../../notes.js';
import { note } from './rings.js';
import { zoneLevels } from './room.js';

/** What is drawn, and what else two drawings of one thing must have in common. */
export interface ElementShape {
  /** Lines are the same either way round, rings from wherever they start. */
  readonly shape: 'line' | 'ring';
  readonly lines: readonly (readonly Point[])[];
  /** Spelled out: two that differ in it aren't one thing drawn twice. */
  readonly means: string;
}

export interface Unrepeated<E> {
  readonly elements: readonly E[];
  readonly notes: readonly Note[];
}

/**
 * Drops what is drawn twice on one storey and means the same: the first stays. Where the two differ in what they mean
 * both stay, which is for a person to settle; what stands on another storey as well is taken for a stacked one.
 *
 * @param unlike what it is where they differ: `refused` where the plan can't have both
 */
export function withoutRepeated<E extends DraftElement>(
  elements: readonly E[],
  drawingOf: (element: E) => ElementShape | undefined,
  unlike: Note['sort'],
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
    // What a source says to be on several storeys is no second drawing.
    const elsewhere = before.find(({ element: other }) => !isOfOne(other, element));
    const same = here.find(({ element: other, means }) => means === drawing.means && covers(other, levels));
    const at = leastOf(drawing.lines[0] ?? []);
    const told = (sort: Note['sort'], message: string, other: E): void => {
      const params = { other: other.id, level: other.level };
      notes.push({ ...note(element, sort, message, at, params), ids: [element.id, other.id] });
    };
    if (same !== undefined) told('mended', 'repair/repeated', same.element);
    else if (here[0] !== undefined) told(unlike, 'repair/repeated-unlike', here[0].element);
    else if (elsewhere !== undefined) told('assumed', 'repair/repeated-elsewhere', elsewhere.element);
    if (same !== undefined) continue;
    before.push({ element, means: drawing.means });
    kept.push(element);
  }
  return { elements: kept, notes };
}

/** Whether two elements are of one thing in the source. */
function isOfOne({ origin: one }: DraftElement, { origin: other }: DraftElement): boolean {
  return one.path === other.path && one.pointer === other.pointer;
}

/** Whether `element` is on all of `levels`. */
function covers(element: DraftElement, levels: readonly string[]): boolean {
  const own = zoneLevels(element);
  return levels.every((level) => own.includes(level));
}

/** The westernmost, then southernmost point: the same wherever and whichever way a drawing starts. */
function leastOf(points: readonly Point[]): Point | undefined {
  return points.toSorted(([x, y], [u, v]) => x - u || y - v)[0];
}

/** Equal for drawings whose points are the same to a tenth of a millimetre. */
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

/** What a zone, wall or opening means besides where it is. */
export function meaningOf(kind: string, name: string | undefined, keys: Readonly<Record<string, unknown>>): string {
  return JSON.stringify([kind, name ?? null, Object.entries(keys).sort(([a], [b]) => (a < b ? -1 : 1))]);
}
