import {
  boxOf,
  convexHull,
  createExpansion,
  grow,
  type Leak,
  type Mounting,
  type NearWalls,
  openWindow,
  type PreparedWalls,
  prepareWalls,
  type Viewshed,
  type Viewsheds,
} from '../geometry/index.js';
import type { Box, Point, Ring, Window } from '../geometry/types.js';
import type { Level, Site, Zone } from '../plan/model.js';
import { type Cut, deriveWalls, type LevelWalls } from '../plan/walls.js';
import { type Barrier, barriersOf, type World } from './barriers.js';
import { type Casters, createCasters } from './casters.js';
import { type Ways, waysThrough } from './crossings.js';
import { createNearby, type Nearby } from './nearby.js';
import { createRoom, type Room } from './room.js';
import { createSelections, hideAll, type Kind, type Left, type Selections } from './selection.js';
import { FULL, type Heights } from './shadow.js';
import { createTunnels, type Tunnels } from './tunnels.js';

/** What bounds a view besides the walls. */
export interface Through {
  readonly window?: Window | undefined;
  /** m: what lies further away may be wrong. */
  readonly range?: number | undefined;
}

/** One level made ready for looking at. */
export interface Scene {
  readonly level: Level;
  /** Zones on it, those that span it from another level included. */
  readonly zones: readonly Zone[];
  readonly walls: LevelWalls;
  /** The zones that each opening joins, by its id. */
  readonly joins: ReadonlyMap<string, Cut['joins']>;
  readonly bounds: Box;
  /** m: nothing on the level is further from anything else. */
  readonly reach: number;
  /** How a device at `at` is mounted on some of the walls; undefined off every one. */
  mountingOn(
    walls: Kind,
    heights: Heights | undefined,
    at: Point,
    axis: number,
    tolerance?: number,
  ): Mounting | undefined;
  /**
   * What is seen in `world` from `at` past what hides everything beyond it; without heights, past what reaches from floor
   * to ceiling.
   */
  viewshed(world: World, heights: Heights | undefined, at: Point, through?: Through): Ring;
  /**
   * What lower walls, sills and lintels hide of a view from `at`, as far as its ring goes. Without heights each hides
   * everything beyond it in must-see, and nothing in the other worlds.
   */
  shadows(world: World, heights: Heights | undefined, at: Point, ring: Ring): Ring[];
  /** The prepared walls, and which of them hide. */
  selections(): Selections;
  /**
   * What sound needs to know in `world`: nothing lower than the ceiling stops it, nor what stands out of a wall as drawn
   * only because an opening's tunnel is as thick as the wall is said to be.
   */
  room(world: World): Room;
  /** Convex hull of everything drawn. */
  outline(): Ring;
  /** The openings and panes through which sight may pass. */
  ways(): Ways;
  leaks(): readonly (Omit<Leak, 'between'> & { readonly between: readonly string[] })[];
}

/** Makes prepared walls ready for views: createExpansion, createSweep or createChecked. */
export type ViewshedMaker = (walls: PreparedWalls, bounds: Box) => Viewsheds;

/** m round everything drawn: rays that hit nothing end there. */
const MARGIN = 1;

/** m: what a mounting depends on is nearer than this. */
const BESIDE = 0.15;

/** The zones of a site that lie on a level. */
export function zonesOn(site: Site, level: string): Zone[] {
  const zones = new Map<string, Zone>();
  for (const { zones: own } of site.levels) {
    for (const zone of own) if (zone.levels.includes(level)) zones.set(zone.id, zone);
  }
  return [...zones.values()];
}

/** Everything of a level that is worked out once, when it is first needed. */
interface Prepared {
  readonly selections: Selections;
  readonly viewsheds: Viewsheds;
  readonly tunnels: Tunnels;
  readonly nearby: Nearby;
}

