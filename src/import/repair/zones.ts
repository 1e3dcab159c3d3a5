import type { DraftOutline, DraftZone } from '../draft.js';
import type { Note } from '../notes.js';
import type { Stage } from '../stage.js';
import { cutOverlaps } from './overlaps.js';
import { meaningOf, withoutRepeated } from './repeated.js';
import { mendRing, opened } from './ring.js';
import { mendRings } from './rings.js';
import { closeSlits } from './slits.js';
import { mendWalls } from './walls.js';

/**
 * Mends what is drawn as rings and lines: each by itself first (ends, repeated points, spikes, winding), then what is
 * drawn twice, then what rooms overlap, then the slits between them. What no mend settles is said and stays as it is.
 */
export const mendZones: Stage = (draft, { strict, pack }) => {
  const broken = new Set<DraftZone>();
  const notes: Note[] = [];
  const turned: DraftZone[] = [];
  let rings = 0;
  const zones = draft.zones.map((zone) => {
    const mended = mendRings(zone, strict);
    notes.push(...mended.notes);
    rings += mended.turned;
    if (mended.turned > 0) turned.push(zone);
    if (mended.crosses) broken.add(mended.zone);
    return mended.zone;
  });
  if (turned.length > 0) notes.push(windingNote(turned, rings, strict));
  const single = withoutRepeated(
    zones,
    ({ rings: lines, kind, untold, name, keys }) =>
      lines.length === 0
        ? undefined
        : { shape: 'ring', lines, means: meaningOf(`${kind} ${untold ?? ''}`, name, keys) },
    { strict, unlike: 'refused' },
  );
  const walls = mendWalls(draft.walls, strict);
  const sound = (zone: DraftZone) => !broken.has(zone);
  const cut = cutOverlaps(single.elements, sound, { pack, strict });
  const closed = closeSlits({ zones: cut.zones, walls: walls.walls }, sound, { pack, strict });
  return {
    draft: { ...draft, zones: closed.zones, walls: walls.walls, outlines: draft.outlines.map(mendOutline(strict)) },
    notes: [...notes, ...single.notes, ...walls.notes, ...cut.notes, ...closed.notes],
  };
};

/** One note of them all: 70 % of real rings run the other way, and nothing is moved. */
function windingNote(zones: readonly DraftZone[], count: number, strict: boolean): Note {
  const message = { id: 'repair/winding', params: {} };
  return { sort: strict ? 'refused' : 'mended', message, count, ids: zones.map(({ id }) => id) };
}

/** Outlines are no part of the plan: nothing needs to be said of them. */
function mendOutline(strict: boolean): (outline: DraftOutline) => DraftOutline {
  return (outline) => ({ ...outline, ring: strict ? opened(outline.ring) : mendRing(outline.ring).ring });
}
