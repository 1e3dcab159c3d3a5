// The may-see of a device into a region, with its evidence.
import { coveredPieces, regionOfPiece } from '../../geometry/index.js';
import type { Piece, Point, Region, Ring } from '../../geometry/types.js';
import type { Device } from '../../plan/model.js';
import type { Route } from '../levels/levels.js';
import { facingDensity } from '../optics/density.js';
import { sharpest } from '../radial/sharpest.js';
import type { MayWorld } from '../scene/barriers.js';
import type { Scene } from '../scene/scene.js';
import type { Reach } from '../types.js';
import { type ReachInput, reachOf, seenIn } from './reach.js';
import { mayFamilies, type View } from './views.js';

/**
 * Input of {@link seenReach}: a device, a region, and the world, density and height at which the view into it counts.
 */
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
  /** Returns the device's view on the level of a scene. */
  readonly viewOn: (scene: Scene, device: Device, world: MayWorld, density: number) => View;
  /** How lines get there from another level; undefined on the device's own. */
  readonly route: Route | undefined;
}

/**
 * Returns the evidence of a view that reaches into a region; undefined if none does.
 *
 * @param known reaches of the device into the region on its level at other densities and in other worlds, for reuse
 */
export function seenReach(question: Question, known: Iterable<Reach | undefined>): Reach | undefined {
  return reachOf(new SeenInput(question), known);
}

/** What a reach is worked out from. It keeps no view: a large site has a hundred thousand reaches. */
class SeenInput implements ReachInput {
  constructor(private readonly question: Question) {}

  get scene(): Scene {
    return this.question.scene;
  }

  get device(): Device {
    return this.question.device;
  }

  get region(): Region {
    return this.question.region;
  }

  get route(): Route | undefined {
    return this.question.route;
  }

  get view(): View {
    return this.seen(this.question.world, this.question.density);
  }

  densityAt(eye: Point, point: Point): number | undefined {
    return facingDensity(this.device, eye, point, this.question.target);
  }

  largestDensity(pieces: readonly Piece[]): number | undefined {
    const { question, device, route, region } = this;
    const { density, world, target } = question;
    if (facingDensity(device, device.at, device.at, target) === undefined) return undefined;
    if (route === undefined) return largestOnOwn(question, this.view, pieces);
    return largest(density, (finer) => seenIn(region, this.seen(world, finer)) > 0);
  }

  standingArea(): number {
    const { question, region } = this;
    return question.world === 'may' ? seenIn(region, this.seen('standing', question.density)) : Infinity;
  }

  private seen(world: MayWorld, density: number): View {
    return this.question.viewOn(this.scene, this.device, world, density);
  }
}

/**
 * Returns the largest density at which part of the pieces is in frame. On the device's own level walls and gates don't
 * depend on the density, so what is seen at a larger one is part of the same pieces.
 */
function largestOnOwn({ scene, device, density, target }: Question, seen: View, pieces: readonly Piece[]): number {
  const families = mayFamilies(scene, device, { density, target });
  const eyes = [...new Map(seen.map(({ eye }) => [eye.join(), eye])).values()];
  let most = density;
  for (const eye of eyes) {
    const about = pieces.map((piece) => ({ ...piece, outline: piece.outline.map((ring) => movedBack(ring, eye)) }));
    for (const { pose, slab, frame } of families) {
      // Of several families each has only a part in frame.
      const own =
        families.length * eyes.length === 1
          ? about
          : about.flatMap((piece) => coveredPieces(regionOfPiece(piece), [{ rings: frame(), shadows: [] }]));
      most = Math.max(most, sharpest(pose, slab, own));
    }
  }
  return most;
}

function movedBack(ring: Ring, [x, y]: Point): Ring {
  return ring.map(([px, py]): Point => [px - x, py - y]);
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
