// The walk of a view through triangles: the inner loop of triangular expansion.
import { roomFor } from '../../../base/arrays.js';
import { spendBudget } from '../../../base/budget.js';
import type { Triangulation } from '../../triangulation/triangulation.js';
import { turn } from '../../vector.js';
import { EITHER, GATE, type Occludes, SPAN } from '../viewsheds.js';

/** Numbers per stack item: as many as per span of the result. */
export const ITEM = SPAN;

/**
 * Working memory shared by all views: nothing is allocated unless it runs out.
 *
 * An item of the stack is a portal (a side of a triangle) with the rays between which it is looked through: its code, a
 * point on the right ray, one on the left ray, the portal's right end and its left end, and the gates passed (a node of
 * `gates`). The code is the half-edge by which the triangle beyond is entered or, if negative, −2 − w if the view ends
 * at wall w and −1 if it ends at the range. A span has the wall's number instead of the code.
 */
export interface Scratch {
  /** Portals still to look through, ITEM numbers each. */
  stack: Float64Array;
  /** Count of stack numbers in use. */
  top: number;
  /** Spans of wall seen so far, ITEM numbers each. */
  spans: Float64Array;
  /** Count of span numbers in use. */
  end: number;
  /** True for a wall of flag 2 or EITHER that occludes in this view. */
  stands: Occludes;
  /** Lists of the gates passed: walls of flag GATE, and of 2 that don't occlude; undefined if nobody needs them. */
  gates: GateLists | undefined;
  /** Half-edges by which triangles are entered; undefined if nobody needs them. */
  trail: number[] | undefined;
}

/** Returns empty working memory. */
export function createScratch(): Scratch {
  const [stack, spans] = [new Float64Array(ITEM * 256), new Float64Array(ITEM * 256)];
  return { stack, top: 0, spans, end: 0, stands: alwaysOccludes, gates: undefined, trail: undefined };
}

/**
 * The gates that the looks of one view passed, as lists that share their beginnings: a node is a gate and the node
 * before it; node 0 is the empty list.
 */
export class GateLists {
  /** By node, its wall. */
  wall = new Int32Array(64);
  /** By node, the node before it, nearer to the eye. */
  before = new Int32Array(64);
  /** Count of nodes, the empty list included. */
  count = 1;
  /** By wall, the node made last for it; of use only if it is one of this view. */
  private last = new Int32Array(0);

  /** Forgets all lists; there are `walls` walls. */
  clear(walls: number): void {
    this.count = 1;
    if (this.last.length < walls) this.last = new Int32Array(walls);
  }

  /** Returns the list `before` with one more gate. */
  with(wall: number, before: number): number {
    const known = this.last[wall];
    if (known > 0 && known < this.count && this.wall[known] === wall && this.before[known] === before) return known;
    if (this.count === this.wall.length) {
      this.wall = roomFor(this.wall, this.count + 1);
      this.before = roomFor(this.before, this.count + 1);
    }
    this.wall[this.count] = wall;
    this.before[this.count] = before;
    this.last[wall] = this.count;
    this.count += 1;
    return this.count - 1;
  }
}

/** Test for a view in which every wall occludes that may do so or not (flag 2 or EITHER): true of each wall. */
export const alwaysOccludes: Occludes = () => true;

/** Steps counted for looking through one triangle; counted in batches of AT_ONCE visits. */
const VISIT = 3;
const AT_ONCE = 4096;

/** Relative error bound of a filtered turn, by the sum of its products (Shewchuk 1997). */
const SURE = 3.3306690738754716e-16;

/**
 * Looks from the eye (ex, ey) through all portals on the stack of `desk` (sides of triangles), the last one first, and
 * leaves there the spans of wall seen, counter-clockwise (Bungiu, Hemmer, Hershberger, Huang and Kröller 2014). Through
 * a portal one sees the other two sides of the triangle beyond, each between the portal's rays and the vertex between
 * them. On which side of a ray a vertex lies is decided exactly.
 *
 * One long loop, since calls and objects would cost more than the work.
 *
 * @param hides 1 for each wall that always ends a look, 2 and EITHER for one that does if `stands` of the working
 *   memory says so, GATE for one that ends none
 * @param range2 square of the range in grid units: portals wholly beyond end a look
 */
