// Door leaves: an arc with a line from its centre to one of its ends.

import { addTo } from '../../../../base/arrays.js';
import { spendBudget } from '../../../../base/budget.js';
import type { Point, Segment } from '../../../../geometry/types.js';
import { distance } from '../../../../geometry/vector.js';
import type { Swing } from '../../../draft.js';

/** Sweep in degrees of an arc that a door may draw: ajar, or open beyond a right angle. Chosen by sitecam. */
const SWEEP = [8, 135] as const;

/** Distance of a leaf's ends from hinge and end of the arc, as shares of the radius. Leaves have a thickness. */
const HINGE_OFF = 0.15;
const END_OFF = 0.12;

/** Returns the radius of an arc, in the unit of its points. */
export function radiusOf({ hinge, ends }: Swing): number {
  return distance(hinge, ends[0]);
}

/**
 * Returns those of `swings` that turn by 8° to 135° and have a leaf among `strokes`: a line from about the hinge to an
 * end of the arc.
 */
export function withLeaf<S extends Swing>(swings: readonly S[], strokes: readonly Segment[]): S[] {
  const arcs = swings.filter((swing) => radiusOf(swing) > 0 && isSwept(swing));
  if (arcs.length === 0) return [];
  spendBudget(strokes.length + 20 * arcs.length);
  const radii = arcs.map(radiusOf).sort((a, b) => a - b);
  // Cells of a quarter of the middle radius: a search looks at the few that its own radius reaches.
  const cell = radii[Math.floor(radii.length / 2)] / 4;
  const ends = new Map<string, { readonly near: Point; readonly far: Point }[]>();
  const cellOf = ([x, y]: Point): readonly [number, number] => [Math.floor(x / cell), Math.floor(y / cell)];
  const wanted = new Set<string>();
  const around = (arc: S, [x, y]: Point): string[] => {
    const off = END_OFF * radiusOf(arc);
    if (off > MOST_CELLS * cell) return [];
    const [[x0, y0], [x1, y1]] = [cellOf([x - off, y - off]), cellOf([x + off, y + off])];
    const keys: string[] = [];
    for (let i = x0; i <= x1; i += 1) for (let j = y0; j <= y1; j += 1) keys.push(`${i} ${j}`);
    return keys;
  };
  for (const arc of arcs) for (const end of arc.ends) for (const key of around(arc, end)) wanted.add(key);
  for (const { a, b } of strokes) {
    for (const [near, far] of [
      [a, b],
      [b, a],
    ]) {
      const key = cellOf(near).join(' ');
      if (wanted.has(key) && (ends.get(key)?.length ?? 0) < MOST_ENDS) addTo(ends, key, { near, far });
    }
  }
  return arcs.filter((arc) => {
    const radius = radiusOf(arc);
    return arc.ends.some((end) =>
      around(arc, end).some((key) =>
        counted(ends.get(key) ?? []).some(
          ({ near, far }) => distance(near, end) < END_OFF * radius && distance(far, arc.hinge) < HINGE_OFF * radius,
        ),
      ),
    );
  });
}

/** Cells that a search reaches to each side; an arc that is so much larger than the others is no door. */
const MOST_CELLS = 6;

/** Ends of strokes that are kept of a cell. More lie only in hatches, and in drawings made to take time. */
const MOST_ENDS = 200;

function isSwept({ hinge, ends: [one, other] }: Swing): boolean {
  const chord = distance(one, other) / (2 * distance(hinge, one));
  const degrees = (2 * Math.asin(Math.min(1, chord)) * 180) / Math.PI;
  return degrees >= SWEEP[0] && degrees <= SWEEP[1];
}

/** Counts the steps of a search through `list`, and returns it. */
function counted<T>(list: readonly T[]): readonly T[] {
  spendBudget(list.length);
  return list;
}
