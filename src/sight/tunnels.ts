import type { Point } from '../geometry/types.js';
import type { Span } from '../plan/walls.js';
import { type Frame, toFrame } from '../plan/walls-plane.js';
import type { Barrier } from './barriers.js';

/** Sides of openings' tunnels that an eye is on the same wall as. */
export interface Beside {
  /** Tells sets apart; 0 for none. */
  readonly id: number;
  /** Indices of the barriers. */
  readonly barriers: ReadonlySet<number>;
}

/** The sides of openings' tunnels that stand out of the walls as drawn. */
export interface Tunnels {
  /** Those that an eye at `at` is as near to their wall as: it is on the same wall, and they hide nothing. */
  beside(at: Point): Beside;
}

/** A tunnel's side, by the offset of its wall's line along its class's normal. */
interface Side {
  readonly barrier: number;
  readonly frame: Frame;
  readonly span: Span;
  readonly offset: number;
}

/** Tunnel sides in walls of nearly one direction, by their offset. */
interface Class {
  readonly normal: Point;
  readonly sides: readonly Side[];
  readonly offsets: Float64Array;
  /** m: an eye on the wall of one of these is no further from its offset than this. */
  readonly reach: number;
}

const NONE: Beside = { id: 0, barriers: new Set() };

/** Radians: walls whose directions differ by less are in one class. */
const ALIKE = 0.002;

/** m: rounding, across a face. */
const ON_FACE = 1e-6;

/**
 * Many doors lie in a few straight walls, each drawn a hair off the others' line. Sides are sorted by direction, then by
 * offset, so that only those of walls near the eye's line are asked.
 *
 * @param reach m: nothing on the level is further from anything else
 */
export function createTunnels(barriers: readonly Barrier[], reach: number): Tunnels {
  const classes = classesOf(barriers, reach);
  const sets = new Map<string, Beside>();
  return {
    beside(at) {
      const found: number[] = [];
      for (const one of classes) gather(one, at, found);
      if (found.length === 0) return NONE;
      const key = found.join();
      const known = sets.get(key) ?? { id: sets.size + 1, barriers: new Set(found) };
      sets.set(key, known);
      return known;
    },
  };
}

function gather({ normal, sides, offsets, reach }: Class, at: Point, found: number[]): void {
  const here = at[0] * normal[0] + at[1] * normal[1];
  for (let i = firstFrom(offsets, here - reach); i < sides.length && (offsets[i] ?? 0) <= here + reach; i += 1) {
    const side = sides[i];
    if (side === undefined) continue;
    const [, across] = toFrame(side.frame, at);
    if (across >= side.span[0] - ON_FACE && across <= side.span[1] + ON_FACE) found.push(side.barrier);
  }
}

/** Index of the first that is at least `value`. */
function firstFrom(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function classesOf(barriers: readonly Barrier[], reach: number): Class[] {
  const byDirection = new Map<number, { readonly normal: Point; readonly sides: Side[] }>();
  barriers.forEach(({ standsOut }, barrier) => {
    if (standsOut === undefined) return;
    const { frame, span } = standsOut;
    // A line has one direction whichever way it is drawn.
    const angle = Math.atan2(frame.along[1], frame.along[0]);
    const key = Math.floor((angle < 0 ? angle + Math.PI : angle) / ALIKE);
    const known = byDirection.get(key) ?? { normal: normalOf((key + 0.5) * ALIKE), sides: [] };
    byDirection.set(key, known);
    const [x, y] = frame.origin;
    known.sides.push({ barrier, frame, span, offset: x * known.normal[0] + y * known.normal[1] });
  });
  return [...byDirection.values()].map(({ normal, sides }) => {
    const sorted = sides.toSorted((a, b) => a.offset - b.offset || a.barrier - b.barrier);
    const out = Math.max(...sides.map(({ span }) => Math.max(Math.abs(span[0]), Math.abs(span[1]))));
    // The class's normal is at most half of ALIKE off a wall's own, over at most the whole level.
    return {
      normal,
      sides: sorted,
      offsets: Float64Array.from(sorted, (side) => side.offset),
      reach: out + ALIKE * reach,
    };
  });
}

function normalOf(angle: number): Point {
  return [-Math.sin(angle), Math.cos(angle)];
}
