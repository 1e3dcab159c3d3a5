// Makes walls edges of a triangulation by flipping edges.
import { spendBudget } from '../../base/budget.js';
import { turn } from '../vector.js';
import { type Mesh, next, previous, twin } from './half-edges.js';

/**
 * Makes every wall an edge by flipping the edges that cross it (Sloan 1993), and marks it. Changes the mesh. Turns are
 * exact, so triangles stay counter-clockwise whatever the rounding of the triangulation before.
 *
 * @param ends the two vertices of each wall in turn, by number
 * @param out by vertex, a half-edge that starts there
 * @returns false if walls cross, coincide or run through a vertex
 */
export function constrain(mesh: Mesh, ends: Int32Array, out: Int32Array): boolean {
  const work = new Flipping(mesh, out);
  // Most are edges already, and must stay so.
  const missing: number[] = [];
  for (let wall = 0; wall < ends.length / 2; wall += 1) {
    const e = work.edge(ends[2 * wall], ends[2 * wall + 1]);
    if (e < 0) missing.push(wall);
    else if (!work.mark(e, wall)) return false;
  }
  return missing.every((wall) => work.insert(ends[2 * wall], ends[2 * wall + 1], wall));
}

/** Relative error bound of a circle's determinant, by the sum of its products. */
const IN_DOUBT = 1.2e-15;

class Flipping {
  constructor(
    private readonly mesh: Mesh,
    private readonly out: Int32Array,
  ) {}

  /** Marks a half-edge and its twin as a wall; false if they are one already. */
  mark(e: number, wall: number): boolean {
    const { links, across } = this.mesh;
    const other = links[e];
    if (other < 0) return false;
    links[e] = -1 - 2 * wall;
    links[other] = -2 - 2 * wall;
    across[2 * wall] = other;
    across[2 * wall + 1] = e;
    return true;
  }

  /** Makes the wall from a to b an edge; false if that can't be done. */
  insert(a: number, b: number, wall: number): boolean {
    const crossed = this.crossedBy(a, b);
    if (crossed === undefined) return false;
    const made: number[] = [];
    // Some crossed edge can always be flipped; an edge goes back to the queue until another one has been flipped.
    let patience = 4 * crossed.length * crossed.length + 16;
    // The queue in rounds: in one list, what has left it would take hundreds of megabytes where thousands of edges are crossed.
    let again: number[];
    for (let round = crossed; round.length > 0; round = again) {
      again = [];
      for (let at = 0; at < round.length; at += 2) {
        if (patience-- < 0) return false;
        spendBudget(10);
        const [p, q] = [round[at], round[at + 1]];
        const e = this.edge(p, q);
        if (e < 0) return false;
        if (!this.isConvexAt(e)) {
          again.push(p, q);
          continue;
        }
        const [u, v] = this.flip(e);
        if (this.cross(u, v, a, b)) again.push(u, v);
        else made.push(u, v);
      }
    }
    const e = this.edge(a, b);
    if (e < 0 || !this.mark(e, wall)) return false;
    this.legalise(made);
    return true;
  }

  /**
   * Returns both vertices of each edge crossed on the way from a to b; [] if other flips have made it an edge already,
   * undefined if it can't be inserted.
   */
  private crossedBy(a: number, b: number): number[] | undefined {
    const { vertices, links } = this.mesh;
    const start = this.out[a];
    let e = start;
    let left = this.side(a, b, vertices[next(e)]);
    // Find the triangle at a through whose far side the wall leaves.
    for (;;) {
      const p = vertices[next(e)];
      if (p === b) return [];
      const right = left;
      if (right === 0 && this.isAhead(a, b, p)) return undefined;
      left = this.side(a, b, vertices[previous(e)]);
      if (right < 0 && left > 0) break;
      e = twin(this.mesh, previous(e));
      if (e === start || e < 0) return undefined;
    }
    const crossed: number[] = [];
    let into = next(e);
    for (;;) {
      crossed.push(vertices[into], vertices[next(into)]);
      into = links[into];
      // A wall, or the box.
      if (into < 0) return undefined;
      const apex = vertices[previous(into)];
      if (apex === b) return crossed;
      const side = this.side(a, b, apex);
      if (side === 0) return undefined;
      // The half-edge runs from the wall's left to its right, seen from within the triangle entered.
      into = side > 0 ? next(into) : previous(into);
    }
  }

  /**
   * Flips edges just made if that makes angles less sharp, until no flip does (only pairs with a new edge can): views
   * then cross fewer triangles.
   */
  private legalise(made: number[]): void {
    // Edges to look at: those on two triangles that changed since. In a fan each flip makes way for just one more.
    const due = new Uint8Array(made.length / 2).fill(1);
    let places: Map<number, number> | undefined;
    for (let flipped = true; flipped; ) {
      flipped = false;
      spendBudget(due.length);
      for (let i = 0; i < due.length; i += 1) {
        if (due[i] === 0) continue;
        due[i] = 0;
        const [p, q] = [made[2 * i], made[2 * i + 1]];
        const e = this.edge(p, q);
        if (e < 0 || this.mesh.links[e] < 0 || !this.isSharp(e) || !this.isConvexAt(e)) continue;
        const [u, v] = this.flip(e);
        places ??= this.placesOf(made);
        places.delete(this.keyOf(p, q));
        places.set(this.keyOf(u, v), i);
        made[2 * i] = u;
        made[2 * i + 1] = v;
        for (const a of [p, q]) {
          for (const b of [u, v]) {
            const side = places.get(this.keyOf(a, b));
            if (side !== undefined) due[side] = 1;
          }
        }
        due[i] = 1;
        flipped = true;
      }
    }
  }

