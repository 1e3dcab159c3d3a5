// Measures of lines: how much of them are two faces of a wall, how much is a pattern, what leaves and rooms they draw.

import { spendBudget } from '../../base/budget.js';
import { boxOfRings, longerSideOf, ringArea } from '../../geometry/shapes/ring.js';
import { lengthOf } from '../../geometry/shapes/segment.js';
import type { Point, Segment } from '../../geometry/types.js';
import { inRings } from '../../plan/inside.js';
import { boxOfSegment, meeting } from '../../plan/nearby.js';
import { radiusOf, withLeaf } from '../read/dxf/units/leaves.js';
import { eachPair } from '../read/dxf/units/parallels.js';
import { spacesBetween } from '../rooms/spaces.js';
import type { Insert, Lines } from './inventory.js';
import { rolesNamed } from './words.js';

/** Least and greatest distance in m between the two faces of a wall, as measured on 11 plans. */
export const WALL_GAP = [0.06, 0.4] as const;

/** Radius in m of a door leaf. */
const LEAF = [0.4, 1.6] as const;

/** Area in m² of a room. */
const ROOM = [2, 400] as const;

/** Strokes from which on rooms aren't formed: more than any wall layer of a floor has. Chosen by sitecam. */
const MOST_STROKES = 4000;

/** Length in m from which on a paired stroke is no edge of a window or of a leaf. */
const LONG = 2.2;

/** Difference of neighbouring distances, as a share, up to which lines are a pattern. */
const EVEN = 0.03;

/** Measures of the lines of a layer that tell walls from stairs, tiles and furniture. Shares are 0–1. */
export interface LineMeasures {
  /** m. */
  readonly length: number;
  /** Share of the length that runs beside a parallel line of the same layer, as far off as the faces of a wall. */
  readonly paired: number;
  /** Share of the length that is paired and longer than any door or window. */
  readonly pairedLong: number;
  /** The commonest distances in m of paired lines, the commonest first. */
  readonly gaps: readonly number[];
  /** Share of the length that lies midway between two neighbours: treads, tiles, hatches. */
  readonly even: number;
  /** Arcs with a leaf. */
  readonly leaves: number;
  /** Faces of the size of a room. */
  readonly rooms: number;
  /** Closed polylines of the size of a room. */
  readonly rings: number;
  /** Length in m that half of the strokes don't exceed. */
  readonly median: number;
}

/** Returns the measures of the lines of a layer. Throws BudgetExceeded. */
export function measuresOf(lines: Pick<Lines, 'strokes' | 'swings' | 'rings'>): LineMeasures {
  const { strokes, swings, rings } = lines;
  return {
    ...pairsIn(strokes),
    leaves: leavesIn(swings, strokes),
    rooms: roomsIn(strokes),
    rings: rings.filter((ring) => isRoomSized(ringArea(ring))).length,
    median: medianOf(strokes.map(lengthOf)),
  };
}

function medianOf(lengths: readonly number[]): number {
  return lengths.toSorted((p, q) => p - q)[Math.floor(lengths.length / 2)] ?? 0;
}

/**
 * Returns the number of closed polylines of the size of a room in which one of `names`, places of texts in m, stands
 * alone.
 */
export function ringsNamed({ rings }: Pick<Lines, 'rings'>, names: readonly Point[]): number {
  const meet = meeting(names.map((at) => boxOfSegment({ a: at, b: at })));
  return rings.filter((ring) => {
    const box = isRoomSized(ringArea(ring)) ? boxOfRings([ring]) : undefined;
    const near = box === undefined ? [] : meet(box);
    spendBudget(ring.length * (near.length + 1));
    return near.filter((n) => inRings([ring], names[n])).length === 1;
  }).length;
}

/**
 * Returns the length in m of what looks like walls on a layer: what runs in pairs and is no pattern, on a layer whose
 * name doesn't say something else.
 */
export function wallLength(layer: string, { strokes }: Pick<Lines, 'strokes'>): number {
  const named = rolesNamed(layer);
  if (named.has('none') || named.has('door') || named.has('window')) return 0;
  const { length, paired, even } = pairsIn(strokes);
  return even >= PATTERN || paired < LEAST_PAIRED ? 0 : paired * length;
}

