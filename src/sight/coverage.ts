import { clipConvex, measure, sectorInscribed, uncoveredPieces } from '../geometry/index.js';
import type { Region } from '../geometry/types.js';
import type { Device, Zone } from '../plan/model.js';
import { toleranceOf } from './optics.js';
import { azimuth, rad } from './planar.js';
import { NOTHING, seenIn } from './reach.js';
import type { Scene } from './scene.js';
import type { Coverage } from './types.js';
import { NOWHERE, outlooks } from './views.js';

/** A zone's region on which coverage is measured: less the `minus` regions. */
export function measuredRegion(zone: Zone, minus: readonly Region[]): Region {
  return { rings: zone.region.rings, shadows: [...zone.region.shadows, ...minus.flatMap((region) => region.rings)] };
}

/** How much of `zone` the views hold; views of devices that see nothing of it are left out. */
export function coverageOf(
  zone: Zone,
  minus: readonly Region[],
  views: readonly { readonly device: Device; readonly view: Region }[],
): Coverage {
  const target = measuredRegion(zone, minus);
  const acting = views.filter(({ view }) => seenIn(target, view) > 0);
  const cover = acting.map(({ view }) => view);
  const { area, covered, bound } = measure(target, cover);
  const devices = [...new Set(acting.map(({ device }) => device))];
  if (area < NOTHING) return { zone, area: 0, covered: 0, fraction: 0, bound: 0, uncovered: [], devices };
  let uncovered: Coverage['uncovered'] | undefined;
  return {
    zone,
    area,
    covered,
    fraction: covered / area,
    bound: bound / area,
    get uncovered() {
      uncovered ??= uncoveredPieces(target, cover);
      return uncovered;
    },
    devices,
  };
}

/** Where an intrusion detector certainly detects: its sector within its range, less what walls hide. */
export function detection(scene: Scene, device: Device): Region {
  const { range } = device;
  const rings = device.lenses.flatMap((lens) => {
    const [outlook, second] = outlooks(scene, device, lens, 'must');
    if (range === undefined || lens.hfov === undefined || outlook === undefined || second !== undefined) return [];
    const half = rad(lens.hfov) / 2 - toleranceOf(device, lens).heading;
    const round = lens.hfov >= 360;
    if (!round && (lens.heading === undefined || half <= 0)) return [];
    const axis = azimuth(lens.heading ?? 0);
    const window = round ? { from: 0, to: 2 * Math.PI } : { from: axis - half, to: axis + half };
    const view = scene.viewshed('must', device.height, outlook.eye, outlook.window);
    const sectors = window.to - window.from > Math.PI ? halves(window) : [window];
    return round
      ? [clipConvex(view, sectorInscribed(outlook.eye, range, window))]
      : sectors.map((sector) => clipConvex(view, sectorInscribed(outlook.eye, range, sector)));
  });
  return device.tolerance.position > 0 ? NOWHERE : { rings: rings.filter((ring) => ring.length >= 3), shadows: [] };
}

/** A sector of more than half a turn isn't convex; its halves are. */
function halves({ from, to }: { readonly from: number; readonly to: number }) {
  const middle = (from + to) / 2;
  return [
    { from, to: middle },
    { from: middle, to },
  ];
}
