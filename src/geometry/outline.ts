import type { Trapezoid } from './pieces.js';
import { distanceToSegment } from './segment.js';
import type { Point, Ring } from './types.js';

/** Heights on a cut this near (metres) are one vertex: the same crossing computed from two edges. */
export const SAME = 1e-9;

export interface Outline {
  readonly area: number;
  readonly rings: readonly Ring[];
}

/** A boundary step from vertex to vertex, the inside on its left. `line` tells steps on the same straight edge. */
interface Step {
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly trapezoid: number;
  used: boolean;
}

/** Corners of a trapezoid as vertex numbers, counter-clockwise. */
interface Corners {
  readonly leftBottom: number;
  readonly rightBottom: number;
  readonly rightTop: number;
  readonly leftTop: number;
}

/** Joins trapezoids that share part of a vertical side, and traces what bounds each group. */
export function traceOutlines(trapezoids: readonly Trapezoid[]): Outline[] {
  const { points, corners, byCut } = numberVertices(trapezoids);
  const groups = new Groups(trapezoids.length);
  const steps: Step[] = [];
  const step = (from: number, to: number, line: number, trapezoid: number): void => {
    if (from !== to) steps.push({ from, to, line, trapezoid, used: false });
  };
  corners.forEach((c, i) => {
    // No height at either side: a slit between edges that coincide, which would only tie its neighbours together.
    if (c.leftBottom === c.leftTop && c.rightBottom === c.rightTop) return;
    const { bottomEdge = 0, topEdge = 0 } = trapezoids[i] ?? {};
    step(c.leftBottom, c.rightBottom, bottomEdge, i);
    step(c.rightTop, c.leftTop, topEdge, i);
  });
  let vertical = -1;
  for (const { ending, beginning, vertices } of byCut) {
    verticalSteps(vertices, owners(ending, corners, 'right'), owners(beginning, corners, 'left'), groups, (u, v, i) =>
      step(u, v, vertical, i),
    );
    vertical -= 1;
  }
  return assemble(trapezoids, groups, steps, points);
}

interface Cut {
  readonly ending: number[];
  readonly beginning: number[];
  /** Vertex numbers from bottom to top. */
  vertices: number[];
}

function numberVertices(trapezoids: readonly Trapezoid[]) {
  const cuts = new Map<number, Cut>();
  const cutAt = (x: number): Cut => {
    const known = cuts.get(x);
    if (known !== undefined) return known;
    const cut: Cut = { ending: [], beginning: [], vertices: [] };
    cuts.set(x, cut);
    return cut;
  };
  trapezoids.forEach((t, i) => {
    cutAt(t.left).beginning.push(i);
    cutAt(t.right).ending.push(i);
  });
  const points: Point[] = [];
  const left: [number, number][] = [];
  const right: [number, number][] = [];
  for (const [x, cut] of cuts) {
    const corner = (i: number, end: boolean): [number, number] => {
      const t = trapezoids[i];
      if (t === undefined) return [0, 0];
      return end ? [t.rightBottom, t.rightTop] : [t.leftBottom, t.leftTop];
    };
    const number = cluster(
      [...cut.ending.flatMap((i) => corner(i, true)), ...cut.beginning.flatMap((i) => corner(i, false))],
      x,
      points,
      cut.vertices,
    );
    for (const i of cut.ending) right[i] = pair(corner(i, true), number);
    for (const i of cut.beginning) left[i] = pair(corner(i, false), number);
  }
  const corners: Corners[] = trapezoids.map((_, i) => {
    const [leftBottom = 0, leftTop = 0] = left[i] ?? [];
    const [rightBottom = 0, rightTop = 0] = right[i] ?? [];
    return { leftBottom, leftTop, rightBottom, rightTop };
  });
  return { points, corners, byCut: [...cuts.values()] };
}

function pair([bottom, top]: [number, number], number: ReadonlyMap<number, number>): [number, number] {
  return [number.get(bottom) ?? 0, number.get(top) ?? 0];
}

/** Numbers the heights on one cut, near ones alike. */
function cluster(heights: readonly number[], x: number, points: Point[], vertices: number[]): Map<number, number> {
  const number = new Map<number, number>();
  let previous = Number.NEGATIVE_INFINITY;
  for (const y of heights.toSorted((a, b) => a - b)) {
    if (y - previous > SAME) {
      vertices.push(points.length);
      points.push([x, y]);
    }
    previous = y;
    number.set(y, points.length - 1);
  }
  return number;
}

