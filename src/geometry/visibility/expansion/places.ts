// Views from somewhere in a place: the upper bound (from any point) and the lower bound (from all points).
import { clipHalfPlane } from '../../shapes/clip.js';
import { type GridExtent, ON_WALL } from '../../shapes/extent.js';
import { convexHull } from '../../shapes/hull.js';
import { type Triangulation, triangulate } from '../../triangulation/triangulation.js';
import type { Point, Ring, Window } from '../../types.js';
import { UNITS_PER_METRE } from '../../units.js';
import { GATE, type Occludes, type PlaceView } from '../viewsheds.js';
import { seenFromAll } from './all-of.js';
import { seenFromAny } from './any-of.js';
import { type Convex, type DirectedLine, furthest, middleOf, radiusAbout } from './convex.js';
import { type EyePlace, placeAmong } from './place.js';
import { alwaysOccludes, createScratch } from './walk.js';

/** A triangulation of only the walls that occlude, so that every vertex but the box's belongs to an occluding wall. */
interface Ground {
  readonly mesh: Triangulation;
  /** By prepared wall, its number in the triangulation; −1 for a wall that doesn't occlude and is no gate. */
  readonly numbers: Int32Array;
  /** By its number in the triangulation, the prepared wall. */
  readonly walls: readonly number[];
}

const desk = createScratch();

/**
 * Returns an object that computes the area seen from any point, or from all points, of a place among the walls that
 * occlude. These are triangulated anew when first needed, unless all walls occlude.
 *
 * Without a triangulation (walls that cross) fromAny returns the whole box and fromAll nothing, so both bounds hold.
 *
 * @param units x0, y0, x1, y1 of each wall in grid units
 * @param extent box in grid units at which sight ends; widened for a place that reaches beyond it
 * @param blocks by wall: 0 it hides nothing, 1 it occludes, 2 or EITHER it occludes in views whose `stands` says so,
 *   GATE it hides nothing and is noted as a gate
 * @param meshOfAll returns the triangulation of all walls; undefined if there is none
 */
export function placeViewAmong(
  units: Float64Array,
  extent: GridExtent,
  blocks: Uint8Array,
  meshOfAll: () => Triangulation | undefined,
): PlaceView {
  let usual: { readonly ground: Ground | undefined } | undefined;
  const groundFor = (place: Convex): Ground | undefined => {
    const wide = widened(extent, place);
    if (wide !== undefined) return groundOf(units, wide, blocks);
    usual ??= { ground: groundOf(units, extent, blocks, meshOfAll) };
    return usual.ground;
  };
  /** Returns the place as the walls leave it, and the walls that still occlude. */
  const placeOn = ({ mesh, numbers }: Ground, convex: Convex, stands: Occludes) => {
    const hides = new Uint8Array(mesh.walls + 4).fill(1);
    for (let wall = 0; wall < blocks.length; wall += 1) {
      if (numbers[wall] < 0) continue;
      if (blocks[wall] === GATE) hides[numbers[wall]] = GATE;
      else if (blocks[wall] >= 2 && !stands(wall)) hides[numbers[wall]] = 0;
    }
    return { hides, place: placeAmong(mesh, hides, convex) };
  };
  const seenFrom: PlaceView['gatedFromAny'] = (
    ring,
    window,
    range = Number.POSITIVE_INFINITY,
    stands = alwaysOccludes,
  ) => {
    const convex = convexOf(ring);
    if (convex.length === 0) return [];
    const ground = groundFor(convex);
    if (ground === undefined) return [{ ring: boxRing(widened(extent, convex) ?? extent), gates: [] }];
    const { hides, place } = placeOn(ground, convex, stands);
    const [x, y] = middleOf(place.convex);
    const limits = { x, y, range: range * UNITS_PER_METRE + radiusAbout(place.convex, x, y) };
    return halves(window).flatMap((half) => {
      const lines = half === undefined ? [] : linesOfAny(place.convex, half);
      const parts = seenFromAny(ground.mesh, hides, place, lines, limits);
      return (
        parts?.map((part) => ({ ring: toRing(part.ring), gates: part.gates.map((wall) => ground.walls[wall]) })) ?? [
          { ring: boxRing(extent), gates: [] },
        ]
      );
    });
  };
  return {
    reachable(ring) {
      const convex = convexOf(ring);
      const ground = groundFor(convex);
      return ground === undefined || convex.length === 0
        ? ring
        : toRing(placeOn(ground, convex, alwaysOccludes).place.convex);
    },
    fromAny(ring, window, range, stands) {
      return seenFrom(ring, window, range, stands).map((part) => part.ring);
    },
    gatedFromAny: seenFrom,
    fromAll(ring, window, range = Number.POSITIVE_INFINITY, stands = alwaysOccludes) {
      const convex = convexOf(ring);
      const ground = groundFor(convex);
      if (ground === undefined || convex.length === 0) return [];
      const { hides, place } = placeOn(ground, convex, stands);
      if (place.pierced || place.lost > ON_WALL) return [];
      const star = toRing(starOf(ground.mesh, hides, place, range * UNITS_PER_METRE));
      return halves(window)
        .map((half) => (half === undefined ? star : linesOfAll(place.convex, half).reduce(clipTo, star)))
        .filter((seen) => seen.length >= 3);
    },
  };
}

