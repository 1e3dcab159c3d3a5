import { clipHalfPlane, wedgePlanes } from '../geometry/index.js';
import type { Point, Ring, Window } from '../geometry/types.js';
import { type Flat, flatOf, ringOf } from './convex.js';
import { dilate, erode } from './convex-sets.js';
import { corners } from './disc.js';

/**
 * Where a device may be that is mounted within `by` m of where it is drawn: a convex polygon that holds all of that disc
 * which lies in front of the wall it is on.
 */
export function placeAbout(eye: Point, window: Window | undefined, by: number): Ring {
  const disc = ringOf(corners(by / Math.cos(Math.PI / 8), 8)).map(([x, y]): Point => [x + eye[0], y + eye[1]]);
  // In front of an outer corner isn't convex: the whole disc holds it.
  if (window === undefined || window.to - window.from > Math.PI) return disc;
  return wedgePlanes(eye, window.from, window.to).reduce<Ring>(clipHalfPlane, disc);
}

/** Pieces of a footprint about the drawn foot that hold it about any foot within `by` m. */
export function fromSome(pieces: readonly Ring[], by: number): Ring[] {
  return pieces.map((piece) => changed(piece, (polygon) => dilate(polygon, by)));
}

/** What of a footprint about the drawn foot is in it about every foot within `by` m. */
export function fromEvery(piece: Ring, by: number): Ring {
  return changed(piece, (polygon) => erode(polygon, by));
}

function changed(ring: Ring, change: (polygon: Flat) => Flat): Ring {
  return ringOf(change(flatOf(ring)));
}
