// The door of sight/: builds the lazy, memoised answers of `Sight` for one site.
import { isSameList } from '../base/equality.js';
import { memoizeByName } from '../base/memo.js';
import {
  boxOf,
  boxOfRegion,
  boxOfRegions,
  clipConvex,
  containsPoint,
  coveredPieces,
  measure,
  ringOfBox,
} from '../geometry/index.js';
import type { Box, Region, Ring } from '../geometry/types.js';
import { isFixed } from '../plan/fixed.js';
import type { Device, Level, Opening, Site, Zone } from '../plan/model.js';
import { innermostFirst } from '../plan/walls/plane.js';
import { createLevels, type Levels } from './levels/levels.js';
import { withoutTolerance } from './optics/optics.js';
import { posesOf } from './optics/poses.js';
import type { MayWorld } from './scene/barriers.js';
import { type Boxes, boxesOf, zonesByPlace } from './scene/box-index.js';
import { facesOf } from './scene/faces.js';
import { boundsOf, createScene, type Scene, type ViewshedMaker, zonesOn } from './scene/scene.js';
import { heardReach, hearingOf, isNear } from './sound/hearing.js';
import type { Heard } from './sound/sound.js';
import type { Coverage, Reach, RegionOnLevels, Sight } from './types.js';
import { nearness, nearRegion } from './view/anchor-view.js';
import { type Acting, coverageOnLevels, detection } from './view/coverage.js';
import { lookInto } from './view/outside-view.js';
import { boxOfView, LEAST_AREA } from './view/reach.js';
import { RecentViews } from './view/recent-views.js';
import { seenReach } from './view/seen-region.js';
import { type Silhouette, silhouetteOf } from './view/silhouette.js';
import { howMounted, type View, viewOf } from './view/views.js';
import { walksOf } from './walk/walks.js';

/** Thresholds used if the pack has none: m, m and px/m. */
const TARGET_HEIGHT = 1.5;
const PICKUP = 5;
const PRIVACY_DENSITY = 12.5;

/**
 * Returns the Sight of a site. Lazy: a level is prepared when it is first asked for. `maker` replaces the algorithm of
 * viewsheds.
 */
export function createSight(site: Site, maker?: ViewshedMaker): Sight {
  return staged(site, createStage(site, maker), maker);
}

/** What each Sight made for a whole site was made of. */
const origins = new WeakMap<
  Sight,
  { readonly site: Site; readonly stage: Stage; readonly maker: ViewshedMaker | undefined }
>();

function staged(site: Site, stage: Stage, maker: ViewshedMaker | undefined): Sight {
  const sight = sightOf(site, stage, new Map());
  origins.set(sight, { site, stage, maker });
  return sight;
}

/**
 * Returns the Sight of `site`, another version of the site of `known`. Levels whose elements are the same objects
 * aren't prepared again, and devices that are the same objects keep their views of their own level. `isWhole` is true
 * if all levels are the same, so that only what depends on changed devices is computed again. If the law pack is
 * another, nothing is kept.
 */
export function sightOn(site: Site, known: Sight): { readonly sight: Sight; readonly isWhole: boolean } {
  const origin = origins.get(known);
  if (origin === undefined || origin.site.pack !== site.pack) return { sight: createSight(site), isWhole: false };
  const { stage, maker } = origin;
  const same = new Set(site.levels.flatMap((level) => (isSameLevel(level, site, origin.site) ? [level.id] : [])));
  const isWhole = same.size === site.levels.length && same.size === origin.site.levels.length;
  if (isWhole) {
    return { sight: staged(site, { ...stage, actings: new Map(), devicesOn: devicesOf(site) }, maker), isWhole };
  }
  const scenes = new Map([...same].map((id) => [id, stage.sceneOf(id)]));
  const next = createStage(site, maker, valuesOf(scenes));
  carryOver(site, same, stage, next);
  return { sight: staged(site, next, maker), isWhole };
}

// Made apart: a function made where the stage before is at hand would keep that one, and with it every version there ever was.
function devicesOf({ levels }: Site): (level: string) => readonly Device[] {
  return (level) => levels.find(({ id }) => id === level)?.devices ?? [];
}

function valuesOf<T>(values: ReadonlyMap<string, T>): (name: string) => T | undefined {
  return (name) => values.get(name);
}

