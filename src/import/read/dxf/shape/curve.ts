// Arcs and their chords.

import type { Point } from '../../../../geometry/types.js';

/** Greatest distance in m of a chord from its arc: less than a plan welds, as in the arcs of views. */
export const SAGITTA = 0.005;

/** A circular arc; angles in radians counter-clockwise from +x, `sweep` negative if clockwise. */
export interface Arc {
  readonly center: Point;
  readonly radius: number;
  readonly start: number;
  readonly sweep: number;
}

/** Returns the point of the circle at `angle`, in radians. */
export function onArc({ center, radius }: Arc, angle: number): Point {
  return [center[0] + radius * Math.cos(angle), center[1] + radius * Math.sin(angle)];
}

/** Returns both ends of an arc and points between, with no chord further than `sagitta` from the arc. */
export function chords(arc: Arc, sagitta: number): Point[] {
  const { radius, start, sweep } = arc;
  // At least two chords for a quarter circle, so that a small arc stays distinct from a line.
  const widest = Math.min(Math.PI / 4, 2 * Math.acos(Math.max(0, 1 - sagitta / radius)));
  const count = Math.max(1, Math.min(MOST, Math.ceil(Math.abs(sweep) / widest - 1e-9)));
  return Array.from({ length: count + 1 }, (_, index) => onArc(arc, start + (sweep * index) / count));
}

/** Most chords of an arc. One with a radius of 1 km takes some six hundred. */
const MOST = 10_000;

/** Returns the arc from `p` to `q`; `bulge` is the tangent of a quarter of its sweep (DXF). */
export function bulged(p: Point, q: Point, bulge: number): Arc {
  const [dx, dy] = [q[0] - p[0], q[1] - p[1]];
  const off = (1 - bulge * bulge) / (4 * bulge);
  const center: Point = [(p[0] + q[0]) / 2 - dy * off, (p[1] + q[1]) / 2 + dx * off];
  return {
    center,
    radius: Math.hypot(p[0] - center[0], p[1] - center[1]),
    start: Math.atan2(p[1] - center[1], p[0] - center[0]),
    sweep: 4 * Math.atan(bulge),
  };
}

/** Chords of an arc that a program or a draughtsman drew as a polyline: so many, each turning by so many radians. */
const DRAWN_CHORDS = { least: 4, turn: [0.02, 0.56] } as const;

/** Chords of one arc are as long, and turn as much, as each other within this share. */
const ALIKE = 0.25;

/** Returns the arcs that a line without bulges draws in chords: an old swing, or one exported as a polyline. */
export function arcsAmong(line: readonly Point[]): Arc[] {
  const chords = line.slice(1).map(([x, y], index) => {
    const [fromX, fromY] = line[index];
    return { length: Math.hypot(x - fromX, y - fromY), angle: Math.atan2(y - fromY, x - fromX) };
  });
  const isAlike = (a: number, b: number) => a * b > 0 && Math.abs(a - b) <= ALIKE * Math.max(Math.abs(a), Math.abs(b));
  const turns = chords.slice(1).map(({ angle }, index) => wrapped(angle - chords[index].angle));
  const arcs: Arc[] = [];
  for (let from = 0; from < turns.length; ) {
    let to = from;
    const [low, high] = DRAWN_CHORDS.turn;
    const isTurn = Math.abs(turns[from]) >= low && Math.abs(turns[from]) <= high;
    const goesOn = () => isAlike(turns[to], turns[from]) && isAlike(chords[to].length, chords[to + 1].length);
    while (isTurn && to < turns.length && goesOn()) to += 1;
    const [first, middle, last] = [from, Math.floor((from + to + 1) / 2), to + 1].map((at) => line[at]);
    const arc = to - from + 1 < DRAWN_CHORDS.least ? undefined : arcThrough(first, middle, last);
    if (arc !== undefined) arcs.push(arc);
    from = Math.max(to, from + 1);
  }
  return arcs;
}

/** Returns an angle between −π and π. */
function wrapped(angle: number): number {
  return Math.atan2(Math.sin(angle), Math.cos(angle));
}

/** Returns the arc from `a` through `b` to `c`; undefined if they lie on a line. */
function arcThrough(a: Point, b: Point, c: Point): Arc | undefined {
  const [[bx, by], [cx, cy]] = [b, c].map(([x, y]): Point => [x - a[0], y - a[1]]);
  const twice = 2 * (bx * cy - by * cx);
  if (twice === 0) return undefined;
  const [b2, c2] = [bx * bx + by * by, cx * cx + cy * cy];
  const center: Point = [a[0] + (cy * b2 - by * c2) / twice, a[1] + (bx * c2 - cx * b2) / twice];
  const angleOf = ([x, y]: Point) => Math.atan2(y - center[1], x - center[0]);
  const [start, half] = [angleOf(a), wrapped(angleOf(b) - angleOf(a))];
  const sweep = half + wrapped(angleOf(c) - angleOf(b));
  return { center, radius: Math.hypot(a[0] - center[0], a[1] - center[1]), start, sweep };
}
