import fc from 'fast-check';
import { expect, it } from 'vitest';
import { measure } from '../../src/geometry/index.js';
import type { Point } from '../../src/geometry/types.js';
import type { Device, Opening, Optics, Wall } from '../../src/plan/model.js';
import type { World } from '../../src/sight/scene/barriers.js';
import { createScene } from '../../src/sight/scene/scene.js';
import { viewOf } from '../../src/sight/view/views.js';
import { camera, level, opening, optics, ptz, rect, site, wall, zone } from '../support/site.js';

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined, freq: 6 });
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
/** Walls, cameras and targets are often equally high: each world has its own answer to that. */
const height = (min: number, max: number) => fc.oneof(number(min, max), fc.constantFrom(1.5, 2, 2.5));

/** Zones on a grid of rooms with skewed sizes; some enclosed, one nested, some cells left undrawn. */
const rooms = fc
  .tuple(number(2, 5), number(2, 5), number(2, 5), fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }))
  .map(([a, b, c, flags]) => {
    const xs = [0, a, a + b, a + b + c];
    const ys = [0, c, c + a];
    const cells = flags.flatMap((enclosed, i) => {
      const [col, row] = [i % 3, Math.floor(i / 3)];
      const [x, y] = [xs[col] ?? 0, ys[row] ?? 0];
      if (i === 5 && !enclosed) return [];
      return [zone(`z${i}`, rect(x, y, (xs[col + 1] ?? 0) - x, (ys[row + 1] ?? 0) - y), { enclosed })];
    });
    return { xs, ys, zones: [...cells, zone('nested', rect(0.4, 0.4, 1, 1), { enclosed: flags[0] ?? false })] };
  });

const kind = fc.constantFrom<Opening['kind']>('passage', 'door', 'curtain', 'glass-door', 'window');
const glazing = fc.constantFrom(undefined, 'clear', 'frosted', 'opaque') as fc.Arbitrary<Opening['glazing']>;

const doors = fc.array(
  fc.record({
    kind,
    glazing,
    column: fc.nat(2),
    row: fc.nat(2),
    along: fc.boolean(),
    start: number(0.1, 0.9),
    width: number(0.4, 1.4),
    skew: number(-0.04, 0.04),
    normallyOpen: fc.boolean(),
    film: fc.boolean(),
    fixed: fc.boolean(),
    sill: maybe(height(0, 2.5)),
    head: maybe(height(1, 4)),
    thickness: maybe(number(0.05, 0.4)),
  }),
  { minLength: 2, maxLength: 6 },
);

const partitions = fc.array(
  fc.record({
    line: fc.array(fc.tuple(number(0, 9), number(0, 8)), { minLength: 2, maxLength: 3 }),
    height: maybe(height(0.5, 3.2)),
    thickness: maybe(number(0.05, 0.3)),
    material: fc.constantFrom<Wall['material']>('opaque', 'clear', 'frosted'),
  }),
  { maxLength: 3 },
);

const lens: fc.Arbitrary<Optics> = fc
  .record({
    form: fc.constantFrom<Optics['form']>('fixed', 'varifocal', 'ptz', 'fisheye'),
    heading: maybe(number(0, 360)),
    tilt: maybe(number(-30, 90)),
    roll: fc.constantFrom(0, 0, 10, 90, -35),
    hfov: maybe(number(2, 180)),
    vfov: fc.option(number(2, 120), { nil: undefined }),
    resolution: maybe(fc.constantFrom<[number, number]>([1920, 1080], [2560, 1440], [640, 640], [1080, 1920])),
    zoom: fc.tuple(number(2, 40), number(41, 110)),
    locked: fc.boolean(),
    pan: fc.tuple(number(0, 360), number(0, 360)),
    limits: fc.constantFrom<'hard' | 'software'>('hard', 'software'),
    home: maybe(fc.record({ heading: number(0, 360), tilt: number(-20, 90), hfov: number(2, 110) })),
    bare: fc.boolean(),
  })
  .map(({ form, zoom, locked, pan, limits, home, bare, ...rest }) =>
    optics({
      ...rest,
      form,
      varifocal: form === 'varifocal' && !bare ? { hfov: zoom, locked } : undefined,
      ptz: form === 'ptz' && !bare ? ptz({ pan, tilt: [0, 90], hfov: zoom, limits, home }) : undefined,
    }),
  );