function starOf(mesh: Triangulation, hides: Uint8Array, { convex }: EyePlace, range: number): number[] {
  const [x, y] = middleOf(convex);
  // The hull of the place and a point in range lies in the larger of the two discs.
  return seenFromAll(mesh, hides, convex, x, y, Math.max(range, radiusAbout(convex, x, y)), desk);
}

/** Returns a triangulation of the walls that occlude, in the extent. */
function groundOf(
  units: Float64Array,
  extent: GridExtent,
  blocks: Uint8Array,
  meshOfAll?: () => Triangulation | undefined,
): Ground | undefined {
  const numbers = new Int32Array(units.length / 4).fill(-1);
  const kept = new Float64Array(units.length);
  const walls: number[] = [];
  let count = 0;
  numbers.forEach((_, wall) => {
    if (blocks[wall] === 0) return;
    kept.set(units.subarray(4 * wall, 4 * wall + 4), 4 * count);
    numbers[wall] = count;
    walls.push(wall);
    count += 1;
  });
  const whole = meshOfAll !== undefined && count === numbers.length;
  const mesh = whole ? meshOfAll() : triangulate(kept.slice(0, 4 * count), extent);
  return mesh && { mesh, numbers, walls };
}

/** Returns the extent widened to hold a place strictly inside; undefined if it does already. */
function widened(extent: GridExtent, place: Convex): GridExtent | undefined {
  let [minX, minY, maxX, maxY] = extent;
  for (let i = 0; i < place.length; i += 2) {
    minX = Math.min(minX, Math.floor(place[i]) - 1);
    minY = Math.min(minY, Math.floor(place[i + 1]) - 1);
    maxX = Math.max(maxX, Math.ceil(place[i]) + 1);
    maxY = Math.max(maxY, Math.ceil(place[i + 1]) + 1);
  }
  const same = minX === extent[0] && minY === extent[1] && maxX === extent[2] && maxY === extent[3];
  return same ? undefined : [minX, minY, maxX, maxY];
}

/** Returns a window as windows of at most half a turn, which overlap if it is wider; none for a full turn. */
function halves(window: Window | undefined): readonly (Window | undefined)[] {
  if (window === undefined || window.to - window.from >= 2 * Math.PI) return [undefined];
  const { from, to } = window;
  if (!(to > from)) return [];
  if (to - from <= Math.PI) return [window];
  return [
    { from, to: from + Math.PI },
    { from: to - Math.PI, to },
  ];
}

/**
 * Radians: a window's edge that differs this little from the direction of a side of the place may lead to either side
 * of it by rounding.
 */
const CLEARLY = 1e-9;

/**
 * Returns lines such that everything a window of at most half a turn reaches from some point of the place lies left of
 * all of them. That area is convex: it lies between both edges of the window and in front of the place's own sides.
 */
function linesOfAny(place: Convex, { from, to }: Window): DirectedLine[] {
  const lines = edgesOf(place, from, to, 1);
  for (let i = 0, j = place.length - 2; i < place.length; j = i, i += 2) {
    const [dx, dy] = [place[i] - place[j], place[i + 1] - place[j + 1]];
    const length = Math.hypot(dx, dy);
    const inward = (angle: number): boolean => dx * Math.sin(angle) - dy * Math.cos(angle) > CLEARLY * length;
    if ([from, (from + to) / 2, to].every(inward)) lines.push({ x: place[j], y: place[j + 1], dx, dy });
  }
  return lines;
}

/** Returns lines such that everything the window reaches from all points of the place lies left of all of them. */
function linesOfAll(place: Convex, { from, to }: Window): DirectedLine[] {
  return edgesOf(place, from, to, -1);
}

/** Returns both edges of a window, from where in the place they lie furthest out (`outer` 1) or furthest in (−1). */
function edgesOf(place: Convex, from: number, to: number, outer: 1 | -1): DirectedLine[] {
  const edge = (dx: number, dy: number): DirectedLine => {
    const [x, y] = furthest(place, outer * dy, -outer * dx);
    return { x, y, dx, dy };
  };
  return [edge(Math.cos(from), Math.sin(from)), edge(-Math.cos(to), -Math.sin(to))];
}

/** Returns the part of a ring in metres that lies left of a line on the grid. */
function clipTo(ring: Ring, { x, y, dx, dy }: DirectedLine): Ring {
  // dx·(q − y) − dy·(p − x) ≥ 0.
  return clipHalfPlane(ring, { a: dy, b: -dx, c: (dy * x - dx * y) / UNITS_PER_METRE });
}

/** Returns the hull of a ring in metres, on the grid. */
function convexOf(ring: Ring): Convex {
  return convexHull(ring).flatMap(([x, y]) => [x * UNITS_PER_METRE, y * UNITS_PER_METRE]);
}

function toRing(numbers: readonly number[]): Ring {
  return Array.from(
    { length: numbers.length / 2 },
    (_, i): Point => [numbers[2 * i] / UNITS_PER_METRE, numbers[2 * i + 1] / UNITS_PER_METRE],
  );
}

function boxRing([minX, minY, maxX, maxY]: GridExtent): Ring {
  return toRing([minX, minY, maxX, minY, maxX, maxY, minX, maxY]);
}
