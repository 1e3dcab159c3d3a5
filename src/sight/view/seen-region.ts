// The may-see of a device into a region, with its evidence.
import { coveredArea } from '../../geometry/index.js';
import type { Piece, Point, Region, Ring } from '../../geometry/types.js';
import type { Device } from '../../plan/model.js';
import type { Route } from '../levels/levels.js';
import { facingDensity } from '../optics/density.js';
import type { MayWorld } from '../scene/barriers.js';
import type { Scene } from '../scene/scene.js';
import type { Reach } from '../types.js';
import { NOTHING, reachOf, seenIn } from './reach.js';
import { mayFrames, type View } from './views.js';

/** A question about a device's view into a region. */
export interface Question {
  /** The level that the region lies on. */
  readonly scene: Scene;
  readonly device: Device;
  readonly region: Region;
  /** px/m that are needed. */
  readonly density: number;
  readonly world: MayWorld;
  /** Height of what must be seen, m above the device's own floor. */
  readonly target: number;
  /** Returns the device's view on the region's level. */
  readonly view: (world: MayWorld, density: number) => View;
  /** How lines get there from another level; undefined on the device's own. */
  readonly route: Route | undefined;
}

/** Returns the evidence of a view that reaches into a region; undefined if none does. */
export function seenReach(question: Question): Reach | undefined {
  const { scene, device, region, density, world, target, view, route } = question;
  const seen = view(world, density);
  const bounded = () => facingDensity(device, device.at, device.at, target) !== undefined;
  return reachOf({
    route,
    scene,
    device,
    region,
    view: seen,
    densityAt: (eye, point) => facingDensity(device, eye, point, target),
    largestDensity: (pieces) => (bounded() ? largest(density, finer(question, seen, pieces)) : undefined),
    standingArea: () => (world !== 'may' ? Infinity : seenIn(region, view('standing', density))),
  });
}

/**
 * Returns a function: true if part of what is seen in the region is seen at a larger density too. On the device's own
 * level walls and shadows don't depend on the density, so a part of the same pieces is seen if it is in frame at that
 * density.
 */
function finer(
  { scene, device, region, world, target, view, route }: Question,
  seen: View,
  pieces: readonly Piece[],
): (density: number) => boolean {
  if (route !== undefined) return (density) => seenIn(region, view(world, density)) > 0;
  const eyes = [...new Map(seen.map(({ eye }) => [eye.join(), eye])).values()];
  return (density) =>
    device.lenses.some((lens) => {
      // Called a dozen times for every camera: one family of poses with a piece in frame is enough.
      for (const frame of mayFrames(scene, device, lens, { density, target })) {
        if (eyes.some((eye) => isInFrame(pieces, frame, eye))) return true;
      }
      return false;
    });
}

function isInFrame(pieces: readonly Piece[], frame: readonly Ring[], [x, y]: Point): boolean {
  const inPlan = { rings: frame.map((ring) => ring.map(([px, py]): Point => [px + x, py + y])), shadows: [] };
  return pieces.some(({ outline: [ring, ...shadows] }) => {
    if (ring === undefined) return false;
    return coveredArea({ rings: [ring], shadows }, [inPlan], NOTHING).covered > NOTHING;
  });
}

/** Returns the largest density at which something is seen, to 0.1 %, given that it is seen at `from`. */
function largest(from: number, seen: (density: number) => boolean): number {
  let low = from;
  let high = from * 2;
  while (seen(high) && high < 1e9) {
    low = high;
    high *= 2;
  }
  while (high / low > 1.001) {
    const middle = Math.sqrt(low * high);
    if (seen(middle)) low = middle;
    else high = middle;
  }
  return low;
}
