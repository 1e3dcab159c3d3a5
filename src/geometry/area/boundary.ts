// Traces the outlines of groups of trapezoids.

import { roomFor } from '../../base/arrays.js';
import type { Point, Ring } from '../types.js';
import { SAME_HEIGHT } from './runs.js';

/** The outline of one connected area: m², and its rings in metres. */
export interface AreaOutline {
  readonly area: number;
  readonly rings: readonly Ring[];
}

/**
 * Collects trapezoids in groups, those joined by parts of their vertical sides, and traces the outline of each group
 * from the directed edges that bound it, inside on the left. Groups that only touch stay apart. Metres.
 */
export class Boundary {
  /** Number of vertices. */
  points = 0;
  private x: Float64Array = new Float64Array(64);
  private y: Float64Array = new Float64Array(64);

  private trapezoids = 0;
  private area: Float64Array = new Float64Array(64);
  /** By trapezoid, its parent in the union–find forest of groups. */
  private parent: Int32Array = new Int32Array(64);
  private slot: Int32Array = new Int32Array(64);
  /** Four vertices per trapezoid. The bottom and top of trapezoid t are steps 2t and 2t + 1. */
  private corner: Int32Array = new Int32Array(256);

  /** Number of vertical sides. */
  private sides = 0;
  private sideFrom: Int32Array = new Int32Array(64);
  private sideTo: Int32Array = new Int32Array(64);
  private sideOf: Int32Array = new Int32Array(64);

  private from: Int32Array = new Int32Array(192);
  private to: Int32Array = new Int32Array(192);
  private owner: Int32Array = new Int32Array(192);
  private used: Int32Array = new Int32Array(192);
  /** By step, the next step that leaves the same vertex. */
  private sibling: Int32Array = new Int32Array(192);
  private leaving: Int32Array = new Int32Array(64);
  private path: Int32Array = new Int32Array(192);
  private kept: Int32Array = new Int32Array(192);
  /** By vertex, the position in `path` at which the path leaves it. */
  private place: Int32Array = new Int32Array(64);

  /** Removes all vertices, trapezoids and sides. */
  clear(): void {
    this.points = 0;
    this.trapezoids = 0;
    this.sides = 0;
  }

  /** Adds a vertex and returns its number. Vertices must come from left to right, and from bottom to top on a cut. */
  addPoint(x: number, y: number): number {
    const at = this.points;
    if (at === this.x.length) {
      this.x = roomFor(this.x, at + 1);
      this.y = roomFor(this.y, at + 1);
    }
    this.x[at] = x;
    this.y[at] = y;
    this.points = at + 1;
    return at;
  }

  /** Begins a trapezoid whose left side goes from vertex `low` up to vertex `high`; returns its number. */
  begin(low: number, high: number): number {
    const at = this.trapezoids;
    if (at === this.parent.length) {
      this.area = roomFor(this.area, at + 1);
      this.parent = roomFor(this.parent, at + 1);
      this.corner = roomFor(this.corner, 4 * at + 4);
    }
    this.area[at] = 0;
    this.parent[at] = at;
    this.corner[4 * at] = low;
    this.corner[4 * at + 3] = high;
    this.trapezoids = at + 1;
    return at;
  }

  /** Ends a trapezoid: its right side goes from vertex `low` up to vertex `high`. */
  end(trapezoid: number, low: number, high: number): void {
    this.corner[4 * trapezoid + 1] = low;
    this.corner[4 * trapezoid + 2] = high;
  }

  /** Adds `area` (m²) to a trapezoid. */
  addArea(trapezoid: number, area: number): void {
    this.area[trapezoid] += area;
  }

  /**
   * Records which trapezoids lie to the left and right of the piece of a cut between `vertex` and the next vertex above
   * it; −1 for none. Two trapezoids join one group; a single one gets a boundary step.
   */
  side(vertex: number, left: number, right: number): void {
    if (left >= 0 && right >= 0) this.parent[this.find(right)] = this.find(left);
    else if (left >= 0) this.addSide(vertex, vertex + 1, left);
    else if (right >= 0) this.addSide(vertex + 1, vertex, right);
  }

