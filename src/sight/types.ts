// The interface of sight/: everything that rules ask of geometry, in plain metres, m² and px/m.
import type { Piece, Point, Region, Ring, Segment, Window } from '../geometry/types.js';
import type { Device, Opening, Range, Sign, Zone } from '../plan/model.js';
import type { MayWorld } from './scene/barriers.js';
import type { Face } from './scene/faces.js';
import type { View } from './view/views.js';

/** One place where a sight line or a way of sound passes through an opening or a wall of glass. */
export interface Crossing {
  /** The opening; undefined where glass in a wall is crossed instead. */
  readonly opening: Opening | undefined;
  /** Id of the owner of the clear or frosted wall that is crossed; undefined where it is an opening. */
  readonly wall: string | undefined;
  /** Where it is crossed, plan metres. */
  readonly at: Point;
  /** True if nobody has to open anything: a passage, a pane, or an opening that is normally open. */
  readonly standing: boolean;
  /** True if it is seen through glass rather than through a gap. */
  readonly glazing: boolean;
  /** True if that glass is frosted. */
  readonly frosted: boolean;
}

/** One device's view (or hearing) of one region: the evidence for a verdict. Metres, m², px/m. */
export interface Reach {
  readonly device: Device;
  /** Level on which the region lies. */
  readonly level: string;
  /** m² of the region that is seen or heard. */
  readonly area: number;
  /** Numerical bound on `area`, m². */
  readonly bound: number;
  /**
   * Metres from the line of the last opening crossed to the deepest point seen; where no opening is crossed, from the
   * first edge of the region that is.
   */
  readonly depth: number;
  /** True if `depth` is more than `by` m: costs less than the depth itself. */
  isDeeperThan(by: number): boolean;
  /**
   * The witness point: greatest depth, then density, then x, then y. For sound, `distance` is the length of the way
   * round corners.
   */
  readonly worst: { readonly point: Point; readonly distance: number; readonly density: number | undefined };
  /** Openings and glass that the line to the witness point crosses, in order from the device. */
  readonly crossings: readonly Crossing[];
  /**
   * Points where the way to the witness point crosses openings and, for sound, where it bends, in order from the
   * device.
   */
  readonly via: readonly Point[];
  /** True if all of it exists with every door and curtain closed. */
  readonly standing: boolean;
  /**
   * Largest density (px/m) at which the device may see any of the region; undefined: not bounded, as the resolution is
   * unknown.
   */
  readonly density: number | undefined;
  /** The parts of the region that are seen or heard. */
  readonly pieces: readonly Piece[];
}

/** A region on some levels (ids), such as a room that another zone's coverage leaves out there. */
export interface RegionOnLevels extends Region {
  readonly levels: readonly string[];
}

/** Coverage of a zone: how much of it devices certainly see or detect. Fractions 0–1. */
export interface Coverage {
  readonly zone: Zone;
  /** m² to be covered: the zone less private zones in it and their near areas. 0: nothing to cover. */
  readonly area: number;
  /** m² of it that is covered. */
  readonly covered: number;
  readonly fraction: number;
  /** Numerical bound on `fraction`. */
  readonly bound: number;
  /** The fraction if every device were mounted exactly as drawn: shows what the tolerances cost. */
  readonly asDrawn: number;
  /** Uncovered parts, largest first. */
  readonly uncovered: readonly Piece[];
  readonly devices: readonly Device[];
}

/**
 * All questions that rules ask about what devices see and hear on one site. Answers are computed when asked for, then
 * remembered; nothing else changes.
 */