/** A layer is a pattern (treads, tiles, hatches) if at least this share of its length is evenly spaced. */
export const PATTERN = 0.5;

/** Share of a layer in pairs below which it holds no double walls. */
const LEAST_PAIRED = 0.3;

function pairsIn(
  strokes: readonly Segment[],
): Pick<LineMeasures, 'length' | 'paired' | 'pairedLong' | 'gaps' | 'even'> {
  const lengths = strokes.map(lengthOf);
  const length = lengths.reduce((sum, one) => sum + one, 0);
  const paired = new Float64Array(strokes.length);
  const below = new Float64Array(strokes.length);
  const even = new Uint8Array(strokes.length);
  const gaps = new Map<number, number>();
  eachPair(strokes, WALL_GAP[1], ({ one, other, gap, overlap }) => {
    if (gap < 1e-3 || overlap < Math.max(0.05, gap / 2)) return false;
    if (below[one] > 0 && Math.abs(below[one] - gap) <= EVEN * gap) even[one] = 1;
    below[other] = gap;
    if (gap < WALL_GAP[0]) return true;
    paired[one] += overlap;
    paired[other] += overlap;
    const key = Math.round(gap * 200) / 200;
    gaps.set(key, (gaps.get(key) ?? 0) + overlap);
    return true;
  });
  const share = (of: (index: number) => number): number =>
    length === 0 ? 0 : strokes.reduce((sum, _, index) => sum + of(index), 0) / length;
  const own = (index: number): number => Math.min(paired[index], lengths[index]);
  const common = [...gaps].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return {
    length,
    paired: share(own),
    pairedLong: share((index) => (lengths[index] >= LONG ? own(index) : 0)),
    gaps: common.filter(([, sum]) => sum >= 0.1 * length).map(([gap]) => gap),
    even: share((index) => (even[index] === 1 ? lengths[index] : 0)),
  };
}

/** Returns the number of `swings` of the size of a door that have a leaf among `strokes`; both in m. */
export function leavesIn(swings: Lines['swings'], strokes: readonly Segment[]): number {
  const sized = swings.filter((swing) => radiusOf(swing) >= LEAF[0] && radiusOf(swing) <= LEAF[1]);
  return withLeaf(sized, strokes).length;
}

function roomsIn(strokes: readonly Segment[]): number {
  if (strokes.length < 3 || strokes.length > MOST_STROKES) return 0;
  const lines = strokes.map(({ a, b }) => [a, b]);
  const { rooms } = spacesBetween([{ lines, as: 'line' }], { close: false });
  return rooms.filter(({ area }) => isRoomSized(area)).length;
}

function isRoomSized(area: number): boolean {
  return area >= ROOM[0] && area <= ROOM[1];
}

/**
 * Returns the number of a block's parallel lines that are about as long as its longest one, as those of a window are;
 * 0 if it draws arcs, or if such lines are fewer than two or fewer than half of its lines.
 */
export function linesAlong({ strokes, swings }: Insert): number {
  if (swings.length > 0 || strokes.length === 0) return 0;
  const longest = strokes.reduce((most, stroke) => (lengthOf(stroke) > lengthOf(most) ? stroke : most));
  const along = strokes.filter((stroke) => lengthOf(stroke) >= 0.9 * lengthOf(longest) && isParallel(stroke, longest));
  return along.length >= 2 && along.length >= strokes.length / 2 ? along.length : 0;
}

function isParallel(p: Segment, q: Segment): boolean {
  const [px, py] = [p.b[0] - p.a[0], p.b[1] - p.a[1]];
  const [qx, qy] = [q.b[0] - q.a[0], q.b[1] - q.a[1]];
  return Math.abs(px * qy - py * qx) <= 0.02 * lengthOf(p) * lengthOf(q);
}

/** Returns the longer side of an insert's box, in m. */
export function sideOf({ lines }: Insert): number {
  const box = boxOfRings(lines);
  return box === undefined ? 0 : longerSideOf(box);
}
