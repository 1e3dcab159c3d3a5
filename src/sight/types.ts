import type { Piece, Point, Region } from '../geometry/types.js';
import type { Device, Opening, Range, Sign, Zone } from '../plan/model.js';
import type { View } from './view/views.js';

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

export type Unsaid =
  /** The device's mount height. */
  | { readonly what: 'height' }
  /** Where exactly it is: it has a position tolerance. */
  | { readonly what: 'position' }
  /** How high the rooms of a level are. */
  | { readonly what: 'ceiling'; readonly level: string }
  /** Levels of one elevation lie over each other. */
  | { readonly what: 'elevation' }
  /** By its height the device is above a floor under which it stands. */
  | { readonly what: 'floor' };

/** How somebody who stands before a pane looks through it: all in metres. */
export interface Onlooker {
  /** Height of the eye above the floor. */
  readonly eye: number;
  /** How far before the pane. */
  readonly distance: number;
  /** Height above the floor at which the room must be seen. */
  readonly target: number;
}

/** What is certainly seen of a room from before its panes. */
export interface LookedIn {
  /** m², of the room less what is left out. */
  readonly area: number;
  /** 0–1 */
  readonly fraction: number;
  /** Numerical bound on `fraction`. */
  readonly bound: number;
  /** How many of the panes anybody can stand before: where no zone is drawn there is nobody. */
  readonly panes: number;
}

/**
 * What all poses of a box have in common, and what they have between them: bounds that hold for each of infinitely many
 * poses, so that what no pose of a box can do is known without trying any.
 *
 * A camera that may be mounted up to δ off its pose surely sees what all poses within δ see, and may see what any does. So
 * of all poses within a of c (a ≤ δ) each has every pose within δ − a of c among those it may in fact take: what such a
 * pose sees, all of them may see, and what such a pose doesn't see, none of them surely sees. Where a > δ the same holds of
 * whole boxes within a − δ: what all poses of such a box see, each may see; what none of them sees, none surely sees.
 */

/** Poses of a camera with one lens, degrees as in the model, from ≤ to; headings may run past 360. */
export interface PoseBox {
  readonly headings: Range;
  readonly tilts: Range;
  readonly fields: Range;
}

/** A device whose poses can be told: one lens, aimed, of known optics, at a known height, its mounting clear. */
export interface Poses {
  /** Headings it may take where it is mounted without looking along its wall or past it, degrees; undefined: all. */
  readonly headings: Range | undefined;
  /** What holds the must-see view at `density` of every pose of the box. */
  mustInSome(box: PoseBox, density: number): View;
  /** What of `region` is in the may-see view at `density` of every pose of the box; undefined: nothing for certain. */
  mayInEvery(box: PoseBox, region: Region, density: number, world: 'may' | 'standing'): Reach | undefined;
}

/** What of a plan people walk through, and what is taken for outside: by kind of zone, from a pack. */
export interface Walking {
  /** m: a sign is noticed from no further. */
  readonly radius: number;
  /** Kinds of zone that lie in the open, where nothing walls them in. */
  readonly open: ReadonlySet<string>;
  /** Kinds of zone that one comes in over where no door is drawn in their outer edge. */
  readonly entrances: ReadonlySet<string>;
  /** Kinds of zone by which one comes from level to level. */
  readonly ladders: ReadonlySet<string>;
  /** Ids of the signs that count; absent: all of them. */
  readonly signs?: ReadonlySet<string>;
  /** Whether zones whose kind couldn't be told are taken for public ones. */
  readonly unsettled: boolean;
}

/** Where the public comes in. */
export interface Approach {
  /** Opening: its id; open edge: `ZONE/edge`; a zone that leads from a level that isn't drawn: its id. */
  readonly subject: string;
  readonly level: string;
  readonly opening: Opening | undefined;
  /** The zone one comes into. */
  readonly zone: Zone;
  /** The signs that are met there, in the plan's order; of a wide one that are met anywhere along it. */
  readonly met: readonly Sign[];
  /** Where a person may be who came in here and has met no sign yet: nothing, where all of it is signed. */
  unmet(): readonly Place[];
}

/** A plot of ground on a level. */
export interface Place {
  readonly level: string;
  readonly zone: Zone | undefined;
  readonly region: Region;
}

/** How people come in and walk about, and where they meet signs. */
export interface Walks {
  readonly approaches: readonly Approach[];
  /** Zones that lie in the open, with a sign that is noticed from somewhere in each. */
  readonly outdoors: readonly { readonly zone: Zone; readonly level: string; readonly sign: Sign | undefined }[];
  /** Levels on which people walk and to which no way in leads. */
  readonly cutOff: readonly { readonly level: string; readonly places: readonly Place[] }[];
  /** Signs on a wall of which the plan doesn't say on which side: they count nowhere. */
  readonly sideless: readonly Sign[];
  /** Signs that nobody notices from anywhere where people may be: they hang where the public doesn't go, or face a wall. */
  readonly hidden: readonly Sign[];
}
