import type { Piece, Point, Region } from '../geometry/types.js';
import type { Device, Opening, Zone } from '../plan/model.js';
import type { Unsaid } from './levels-device.js';
import type { LookedIn, Onlooker } from './look-in.js';
import type { Poses } from './poses.js';
import type { Walking } from './walk/kinds.js';
import type { Walks } from './walk/walks.js';

export type { Unsaid } from './levels-device.js';
export type { LookedIn, Onlooker } from './look-in.js';
export type { PoseBox, Poses } from './poses.js';

/** How a view or a sound gets into a zone: the openings the line crosses, in order from the device. */
export interface Crossing {
  readonly opening: Opening | undefined;
  /** Clear or frosted wall crossed, where it isn't an opening. */
  readonly wall: string | undefined;
  readonly at: Point;
  /** Passage, pane or normally open: needs nobody to open it. */
  readonly standing: boolean;
  /** Seen through glass rather than through a gap. */
  readonly glazing: boolean;
}

/** One device's view into one region: evidence for a verdict. Metres, m², px/m. */
export interface Reach {
  readonly device: Device;
  /** Level on which the region lies. */
  readonly level: string;
  readonly area: number;
  /** Numerical bound on `area`, m². */
  readonly bound: number;
  /** Largest perpendicular distance past the line of the last opening crossed (first boundary edge where there is none). */
  readonly depth: number;
  /** Whether `depth` is more than `by` m: costs less than the depth itself. */
  isDeeperThan(by: number): boolean;
  /** Greatest depth, then density, then x, then y. Of sound the distance is the length of its way, round corners. */
  readonly worst: { readonly point: Point; readonly distance: number; readonly density: number | undefined };
  readonly crossings: readonly Crossing[];
  /** Where the way to the worst point crosses openings and, of sound, where it bends, in order from the device. */
  readonly via: readonly Point[];
  /** Whether the whole of it exists with every door and curtain closed. */
  readonly standing: boolean;
  /** Largest density (px/m) at which the device may see any of the region; undefined: not bounded (resolution unknown). */
  readonly density: number | undefined;
  readonly pieces: readonly Piece[];
}

/** How well a zone is covered. Fractions 0–1. */
export interface Coverage {
  readonly zone: Zone;
  /** m² of zone′: the zone less private zones in it and their near areas. 0: nothing to cover. */
  readonly area: number;
  readonly covered: number;
  readonly fraction: number;
  /** Numerical bound on `fraction`. */
  readonly bound: number;
  /** The fraction were every device mounted exactly as drawn: what the tolerances cost. */
  readonly asDrawn: number;
  /** Uncovered parts, largest first. */
  readonly uncovered: readonly Piece[];
  readonly devices: readonly Device[];
}

/** What lies where, and what is seen of it: everything rules ask of geometry. Lazy and memoised; pure. */
export interface Sight {
  /** Innermost first. Zones whose region holds `point` on `level`. */
  zonesAt(level: string, point: Point): readonly Zone[];
  /** The zone's region less the `minus` zones nested in it. */
  regionOf(zone: Zone, minus: readonly Zone[]): Region;
  /** Points within `radius` of the anchor with an open line to it in the may world (nothing closed counts as a screen but walls). */
  near(anchor: Zone, radius: number): Region;
  /** Exact, by symmetry of sight: whether `point` on the anchor's level has an open line of at most `radius` m to any part of the anchor. */
  nearTo(level: string, point: Point, anchor: Zone, radius: number): { readonly distance: number } | undefined;
  /** Whether `point` lies in `region`, its edge included. */
  holds(region: Region, point: Point): boolean;
  /** Zones of any level that the box of the device's may-see at `density` meets: no other is seen. */
  within(device: Device, level: string, density: number): readonly Zone[];
  /**
   * May-see of `device` into `region` at `density` px/m or finer. `world` standing: every door and curtain closed.
   * Undefined when nothing (less than 1e-4 m²) is seen.
   */
  reach(device: Device, level: string, region: Region, density: number, world: 'may' | 'standing'): Reach | undefined;
  /**
   * What the plan doesn't say, so that what `device` may see on a level other than its own is no more than a bound: its
   * height, how high rooms are, or levels that don't lie in each other. Undefined: it says enough.
   */
  unsaid(device: Device, level: string): Unsaid | undefined;
  /**
   * May-hear of `device` into `region`; area is what lies within pickup by the shortest way round walls. Depth and
   * crossings are those of that way: past the line of the last opening it passes, though it may come round the jamb.
   */
  hear(device: Device, level: string, region: Region): Reach | undefined;
  /** Must-see (cameras, at `density`) and, where `detectors`, must-detect of the zone. */
  coverage(
    zone: Zone,
    density: number,
    options: { readonly detectors: boolean; readonly minus: readonly Region[] },
  ): Coverage;
  /**
   * What `device` sees on `level` at `density` px/m or finer: a point of any region's rings and in none of its shadows.
   * must: in the worst case, for certain; may: at most; standing: at most, with every door and curtain closed. [] of nothing,
   * and in must-see of any level but its own.
   */
  view(device: Device, level: string, density: number, world: 'must' | 'may' | 'standing'): readonly Region[];
  /** may-see of `device` inside the level's outline but in no zone, m², with its largest piece. */
  undrawn(device: Device): { readonly area: number; readonly piece: Piece | undefined };
  /** How much of `room`, less `minus`, somebody sees who stands before one of its `panes`, doors closed. Of the level it is declared on. */
  lookInto(room: Zone, panes: readonly Opening[], minus: readonly Region[], onlooker: Onlooker): LookedIn;
  /** Names of the two zones an opening joins (undefined: undrawn). */
  joins(opening: Opening): readonly [Zone | undefined, Zone | undefined];
  /**
   * How a device is mounted: clear of walls, on one (within 0.05 m), or on one with a heading that runs along it, which
   * doesn't say on which side it is: may-see then takes every side where a zone is drawn, and must-see none.
   */
  mounting(device: Device): 'free' | 'on-wall' | 'along-wall';
  /**
   * Bounds on what the device sees of its own level in any of many poses, mounted where it is; undefined where the plan
   * doesn't say enough, and of what doesn't just look one way.
   */
  poses(device: Device): Poses | undefined;
  /** Where people come in and how far they come before they meet a sign; remembered by `walking` itself. */
  walks(walking: Walking): Walks;
  /** Light leaks of a level: gaps of 5–50 mm between walls, each with the ids of what it is between, sorted. */
  leaks(level: string): readonly { readonly at: Point; readonly gap: number; readonly between: readonly string[] }[];
  /**
   * The same site with one device moved, turned or changed, or added: what doesn't hang on it is not worked out again, so
   * that a designer may drag it.
   */
  moved(device: Device): Sight;
}
