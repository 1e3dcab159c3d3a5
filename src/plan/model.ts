// The model of a plan: site, levels, zones, walls, openings, devices, signs, waivers and faults.

import type { Point, Region, Segment } from '../geometry/types.js';
import type { Text } from '../i18n/catalogue.js';
import type { Localized } from '../i18n/locale.js';
import type { Pack, ZoneKind } from '../law/types.js';
import type { CameraModel } from '../models/types.js';
import type { SourceProblem } from '../source/problem.js';
import type { Place, SourceFile } from '../source/types.js';
import type { Project } from './project/model.js';
import type { LengthUnit } from './read/units.js';

/**
 * An author's statement that the site has no part with a role, such as `main-entrance`. Printed in every report, so that it
 * stays on record.
 */
export interface Absent {
  /** Role of the pack that nothing has. */
  readonly role: string;
  readonly reason: string;
  /** Who states it. */
  readonly by: string;
  readonly place: Place;
}

/** The document by which an authority designated the site a key unit. */
export interface Designation {
  readonly document: string;
  /** The authority. */
  readonly by: string;
  /** As written. */
  readonly date: string;
}

/** A zone: region in plan metres, kind resolved against the pack, flags with the kind's defaults filled in. */
export interface Zone {
  readonly id: string;
  /** Zone kind as written. */
  readonly kind: string;
  /** The pack's entry for the kind; undefined if the pack has none (plan/unknown-kind). */
  readonly spec: ZoneKind | undefined;
  readonly name: string | undefined;
  /** Id of the level it is declared on, then of the others it spans. */
  readonly levels: readonly string[];
  /** Outline and holes, in plan metres. */
  readonly region: Region;
  /** True if its boundary is a wall. */
  readonly enclosed: boolean;
  /** True if the public is let in. */
  readonly public: boolean;
  /** True if the plan writes `public` and it differs from the kind's default. */
  readonly publicDeclared: boolean;
  /** Set if the plan writes `public: true`, whatever the kind's default is. */
  readonly saidPublic?: true;
  /** Set if the plan writes `public: false`, whatever the kind's default is. */
  readonly saidNotPublic?: true;
  /** True if the author marks it as a key place (重要部位). */
  readonly important: boolean;
  /** True if it is a passage that isn't a main one (次要通道). */
  readonly secondary: boolean;
  /** True if it is a designated part of a key unit (治安保卫重点单位的重点部位). */
  readonly designated: boolean;
  /** Roles of the pack that the author gives it. */
  readonly roles: readonly string[];
  /** Period of validity, as written. Changes no verdict: the strictest day counts. */
  readonly valid: { readonly from?: string; readonly to?: string } | undefined;
  /**
   * Name of the zone in its source if the kind couldn't be told; `kind` is then `other`. '' if the source gives no
   * name.
   */
  readonly kindUnknown?: string | undefined;
  /** Place of the kind if an override states it; absent if it stands with the zone. */
  readonly kindPlace?: Place;
  /** The author's statement that the kind is right although the name means another. */
  readonly kindConfirmed: { readonly reason: string; readonly by: string } | undefined;
  /** Set if the author's statement gives no reason or names nobody who makes it; it counts for nothing. */
  readonly kindUnfounded?: true;
  /**
   * The kind that its name means, if that differs from `kind` and `kindConfirmed` is absent. Capture is judged by this
   * kind.
   */
  readonly namedKind: ZoneKind | undefined;
  /** Ids of the zones that lie wholly in this one, at any depth. */
  readonly nested: readonly string[];
  readonly place: Place;
}

/** Transparency of a wall or pane. */
export type Material = 'opaque' | 'clear' | 'frosted';

/** A drawn wall. Boundaries of enclosed zones are walls too, without being drawn as such. */
export interface Wall {
  readonly id: string;
  readonly level: string;
  /** Centre line in plan metres. */
  readonly line: readonly Point[];
  /** Metres above the floor; undefined: to the ceiling. */
  readonly height: number | undefined;
  /** Metres; undefined: the default of may-see or must-see. */
  readonly thickness: number | undefined;
  readonly material: Material;
  readonly place: Place;
}

/** passage: open; door: a leaf; curtain: cloth; glass-door: a leaf of glass; window: a pane. */
export type OpeningKind = 'passage' | 'door' | 'curtain' | 'glass-door' | 'window';

