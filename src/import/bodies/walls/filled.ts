// Walls drawn as areas and as wide lines.

import { spendBudget } from '../../../base/budget.js';
import { interiorPoint } from '../../../geometry/area/interior.js';
import { facesOf, NO_FACE } from '../../../geometry/arrangement/faces.js';
import { prepareWalls } from '../../../geometry/arrangement/prepare.js';
import { counterClockwise } from '../../../geometry/shapes/ring.js';
import { lengthOf, nearestOnSegment } from '../../../geometry/shapes/segment.js';
import type { Point, Ring, Segment } from '../../../geometry/types.js';
import { distance } from '../../../geometry/vector.js';
import { holdersAmong } from '../../../plan/inside.js';
import { boxOfSegment, meeting } from '../../../plan/nearby.js';
import { edgesOf, lineFrame, segmentsOf, toFrame } from '../../../plan/walls/plane.js';
import type { DraftWall } from '../../draft.js';
import { MITRE, PEN, STRAIGHT, WELD, WIDEST_FILL } from '../limits.js';
import { rectangleOf } from './bodies.js';
import { covered, type Stretch, within } from './stretches.js';

/** True if a wall is drawn as a line as wide as walls are: more than `PEN`, at most `WIDEST_FILL`. */
export function isWide(wall: DraftWall): wall is DraftWall & { readonly width: number } {
  const { width = 0 } = wall;
  return width > PEN && width <= WIDEST_FILL;
}

/** Returns the outlines of the stretches and corners of a wide line, each a closed line. */
export function edgesOfWide({ line, width }: DraftWall & { readonly width: number }): Point[][] {
  const rings = [...segmentsOf(line).map((axis) => rectangleOf(axis, width)), ...cornersOf(line, width)];
  return rings.map((ring) => [...ring, ...ring.slice(0, 1)]);
}

/** Returns what a line `width` m wide fills at its corners, outside the rectangles along its stretches. */
export function cornersOf(line: readonly Point[], width: number): Ring[] {
  const half = width / 2;
  const [first, last] = [line[0], line[line.length - 1]];
  const isClosed = line.length > 3 && distance(first, last) <= WELD;
  const axes = segmentsOf(line);
  const joints = axes.flatMap((axis, i): [Segment, Segment][] => {
    const next = axes[i + 1] ?? (isClosed ? axes[0] : undefined);
    return next === undefined ? [] : [[axis, next]];
  });
  return joints.flatMap(([before, after]): Ring[] => {
    const [one, other] = [lineFrame(before), lineFrame(after)];
    if (one === undefined || other === undefined) return [];
    const [[ux, uy], [vx, vy]] = [one.along, other.along];
    const turn = ux * vy - uy * vx;
    if (Math.abs(turn) < STRAIGHT) return [];
    // The outside lies to the right of a line that turns left.
    const side = turn > 0 ? half : -half;
    const [x, y] = before.b;
    const [p, q]: [Point, Point] = [
      [uy * side, -ux * side],
      [vy * side, -vx * side],
    ];
    const cosine = Math.sqrt((1 + ux * vx + uy * vy) / 2);
    const tip = (at: number): Point => [x + ((p[0] + q[0]) / 2) * at, y + ((p[1] + q[1]) / 2) * at];
    const ring: Point[] = [[x, y], [x + p[0], y + p[1]], ...(cosine < MITRE ? [] : [tip(1 / cosine ** 2)]), [x + q[0], y + q[1]]]; // biome-ignore format: corners
    return [turn > 0 ? ring : ring.toReversed()];
  });
}

/**
 * Returns the area between a ring, the first, and its holes as one ring, counter-clockwise. It runs to each hole and
 * back along the shortest connection, which no other edge crosses.
 */
export function keyholed([outer = [], ...holes]: readonly Ring[]): Ring {
  let ring = counterClockwise(opened(outer));
  let rest = holes.map((hole) => counterClockwise(opened(hole)).toReversed()).filter((hole) => hole.length > 2);
  while (rest.length > 0) {
    const ways = rest.flatMap((hole, of) => ({ ...shortestWay(ring, hole), of }));
    const way = ways.reduce((least, one) => (one.length < least.length ? one : least));
    ring = opened(joined(ring, rest[way.of], way));
    rest = rest.filter((_, of) => of !== way.of);
  }
  return ring;
}

interface Way {
  readonly length: number;
  /** Edge of the ring and of the hole that it leaves and reaches, by the index of their first corners. */
  readonly from: number;
  readonly to: number;
  readonly a: Point;
  readonly b: Point;
}

