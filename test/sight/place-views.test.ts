// What is in sight from some or from every place of a device: a low wall beside the place.
import { describe, expect, it } from 'vitest';
import { containsPoint } from '../../src/geometry/index.js';
import type { Point } from '../../src/geometry/types.js';
import { seenFromEvery, seenFromSome } from '../../src/sight/optics/place-views.js';
import { createScene } from '../../src/sight/scene/scene.js';
import { level, rect, site, wall, zone } from '../support/site.js';

describe('a low wall at the end of the stretch on which an eye may be', () => {
  // Eyes at 2.7 m from (4, 5) on; from there the wall of 2.2 m hides 1.5 m from x = 5 to x = 6.4.
  const low = wall(
    'low',
    [
      [5, 0],
      [5, 10],
    ],
    { height: 2.2 },
  );
  const own = level({ ceiling: 3, zones: [zone('z', rect(0, 0, 10, 10))], walls: [low] });
  const scene = createScene(site(own), own);
  const places = [4.5, 5.2, 5.8, 6.3, 6.5, 8];
  const seen = (from: typeof seenFromSome, before: number) => {
    const ring: Point[] = [
      [4, 5],
      [5 - before, 5],
    ];
    const view = from(scene, { eyes: { ring, window: undefined }, heights: [2.7, 2.7] }, 1.5);
    return places.filter((x) => view.some((look) => containsPoint(look, [x, 5.01])));
  };
  const every: typeof seenFromSome = (...asked) => seenFromEvery(asked[0], 'may', asked[1], asked[2]);

  it('hides from every eye what it hides from one, and all beyond it where an eye may touch it', () => {
    expect([0, 5e-4, 0.01].map((before) => seen(every, before))).toEqual([[4.5], [4.5], [4.5, 6.5, 8]]);
  });

  it('hides nothing from all of them', () => {
    expect([0, 5e-4].map((before) => seen(seenFromSome, before))).toEqual([places, places]);
  });
});
