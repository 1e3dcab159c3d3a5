import Flatbush from 'flatbush';
import { chain, type GridSegment, merge } from './grid-segment.js';
import { crossingOnGrid, indexOf, snapRound } from './snap-rounding.js';
import { join, pointKey, weld } from './weld.js';

/**
 * Splits segments at crossings, T-junctions and overlaps so that they meet only in shared ends, and merges those that
 * coincide. Sorted by coordinates; depends on neither order nor direction, and holds for any input.
 *
 * Ends are welded, crossings join them, and each segment is led, once, through its crossings and the vertices near its
 * inside: so what met before meets after, and no crossing just beside a corner leaves a splinter there. Snap rounding then
 * parts whatever this made cross.
 *
 * @param near grid units: vertices strictly nearer than this to each other are one, and so near to a segment's inside
 *   split it
 */
export function planarize(segments: readonly GridSegment[], near: number): GridSegment[] {
  const welded = weldEnds(merge(segments), near);
  if (welded.length < 2) return welded;
  const ends = welded.flatMap(endsOf);
  const crossings = crossingsOf(welded);
  const joined = join(
    crossings.map(({ at }) => at),
    ends,
    near,
  );
  const stops = stopsNear(welded, [...ends, ...joined.values()], near);
  for (const { at, between } of crossings) {
    for (const i of between) stops[i]?.push(joined.get(pointKey(...at)) ?? at);
  }
  return snapRound(merge(welded.flatMap((segment, i) => chain(segment, inOrder(segment, stops[i] ?? [])))));
}

function weldEnds(segments: readonly GridSegment[], near: number): GridSegment[] {
  const moved = weld(segments.flatMap(endsOf), near);
  return merge(
    segments.map(({ ax, ay, bx, by, origin }) => {
      const [a, b] = [moved.get(pointKey(ax, ay)) ?? [ax, ay], moved.get(pointKey(bx, by)) ?? [bx, by]];
      return { ax: a[0], ay: a[1], bx: b[0], by: b[1], origin };
    }),
  );
}

type GridPoint = readonly [x: number, y: number];

interface Crossing {
  readonly at: GridPoint;
  readonly between: readonly [number, number];
}

function crossingsOf(segments: readonly GridSegment[]): Crossing[] {
  const index = indexOf(segments);
  return segments.flatMap((p, i) =>
    index
      .search(p.ax, Math.min(p.ay, p.by), p.bx, Math.max(p.ay, p.by), (j) => j > i)
      .flatMap((j): Crossing[] => {
        const q = segments[j];
        const at = q === undefined ? undefined : crossingOnGrid(p, q);
        return at === undefined ? [] : [{ at, between: [i, j] }];
      }),
  );
}

function endsOf({ ax, ay, bx, by }: GridSegment): readonly [GridPoint, GridPoint] {
  return [
    [ax, ay],
    [bx, by],
  ];
}

/** For each segment, the vertices near its inside. */
function stopsNear(segments: readonly GridSegment[], vertices: readonly GridPoint[], near: number): GridPoint[][] {
  const distinct = [...new Map(vertices.map((point) => [pointKey(...point), point])).values()];
  const index = new Flatbush(distinct.length);
  for (const [x, y] of distinct) index.add(x, y, x, y);
  index.finish();
  return segments.map((segment) => {
    const { ax, ay, bx, by } = segment;
    const found = index.search(ax - near, Math.min(ay, by) - near, bx + near, Math.max(ay, by) + near);
    return found.flatMap((i) => {
      const point = distinct[i];
      return point !== undefined && isNear(segment, point, near) ? [point] : [];
    });
  });
}

/** Whether a point is near the inside of a segment, its ends excepted. */
function isNear(s: GridSegment, [x, y]: GridPoint, near: number): boolean {
  const dx = s.bx - s.ax;
  const dy = s.by - s.ay;
  const length2 = dx * dx + dy * dy;
  const dot = (x - s.ax) * dx + (y - s.ay) * dy;
  if (dot <= 0 || dot >= length2) return false;
  const cross = dx * (y - s.ay) - dy * (x - s.ax);
  return cross * cross < near * near * length2;
}

/** In order along the segment; repeated points leave pieces without length, which merging drops. */
function inOrder({ ax, ay, bx, by }: GridSegment, points: GridPoint[]): GridPoint[] {
  const along = ([x, y]: GridPoint): number => (x - ax) * (bx - ax) + (y - ay) * (by - ay);
  return points.sort((p, q) => along(p) - along(q) || p[0] - q[0] || p[1] - q[1]);
}
