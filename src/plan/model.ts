import type { Point, Region } from '../geometry/types.js';
import type { Message, Messages } from '../i18n/message.js';
import type { Pack, ZoneKind } from '../law/types.js';
import type { SourceProblem } from '../source/problem.js';
import type { Place, SourceFile } from '../source/types.js';
import type { Project } from './project/model.js';

/** On record and never hidden: who says that something is not there, or is not what its name looks like. */
export interface Absent {
  readonly role: string;
  readonly reason: string;
  readonly by: string;
  readonly place: Place;
}

export interface Designation {
  readonly document: string;
  readonly by: string;
  readonly date: string;
}

/** A zone: region in plan metres, kind resolved against the pack, flags with the kind's defaults filled in. */
export interface Zone {
  readonly id: string;
  readonly kind: string;
  /** Undefined where the kind is unknown (plan/unknown-kind). */
  readonly spec: ZoneKind | undefined;
  readonly name: string | undefined;
  /** The level it is declared on, then the others it spans. */
  readonly levels: readonly string[];
  readonly region: Region;
  readonly enclosed: boolean;
  readonly public: boolean;
  /** `public` was written in the plan and differs from the kind's. */
  readonly publicDeclared: boolean;
  /** The plan says `public: false`, whatever its kind is by itself. */
  readonly saidNotPublic?: true;
  readonly important: boolean;
  readonly secondary: boolean;
  readonly designated: boolean;
  readonly roles: readonly string[];
  readonly valid: { readonly from?: string; readonly to?: string } | undefined;
  /** What its source calls it, where its kind couldn't be told: `kind` is then `other`. '' where the source calls it nothing. */
  readonly kindUnknown?: string | undefined;
  /** Where its kind is stated, where that isn't with the zone: an override. */
  readonly kindPlace?: Place;
  readonly kindConfirmed: { readonly reason: string; readonly by: string } | undefined;
  /** The kind its name means, where that differs from `kind` and `kindConfirmed` is absent: judged as that for Art. 9. */
  readonly namedKind: ZoneKind | undefined;
  /** Ids of zones that lie wholly in this one, of every depth. */
  readonly nested: readonly string[];
  readonly place: Place;
}

export type Material = 'opaque' | 'clear' | 'frosted';

export interface Wall {
  readonly id: string;
  readonly level: string;
  readonly line: readonly Point[];
  /** m above the floor; undefined: to the ceiling. */
  readonly height: number | undefined;
  /** m; undefined: the world's default. */
  readonly thickness: number | undefined;
  readonly material: Material;
  readonly place: Place;
}

export type OpeningKind = 'passage' | 'door' | 'curtain' | 'glass-door' | 'window';

export interface Opening {
  readonly id: string;
  readonly level: string;
  readonly kind: OpeningKind;
  readonly name: string | undefined;
  readonly line: readonly [Point, Point];
  readonly sill: number | undefined;
  readonly head: number | undefined;
  readonly thickness: number | undefined;
  readonly normallyOpen: boolean;
  readonly film: boolean;
  readonly fixed: boolean;
  readonly glazing: Material | undefined;
  /** From which side it can be locked; absent: not said. */
  readonly lock?: Lock | undefined;
  readonly place: Place;
}

/** inner: it can be locked by who is inside; outer: only from outside; none: it has no lock. */
export type Lock = 'inner' | 'outer' | 'none';

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

export type VideoTrait = 'none' | 'visible' | 'thermal' | 'depth' | 'unknown';
export type AudioTrait = 'none' | 'microphone' | 'two-way' | 'unknown';

/** [from, to]; angles in degrees. */
export type Range = readonly [number, number];

export interface Ptz {
  /** Clockwise bearings from +y of the plan, degrees; undefined: all round. */
  readonly pan: Range | undefined;
  /** Degrees below the horizon; undefined: unknown, so everything. */
  readonly tilt: Range | undefined;
  /** [tele, wide] degrees. */
  readonly hfov: Range | undefined;
  readonly limits: 'hard' | 'software';
  readonly home: { readonly heading: number; readonly tilt: number; readonly hfov: number } | undefined;
}

/**
 * One lens. All angles in degrees; `heading` is clockwise from +y of the plan (true north already accounted for);
 * undefined means the plan doesn't say: nothing in must-see, everything in may-see.
 */
export interface Optics {
  readonly form: 'fixed' | 'varifocal' | 'ptz' | 'fisheye';
  readonly heading: number | undefined;
  readonly tilt: number | undefined;
  readonly roll: number;
  readonly hfov: number | undefined;
  readonly vfov: number | undefined;
  /** Recorded stream, px [across, down]. */
  readonly resolution: Range | undefined;
  readonly varifocal: { readonly hfov: Range; readonly locked: boolean } | undefined;
  readonly ptz: Ptz | undefined;
}

/** What the installed mask blacks out, as a polygon on the floor plan: everything that projects into it is hidden. */
export interface Mask {
  readonly polygon: readonly Point[];
  readonly permanent: boolean;
  readonly dynamic: boolean;
  readonly hiddenAboveZoom: boolean;
  /** In whose picture it is, of a device with several sensors: its place among them from 1; undefined: not said. */
  readonly sensor?: number | undefined;
}

