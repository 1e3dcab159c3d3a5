// Places openings that are drawn as patches of floor.

import { straightened } from '../../geometry/index.js';
import { ringArea } from '../../geometry/shapes/ring.js';
import type { Point, Ring, Segment } from '../../geometry/types.js';
import { azimuthOf, distance, halfway } from '../../geometry/vector.js';
import { stretchAlong } from '../../plan/walls/along.js';
import { fromFrame, lineFrame } from '../../plan/walls/plane.js';
import type { DraftOpening, OpeningShape } from '../draft.js';
import { roundedTo } from '../frame.js';
import type { EdgesNear } from './edges.js';
import type { Laid } from './runs.js';
import { patch as t } from './texts.js';

/**
 * Distance in m within which a patch touches an edge: more than careful drawing misses by, less than any wall is thick.
 * Chosen by sitecam.
 */
const TOUCHING = 0.02;

/** Cosine of 30°. A curve turns less at each of its corners. Chosen by sitecam. */
const SHARP = Math.cos(Math.PI / 6);

/** Bends of a curved window flatter than this (m) come from drawing. Chosen by sitecam. */
const FLAT = 0.01;

/**
 * Places a door or window that is drawn as the patch of floor in the gap of a wall: a line along the middle of the
 * patch, from one end of the wall to the other, with the patch's thickness, so that it cuts both faces. A curved patch
 * becomes several lines. Its ends are the sides that touch walls and no room; if that doesn't decide, the short sides.
 */
export function lineOfPatch(
  { id, level, origin }: DraftOpening,
  { ring: drawn }: OpeningShape & { readonly type: 'patch' },
  edges: EdgesNear,
): Laid {
  const ring = straightened(distinct(drawn));
  const ends = ring.length < 3 ? undefined : endsOf(ring, level, edges);
  const axis = ends === undefined ? [] : simplified(axisOf(ring, ends));
  const length = lengthOf(axis);
  if (length === 0) {
    return { lines: [], notes: [{ sort: 'refused', message: t['no-area']({ id }), origin, level }] };
  }
  const thickness = roundedTo(ringArea(ring) / length, 3);
  return { lines: linesAlong(axis, thickness), keys: { thickness }, notes: [] };
}

/** Returns `ring` without points that repeat the one before, the closing point included. */
function distinct(ring: Ring): Ring {
  return ring.filter((at, i) => {
    const before = ring.at(i - 1) ?? at;
    return at[0] !== before[0] || at[1] !== before[1];
  });
}

interface Side extends Segment {
  readonly length: number;
  /** Share of the length that touches walls, minus the share that touches rooms; each at most 1. */
  readonly end: number;
}

/**
 * Returns the indices of the two sides at which a patch meets its wall; side i begins at corner i. Undefined if there
 * are none.
 */
function endsOf(ring: Ring, level: string, edges: EdgesNear): readonly [number, number] | undefined {
  const sides = ring.map((a, i): Side => {
    const side = { a, b: ring[(i + 1) % ring.length] };
    return { ...side, length: distance(side.a, side.b), end: endness(side, level, edges) };
  });
  const all = sides.reduce((sum, { length }) => sum + length, 0);
  let best: readonly [number, number] | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < sides.length; i += 1) {
    let between = 0;
    for (let j = i + 1; j < sides.length; j += 1) {
      const others = all - sides[i].length - sides[j].length - between;
      // The two ways round from end to end are about equally long, and longer than the ends.
      const cost =
        (2 * Math.abs(between - others)) / all +
        (sides[i].length + sides[j].length) / all -
        (sides[i].end + sides[j].end);
      if (cost < least && j > i + 1 && !(i === 0 && j === sides.length - 1)) [best, least] = [[i, j], cost];
      between += sides[j].length;
    }
  }
  return best ?? (sides.length === 3 ? [0, 1] : undefined);
}

function endness(side: Segment, level: string, edges: EdgesNear): number {
  const frame = lineFrame(side);
  if (frame === undefined) return 0;
  let [walls, rooms] = [0, 0];
  for (const edge of edges(level, side, TOUCHING)) {
    const part = stretchAlong(edge, frame);
    if (part === undefined || Math.max(Math.abs(part.dFrom), Math.abs(part.dTo)) > TOUCHING) continue;
    const share = (part.to - part.from) / frame.length;
    if ('rings' in edge.of) rooms += share;
    else walls += share;
  }
  return Math.min(1, walls) - Math.min(1, rooms);
}

/** Returns the line through the middle of a patch from end to end. */
function axisOf(ring: Ring, [i, j]: readonly [number, number]): Point[] {
  const turned = [...ring.slice(i + 1), ...ring.slice(0, i + 1)];
  const one = turned.slice(0, j - i);
  const other = turned.slice(j - i).reverse();
  const bends = bendsOf(one, other);
  return bends.flatMap(([p, q], k) => {
    const [from, to] = bends[k - 1] ?? [p, q];
    return [...between(one.slice(from, p + 1), other.slice(to, q + 1)), halfway(one[p], other[q])];
  });
}

/** Indices of the corners of one bend, on either side. */
type Bend = readonly [number, number];

