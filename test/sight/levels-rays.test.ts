import { expect, test } from 'vitest';
import { containsPoint } from '../../src/geometry/index.js';
import type { Point } from '../../src/geometry/types.js';
import {
  type Aim,
  aimedAs,
  type Building,
  building,
  IDS,
  isFree,
  isInPicture,
  random,
  type Space,
} from './levels-rays.js';

/** m: lines that pass an edge nearer than this may be taken for hidden: walls are welded, which bends them by 5 mm. */
const BY = 0.01;

const BUILDINGS = 120;
const SPOTS = 30;
/** Up to what counts of a person, 2 m, and off the very floor. */
const HEIGHTS = Array.from({ length: 21 }, (_, i) => 0.0005 + Math.min(i / 10, 1.999));

/** Spots on levels other than the camera's, whether they are in its view, and whether a straight line reaches them. */
function* spots(seed: number): Generator<{ readonly inView: boolean; readonly reached: boolean }> {
  const made: Building = building(seed);
  const next = random(seed + 1e6);
  for (const { id, elevation } of made.site.levels) {
    if (id === made.device.level) continue;
    const view = made.levels.view(made.device, id, 'may', 0.001);
    for (const { level, x, y, is } of made.cells) {
      if (IDS[level] !== id || is === 'air') continue;
      for (let n = 0; n < SPOTS; n += 1) {
        const at: Point = [x[0] + next() * (x[1] - x[0]), y[0] + next() * (y[1] - y[0])];
        const inView = view.some((look) => containsPoint(look, at));
        const reached = HEIGHTS.some((t) => isFree(made, made.eye, [at[0], at[1], elevation + t], BY));
        yield { inView, reached };
      }
    }
  }
}

test('whatever a straight line in space reaches on another level is in its view; little else is', () => {
  let reached = 0;
  let missed = 0;
  let seen = 0;
  for (let seed = 1; seed <= BUILDINGS; seed += 1) {
    for (const spot of spots(seed)) {
      if (spot.inView) seen += 1;
      if (spot.reached) reached += 1;
      if (spot.reached && !spot.inView) missed += 1;
    }
  }
  expect(reached).toBeGreaterThan(3000);
  expect(missed).toBe(0);
  // What is more comes of cameras above the ceiling of their level, lines of several walls, and the centimetre.
  expect(seen).toBeLessThan(1.25 * reached);
});

const AIMED = process.env.SITECAM_LONG === '1' ? 1000 : 60;
/** From the floor up to 2 m, close enough that a line over a sill and under the picture's edge isn't missed. */
const CLOSE = Array.from({ length: 101 }, (_, i) => 0.0005 + Math.min(i / 50, 1.999));
/** Share of a picture's sides: a bound on directions may be 3 % off at an edge that bends. */
const EDGE = 0.03;

test('of a level a lens sees what it has in its picture at a height that is free, and nothing else', () => {
  const tally = { seen: 0, missed: 0, impossible: 0 };
  for (let seed = 1; seed <= AIMED; seed += 1) {
    const made: Building = building(seed);
    const next = random(seed + 2e6);
    const aim: Aim = {
      heading: 360 * next(),
      tilt: -20 + 100 * next(),
      hfov: 30 + 80 * next(),
      vfov: 20 + 70 * next(),
    };
    const device = aimedAs(made, aim);
    for (const { id, elevation } of made.site.levels) {
      if (id === device.level) continue;
      const view = made.levels.view(device, id, 'may', 0.001);
      for (const { level, x, y, is } of made.cells) {
        if (IDS[level] !== id || is === 'air') continue;
        for (let n = 0; n < SPOTS; n += 1) {
          const at: Point = [x[0] + next() * (x[1] - x[0]), y[0] + next() * (y[1] - y[0])];
          const points = CLOSE.map((t): Space => [at[0], at[1], elevation + t]);
          const sees = (by: number, share: number) =>
            points.some((point) => isInPicture(made.eye, aim, point, share) && isFree(made, made.eye, point, by));
          const inView = view.some((look) => containsPoint(look, at));
          const surely = sees(BY, -1e-4);
          if (surely) tally.seen += 1;
          if (surely && !inView) tally.missed += 1;
          if (inView && !surely && !sees(-BY, EDGE)) tally.impossible += 1;
        }
      }
    }
  }
  expect(tally.seen).toBeGreaterThan(200);
  expect(tally.missed).toBe(0);
  // What is seen only between two of the heights, or past walls of two levels at once.
  expect(tally.impossible).toBeLessThan(tally.seen / 50);
});