export interface Sight {
  /** Returns the zones of `level` that contain `point`, innermost first. */
  zonesAt(level: string, point: Point): readonly Zone[];
  /** Returns the zone's region less those `minus` zones that are nested in it. */
  regionOf(zone: Zone, minus: readonly Zone[]): Region;
  /**
   * Returns the near area of an anchor: points within `radius` m that have an open line to it in may-see, where nothing
   * that can be opened screens. Walls do.
   */
  near(anchor: Zone, radius: number): Region;
  /**
   * Returns the distance (m) from `point` to the part of the anchor that has an open line to it; undefined if there is
   * none within `radius` m, or the anchor isn't on `level`. Exact, since sight is symmetric.
   */
  nearTo(level: string, point: Point, anchor: Zone, radius: number): { readonly distance: number } | undefined;
  /** True if `point` lies in `region` or on its edge. */
  holds(region: Region, point: Point): boolean;
  /**
   * Returns the zones of `level` that the device's may-see at `density` comes near: in some direction it reaches as far as
   * the zone's box. No other zone is seen.
   */
  within(device: Device, level: string, density: number): readonly Zone[];
  /**
   * Returns the may-see of `device` into `region` at `density` px/m or finer; `world` standing: with every door and
   * curtain closed; clear: and nothing seen through frosted glass. Undefined if less than 1e-4 m² is seen.
   */
  reach(device: Device, level: string, region: Region, density: number, world: MayWorld): Reach | undefined;
  /**
   * Returns the fact missing from the plan that makes a view of `device` on another level no more than an upper bound:
   * its height or exact place, a ceiling height, or correct elevations or levels. Undefined if the plan says enough.
   */
  unsaid(device: Device, level: string): Unsaid | undefined;
  /**
   * Returns what `device` may hear of `region`: the area within pickup distance by the shortest way round walls. Depth
   * is measured past the line of the last opening on that way, even if the way comes round its jamb. Undefined if it
   * hears nothing.
   */
  hear(device: Device, level: string, region: Region): Reach | undefined;
  /**
   * Returns how much of the zone is covered: by must-see of cameras at `density` px/m and, if `detectors`, by intrusion
   * detectors. `minus` regions don't count on their levels.
   */
  coverage(
    zone: Zone,
    density: number,
    options: { readonly detectors: boolean; readonly minus: readonly RegionOnLevels[] },
  ): Coverage;
  /**
   * Returns the view of `device` on `level` at `density` px/m or finer, as regions: a point is seen if it is in a ring
   * of one region and in none of its shadows. must: what is seen for certain; may: the most that may be seen; standing:
   * may with every door and curtain closed. [] if nothing is seen; must-see is [] on any level but the device's own.
   */
  view(device: Device, level: string, density: number, world: 'must' | 'may' | 'standing'): readonly Region[];
  /**
   * Returns the may-see (m²) of `device` that lies inside the level's outline but in no zone, with its pieces, the
   * largest first.
   */
  undrawn(device: Device): { readonly area: number; readonly pieces: readonly Piece[] };
  /** Returns the floor of a level that lies inside its outline but in no zone: what {@link Sight.undrawn} measures views on. */
  undrawnFloor(level: string): Region;
  /**
   * Returns how much of `room`, less `minus`, a person sees who stands outside one of its `panes` with doors closed; a
   * lower bound. Only the first level of the room counts.
   */
  lookInto(room: Zone, panes: readonly Opening[], minus: readonly Region[], onlooker: Onlooker): LookedIn;
  /** Returns the two zones that an opening joins; undefined stands for a side where no zone is drawn. */
  joins(opening: Opening): readonly [Zone | undefined, Zone | undefined];
  /**
   * Returns how a device is mounted: clear of walls, on a wall (within 0.05 m), or on a wall with a heading that runs
   * along it, which doesn't say on which side it is. In the last case may-see takes every side where a zone is drawn,
   * and must-see none.
   */
  mounting(device: Device): 'free' | 'on-wall' | 'along-wall';
  /**
   * Returns bounds on what the device sees of its own level in any of many poses at its place; undefined if the plan
   * doesn't say enough, or the device isn't a single lens with one heading.
   */
  poses(device: Device): Poses | undefined;
  /**
   * Returns the stretches of walls on a level on which a device may be mounted at `height` m: both sides, clear of
   * corners, ends and other walls.
   */
  faces(level: string, height: number): readonly Face[];
  /** Returns all that may hide anything on a level, low or high, open or closed: a device clear of it is on no wall. */
  walls(level: string): readonly Segment[];
  /** Returns where people come in and how far they get before they meet a sign. */
  walks(walking: Walking): Walks;
  /**
   * Returns the light leaks of a level: gaps of 5–50 mm between walls, each with the sorted ids of what it lies
   * between.
   */
  leaks(level: string): readonly LightLeak[];
  /**
   * Returns the same site with one device moved, turned, changed or added. Only what depends on it is computed again,
   * so that a designer may drag it.
   */
  moved(device: Device): Sight;
}

