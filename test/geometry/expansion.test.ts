import { compute } from 'visibility-polygon';
import { describe, expect, test } from 'vitest';
import {
  azimuthOf,
  type Box,
  boxOf,
  createExpansion,
  createSweep,
  grow,
  measure,
  type Point,
  type PreparedWalls,
  prepareWalls,
  type Ring,
  regionOf,
  ringArea,
  type Segment,
  signedArea,
  type Viewsheds,
  type Window,
} from '../../src/geometry/index.js';
import { drawPlan, type PlanOptions, seeded, segmentsOf } from '../bench/plans.js';
import { all, bounds, path, SIZE, wall } from './plans.js';

/** Views compared in all; a hundred times as many when asked for. */
const VIEWS = process.env.SITECAM_LONG === undefined ? 2_000 : 100_000;
const HOURS = 3_600_000;

interface Plan {
  readonly name: string;
  readonly walls: PreparedWalls;
  readonly bounds: Box;
}

function planOf(name: string, segments: readonly Segment[]): Plan {
  const walls = prepareWalls(segments, { closeGaps: false });
  const box = boxOf(...walls.segments.map(({ a, b }) => [a, b])) ?? bounds;
  return { name, walls, bounds: grow(box, 1) };
}

const drawn = (['office', 'hall', 'corridor'] as const).flatMap((kind) =>
  [0, 17].map((rotation): [string, PlanOptions] => [`${kind} ${rotation}°`, { kind, walls: 700, rotation }]),
);

/** Walls in any direction that cross as they like, a new plan for every ten views. */
function* tangles(count: number): Generator<Plan> {
  const random = seeded(20171201);
  for (let i = 0; i < count; i += 1) {
    const at = (): Point => [random() * SIZE, random() * SIZE];
    const any = Array.from({ length: Math.floor(random() * 40) }, () => wall(...at(), ...at()));
    // Straight and square ones too, so that eyes and ends lie in line.
    const step = (): number => Math.floor(random() * SIZE);
    const square = Array.from({ length: Math.floor(random() * 30) }, () => {
      const [x, y] = [step(), step()];
      return random() < 0.5 ? wall(x, y, x, y + 1 + step()) : wall(x, y, x + 1 + step(), y);
    });
    yield planOf(`tangle ${i}`, i % 3 === 0 ? square : i % 3 === 1 ? any : [...any, ...square]);
  }
}

interface Query {
  readonly eye: Point;
  readonly window: Window | undefined;
  readonly blocks: Uint8Array;
  readonly except: readonly number[];
}

