// Near areas: the points close to an anchor, such as a ballot box, that have an open line to it.
import { minOf } from '../../base/arrays.js';
import { compareArea, LENGTH_TOLERANCE } from '../../base/threshold.js';
import {
  clipConvex,
  containsPoint,
  convexHull,
  counterClockwise,
  coveredPieces,
  discCircumscribed,
  distance,
  distanceToSegment,
  edgesWithoutHairs,
  interiorPoint,
  isWiderThan,
  measure,
  nearestOnSegment,
  ON_WALL_METRES,
  perimeterOf,
  regionOfPiece,
  straightened,
} from '../../geometry/index.js';
import type { Piece, Point, Region, Ring, Segment, Window } from '../../geometry/types.js';
import type { Zone } from '../../plan/model.js';
import { edgesOf, fromFrame, lineFrame } from '../../plan/walls/plane.js';
import type { Scene } from '../scene/scene.js';
import { THIN } from './reach.js';

/** m: views are taken from points of the anchor's edge at most this far apart. */
const APART = 0.5;

/** m of outline, and corners: of a larger anchor each view would lie in hundreds of others. A plan with a longer one is faulty. */
const LONGEST = 100;
const MOST_CORNERS = 400;

/**
 * Returns the near area of an anchor, such as a ballot box: the anchor itself, and the points within `radius` m of its
 * hull with an open line in may-see to one of its corners, or to one of the points at most 0.5 m apart along its sides.
 * A vertex in the middle of a straight side is no corner. From a side of the anchor that stands at a wall, lines run
 * only on the anchor's side of that wall. The distance is bounded from above (circumscribed arcs). A place is missed if
 * its only open line leads through a slit to a stretch between two of the points. Around an anchor with more than 100 m
 * of outline or 400 corners nothing screens: all within `radius` m of its hull is near.
 */
export function nearRegion(scene: Scene, anchor: Zone, radius: number): Region {
  const corners = anchor.region.rings.flat();
  const offset = convexHull(corners.flatMap((corner) => discCircumscribed(corner, radius)));
  if (perimeterOf(anchor.region.rings) > LONGEST || corners.length > MOST_CORNERS)
    return { rings: [...anchor.region.rings, offset], shadows: [] };
  const views = anchor.region.rings
    .flatMap((ring) => pointsOn(straightened(ring)))
    .map(({ point, inwards }) => clipConvex(viewFrom(scene, point, inwards), offset));
  return merged([...anchor.region.rings, ...views.filter((ring) => ring.length >= 3)]);
}

/**
 * Returns the region of rings that overlap. Where they make up one part it is that part's outline: whoever looks into
 * it works with some hundred corners, not with every corner of every view.
 */
function merged(rings: readonly Ring[]): Region {
  const all: Region = { rings, shadows: [] };
  const parts = coveredPieces(all, [all]);
  return parts.length === 1 ? regionOfPiece(parts[0]) : all;
}

/** Point of an outline, and the direction (radians) from it into the outlined area. */
interface OnOutline {
  readonly point: Point;
  readonly inwards: number;
}

/**
 * Returns points along an outline. Straight ahead of a bend may be outside: each point has the inside of its own side
 * or corner.
 */
function pointsOn(ring: Ring): OnOutline[] {
  const edges = edgesOf(counterClockwise(ring));
  return edges.flatMap((edge, index) => {
    const { a, b } = edge;
    const before = edges[(index + edges.length - 1) % edges.length];
    const [x, y] = leftOf(edge);
    const [bx, by] = leftOf(before);
    const n = Math.max(1, Math.ceil((distance(a, b) - LENGTH_TOLERANCE) / APART));
    return Array.from({ length: n }, (_, i): OnOutline => {
      const point: Point = [a[0] + (i / n) * (b[0] - a[0]), a[1] + (i / n) * (b[1] - a[1])];
      return { point, inwards: i === 0 ? Math.atan2(y + by, x + bx) : Math.atan2(y, x) };
    });
  });
}

function leftOf({ a, b }: Segment): Point {
  const length = distance(a, b);
  return [(a[1] - b[1]) / length, (b[0] - a[0]) / length];
}

