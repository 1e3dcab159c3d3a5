// Types of camera models and of the files that hold them.

import type { SourceFile } from '../source/types.js';

/** A lens with which a camera model is sold. */
export interface ModelLens {
  /** Focal length in mm. */
  readonly mm: number;
  /** Horizontal field of view in degrees; absent: not known. */
  readonly hfov?: number;
}

/** What is known of one model: what schemas/models.schema.json allows. A fact that is absent isn't known. */
export interface CameraModel {
  readonly brand: string;
  /** Model number as the maker writes it. */
  readonly model: string;
  /** Id of the record, which goes before model numbers when a model is looked for. */
  readonly id?: string;
  /** Other model numbers under which the same record is found. None of them gives sound. */
  readonly aliases?: readonly string[];
  readonly form?: 'fixed' | 'varifocal' | 'ptz' | 'fisheye' | 'multi-sensor';
  /** Largest picture, [across, down] in px. */
  readonly resolution?: readonly [number, number];
  /** All fixed lenses that it is sold with, one of which a camera has. */
  readonly lenses?: readonly ModelLens[];
  /** Horizontal field of view of a zoom lens, [tele, wide] in degrees. */
  readonly zoom?: readonly [number, number];
  /** Sound that this very model captures, without anything connected to it. */
  readonly audio?: 'none' | 'microphone' | 'two-way';
  /** Address or document that the facts were taken from. */
  readonly source: string;
  /** Day on which the facts were taken or last verified, YYYY-MM-DD. */
  readonly date: string;
}

/** A table of camera models, as a catalogue file holds it. */
export interface ModelTable {
  /** The collection that the table was made from. */
  readonly from?: { readonly name: string; readonly commit?: string; readonly date: string; readonly licence?: string };
  readonly models: readonly CameraModel[];
}

/** A catalogue of a user's that was read, as plain data. */
export interface CatalogueFile {
  readonly file: SourceFile;
  readonly models: readonly CameraModel[];
}

/** The catalogues of a run, in the order in which models are looked for; the shipped table comes last. */
export interface Catalogues {
  readonly files: readonly CatalogueFile[];
  /** False: the shipped table isn't used. */
  readonly shipped: boolean;
}
