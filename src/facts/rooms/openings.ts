// Openings of a room, sorted by whether a person can see through them.
import type { Ground } from '../../plan/ground.js';
import type { Opening, Zone } from '../../plan/model.js';
import type { Sight } from '../../sight/types.js';
import { isPassable } from '../adjacent-zones.js';
import { zonesOf } from '../protection/site.js';

/** The openings of a room to what isn't part of it, sorted by whether a person can see through them. */
export interface RoomOpenings {
  /** Glass doors and windows stated to be clear. */
  readonly clear: readonly Opening[];
  /** Solid doors, and anything frosted, filmed or opaque. */
  readonly opaque: readonly Opening[];
  /** Glass whose clearness the plan doesn't state, or states in contradiction, and doors of a drawing. */
  readonly unknown: readonly Opening[];
  /** Openings without a leaf: passages and curtains. */
  readonly gaps: readonly Opening[];
  /** All doors among the openings above. */
  readonly doors: readonly Opening[];
}

/**
 * Returns the openings between `room` and the outside of it, on all its levels. Those of a walled room nested in it
 * are left out: they are that room's. But if people can enter `room` only through such a nested room, the doors and
 * passages of that room count.
 */
export function roomOpenings(room: Zone, site: Ground, sight: Pick<Sight, 'joins'>): RoomOpenings {
  const levels = site.levels.filter(({ id }) => room.levels.includes(id));
  const within = new Set([room.id, ...room.nested]);
  const parts = partsOf(room, site);
  const outer = levels.flatMap(({ openings }) =>
    openings.flatMap((opening) => {
      const [inside, ...others] = sight.joins(opening).filter((side) => side !== undefined && within.has(side.id));
      return inside === undefined || others.length > 0 ? [] : [{ opening, isOwn: parts.has(inside.id) }];
    }),
  );
  const isEntered = outer.some(({ opening, isOwn }) => isOwn && isPassable(opening));
  const own = outer
    .filter(({ opening, isOwn }) => isOwn || (!isEntered && isPassable(opening)))
    .map(({ opening }) => opening);
  const drawn = new Set(levels.filter(({ drawing }) => drawing !== undefined).map(({ id }) => id));
  const of = (wanted: Sees) => own.filter((opening) => seesThrough(opening, drawn.has(opening.level)) === wanted);
  return {
    clear: of('clear'),
    opaque: of('opaque'),
    unknown: of('unknown'),
    gaps: of('gap'),
    doors: own.filter(({ kind }) => kind === 'door' || kind === 'glass-door'),
  };
}

/** Returns the ids of the zones that make up the room: its own, and those nested in it with no wall between. */
function partsOf(room: Zone, site: Ground): ReadonlySet<string> {
  const nested = zonesOf(site).filter(({ id }) => room.nested.includes(id));
  const walled = nested.filter(({ enclosed }) => enclosed);
  const apart = new Set(walled.flatMap((zone) => [zone.id, ...zone.nested]));
  return new Set([room.id, ...room.nested.filter((id) => !apart.has(id))]);
}

type Sees = 'clear' | 'opaque' | 'unknown' | 'gap';

/** @param isDrawn the opening was read from a CAD drawing */
function seesThrough({ kind, glazing, film }: Opening, isDrawn: boolean): Sees {
  if (kind === 'passage' || kind === 'curtain') return 'gap';
  if (film || glazing === 'frosted' || glazing === 'opaque') return 'opaque';
  // A solid door with clear glass in it is a contradiction, or has a small light: the plan doesn't say which.
  // The symbol of a door in a drawing has a leaf and a swing, and doesn't say what the leaf is made of.
  if (kind === 'door') return glazing === 'clear' || isDrawn ? 'unknown' : 'opaque';
  return glazing === 'clear' ? 'clear' : 'unknown';
}
