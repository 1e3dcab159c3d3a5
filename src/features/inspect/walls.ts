// The length of wall on a level.

import { prepareWalls } from '../../geometry/index.js';
import type { Level, Site } from '../../plan/model.js';
import { deriveWalls } from '../../plan/walls/walls.js';
import { zonesOn } from '../../sight/scene/scene.js';

/**
 * Metres of wall on a level, with openings cut out. A wall that two rooms share, or that is drawn twice, counts once.
 */
export interface WallLength {
  /** Walls that are only the boundary of enclosed zones. */
  readonly rooms: number;
  /** Walls that the plan draws as such. */
  readonly drawn: number;
}

/** Returns the metres of wall on `level`. */
export function wallLength(site: Site, level: Level): WallLength {
  const { faces } = deriveWalls(level, zonesOn(site, level.id));
  const { segments, origin } = prepareWalls(faces, { closeGaps: false });
  let [rooms, drawn] = [0, 0];
  for (const [index, { a, b }] of segments.entries()) {
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    if (origin[index]?.some((face) => faces[face]?.source === 'wall') === true) drawn += length;
    else rooms += length;
  }
  return { rooms, drawn };
}
