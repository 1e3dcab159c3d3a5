// The zones that a source draws itself, compared with the spaces between its walls.

import { coveredArea } from '../../geometry/area/measure.js';
import { areaOfRegion } from '../../geometry/index.js';
import { boxesOverlap, boxOfRing, regionOf } from '../../geometry/shapes/ring.js';
import type { Region } from '../../geometry/types.js';
import type { DraftZone } from '../draft.js';
import type { Space } from './spaces.js';

/**
 * Share of a storey's area in the source's own rooms from which the source counts as drawing its rooms: half. Chosen by
 * sitecam.
 */
const KNOWN = 0.5;

/** Share of a space that a zone must cover to give the room its use: half. Chosen by sitecam. */
const FILLS = 0.5;

/** Share of a space that zones may cover by chance without being the room. Chosen by sitecam. */
const SPARE = 0.1;

/** A zone that the source draws, with its region. */
export interface SourceZone {
  readonly zone: DraftZone;
  readonly region: Region;
}

/** Returns the source's zones on a level that have geometry. */
export function sourceZonesOn(level: string, zones: readonly DraftZone[]): SourceZone[] {
  const here = zones.filter((zone) => isOn(zone, level) && zone.rings.length > 0);
  return here.map((zone) => ({ zone, region: regionOfZone(zone) }));
}

/** True if a zone is on `level`. */
export function isOn(zone: DraftZone, level: string): boolean {
  return zone.level === level || zone.spans.includes(level);
}

/** Returns the region inside a zone's rings. */
export function regionOfZone({ rings: [outer = [], ...holes] }: Pick<DraftZone, 'rings'>): Region {
  return regionOf(outer, holes);
}

/**
 * True if the source draws most of a storey as rooms: its zones there (`own`) against the spaces between its walls
 * (`rooms`). Named areas without walls don't count.
 */
export function isDrawnInRooms(rooms: readonly Space[], own: readonly SourceZone[]): boolean {
  const drawn = walled(own);
  const held = drawn.reduce((sum, region) => sum + areaOfRegion(region), 0);
  const free = rooms.reduce((sum, space) => sum + space.area - coveredArea(regionOfZone(space), drawn).covered, 0);
  return held >= KNOWN * (held + free);
}

/**
 * True if the source draws no room in a space: its zones cover less than a tenth of it. Zones without walls don't
 * count.
 *
 * @param isModel true for a building model, where zones without walls, such as wells, count too
 */
export function isMissing(space: Space, own: readonly SourceZone[], isModel = false): boolean {
  const regions = isModel ? own.map(({ region }) => region) : walled(own);
  return coveredArea(regionOfZone(space), regions).covered < SPARE * space.area;
}

function walled(own: readonly SourceZone[]): Region[] {
  return own.flatMap(({ zone, region }) => (zone.keys.enclosed === false ? [] : [region]));
}

/** Returns the smallest zone that covers half of a space or more; undefined if none does. */
export function fillerOf(space: Space, own: readonly SourceZone[]): DraftZone | undefined {
  const region = regionOfZone(space);
  const box = boxOfRing(region.rings[0]);
  let filler: DraftZone | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const { zone, region: held } of own) {
    const other = boxOfRing(held.rings[0]);
    if (box === undefined || other === undefined || !boxesOverlap(box, other)) continue;
    if (coveredArea(region, [held]).covered < FILLS * space.area) continue;
    const area = areaOfRegion(held);
    if (area < least) [filler, least] = [zone, area];
  }
  return filler;
}
