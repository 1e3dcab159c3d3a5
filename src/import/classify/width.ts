// Widths of doors, windows and pillars that a source draws as points.

import { metres } from '../../i18n/number.js';
import { valueUnder } from '../mapping/match.js';
import type { Mapping } from '../mapping/types.js';
import type { Note } from '../notes.js';
import { metresIn } from '../support/length.js';
import type { ClassifiedFeature } from './classified-feature.js';

/** Things that sources draw as a point although they have a width. */
export type Pointlike = 'door' | 'window' | 'pillar';

/** Widths in m if neither the source nor the mapping's `assume` gives one. Chosen by sitecam. */
const ASSUMED: Readonly<Record<Pointlike, number>> = {
  door: 0.9,
  // Wide, so that no view through it is missed.
  window: 1.5,
  pillar: 0.4,
};

const SETTINGS = {
  door: 'doorWidth',
  window: 'windowWidth',
  pillar: 'pillar',
} as const satisfies Readonly<Record<Pointlike, keyof NonNullable<Mapping['assume']>>>;

/** Largest credible width in m. A larger number is in another unit, or means something else. */
const WIDEST = 15;

/** Width of a thing drawn as a point, with the notes it needs. */
export interface Width {
  /** m. */
  readonly width: number;
  /** Note that the width in the source can't be read. */
  readonly unreadable?: Note;
  /** Note that the width is assumed; equal for all things alike. */
  readonly assumed?: Note;
}

/** Returns the width in m of a door, window or pillar drawn as a point: from the source, else assumed. */
export function widthOfPoint({ feature, element, mapping }: ClassifiedFeature, what: Pointlike): Width {
  const written = valueUnder(feature, mapping.keys?.width ?? []);
  const told = written === undefined ? undefined : metresIn(written);
  if (told !== undefined && told <= WIDEST) return { width: told };
  const width = mapping.assume?.[SETTINGS[what]] ?? ASSUMED[what];
  const message = { id: `classify/assumed-${what}`, params: { width: metres(width, 2) } };
  const assumed: Note = { sort: 'assumed', message, size: width };
  if (written === undefined) return { width, assumed };
  const { id, origin, level } = element;
  const params = { id, value: written };
  const unreadable: Note = { sort: 'unknown', message: { id: 'classify/width', params }, origin, level, ids: [id] };
  return { width, assumed, unreadable };
}
