// The stage that repairs zones and walls.

import { nearestOnSegment } from '../../../geometry/shapes/segment.js';
import type { Point, Segment } from '../../../geometry/types.js';
import { distance } from '../../../geometry/vector.js';
import { metres } from '../../../i18n/number.js';
import type { Pack } from '../../../law/types.js';
import type { DraftOpening, DraftZone, PlanDraft } from '../../draft.js';
import { type Note, unmended } from '../../notes.js';
import { type EdgesNear, edgesOf } from '../../openings/edges.js';
import type { Stage, StageResult } from '../../stage.js';
import { isPoint, mendWalls } from '../openings/walls.js';
import { t } from '../texts.js';
import { OPENING_REACH, OVERLAP } from '../tolerances.js';
import { cutOverlaps } from './overlaps.js';
import { meaningOf, withoutRepeated } from './repeated.js';
import { isFlat, mendRing, opened } from './ring.js';
import { mendRings, note } from './rings.js';
import { closeSlits } from './slits.js';

/**
 * Repairs zones and walls: first each by itself (closing, repeated points, spikes, direction), then what is drawn
 * twice, then overlaps of rooms, then slits between them. What can't be repaired is reported and stays.
 */
export const mendZones: Stage = (draft, { strict, pack }) => {
  const mended = mend(draft, pack);
  return strict ? { draft: asItCame(draft), notes: mended.notes.map(unmended) } : mended;
};

function mend(draft: PlanDraft, pack: Pack): StageResult {
  const broken = new Set<DraftZone>();
  const notes: Note[] = [];
  const turned: DraftZone[] = [];
  let rings = 0;
  const zones = draft.zones.map((zone) => {
    const mended = mendRings(zone);
    notes.push(...mended.notes);
    rings += mended.turned;
    if (mended.turned > 0) turned.push(zone);
    if (mended.crosses) broken.add(mended.zone);
    return mended.zone;
  });
  if (turned.length > 0) notes.push(windingNote(turned, rings));
  const single = withoutRepeated(
    zones,
    ({ rings: lines, kind, untold, name, keys }) =>
      lines.length === 0
        ? undefined
        : { shape: 'ring', lines, means: meaningOf(`${kind} ${untold ?? ''}`, name, keys) },
    'refused',
    draft.models,
  );
  const { walls, notes: ofWalls } = mendWalls(draft.walls, draft.drawings, draft.models);
  const sound = (zone: DraftZone) => !broken.has(zone);
  const cut = cutOverlaps(single.elements, sound, pack);
  const { openings, notes: ofOpenings } = follow(draft.openings, single.elements, { zones: cut.zones, walls });
  const closed = closeSlits({ zones: cut.zones, walls }, sound, pack);
  // Outlines are no part of the plan and need no note.
  const outlines = draft.outlines.map((outline) => ({ ...outline, ring: mendRing(outline.ring).ring }));
  return {
    draft: { ...draft, zones: closed.zones, walls, openings, outlines },
    notes: [...notes, ...single.notes, ...ofWalls, ...cut.notes, ...ofOpenings, ...closed.notes],
  };
}

/** Returns one note for all reversed rings: 70 % of real rings run that way, and no point moves. */
function windingNote(zones: readonly DraftZone[], count: number): Note {
  return { sort: 'mended', message: t.winding, count, ids: zones.map(({ id }) => id) };
}

/**
 * Returns the draft as a plan can hold it without repairs: rings without closing point; elements without area or length
 * lose their geometry.
 */
function asItCame(draft: PlanDraft): PlanDraft {
  return {
    ...draft,
    zones: draft.zones.map((zone) => {
      const rings = zone.rings.map(opened);
      return { ...zone, rings: isFlat(rings[0] ?? []) ? [] : rings.filter((ring) => !isFlat(ring)) };
    }),
    walls: draft.walls.flatMap((wall) => {
      if (!isPoint(wall.line)) return [wall];
      return wall.line.length > 0 && draft.drawings?.has(wall.level) === true ? [] : [{ ...wall, line: [] }];
    }),
    outlines: draft.outlines.map((outline) => ({ ...outline, ring: opened(outline.ring) })),
  };
}

/**
 * Moves openings along with room edges that moved when overlaps were cut: no repair may take a door out of its wall. An
 * opening that also lies in another wall stays.
 */
function follow(
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
    const message = t['opening-follows']({ id: opening.id, size: metres(size, 3) });
    notes.push({ ...note(opening, 'mended', message, a), size });
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
