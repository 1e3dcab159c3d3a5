import { metres } from '../../i18n/number.js';
import { valueUnder } from '../mapping/match.js';
import type { Mapping } from '../mapping/types.js';
import type { Note } from '../notes.js';
import { metresIn } from '../support/length.js';
import type { ClassifiedFeature } from './classified-feature.js';

/** What sources draw as a point though it has a width. */
export type Pointlike = 'door' | 'window' | 'pillar';

/** m; ours, where neither the source nor `assume` of the mapping says. */
const ASSUMED: Readonly<Record<Pointlike, number>> = {
  door: 0.9,
  // Wide, so that views through it aren't left out.
  window: 1.5,
  pillar: 0.4,
};

const SETTINGS = {
  door: 'doorWidth',
  window: 'windowWidth',
  pillar: 'pillar',
} as const satisfies Readonly<Record<Pointlike, keyof NonNullable<Mapping['assume']>>>;

/** m: nothing drawn as a point is wider; a larger number is of another unit, or of something else. */
const WIDEST = 15;

export interface Width {
  /** m */
  readonly width: number;
  /** That what the source says can't be read. */
  readonly unreadable?: Note;
  /** That the width is assumed: the same note for all alike. */
  readonly assumed?: Note;
}

/** How wide a door, a window or a pillar is that is drawn as a point: by its source, or else as assumed. */
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
