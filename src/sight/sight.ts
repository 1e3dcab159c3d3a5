import {
  boxOfRegion,
  clipConvex,
  convexHull,
  discCircumscribed,
  holds,
  measure,
  uncoveredPieces,
} from '../geometry/index.js';
import type { Point, Region } from '../geometry/types.js';
import type { Device, Opening, Site, Zone } from '../plan/model.js';
import { outlineArea } from '../plan/walls-plane.js';
import type { World } from './barriers.js';
import { coverageOf, detection } from './coverage.js';
import { facingDensity } from './density.js';
import { nearness, nearRegion } from './near.js';
import { NOTHING, reachOf, seenIn } from './reach.js';
import { createScene, type Scene } from './scene.js';
import type { Coverage, Reach, Sight } from './types.js';
import { howMounted, mustRadius, NOWHERE, outlooks, type View, viewFrom, viewOf } from './views.js';

/** Thresholds used where the pack has none. */
const TARGET_HEIGHT = 1.5;
const PICKUP = 5;
const PRIVACY_DENSITY = 12.5;

/** What lies where on a site, and what is seen of it. Lazy: a level is prepared when it is first asked about. */
export function createSight(site: Site): Sight {
  const scenes = new Map<string, Scene>();
  const sceneOf = (level: string): Scene | undefined => {
    const known = scenes.get(level);
    if (known !== undefined) return known;
    const found = site.levels.find(({ id }) => id === level);
    if (found === undefined) return undefined;
    const scene = createScene(site, found);
    scenes.set(level, scene);
    return scene;
  };
  const parameter = (name: string, otherwise: number): number => site.pack.parameters[name]?.value ?? otherwise;
  const target = parameter('targetHeight', TARGET_HEIGHT);

  const views = new Map<string, View>();
  const view = (scene: Scene, device: Device, world: World, density: number | undefined): View => {
    const key = `${device.id} ${world} ${density}`;
    const known = views.get(key) ?? viewOf(scene, device, world, { density, target });
    views.set(key, known);
    return known;
  };

  const ears = new Map<string, View>();
  const ear = (scene: Scene, device: Device, world: 'may' | 'standing'): View => {
    const key = `${device.id} ${world}`;
    const pickup = device.pickup ?? parameter('pickup', PICKUP);
    const known = ears.get(key) ?? earshot(scene, device, world, pickup);
    ears.set(key, known);
    return known;
  };

  return {
    zonesAt(level, point) {
      const zones = sceneOf(level)?.zones ?? [];
      return zones.filter((zone) => holds(zone.region, point)).sort(innermostFirst);
    },
    regionOf: (zone, minus) => ({
      rings: zone.region.rings,
      shadows: [
        ...zone.region.shadows,
        ...minus.filter(({ id }) => zone.nested.includes(id)).flatMap(({ region }) => region.rings),
      ],
    }),
    near(anchor, radius) {
      const scene = sceneOf(anchor.levels[0] ?? '');
      return scene === undefined ? NOWHERE : nearRegion(scene, anchor, radius);
    },
    nearTo(level, point, anchor, radius) {
      const scene = anchor.levels.includes(level) ? sceneOf(level) : undefined;
      const distance = scene && nearness(scene, point, anchor, radius);
      return distance === undefined ? undefined : { distance };
    },
    holds: (region, point) => holds(region, point),
    reach(device, level, region, density, world) {
      const scene = sceneOf(level);
      if (scene === undefined || device.level !== level || !pictures(device)) return undefined;
      return seenReach(scene, device, region, density, world, target, (w, rho) => view(scene, device, w, rho));
    },
    hear(device, level, region) {
      const scene = sceneOf(level);
      if (scene === undefined || device.level !== level || device.audio === 'none' || device.status === 'removed')
        return undefined;
      return heardReach(scene, device, region, (world) => ear(scene, device, world));
    },
    coverage(zone, density, options) {
      const acting = zone.levels.flatMap((level) => {
        const scene = sceneOf(level);
        if (scene === undefined) return [];
        return scene.level.devices.flatMap((device) => {
          const covers: { device: Device; view: Region }[] = [];
          if (device.status === 'removed') return covers;
          const watches = device.video === 'visible' || device.video === 'thermal';
          if (watches && isWithin(zone.region, device.at, mustRadius(device, density) + AT_WALL))
            covers.push({ device, view: view(scene, device, 'must', density) });
          if (options.detectors && device.kind === 'intrusion-detector')
            covers.push({ device, view: detection(scene, device) });
          return covers;
        });
      });
      return onEveryLevel(coverageOf(zone, options.minus, acting), zone, acting, options.minus);
    },
    undrawn(device) {
      const scene = sceneOf(device.level);
      if (scene === undefined || !pictures(device)) return { area: 0, piece: undefined };
      const seen = view(scene, device, 'may', parameter('privacyDensity', PRIVACY_DENSITY));
      return undrawnOf(scene, seen);
    },
    joins(opening: Opening) {
      const cut = sceneOf(opening.level)?.walls.cuts.find((one) => one.opening.id === opening.id);
      return cut?.joins ?? [undefined, undefined];
    },
    mounting(device) {
      const scene = sceneOf(device.level);
      return scene === undefined ? 'free' : howMounted(scene, device);
    },
    leaks: (level) => sceneOf(level)?.leaks() ?? [],
  };
}

