import { describe, expect, it } from 'vitest';
import type { Point } from '../../src/geometry/types.js';
import { lineFrame } from '../../src/plan/walls/plane.js';
import type { Barrier, World } from '../../src/sight/scene/barriers.js';
import { createSelections, hideAll } from '../../src/sight/scene/selection.js';
import { type Extent, FULL } from '../../src/sight/scene/shadow.js';

const LOW: Extent = { from: Number.NEGATIVE_INFINITY, to: 2 };
const HANGING: Extent = { from: 2.2, to: Number.POSITIVE_INFINITY };

/** A wall of 1 m at x = `at`, which hides these in every world, or in those named. */
function barrier(
  at: number,
  extents: readonly Extent[] | Partial<Record<World, readonly Extent[]>>,
  more: Partial<Barrier> = {},
): Barrier {
  const [a, b]: [Point, Point] = [
    [at, 0],
    [at, 1],
  ];
  const hides = (world: World) =>
    Array.isArray(extents) ? extents : ((extents as Partial<Record<World, readonly Extent[]>>)[world] ?? []);
  return { a, b, of: [`at ${at}`], jamb: false, hides, ...more };
}

/** Which of the prepared walls stand at which x. */
function made(...barriers: readonly Barrier[]) {
  const selections = createSelections(barriers);
  const xs = selections.all.segments.map(({ a }) => Math.round(a[0]));
  const where = (flags: Uint8Array, how = 1) => xs.filter((_, wall) => flags[wall] === how).sort((p, q) => p - q);
  const wallAt = (x: number) => xs.indexOf(x);
  return { selections, xs, where, wallAt };
}

describe('the walls among which views are taken', () => {
  const walls = made(
    barrier(1, [FULL]),
    barrier(2, [LOW]),
    barrier(3, [HANGING]),
    barrier(4, { must: [FULL] }),
    barrier(5, { must: [FULL], may: [LOW], standing: [FULL] }),
    barrier(6, [LOW]),
    barrier(7, []),
  );
  const { selections, where, wallAt } = walls;

  it('are those that hide everything beyond them: of unknown heights the full ones', () => {
    const full = (world: World) => where(selections.blocking(world, undefined).blocks);
    expect(full('may')).toEqual([1]);
    expect(full('must')).toEqual([1, 4, 5]);
    expect(full('standing')).toEqual([1, 5]);
  });

  it('and at heights those that no line passes over or under', () => {
    const at = (world: World, eye: number, low: number, high = low) =>
      where(selections.blocking(world, { eye, target: [low, high] }).blocks);
    expect(at('may', 1, 1.5)).toEqual([1, 2, 5, 6]);
    expect(at('may', 3, 1.5)).toEqual([1]);
    expect(at('may', 3, 2.5)).toEqual([1, 3]);
    expect(at('may', 1, 0, 2.1)).toEqual([1]);
    // Along the very edge a line is hidden in must-see alone.
    expect(at('may', 2, 1)).toEqual([1]);
    expect(at('must', 2, 1)).toEqual([1, 2, 4, 5, 6]);
  });

  it('are one selection wherever they are the same walls', () => {
    const of = (eye: number, target: number, world: World = 'may') =>
      selections.blocking(world, { eye, target: [target, target] });
    expect(of(3, 1.5)).toBe(of(3.5, 1.2));
    expect(of(3, 1.5)).not.toBe(of(1, 1.5));
    expect(of(3, 1.5).key).not.toBe(of(1, 1.5).key);
    expect(of(3, 1.5).key).not.toBe(of(3, 1.5, 'standing').key);
    expect(of(3, 1.5)).toBe(of(3, 1.5));
  });

  it('that hide anything at all, and those that hide less than everything, alike together', () => {
    expect(where(selections.hidingAnything('may'))).toEqual([1, 2, 3, 5, 6]);
    expect(where(selections.hidingAnything('must'))).toEqual([1, 2, 3, 4, 5, 6]);
    const panels = (world: World) =>
      selections.panels(world).map(({ extents, walls: alike }) => [extents, alike.map((wall) => walls.xs[wall])]);
    expect(panels('may')).toEqual([
      [[LOW], [2, 5, 6]],
      [[HANGING], [3]],
    ]);
    expect(panels('must')).toEqual([
      [[LOW], [2, 6]],
      [[HANGING], [3]],
    ]);
    expect(selections.hiding('may', wallAt(2), [0, 0])).toEqual([LOW]);
    expect(selections.hiding('may', wallAt(4), [0, 0])).toEqual([]);
  });

  it('on which a device is mounted: full ones, and low ones at its height', () => {
    const all = walls.xs.map((_, wall) => wall);
    const on = (kind: World | 'mounts', eye: number | undefined) =>
      selections
        .mountable(kind, all, eye)
        .map((wall) => walls.xs[wall])
        .sort();
    expect(on('mounts', undefined)).toEqual([1]);
    expect(on('mounts', 1)).toEqual([1, 2, 5, 6]);
    expect(on('mounts', 2)).toEqual([1]);
    expect(on('must', 2)).toEqual([1, 2, 4, 5, 6]);
    expect(on('mounts', 2.1)).toEqual([1]);
    expect(on('mounts', 2.5)).toEqual([1, 3]);
    expect(selections.mountable('may', [wallAt(2)], 1)).toEqual([wallAt(2)]);
  });
});