  /** Returns the outline of each group, in the order of the groups' first trapezoids. */
  outlines(): AreaOutline[] {
    const steps = this.layOut();
    const found: { area: number; rings: Ring[] }[] = [];
    this.slot = roomFor(this.slot, this.trapezoids);
    for (let i = 0; i < this.trapezoids; i += 1) this.slot[i] = -1;
    for (let i = 0; i < this.trapezoids; i += 1) {
      const root = this.find(i);
      if (this.slot[root] < 0) this.slot[root] = found.push({ area: 0, rings: [] }) - 1;
      found[this.slot[root]].area += this.area[i];
    }
    for (let i = 0; i < steps; i += 1) {
      if (this.used[i] === 0) this.trace(i, found[this.slot[this.find(this.owner[i])]].rings);
    }
    return found;
  }

  private addSide(from: number, to: number, owner: number): void {
    const at = this.sides;
    if (at === this.sideFrom.length) {
      this.sideFrom = roomFor(this.sideFrom, at + 1);
      this.sideTo = roomFor(this.sideTo, at + 1);
      this.sideOf = roomFor(this.sideOf, at + 1);
    }
    this.sideFrom[at] = from;
    this.sideTo[at] = to;
    this.sideOf[at] = owner;
    this.sides = at + 1;
  }

  /** Lists all steps, and by vertex the steps that leave it. Returns the number of steps. */
  private layOut(): number {
    const steps = 2 * this.trapezoids + this.sides;
    this.reserve(steps);
    const { corner, from, to, owner, used, sibling, leaving } = this;
    for (let t = 0; t < this.trapezoids; t += 1) {
      const c = 4 * t;
      // No height at either side: a slit between edges that coincide. It would only join its neighbours.
      const flat = corner[c] === corner[c + 3] && corner[c + 1] === corner[c + 2];
      for (let i = 0; i < 2; i += 1) {
        const s = 2 * t + i;
        from[s] = corner[c + 2 * i];
        to[s] = corner[c + 2 * i + 1];
        owner[s] = t;
        used[s] = flat || from[s] === to[s] ? 1 : 0;
      }
    }
    for (let i = 0; i < this.sides; i += 1) {
      const s = 2 * this.trapezoids + i;
      from[s] = this.sideFrom[i];
      to[s] = this.sideTo[i];
      owner[s] = this.sideOf[i];
      used[s] = 0;
    }
    for (let v = 0; v < this.points; v += 1) {
      leaving[v] = -1;
      this.place[v] = -1;
    }
    for (let s = steps - 1; s >= 0; s -= 1) {
      if (used[s] === 1) continue;
      sibling[s] = leaving[from[s]];
      leaving[from[s]] = s;
    }
    return steps;
  }

  /**
   * Follows the boundary from a step until it closes. Where the path returns to a vertex, that loop becomes a ring of
   * its own.
   */
  private trace(first: number, rings: Ring[]): void {
    const { from, to, path, place, used } = this;
    let length = 0;
    let step = first;
    while (step >= 0) {
      used[step] = 1;
      place[from[step]] = length;
      path[length] = step;
      length += 1;
      const vertex = to[step];
      const start = place[vertex];
      if (start >= 0) {
        this.addRing(start, length, rings);
        for (let i = start; i < length; i += 1) place[from[path[i]]] = -1;
        length = start;
        if (length === 0) return;
      }
      step = this.next(step, vertex);
    }
    // Never reached: as many steps of a group arrive at a vertex as leave it.
    this.addRing(0, length, rings);
  }

