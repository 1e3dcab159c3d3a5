// One level made ready for viewshed queries: its barriers, viewsheds, shadows and space for sound.
import { charge, spendBudget } from '../../base/budget.js';
import { memoizeByName } from '../../base/memo.js';
import {
  boxOfRings,
  convexHull,
  createExpansion,
  type GatedSpans,
  type GatedView,
  grow,
  type Leak,
  type Mounting,
  type NearWalls,
  openWindow,
  openWindows,
  type PlaceView,
  type PlaceViewsheds,
  type PreparedWalls,
  prepareWalls,
  type Viewshed,
} from '../../geometry/index.js';
import type { Box, Point, Ring, Segment, Window } from '../../geometry/types.js';
import { kindsOf } from '../../law/lookup.js';
import type { Ground } from '../../plan/ground.js';
import type { Level, Site, Zone } from '../../plan/model.js';
import { type Cut, deriveWalls, type LevelWalls } from '../../plan/walls/walls.js';
import { createRoom, type Room } from '../sound/room.js';
import { type Ways, waysThrough } from '../view/crossings.js';
import { type Barrier, barriersOf, type MayWorld, type World } from './barriers.js';
import { createNearby, type Nearby } from './nearby.js';
import { createCasters } from './occluders.js';
import { createSelections, hideAll, type Kind, type Selections } from './selection.js';
import { type Extent, FULL, type Heights } from './shadow.js';

/**
 * Limits of a view besides the walls: `window` (radians counter-clockwise from +x; undefined: all round) and `range` (m).
 */
export interface Through {
  readonly window?: Window | undefined;
  /** m: what lies farther away may be wrong; undefined: no limit. */
  readonly range?: number | undefined;
}

/** One level made ready for viewshed queries. */
export interface Scene {
  readonly level: Level;
  /** Zones on it, including those that span it from another level. */
  readonly zones: readonly Zone[];
  readonly walls: LevelWalls;
  /** The zones that each opening joins, by its id. */
  readonly joins: ReadonlyMap<string, Cut['joins']>;
  /** Box round everything drawn, plan metres. */
  readonly bounds: Box;
  /** m: no two places on the level are farther apart. */
  readonly reach: number;
  /**
   * Returns how a device at `at` that looks along `axis` (radians counter-clockwise from +x) is mounted on walls of a
   * kind; undefined if it is on none.
   */
  mountingOn(
    walls: Kind,
    heights: Heights | undefined,
    at: Point,
    axis: number,
    tolerance?: number,
  ): Mounting | undefined;
  /**
   * Returns how a device may be mounted there if the plan doesn't say to which side it looks: every side, however
   * narrow; [] if it is on no wall.
   */
  mountingsOn(walls: Kind, heights: Heights | undefined, at: Point): Mounting[];
  /**
   * Returns what is seen in `world` from `at` past everything that hides all beyond it; without heights, past what
   * reaches from floor to ceiling.
   */
  viewshed(world: World, heights: Heights | undefined, at: Point, through?: Through): Ring;
  /**
   * Returns the spans of the same viewshed in may-see, with the gates passed on the way: sills, lintels and low walls
   * that hide only some heights. `hidden` returns which of them a gate hides, m above the floor.
   */
  gated(world: MayWorld, heights: Heights | undefined, at: Point, through?: Through): Gated;
  /**
   * Returns a proved upper bound: what some position in a convex place sees, past everything that hides all beyond it, in
   * parts, each with the gates before it: sills, lintels and low walls that hide only some heights, as in
   * {@link Scene.gated}.
   */
  gatedFromAny(world: MayWorld, heights: Heights | undefined, place: Ring, through?: Through): GatedPart[];
  /**
   * Returns a proved lower bound: what all positions in a convex place see for certain, past every wall, however low.
   */
  fromAll(place: Ring, through?: Through): Ring[];
  /**
   * Returns what occluders (low walls, sills, lintels) hide of a view from `at`, within its `ring`. Without heights
   * each hides everything beyond it in must-see, and nothing in the other worlds.
   */
  shadows(world: World, heights: Heights | undefined, at: Point, ring: Ring): Ring[];
  /** Returns the prepared walls, and which of them hide. */
  selections(): Selections;
  /**
   * Returns the space that sound moves in. Nothing lower than the ceiling stops sound, nor does a part of an opening's
   * tunnel that stands out of the wall as drawn because the plan gives a thicker wall.
   */
  room(world: World): Room;
  /** Returns the convex hull of everything drawn. */
  outline(): Ring;
  /** Returns the openings and panes through which sight may pass. */
  ways(): Ways;
  /** Returns gaps of 5–50 mm between walls, each with the sorted ids of what it lies between. */
  leaks(): readonly (Omit<Leak, 'between'> & { readonly between: readonly string[] })[];
}

