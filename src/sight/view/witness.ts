// The search for the witness point of a view: the deepest point, then the densest.
import { spendBudget } from '../../base/budget.js';
import {
  boxOf,
  containsPoint,
  distance,
  grow,
  interiorPoint,
  locatePoint,
  regionOfPiece,
} from '../../geometry/index.js';
import type { Piece, Point, Region, Ring } from '../../geometry/types.js';
import { passedRound } from '../sound/path.js';
import { depthOf, depthPastWalls, type NearWays, type Passed, passed, wayInto, waysTowards } from './crossings.js';
import type { ReachInput } from './reach.js';
import type { View } from './views.js';

/** Witness point of a region that is seen or heard, with the way to it. */
export interface Worst {
  readonly point: Point;
  /** m from the device, along the way. */
  readonly length: number;
  readonly depth: number;
  readonly density: number | undefined;
  /** Points where the way bends, the eye first; of a sight line only the eye. */
  readonly bends: readonly Point[];
  /** Openings and panes on the way, in order from the device. */
  readonly way: readonly Passed[];
}

/**
 * The search for the witness point of the pieces of a region that are seen or heard: greatest depth, then density, then
 * x, then y. Past one opening depth is a distance to a line, which is greatest at a vertex of the region. Where nothing
 * is passed it is a distance to the edge by which the line comes in: greatest at a vertex, or where a line over a
 * corner of the region ends. The search stops as soon as it can answer.
 */
export class WorstPoint {
  private readonly rings: readonly { readonly ring: Ring; readonly piece: Region }[];
  private readonly corners: number;
  private readonly ways: NearWays;
  private ring = 0;
  private corner = 0;
  /** True once some line comes in past nothing. */
  private open = false;
  /** Ends of lines over corners, still to be considered; undefined: not yet looked for. */
  private ends: End[] | undefined;
  private worst: Worst | undefined;

  constructor(
    private readonly input: ReachInput,
    private readonly pieces: readonly Piece[],
  ) {
    this.rings = pieces.flatMap((one) => {
      const piece = regionOfPiece(one);
      return one.outline.map((ring) => ({ ring, piece }));
    });
    this.corners = this.rings.reduce((sum, { ring }) => sum + ring.length, 0);
    const ways = input.scene.ways();
    const about = boxOf(...this.rings.map(({ ring }) => ring));
    const [look] = input.view;
    this.ways = about === undefined || look === undefined ? ways : waysTowards(ways, look.eye, grow(about, WITHIN[0]));
  }

  /** Returns the witness point; all zeros at the device if nothing is seen. */
  found(): Worst {
    while (this.step());
    this.worst ??= this.inTheMiddle() ?? nowhere(this.input);
    return this.worst;
  }

  /** True if the depth of the witness point is more than `by` m; some corner mostly tells that soon. */
  isDeeperThan(by: number): boolean {
    // A corner that is as good as deep may take its place, and another that one's.
    const surely = by + this.corners * SAME;
    do {
      if (this.worst !== undefined && this.worst.depth > surely) return true;
    } while (this.step());
    return this.found().depth > by;
  }

  /** Considers the next corner; returns false if there is none. */
  private step(): boolean {
    const at = this.rings[this.ring];
    if (at === undefined) return this.stepOver();
    const { ring, piece } = at;
    const point = ring[this.corner];
    if (point === undefined) {
      this.ring += 1;
      this.corner = 0;
      return true;
    }
    this.consider(lineTo(this.input, piece, point, justInside(ring, this.corner)));
    this.corner += 1;
    return true;
  }

  /** Considers the next end of a line over a corner of the region. */
  private stepOver(): boolean {
    this.ends ??= this.open ? this.rings.flatMap(({ ring, piece }) => endsOver(this.input, ring, piece)) : [];
    const end = this.ends.pop();
    if (end === undefined) return false;
    this.consider(lineTo(this.input, end.piece, end.point, end.beside));
    return true;
  }

  private consider(line: Line | undefined): void {
    if (line === undefined) return;
    const here = along(this.input, this.ways, line);
    if (wayInto(this.input.region, line.eye, here.way) === undefined) this.open = true;
    if (this.worst === undefined || isWorse(here, this.worst)) this.worst = here;
  }

  /** Considers the middle of each piece: a region may be so narrow that no corner is seen. */
  private inTheMiddle(): Worst | undefined {
    for (const one of this.pieces) {
      const piece = regionOfPiece(one);
      const middle = interiorPoint(piece);
      if (middle !== undefined) this.consider(lineTo(this.input, piece, middle, [middle]));
    }
    return this.worst;
  }
}

/** Where a line over a corner of the region meets the edge of what is seen, and points beside that. */
interface End {
  readonly piece: Region;
  readonly point: Point;
  readonly beside: readonly Point[];
}

function cornersOf({ rings, shadows }: Region): readonly Point[] {
  return [...rings, ...shadows].flat();
}

/** Of shapes of more corners than anybody draws by hand only those of what is seen are looked at. */
const MOST_PAIRS = 20_000;

