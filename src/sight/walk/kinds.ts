// Which openings people walk through, and which zones are outside, inside or closed to the public.
import type { Opening, Zone } from '../../plan/model.js';
import type { Walking } from '../types.js';

/** Side of a zone for a person who walks in: still outside, inside, or closed to the public. */
export type Side = 'outside' | 'inside' | 'closed';

/** m: a doorway begins no higher above the floor and ends no lower. */
const STEP = 0.5;
const LINTEL = 1.5;

/** True if people walk through an opening: not through a window, a fixed pane or a hatch. */
export function isWalked({ kind, fixed, normallyOpen, sill = 0, head = Number.POSITIVE_INFINITY }: Opening): boolean {
  if (kind === 'window' || (fixed && !normallyOpen)) return false;
  return sill <= STEP && head >= LINTEL;
}

/** Returns a function that sorts zones into outside, inside and closed. Where no zone is drawn is outside. */
export function siding(zones: readonly Zone[], walking: Walking): (zone: Zone | undefined) => Side {
  const roofed = new Set(zones.filter(({ enclosed }) => enclosed).flatMap(({ nested }) => nested));
  return (zone) => {
    if (zone === undefined) return 'outside';
    const { id, kind, enclosed } = zone;
    if (walking.open.has(kind) && !enclosed && !roofed.has(id)) return 'outside';
    if (walking.ladders.has(kind) || zone.public || !enclosed) return 'inside';
    return walking.unsettled && zone.kindUnknown !== undefined ? 'inside' : 'closed';
  };
}