/** A view among walls, with the gates that it passes: sills, lintels and low walls, which hide only some heights. */
export interface Gated {
  /** Valid until the next view. */
  readonly seen: GatedSpans;
  /** Ends of the prepared walls, grid units. */
  readonly units: Float64Array;
  /** Returns the heights that a wall, given by its index, hides, m above the floor. */
  readonly hidden: (wall: number) => readonly Extent[];
}

/**
 * A part of the area seen from a place, as a ring in metres, with the panels it is seen past and the heights (m) that
 * each hides.
 */
export interface GatedPart {
  readonly ring: Ring;
  readonly gates: readonly (Segment & { readonly hidden: readonly Extent[] })[];
}

/**
 * Algorithm of viewsheds among prepared walls (welded, split where they cross): createExpansion, or createChecked,
 * which computes each viewshed by two algorithms and throws if they differ. `bounds`, in metres, is where rays end
 * that hit nothing.
 */
export type ViewshedMaker = (walls: PreparedWalls, bounds: Box) => PlaceViewsheds;

/** m round everything drawn at which rays that hit nothing end, but not before the end of near areas of anchors. */
const MARGIN = 1;

/** m: a mounting depends only on walls nearer than this. */
const BESIDE = 0.15;

/** Returns the zones of a site that lie on a level, including those declared on another. */
export function zonesOn(site: Ground, level: string): Zone[] {
  const zones = new Map<string, Zone>();
  spendBudget(site.levels.length);
  for (const { zones: own } of site.levels) {
    spendBudget(own.length);
    for (const zone of own) if (zone.levels.includes(level)) zones.set(zone.id, zone);
  }
  return [...zones.values()];
}

/** Everything of a level that is computed once, when first needed. */
interface Prepared {
  readonly selections: Selections;
  readonly viewsheds: PlaceViewsheds;
  readonly nearby: Nearby;
}