/** Returns the ends of the lines from every eye over the corners of the region, on a ring of what is seen. */
function endsOver({ view, region }: ReachInput, ring: Ring, piece: Region): End[] {
  const corners = cornersOf(region);
  const pairs = view.length * corners.length * ring.length;
  if (pairs > MOST_PAIRS) return [];
  spendBudget(pairs);
  return view.flatMap(({ eye }) =>
    corners.flatMap((corner) => {
      const [dx, dy] = [corner[0] - eye[0], corner[1] - eye[1]];
      const side = ([x, y]: Point) => dx * (y - eye[1]) - dy * (x - eye[0]);
      return ring.flatMap((b, i): End[] => {
        const a = ring[(i + ring.length - 1) % ring.length];
        const [p, q] = [side(a), side(b)];
        if (p > 0 === q > 0) return [];
        const t = p / (p - q);
        const point: Point = [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
        // Ahead of the eye, and past the corner.
        if (dx * (point[0] - corner[0]) + dy * (point[1] - corner[1]) <= 0) return [];
        const [x, y] = unit(a, b);
        const beside = WITHIN.flatMap((by): Point[] => {
          // The line to a point on either side of it comes in by another edge.
          const back = by / Math.hypot(dx, dy);
          const inner: Point = [point[0] - back * dx, point[1] - back * dy];
          return [
            [inner[0] + by * x, inner[1] + by * y],
            [inner[0] - by * x, inner[1] - by * y],
          ];
        });
        return [
          { piece, point, beside },
          { piece, point, beside: beside.toReversed() },
        ];
      });
    }),
  );
}

function nowhere({ device }: ReachInput): Worst {
  return { point: device.at, length: 0, depth: 0, density: undefined, bends: [], way: [] };
}

/** Sight line, or last part of a way of sound: from the eye to `inside`, a seen point just beside `point`. */
interface Line {
  readonly eye: Point;
  readonly point: Point;
  readonly inside: Point;
  /** For a way with bends: the first eye, then the bends, the last of them being `eye`. */
  readonly bends: readonly Point[];
}

function along(input: ReachInput, ways: NearWays, line: Line): Worst {
  const { region, device } = input;
  const { eye, point, inside, bends } = line;
  const { way, from } = routeOf(input, ways, line);
  // Of a camera that may be mounted beside its place, the line from there may cross a wall that it looks past.
  const isDrawn = bends.length > 1 || device.tolerance.position === 0;
  const past = isDrawn ? depthPastWalls(ways, from, point, inside) : Number.POSITIVE_INFINITY;
  const depth = Math.min(depthOf(region, from, point, inside, way), past);
  return {
    point,
    length: [...bends, point].reduce((sum, at, i, all) => sum + distance(all[i - 1] ?? at, at), 0),
    depth,
    density: input.densityAt(eye, point),
    bends,
    way,
  };
}

function routeOf({ route }: ReachInput, ways: NearWays, { eye, inside, bends }: Line) {
  if (bends.length > 1) return { way: passedRound(ways, [...bends, inside]), from: eye };
  return route?.(eye, inside) ?? { way: passed(ways, eye, inside), from: eye };
}

/** m inside a corner at which the sight line to it ends: the first that fits. */
const WITHIN = [1e-3, 1e-4, 1e-5] as const;

/**
 * Returns points just inside a corner of the region. The corner itself lies on the region's edge, often on the very
 * line of an opening, and rounding would decide on which side of it.
 */
function justInside(ring: Ring, index: number): Point[] {
  const point = ring[index];
  const [p, q] = [unit(point, neighbour(ring, index, -1)), unit(point, neighbour(ring, index, 1))];
  const bisector: Point = [p[0] + q[0], p[1] + q[1]];
  // A straight corner has no bisector to speak of: its edges' normal does.
  const [x, y] = Math.hypot(...bisector) > 1e-6 ? unit([0, 0], bisector) : ([-p[1], p[0]] as const);
  return WITHIN.flatMap((by): Point[] => [
    [point[0] + by * x, point[1] + by * y],
    [point[0] - by * x, point[1] - by * y],
  ]);
}

/**
 * Returns the sight line to the first of `candidates` that lies in the piece, from the eye that sees it; undefined if
 * none does.
 */
function lineTo(
  { view, wayTo }: ReachInput,
  piece: Region,
  point: Point,
  candidates: readonly Point[],
): Line | undefined {
  for (const inside of candidates) {
    if (!isIn(piece, inside)) continue;
    spendBudget(50);
    const seen = view.length === 1 ? view[0] : lookAt(view, inside);
    if (seen === undefined) continue;
    const bends = wayTo?.(inside)?.points.slice(0, -1) ?? [seen.eye];
    return { eye: bends.at(-1) ?? seen.eye, point, inside, bends };
  }
  return undefined;
}

/** Returns the look of a view that a point is seen by; the seam between two rings of a look is an edge of both. */
function lookAt(view: View, point: Point): View[number] | undefined {
  return view.find((look) => isIn(look, point)) ?? view.find((look) => containsPoint(look, point));
}

/** Returns the next corner in that direction; rounding leaves some upon each other. */
function neighbour(ring: Ring, index: number, step: 1 | -1): Point {
  const point = ring[index];
  for (let i = 1; i < ring.length; i++) {
    const next = ring[(index + step * i + ring.length) % ring.length];
    if (distance(point, next) > 1e-5) return next;
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

/** Figures closer than this count as equal, so that rounding doesn't choose the point. */
const SAME = 1e-6;

function isWorse(a: Worst, b: Worst): boolean {
  const [da, db] = [a.density ?? Infinity, b.density ?? Infinity];
  const differences = [a.depth - b.depth, da === db ? 0 : da - db, a.point[0] - b.point[0], a.point[1] - b.point[1]];
  return (differences.find((difference) => Math.abs(difference) > SAME) ?? 0) > 0;
}
