import type { Level, Opening, Wall } from '../../src/plan/model.js';
import { level, opening, wall, zone } from '../support/site.js';
import { apart, crossing, type Plan, type Screen } from './rays-space.js';

/** A random level, and what stands on it in each world as the plan format's rules say. */
export interface Drawn {
  readonly level: Level;
  readonly may: readonly Screen[];
  readonly must: readonly Screen[];
  /** A point of the rooms. */
  pointIn(x: number, y: number): Plan;
  /** A point of the rooms up to four times as far from `eye` as a point of something that hides less than everything. */
  behind(random: () => number, eye: Plan): Plan;
  /** Whether nothing stands within so many metres, nor within 0.3 m of the line of an opening. */
  isClear(at: Plan, metres: number): boolean;
}

/** m: from the floor, however deep, or to the ceiling, however high. */
export const FAR = 1e4;
/** m: walls that pass each other nearer than this would be welded or their gap be closed. */
const APART = 0.051;
/** m: half a tunnel of undeclared thickness in may-see, which stands on the wall it is as far from. */
const TUNNEL = 0.05;

/** Kinds of openings, and whether sight passes them in may-see and in must-see. */
const KINDS: readonly {
  readonly kind: Opening['kind'];
  readonly more: Partial<Opening>;
  readonly may: boolean;
  readonly must: boolean;
}[] = [
  { kind: 'passage', more: {}, may: true, must: true },
  { kind: 'door', more: {}, may: true, must: false },
  { kind: 'door', more: { normallyOpen: true }, may: true, must: true },
  { kind: 'window', more: { glazing: 'clear' }, may: true, must: true },
  { kind: 'window', more: {}, may: true, must: false },
  { kind: 'window', more: { fixed: true, film: true }, may: false, must: false },
  { kind: 'glass-door', more: { glazing: 'clear' }, may: true, must: true },
];

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A straight wall with openings, and the screens it makes in each world. */
interface Made {
  readonly line: readonly [Plan, Plan];
  readonly may: Screen[];
  readonly must: Screen[];
  readonly openings: Opening[];
}