/** A gap of 5–50 mm between walls, through which sight can pass. */
export interface LightLeak {
  /** Its middle. */
  readonly at: Point;
  /** Metres. */
  readonly gap: number;
  /** From the free end of a wall to the other side. */
  readonly line: Segment;
  /** Sorted ids of what it lies between. */
  readonly between: readonly string[];
}

/** Fact missing from the plan, without which a view of another level is only an upper bound. */
export type Unsaid =
  /** The mount height of the device. */
  | { readonly what: 'height' }
  /** The exact place of the device: it has a position tolerance. */
  | { readonly what: 'position' }
  /** The ceiling height of a level. */
  | { readonly what: 'ceiling'; readonly level: string }
  /** The elevations: two levels of one elevation lie over each other. */
  | { readonly what: 'elevation' }
  /** The right height or level: by its mount height the device is above a floor that it stands under. */
  | { readonly what: 'floor' };

/** A person who looks in from outside a pane; all in metres. */
export interface Onlooker {
  /** Height of the eye above the floor. */
  readonly eye: number;
  /** Distance of the eye from the pane. */
  readonly distance: number;
  /** Height above the floor at which the room must be seen. */
  readonly target: number;
}

/** The part of a room that a person outside its panes certainly sees; a lower bound. */
export interface LookedIn {
  /** m² of the room, less what is left out. */
  readonly area: number;
  /** Share of that area that is seen, 0–1. */
  readonly fraction: number;
  /** Numerical bound on `fraction`. */
  readonly bound: number;
  /** Number of panes outside which a person can stand: there must be a zone. */
  readonly panes: number;
}

/**
 * Box of poses of a camera with one lens: every heading, tilt and field of view within three ranges. Degrees as in the
 * model, from ≤ to; headings may run past 360.
 *
 * A search for a better pose cuts all poses into such boxes. It drops a box as soon as bounds over the box show that no
 * pose in it will do: none covers enough, or each sees something private. A box about which the bounds say nothing is
 * cut in two.
 *
 * Bounds over a box hold for each of its infinitely many poses, so that poses are excluded without trying any. They use
 * the mounting tolerance δ: a camera mounted up to δ off its pose surely sees what all poses within δ see, and may see
 * what any of them does. Let a box be all poses within a of its middle c.
 * - a ≤ δ: each pose within δ − a of c is within δ of every pose of the box. What it sees, every pose of the box may
 *   see; what it doesn't see, no pose of the box surely sees.
 * - a > δ: each pose of the box is within δ of some pose within a − δ of c. What all poses within a − δ of c see, every
 *   pose of the box may see; what none of them sees, no pose of the box surely sees.
 */
export interface PoseBox {
  readonly headings: Range;
  readonly tilts: Range;
  readonly fields: Range;
  /** Where the device may be; absent: where it is drawn. */
  readonly places?: Eyes;
  /** Mount heights, m above the floor; absent: as drawn. */
  readonly heights?: Range;
}

/**
 * Eyes of a device that may be mounted anywhere in a place: all points of a convex ring (one point, or the two ends of a
 * stretch of wall), all with the same window. A stretch must lie on a prepared wall ({@link Poses.along}).
 */
export interface Eyes {
  readonly ring: Ring;
  /** Directions that the wall leaves open, radians counter-clockwise from +x; undefined: all round. */
  readonly window: Window | undefined;
}