/** True if the other version of the site has that level with the same elements within the same bounds. */
function isSameLevel(level: Level, site: Site, before: Site): boolean {
  const was = before.levels.find(({ id }) => id === level.id);
  if (was === undefined) return false;
  const [zones, known] = [zonesOn(site, level.id), zonesOn(before, level.id)];
  return (
    level.elevation === was.elevation &&
    level.ceiling === was.ceiling &&
    level.without === was.without &&
    level.walls === was.walls &&
    level.openings === was.openings &&
    isSameList(level.signs, was.signs) &&
    isSameList(zones, known) &&
    isSameBox(boundsOf(site, level, zones), boundsOf(before, was, known))
  );
}

function isSameBox(a: Box, b: Box): boolean {
  return a.minX === b.minX && a.minY === b.minY && a.maxX === b.maxX && a.maxY === b.maxY;
}

/** Returns a function that is true for names that begin with the level and a space, and have so many words more. */
function isNamedOn(level: string, words: number): (name: string | number) => boolean {
  const prefix = `${level} `;
  return (name) => {
    const text = String(name);
    return text.startsWith(prefix) && text.slice(prefix.length).split(' ').length === words;
  };
}

/** Takes over what hangs on one of the `same` levels alone. */
function carryOver(site: Site, same: ReadonlySet<string>, from: Stage, to: Stage): void {
  const isSame = (level: string) => same.has(level);
  const carry = <K extends object, V>(
    key: K,
    known: WeakMap<K, V>,
    next: WeakMap<K, V>,
    kept = (value: V) => value,
  ) => {
    const value = known.get(key);
    if (value !== undefined) next.set(key, kept(value));
  };
  for (const { id, devices, zones } of site.levels) {
    if (!same.has(id)) continue;
    const nearOwn = isNamedOn(id, 1);
    const seenOwn = isNamedOn(id, 2);
    for (const device of devices) {
      to.recent.take(device, from.recent, seenOwn);
      carry(device, from.certain, to.certain);
      carry(device, from.detections, to.detections);
      carry(device, from.hearings, to.hearings);
      carry(device, from.near, to.near, (known) => new Map([...known].filter(([name]) => nearOwn(name))));
      carry(device, from.reaches, to.reaches, (known) => {
        return new Map(
          [...known].map(([region, own]) => [region, new Map([...own].filter(([name]) => seenOwn(name)))]),
        );
      });
    }
    const zoneById = new Map(zones.map((zone) => [zone.id, zone]));
    for (const zone of zones) {
      const within = [zone, ...zone.nested.flatMap((one) => zoneById.get(one) ?? [])];
      if (within.length <= zone.nested.length || !within.every(({ levels }) => levels.every(isSame))) continue;
      carry(zone, from.regions, to.regions);
      carry(zone, from.coverages, to.coverages);
    }
  }
}

/** The state that is shared after a device is moved: levels without their devices, and results of the other devices. */
interface Stage {
  sceneOf(level: string): Scene | undefined;
  zonesOf(level: string): Boxes<Zone>;
  /** May-see by level, world and density. */
  readonly recent: RecentViews;
  /** Must-see on the device's own level, by density. */
  readonly certain: Remembered<Device, View>;
  /** Zones that a device's may-see comes near, by level and density. */
  readonly near: Remembered<Device, readonly Zone[]>;
  readonly detections: WeakMap<Device, View>;
  /** By device, and by region: two laws ask the same questions. */
  readonly reaches: WeakMap<Device, Reaches>;
  /** By zone, and by the ids of the zones that are left out. */
  readonly regions: Remembered<Zone, Region>;
  /** By anchor, and by radius. */
  readonly nearAreas: Remembered<Zone, Region>;
  readonly actings: Map<string, Boxes<Acting>>;
  devicesOn(level: string): readonly Device[];
  readonly hearings: Remembered<Device, readonly Heard[]>;
  readonly coverages: Remembered<Zone, Known>;
  readonly levels: Levels;
}

interface Known {
  readonly acting: readonly Acting[];
  readonly minus: readonly RegionOnLevels[];
  readonly coverage: Coverage;
}

