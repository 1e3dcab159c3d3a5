import { describe, expect, it } from 'vitest';
import { camera, rect, region, wall } from '../support/site.js';
import {
  across,
  corridor,
  expectHidden,
  eyeAt,
  opened,
  type Parts,
  type Stretch,
  seen,
  sightOf,
  WIDE,
} from './heights-corridor.js';

/** To the corridor's far end. */
const from = (x: number): Stretch[] => [[x, 20]];
const ALL = from(4);
const NONE: Stretch[] = [];

// The wall is p = 2 m before the eye: a shadow from a·p to b·p lies at x from 2 + 2a to 2 + 2b. must-see asks for 1.5 m,
// may-see for all of 0–2 m.
type Row = [string, eye: number, height: number, must: Stretch[], may: Stretch[]];

describe('a low wall across a corridor', () => {
  const rows: Row[] = [
    ['lower than the target', 3, 1.4, NONE, NONE],
    ['as high as the target', 3, 1.5, NONE, NONE],
    // To p·(3 − 1.5)/(3 − 2) = 1.5p; a person of 2 m looks over it.
    ['from above', 3, 2, [[4, 5]], NONE],
    // 1.5/0.5 = 3p; for 2 m 1/0.5 = 2p.
    ['from above, higher than a person', 3, 2.5, [[4, 8]], [[4, 6]]],
    // 1.5/0.25 = 6p; 1/0.25 = 4p.
    ['from above, nearly as high as the camera', 3, 2.75, [[4, 14]], [[4, 10]]],
    // 1.5/0.1 = 15p; 1/0.1 = 10p: both beyond the end, 9p away.
    ['from above, with a shadow longer than the corridor', 3, 2.9, ALL, ALL],
    // Within 1.5 mm it counts as 1.5 mm lower: 16 m past it one sees down to 3 − 0.0015·9 m, above anybody's head.
    ['as high as the camera', 3, 3, ALL, ALL],
    ['higher than the camera', 3, 3.5, ALL, ALL],
    ['lower than a low camera', 1, 0.9, NONE, NONE],
    ['as high as a low camera', 1, 1, NONE, NONE],
    // From p·(1.5 − 1)/(1.25 − 1) = 2p on; for 2 m 1/0.25 = 4p on.
    ['from below', 1, 1.25, from(6), from(10)],
    // As high as the target: from p on; for 2 m 1/0.5 = 2p on.
    ['from below, as high as the target', 1, 1.5, ALL, from(6)],
    // 1/0.8 = 1.25p.
    ['from below, lower than a person', 1, 1.8, ALL, from(4.5)],
    ['from below, as high as a person', 1, 2, ALL, ALL],
    ['at the height of target and camera, lower', 1.5, 1.4, NONE, NONE],
    ['at the height of target and camera, as high', 1.5, 1.5, ALL, NONE],
    // For 2 m 0.5/0.1 = 5p.
    ['at the height of target and camera, higher', 1.5, 1.6, ALL, from(12)],
  ];
  it.each(rows)('%s (eye %d m, wall %d m)', (_, eye, height, must, may) => {
    expectHidden(eyeAt(eye), { walls: [across({ height })] }, { must, may });
  });

  it.each(rows)('%s, the height of the ceiling unknown', (_, eye, height, must, may) => {
    expectHidden(eyeAt(eye), { walls: [across({ height })], ceiling: undefined }, { must, may });
  });

  it('hides nothing in may-see and everything in must-see while the height of the camera is unknown', () => {
    for (const height of [0.5, 1.9, 3.5]) {
      const walls = [across({ height })];
      expect(seen(eyeAt(undefined), { walls }, [4, 20])).toEqual({ must: 0, may: expect.closeTo(32, 6) });
    }
    expect(seen(eyeAt(undefined), { walls: [across()] }, [4, 20]).may).toBe(0);
  });

  it('is asked for the height of the target the criterion names, in may-see too where that is over 2 m', () => {
    // 2.5 m high, eye 3 m, target 2.4 m: to p·0.6/0.5 = 1.2p. may-see's 0–2.4 m as far: the top comes out first.
    expectHidden(eyeAt(3), { walls: [across({ height: 2.5 })], target: 2.4 }, { must: [[4, 4.4]], may: [[4, 4.4]] });
    // Target 0.5 m: to p·2.5/0.5 = 5p; may-see's person of 2 m to 2p.
    expectHidden(eyeAt(3), { walls: [across({ height: 2.5 })], target: 0.5 }, { must: [[4, 12]], may: [[4, 6]] });
    // Eye 2.2 m under a target of 2.6 m: from p·0.4/0.2 = 2p on. Its feet are hidden from p on.
    expectHidden(eyeAt(2.2), { walls: [across({ height: 2.4 })], target: 2.6 }, { must: from(6), may: from(6) });
  });

  it('casts a shadow no wider than itself', () => {
    // Eye (2, 1), wall 2.5 m high from (4, 0.75) to (4, 1.25). must-see: p to 3p, widths 0.5 and 1.5 over 4 m: 4 m²;
    // may-see: p to 2p, widths 0.5 and 1 over 2 m: 1.5 m².
    const walls = [
      wall(
        'w',
        [
          [4, 0.75],
          [4, 1.25],
        ],
        { height: 2.5 },
      ),
    ];
    const { must, may } = seen(eyeAt(3), { walls }, [4, 20]);
    expect(must).toBeCloseTo(32 - 4, 6);
    expect(may).toBeCloseTo(32 - 1.5, 6);
  });

  it('is skew: its shadow begins and ends skew', () => {
    // From (3, 0) to (5, 2), through (4, 1). Eye (2, 1), 2.5 m high at eye 3: must-see from the wall to 3 times as far.
    // At 3 times it runs from (5, −2) to (11, 4). In the corridor hidden is what lies between y = x − 3 and y = x − 7:
    // at every y 4 m of x. What is before the line from the eye over the wall's ends is not: the ray over (3, 0) goes
    // down to y = 0 there, that over (5, 2) is at y = 2 there: the corridor's walls. So 2 × 4 m².
    const walls = [
      wall(
        'w',
        [
          [3, 0],
          [5, 2],
        ],
        { height: 2.5 },
      ),
    ];
    // The corridor beyond x = 3 is 2 × 17.
    const { must, may } = seen(eyeAt(3), { walls }, [3, 20]);
    expect(must).toBeCloseTo(34 - 8, 6);
    // At twice it runs from (4, −1) to (8, 3): y = x − 5, 2 m of x.
    expect(may).toBeCloseTo(34 - 4, 6);
  });

  it('behind another shadows the sum of both', () => {
    // 2.5 m at x = 4 hides x 4–8 in must-see. 2 m at x = 7, p = 5: to 1.5p, x 7–9.5. In may-see 4–6, and none.
    const second = wall(
      'w2',
      [
        [7, 0],
        [7, 2],
      ],
      { height: 2 },
    );
    expectHidden(eyeAt(3), { walls: [across({ height: 2.5 }), second] }, { must: [[4, 9.5]], may: [[4, 6]] });
  });

  it('of glass hides nothing, of frosted glass only in must-see', () => {
    expectHidden(eyeAt(3), { walls: [across({ height: 2.5, material: 'clear' })] }, { must: NONE, may: NONE });
    expectHidden(eyeAt(3), { walls: [across({ height: 2.5, material: 'frosted' })] }, { must: [[4, 8]], may: NONE });
  });

  it('of no height is none, and one to the ceiling or over it is a wall', () => {
    expectHidden(eyeAt(3), { walls: [across({ height: 0 })] }, { must: NONE, may: NONE });
    for (const height of [4, 5]) expectHidden(eyeAt(5), { walls: [across({ height })] }, { must: ALL, may: ALL });
    // Without a ceiling 5 m is a low wall for a camera at 5.5 m: to 4/0.5 = 8p and 3.5/0.5 = 7p.
    const outdoors: Parts = { walls: [across({ height: 5 })], ceiling: undefined };
    expectHidden(eyeAt(5.5), outdoors, { must: [[4, 18]], may: [[4, 16]] });
  });
});

