import { expect, it } from 'vitest';
import { measure } from '../../src/geometry/index.js';
import type { Device, Level } from '../../src/plan/model.js';
import { createScene } from '../../src/sight/scene/scene.js';
import { type View, viewOf } from '../../src/sight/view/views.js';
import { camera, site, wall } from '../support/site.js';
import { type Drawn, draw } from './rays-plan.js';
import { numbers } from './rays-space.js';

const WORLDS = ['must', 'may'] as const;
const PLANS = 40;

/**
 * m²: rounding of areas of some tens of m². A wall that is added splits those it crosses and bends them by a unit of the
 * grid, 0.1 µm over some 10 m.
 */
const ROUNDING = 1e-5;

interface Case {
  readonly drawn: Drawn;
  readonly device: Device;
  readonly target: number;
  readonly random: () => number;
}

/** Random rooms with a camera in them, 0.2 m clear of every wall; from the same seed always the same. */
function* cases(count: number): Generator<Case> {
  for (let seed = 1, found = 0; found < count; seed++) {
    const random = numbers(seed * 7919);
    const drawn = draw(random);
    if (drawn === undefined) continue;
    const at = drawn.pointIn(0.02 + 0.96 * random(), 0.02 + 0.96 * random());
    if (!drawn.isClear(at, 0.2)) continue;
    const height = Math.min(0.3 + 5.7 * random(), (drawn.level.ceiling ?? 9) - 0.05);
    const lens =
      random() < 0.5
        ? ({ form: 'fisheye', heading: undefined, tilt: 90, hfov: 180 } as const)
        : { heading: 360 * random(), tilt: 60 * random() - 15, hfov: 100, vfov: 110 };
    yield { drawn, device: camera('c', at, lens, { height }), target: random() < 0.5 ? 1.5 : 2.8 * random(), random };
    found++;
  }
}

const view = (level: Level, { device, target }: Case, world: (typeof WORLDS)[number]): View =>
  viewOf(createScene(site(level), level), device, world, { density: undefined, target });

/** m² of one view outside another. */
function outside(inner: View, outer: View): number {
  return inner.reduce((sum, look) => {
    const { area, covered, bound } = measure(look, outer);
    return sum + Math.max(0, area - covered - bound);
  }, 0);
}

const area = (of: View) => of.reduce((sum, look) => sum + measure(look, []).area, 0);

/** Changes random levels so that they can only hide more, and expects every view to become no larger. */
function neverGrows(change: (level: Level, one: Case) => Level | undefined): void {
  let shrunk = 0;
  for (const one of cases(PLANS)) {
    const more = change(one.drawn.level, one);
    if (more === undefined) continue;
    for (const world of WORLDS) {
      const [before, after] = [view(one.drawn.level, one, world), view(more, one, world)];
      expect(outside(after, before)).toBeLessThan(ROUNDING);
      if (area(after) < area(before) - 0.01) shrunk++;
    }
  }
  // Not idle: a good part of the changes hides something more.
  expect(shrunk).toBeGreaterThan(PLANS / 8);
}

it('a low wall raised never grows a view', () => {
  neverGrows((level, { random }) => ({
    ...level,
    walls: level.walls.map((one) => (one.height === undefined ? one : { ...one, height: one.height + 2 * random() })),
  }));
});

it('a low wall raised to the ceiling never grows a view', () => {
  neverGrows((level) => ({ ...level, walls: level.walls.map((one) => ({ ...one, height: undefined })) }));
});

it('a low wall added never grows a view', () => {
  neverGrows((level, { drawn, device, random }) => {
    const line = [drawn.pointIn(random(), random()), drawn.pointIn(random(), random())] as const;
    const added = wall('added', line, { height: 0.5 + 4 * random() });
    // Not where the camera would be on it.
    const [[ax, ay], [bx, by]] = line;
    const [x, y] = [device.at[0] - ax, device.at[1] - ay];
    const off = Math.abs((bx - ax) * y - (by - ay) * x) / Math.hypot(bx - ax, by - ay);
    return off < 0.1 ? undefined : { ...level, walls: [...level.walls, added] };
  });
});

it('a sill raised and a head lowered never grow a view', () => {
  neverGrows((level, { random }) => {
    if (level.openings.length === 0) return undefined;
    const openings = level.openings.map(({ sill, head, ...one }) => {
      const [low, high] = [(sill ?? 0) + 0.5 * random(), (head ?? 4) - random()];
      // Crossed edges would be a mistake of the plan.
      return low < high ? { ...one, sill: low, head: high } : { ...one, sill, head };
    });
    return { ...level, openings };
  });
});

it('a wall as high as the ceiling, or higher, hides what one does of which no height is said', () => {
  for (const one of cases(PLANS)) {
    const level = { ...one.drawn.level, ceiling: one.drawn.level.ceiling ?? 6.2 };
    const raised = (height: number | undefined) => ({
      ...level,
      walls: level.walls.map((each) => ({ ...each, height })),
    });
    for (const world of WORLDS) {
      const whole = view(raised(undefined), one, world);
      for (const height of [level.ceiling, level.ceiling + 1]) {
        const high = view(raised(height), one, world);
        expect(outside(high, whole) + outside(whole, high)).toBeLessThan(ROUNDING);
      }
    }
  }
});

it('what is seen for certain at any height of a person may be seen', () => {
  let certain = 0;
  for (const one of cases(PLANS)) {
    const may = view(one.drawn.level, { ...one, target: 1.5 }, 'may');
    for (const target of [0, 0.4, 1, 1.5, 2]) {
      const must = view(one.drawn.level, { ...one, target }, 'must');
      expect(outside(must, may)).toBeLessThan(ROUNDING);
      certain += area(must);
    }
  }
  expect(certain).toBeGreaterThan(PLANS);
});