/**
 * Returns the bends that both sides share: sharp ones, if both sides have equally many; between them, pairs of corners
 * that are each other's nearest. The ends count as bends.
 */
function bendsOf(one: readonly Point[], other: readonly Point[]): Bend[] {
  const [p, q] = [sharpIn(one), sharpIn(other)];
  const sharp: readonly Bend[] = p.length === q.length ? p.map((at, i): Bend => [at, q[i]]) : [];
  const last: Bend = [one.length - 1, other.length - 1];
  const bends: Bend[] = [[0, 0]];
  for (const to of [...sharp, last]) {
    const from = bends[bends.length - 1];
    bends.push(...nearPairs(one, other, from, to), to);
  }
  return bends;
}

/** Returns the indices of sharp corners. */
function sharpIn(line: readonly Point[]): number[] {
  return line.flatMap((at, i) => {
    if (i === 0 || i === line.length - 1) return [];
    const [a, b] = [azimuthOf(line[i - 1], at), azimuthOf(at, line[i + 1])];
    return Math.cos(b - a) < SHARP ? [i] : [];
  });
}

/** Returns the pairs of nearest corners between two bends. */
function nearPairs(one: readonly Point[], other: readonly Point[], from: Bend, to: Bend): Bend[] {
  const [p, q] = [one.slice(from[0] + 1, to[0]), other.slice(from[1] + 1, to[1])];
  const pairs: Bend[] = [];
  let before = -1;
  for (const [i, at] of p.entries()) {
    const j = nearestOf(at, q);
    if (j <= before || q.length === 0 || nearestOf(q[j], p) !== i) continue;
    pairs.push([from[0] + 1 + i, from[1] + 1 + j]);
    before = j;
  }
  return pairs;
}

function nearestOf(at: Point, points: readonly Point[]): number {
  let nearest = 0;
  for (const [i, point] of points.entries()) if (distance(at, point) < distance(at, points[nearest])) nearest = i;
  return nearest;
}

/** Returns the bends of the middle line between two bends: at corners that only one side has. */
function between(one: readonly Point[], other: readonly Point[]): Point[] {
  const [p, q] = [alongLine(one), alongLine(other)];
  const inner = (of: Along, across: Along) =>
    of.stops.slice(1, -1).map((share) => ({ share, at: halfway(of.at(share), across.at(share)) }));
  return [...inner(p, q), ...inner(q, p)].sort((a, b) => a.share - b.share).map(({ at }) => at);
}

interface Along {
  /** Shares of the length at which corners lie, from 0 to 1. */
  readonly stops: readonly number[];
  readonly at: (share: number) => Point;
}

/** Returns `line` measured by the share of its length: the shares of its corners, and the point at a share. */
function alongLine(line: readonly Point[]): Along {
  const all = lengthOf(line);
  const stops = [0];
  for (let i = 1; i < line.length; i += 1) {
    stops.push(i === line.length - 1 ? 1 : (stops[i - 1] ?? 0) + distance(line[i - 1], line[i]) / all);
  }
  return {
    stops,
    at: (share) => {
      const i = Math.max(
        1,
        stops.findIndex((stop) => stop >= share),
      );
      if (line.length < 2) return line[0];
      const [a, b] = [line[i - 1], line[i]];
      const t = stops[i] === stops[i - 1] ? 0 : (share - stops[i - 1]) / (stops[i] - stops[i - 1]);
      return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
    },
  };
}

function lengthOf(line: readonly Point[]): number {
  return line.slice(1).reduce((sum, at, i) => sum + distance(line[i], at), 0);
}

/** Returns the line without bends flatter than FLAT (Douglas and Peucker 1973). */
function simplified(line: readonly Point[]): Point[] {
  const [first, last] = [line[0], line.at(-1)];
  const frame = last === undefined ? undefined : lineFrame({ a: first, b: last });
  if (frame === undefined || last === undefined) return [];
  let [farthest, most] = [0, FLAT];
  for (const [i, [x, y]] of line.entries()) {
    const off = Math.abs((y - first[1]) * frame.along[0] - (x - first[0]) * frame.along[1]);
    if (off > most) [farthest, most] = [i, off];
  }
  if (farthest === 0) return [first, last];
  return [...simplified(line.slice(0, farthest + 1)).slice(0, -1), ...simplified(line.slice(farthest))];
}

/** Returns the pieces of an axis, lengthened at bends so that they also cut the outer side of the bend. */
function linesAlong(axis: readonly Point[], thickness: number): (readonly [Point, Point])[] {
  const pieces = axis.slice(1).flatMap((b, i) => lineFrame({ a: axis[i], b }) ?? []);
  const longer = pieces.slice(1).map(({ along: [vx, vy] }, i) => {
    const [ux, uy] = pieces[i].along;
    const half = Math.abs(Math.atan2(ux * vy - uy * vx, ux * vx + uy * vy)) / 2;
    return Math.min(thickness, (thickness / 2) * Math.tan(half));
  });
  return pieces.map((piece, i) => [
    fromFrame(piece, -(longer[i - 1] ?? 0), 0),
    fromFrame(piece, piece.length + (longer[i] ?? 0), 0),
  ]);
}
