import { expect, it } from 'vitest';
import { measure } from '../../src/geometry/index.js';
import type { Ring } from '../../src/geometry/types.js';
import type { Device, Optics } from '../../src/plan/model.js';
import { mustFootprint } from '../../src/sight/optics/footprint.js';
import { mayPoses, mustPose } from '../../src/sight/optics/optics.js';
import { camera } from '../support/site.js';
import { mayFrame } from './may-frame.js';
import { radians, rotation, times } from './pinhole-matrices.js';

/**
 * How much the proved bounds lose: their area over that of what really is in frame in any pose and at any height (may), or
 * in every pose (must), by sampling poses, heights and a grid. Printed, since the figures are worth knowing; held to limits
 * a little wider than they are now. The grid's own error is below 1 %: edges about as long as four sides of 130 cells, of which
 * half a cell each way cancels but for its root. What may-see gains is that its rings are convex: two poses' far edges have
 * a notch between them, which the hull fills.
 */
const CASES: readonly (readonly [name: string, lens: Partial<Optics>, height: number, tolerance: number])[] = [
  ['dome 98°, 25° down', { tilt: 25, hfov: 98 }, 2.8, 3],
  ['the same as drawn', { tilt: 25, hfov: 98 }, 2.8, 0],
  ['the same rolled by 20°', { tilt: 25, hfov: 98, roll: 20 }, 2.8, 3],
  ['the same on its side', { tilt: 25, hfov: 98, roll: 90 }, 2.8, 3],
  ['bullet 30°, 12° down', { tilt: 12, hfov: 30 }, 6, 3],
  ['straight down 90°', { tilt: 90, hfov: 90 }, 4, 3],
  ['face terminal 60°', { tilt: 0, hfov: 60 }, 1.5, 3],
  ['badly mounted 90° ± 10°', { tilt: 30, hfov: 90 }, 3, 10],
];
const DENSITY = 62.5;
const CELLS = 130;
const steps = [-1, -2 / 3, -1 / 3, 0, 1 / 3, 2 / 3, 1];

it('the bounds lose little of what sampling finds', () => {
  const rows = CASES.map(([name, lens, height, tolerance]) => {
    const device = camera(
      'c',
      [0, 0],
      { ...lens, resolution: [1920, 1080] },
      {
        height,
        tolerance: { heading: tolerance, tilt: tolerance, position: 0 },
      },
    );
    const { may, must } = bounds(device);
    return { name, may: areaOf(may) / sampledMay(device, may), must: areaOf([must]) / sampledMust(device, must) };
  });
  const lines = rows.map(
    ({ name, may, must }) => `${name.padEnd(26)} may × ${may.toFixed(3)}  must × ${must.toFixed(3)}`,
  );
  process.stdout.write(`area of the bound over what sampling finds, ${DENSITY} px/m:\n${lines.join('\n')}\n`);
  for (const { may, must } of rows) {
    expect(may).toBeGreaterThan(0.99);
    expect(may).toBeLessThan(1.25);
    expect(must).toBeLessThan(1.01);
    expect(must).toBeGreaterThan(0.98);
  }
});

function bounds(device: Device): { readonly may: readonly Ring[]; readonly must: Ring } {
  const { height = 0 } = device;
  const lens = device.lenses[0] ?? expect.fail();
  const limits = { density: DENSITY, reach: 99 };
  const may = mayPoses(device, lens).flatMap((pose) => mayFrame(pose, [height - 2, height], limits) ?? []);
  const pose = mustPose(device, lens) ?? expect.fail();
  return { may, must: mustFootprint(pose, height - 1.5, undefined, limits) };
}

function areaOf(rings: readonly Ring[]): number {
  const box = [
    [-99, -99],
    [99, -99],
    [99, 99],
    [-99, 99],
  ] as const;
  return measure({ rings: [box], shadows: [] }, [{ rings, shadows: [] }]).covered;
}

/** m² of the cells of a grid over the rings, and a tenth beyond them, whose middle holds. */
function cells(rings: readonly Ring[], holds: (x: number, y: number) => boolean): number {
  const [xs, ys] = [0, 1].map((axis) => rings.flat().map((point) => point[axis] ?? 0));
  const [left, right] = [Math.min(...(xs ?? [])), Math.max(...(xs ?? []))];
  const [low, high] = [Math.min(...(ys ?? [])), Math.max(...(ys ?? []))];
  const [width, depth] = [(1.2 * (right - left)) / CELLS, (1.2 * (high - low)) / CELLS];
  let count = 0;
  for (let i = 0; i < CELLS; i++) {
    for (let j = 0; j < CELLS; j++) {
      const x = left - (right - left) / 10 + (i + 0.5) * width;
      if (holds(x, low - (high - low) / 10 + (j + 0.5) * depth)) count++;
    }
  }
  return count * width * depth;
}

/** Whether each pose of the box has a point in frame, no deeper than `depth`. */
function framings(device: Device, depth: number) {
  const { height = 0 } = device;
  const { tilt = 0, roll, hfov = 90 } = device.lenses[0] ?? expect.fail();
  const { heading: tolerance = 0 } = device.tolerance;
  const half = Math.tan(radians(hfov) / 2);
  const sides = tolerance === 0 ? [0] : steps;
  return sides.flatMap((i) =>
    sides.map((j) => {
      const pose = rotation(90 + i * tolerance, tilt + j * tolerance, roll);
      return (x: number, y: number, up: number) => {
        const [right, upward, forward] = times(pose, [x, y, up - height]);
        return Math.abs(right) <= half * forward && Math.abs(upward) <= half * forward * ASPECT && forward <= depth;
      };
    }),
  );
}

const ASPECT = 1080 / 1920;

/** px per unit of tangent, and the secant of the frame's corner. */
function lensOf(device: Device) {
  const half = Math.tan(radians(device.lenses[0]?.hfov ?? 90) / 2);
  return { focal: 1920 / (2 * half), corner: Math.hypot(1, half, half * ASPECT) };
}

function sampledMay(device: Device, rings: readonly Ring[]): number {
  const { focal, corner } = lensOf(device);
  const poses = framings(device, (focal * corner) / DENSITY);
  return cells(rings, (x, y) => [0, 2, 1, 0.5, 1.5].some((up) => poses.some((sees) => sees(x, y, up))));
}

function sampledMust(device: Device, ring: Ring): number {
  const { focal } = lensOf(device);
  const poses = framings(device, Infinity);
  const drop = (device.height ?? 0) - 1.5;
  return cells([ring], (x, y) => Math.hypot(x, y, drop) <= focal / DENSITY && poses.every((sees) => sees(x, y, 1.5)));
}
