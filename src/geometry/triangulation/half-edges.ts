// Half-edges of a mesh of triangles: neighbours, ends, walls.

/**
 * Triangles that cover a box, each counter-clockwise. Half-edges 3·t to 3·t + 2 go round triangle t. Everything is
 * numbered by place, so that neighbours lie near each other in memory, and the arrays are kept small: reading memory is
 * what takes the time of a walk.
 */
export interface Mesh {
  /** x, y of the vertices, in grid units. */
  readonly coords: Float64Array;
  /** By half-edge, the vertex at which it starts. */
  readonly vertices: Int32Array;
  /** By half-edge, the one that runs the other way; on a wall, −1 less the wall's side (see `across`). */
  readonly links: Int32Array;
  /** By side of a wall (2·w and 2·w + 1 for wall w), the half-edge on its other side; −1 beyond the box. */
  readonly across: Int32Array;
}

/** Returns the half-edge after e, counter-clockwise round its triangle. */
export function next(e: number): number {
  return e % 3 === 2 ? e - 2 : e + 1;
}

/** Returns the half-edge before e, counter-clockwise round its triangle. */
export function previous(e: number): number {
  return e % 3 === 0 ? e + 2 : e - 1;
}

/** Returns the x at which half-edge e starts, in grid units. */
export function startX({ coords, vertices }: Mesh, e: number): number {
  return coords[2 * vertices[e]];
}

/** Returns the y at which half-edge e starts, in grid units. */
export function startY({ coords, vertices }: Mesh, e: number): number {
  return coords[2 * vertices[e] + 1];
}

/** Returns the x at which half-edge e ends, in grid units. */
export function endX(mesh: Mesh, e: number): number {
  return startX(mesh, next(e));
}

/** Returns the y at which half-edge e ends, in grid units. */
export function endY(mesh: Mesh, e: number): number {
  return startY(mesh, next(e));
}

/** Returns the half-edge that runs the other way; −1 for one on a side of the box. */
export function twin({ links, across }: Mesh, e: number): number {
  const link = links[e];
  return link >= 0 ? link : across[-1 - link];
}

/**
 * Returns the number of the wall on a half-edge; −1 for none. The four sides of the box count as walls, with the
 * numbers after those of all others.
 */
export function wallOn({ links }: Mesh, e: number): number {
  const link = links[e];
  return link >= 0 ? -1 : (-1 - link) >> 1;
}

/** Returns the triangle that half-edge e belongs to. */
export function triangleOf(e: number): number {
  return (e / 3) | 0;
}
