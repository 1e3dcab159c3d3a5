// What `suggest` is asked and what it answers: catalogue, requirements, poses, designs, bounds.

import type { Point, Region } from '../../geometry/types.js';
import type { ClauseId, DensityLevel } from '../../law/types.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import type { Device, DeviceKind, Optics, Range, Zone } from '../../plan/model.js';
import type { RegionOnLevels } from '../../sight/types.js';
import type { WritableValue } from '../../source/edit/splice.js';

/** Where a camera may be mounted: on a wall, in the corner of two walls, on the ceiling. */
export type MountKind = 'wall' | 'corner' | 'ceiling';

/** A type of camera that may be suggested. */
export interface CameraType {
  /** Its name among the plan's `deviceTypes`. */
  readonly id: string;
  /** Cost of one, in whole units of the catalogue; 1 unless stated. */
  readonly price: number;
  readonly mounts: readonly MountKind[];
  /** Its lens, without heading and tilt. `hfov` and `resolution` are set. */
  readonly lens: Optics & { readonly hfov: number; readonly resolution: Range };
  /** Metres; undefined: no limit given. */
  readonly range: number | undefined;
  /** As the type states it, degrees and metres; absent: it states none, and sight's defaults hold. */
  readonly tolerance?: Device['tolerance'];
  /** Keys to add to `deviceTypes` if the plan lacks the type; undefined: the plan has it. */
  readonly keys: Readonly<Record<string, WritableValue>> | undefined;
}

/** A type of device that captures nothing and protects a zone by itself: a contact or a reader on its door. */
export interface PointType {
  readonly id: string;
  readonly kind: Extract<DeviceKind, 'door-contact' | 'access-reader'>;
  readonly price: number;
  readonly keys: Readonly<Record<string, WritableValue>> | undefined;
}

/** Where nothing may be mounted: a drawn wall, a zone, or a polygon (plan metres) on a level. */
export type NoGo =
  | { readonly wall: string }
  | { readonly zone: string }
  | { readonly polygon: readonly Point[]; readonly level: string };

/** Rules of mounting, all of them this tool's or the designer's, none the law's. Metres and degrees. */
export interface Mounting {
  readonly wall: {
    /** Mount heights that are searched, m above the floor. */
    readonly heights: readonly number[];
    /** Metres that a camera keeps from openings and panes. */
    readonly fromOpenings: number;
  };
  /** Metres below the ceiling of a camera that hangs from it. */
  readonly ceiling: { readonly drop: number };
  readonly noGo: readonly NoGo[];
  /** Degrees below the horizon. */
  readonly tilts: Range;
}

/** What may be suggested and where it may be mounted. */
export interface Catalogue {
  /**
   * Where the types are from. `file`: of a catalogue; `plan`: the plan's own `deviceTypes`; `built-in`: the plan has
   * none, so sitecam's two.
   */
  readonly from: 'file' | 'plan' | 'built-in';
  /** Path of the file as shown to people, which may hold rules of mounting alone; undefined: there is none. */
  readonly path: string | undefined;
  /** SHA-256 of the file's text; without a file, of what is in the catalogue as JSON. */
  readonly sha256: string;
  readonly cameras: readonly CameraType[];
  readonly points: readonly PointType[];
  readonly mounting: Mounting;
  /** Ids of devices that stay, besides every existing one. */
  readonly fixed: readonly string[];
}

/** What a design is for: what the law asks, or the design criterion as well. */
export type Goal = 'law' | 'criterion';

/** What a design is measured by: number of devices, their price, or how much it changes what is drawn. */
export type Objective = 'count' | 'price' | 'change';

/** One zone that a design must cover: a share of its area at a density level. Share and level are this tool's. */
export interface Requirement {
  readonly zone: Zone;
  /** Items of the law that name the zone. */
  readonly clauses: readonly ClauseId[];
  readonly goal: Goal;
  readonly level: DensityLevel['id'];
  /** px/m. */
  readonly density: number;
  /** Share of `area` to be covered, 0–1. */
  readonly share: number;
  /** True if intrusion detectors count too. */
  readonly detectors: boolean;
  /** Regions that don't count: private zones in it and their near areas. */
  readonly minus: readonly RegionOnLevels[];
  /** m² to be covered, of which `share` is required. */
  readonly area: number;
  /** Share that the devices that stay cover, 0–1. */
  readonly kept: number;
  /** Set if sitecam only suggests to protect the zone, and it is required since the plan as drawn protects it. */
  readonly asDrawn?: true;
}