export function expand(
  { coords, vertices, links, across }: Triangulation,
  hides: Uint8Array,
  ex: number,
  ey: number,
  range2: number,
  desk: Scratch,
): void {
  const { trail, gates } = desk;
  let { stack, top, spans, end } = desk;
  let visits = 0;
  while (top > 0) {
    top -= ITEM;
    if (visits > AT_ONCE) {
      spendBudget(VISIT * visits);
      visits = 0;
    }
    // Known to be whole numbers: indices from doubles would be converted at every use.
    let code = stack[top] | 0;
    let list = stack[top + 9] | 0;
    const lx = stack[top + 3];
    const ly = stack[top + 4];
    let rx = stack[top + 1];
    let ry = stack[top + 2];
    let sx = stack[top + 5];
    let sy = stack[top + 6];
    let tx = stack[top + 7];
    let ty = stack[top + 8];
    let leftX = lx;
    let leftY = ly;
    // Follow the right sides down; leave the left ones for later.
    for (;;) {
      if (code < 0) {
        // A wall seen past a vertex that hides nothing is one span.
        if (code < -1 && end > 0 && spans[end - ITEM] === -2 - code && spans[end - 1] === list) {
          spans[end - ITEM + 3] = leftX;
          spans[end - ITEM + 4] = leftY;
          break;
        }
        if (end === spans.length) spans = roomFor(spans, spans.length + 1);
        spans[end] = -2 - code;
        spans[end + 1] = rx;
        spans[end + 2] = ry;
        spans[end + 3] = leftX;
        spans[end + 4] = leftY;
        spans[end + 5] = sx;
        spans[end + 6] = sy;
        spans[end + 7] = tx;
        spans[end + 8] = ty;
        spans[end + 9] = list;
        end += ITEM;
        break;
      }
      visits += 1;
      if (trail !== undefined) trail.push(code);
      const back = code % 3 === 0 ? code + 2 : code - 1;
      const vx = coords[2 * vertices[back]];
      const vy = coords[2 * vertices[back] + 1];
      const wx = vx - ex;
      const wy = vy - ey;
      // On which side of the right ray, and of the left one, the vertex lies.
      const r0 = (rx - ex) * wy;
      const r1 = (ry - ey) * wx;
      let fromRight = r0 - r1;
      if (Math.abs(fromRight) <= SURE * (Math.abs(r0) + Math.abs(r1))) fromRight = turn(ex, ey, rx, ry, vx, vy);
      const l0 = (leftX - ex) * wy;
      const l1 = (leftY - ey) * wx;
      let fromLeft = l0 - l1;
      if (Math.abs(fromLeft) <= SURE * (Math.abs(l0) + Math.abs(l1))) fromLeft = turn(ex, ey, leftX, leftY, vx, vy);
      if (fromLeft < 0) {
        let onward = links[back];
        let passed = list;
        if (onward < 0) {
          const wall = (-1 - onward) >> 1;
          const flag = hides[wall];
          if (isShut(flag, wall, desk)) onward = -2 - wall;
          else {
            onward = across[-1 - onward];
            if (flag >= 2 && flag <= GATE && gates !== undefined) passed = gates.with(wall, list);
          }
        }
        if (onward >= 0 && isBeyond(wx, wy, tx - ex, ty - ey, range2)) onward = -1;
        // Of two points on one ray, keep the nearer portal's, exactly as it is.
        const ahead = fromRight >= 0;
        if (fromRight > 0) {
          if (top === stack.length) stack = roomFor(stack, stack.length + 1);
          stack[top] = onward;
          stack[top + 1] = vx;
          stack[top + 2] = vy;
          stack[top + 3] = leftX;
          stack[top + 4] = leftY;
          stack[top + 5] = vx;
          stack[top + 6] = vy;
          stack[top + 7] = tx;
          stack[top + 8] = ty;
          stack[top + 9] = passed;
          top += ITEM;
        } else {
          code = onward;
          list = passed;
          if (ahead) {
            rx = vx;
            ry = vy;
          }
          sx = vx;
          sy = vy;
          continue;
        }
      }
      let onward = links[code % 3 === 2 ? code - 2 : code + 1];
      if (onward < 0) {
        const wall = (-1 - onward) >> 1;
        const flag = hides[wall];
        if (isShut(flag, wall, desk)) onward = -2 - wall;
        else {
          onward = across[-1 - onward];
          if (flag >= 2 && flag <= GATE && gates !== undefined) list = gates.with(wall, list);
        }
      }
      if (onward >= 0 && isBeyond(sx - ex, sy - ey, wx, wy, range2)) onward = -1;
      if (fromLeft <= 0) {
        leftX = vx;
        leftY = vy;
      }
      code = onward;
      tx = vx;
      ty = vy;
    }
  }
  spendBudget(VISIT * visits + 20);
  desk.stack = stack;
  desk.spans = spans;
  desk.top = top;
  desk.end = end;
}

/** True if a look ends at `wall`, whose flag is `blocks`: it occludes always (1), or in this view (2 or EITHER). */
export function isShut(blocks: number, wall: number, desk: Scratch): boolean {
  return blocks === 1 || ((blocks === 2 || blocks === EITHER) && desk.stands(wall));
}

/** True if the segment from p to q, relative to the eye, is nowhere nearer than the range. */
function isBeyond(px: number, py: number, qx: number, qy: number, range2: number): boolean {
  if (px * px + py * py < range2 || qx * qx + qy * qy < range2) return false;
  const dx = qx - px;
  const dy = qy - py;
  if (px * dx + py * dy >= 0 || qx * dx + qy * dy <= 0) return true;
  const area = px * qy - py * qx;
  return area * area >= range2 * (dx * dx + dy * dy);
}
