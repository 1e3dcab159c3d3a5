import { describe, expect, it } from 'vitest';
import type { Point } from '../../src/geometry/types.js';
import type { Device, Optics } from '../../src/plan/model.js';
import { createSight } from '../../src/sight/sight.js';
import { camera, level, opening, rect, region, site, zone } from '../support/site.js';
import { across, opened, type Parts, sightOf } from './heights-corridor.js';

// The corridor is 20 × 2 m, what the camera is mounted on stands across it at x = 4.
const east = rect(4, 0, 16, 2);
const west = rect(0, 0, 4, 2);

/** On the wall at x = 4 or a few centimetres beside it, looking east, or as `heading` says. */
const mounted = (x: number, height: number | undefined, heading: number | undefined = 90): Device =>
  camera('c', [x, 1], { heading, tilt: 0, hfov: 120, vfov: 170 }, { height });

/** m² of a shape seen by the device. */
function seen(device: Device, parts: Parts, shape: readonly Point[]): { readonly must: number; readonly may: number } {
  const sight = sightOf(device, parts);
  return {
    must: sight.coverage(zone('s', shape), 0.001, { detectors: true, minus: [] }).covered,
    may: sight.reach(device, 'F1', region([...shape]), 0.001, 'may')?.area ?? 0,
  };
}

/**
 * m² of a corridor 2 m wide before a camera in its middle with ±60°, that sees from `near` m on: short of a triangle to
 * 1/tan 60° less what `near` has already.
 */
const ahead = (length: number, near: number) =>
  2 * length - 1 / Math.tan(Math.PI / 3) - Math.tan(Math.PI / 3) * near ** 2;
/** m ahead from where a lens of ±85° has a height `drop` m below it in frame. */
const nearest = (drop: number) => Math.abs(drop) / Math.tan((85 * Math.PI) / 180);

const DRAWN = [
  ['on its line', 4],
  ['3 cm before it', 4.03],
  ['3 cm into it', 3.97],
] as const;

describe('a camera on the face of what doesn’t reach from floor to ceiling', () => {
  type Row = readonly [what: string, height: number, parts: Parts];
  const things: Row[] = [
    ['a low wall', 2.2, { walls: [across({ height: 2.5 })] }],
    ['a low wall, lower than a person', 1.5, { walls: [across({ height: 1.8 })] }],
    ['the lintel over an open door', 2.6, { walls: [across()], openings: [opened('passage', { head: 2.1 })] }],
    [
      'the lintel over an open door, in its tunnel',
      2.6,
      { walls: [across()], openings: [opened('passage', { head: 2.1, thickness: undefined })] },
    ],
    ['the lintel over a door', 2.6, { walls: [across()], openings: [opened('door', { head: 2.1 })] }],
    [
      'the lintel over a door, in its tunnel',
      2.6,
      { walls: [across()], openings: [opened('door', { head: 2.1, thickness: undefined })] },
    ],
    ['the sill of a window', 0.6, { walls: [across()], openings: [opened('window', { sill: 0.9, glazing: 'clear' })] }],
  ];
  const rows = things.flatMap((thing) => DRAWN.map((drawn) => [...thing, ...drawn] as const));

  it.each(rows)(
    '%s (camera at %d m, %o; drawn %s): sees all before it and nothing behind',
    (_, height, parts, __, x) => {
      const device = mounted(x, height);
      expect(sightOf(device, parts).mounting(device)).toBe('on-wall');
      const { must, may } = seen(device, parts, east);
      expect(must).toBeCloseTo(ahead(16, nearest(height - 1.5)), 6);
      // Some height of 0–2 m is in frame from the camera's foot on, or from 2 m down.
      expect(may).toBeCloseTo(ahead(16, height <= 2 ? 0 : nearest(height - 2)), 6);
      expect(seen(device, parts, west)).toEqual({ must: 0, may: 0 });
    },
  );

  it.each(things)(
    '%s (camera at %d m), without a heading sees both sides in may-see and none for certain',
    (_, height, parts) => {
      const dome = camera('c', [4.02, 1], { form: 'fisheye', heading: undefined, tilt: 90, hfov: 180 }, { height });
      expect(seen(dome, parts, east)).toEqual({ must: 0, may: expect.closeTo(32, 6) });
      expect(seen(dome, parts, west)).toEqual({ must: 0, may: expect.closeTo(8, 6) });
    },
  );
});

describe('a camera in a hollow wall, without a heading', () => {
  it('is as far from what it sees as the face of the wall on that side is', () => {
    // Faces 6 cm apart; from the middle of either to the far corners of a room of 6 × 4 m it is 5 m.
    const rooms = [zone('south', rect(0, -4, 6, 4)), zone('north', rect(0, 0.06, 6, 4))];
    const lens: Partial<Optics> = { form: 'fisheye', heading: undefined, tilt: 90, hfov: 180 };
    const device = camera('c', [3, 0.03], lens, { height: 2.5 });
    const sight = createSight(site(level({ zones: rooms, devices: [device] })));
    const far = rooms.map((room) => sight.reach(device, 'F1', room.region, 0.001, 'may')?.worst.distance);
    expect(far).toEqual([expect.closeTo(5, 9), expect.closeTo(5, 9)]);
  });
});

