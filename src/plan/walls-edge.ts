import { boxOfRegion } from '../geometry/ring.js';
import type { Segment } from '../geometry/types.js';
import type { Zone } from './model.js';
import { boxOfSegment, nearby } from './nearby.js';
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

/** Every stretch of every zone's boundary beyond which no zone lies (a zone's own far side counts as one). */
export function zonedEdges(zones: readonly Zone[]): ZonedEdge[] {
  const edges = zones.map(({ region }) => [...region.rings, ...region.shadows].flatMap(edgesOf));
  const plan = planOf(zones, edges.flat());
  return zones.flatMap((zone, i) => (edges[i] ?? []).flatMap((edge) => openStretches(edge, zone, plan)));
}

/** What lies near a line that runs along a zone's edge. */
interface Plan {
  zonesNear(line: Segment): readonly Zone[];
  edgesNear(line: Segment): readonly Segment[];
}

function planOf(zones: readonly Zone[], edges: readonly Segment[]): Plan {
  const drawn = zones.filter(({ region }) => boxOfRegion(region) !== undefined);
  const zoneIndex = nearby(drawn.flatMap(({ region }) => boxOfRegion(region) ?? []));
  const edgeIndex = nearby(edges.map((edge) => boxOfSegment(edge)));
  return {
    zonesNear: ({ a, b }) => zoneIndex.near([a, b]).flatMap((i) => drawn[i] ?? []),
    edgesNear: ({ a, b }) => edgeIndex.near([a, b]).flatMap((i) => edges[i] ?? []),
  };
}

function openStretches(edge: Segment, own: Zone, plan: Plan): ZonedEdge[] {
  const beyond = outerSide(edge, own);
  if (beyond === undefined) return [];
  const near = plan.zonesNear(beyond);
  const cuts = plan
    .edgesNear(beyond)
    .flatMap((e) => crossings(beyond, e))
    .filter((t) => t > 0 && t < 1);
  const stops = [0, ...new Set(cuts.sort((a, b) => a - b)), 1];
  const stretches: ZonedEdge[] = [];
  let from: number | undefined;
  for (let i = 0; i + 1 < stops.length; i++) {
    const start = stops[i] ?? 0;
    const middle = at(beyond, (start + (stops[i + 1] ?? 1)) / 2);
    const open = !near.some((other) => inRegion(other.region, middle));
    if (open) from ??= start;
    if (!open && from !== undefined) {
      stretches.push({ a: at(edge, from), b: at(edge, start), zone: own.id });
      from = undefined;
    }
  }
  if (from !== undefined) stretches.push({ a: at(edge, from), b: edge.b, zone: own.id });
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
