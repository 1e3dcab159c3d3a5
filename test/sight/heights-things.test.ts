import { describe, expect, it } from 'vitest';
import type { Point } from '../../src/geometry/types.js';
import type { Device, Opening, Wall } from '../../src/plan/model.js';
import { camera, opening, rect, region, wall, zone } from '../support/site.js';
import { across, expectHidden, eyeAt, opened, type Parts, seen, sightOf } from './heights-corridor.js';

/** A closed ring of walls. */
const ring = (corners: readonly Point[], more: Partial<Wall> = {}): Wall =>
  wall('ring', [...corners, ...corners.slice(0, 1)], more);

describe('a counter: a closed ring of low walls', () => {
  // 10 × 10 m, a counter of 1.1 m round 4 ≤ x, y ≤ 6. A camera in the south-west corner looks north-east.
  const hall = zone('hall', rect(0, 0, 10, 10));
  const box = rect(4, 4, 2, 2);
  const c = (at: Point, height: number, more: Partial<Device> = {}) =>
    camera('c', at, { heading: 45, tilt: 0, hfov: 90, vfov: 170 }, { height, ...more });
  const areas = (device: Device, parts: Parts, shape: readonly Point[]) => {
    const sight = sightOf(device, { zones: [hall], ...parts });
    return {
      must: sight.coverage(zone('s', shape), 0.001, { detectors: false, minus: [] }).covered,
      may: sight.reach(device, 'F1', region([...shape]), 0.001, 'may')?.area ?? 0,
    };
  };
  /** m² before a lens that are out of its frame at `drop` m below it: a triangle of ±45° to drop/tan 85° ahead. */
  const blind = (drop: number) => (drop / Math.tan((85 * Math.PI) / 180)) ** 2;
  const counter = (height: number) => ({ walls: [ring(box, { height })] });

  it('lower than the target hides nobody', () => {
    const { must, may } = areas(c([0, 0], 3), counter(1.1), hall.region.rings[0] ?? []);
    expect(must).toBeCloseTo(100 - blind(1.5), 6);
    expect(may).toBeCloseTo(100 - blind(1), 6);
  });

  it('hides of lower targets what is within and behind it', () => {
    // Target 0.5 m from 3 m: each side hides to 2.5/1.9 of its distance. The two near sides, x = 4 and y = 4, hide of the
    // inside everything up to 4 × 2.5/1.9 = 5.263; the two far ones a rim outside. must-see within: the square from
    // 100/19 to 6.
    const { must, may } = areas(c([0, 0], 3), { ...counter(1.1), target: 0.5 }, box);
    expect(must).toBeCloseTo((6 - 100 / 19) ** 2, 6);
    expect(may).toBeCloseTo(4, 6);
  });

  it('higher than the target hides a person within, but not in may-see while it is no higher than a person', () => {
    // 1.8 m, eye 3 m, target 1.5 m: 1.5/1.2 = 1.25: from 5 on: the inner square 5–6.
    const { must, may } = areas(c([0, 0], 3), counter(1.8), box);
    expect(must).toBeCloseTo(1, 6);
    expect(may).toBeCloseTo(4, 6);
  });

  it('is looked out of as it is looked into', () => {
    // From the middle of it at 3 m, 1.8 m high: each side at 1 m hides to 1.25 m: a ring between the squares of 2 and 2.5 m.
    const round = c([5, 5], 3, {
      lenses: [
        ...c([5, 5], 3).lenses,
        ...[135, 225, 315].flatMap((heading) => camera('x', [5, 5], { heading, tilt: 0, hfov: 90, vfov: 170 }).lenses),
      ],
    });
    const { must, may } = areas(round, counter(1.8), hall.region.rings[0] ?? []);
    expect(must).toBeCloseTo(100 - (2.5 ** 2 - 2 ** 2) - 4 * blind(1.5), 6);
    expect(may).toBeCloseTo(100 - 4 * blind(1), 6);
  });

  it('higher than a camera inside it hides everything outside', () => {
    const { must, may } = areas(c([4.5, 4.5], 1), counter(2), hall.region.rings[0] ?? []);
    // All the camera sees is the square from 4.5 to 6 of the inside.
    expect(must).toBeCloseTo(2.25 - blind(0.5), 6);
    expect(may).toBeCloseTo(2.25, 6);
  });
});

