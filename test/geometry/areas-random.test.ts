import { beforeAll, describe, expect, test } from 'vitest';
import { coveredPieces, measure, type Piece, ringArea, uncoveredPieces } from '../../src/geometry/index.js';
import { exactMeasure } from './exact.js';
import { type Geos, loadGeos } from './geos.js';
import { type RandomZone, randomZones } from './random-zones.js';

/** `SITECAM_LONG=1 npx vitest run test/geometry/areas-random.test.ts` takes ten minutes. */
const LONG = process.env.SITECAM_LONG === '1';
const HOURS = 3_600_000;

/** Of the zone's area: what GEOS may be off where it rounds crossings. It was never seen to be off by more than 1e-7. */
const RELATIVE = 1e-6;

describe('random zones', () => {
  let geos: Geos;
  beforeAll(async () => {
    geos = await loadGeos();
  });

  // Where GEOS differs, or gives up, rational arithmetic says who is right: to 1e-9, a thousand times as narrow.
  test(
    'measure agrees with GEOS; where it does not, GEOS errs',
    () => {
      const seen = { zones: 0, worst: 0, gaveUp: 0, erred: 0 };
      const wrong: string[] = [];
      for (const { target, cover, uncut } of first(LONG ? 1_000_000 : 1_000, randomZones(1))) {
        const ours = measure(target, cover);
        const theirs = geos.measureUncut(target, uncut);
        const off = difference(ours, theirs);
        seen.zones += 1;
        if (off < RELATIVE) {
          seen.worst = Math.max(seen.worst, off);
          continue;
        }
        if (Number.isNaN(off)) seen.gaveUp += 1;
        else seen.erred += 1;
        const exact = exactMeasure(
          target,
          uncut.map(({ ring, within, shadows }) => ({ rings: [ring], shadows, within })),
        );
        if (!(difference(ours, exact) < 1e-9)) wrong.push(JSON.stringify({ target, uncut }));
      }
      if (LONG) console.log(seen);
      expect(wrong).toEqual([]);
      expect(seen.zones).toBe(LONG ? 1_000_000 : 1_000);
      expect(seen.gaveUp + seen.erred).toBeLessThan(seen.zones / 1_000);
    },
    2 * HOURS,
  );

  test(
    'covered and uncovered pieces add up to the zone, and GEOS finds every outline valid',
    () => {
      const wrong: string[] = [];
      let pieces = 0;
      for (const { target, cover } of first(LONG ? 100_000 : 1_000, randomZones(2))) {
        const { area, covered } = measure(target, cover);
        const lit = coveredPieces(target, cover);
        const dark = uncoveredPieces(target, cover);
        pieces += lit.length + dark.length;
        // Pieces under 1e-6 m², or thinner than 1e-5 m, are left out: a few of each, along edges that nearly coincide.
        const sums = Math.abs(sum(lit) - covered) < 1e-4 && Math.abs(sum(lit) + sum(dark) - area) < 1e-4;
        // Vertices within 1e-9 m are one, over a hundred metres of edges.
        const outlines = [...lit, ...dark].every(
          (piece) => Math.abs(outlined(piece) - piece.area) < 1e-6 && geos.isValid(piece.outline),
        );
        if (!sums || !outlines) wrong.push(JSON.stringify({ target, cover }));
      }
      if (LONG) console.log({ pieces });
      expect(wrong).toEqual([]);
      expect(pieces).toBeGreaterThan(1_000);
    },
    2 * HOURS,
  );
});

interface Areas {
  readonly area: number;
  readonly covered: number;
}

/** The larger difference of the two figures, as a share of the zone. */
function difference(p: Areas, q: Areas): number {
  return Math.max(Math.abs(p.area - q.area), Math.abs(p.covered - q.covered)) / p.area;
}

function sum(pieces: readonly Piece[]): number {
  return pieces.reduce((total, piece) => total + piece.area, 0);
}

function outlined({ outline: [outer = [], ...holes] }: Piece): number {
  return ringArea(outer) - holes.reduce((total, hole) => total + ringArea(hole), 0);
}

function* first(count: number, zones: Generator<RandomZone>): Generator<RandomZone> {
  for (let i = 0; i < count; i += 1) {
    const { done, value } = zones.next();
    if (done === true) return;
    yield value;
  }
}
