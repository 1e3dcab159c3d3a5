import { chain, type GridSegment, merge } from './grid-segment.js';
import { crossingOnGrid, indexOf, snapRound } from './snap-rounding.js';

/**
 * Splits segments at crossings, T-junctions and overlaps so that they meet only in shared ends, and merges those that
 * coincide. Sorted by coordinates; depends on neither order nor direction, and holds for any input.
 *
 * Segments are first bent, once, to the ends that lie near their inside, and led through where they cross: so what met
 * before bending meets after. Snap rounding then parts whatever bending made cross.
 *
 * @param near grid units: an end strictly nearer than this to a segment's inside splits it there
 */
export function planarize(segments: readonly GridSegment[], near: number): GridSegment[] {
  return snapRound(bend(merge(segments), near));
}

type GridPoint = readonly [x: number, y: number];

/** Points a segment is led through. */
type Stops = Map<number, GridPoint[]>;

function bend(segments: readonly GridSegment[], near: number): GridSegment[] {
  if (segments.length < 2) return [...segments];
  const stops: Stops = new Map();
  const index = indexOf(segments);
  segments.forEach((p, i) => {
    const { ax, ay, bx, by } = p;
    const found = index.search(ax - near, Math.min(ay, by) - near, bx + near, Math.max(ay, by) + near, (j) => j > i);
    for (const j of found) {
      const q = segments[j];
      if (q !== undefined) stopPair(p, i, q, j, near, stops);
    }
  });
  return merge(segments.flatMap((segment, i) => chain(segment, inOrder(segment, stops.get(i) ?? []))));
}

function stopPair(p: GridSegment, i: number, q: GridSegment, j: number, near: number, stops: Stops): void {
  for (const end of endsOf(q)) if (isNear(p, end, near)) note(stops, i, end);
  for (const end of endsOf(p)) if (isNear(q, end, near)) note(stops, j, end);
  const crossing = crossingOnGrid(p, q);
  if (crossing === undefined) return;
  note(stops, i, crossing);
  note(stops, j, crossing);
}

function endsOf({ ax, ay, bx, by }: GridSegment): readonly [GridPoint, GridPoint] {
  return [
    [ax, ay],
    [bx, by],
  ];
}

function note(stops: Stops, i: number, point: GridPoint): void {
  const at = stops.get(i);
  if (at === undefined) stops.set(i, [point]);
  else at.push(point);
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
