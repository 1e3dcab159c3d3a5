import {
  boxOf,
  createSweep,
  grow,
  type Leak,
  type Mounting,
  openWindow,
  prepareWalls,
  type Viewshed,
  type Viewsheds,
} from '../geometry/index.js';
import type { Box, Point, Ring, Window } from '../geometry/types.js';
import type { Level, Site, Zone } from '../plan/model.js';
import { deriveWalls, type LevelWalls } from '../plan/walls.js';
import { type Barrier, barriersOf, type World } from './barriers.js';
import { type Ways, waysThrough } from './crossings.js';
import { createSelections, type Kind, type Selections } from './selection.js';

/** One level made ready for looking at. */
export interface Scene {
  readonly level: Level;
  /** Zones on it, those that span it from another level included. */
  readonly zones: readonly Zone[];
  readonly walls: LevelWalls;
  readonly barriers: readonly Barrier[];
  readonly bounds: Box;
  /** m: nothing on the level is further from anything else. */
  readonly reach: number;
  /** How a device at `at` and height `eye` is mounted on some of the walls; undefined off every one. Memoised. */
  mountingOn(walls: Kind, eye: number | undefined, at: Point, axis: number, tolerance?: number): Mounting | undefined;
  /** What is seen in `world` from `at` at height `eye`, through `window`; the whole level. Memoised. */
  viewshed(world: World, eye: number | undefined, at: Point, window?: Window): Ring;
  /** The openings and panes through which sight may pass. */
  ways(): Ways;
  leaks(): readonly (Omit<Leak, 'between'> & { readonly between: readonly string[] })[];
}

/** m round everything drawn: rays that hit nothing end there. */
const MARGIN = 1;

/** The zones of a site that lie on a level. */
export function zonesOn(site: Site, level: string): Zone[] {
  const zones = new Map<string, Zone>();
  for (const { zones: own } of site.levels) {
    for (const zone of own) if (zone.levels.includes(level)) zones.set(zone.id, zone);
  }
  return [...zones.values()];
}

export function createScene(site: Site, level: Level): Scene {
  const zones = zonesOn(site, level.id);
  const walls = deriveWalls(level, zones);
  const barriers = barriersOf(walls, level.ceiling);
  const jambs = barriers.flatMap(({ within }, i) => (within === undefined ? [] : [i]));
  const bounds = boundsOf(level, zones);
  let selections: Selections | undefined;
  const selecting = (): Selections => {
    selections ??= createSelections(barriers);
    return selections;
  };
  let viewsheds: Viewsheds | undefined;
  const among = new Map<string, Viewshed>();
  const views = new Map<string, Ring>();
  let ways: Ways | undefined;
  const mountings = new Map<string, Mounting | undefined>();
  return {
    level,
    zones,
    walls,
    barriers,
    bounds,
    reach: Math.hypot(bounds.maxX - bounds.minX, bounds.maxY - bounds.minY),
    mountingOn(walls, eye, at, axis, tolerance) {
      const name = `${walls} ${eye} ${at[0]} ${at[1]} ${axis} ${tolerance}`;
      if (mountings.has(name)) return mountings.get(name);
      const found = openWindow(at, selecting().of(walls, eye).walls, axis, tolerance);
      mountings.set(name, found);
      return found;
    },
    viewshed(world, eye, at, window) {
      const name = `${world} ${eye} ${at[0]} ${at[1]} ${window?.from} ${window?.to}`;
      const known = views.get(name);
      if (known !== undefined) return known;
      const inside = jambs.filter((i) => barriers[i]?.within?.(at));
      const { key, blocks } = selecting().of(world, eye, inside);
      viewsheds ??= createSweep(selecting().all, bounds);
      const sighted = among.get(key) ?? viewsheds.among(blocks);
      among.set(key, sighted);
      const view = sighted.viewshed(at, window);
      views.set(name, view);
      return view;
    },
    ways() {
      ways ??= waysThrough(walls);
      return ways;
    },
    leaks() {
      const solid = barriers.filter((barrier) => barrier.blocks('may', undefined));
      const named = (indices: readonly number[]) =>
        [...new Set(indices.flatMap((i) => solid[i]?.of ?? []))].sort((a, b) => (a < b ? -1 : 1));
      return prepareWalls(solid, { closeGaps: false }).leaks.map((leak) => ({ ...leak, between: named(leak.between) }));
    },
  };
}

function boundsOf(level: Level, zones: readonly Zone[]): Box {
  const rings: (readonly Point[] | Ring)[] = [
    ...zones.flatMap((zone) => zone.region.rings),
    ...level.walls.map((wall) => wall.line),
    ...level.openings.map((opening) => opening.line),
    level.devices.map((device) => device.at),
  ];
  return grow(boxOf(...rings) ?? { minX: 0, minY: 0, maxX: 0, maxY: 0 }, MARGIN);
}
