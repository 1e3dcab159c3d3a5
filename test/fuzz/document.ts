/** A plan as its document says it, made to be changed: what schemas/plan.read.schema.json allows and the fuzzers write. */

export type XY = [x: number, y: number];

export interface PlanDoc {
  sitecam: number;
  site: {
    name: string;
    categories: string[];
    region?: string;
    absent?: { role: string; reason: string; by: string }[];
    designation?: { document: string; by: string; date: string };
    keepsImportantItems?: boolean;
  };
  coordinates?: 'metres' | 'millimetres' | 'wgs84';
  origin?: XY;
  north?: number;
  levels: LevelDoc[];
  deviceTypes?: Record<string, DeviceKeys>;
  waivers?: { rule: string; subject: string; reason: string; by: string; until: string }[];
  overrides?: Record<string, Record<string, unknown>>;
}

export interface LevelDoc {
  id: string;
  name?: string;
  elevation?: number;
  ceiling?: number;
  zones: ZoneDoc[];
  walls: WallDoc[];
  openings: OpeningDoc[];
  devices: DeviceDoc[];
}

export interface ZoneDoc {
  id: string;
  kind: string;
  name?: string;
  rect?: number[];
  polygon?: XY[];
  holes?: XY[][];
  enclosed?: boolean;
  public?: boolean;
  important?: boolean;
  secondary?: boolean;
  designated?: boolean;
  roles?: string[];
  levels?: string[];
  kindUnknown?: string;
}

export interface WallDoc {
  id: string;
  line: XY[];
  height?: number;
  thickness?: number;
  material?: string;
}

export interface OpeningDoc {
  id: string;
  kind: string;
  line: XY[];
  sill?: number;
  head?: number;
  thickness?: number;
  normallyOpen?: boolean;
  film?: string;
  fixed?: boolean;
  glazing?: string;
}

export interface LensKeys {
  heading?: number;
  tilt?: number;
  roll?: number;
  hfov?: number;
  vfov?: number;
  focalLength?: number;
  sensor?: [number, number];
  resolution?: [number, number];
}

export interface DeviceKeys extends LensKeys {
  kind?: string;
  height?: number;
  video?: string;
  audio?: string;
  range?: number;
  form?: string;
  varifocal?: { hfov: [number, number]; locked?: boolean };
  ptz?: {
    pan?: [number, number];
    tilt?: [number, number];
    hfov?: [number, number];
    limits?: string;
    home?: { heading: number; tilt: number; hfov: number };
  };
  sensors?: LensKeys[];
  masks?: MaskDoc[];
  pickup?: number;
  status?: string;
  tolerance?: { heading?: number; tilt?: number; position?: number };
}

export interface MaskDoc {
  polygon: XY[];
  permanent?: boolean;
  dynamic?: boolean;
  hiddenAboveZoom?: boolean;
  sensor?: number;
}

export interface DeviceDoc extends DeviceKeys {
  id: string;
  at: XY;
  type?: string;
  opening?: string;
}
