import type { Opening, Site, Zone } from '../../../plan/model.js';
import type { Sight } from '../../../sight/types.js';

/** The openings by which a room is entered or looked into, by how far one sees through them. */
export interface RoomOpenings {
  /** Glass doors and windows that are said to be clear. */
  readonly clear: readonly Opening[];
  /** Solid doors, and what is frosted, filmed or opaque. */
  readonly opaque: readonly Opening[];
  /** Glass of which nothing is said, or that contradicts itself. */
  readonly unknown: readonly Opening[];
  /** Nothing that is closed by a door: passages and curtains. */
  readonly gaps: readonly Opening[];
  /** Those that are doors. */
  readonly doors: readonly Opening[];
}

/** The openings of `room` to what isn't part of it: a door to a restroom inside it is none of its own. */
export function openingsOf(room: Zone, site: Site, sight: Sight): RoomOpenings {
  const parts = new Set([room.id, ...room.nested]);
  const level = site.levels.find(({ id }) => id === room.levels[0]);
  const own = (level?.openings ?? []).filter((opening) => {
    const inside = sight.joins(opening).filter((side) => side !== undefined && parts.has(side.id));
    return inside.length === 1;
  });
  const of = (wanted: Sees) => own.filter((opening) => seesThrough(opening) === wanted);
  return {
    clear: of('clear'),
    opaque: of('opaque'),
    unknown: of('unknown'),
    gaps: of('gap'),
    doors: own.filter(({ kind }) => kind === 'door' || kind === 'glass-door'),
  };
}

type Sees = 'clear' | 'opaque' | 'unknown' | 'gap';

function seesThrough({ kind, glazing, film }: Opening): Sees {
  if (kind === 'passage' || kind === 'curtain') return 'gap';
  if (film || glazing === 'frosted' || glazing === 'opaque') return 'opaque';
  // A solid door with clear glass in it is a contradiction, or has a small light: the plan doesn't say which.
  if (kind === 'door') return glazing === 'clear' ? 'unknown' : 'opaque';
  return glazing === 'clear' ? 'clear' : 'unknown';
}
