import { boxesOverlap, boxOf, boxOfRegion, coveredPieces, distance, holds, measure } from '../geometry/index.js';
import type { Piece, Point, Region } from '../geometry/types.js';
import type { Device } from '../plan/model.js';
import { depthOf, passed } from './crossings.js';
import type { Scene } from './scene.js';
import type { Crossing, Reach } from './types.js';

/** m²: what is smaller is a rounding, not a view. */
export const NOTHING = 1e-4;

/** m² of `region` in `view`. */
export function areaIn(region: Region, view: Region): number {
  const [a, b] = [boxOfRegion(region), boxOfRegion(view)];
  if (a === undefined || b === undefined || !boxesOverlap(a, b)) return 0;
  const rings = view.rings.filter((ring) => {
    const box = boxOf(ring);
    return box !== undefined && boxesOverlap(box, a);
  });
  return rings.length === 0 ? 0 : measure(region, [{ rings, shadows: view.shadows }]).covered;
}

/** What a reach is made of. */
export interface ReachInput {
  readonly scene: Scene;
  readonly device: Device;
  readonly eye: Point;
  readonly region: Region;
  readonly view: Region;
  /** px/m at a point; undefined: not bounded, or no picture. */
  readonly densityAt: (point: Point) => number | undefined;
  /** Largest px/m in the region; costs a search, so asked for only when read. */
  readonly largestDensity: () => number | undefined;
  /** m² with every door and curtain closed. */
  readonly standingArea: () => number;
}

/** The evidence of a view or a sound that reaches into a region; undefined where it doesn't. */
export function reachOf(input: ReachInput): Reach | undefined {
  const { scene, device, region, view, eye } = input;
  const area = areaIn(region, view);
  if (area < NOTHING) return undefined;
  let pieces: readonly Piece[] | undefined;
  let worst: Worst | undefined;
  let density: { readonly value: number | undefined } | undefined;
  let standing: boolean | undefined;
  const seen = () => {
    pieces ??= coveredPieces(region, [view]);
    return pieces;
  };
  const found = () => {
    worst ??= worstOf(input, seen());
    return worst;
  };
  // Most reaches are only asked whether they exist: the rest is worked out when it is read.
  return {
    device,
    level: scene.level.id,
    area,
    get depth() {
      return found().depth;
    },
    get worst() {
      const { point, density: there } = found();
      return { point, distance: distance(eye, point), density: there };
    },
    get crossings() {
      return found().crossings;
    },
    get standing() {
      standing ??= input.standingArea() >= area - NOTHING;
      return standing;
    },
    get density() {
      density ??= { value: input.largestDensity() };
      return density.value;
    },
    get pieces() {
      return seen();
    },
  };
}

interface Worst {
  readonly point: Point;
  readonly depth: number;
  readonly density: number | undefined;
  readonly crossings: readonly Crossing[];
}

/**
 * The worst point: greatest depth, then density, then x, then y. Past one opening depth is a distance to a line, which
 * is greatest at a vertex of what is seen.
 */
function worstOf({ scene, eye, region, densityAt }: ReachInput, pieces: readonly Piece[]): Worst {
  let worst: Worst | undefined;
  for (const point of pieces.flatMap((piece) => piece.outline.flat())) {
    const way = passed(scene, eye, inside(region, eye, point));
    const depth = depthOf(region, eye, point, way);
    const here = { point, depth, density: densityAt(point), crossings: way.map(({ crossing }) => crossing) };
    if (worst === undefined || isWorse(here, worst)) worst = here;
  }
  return worst ?? { point: eye, depth: 0, density: undefined, crossings: [] };
}

/**
 * A corner of what is seen lies on the region's edge, often on the line of an opening: on the way to it that one counts
 * when it leads in, and doesn't when it would lead out. So look a hair nearer, or where that is outside a hair further.
 */
function inside(region: Region, eye: Point, point: Point): Point {
  const far = distance(eye, point);
  if (far < HAIR) return point;
  const moved = (by: number): Point => [
    point[0] + ((point[0] - eye[0]) * by) / far,
    point[1] + ((point[1] - eye[1]) * by) / far,
  ];
  return holds(region, moved(-HAIR)) ? moved(-HAIR) : moved(HAIR);
}

/** m */
const HAIR = 1e-4;

/** Figures nearer than this to each other are the same, so that rounding doesn't choose the point. */
const SAME = 1e-6;

function isWorse(a: Worst, b: Worst): boolean {
  const [da, db] = [a.density ?? Infinity, b.density ?? Infinity];
  const differences = [a.depth - b.depth, da === db ? 0 : da - db, a.point[0] - b.point[0], a.point[1] - b.point[1]];
  return (differences.find((difference) => Math.abs(difference) > SAME) ?? 0) > 0;
}
