import { containsPoint, distanceToSegment, ringArea } from '../../src/geometry/index.js';
import type { Point, Ring } from '../../src/geometry/types.js';
import type { AllRound, Dome, Frustum, Span } from '../../src/sight/optics/optics.js';
import { aimed, framed } from '../../src/sight/radial/may-view.js';
import { createScene } from '../../src/sight/scene/scene.js';
import { level, site } from '../support/site.js';

const nothing = level({});
const scene = createScene(site(nothing), nothing);

/** Limits of a frame besides the lens. */
interface Limits {
  /** px/m that a target needs; undefined: any will do. */
  readonly density: number | undefined;
  /** m: nothing is farther from the camera. */
  readonly reach: number;
}

/**
 * Returns where a lens may have any height in `drops` (m below the eye) in frame, as may-see has it: rings about the
 * camera's foot, in plan axes; undefined: everywhere.
 */
export function mayFrame(
  pose: Frustum | Dome | AllRound,
  [low, high]: Span,
  { density, reach }: Limits,
): readonly Ring[] | undefined {
  const rings = framed(aimed(scene, pose, { floor: -high, top: -low }, density, reach), reach);
  const area = rings.reduce((sum, ring) => sum + ringArea(ring), 0);
  return area >= (4 * reach) ** 2 * (1 - 1e-9) ? undefined : rings;
}

/** Whether a point is in one of the rings, or at most `off` m outside of it. */
export function inAny(rings: readonly Ring[] | undefined, point: Point, off: number): boolean {
  return (
    rings === undefined ||
    rings.some(
      (ring) =>
        containsPoint({ rings: [ring], shadows: [] }, point) ||
        ring.some((a, i) => distanceToSegment(point, { a, b: ring[(i + 1) % ring.length] ?? a }) <= off),
    )
  );
}