/** undefined where walls come so near to each other that welding would move them. */
export function draw(random: () => number): Drawn | undefined {
  const between = (low: number, high: number) => low + random() * (high - low);
  const chance = (share: number) => random() < share;
  const [width, depth] = [between(6, 14), between(4, 9)];
  const ceiling = chance(0.4) ? undefined : between(2.4, 7);
  const turn = between(0, 2 * Math.PI);
  const at = (x: number, y: number): Plan => [
    x * Math.cos(turn) - y * Math.sin(turn),
    x * Math.sin(turn) + y * Math.cos(turn),
  ];
  const xs = [
    0,
    ...(chance(0.6) ? [between(0.3, 0.45) * width] : []),
    ...(chance(0.4) ? [between(0.6, 0.8) * width] : []),
    width,
  ];
  const zones = xs
    .slice(1)
    .map((x, i) => zone(`r${i}`, [at(xs[i] ?? 0, 0), at(x, 0), at(x, depth), at(xs[i] ?? 0, depth)]));
  const walls: Wall[] = [];
  const lines: Made[] = [];
  let named = 0;

  const openingsIn = (length: number, most: number): Stretch[] => {
    const found: Stretch[] = [];
    for (let start = between(0.2, 1.5); found.length < most; start += between(0.2, 2)) {
      const end = start + between(0.4, 1.6);
      if (end > length - 0.2) break;
      found.push({ from: start, to: end });
      start = end;
    }
    return found;
  };

  const topOf = (height: number | undefined) =>
    height === undefined || (ceiling !== undefined && height >= ceiling) ? FAR : height;

  /** What a wall of `top` m makes with its holes; its openings' kinds, sills and heads are drawn here. */
  const make = (
    a: Plan,
    b: Plan,
    top: number,
    holes: readonly Stretch[],
    hides: { may: boolean; must: boolean },
  ): Made => {
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    const [ux, uy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
    const point = (s: number, d = 0): Plan => [a[0] + s * ux - d * uy, a[1] + s * uy + d * ux];
    const made: Made = { line: [a, b], may: [], must: [], openings: [] };
    const add = (world: 'may' | 'must', p: Plan, q: Plan, bottom: number, high: number) => {
      if (high > bottom) made[world].push({ a: p, b: q, bottom, top: high });
    };
    const stops = [0, ...holes.flatMap(({ from, to }) => [from, to]), length];
    for (let i = 0; i < stops.length; i += 2)
      for (const world of ['may', 'must'] as const)
        if (hides[world]) add(world, point(stops[i] ?? 0), point(stops[i + 1] ?? 0), -FAR, top);
    for (const { from, to } of holes) {
      const { kind, more, may, must } = KINDS[Math.floor(random() * KINDS.length)] ?? {
        kind: 'passage',
        more: {},
        may: true,
        must: true,
      };
      const sill = chance(0.5) ? between(0.3, 2.4) : undefined;
      const head = chance(0.6) ? Math.max((sill ?? 0) + 0.2, between(1, 3.2)) : undefined;
      const thickness = chance(0.4) ? 0 : chance(0.5) ? between(0.11, 0.4) : undefined;
      const ends = [point(from), point(to)] as const;
      made.openings.push(opening(`o${named++}`, kind, ends[0], ends[1], { ...more, sill, head, thickness }));
      for (const world of ['may', 'must'] as const) {
        const open = world === 'may' ? may : must;
        // A gate shut in a low wall is as high as its head says, or as any.
        if (!open && world === 'must')
          add(world, ...ends, -FAR, top === FAR ? FAR : topOf(head && Math.max(head, top)));
        else if (!open) add(world, ...ends, -FAR, top);
        else {
          if (sill !== undefined) add(world, ...ends, -FAR, Math.min(sill, top));
          // A head over the ceiling leaves nothing above it.
          if (head !== undefined && head < (ceiling ?? FAR)) add(world, ...ends, head, top);
          // Sill and lintel are as deep as the wall; in must-see they hide at both ends.
          const half = (thickness ?? 0.3) / 2;
          for (const d of world === 'must' && half > 0 ? [-half, half] : []) {
            const end = [point(from, d), point(to, d)] as const;
            if (sill !== undefined) add('must', ...end, -FAR, Math.min(sill, top));
            if (head !== undefined && head < (ceiling ?? FAR)) add('must', ...end, head, top);
          }
        }
      }
      // A tunnel as thick as the wall; may-see's stands in must-see too.
      const tunnel = (world: 'may' | 'must', half: number) => {
        if (half > 0) for (const s of [from, to]) add(world, point(s, -half), point(s, half), -FAR, top);
      };
      if (may) for (const world of ['may', 'must'] as const) tunnel(world, (thickness ?? 0.1) / 2);
      if (must) tunnel('must', (thickness ?? 0.3) / 2);
    }
    return made;
  };

  xs.forEach((x, i) => {
    const outer = i === 0 || i === xs.length - 1;
    const height = outer || chance(0.5) ? undefined : between(0.5, 4);
    const [a, b] = [at(x, 0), at(x, depth)];
    // A low wall along the rooms' edge stands there instead.
    if (height !== undefined) walls.push(wall(`w${named++}`, [a, b], { height }));
    lines.push(make(a, b, topOf(height), outer ? [] : openingsIn(depth, 3), { may: true, must: true }));
    const next = xs[i + 1];
    if (next === undefined) return;
    for (const y of [0, depth]) lines.push(make(at(x, y), at(next, y), FAR, [], { may: true, must: true }));
  });
  const rooms = lines.length;
  for (let i = Math.floor(between(0, 6)); i > 0; i--) {
    const [a, b] = [at(between(0, width), between(0, depth)), at(between(0, width), between(0, depth))];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    const height = chance(0.2) ? undefined : between(0.4, 5);
    const material = chance(0.1) ? 'clear' : chance(0.1) ? 'frosted' : 'opaque';
    const holes = material === 'opaque' && chance(0.3) ? openingsIn(length, 1) : [];
    walls.push(wall(`w${named++}`, [a, b], { height, material }));
    lines.push(make(a, b, topOf(height), holes, { may: material === 'opaque', must: material !== 'clear' }));
  }
  if (lines.some((line, i) => i >= rooms && lines.some((other, j) => j < i && isLike(line, other)))) return undefined;
  const all = lines.flatMap(({ must, may }) => [...must, ...may]);
  const openings = lines.flatMap((line) => line.openings);
  if (isTight([...all.map(({ a, b }) => [a, b] as const), ...openings.map(({ line }) => line)])) return undefined;
  const inRooms = ([x, y]: Plan) => {
    const [u, v] = [x * Math.cos(turn) + y * Math.sin(turn), y * Math.cos(turn) - x * Math.sin(turn)];
    return u > 0 && u < width && v > 0 && v < depth;
  };
  return {
    level: level({ zones, walls, openings, ceiling }),
    may: lines.flatMap(({ may }) => may),
    must: lines.flatMap(({ must }) => must),
    pointIn: (x, y) => at(x * width, y * depth),
    behind: (next, eye) => {
      const partial = all.filter(({ bottom, top }) => bottom > -FAR || top < FAR);
      for (let tries = 0; tries < 5 && partial.length > 0; tries++) {
        const { a, b } = partial[Math.floor(next() * partial.length)] ?? { a: eye, b: eye };
        const [s, far] = [next(), 1 + 3 * next() ** 2];
        const [x, y] = [a[0] + s * (b[0] - a[0]) - eye[0], a[1] + s * (b[1] - a[1]) - eye[1]];
        const point: Plan = [eye[0] + far * x, eye[1] + far * y];
        if (inRooms(point)) return point;
      }
      return at(next() * width, next() * depth);
    },
    isClear: (p, metres) =>
      all.every(({ a, b }) => apart(p, a, b) > metres) &&
      lines.every(({ line: [a, b], openings: own }) => own.length === 0 || offLine(p, a, b) > 0.3),
  };
}

function offLine([x, y]: Plan, a: Plan, b: Plan): number {
  return Math.abs((b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0])) / Math.hypot(b[0] - a[0], b[1] - a[1]);
}

