import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  azimuthOf,
  azimuthOfHeading,
  distance,
  distanceToLine,
  measure,
  openWindow,
  openWindows,
  type Point,
  prepareWalls,
  regionOf,
  ringArea,
  type Segment,
} from '../../src/geometry/index.js';
import { angle, anyWalls, bounds, path, rect, sweepOf, wall } from './plans.js';

const prepare = (walls: readonly Segment[]) => prepareWalls(walls, { closeGaps: false });
const room = prepare(path([0, 0], [8, 0], [8, 5], [0, 5], [0, 0]));
const degrees = (radians: number): number => (radians * 180) / Math.PI;

function viewOf(walls: ReturnType<typeof prepare>, at: Point, heading: number) {
  const mounting = openWindow(at, walls, azimuthOfHeading(heading));
  if (mounting === undefined) throw new Error('not on a wall');
  return { ...mounting, ring: sweepOf(walls, bounds).viewshed(mounting.eye, mounting.window) };
}

describe('a device on a wall', () => {
  test('goes onto it and looks out on the side of its heading', () => {
    const north = viewOf(room, [3, 0.04], 0);
    expect(north.eye).toEqual([3, 0]);
    expect(north.along).toBe(false);
    expect(degrees(north.window.from)).toBeCloseTo(0);
    expect(degrees(north.window.to)).toBeCloseTo(180);
    expect(ringArea(north.ring)).toBeCloseTo(40, 8);
  });

  test('is on it up to 5 cm away, on whichever side the wall is drawn', () => {
    for (const [x, y] of [
      [0.05, 3],
      [-0.05, 3],
      [0, 3.05],
      [0, -0.05],
    ] satisfies Point[]) {
      const post = prepare([wall(0, 0, 0, 3)]);
      expect(openWindows([x, y], post).length).toBeGreaterThan(0);
      const side = prepare([wall(-3, 3, 0, 3), wall(0, 0, 3, 0)]);
      expect(openWindows([x, y], side).length).toBeGreaterThan(0);
    }
    expect(openWindows([0.06, 3], prepare([wall(-3, 3, 0, 3)]))).toEqual([]);
  });

  test('is in a corner up to 5 cm from both walls', () => {
    expect(openWindow([0.05, 0.05], room, azimuthOfHeading(45))?.eye).toEqual([0, 0]);
    expect(openWindow([0.05, 0.06], room, azimuthOfHeading(45))?.eye).not.toEqual([0, 0]);
  });

  test('drawn on one side and turned to the other looks at the other', () => {
    const south = viewOf(room, [3, 0.04], 180);
    expect(south.eye).toEqual([3, 0]);
    expect(measure(regionOf(rect(0, 0, 8, 5)), [regionOf(south.ring)]).covered).toBeLessThan(1e-9);
  });

  test('in a corner looks out of the wedge', () => {
    const corner = viewOf(room, [0.04, 0.03], 45);
    expect(corner.eye).toEqual([0, 0]);
    expect(degrees(corner.window.from)).toBeCloseTo(0);
    expect(degrees(corner.window.to)).toBeCloseTo(90);
    expect(ringArea(corner.ring)).toBeCloseTo(40, 8);
  });

  test('near an outer corner stays on its face', () => {
    const face = viewOf(room, [-0.01, 4.97], 270);
    expect(face.eye).toEqual([0, 4.97]);
    expect(degrees(face.window.to - face.window.from)).toBeCloseTo(180);
  });

  test('at a wall that another joins from behind still has its half-plane', () => {
    const walls = prepare([...path([0, 0], [8, 0], [8, 5], [0, 5], [0, 0]), wall(3, -2, 3, 0)]);
    const face = viewOf(walls, [3.02, 0.01], 0);
    expect(face.eye).toEqual([3.02, 0]);
    expect(ringArea(face.ring)).toBeCloseTo(40, 8);
  });

  test('at the foot of a partition looks out on its own side', () => {
    const walls = prepare([...path([0, 0], [8, 0], [8, 5], [0, 5], [0, 0]), wall(3, 0, 3, 5)]);
    expect(ringArea(viewOf(walls, [2.97, 0.02], 315).ring)).toBeCloseTo(15, 8);
    expect(ringArea(viewOf(walls, [2.97, 0.02], 45).ring)).toBeCloseTo(25, 8);
  });

  test('goes beyond both faces of a thin wall', () => {
    const walls = prepare([wall(0, 0, 8, 0), wall(0, 0.06, 8, 0.06)]);
    expect(viewOf(walls, [3, 0.02], 0).eye).toEqual([3, 0.06]);
    expect(viewOf(walls, [3, 0.04], 180).eye).toEqual([3, 0]);
  });

  test('turned along its wall is reported, and looks out where it is drawn', () => {
    const along = viewOf(room, [3, 0.02], 90);
    expect(along.along).toBe(true);
    expect(ringArea(along.ring)).toBeCloseTo(40, 8);
  });

  test('beyond the free end of a wall has all but the wall', () => {
    const end = viewOf(prepare([wall(0, 0, 3, 0)]), [3.02, 0], 90);
    expect(end.eye).toEqual([3, 0]);
    expect(degrees(end.window.to - end.window.from)).toBeCloseTo(360);
  });

  test('between two corners as near looks out of the same one, in whatever order the walls are drawn', () => {
    // The narrow end of a funnel, turned down it: both corners are 1/32 m away, a figure that needs no rounding.
    const walls = [wall(1, -1 / 32, 1, 1 / 32), wall(1, -1 / 32, 5, -3), wall(1, 1 / 32, 5, 3)];
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
    ]) {
      const { eye } = viewOf(prepare(order.flatMap((i) => walls[i] ?? [])), [1, 0], 90);
      expect(eye).toEqual([1, -1 / 32]);
    }
  });

  test('off every wall, or without a heading, has no window', () => {
    expect(openWindow([3, 0.06], room, 0)).toBeUndefined();
    expect(openWindow([3, 0], room, undefined)).toBeUndefined();
  });

  test('in a corner from which a third wall leads away keeps to its wedge', () => {
    const walls = prepare([wall(0, 0, 0, 3), wall(0, 0, 3, 0), wall(0, 0, -3, -3)]);
    expect(viewOf(walls, [0.05, 0.05], 45).eye).toEqual([0, 0]);
    const away = viewOf(walls, [0.05, 0.05], 180);
    expect(degrees(away.window.to - away.window.from)).toBeCloseTo(135);
  });

  test('drawn in a corner and turned out of the room looks out of the room', () => {
    const out = viewOf(room, [0.01, 0.01], 225);
    expect(out.eye).toEqual([0, 0]);
    expect(degrees(out.window.to - out.window.from)).toBeCloseTo(270);
    const beyond = viewOf(prepare([wall(0, 0, 4, 0), wall(0, 0, 0, 4), wall(-4, 0, 0, 0)]), [0.01, 0.01], 225);
    expect(beyond.eye).toEqual([0.01, 0]);
    expect([beyond.window.from, beyond.window.to].map(degrees)).toEqual([180, 360]);
  });

  test('without a heading has a window on every side', () => {
    expect(openWindows([3, 0.06], room)).toEqual([]);
    const [up, down, ...none] = openWindows([3, 0.04], room);
    expect(none).toEqual([]);
    expect([up, down].map((m) => degrees(m?.window.from ?? Number.NaN))).toEqual([0, 180]);
    const corner = openWindows([0.01, 0.01], prepare([wall(0, 0, 4, 0), wall(0, 0, 0, 4), wall(-4, 0, 0, 0)]));
    expect(corner.map((m) => Math.round(degrees(m.window.to - m.window.from)))).toEqual([90, 90, 180]);
  });

  test('sees nothing behind its own wall', () => {
    fc.assert(
      fc.property(anyWalls, fc.nat(), fc.integer({ min: 1, max: 999 }), angle, (walls, pick, along, azimuth) => {
        const prepared = prepare(walls);
        fc.pre(prepared.segments.length > 0);
        const own = prepared.segments[pick % prepared.segments.length];
        if (own === undefined) return;
        const t = along / 1000;
        const at: Point = [own.a[0] + t * (own.b[0] - own.a[0]), own.a[1] + t * (own.b[1] - own.a[1])];
        const mounting = openWindow(at, prepared, azimuth);
        expect(mounting).toBeDefined();
        if (mounting === undefined || mounting.along) return;
        // Elsewhere than on its own wall: a corner, or the face of a wall close by.
        fc.pre(distance(mounting.eye, at) < 1e-9);
        const ring = sweepOf(prepared, bounds).viewshed(mounting.eye, mounting.window);
        const side = Math.sign(Math.sin(azimuth - azimuthOf(own.a, own.b)));
        // 1e-6 m: how far from a slanted wall a rounded eye may lie, seen over the length of the plan.
        for (const p of ring) expect(side * distanceToLine(p, own.a, own.b)).toBeGreaterThan(-1e-6);
      }),
      { numRuns: 400 },
    );
  });
});
