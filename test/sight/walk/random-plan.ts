import type { Point } from '../../../src/geometry/types.js';

/** A plan as its document has it, with what a test by other means needs of it. */
export interface RandomPlan {
  readonly doc: Doc;
  /** What stands, doors cut out. */
  readonly walls: readonly (readonly [Point, Point])[];
  readonly doors: readonly Door[];
}

export interface Door {
  readonly id: string;
  readonly line: readonly [Point, Point];
  /** Leads outside. */
  readonly outer: boolean;
}

export interface Doc {
  sitecam: number;
  site: { name: string; categories: string[]; region: string };
  coordinates: 'metres';
  levels: {
    id: string;
    ceiling: number;
    zones: { id: string; kind: string; rect: number[] }[];
    walls: { id: string; line: Point[] }[];
    openings: { id: string; kind: string; line: Point[] }[];
    devices: Record<string, unknown>[];
    signs: { id: string; at: Point; heading?: number }[];
  }[];
}

/** Numbers from 0 to 1 that hang on the seed alone (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Walls between rooms and round them: ends, and whether nothing lies beyond. */
const SIDES: readonly (readonly [a: Point, b: Point, outer: boolean])[] = [
  [[0, 0], [10, 0], true],
  [[10, 0], [18, 0], true],
  [[18, 0], [18, 8], true],
  [[18, 8], [18, 12], true],
  [[0, 12], [18, 12], true],
  [[0, 8], [0, 12], true],
  [[0, 0], [0, 8], true],
  [[10, 0], [10, 8], false],
  [[0, 8], [10, 8], false],
  [[10, 8], [18, 8], false],
];

/** Three rooms with doors, a wall or two in the largest, and signs. */
export function randomPlan(seed: number): RandomPlan {
  const next = numbersFrom(seed);
  const pick = (from: number, to: number) => Math.round((from + next() * (to - from)) * 100) / 100;
  const doors: Door[] = [];
  const walls: (readonly [Point, Point])[] = [];
  const at = ([ax, ay]: Point, [bx, by]: Point, s: number): Point => {
    const length = Math.hypot(bx - ax, by - ay);
    return [ax + ((bx - ax) * s) / length, ay + ((by - ay) * s) / length];
  };
  for (const [index, [a, b, outer]] of SIDES.entries()) {
    if (next() < (outer ? 0.7 : 0.3)) {
      walls.push([a, b]);
      continue;
    }
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    const width = pick(0.9, 2);
    const from = pick(0.3, length - width - 0.3);
    const line = [at(a, b, from), at(a, b, from + width)] as const;
    doors.push({ id: `d${index}`, line, outer });
    walls.push([a, line[0]], [line[1], b]);
  }
  const inner: (readonly [Point, Point])[] = [];
  if (next() < 0.6) {
    const x = pick(2, 8);
    inner.push([
      [x, 0],
      [x, pick(3, 7)],
    ]);
  }
  if (next() < 0.4) {
    const y = pick(2, 6);
    inner.push([
      [10, y],
      [pick(12, 17), y],
    ]);
  }
  const signs = Array.from({ length: Math.floor(next() * 4) }, (_, i) => {
    const id = `s${i}`;
    if (next() < 0.4) return { id, at: [pick(0.5, 17.5), pick(0.5, 11.5)] as Point };
    if (next() < 0.5) return { id, at: [pick(-2, 20), pick(-3, -0.5)] as Point, heading: pick(0, 359) };
    // On a wall that runs east, to either side of it.
    const [x, y] = [pick(0.5, 9.5), next() < 0.5 ? 0 : 8];
    return { id, at: [x, y] as Point, heading: next() < 0.5 ? 0 : 180 };
  });
  const doc: Doc = {
    sitecam: 1,
    site: { name: 'x', categories: ['hospital'], region: '150102' },
    coordinates: 'metres',
    levels: [
      {
        id: 'F1',
        ceiling: 3,
        zones: [
          { id: 'a', kind: 'lobby', rect: [0, 0, 10, 8] },
          { id: 'b', kind: 'waiting-hall', rect: [10, 0, 8, 8] },
          { id: 'c', kind: 'corridor', rect: [0, 8, 18, 4] },
        ],
        walls: inner.map((line, i) => ({ id: `w${i}`, line: [...line] })),
        openings: doors.map(({ id, line }) => ({ id, kind: 'door', line: [...line] })),
        devices: [],
        signs,
      },
    ],
  };
  return { doc, walls: [...walls, ...inner], doors };
}
