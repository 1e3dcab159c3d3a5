import { describe, expect, it } from 'vitest';
import type { Point } from '../../src/geometry/types.js';
import type { Device } from '../../src/plan/model.js';
import { facingDensity, facingEstimate } from '../../src/sight/optics/density.js';
import { mustFootprint } from '../../src/sight/optics/footprint.js';
import { mayPoses, mustPose } from '../../src/sight/optics/optics.js';
import { camera, ptz } from '../support/site.js';
import { inAny, mayFrame } from './may-frame.js';
import { numbers, radians, within } from './pinhole-matrices.js';

const at = (device: Device, point: Point) => facingEstimate(device, [0, 0], point, 1.5);
const level = { height: 1.5 };

describe('the density printed as evidence', () => {
  it('is that of a target that faces the camera, as the lens is drawn', () => {
    // 1000 px over 90°: f = 500. 5 m ahead 100 px/m; 5 m ahead and 5 m aside √50 m away at 45°: 500/(√50·½) = 141.4,
    // more than on the axis at that distance (70.7).
    const fixed = camera('c', [0, 0], {}, level);
    expect(at(fixed, [5, 0])).toEqual({ density: expect.closeTo(100, 9), estimate: 'as-drawn' });
    expect(at(fixed, [0.5, 0])?.density).toBeCloseTo(1000, 9);
    expect(at(fixed, [5, 5])).toEqual({ density: expect.closeTo(500 / (Math.sqrt(50) / 2), 9), estimate: 'as-drawn' });
    // The frame's corner is √3 off the axis: a point further off gets no more than a target there.
    expect(at(fixed, [0, 5])?.density).toBeCloseTo((500 / 5) * 3, 9);
  });

  it('is that on the axis at the longest zoom where the lens turns or zooms', () => {
    const lens = { form: 'ptz', ptz: ptz({ hfov: [3, 60], home: { heading: 90, tilt: 10, hfov: 60 } }) } as const;
    const density = 500 / Math.tan(radians(1.5)) / 20;
    expect(at(camera('c', [0, 0], lens, level), [0, 20])).toEqual({
      density: expect.closeTo(density, 6),
      estimate: 'on-axis',
    });
    const varifocal = { form: 'varifocal', hfov: 60, varifocal: { hfov: [3, 60], locked: false } } as const;
    expect(at(camera('c', [0, 0], varifocal, level), [0, 20])?.density).toBeCloseTo(density, 6);
  });

  it('is a fisheye’s pixels per radian over the distance', () => {
    const fisheye = camera('c', [0, 0], { form: 'fisheye', hfov: 180, tilt: 90, resolution: [2000, 2000] });
    // 4 m away in plan, 1.5 m below: √18.25 m.
    expect(at(fisheye, [4, 0])).toEqual({
      density: expect.closeTo(2000 / Math.PI / Math.sqrt(18.25), 9),
      estimate: 'per-radian',
    });
  });

  it('is told wherever the camera is, however it is aimed', () => {
    // Looking along bearing 150°, 35° down, from (3, −2) at 4 m; 1000 px over 60°: f = 500/tan 30°. The point lies by d in
    // front of it on the floor plan, e to the right, 2.5 m below.
    const focal = 500 / Math.tan(radians(30));
    const corner = 1 + 2 * Math.tan(radians(30)) ** 2;
    const aimed = camera('c', [3, -2], { heading: 150, tilt: 35, hfov: 60 }, { height: 4 });
    const [ahead, right] = [
      [Math.sin(radians(150)), Math.cos(radians(150))],
      [Math.cos(radians(150)), -Math.sin(radians(150))],
    ];
    const to = (d: number, e: number): Point => [3 + d * ahead[0] + e * right[0], -2 + d * ahead[1] + e * right[1]];
    for (const [d, e] of [
      [4, 0],
      [4, 1.3],
      [4, -1.3],
      [7, 2],
      [1, -0.2],
      [0.3, 0],
      [-1.74, 0],
      [-4, 1],
    ] as const) {
      const far = Math.hypot(d, e, 2.5);
      const depth = d * Math.cos(radians(35)) + 2.5 * Math.sin(radians(35));
      // In front of it by ψ off its axis with cos ψ = depth/far; at most by the corner of its frame.
      const secant = depth > 0 ? Math.min(corner, (far / depth) ** 2) : corner;
      const found = facingEstimate(aimed, aimed.at, to(d, e), 1.5);
      expect(found).toEqual({ density: expect.closeTo((focal / far) * secant, 6), estimate: 'as-drawn' });
    }
  });

  it('of a camera of unknown height is that of something at its height', () => {
    expect(at(camera('c', [0, 0], {}, { height: undefined }), [5, 0])?.density).toBeCloseTo(100, 9);
  });

  it('of one that nobody aimed is that on its axis', () => {
    for (const more of [{ heading: undefined }, { tilt: undefined }])
      expect(at(camera('c', [0, 0], more, level), [5, 5])).toEqual({
        density: expect.closeTo(500 / Math.sqrt(50), 9),
        estimate: 'on-axis',
      });
  });

  it('is the finest of several lenses, and nothing where one is not bounded', () => {
    const base = camera('c', [0, 0], {}, level);
    const [lens] = base.lenses;
    if (lens === undefined) throw new Error('no lens');
    const two = { ...base, lenses: [lens, { ...lens, heading: 270, hfov: 30 }] };
    expect(at(two, [-5, 0])?.density).toBeCloseTo(500 / Math.tan(radians(15)) / 5, 6);
    const turned = { ...two, lenses: two.lenses.toReversed() };
    expect(at(turned, [-5, 0])?.density).toBeCloseTo(500 / Math.tan(radians(15)) / 5, 6);
    // Of two as fine the first says how it was told: straight ahead a lens that turns is no finer.
    const turning = { ...lens, form: 'ptz', ptz: ptz({ hfov: [90, 90] }) } as const;
    const said = (...lenses: Device['lenses']) => at({ ...base, lenses }, [5, 0])?.estimate;
    expect([said(lens, turning), said(turning, lens)]).toEqual(['as-drawn', 'on-axis']);
    expect(at({ ...base, lenses: [lens, { ...lens, resolution: undefined }] }, [5, 0])).toBeUndefined();
    expect(facingDensity({ ...base, lenses: [] }, [0, 0], [5, 0], 1.5)).toBe(0);
  });
});

