import type { XY } from './document.js';
import type { Ground } from './ground.js';

/** Rings of zones: each lies in its own way on, beside, in or across what is drawn. */

export function box(x: number, y: number, width: number, depth: number): XY[] {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + depth],
    [x, y + depth],
  ];
}

/** A rectangle, or a figure that no rectangle is. */
export function anyRing(ground: Ground): XY[] {
  const { dice } = ground;
  return dice.way<() => XY[]>([
    [6, () => rectangle(ground)],
    [ground.edges.length > 0 ? 9 : 0, () => beside(ground)],
    [ground.edges.length > 0 ? 3 : 0, () => within(ground)],
    [ground.corners.length > 2 ? 1.5 : 0, () => [ground.corner(), ground.corner(), ground.spot()]],
    [1.5, () => ell(ground)],
    [1, () => star(ground, dice.tail(3, dice.chance(0.02) ? 3000 : 24, 3))],
    [0.7, () => sliver(ground)],
    [0.5, () => spiked(ground, rectangle(ground))],
    [0.3, () => touchingItself(ground)],
    [0.3, () => comb(ground)],
    [0.25, () => bowTie(ground)],
  ])();
}

function rectangle(ground: Ground): XY[] {
  const [x, y] = ground.dice.chance(0.5) ? ground.anywhere() : ground.spot();
  return box(x, y, ground.length(), ground.length());
}

/** On an edge of another, the whole of it or a part, touching it or missing it by a little. */
function beside(ground: Ground): XY[] {
  const { dice } = ground;
  const [a, b] = ground.edge();
  const off = ground.miss();
  const from = dice.pick([0, 0, 0, dice.next(), -dice.next()]);
  const to = dice.pick([1, 1, 1, dice.next(), 1 + dice.next()]);
  const depth = dice.chance(0.5) ? ground.length() : -ground.length();
  const [p, q] = [ground.along([a, b], from, off), ground.along([a, b], to, off)];
  return [p, q, ground.along([a, b], to, off + depth), ground.along([a, b], from, off + depth)];
}

/** Within the box of some drawn corners, by a margin that may be nothing. */
function within(ground: Ground): XY[] {
  const [[ax, ay], [bx, by]] = [ground.corner(), ground.corner()];
  const margin = ground.dice.chance(0.6) ? Math.abs(ground.miss()) : ground.room / 5;
  const [x, y] = [Math.min(ax, bx) + margin, Math.min(ay, by) + margin];
  const [width, depth] = [Math.abs(ax - bx) - 2 * margin, Math.abs(ay - by) - 2 * margin];
  return width > 0 && depth > 0 ? box(x, y, width, depth) : rectangle(ground);
}

function ell(ground: Ground): XY[] {
  const [x, y] = ground.spot();
  const [w, h] = [2 * ground.length(), 2 * ground.length()];
  const [u, v] = [ground.round(w * ground.dice.between(0.1, 0.9)), ground.round(h * ground.dice.between(0.1, 0.9))];
  return [
    [x, y],
    [x + w, y],
    [x + w, y + v],
    [x + u, y + v],
    [x + u, y + h],
    [x, y + h],
  ];
}

function star(ground: Ground, corners: number): XY[] {
  const { dice } = ground;
  const [x, y] = ground.anywhere();
  const size = ground.length();
  const pointed = dice.chance(0.5);
  return Array.from({ length: corners }, (_, i): XY => {
    const angle = (2 * Math.PI * (i + (pointed ? 0.9 * dice.next() : 0))) / corners;
    const distance = size * (pointed ? 0.1 + dice.next() : 1);
    return ground.point([x + distance * Math.cos(angle), y + distance * Math.sin(angle)]);
  });
}