/** A gap in a wall. */
export interface Opening {
  readonly id: string;
  readonly level: string;
  readonly kind: OpeningKind;
  readonly name: string | undefined;
  /** From jamb to jamb, in plan metres. */
  readonly line: readonly [Point, Point];
  /** Metres above the floor; undefined: not given. */
  readonly sill: number | undefined;
  /** Metres above the floor; undefined: not given. */
  readonly head: number | undefined;
  /** Thickness of its wall in m; undefined: not given. */
  readonly thickness: number | undefined;
  /** True if it usually stands open. */
  readonly normallyOpen: boolean;
  /** True if it has a permanent film. */
  readonly film: boolean;
  /** True if it can't be opened. */
  readonly fixed: boolean;
  /** As declared; undefined: not declared. */
  readonly glazing: Material | undefined;
  /** The side from which it can be locked; absent: not given. */
  readonly lock?: Lock | undefined;
  /** Set if nobody drew whether it is a passage or a door; counts for a passage. */
  readonly unsure?: true;
  readonly place: Place;
}

/** inner: people inside can lock it; outer: it can be locked from outside only; none: it has no lock. */
export type Lock = 'inner' | 'outer' | 'none';

/** Kinds of device. `other` may capture anything. */
export type DeviceKind =
  | 'camera'
  | 'microphone'
  | 'intercom'
  | 'face-terminal'
  | 'intrusion-detector'
  | 'panic-button'
  | 'access-reader'
  | 'door-contact'
  | 'metal-detector'
  | 'xray-scanner'
  | 'smoke-detector'
  | 'other';

/** Images that a device takes. `depth` gives distances alone; `unknown`: the plan doesn't say. */
export type VideoTrait = 'none' | 'visible' | 'thermal' | 'depth' | 'unknown';
/** Sound that a device captures. `unknown`: the plan doesn't say. */
export type AudioTrait = 'none' | 'microphone' | 'two-way' | 'unknown';

/** A pair of numbers, [from, to] unless noted otherwise; angles in degrees. */
export type Range = readonly [number, number];

/** Ranges and home preset of a PTZ. */
export interface Ptz {
  /** Degrees clockwise from +y of the plan; undefined: all round. */
  readonly pan: Range | undefined;
  /** Degrees below the horizon; undefined: unknown, so every tilt is possible. */
  readonly tilt: Range | undefined;
  /** Horizontal field of view, [tele, wide], degrees; undefined: unknown. */
  readonly hfov: Range | undefined;
  /** `hard`: the ranges are mechanical stops. `software`: they are settings, which count for nothing in may-see. */
  readonly limits: 'hard' | 'software';
  /**
   * Direction when nobody steers it, degrees: heading clockwise from +y, tilt below the horizon, field of view.
   * Undefined: not given.
   */
  readonly home: { readonly heading: number; readonly tilt: number; readonly hfov: number } | undefined;
}

/**
 * One lens. Angles in degrees; `heading` is clockwise from +y of the plan, with true north already accounted for.
 * Undefined: the plan doesn't say, which counts as nothing in must-see and as everything in may-see.
 */
export interface Optics {
  readonly form: 'fixed' | 'varifocal' | 'ptz' | 'fisheye';
  /** Degrees clockwise from +y of the plan. */
  readonly heading: number | undefined;
  /** Degrees below the horizon. */
  readonly tilt: number | undefined;
  readonly roll: number;
  readonly hfov: number | undefined;
  readonly vfov: number | undefined;
  /** Recorded stream, [across, down] in px. */
  readonly resolution: Range | undefined;
  /** Range of the zoom in degrees, and whether the lens is locked at the declared angle. */
  readonly varifocal: { readonly hfov: Range; readonly locked: boolean } | undefined;
  readonly ptz: Ptz | undefined;
}

/**
 * An area that the installed mask blacks out, as a polygon on the floor plan: everything that projects into it is
 * hidden.
 */
export interface Mask {
  readonly polygon: readonly Point[];
  /** True if the picture never shows the area. */
  readonly permanent: boolean;
  /** True if it moves along as a PTZ turns. */
  readonly dynamic: boolean;
  /** True if it vanishes above some zoom, so that it can't be relied on. */
  readonly hiddenAboveZoom: boolean;
  /** Number of the sensor whose picture it is in, from 1, on a device with several; undefined: not given. */
  readonly sensor?: number | undefined;
}

