// May-see of other levels in cases that are worked out by hand: each formula stands beside its case.
import { describe, expect, it } from 'vitest';
import type { Device, Level, Optics, Wall, Zone } from '../../src/plan/model.js';
import { createSight } from '../../src/sight/sight.js';
import { camera, level, opening, optics, rect, site, wall, zone } from '../support/site.js';

/** px/m at which nothing is too far away. */
const ANY = 0.001;
const tan = (degrees: number) => Math.tan((degrees * Math.PI) / 180);

/** m² of a zone that a device sees; 0 where nothing is seen. */
function seen(levels: readonly Level[], device: Device, on: string, { region }: Zone): number {
  const plan = site(...levels.map((one) => (one.id === device.level ? { ...one, devices: [device] } : one)));
  return createSight(plan).reach(device, on, region, ANY, 'may')?.area ?? 0;
}

/**
 * A lens that looks along its heading, from `steepest` to `flattest` degrees below the horizon: whatever lies to its sides,
 * the upper and lower edges of its picture are planes through the eye that rise and fall with the distance ahead alone.
 */
function between(steepest: number, flattest: number, more: Partial<Optics> = {}): Optics {
  return optics({ tilt: (steepest + flattest) / 2, vfov: steepest - flattest, hfov: 100, ...more });
}

const exact = { tolerance: { heading: 0, tilt: 0, position: 0 } };

describe('an atrium of 3 × 3 m with a rail of 1.1 m', () => {
  // F1 to 3.7 m, F2 from 4 m. West of the hole a gallery on F2, its rail at x = 0; east of it a lobby on F1, 6 m deep, open.
  const atrium = zone('atrium', rect(0, 0, 3, 3), { levels: ['F1', 'F2'] });
  const lobby = zone('lobby', rect(3, 0, 6, 3));
  const gallery = zone('gallery', rect(-4, 0, 4, 3), { levels: ['F2'] });
  const open = opening('p', 'passage', [3, 0], [3, 3], { thickness: 0 });
  const rail = wall(
    'rail',
    [
      [0, 0],
      [0, 3],
    ],
    { level: 'F2', height: 1.1 },
  );
  const levels = [
    level({ zones: [atrium, lobby], openings: [open], ceiling: 3.7 }),
    level({ id: 'F2', elevation: 4, ceiling: 3, zones: [gallery], walls: [rail] }),
  ];

  // Down: the eye 2 m before the rail at 6.5 m. Over the rail (5.1 m) a line sinks by at most 1.4/2 = 0.7 a metre, and under
  // the lobby's ceiling, 5 m ahead, by at least 2.8/5 = 0.56. Heads (2 m) from 4.5/0.7 = 6.4286 m on, to the lobby's end.
  const down = (lens: Optics) =>
    seen(levels, camera('c', [-2, 1.5], lens, { level: 'F2', height: 2.5, ...exact }), 'F1', lobby);
  it('from above: from where heads are seen over it', () => {
    expect(down(between(60, 10))).toBeCloseTo(3 * (11 - 4.5 / 0.7), 6);
  });

  it('from above: from where the picture begins, if that is farther', () => {
    // 33° down: 0.6494 a metre, heads from 6.9295 m on.
    expect(down(between(33, 10))).toBeCloseTo(3 * (11 - 4.5 / tan(33)), 6);
  });

  it('from above: up to where the steepest line over the rail and the picture’s upper edge let the floor be seen', () => {
    // Between 0.7 and tan 34° = 0.6745 a metre: the floor up to 6.5/0.6745 = 9.6366 m.
    expect(down(between(50, 34))).toBeCloseTo(3 * (6.5 / tan(34) - 4.5 / 0.7), 6);
  });

  it('from above: nothing, where all of the picture is steeper than the rail lets through, or flatter than the ceiling', () => {
    // tan 36° = 0.7265 > 0.7, though at 5 m ahead heights of 0–2 m and the hole are each in the picture; tan 29° = 0.5543 < 0.56.
    expect(down(between(60, 36))).toBe(0);
    expect(down(between(29, 5))).toBe(0);
  });

  // Up: the eye in the atrium at 1 m, 2.9 m before the rail, whose top at 5.1 m it sees at 4.1/2.9 = 1.4138 a metre (54.7°).
  // Heads at 6 m show over it up to 2.9 × 5/4.1 = 3.5366 m.
  const up = (lens: Optics) =>
    seen(levels, camera('c', [2.9, 1.5], { ...lens, heading: 270 }, { height: 1, ...exact }), 'F2', gallery);
  it('from below: as deep as heads show over it', () => {
    expect(up(between(-40, -65))).toBeCloseTo(3 * 2.9 * (5 / 4.1 - 1), 6);
  });

  it('from below: from where the picture’s lower edge lets heads in', () => {
    // From 56° up, 1.4826 a metre: heads only up to 5/1.4826 = 3.3725 m.
    expect(up(between(-56, -75))).toBeCloseTo(3 * (5 / tan(56) - 2.9), 6);
  });

  it('from below: nothing, where the picture ends below the rail’s top', () => {
    expect(up(between(-30, -54))).toBe(0);
  });
});

