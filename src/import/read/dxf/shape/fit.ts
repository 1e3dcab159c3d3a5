// Arcs that were drawn as splines, ellipses or short chords.

import type { Point } from '../../../../geometry/types.js';
import { distance } from '../../../../geometry/vector.js';
import { CHORD_LENGTHS, CHORD_TURN, FITTED, LEAST_CHORDS, SWEEP } from '../../../bodies/limits.js';
import type { Swing } from '../../../draft.js';
import type { Arc } from './curve.js';

/**
 * Returns the arc that points lie on, in order, by the tolerance FITTED; undefined if they lie on none that turns by 8°
 * to 330°, or are fewer than five.
 */
export function arcThrough(points: readonly Point[]): Arc | undefined {
  if (points.length <= LEAST_CHORDS) return undefined;
  const [p, q, r] = [points[0], points[Math.floor(points.length / 2)], points[points.length - 1]];
  const center = centerOf(p, q, r);
  if (center === undefined) return undefined;
  const radius = distance(center, p);
  if (!points.every((point) => Math.abs(distance(center, point) - radius) <= FITTED * radius)) return undefined;
  const angles = points.map(([x, y]) => Math.atan2(y - center[1], x - center[0]));
  const turns = angles.slice(1).map((angle, n) => normal(angle - angles[n]));
  const sweep = turns.reduce((sum, turn) => sum + turn, 0);
  const isOneWay = turns.every((turn) => turn * sweep >= 0);
  return isOneWay && Math.abs(sweep) >= SWEEP[0] && Math.abs(sweep) < 2 * Math.PI - CHORD_TURN
    ? { center, radius, start: angles[0], sweep }
    : undefined;
}

/** Returns the arcs among the chords of a line: runs of at least LEAST_CHORDS that turn evenly, on one circle. */
export function arcsAmong(line: readonly Point[]): Arc[] {
  const arcs: Arc[] = [];
  let start = 0;
  const end = (at: number): void => {
    // Corners `start` to `at` turn evenly: with the chords before and behind them they may be an arc.
    if (at - start >= LEAST_CHORDS - 1) {
      const arc = arcThrough(line.slice(start - 1, at + 1));
      if (arc !== undefined) arcs.push(arc);
    }
  };
  let before = 0;
  for (let n = 1; n < line.length - 1; n += 1) {
    const turn = turnAt(line[n - 1], line[n], line[n + 1]);
    if (before === 0 || turn * before <= 0) {
      if (before !== 0) end(n);
      start = n;
    }
    before = turn;
  }
  if (before !== 0) end(line.length - 1);
  return arcs;
}

/** Returns the turn in radians at `q` if chords before and behind it may be of one arc; else 0. */
function turnAt(p: Point, q: Point, r: Point): number {
  const [one, other] = [distance(p, q), distance(q, r)];
  const ratio = one / other;
  if (!(ratio <= CHORD_LENGTHS && ratio >= 1 / CHORD_LENGTHS)) return 0;
  const turn = normal(Math.atan2(r[1] - q[1], r[0] - q[0]) - Math.atan2(q[1] - p[1], q[0] - p[0]));
  return Math.abs(turn) <= CHORD_TURN ? turn : 0;
}

/** Returns the centre of the circle through three points; undefined if they lie on a line. */
function centerOf([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): Point | undefined {
  const [ux, uy, vx, vy] = [bx - ax, by - ay, cx - ax, cy - ay];
  const [u, v] = [ux * ux + uy * uy, vx * vx + vy * vy];
  const across = 2 * (ux * vy - uy * vx);
  if (!(Math.abs(across) > 1e-9 * (u + v))) return undefined;
  return [ax + (vy * u - uy * v) / across, ay + (ux * v - vx * u) / across];
}

function normal(angle: number): number {
  const turn = angle % (2 * Math.PI);
  return turn > Math.PI ? turn - 2 * Math.PI : turn < -Math.PI ? turn + 2 * Math.PI : turn;
}

/**
 * Joins swings that follow each other on one circle, since an arc may be drawn in pieces, as long as the joined one
 * turns no further than a door leaf (135°).
 */
export function mergedSwings(swings: readonly Swing[]): Swing[] {
  const merged: Swing[] = [];
  for (const swing of swings) {
    const last = merged.at(-1);
    const one = last && joined(last, swing);
    if (one === undefined) merged.push(swing);
    else merged[merged.length - 1] = one;
  }
  return merged;
}

function joined(one: Swing, other: Swing): Swing | undefined {
  const radius = distance(one.hinge, one.ends[0]);
  const off = FITTED * radius;
  if (!(distance(one.hinge, other.hinge) <= off && Math.abs(distance(other.hinge, other.ends[0]) - radius) <= off)) {
    return undefined;
  }
  for (const [a, b] of [one.ends, one.ends.toReversed()]) {
    for (const [c, d] of [other.ends, other.ends.toReversed()]) {
      const isLonger = distance(a, d) > Math.max(distance(a, b), distance(c, d));
      if (distance(b, c) <= off && isLonger && distance(a, d) <= SWEEP[1] * radius) {
        return { hinge: one.hinge, ends: [a, d] };
      }
    }
  }
  return undefined;
}
