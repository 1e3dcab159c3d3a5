// The result of placing one opening in its wall.

import type { Point } from '../../geometry/types.js';
import type { Note } from '../notes.js';

/** Lines along the wall that an opening becomes (none if it needs or finds no place; a note says so). */
export interface Laid {
  readonly lines: readonly (readonly [Point, Point])[];
  /** Keys derived from the drawing, such as `thickness` in m. */
  readonly keys?: Readonly<Record<string, unknown>>;
  readonly notes: readonly Note[];
}
