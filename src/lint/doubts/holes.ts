// Which levels have a hole in every floor between them, so that a device of one may see places of the other.

import { memoizeNamed } from '../../base/memo.js';
import { isWiderThan, uncoveredPieces } from '../../geometry/index.js';
import type { Level, Site, Zone } from '../../plan/model.js';

/** m: what is narrower between the rooms of a floor is the wall between them. */
const WALL = 0.5;

/**
 * True unless floors between two levels close off all that is drawn of them. If they do, no device that stands in what
 * is drawn of one level sees anything of the other.
 */
export function areJoined(site: Site, one: Level, other: Level): boolean {
  const [low = 0, high = 0] = [one.elevation, other.elevation].sort((a, b) => a - b);
  const floors = site.levels.map(({ elevation }) => elevation).filter((floor) => floor > low && floor <= high);
  return floors.every((floor) => hasHole(site, floor));
}

/** True if a floor leaves open some of what lies below it: sight may pass over a yard that lies below both levels. */
const hasHole = memoizeNamed(({ levels }: Site, floor: number): boolean => {
  const zones = levels.flatMap((level) => level.zones);
  const isOn = (holds: (level: Level) => boolean) => {
    const ids = new Set(levels.filter(holds).map(({ id }) => id));
    return (zone: Zone) => zone.levels.some((id) => ids.has(id));
  };
  const isBelow = isOn(({ elevation }) => elevation < floor);
  const isHere = isOn(({ elevation }) => elevation === floor);
  const isAbove = isOn(({ elevation }) => elevation >= floor);
  const isWithoutCeiling = isOn(({ ceiling }) => ceiling === undefined);
  const isRoofed = (zone: Zone) =>
    zone.enclosed && zone.spec?.open === undefined && !isAbove(zone) && !isWithoutCeiling(zone);
  const closed = zones
    .filter((zone) => isHere(zone) && !isBelow(zone) && zone.spec?.open === undefined)
    .map(({ region }) => region);
  return zones
    .filter((zone) => (isBelow(zone) && !isRoofed(zone)) || (isHere(zone) && zone.spec?.open === 'shaft'))
    .some(({ region }) => isWiderThan(uncoveredPieces(region, closed), WALL));
});
