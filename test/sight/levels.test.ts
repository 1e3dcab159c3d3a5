import { describe, expect, it } from 'vitest';
import type { Region } from '../../src/geometry/types.js';
import type { Device, Level } from '../../src/plan/model.js';
import { createSight } from '../../src/sight/sight.js';
import { camera, level, opening, rect, site, zone } from '../support/site.js';

/** Every direction, any density: only walls and floors bound the view. */
const everywhere = { form: 'fisheye', hfov: 180, resolution: undefined } as const;

function look(levels: readonly Level[], device: Device, on: string, region: Region, density = 0.001) {
  const placed = levels.map((one) => (one.id === device.level ? { ...one, devices: [device] } : one));
  return createSight(site(...placed)).reach(device, on, region, density, 'may');
}

describe('an atrium with a gallery round it', () => {
  // Atrium 10 × 10 over both storeys (floor at 0 and 4 m); on F2 a gallery 5 m deep to its east.
  const atrium = zone('atrium', rect(0, 0, 10, 10), { levels: ['F1', 'F2'] });
  const gallery = zone('gallery', rect(10, 0, 5, 10), { levels: ['F2'] });
  const f1 = level({ zones: [atrium], ceiling: 4, elevation: 0 });
  const above = (parts: Partial<Level>) => level({ id: 'F2', zones: [gallery], ceiling: 3, elevation: 4, ...parts });
  // Unsaid thickness makes a tunnel of 0.1 m; none makes figures round.
  const passage = opening('p', 'passage', [10, 0], [10, 10], { level: 'F2', thickness: 0 });
  // Eye at (0, 5), 3 m up, at the foot of the west wall.
  const c = camera('c', [0, 5], everywhere, { height: 3 });

  it('is seen into as far as the head of a person standing there', () => {
    // Where the line to 2 m above F2 (6 m) passes 4 m it has risen 1 of 3 m: it must do so before x = 10, so that what
    // it sees lies before x = 30: the whole gallery, but for what the sides of the passage hide: none, it is as wide.
    expect(look([f1, above({ openings: [passage] })], c, 'F2', gallery.region)?.area).toBeCloseTo(50, 6);
  });
});
