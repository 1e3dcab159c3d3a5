import { describe, expect, it } from 'vitest';
import { containsPoint, measure } from '../../src/geometry/index.js';
import type { Point } from '../../src/geometry/types.js';
import type { Level } from '../../src/plan/model.js';
import { createScene } from '../../src/sight/scene/scene.js';
import { nearness, nearRegion } from '../../src/sight/view/anchor-view.js';
import { level, rect, site, wall, zone } from '../support/site.js';

const anchorAt = (polygon: readonly Point[]) => zone('box', polygon, { enclosed: false });
const field = zone('field', rect(-60, -60, 120, 120), { enclosed: false });
function sceneOf(anchor: ReturnType<typeof anchorAt>, more: Partial<Level> = {}) {
  const own = level({ zones: [field, anchor], ...more });
  return createScene(site(own), own);
}

describe('near an anchor', () => {
  const box = anchorAt(rect(0, 0, 0.6, 0.4));

  it('is what lies within the radius of it, drawn by arcs round their circles', () => {
    const near = nearRegion(sceneOf(box), box, 2);
    const { covered } = measure(field.region, [near]);
    // The box grown by 2 m: its area, 2 m along each side, and a disc.
    const whole = 0.24 + 2 * 2 + Math.PI * 4;
    expect(covered).toBeGreaterThanOrEqual(whole - 1e-6);
    expect(covered).toBeLessThan(whole + 0.005 * 2 * Math.PI * 2.01);
  });

  it('of a hall is one outline, and not one view for each half metre of its sides', () => {
    const hall = anchorAt(rect(0, 0, 20, 10));
    const near = nearRegion(sceneOf(hall), hall, 2);
    expect([near.rings.length, near.shadows.length]).toEqual([1, 0]);
    // Its four corners are rounded by arcs; whoever works with it should meet only their corners.
    expect(near.rings.flat().length).toBeLessThan(200);
    const whole = 200 + 2 * 60 + Math.PI * 4;
    const { covered } = measure(field.region, [near]);
    expect(covered).toBeGreaterThanOrEqual(whole - 1e-6);
    expect(covered).toBeLessThan(whole + 0.005 * 2 * Math.PI * 2.01);
  });

  it('is only what has a line to it', () => {
    const walls = [
      wall('w', [
        [-5, 1],
        [5, 1],
      ]),
    ];
    const near = nearRegion(sceneOf(box, { walls }), box, 2);
    expect(containsPoint(near, [0.3, 0.9])).toBe(true);
    expect(containsPoint(near, [0.3, 1.1])).toBe(false);
    expect(containsPoint(near, [0.3, -1.9])).toBe(true);
  });

  it('at a wall is on its own side of it, though it is drawn a little into it', () => {
    const walls = [
      wall('w', [
        [-5, 0.4],
        [5, 0.4],
      ]),
    ];
    for (const into of [0, 0.03]) {
      const at = anchorAt(rect(0, into, 0.6, 0.4));
      const near = nearRegion(sceneOf(at, { walls }), at, 2);
      expect(containsPoint(near, [0.3, -1])).toBe(true);
      expect(containsPoint(near, [0.3, 0.6])).toBe(false);
      expect(containsPoint(near, [-1, 0.5])).toBe(false);
    }
    // Half through the wall it is on both sides.
    const through = anchorAt(rect(0, 0.2, 0.6, 0.4));
    const near = nearRegion(sceneOf(through, { walls }), through, 2);
    expect([containsPoint(near, [0.3, -1]), containsPoint(near, [0.3, 2])]).toEqual([true, true]);
  });

  it('at a slanted wall too, by its short side', () => {
    const c = Math.SQRT1_2;
    const at = ([x, y]: Point): Point => [c * x - c * y, c * x + c * y];
    const slanted = anchorAt(rect(0, 0, 0.5, 3).map(at));
    const walls = [wall('w', [at([-9, 0]), at([9, 0])])];
    const near = nearRegion(sceneOf(slanted, { walls }), slanted, 2);
    for (const x of [-0.5, 0, 0.25, 0.5, 1]) {
      expect(containsPoint(near, at([x, 1]))).toBe(true);
      expect(containsPoint(near, at([x, -0.5]))).toBe(false);
    }
  });

  it('looks from points at most half a metre apart along a long side', () => {
    // A counter of 4 m, behind a screen with gaps of 2 cm opposite each half metre of it.
    const counter = anchorAt(rect(0, 0, 4, 0.3));
    const gaps = [0.5, 1, 1.5, 2, 2.5, 3, 3.5];
    const ends = [-9, ...gaps.flatMap((x) => [x - 0.01, x + 0.01]), 13];
    const walls = Array.from({ length: ends.length / 2 }, (_, i) =>
      wall(`w${i}`, [
        [ends[2 * i], 0.6],
        [ends[2 * i + 1], 0.6],
      ]),
    );
    const near = nearRegion(sceneOf(counter, { walls }), counter, 2);
    for (const x of gaps) expect(containsPoint(near, [x, 1.5])).toBe(true);
    expect(containsPoint(near, [1.18, 1.5])).toBe(false);
  });

  it('too large to be one, or of hundreds of corners, has nothing that screens it', () => {
    const behind = (side: number) => {
      const large = anchorAt(rect(0, 0, side, side));
      const walls = [
        wall('w', [
          [-5, side + 0.5],
          [side + 5, side + 0.5],
        ]),
      ];
      return containsPoint(nearRegion(sceneOf(large, { walls }), large, 2), [side / 2, side + 1]);
    };
    expect(behind(24.9)).toBe(false);
    expect(behind(25.1)).toBe(true);
    const round = (n: number): Point[] =>
      Array.from({ length: n }, (_, i) => [Math.cos((2 * Math.PI * i) / n), Math.sin((2 * Math.PI * i) / n)]);
    const many = anchorAt(round(401));
    const walls = [
      wall('w', [
        [-5, 1.5],
        [5, 1.5],
      ]),
    ];
    expect(containsPoint(nearRegion(sceneOf(many, { walls }), many, 2), [0, 2])).toBe(true);
  });
});

