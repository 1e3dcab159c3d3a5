// The largest pixel density at which a family of poses may have part of a region in frame, in closed form.
import { containsPoint, distanceToSegment, forEachEdge, regionOfPiece } from '../../geometry/index.js';
import type { Piece, Point } from '../../geometry/types.js';
import type { Plane, Sector } from '../cone/sectors.js';
import type { AllRound, Dome, Frustum } from '../optics/optics.js';
import { cachedSectors, isBoundByDepth, type Slab } from './table.js';

/** m: what is nearer to the eye counts as this far away; a smaller part of a region than its square is no view. */
const NEAREST = 0.01;
/** m by which a height may miss a bound for rounding. */
const ROUNDING = 1e-9;
const FOOT: Point = [0, 0];

/**
 * Returns an upper bound on the px/m at which some pose of a family has a point of the pieces in frame at a height of
 * the slab, by the same bounds as the family's table; 0 if none of them is in frame, ∞ if the resolution is unknown.
 *
 * A small box of poses is bounded by the depth on its axis. The least depth grows along every ray from the eye, so that
 * it is least on an edge; on a stretch of an edge with the same planes for bounds it is a quotient of linear functions,
 * so that it is least at an end. Other families are bounded by the distance from the eye.
 *
 * @param pieces about the foot of the eye, m, the plan's own axes; limited to where the family has something in frame
 * @param slab heights that count, m above the eye
 */
export function sharpest(
  pose: Frustum | Dome | AllRound,
  slab: Slab,
  pieces: readonly Pick<Piece, 'outline'>[],
): number {
  const outlines = pieces.flatMap(({ outline }) => outline);
  if (outlines.length === 0) return 0;
  const sharp = pose.kind === 'frustum' ? pose.focal : pose.perRadian;
  if (sharp === undefined) return Number.POSITIVE_INFINITY;
  if (pose.kind === 'frustum' && pose.headings !== undefined && isBoundByDepth(pose)) {
    const depth = new LeastDepth(pose, pose.headings, slab).of(outlines);
    return (sharp * pose.corner) / Math.max(NEAREST, depth);
  }
  const up = Math.max(0, slab.floor, -slab.top);
  const away = Math.max(NEAREST, Math.hypot(leastDistance(pieces), up));
  return (sharp * (pose.kind === 'frustum' ? pose.corner * pose.corner : 1)) / away;
}

function leastDistance(pieces: readonly Pick<Piece, 'outline'>[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const piece of pieces) {
    if (containsPoint(regionOfPiece(piece), FOOT)) return 0;
    for (const ring of piece.outline)
      forEachEdge(ring, (a, b) => {
        least = Math.min(least, distanceToSegment(FOOT, { a, b }));
      });
  }
  return least;
}

/** The search for the point of some outlines that is least deep on the axis of some pose. */
class LeastDepth {
  private least = Number.POSITIVE_INFINITY;
  private readonly sectors: readonly Sector[];
  private readonly turn: Plane;
  private readonly swing: number;
  /** Of the two tilts: 1/cos, and what the floor and the top of the slab add to a depth. */
  private readonly tilts: readonly { readonly slant: number; readonly floor: number; readonly top: number }[];

  constructor(
    cone: Frustum,
    headings: readonly [number, number],
    private readonly slab: Slab,
  ) {
    const heading = (headings[0] + headings[1]) / 2;
    this.turn = { x: Math.cos(heading), y: Math.sin(heading) };
    this.swing = (headings[1] - headings[0]) / 2;
    this.sectors = cachedSectors({ frame: cone.frame, tilts: cone.tilts, headings: [-this.swing, this.swing] });
    this.tilts = cone.tilts.map((tilt) => {
      const steep = Math.tan(tilt);
      return { slant: 1 / Math.cos(tilt), floor: slab.floor * steep, top: slab.top * steep };
    });
  }