const device: fc.Arbitrary<Device> = fc
  .record({
    at: fc.tuple(number(0.01, 9), number(0.01, 8)),
    onWall: fc.boolean(),
    height: maybe(height(0.3, 6)),
    lenses: fc.array(lens, { minLength: 1, maxLength: 2 }),
    range: fc.option(number(2, 30), { nil: undefined }),
    heading: fc.constantFrom(undefined, 0, 3),
    tilt: fc.constantFrom(undefined, 0, 3),
    masks: fc.array(
      fc.record({
        corner: fc.tuple(number(0, 8), number(0, 7)),
        permanent: fc.boolean(),
        dynamic: fc.boolean(),
        hiddenAboveZoom: fc.boolean(),
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ at, onWall, height, lenses, range, heading, tilt, masks }) =>
    camera(
      'c',
      onWall ? [at[0], 0.02] : at,
      {},
      {
        height,
        lenses,
        range,
        tolerance: { heading, tilt, position: 0 },
        masks: masks.map(({ corner: [x, y], ...rest }) => ({ polygon: rect(x, y, 1.5, 1), ...rest })),
      },
    ),
  );

const levelOf = fc.record({
  ceiling: fc.constantFrom(undefined, 3.2, 3.2, 6),
  target: fc.constantFrom(0.5, 1.5, 1.5, 2, 2.5),
  /** The camera hangs on the first partition. */
  onPartition: fc.boolean(),
});

it('must-see lies in standing may-see, and that in may-see, on random plans with every option', () => {
  let seen = 0;
  fc.assert(
    fc.property(
      rooms,
      doors,
      partitions,
      device,
      levelOf,
      fc.constantFrom(12.5, 25, 125),
      (plan, holes, low, d, on, density) => {
        const openings = holes.map(({ column, row, along, start, width, skew, ...more }, i) => {
          const [x, y] = [plan.xs[column] ?? 0, plan.ys[row] ?? 0];
          const from: Point = along ? [x + start, y + skew] : [x + skew, y + start];
          const to: Point = along ? [x + start + width, y] : [x, y + start + width];
          return opening(`o${i}`, more.kind, from, to, more);
        });
        const walls = low.map((one, i) => wall(`w${i}`, one.line, one));
        const [from, to] = walls[0]?.line ?? [];
        const hung: Point | undefined = from && to && [(2 * from[0] + to[0]) / 3, (2 * from[1] + to[1]) / 3];
        const c = on.onPartition && hung !== undefined ? { ...d, at: hung } : d;
        const one = level({ zones: plan.zones, openings, walls, devices: [c], ceiling: on.ceiling });
        const scene = createScene(site(one), one);
        const view = (world: World, rho = density) => viewOf(scene, c, world, { density: rho, target: on.target });
        const [must, standing, may] = [view('must'), view('standing'), view('may')];
        const outside = (inner: typeof must, outer: typeof must) => {
          for (const look of inner) {
            const { area, covered, bound } = measure(look, outer);
            seen += area > 0.1 ? 1 : 0;
            expect(area - covered).toBeLessThan(1e-6 + bound + area * 1e-7);
          }
        };
        outside(must, standing);
        outside(standing, may);
        outside(may, view('may', 12.5));
      },
    ),
    { numRuns: 400, seed: 11 },
  );
  expect(seen).toBeGreaterThan(400);
});

it('a slit of 3 cm between two walls lets through what may be seen, and nothing for certain', () => {
  const wide = zone('hall', rect(0, -5, 20, 10));
  const walls = [wall('one', [[6, -5], [6, -0.015]]), wall('two', [[6, 0.015], [6, 5]])]; // biome-ignore format: rows
  const eye = camera('c', [5, 0], { heading: 90, tilt: 10, hfov: 60, resolution: [2560, 1440] }, { height: 2.5, tolerance: { heading: 0, tilt: 0, position: 0 } }); // biome-ignore format: one device
  const plan = level({ zones: [wide], walls, devices: [eye] });
  const beyond = (world: World) =>
    viewOf(createScene(site(plan), plan), eye, world, { density: 25, target: 1.5 }).reduce(
      (sum, look) => sum + measure(look, [{ rings: [rect(6.1, -5, 13, 10)], shadows: [] }]).covered,
      0,
    );
  // From 1 m off a slit of 3 cm opens to 0.03 m for each metre.
  expect(beyond('may')).toBeGreaterThan(0.3);
  expect(beyond('must')).toBe(0);
});