/** Bounds on the views of a device in other poses: one aimed lens of known optics at a known height. */
export interface Poses {
  /** Headings (degrees) that the device may take without looking along its wall or into it; undefined: all. */
  readonly headings: Range | undefined;
  /** Returns a region that contains the must-see view at `density` of every pose of the box. */
  mustInSome(box: PoseBox, density: number): View;
  /** Returns a region that contains what is in sight in must-see of every pose of the box, whatever its lens. */
  inSightOfSome(box: PoseBox): View;
  /**
   * Returns convex rings in whose union every pose of the box has all that it sees in must-see at `density`, whatever
   * hides it. What is in them and in sight is {@link Poses.mustInSome}.
   */
  framesOfSome(box: PoseBox, density: number): readonly Ring[];
  /**
   * Returns the part of `region` that is in the may-see view at `density` of every pose of the box, as far as bounds
   * tell; undefined if no part certainly is. All poses see a point of it at one height, at which it is in the frame of
   * each and free. From where the device is drawn that is all that they see at a common height, but for rounding
   * inwards; from other places and heights, what they see at some heights that are taken one by one.
   */
  mayInEvery(box: PoseBox, region: Region, density: number, world: 'may' | 'standing'): Reach | undefined;
  /**
   * Returns the eyes of the device mounted anywhere from one point of a wall to another and looking to the side that
   * `heading` (degrees) says; undefined if it isn't on one straight wall all the way, or is near another at an end.
   */
  along(from: Point, to: Point, heading: number): Eyes | undefined;
}

/**
 * Settings for walking through a site, from a law pack: from how far a sign is noticed, and which kinds of zone lie
 * in the open, let people in, or lead from level to level.
 */
export interface Walking {
  /** Metres from which a sign is noticed at most. */
  readonly radius: number;
  /** Kinds of zone that lie in the open if no walls enclose them. */
  readonly open: ReadonlySet<string>;
  /** Kinds of zone through which people come in where no door is drawn in their outer edge. */
  readonly entrances: ReadonlySet<string>;
  /** Kinds of zone that lead from level to level, such as stairs and lifts. */
  readonly ladders: ReadonlySet<string>;
  /** Ids of the signs that count; absent: all. */
  readonly signs?: ReadonlySet<string>;
  /**
   * True if the public is taken to walk into enclosed zones of unknown use; false if these count as closed to it. Those
   * stated to be public are walked into either way. A rule that asks both ways learns what depends on their use.
   */
  readonly unsettled: boolean;
}

/** An opening, open edge or stairs through which the public enters, for the rule on signs. */
export interface Approach {
  /**
   * Id of the opening; `ZONE/edge` for an open edge; the zone's id for stairs or a lift from a level that isn't drawn.
   */
  readonly subject: string;
  readonly level: string;
  readonly opening: Opening | undefined;
  /** The zone that people come into. */
  readonly zone: Zone;
  /**
   * Signs that a person meets on coming in, in the plan's order; at a wide approach, those met anywhere along it. A
   * person meets a sign by passing within the distance at which it is noticed (`Walking.radius`), on its readable side,
   * with nothing in between, while it is ahead: on the straight way in or with the first step inside.
   */
  readonly met: readonly Sign[];
  /** Returns the places where a person may be who came in here and has met no sign yet; [] if all of it is signed. */
  unmet(): readonly Place[];
}

/** Part of a level where people may be. `zone` is undefined where none is drawn. */
export interface Place {
  readonly level: string;
  readonly zone: Zone | undefined;
  readonly region: Region;
}

/**
 * Result of walking a site as the public does: approaches, outdoor zones, levels to which no approach leads, and signs
 * that can't be met.
 */
export interface Walks {
  readonly approaches: readonly Approach[];
  /** Public zones in the open, each with a sign that is noticed from somewhere in it; undefined if there is none. */
  readonly outdoors: readonly { readonly zone: Zone; readonly level: string; readonly sign: Sign | undefined }[];
  /** Levels with public zones to which no approach leads. */
  readonly cutOff: readonly { readonly level: string; readonly places: readonly Place[] }[];
  /** Signs on a wall for which the plan doesn't say the side: they count nowhere. */
  readonly sideless: readonly Sign[];
  /** Signs that nobody can notice from where the public goes: they hang where it doesn't go, or face a wall. */
  readonly hidden: readonly Sign[];
}