/** How a moving device moves: worn on the body, held in the hand, by itself on the ground or in the air, in a vehicle. */
export type MobileForm = 'body-worn' | 'handheld' | 'robot' | 'drone' | 'vehicle';

/** The author's statement that a device moves; where it is drawn then says little. */
export interface Mobile {
  readonly form: MobileForm;
  /** Ids of the zones in which it moves, as written, those that don't exist left out; undefined: not given. */
  readonly area: readonly string[] | undefined;
  /** The document that says how it is used and where it must not go, as written; undefined: not given. */
  readonly rules: string | undefined;
}

/** The author's statement that another regulation requires the device to be where it stands. */
export interface Mandate {
  /** That regulation and its clause. */
  readonly rule: string;
  readonly document: string;
  /** Who states it. */
  readonly by: string;
}

/** A key of a device that the catalogue of models gave. */
export type ModelKey = 'form' | 'resolution' | 'hfov' | 'zoom' | 'audio';

/** What the catalogue of models gave a device: facts of a third party's, which the plan doesn't state itself. */
export interface ModelUse {
  readonly record: CameraModel;
  /** True if the plan names the model by another number than the record's own. */
  readonly alias: boolean;
  /** Path of the user's catalogue that has the record; absent: the shipped table. */
  readonly path?: string;
  /** Keys taken; empty if the plan states all that the record has. */
  readonly taken: readonly ModelKey[];
  /** Focal length in mm of the lens whose field of view was taken; absent: none of several was chosen. */
  readonly lens?: number;
  /** Set if the record has several lenses and the plan doesn't say which is fitted. */
  readonly lensUnsaid?: true;
}

/** Anything installed: camera, microphone, detector, reader, button. */
export interface Device {
  readonly id: string;
  readonly kind: DeviceKind;
  readonly name: string | undefined;
  /** Id of its device type. */
  readonly type: string | undefined;
  /** Model number, as written. Absent: not given. */
  readonly model?: string;
  /** Absent: the catalogue has no such model, or none was used. */
  readonly modelUse?: ModelUse;
  readonly level: string;
  /** Position in plan metres. */
  readonly at: Point;
  /** Mount height in m above the floor; undefined: not given. */
  readonly height: number | undefined;
  /** `unknown` too if the plan states `none` and the kind, name or model means a product that takes images. */
  readonly video: VideoTrait;
  /** Set if `video` is `unknown` for that reason. */
  readonly imagesDenied?: true;
  readonly audio: AudioTrait;
  /** One for most devices, several for multi-sensor cameras; empty for a device without lens or sector. */
  readonly lenses: readonly Optics[];
  /** The side of its wall that a device without a lens faces, degrees clockwise from +y; undefined: not given. */
  readonly facing?: number | undefined;
  readonly masks: readonly Mask[];
  /** Metres; limits must-see and detection only. Undefined: no limit given. */
  readonly range: number | undefined;
  /** Pickup distance in m; undefined: the pack's parameter `pickup`. */
  readonly pickup: number | undefined;
  /** Id of the opening that a reader or contact guards. */
  readonly opening: string | undefined;
  readonly status: 'planned' | 'existing' | 'removed';
  /** Set if the plan doesn't state the status. */
  readonly statusUnsaid?: true;
  /** Degrees, and metres for `position`. Where undefined, sight fills in a default for each lens. */
  readonly tolerance: {
    readonly heading: number | undefined;
    readonly tilt: number | undefined;
    readonly position: number;
  };
  /** Set if it moves. */
  readonly mobile?: Mobile;
  /** Set if another regulation requires it there, as the author states. */
  readonly mandatedBy?: Mandate;
  /** Ids of the zones it stands in for privacy (every zone it touches), innermost first. */
  readonly zones: readonly string[];
  /**
   * Ids of the zones it stands in for coverage: `zones` without those that it only touches and has no heading towards.
   */
  readonly standsIn: readonly string[];
  readonly place: Place;
}

