import type { Point } from './types.js';

/** Two implementations of one viewshed that don't agree: one of them is wrong, and so may be any verdict. */
export class ViewshedMismatch extends Error {
  override readonly name = 'ViewshedMismatch';
  constructor(
    /** m */
    readonly eye: Point,
    /** m² of each, and of what only one of them holds. */
    readonly areas: { readonly expansion: number; readonly sweep: number; readonly difference: number },
  ) {
    super(`viewsheds of (${eye.join(', ')}) differ by ${areas.difference} m²`);
  }
}
