// The outer edge of zoned space.

import { boxesMeet, boxOfRegion, grow } from '../../geometry/shapes/ring.js';
import type { Box, Point, Segment } from '../../geometry/types.js';
import type { Zone } from '../model.js';
import { boxOfSegment, type Meeting, meeting } from '../nearby.js';
import { addCrossings, edgesOf, fromFrame, inRegion, lineFrame, pointAlong, SLIVER } from './plane.js';

/** A stretch of the outer edge of zoned space: no zone lies on its other side. */
export interface ZonedEdge extends Segment {
  readonly zone: string;
}

/**
 * Metres beyond an edge at which another zone is looked for: just past the 5 mm within which points are welded, so that
 * two zones drawn with a hair between them are neighbours.
 */
const BEYOND = SLIVER + 0.001;

/** A zone with the edges of its boundary. */
interface Bounded {
  readonly zone: Zone;
  readonly box: Box;
  readonly edges: readonly Segment[];
  readonly boxes: readonly Box[];
  /** Index of the edges; undefined if they are few. */
  readonly meet: Meeting | undefined;
}

/**
 * Returns every stretch of a zone's boundary beyond which no zone lies. A stretch with the same zone on both sides
 * isn't one.
 */
export function zonedEdges(zones: readonly Zone[]): ZonedEdge[] {
  const bounded = zones.flatMap((zone) => boundedBy(zone) ?? []);
  const meet = meeting(bounded.map(({ box }) => box));
  const zonesIn = (box: Box): readonly Bounded[] => meet(box).flatMap((i) => bounded[i] ?? []);
  const found: ZonedEdge[] = [];
  for (const { zone, box: own, edges } of bounded) {
    const around = zonesIn(grow(own, 2 * BEYOND));
    const few = edges.length * around.length < MANY_PAIRS;
    for (const edge of edges) {
      const beyond = outerSide(edge, zone);
      if (beyond === undefined) continue;
      const box = boxOfSegment(beyond);
      const near = few ? around.filter((other) => boxesMeet(other.box, box)) : zonesIn(box);
      const cuts: EdgeCut[] = [];
      for (const other of near) addCuts(edge, beyond, box, other, cuts);
      const about = (at: Point) => (near.length < MANY_ZONES ? near : zonesIn(boxOfSegment({ a: at, b: at })));
      addOpenStretches(edge, beyond, zone, cuts, about, found);
    }
  }
  return found;
}

/** Zones from which on it pays to look up those at a point. */
const MANY_ZONES = 16;

/** Pairs of edge and zone from which on it pays to look up the zones near each edge. */
const MANY_PAIRS = 1000;

/** Edges from which on an index pays. */
const MANY_EDGES = 32;

function boundedBy(zone: Zone): Bounded | undefined {
  const box = boxOfRegion(zone.region);
  if (box === undefined) return undefined;
  const edges = [...zone.region.rings, ...zone.region.shadows].flatMap(edgesOf);
  const boxes = edges.map((edge) => boxOfSegment(edge));
  return { zone, box, edges, boxes, meet: edges.length < MANY_EDGES ? undefined : meeting(boxes) };
}

/** Where an edge of another zone crosses the line beyond an edge, and where the edge itself: positions along them, 0–1. */
interface EdgeCut {
  readonly beyond: number;
  readonly at: number;
}

/** Adds the cuts of an edge, and of the line beyond it, by the edges of a zone. */
function addCuts(edge: Segment, beyond: Segment, box: Box, { edges, boxes, meet }: Bounded, cuts: EdgeCut[]): void {
  if (meet !== undefined) {
    for (const i of meet(box)) {
      const other = edges[i];
      if (other !== undefined) addCutsBy(other, edge, beyond, cuts);
    }
    return;
  }
  for (let i = 0; i < edges.length; i += 1) {
    const other = edges[i];
    const own = boxes[i];
    if (other !== undefined && own !== undefined && boxesMeet(own, box)) addCutsBy(other, edge, beyond, cuts);
  }
}

/**
 * Adds the cuts by one edge. A stretch ends where that crosses the edge itself: millimetres beside the crossing its end
 * would be welded to it, and bend one wall or the other.
 */
function addCutsBy(other: Segment, edge: Segment, line: Segment, cuts: EdgeCut[]): void {
  const found: number[] = [];
  addCrossings(line, other, found);
  if (found.length === 0) return;
  const exact: number[] = [];
  addCrossings(edge, other, exact);
  for (const beyond of found) {
    const [at = beyond] = found.length === 1 && exact.length === 1 ? exact : [];
    cuts.push({ beyond, at });
  }
}

/**
 * Adds the stretches of an edge beyond which no zone lies.
 *
 * @param beyond the edge moved out of its own zone
 * @param cuts where other edges cross it
 * @param about returns all zones that may contain a point of it
 */
function addOpenStretches(
  edge: Segment,
  beyond: Segment,
  own: Zone,
  cuts: EdgeCut[],
  about: (at: Point) => readonly Bounded[],
  stretches: ZonedEdge[],
): void {
  const sorted = cuts.sort((p, q) => p.beyond - q.beyond || p.at - q.at);
  const stops = [START, ...sorted.filter(({ beyond: t }, i) => t !== sorted[i - 1]?.beyond), END];
  let from: number | undefined;
  for (let i = 0; i + 1 < stops.length; i++) {
    const [start = START, end = END] = [stops[i], stops[i + 1]];
    const middle = pointAlong(beyond, (start.beyond + end.beyond) / 2);
    const open = !about(middle).some(({ zone }) => inRegion(zone.region, middle));
    if (open) from ??= start.at;
    if (!open && from !== undefined) {
      if (from < start.at) stretches.push({ a: pointAlong(edge, from), b: pointAlong(edge, start.at), zone: own.id });
      from = undefined;
    }
  }
  if (from !== undefined) stretches.push({ a: pointAlong(edge, from), b: edge.b, zone: own.id });
}

const START: EdgeCut = { beyond: 0, at: 0 };
const END: EdgeCut = { beyond: 1, at: 1 };

/**
 * Returns the edge moved to the side away from its own zone; undefined if it has no length. Rings come in either
 * orientation, so the side is looked up.
 */
function outerSide(edge: Segment, zone: Zone): Segment | undefined {
  const frame = lineFrame(edge);
  if (frame === undefined) return undefined;
  const left = inRegion(zone.region, fromFrame(frame, frame.length / 2, Math.min(1e-4, frame.length * 1e-3)));
  const side = left ? -BEYOND : BEYOND;
  return { a: fromFrame(frame, 0, side), b: fromFrame(frame, frame.length, side) };
}
