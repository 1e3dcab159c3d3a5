// Where a dragged device lands: on a wall nearby, else on a grid.
import type { DrawnWall } from '../../draw/model.js';
import type { Point } from '../../geometry/index.js';

/** Distance within which a wall takes a device, and at which it then stands off the wall, m. */
const NEAR = 0.3;
const OFF = 0.04;
/** The grid, m, and steps of a heading, degrees. */
const GRID = 0.05;
const TURN = 15;

/** A place by a wall: the point, and the direction away from the wall, degrees clockwise from +y. */
export interface Landing {
  readonly at: Point;
  readonly away: number | undefined;
}

/** Returns where a device lands that is let go at a point of the plan (m); `isFree` lands it at the point itself. */
export function landing(at: Point, walls: readonly DrawnWall[], isFree: boolean): Landing {
  if (isFree) return { at, away: undefined };
  let [best, distance] = [undefined as Landing | undefined, NEAR];
  for (const { line } of walls) {
    for (let n = 0; n + 1 < line.length; n += 1) {
      const found = beside(at, line[n], line[n + 1]);
      if (found !== undefined && found.distance < distance) [best, distance] = [found, found.distance];
    }
  }
  return best ?? { at: [onGrid(at[0]), onGrid(at[1])], away: undefined };
}

/** Returns the place beside a stretch of wall on the side of a point; undefined past its ends. */
function beside(
  [x, y]: Point,
  [ax, ay]: Point,
  [bx, by]: Point,
): (Landing & { readonly distance: number }) | undefined {
  const [dx, dy] = [bx - ax, by - ay];
  const length = Math.hypot(dx, dy);
  if (length < 2 * OFF) return undefined;
  const along = ((x - ax) * dx + (y - ay) * dy) / length;
  if (along < 0 || along > length) return undefined;
  const off = ((x - ax) * -dy + (y - ay) * dx) / length;
  const side = off < 0 ? -1 : 1;
  const [nx, ny] = [(-dy / length) * side, (dx / length) * side];
  const on = onGrid(along);
  const at: Point = [ax + (dx / length) * on + nx * OFF, ay + (dy / length) * on + ny * OFF];
  return { at, away: degrees(nx, ny), distance: Math.abs(off) };
}

/** Returns a direction as degrees clockwise from +y, from 0. */
export function degrees(dx: number, dy: number): number {
  return ((Math.atan2(dx, dy) * 180) / Math.PI + 360) % 360;
}

/** Returns a heading on steps of 15°; `isFree`: on whole degrees. */
export function turned(heading: number, isFree: boolean): number {
  const step = isFree ? 1 : TURN;
  return (Math.round(heading / step) * step + 360) % 360;
}

function onGrid(metres: number): number {
  return Math.round(metres / GRID) * GRID;
}
