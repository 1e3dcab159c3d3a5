import {
  boxOf,
  createSweep,
  grow,
  type Leak,
  type PreparedWalls,
  prepareWalls,
  type Sweep,
} from '../geometry/index.js';
import type { Box, Point, Ring } from '../geometry/types.js';
import type { Level, Site, Zone } from '../plan/model.js';
import { deriveWalls, type LevelWalls } from '../plan/walls.js';
import { type Barrier, barriersOf, type World } from './barriers.js';

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
  /** Walls that block in `world` for a camera at height `eye`; memoised. */
  wallsFor(world: World, eye: number | undefined): PreparedWalls;
  /** Walls a device can be mounted on: those that block in may-see for it, but not the sides of tunnels. */
  mounts(eye: number | undefined): PreparedWalls;
  sweepFor(world: World, eye: number | undefined): Sweep;
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
  const bounds = boundsOf(level, zones);
  // All worlds look at walls that were welded and split together, so that one world's walls are exactly among another's.
  let all: PreparedWalls | undefined;
  const prepared = new Map<string, PreparedWalls>();
  const sweeps = new Map<string, Sweep>();
  const select = (chosen: readonly boolean[], gaps: boolean): { key: string; walls: PreparedWalls } => {
    const key = `${gaps ? 'closed' : 'open'} ${chosen.map((one) => (one ? '1' : '0')).join('')}`;
    all ??= prepareWalls(barriers, { closeGaps: true });
    const known = prepared.get(key) ?? subset(all, chosen, gaps);
    prepared.set(key, known);
    return { key, walls: known };
  };
  const blocking = (world: World, eye: number | undefined) =>
    select(
      barriers.map((barrier) => barrier.blocks(world, eye)),
      world === 'must',
    );
  return {
    level,
    zones,
    walls,
    barriers,
    bounds,
    reach: Math.hypot(bounds.maxX - bounds.minX, bounds.maxY - bounds.minY),
    wallsFor: (world, eye) => blocking(world, eye).walls,
    mounts: (eye) =>
      select(
        barriers.map((barrier) => !barrier.jamb && barrier.blocks('may', eye)),
        false,
      ).walls,
    sweepFor(world, eye) {
      const { key, walls: chosen } = blocking(world, eye);
      const sweep = sweeps.get(key) ?? createSweep(chosen, bounds);
      sweeps.set(key, sweep);
      return sweep;
    },
    leaks() {
      const solid = barriers.filter((barrier) => barrier.blocks('may', undefined));
      const named = (indices: readonly number[]) =>
        [...new Set(indices.flatMap((i) => solid[i]?.of ?? []))].sort((a, b) => (a < b ? -1 : 1));
      return prepareWalls(solid, { closeGaps: false }).leaks.map((leak) => ({ ...leak, between: named(leak.between) }));
    },
  };
}

/** The prepared pieces of which any source is chosen; closed gaps have no source. */
function subset(all: PreparedWalls, chosen: readonly boolean[], gaps: boolean): PreparedWalls {
  const kept = all.origin.flatMap((sources, i) =>
    (sources.length === 0 ? gaps : sources.some((source) => chosen[source] === true)) ? [i] : [],
  );
  return {
    segments: kept.flatMap((i) => all.segments[i] ?? []),
    origin: kept.map((i) => all.origin[i] ?? []),
    leaks: [],
    units: Float64Array.from(kept.flatMap((i) => [...all.units.subarray(4 * i, 4 * i + 4)])),
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
