import {
  boxOf,
  createSweep,
  grow,
  type Leak,
  type Mounting,
  openWindow,
  type PreparedWalls,
  prepareWalls,
  type Sweep,
} from '../geometry/index.js';
import type { Box, Point, Ring, Segment, Window } from '../geometry/types.js';
import type { Level, Site, Zone } from '../plan/model.js';
import { deriveWalls, type LevelWalls } from '../plan/walls.js';
import { type Barrier, barriersOf, type World } from './barriers.js';
import { type Ways, waysThrough } from './crossings.js';

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
  /**
   * How a device at `at` and height `eye` is mounted: on the walls that block in `world`, or on those it can be mounted
   * on (`mounts`: what blocks in may-see, but for the sides of tunnels); undefined off every wall. Memoised.
   */
  mountingOn(
    walls: World | 'mounts',
    eye: number | undefined,
    at: Point,
    axis: number,
    tolerance?: number,
  ): Mounting | undefined;
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
  const jambs = barriers.filter(({ within }) => within !== undefined);
  const bounds = boundsOf(level, zones);
  // All worlds look at walls that were welded and split together, so that one world's walls are exactly among another's.
  let all: PreparedWalls | undefined;
  const prepared = new Map<string, PreparedWalls>();
  const sweeps = new Map<string, Sweep>();
  const views = new Map<string, Ring>();
  // Cameras at many heights see the same walls: those that block are told apart by which they are, not by the height.
  const select = (chosen: readonly boolean[], gaps: boolean): Selection => {
    const key = `${gaps ? 'closed' : 'open'} ${chosen.map((one) => (one ? '1' : '0')).join('')}`;
    all ??= prepareWalls(barriers, { closeGaps: true });
    const known = prepared.get(key) ?? subset(all, chosen, gaps);
    prepared.set(key, known);
    return { key, walls: known };
  };
  const blocking = memoised((world: World, eye: number | undefined, inside: ReadonlySet<Barrier>) =>
    select(
      barriers.map((barrier) => !inside.has(barrier) && barrier.blocks(world, eye)),
      world === 'must',
    ),
  );
  const mounting = memoised((_: 'mounts', eye: number | undefined) =>
    select(
      barriers.map((barrier) => !barrier.jamb && barrier.blocks('may', eye)),
      false,
    ),
  );
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
      const { walls: among } = walls === 'mounts' ? mounting(walls, eye) : blocking(walls, eye);
      const found = openWindow(at, among, axis, tolerance);
      mountings.set(name, found);
      return found;
    },
    viewshed(world, eye, at, window) {
      const name = `${world} ${eye} ${at[0]} ${at[1]} ${window?.from} ${window?.to}`;
      const known = views.get(name);
      if (known !== undefined) return known;
      const inside = jambs.filter((jamb) => jamb.within?.(at));
      const { key, walls: chosen } = blocking(world, eye, inside);
      const sweep = sweeps.get(key) ?? createSweep(chosen, bounds);
      sweeps.set(key, sweep);
      const view = sweep.viewshed(at, window);
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

interface Selection {
  /** Names the set of walls. */
  readonly key: string;
  readonly walls: PreparedWalls;
}

function memoised<W extends string>(
  compute: (world: W, eye: number | undefined, inside: ReadonlySet<Barrier>) => Selection,
): (world: W, eye: number | undefined, inside?: readonly Barrier[]) => Selection {
  const known = new Map<string, Selection>();
  return (world, eye, inside = []) => {
    if (inside.length > 0) return compute(world, eye, new Set(inside));
    const name = `${world} ${eye}`;
    const found = known.get(name) ?? compute(world, eye, new Set());
    known.set(name, found);
    return found;
  };
}

/** The prepared pieces of which any source is chosen; closed gaps have no source. */
function subset(all: PreparedWalls, chosen: readonly boolean[], gaps: boolean): PreparedWalls {
  const segments: Segment[] = [];
  const origin: (readonly number[])[] = [];
  const units = new Float64Array(all.units.length);
  all.segments.forEach((segment, i) => {
    const sources = all.origin[i] ?? [];
    if (!(sources.length === 0 ? gaps : sources.some((source) => chosen[source] === true))) return;
    units.set(all.units.subarray(4 * i, 4 * i + 4), 4 * segments.length);
    segments.push(segment);
    origin.push(sources);
  });
  return { segments, origin, leaks: [], units: units.subarray(0, 4 * segments.length) };
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
