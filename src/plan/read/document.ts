import type { Phase } from '../../law/requirement.js';

/** A plan as its files spell it, after the schema's check: what schemas/plan.schema.json allows. Units as in the model. */
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
  readonly coordinates?: 'metres' | 'wgs84';
  readonly origin?: RawPoint;
  readonly north?: number;
  readonly levels: readonly RawLevel[];
  readonly deviceTypes?: Readonly<Record<string, RawDeviceKeys>>;
  readonly waivers?: readonly RawWaiver[];
  readonly project?: RawProject;
}

/** Facts of the project's documents: read as facts by their paths, whatever they are. */
export interface RawProject {
  readonly phase: Phase;
  readonly tracks?: readonly { readonly clause: string; readonly document: string; readonly by: string }[];
}

export type RawPoint = readonly [number, number];

export interface RawWaiver {
  readonly rule: string;
  readonly subject: string;
  readonly reason: string;
  readonly by: string;
  readonly document?: string;
  readonly until: string;
}

export interface RawLevel {
  readonly id: string;
  readonly name?: string;
  readonly elevation?: number;
  readonly ceiling?: number;
  readonly geometry?: string;
  readonly zones?: readonly RawZone[];
  readonly walls?: readonly RawWall[];
  readonly openings?: readonly RawOpening[];
  readonly devices?: readonly RawDevice[];
  readonly signs?: readonly RawSign[];
}

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

export interface RawWall {
  readonly id: string;
  readonly line: readonly RawPoint[];
  readonly height?: number;
  readonly thickness?: number;
  readonly material?: 'opaque' | 'clear' | 'frosted';
}

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
}

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

export interface RawPtz {
  readonly pan?: readonly [number, number];
  readonly tilt?: readonly [number, number];
  readonly hfov?: readonly [number, number];
  readonly limits?: 'hard' | 'software';
  readonly home?: { readonly heading: number; readonly tilt: number; readonly hfov: number };
}

export interface RawDeviceKeys extends RawLens {
  readonly kind?: string;
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
}

export interface RawDevice extends RawDeviceKeys {
  readonly id: string;
  readonly type?: string;
  readonly at: RawPoint;
}

export interface RawSign {
  readonly id: string;
  readonly at: RawPoint;
  readonly heading?: number;
  readonly height?: number;
  readonly text?: string;
  readonly name?: string;
  readonly status?: 'planned' | 'existing' | 'removed';
}