/** Long, and hardly as wide as the grid. */
function sliver(ground: Ground): XY[] {
  const [a, b] = ground.dice.chance(0.6) ? ground.edge() : [ground.spot(), ground.spot()];
  const width = ground.sliver();
  return ground.dice.chance(0.5)
    ? [a, b, ground.along([a, b], 1, width), ground.along([a, b], 0, width)]
    : [a, b, ground.along([a, b], ground.dice.next(), width)];
}

/** A ring that goes out to a point and comes back the same way. */
export function spiked(ground: Ground, ring: readonly XY[]): XY[] {
  const at = ground.dice.below(ring.length);
  const out = ground.spot();
  return [...ring.slice(0, at + 1), out, ring[at], ...ring.slice(at + 1)];
}

/** Two rooms in one ring that share a corner. */
function touchingItself(ground: Ground): XY[] {
  const [x, y] = ground.spot();
  const [w, h] = [ground.length(), ground.length()];
  return [
    [x, y],
    [x + w, y],
    [x + w, y + h],
    [x + 2 * w, y + h],
    [x + 2 * w, y + 2 * h],
    [x + w, y + 2 * h],
    [x + w, y + h],
    [x, y + h],
  ];
}

function comb(ground: Ground): XY[] {
  const { dice } = ground;
  const [x, y] = ground.anywhere();
  const teeth = dice.tail(2, dice.chance(0.05) ? 1000 : 12, 2);
  const pitch = dice.pick([ground.sliver(), ground.length() / 4]);
  const depth = ground.length();
  const ring: XY[] = [];
  for (let i = 0; i < 2 * teeth; i += 1) ring.push([x + i * pitch, y + (i % 2 === 0 ? 0 : depth)]);
  ring.push([x + (2 * teeth - 1) * pitch, y + 2 * depth], [x, y + 2 * depth]);
  return ring;
}

function bowTie(ground: Ground): XY[] {
  const [a, b, c, d] = rectangle(ground);
  return [a, c, b, d];
}

/** The same ring as careless hands write it: the other way round, from another corner, with points on its edges or twice. */
export function written(ground: Ground, ring: readonly XY[]): XY[] {
  const { dice } = ground;
  let points = [...ring];
  if (dice.chance(0.3)) points = points.toReversed();
  if (dice.chance(0.3)) {
    const from = dice.below(points.length);
    points = [...points.slice(from), ...points.slice(0, from)];
  }
  if (dice.chance(0.12)) {
    points = points.flatMap((a, i): XY[] => {
      const b = points[(i + 1) % points.length];
      const count = dice.chance(0.5) ? 0 : dice.tail(1, 6);
      const parts = Array.from({ length: count }, () => dice.next()).sort();
      return [a, ...parts.map((part) => ground.along([a, b], part))];
    });
  }
  if (dice.chance(0.08)) points = points.flatMap((point) => (dice.chance(0.4) ? [point, [...point]] : [point]));
  if (dice.chance(0.08)) points = [...points, [...points[0]]];
  if (dice.chance(0.03)) points = spiked(ground, points);
  return points;
}

/** A hole: in the ring, on its corner, its edge, the whole of it, beside or across it, flat or hardly there. */
export function hole(ground: Ground, ring: readonly XY[]): XY[] {
  const { dice } = ground;
  const [[ax, ay], [bx, by]] = [dice.pick(ring), dice.pick(ring)];
  const [x, y] = [Math.min(ax, bx), Math.min(ay, by)];
  const [w, h] = [Math.abs(ax - bx) || ground.length(), Math.abs(ay - by) || ground.length()];
  return dice.way<() => XY[]>([
    [5, () => box(x + w / 4, y + h / 4, w / 4, h / 4)],
    [2, () => box(x, y, w / 2, h / 2)],
    [2, () => box(x + w / 4, y, w / 4, h / 4)],
    [1, () => [...ring]],
    [1, () => anyRing(ground)],
    [1, () => box(x + w / 4, y + h / 4, ground.sliver(), h / 4)],
    [1, () => [dice.pick(ring), dice.pick(ring), ground.point([x + w / 2, y + h / 2])]],
  ])();
}