  /** Returns the least depth of a point of the outlines, m; ∞ if none is in frame. */
  of(outlines: Piece['outline']): number {
    for (const ring of outlines) forEachEdge(ring, (a, b) => this.edge(this.turned(a), this.turned(b)));
    return this.least;
  }

  private turned([x, y]: Point): Point {
    const { turn } = this;
    return [x * turn.x + y * turn.y, y * turn.x - x * turn.y];
  }

  private edge(a: Point, b: Point): void {
    for (const { from, to, parts } of this.sectors) {
      // A sector that holds the headings' middle is nearer to the one end of them on the one side, to the other beyond.
      const cuts = from < 0 && to > 0 ? [from, 0, to] : [from, to];
      for (let i = 1; i < cuts.length; i += 1) {
        const [t0, t1] = between(a, b, cuts[i - 1], cuts[i]);
        if (t0 > t1) continue;
        const axis = cuts[i] > 0 ? -this.swing : this.swing;
        const ahead = { x: Math.cos(axis), y: Math.sin(axis) };
        for (const { low, high } of parts) this.stretch(a, b, t0, t1, low, high, ahead);
      }
    }
  }

  /** Considers the points from t0 to t1 on an edge at which the heights that are seen begin or end at another bound. */
  private stretch(
    a: Point,
    b: Point,
    t0: number,
    t1: number,
    low: Plane | undefined,
    high: Plane | undefined,
    ahead: Plane,
  ): void {
    const { floor, top } = this.slab;
    const bounds: (readonly [atA: number, atB: number])[] = [
      [floor, floor],
      [top, top],
    ];
    for (const plane of [low, high])
      if (plane !== undefined) bounds.push([plane.x * a[0] + plane.y * a[1], plane.x * b[0] + plane.y * b[1]]);
    const consider = (t: number) => {
      const [x, y] = [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
      const from = Math.max(floor, low === undefined ? floor : low.x * x + low.y * y);
      const to = Math.min(top, high === undefined ? top : high.x * x + high.y * y);
      if (from > to + ROUNDING) return;
      const along = x * ahead.x + y * ahead.y;
      this.least = Math.min(this.least, this.depth(along, from), this.depth(along, to));
    };
    consider(t0);
    consider(t1);
    for (let i = 0; i < bounds.length; i += 1) {
      for (let k = i + 1; k < bounds.length; k += 1) {
        const [atA, atB] = [bounds[i][0] - bounds[k][0], bounds[i][1] - bounds[k][1]];
        if (atA === atB) continue;
        const t = atA / (atA - atB);
        if (t > t0 && t < t1) consider(t);
      }
    }
  }

  /** Returns how deep a point is that is so far along and at such a height: on the chord between floor and top. */
  private depth(along: number, height: number): number {
    const { floor, top } = this.slab;
    const share = top > floor ? (height - floor) / (top - floor) : 1;
    let least = Number.POSITIVE_INFINITY;
    for (const one of this.tilts) {
      for (const other of this.tilts) {
        const added = share * one.top + (1 - share) * other.floor;
        least = Math.min(least, (along - added) / (share * one.slant + (1 - share) * other.slant));
      }
    }
    return least;
  }
}

/** Returns the stretch of an edge between two azimuths less than half a turn apart; from > to: there is none. */
function between(a: Point, b: Point, from: number, to: number): readonly [from: number, to: number] {
  let [t0, t1] = [0, 1];
  const [cos0, sin0, cos1, sin1] = [Math.cos(from), Math.sin(from), Math.cos(to), Math.sin(to)];
  for (const [atA, atB] of [
    [cos0 * a[1] - sin0 * a[0], cos0 * b[1] - sin0 * b[0]],
    [sin1 * a[0] - cos1 * a[1], sin1 * b[0] - cos1 * b[1]],
  ]) {
    if (atA < 0 && atB < 0) return [1, 0];
    if (atA >= 0 && atB >= 0) continue;
    const t = atA / (atA - atB);
    if (atA < 0) t0 = Math.max(t0, t);
    else t1 = Math.min(t1, t);
  }
  return [t0, t1];
}
