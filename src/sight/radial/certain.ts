// The table of what every pose of a box has in frame: a convex cone of directions, bounded by planes through the eye.
import { spendBudget } from '../../base/budget.js';
import type { Cone } from '../cone/cone.js';
import { clipFlat, exactHull, type Flat, squareFlat } from '../cone/convex.js';
import { type Plane, WIDEST } from '../cone/sectors.js';
import { type Bound, type Slab, type Table, type TableSector, wholeTurn } from './table.js';

/** A half-space v·n ≥ 0 about the eye: x along the heading, y to its left, z up. */
type Normal = readonly [x: number, y: number, z: number];

/** Radians: widest arc of turned planes that one corner of their tangents stands for: 0.04 % inside it. */
const STEP = Math.PI / 60;
/** Tangent: farther off the axis than any frame. */
const FARTHEST = 1000;
/** A plane whose unit normal rises less than this is taken for two that are a little within it. */
const UPRIGHT = 1e-6;
/** Heights at which the sphere of a density is measured, as shares of the slab. */
const LEVELS = [0, 0.25, 0.5, 0.75, 1];

/**
 * Returns a table within which every pose of a cone has everything in frame, at most `slant` m from the eye: never more
 * than all of them have, and in the limit of one pose exactly that.
 *
 * The planes of a frame turn with heading and tilt, so each normal runs along arcs. An arc lies in the hull of its ends
 * and of the corners of its tangents; what is on the inner side of these is on the inner side of all between.
 *
 * @param cone a cone with the middle of its headings at 0
 * @param slab heights that count, m above the eye
 */
export function certainTable(cone: Cone, slab: Slab, slant: number): Table {
  const polygon = inEveryPose(cone);
  const middle = (cone.tilts[0] + cone.tilts[1]) / 2;
  const sectors = polygon.length < 6 ? [] : sectorsOf(raysOf(polygon, middle), slab, slant);
  // The walk goes on to the walls: of a cell of many planes, no distance at the ends of its sector bounds it.
  return { ...wholeTurn(sectors), range: Number.POSITIVE_INFINITY };
}

/** Returns what every pose has in frame, in the picture plane of the middle one: left and up at depth 1. */
function inEveryPose({ frame, tilts: [low, high], headings }: Cone): Flat {
  if (headings === undefined || high - low >= Math.PI) return [];
  const [cos, sin] = [Math.cos((low + high) / 2), Math.sin((low + high) / 2)];
  const leans = arc(low, high);
  const turns = arc(...headings);
  const n = frame.length;
  let polygon = squareFlat(FARTHEST);
  spendBudget(4 * n * leans.length * turns.length);
  for (let i = 0; i < n && polygon.length > 0; i += 2) {
    const [ax, ay] = [frame[i], frame[i + 1]];
    const [dx, dy] = [frame[(i + 2) % n] - ax, frame[(i + 3) % n] - ay];
    const depth = dy * ax - dx * ay;
    for (const lean of leans) {
      const x = depth * lean.cos + dx * lean.sin;
      const z = dx * lean.cos - depth * lean.sin;
      for (const turn of turns) {
        const [tx, ty] = [x * turn.cos + dy * turn.sin, x * turn.sin - dy * turn.cos];
        polygon = clipFlat(polygon, -ty, -(tx * sin + z * cos), tx * cos - z * sin);
      }
    }
  }
  return exactHull(polygon);
}

/** Returns the ends of an arc of directions and the corners of its tangents, which are longer. */
function arc(from: number, to: number): { readonly cos: number; readonly sin: number }[] {
  const at = (angle: number, scale: number) => ({ cos: scale * Math.cos(angle), sin: scale * Math.sin(angle) });
  if (to <= from) return [at(from, 1)];
  const n = Math.ceil((to - from) / STEP);
  const half = (to - from) / n / 2;
  const corners = Array.from({ length: n }, (_, i) => at(from + half * (2 * i + 1), 1 / Math.cos(half)));
  return [at(from, 1), ...corners, at(to, 1)];
}

/** Returns the corners of a polygon in a picture plane, tilted by `tilt`, as rays from the eye. */
function raysOf(polygon: Flat, tilt: number): Normal[] {
  const [cos, sin] = [Math.cos(tilt), Math.sin(tilt)];
  return Array.from({ length: polygon.length / 2 }, (_, i): Normal => {
    const [left, up] = [polygon[2 * i], polygon[2 * i + 1]];
    return [cos + up * sin, left, up * cos - sin];
  });
}

