import type { Point, Segment } from '../geometry/types.js';
import type { Zone } from './model.js';
import { at, crossings, edgesOf, frameOf, fromFrame, inRegion, SLIVER } from './walls-plane.js';

/** A stretch of the outer edge of zoned space: on its other side lies no zone. */
export interface ZonedEdge extends Segment {
  readonly zone: string;
}

/**
 * m beyond the edge at which another zone must lie: just past the 5 mm within which points are welded, so that two
 * zones drawn with a hair between them are neighbours.
 */
const BEYOND = SLIVER + 0.001;

type Box = readonly [west: number, south: number, east: number, north: number];

interface Boxed {
  readonly box: Box;
  readonly zone: Zone;
  readonly edges: readonly (Segment & { readonly box: Box })[];
}

/** Every stretch of every zone's boundary beyond which no zone lies (a zone's own far side counts as one). */
export function zonedEdges(zones: readonly Zone[]): ZonedEdge[] {
  const boxed = zones.map((zone): Boxed => {
    const rings = [...zone.region.rings, ...zone.region.shadows];
    const edges = rings.flatMap(edgesOf).map(({ a, b }) => ({ a, b, box: boxOf([a, b]) }));
    return { zone, edges, box: boxOf(rings.flat()) };
  });
  return boxed.flatMap((own) => own.edges.flatMap((edge) => openStretches(edge, own, boxed)));
}

function openStretches(edge: Segment, own: Boxed, all: readonly Boxed[]): ZonedEdge[] {
  const beyond = outerSide(edge, own.zone);
  if (beyond === undefined) return [];
  const box = boxOf([beyond.a, beyond.b]);
  const near = all.filter((other) => overlaps(other.box, box));
  const cuts = near
    .flatMap((other) => other.edges.filter((e) => overlaps(e.box, box)).flatMap((e) => crossings(beyond, e)))
    .filter((t) => t > 0 && t < 1);
  const stops = [0, ...new Set(cuts.sort((a, b) => a - b)), 1];
  const stretches: ZonedEdge[] = [];
  let from: number | undefined;
  for (let i = 0; i + 1 < stops.length; i++) {
    const start = stops[i] ?? 0;
    const middle = at(beyond, (start + (stops[i + 1] ?? 1)) / 2);
    const open = !near.some((other) => inRegion(other.zone.region, middle));
    if (open) from ??= start;
    if (!open && from !== undefined) {
      stretches.push({ a: at(edge, from), b: at(edge, start), zone: own.zone.id });
      from = undefined;
    }
  }
  if (from !== undefined) stretches.push({ a: at(edge, from), b: edge.b, zone: own.zone.id });
  return stretches;
}

/** The edge moved to the side that is not its own zone's. Rings come in either orientation, so the side is looked up. */
function outerSide(edge: Segment, zone: Zone): Segment | undefined {
  const frame = frameOf(edge);
  if (frame === undefined) return undefined;
  const left = inRegion(zone.region, fromFrame(frame, frame.length / 2, Math.min(1e-4, frame.length * 1e-3)));
  const side = left ? -BEYOND : BEYOND;
  return { a: fromFrame(frame, 0, side), b: fromFrame(frame, frame.length, side) };
}

function boxOf(points: readonly Point[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return [west, south, east, north];
}

function overlaps(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}
