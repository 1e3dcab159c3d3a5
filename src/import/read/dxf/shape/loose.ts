// Groups loose lines and arcs into doors and windows.

import type { Point, Segment } from '../../../../geometry/types.js';
import { distance } from '../../../../geometry/vector.js';
import { isLeaf, isLeafTo, type OpeningDrawing, SHORTEST, segmentsOf } from './openings.js';
import type { Swing } from './outline.js';

/** A line, polyline or arc drawn outside a block on a layer of doors or windows, in m. */
export interface LoosePart {
  readonly lines: readonly (readonly Point[])[];
  readonly swings: readonly Swing[];
}

/** Parts that form one door or window; its id comes from `first`. */
export interface LooseOpening<P extends LoosePart> {
  readonly first: P;
  readonly parts: readonly P[];
  readonly drawing: OpeningDrawing;
}

/** Result of grouping loose parts. */
export interface Loose<P extends LoosePart> {
  readonly openings: readonly LooseOpening<P>[];
  /** Arcs that are no door swing; reveals and thresholds across the wall. */
  readonly rest: readonly P[];
}

/** Greatest distance in m between the outer lines of a window. */
const DEEPEST = 0.4;

/** Groups parts that a block would hold together: an arc with its leaf, and the parallel lines of a window. */
export function gathered<P extends LoosePart>(parts: readonly P[]): Loose<P> {
  const used = new Set<P>();
  const openings: LooseOpening<P>[] = [];
  const take = (first: P, more: readonly P[]): void => {
    const all = [first, ...more.filter((part) => part !== first)];
    for (const part of all) used.add(part);
    const lines = all.flatMap((part) => part.lines);
    const swings = all.flatMap((part) => part.swings);
    openings.push({ first, parts: all, drawing: { lines, swings } });
  };
  for (const part of parts) {
    const swings = part.swings.filter(isLeaf);
    if (used.has(part) || swings.length === 0) continue;
    const leaves = parts.filter((other) => !used.has(other) && other !== part && other.swings.length === 0);
    const own = leaves.filter((leaf) => swings.some((swing) => isLeafOf(leaf, swing)));
    take(part, own);
  }
  const rest: P[] = [];
  for (const part of parts) {
    if (used.has(part)) continue;
    const line = longest(part);
    if (part.swings.length > 0 || line === undefined || distance(line.a, line.b) < SHORTEST) {
      used.add(part);
      rest.push(part);
      continue;
    }
    const beside = parts.filter((other) => !used.has(other) && other.swings.length === 0 && isBeside(line, other));
    take(part, beside);
  }
  return { openings, rest };
}

function isLeafOf(part: LoosePart, { hinge, ends }: Swing): boolean {
  return part.lines.flatMap(segmentsOf).some((segment) => ends.some((end) => isLeafTo(segment, hinge, end)));
}

function longest({ lines }: LoosePart): Segment | undefined {
  let best: Segment | undefined;
  for (const segment of lines.flatMap(segmentsOf)) {
    if (best === undefined || distance(segment.a, segment.b) > distance(best.a, best.b)) best = segment;
  }
  return best;
}

/** True if a part runs beside a line for most of its length. */
function isBeside({ a, b }: Segment, part: LoosePart): boolean {
  const other = longest(part);
  if (other === undefined) return false;
  const length = distance(a, b);
  const [ux, uy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
  const place = ([x, y]: Point): readonly [number, number] => [
    (x - a[0]) * ux + (y - a[1]) * uy,
    (y - a[1]) * ux - (x - a[0]) * uy,
  ];
  const [[sa, da], [sb, db]] = [place(other.a), place(other.b)];
  const both = Math.min(length, Math.max(sa, sb)) - Math.max(0, Math.min(sa, sb));
  return Math.max(Math.abs(da), Math.abs(db)) <= DEEPEST && both >= 0.8 * Math.max(length, distance(other.a, other.b));
}
