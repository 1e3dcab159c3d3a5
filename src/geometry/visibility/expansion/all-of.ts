// The area that all points of a place see: the lower bound of a view from somewhere in the place.

import { replaceRun } from '../../../base/arrays.js';
import { endX, endY, startX, startY, triangleOf, wallOn } from '../../triangulation/half-edges.js';
import type { Triangulation } from '../../triangulation/triangulation.js';
import type { Convex } from './convex.js';
import { begin, surroundingsOf } from './start.js';
import { expand, ITEM, type Scratch } from './walk.js';

/** A piece of a star's edge as seen from its middle and relative to it: from (ax, ay) counter-clockwise to (bx, by). */
interface Chord {
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
}

/**
 * Returns the area seen from all points of a convex place in which no wall stands: a star about its middle (ex, ey), as
 * x and y of the ring's vertices in grid units.
 *
 * A point p sees all of the place exactly when no wall reaches into the hull of both. If p sees the middle and some
 * wall reaches in, then an end v of a wall lies in the hull: turning from p about the middle, the first wall met within
 * the hull can't leave it again on the side it came from, nor pass between p and the middle, nor through the place. And
 * v is in the hull exactly when p lies beyond v as seen from some point of the place: in the wedge at v between the
 * tangents from the place. So the area seen from all points is the area seen from the middle less the wedge of every
 * wall's end near that area.
 *
 * @param hides by wall, 1 if it occludes
 * @param range grid units from the middle within which the ring is exact
 * @param desk working memory, overwritten
 */
export function seenFromAll(
  mesh: Triangulation,
  hides: Uint8Array,
  place: Convex,
  ex: number,
  ey: number,
  range: number,
  desk: Scratch,
): number[] {
  const { sides } = surroundingsOf(mesh, ex, ey);
  desk.top = 0;
  desk.end = 0;
  desk.trail = [];
  begin(mesh, hides, sides, ex, ey, undefined, desk);
  expand(mesh, hides, ex, ey, range * range, desk);
  const entered = [...sides, ...desk.trail];
  desk.trail = undefined;
  const star = new Star(chordsOf(desk, ex, ey));
  for (const [x, y] of endsIn(mesh, hides, entered)) {
    for (const edge of wedge(place, x - ex, y - ey, ex, ey)) star.cut(edge);
  }
  return ringOf(star.chords, ex, ey);
}

/** Returns the spans of a view from (ex, ey) as chords. */
function chordsOf({ spans, end }: Scratch, ex: number, ey: number): Chord[] {
  const chords: Chord[] = [];
  for (let at = 0; at < end; at += ITEM) {
    const [rx, ry, lx, ly] = [spans[at + 1] - ex, spans[at + 2] - ey, spans[at + 3] - ex, spans[at + 4] - ey];
    const wall = { ax: spans[at + 5] - ex, ay: spans[at + 6] - ey, bx: spans[at + 7] - ex, by: spans[at + 8] - ey };
    const right = reach(wall, rx, ry);
    const left = reach(wall, lx, ly);
    if (right > 0 && left > 0) chords.push({ ax: right * rx, ay: right * ry, bx: left * lx, by: left * ly });
  }
  return chords;
}

/** Returns both ends of every wall that is a side of an entered triangle, once each. */
function endsIn(mesh: Triangulation, hides: Uint8Array, entered: readonly number[]): (readonly [number, number])[] {
  const ends = new Map<string, readonly [number, number]>();
  for (const t of new Set(entered.map(triangleOf))) {
    for (const e of [3 * t, 3 * t + 1, 3 * t + 2]) {
      const wall = wallOn(mesh, e);
      if (wall < 0 || wall >= mesh.walls || hides[wall] !== 1) continue;
      const [sx, sy, tx, ty] = [startX(mesh, e), startY(mesh, e), endX(mesh, e), endY(mesh, e)];
      ends.set(`${sx} ${sy}`, [sx, sy]).set(`${tx} ${ty}`, [tx, ty]);
    }
  }
  return [...ends.values()];
}

/** Grid units: further than anything. */
const FAR = 2 ** 55;

/** Radians: an edge of a wedge that leads so nearly straight away from the middle bounds nothing but rounding. */
const LEAST = 1e-13;

/**
 * Returns both edges of the wedge beyond (x, y) as seen from the place, which holds (0, 0); x and y are relative to
 * (ex, ey).
 */
function wedge(place: Convex, x: number, y: number, ex: number, ey: number): Chord[] {
  let [rx, ry, lx, ly] = [x, y, x, y];
  for (let i = 0; i < place.length; i += 2) {
    const [dx, dy] = [x - (place[i] - ex), y - (place[i + 1] - ey)];
    if (dx * ry - dy * rx > 0) [rx, ry] = [dx, dy];
    if (dx * ly - dy * lx < 0) [lx, ly] = [dx, dy];
  }
  const out = (dx: number, dy: number): readonly [number, number] => {
    const length = FAR / Math.hypot(dx, dy);
    return [x + dx * length, y + dy * length];
  };
  const [ax, ay] = out(rx, ry);
  const [bx, by] = out(lx, ly);
  return [
    { ax, ay, bx: x, by: y },
    { ax: x, ay: y, bx, by },
  ].filter(({ ax, ay, bx, by }) => ax * by - ay * bx > LEAST * Math.hypot(ax, ay) * Math.hypot(bx, by));
}

/** Returns the factor by which (x, y) must be scaled to lie on the line of the chord. */
function reach({ ax, ay, bx, by }: Chord, x: number, y: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  // Computed about the nearer end: the other may lie as far out as anything.
  const area = ax * ax + ay * ay < bx * bx + by * by ? ax * dy - ay * dx : bx * dy - by * dx;
  return area / (x * dy - y * dx);
}

