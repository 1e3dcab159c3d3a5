// Divides the plane into the faces that prepared walls enclose.

import Flatbush from 'flatbush';
import { boxOfRing, forEachEdge, NO_BOX } from '../shapes/ring.js';
import type { Point, Ring } from '../types.js';
import { UNITS_PER_METRE } from '../units.js';
import { turn } from '../vector.js';
import { PointNumbers } from './point-numbers.js';
import type { PreparedWalls } from './prepare.js';

/**
 * A bounded part of the plane that no segment crosses: its outer ring counter-clockwise, then its holes clockwise.
 * Metres.
 */
export interface PlaneFace {
  readonly rings: readonly Ring[];
}

/** The areas that prepared walls enclose, here called faces, and which of them lie on both sides of each wall. */
export interface PlaneFaces {
  readonly faces: readonly PlaneFace[];
  /**
   * By prepared segment, the indices of the faces on its left and right, seen from its first end; NO_FACE outside all
   * faces. A segment with the same face on both sides bounds nothing and has NO_FACE on both.
   */
  readonly sides: readonly (readonly [left: number, right: number])[];
}

/** Stands for the index of a face: outside all faces, and on both sides of a wall that bounds none. */
export const NO_FACE = -1;

/** Grid units: a point this far beside an edge is nearer to it than anything else on the grid. */
const BESIDE = 0.01;

/**
 * Returns the areas that prepared walls enclose (faces), and which lie on both sides of each wall. Computes only which
 * edge follows which round a vertex, exactly, so the faces fit together without gaps whatever the walls are. Faces that
 * meet in a single point are separate.
 */
export function facesOf({ units }: PreparedWalls): PlaneFaces {
  const all = Array.from({ length: units.length / 4 }, (_, i) => i);
  const first = new Arrangement(units, all).sides();
  const bounding = all.filter((i) => first[2 * i] !== first[2 * i + 1]);
  const arrangement = new Arrangement(units, bounding);
  const sides = arrangement.sides();
  const found = all.map((): readonly [number, number] => [NO_FACE, NO_FACE]);
  for (const [at, i] of bounding.entries()) found[i] = [sides[2 * at], sides[2 * at + 1]];
  return { faces: arrangement.faces(), sides: found };
}

/** A simple closed path along edges with the same face on its left throughout. */
interface Cycle {
  /** The half-edges of the path. */
  readonly steps: readonly number[];
  /** The path's points, in grid units. */
  readonly ring: Ring;
  /** Signed area in grid units squared, positive if counter-clockwise. */
  readonly area: number;
}

/** Some of the segments as half-edges: half-edge 2i runs as segment i does, 2i + 1 runs back. */
class Arrangement {
  private readonly points: PointNumbers;
  /** By half-edge, the vertex at which it begins. */
  private readonly from: readonly number[];
  private readonly cycles: readonly Cycle[];
  /** By cycle, the face on its left. */
  private readonly faceOf: readonly number[];

  constructor(units: Float64Array, segments: readonly number[]) {
    this.points = new PointNumbers(segments.length);
    this.from = segments.flatMap((i) => [
      this.points.of(units[4 * i], units[4 * i + 1]),
      this.points.of(units[4 * i + 2], units[4 * i + 3]),
    ]);
    this.cycles = this.traced(this.following());
    const around = surrounding(this.cycles.filter(({ area }) => area > 0));
    let faces = 0;
    this.faceOf = this.cycles.map((cycle) => (cycle.area > 0 ? faces++ : around(cycle)));
  }

  /** Returns, by half-edge, the face on its left. */
  sides(): Int32Array {
    const sides = new Int32Array(this.from.length).fill(NO_FACE);
    for (const [at, { steps }] of this.cycles.entries()) for (const step of steps) sides[step] = this.faceOf[at];
    return sides;
  }

  /** Returns the bounded faces, in metres. */
  faces(): PlaneFace[] {
    const rings: Ring[][] = [];
    const metres = ({ ring }: Cycle): Ring => ring.map(([x, y]) => [x / UNITS_PER_METRE, y / UNITS_PER_METRE]);
    for (const cycle of this.cycles) if (cycle.area > 0) rings.push([metres(cycle)]);
    for (const [at, cycle] of this.cycles.entries()) {
      if (cycle.area <= 0 && this.faceOf[at] !== NO_FACE) rings[this.faceOf[at]].push(metres(cycle));
    }
    return rings.map((own) => ({ rings: own }));
  }

