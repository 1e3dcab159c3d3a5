// Choice of the best pose among those that cover what they must and see nothing private.

import { bearing } from '../../plan/read/frame.js';
import type { PoseBox } from '../../sight/types.js';
import { type ConflictTrial, type Tried, tried } from './trial.js';
import type { Need, Pose } from './types.js';

/** Degrees: poses are given in half degrees, or in whole ones if those do as well. */
const HALF = 0.5;

/**
 * Returns the pose in the middle of a box of poses, rounded to half degrees; its heading is from true north, as in the
 * plan's file. It has `hfov` only if the box isn't of the lens's own field of view.
 */
export function inBox({ north, lens }: ConflictTrial, { headings, tilts, fields }: PoseBox): Pose {
  const middle = ([from, to]: readonly [number, number]) => (from + to) / 2;
  const locked = fields[0] !== fields[1] || (lens.hfov !== undefined && fields[0] !== lens.hfov);
  return {
    heading: bearing(rounded(middle(headings) + north)),
    tilt: rounded(middle(tilts)),
    ...(locked && { hfov: within(rounded(middle(fields)), lens.varifocal?.hfov) }),
  };
}

function rounded(degrees: number): number {
  return Math.round(degrees / HALF) * HALF;
}

function within(value: number, range: readonly [number, number] | undefined): number {
  return range === undefined ? value : Math.min(Math.max(value, Math.min(...range)), Math.max(...range));
}

/** Step sizes, in degrees, by which a good pose is improved. */
const STEPS = [2, 1, HALF] as const;

/** Number of good poses to improve, each from where it is. */
const STARTS = 3;

/**
 * Returns poses that cover what they must and see nothing private, best first: those of `found` that do so, and better
 * ones found near the best of them. What must be covered is `needs`. Of the poses, those that see nothing at all of a
 * private place come first, then those that cover most of `wanted`.
 */
export function best(
  {
    trial,
    needs,
    wanted,
  }: { readonly trial: ConflictTrial; readonly needs: readonly Need[]; readonly wanted: readonly Need[] },
  found: readonly Tried[],
): Tried[] {
  const known = new Map(found.map((one) => [keyOf(one.pose), one]));
  for (const start of [...found].sort(byWorth).slice(0, STARTS)) climb(start);
  return [...known.values()].filter(isGood).sort(byWorth);

  function climb(start: Tried): void {
    let at = start;
    for (const step of STEPS) {
      for (let i = 0; i < CLIMBS; i++) {
        const next = around(at.pose, step).map(triedAt).filter(isGood).sort(byWorth)[0];
        if (next === undefined || byWorth(next, at) >= 0) break;
        at = next;
      }
    }
  }

  function triedAt(pose: Pose): Tried {
    const key = keyOf(pose);
    const one = known.get(key) ?? tried(trial, pose, needs, wanted);
    known.set(key, one);
    return one;
  }
}

/** Most improvements of one pose at each step size. */
const CLIMBS = 20;

function isGood({ covers, clear }: Tried): boolean {
  return covers && clear;
}

function keyOf({ heading, tilt, hfov }: Pose): string {
  return `${heading} ${tilt} ${hfov}`;
}

function around(pose: Pose, by: number): Pose[] {
  return [-by, 0, by].flatMap((turn) =>
    [-by, 0, by]
      .filter((lean) => (turn !== 0 || lean !== 0) && pose.tilt + lean >= 0 && pose.tilt + lean <= 90)
      .map((lean) => ({ ...pose, heading: bearing(pose.heading + turn), tilt: pose.tilt + lean })),
  );
}

/**
 * Compares poses, best first: those that see nothing at all of a private place; then the greatest coverage, in whole
 * hundredths; then the nearest to the drawn pose; then whole degrees.
 */
function byWorth(a: Tried, b: Tried): number {
  return (
    Number(b.clean) - Number(a.clean) ||
    worth(b) - worth(a) ||
    off(a) - off(b) ||
    halves(a) - halves(b) ||
    a.pose.heading - b.pose.heading ||
    a.tilt - b.tilt
  );
}

function worth(one: Tried): number {
  return Math.round(100 * one.worth);
}

function off({ turn, tilt }: Tried): number {
  return Math.round(2 * (Math.abs(turn) + Math.abs(tilt))) / 2;
}

function halves({ pose }: Tried): number {
  return [pose.heading, pose.tilt].filter((degrees) => degrees % 1 !== 0).length;
}