/** Which trapezoid owns each elementary interval of a cut: from vertex number to trapezoid. */
function owners(indices: readonly number[], corners: readonly Corners[], side: 'left' | 'right'): Map<number, number> {
  const owner = new Map<number, number>();
  for (const i of indices) {
    const c = corners[i];
    if (c === undefined) continue;
    const [bottom, top] = side === 'left' ? [c.leftBottom, c.leftTop] : [c.rightBottom, c.rightTop];
    for (let v = bottom; v < top; v += 1) owner.set(v, i);
  }
  return owner;
}

/** Joins what meets across a cut; the rest of the vertical sides are boundary: up where the inside lies to the left. */
function verticalSteps(
  vertices: readonly number[],
  before: ReadonlyMap<number, number>,
  after: ReadonlyMap<number, number>,
  groups: Groups,
  step: (from: number, to: number, trapezoid: number) => void,
): void {
  for (const v of vertices) {
    const west = before.get(v);
    const east = after.get(v);
    if (west !== undefined && east !== undefined) groups.join(west, east);
    else if (west !== undefined) step(v, v + 1, west);
    else if (east !== undefined) step(v + 1, v, east);
  }
}

function assemble(
  trapezoids: readonly Trapezoid[],
  groups: Groups,
  steps: readonly Step[],
  points: readonly Point[],
): Outline[] {
  const outlines = new Map<number, { area: number; rings: Ring[] }>();
  trapezoids.forEach((t, i) => {
    const root = groups.find(i);
    const outline = outlines.get(root) ?? { area: 0, rings: [] };
    outline.area += t.area;
    outlines.set(root, outline);
  });
  // By vertex and group: the boundary of each group is closed by itself, whatever touches it.
  const leaving = new Map<string, Step[]>();
  const key = (vertex: number, s: Step): string => `${vertex} ${groups.find(s.trapezoid)}`;
  for (const s of steps) {
    const list = leaving.get(key(s.from, s));
    if (list === undefined) leaving.set(key(s.from, s), [s]);
    else list.push(s);
  }
  const next = (s: Step): Step | undefined => sharpestLeft(s, leaving.get(key(s.to, s)) ?? [], points);
  for (const first of steps) {
    if (first.used) continue;
    const ring = simplify(walk(first, next), points);
    if (ring.length >= 3) outlines.get(groups.find(first.trapezoid))?.rings.push(ring);
  }
  return [...outlines.values()];
}

/** Follows the boundary from a step until it closes. */
function walk(first: Step, next: (step: Step) => Step | undefined): Step[] {
  const path: Step[] = [];
  let current: Step | undefined = first;
  while (current !== undefined && !current.used) {
    current.used = true;
    path.push(current);
    current = next(current);
  }
  return path;
}

/** Where pieces touch in a point, the step that stays with the piece on the left of `arriving`. */
function sharpestLeft(arriving: Step, candidates: readonly Step[], points: readonly Point[]): Step | undefined {
  const free = candidates.filter((s) => !s.used);
  if (free.length <= 1) return free[0];
  const back = bearing(points, arriving.to, arriving.from);
  let best: Step | undefined;
  let bestAngle = Number.POSITIVE_INFINITY;
  for (const s of free) {
    const clockwise = (back - bearing(points, s.from, s.to) + 4 * Math.PI) % (2 * Math.PI);
    if (clockwise < bestAngle) {
      best = s;
      bestAngle = clockwise;
    }
  }
  return best;
}

function bearing(points: readonly Point[], from: number, to: number): number {
  const [ax = 0, ay = 0] = points[from] ?? [];
  const [bx = 0, by = 0] = points[to] ?? [];
  return Math.atan2(by - ay, bx - ax);
}

/** Leaves out vertices between two steps of one straight edge, unless rounding at a cut has moved them off it. */
function simplify(path: readonly Step[], points: readonly Point[]): Ring {
  const ring: Point[] = [];
  path.forEach((s, i) => {
    const before = path.at(i - 1);
    const point = points[s.from];
    const next = points[s.to];
    const previous = ring.at(-1) ?? points[before?.from ?? -1];
    if (point === undefined || next === undefined || previous === undefined) return;
    const straight = before?.line === s.line && distanceToSegment(point, { a: previous, b: next }) < SAME;
    if (!straight) ring.push(point);
  });
  return ring;
}

/** Union–find over trapezoids. */
class Groups {
  private readonly parent: Int32Array;

  constructor(count: number) {
    this.parent = Int32Array.from({ length: count }, (_, i) => i);
  }

  find(i: number): number {
    let root = i;
    while (this.parent[root] !== root) root = this.parent[root] ?? root;
    this.parent[i] = root;
    return root;
  }

  join(i: number, j: number): void {
    this.parent[this.find(j)] = this.find(i);
  }
}