describe('a lintel across a corridor', () => {
  const rows: Row[] = [
    // From p·(3 − 1.5)/(3 − 2.1) on; the floor from p·3/0.9 = 10p/3 on.
    ['over a door', 3, 2.1, from(2 + 10 / 3), from(2 + 20 / 3)],
    // As high as the target: from p on; the floor from 3/1.5 = 2p on.
    ['as low as the target', 3, 1.5, ALL, from(6)],
    // Lower: the floor from 3/1.8 = 5p/3 on.
    ['lower than the target', 3, 1.2, ALL, from(2 + 10 / 3)],
    ['as high as the camera', 3, 3, NONE, NONE],
    ['higher than the camera', 3, 3.2, NONE, NONE],
    ['to the ceiling', 3, 4, NONE, NONE],
    // From below: the target comes out at p·0.5/0.25 = 2p; the floor is never hidden.
    ['between a low camera and the target', 1, 1.25, [[4, 6]], NONE],
    ['as low as a low camera', 1, 1, ALL, NONE],
    // The head from p on, the floor from p·1/0.5 = 2p on.
    ['lower than a low camera', 1, 0.5, ALL, from(6)],
  ];
  it.each(rows)('%s (eye %d m, head %d m)', (_, eye, head, must, may) => {
    expectHidden(eyeAt(eye), { walls: [across()], openings: [opened('passage', { head })] }, { must, may });
  });

  it('goes up for ever where no ceiling is drawn', () => {
    const parts: Parts = { walls: [across()], openings: [opened('passage', { head: 2.1 })], ceiling: undefined };
    expectHidden(eyeAt(3), parts, { must: from(2 + 10 / 3), may: from(2 + 20 / 3) });
    expectHidden(eyeAt(50), parts, { must: ALL, may: ALL });
  });

  it('is none of an opening as high as the ceiling, however high the camera', () => {
    for (const head of [4, 4.5]) {
      const parts: Parts = { walls: [across()], openings: [opened('passage', { head })] };
      expectHidden(eyeAt(6), parts, { must: NONE, may: NONE });
    }
  });

  it('is as deep as its wall in must-see', () => {
    // 0.4 m thick: the near end is 1.8 m before the eye: from 1.8 × 1.5/0.9 = 3 m on. In may-see as drawn, from its middle.
    const parts: Parts = { walls: [across()], openings: [opened('passage', { head: 2.1, thickness: 0.4 })] };
    expectHidden(eyeAt(3), parts, { must: from(5), may: from(2 + 20 / 3) });
    // Nobody says how thick: 0.3 m, 1.85 × 1.5/0.9.
    const unsaid: Parts = { walls: [across()], openings: [opened('passage', { head: 2.1, thickness: undefined })] };
    expectHidden(eyeAt(3), unsaid, { must: from(2 + 1.85 / 0.6), may: from(2 + 20 / 3) });
  });

  it('over a door that may be closed hides in may-see what the open door leaves, and the door all in must-see', () => {
    const parts: Parts = { walls: [across()], openings: [opened('door', { head: 2.1 })] };
    expectHidden(eyeAt(3), parts, { must: ALL, may: from(2 + 20 / 3) });
  });

  it('of a wall that is itself low ends with the wall', () => {
    // A wall of 2.5 m with a passage up to 2.1 m: a board from 2.1 to 2.5 m. Eye 3 m, 1.5 m: under 2.5 from u = 1/3 on,
    // above 2.1 up to u = 0.6: from 5p/3 to 3p. The floor: u from 1/6 to 0.3: from 10p/3 to 6p; 2 m: u from 0.5 to 0.9:
    // from 10p/9 to 2p: never together.
    const parts: Parts = { walls: [across({ height: 2.5 })], openings: [opened('passage', { head: 2.1 })] };
    expectHidden(eyeAt(3), parts, { must: [[2 + 10 / 3, 8]], may: NONE });
  });
});

