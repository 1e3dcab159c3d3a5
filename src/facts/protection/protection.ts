// Which devices protect a zone, and how far they cover it.

import { spendBudget } from '../../base/budget.js';
import { memoize } from '../../base/memo.js';
import { compareArea, type LimitSide } from '../../base/threshold.js';
import { outlineOfPieces, perimeterOf } from '../../geometry/index.js';
import type { Region } from '../../geometry/types.js';
import { densityLevel, kindsOf, parameter } from '../../law/lookup.js';
import type { Means } from '../../law/types.js';
import type { Ground } from '../../plan/ground.js';
import type { Device, Zone } from '../../plan/model.js';
import type { Coverage, RegionOnLevels } from '../../sight/types.js';
import { isAnchor, privateZonesById } from '../capture/private-zones.js';
import type { RuleContext } from '../context.js';
import { memoizeOnGround, memoizeOnGroundBy } from '../memo.js';
import { missingForCoverage } from '../missing-figures.js';
import { isOnDoorOf, protectingAlone } from './point-devices.js';
import { isPrivateZone, securityDevices, zonesOf } from './site.js';

/** The devices that protect a zone, by how they do so, and its coverage. */
export interface Protection {
  /** Coverage of the zone by cameras and detectors. */
  readonly coverage: Coverage;
  /** Point devices that protect the whole zone by themselves. */
  readonly whole: readonly Device[];
  /** Devices that cover part of the zone by what they see or detect. */
  readonly covering: readonly Device[];
  /** Devices that stand in the zone or on one of its doors, whatever they cover. */
  readonly standing: readonly Device[];
  /**
   * Devices that cover nothing for certain, because the plan leaves out a figure, and with which at most the coverage
   * would reach a threshold.
   */
  readonly lacking: (threshold: number) => readonly Device[];
}

/** Steps of the budget for each device that may protect a zone. */
const EACH_DEVICE = 8;

/** px/m: no camera sees at this density, so only detectors cover anything. */
const DETECTORS_ONLY = Number.POSITIVE_INFINITY;

/**
 * Returns what protects `zone`. With `silent` only devices that capture neither image nor sound count: no other may
 * stand where capture is banned.
 *
 * @param means the system by which the law wants the zone protected, always video: only devices that take visible or
 * thermal images count, and those of kind `other` unless they take none; undefined: devices of every system count
 */
export function protectionOf(context: RuleContext, zone: Zone, silent: boolean, means?: Means): Protection {
  const { pack, site } = context;
  spendBudget(EACH_DEVICE * securityDevices(site).length);
  const devices = securityDevices(site).filter(
    (device) => !(silent && mayCapture(device)) && (means === undefined || isVideo(device)),
  );
  const density = silent ? DETECTORS_ONLY : densityLevel(pack, 'detect').density;
  const coverage = context.sight.coverage(zone, density, {
    detectors: means === undefined,
    minus: silent ? [] : excludedAreas(context, zone),
  });
  return {
    coverage,
    whole: protectingAlone(context, zone, devices),
    covering: coverage.devices.filter((device) => devices.includes(device)),
    standing: devices.filter((device) => device.standsIn.includes(zone.id) || isOnDoorOf(context, device, zone)),
    lacking: (threshold) => {
      const candidates = devices.filter(({ kind }) => !silent || kind === 'intrusion-detector');
      return lackingFigures(context, coverage, candidates, density, threshold);
    },
  };
}

/**
 * Returns the devices of `devices` of which the plan lacks a figure and that may act on the zone, if the coverage with
 * all that they may see would reach `threshold`; else [].
 *
 * @param coverage what is certainly covered of the zone
 * @param density px/m at which a view counts; Infinity: only detectors count
 * @param threshold share of the zone, 0–1
 */
export function lackingFigures(
  { sight }: RuleContext,
  coverage: Coverage,
  devices: readonly Device[],
  density: number,
  threshold: number,
): readonly Device[] {
  spendBudget(EACH_DEVICE * devices.length);
  const lacking = devices.filter((device) => missingForCoverage(device).length > 0);
  const { zone, area, fraction, bound } = coverage;
  if (lacking.length === 0 || area === 0) return [];
  let most = area * (fraction + bound);
  const acting = lacking.filter((device) => {
    const seen = zone.levels.includes(device.level) ? mayCover(sight, device, coverage, density) : 0;
    most += seen;
    return seen > 0;
  });
  const outline = () => perimeterOf(zone.region.rings);
  return compareArea({ area: most, bound: 0, outline }, threshold * area) === 'below' ? [] : acting;
}

/** Compares the covered share of a zone with a threshold (0–1): below, at (within bound and tolerance) or above. */
export function compareCoverage(coverage: Coverage, threshold: number): LimitSide {
  const { area, fraction, bound } = coverage;
  const outline = () => outlineOfPieces(coverage.uncovered);
  return compareArea({ area: fraction * area, bound: bound * area, outline }, threshold * area);
}

/** Returns the most that a device may cover of a zone, m²; a detector may act on all of a zone that it stands in. */
function mayCover(sight: RuleContext['sight'], device: Device, { zone, area }: Coverage, density: number): number {
  if (device.kind === 'intrusion-detector') return device.zones.includes(zone.id) ? area : 0;
  return sight.reach(device, device.level, sight.regionOf(zone, []), density, 'standing')?.area ?? 0;
}

/** True if the device may be video. Of a device of kind `other` the reviewer must find out. */
function isVideo({ kind, video }: Device): boolean {
  return video === 'visible' || video === 'thermal' || (kind === 'other' && video !== 'none');
}

function mayCapture({ video, audio }: Device): boolean {
  return video !== 'none' || audio !== 'none';
}

/**
 * Returns the zones that are ballot boxes and the like, by any of their kinds or because the law protects what is near them:
 * a device can be near them.
 */
const anchorsOf: (site: Ground) => readonly Zone[] = memoizeOnGround((site) => {
  const judged = privateZonesById(site);
  return zonesOf(site).filter((zone) => {
    const target = judged.get(zone.id);
    return kindsOf(site.pack, zone).some(({ anchor }) => anchor === true) || (target !== undefined && isAnchor(target));
  });
});

/** Returns a region on the levels of its zone; the same object for the same two, by which coverage known is found again. */
const onLevels = memoize((region: Region) => memoize(({ levels }: Zone): RegionOnLevels => ({ ...region, levels })));

/**
 * Returns the regions that a zone's coverage leaves out because the law bans capture there: private zones nested in
 * it, and the near areas of ballot boxes and the like on its levels. Each comes with all levels of the zone that it
 * is made from.
 */
export const excludedAreas = memoizeOnGroundBy(({ site, sight, pack }, zone: Zone): readonly RegionOnLevels[] => {
  const nested = new Set(zone.nested);
  const rooms =
    nested.size === 0 ? [] : zonesOf(site).filter((other) => nested.has(other.id) && isPrivateZone(pack, other));
  const anchors = anchorsOf(site).filter(({ levels }) => levels.some((level) => zone.levels.includes(level)));
  return [
    ...rooms.map((room) => onLevels(sight.regionOf(room, []))(room)),
    ...anchors.map((anchor) => onLevels(sight.near(anchor, parameter(pack, 'nearRadius')))(anchor)),
  ];
});