  /** Returns, by half-edge, the next one with the same face on its left: the first clockwise from the way back. */
  private following(): Int32Array {
    const leaving: number[][] = Array.from({ length: this.points.count }, () => []);
    for (const [step, vertex] of this.from.entries()) leaving[vertex].push(step);
    const next = new Int32Array(this.from.length);
    for (const steps of leaving) {
      steps.sort((p, q) => this.byAngle(p, q));
      for (const [k, step] of steps.entries()) next[step ^ 1] = steps[(k + steps.length - 1) % steps.length];
    }
    return next;
  }

  /** Compares half-edges by direction, counter-clockwise from east; exact. */
  private byAngle(p: number, q: number): number {
    const { x, y } = this.points;
    const [at, to, other] = [this.from[p], this.from[p ^ 1], this.from[q ^ 1]];
    const upper = (vertex: number) => y[vertex] > y[at] || (y[vertex] === y[at] && x[vertex] > x[at]);
    if (upper(to) !== upper(other)) return upper(to) ? -1 : 1;
    return -Math.sign(turn(x[at], y[at], x[to], y[to], x[other], y[other]));
  }

  /** Returns every closed path along edges, cut into simple paths where it comes back to a vertex. */
  private traced(next: Int32Array): Cycle[] {
    const cycles: Cycle[] = [];
    const seen = new Uint8Array(next.length);
    for (let start = 0; start < next.length; start += 1) {
      const path: number[] = [];
      const place = new Map<number, number>();
      for (let step = start; seen[step] === 0; step = next[step]) {
        seen[step] = 1;
        const met = place.get(this.from[step]);
        if (met !== undefined) {
          const loop = path.splice(met);
          for (const part of loop) place.delete(this.from[part]);
          cycles.push(this.cycle(loop));
        }
        place.set(this.from[step], path.length);
        path.push(step);
      }
      if (path.length > 0) cycles.push(this.cycle(path));
    }
    return cycles;
  }

  private cycle(steps: readonly number[]): Cycle {
    const { x, y } = this.points;
    const ring = steps.map((step): Point => [x[this.from[step]], y[this.from[step]]]);
    const [ox, oy] = ring[0];
    let area = 0;
    // A path along an edge and back encloses nothing; rounding must not claim otherwise.
    if (ring.length > 2)
      forEachEdge(ring, ([ax, ay], [bx, by]) => (area += (ax - ox) * (by - oy) - (bx - ox) * (ay - oy)));
    return { steps, ring, area: area / 2 };
  }
}

/**
 * Returns a search of the face that surrounds a cycle: the smallest of those that hold a point just outside it.
 *
 * @param outer the outer path of each face
 */
function surrounding(outer: readonly Cycle[]): (cycle: Cycle) => number {
  if (outer.length === 0) return () => NO_FACE;
  const index = new Flatbush(outer.length);
  for (const { ring } of outer) {
    const { minX, minY, maxX, maxY } = boxOfRing(ring) ?? NO_BOX;
    index.add(minX, minY, maxX, maxY);
  }
  index.finish();
  return ({ ring }) => {
    const [x, y] = besideLongest(ring);
    let best = NO_FACE;
    let least = Number.POSITIVE_INFINITY;
    // In the order of faces, whose first wins among equals.
    for (const face of index.search(x, y, x, y).sort((p, q) => p - q)) {
      const { ring: candidate, area } = outer[face];
      if (area < least && surrounds(candidate, [x, y])) [best, least] = [face, area];
    }
    return best;
  };
}

/** Returns a point on the left of a ring's longest edge. */
function besideLongest(ring: Ring): Point {
  let longest = 0;
  let point: Point = ring[0];
  forEachEdge(ring, ([ax, ay], [bx, by]) => {
    const length = Math.hypot(bx - ax, by - ay);
    if (length <= longest) return;
    longest = length;
    point = [(ax + bx) / 2 - (BESIDE * (by - ay)) / length, (ay + by) / 2 + (BESIDE * (bx - ax)) / length];
  });
  return point;
}

function surrounds(ring: Ring, [x, y]: Point): boolean {
  let odd = false;
  forEachEdge(ring, ([ax, ay], [bx, by]) => {
    if (ay > y !== by > y && turn(ax, ay, bx, by, x, y) > 0 === by > ay) odd = !odd;
  });
  return odd;
}
