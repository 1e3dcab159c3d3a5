import { coveredArea, coveredPieces, distance, interiorPoint, isWiderThan, locatePoint } from '../geometry/index.js';
import type { Piece, Point, Region, Ring } from '../geometry/types.js';
import type { Device } from '../plan/model.js';
import { depthOf, depthPastWalls, type Passed, passed } from './crossings.js';
import type { Scene } from './scene.js';
import type { SoundWay } from './sound.js';
import { passedRound, stationsOf } from './sound-way.js';
import type { Reach } from './types.js';
import type { View } from './views.js';

/** m²: what is smaller is a rounding, not a view. */
export const NOTHING = 1e-4;

/**
 * m: what is nowhere wider is not a view. Walls are welded, which bends them by as much, and regions are not: between a
 * room's edge and the wall that stands for it lie slivers of any length, others for every turn of the plan.
 */
export const THIN = 0.005;

/** m² of `region` in `view`; 0 where that is nothing but slivers. */
export function seenIn(region: Region, view: readonly Region[]): number {
  return seenOf(region, view).area;
}

/** The same with its numerical bound, m². */
function seenOf(region: Region, view: readonly Region[]): { readonly area: number; readonly bound: number } {
  const { covered, bound, edges } = coveredArea(region, view, NOTHING);
  if (covered < NOTHING) return UNSEEN;
  // A piece that is nowhere wider than w has at most w/2 m² for each metre of its edge.
  const wide = 2 * covered > THIN * edges || coveredPieces(region, view).some((piece) => isWiderThan([piece], THIN));
  return wide ? { area: covered, bound } : UNSEEN;
}

const UNSEEN = { area: 0, bound: 0 };

/** What a reach is made of. */
export interface ReachInput {
  readonly scene: Scene;
  readonly device: Device;
  readonly region: Region;
  readonly view: View;
  /** The shortest way of sound to a point; of what is seen there is none but the straight line. */
  readonly wayTo?: (point: Point) => SoundWay | undefined;
  /** px/m at a point seen from `eye`; undefined: not bounded, or no picture. */
  readonly densityAt: (eye: Point, point: Point) => number | undefined;
  /** Largest px/m among the pieces seen; costs a search, so asked for only when read. */
  readonly largestDensity: (pieces: readonly Piece[]) => number | undefined;
  /** m² with every door and curtain closed. */
  readonly standingArea: () => number;
  /** What a line from an eye to a point passes, and where from on it is on the scene's level; absent: from the eye on. */
  readonly route?:
    | ((eye: Point, inside: Point) => { readonly way: readonly Passed[]; readonly from: Point })
    | undefined;
}

/** The evidence of a view or a sound that reaches into a region; undefined where it doesn't. */
export function reachOf(input: ReachInput): Reach | undefined {
  const { scene, device, region, view } = input;
  const { area, bound } = seenOf(region, view);
  if (area === 0) return undefined;
  let pieces: readonly Piece[] | undefined;
  let worst: Worst | undefined;
  let density: { readonly value: number | undefined } | undefined;
  let standing: boolean | undefined;
  const seen = () => {
    pieces ??= coveredPieces(region, view).filter((piece) => isWiderThan([piece], THIN));
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
    bound,
    get depth() {
      return found().depth;
    },
    get worst() {
      const { point, length, density: there } = found();
      return { point, distance: length, density: there };
    },
    get via() {
      const { bends, way } = found();
      return stationsOf(bends, way);
    },
    get crossings() {
      return found().way.map(({ crossing }) => crossing);
    },
    get standing() {
      standing ??= input.standingArea() >= area - NOTHING;
      return standing;
    },
    get density() {
      density ??= { value: input.largestDensity(seen()) };
      return density.value;
    },
    get pieces() {
      return seen();
    },
  };
}

interface Worst {
  readonly point: Point;
  /** m from the eye, by the way. */
  readonly length: number;
  readonly depth: number;
  readonly density: number | undefined;
  readonly bends: readonly Point[];
  readonly way: readonly Passed[];
}

/**
 * The worst point: greatest depth, then density, then x, then y. Past one opening depth is a distance to a line, which
 * is greatest at a vertex of what is seen.
 */