/** A suggested camera: device, type, place and the zones that it covers. */
export interface SuggestedCamera {
  readonly device: Device;
  readonly type: CameraType;
  readonly mount: MountKind;
  /** Innermost zone that it stands in; undefined: in none. */
  readonly zone: Zone | undefined;
  /** Heading and tilt in degrees as in the plan's file: clockwise from true north, and below the horizon. */
  readonly heading: number;
  readonly tilt: number;
  /** Position as written in the plan's file. */
  readonly written: Point;
  /** Required zones that it covers, with the share of each that it sees by itself. */
  readonly covers: readonly { readonly requirement: Requirement; readonly share: number }[];
}

/** Whether a part's design is proved to be cheapest; if there is none, whether that is proved. */
export type Conclusion =
  /** No pose does better: the bound meets the design. */
  | { readonly is: 'proved' }
  /** A design is found; whether a cheaper one exists isn't decided. */
  | { readonly is: 'gap' }
  /**
   * No design exists with these types and mounts: no more than a share `most` (0–1) of the requirement's zone can be
   * covered without seeing into private zones. `by`: those that forbid the poses from which more could be seen.
   */
  | {
      readonly is: 'impossible';
      readonly requirement: Requirement;
      readonly most: number;
      readonly by: readonly Zone[];
    }
  /**
   * No design is found, nor is it proved that there is none. If `most` is less than the share required, there is no
   * mount from which the zone can be seen, and nothing was examined.
   */
  | { readonly is: 'undecided'; readonly requirement: Requirement; readonly most: number }
  /** The search was stopped before a design was found. */
  | { readonly is: 'stopped' };

/** Zones that some camera may cover together, and what is found for them. No camera covers zones of two parts. */
export interface Part {
  readonly requirements: readonly Requirement[];
  readonly conclusion: Conclusion;
  /** Cost of the design; undefined if there is none. */
  readonly cost: number | undefined;
  /** No design costs less; 0 if nothing is proved. */
  readonly bound: number;
  readonly cameras: readonly SuggestedCamera[];
  /** Number of cells of poses that the proof consists of. */
  readonly cells: number;
  /**
   * Parts of the floor, each with its weight in the proof as a share (0–1) of the greatest: where weight is, cameras
   * are needed.
   */
  readonly floor: readonly { readonly level: string; readonly region: Region; readonly weight: number }[];
}

/** How far a design meets a requirement, by linting the plan with it. */
export interface Met {
  readonly requirement: Requirement;
  /** Share covered, 0–1. */
  readonly share: number;
  readonly isMet: boolean;
}

/**
 * A change that `suggest --repair` makes to a camera of the plan, so that what is required is met: it is turned, moved,
 * made of another type, or removed.
 */
export interface Repair {
  readonly device: Device;
  readonly change: 'turn' | 'move' | 'type' | 'remove';
  /** The device as changed; undefined if it is removed. */
  readonly to: Device | undefined;
}

/**
 * What the ban on capture costs: how many more cameras, or how much more by price, a design needs than the cheapest one
 * would if cameras might see into private places. The exact number isn't known; it lies between two proved ones.
 */
export interface PriceOfPrivacy {
  readonly least: number;
  readonly most: number;
}

/** Result of one run of `suggest`: the plan before and after, the cameras of each part, and what isn't met. */
export interface Suggestion {
  /** The plan as drawn. */
  readonly before: Report;
  /** The plan as suggested, read and judged again; undefined if there is no design or it wasn't accepted. */
  readonly after: Report | undefined;
  /** The plan as suggested, read and judged again, if it wasn't accepted. Absent: it was, or there is no design. */
  readonly refused?: Report;
  /** The verdicts for which it wasn't accepted. Absent: it was, or there is no design. */
  readonly objections?: readonly LintVerdict[];
  readonly catalogue: Catalogue;
  readonly goal: Goal;
  readonly objective: Objective;
  /** Ids of the levels asked about. */
  readonly levels: readonly string[];
  readonly parts: readonly Part[];
  readonly met: readonly Met[];
  /** Cameras of the plan that stay. */
  readonly kept: readonly Device[];
  /** Planned cameras that the design replaces. */
  readonly replaced: readonly Device[];
  /** Changes to what is drawn; [] unless a repair was asked for. */
  readonly repairs: readonly Repair[];
  /**
   * Required zones in which no camera may be mounted, since lint would report a camera there wherever it looks: the use
   * of the zone isn't settled, or no way into it is drawn.
   */
  readonly barred: readonly Zone[];
  /** Number of zones of unknown use, into which no camera may see until their use is known. */
  readonly unknownUse: number;
  /** Undefined if it wasn't asked for, or nothing is proved. */
  readonly privacy: PriceOfPrivacy | undefined;
  /** Subjects of the verdicts on signs that become due with the design. */
  readonly signs: readonly string[];
  /** True if the search was ended by the user, or by its limit of steps, before it was through. */
  readonly stopped: boolean;
  /** Steps taken. */
  readonly steps: number;
}