/** Returns one level made ready. Walls are prepared when a view is first asked for. */
export function createScene(site: Site, level: Level, maker: ViewshedMaker = createExpansion): Scene {
  const zones = zonesOn(site, level.id);
  const walls = deriveWalls(level, zones);
  const barriers = barriersOf(walls, level.ceiling);
  const bounds = boundsOf(site, level, zones);
  const reach = Math.hypot(bounds.maxX - bounds.minX, bounds.maxY - bounds.minY);
  let prepared: Prepared | undefined;
  const prepare = (): Prepared => {
    if (prepared !== undefined) return prepared;
    const selections = charge('walls', level.id, () => createSelections(barriers));
    const { all } = selections;
    prepared = {
      selections,
      viewsheds: maker(all, bounds),
      nearby: createNearby(all.units),
    };
    return prepared;
  };
  const mountable = (kind: Kind, heights: Heights | undefined, at: Point): NearWalls => {
    const { selections, nearby } = prepare();
    return wallsOf(selections, selections.mountable(kind, nearby.within(at, BESIDE), heights?.eye));
  };
  const among = new Map<string, Viewshed & PlaceView & GatedView>();
  const viewing = (key: string, blocks: Uint8Array): Viewshed & PlaceView & GatedView => {
    const known = among.get(key) ?? prepare().viewsheds.among(blocks);
    among.set(key, known);
    return known;
  };
  const casters = memoizeByName((world: World) => createCasters(prepare().selections, world));
  const room = memoizeByName((world: World) => roomOf(prepare(), world));
  let outline: Ring | undefined;
  let ways: Ways | undefined;
  return {
    level,
    zones,
    walls,
    joins: new Map(walls.cuts.map(({ opening, joins }) => [opening.id, joins])),
    bounds,
    reach,
    mountingOn: (kind, heights, at, axis, tolerance) => openWindow(at, mountable(kind, heights, at), axis, tolerance),
    mountingsOn: (kind, heights, at) => openWindows(at, mountable(kind, heights, at)),
    viewshed(world, heights, at, { window, range } = {}) {
      const { selections } = prepare();
      const { key, blocks } = selections.blocking(world, heights);
      // If the rest of such a wall still hides something, the whole of it does in must-see.
      const stands = (wall: number) => {
        if (selections.isWhole(wall, at)) return true;
        const extents = selections.hiding(world, wall, at);
        return hideAll(extents, heights, world) || (world === 'must' && extents.length > 0);
      };
      return viewing(key, blocks).viewshed(at, window, range, stands);
    },
    gated(world, heights, at, { window, range } = {}) {
      const { selections } = prepare();
      const { key, blocks } = selections.gated(world, heights);
      const hidden = (wall: number) =>
        selections.isWhole(wall, at) ? selections.hidingWhole(world, wall) : selections.hiding(world, wall, at);
      const stands = (wall: number) => selections.isWhole(wall, at) || hideAll(hidden(wall), heights, world);
      const seen = viewing(key, blocks).spans(at, window, range, stands);
      return { seen, units: selections.all.units, hidden };
    },
    gatedFromAny(world, heights, place, { window, range } = {}) {
      const { selections } = prepare();
      const { key, blocks } = selections.gated(world, heights);
      // A part that stands out of the wall that one of the positions is on may hide nothing from there.
      const hidden = (wall: number) => selections.hidingAsDrawn(world, wall);
      const stands = (wall: number) => hideAll(hidden(wall), heights, world);
      const parts = viewing(key, blocks).gatedFromAny(place, window, range, stands);
      return parts.map(({ ring, gates }) => ({
        ring,
        gates: gates.map((wall) => ({ ...selections.all.segmentAt(wall), hidden: hidden(wall) })),
      }));
    },
    fromAll(place, { window, range } = {}) {
      const { selections } = prepare();
      return viewing('anything', selections.hidingAnything('must')).fromAll(place, window, range);
    },
    shadows(world, heights, at, ring) {
      return casters(world).shadows(heights, at, ring, 2 * reach);
    },
    selections: () => prepare().selections,
    room,
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

function roomOf({ selections, viewsheds }: Prepared, world: World): Room {
  const blocks = selections.blocking(world, undefined).blocks.map((how, wall) => {
    if (how !== 2) return how;
    return hideAll(selections.hidingAsDrawn(world, wall), undefined, world) ? 1 : 0;
  });
  return createRoom(selections.all.units, blocks, viewsheds.among(blocks));
}

function wallsOf({ all }: Selections, indices: readonly number[]): NearWalls {
  return { segments: indices.map((i) => all.segmentAt(i)) };
}

function leaksOf(barriers: readonly Barrier[]): ReturnType<Scene['leaks']> {
  const solid = barriers.filter((barrier) => barrier.hides('may').includes(FULL));
  const named = (indices: readonly number[]) =>
    [...new Set(indices.flatMap((i) => solid[i].of))].sort((a, b) => (a < b ? -1 : 1));
  return prepareWalls(solid, { closeGaps: false }).leaks.map((leak) => ({ ...leak, between: named(leak.between) }));
}

export function boundsOf({ pack }: Site, level: Level, zones: readonly Zone[]): Box {
  const rings: (readonly Point[] | Ring)[] = [
    ...zones.flatMap((zone) => zone.region.rings),
    ...level.walls.map((wall) => wall.line),
    ...level.openings.map((opening) => opening.line),
    level.devices.map((device) => device.at),
    level.signs.map((sign) => sign.at),
  ];
  const hasAnchor = zones.some((zone) => kindsOf(pack, zone).some(({ anchor }) => anchor === true));
  const near = hasAnchor ? (pack.parameters.nearRadius?.value ?? 0) : 0;
  return grow(boxOfRings(rings) ?? { minX: 0, minY: 0, maxX: 0, maxY: 0 }, near + MARGIN);
}
