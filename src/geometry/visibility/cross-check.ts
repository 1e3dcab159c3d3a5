// Viewsheds computed twice and compared: for checking sitecam itself.

import { measure } from '../area/measure.js';
import { createSweep } from '../area/sweep.js';
import type { PreparedWalls } from '../arrangement/prepare.js';
import { discInscribed } from '../shapes/arc.js';
import { clipConvex } from '../shapes/clip.js';
import type { Box, Point, Ring } from '../types.js';
import { createExpansion } from './expansion/expansion.js';
import { ViewshedMismatch } from './mismatch.js';
import type { PlaceViewsheds } from './viewsheds.js';

/**
 * Share of the area by which the two implementations of viewsheds may differ; also the m² by which small ones may
 * differ.
 */
const AGREEMENT = 1e-6;

/**
 * Returns an object that computes viewsheds by triangular expansion and compares each with the one that the sweep
 * gives. Slow: for checking sitecam itself.
 *
 * @param bounds metres; as for {@link createExpansion}
 * @throws ViewshedMismatch, on computing a viewshed, if the two differ by more than {@link AGREEMENT}
 */
export function createChecked(walls: Pick<PreparedWalls, 'units'>, bounds: Box): PlaceViewsheds {
  const [expansion, sweep] = [createExpansion(walls, bounds), createSweep(walls, bounds)];
  return {
    among(blocks) {
      const [one, other] = [expansion.among(blocks), sweep.among(blocks)];
      return {
        ...one,
        viewshed(eye, window, range, stands) {
          const ring = one.viewshed(eye, window, range, stands);
          compare(eye, ring, other.viewshed(eye, window, range, stands), range);
          return ring;
        },
      };
    },
  };
}

function compare(eye: Point, one: Ring, other: Ring, range: number | undefined): void {
  const near = (ring: Ring): Ring => (range === undefined ? ring : clipConvex(ring, discInscribed(eye, range)));
  const [a, b] = [near(one), near(other)].map((ring) => ({ rings: ring.length < 3 ? [] : [ring], shadows: [] }));
  if (a === undefined || b === undefined) return;
  const both = measure(a, [b]);
  const expansion = both.area;
  const sweep = measure(b, []).area;
  const difference = expansion + sweep - 2 * both.covered;
  if (difference > AGREEMENT * Math.max(1, expansion, sweep) + 2 * both.bound)
    throw new ViewshedMismatch(eye, { expansion, sweep, difference });
}
