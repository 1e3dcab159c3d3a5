// Coverage of a zone by must-see of cameras and by detectors.
import {
  clipConvex,
  isWiderThan,
  measure,
  perimeterOf,
  sectorInscribed,
  uncoveredPieces,
} from '../../geometry/index.js';
import type { Region } from '../../geometry/types.js';
import type { Device, Zone } from '../../plan/model.js';
import { toleranceOf } from '../optics/optics.js';
import { azimuth, rad } from '../optics/planar.js';
import type { Scene } from '../scene/scene.js';
import type { Coverage, RegionOnLevels } from '../types.js';
import { LEAST_AREA, seenIn, THIN } from './reach.js';
import { lookFrom, outlooks, type View } from './views.js';

/** Returns the region of a zone on which coverage is measured on a level: less the `minus` regions that are on it. */
export function measuredRegion(zone: Zone, level: string, minus: readonly RegionOnLevels[]): Region {
  const here = minus.filter(({ levels }) => levels.includes(level));
  return { rings: zone.region.rings, shadows: [...zone.region.shadows, ...here.flatMap(({ rings }) => rings)] };
}

/** A camera or detector and the view in which it certainly sees or detects. */
export interface Acting {
  readonly device: Device;
  readonly view: View;
}

/**
 * Returns how much of `zone`, less the `minus` regions, is covered on one level; `views` are the views on that level.
 * Devices that see nothing of the zone are left out of the result.
 *
 * @param drawn returns the same devices' views as if they were mounted exactly as drawn
 */
export function coverageOf(
  zone: Zone,
  level: string,
  minus: readonly RegionOnLevels[],
  views: readonly Acting[],
  drawn: () => readonly Acting[],
): Coverage {
  const target = measuredRegion(zone, level, minus);
  const acting = views.filter(({ view }) => seenIn(target, view) > 0);
  const cover = acting.flatMap(({ view }) => view);
  const { area, covered, bound } = measure(target, cover);
  const devices = [...new Set(acting.map(({ device }) => device))];
  if (area < LEAST_AREA || (target.shadows.length > zone.region.shadows.length && isSliver(target, area))) {
    return { zone, area: 0, covered: 0, fraction: 0, bound: 0, asDrawn: 0, uncovered: [], devices };
  }
  let uncovered: Coverage['uncovered'] | undefined;
  let asDrawn: number | undefined;
  return {
    zone,
    area,
    covered,
    fraction: covered / area,
    bound: bound / area,
    get asDrawn() {
      asDrawn ??=
        measure(
          target,
          drawn().flatMap(({ view }) => view),
        ).covered / area;
      return asDrawn;
    },
    get uncovered() {
      uncovered ??= uncoveredPieces(target, cover);
      return uncovered;
    },
    devices,
  };
}

/**
 * True if a region is nowhere wider than what welding leaves between the edge of a zone and the walls that stand for it.
 *
 * @param area of the region, m²
 */
function isSliver(region: Region, area: number): boolean {
  // A piece that is nowhere wider than w has at most w/2 m² for each metre of its edge.
  if (2 * area > THIN * perimeterOf([...region.rings, ...region.shadows])) return false;
  return !isWiderThan(uncoveredPieces(region, []), THIN);
}

/**
 * Returns the coverage of a zone on all its levels: it has its area on each, and a device on one covers nothing on
 * another. Parameters are as of {@link coverageOf}, but for the devices of all levels.
 */
export function coverageOnLevels(
  zone: Zone,
  minus: readonly RegionOnLevels[],
  views: readonly Acting[],
  drawn: () => readonly Acting[],
): Coverage {
  const [first, ...others] = zone.levels;
  if (others.length === 0) return coverageOf(zone, first ?? '', minus, views, drawn);
  const on = (level: string, all: readonly Acting[]) => all.filter(({ device }) => device.level === level);
  const parts = zone.levels.map((level) => coverageOf(zone, level, minus, on(level, views), () => on(level, drawn())));
  const sum = (of: (part: Coverage) => number) => parts.reduce((total, part) => total + of(part), 0);
  const [area, covered] = [sum((part) => part.area), sum((part) => part.covered)];
  return {
    zone,
    area,
    covered,
    fraction: area === 0 ? 0 : covered / area,
    bound: Math.max(...parts.map((part) => part.bound)),
    get asDrawn() {
      return area === 0 ? 0 : sum((part) => part.asDrawn * part.area) / area;
    },
    get uncovered() {
      return parts.flatMap((part) => part.uncovered).sort((a, b) => b.area - a.area);
    },
    devices: [...new Set(parts.flatMap((part) => part.devices))],
  };
}

/**
 * Returns where an intrusion detector certainly detects something at `target` m above the floor: its sector within its
 * range, less what walls hide. [] if its range, field or heading is unknown, or it has a position tolerance.
 */
export function detection(scene: Scene, device: Device, target: number): View {
  const { range } = device;
  if (device.tolerance.position > 0) return [];
  return device.lenses.flatMap((lens) => {
    const [outlook, second] = outlooks(scene, device, lens, 'must');
    if (range === undefined || lens.hfov === undefined || outlook === undefined || second !== undefined) return [];
    const { eye } = outlook;
    const half = rad(lens.hfov) / 2 - toleranceOf(device, lens).heading;
    const round = lens.hfov >= 360;
    if (!round && (lens.heading === undefined || half <= 0)) return [];
    const axis = azimuth(lens.heading ?? 0);
    const window = round ? { from: 0, to: 2 * Math.PI } : { from: axis - half, to: axis + half };
    const heights = device.height === undefined ? undefined : { eye: device.height, target: [target, target] as const };
    const ring = scene.viewshed('must', heights, eye, { window: outlook.window, range });
    const sectors = !round && window.to - window.from > Math.PI ? halves(window) : [window];
    const rings = sectors.map((sector) => clipConvex(ring, sectorInscribed(eye, range, sector)));
    return lookFrom(eye, rings, scene.shadows('must', heights, eye, ring));
  });
}

/** Returns the two halves of a window: a sector of more than half a turn isn't convex, its halves are. */
function halves({ from, to }: { readonly from: number; readonly to: number }) {
  const middle = (from + to) / 2;
  return [
    { from, to: middle },
    { from: middle, to },
  ];
}