function shortestWay(ring: Ring, hole: Ring): Way {
  let way: Way = { length: Number.POSITIVE_INFINITY, from: 0, to: 0, a: ring[0], b: hole[0] };
  const [outer, inner] = [edgesOf(ring), edgesOf(hole)];
  spendBudget(2 * outer.length * inner.length);
  for (const [from, edge] of outer.entries()) {
    for (const [to, other] of inner.entries()) {
      const [a, b] = [nearestOnSegment(other.a, edge), nearestOnSegment(edge.a, other)];
      if (distance(a, other.a) < way.length) way = { length: distance(a, other.a), from, to, a, b: other.a };
      if (distance(edge.a, b) < way.length) way = { length: distance(edge.a, b), from, to, a: edge.a, b };
    }
  }
  return way;
}

function joined(ring: Ring, hole: Ring, { from, to, a, b }: Way): Ring {
  const around = [...hole.slice(to + 1), ...hole.slice(0, to + 1)];
  return [...ring.slice(0, from + 1), a, b, ...around, b, a, ...ring.slice(from + 1)];
}

/** Returns a ring without its closing point and points that repeat the one before. */
function opened(ring: Ring): Ring {
  return ring.filter(([x, y], index) => {
    const before = ring[index === 0 ? ring.length - 1 : index - 1];
    return x !== before[0] || y !== before[1];
  });
}

/**
 * Returns the walls and the lines that draw them, without what is drawn twice: a filled area and lines along its edges.
 * `rest`: the lines of unfilled walls, and those parts of the common outline of all filled areas along which no such
 * line is drawn. `walls`: `all` without the filled areas of which no edge is in `rest`. Wide lines are in `walls` and
 * give nothing to `rest`.
 */
export function withoutRepeated(all: readonly DraftWall[]): {
  readonly walls: readonly DraftWall[];
  readonly rest: readonly Segment[];
} {
  const drawn = all
    .filter((wall) => wall.filled === undefined && !isWide(wall))
    .flatMap(({ line }) => segmentsOf(line));
  const filled = all.filter((wall) => wall.filled !== undefined);
  if (filled.length === 0) return { walls: all, rest: drawn };
  const isDrawn = drawnAlong(drawn);
  const edges = outlineOf(filled).filter((edge) => !isDrawn(edge));
  const kept = new Set(edges.flatMap(({ of }) => of));
  return {
    walls: all.filter((wall) => wall.filled === undefined || kept.has(wall)),
    rest: [...drawn, ...edges.map(({ a, b }) => ({ a, b }))],
  };
}

/** Returns a test for segments along which lines are drawn. */
function drawnAlong(drawn: readonly Segment[]): (edge: Segment) => boolean {
  const meet = meeting(drawn.map((line) => boxOfSegment(line)));
  return (edge) => {
    const frame = lineFrame(edge);
    if (frame === undefined) return true;
    const parts = meet(boxOfSegment(edge, WELD)).flatMap((i): Stretch[] => {
      const [[sa, da], [sb, db]] = [toFrame(frame, drawn[i].a), toFrame(frame, drawn[i].b)];
      if (Math.abs(da) > WELD || Math.abs(db) > WELD) return [];
      return within([[0, frame.length]], Math.min(sa, sb), Math.max(sa, sb));
    });
    return covered(parts) >= lengthOf(edge) - 2 * WELD;
  };
}

/** Returns the outline of what walls fill together, each segment with the walls whose edge it is. */
function outlineOf(filled: readonly DraftWall[]): (Segment & { readonly of: readonly DraftWall[] })[] {
  const edges = filled.flatMap((wall) => edgesOf(wall.line).map((edge) => ({ ...edge, wall })));
  const prepared = prepareWalls(edges, { closeGaps: false });
  const { faces, sides } = facesOf(prepared);
  const areas = [...new Set(filled.flatMap((wall) => (wall.filled === undefined ? [] : [wall.filled])))];
  const holdersOf = holdersAmong(areas);
  const isFilled = faces.map(({ rings: [outer, ...holes] }) => {
    const point = interiorPoint({ rings: [outer], shadows: holes });
    return point !== undefined && holdersOf(point).length > 0;
  });
  const fills = (face: number) => face !== NO_FACE && isFilled[face];
  return sides.flatMap(([left, right], i) => {
    if (fills(left) === fills(right)) return [];
    return [{ ...prepared.segmentAt(i), of: prepared.origin[i].map((source) => edges[source].wall) }];
  });
}