function createStage(
  site: Site,
  maker: ViewshedMaker | undefined,
  known: (level: string) => Scene | undefined = () => undefined,
): Stage {
  const sceneOf = memoizeByName((id: string): Scene | undefined => {
    const level = site.levels.find((one) => one.id === id);
    return known(id) ?? (level && createScene(site, level, maker));
  });
  return {
    sceneOf,
    zonesOf: memoizeByName((level: string) => zonesByPlace(sceneOf(level)?.zones ?? [])),
    recent: new RecentViews(),
    certain: new WeakMap(),
    near: new WeakMap(),
    detections: new WeakMap(),
    reaches: new WeakMap(),
    regions: new WeakMap(),
    nearAreas: new WeakMap(),
    actings: new Map(),
    devicesOn: (level) => site.levels.find(({ id }) => id === level)?.devices ?? [],
    hearings: new WeakMap(),
    coverages: new WeakMap(),
    levels: createLevels(site, sceneOf, targetOf(site)),
  };
}

function targetOf({ pack }: Site): number {
  return pack.parameters.targetHeight?.value ?? TARGET_HEIGHT;
}

/**
 * Returns the Sight of a stage.
 *
 * @param moved devices that aren't where the stage's site has them, by id
 */
function sightOf(site: Site, stage: Stage, moved: ReadonlyMap<string, Device>): Sight {
  const { sceneOf } = stage;
  const parameter = (name: string, otherwise: number): number => site.pack.parameters[name]?.value ?? otherwise;
  const target = targetOf(site);
  const mustView = (scene: Scene, device: Device, density: number): View =>
    rememberedIn(stage.certain, device, density, () => viewOf(scene, device, 'must', { density, target }));
  /** Returns may-see on any level. */
  const mayView = (scene: Scene, device: Device, world: MayWorld, density: number): View => {
    const { id } = scene.level;
    return stage.recent.find(device, `${id} ${world} ${density}`, () =>
      id === device.level
        ? viewOf(scene, device, world, { density, target })
        : stage.levels.view(device, id, world, density),
    );
  };
  const pickupOf = ({ pickup, tolerance }: Device): number =>
    (pickup ?? parameter('pickup', PICKUP)) + Math.max(0, tolerance.position);
  const hearing = (scene: Scene, device: Device, world: 'may' | 'standing'): readonly Heard[] =>
    rememberedIn(stage.hearings, device, world, () => hearingOf(scene, device, world, pickupOf(device)));

  const actingAs = (device: Device, density: number, detectors: boolean): Acting[] => {
    const scene = sceneOf(device.level);
    const found: Acting[] = [];
    if (scene === undefined) return found;
    if (watches(device)) found.push({ device, view: mustView(scene, device, density) });
    if (detectors && detects(device)) {
      const known = stage.detections.get(device) ?? detection(scene, device, target);
      stage.detections.set(device, known);
      found.push({ device, view: known });
    }
    return found;
  };
  /**
   * Returns the devices that see or detect something on a level at `density`, indexed by where; without moved devices.
   */
  const drawnOn = (level: string, density: number, detectors: boolean): Boxes<Acting> => {
    const key = `${level} ${density} ${detectors}`;
    const known = stage.actings.get(key);
    if (known !== undefined) return known;
    const acting = stage
      .devicesOn(level)
      .filter((device) => acts(site, device))
      .flatMap((device) => actingAs(device, density, detectors));
    const boxes = boxesOf(acting, (one) => boxOfRegions(one.view));
    stage.actings.set(key, boxes);
    return boxes;
  };
  const actings = new Map<string, Boxes<Acting>>();
  const actingOn = (level: string, density: number, detectors: boolean): Boxes<Acting> => {
    const drawn = drawnOn(level, density, detectors);
    if (moved.size === 0) return drawn;
    const key = `${level} ${density} ${detectors}`;
    const known = actings.get(key);
    if (known !== undefined) return known;
    const here = [...moved.values()].filter((device) => device.level === level && acts(site, device));
    const others = boxesOf(
      here.flatMap((device) => actingAs(device, density, detectors)),
      (one) => boxOfRegions(one.view),
    );
    // In the plan's order, added devices last: what is listed and measured mustn't tell that a device was moved.
    const devices = stage.devicesOn(level);
    const ranks = new Map<Device | string, number>(
      devices.flatMap((device, n) => [[device, n] as const, [device.id, n] as const]),
    );
    for (const id of moved.keys()) if (!ranks.has(id)) ranks.set(id, ranks.size);
    const rank = ({ device }: Acting): number => ranks.get(device) ?? ranks.get(device.id) ?? 0;
    const all: Boxes<Acting> = {
      meeting: (box) => {
        const still = drawn.meeting(box).filter(({ device }) => !moved.has(device.id));
        const changed = others.meeting(box);
        return changed.length === 0 ? still : [...still, ...changed].sort((a, b) => rank(a) - rank(b));
      },
    };
    actings.set(key, all);
    return all;
  };

  return {
    zonesAt(level, point) {
      const zones = stage.zonesOf(level).meeting(boxOf([point]));
      return zones.filter((zone) => containsPoint(zone.region, point)).sort(innermostFirst);
    },
    regionOf(zone, minus) {
      const inside = minus.filter(({ id }) => zone.nested.includes(id));
      const name = inside.map(({ id }) => id).join('>');
      return rememberedIn(stage.regions, zone, name, () => ({
        rings: zone.region.rings,
        shadows: [...zone.region.shadows, ...inside.flatMap(({ region }) => region.rings)],
      }));
    },
    near(anchor, radius) {
      const scene = sceneOf(anchor.levels[0] ?? '');
      if (scene === undefined) return { rings: [], shadows: [] };
      return rememberedIn(stage.nearAreas, anchor, radius, () => nearRegion(scene, anchor, radius));
    },
    nearTo(level, point, anchor, radius) {
      const scene = anchor.levels.includes(level) ? sceneOf(level) : undefined;
      const distance = scene && nearness(scene, point, anchor, radius);
      return distance === undefined ? undefined : { distance };
    },
    holds: (region, point) => containsPoint(region, point),
    within(device, level, density) {
      const scene = sceneOf(level);
      if (scene === undefined || !pictures(device)) return [];
      return rememberedIn(stage.near, device, `${level} ${density}`, () => {
        const seen = mayView(scene, device, 'may', density);
        const near = stage.zonesOf(level).meeting(boxOfView(seen));
        if (near.length === 0) return near;
        const silhouette = silhouetteOf(seen);
        return near.filter(({ region }) => meets(silhouette, region));
      });
    },
    reach(device, level, region, density, world) {
      const scene = sceneOf(level);
      if (scene === undefined || !pictures(device)) return undefined;
      const { levels } = stage;
      const known = reachesOf(stage, device, region);
      const name = `${level} ${world} ${density}`;
      if (known.has(name)) return known.get(name);
      const question = {
        scene,
        device,
        region,
        density,
        world,
        target: target + levels.rise(device, level),
        viewOn: mayView,
        route: device.level === level ? undefined : levels.route(device, level, world),
      };
      const reach = seenReach(question, known.values());
      known.set(name, reach);
      return reach;
    },
    view(device, level, density, world) {
      const scene = sceneOf(level);
      if (scene === undefined || !pictures(device)) return [];
      if (world !== 'must') return mayView(scene, device, world, density);
      return device.level === level && watches(device) ? mustView(scene, device, density) : [];
    },
    unsaid: (device, level) => stage.levels.unsaid(device, level),
    hear(device, level, region) {
      const scene = sceneOf(level);
      if (scene === undefined || device.level !== level || device.audio === 'none' || device.status === 'removed')
        return undefined;
      // No way is shorter than the straight line.
      if (!isNear(region, device.at, pickupOf(device) + AT_WALL)) return undefined;
      return heardReach(scene, device, region, (world) => hearing(scene, device, world));
    },
    coverage(zone, density, { detectors, minus }) {
      const box = boxOfRegion(zone.region);
      const acting = zone.levels
        .flatMap((level) => actingOn(level, density, detectors).meeting(box))
        .filter(({ view: seen }) => meets(silhouetteOf(seen), zone.region));
      const own = stage.coverages.get(zone) ?? new Map<string, Known>();
      stage.coverages.set(zone, own);
      const key = `${density} ${detectors}`;
      const known = own.get(key);
      if (known !== undefined && isSame(known, acting, minus)) return known.coverage;
      const drawn = () => acting.flatMap(({ device }) => actingAs(withoutTolerance(device), density, detectors));
      const coverage = coverageOnLevels(zone, minus, acting, drawn);
      own.set(key, { acting, minus, coverage });
      return coverage;
    },
    undrawn(device) {
      const scene = sceneOf(device.level);
      if (scene === undefined || !pictures(device)) return { area: 0, pieces: [] };
      const seen = mayView(scene, device, 'may', parameter('privacyDensity', PRIVACY_DENSITY));
      return undrawnOf(scene, seen, stage.zonesOf(device.level).meeting(boxOfView(seen)));
    },
    undrawnFloor(level) {
      const outline = sceneOf(level)?.outline() ?? [];
      return undrawnIn(outline, stage.zonesOf(level).meeting(boxOf(outline)));
    },
    lookInto(room, panes, minus, onlooker) {
      const scene = sceneOf(room.levels[0] ?? '');
      if (scene === undefined) return { area: 0, fraction: 0, bound: 0, panes: 0 };
      return lookInto(scene, room, panes, minus, onlooker);
    },
    joins(opening: Opening) {
      return sceneOf(opening.level)?.joins.get(opening.id) ?? [undefined, undefined];
    },
    mounting(device) {
      const scene = sceneOf(device.level);
      return scene === undefined ? 'free' : howMounted(scene, device);
    },
    poses(device) {
      const scene = sceneOf(device.level);
      return scene && posesOf(scene, device, target);
    },
    faces(level, height) {
      const scene = sceneOf(level);
      return scene === undefined ? [] : facesOf(scene, height);
    },
    walls: (level) => sceneOf(level)?.selections().all.segments ?? [],
    walks: (walking) => walksOf(site, sceneOf, walking),
    leaks: (level) => sceneOf(level)?.leaks() ?? [],
    moved: (device) => sightOf(site, stage, new Map([...moved, [device.id, device]])),
  };
}

