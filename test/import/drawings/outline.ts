// The outline of walls along x and y with their openings cut out, as a draughtsman cleans it.

import { type Box, type Built, type Wall, wayOf, type XY } from './plan.js';

/** A straight line. */
export type Line = readonly [XY, XY];

/** Returns the box that a wall along x or y fills, half its thickness beyond both ends. */
export function boxOf({ from, to, thickness }: Wall): Box {
  const half = thickness / 2;
  return [from[0] - half, from[1] - half, to[0] + half, to[1] + half];
}

/** Returns the closed outlines of all walls along x or y and columns, less openings: the body on the left. */
export function outlines({ walls, columns, openings }: Built): XY[][] {
  const straight = walls.filter(isSquare);
  const bodies = [...straight.map(boxOf), ...columns];
  const cuts = openings
    .filter(({ wall }) => isSquare(wall))
    .map(({ at: [x, y], width, wall }): Box => {
      const [u, v] = wayOf(wall);
      const [dx, dy] = [(width / 2) * u + (wall.thickness / 2) * v, (width / 2) * v + (wall.thickness / 2) * u];
      return [x - dx, y - dy, x + dx, y + dy];
    });
  const xs = steps([...bodies, ...cuts].flatMap(([x0, , x1]) => [x0, x1]));
  const ys = steps([...bodies, ...cuts].flatMap(([, y0, , y1]) => [y0, y1]));
  const isIn = (x: number, y: number, boxes: readonly Box[]) =>
    boxes.some(([x0, y0, x1, y1]) => x > x0 && x < x1 && y > y0 && y < y1);
  const full = xs.slice(1).map((x, i) =>
    ys.slice(1).map((y, j) => {
      const [mx, my] = [(x + (xs[i] ?? x)) / 2, (y + (ys[j] ?? y)) / 2];
      return isIn(mx, my, bodies) && !isIn(mx, my, cuts);
    }),
  );
  const is = (i: number, j: number) => full[i]?.[j] === true;
  const edges = new Map<string, (readonly [number, number])[]>();
  const add = (from: readonly [number, number], to: readonly [number, number]) =>
    edges.set(`${from}`, [...(edges.get(`${from}`) ?? []), to]);
  for (let i = 0; i < full.length; i++) {
    for (let j = 0; j < ys.length - 1; j++) {
      if (!is(i, j)) continue;
      if (!is(i, j - 1)) add([i, j], [i + 1, j]);
      if (!is(i + 1, j)) add([i + 1, j], [i + 1, j + 1]);
      if (!is(i, j + 1)) add([i + 1, j + 1], [i, j + 1]);
      if (!is(i - 1, j)) add([i, j + 1], [i, j]);
    }
  }
  return chained(edges).map((ring) => corners(ring.map(([i, j]): XY => [xs[i] ?? 0, ys[j] ?? 0])));
}

/** Chains edges to rings; where two rings touch, keeps them apart. */
function chained(edges: Map<string, (readonly [number, number])[]>): (readonly [number, number])[][] {
  const rings: (readonly [number, number])[][] = [];
  for (const [key, ends] of edges) {
    while (ends.length > 0) {
      const [i = 0, j = 0] = key.split(',').map(Number);
      const ring: (readonly [number, number])[] = [[i, j]];
      let [from, to] = [[i, j] as readonly [number, number], ends.shift()];
      while (to !== undefined && `${to}` !== key) {
        ring.push(to);
        const next: (readonly [number, number])[] = edges.get(`${to}`) ?? [];
        const way = [to[0] - from[0], to[1] - from[1]] as const;
        const here = to;
        const left = next.findIndex((end) => way[0] * (end[1] - here[1]) - way[1] * (end[0] - here[0]) > 0);
        from = to;
        to = next.splice(Math.max(left, 0), 1)[0];
      }
      rings.push(ring);
    }
  }
  return rings;
}

/** Leaves out the points on straight runs. */
function corners(ring: readonly XY[]): XY[] {
  return ring.filter((point, index) => {
    const [before, after] = [ring.at(index - 1) ?? point, ring[(index + 1) % ring.length] ?? point];
    return !((before[0] === point[0] && after[0] === point[0]) || (before[1] === point[1] && after[1] === point[1]));
  });
}

/** Returns the pieces of a wall's line at `offset` to the left of its axis, without openings and other walls. */
export function faces(plan: Built, wall: Wall, offset: number): Line[] {
  const [u, v] = wayOf(wall);
  const length = Math.hypot(wall.to[0] - wall.from[0], wall.to[1] - wall.from[1]);
  const start: XY = [wall.from[0] - v * offset, wall.from[1] + u * offset];
  const beyond = offset === 0 || !isSquare(wall) ? 0 : wall.thickness / 2;
  const cuts = cutsOf(plan, wall).map(([a, b]) => [a, b] as const);
  const others = offset === 0 ? [] : plan.walls.filter((other) => other !== wall && isSquare(other)).map(boxOf);
  const covered = [...others, ...(offset === 0 ? [] : plan.columns)].flatMap((box) => through(start, [u, v], box));
  let pieces: (readonly [number, number])[] = [[-beyond, length + beyond]];
  for (const [from, to] of [...cuts, ...covered]) {
    pieces = pieces.flatMap(([a, b]) => {
      if (to <= a || from >= b) return [[a, b] as const];
      return [[a, Math.min(b, from)] as const, [Math.max(a, to), b] as const].filter(([p, q]) => q - p > 1e-6);
    });
  }
  return pieces.map(([a, b]) => [at(start, [u, v], a), at(start, [u, v], b)]);
}

/** Returns the stretches of a wall that its openings take, from its start, in order. */
export function cutsOf({ openings }: Built, wall: Wall): (readonly [number, number])[] {
  return openings
    .filter((opening) => opening.wall === wall)
    .map(({ at: [x, y], width }) => {
      const along = Math.hypot(x - wall.from[0], y - wall.from[1]);
      return [along - width / 2, along + width / 2] as const;
    })
    .sort(([a], [b]) => a - b);
}

/** Returns the stretch of a line inside a box, if the line runs through more than the box's edge. */
function through([x, y]: XY, [u, v]: XY, [x0, y0, x1, y1]: Box): (readonly [number, number])[] {
  const slack = 1e-6;
  if (Math.abs(u) > 0.999) return y > y0 + slack && y < y1 - slack ? [[x0 - x, x1 - x]] : [];
  if (Math.abs(v) > 0.999) return x > x0 + slack && x < x1 - slack ? [[y0 - y, y1 - y]] : [];
  return [];
}

function at([x, y]: XY, [u, v]: XY, along: number): XY {
  return [x + u * along, y + v * along];
}

/** True of a wall along x or y. */
export function isSquare({ from, to }: Wall): boolean {
  return from[0] === to[0] || from[1] === to[1];
}

/** Returns the sorted values, those within a micrometre once. */
function steps(values: readonly number[]): number[] {
  const sorted = [...new Set(values.map((value) => Math.round(value * 1e6) / 1e6))];
  return sorted.sort((a, b) => a - b);
}
