import { expect, it } from 'vitest';
import { spent, withBudget } from '../../src/base/budget.js';
import { createSweep, edgesWithoutHairs, prepareWalls } from '../../src/geometry/index.js';
import type { Point, Segment } from '../../src/geometry/types.js';
import { deriveWalls } from '../../src/plan/walls/walls.js';
import { certainPolygon } from '../../src/sight/cone/cone.js';
import { exactHull } from '../../src/sight/cone/convex.js';
import { convexParts, pocketed } from '../../src/sight/cone/pockets.js';
import { cellsOf } from '../../src/sight/levels/cells.js';
import { wedgeOf } from '../../src/sight/optics/footprint.js';
import { stretchesOf } from '../../src/sight/scene/barriers.js';
import { createScene } from '../../src/sight/scene/scene.js';
import { createRoom } from '../../src/sight/sound/room.js';
import { depthOf, passed, waysThrough } from '../../src/sight/view/crossings.js';
import { viewOf } from '../../src/sight/view/views.js';
import { camera, level, opening, optics, rect, region, site, zone } from '../support/site.js';

/** Steps that some work says it takes. */
const steps = (work: () => unknown): number =>
  withBudget(1e12, () => {
    work();
    return spent();
  });

const round = (n: number): Point[] =>
  Array.from({ length: n }, (_, i) => [Math.cos((2 * Math.PI * i) / n), Math.sin((2 * Math.PI * i) / n)]);
/** A saw of n teeth along the x axis: as many pockets. */
const saw = (n: number): Point[] => [
  ...Array.from({ length: 2 * n + 1 }, (_, i): Point => [i, i % 2 === 0 ? 0 : 1 + i / 1000]),
  [2 * n, 5],
  [0, 5],
];

/** `n` openings over each other in one wall. */
function cutsOf(n: number) {
  const zones = [zone('south', rect(0, 0, 20, 3)), zone('north', rect(0, 3, 20, 3))];
  const openings = Array.from({ length: n }, (_, i) => opening(`o${i}`, 'door', [1 + i / 100, 3], [10 + i / 100, 3]));
  return { walls: deriveWalls(level({ zones, openings }), zones), zones };
}

it.each<[what: string, work: (n: number) => () => unknown, power: number, least: number]>([
  ['a hull', (n) => () => exactHull(round(n).flat()), 1, 5],
  ['the window of rings', (n) => () => wedgeOf(Array.from({ length: n }, () => rect(1, 1, 1, 1))), 1, 10],
  ['pockets', (n) => () => pocketed(saw(n)), 1, 2],
  ['convex parts', (n) => () => convexParts(saw(n)), 2, 2],
  [
    'openings over each other',
    (n) => {
      const { cuts } = cutsOf(n).walls;
      return () => stretchesOf(cuts[0], cuts);
    },
    2,
    2,
  ],
  [
    'what a line passes',
    (n) => {
      const ways = waysThrough(cutsOf(n).walls);
      return () => passed(ways, [5, 1], [5, 5]);
    },
    1,
    10,
  ],
  ['the edge of a place', (n) => () => depthOf(region(round(n)), [0, -5], [0, 0.5], [0, 0.4], []), 1, 5],
  ['cells', (n) => () => cellsOf([{ area: 3, outline: [round(n)] }], [0.1, 0.2]), 1, 10],
  ['a frame', (n) => () => certainPolygon({ frame: round(n).flat(), tilts: [1.5, 1.5], headings: [0, 0] }, 3, 9), 1, 2],
  ['hairlines of an outline', (n) => () => edgesWithoutHairs([round(n)]), 2, 1],
  [
    'a long slanting wall beside short ones',
    (n) => {
      const short = Array.from({ length: 4 * n }, (_, i): Segment => ({ a: [i, -5], b: [i + 0.5, -5] }));
      return () => prepareWalls([{ a: [0, 0], b: [n, n] }, ...short], { closeGaps: false });
    },
    1,
    10,
  ],
  [
    'corners of sound',
    (n) => {
      const walls = prepareWalls(
        Array.from({ length: n }, (_, i) => ({ a: [i, 0], b: [i, 1] })),
        { closeGaps: false },
      );
      const blocks = new Uint8Array(n).fill(1);
      const views = createSweep(walls, { minX: -9, minY: -9, maxX: 99, maxY: 9 }).among(blocks);
      return () => createRoom(walls.units, blocks, views).corners([0, 0], 5);
    },
    1,
    50,
  ],
  [
    'lenses',
    (n) => {
      const device = { ...camera('c', [1, 1]), lenses: Array.from({ length: n }, () => optics()) };
      const own = level({ zones: [zone('room', rect(0, 0, 4, 3))], devices: [device] });
      const scene = createScene(site(own), own);
      return () => viewOf(scene, device, 'may', { density: 1, target: 1.5 });
    },
    1,
    2000,
  ],
])('the work of %s is counted as it grows', (_, work, power, least) => {
  const [few, many] = [steps(work(40)), steps(work(80))];
  expect(few).toBeGreaterThan(40 ** power * least);
  // Twice as much takes twice as long, or four times where everything meets everything.
  expect(many / few).toBeGreaterThan(1.6);
  expect(many / few).toBeLessThan(2 ** power + 1);
});
