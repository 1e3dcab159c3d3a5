import { beforeAll, describe, expect, test } from 'vitest';
import { measure } from '../../src/geometry/index.js';
import { exactMeasure } from './exact.js';
import { type Geos, loadGeos } from './geos.js';
import { type RandomZone, randomZones } from './random-zones.js';

/** A million take half an hour: `SITECAM_LONG=1 npx vitest run test/geometry/areas-random.test.ts`. */
const ZONES = process.env.SITECAM_LONG === '1' ? 1_000_000 : 1_000;

/** Of the zone's area. GEOS rounds crossings to where its grid or its doubles put them. */
const RELATIVE = 1e-6;

function* first(count: number, zones: Generator<RandomZone>): Generator<RandomZone> {
  for (let i = 0; i < count; i += 1) {
    const { done, value } = zones.next();
    if (done === true) return;
    yield value;
  }
}

describe('random zones', () => {
  let geos: Geos;
  beforeAll(async () => {
    geos = await loadGeos();
  });

  // Where GEOS differs, or gives up, rational arithmetic says who is right.
  test(
    'measure agrees with GEOS, or with rational arithmetic where GEOS errs',
    () => {
      let worst = 0;
      let wrong = 0;
      let zones = 0;
      for (const { target, cover, uncut } of first(ZONES, randomZones(1))) {
        const ours = measure(target, cover);
        const theirs = geos.measureUncut(target, uncut);
        const off = Math.max(Math.abs(ours.area - theirs.area), Math.abs(ours.covered - theirs.covered)) / ours.area;
        zones += 1;
        if (off < RELATIVE) {
          worst = Math.max(worst, off);
          continue;
        }
        wrong += 1;
        const exact = exactMeasure(target, cover);
        expect(Math.abs(ours.area - exact.area), JSON.stringify({ target, uncut })).toBeLessThan(1e-9 * exact.area);
        expect(Math.abs(ours.covered - exact.covered), JSON.stringify({ target, uncut })).toBeLessThan(
          1e-9 * exact.area,
        );
      }
      if (ZONES > 1_000) console.log(`${zones} zones: else within ${worst} of the zone; GEOS errs on ${wrong}`);
      expect(zones).toBe(ZONES);
    },
    3 * 3_600_000,
  );
});