describe('a pillar', () => {
  // 1 × 1 m in the corridor, its near face 2 m before the eye at (2, 1).
  const pillar = ring(rect(4, 0.5, 1, 1));

  it('hides what is behind it in both worlds, however high the camera', () => {
    // Seen from 2 m ahead on (x = 4): |y − 1| > (x − 2)/4, as wide as the corridor at x = 6. The corridor less the wedge
    // from 4 to 6, ∫ (x − 2)/2 = (16 − 4)/4 = 3, and all from 6 on.
    for (const height of [1.5, 3, 3.9]) {
      const { must, may } = seen(eyeAt(height), { walls: [pillar] }, [4, 20]);
      expect(must).toBeCloseTo(1, 6);
      expect(may).toBeCloseTo(1, 6);
      expect(seen(eyeAt(height), { walls: [pillar] }, [6, 20])).toEqual({ must: 0, may: 0 });
    }
  });

  it('sees nothing of what is outside from within', () => {
    const within = camera('c', [4.5, 1], { heading: 90, tilt: 0, hfov: 90, vfov: 170 });
    const { must, may } = seen(within, { walls: [pillar] }, [5, 20]);
    expect([must, may]).toEqual([0, 0]);
  });

  it('that is a bollard hides less', () => {
    // 2.5 m high, eye 3 m: must-see to 3 times the distance of each face. The front hides a trapezoid from x = 4 (width 1)
    // to x = 8 (clipped to the corridor's 2 m from x = 6): 3 + 4. Sides and back hide nothing more in the corridor: the
    // back, 3 m away, hides up to 9 m but only within ±1/6 of its bearing: from x = 5 to 11, of which beyond x = 8 it
    // is 2 m wide to x = 8, ±(x − 2)/6: the corridor's ±1 from x = 8 on: 3 × 2. The sides throw from their near corner
    // (bearing 1/4) to their far one (1/6), to 3 times each: y − 1 from 1.5 on: outside.
    const { must } = seen(eyeAt(3), { walls: [ring(rect(4, 0.5, 1, 1), { height: 2.5 })] }, [4, 20]);
    expect(must).toBeCloseTo(32 - (3 + 4) - 6, 6);
  });
});

describe('a low wall along a room’s edge', () => {
  const west = zone('west', rect(0, 0, 4, 2));
  const east = zone('east', rect(4, 0, 16, 2));
  const zones = [west, east];

  it('stands there instead of the room’s wall', () => {
    expectHidden(eyeAt(3), { zones, walls: [across({ height: 2.5 })] }, { must: [[4, 8]], may: [[4, 6]] });
    expectHidden(eyeAt(3), { zones }, { must: [[4, 20]], may: [[4, 20]] });
  });

  it('stands for both faces of a thick wall', () => {
    // Rooms drawn by their inner faces, 0.2 m apart, the low wall between them, 2.1 m before the eye: to 2p in may-see. In
    // must-see what lies between the rooms is drawn by nobody.
    const apart = [west, zone('east', rect(4.2, 0, 15.8, 2))];
    const middle = wall(
      'w',
      [
        [4.1, 0],
        [4.1, 2],
      ],
      { height: 2.5, thickness: 0.24 },
    );
    const parts = { zones: apart, walls: [middle] };
    const device = eyeAt(3);
    expect(seen(device, parts, [6.2, 20]).may).toBeCloseTo(2 * 13.8, 6);
    expect(seen(device, parts, [4.2, 6.2]).may).toBe(0);
  });

  it('only where it runs', () => {
    // Low from y = 0 to y = 1, room-high from 1 to 2: beyond, what is south of the line y = 1 from the eye is seen over it.
    const half = wall(
      'w',
      [
        [4, 0],
        [4, 1],
      ],
      { height: 1.2 },
    );
    const { must, may } = seen(eyeAt(3), { zones, walls: [half] }, [4, 20]);
    expect(must).toBeCloseTo(16, 6);
    expect(may).toBeCloseTo(16, 6);
  });

  it('does not make a wall of the building lower that is drawn beside it', () => {
    const full = wall('full', [
      [4, 0],
      [4, 2],
    ]);
    expectHidden(eyeAt(3), { zones, walls: [across({ height: 2.5 }), full] }, { must: [[4, 20]], may: [[4, 20]] });
  });
});

