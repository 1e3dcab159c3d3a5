import type { Ring } from '../../src/geometry/types.js';

/** A pinhole of rotation matrices, and what else tests need that must share no code with src/sight. */

export type Vector = readonly [number, number, number];
export type Matrix = readonly [Vector, Vector, Vector];

export const radians = (degrees: number) => (degrees / 180) * Math.PI;
export const times = (m: Matrix, [x, y, z]: Vector): Vector => [
  m[0][0] * x + m[0][1] * y + m[0][2] * z,
  m[1][0] * x + m[1][1] * y + m[1][2] * z,
  m[2][0] * x + m[2][1] * y + m[2][2] * z,
];
export const transposed = (m: Matrix): Matrix => [
  [m[0][0], m[1][0], m[2][0]],
  [m[0][1], m[1][1], m[2][1]],
  [m[0][2], m[1][2], m[2][2]],
];
const product = (a: Matrix, b: Matrix): Matrix => {
  const columns = transposed(b);
  return transposed([times(a, columns[0]), times(a, columns[1]), times(a, columns[2])]);
};

/** World (east, north, up) → camera (right, up, forward). */
export function rotation(heading: number, tilt: number, roll: number): Matrix {
  const [h, t, r] = [radians(heading), radians(tilt), radians(roll)];
  // Clockwise from north about the vertical: right, forward (level), up.
  const turn: Matrix = [
    [Math.cos(h), -Math.sin(h), 0],
    [Math.sin(h), Math.cos(h), 0],
    [0, 0, 1],
  ];
  // Nose down about the right-hand axis, and from (right, level, up) to (right, up, forward).
  const nod: Matrix = [
    [1, 0, 0],
    [0, Math.sin(t), Math.cos(t)],
    [0, Math.cos(t), -Math.sin(t)],
  ];
  const lean: Matrix = [
    [Math.cos(r), Math.sin(r), 0],
    [-Math.sin(r), Math.cos(r), 0],
    [0, 0, 1],
  ];
  return product(lean, product(nod, turn));
}

/** Marsaglia's xorshift: the same cases on every machine. */
export function numbers(seed: number) {
  let state = seed;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  return {
    between: (low: number, high: number) => low + next() * (high - low),
    of: <T>(...items: readonly T[]): T => items[Math.min(items.length - 1, Math.floor(next() * items.length))],
  };
}
export type Numbers = ReturnType<typeof numbers>;

/** Whether the point is in a counter-clockwise convex ring, or at most `off` m outside a side of it. */
export function within(ring: Ring, x: number, y: number, off: number): boolean {
  return ring.every(([ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length] ?? [ax, ay];
    return (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= -off * Math.hypot(bx - ax, by - ay);
  });
}
