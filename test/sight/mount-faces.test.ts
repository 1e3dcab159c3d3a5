// The faces of walls on which devices may be mounted.
import { expect, test } from 'vitest';
import { facesOf, OFF_CORNERS } from '../../src/sight/scene/faces.js';
import { createScene } from '../../src/sight/scene/scene.js';
import { level, site, wall } from '../support/site.js';

test('a face keeps as clear of its wall’s end as of corners, whatever stands just beyond it', () => {
  const beam = wall('beam', [
    [0, 0],
    [4, 0],
  ]);
  const beyond = wall('beyond', [
    [-0.05, -1],
    [-0.05, 1],
  ]);
  const starts = [[beam], [beam, beyond]].map((walls) => {
    const own = level({ ceiling: 3, walls });
    const along = facesOf(createScene(site(own), own), 2.5).filter(({ a, b }) => a[1] === 0 && b[1] === 0);
    return Math.min(...along.flatMap(({ a, b }) => [a[0], b[0]]));
  });
  for (const start of starts) expect(start).toBeGreaterThanOrEqual(OFF_CORNERS);
  for (const start of starts) expect(start).toBeLessThan(OFF_CORNERS + 0.01);
});
