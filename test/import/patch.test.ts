import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Point } from '../../src/geometry/types.js';
import type { DraftOpening, PlanDraft } from '../../src/import/draft.js';
import { edgesOf } from '../../src/import/openings/edges.js';
import { lineOfPatch } from '../../src/import/openings/patch.js';
import { deriveWalls } from '../../src/plan/walls/walls.js';
import { type Drawn, drawn, feature, mapping, TWO_ROOMS } from './drawn.js';
import { make } from './support.js';

const origin = { path: 'plan.geojson', pointer: '/features/0' };
const opening = (ring: readonly Point[]): DraftOpening => ({
  id: 'd',
  level: 'F1',
  origin,
  keys: {},
  kind: 'door',
  name: undefined,
  shape: { type: 'patch', ring },
});
const box = (x: number, y: number, w: number, d: number): Point[] => [[x, y], [x + w, y], [x + w, y + d], [x, y + d], [x, y]]; // biome-ignore format: a ring
const wall = (...line: Point[]) => ({ id: 'w', level: 'F1', origin, keys: {}, line });

/** A patch between walls, laid. */
function laid(ring: readonly Point[], walls: PlanDraft['walls'] = []) {
  return lineOfPatch(opening(ring), { type: 'patch', ring }, edgesOf({ zones: [], walls }));
}

const rounded = (lines: readonly (readonly [Point, Point])[]) =>
  lines.map((line) => line.map((at) => at.map((n) => Number(n.toFixed(3)))).sort()).sort();

describe('a door or window drawn as the patch in the gap of a wall', () => {
  it('lies along its middle, as thick as it is', () => {
    const { lines, keys, notes } = laid(box(4, 1, 0.2, 0.9), [
      wall(...box(4, 0, 0.2, 1)),
      wall(...box(4, 1.9, 0.2, 1)),
    ]);
    expect(rounded(lines)).toEqual([[[4.1, 1], [4.1, 1.9]]]); // biome-ignore format: a line
    expect(keys).toEqual({ thickness: 0.2 });
    expect(notes).toEqual([]);
  });

  it('lies across the gap where the wall is thicker than the gap is wide', () => {
    const slit = box(0, 1, 0.6, 0.4);
    expect(rounded(laid(slit, [wall(...box(0, 0, 0.6, 1)), wall(...box(0, 1.4, 0.6, 1))]).lines)).toEqual([[[0.3, 1], [0.3, 1.4]]]); // biome-ignore format: a line
    // Without walls that tell, the short sides are its ends.
    expect(rounded(laid(slit).lines)).toEqual([[[0, 1.2], [0.6, 1.2]]]); // biome-ignore format: a line
  });

  it('lies as well beside other patches, with points said twice or on a straight side, whichever way it runs', () => {
    const ring: Point[] = [[4, 1], [4, 1], [4, 1.4], [4, 1.9], [4.1, 1.9], [4.2, 1.9], [4.2, 1], [4, 1]]; // biome-ignore format: a ring
    const expected = [[[4.1, 1], [4.1, 1.9]]]; // biome-ignore format: a line
    expect(rounded(laid(ring).lines)).toEqual(expected);
    expect(rounded(laid(ring.toReversed()).lines)).toEqual(expected);
  });

  it('becomes several lines where it bends, which meet outside the bend', () => {
    const corner: Point[] = [[0, 0], [3, 0], [3, 3], [2.8, 3], [2.8, 0.2], [0, 0.2]]; // biome-ignore format: a ring
    const { lines } = laid(corner, [wall([0, -1], [0, 0], [0, 0.2], [0, 1]), wall([2, 3], [2.8, 3], [3, 3], [4, 3])]);
    expect(rounded(lines)).toEqual([
      [[0, 0.1], [3, 0.1]], // biome-ignore format: a line
      [[2.9, 0], [2.9, 3]], // biome-ignore format: a line
    ]);
  });

  it('is refused where it has no area, and stays in the record', () => {
    const { lines, notes } = laid([[1, 1], [1, 1]]); // biome-ignore format: a ring
    expect(lines).toEqual([]);
    expect(notes).toMatchObject([{ sort: 'refused', message: { id: 'patch/no-area' }, origin }]);
  });

  it('lies where it was drawn, however the building is turned', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 6.3, noNaN: true }),
        fc.double({ min: 0.6, max: 3, noNaN: true }),
        fc.double({ min: 0.05, max: 0.5, noNaN: true }),
        fc.integer({ min: 0, max: 3 }),
        (angle, width, thickness, first) => {
          const turned = ([x, y]: Point): Point => [
            x * Math.cos(angle) - y * Math.sin(angle),
            x * Math.sin(angle) + y * Math.cos(angle),
          ];
          const ring = box(0, 0, width, thickness).slice(0, 4);
          const begun = [...ring.slice(first), ...ring.slice(0, first)];
          const walls = [box(-1, 0, 1, thickness), box(width, 0, 1, thickness)].map((one) => wall(...one.map(turned)));
          const { lines, keys } = laid(begun.map(turned), walls);
          const ends = [turned([0, thickness / 2]), turned([width, thickness / 2])];
          expect(lines).toHaveLength(1);
          for (const end of ends) {
            expect(Math.min(...lines[0].map((at) => Math.hypot(at[0] - end[0], at[1] - end[1])))).toBeLessThan(1e-9);
          }
          expect(keys?.thickness).toBeCloseTo(thickness, 3);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('opens both faces of its wall, and nothing else', () => {
    const site = make([drawn(TWO_ROOMS)], { mapping }).lint().site;
    const { cuts, uncut, blind, faces } = deriveWalls(site.levels[0]);
    expect([cuts.length, uncut, blind]).toEqual([1, [], []]);
    const upright = (x: number) =>
      faces
        .filter(({ a, b }) => Math.abs(a[0] - x) < 1e-6 && Math.abs(b[0] - x) < 1e-6)
        .reduce((sum, { a, b }) => sum + Math.abs(a[1] - b[1]), 0);
    for (const x of [4.2, 4.4]) expect(upright(x)).toBeCloseTo(3 - 0.9, 6);
  });

  it('of a curved window opens the wall all along', () => {
    const at = (radius: number, step: number): Point => [
      4 + radius * Math.cos((step * Math.PI) / 8),
      3 + radius * Math.sin((step * Math.PI) / 8),
    ];
    const steps = [0, 1, 2, 3, 4, 5, 6, 7, 8];
    const ring = [...steps.map((step) => at(3, step)), ...steps.toReversed().map((step) => at(3.2, step)), at(3, 0)];
    const bay = feature('window', 'bay', { type: 'Polygon', coordinates: [ring.map(([x, y]) => [x, y])] });
    const walls: readonly Drawn[] = [
      ['wall', 0.8, 0, 6.4, 0.2],
      ['wall', 0.8, 0.2, 0.2, 2.8],
      ['wall', 7, 0.2, 0.2, 2.8],
    ];
    const made = make([drawn(walls, [bay])], { mapping });
    const { site } = made.lint();
    expect(site.faults).toEqual([]);
    const { cuts, faces } = deriveWalls(site.levels[0]);
    expect(cuts).toHaveLength(8);
    expect(new Set(cuts.map(({ opening: { id } }) => id)).size).toBe(8);
    // Of the half circle nothing is left standing but where pieces meet: less than a finger's breadth.
    const standing = faces.filter(({ a, b }) => a[1] > 3.001 && b[1] > 3.001);
    expect(Math.max(0, ...standing.map(({ a, b }) => Math.hypot(a[0] - b[0], a[1] - b[1])))).toBeLessThan(0.02);
  });
});