describe('a camera over or under what it is beside', () => {
  const low = { walls: [across({ height: 1.2 })] };

  it.each(DRAWN)('straight over a low wall looks down on both sides of it (drawn %s)', (_, x) => {
    const dome = camera('c', [x, 1], { form: 'fisheye', heading: undefined, tilt: 90, hfov: 180 }, { height: 3 });
    expect(sightOf(dome, low).mounting(dome)).toBe('free');
    const [before, behind] = [seen(dome, low, east), seen(dome, low, west)];
    // A wall of 1.2 m hides nobody of 1.5 m.
    expect(before.must).toBeCloseTo(32, 6);
    expect(behind.must).toBeCloseTo(8, 6);
    expect(before.may + behind.may).toBeCloseTo(40, 6);
  });

  it('beside a low wall hardly higher than the target loses as little as that hides', () => {
    // 3 cm beside a wall of 2 m, eye 3 m, target 1.5 m: hidden from 3 cm to 4.5 cm, 1.5 cm × 2 m.
    const dome = camera('c', [4.03, 1], { form: 'fisheye', heading: undefined, tilt: 90, hfov: 180 }, { height: 3 });
    const parts = { walls: [across({ height: 2 })] };
    expect(seen(dome, parts, west).must).toBeCloseTo(8 - 0.015 * 2, 6);
    expect(seen(dome, parts, east).must).toBeCloseTo(32, 6);
  });

  it('on top of a low wall looks to both sides in may-see, and to its heading’s in must-see', () => {
    const device = mounted(4, 2.5);
    const parts = { walls: [across({ height: 2.5 })] };
    const all = camera('c', [4, 1], { form: 'fisheye', heading: undefined, tilt: 90, hfov: 180 }, { height: 2.5 });
    expect(seen(all, parts, west).may).toBeCloseTo(8, 6);
    expect(seen(all, parts, east).may).toBeCloseTo(32, 6);
    expect(seen(device, parts, east).must).toBeCloseTo(ahead(16, nearest(1)), 6);
    expect(seen(device, parts, west).must).toBe(0);
  });

  it('in the opening itself is on no wall', () => {
    const device = mounted(4, 1.6);
    const parts = { walls: [across()], openings: [opened('passage', { head: 2.1 })] };
    expect(sightOf(device, parts).mounting(device)).toBe('free');
    expect(seen(device, parts, east).must).toBeCloseTo(ahead(16, nearest(0.1)), 6);
  });

  it('of unknown height is on nothing but walls from floor to ceiling', () => {
    const device = mounted(4.02, undefined, 90);
    expect(sightOf(device, low).mounting(device)).toBe('free');
    expect(sightOf(device, { walls: [across()] }).mounting(device)).toBe('on-wall');
  });
});

describe('a camera on a low wall with a door in it', () => {
  // The wall is the corridor's south side, lower than the ceiling; a door 1 m ahead. Its tunnel stands 5 cm out of the
  // wall as drawn, and would hide a strip along it.
  const corridor = zone('hall', rect(0, 0, 20, 2));
  const room = zone('room', rect(0, -3, 20, 3));
  const side = (height: number | undefined) => ({
    ...across({ height }),
    line: [
      [0, 0],
      [20, 0],
    ] as const,
  });
  const strip = rect(10, 0.05, 10, 1);
  it.each([
    ['2.5 m high, the camera at 2.2 m', 2.5, 2.2, 'door', {}],
    ['2.5 m high, the camera at 2.2 m, the door open', 2.5, 2.2, 'door', { normallyOpen: true }],
    ['1.8 m high, the camera at 1.6 m', 1.8, 1.6, 'door', { normallyOpen: true }],
    ['to the ceiling, the camera at 2.6 m over an opening of 2.1 m', undefined, 2.6, 'passage', { head: 2.1 }],
  ] as const)('looks along it past the tunnel: %s', (_, wallHeight, height, kind, more) => {
    const device = camera('c', [0.5, 0.02], { heading: 60, tilt: 0, hfov: 120, vfov: 170 }, { height });
    const openings = [2, 5, 9].map((x) => opening(`d${x}`, kind, [x, 0], [x + 0.9, 0], more));
    const parts: Parts = { zones: [corridor, room], walls: [side(wallHeight)], openings };
    const { must, may } = seen(device, parts, strip);
    expect(must).toBeCloseTo(10, 6);
    expect(may).toBeCloseTo(10, 6);
  });
});
