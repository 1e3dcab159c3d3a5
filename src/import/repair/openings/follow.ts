// Moves openings along with walls that a repair has moved.

import { nearestOnSegment } from '../../../geometry/shapes/segment.js';
import type { Point, Segment } from '../../../geometry/types.js';
import { distance } from '../../../geometry/vector.js';
import { metres } from '../../../i18n/number.js';
import type { DraftOpening, DraftZone, PlanDraft } from '../../draft.js';
import type { Note } from '../../notes.js';
import { type EdgesNear, edgesOf } from '../../openings/edges.js';
import { note } from '../rings/rings.js';
import { OPENING_REACH, OVERLAP } from '../tolerances.js';

/**
 * Moves openings along with room edges that moved when overlaps were cut: no repair may take a door out of its wall. An
 * opening that also lies in another wall stays.
 */
export function follow(
  openings: readonly DraftOpening[],
  before: readonly DraftZone[],
  { zones, walls }: Pick<PlanDraft, 'zones' | 'walls'>,
): { readonly openings: readonly DraftOpening[]; readonly notes: readonly Note[] } {
  const cut = before.filter((zone, index) => zone !== zones[index]);
  if (cut.length === 0) return { openings, notes: [] };
  const was = edgesOf({ zones: cut, walls: [] });
  const is = edgesOf({ zones, walls });
  const notes: Note[] = [];
  const followed = openings.map((opening): DraftOpening => {
    const { shape, level } = opening;
    if (shape.type === 'patch') return opening;
    const points = shape.type === 'line' ? shape.line : [shape.at];
    const lay = (edges: EdgesNear, reach: number) => points.map((at) => nearest(at, edges, level, reach));
    if (!lay(was, OPENING_REACH).every(isThere) || lay(is, OPENING_REACH).every(isThere)) return opening;
    const moved = lay(is, OVERLAP + OPENING_REACH).filter(isThere);
    const [a, b = a] = moved;
    if (moved.length < points.length || a === undefined || b === undefined) return opening;
    const size = Math.max(...moved.map((to, index) => distance(to, points[index] ?? to)));
    const said = note(opening, 'mended', 'repair/opening-follows', a, { size: metres(size, 3) });
    notes.push({ ...said, size });
    return { ...opening, shape: shape.type === 'line' ? { type: 'line', line: [a, b] } : { ...shape, at: a } };
  });
  return { openings: followed, notes };
}

function isThere<T>(value: T | undefined): value is T {
  return value !== undefined;
}

/** Returns the nearest point of the edges to `at`; undefined if none is within `reach` m. */
function nearest(at: Point, edges: EdgesNear, level: string, reach: number): Point | undefined {
  const here: Segment = { a: at, b: at };
  let best: Point | undefined;
  for (const edge of edges(level, here, reach)) {
    const found = nearestOnSegment(at, edge);
    if (distance(at, found) <= Math.min(reach, best === undefined ? reach : distance(at, best))) best = found;
  }
  return best;
}
