import type { Point } from '../../../src/geometry/types.js';
import type { Drawn, Rect } from './drawn.js';

/**
 * A search of drawn poses by a pinhole camera that knows nothing of sitecam's geometry: single points, each lit or not
 * through what stands between at one height. It is careful on the side of "no such pose": what a camera may see is
 * taken a little too large, and what it covers a little too small.
 */
export interface Found {
  /** Degrees clockwise from +y. */
  readonly heading: number;
  readonly tilt: number;
  /** Share of the hall that the pose covers. */
  readonly covers: number;
}

const RAD = Math.PI / 180;
/** Degrees between the tilts that are told apart. */
const STEP = 0.5;
const TILTS = 90 / STEP + 1;
/** Height at which the hall must be watched, and the tallest person; m. */
const TARGET = 1.5;
const TALL = 2;
/** Degrees by which a picture is widened or narrowed, beside the tolerance. */
const MARGIN = 0.3;
/** m by which edges of openings are moved to let more through. */
const SPARE = 0.005;

/** A point in space about the eye. */
interface Spot {
  readonly azimuth: number;
  /** Down, over the distance in plan. */
  readonly drop: number;
  readonly r: number;
}

/** A camera and what it might see, as spots; fine: for the last word on one pose. */
export interface Lit {
  readonly plan: Drawn;
  readonly rooms: readonly Spot[];
  readonly hall: Watched;
}

export function lightUp(plan: Drawn, isFine: boolean): Lit {
  const [grid, rise] = isFine ? [0.1, 0.1] : [0.25, 0.25];
  const rooms = plan.rooms.flatMap((room) => lit(plan, room, grid, rise));
  return { plan, rooms, hall: hallOf(plan, isFine ? 0.1 : 0.25) };
}

/**
 * The poses that cover `share` of the hall and see nothing of any room: of each heading tried the one that covers most.
 * Headings are tried every `step` degrees, at those in `more`, and finer near the best.
 */
export function bruteForce(
  plan: Drawn,
  [from, to]: readonly [number, number],
  share: number,
  { step, more }: { readonly step: number; readonly more: readonly number[] } = { step: 4, more: [] },
): Found[] {
  const good = bestPoses(plan, [from, to], { step, more }).filter(({ covers }) => covers >= share);
  if (good.length === 0) return [];
  const fine = lightUp(plan, true);
  return good
    .slice(0, 8)
    .map(({ heading }) => bestTilt(fine, heading))
    .filter(({ covers }) => covers >= share);
}

/** The tilt that covers most and sees nothing of any room at each heading tried, the best first. */
export function bestPoses(
  plan: Drawn,
  [from, to]: readonly [number, number],
  { step, more }: { readonly step: number; readonly more: readonly number[] },
): Found[] {
  const rough = lightUp(plan, false);
  const found = more.map((heading) => bestTilt(rough, heading));
  for (let heading = from; heading <= to; heading += step) found.push(bestTilt(rough, heading));
  for (const finer of [1, 0.25]) {
    const tops = found.toSorted((p, q) => q.covers - p.covers).slice(0, 4);
    const near = tops.flatMap((one) => [-3, -2, -1, 1, 2, 3].map((k) => one.heading + k * finer));
    for (const heading of near) if (from <= heading && heading <= to) found.push(bestTilt(rough, heading));
  }
  return found.sort((p, q) => q.covers - p.covers);
}

/** The tilt that covers most and sees no spot of a room, at one heading. */
function bestTilt({ plan, rooms: avoided, hall: spots }: Lit, heading: number): Found {
  const { hfov, tolerance } = plan;
  const turns = tolerance === 0 ? [0] : [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1].map((k) => k * tolerance);
  // Between two turns the picture is no wider than half their distance more.
  const more = MARGIN + tolerance / 8;
  const sees = new Int32Array(TILTS + 1);
  for (const spot of avoided) {
    for (const turn of turns) mark(sees, tiltsOf(spot, heading + turn, hfov + 2 * more, tolerance + more), 'out');
  }
  const covered = new Int32Array(TILTS + 1);
  for (const spot of spots.lit) {
    let all: [number, number] | undefined = [-Infinity, Infinity];
    for (const turn of turns) {
      const one = tiltsOf(spot, heading + turn, hfov - 2 * MARGIN, -tolerance - MARGIN);
      if (all !== undefined && one !== undefined) all = [Math.max(all[0], one[0]), Math.min(all[1], one[1])];
      else all = undefined;
    }
    mark(covered, all, 'in');
  }
  let best: Found = { heading, tilt: 0, covers: -1 };
  for (let i = 0, seen = 0, count = 0; i < TILTS; i++) {
    seen += sees[i] ?? 0;
    count += covered[i] ?? 0;
    if (seen === 0 && count / spots.all > best.covers) best = { heading, tilt: i * STEP, covers: count / spots.all };
  }
  return best;
}