/** m: a device on a wall looks from the wall, this far from where it is drawn at most. */
const AT_WALL = 0.1;

/** Whether the region's box comes within `radius` m of a point. */
function isWithin(region: Region, [x, y]: Point, radius: number): boolean {
  const box = boxOfRegion(region);
  if (box === undefined) return false;
  return Math.hypot(Math.max(0, box.minX - x, x - box.maxX), Math.max(0, box.minY - y, y - box.maxY)) <= radius;
}

/** A nested zone before the one it lies in; else the smaller one; else by id. */
function innermostFirst(a: Zone, b: Zone): number {
  if (a.nested.includes(b.id)) return 1;
  if (b.nested.includes(a.id)) return -1;
  return outlineArea(a) - outlineArea(b) || (a.id < b.id ? -1 : 1);
}

function pictures(device: Device): boolean {
  return device.video !== 'none' && device.status !== 'removed';
}

function seenReach(
  scene: Scene,
  device: Device,
  region: Region,
  density: number,
  world: 'may' | 'standing',
  target: number,
  view: (world: 'may' | 'standing', density: number) => View,
): Reach | undefined {
  return reachOf({
    scene,
    device,
    region,
    view: view(world, density),
    densityAt: (eye, point) => facingDensity(device, eye, point, target),
    largestDensity: () =>
      facingDensity(device, device.at, device.at, target) === undefined
        ? undefined
        : largest(density, (rho) => seenIn(region, view(world, rho)) > 0),
    standingArea: () => (world === 'standing' ? Infinity : seenIn(region, view('standing', density))),
  });
}

/** The largest density at which something is seen, to 0.1 %, given that it is seen at `from`. */
function largest(from: number, seen: (density: number) => boolean): number {
  let low = from;
  let high = from * 2;
  while (seen(high) && high < 1e9) {
    low = high;
    high *= 2;
  }
  while (high / low > 1.001) {
    const middle = Math.sqrt(low * high);
    if (seen(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** From where a device hears in a straight line, doors as in `world`. */
function earshot(scene: Scene, device: Device, world: 'may' | 'standing', pickup: number): View {
  return viewFrom(
    outlooks(scene, device, device.lenses[0], world).map(({ eye, window }) => ({
      eye,
      // Sound passes over a low wall: nothing lower than the ceiling stops it.
      ring: clipConvex(scene.viewshed(world, undefined, eye, window), discCircumscribed(eye, pickup)),
    })),
  );
}

function heardReach(
  scene: Scene,
  device: Device,
  region: Region,
  heard: (world: 'may' | 'standing') => View,
): Reach | undefined {
  return reachOf({
    scene,
    device,
    region,
    view: heard('may'),
    densityAt: () => undefined,
    largestDensity: () => undefined,
    standingArea: () => seenIn(region, heard('standing')),
  });
}

/** A zone on several levels has its area on each; what covers it on one doesn't on another. */
function onEveryLevel(
  coverage: Coverage,
  zone: Zone,
  acting: readonly { readonly device: Device; readonly view: Region }[],
  minus: readonly Region[],
): Coverage {
  if (zone.levels.length < 2 || coverage.area === 0) return coverage;
  const parts = zone.levels.map((level) =>
    coverageOf(
      zone,
      minus,
      acting.filter(({ device }) => device.level === level),
    ),
  );
  const sum = (of: (part: Coverage) => number) => parts.reduce((total, part) => total + of(part), 0);
  const [area, covered] = [sum((part) => part.area), sum((part) => part.covered)];
  return {
    zone,
    area,
    covered,
    fraction: covered / area,
    bound: Math.max(...parts.map((part) => part.bound)),
    uncovered: parts.flatMap((part) => part.uncovered).sort((a, b) => b.area - a.area),
    devices: coverage.devices,
  };
}

/** Of a view: what lies inside the hull of everything drawn and in no zone. */
function undrawnOf(scene: Scene, seen: Region): ReturnType<Sight['undrawn']> {
  const outline = convexHull(scene.zones.flatMap((zone) => zone.region.rings.flat()));
  if (outline.length < 3) return { area: 0, piece: undefined };
  // Holes of zones count as drawn: what is in them is somebody's shaft or yard, and its own zone where it matters.
  const drawn: Region = { rings: scene.zones.flatMap((zone) => zone.region.rings), shadows: [] };
  const rings = seen.rings.map((ring) => clipConvex(ring, outline)).filter((ring) => ring.length >= 3);
  const target: Region = { rings, shadows: seen.shadows };
  const { area, covered } = measure(target, [drawn]);
  const rest = Math.max(0, area - covered);
  return { area: rest, piece: rest < NOTHING ? undefined : uncoveredPieces(target, [drawn])[0] };
}