/** Walls that run along each other would be cut by each other's openings, or stand for each other. */
function isLike({ line: [a, b] }: Made, { line: [c, d] }: Made): boolean {
  const [ux, uy, vx, vy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
  const sine = Math.abs(ux * vy - uy * vx) / Math.hypot(ux, uy) / Math.hypot(vx, vy);
  return sine < 0.2 && Math.min(apart(a, c, d), apart(b, c, d), apart(c, a, b), apart(d, a, b)) < 0.5;
}

/**
 * Whether ends and crossings come nearer to each other, or to a line they aren't on, than what is welded or closed. Lines
 * of openings in which nothing stands count: must-see closes the gap between a wall's end and one of them too.
 */
function isTight(drawn: readonly (readonly [Plan, Plan])[]): boolean {
  const lines = [...new Map(drawn.map((line) => [line.join(), line])).values()];
  const points: Plan[] = [];
  const near = (metres: number) => metres > 1e-6 && metres < APART && Math.abs(metres - TUNNEL) > 1e-6;
  /** Whether a new point is tight; those that are there already are passed over. */
  const adds = (p: Plan): boolean => {
    for (const q of points) {
      const metres = Math.hypot(p[0] - q[0], p[1] - q[1]);
      if (metres <= 1e-6) return false;
      if (near(metres)) return true;
    }
    points.push(p);
    return lines.some(([a, b]) => near(apart(p, a, b)));
  };
  return lines.some((line, i) => {
    if (line.some(adds)) return true;
    return lines.slice(0, i).some((other) => {
      const at = crossing(line, other);
      return at !== undefined && adds(at);
    });
  });
}
