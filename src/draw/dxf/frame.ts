// Where points of a plan lie in the CAD drawing that a level was read from.

import type { Point } from '../../geometry/index.js';
import type { Level, Site } from '../../plan/model.js';

/** Converts points of a plan (m) into the coordinates of a CAD drawing, in its units. */
export interface OverlayFrame {
  /** Metres per unit of the drawing. */
  readonly unit: number;
  /** Direction of the plan's +x in the drawing, degrees counter-clockwise. */
  readonly rotation: number;
  readonly place: (point: Point) => Point;
}

const RADIANS = Math.PI / 180;

/**
 * Returns the frame of the CAD drawing that `level` was read from. Without one, coordinates are metres as in the plan's
 * files.
 */
export function overlayFrame({ shift }: Site, { drawing }: Level): OverlayFrame {
  const { unit = 1, rotation = 0, origin = [0, 0] } = drawing ?? {};
  // Quarter turns are exact.
  const [sin, cos] = [Math.sin(rotation * RADIANS), Math.cos(rotation * RADIANS)].map((part) =>
    Math.abs(part - Math.round(part)) < 1e-15 ? Math.round(part) : part,
  );
  return {
    unit,
    rotation,
    place([planX, planY]) {
      const [x, y] = [planX + shift[0], planY + shift[1]];
      return [origin[0] + (x * cos - y * sin) / unit, origin[1] + (x * sin + y * cos) / unit];
    },
  };
}
