// Types of what readers return: files, features and levels of a source.

import type { SourceProblem } from '../source/problem.js';
import type { Note } from './notes.js';
import type { IfcModel } from './read/ifc/model.js';

/** A file given to the importer: path as shown to people (`/`-separated) and bytes. */
export interface InputFile {
  readonly path: string;
  /** Absolute path of the file, however it was named; `path` if undefined. Tells apart two files of one name. */
  readonly place?: string;
  readonly bytes: Uint8Array;
  /** The building model in it (IFC), which the host reads. */
  readonly model?: IfcModel;
}

/** File formats that an import reads. */
export const IMPORT_FORMATS = ['imdf', 'osm', 'geojson', 'dxf', 'ifc'] as const;
/** A file format that an import reads. */
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** Coordinates of a source: degrees (longitude, latitude) or metres east and north. */
export type CoordinateSystem = 'metres' | 'wgs84';

/**
 * Place of a thing in a source: file, and in it a JSON pointer (RFC 6901), the handles of a DXF entity joined by `-`,
 * or the line of an IFC file; '' for the whole file.
 */
export interface SourceOrigin {
  readonly path: string;
  readonly pointer: string;
}

/** Properties of a feature, by key. Nested objects are flattened with dots (`door.material`); `null` is left out. */
export type Properties = Readonly<Record<string, string | number | boolean>>;

/** Coordinates of the source: longitude and latitude in degrees, or x and y in source metres. */
export type Position = readonly [number, number];

/** A shape in source coordinates; rings as the source has them, closed or not. */
export type RawShape =
  | { readonly type: 'Point'; readonly at: Position }
  /** `width`: how wide the line is drawn, in m; undefined for a thin one. */
  | { readonly type: 'LineString'; readonly line: readonly Position[]; readonly width?: number }
  | RawPolygon;

/** A polygon, or any closed line. */
interface RawPolygon {
  readonly type: 'Polygon';
  readonly rings: readonly (readonly Position[])[];
  /** True if its inside is drawn solid, as that of a hatch. */
  readonly filled?: true;
  /** How wide its line is drawn, in m; undefined for a thin one. */
  readonly width?: number;
}

/** How a door or window is drawn, besides its lines: its arcs, and whether it is one block. */
export interface RawDrawing {
  readonly swings: readonly { readonly hinge: Position; readonly ends: readonly [Position, Position] }[];
  /** True if its lines are one block; else it is one loose line or arc. */
  readonly block: boolean;
}

/** One thing of a source. A `Multi…` geometry gives one feature with several shapes. */
export interface RawFeature {
  readonly format: ImportFormat;
  readonly system: CoordinateSystem;
  /** Id in the source; undefined if it has none. */
  readonly id: string | undefined;
  /** True if the import made the id, of its place: the source gives none, or one that another thing has. */
  readonly unnamed?: boolean;
  readonly properties: Properties;
  /** Empty if the feature has no geometry. */
  readonly shapes: readonly RawShape[];
  /** Arcs of a drawn door or window, whose `shapes` are its lines. The wall that it stands in is found later. */
  readonly drawing?: RawDrawing;
  /** Keys of its levels, lowest first; empty if the source doesn't say. */
  readonly levels: readonly string[];
  /** True if the import chose the level: the source has several and names none for it. */
  readonly astray?: true;
  /** Ids of the rooms that the source puts it in, wherever it is drawn. */
  readonly of?: readonly string[];
  readonly origin: SourceOrigin;
}

/** A storey of a source. */
export interface SourceLevel {
  /** Name by which features refer to it. */
  readonly key: string;
  /** Id in the plan that the user's mapping gives it; undefined if it gives none. */
  readonly id?: string;
  /** Short name that people use; the level's id in the plan is made of it. */
  readonly short: string | undefined;
  readonly name: string | undefined;
  /** Order from below; neighbours needn't differ by 1. */
  readonly ordinal: number;
  /** Elevation of the floor in m; undefined if the source doesn't say. */
  readonly elevation?: number;
  /** Ceiling height in m above the floor; undefined if the source doesn't say. */
  readonly ceiling?: number;
}

/** A CAD drawing that a source was read from. */
export interface SourceDrawing {
  /** Path of its file, as in `SourceOrigin`. */
  readonly path: string;
  /** Metres per unit of the drawing. */
  readonly unit: number;
  /**
   * For each level that the mapping gives a region, by the level's key: where its coordinates begin in the drawing, in
   * drawing units.
   */
  readonly corners?: ReadonlyMap<string, Position>;
}

/** Content of one or several files as read, before classification. */
export interface ImportSource {
  /** Name of the building or venue; undefined if there is none. */
  readonly name: string | undefined;
  readonly levels: readonly SourceLevel[];
  readonly features: readonly RawFeature[];
  /** Features that the mapping rules out, if the reader has already counted them. */
  readonly others?: readonly RawFeature[];
  /** The drawings whose pointers are handles; absent for sources that are no CAD drawings. */
  readonly drawings?: readonly SourceDrawing[];
  readonly notes: readonly Note[];
}

/** Result of a reader: the source, or the problems that make it unreadable. */
export type ReadSource =
  | { readonly ok: true; readonly source: ImportSource }
  | { readonly ok: false; readonly problems: readonly SourceProblem[] };