/** The tilts (degrees) at which a spot is in a picture aimed at a heading, `more` added at both ends. */
function tiltsOf({ azimuth, drop }: Spot, heading: number, hfov: number, more: number): [number, number] | undefined {
  const off = azimuth - heading * RAD;
  const [ahead, across] = [Math.cos(off), Math.abs(Math.sin(off))];
  const wide = Math.tan((hfov * RAD) / 2);
  const high = Math.atan((Math.tan((hfov * RAD) / 2) * 1440) / 2560);
  const share = across / Math.hypot(ahead, drop) / wide;
  if (share > 1) return undefined;
  const middle = Math.atan2(drop, ahead) / RAD;
  const half = Math.min(high, Math.acos(share)) / RAD + more;
  return half < 0 ? undefined : [middle - half, middle + half];
}

/** Counts a span of tilts in a table of differences, its ends rounded out or in. */
function mark(table: Int32Array, span: readonly [number, number] | undefined, ends: 'in' | 'out'): void {
  if (span === undefined) return;
  const round = ends === 'in' ? [Math.ceil, Math.floor] : [Math.floor, Math.ceil];
  const first = Math.max(0, round[0]?.(span[0] / STEP) ?? 0);
  const last = Math.min(TILTS - 1, round[1]?.(span[1] / STEP) ?? 0);
  if (first > last) return;
  table[first] = (table[first] ?? 0) + 1;
  table[last + 1] = (table[last + 1] ?? 0) - 1;
}

/** The points of a room, at all heights of a person, to which a free line leads with everything open. */
function lit(plan: Drawn, room: Rect, grid: number, rise: number): Spot[] {
  const { eye, height } = plan;
  const spots: Spot[] = [];
  for (const point of pointsOf(room, grid)) {
    const crossed = crossingsOf(plan, point);
    for (let z = 0; z <= TALL + 1e-9; z += rise) {
      const isFree = crossed.every(({ u, screen: { free } }) => {
        const over = height + (z - height) * u;
        return free !== undefined && over > free[0] - SPARE && over < free[1] + SPARE;
      });
      if (isFree) spots.push(spotOf(eye, point, height, z));
    }
  }
  return spots;
}

interface Watched {
  readonly lit: readonly Spot[];
  readonly all: number;
}

/** The points of the hall to which a free line leads at the height of a face, sharp enough to tell that a person is there. */
function hallOf(plan: Drawn, grid: number): Watched {
  const { hall, eye, height, hfov } = plan;
  const points = pointsOf(hall, grid);
  const far = 2560 / 2 / Math.tan((hfov * RAD) / 2) / 25;
  const spots = points
    .filter((point) =>
      crossingsOf(plan, point).every(
        ({ u, screen: { free } }) =>
          free !== undefined && free[1] > 9 && height + (TARGET - height) * u > free[0] + SPARE,
      ),
    )
    .map((point) => spotOf(eye, point, height, TARGET))
    .filter(({ r, drop }) => r * Math.hypot(1, drop) < far * 0.98);
  return { lit: spots, all: points.length };
}

function spotOf(eye: Point, [x, y]: Point, height: number, z: number): Spot {
  const r = Math.hypot(x - eye[0], y - eye[1]);
  return { azimuth: Math.atan2(x - eye[0], y - eye[1]), drop: (height - z) / Math.max(r, 1e-6), r };
}

function pointsOf([x, y, width, depth]: Rect, grid: number): Point[] {
  const points: Point[] = [];
  for (let i = 0; i < Math.floor(width / grid); i++) {
    for (let j = 0; j < Math.floor(depth / grid); j++) points.push([x + (i + 0.5) * grid, y + (j + 0.5) * grid]);
  }
  return points;
}

/** What a line crosses on the way, as a share `u` of it. A wall that the eye is on hides all on its other side. */
function crossingsOf({ screens, eye: [ex, ey], hall: [x, y, width, depth] }: Drawn, [px, py]: Point) {
  return screens.flatMap((screen) => {
    const { a, b } = screen;
    const [sx, sy] = [b[0] - a[0], b[1] - a[1]];
    const side = (qx: number, qy: number) => sx * (qy - a[1]) - sy * (qx - a[0]);
    const along = ((ex - a[0]) * sx + (ey - a[1]) * sy) / (sx * sx + sy * sy);
    if (Math.abs(side(ex, ey)) < 1e-9 && along >= 0 && along <= 1) {
      return side(px, py) * side(x + width / 2, y + depth / 2) < 0 ? [{ u: 0, screen }] : [];
    }
    const [dx, dy] = [px - ex, py - ey];
    const det = dx * sy - dy * sx;
    const [ox, oy] = [a[0] - ex, a[1] - ey];
    if (Math.abs(det) < 1e-12) return [];
    const u = (ox * sy - oy * sx) / det;
    const v = (ox * dy - oy * dx) / det;
    return u > 1e-9 && u < 1 && v >= 0 && v <= 1 ? [{ u, screen }] : [];
  });
}
