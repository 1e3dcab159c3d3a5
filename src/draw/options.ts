import type { Locale } from '../i18n/locale.js';

/** What can be shown or hidden. */
export const LAYERS = ['zones', 'must', 'may', 'remainder', 'devices', 'findings', 'labels'] as const;
export type DrawingLayer = (typeof LAYERS)[number];

/** How a level is drawn. */
export interface SvgOptions {
  readonly locale: Locale;
  /** Layers to draw; all where absent. Walls and openings are always drawn. */
  readonly show?: ReadonlySet<DrawingLayer>;
  /** Only the views of this device. */
  readonly device?: string;
  /** Legend, title block, scale bar and north arrow beside the plan; they are there where absent. */
  readonly panel?: boolean;
  /** Before the ids of patterns, where several drawings stand in one page: letters, digits and `-`. */
  readonly prefix?: string;
}

/** Whether `layer` is drawn. */
export function shows({ show }: SvgOptions, layer: DrawingLayer): boolean {
  return show === undefined || show.has(layer);
}