/** A notice that images are taken here (提示标识). */
export interface Sign {
  readonly id: string;
  readonly level: string;
  readonly name: string | undefined;
  /** Position in plan metres. */
  readonly at: Point;
  /** The side it faces, degrees clockwise from +y; undefined: not given. */
  readonly heading: number | undefined;
  /** Metres above the floor; undefined: not given. */
  readonly height: number | undefined;
  /** The text on the sign; undefined: not given. */
  readonly text: string | undefined;
  readonly status: Device['status'];
  /** Set if the plan doesn't state the status. */
  readonly statusUnsaid?: true;
  readonly place: Place;
}

/**
 * The CAD drawing that a level was read from. A point p, in metres as plan files with `coordinates: metres` write it,
 * lies in the drawing at `origin` + R(p) / `unit`, where R turns p counter-clockwise by `rotation`.
 */
export interface Drawing {
  /** Name of the file. */
  readonly file: string;
  /** Metres per unit of the drawing. */
  readonly unit: number;
  /** The plan's zero in the drawing, in the drawing's unit. */
  readonly origin: Point;
  /** Direction of the plan's +x in the drawing, degrees counter-clockwise from the drawing's +x. */
  readonly rotation: number;
  /** Handle of the entity that each element was read from, by the element's id. */
  readonly handles: ReadonlyMap<string, string>;
  /** Name of the block that a device, door or window was read from, by the element's id. */
  readonly blocks: ReadonlyMap<string, string>;
}

/** A storey with everything drawn on it. */
export interface Level {
  readonly id: string;
  readonly name: string | undefined;
  /** Metres of the floor above the site's zero. */
  readonly elevation: number;
  /** Ceiling height in m above the floor; undefined: not given. */
  readonly ceiling: number | undefined;
  /** Absent if the plan names none. */
  readonly drawing?: Drawing;
  /** Zones declared on this level; zones of other levels may span it too. */
  readonly zones: readonly Zone[];
  readonly walls: readonly Wall[];
  readonly openings: readonly Opening[];
  readonly devices: readonly Device[];
  readonly signs: readonly Sign[];
  /** Stretches of the boundaries of zones that don't stand; only in a variant of the site (`Doubt`). */
  readonly without?: readonly Missing[];
  readonly place: Place;
}

/**
 * A stretch, in plan metres, along which a variant of the site lacks the walls of some zones or drawn walls (`owners`,
 * by id). A wall that another element has there as well stays.
 */
export interface Missing extends Segment {
  readonly owners: readonly string[];
}

/** Something wrong with a plan that can still be read. Becomes a finding of the rule `rule`. */
export interface Fault {
  /** Rule id, plan/…. */
  readonly rule: string;
  readonly subject: string;
  readonly message: Text;
  readonly place: Place;
  /** Other places that the fault involves. */
  readonly related: readonly { readonly place: Place; readonly caption: Localized }[];
  /**
   * Ids of levels and devices, or the whole site, whose verdicts the fault leaves open, and of elements that verdicts
   * are about. What may hide or let pass taints nothing if it is a `Doubt`. `incomplete`: a part of the plan isn't in the
   * model, so that only what a device breaches on its own level is certain.
   */
  readonly taints: {
    readonly levels: readonly string[];
    readonly devices: readonly string[];
    readonly elements?: readonly string[];
    readonly site?: boolean;
    readonly incomplete?: boolean;
  };
}

/** The changes that one variant (hiding or passing) of a doubtful element makes to its levels. */
export interface Variant {
  /** Walls added. */
  readonly walls?: readonly Wall[];
  /** Stretches on which faces are absent. */
  readonly without?: readonly Missing[];
  /** Openings, each in place of the one with its id, or added. */
  readonly openings?: readonly Opening[];
  /** Another outline of a zone. */
  readonly region?: { readonly zone: string; readonly region: Region };
  /** Devices added. */
  readonly devices?: readonly Device[];
  /** Zones in which a device doesn't stand if it stands in another one, too. */
  readonly outside?: readonly { readonly zone: string; readonly and: string }[];
}

/**
 * A drawn element of which a fault leaves open whether it hides or lets pass. A verdict holds if both variants of the
 * site give it: one in which all such elements hide, one in which all let pass. What hides can only take from a view,
 * so these two bound every mixture. A device that the model leaves out is there in the passing variant, as one more
 * that sees.
 */
