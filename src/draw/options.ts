// Options of a drawing.
import type { Locale } from '../i18n/locale.js';

/**
 * Layers of a drawing that can be shown or hidden. `must`, `may`: what devices see in that world; `remainder`: blind areas
 * that a design criterion of ours wants covered.
 */
export const LAYERS = ['zones', 'must', 'may', 'remainder', 'devices', 'findings', 'labels'] as const;
/** A layer of a drawing that can be shown or hidden, such as `zones`. */
export type DrawingLayer = (typeof LAYERS)[number];

/** Formats of a drawing: a picture, and an overlay on a CAD drawing. */
export const DRAWING_FORMATS = ['svg', 'dxf'] as const;
/** A format of a drawing: `svg`, a picture; `dxf`, an overlay on a CAD drawing. */
export type DrawingFormat = (typeof DRAWING_FORMATS)[number];

/** Options of a drawing of one level in any format. */
export interface DrawingOptions {
  readonly locale: Locale;
  /** Layers to draw. Absent: all. Walls and openings are always drawn. */
  readonly show?: ReadonlySet<DrawingLayer>;
  /** Id of the device whose views alone are drawn. Absent: all devices. */
  readonly device?: string;
  /** Number of findings that were taken out of the drawing on request. Absent: none. */
  readonly without?: number;
}

/** Options of a drawing of one level as SVG. */
export interface SvgOptions extends DrawingOptions {
  /** False to leave out the panel beside the plan (legend, title block, scale bar, north arrow). Absent: true. */
  readonly panel?: boolean;
  /** Scale, px per metre (96 px are an inch). Absent: what the level needs. */
  readonly perMetre?: number;
  /** Prefix of pattern ids, which keeps several drawings on one page apart: letters, digits and `-`. */
  readonly prefix?: string;
}

/** True if `layer` is drawn. */
export function shows({ show }: DrawingOptions, layer: DrawingLayer): boolean {
  return show === undefined || show.has(layer);
}
