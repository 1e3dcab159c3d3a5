// Zones that devices may see or hear and areas that they certainly cover, for the schedule.
import { boxOf, boxOfRegion, coveredArea, grow, measure, ringOfBox } from '../../geometry/index.js';
import type { Box, Region } from '../../geometry/types.js';
import { parameter } from '../../law/lookup.js';
import { sightForReport } from '../../lint/support/report-sight.js';
import type { Report } from '../../lint/types.js';
import type { Device, Zone } from '../../plan/model.js';
import { meeting } from '../../plan/nearby.js';

/** The zones that devices of one plan may see and hear, as ids in the plan's order. */
export interface DeviceReach {
  /** Pixel density from which a view counts, px/m. */
  readonly density: number;
  readonly seen: (device: Device) => readonly string[];
  readonly heard: (device: Device) => readonly string[];
}

/** Largest distance from the wall at which a device drawn near it hears from the wall, m. */
const AT_WALL = 0.1;

/** Returns functions that list the zones a device may see or hear. */
export function deviceReachOf(report: Report): DeviceReach {
  const { site, pack } = report;
  const sight = sightForReport(report);
  const density = parameter(pack, 'privacyDensity');
  const nothing = parameter(pack, 'nothingArea');
  const rank = new Map(site.levels.flatMap(({ zones }) => zones).map((zone, n) => [zone.id, n]));
  const ids = (zones: readonly Zone[]) =>
    [...new Set(zones.map(({ id }) => id))].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
  const near = new Map(
    site.levels.map(({ id }) => [
      id,
      zonesNear(
        site.levels.flatMap(({ zones }) => zones),
        id,
      ),
    ]),
  );
  return {
    density,
    seen(device) {
      if (device.video === 'none' || device.status === 'removed') return [];
      return ids(
        site.levels.flatMap((level) => {
          const view = sight.view(device, level.id, density, 'may');
          const sees = ({ levels, region }: Zone) =>
            levels.includes(level.id) && coveredArea(region, view).covered > nothing;
          return view.length === 0 ? [] : sight.within(device, level.id, density).filter(sees);
        }),
      );
    },
    heard(device) {
      if (device.audio === 'none' || device.status === 'removed') return [];
      const reach = (device.pickup ?? parameter(pack, 'pickup')) + device.tolerance.position + AT_WALL;
      const box = boxOf([device.at]);
      const zones = box === undefined ? [] : (near.get(device.level)?.(grow(box, reach)) ?? []);
      return ids(zones.filter(({ region }) => sight.hear(device, device.level, region) !== undefined));
    },
  };
}

/** Returns a function that finds zones of a level by their boxes. */
function zonesNear(zones: readonly Zone[], level: string): (box: Box) => readonly Zone[] {
  const boxed = zones.flatMap((zone) => {
    const box = zone.levels.includes(level) ? boxOfRegion(zone.region) : undefined;
    return box === undefined ? [] : [{ zone, box }];
  });
  const find = meeting(boxed.map(({ box }) => box));
  return (box) => find(box).flatMap((i) => boxed[i]?.zone ?? []);
}

/**
 * Returns the area that a device certainly sees on its own level at `density` (px/m), m²; undefined if it takes no
 * pictures or is removed.
 */
export function coveredAreas(report: Report, device: Device, density: number): number | undefined {
  if ((device.video !== 'visible' && device.video !== 'thermal') || device.status === 'removed') return undefined;
  const view = sightForReport(report).view(device, device.level, density, 'must');
  return areaOf(view);
}

/** Returns the area of the union, m². */
function areaOf(view: readonly Region[]): number {
  const box = boxOfRegion({ rings: view.flatMap(({ rings }) => rings), shadows: [] });
  return box === undefined ? 0 : measure({ rings: [ringOfBox(box)], shadows: [] }, view).covered;
}
