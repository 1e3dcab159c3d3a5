// Edges of rooms and walls that an opening may lie in.

import { addTo } from '../../base/arrays.js';
import { forEachEdge } from '../../geometry/shapes/ring.js';
import type { Segment } from '../../geometry/types.js';
import { boxOfSegment, meeting } from '../../plan/nearby.js';
import type { DraftWall, DraftZone, PlanDraft } from '../draft.js';

/** An edge of a room or a piece of a wall, with the zone or wall it belongs to. */
export interface Edge extends Segment {
  readonly of: DraftZone | DraftWall;
}

/**
 * Returns the edges on a storey whose bounding box comes within `reach` m of a point or segment, in the draft's order.
 */
export type EdgesNear = (level: string, at: Segment, reach: number) => readonly Edge[];

/**
 * Returns a function that finds the edges near a point or segment, among all edges of `draft` that an opening may lie
 * in: those of zones, on each of their storeys, and of walls.
 */
export function edgesOf({ zones, walls }: Pick<PlanDraft, 'zones' | 'walls'>): EdgesNear {
  const levels = new Map<string, Edge[]>();
  for (const zone of zones) {
    for (const ring of zone.rings) {
      forEachEdge(ring, (a, b) => {
        for (const level of [zone.level, ...zone.spans]) addTo(levels, level, { a, b, of: zone });
      });
    }
  }
  for (const wall of walls) {
    for (const [index, b] of wall.line.slice(1).entries())
      addTo(levels, wall.level, { a: wall.line[index], b, of: wall });
  }
  const found = new Map(
    [...levels].map(([level, edges]) => [level, { edges, meet: meeting(edges.map((edge) => boxOfSegment(edge))) }]),
  );
  return (level, at, reach) => {
    const here = found.get(level);
    return here === undefined ? [] : here.meet(boxOfSegment(at, reach)).flatMap((index) => here.edges[index] ?? []);
  };
}
