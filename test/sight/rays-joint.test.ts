import { expect, it } from 'vitest';
import type { Opening, Wall } from '../../src/plan/model.js';
import { createScene } from '../../src/sight/scene/scene.js';
import { viewOf } from '../../src/sight/view/views.js';
import { camera, level, opening, rect, site, wall, zone } from '../support/site.js';
import { FAR } from './rays-plan.js';
import { apart, type Eye, heightsOver, meets, numbers, type Plan, type Screen, within } from './rays-space.js';

const HALL = 12;
const POINTS = 30;
const CASES = process.env.SITECAM_LONG === '1' ? 50_000 : 400;
/** m: sight lines nearer to an edge are left out. */
const EDGE = 1e-5;

/**
 * A hall with low walls and hanging ones only, where what is hidden at every height is hidden by the steepest of the one
 * kind and the flattest of the other: may-see holds exactly what a line to any height of a person reaches.
 */
it('holds what passes between low walls and lintels, and nothing else', () => {
  const tally = { seen: 0, byTwo: 0, otherwise: 0 };
  const faults: unknown[] = [];
  for (let seed = 1, cases = 0; cases < CASES; seed++) {
    const random = numbers(seed * 104729);
    const between = (low: number, high: number) => low + random() * (high - low);
    const screens: Screen[] = [];
    const walls: Wall[] = [];
    const openings: Opening[] = [];
    for (let i = 0; i < 4; i++) {
      const [a, b]: [Plan, Plan] = [
        [between(0.5, HALL - 0.5), between(0.5, HALL - 0.5)],
        [between(0.5, HALL - 0.5), between(0.5, HALL - 0.5)],
      ];
      const hangs = i % 2 === 0;
      const edge = hangs ? between(0.6, 2.6) : between(0.6, 2.8);
      walls.push(wall(`w${i}`, [a, b], hangs ? {} : { height: edge }));
      if (hangs) openings.push(opening(`o${i}`, 'passage', a, b, { head: edge, thickness: 0 }));
      screens.push({ a, b, bottom: hangs ? edge : -FAR, top: hangs ? FAR : edge });
    }
    const eye: Eye = { at: [between(0.5, HALL - 0.5), between(0.5, HALL - 0.5)], height: between(0.3, 4) };
    if (alike(screens) || screens.some(({ a, b }) => apart(eye.at, a, b) < 0.2)) continue;
    cases++;
    const device = camera(
      'c',
      eye.at,
      { form: 'fisheye', heading: undefined, tilt: 90, hfov: 180 },
      { height: eye.height },
    );
    const hall = level({
      zones: [zone('hall', rect(0, 0, HALL, HALL))],
      walls,
      openings,
      ceiling: undefined,
      devices: [device],
    });
    const view = viewOf(createScene(site(hall), hall), device, 'may', { density: undefined, target: 1.5 });
    for (let i = 0; i < POINTS; i++) {
      const point: Plan = [between(0, HALL), between(0, HALL)];
      const held = view.some(
        ({ rings, shadows }) =>
          rings.some((ring) => within(ring, point)) && !shadows.some((ring) => within(ring, point)),
      );
      const heights = heightsOver(eye, point, screens, 0, 2);
      const meetsAny = (some: readonly Screen[], z: number, grow: number) =>
        some.some((screen) => meets(eye, point, z, screen, grow));
      const hide = (some: readonly Screen[]) => heights.every((z) => meetsAny(some, z, -EDGE));
      const two = screens.some((p, j) => screens.slice(0, j).some((q) => hide([p, q])));
      const free = heights.some((z) => !meetsAny(screens, z, EDGE));
      if (free) tally.seen++;
      else if (two) tally.byTwo++;
      else if (hide(screens)) tally.otherwise++;
      if ((free && !held) || (two && held)) faults.push({ seed, point, eye, held, screens });
    }
  }
  if (CASES > 1000) console.info(tally);
  expect(faults.slice(0, 3)).toEqual([]);
  expect(tally.otherwise).toBe(0);
  expect(tally.seen).toBeGreaterThan(CASES);
  expect(tally.byTwo).toBeGreaterThan(CASES);
}, 3_600_000);

/** Whether two run along each other, where the one's opening would cut the other, or end so near that they are welded. */
function alike(screens: readonly Screen[]): boolean {
  return screens.some((p, i) =>
    screens.slice(0, i).some((q) => {
      const [ux, uy, vx, vy] = [p.b[0] - p.a[0], p.b[1] - p.a[1], q.b[0] - q.a[0], q.b[1] - q.a[1]];
      const sine = Math.abs(ux * vy - uy * vx) / Math.hypot(ux, uy) / Math.hypot(vx, vy);
      const ends = [apart(p.a, q.a, q.b), apart(p.b, q.a, q.b), apart(q.a, p.a, p.b), apart(q.b, p.a, p.b)];
      return sine < 0.2 || Math.min(...ends) < 0.06;
    }),
  );
}
