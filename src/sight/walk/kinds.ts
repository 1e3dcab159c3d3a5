import type { Opening, Zone } from '../../plan/model.js';

/** What of a plan people walk through, and what is taken for outside: by kind of zone, from a pack. */
export interface Walking {
  /** m: a sign is noticed from no further. */
  readonly radius: number;
  /** Kinds of zone that lie in the open, where nothing walls them in. */
  readonly open: ReadonlySet<string>;
  /** Kinds of zone that one comes in over where no door is drawn in their outer edge. */
  readonly entrances: ReadonlySet<string>;
  /** Kinds of zone by which one comes from level to level. */
  readonly ladders: ReadonlySet<string>;
  /** Ids of the signs that count; absent: all of them. */
  readonly signs?: ReadonlySet<string>;
  /** Whether zones whose kind couldn't be told are taken for public ones. */
  readonly unsettled: boolean;
}

/** Where a person who walks in is: outside still, in, or where the public doesn't go. */
export type Side = 'outside' | 'inside' | 'closed';

/** m: a doorway begins no higher above the floor and ends no lower. */
const STEP = 0.5;
const LINTEL = 1.5;

/** Whether people walk through an opening: not through a window, a fixed pane or a hatch. */
export function isWalked({ kind, fixed, normallyOpen, sill = 0, head = Number.POSITIVE_INFINITY }: Opening): boolean {
  if (kind === 'window' || (fixed && !normallyOpen)) return false;
  return sill <= STEP && head >= LINTEL;
}

/** Zones by what they are to a person who walks in. Nothing drawn is outside. */
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
