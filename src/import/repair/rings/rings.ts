// Repairs of a zone's rings, and the notes about them.

import { crossingOf, locatePoint, signedArea } from '../../../geometry/index.js';
import type { Point, Ring } from '../../../geometry/types.js';
import type { Text } from '../../../i18n/catalogue.js';
import { metres } from '../../../i18n/number.js';
import type { DraftElement, DraftZone } from '../../draft.js';
import type { Note } from '../../notes.js';
import { t } from '../texts.js';
import { isFlat, mendRing, type Slip, sameRing } from './ring.js';

/** A zone with repaired rings, and the notes on the repairs. */
interface MendedZone {
  readonly zone: DraftZone;
  readonly notes: readonly Note[];
  /** Number of rings that ran against the direction of RFC 7946. */
  readonly turned: number;
  /** True if a ring crosses itself or a hole leaves its outer ring, so that the area is unknown. */
  readonly crosses: boolean;
}

/** Repairs the rings of a zone. A zone that encloses nothing keeps no rings: it stays in the plan without geometry. */
export function mendRings(zone: DraftZone): MendedZone {
  // The reader has reported that it has no geometry.
  if (zone.rings.length === 0) return { zone, notes: [], turned: 0, crosses: false };
  const [outer = [], ...holes] = zone.rings;
  const shell = mendRing(outer);
  if (isFlat(shell.ring)) {
    const notes = [note(zone, 'refused', t['no-area']({ id: zone.id }), outer[0])];
    return { zone: { ...zone, rings: [] }, notes, turned: 0, crosses: false };
  }
  const notes = shell.slips.map((slip) => slipNote(zone, slip));
  const kept: Ring[] = [...shell.holes];
  for (const points of holes) {
    const { ring, holes: islands, slips } = mendRing(points);
    const useless = uselessHole(ring, shell.ring, kept);
    if (useless === undefined) {
      kept.push(ring, ...islands);
      notes.push(...slips.map((slip) => slipNote(zone, slip)));
    } else notes.push(note(zone, 'mended', t[`hole-${useless}`]({ id: zone.id }), points[0]));
  }
  const rings = [shell.ring, ...kept];
  const faults = faultsOf(zone, rings);
  notes.push(...faults);
  // A ring that crosses itself has no direction.
  if (faults.length > 0) return { zone: { ...zone, rings }, notes, turned: 0, crosses: true };
  const turned = rings.filter((ring, index) => runsWrong(ring, index)).length;
  const mended = rings.map((ring, index) => (runsWrong(ring, index) ? ring.toReversed() : ring));
  return { zone: { ...zone, rings: mended }, notes, turned, crosses: false };
}

/** True if a ring runs against RFC 7946, 3.1.6: outer rings counter-clockwise, holes clockwise. */
function runsWrong(ring: Ring, index: number): boolean {
  return signedArea(ring) < 0 === (index === 0);
}

/** Returns why a hole is useless; undefined if it cuts out an area. */
function uselessHole(hole: Ring, outer: Ring, others: readonly Ring[]): 'flat' | 'all' | 'repeated' | undefined {
  if (isFlat(hole)) return 'flat';
  if (sameRing(hole, outer)) return 'all';
  return others.some((other) => sameRing(hole, other)) ? 'repeated' : undefined;
}

/** Returns notes on faults that can't be repaired. Linting finds them too. */
function faultsOf(zone: DraftZone, [outer = [], ...holes]: readonly Ring[]): Note[] {
  const notes: Note[] = [];
  for (const ring of [outer, ...holes]) {
    const at = crossingOf(ring);
    if (at !== undefined) notes.push(note(zone, 'refused', t.crossing({ id: zone.id }), at));
  }
  for (const hole of holes) {
    const at = hole.find((point) => locatePoint(outer, point) === 'out');
    if (at !== undefined) notes.push(note(zone, 'refused', t['hole-outside']({ id: zone.id }), at));
  }
  return notes;
}

/** Returns the note on a fault that was repaired. */
export function slipNote(element: DraftElement, { what, size, at, count }: Slip): Note {
  const params = { id: element.id, size: metres(size, 3), count };
  return { ...note(element, 'mended', t[what](params), at), size };
}

/** Returns a note about one element. */
export function note(
  { id, origin, level }: DraftElement,
  sort: Note['sort'],
  message: Text,
  at: Point | undefined,
): Note {
  const where = at === undefined ? {} : { at };
  return { sort, message, origin, level, ids: [id], ...where };
}