  /** Returns the places in a list of edges by `keyOf` their ends. */
  private placesOf(edges: readonly number[]): Map<number, number> {
    const places = new Map<number, number>();
    for (let i = 0; i < edges.length; i += 2) places.set(this.keyOf(edges[i], edges[i + 1]), i / 2);
    return places;
  }

  private keyOf(p: number, q: number): number {
    return Math.min(p, q) * this.out.length + Math.max(p, q);
  }

  /**
   * True if the vertex beyond the edge certainly lies in the circle round its triangle (Shewchuk 1997). If that is in
   * doubt, as for the four corners of a rectangle, either diagonal is as good.
   */
  private isSharp(e: number): boolean {
    const { vertices, links, coords } = this.mesh;
    const p = 2 * vertices[e];
    const q = 2 * vertices[next(e)];
    const u = 2 * vertices[previous(e)];
    const v = 2 * vertices[previous(links[e])];
    const px = coords[p] - coords[v];
    const py = coords[p + 1] - coords[v + 1];
    const qx = coords[q] - coords[v];
    const qy = coords[q + 1] - coords[v + 1];
    const ux = coords[u] - coords[v];
    const uy = coords[u + 1] - coords[v + 1];
    const pp = px * px + py * py;
    const qq = qx * qx + qy * qy;
    const uu = ux * ux + uy * uy;
    const inside = pp * (qx * uy - qy * ux) + qq * (ux * py - uy * px) + uu * (px * qy - py * qx);
    const most =
      pp * (Math.abs(qx * uy) + Math.abs(qy * ux)) +
      qq * (Math.abs(ux * py) + Math.abs(uy * px)) +
      uu * (Math.abs(px * qy) + Math.abs(py * qx));
    return inside > IN_DOUBT * most;
  }

  /** Returns the half-edge from p to q; −1 if there is none. */
  edge(p: number, q: number): number {
    const { vertices } = this.mesh;
    const start = this.out[p];
    let e = start;
    let visits = 1;
    do {
      if (vertices[next(e)] === q) break;
      e = twin(this.mesh, previous(e));
      visits += 1;
    } while (e !== start && e >= 0);
    spendBudget(visits);
    if (e >= 0) return vertices[next(e)] === q ? e : -1;
    // p is a corner of the box: go round it the other way.
    for (e = twin(this.mesh, start); e >= 0; e = twin(this.mesh, e)) {
      e = next(e);
      if (vertices[next(e)] === q) return e;
    }
    return -1;
  }

  /** True if the two triangles on the edge form a strictly convex quadrilateral. */
  private isConvexAt(e: number): boolean {
    const { vertices, links } = this.mesh;
    if (links[e] < 0) return false;
    const p = vertices[e];
    const q = vertices[next(e)];
    const u = vertices[previous(e)];
    const v = vertices[previous(links[e])];
    return this.side(u, p, v) > 0 && this.side(v, q, u) > 0;
  }

  /** True if two segments cross; segments that share a vertex don't. */
  private cross(u: number, v: number, a: number, b: number): boolean {
    if (u === a || u === b || v === a || v === b) return false;
    return this.side(a, b, u) > 0 !== this.side(a, b, v) > 0;
  }

  /** Turns the edge into the other diagonal and returns its ends. Walls on the sides move with them. */
  private flip(a: number): readonly [number, number] {
    const { vertices, links } = this.mesh;
    const b = links[a];
    const [al, ar] = [next(a), previous(a)];
    const [br, bl] = [next(b), previous(b)];
    const [u, v] = [vertices[ar], vertices[bl]];
    const [p, q] = [vertices[a], vertices[al]];
    vertices[a] = v;
    vertices[b] = u;
    this.move(bl, a);
    this.move(ar, b);
    links[ar] = bl;
    links[bl] = ar;
    this.out[v] = a;
    this.out[q] = al;
    this.out[u] = b;
    this.out[p] = br;
    return [u, v];
  }

  /** Links one half-edge as another is, which then has no link of its own. */
  private move(from: number, to: number): void {
    const { links, across } = this.mesh;
    const link = links[from];
    links[to] = link;
    if (link >= 0) links[link] = to;
    // Seen from the other side of the wall.
    else across[(-1 - link) ^ 1] = to;
  }

  /** Returns a positive number if c lies left of the line from a to b. */
  private side(a: number, b: number, c: number): number {
    const { coords } = this.mesh;
    return turn(coords[2 * a], coords[2 * a + 1], coords[2 * b], coords[2 * b + 1], coords[2 * c], coords[2 * c + 1]);
  }

  /** True if c, which is on the line from a to b, lies on b's side of a. */
  private isAhead(a: number, b: number, c: number): boolean {
    const { coords } = this.mesh;
    const [x, y] = [coords[2 * a], coords[2 * a + 1]];
    return (coords[2 * b] - x) * (coords[2 * c] - x) + (coords[2 * b + 1] - y) * (coords[2 * c + 1] - y) > 0;
  }
}