/** Radians: chords that an edge may meet are searched this much further round, for rounding. */
const ROUND = 1e-9;

/** The chords that bound a star, all round its middle. */
class Star {
  /** The chords, counter-clockwise. */
  readonly chords: Chord[];
  /** By chord, the direction in which it begins, in radians past the first chord's. */
  private readonly begins: number[];
  private readonly first: number;

  constructor(chords: Chord[]) {
    this.chords = chords;
    this.first = chords[0] === undefined ? 0 : Math.atan2(chords[0].ay, chords[0].ax);
    this.begins = this.follow(chords, 0);
  }

  /** Cuts the star down to the part in front of an edge. */
  cut(edge: Chord): void {
    const from = this.past(edge.ax, edge.ay) - ROUND;
    const to = this.past(edge.bx, edge.by) + ROUND;
    const round = from < 0 ? from + 2 * Math.PI : from > to ? from : undefined;
    if (round !== undefined) this.cutBetween(round, Number.POSITIVE_INFINITY, edge);
    this.cutBetween(round === undefined ? from : 0, to, edge);
  }

  private cutBetween(from: number, to: number, edge: Chord): void {
    const { chords, begins } = this;
    const start = Math.max(0, this.firstPast(from) - 1);
    const pieces: Chord[] = [];
    let end = start;
    let changed = false;
    for (; end < chords.length && begins[end] <= to; end += 1) {
      const chord = chords[end];
      const before = pieces.length;
      pieces.push(...cutOff(chord, edge));
      if (pieces.length !== before + 1 || pieces[before] !== chord) changed = true;
    }
    if (!changed) return;
    const angles = this.follow(pieces, begins[start]);
    replaceRun(chords, start, end - start, pieces);
    replaceRun(begins, start, end - start, angles);
  }

  /**
   * Returns where consecutive chords begin, from an angle on: never before the previous one, even if rounding says so.
   */
  private follow(chords: readonly Chord[], from: number): number[] {
    let last = from;
    return chords.map(({ ax, ay }) => {
      const turn = (this.past(ax, ay) - last + 2 * Math.PI) % (2 * Math.PI);
      if (turn < Math.PI) last += turn;
      return last;
    });
  }

  /** Returns the first chord that begins past an angle. */
  private firstPast(angle: number): number {
    let [low, high] = [0, this.begins.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.begins[middle] > angle) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  private past(x: number, y: number): number {
    const angle = Math.atan2(y, x) - this.first;
    return angle < 0 ? angle + 2 * Math.PI : angle;
  }
}

/** Returns the part of a chord in front of an edge, and the edge where that lies in front of the chord. */
function cutOff(chord: Chord, edge: Chord): Chord[] {
  const shared = overlap(chord, edge);
  if (shared === undefined) return [chord];
  const { ax, ay, bx, by } = shared;
  const first = reach(edge, ax, ay);
  const last = reach(edge, bx, by);
  if (first >= 1 && last >= 1) return [chord];
  // The share of the way to the chord at which the edge lies is linear along the chord, inverted.
  const t = (1 / first - 1) / (1 / first - 1 / last);
  const [mx, my] = [ax + t * (bx - ax), ay + t * (by - ay)];
  const near = { ax: first * ax, ay: first * ay, bx: last * bx, by: last * by };
  const middle =
    first < 1 && last < 1
      ? [near]
      : first < 1
        ? [
            { ...near, bx: mx, by: my },
            { ax: mx, ay: my, bx, by },
          ]
        : [
            { ax, ay, bx: mx, by: my },
            { ...near, ax: mx, ay: my },
          ];
  const pieces = [{ ...chord, bx: ax, by: ay }, ...middle, { ...chord, ax: bx, ay: by }];
  return pieces.filter((piece) => piece.ax * piece.by - piece.ay * piece.bx > 0);
}

/**
 * Returns the part of the chord's line on rays that meet both, from the first such ray to the last; undefined if no ray
 * does.
 */
function overlap(chord: Chord, edge: Chord): Chord | undefined {
  const turn = (px: number, py: number, qx: number, qy: number): number => px * qy - py * qx;
  const holds = ({ ax, ay, bx, by }: Chord, x: number, y: number): boolean =>
    turn(ax, ay, x, y) >= 0 && turn(x, y, bx, by) > 0;
  const begins = holds(chord, edge.ax, edge.ay);
  if (!begins && !holds(edge, chord.ax, chord.ay)) return undefined;
  const first = begins ? reach(chord, edge.ax, edge.ay) : 1;
  const [ax, ay] = begins ? [first * edge.ax, first * edge.ay] : [chord.ax, chord.ay];
  const ends = turn(chord.ax, chord.ay, edge.bx, edge.by) > 0 && turn(edge.bx, edge.by, chord.bx, chord.by) >= 0;
  const last = ends ? reach(chord, edge.bx, edge.by) : 1;
  const [bx, by] = ends ? [last * edge.bx, last * edge.by] : [chord.bx, chord.by];
  return turn(ax, ay, bx, by) > 0 ? { ax, ay, bx, by } : undefined;
}

function ringOf(star: readonly Chord[], ex: number, ey: number): number[] {
  const ring: number[] = [];
  for (const { ax, ay, bx, by } of star) {
    const n = ring.length;
    if (n === 0 || ring[n - 2] !== ex + ax || ring[n - 1] !== ey + ay) ring.push(ex + ax, ey + ay);
    ring.push(ex + bx, ey + by);
  }
  return ring;
}
