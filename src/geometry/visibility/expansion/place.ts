// A place in which a device may stand, cut by the walls that run through it.

import { NEAR_WALL, ON_WALL } from '../../shapes/extent.js';
import { endX, endY, startX, startY, triangleOf, twin, wallOn } from '../../triangulation/half-edges.js';
import { triangleAt } from '../../triangulation/locate.js';
import type { Triangulation } from '../../triangulation/triangulation.js';
import { type Convex, clipLeft, type DirectedLine, isStripBetween, leftOfLine, middleOf } from './convex.js';

/** A convex place in which a device may stand, cut off at the occluding walls that run through it. */
export interface EyePlace {
  /** Part of the place that no wall cuts off from its middle. */
  readonly convex: Convex;
  /**
   * Triangles of the place that are reached without crossing a wall, each with the half-edge by which it is entered, −1
   * for the middle's own.
   */
  readonly triangles: ReadonlyMap<number, number>;
  /** Walls along which all of the place lies, to 1 µm. They hide nothing. */
  readonly held: readonly number[];
  /** Greatest distance by which the parts cut off reached past the walls that cut them, in grid units. */
  readonly lost: number;
  /** True if a wall still stands in the place, from its edge or wholly inside. */
  readonly pierced: boolean;
}

/**
 * Returns a place cut off at the occluding walls that run through it: the part with its middle is kept. Explored
 * triangle by triangle from the middle.
 *
 * @param hides by wall, 1 if it occludes; set to 0 here for walls along which all of the place lies, to 1 µm
 * @param whole the place before it is cut
 */
export function placeAmong(mesh: Triangulation, hides: Uint8Array, whole: Convex): EyePlace {
  const [x, y] = middleOf(whole);
  const start = triangleAt(mesh, x, y);
  const held: number[] = [];
  const cut = new Set<number>();
  let convex = whole;
  let lost = 0;
  for (;;) {
    const { triangles, walls } = flood(mesh, hides, convex, start);
    const along = walls.filter(
      ({ line }) => deepest(convex, line) <= ON_WALL && deepest(convex, back(line)) <= ON_WALL,
    );
    for (const { wall } of along) {
      hides[wall] = 0;
      held.push(wall);
    }
    if (along.length > 0) continue;
    const facing = walls.map(({ line, wall }) => ({ line: leftOfLine(line, x, y) < 0 ? back(line) : line, wall }));
    const cutting = facing.find(({ line, wall }) => {
      // By rounding, the cut part may reach past the wall again.
      if (cut.has(wall)) return false;
      const depth = deepest(convex, back(line));
      return depth > 0 && (depth <= ON_WALL || isCutThrough(convex, line, facing));
    });
    if (cutting === undefined) {
      const inside = eroded(convex);
      const pierced = facing.some(
        ({ line: { x: sx, y: sy, dx, dy } }) => !isStripBetween(inside, sx, sy, sx + dx, sy + dy),
      );
      return { convex, triangles, held, lost, pierced };
    }
    cut.add(cutting.wall);
    lost = Math.max(lost, deepest(convex, back(cutting.line)));
    convex = clipLeft(convex, cutting.line);
  }
}

interface Standing {
  /** The line from one end of the wall to the other. */
  readonly line: DirectedLine;
  readonly wall: number;
}

/**
 * Returns the triangles that the place touches or nearly touches, from the one at its middle over edges that it touches
 * too; and the walls met.
 */
function flood(mesh: Triangulation, hides: Uint8Array, convex: Convex, start: number) {
  const triangles = new Map([[start, -1]]);
  const walls: Standing[] = [];
  for (const t of triangles.keys()) {
    for (const e of [3 * t, 3 * t + 1, 3 * t + 2]) {
      const [x, y] = [startX(mesh, e), startY(mesh, e)];
      if (isStripBetween(convex, x, y, endX(mesh, e), endY(mesh, e), NEAR_WALL)) continue;
      const wall = wallOn(mesh, e);
      const into = twin(mesh, e);
      if (wall >= 0 && hides[wall] === 1)
        walls.push({ line: { x, y, dx: endX(mesh, e) - x, dy: endY(mesh, e) - y }, wall });
      else if (!triangles.has(triangleOf(into))) triangles.set(triangleOf(into), into);
    }
  }
  return { triangles, walls };
}

function back({ x, y, dx, dy }: DirectedLine): DirectedLine {
  return { x: x + dx, y: y + dy, dx: -dx, dy: -dy };
}

/** Returns how far the place reaches to the left of a line; 0 if it doesn't. */
function deepest(convex: Convex, line: DirectedLine): number {
  let most = 0;
  for (let i = 0; i < convex.length; i += 2) most = Math.max(most, leftOfLine(line, convex[i], convex[i + 1]));
  return most / Math.hypot(line.dx, line.dy);
}

/** True if walls along the line reach from one side of the place to the other. */
function isCutThrough(convex: Convex, line: DirectedLine, walls: readonly Standing[]): boolean {
  const [from, to] = chordOf(convex, line);
  let covered = 0;
  const counted = new Set<number>();
  for (const { line: other, wall } of walls) {
    const ends: Convex = [other.x, other.y, other.x + other.dx, other.y + other.dy];
    if (counted.has(wall) || deepest(ends, line) > ON_WALL || deepest(ends, back(line)) > ON_WALL) continue;
    counted.add(wall);
    const [p, q] = [alongLine(line, ends[0], ends[1]), alongLine(line, ends[2], ends[3])];
    covered += Math.max(0, Math.min(to, Math.max(p, q)) - Math.max(from, Math.min(p, q)));
  }
  // Gaps between walls are never as narrow as this.
  return to >= from && covered >= to - from - 2 * ON_WALL;
}

/** Returns where along the line the place begins and ends, in grid units. */
function chordOf(convex: Convex, line: DirectedLine): readonly [from: number, to: number] {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0, j = convex.length - 2; i < convex.length; j = i, i += 2) {
    const [p, q] = [leftOfLine(line, convex[j], convex[j + 1]), leftOfLine(line, convex[i], convex[i + 1])];
    if (p > 0 === q > 0) continue;
    const part = p / (p - q);
    const at = alongLine(
      line,
      convex[j] + part * (convex[i] - convex[j]),
      convex[j + 1] + part * (convex[i + 1] - convex[j + 1]),
    );
    [from, to] = [Math.min(from, at), Math.max(to, at)];
  }
  return [from, to];
}

function alongLine({ x, y, dx, dy }: DirectedLine, px: number, py: number): number {
  return ((px - x) * dx + (py - y) * dy) / Math.hypot(dx, dy);
}

/** Returns the place less 1 µm all round, so that walls that only touch it don't count as standing in it. */
function eroded(convex: Convex): Convex {
  let left = convex;
  for (let i = 0, j = convex.length - 2; i < convex.length; j = i, i += 2) {
    const [dx, dy] = [convex[i] - convex[j], convex[i + 1] - convex[j + 1]];
    const inwards = ON_WALL / Math.hypot(dx, dy);
    if (left.length > 0)
      left = clipLeft(left, { x: convex[j] - dy * inwards, y: convex[j + 1] + dx * inwards, dx, dy });
  }
  return left;
}
