import type { Point } from '../../geometry/types.js';
import type { Note } from '../notes.js';

/** The lines an opening is laid as (none where it lies in no wall: on record), and what is to be known of it. */
export interface Laid {
  readonly lines: readonly (readonly [Point, Point])[];
  /** What the drawing says of the opening besides. */
  readonly keys?: Readonly<Record<string, unknown>>;
  readonly notes: readonly Note[];
}