function watches({ video }: Device): boolean {
  return video === 'visible' || video === 'thermal';
}

function detects({ kind }: Device): boolean {
  return kind === 'intrusion-detector';
}

/** True if the device may cover or detect something; what moves covers no place for certain. */
function acts(site: Site, device: Device): boolean {
  return device.status !== 'removed' && (watches(device) || detects(device)) && isFixed(site, device);
}

function isSame(known: Known, acting: readonly Acting[], minus: readonly RegionOnLevels[]): boolean {
  return (
    isSameList(known.minus, minus) &&
    known.acting.length === acting.length &&
    known.acting.every(({ device, view }, i) => device === acting[i]?.device && view === acting[i]?.view)
  );
}

function meets(silhouette: Silhouette, region: Region): boolean {
  const box = boxOfRegion(region);
  return box !== undefined && silhouette.meets(box);
}

/** m: a device on a wall looks from the wall, this far from where it is drawn at most. */
const AT_WALL = 0.1;

function pictures(device: Device): boolean {
  return device.video !== 'none' && device.status !== 'removed';
}

/** Results by an object and a name; they live as long as the object. */
type Remembered<K extends object, T> = WeakMap<K, Map<string | number, T>>;

function rememberedIn<K extends object, T>(known: Remembered<K, T>, key: K, name: string | number, make: () => T): T {
  const own = known.get(key) ?? new Map<string | number, T>();
  known.set(key, own);
  const found = own.get(name) ?? make();
  own.set(name, found);
  return found;
}