describe('two storeys down', () => {
  // Storeys of 3.3 m with ceilings of 3 m, an atrium to x = 6; east of it F2 juts out over a hall of F1, open to the atrium.
  const atrium = zone('atrium', rect(0, 0, 6, 10), { levels: ['F1', 'F2', 'F3'] });
  const hall = zone('hall', rect(6, 0, 8, 10));
  const jut = zone('jut', rect(6, 0, 8, 10), { levels: ['F2'] });
  const open = opening('p', 'passage', [6, 0], [6, 10], { thickness: 0 });
  const gallery = zone('gallery', rect(-6, 0, 6, 10), { levels: ['F3'] });
  const rail = (height: number) =>
    wall(
      'rail',
      [
        [0, 0],
        [0, 10],
      ],
      { level: 'F3', height },
    );
  const down = (lens: Optics, height: number, walls: readonly Wall[] = []) =>
    seen(
      [
        level({ zones: [atrium, hall], openings: [open], ceiling: 3 }),
        level({ id: 'F2', elevation: 3.3, ceiling: 3, zones: [jut], walls }),
        level({ id: 'F3', elevation: 6.6, ceiling: 3, zones: [gallery], walls: [rail(height)] }),
      ],
      camera('c', [-2, 5], lens, { level: 'F3', height: 2.4, ...exact }),
      'F1',
      hall,
    );

  it('past the edges of both floors', () => {
    // The eye at 9 m. Over a rail of 0.2 m: at most 2.2/2 = 1.1 a metre; under the jut’s floor (3.3 m) and the hall’s ceiling
    // (3 m), 8 m ahead, at least 6/8 = 0.75. Of 0–2 m up to 9/0.75 = 12 m: 4 m of the hall, from 8 m ahead on all.
    expect(down(between(70, 10), 0.2)).toBeCloseTo(10 * 4, 6);
  });

  it('as far as the picture’s upper edge lets the floor be seen', () => {
    // tan 40° = 0.8391: 9/0.8391 = 10.7258 m.
    expect(down(between(70, 40), 0.2)).toBeCloseTo(10 * (9 / tan(40) - 8), 6);
  });

  it('not at all over a rail of 1.1 m: 1.3/2 = 0.65 a metre is too flat for the edges below', () => {
    expect(down(between(70, 10), 1.1)).toBe(0);
  });

  it('not behind a wall of the storey between, though that stands nearer than all that is looked at', () => {
    // 4 m ahead, where the lines are at 4.6–6 m. It ends straight ahead of the eye: half of all is behind it.
    const across = wall(
      'across',
      [
        [2, 0],
        [2, 5],
      ],
      { level: 'F2' },
    );
    expect(down(between(70, 10), 0.2, [across])).toBeCloseTo(10 * 2, 6);
  });
});

describe('a window over a courtyard', () => {
  // The façade 3 m ahead of the eye at 3 m. F2 from 3.3 m: a window 2 m wide, sill at 4.2 m (1.2/3 = 0.4 a metre), head as
  // said; heads of persons at 5.3 m: seen over the sill up to 2.3/0.4 = 5.75 m.
  const yard = zone('yard', rect(-20, -30, 40, 30), { enclosed: false });
  const room = zone('room', rect(-5, 0, 10, 5), { levels: ['F2'] });
  const at = (lens: Optics, head = 2.1) =>
    seen(
      [
        level({ zones: [yard], ceiling: 3 }),
        level({
          id: 'F2',
          elevation: 3.3,
          ceiling: 3,
          zones: [room],
          openings: [opening('w', 'window', [-1, 0], [1, 0], { level: 'F2', thickness: 0, sill: 0.9, head })],
        }),
      ],
      camera('c', [0, -3], { ...lens, heading: 0 }, { height: 3, ...exact }),
      'F2',
      room,
    );
  /** m² of the wedge through the window from 3 m to `far` m ahead: it is 2/3 as wide as it is far. */
  const wedge = (far: number) => (far ** 2 - 9) / 3;

  it('shows what its sill lets be seen', () => {
    expect(at(between(-5, -40))).toBeCloseTo(wedge(5.75), 6);
  });

  it('shows less where the picture’s lower edge is steeper than its sill', () => {
    // From 24° up: tan 24° = 0.4452, heads up to 2.3/0.4452 = 5.1659 m.
    expect(at(between(-24, -40))).toBeCloseTo(wedge(2.3 / tan(24)), 6);
  });

  it('shows nothing to a picture that ends below its sill, though heads farther in would be in it', () => {
    // Up to 20°: tan 20° = 0.364 < 0.4; a head 5.75 m ahead is 21.8° up, its waist is in the picture.
    expect(at(between(-4, -20))).toBe(0);
  });

  it('shows nothing to a picture that begins above its head', () => {
    // A head at 4.25 m: 1.25/3 = 0.4167 a metre, below tan 24°.
    expect(at(between(-24, -40), 0.95)).toBe(0);
    expect(at(between(-5, -40), 0.95)).toBeCloseTo(wedge(5.75), 6);
  });
});
