// Types of a plan document as its files spell it.

import type { Phase } from '../../law/requirement.js';
import type { MobileForm } from '../model.js';
import type { LengthUnit } from './units.js';

/**
 * A plan as its files spell it, after the schema's check: what schemas/plan.read.schema.json allows. Unless a member
 * says otherwise, lengths are already in metres, whatever unit the file has; points of a WGS 84 file are in degrees.
 */
export interface PlanDocument {
  readonly sitecam: number;
  readonly site: {
    readonly name: string;
    readonly categories: readonly string[];
    readonly region?: string;
    readonly absent?: readonly { readonly role: string; readonly reason: string; readonly by: string }[];
    readonly designation?: { readonly document: string; readonly by: string; readonly date: string };
    readonly keepsImportantItems?: boolean;
    readonly songAndDance?: boolean;
  };
  readonly coordinates?: LengthUnit | 'wgs84';
  readonly origin?: RawPoint;
  readonly north?: number;
  readonly levels: readonly RawLevel[];
  readonly deviceTypes?: Readonly<Record<string, RawDeviceKeys>>;
  readonly waivers?: readonly RawWaiver[];
  readonly project?: RawProject;
}

/** Facts of the project's documents. Other keys than these are read generically, by path. */
export interface RawProject {
  readonly phase: Phase;
  readonly tracks?: readonly { readonly clause: string; readonly document: string; readonly by: string }[];
}

/** [x, y] in metres, or [longitude, latitude] in degrees, as the file's coordinate system says. */
export type RawPoint = readonly [number, number];

/** A waiver as written. */
export interface RawWaiver {
  readonly rule: string;
  readonly subject: string;
  readonly reason: string;
  readonly by: string;
  readonly document?: string;
  readonly until: string;
}

/**
 * The CAD drawing of a level as written; `unit` in metres per unit of the drawing, `origin` in the drawing's unit,
 * `rotation` in degrees.
 */
export interface RawDrawing {
  readonly file: string;
  readonly unit: number;
  readonly origin?: RawPoint;
  readonly rotation?: number;
  readonly handles?: Readonly<Record<string, string>>;
  readonly blocks?: Readonly<Record<string, string>>;
}

/**
 * A level as written; elevation in m above the site's zero, ceiling height in m above the floor; `geometry` is the path of
 * a GeoJSON file with its elements, from the plan's folder.
 */
export interface RawLevel {
  readonly id: string;
  readonly name?: string;
  readonly elevation?: number;
  readonly ceiling?: number;
  readonly geometry?: string;
  readonly drawing?: RawDrawing;
  readonly zones?: readonly RawZone[];
  readonly walls?: readonly RawWall[];
  readonly openings?: readonly RawOpening[];
  readonly devices?: readonly RawDevice[];
  readonly signs?: readonly RawSign[];
}

/** A zone as written: a polygon with holes, or a rect [x, y of the south-west corner, width, depth] in metres. */
export interface RawZone {
  readonly id: string;
  readonly kind: string;
  readonly name?: string;
  readonly polygon?: readonly RawPoint[];
  readonly holes?: readonly (readonly RawPoint[])[];
  readonly rect?: readonly [number, number, number, number];
  readonly enclosed?: boolean;
  readonly public?: boolean;
  readonly important?: boolean;
  readonly secondary?: boolean;
  readonly designated?: boolean;
  readonly roles?: readonly string[];
  readonly valid?: { readonly from?: string; readonly to?: string };
  readonly levels?: readonly string[];
  readonly kindUnknown?: string;
  readonly kindConfirmed?: { readonly reason: string; readonly by: string };
}

/** A wall as written; lengths in m. */
export interface RawWall {
  readonly id: string;
  readonly line: readonly RawPoint[];
  readonly height?: number;
  readonly thickness?: number;
  readonly material?: 'opaque' | 'clear' | 'frosted';
}

/** An opening as written; lengths in m. */
export interface RawOpening {
  readonly id: string;
  readonly kind: string;
  readonly name?: string;
  readonly line: readonly [RawPoint, RawPoint];
  readonly sill?: number;
  readonly head?: number;
  readonly thickness?: number;
  readonly normallyOpen?: boolean;
  readonly film?: 'permanent';
  readonly fixed?: boolean;
  readonly glazing?: 'clear' | 'frosted' | 'opaque';
  readonly lock?: 'inner' | 'outer' | 'none';
  /** True if nobody drew what is in this gap: it may be a passage, or a door. */
  readonly unsure?: boolean;
}

/**
 * Keys of a lens as written: heading in degrees clockwise from true north, tilt below the horizon, focal length and
 * sensor size [width, height] in mm, resolution [across, down] in px.
 */
export interface RawLens {
  readonly heading?: number;
  readonly tilt?: number;
  readonly roll?: number;
  readonly hfov?: number;
  readonly vfov?: number;
  readonly focalLength?: number;
  readonly sensor?: readonly [number, number];
  readonly resolution?: readonly [number, number];
}

/**
 * Keys of a PTZ as written; ranges in degrees: pan and home heading clockwise from true north, tilt below the horizon,
 * hfov [tele, wide].
 */
export interface RawPtz {
  readonly pan?: readonly [number, number];
  readonly tilt?: readonly [number, number];
  readonly hfov?: readonly [number, number];
  readonly limits?: 'hard' | 'software';
  readonly home?: { readonly heading: number; readonly tilt: number; readonly hfov: number };
}

/** Keys that both devices and device types may have. Height, range, pickup and tolerance of position in m; angles in degrees. */
export interface RawDeviceKeys extends RawLens {
  readonly kind?: string;
  /** Model number, and the focal length in mm of the lens that is fitted. */
  readonly model?: string;
  readonly lens?: number;
  readonly name?: string;
  readonly height?: number;
  readonly video?: 'none' | 'visible' | 'thermal' | 'depth' | 'unknown';
  readonly audio?: 'none' | 'microphone' | 'two-way' | 'unknown';
  readonly range?: number;
  readonly form?: 'fixed' | 'varifocal' | 'ptz' | 'fisheye' | 'multi-sensor';
  readonly varifocal?: { readonly hfov: readonly [number, number]; readonly locked?: boolean };
  readonly ptz?: RawPtz;
  readonly sensors?: readonly RawLens[];
  readonly masks?: readonly {
    readonly polygon: readonly RawPoint[];
    readonly permanent?: boolean;
    readonly dynamic?: boolean;
    readonly hiddenAboveZoom?: boolean;
    readonly sensor?: number;
  }[];
  readonly pickup?: number;
  readonly opening?: string;
  readonly status?: 'planned' | 'existing' | 'removed';
  readonly tolerance?: { readonly heading?: number; readonly tilt?: number; readonly position?: number };
  readonly mobile?: { readonly form: MobileForm; readonly area?: readonly string[]; readonly rules?: string };
  readonly mandatedBy?: { readonly rule: string; readonly document: string; readonly by: string };
}

/** A device as written. */
export interface RawDevice extends RawDeviceKeys {
  readonly id: string;
  readonly type?: string;
  readonly at: RawPoint;
}

/** A sign as written; heading in degrees clockwise from true north, height in m above the floor. */
export interface RawSign {
  readonly id: string;
  readonly at: RawPoint;
  readonly heading?: number;
  readonly height?: number;
  readonly text?: string;
  readonly name?: string;
  readonly status?: 'planned' | 'existing' | 'removed';
}
