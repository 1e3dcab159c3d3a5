import { describe, expect, it } from 'vitest';
import { measure } from '../../src/geometry/index.js';
import type { Point, Region } from '../../src/geometry/types.js';
import type { Device, Level } from '../../src/plan/model.js';
import { createScene } from '../../src/sight/scene/scene.js';
import { viewOf } from '../../src/sight/view/views.js';
import { camera, level, opening, rect, site, wall, zone } from '../support/site.js';

const BY = 0.3;
const lens = { tilt: 25, hfov: 80, heading: 60, resolution: [2560, 1440] as const };

const rooms = [zone('west', rect(0, 0, 6, 5)), zone('east', rect(6, 0, 6, 5)), zone('north', rect(0, 5, 12, 4))];

function plan(devices: Device[]): Level {
  return level({
    zones: rooms,
    openings: [
      opening('d1', 'passage', [6, 2], [6, 3], { thickness: 0.2 }),
      opening('d2', 'door', [2, 5], [3, 5], { normallyOpen: true, thickness: 0.2 }),
      opening('d3', 'window', [8, 5], [9.5, 5], { glazing: 'clear', fixed: true, thickness: 0.2 }),
    ],
    // A pillar, a screen and a slit between two screens: what is seen from between two positions and from neither.
    walls: [
      wall('pillar', [...rect(3, 1.5, 0.4, 0.4), [3, 1.5] as Point]),
      wall('screen', [
        [4.2, 3.2],
        [4.2, 3.9],
      ]),
      wall('other', [
        [4.2, 3.95],
        [4.2, 4.6],
      ]),
    ],
    devices,
  });
}

const placed = (at: Point, position: number, heading = 60): Device =>
  camera('c', at, { ...lens, heading }, { height: 2.8, tolerance: { heading: 2, tilt: 2, position } });

function outside(inner: readonly Region[], outer: readonly Region[]): number {
  return inner.reduce((sum, look) => {
    const { area, covered } = measure(look, outer);
    return sum + area - covered;
  }, 0);
}

function viewsOf(device: Device, world: 'may' | 'must', density = 25) {
  const one = plan([device]);
  return viewOf(createScene(site(one), one), device, world, { density, target: 1.5 });
}

const totalOf = (view: readonly Region[]) => view.reduce((sum, look) => sum + measure(look, []).area, 0);

describe('a camera whose place is known to 0.3 m', () => {
  it.each<[string, Point, number, boolean]>([
    ['standing free', [1.5, 2.5], 60, false],
    ['beside a wall it is not on', [1.5, 0.15], 60, false],
    ['on a wall', [2, 0.02], 20, true],
    ['in a corner', [0.02, 0.02], 45, true],
  ])('%s: may-see holds what it sees from anywhere there, must-see lies in it', (_, at, heading, mounted) => {
    const [may, must] = [viewsOf(placed(at, BY, heading), 'may'), viewsOf(placed(at, BY, heading), 'must')];
    // Positions on this side of every wall; of what is on a wall those in front of it and along it.
    for (let i = 0; i < 24; i += 1) {
      const [angle, far] = [(i * Math.PI) / 6, i % 2 === 0 ? BY : BY * 0.6];
      const [x, y] = [at[0] + far * Math.cos(angle), at[1] + far * Math.sin(angle)];
      const least = mounted ? 0.06 : 0.001;
      if (x < least || y < least || x > 6 || y > 5) continue;
      const there = placed([x, y], 0, heading);
      // 1e-6 m²: rounding, as everywhere.
      expect(outside(viewsOf(there, 'may'), may), `may from ${x}, ${y}`).toBeLessThan(1e-6);
      expect(outside(must, viewsOf(there, 'must')), `must from ${x}, ${y}`).toBeLessThan(1e-6);
    }
  });

  it('may see over a wall as high as its eye who is taller than both', () => {
    const field = level({ zones: [zone('field', rect(0, -5, 20, 10))], walls: [wall('low', [[6, -5], [6, 5]], { height: 1.2 })] }); // biome-ignore format: one level
    const beyond = (height: number) => {
      const aimed = { heading: 90, tilt: 0, hfov: 60, resolution: [2560, 1440] as const };
      const device = camera('c', [1, 0], aimed, { height, tolerance: { heading: 0, tilt: 0, position: 0.1 } });
      const looks = viewOf(createScene(site(field), field), device, 'may', { density: 25, target: 1.5 });
      return looks.some((look) => measure(look, [{ rings: [rect(7, -5, 13, 10)], shadows: [] }]).covered > 1);
    };
    expect([1.2, 1.3].map(beyond)).toEqual([true, true]);
  });

  it('sees something for certain, and not much more than anywhere it could be', () => {
    const exact = totalOf(viewsOf(placed([1.5, 2.5], 0), 'must'));
    const sure = totalOf(viewsOf(placed([1.5, 2.5], BY), 'must'));
    expect(sure).toBeGreaterThan(exact * 0.5);
    expect(sure).toBeLessThan(exact);
  });

  it('may see the same whichever way it is turned: straight along an axis too', () => {
    const field = level({ zones: [zone('field', rect(-20, -20, 40, 40))] });
    const area = (heading: number, position: number) => {
      const aimed = { heading, tilt: 40, hfov: 40, vfov: 30, resolution: [1000, 1000] as const };
      const device = camera('c', [0, 0], aimed, { tolerance: { heading: 0, tilt: 0, position } });
      return totalOf(viewOf(createScene(site(field), field), device, 'may', { density: 1, target: 1.5 }));
    };
    // Its place is taken as an octagon: turned by an eighth it is the same.
    const askew = area(45, 0.3);
    for (const heading of [0, 90, 180, 270]) expect(area(heading, 0.3), `${heading}`).toBeCloseTo(askew, 9);
    // From 25° below the horizon the floor is seen 6.43 m ahead; 0.3 m more all round is more than 0.3 m at its far edge.
    const far = 3 / Math.tan((25 * Math.PI) / 180);
    expect(askew).toBeGreaterThan(area(45, 0) + 0.3 * 2 * far * Math.tan((20 * Math.PI) / 180));
  });

  it('where nothing stands, sees a footprint drawn in for certain and one drawn out at most', () => {
    // Straight down from 3 m on a square field of ±45° and tolerance 0: at 1.5 m a square of half-side 1.5. Certain from
    // every position of the octagon about a disc of 0.3 m: half-side 1.2 and no less than 1.2 − 0.3·(1/cos 22.5° − 1).
    const field = level({ zones: [zone('field', rect(-10, -10, 20, 20))] });
    const down = (position: number) =>
      camera(
        'c',
        [0, 0],
        { heading: 0, tilt: 90, hfov: 90, vfov: 90, resolution: [1000, 1000] },
        { height: 3, tolerance: { heading: 0, tilt: 0, position } },
      );
    const area = (position: number, world: 'must' | 'may') =>
      totalOf(viewOf(createScene(site(field), field), down(position), world, { density: 1, target: 1.5 }));
    expect(area(0, 'must')).toBeCloseTo(9, 6);
    expect(area(0.3, 'must')).toBeCloseTo(2.4 ** 2, 6);
    // May-see takes the floor: half-side 3, and 3.3 with rounded corners: 6² + 4·6·0.3 + π·0.3², a little more.
    expect(area(0, 'may')).toBeCloseTo(36, 6);
    expect(area(0.3, 'may')).toBeGreaterThan(36 + 7.2 + Math.PI * 0.09);
    expect(area(0.3, 'may')).toBeLessThan(6.7 ** 2);
  });
});
