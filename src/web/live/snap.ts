// Where a dragged device lands: on a wall nearby, else on a grid.
import type { DrawnWall } from '../../draw/model.js';
import type { Point } from '../../geometry/index.js';

/** m: distance within which a device snaps to a wall, and its distance from the wall afterwards. */
const NEAR = 0.3;
const OFF = 0.04;
/** The grid, m, and steps of a heading, degrees. */
const GRID = 0.05;
const TURN = 15;

/** Where a dragged device lands: point, and direction away from its wall. */
export interface Landing {
  readonly at: Point;
  /** Direction away from the wall that it lands on, degrees clockwise from +y; undefined if it lands on none. */
  readonly away: number | undefined;
}

/** A stretch of wall, and the side of it that a device is on: 1 to the left of its direction, -1 to the right. */
export interface WallSide {
  readonly from: Point;
  readonly to: Point;
  readonly side: 1 | -1;
}

/**
 * Returns where a device lands that is dropped at a point of the plan (m): 4 cm off a wall within 0.3 m, else on the
 * nearest point of the 5 cm grid. With `isFree` it lands at the point itself.
 */
export function landing(at: Point, walls: readonly DrawnWall[], isFree: boolean): Landing {
  if (isFree) return { at, away: undefined };
  const wall = wallBeside(at, walls);
  return wall === undefined ? { at: [onGrid(at[0]), onGrid(at[1])], away: undefined } : landingOn(at, wall);
}

/**
 * Returns the nearest wall onto which a device dragged to a point of the plan (m) snaps, and the side of it; undefined
 * if none is within 0.3 m.
 */
export function wallBeside(at: Point, walls: readonly DrawnWall[]): WallSide | undefined {
  let [best, distance] = [undefined as WallSide | undefined, NEAR];
  for (const { line } of walls) {
    for (let n = 0; n + 1 < line.length; n += 1) {
      const [from, to] = [line[n], line[n + 1]];
      const { along, off, length } = beside(at, from, to);
      if (length < 2 * OFF || along < 0 || along > length || Math.abs(off) >= distance) continue;
      [best, distance] = [{ from, to, side: off < 0 ? -1 : 1 }, Math.abs(off)];
    }
  }
  return best;
}

/**
 * Returns where a device lands that is kept on one side of a wall: 4 cm off it, beside the point of the stretch that
 * is nearest to `at` among those in steps of 5 cm from its start.
 */
export function landingOn(at: Point, { from, to, side }: WallSide): Landing {
  const { along, length } = beside(at, from, to);
  const [dx, dy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
  const [nx, ny] = [-dy * side, dx * side];
  const on = Math.min(length, Math.max(0, onGrid(along)));
  return { at: [from[0] + dx * on + nx * OFF, from[1] + dy * on + ny * OFF], away: degrees(nx, ny) };
}

/**
 * Returns, in m, how far a point is along the stretch from a to b, how far to the left of it (negative: right), and the
 * length of the stretch.
 */
export function beside([x, y]: Point, [ax, ay]: Point, [bx, by]: Point) {
  const [dx, dy] = [bx - ax, by - ay];
  const length = Math.hypot(dx, dy);
  const along = ((x - ax) * dx + (y - ay) * dy) / length;
  const off = ((x - ax) * -dy + (y - ay) * dx) / length;
  return { along, off, length };
}

/** Returns the direction of a vector in degrees clockwise from +y, 0 ≤ … < 360. */
export function degrees(dx: number, dy: number): number {
  return ((Math.atan2(dx, dy) * 180) / Math.PI + 360) % 360;
}

/** Returns the distance `by` (m) that an opening is dragged, rounded to 5 cm; with `isFree` to 1 cm. */
export function slid(by: number, isFree: boolean): number {
  return isFree ? Math.round(by * 100) / 100 : onGrid(by);
}

/** Returns a heading in degrees rounded to steps of 15°, 0 ≤ … < 360; with `isFree` rounded to whole degrees. */
export function turned(heading: number, isFree: boolean): number {
  const step = isFree ? 1 : TURN;
  return (Math.round(heading / step) * step + 360) % 360;
}

function onGrid(metres: number): number {
  return Math.round(metres / GRID) * GRID;
}
