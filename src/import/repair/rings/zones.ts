// The stage that repairs zones and walls.

import type { Pack } from '../../../law/types.js';
import type { DraftZone, PlanDraft } from '../../draft.js';
import { type Note, unmended } from '../../notes.js';
import type { Stage, StageResult } from '../../stage.js';
import { follow } from '../openings/follow.js';
import { isPoint, mendWalls } from '../openings/walls.js';
import { cutOverlaps } from './overlaps.js';
import { meaningOf, withoutRepeated } from './repeated.js';
import { isFlat, mendRing, opened } from './ring.js';
import { mendRings } from './rings.js';
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
  );
  const { walls, notes: ofWalls } = mendWalls(draft.walls);
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
  const message = { id: 'repair/winding', params: {} };
  return { sort: 'mended', message, count, ids: zones.map(({ id }) => id) };
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
    walls: draft.walls.map((wall) => (isPoint(wall.line) ? { ...wall, line: [] } : wall)),
    outlines: draft.outlines.map((outline) => ({ ...outline, ring: opened(outline.ring) })),
  };
}
