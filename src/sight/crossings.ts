import { distance, distanceToLine, intersectSegments } from '../geometry/index.js';
import type { Point, Region, Segment } from '../geometry/types.js';
import { edgesOf } from '../plan/walls-plane.js';
import { isGlazed, isOpen } from './barriers.js';
import type { Scene } from './scene.js';
import type { Crossing } from './types.js';

/** m: an opening counts as crossed this near to its ends, since sight lines graze its jambs. */
const GRAZE = 0.002;

/** A crossing and the line it lies on. */
interface Passed {
  readonly crossing: Crossing;
  readonly line: Segment;
  readonly distance: number;
}

/** The openings and clear panes a straight line passes, in order from `eye`. */
export function passed(scene: Scene, eye: Point, point: Point): Passed[] {
  const sight = { a: eye, b: point };
  const found: Passed[] = [];
  const note = (line: Segment, what: Omit<Crossing, 'at'>) => {
    const at = intersectSegments(sight, lengthened(line));
    if (at === undefined) return;
    const far = distance(eye, at);
    if (far > GRAZE && distance(at, point) > 1e-9) found.push({ crossing: { ...what, at }, line, distance: far });
  };
  for (const { opening } of scene.walls.cuts) {
    const standing = isOpen(opening, 'standing');
    note(
      { a: opening.line[0], b: opening.line[1] },
      { opening, wall: undefined, standing, glazing: isGlazed(opening) },
    );
  }
  for (const face of scene.walls.faces) {
    if (face.material === 'opaque' || face.source !== 'wall') continue;
    note(face, { opening: undefined, wall: face.owners[0], standing: true, glazing: true });
  }
  return found.sort((p, q) => p.distance - q.distance);
}

/**
 * How far past the line of the last opening on the way `point` lies, m; past the first boundary edge of `region` where
 * there is no opening, and from the eye where that is crossed neither.
 */
export function depthOf(region: Region, eye: Point, point: Point, way: readonly Passed[]): number {
  const last = way.at(-1);
  if (last !== undefined) return Math.abs(distanceToLine(point, last.line.a, last.line.b));
  let nearest: { readonly edge: Segment; readonly distance: number } | undefined;
  for (const edge of [...region.rings, ...region.shadows].flatMap(edgesOf)) {
    const at = intersectSegments({ a: eye, b: point }, edge);
    if (at === undefined) continue;
    const far = distance(eye, at);
    if (far > 1e-9 && (nearest === undefined || far < nearest.distance)) nearest = { edge, distance: far };
  }
  if (nearest === undefined) return distance(eye, point);
  return Math.abs(distanceToLine(point, nearest.edge.a, nearest.edge.b));
}

function lengthened({ a, b }: Segment): Segment {
  const length = distance(a, b);
  const [x, y] = [((b[0] - a[0]) / length) * GRAZE, ((b[1] - a[1]) / length) * GRAZE];
  return { a: [a[0] - x, a[1] - y], b: [b[0] + x, b[1] + y] };
}