/**
 * Returns what is seen from a point of an anchor, in the direction `inwards`. A point on a wall, or a few centimetres
 * beyond where the anchor is drawn into it, looks from the wall to the anchor's side.
 */
function viewFrom(scene: Scene, point: Point, inwards: number): Ring {
  const mounting = scene.mountingOn('mounts', undefined, point, inwards);
  if (mounting === undefined) return scene.viewshed('may', undefined, point);
  const off = distance(mounting.eye, point);
  const before = off > ON_LINE && isWithin(mounting.window, mounting.eye, point);
  return before
    ? scene.viewshed('may', undefined, point)
    : scene.viewshed('may', undefined, mounting.eye, { window: mounting.window });
}

/** m: a point nearer to a wall than this is on its line. */
const ON_LINE = 1e-5;

function isWithin({ from, to }: Window, eye: Point, [x, y]: Point): boolean {
  const turn = 2 * Math.PI;
  return (((Math.atan2(y - eye[1], x - eye[0]) - from) % turn) + turn) % turn <= to - from;
}

/**
 * Returns the metres from `point` to the nearest part of the anchor that it has an open line to; undefined if there is
 * none within `radius`. Exact, since p sees q when q sees p; but of an anchor drawn up to 5 cm into the wall it stands
 * at, the part that sticks out behind the wall isn't seen.
 */
export function nearness(scene: Scene, point: Point, anchor: Zone, radius: number): number | undefined {
  if (containsPoint(anchor.region, point)) return 0;
  const view: Region = { rings: [scene.viewshed('may', undefined, point)], shadows: [] };
  const parts = coveredPieces(withoutRim(anchor.region), [view])
    .filter((piece) => isWiderThan([piece], ON_WALL_METRES) || isOnOwnSide(scene, piece, anchor))
    .flatMap(({ outline }) => outline.flatMap(edgesOf));
  if (parts.length === 0) return undefined;
  let nearest = minOf(parts.map((part) => distanceToSegment(point, part)));
  for (const edge of coveredPieces(anchor.region, [view]).flatMap(({ outline }) => edgesWithoutHairs(outline))) {
    const at = nearestOnSegment(point, edge);
    if (parts.some((part) => distanceToSegment(at, part) <= BESIDE)) nearest = Math.min(nearest, distance(point, at));
  }
  return nearest <= radius ? nearest : undefined;
}

/**
 * m: along a wall that stands on an anchor's side a view has a hairline, which would join what is seen at both its ends; in
 * degrees it is up to a tenth of a millimetre wide.
 */
const RIM = 5e-4;
/** m: the corner of a region is this near to that of the region without its rim, unless it is a sharp one. */
const BESIDE = 4 * RIM;

/** Returns a region without what lies this near to its edges. */
function withoutRim({ rings, shadows }: Region): Region {
  const rim = [...rings, ...shadows].flatMap(edgesOf).flatMap((edge): Ring[] => {
    const frame = lineFrame(edge);
    if (frame === undefined) return [];
    const [from, to] = [-RIM, frame.length + RIM];
    return [
      [
        fromFrame(frame, from, -RIM),
        fromFrame(frame, to, -RIM),
        fromFrame(frame, to, RIM),
        fromFrame(frame, from, RIM),
      ],
    ];
  });
  return { rings, shadows: [...shadows, ...rim] };
}

/**
 * True if a narrow part of an anchor is more than a rounding, and no wall separates it from at least half of the anchor.
 */
function isOnOwnSide(scene: Scene, piece: Piece, { region }: Zone): boolean {
  const within = interiorPoint(regionOfPiece(piece));
  if (within === undefined || !isWiderThan([piece], THIN)) return false;
  const view: Region = { rings: [scene.viewshed('may', undefined, within)], shadows: [] };
  const { covered, area, bound } = measure(region, [view]);
  const outline = () => perimeterOf([...region.rings, ...region.shadows]);
  return compareArea({ area: covered, bound, outline }, area / 2) !== 'below';
}
