// Faces of walls: drawn walls and boundaries of rooms.

import { PointNumbers } from '../../geometry/index.js';
import type { Point, Segment } from '../../geometry/types.js';
import type { GroundLevel } from '../ground.js';
import type { Material, Zone } from '../model.js';
import { edgesOf } from './plane.js';

/**
 * A straight face of a wall, whole or a piece that openings leave of it: of a drawn wall its centre line, of an enclosed
 * zone an edge of its boundary.
 */
export interface Face extends Segment {
  /** Ids of the enclosed zones whose boundary it is, or of the drawn wall. */
  readonly owners: readonly string[];
  readonly source: 'zone' | 'wall';
  readonly material: Material;
  /** Metres above the floor; undefined: to the ceiling. */
  readonly height: number | undefined;
  /** Metres; undefined: not given. */
  readonly thickness: number | undefined;
}

/** Returns the faces of a level's drawn walls: one, the centre line, for each straight part. */
export function wallFaces(level: GroundLevel): Face[] {
  const faces: Face[] = [];
  for (const { id, line, height, thickness, material } of level.walls) {
    for (let i = 1; i < line.length; i += 1) {
      const a = line[i - 1];
      const b = line[i];
      if (a === undefined || b === undefined || (a[0] === b[0] && a[1] === b[1])) continue;
      faces.push({ a, b, owners: [id], source: 'wall', material, height, thickness });
    }
  }
  return faces;
}

/**
 * Returns the boundaries of enclosed zones as faces. An edge that two rooms have in common is one face with two owners.
 */
export function roomFaces(zones: readonly Zone[]): Face[] {
  const rooms = zones.filter(({ enclosed }) => enclosed);
  const corners = new PointNumbers(4 * rooms.length);
  const numberOf = ([x, y]: Point): number => corners.of(Math.round(x * PER_METRE) + 0, Math.round(y * PER_METRE) + 0);
  const edges = new PointNumbers(4 * rooms.length);
  const faces: Segment[] = [];
  const owners: string[][] = [];
  for (const { id, region } of rooms) {
    for (const edge of [...region.rings, ...region.shadows].flatMap(edgesOf)) {
      const a = numberOf(edge.a);
      const b = numberOf(edge.b);
      // The numbers of an edge's ends, taken as a point, give the edge a number too.
      const number = edges.of(Math.min(a, b), Math.max(a, b));
      const known = owners[number];
      if (known === undefined) {
        faces.push(edge);
        owners.push([id]);
      } else if (!known.includes(id)) known.push(id);
    }
  }
  return faces.map(({ a, b }, number) => {
    const of = owners[number] ?? [];
    return { a, b, owners: of, source: 'zone', material: 'opaque', height: undefined, thickness: undefined };
  });
}

/** Grid steps per metre: corners that fall on the same tenth of a millimetre are one. */
const PER_METRE = 1e4;