/** Reaches by region, and by level, world and density. Not weak: a collector takes long over weak maps of many entries. */
type Reaches = Map<Region, Map<string, Reach | undefined>>;

/** Returns the known reaches of a device into a region. */
function reachesOf({ reaches }: Stage, device: Device, region: Region): Map<string, Reach | undefined> {
  const own: Reaches = reaches.get(device) ?? new Map();
  reaches.set(device, own);
  const known = own.get(region) ?? new Map<string, Reach | undefined>();
  own.set(region, known);
  return known;
}

/** Returns what of an outline is in no zone. */
function undrawnIn(outline: Ring, zones: readonly Zone[]): Region {
  // Holes of zones count as drawn: what is in them is somebody's shaft or yard, and its own zone where it matters.
  return { rings: outline.length < 3 ? [] : [outline], shadows: zones.flatMap((zone) => zone.region.rings) };
}

/** Returns the part of a view that lies inside the hull of everything drawn and in no zone. */
function undrawnOf(scene: Scene, seen: View, zones: readonly Zone[]): ReturnType<Sight['undrawn']> {
  const box = boxOfView(seen);
  const outline = box === undefined ? [] : clipConvex(ringOfBox(box), scene.outline());
  if (outline.length < 3) return { area: 0, pieces: [] };
  const undrawn = undrawnIn(outline, zones);
  const area = measure(undrawn, seen).covered;
  return { area, pieces: area < LEAST_AREA ? [] : coveredPieces(undrawn, seen) };
}
