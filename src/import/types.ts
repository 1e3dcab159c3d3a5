import type { SourceProblem } from '../source/problem.js';
import type { Note } from './notes.js';

/** A file given to the importer: its path as shown to people (`/`-separated) and its bytes. */
export interface InputFile {
  readonly path: string;
  /** Its absolute path, the same wherever it is named from; `path` where absent. Tells apart files of one name. */
  readonly place?: string;
  readonly bytes: Uint8Array;
}

/** What buildings come as. */
export const IMPORT_FORMATS = ['imdf', 'osm', 'geojson', 'dxf'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** How the numbers of a source are meant: degrees (longitude, latitude), or metres east and north. */
export type CoordinateSystem = 'metres' | 'wgs84';

/** Where a thing stands in a source: a file, and a JSON pointer (RFC 6901) or the handle of a DXF entity in it. */
export interface SourceOrigin {
  readonly path: string;
  readonly pointer: string;
}

/** What a source says of a thing, by key: nested objects are flattened with dots (`door.material`), `null` is left out. */
export type Properties = Readonly<Record<string, string | number | boolean>>;

export type Position = readonly [number, number];

/** The shapes sources draw with, in the coordinates of the source; rings as they came, closed or not. */
export type RawShape =
  | { readonly type: 'Point'; readonly at: Position }
  | { readonly type: 'LineString'; readonly line: readonly Position[] }
  | { readonly type: 'Polygon'; readonly rings: readonly (readonly Position[])[] };

/** One thing of a source. A `Multi…` of several shapes is one with several shapes. */
export interface RawFeature {
  readonly format: ImportFormat;
  readonly system: CoordinateSystem;
  /** As the source has it; undefined where it has none. */
  readonly id: string | undefined;
  readonly properties: Properties;
  /** Empty for what is drawn nowhere. */
  readonly shapes: readonly RawShape[];
  /** Keys of the levels it is on, lowest first; empty where the source doesn't say. */
  readonly levels: readonly string[];
  /** The level is ours: of several the source names none for it. */
  readonly astray?: true;
  /** Ids of the rooms that the source says it is in, whatever it lies in. */
  readonly of?: readonly string[];
  readonly origin: SourceOrigin;
}

/** A storey as a source knows it. */
export interface SourceLevel {
  /** What features name it by. */
  readonly key: string;
  /** What people call it: its id in the plan is made of this. */
  readonly short: string | undefined;
  readonly name: string | undefined;
  /** Order from below; neighbours need not be 1 apart. */
  readonly ordinal: number;
  /** m; undefined where the source doesn't say. */
  readonly elevation?: number;
  /** m above the floor. */
  readonly ceiling?: number;
}

/** What was read of one or several files, before anything is told of what it means. */
export interface ImportSource {
  /** Of the building or the venue. */
  readonly name: string | undefined;
  readonly levels: readonly SourceLevel[];
  readonly features: readonly RawFeature[];
  /** What the mapping takes for no part of the plan, where reading has counted it already. */
  readonly others?: readonly RawFeature[];
  readonly notes: readonly Note[];
}

/** What reading files as one source comes to. */
export type ReadSource =
  | { readonly ok: true; readonly source: ImportSource }
  | { readonly ok: false; readonly problems: readonly SourceProblem[] };
