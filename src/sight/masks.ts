import { clipConvex, clipHalfPlane, convexHull, holds, leftOf, signedArea } from '../geometry/index.js';
import type { Point, Ring } from '../geometry/types.js';
import type { Mask, Optics } from '../plan/model.js';
import { rad, turn } from './planar.js';

/** What bounds how a mask shifts and projects. Metres and radians. */
export interface MaskView {
  readonly eye: Point;
  /** Mount height above the floor. */
  readonly height: number;
  /** Height of what must be seen. */
  readonly target: number;
  readonly heading: number;
  readonly tilt: number;
  /** m: nothing is further away. */
  readonly reach: number;
}

/** m: height of a person, whose whole height a mask must hide before it hides anything in may-see. */
const PERSON = 2;

/**
 * What a mask takes from must-see: every bearing it may cover, from its near edge on. A mask is drawn on the floor; at
 * the target's height what projects into it begins nearer, by (H − t)/H. All in plan metres; [] where the mask holds
 * the camera's foot, when everything is lost (`all`).
 */
export function mustShadow(mask: Mask, view: MaskView): { readonly all: boolean; readonly ring: Ring } {
  const polygon = convexHull(mask.polygon.map(([x, y]): Point => [x - view.eye[0], y - view.eye[1]]));
  if (polygon.length < 3) return { all: false, ring: [] };
  if (holds(polygon, [0, 0])) return { all: true, ring: [] };
  const angles = polygon.map(([x, y]) => Math.atan2(y, x));
  const middle = angleOfMiddle(polygon);
  const offsets = angles.map((angle) => wrap(angle - middle));
  const low = Math.min(...offsets) - view.heading;
  const high = Math.max(...offsets) + view.heading;
  if (high - low >= Math.PI) return { all: true, ring: [] };
  const nearest = Math.min(...polygon.map((p, i) => distanceToOrigin(p, polygon[(i + 1) % polygon.length] ?? p)));
  const scale = view.height > view.target ? (view.height - view.target) / view.height : 1;
  const near = shift(nearest, view.height, view.tilt) * scale;
  const edge = nearEdge(polygon, near / nearest, view.heading);
  const far = (2 * view.reach) / Math.cos((high - low) / 4);
  const fan = [high, (high + low) / 2, low].map((angle) => turn([far, 0], middle + angle));
  return { all: false, ring: [...edge, ...fan].map(([x, y]): Point => [x + view.eye[0], y + view.eye[1]]) };
}

/** The side of the polygon towards the origin, drawn in by `scale` and widened by ±`heading`, from right to left. */
function nearEdge(polygon: Ring, scale: number, heading: number): Point[] {
  const middle = angleOfMiddle(polygon);
  const drawn = polygon.map(([x, y]): Point => [x * scale, y * scale]);
  const swept = heading > 0 ? drawn.flatMap((p) => [turn(p, -heading), p, turn(p, heading)]) : drawn;
  const hull = convexHull(swept);
  const offset = (p: Point) => wrap(Math.atan2(p[1], p[0]) - middle);
  const right = extreme(hull, (p) => -offset(p));
  const left = extreme(hull, offset);
  // Counter-clockwise from the left tangent to the right one the hull shows its near side.
  const chain: Point[] = [];
  for (let i = left; ; i = (i + 1) % hull.length) {
    const point = hull[i];
    if (point !== undefined) chain.push(point);
    if (i === right || chain.length > hull.length) break;
  }
  return chain.reverse();
}

function extreme(points: Ring, score: (p: Point) => number): number {
  let best = 0;
  points.forEach((p, i) => {
    const reference = points[best];
    if (reference !== undefined && score(p) > score(reference)) best = i;
  });
  return best;
}

/**
 * What a mask takes from may-see: where the whole height of a person is hidden in every pose. Of a convex polygon M on
 * the floor that is M and M drawn to the camera's foot by (H − 2 m)/H, and of that what stays inside however the
 * picture shifts: a turn of at most ε moves a floor point by at most H/tan(φ − ε) − H/tan φ, greatest where φ is least.
 * [] where it may hide nothing.
 */
export function mayShadow(mask: Mask, lens: Optics, view: MaskView): Ring {
  const zooms = lens.form === 'ptz' || (lens.form === 'varifocal' && lens.varifocal?.locked !== true);
  const lasting = mask.permanent && !(mask.hiddenAboveZoom && zooms) && (lens.form !== 'ptz' || mask.dynamic);
  if (!lasting || view.height <= PERSON || lens.form === 'fisheye') return [];
  const foot = mask.polygon.map(([x, y]): Point => [x - view.eye[0], y - view.eye[1]]);
  const polygon = convexHull(foot);
  // Of a polygon that isn't convex nothing is taken: its hull would hide more than the mask.
  if (polygon.length < 3 || Math.abs(signedArea(foot)) < Math.abs(signedArea(polygon)) - 1e-9) return [];
  const k = (view.height - PERSON) / view.height;
  const whole = clipConvex(
    polygon,
    polygon.map(([x, y]): Point => [x * k, y * k]),
  );
  const inside = whole.length < 3 ? [] : shrink(convexHull(whole), polygon, view);
  return inside.map(([x, y]): Point => [x + view.eye[0], y + view.eye[1]]);
}

function shrink(ring: Ring, polygon: Ring, view: MaskView): Ring {
  const radius = Math.max(...polygon.map(([x, y]) => Math.hypot(x, y)));
  const depression = Math.atan2(view.height, radius);
  const turned = view.heading + view.tilt;
  if (turned === 0) return ring;
  if (depression - turned <= rad(0.5)) return [];
  const by = view.height / Math.tan(depression - turned) - radius;
  let kept = ring;
  ring.forEach((p, i) => {
    const q = ring[(i + 1) % ring.length];
    if (q === undefined || kept.length === 0) return;
    const side = leftOf(p, q);
    kept = clipHalfPlane(kept, { ...side, c: side.c - by * Math.hypot(side.a, side.b) });
  });
  return kept;
}

/** The distance at which a floor point at `distance` may appear when the axis sinks by `tilt`. */
function shift(distance: number, height: number, tilt: number): number {
  const depression = Math.atan2(height, distance) + tilt;
  return depression >= Math.PI / 2 ? 0 : height / Math.tan(depression);
}

function angleOfMiddle(polygon: Ring): number {
  const [x, y] = polygon.reduce(([sx, sy], [px, py]) => [sx + px, sy + py] as const, [0, 0] as const);
  return Math.atan2(y, x);
}

function wrap(angle: number): number {
  return Math.atan2(Math.sin(angle), Math.cos(angle));
}

function distanceToOrigin(a: Point, b: Point): number {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const t = Math.max(0, Math.min(1, -(a[0] * dx + a[1] * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(a[0] + t * dx, a[1] + t * dy);
}
