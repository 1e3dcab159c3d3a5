import type { Point } from '../../src/geometry/types.js';
import type { Motion } from '../support/transform.js';

/** Along the plane, not rounded: of multiples of a power of 2 the sums are exact. */
export function shifted([dx, dy]: Point): Motion {
  return { move: ([x, y]) => [x + dx, y + dy], bearing: (heading) => heading, mirrored: false };
}

/** Counter-clockwise about the origin, to the last digit a double has. */
export function spun(degrees: number): Motion {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return {
    move: ([x, y]) => [cos * x - sin * y, sin * x + cos * y],
    bearing: (heading) => (((heading - degrees) % 360) + 360) % 360,
    mirrored: false,
  };
}
