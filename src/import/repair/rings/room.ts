// Zones as the repairs that compare neighbours see them.

import { boxOfRegion, convexHull } from '../../../geometry/index.js';
import type { Box, Region, Ring } from '../../../geometry/types.js';
import { prohibitionOf, zoneKind } from '../../../law/lookup.js';
import { kindMeantByName } from '../../../law/names/kind-of-name.js';
import type { Pack } from '../../../law/types.js';
import type { DraftElement, DraftZone } from '../../draft.js';

/**
 * A zone with the values by which it is compared with its neighbours: region, box and hull (m), whether it is enclosed,
 * and whether it is or may be private, so that nothing may be cut off it.
 */
export interface RepairRoom {
  readonly zone: DraftZone;
  /** Index in the list of zones. */
  readonly index: number;
  readonly region: Region;
  readonly box: Box;
  readonly hull: Ring;
  readonly enclosed: boolean;
  /** True if the zone is private or may be, since its kind or name doesn't exclude it. */
  readonly guarded: boolean;
}

/** Returns the zones that have geometry, in their order. */
export function roomsOf(zones: readonly DraftZone[], pack: Pack): RepairRoom[] {
  return zones.flatMap((zone, index): RepairRoom[] => {
    const [outer, ...holes] = zone.rings;
    const region: Region = { rings: outer === undefined ? [] : [outer], shadows: holes };
    const box = boxOfRegion(region);
    if (outer === undefined || box === undefined) return [];
    const enclosed = zone.keys.enclosed ?? zoneKind(pack, zone.kind)?.enclosed ?? true;
    const hull = convexHull(outer);
    return [{ zone, index, region, box, hull, enclosed: enclosed !== false, guarded: isGuarded(zone, pack) }];
  });
}

/** Returns `zones` with the zone of each of `rooms` in place of the one at its index. */
export function withRooms(zones: readonly DraftZone[], rooms: readonly RepairRoom[]): DraftZone[] {
  const changed = [...zones];
  for (const { index, zone } of rooms) changed[index] = zone;
  return changed;
}

/** True if a zone is private or may turn out to be. No repair may take area from it. */
function isGuarded({ kind, untold, name }: DraftZone, pack: Pack): boolean {
  if (untold !== undefined || prohibitionOf(pack, kind) !== undefined || zoneKind(pack, kind) === undefined)
    return true;
  const meant = name === undefined ? undefined : kindMeantByName(pack, name, kind);
  return meant !== undefined && prohibitionOf(pack, meant.id) !== undefined;
}

/** Returns the keys of all storeys that a zone is on. */
export function zoneLevels({ level, spans }: DraftElement & { readonly spans?: readonly string[] }): readonly string[] {
  return spans === undefined || spans.length === 0 ? [level] : [level, ...spans];
}

/** True if two zones have a storey in common. */
export function shareLevel(one: DraftZone, other: DraftZone): boolean {
  const levels = zoneLevels(other);
  return zoneLevels(one).some((level) => levels.includes(level));
}
