// Convex polygons turned through a whole interval of angles: hull of all turns, and what is in every turn.
import { clipFlat, type Flat, hullFlat, turnFlat } from '../cone/convex.js';

/**
 * Returns the metres by which a straight edge may lie off the arc of `radius` m that it stands for: 5 mm, and on great
 * arcs a five-hundredth of the radius, which one edge for the usual tolerance of ±3° keeps.
 */
function slack(radius: number): number {
  return Math.max(0.005, radius / 500);
}

/**
 * Returns a convex polygon that contains a convex polygon in every turn about the origin by an angle in [from, to]
 * (radians).
 */
export function inAnyTurn(polygon: Flat, from: number, to: number): Flat {
  if (to <= from) return hullFlat(turnFlat(polygon, from));
  const swept: number[] = [];
  for (let i = 0; i < polygon.length; i += 2) sweepInto(swept, polygon[i], polygon[i + 1], from, to);
  return hullFlat(swept);
}

/** Adds points whose hull holds every turn of (x, y) by an angle in [from, to]: its ends and corners of tangents. */
function sweepInto(points: number[], x: number, y: number, from: number, to: number): void {
  const radius = Math.hypot(x, y);
  if (radius === 0) {
    points.push(0, 0);
    return;
  }
  const n = Math.max(1, Math.ceil((to - from) / (2 * Math.acos(radius / (radius + slack(radius))))));
  const half = (to - from) / n / 2;
  const out = 1 / Math.cos(half);
  const add = (angle: number, scale: number) => {
    const [cos, sin] = [Math.cos(angle) * scale, Math.sin(angle) * scale];
    points.push(x * cos - y * sin, x * sin + y * cos);
  };
  add(from, 1);
  for (let i = 0; i < n; i++) add(from + half * (2 * i + 1), out);
  add(to, 1);
}

/**
 * Returns a polygon that lies in every turn of a convex polygon about the origin by up to ±`delta` (radians). Edges on
 * the sides of the square about the origin that is 2·`half` wide aren't turned: they only make an endless polygon
 * finite.
 *
 * A side n·p ≤ c must hold for every turn of n. With c ≤ 0 the two ends suffice: for p between the normals' extremes
 * both have n·p > 0. With c > 0 such p must have |p| ≤ c: chords of that arc do it, since p·n ≤ c·cos(step/2) for the
 * middle n of a step and an angle of at most step/2 to it give |p| ≤ c.
 */
export function inEveryTurn(polygon: Flat, delta: number, half: number): Flat {
  if (delta <= 0) return polygon;
  const length = polygon.length;
  let kept = polygon;
  for (let i = 0; i < length && kept.length > 0; i += 2) {
    const [px, py, qx, qy] = [polygon[i], polygon[i + 1], polygon[(i + 2) % length], polygon[(i + 3) % length]];
    if ((Math.abs(px) === half && px === qx) || (Math.abs(py) === half && py === qy)) continue;
    const size = Math.hypot(qy - py, px - qx);
    if (size === 0) continue;
    const [a, b] = [(qy - py) / size, (px - qx) / size];
    const c = a * px + b * py;
    const keep = (angle: number, offset: number) => {
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      kept = clipFlat(kept, a * cos - b * sin, a * sin + b * cos, offset);
    };
    keep(-delta, c);
    keep(delta, c);
    if (c <= 0) continue;
    const n = Math.max(1, Math.ceil(delta / Math.acos(1 - Math.min(1, slack(c) / c))));
    for (let k = 1; k < n; k++) keep(-delta + (2 * delta * k) / n, c);
    for (let k = 0; k < n; k++) keep(-delta + (delta * (2 * k + 1)) / n, c * Math.cos(delta / n));
  }
  return kept;
}