function worstOf(input: ReachInput, pieces: readonly Piece[]): Worst {
  let worst: Worst | undefined;
  const consider = (line: Line | undefined) => {
    const here = line && along(input, line);
    if (here !== undefined && (worst === undefined || isWorse(here, worst))) worst = here;
  };
  for (const ring of pieces.flatMap((piece) => piece.outline)) {
    ring.forEach((point, i) => {
      consider(lineTo(input, point, justInside(ring, i)));
    });
  }
  if (worst !== undefined) return worst;
  for (const { outline } of pieces) {
    const middle = interiorPoint({ rings: outline.slice(0, 1), shadows: outline.slice(1) });
    if (middle !== undefined) consider(lineTo(input, middle, [middle]));
  }
  return worst ?? { point: input.device.at, length: 0, depth: 0, density: undefined, bends: [], way: [] };
}

/** A sight line, or the last part of a way of sound: from the eye to `inside`, a point just beside `point` that is seen. */
interface Line {
  readonly eye: Point;
  readonly point: Point;
  readonly inside: Point;
  /** Of a way with bends: the first eye, the bends, the last of them being `eye`. */
  readonly bends: readonly Point[];
}

function along(input: ReachInput, line: Line): Worst {
  const { scene, region, densityAt } = input;
  const { eye, point, inside, bends } = line;
  const { way, from } = routeOf(input, line);
  const depth = Math.min(depthOf(region, from, point, inside, way), depthPastWalls(scene.ways(), from, point, inside));
  return {
    point,
    length: [...bends, point].reduce((sum, at, i, all) => sum + distance(all[i - 1] ?? at, at), 0),
    depth,
    density: densityAt(eye, point),
    bends,
    way,
  };
}

function routeOf({ scene, route }: ReachInput, { eye, inside, bends }: Line) {
  if (bends.length > 1) return { way: passedRound(scene.ways(), [...bends, inside]), from: eye };
  return route?.(eye, inside) ?? { way: passed(scene.ways(), eye, inside), from: eye };
}

/** m: how far within a corner of what is seen the sight line to it is drawn: the first that fits. */
const WITHIN = [1e-3, 1e-4, 1e-5];

/**
 * Points just inside a corner of what is seen. The corner itself lies on the region's edge, often on the very line of an
 * opening, and rounding would say on which side of it.
 */
function justInside(ring: Ring, index: number): Point[] {
  const point = ring[index] ?? [0, 0];
  const [p, q] = [unit(point, neighbour(ring, index, -1)), unit(point, neighbour(ring, index, 1))];
  const bisector: Point = [p[0] + q[0], p[1] + q[1]];
  // A straight corner has no bisector to speak of: its edges' normal does.
  const [x, y] = Math.hypot(...bisector) > 1e-6 ? unit([0, 0], bisector) : ([-p[1], p[0]] as const);
  return WITHIN.flatMap((by): Point[] => [
    [point[0] + by * x, point[1] + by * y],
    [point[0] - by * x, point[1] - by * y],
  ]);
}

/** The sight line to the first of `candidates` that is seen, from the eye that sees it. */
function lineTo({ region, view, wayTo }: ReachInput, point: Point, candidates: readonly Point[]): Line | undefined {
  for (const inside of candidates) {
    if (!isIn(region, inside)) continue;
    const seen = view.find((look) => isIn(look, inside));
    if (seen === undefined) continue;
    const bends = wayTo?.(inside)?.points.slice(0, -1) ?? [seen.eye];
    return { eye: bends.at(-1) ?? seen.eye, point, inside, bends };
  }
  return undefined;
}

/** The next corner that way; rounding leaves some upon each other. */
function neighbour(ring: Ring, index: number, step: 1 | -1): Point {
  const point = ring[index] ?? [0, 0];
  for (let i = 1; i < ring.length; i++) {
    const next = ring.at((index + step * i) % ring.length);
    if (next !== undefined && distance(point, next) > 1e-5) return next;
  }
  return point;
}

function isIn(where: Ring | Region, point: Point): boolean {
  return locatePoint(where, point) === 'in';
}

function unit(from: Point, to: Point): Point {
  const length = distance(from, to) || 1;
  return [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
}

/** Figures nearer than this to each other are the same, so that rounding doesn't choose the point. */
const SAME = 1e-6;

function isWorse(a: Worst, b: Worst): boolean {
  const [da, db] = [a.density ?? Infinity, b.density ?? Infinity];
  const differences = [a.depth - b.depth, da === db ? 0 : da - db, a.point[0] - b.point[0], a.point[1] - b.point[1]];
  return (differences.find((difference) => Math.abs(difference) > SAME) ?? 0) > 0;
}
