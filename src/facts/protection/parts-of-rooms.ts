// Passages, stairs and the like that lie inside a room where capture is banned.
import { prohibitionOf } from '../../law/lookup.js';
import type { Ground } from '../../plan/ground.js';
import type { Zone } from '../../plan/model.js';
import { zonesAround } from '../capture/private-zones.js';

/** Regimes of prohibitions on rooms as such; the others are of places within a room or hall. */
const OF_ROOMS: ReadonlySet<string | undefined> = new Set(['room', 'reading']);

/** Tokens by which the author marks a place, whatever its kind. */
const MARKS: ReadonlySet<string> = new Set(['important', 'designated']);

/**
 * Returns the room in which capture is banned and of which the zone may be no more than a part, so that `token`
 * doesn't surely mean the zone: the inner corridor of a suite, the stairs of a dwelling. The zone must lie in such a
 * room on each of `levels`. Undefined if it doesn't, if its kind isn't public, or if `token` is a mark by which the
 * author picks zones (`important`, `designated`).
 */
export function roomAround(
  site: Ground,
  zone: Zone,
  token: string,
  levels: readonly string[] = zone.levels,
): Zone | undefined {
  if (zone.spec?.public !== true || MARKS.has(token)) return undefined;
  const rooms = (zonesAround(site).get(zone.id) ?? []).filter(({ kind }) =>
    OF_ROOMS.has(prohibitionOf(site.pack, kind)?.regime),
  );
  return levels.every((level) => rooms.some((room) => room.levels.includes(level))) ? rooms[0] : undefined;
}