describe('a window across a corridor', () => {
  type Both = [string, eye: number, sill: number, head: number, must: Stretch[], may: Stretch[]];
  const rows: Both[] = [
    ['sill lower than the target', 3, 0.9, 2.1, from(2 + 10 / 3), from(2 + 20 / 3)],
    // Sill 1.8: to 1.5/1.2 = 1.25p; head 2.4: from 1.5/0.6 = 2.5p on, the floor from 3/0.6 = 5p on.
    ['sill and head over the target', 3, 1.8, 2.4, [[4, 4.5], ...from(7)], from(12)],
    // Sill 2.2: 1.5/0.8 = 1.875p, 2 m 1/0.8 = 1.25p; head 2.6: 1.5/0.4 = 3.75p, the floor 3/0.4 = 7.5p.
    ['high up', 3, 2.2, 2.6, [[4, 5.75], ...from(9.5)], [[4, 4.5], ...from(17)]],
    // From 1 m: sill 1.2: from 0.5/0.2 = 2.5p on, 2 m from 5p on; head 1.4: to 0.5/0.4 = 1.25p.
    ['a slit over a low camera', 1, 1.2, 1.4, [[4, 4.5], ...from(7)], from(12)],
    ['sill as high as the camera', 3, 3, 3.5, ALL, ALL],
    ['head as high as the camera', 3, 0.9, 3, NONE, NONE],
    ['over the camera', 3, 3.1, 3.6, ALL, ALL],
  ];
  it.each(rows)('%s (eye %d m, sill %d m, head %d m)', (_, eye, sill, head, must, may) => {
    const openings = [opened('window', { glazing: 'clear', sill, head })];
    expectHidden(eyeAt(eye), { walls: [across()], openings }, { must, may });
  });

  it('is as deep as its wall in must-see', () => {
    // 0.4 m thick, sill 1.8 m: over its far end, 2.2 m before the eye, to 2.2 × 1.5/1.2 = 2.75 m.
    const openings = [opened('window', { glazing: 'clear', sill: 1.8, thickness: 0.4 })];
    expectHidden(eyeAt(3), { walls: [across()], openings }, { must: [[4, 4.75]], may: NONE });
  });

  it('that nobody says is clear is closed in must-see, and hides below and above in may-see', () => {
    const openings = [opened('window', { sill: 1.8, head: 2.4 })];
    expectHidden(eyeAt(3), { walls: [across()], openings }, { must: ALL, may: from(12) });
  });

  it('with fixed film is wall from floor to ceiling in both worlds', () => {
    const openings = [opened('window', { sill: 0.9, head: 2.1, film: true, fixed: true })];
    expectHidden(eyeAt(3), { walls: [across()], openings }, { must: ALL, may: ALL });
  });

  it('hides nothing in may-see while the height of the camera is unknown', () => {
    const openings = [opened('window', { sill: 2.2, head: 2.6, glazing: 'clear' })];
    expect(seen(eyeAt(undefined), { walls: [across()], openings }, [4, 20])).toEqual({
      must: 0,
      may: expect.closeTo(32, 6),
    });
  });
});

describe('what is reported of a view over a low wall', () => {
  it('is the part behind it that is seen', () => {
    // Wall 2.5 m, eye 3 m: may-see begins 2p away, at x = 6; the deepest point is at the corridor's end.
    const device = eyeAt(3);
    const reach = sightOf(device, { walls: [across({ height: 2.5 })] }).reach(
      device,
      'F1',
      region(rect(4, 0, 16, 2)),
      0.001,
      'may',
    );
    expect(reach?.area).toBeCloseTo(28, 6);
    expect(Math.min(...(reach?.pieces ?? []).flatMap(({ outline }) => outline.flat().map(([x]) => x)))).toBeCloseTo(
      6,
      6,
    );
    expect(reach?.worst.point[0]).toBeCloseTo(20, 6);
  });

  it('is nothing where nothing is seen', () => {
    const device = camera('c', [2, 1], WIDE, { height: 3 });
    const sight = sightOf(device, { walls: [across({ height: 2.5 })] });
    expect(sight.reach(device, 'F1', region(rect(4, 0, 2, 2)), 0.001, 'may')).toBeUndefined();
    expect(sight.coverage(corridor, 0.001, { detectors: false, minus: [] }).uncovered.length).toBeGreaterThan(0);
  });
});
