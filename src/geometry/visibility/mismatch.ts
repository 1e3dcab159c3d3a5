// The error for two viewsheds of one eye that differ.
import type { Point } from '../types.js';

/** Error for two implementations of one viewshed that disagree: one of them is wrong, and so any verdict may be. */
export class ViewshedMismatch extends Error {
  override readonly name = 'ViewshedMismatch';
  constructor(
    /** The eye, in metres. */
    readonly eye: Point,
    /** Areas in m²: of each viewshed, and of the parts that only one of them holds. */
    readonly areas: { readonly expansion: number; readonly sweep: number; readonly difference: number },
  ) {
    super(`viewsheds of (${eye.join(', ')}) differ by ${areas.difference} m²`);
  }
}