/** An eye anywhere, on a wall, on an end of one, next to nothing beside one, or on a round place. */
function eyeIn({ walls, bounds: { minX, minY, maxX, maxY } }: Plan, kind: number, random: () => number): Point {
  const any: Point = [minX + random() * (maxX - minX), minY + random() * (maxY - minY)];
  const own = walls.segments[Math.floor(random() * walls.segments.length)];
  if (own === undefined || kind < 4) return any;
  const { a, b } = own;
  if (kind === 4) return a;
  const t = random();
  const on: Point = [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
  if (kind === 5) return on;
  if (kind === 6) return [Math.round(any[0]), Math.round(any[1])];
  const off = 10 ** (-3 - 7 * random());
  return [on[0] + off * (random() - 0.5), on[1] + off * (random() - 0.5)];
}

function windowOf({ walls }: Plan, kind: number, random: () => number): Window | undefined {
  const from = 2 * Math.PI * random() - 3;
  if (kind === 0) return undefined;
  if (kind === 1) return { from, to: from + 0.2 + random() };
  if (kind === 2) return { from, to: from + 2 * Math.PI * random() };
  // One side of a wall, or a right angle along the axes.
  const own = walls.segments[Math.floor(random() * walls.segments.length)];
  if (kind === 3 && own !== undefined) {
    const along = azimuthOf(own.a, own.b);
    return random() < 0.5 ? { from: along, to: along + Math.PI } : { from: along - Math.PI, to: along };
  }
  const right = (Math.PI / 2) * Math.floor(4 * random());
  return { from: right, to: right + (Math.PI / 2) * (1 + Math.floor(4 * random())) };
}

function queryIn(plan: Plan, random: () => number): Query {
  const count = plan.walls.segments.length;
  const some = random() < 0.3;
  return {
    eye: eyeIn(plan, Math.floor(8 * random()), random),
    window: windowOf(plan, Math.floor(5 * random()), random),
    blocks: all(plan.walls).map(() => (some && random() < 0.3 ? 0 : 1)),
    except: random() < 0.1 ? Array.from({ length: 3 }, () => Math.floor(count * random())) : [],
  };
}

/** m² that lie in one ring and not in both. */
function difference(p: Ring, q: Ring): number {
  if (p.length < 3 || q.length < 3) return ringArea(p) + ringArea(q);
  const there = measure(regionOf(p), [regionOf(q)]);
  const back = measure(regionOf(q), [regionOf(p)]);
  return there.area - there.covered + back.area - back.covered;
}

/** A view in which some of the walls that block hide nothing. */
function viewLess(made: Viewsheds, blocks: Uint8Array, except: readonly number[], eye: Point, window?: Window): Ring {
  const depending = blocks.map((how, wall) => (how === 1 && except.includes(wall) ? 2 : how));
  return made.among(depending).viewshed(eye, window, undefined, (wall) => !except.includes(wall));
}

/** Compares the two implementations; gives how many views it compared and the largest relative difference. */
function compare(plans: Iterable<Plan>, perPlan: number, seed: number): { views: number; worst: number } {
  const random = seeded(seed);
  let views = 0;
  let worst = 0;
  for (const plan of plans) {
    const expansion = createExpansion(plan.walls, plan.bounds);
    const sweep = createSweep(plan.walls, plan.bounds);
    for (let i = 0; i < perPlan; i += 1) {
      const { eye, window, blocks, except } = queryIn(plan, random);
      const [p, q] = [expansion, sweep].map((one) => viewLess(one, blocks, except, eye, window));
      if (p === undefined || q === undefined) throw new Error('no view');
      const relative = difference(p, q) / Math.max(ringArea(q), 1e-9);
      // 1e-6 of the view. What is found is a thousandth of a millionth of that: rounding of where rays meet walls.
      expect(relative, `${plan.name} ${JSON.stringify({ eye, window, except })}`).toBeLessThan(1e-6);
      expect(signedArea(p)).toBeGreaterThanOrEqual(0);
      worst = Math.max(worst, relative);
      views += 1;
    }
  }
  return { views, worst };
}

describe('expansion and sweep see the same', () => {
  test.each(drawn)(
    '%s',
    (name, options) => {
      const plan = planOf(name, segmentsOf(drawPlan(options), 'open'));
      const count = Math.round(VIEWS / 10);
      const { views, worst } = compare([plan], count, options.rotation ?? 0);
      expect(views).toBe(count);
      if (VIEWS > 2_000) console.info(`${name}: ${views} views, worst ${worst.toExponential(1)}`);
    },
    HOURS,
  );

  test(
    'among walls that cross, once prepared',
    () => {
      const count = Math.round((4 * VIEWS) / 10 / 10);
      const { views, worst } = compare(tangles(count), 10, 1);
      expect(views).toBe(10 * count);
      if (VIEWS > 2_000) console.info(`tangles: ${views} views, worst ${worst.toExponential(1)}`);
    },
    HOURS,
  );
});

test('visibility-polygon sees the same in an office', () => {
  // It takes each view seconds on large plans, and rounds: see viewshed.test.ts.
  const plan = planOf('office', segmentsOf(drawPlan({ kind: 'office', walls: 150, rotation: 17 }), 'open'));
  const { minX, minY, maxX, maxY } = plan.bounds;
  const edge = path([minX, minY], [maxX, minY], [maxX, maxY], [minX, maxY], [minX, minY]);
  const segments = [...plan.walls.segments, ...edge].map(({ a, b }): [[number, number], [number, number]] => [
    [a[0], a[1]],
    [b[0], b[1]],
  ]);
  const expansion = createExpansion(plan.walls, plan.bounds).among(all(plan.walls));
  const random = seeded(3);
  for (let i = 0; i < 40; i += 1) {
    const eye = eyeIn(plan, 0, random);
    const area = ringArea(expansion.viewshed(eye));
    expect(Math.abs(ringArea(compute([eye[0], eye[1]], segments)) - area) / area).toBeLessThan(1e-6);
  }
});

describe('an expansion', () => {
  const room = planOf('room', [...path([0, 0], [8, 0], [8, 5], [0, 5], [0, 0]), wall(4, 0, 4, 2.5)]);
  const within = (ring: Ring, of: Ring): number => {
    const { area, covered } = measure(regionOf(ring), [regionOf(of)]);
    return area - covered;
  };

  test('gives the same ring whatever was asked before', () => {
    const plan = planOf('office', segmentsOf(drawPlan({ kind: 'office', walls: 300 }), 'open'));
    const random = seeded(5);
    const queries = Array.from({ length: 100 }, () => queryIn(plan, random));
    const ask = (some: readonly Query[]): Ring[] => {
      const expansion = createExpansion(plan.walls, plan.bounds);
      return some.map(({ eye, window, blocks, except }) => viewLess(expansion, blocks, except, eye, window));
    };
    expect(ask(queries.toReversed()).reverse()).toEqual(ask(queries));
  });

  test('what is seen among more walls is seen among fewer', () => {
    const random = seeded(9);
    for (const plan of tangles(60)) {
      const expansion = createExpansion(plan.walls, plan.bounds);
      const few = all(plan.walls).map(() => (random() < 0.6 ? 1 : 0));
      for (let i = 0; i < 5; i += 1) {
        const { eye, window } = queryIn(plan, random);
        const [must, may] = [all(plan.walls), few].map((blocks) => expansion.among(blocks).viewshed(eye, window));
        // 1e-9 m²: rounding of where rays meet walls.
        expect(within(must ?? [], may ?? [])).toBeLessThan(1e-9);
      }
    }
  });

  test('a wall left out of one view stands in the next', () => {
    const partition = room.walls.segments.findIndex(({ a, b }) => a[0] === 4 && b[0] === 4);
    const blocks = all(room.walls).map((how, wall) => (wall === partition ? 2 : how));
    const expansion = createExpansion(room.walls, room.bounds).among(blocks);
    const [first, open, again] = [true, false, true].map((stands) =>
      expansion.viewshed([2, 1], undefined, undefined, (wall) => wall !== partition || stands),
    );
    expect(ringArea(open ?? [])).toBeCloseTo(40, 6);
    expect(ringArea(first ?? [])).toBeLessThan(35);
    expect(again).toEqual(first);
  });

  test('a wall that holds one eye hides from the next', () => {
    const expansion = createExpansion(room.walls, room.bounds).among(all(room.walls));
    const before = expansion.viewshed([2, 1]);
    expect(ringArea(expansion.viewshed([4, 1]))).toBeCloseTo(40, 6);
    expect(expansion.viewshed([2, 1])).toEqual(before);
  });

  test('an eye out of bounds still sees the walls from outside', () => {
    const expansion = createExpansion(room.walls, room.bounds).among(all(room.walls));
    // From (−10, 2.5) the room's west wall, 5 m high at 10 m, hides all of the room.
    const ring = expansion.viewshed([-10, 2.5]);
    expect(
      measure(
        regionOf([
          [0, 0],
          [8, 0],
          [8, 5],
          [0, 5],
        ]),
        [regionOf(ring)],
      ).covered,
    ).toBeLessThan(1e-9);
    expect(ring).toContainEqual([0, 5]);
  });

  test('windows of next to nothing, and of all but next to nothing', () => {
    for (const far of [0, 1e5, 1e7]) {
      // Far from the origin directions are rounded so much that a narrow window comes out the wrong way round.
      const here: Point = [far + 2, 2 - far];
      const box = path([far, -far], [far + 8, -far], [far + 8, 5 - far], [far, 5 - far], [far, -far]);
      const plan = planOf('room', [...box, wall(far + 4, -far, far + 4, 2.5 - far)]);
      const expansion = createExpansion(plan.walls, plan.bounds).among(all(plan.walls));
      const whole = ringArea(expansion.viewshed(here));
      for (let i = 0; i < 240; i += 1) {
        const from = i < 24 ? (i * Math.PI) / 12 : i * 0.7391;
        for (const width of [1e-17, 1e-16, 1e-15, 1e-14, 1e-13, 1e-12, 1e-9]) {
          expect(ringArea(expansion.viewshed(here, { from, to: from + width }))).toBeLessThan(1e-6);
          const open = ringArea(expansion.viewshed(here, { from, to: from + 2 * Math.PI - width }));
          expect(Math.abs(open - whole)).toBeLessThan(1e-6);
        }
      }
    }
  });
});