describe('walls that stand over each other', () => {
  it('hide together what any of them hides', () => {
    const { selections, wallAt, where } = made(
      barrier(1, [LOW]),
      barrier(1, [HANGING]),
      barrier(2, [LOW]),
      barrier(2, [FULL]),
    );
    expect(selections.hiding('may', wallAt(1), [0, 0])).toEqual([LOW, HANGING]);
    expect(where(selections.blocking('may', undefined).blocks)).toEqual([2]);
    expect(where(selections.blocking('may', { eye: 1, target: [1.5, 1.5] }).blocks)).toEqual([1, 2]);
  });
});

describe('the sides of tunnels', () => {
  const frame = lineFrame({ a: [4, -1], b: [4, 2] }) ?? expect.fail();
  const standsOut = { frame, span: [0.05, 0.2] as const };
  const { selections, where, wallAt, xs } = made(
    barrier(1, [FULL], { jamb: true }),
    barrier(3, [FULL], { jamb: true, standsOut }),
    barrier(6, [FULL]),
  );

  it('bear no device', () => {
    expect(where(selections.blocking('may', undefined).blocks)).toEqual([1, 6]);
    expect(
      selections
        .mountable(
          'mounts',
          xs.map((_, wall) => wall),
          1,
        )
        .map((wall) => xs[wall]),
    ).toEqual([6]);
  });

  it('that stand out of the wall hide nothing from an eye on that wall, and nothing of the wall as drawn', () => {
    const wall = wallAt(3);
    expect(xs.map((_, each) => selections.depends(each))).toEqual(xs.map((x) => x === 3));
    expect(where(selections.blocking('may', undefined).blocks, 2)).toEqual([3]);
    expect(selections.hidingAsDrawn('may', wall)).toEqual([]);
    expect(selections.hidingAsDrawn('may', wallAt(6))).toEqual([FULL]);
    // Left of the wall that runs north, 5 to 20 cm off it.
    const from = (x: number) => selections.hiding('may', wall, [x, 0.5]).length;
    expect([3.7, 3.7995, 3.8005, 3.9, 3.9495, 3.9505, 4, 4.1].map(from)).toEqual([1, 1, 0, 0, 0, 1, 1, 1]);
    expect(selections.hiding('may', wallAt(6), [3.9, 0.5])).toEqual([FULL]);
  });
});

describe('a wall out of which something stands', () => {
  const frame = lineFrame({ a: [4, -1], b: [4, 2] }) ?? expect.fail();
  const standsOut = { frame, span: [0.05, 0.2] as const };

  it.each([
    ['first', [barrier(3, [FULL], { jamb: true, standsOut }), barrier(6, [FULL])]],
    ['last', [barrier(1, [FULL]), barrier(3, [FULL], { jamb: true, standsOut })]],
  ] as const)('is whole from all but an eye on it, as the %s of the walls', (_, barriers) => {
    const { selections, wallAt, xs } = made(...barriers);
    const wall = wallAt(3);
    expect([0, xs.length - 1]).toContain(wall);
    expect([3.9, 4.1].map((x) => selections.isWhole(wall, [x, 0.5]))).toEqual([false, true]);
  });
});

describe('whether something hides everything', () => {
  it('is told at heights by what passes, and else by whether it reaches from floor to ceiling', () => {
    expect([
      hideAll([LOW], undefined, 'may'),
      hideAll([LOW, FULL], undefined, 'may'),
      hideAll([], undefined, 'must'),
    ]).toEqual([false, true, false]);
    const level = { eye: 2, target: [2, 2] } as const;
    expect([hideAll([LOW], level, 'may'), hideAll([LOW], level, 'must'), hideAll([LOW, FULL], level, 'may')]).toEqual([
      false,
      true,
      true,
    ]);
  });
});
