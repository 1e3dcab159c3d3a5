import {
  along,
  azimuthOf,
  type Box,
  boxOf,
  createExpansion,
  distance,
  grow,
  measure,
  type Point,
  type PreparedWalls,
  prepareWalls,
  type Ring,
  regionOf,
  type Segment,
  segmentsMeet,
  type Window,
} from '../../src/geometry/index.js';
import { drawPlan, seeded, segmentsOf } from '../bench/plans.js';
import { all, rect, SIZE, wall } from './plans.js';

export const prepare = (walls: readonly Segment[]): PreparedWalls => prepareWalls(walls, { closeGaps: false });
export const boundsOf = ({ segments }: PreparedWalls): Box =>
  grow(boxOf(...segments.map(({ a, b }) => [a, b])) ?? { minX: 0, minY: 0, maxX: 1, maxY: 1 }, 4);
export const viewsAmong = (walls: PreparedWalls) => createExpansion(walls, boundsOf(walls)).among(all(walls));

/** m² of the rectangle that lies in any of the rings. */
export const seen = (rings: readonly Ring[], x: number, y: number, w: number, h: number): number =>
  measure(
    regionOf(rect(x, y, w, h)),
    rings.map((ring) => regionOf(ring)),
  ).covered;

/** m² of a ring that lie in none of the others. */
export function outside(ring: Ring, others: readonly Ring[]): number {
  const { area, covered } = measure(
    regionOf(ring),
    others.map((other) => regionOf(other)),
  );
  return area - covered;
}

/** A place among walls, with positions in it from which its middle is seen. */
export interface Placed {
  readonly walls: PreparedWalls;
  readonly place: Ring;
  readonly positions: readonly Point[];
  readonly window: Window | undefined;
}

export type Kind = 'free' | 'before a wall' | 'on a wall' | 'across walls';

export function* places(kind: Kind, plans: number, seed: number): Generator<Placed> {
  const random = seeded(seed);
  for (let i = 0; i < plans; i += 1) {
    const at = (): Point => [random() * SIZE, random() * SIZE];
    const tangle = Array.from({ length: 2 + Math.floor(random() * 16) }, () => wall(...at(), ...at()));
    const rotation = i % 4 === 1 ? 17 : 0;
    const walls = prepare(i % 2 === 0 ? tangle : segmentsOf(drawPlan({ kind: 'office', walls: 30, rotation }), 'open'));
    for (let k = 0; k < 4; k += 1) {
      const placed = placeIn(kind, walls, 0.6 * random(), random);
      if (placed !== undefined) yield { walls, ...placed, window: windowFor(kind, placed.facing, k, random) };
    }
  }
}

export function placeIn(kind: Kind, walls: PreparedWalls, size: number, random: () => number) {
  const own = walls.segments[Math.floor(random() * walls.segments.length)];
  if (own === undefined) return undefined;
  const t = random();
  const foot = between(own.a, own.b, t);
  const facing = azimuthOf(own.a, own.b) + (random() < 0.5 ? 0 : Math.PI);
  const radius = Math.min(size, 0.9 * Math.min(t, 1 - t) * distance(own.a, own.b));
  const turns = kind === 'free' || kind === 'across walls' ? 8 : 7;
  const off = kind === 'free' ? 2 * random() : kind === 'across walls' ? 0.5 * radius : 0;
  const centre = along(foot, facing + Math.PI / 2, off);
  const round = Array.from({ length: turns }, (_, i) =>
    along(centre, facing + (i * 2 * Math.PI) / (turns === 8 ? 8 : 12), radius),
  );
  const place = kind === 'on a wall' ? [along(foot, facing, radius), along(foot, facing, -radius)] : round;
  const middle: Point = [
    place.reduce((sum, p) => sum + p[0], 0) / place.length,
    place.reduce((sum, p) => sum + p[1], 0) / place.length,
  ];
  const inner = Array.from({ length: 8 }, (): Point => {
    const [p = middle, q = middle] = [0, 1].map(() => place[Math.floor(random() * place.length)] ?? middle);
    const [u, v] = [random(), random()];
    return between(middle, between(p, q, u), v);
  });
  const corners = kind === 'before a wall' ? place.slice(1, -1) : place;
  const parted = (p: Point): boolean => walls.segments.some((s) => segmentsMeet(s, { a: middle, b: p }));
  const positions = [middle, ...corners, ...inner].filter((p) => kind === 'on a wall' || !parted(p));
  return { place, positions, facing };
}

export const between = (p: Point, q: Point, t: number): Point => [p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])];

export function windowFor(kind: Kind, facing: number, k: number, random: () => number): Window | undefined {
  if (kind === 'on a wall') return { from: facing, to: facing + Math.PI };
  const from = 2 * Math.PI * random();
  if (k === 1) return { from, to: from + 0.3 + random() };
  return k === 2 ? { from, to: from + 2 * Math.PI * random() } : undefined;
}