describe('densities and footprints', () => {
  it('agree: what must-see holds has the density, and what has it in frame is in may-see', () => {
    const random = numbers(5);
    let [sure, seen] = [0, 0];
    for (let n = 0; n < 400; n++) {
      const { between, of } = random;
      const lens = {
        tilt: between(0, 80),
        roll: of(0, between(-90, 90)),
        hfov: between(20, 110),
        resolution: [1920, 1080],
      };
      const device = camera('c', [0, 0], { ...lens, resolution: [1920, 1080] }, { height: between(1.6, 6) });
      const [one] = device.lenses;
      const pose = one && mustPose(device, one);
      if (one === undefined || pose === undefined) throw new Error('no pose');
      const drop = (device.height ?? 0) - 1.5;
      const density = of(12.5, 25, 62.5, 125, 250);
      const limits = { reach: 80 };
      const must = mustFootprint(pose, drop, undefined, { ...limits, density });
      const frame = mustFootprint(pose, drop, undefined, { ...limits, density: undefined });
      const may = mayPoses(device, one).flatMap(
        (each) => mayFrame(each, [drop, drop + 1e-6], { ...limits, density }) ?? [],
      );
      for (let k = 0; k < 40; k++) {
        const point: Point = [between(-1, 1) * 40 * between(0, 1), between(-1, 1) * 40 * between(0, 1)];
        const here = facingDensity(device, [0, 0], point, 1.5) ?? Infinity;
        if (must.length > 2 && within(must, ...point, 0)) {
          sure++;
          expect(here).toBeGreaterThanOrEqual(density * (1 - 1e-9));
        }
        if (frame.length > 2 && within(frame, ...point, -1e-6) && here >= density) {
          seen++;
          expect(inAny(may, point, 1e-6)).toBe(true);
        }
      }
    }
    expect(sure).toBeGreaterThan(500);
    expect(seen).toBeGreaterThan(sure);
  });
});