  /**
   * Returns a step of the same group that leaves the vertex. If there are several, any will do: two rings round one
   * connected inside share at most one point, so all ways through them fall apart into the same rings.
   */
  private next(arriving: number, vertex: number): number {
    const root = this.find(this.owner[arriving]);
    let step = this.leaving[vertex];
    while (step >= 0 && (this.used[step] === 1 || this.find(this.owner[step]) !== root)) step = this.sibling[step];
    return step;
  }

  /**
   * Adds a ring without the vertices that aren't corners. Begins at a corner: compared only with other such vertices,
   * some real corners would be dropped too.
   */
  private addRing(start: number, end: number, rings: Ring[]): void {
    const { from, path, kept, x, y } = this;
    const corner = this.furthest(start, end);
    let count = 0;
    for (let n = 0; n < end - start; n += 1) {
      const place = corner + n < end ? corner + n : corner + n - (end - start);
      const vertex = from[path[place]];
      while (count > 1 && !this.isCorner(kept[count - 2], kept[count - 1], vertex)) count -= 1;
      kept[count] = vertex;
      count += 1;
    }
    let begin = 0;
    while (count - begin > 2) {
      if (!this.isCorner(kept[count - 2], kept[count - 1], kept[begin])) count -= 1;
      else if (!this.isCorner(kept[count - 1], kept[begin], kept[begin + 1])) begin += 1;
      else break;
    }
    if (count - begin < 3) return;
    // The ring starts at its leftmost vertex: vertices are numbered from left to right.
    let least = begin;
    for (let i = begin; i < count; i += 1) if (kept[i] < kept[least]) least = i;
    const ring: Point[] = [];
    for (let i = least; i < count; i += 1) ring.push([x[kept[i]], y[kept[i]]]);
    for (let i = begin; i < least; i += 1) ring.push([x[kept[i]], y[kept[i]]]);
    rings.push(ring);
  }

  /**
   * True if a ring turns at v on its way from a to b. It doesn't turn if v lies on the straight way (unless another
   * boundary touches there), nor if the ring doubles back on itself: there a slit without width ends.
   */
  private isCorner(a: number, v: number, b: number): boolean {
    const { x, y, sibling, leaving } = this;
    if (sibling[leaving[v]] < 0 && distanceToSegment(x, y, v, a, b) < SAME_HEIGHT) return false;
    return distanceToSegment(x, y, b, a, v) >= SAME_HEIGHT && distanceToSegment(x, y, a, v, b) >= SAME_HEIGHT;
  }

  private furthest(start: number, end: number): number {
    const { from, path, x, y } = this;
    const first = from[path[start]];
    let best = start;
    let most = 0;
    for (let i = start + 1; i < end; i += 1) {
      const vertex = from[path[i]];
      const square = (x[vertex] - x[first]) ** 2 + (y[vertex] - y[first]) ** 2;
      if (square <= most) continue;
      most = square;
      best = i;
    }
    return best;
  }

  private find(i: number): number {
    const { parent } = this;
    let root = i;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }

  private reserve(steps: number): void {
    if (steps <= this.from.length && this.points <= this.leaving.length) return;
    this.from = roomFor(this.from, steps);
    this.to = roomFor(this.to, steps);
    this.owner = roomFor(this.owner, steps);
    this.used = roomFor(this.used, steps);
    this.sibling = roomFor(this.sibling, steps);
    this.path = roomFor(this.path, steps);
    this.kept = roomFor(this.kept, steps);
    this.leaving = roomFor(this.leaving, this.points);
    this.place = roomFor(this.place, this.points);
  }
}

/** Returns the distance of vertex v from the segment ab, in metres. */
function distanceToSegment(x: Float64Array, y: Float64Array, v: number, a: number, b: number): number {
  const dx = x[b] - x[a];
  const dy = y[b] - y[a];
  const px = x[v] - x[a];
  const py = y[v] - y[a];
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / square));
  return Math.sqrt((px - t * dx) ** 2 + (py - t * dy) ** 2);
}