describe('an opening in a low wall', () => {
  // 2.5 m high: must-see loses x 4–8, may-see 4–6. The middle metre open: what is seen through it at x is |y − 1| ≤
  // (x − 2)/4: of the 2 m up to x = 6 a wedge, from there on all.
  const low = across({ height: 2.5 });
  const middle = (kind: Opening['kind'], more: Partial<Opening> = {}): Opening[] => [
    opening('o', kind, [4, 0.5], [4, 1.5], { thickness: 0, ...more }),
  ];
  const wedge = (16 - 4) / 4;

  it('a passage lets sight through', () => {
    const { must, may } = seen(eyeAt(3), { walls: [low], openings: middle('passage') }, [4, 20]);
    // Lost: between the wedge and the corridor's sides from 4 to 6.
    expect(must).toBeCloseTo(32 - (4 - wedge), 6);
    expect(may).toBeCloseTo(32 - (4 - wedge), 6);
  });

  it('a gate lets it through in may-see', () => {
    const { may } = seen(eyeAt(3), { walls: [low], openings: middle('door') }, [4, 20]);
    expect(may).toBeCloseTo(32 - (4 - wedge), 6);
  });

  it('its tunnel is as high as the wall', () => {
    // 1.2 m thick: sides along y = 0.5 and 1.5 from x = 3.4 to 4.6. 1.5 m high they hide nobody of 1.5 m from 3 m.
    const thick = middle('passage', { thickness: 1.2 });
    const parts = { walls: [across({ height: 1.5 })], openings: thick };
    expectHidden(eyeAt(3), parts, { must: [], may: [] });
    // Room-high ones let through what is between them: |y − 1| ≤ 0.5 to x = 4.6, then ±(x − 2) × 0.5/2.6.
    const { must } = seen(eyeAt(3), { walls: [across()], openings: thick }, [4.6, 20]);
    const slope = 0.5 / 2.6;
    const full = 2 + 1 / slope;
    expect(must).toBeCloseTo(slope * ((full - 2) ** 2 - 2.6 ** 2) + 2 * (20 - full), 6);
  });

  it('that is a gate whose height nobody says may be of any height in must-see', () => {
    const low = [across({ height: 1.2 })];
    expectHidden(eyeAt(3), { walls: low, openings: [opened('door')] }, { must: [[4, 20]], may: [] });
    expectHidden(eyeAt(3), { walls: low, openings: [opened('door', { normallyOpen: true })] }, { must: [], may: [] });
  });

  it('that is a gate reaches to its head, and no less high than the wall', () => {
    // 1.2 m high in both; then 2 m: to 1.5 × 1.5 m in must-see; and in a wall of 2.5 m to 3 times as far.
    const low = [across({ height: 1.2 })];
    expectHidden(eyeAt(3), { walls: low, openings: [opened('door', { head: 1.1 })] }, { must: [], may: [] });
    expectHidden(eyeAt(3), { walls: low, openings: [opened('door', { head: 2 })] }, { must: [[4, 5]], may: [] });
    const gate = [opened('door', { head: 2 })];
    // Open, it leaves 0.5 m of the wall above it, which hides nobody whole: a person's head is seen over, the feet under it.
    expectHidden(eyeAt(3), { walls: [across({ height: 2.5 })], openings: gate }, { must: [[4, 8]], may: [] });
  });
});

describe('a detector', () => {
  // must-detect at 1.5 m in a sector of 90° within 30 m: what the corridor's eye sees from x = 3 on.
  const detector = (height: number | undefined): Device =>
    camera(
      'd',
      [2, 1],
      { heading: 90, tilt: undefined, hfov: 90, resolution: undefined },
      { kind: 'intrusion-detector', video: 'none', height, range: 30 },
    );
  const rows: [string, height: number | undefined, wall: number, detected: readonly [number, number][]][] = [
    ['over a wall lower than the target', 3, 1.4, [[4, 20]]],
    ['behind the shadow of a higher one: from 3p on', 3, 2.5, [[8, 20]]],
    ['not over one as high as itself', 2.2, 2.2, []],
    ['from below: to p·(1.5 − 1)/(1.25 − 1) = 2p', 1, 1.25, [[4, 6]]],
    ['not over any while its height is unknown', undefined, 0.5, []],
  ];
  it.each(rows)('detects %s', (_, height, low, detected) => {
    const device = detector(height);
    const sight = sightOf(device, { walls: [across({ height: low })] });
    const within = (shape: readonly Point[]) =>
      sight.coverage(zone('s', shape), 25, { detectors: true, minus: [] }).covered;
    const sum = detected.reduce((total, [a, b]) => total + 2 * (b - a), 0);
    expect(within(rect(4, 0, 16, 2))).toBeCloseTo(sum, 6);
    for (const [a, b] of detected) expect(within(rect(a, 0, b - a, 2))).toBeCloseTo(2 * (b - a), 6);
  });
});