export interface Doubt {
  /** Id of the element, as messages name it. */
  readonly id: string;
  /** Rule and subject of the finding that reports the fault, and the fault in a few words. */
  readonly rule: string;
  readonly subject: string;
  readonly title: Localized;
  readonly levels: readonly string[];
  readonly place: Place;
  /** Where the variants differ, in plan metres. */
  readonly where: readonly Segment[];
  readonly hiding: Variant;
  readonly passing: Variant;
}

/** A reason why a plan can't be read. No verdicts, exit code 3. */
export type Unreadable = SourceProblem;

/** The author's reason to set one finding aside. */
export interface Waiver {
  /** Id of the rule. */
  readonly rule: string;
  /** Subject of the finding. */
  readonly subject: string;
  readonly reason: string;
  /** Who answers for it. */
  readonly by: string;
  readonly document: string | undefined;
  /** Last day, as written; a malformed date counts as expired. */
  readonly until: string;
  readonly place: Place;
  /** Set if it comes from a waivers file beside the plan. */
  readonly outside?: true;
}

/** One key of an element that the plan's author states in place of what is drawn. */
export interface Override {
  readonly element: 'zone' | 'wall' | 'opening' | 'device' | 'sign';
  readonly id: string;
  readonly key: string;
  /** The value as drawn; undefined if nothing is. */
  readonly from: unknown;
  /** The value as stated; null: the element doesn't have the key. */
  readonly to: unknown;
  /** The source's name for a zone whose kind couldn't be told, if the override states its kind. */
  readonly unknown?: string;
  /** Set for the key `remove`: the author leaves the whole element out. */
  readonly leftOut?: LeftOut;
  readonly place: Place;
}

/** What a report says of an element that the plan's author leaves out of it. */
export interface LeftOut {
  /** The author's reason, as written. */
  readonly reason: string;
  /** Ids of the levels it is drawn on; empty if it is on none that exists. */
  readonly levels: readonly string[];
  /** Kind of the zone, opening or device, as drawn. */
  readonly kind?: string;
  /** A private kind that the zone's name means. */
  readonly namedKind?: string;
  readonly name?: string;
}

/** A plan as judged: what is drawn, its faults, the law pack and the source files. */
export interface Site {
  readonly name: string;
  readonly categories: readonly { readonly id: string; readonly place: Place }[];
  /** Region code (GB/T 2260), as written. */
  readonly region: string | undefined;
  readonly absent: readonly Absent[];
  readonly designation: Designation | undefined;
  /** Set if a designation is written that names no document or no authority; it isn't gone by. */
  readonly designationUnfounded?: true;
  /** A designation dated after the day of review; it isn't gone by. */
  readonly designationLater?: Designation;
  /** True if important items are kept; undefined: not given. */
  readonly keepsImportantItems: boolean | undefined;
  /** True if an entertainment venue is a song-and-dance venue (歌舞娱乐场所); absent: not given. */
  readonly songAndDance?: boolean | undefined;
  /** Coordinate system of the plan's main file. */
  readonly coordinates: LengthUnit | 'wgs84';
  /** Longitude and latitude about which WGS 84 positions are projected; undefined if the plan has none. */
  readonly origin: Point | undefined;
  /**
   * Position of the plan's (0, 0) in the numbers of the file, m. Not [0, 0] for plans far from zero, as in national
   * grids.
   */
  readonly shift: Point;
  /** True north in degrees clockwise from +y of the plan; absent: +y is north. */
  readonly north?: number;
  readonly levels: readonly Level[];
  readonly waivers: readonly Waiver[];
  /** Overrides in the order written; absent if there are none. */
  readonly overrides?: readonly Override[];
  /** Absent if the plan states nothing of its project's documents. */
  readonly project?: Project;
  readonly faults: readonly Fault[];
  /** In the order of the plan; absent: none. */
  readonly doubts?: readonly Doubt[];
  readonly place: Place;
  /** The law pack that the site is judged by. */
  readonly pack: Pack;
  /** The files that the plan was read from. */
  readonly files: readonly SourceFile[];
}

/** The result of reading a plan: a site, perhaps with faults, or the reasons why the plan can't be read; never both. */
export type ReadResult =
  | { readonly ok: true; readonly site: Site }
  | { readonly ok: false; readonly unreadable: readonly Unreadable[]; readonly files: readonly SourceFile[] };