export interface Device {
  readonly id: string;
  readonly kind: DeviceKind;
  readonly name: string | undefined;
  readonly type: string | undefined;
  readonly level: string;
  readonly at: Point;
  /** m above the floor. */
  readonly height: number | undefined;
  readonly video: VideoTrait;
  readonly audio: AudioTrait;
  /** One for most devices, several for multi-sensor; empty for what has no lens and no sector. */
  readonly lenses: readonly Optics[];
  /** Degrees clockwise from +y: to which side of its wall a device without a lens faces; undefined: not said. */
  readonly facing?: number | undefined;
  readonly masks: readonly Mask[];
  /** m, limits must-see and must-detect only. */
  readonly range: number | undefined;
  /** m; undefined: the pack's parameter `pickup`. */
  readonly pickup: number | undefined;
  /** The opening a reader or contact guards. */
  readonly opening: string | undefined;
  readonly status: 'planned' | 'existing' | 'removed';
  /** Degrees and metres; defaults filled in per lens by sight where undefined. */
  readonly tolerance: {
    readonly heading: number | undefined;
    readonly tilt: number | undefined;
    readonly position: number;
  };
  /** Zones it stands in for privacy (every zone it touches), innermost first. */
  readonly zones: readonly string[];
  /** Zones it stands in for coverage: the same, less those it only touches without a heading. */
  readonly standsIn: readonly string[];
  readonly place: Place;
}

/** A notice that images are taken here (提示标识). */
export interface Sign {
  readonly id: string;
  readonly level: string;
  readonly name: string | undefined;
  readonly at: Point;
  /** Degrees clockwise from +y: to which side it faces; undefined: not said. */
  readonly heading: number | undefined;
  /** m above the floor. */
  readonly height: number | undefined;
  /** What is written on it. */
  readonly text: string | undefined;
  readonly status: Device['status'];
  readonly place: Place;
}

export interface Level {
  readonly id: string;
  readonly name: string | undefined;
  readonly elevation: number;
  /** m above the floor; undefined: not said. */
  readonly ceiling: number | undefined;
  readonly zones: readonly Zone[];
  readonly walls: readonly Wall[];
  readonly openings: readonly Opening[];
  readonly devices: readonly Device[];
  readonly signs: readonly Sign[];
  readonly place: Place;
}

/** A class-B fault: the plan can be read but this part of it is wrong. Becomes a finding of the rule `rule`. */
export interface Fault {
  /** plan/… */
  readonly rule: string;
  readonly subject: string;
  readonly message: Message;
  readonly place: Place;
  readonly related: readonly { readonly place: Place; readonly caption: Message }[];
  /** Verdicts that depend on these are open. A zone, wall or opening taints its level; a device itself; a category the site. */
  readonly taints: { readonly levels: readonly string[]; readonly devices: readonly string[]; readonly site?: boolean };
}

/** A class-A fault: the plan can't be read; no verdicts, exit 3. */
export type Unreadable = SourceProblem;

export interface Waiver {
  readonly rule: string;
  readonly subject: string;
  readonly reason: string;
  readonly by: string;
  readonly document: string | undefined;
  /** As written; a malformed date is expired. */
  readonly until: string;
  readonly place: Place;
  /** It stands in a file beside the plan. */
  readonly outside?: true;
}

/** One key of an element, stated by the plan's author in place of what is drawn. */
export interface Override {
  readonly element: 'zone' | 'wall' | 'opening' | 'device' | 'sign';
  readonly id: string;
  readonly key: string;
  /** As drawn; undefined where it isn't. */
  readonly from: unknown;
  /** As stated; null: it is not to have it. */
  readonly to: unknown;
  /** Of a stated kind: what the source called a zone whose kind couldn't be told. */
  readonly unknown?: string;
  readonly place: Place;
}

/** A plan as judged. */
export interface Site {
  readonly name: string;
  readonly categories: readonly { readonly id: string; readonly place: Place }[];
  readonly region: string | undefined;
  readonly absent: readonly Absent[];
  readonly designation: Designation | undefined;
  readonly keepsImportantItems: boolean | undefined;
  /** Whether an entertainment venue is a song-and-dance venue (歌舞娱乐场所); absent: not said. */
  readonly songAndDance?: boolean | undefined;
  readonly coordinates: 'metres' | 'wgs84';
  /** lon, lat the projection is about, for wgs84 plans. */
  readonly origin: Point | undefined;
  /** Where plan (0, 0) is in the numbers of the file, for shifted metre plans. */
  readonly shift: Point;
  /** True north, degrees clockwise from +y of the plan; absent: +y is north. */
  readonly north?: number;
  readonly levels: readonly Level[];
  readonly waivers: readonly Waiver[];
  /** In the order they are written; absent where there is none. */
  readonly overrides?: readonly Override[];
  /** Absent where the plan states nothing of its project's documents. */
  readonly project?: Project;
  readonly faults: readonly Fault[];
  readonly place: Place;
  readonly pack: Pack;
  readonly files: readonly SourceFile[];
}

/** What reading gives: a site (perhaps with class-B faults), or class-A faults, never both. */
export type ReadResult =
  | { readonly ok: true; readonly site: Site }
  | { readonly ok: false; readonly unreadable: readonly Unreadable[]; readonly files: readonly SourceFile[] };

/** Messages of the class-A faults, by code; rendered by the reports. */
export type UnreadableMessages = Messages;
