// The sight of one variant of a site, which leaves to the site as drawn whatever is the same there.

import { memoize, memoizeNamed } from '../../base/memo.js';
import { boxesOverlap, boxOfRegion, boxOfRegions, distanceToSegment, grow } from '../../geometry/index.js';
import type { Box } from '../../geometry/types.js';
import type { Device, Doubt, Site, Zone } from '../../plan/model.js';
import type { Sight } from '../../sight/types.js';
import type { Meeting } from './meeting.js';

/**
 * What the variants of a site share: the site as drawn, its sight, its doubtful elements, and which device meets which.
 */
export interface Shared {
  /** The site as drawn, and its sight. */
  readonly site: Site;
  readonly sight: Sight;
  readonly doubts: readonly Doubt[];
  readonly meeting: Meeting;
  /** Makes the sight of a variant; nothing is prepared before it is asked. */
  readonly sightOf: (site: Site) => Sight;
  /** Pickup distance (m) of a microphone that states none. */
  readonly pickup: number;
  /** px/m of the coarsest view that rules ask for. */
  readonly density: number;
}

/** Metres: what is farther off changes neither how a device is mounted nor, by rounding, what it hears. */
const BESIDE = 0.5;

/**
 * Returns the sight of a variant: what answers how far devices see and hear in it. Takes from the site as drawn all on
 * levels that the variant doesn't change, and the views of devices that meet no doubtful element.
 */
export function sharedSight(variant: Site, shared: Shared): Sight {
  const { site, sight: drawn, doubts, meeting, density } = shared;
  const changed = new Set(variant.levels.flatMap((level, n) => (level === site.levels[n] ? [] : [level.id])));
  const own = shared.sightOf(variant);
  if (changed.size === 0) return drawn;
  const on = (level: string | undefined): Sight => (level !== undefined && changed.has(level) ? own : drawn);
  const elevations = new Map(site.levels.map(({ id, elevation }) => [id, elevation]));
  /** True if a changed level lies between two, these included. */
  const isChangedBetween = (one: string, other: string): boolean => {
    const [p = 0, q = 0] = [elevations.get(one), elevations.get(other)];
    return site.levels.some(
      ({ id, elevation }) => changed.has(id) && elevation >= Math.min(p, q) && elevation <= Math.max(p, q),
    );
  };
  /** Finer views lie in the one by which a device's doubts were found; a coarser one may not. */
  const isMet = (device: Device, rho: number) => rho < density || meeting(device).length > 0;
  const of = (device: Device, level: string, rho = density): Sight => {
    // What looks up or down passes walls of its own level above the heads, where it meets nothing on the level.
    const isOther =
      level === device.level ? changed.has(level) && isMet(device, rho) : isChangedBetween(device.level, level);
    return isOther ? own : drawn;
  };
  const isBeside = memoizeNamed((device: Device, by: number): boolean =>
    doubts.some(
      ({ levels, where }) =>
        levels.includes(device.level) && where.some((segment) => distanceToSegment(device.at, segment) <= by),
    ),
  );
  /** Returns the boxes of what the devices of a level that meet a doubtful element see or detect in either variant. */
  const boxesOn = memoize((level: Site['levels'][number]): readonly Box[] =>
    level.devices.filter((device) => meeting(device).length > 0).flatMap(boxesOf),
  );
  const boxesOf = (device: Device): Box[] => {
    const [x, y] = device.at;
    const reach = device.kind === 'intrusion-detector' ? (device.range ?? Number.POSITIVE_INFINITY) : 0;
    const seen = [drawn, own].flatMap((sight) => boxOfRegions(sight.view(device, device.level, density, 'may')) ?? []);
    return [grow({ minX: x, minY: y, maxX: x, maxY: y }, reach), ...seen];
  };
  const isSameCoverage = (zone: Zone, rho: number): boolean => {
    const box = boxOfRegion(zone.region);
    const levels = variant.levels.filter(({ id }) => changed.has(id) && zone.levels.includes(id));
    if (levels.length === 0) return true;
    if (box === undefined || rho < density) return false;
    return !levels.some((level) => boxesOn(level).some((other) => boxesOverlap(box, other)));
  };
  return {
    zonesAt: (level, point) => on(level).zonesAt(level, point),
    regionOf: (zone, minus) => drawn.regionOf(zone, minus),
    near: (anchor, radius) => on(anchor.levels[0]).near(anchor, radius),
    nearTo: (level, point, anchor, radius) => on(level).nearTo(level, point, anchor, radius),
    holds: (region, point) => drawn.holds(region, point),
    within: (device, level, rho) => of(device, level, rho).within(device, level, rho),
    reach: (device, level, region, rho, world) => of(device, level, rho).reach(device, level, region, rho, world),
    unsaid: (device, level) => drawn.unsaid(device, level),
    hear(device, level, region) {
      const pickup = (device.pickup ?? shared.pickup) + Math.max(0, device.tolerance.position);
      return (isBeside(device, pickup + BESIDE) ? on(device.level) : drawn).hear(device, level, region);
    },
    coverage: (zone, rho, options) => (isSameCoverage(zone, rho) ? drawn : own).coverage(zone, rho, options),
    view: (device, level, rho, world) => of(device, level, rho).view(device, level, rho, world),
    undrawn: (device) => of(device, device.level).undrawn(device),
    undrawnFloor: (level) => on(level).undrawnFloor(level),
    lookInto: (room, panes, minus, onlooker) => on(room.levels[0]).lookInto(room, panes, minus, onlooker),
    joins: (opening) => on(opening.level).joins(opening),
    mounting: (device) => (isBeside(device, BESIDE) ? on(device.level) : drawn).mounting(device),
    poses: (device) => on(device.level).poses(device),
    faces: (level, height) => on(level).faces(level, height),
    walls: (level) => on(level).walls(level),
    walks: (walking) => own.walks(walking),
    leaks: (level) => on(level).leaks(level),
    moved: (device) => own.moved(device),
  };
}