describe('how near a point is', () => {
  const box = anchorAt(rect(0, 0, 0.6, 0.4));
  const walls = [
    wall('w', [
      [-5, 1],
      [5, 1],
    ]),
  ];
  const far = (point: Point, radius = 3, anchor = box, more: Partial<Level> = { walls }) =>
    nearness(sceneOf(anchor, more), point, anchor, radius);

  it('is its distance to what it sees of the anchor', () => {
    expect(far([0.3, 0.2])).toBe(0);
    expect(far([0.3, -1])).toBeCloseTo(1, 6);
    expect(far([1.6, -1])).toBeCloseTo(Math.SQRT2, 6);
    expect(far([2.6, 0.2])).toBeCloseTo(2, 6);
  });

  it('is nothing past the radius, or where nothing of it is seen', () => {
    expect(far([0.3, -3.01])).toBeUndefined();
    expect(far([0.3, -2.99])).toBeCloseTo(2.99, 6);
    expect(far([0.3, 1.5])).toBeUndefined();
    // Past the end of a wall only its far corner is seen.
    const half = {
      walls: [
        wall('w', [
          [-5, 1],
          [0, 1],
        ]),
      ],
    };
    expect(far([-0.9, 2.2], 3, box, half)).toBeCloseTo(2.25, 4);
  });

  it('sees nothing of what sticks out behind the wall it stands at', () => {
    const at = {
      walls: [
        wall('w', [
          [-5, 0.36],
          [5, 0.36],
        ]),
      ],
    };
    expect(far([0.3, 1], 3, box, at)).toBeUndefined();
    expect(far([0.3, -1], 3, box, at)).toBeCloseTo(1, 6);
    // More than that is seen.
    const through = {
      walls: [
        wall('w', [
          [-5, 0.3],
          [5, 0.3],
        ]),
      ],
    };
    expect(far([0.3, 1], 3, box, through)).toBeCloseTo(0.6, 6);
    // A narrow anchor is seen whole, though no part of it is wider than that.
    const narrow = anchorAt(rect(0, 0, 0.6, 0.04));
    expect(far([0.3, -1], 3, narrow)).toBeCloseTo(1, 6);
  });
});
