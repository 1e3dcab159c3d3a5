// How far a view reaches in each direction from its eye, which tells at once the boxes that it can't meet.
import { memoize } from '../../base/memo.js';
import type { Box, Point, Ring } from '../../geometry/types.js';
import type { View } from './views.js';

/** Directions told apart in each quadrant. */
const QUADRANT = 128;
const DIRECTIONS = 4 * QUADRANT;
/** Share by which a squared distance is enlarged, so that rounding to four bytes never makes it smaller. */
const ROUNDING = 1 + 1e-6;

/** Returns the silhouette of a view about its first eye; remembered. */
export const silhouetteOf = memoize((view: View): Silhouette => new Silhouette(view));

/**
 * The largest distance of a view from its first eye by direction. Whatever lies in a ring, an edge of the ring lies in the
 * same direction and at least as far away, wherever the eye is.
 */
export class Silhouette {
  /** Squares of distances, m²; 0: nothing. */
  private readonly reach = new Float32Array(DIRECTIONS);
  private readonly eye: Point;

  constructor(view: View) {
    this.eye = view[0]?.eye ?? [0, 0];
    for (const { rings } of view) for (const ring of rings) this.add(ring);
  }

  /** False only if nothing of the view lies in the box. */
  meets({ minX, minY, maxX, maxY }: Box): boolean {
    const [x, y] = this.eye;
    const [x0, y0, x1, y1] = [minX - x, minY - y, maxX - x, maxY - y];
    if (x0 <= 0 && x1 >= 0 && y0 <= 0 && y1 >= 0) return true;
    const [dx, dy] = [Math.max(x0, 0, -x1), Math.max(y0, 0, -y1)];
    const away = dx * dx + dy * dy;
    const base = direction(x0, y0);
    const others = [turn(base, direction(x1, y0)), turn(base, direction(x1, y1)), turn(base, direction(x0, y1))];
    const from = Math.floor(base + Math.min(0, ...others)) - 1;
    const to = Math.floor(base + Math.max(0, ...others)) + 1;
    for (let i = from; i <= to; i += 1) if (this.reach[(i + DIRECTIONS) % DIRECTIONS] >= away) return true;
    return false;
  }

  private add(ring: Ring): void {
    const [x, y] = this.eye;
    const last = ring.at(-1);
    if (last === undefined) return;
    let [px, py] = [last[0] - x, last[1] - y];
    let at = direction(px, py);
    let away = px * px + py * py;
    for (const point of ring) {
      [px, py] = [point[0] - x, point[1] - y];
      const next = direction(px, py);
      const far = px * px + py * py;
      this.widen(at, turn(at, next), ROUNDING * Math.max(away, far));
      [at, away] = [next, far];
    }
  }

  /** Notes an edge that begins in a direction and turns by some, and how far away it is at most. */
  private widen(at: number, by: number, far: number): void {
    // An edge through the eye may lie to any side of it.
    const through = Math.abs(by) >= DIRECTIONS / 2 - 1;
    const from = through ? 0 : Math.floor(Math.min(at, at + by)) - 1;
    const to = through ? DIRECTIONS - 1 : Math.floor(Math.max(at, at + by)) + 1;
    for (let i = from; i <= to; i += 1) {
      const k = (i + DIRECTIONS) % DIRECTIONS;
      if (this.reach[k] < far) this.reach[k] = far;
    }
  }
}

/** Returns a number for a direction that grows with its azimuth, from 0 to {@link DIRECTIONS}, half of it opposite. */
function direction(x: number, y: number): number {
  const sum = Math.abs(x) + Math.abs(y);
  if (sum === 0) return 0;
  const share = QUADRANT / sum;
  if (y >= 0) return x >= 0 ? y * share : QUADRANT - x * share;
  return x < 0 ? 2 * QUADRANT - y * share : 3 * QUADRANT + x * share;
}

/** Returns the turn from one direction to another, the shorter way round. */
function turn(from: number, to: number): number {
  const by = to - from;
  if (by >= DIRECTIONS / 2) return by - DIRECTIONS;
  return by < -DIRECTIONS / 2 ? by + DIRECTIONS : by;
}
