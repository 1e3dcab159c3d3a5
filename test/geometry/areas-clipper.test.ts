import { beforeAll, describe, expect, test } from 'vitest';
import { coveredPieces, crossingOf, measure, type Ring, regionOf, signedArea } from '../../src/geometry/index.js';
import { type Clipper, loadClipper } from './clipper.js';
import { exactMeasure } from './exact.js';
import { type Geos, loadGeos } from './geos.js';
import { rect } from './plans.js';

/** What is left of two viewsheds when every vertex is taken out without which Clipper2 is right. */
const small: readonly [Ring, Ring] = [
  [
    [4.2, 10.1],
    [2.4, 7.4],
    [4.4, 9.7],
  ],
  [
    [4.2, 11.1],
    [2.7, 6.8],
    [1.1, 10],
    [8.3, -24],
  ],
];

/** Two viewsheds of an office turned by some angle, to 0.1 mm. */
const viewsheds: readonly [Ring, Ring] = [
  [
    [1.718, -0.4362],
    [0, 0],
    [-0.9645, -3.7984],
    [-0.16, -4.0027],
    [-0.5515, -7.032],
    [-0.324, -7.0898],
    [-0.7788, -11.9323],
    [-0.7413, -11.9418],
    [-0.3833, -7.9894],
    [1.1639, -8.3823],
    [0.7123, -4.2242],
    [2.3102, -4.63],
    [2.6106, -3.4468],
    [3.8106, -5.011],
    [5.5848, -5.4615],
    [5.7023, -4.9991],
    [2.8321, -2.5745],
    [3.2747, -0.8315],
  ],
  [
    [-3.5139, -14.2595],
    [-0.3315, -12.0459],
    [-1.7256, -11.6919],
    [0.6674, -8.2562],
    [-0.3833, -7.9894],
    [1.4083, -4.401],
    [1.259, -4.3631],
    [-0.622, -8.2631],
    [-1.0097, -8.1647],
    [-0.7117, -6.9913],
    [1.8069, -0.4588],
    [1.3292, -0.3375],
    [-1.2556, -7.7679],
    [-1.3722, -7.7383],
    [-2.5979, -11.4704],
    [-2.8936, -11.3953],
    [-3.596, -14.1614],
  ],
];

/** Holds all of these rings. */
const everywhere = regionOf(rect(-50, -50, 100, 100));

describe('unions of two simple rings that Clipper2 gets wrong', () => {
  let geos: Geos;
  let clipper: Clipper;
  beforeAll(async () => {
    geos = await loadGeos();
    clipper = await loadClipper();
  });

  // The two areas by shoelace, what they share in rational arithmetic; their sum less what they share is the union, and
  // GEOS agrees. What Clipper2 says (clipper2-wasm 0.4.0, coordinates rounded to so many decimals, which changes none here)
  // is 0.8 % and 2.8 % more. Tolerances: half a unit of the last figure given here.
  test.each([
    { name: 'shrunk', rings: small, decimals: 8, areas: [0.63, 50.82], common: 0.4685913515, says: 51.38326 },
    {
      name: 'whole',
      rings: viewsheds,
      decimals: 4,
      areas: [22.0508821, 13.1385524],
      common: 2.6214222316,
      says: 33.46411,
    },
  ])('$name', ({ rings: [p, q], decimals, areas, common, says }) => {
    for (const ring of [p, q]) expect([crossingOf(ring), signedArea(ring) > 0]).toEqual([undefined, true]);
    const [a, b] = [regionOf(p), regionOf(q)];
    const union = areas[0] + areas[1] - common;
    expect([signedArea(p), signedArea(q)]).toEqual(areas.map((area) => expect.closeTo(area, 6)));
    expect(exactMeasure(a, [b]).covered).toBeCloseTo(common, 9);
    expect(exactMeasure(everywhere, [a, b]).covered).toBeCloseTo(union, 6);
    expect(geos.measure(everywhere, [a, b]).covered).toBeCloseTo(union, 6);

    expect(measure(everywhere, [a, b]).covered).toBeCloseTo(union, 6);
    expect(measure(a, [b]).covered).toBeCloseTo(common, 9);
    expect(measure(b, [a]).covered).toBeCloseTo(common, 9);
    expect(coveredPieces(everywhere, [a, b]).reduce((sum, piece) => sum + piece.area, 0)).toBeCloseTo(union, 6);

    expect(clipper.union(p, q, decimals)).toBeCloseTo(says, 4);
  });
});
