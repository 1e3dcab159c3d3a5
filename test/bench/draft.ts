import type { Point, Segment } from '../../src/geometry/index.js';

/** A room, corridor or yard of a generated plan. */
export interface DrawnZone {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly ring: readonly Point[];
}

/** A wall drawn on its own: partition, pillar, counter. Heights and thicknesses in metres. */
export interface DrawnWall {
  readonly id: string;
  readonly line: readonly Point[];
  readonly height?: number;
  readonly thickness?: number;
  readonly material?: 'clear';
}

export interface DrawnOpening {
  readonly id: string;
  readonly kind: 'door' | 'glass-door' | 'window' | 'passage';
  readonly line: readonly [Point, Point];
}

/** Degrees, `heading` clockwise from +y; metres. */
export interface DrawnCamera {
  readonly id: string;
  readonly type: keyof typeof CAMERA_TYPES;
  readonly at: Point;
  readonly heading: number;
  readonly tilt: number;
  readonly height: number;
}

export const CAMERA_TYPES = {
  'dome-4mp': { hfov: 98, resolution: [2560, 1440] },
  'bullet-5mp': { hfov: 92, resolution: [2880, 1620] },
  'wide-8mp': { hfov: 100, resolution: [3840, 2160] },
} as const satisfies Readonly<Record<string, { hfov: number; resolution: readonly [number, number] }>>;

/** What is drawn: the walls of rooms as pieces between corners and openings, and everything else as a plan has it. */
export interface Drawing {
  readonly zones: readonly DrawnZone[];
  readonly walls: readonly DrawnWall[];
  readonly openings: readonly DrawnOpening[];
  readonly cameras: readonly DrawnCamera[];
  /** What openings leave of the rooms' own walls. */
  readonly solid: readonly Segment[];
}

/** A rectangle: south-west corner, width and depth, metres. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly d: number;
}

/** A stretch of a room's wall taken out, in metres from the wall's start. */
export interface Gap {
  readonly kind: DrawnOpening['kind'];
  readonly from: number;
  readonly width: number;
}

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Draws rooms, walls, openings and places for cameras, axis-parallel, metres. */
export class Draft {
  readonly zones: DrawnZone[] = [];
  readonly walls: DrawnWall[] = [];
  readonly openings: DrawnOpening[] = [];
  readonly solid: Segment[] = [];
  /** Where a camera could hang; more than are asked for. */
  readonly mounts: Omit<DrawnCamera, 'id' | 'type'>[] = [];
  /** Straight pieces of walls and openings so far. */
  pieces = 0;

  constructor(readonly random: () => number) {}

  zone(kind: string, name: string, { x, y, w, d }: Rect): void {
    const ring: Point[] = [
      [x, y],
      [x + w, y],
      [x + w, y + d],
      [x, y + d],
    ];
    this.zones.push({ id: `z${this.zones.length + 1}`, kind, name: `${name}${this.zones.length + 1}`, ring });
  }

  /** A straight wall of a room from one corner to the next, with what is cut out of it. */
  wall(a: Point, b: Point, gaps: readonly Gap[] = []): void {
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    const at = (s: number): Point => [a[0] + ((b[0] - a[0]) * s) / length, a[1] + ((b[1] - a[1]) * s) / length];
    let from = 0;
    for (const gap of gaps) {
      this.solid.push({ a: at(from), b: at(gap.from) });
      from = gap.from + gap.width;
      const id = `o${this.openings.length + 1}`;
      this.openings.push({ id, kind: gap.kind, line: [at(gap.from), at(from)] });
    }
    this.solid.push({ a: at(from), b: at(length) });
    this.pieces += 2 * gaps.length + 1;
  }

  /** A wall that no room has. */
  extra(line: readonly Point[], more: Omit<DrawnWall, 'id' | 'line'> = {}): void {
    this.walls.push({ id: `w${this.walls.length + 1}`, line, ...more });
    this.pieces += line.length - 1;
  }

  /** A place for a camera. */
  mount(at: Point, heading: number, height: number, tilt: number): void {
    this.mounts.push({ at, heading, height, tilt });
  }

  /** `length` in parts of about `size`, in decimetres. */
  parts(length: number, size: number): number[] {
    const count = Math.max(1, Math.round(length / size));
    const parts: number[] = [];
    let left = Math.round(length * 10);
    for (let i = count; i > 1; i -= 1) {
      const part = Math.round((left / i) * (0.85 + 0.3 * this.random()));
      parts.push(part / 10);
      left -= part;
    }
    return [...parts, left / 10];
  }
}