function sectorsOf(rays: readonly Normal[], slab: Slab, slant: number): TableSector[] {
  const lows: Bound[] = [{ at: slab.floor, x: 0, y: 0 }];
  const highs: Bound[] = [{ at: slab.top, x: 0, y: 0 }];
  const normals = rays.map((ray, i) => planeThrough(ray, rays[(i + 1) % rays.length]));
  for (const [x, y, z] of normals) {
    for (const rise of Math.abs(z) < UPRIGHT ? [UPRIGHT, -UPRIGHT] : [z]) {
      (rise > 0 ? lows : highs).push({ at: 0, x: -x / rise, y: -y / rise });
    }
  }
  const [start, end] = azimuthsOf(rays, normals);
  const isSharp = slant < Number.POSITIVE_INFINITY;
  const n = Math.ceil((end - start) / (isSharp ? STEP : WIDEST) - 1e-9);
  return Array.from({ length: n }, (_, i): TableSector => {
    const [from, to] = [start + ((end - start) * i) / n, i + 1 === n ? end : start + ((end - start) * (i + 1)) / n];
    const near = isSharp ? nearerThan(slant, slab, (from + to) / 2, (to - from) / 2) : EVERYWHERE;
    if (near === undefined) return { from, to, cells: [] };
    return {
      from,
      to,
      cells: [{ lows: [...lows, ...near.lows], highs: [...highs, ...near.highs], fars: near.fars }],
    };
  });
}

/** Returns the inner normal of the plane through two corners that follow each other, of length 1. */
function planeThrough([ax, ay, az]: Normal, [bx, by, bz]: Normal): Normal {
  const [x, y, z] = [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx];
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
}

/** Returns the azimuths between which a cone lies; all round if it holds the vertical or goes past −π. */
function azimuthsOf(rays: readonly Normal[], normals: readonly Normal[]): readonly [number, number] {
  const round = [-Math.PI, Math.PI] as const;
  if (normals.every(([, , z]) => z >= 0) || normals.every(([, , z]) => z <= 0)) return round;
  const azimuths = rays.map(([x, y]) => Math.atan2(y, x));
  const [from, to] = [Math.min(...azimuths), Math.max(...azimuths)];
  return to - from < Math.PI ? [from, to] : round;
}

interface Near {
  readonly lows: readonly Bound[];
  readonly highs: readonly Bound[];
  readonly fars: readonly Plane[];
}

const EVERYWHERE: Near = { lows: [], highs: [], fars: [] };

/**
 * Returns what is at most `slant` m from the eye, in a sector: within the chords of the sphere between a few heights, and
 * those of its circles between the sector's sides. Undefined if nothing is.
 */
function nearerThan(slant: number, { floor, top }: Slab, middle: number, half: number): Near | undefined {
  // A hair inside the sphere, where its circle is a point.
  const [low, high] = [Math.max(floor, -0.999 * slant), Math.min(top, 0.999 * slant)];
  if (low > high) return undefined;
  const lows: Bound[] = [{ at: low, x: 0, y: 0 }];
  const highs: Bound[] = [{ at: high, x: 0, y: 0 }];
  const fars: Plane[] = [];
  const [x, y] = [Math.cos(middle) / Math.cos(half), Math.sin(middle) / Math.cos(half)];
  const levels = LEVELS.map((share) => low + (high - low) * share);
  const radii = levels.map((z) => Math.sqrt(slant * slant - z * z));
  for (let i = 1; i < levels.length; i += 1) {
    const rise = levels[i] - levels[i - 1];
    const grows = rise > 0 ? (radii[i] - radii[i - 1]) / rise : 0;
    // Ahead ≤ radius + grows·(z − level): a bound on z unless it is the same at every height.
    if (Math.abs(grows) < UPRIGHT) {
      const radius = Math.min(radii[i], radii[i - 1]);
      fars.push({ x: x / radius, y: y / radius });
    } else {
      const bound = { at: levels[i] - radii[i] / grows, x: x / grows, y: y / grows };
      (grows > 0 ? lows : highs).push(bound);
    }
  }
  return { lows, highs, fars };
}
