// Openings of a room, sorted by whether a person can see through them.
import type { Ground } from '../../plan/ground.js';
import type { Opening, Zone } from '../../plan/model.js';
import type { Sight } from '../../sight/types.js';

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
 * Returns the openings between `room` and the outside of it, on all its levels. A door to a restroom nested in the room
 * isn't one of them.
 */
export function roomOpenings(room: Zone, site: Ground, sight: Pick<Sight, 'joins'>): RoomOpenings {
  const parts = new Set([room.id, ...room.nested]);
  const levels = site.levels.filter(({ id }) => room.levels.includes(id));
  const own = levels
    .flatMap(({ openings }) => openings)
    .filter((opening) => {
      const inside = sight.joins(opening).filter((side) => side !== undefined && parts.has(side.id));
      return inside.length === 1;
    });
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
