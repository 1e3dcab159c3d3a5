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
  const byEnds = new Map<string, { face: Segment; owners: string[] }>();
  for (const zone of zones) {
    if (!zone.enclosed) continue;
    for (const edge of [...zone.region.rings, ...zone.region.shadows].flatMap(edgesOf)) {
      const key = [edge.a, edge.b].map(keyOf).sort().join(' ');
      const known = byEnds.get(key);
      if (known === undefined) byEnds.set(key, { face: edge, owners: [zone.id] });
      else if (!known.owners.includes(zone.id)) known.owners.push(zone.id);
    }
  }
  return [...byEnds.values()].map(({ face: { a, b }, owners }) => {
    return { a, b, owners, source: 'zone', material: 'opaque', height: undefined, thickness: undefined };
  });
}

function keyOf([x, y]: Point): string {
  return `${Math.round(x * 1e4)},${Math.round(y * 1e4)}`;
}
