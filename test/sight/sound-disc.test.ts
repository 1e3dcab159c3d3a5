import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  clipConvex,
  createSweep,
  discCircumscribed,
  measure,
  type Point,
  prepareWalls,
  ringArea,
} from '../../src/geometry/index.js';
import { starWithin } from '../../src/sight/sound/disc.js';
import { all, angle, anyPoint, anyWalls, bounds, latticeWalls, offLattice, SIZE } from '../geometry/plans.js';

const RUNS = process.env.SITECAM_LONG === '1' ? 100_000 : 600;

const step = fc.integer({ min: 0, max: SIZE * 4 });
const onLattice: fc.Arbitrary<Point> = fc.tuple(step, step).map(([x, y]) => [x / 4, y / 4]);

/** Quarters of a metre, at which walls of a lattice touch the circle, as well as any. */
const radius = fc.oneof(
  fc.double({ min: 0.01, max: SIZE, noNaN: true }),
  step.map((n) => (n + 1) / 4),
);

/** Eighths of a turn, at which windows run along walls of a lattice, as well as any. */
const bearing = fc.oneof(
  angle,
  fc.integer({ min: 0, max: 8 }).map((n) => (n * Math.PI) / 4),
);

it('cuts views by a disc as clipping by each of its sides in turn does', () => {
  const window = fc.option(fc.tuple(bearing, bearing).map(([from, width]) => ({ from, to: from + width })));
  fc.assert(
    fc.property(
      fc.oneof(anyWalls, latticeWalls),
      fc.oneof(anyPoint, offLattice, onLattice),
      window,
      radius,
      (drawn, eye, open, r) => {
        const walls = prepareWalls(drawn, { closeGaps: false });
        const view = createSweep(walls, bounds)
          .among(all(walls))
          .viewshed(eye, open ?? undefined);
        fc.pre(view.length >= 3);
        const cut = starWithin(view, eye, r);
        const area = ringArea(clipConvex(view, discCircumscribed(eye, r)));
        expect(ringArea(cut)).toBeCloseTo(area, 8);
        // The same area, and in the same place; measured to 1e-9 relative, of pieces joined by edges of no width.
        const other = { rings: [clipConvex(view, discCircumscribed(eye, r))], shadows: [] };
        expect(measure({ rings: [cut], shadows: [] }, [other]).covered).toBeCloseTo(area, 6);
      },
    ),
    { numRuns: RUNS },
  );
});
