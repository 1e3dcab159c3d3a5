import { PointNumbers } from '../geometry/index.js';
import type { Point, Segment } from '../geometry/types.js';
import type { Level, Material, Zone } from './model.js';
import { edgesOf } from './walls-plane.js';

/** A straight face of a wall, whole or what openings left of it. */
export interface Face extends Segment {
  /** Ids of the enclosed zones whose boundary it is, or of the explicit wall. */
  readonly owners: readonly string[];
  readonly source: 'zone' | 'wall';
  readonly material: Material;
  /** m above the floor; undefined: to the ceiling. */
  readonly height: number | undefined;
  /** m; undefined: not said. */
  readonly thickness: number | undefined;
}

/** The walls that a level draws. */
export function wallFaces(level: Level): Face[] {
  return level.walls.flatMap((wall) =>
    wall.line.slice(1).flatMap((b, i): Face[] => {
      const a = wall.line[i];
      if (a === undefined || (a[0] === b[0] && a[1] === b[1])) return [];
      const { id, height, thickness, material } = wall;
      return [{ a, b, owners: [id], source: 'wall', material, height, thickness }];
    }),
  );
}

/** Boundaries of enclosed zones; an edge that two rooms have in common is one face with two owners. */
export function roomFaces(zones: readonly Zone[]): Face[] {
  const rooms = zones.filter(({ enclosed }) => enclosed);
  const corners = new PointNumbers(4 * rooms.length);
  const numberOf = ([x, y]: Point): number => corners.of(Math.round(x * PER_METRE) + 0, Math.round(y * PER_METRE) + 0);
  const byEnds = new Map<number, { readonly face: Segment; readonly owners: string[] }>();
  for (const { id, region } of rooms) {
    for (const edge of [...region.rings, ...region.shadows].flatMap(edgesOf)) {
      const [a, b] = [numberOf(edge.a), numberOf(edge.b)];
      const key = Math.min(a, b) * MOST_CORNERS + Math.max(a, b);
      const known = byEnds.get(key);
      if (known === undefined) byEnds.set(key, { face: edge, owners: [id] });
      else if (!known.owners.includes(id)) known.owners.push(id);
    }
  }
  return [...byEnds.values()].map(({ face: { a, b }, owners }) => {
    return { a, b, owners, source: 'zone', material: 'opaque', height: undefined, thickness: undefined };
  });
}

/** Corners nearer than a tenth of a millimetre are one. */
const PER_METRE = 1e4;

/** More corners than fit in memory; pairs of their numbers stay exact. */
const MOST_CORNERS = 2 ** 26;
