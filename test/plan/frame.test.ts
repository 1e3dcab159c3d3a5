import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { panOf } from '../../src/plan/build/lenses.js';
import { bearing, planFrame, project, unproject } from '../../src/plan/read/frame.js';

type LonLat = readonly [number, number];

/** Geodesic length and first bearing on WGS 84 by Vincenty's inverse formula (Survey Review 23, 1975). */
function geodesic([lon1, lat1]: LonLat, [lon2, lat2]: LonLat): { readonly length: number; readonly bearing: number } {
  const [a, f, rad] = [6378137, 1 / 298.257223563, Math.PI / 180];
  const b = a * (1 - f);
  const [u1, u2] = [Math.atan((1 - f) * Math.tan(lat1 * rad)), Math.atan((1 - f) * Math.tan(lat2 * rad))];
  const l = (lon2 - lon1) * rad;
  let lambda = l;
  for (let i = 0; ; i++) {
    const [x, y] = [
      Math.cos(u2) * Math.sin(lambda),
      Math.cos(u1) * Math.sin(u2) - Math.sin(u1) * Math.cos(u2) * Math.cos(lambda),
    ];
    const sinSigma = Math.hypot(x, y);
    if (sinSigma === 0) return { length: 0, bearing: 0 };
    const cosSigma = Math.sin(u1) * Math.sin(u2) + Math.cos(u1) * Math.cos(u2) * Math.cos(lambda);
    const sigma = Math.atan2(sinSigma, cosSigma);
    const sinAlpha = (Math.cos(u1) * Math.cos(u2) * Math.sin(lambda)) / sinSigma;
    const cos2Alpha = 1 - sinAlpha ** 2;
    const cos2m = cos2Alpha === 0 ? 0 : cosSigma - (2 * Math.sin(u1) * Math.sin(u2)) / cos2Alpha;
    const c = (f / 16) * cos2Alpha * (4 + f * (4 - 3 * cos2Alpha));
    const next = l + (1 - c) * f * sinAlpha * (sigma + c * sinSigma * (cos2m + c * cosSigma * (2 * cos2m ** 2 - 1)));
    if (Math.abs(next - lambda) < 1e-14 || i > 100) {
      const k = (cos2Alpha * (a * a - b * b)) / (b * b);
      const big = 1 + (k / 16384) * (4096 + k * (-768 + k * (320 - 175 * k)));
      const small = (k / 1024) * (256 + k * (-128 + k * (74 - 47 * k)));
      const delta =
        small *
        sinSigma *
        (cos2m +
          (small / 4) *
            (cosSigma * (2 * cos2m ** 2 - 1) - (small / 6) * cos2m * (4 * sinSigma ** 2 - 3) * (4 * cos2m ** 2 - 3)));
      return { length: b * big * (sigma - delta), bearing: Math.atan2(x, y) / rad };
    }
    lambda = next;
  }
}

const HOHHOT: LonLat = [111.75, 40.84];
const near = fc.tuple(
  fc.double({ min: -0.01, max: 0.01, noNaN: true }),
  fc.double({ min: -0.01, max: 0.01, noNaN: true }),
);
const origins = fc.tuple(
  fc.double({ min: -179, max: 179, noNaN: true }),
  fc.double({ min: -70, max: 70, noNaN: true }),
);

describe('the projection', () => {
  test('a hundredth of a degree about Hohhot', () => {
    // Lengths of a degree by the series of the ellipsoid's table (NGA), the latitude's at the middle of the step.
    const cosine = (degrees: number) => Math.cos((degrees * Math.PI) / 180);
    const longitude = 111_412.84 * cosine(40.84) - 93.5 * cosine(3 * 40.84) + 0.118 * cosine(5 * 40.84);
    const latitude = 111_132.92 - 559.82 * cosine(2 * 40.845) + 1.175 * cosine(4 * 40.845);
    expect(project([111.76, 40.84], HOHHOT)[0]).toBeCloseTo(longitude / 100, 2);
    expect(project([111.75, 40.85], HOHHOT)[1]).toBeCloseTo(latitude / 100, 2);
  });

  test('lengths and bearings from the origin are those of geodesics', () => {
    fc.assert(
      fc.property(origins, near, (origin, [dx, dy]) => {
        const point: LonLat = [origin[0] + dx, origin[1] + dy];
        const [x, y] = project(point, origin);
        const expected = geodesic(origin, point);
        expect(Math.abs(Math.hypot(x, y) - expected.length)).toBeLessThan(1e-6 + expected.length * 1e-4);
        if (expected.length < 1) return;
        const turn = bearing((Math.atan2(x, y) * 180) / Math.PI - expected.bearing);
        expect(Math.min(turn, 360 - turn)).toBeLessThan(0.01);
      }),
    );
  });

  test('comes back to where it started', () => {
    fc.assert(
      fc.property(origins, near, (origin, [dx, dy]) => {
        const [longitude, latitude] = unproject(project([origin[0] + dx, origin[1] + dy], origin), origin);
        expect(longitude).toBeCloseTo(origin[0] + dx, 10);
        expect(latitude).toBeCloseTo(origin[1] + dy, 10);
      }),
    );
  });

  test('a WGS 84 drawing in a plan that is turned: true north is where the plan says', () => {
    const frame = planFrame(30, HOHHOT, []);
    const [x, y] = frame.toPlan('wgs84', [111.75, 40.841]);
    expect((Math.atan2(x, y) * 180) / Math.PI).toBeCloseTo(30, 6);
    const [east, up] = frame.toPlan('wgs84', [111.751, 40.84]);
    expect((Math.atan2(east, up) * 180) / Math.PI).toBeCloseTo(120, 2);
  });

  test('metre plans in a national grid are moved to their corner, plans near zero are not', () => {
    const far = planFrame(0, undefined, [
      [512_340.5, 4_522_100.25],
      [512_380, 4_522_090],
    ]);
    expect(far.shift).toEqual([512_340, 4_522_090]);
    expect(far.toPlan('metres', [512_340.5, 4_522_100.25])).toEqual([0.5, 10.25]);
    expect(planFrame(0, undefined, [[-20, 3]]).shift).toEqual([0, 0]);
  });
});

test('pan limits run clockwise from the first to the second, turned into the plan', () => {
  expect(panOf([300, 60], 0)).toEqual([300, 420]);
  expect(panOf([300, 60], 90)).toEqual([30, 150]);
  expect(panOf([0, 360], 0)).toEqual([0, 360]);
  expect(panOf([-90, 90], 0)).toEqual([270, 450]);
});

test('a point of the plan is written in its files and read again', () => {
  const metres = { min: -5e5, max: 5e5, noNaN: true };
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 360, noNaN: true }),
      fc.tuple(fc.double({ min: -179, max: 179, noNaN: true }), fc.double({ min: -70, max: 70, noNaN: true })),
      fc.tuple(fc.double(metres), fc.double(metres)),
      fc.tuple(fc.double({ min: -400, max: 400, noNaN: true }), fc.double({ min: -400, max: 400, noNaN: true })),
      (north, origin, corner, point) => {
        const frame = planFrame(north, origin, [corner]);
        for (const system of ['metres', 'wgs84'] as const) {
          // A file far from zero has its plan's zero at its corner; degrees have none but their origin.
          const own = system === 'metres' ? frame : planFrame(north, origin, []);
          const back = own.toPlan(system, own.toFile(system, point));
          expect(Math.hypot(back[0] - point[0], back[1] - point[1])).toBeLessThan(1e-4);
        }
      },
    ),
  );
});
