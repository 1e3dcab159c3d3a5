import {
  clipConvex,
  convexHull,
  coveredPieces,
  discCircumscribed,
  distanceToSegment,
  holds,
} from '../geometry/index.js';
import type { Point, Region } from '../geometry/types.js';
import type { Zone } from '../plan/model.js';
import { edgesOf } from '../plan/walls-plane.js';
import type { Scene } from './scene.js';

/**
 * Points near an anchor: within `radius` m of its hull, with an open line in may-see to one of its corners; and the
 * anchor itself. The distance is bounded from above (circumscribed arcs).
 */
export function nearRegion(scene: Scene, anchor: Zone, radius: number): Region {
  const corners = anchor.region.rings.flat();
  const offset = convexHull(corners.flatMap((corner) => discCircumscribed(corner, radius)));
  const views = corners.map((corner) => clipConvex(scene.viewshed('may', undefined, corner), offset));
  return { rings: [...anchor.region.rings, ...views.filter((ring) => ring.length >= 3)], shadows: [] };
}

/**
 * How near `point` is to the part of the anchor it has an open line to, m; undefined where that is further than
 * `radius`, or where there is none. Exact, since p sees q when q sees p.
 */
export function nearness(scene: Scene, point: Point, anchor: Zone, radius: number): number | undefined {
  if (holds(anchor.region, point)) return 0;
  const view: Region = { rings: [scene.viewshed('may', undefined, point)], shadows: [] };
  let nearest = Infinity;
  for (const piece of coveredPieces(anchor.region, [view])) {
    for (const edge of piece.outline.flatMap(edgesOf)) nearest = Math.min(nearest, distanceToSegment(point, edge));
  }
  return nearest <= radius ? nearest : undefined;
}
