/** Points, stretches and polygons of the plan, m, by plain vectors. */

export type Point = readonly [x: number, y: number];
export type Ring = readonly Point[];

export interface Stretch {
  readonly a: Point;
  readonly b: Point;
}

/** An outer ring and what is cut out of it. */
export interface Area {
  readonly ring: Ring;
  readonly holes: readonly Ring[];
}

/** Whether a point lies in the ring (even-odd). */
export function inRing(ring: Ring, at: Point): boolean {
  const x = at[0];
  const y = at[1];
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[j];
    const b = ring[i];
    if (a[1] > y !== b[1] > y && x < a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0])) inside = !inside;
  }
  return inside;
}

export function inArea({ ring, holes }: Area, at: Point): boolean {
  return inRing(ring, at) && !holes.some((hole) => inRing(hole, at));
}

/** Whether a ring turns one way at every corner. */
export function isConvex(ring: Ring): boolean {
  const turns = ring.map((b, i) => {
    const [a, c] = [ring[(i + ring.length - 1) % ring.length], ring[(i + 1) % ring.length]];
    return Math.sign((b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]));
  });
  return ring.length > 2 && !(turns.includes(1) && turns.includes(-1));
}

export function edgesOf(ring: Ring): Stretch[] {
  return ring.map((b, i) => ({ a: ring[(i + ring.length - 1) % ring.length], b }));
}

export function edgesOfArea({ ring, holes }: Area): Stretch[] {
  return [ring, ...holes].flatMap(edgesOf).filter(({ a, b }) => distance(a, b) > 0);
}

export function distance([ax, ay]: Point, [bx, by]: Point): number {
  return Math.hypot(bx - ax, by - ay);
}

/** m from a point to a stretch. */
export function apart([x, y]: Point, { a, b }: Stretch): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const t = Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - a[0] - t * dx, y - a[1] - t * dy);
}

export function fromEdge(area: Area, at: Point): number {
  return Math.min(...edgesOfArea(area).map((edge) => apart(at, edge)));
}

/** m² */
export function sizeOf({ ring, holes }: Area): number {
  return ringSize(ring) - holes.reduce((sum, hole) => sum + ringSize(hole), 0);
}

function ringSize(ring: Ring): number {
  return Math.abs(edgesOf(ring).reduce((sum, { a, b }) => sum + a[0] * b[1] - b[0] * a[1], 0)) / 2;
}

/** Whether the inner area lies wholly in the outer one. */
export function liesIn(inner: Area, outer: Area): boolean {
  const corners = inner.ring.every((at) => inArea(outer, at) || fromEdge(outer, at) < 1e-6);
  const middles = edgesOf(inner.ring).map(({ a, b }): Point => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]);
  return (
    corners && middles.every((at) => inArea(outer, at) || fromEdge(outer, at) < 1e-6) && sizeOf(inner) < sizeOf(outer)
  );
}

/** Whether two stretches cross, ends included. */
export function cross(p: Stretch, q: Stretch): boolean {
  const side = ({ a, b }: Stretch, [x, y]: Point) => (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0]);
  return side(p, q.a) * side(p, q.b) <= 0 && side(q, p.a) * side(q, p.b) <= 0;
}

/** Points of a grid that lie in an area, about `count` of them, m apart as given back. */
export function pointsIn(area: Area, count: number): { readonly points: readonly Point[]; readonly apart: number } {
  const xs = area.ring.map(([x]) => x);
  const ys = area.ring.map(([, y]) => y);
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const step = Math.sqrt(sizeOf(area) / count);
  const points: Point[] = [];
  for (let x = left + step / 2; x < right; x += step)
    for (let y = low + step / 2; y < high; y += step) if (inArea(area, [x, y])) points.push([x, y]);
  return { points, apart: step };
}

/** Returns points just inside the edges of an area: m between them, and m from the edge. */
export function rimOf(area: Area, { apart, within }: { readonly apart: number; readonly within: number }): Point[] {
  return edgesOfArea(area).flatMap(({ a, b }) => {
    const long = distance(a, b);
    const count = Math.ceil(long / apart);
    const [nx, ny] = [(a[1] - b[1]) / long, (b[0] - a[0]) / long];
    return Array.from({ length: count }, (_, i) => (i + 0.5) / count).flatMap((t) =>
      [-within, within]
        .map((off): Point => [a[0] + t * (b[0] - a[0]) + off * nx, a[1] + t * (b[1] - a[1]) + off * ny])
        .filter((at) => inArea(area, at)),
    );
  });
}