export function createScene(site: Site, level: Level, maker: ViewshedMaker = createExpansion): Scene {
  const zones = zonesOn(site, level.id);
  const walls = deriveWalls(level, zones);
  const barriers = barriersOf(walls, level.ceiling);
  const bounds = boundsOf(level, zones);
  const reach = Math.hypot(bounds.maxX - bounds.minX, bounds.maxY - bounds.minY);
  let prepared: Prepared | undefined;
  const prepare = (): Prepared => {
    if (prepared !== undefined) return prepared;
    const selections = createSelections(barriers);
    const { all } = selections;
    prepared = {
      selections,
      viewsheds: maker(all, bounds),
      tunnels: createTunnels(barriers, reach),
      nearby: createNearby(all.units),
    };
    return prepared;
  };
  const among = new Map<string, Viewshed>();
  const casters = new Map<World, Casters>();
  const around = new Map<string, Around>();
  const leftAt = (world: World, at: Point, heights: Heights | undefined): Around => {
    const { selections, tunnels } = prepare();
    const beside = tunnels.beside(at);
    if (beside.id === 0) return NOTHING_AROUND;
    const { key, blocks } = selections.blocking(world, heights);
    const name = `${key} ${beside.id}`;
    const known = around.get(name) ?? aroundOf(selections.without(world, beside.barriers), blocks, heights, world);
    around.set(name, known);
    return known;
  };
  const rooms = new Map<World, Room>();
  let outline: Ring | undefined;
  let ways: Ways | undefined;
  return {
    level,
    zones,
    walls,
    joins: new Map(walls.cuts.map(({ opening, joins }) => [opening.id, joins])),
    bounds,
    reach,
    mountingOn(kind, heights, at, axis, tolerance) {
      const { selections, nearby } = prepare();
      const near = selections.mountable(kind, nearby.within(at, BESIDE), heights?.eye);
      return near.length === 0 ? undefined : openWindow(at, wallsOf(selections, near), axis, tolerance);
    },
    viewshed(world, heights, at, { window, range } = {}) {
      const { selections, viewsheds } = prepare();
      const { key, blocks } = selections.blocking(world, heights);
      const viewshed = among.get(key) ?? viewsheds.among(blocks);
      among.set(key, viewshed);
      const { except } = leftAt(world, at, heights);
      return viewshed.viewshed(at, window, range, except);
    },
    shadows(world, heights, at, ring) {
      const { selections } = prepare();
      const known = casters.get(world) ?? createCasters(selections, world);
      casters.set(world, known);
      return known.shadows(heights, at, ring, 2 * reach, leftAt(world, at, heights).left);
    },
    selections: () => prepare().selections,
    room(world) {
      const known = rooms.get(world) ?? roomOf(prepare(), barriers, world);
      rooms.set(world, known);
      return known;
    },
    outline() {
      outline ??= convexHull(zones.flatMap((zone) => zone.region.rings.flat()));
      return outline;
    },
    ways() {
      ways ??= waysThrough(walls);
      return ways;
    },
    leaks: () => leaksOf(barriers),
  };
}

/** What is left of the prepared walls round an eye on the same wall as some tunnels. */
interface Around {
  readonly left: Left;
  /** Those that hide everything beyond them no more. */
  readonly except: readonly number[];
}

function aroundOf(left: Left, blocks: Uint8Array, heights: Heights | undefined, world: World): Around {
  const except = [...left].filter(([wall, extents]) => blocks[wall] === 1 && !hideAll(extents, heights, world));
  return { left, except: except.map(([wall]) => wall) };
}

const NOTHING_AROUND: Around = { left: new Map(), except: [] };

function roomOf({ selections, viewsheds }: Prepared, barriers: readonly Barrier[], world: World): Room {
  const tunnels = new Set(barriers.flatMap(({ standsOut }, i) => (standsOut === undefined ? [] : [i])));
  const full = selections.blocking(world, undefined).blocks;
  const blocks = full.slice();
  for (const wall of aroundOf(selections.without(world, tunnels), full, undefined, world).except) blocks[wall] = 0;
  return createRoom(selections.all.units, blocks, viewsheds.among(blocks));
}

function wallsOf({ all }: Selections, indices: readonly number[]): NearWalls {
  return { segments: indices.flatMap((i) => all.segments[i] ?? []) };
}

function leaksOf(barriers: readonly Barrier[]): ReturnType<Scene['leaks']> {
  const solid = barriers.filter((barrier) => barrier.hides('may').includes(FULL));
  const named = (indices: readonly number[]) =>
    [...new Set(indices.flatMap((i) => solid[i]?.of ?? []))].sort((a, b) => (a < b ? -1 : 1));
  return prepareWalls(solid, { closeGaps: false }).leaks.map((leak) => ({ ...leak, between: named(leak.between) }));
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
