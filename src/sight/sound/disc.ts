// Cuts star-shaped rings down to the pickup distance.
import { SAGITTA } from '../../geometry/index.js';
import type { Point, Ring } from '../../geometry/types.js';

/** A regular polygon round a circle about the origin: side k touches it in direction (k + ½) · step. */
interface Sides {
  readonly count: number;
  readonly step: number;
  readonly cos: Float64Array;
  readonly sin: Float64Array;
}

const known = new Map<number, Sides>();

function sidesOf(radius: number): Sides {
  const wide = Math.PI / 4;
  const chord = radius <= SAGITTA ? wide : Math.min(wide, 2 * Math.acos(1 - SAGITTA / radius));
  const count = Math.ceil((2 * Math.PI) / chord - 1e-9);
  const found = known.get(count);
  if (found !== undefined) return found;
  const step = (2 * Math.PI) / count;
  const angles = Float64Array.from({ length: count }, (_, k) => (k + 0.5) * step);
  const sides = { count, step, cos: angles.map(Math.cos), sin: angles.map(Math.sin) };
  known.set(count, sides);
  return sides;
}

/** The part of an edge in the polygon, from t0 to t1 of it, and the sides by which it comes in and goes out. */
interface Part {
  readonly t0: number;
  readonly t1: number;
  readonly entry: number;
  readonly exit: number;
}

const WHOLE: Part = { t0: 0, t1: 1, entry: 0, exit: 0 };

/**
 * Returns the part of a ring, star-shaped about `eye` and counter-clockwise, in a polygon round the disc of `radius` m
 * about it, whose sides are tangent and whose corners lie about `SAGITTA` m outside. Same result as clipConvex with
 * discCircumscribed, in one turn about the eye instead of one cut for each side.
 */
export function starWithin(ring: Ring, [ex, ey]: Point, radius: number): Ring {
  const within = radius * radius;
  if (ring.every(([x, y]) => (x - ex) * (x - ex) + (y - ey) * (y - ey) <= within)) return ring;
  const sides = sidesOf(radius);
  const arcs = new Arcs(ex, ey, radius, sides);
  let [px, py] = ring[ring.length - 1];
  px -= ex;
  py -= ey;
  for (const corner of ring) {
    const qx = corner[0] - ex;
    const qy = corner[1] - ey;
    const part = partWithin(px, py, qx, qy, radius, sides);
    if (part === undefined) arcs.pass(px, py, qx, qy);
    else {
      const { t0, t1 } = part;
      if (t0 > 0) arcs.enter(px, py, px + t0 * (qx - px), py + t0 * (qy - py), part.entry);
      if (t1 < 1) arcs.leave(px + t1 * (qx - px), py + t1 * (qy - py), qx, qy, part.exit);
      else arcs.out.push(corner);
    }
    px = qx;
    py = qy;
  }
  return arcs.finish();
}

/** The ring as it is cut: where it leaves the polygon and comes back, the polygon's own corners stand between. */
class Arcs {
  readonly out: Point[] = [];
  /** Side by which the ring left, and how far it has turned about the eye since; or since the start. */
  private left: number | undefined;
  private turned = 0;
  /** Of a ring that starts outside: the side by which it first came in, and how far it had turned. */
  private first: { readonly side: number; readonly turned: number } | undefined;

  constructor(
    private readonly ex: number,
    private readonly ey: number,
    private readonly radius: number,
    private readonly sides: Sides,
  ) {}

  pass(px: number, py: number, qx: number, qy: number): void {
    this.turned += Math.atan2(px * qy - py * qx, px * qx + py * qy);
  }

  enter(px: number, py: number, qx: number, qy: number, side: number): void {
    this.pass(px, py, qx, qy);
    if (this.left === undefined) this.first = { side, turned: this.turned };
    else this.round(this.left, side);
    this.out.push([this.ex + qx, this.ey + qy]);
  }

  leave(px: number, py: number, qx: number, qy: number, side: number): void {
    this.out.push([this.ex + px, this.ey + py]);
    this.left = side;
    this.turned = 0;
    this.pass(px, py, qx, qy);
  }

  finish(): Ring {
    if (this.left === undefined) this.round(0, 0);
    else if (this.first !== undefined) {
      this.turned += this.first.turned;
      this.round(this.left, this.first.side);
    }
    return this.out;
  }

  /** The polygon's corners from one side to another; how far the ring has turned says how often round. */
  private round(from: number, to: number): void {
    const { count, step } = this.sides;
    const apart = to - from;
    const corners = apart + count * Math.round((this.turned / step - apart) / count);
    const far = this.radius / Math.cos(step / 2);
    for (let k = from; k < from + corners; k += 1) {
      const angle = (k + 1) * step;
      this.out.push([this.ex + far * Math.cos(angle), this.ey + far * Math.sin(angle)]);
    }
  }
}

/** Only the sides between the directions of an edge's ends can cut it. */
function partWithin(
  px: number,
  py: number,
  qx: number,
  qy: number,
  radius: number,
  { count, step, cos, sin }: Sides,
): Part | undefined {
  const [p2, q2, r2] = [px * px + py * py, qx * qx + qy * qy, radius * radius];
  // A point in the disc is in the polygon, even if rounding puts it outside a side that the disc touches.
  const [pIn, qIn] = [p2 <= r2, q2 <= r2];
  if (pIn && qIn) return WHOLE;
  const [kp, kq] = [Math.atan2(py, px) / step, Math.atan2(qy, qx) / step];
  // The edge turns about the eye by less than half a turn; from the eye itself it has one direction.
  const from = p2 === 0 ? kq : kp;
  let turn = q2 === 0 ? 0 : kq - from;
  if (turn > count / 2) turn -= count;
  if (turn < -count / 2) turn += count;
  const first = Math.floor(Math.min(from, from + turn) - 1);
  const last = Math.ceil(Math.max(from, from + turn));
  let [t0, t1, entry, exit] = [0, 1, 0, 0];
  for (let k = first; k <= last; k += 1) {
    const side = ((k % count) + count) % count;
    const [c, s] = [cos[side], sin[side]];
    const dp = pIn ? Math.min(0, c * px + s * py - radius) : c * px + s * py - radius;
    const dq = qIn ? Math.min(0, c * qx + s * qy - radius) : c * qx + s * qy - radius;
    if (dp > 0 && dq > 0) return undefined;
    if (dp > 0 && dp / (dp - dq) > t0) {
      t0 = dp / (dp - dq);
      entry = side;
    } else if (dq > 0 && dp / (dp - dq) < t1) {
      t1 = dp / (dp - dq);
      exit = side;
    }
    if (t0 > t1) return undefined;
  }
  return { t0, t1, entry, exit };
}
