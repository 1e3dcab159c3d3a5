// Devices drawn in one place, or inside solid walls.

import { groupBy } from '../../base/arrays.js';
import { boxOf, forEachEdge } from '../../geometry/shapes/ring.js';
import { distanceToSegment } from '../../geometry/shapes/segment.js';
import type { Point } from '../../geometry/types.js';
import { inRings } from '../../plan/inside.js';
import { boxOfSegment, meeting } from '../../plan/nearby.js';
import type { DraftDevice, DraftWall } from '../draft.js';
import { roundedTo } from '../frame.js';
import type { Note } from '../notes.js';
import { t } from './texts.js';

/**
 * Returns a note for each place (to 1 mm) where several devices of one level stand. All are kept; the source may list
 * one twice.
 */
export function sharedPlaces(devices: readonly DraftDevice[]): Note[] {
  const places = groupBy(devices, ({ level, at: [x, y] }) => JSON.stringify([level, roundedTo(x, 3), roundedTo(y, 3)]));
  return [...places.values()].flatMap((here): Note[] => {
    const [first] = here;
    if (first === undefined || here.length === 1) return [];
    const ids = here.map(({ id }) => id);
    const message = t['one-place']({ count: here.length, ids: ids.join(', ') });
    return [{ sort: 'assumed', message, origin: first.origin, level: first.level, ids, at: first.at }];
  });
}

/** Distance in m within which a device is on a wall, so that its heading decides the side. */
const ON_WALL = 0.05;

interface Solid {
  readonly id: string;
  readonly level: string;
  /** Outline and courtyards. */
  readonly rings: (readonly Point[])[];
}

/**
 * Returns a note for each device inside a solid outline, such as a building or a pillar. As drawn it sees nothing
 * beyond the outline, though most such devices hang on the outside and their place is a metre off.
 */
export function insideSolids(devices: readonly DraftDevice[], walls: readonly DraftWall[]): Note[] {
  if (devices.length === 0) return [];
  const solids = solidsOf(walls);
  const meet = meeting(solids.map(({ rings }) => boxOf(...rings) ?? { minX: 0, minY: 0, maxX: 0, maxY: 0 }));
  return devices.flatMap((device) => {
    const { at, id, level, origin } = device;
    return meet(boxOfSegment({ a: at, b: at })).flatMap((index): Note[] => {
      const solid = solids[index];
      if (solid === undefined || solid.level !== level || !isIn(solid, at)) return [];
      const message = t.inside({ id, wall: solid.id });
      return [{ sort: 'unknown', message, origin, level, ids: [id, solid.id], at }];
    });
  });
}

function solidsOf(walls: readonly DraftWall[]): Solid[] {
  const solids = new Map<string, Solid>();
  for (const { id, level, origin, line } of walls) {
    const [first, last] = [line[0], line.at(-1)];
    if (line.length < 4 || first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) continue;
    const key = JSON.stringify([origin.path, origin.pointer, level]);
    const known = solids.get(key);
    if (known === undefined) solids.set(key, { id, level, rings: [line] });
    else known.rings.push(line);
  }
  return [...solids.values()];
}

function isIn({ rings }: Solid, at: Point): boolean {
  if (!inRings(rings, at)) return false;
  let isOn = false;
  for (const ring of rings) {
    forEachEdge(ring, (a, b) => {
      isOn ||= distanceToSegment(at, { a, b }) <= ON_WALL;
    });
  }
  return !isOn;
}
