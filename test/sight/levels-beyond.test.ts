import { expect, it } from 'vitest';
import { containsPoint, GATE, prepareWalls } from '../../src/geometry/index.js';
import type { Point, Segment } from '../../src/geometry/types.js';
import type { Cell } from '../../src/sight/levels/cells.js';
import { everyDirection } from '../../src/sight/levels/exit.js';
import { createPast, type SeenPast } from '../../src/sight/levels/past.js';
import { type Extent, FULL } from '../../src/sight/scene/shadow.js';
import { numbers } from './pinhole-matrices.js';

/** m: lines that pass an edge nearer than this may be taken for hidden. */
const BY = 0.02;

interface Wall extends Segment {
  /** Above the floor on which it stands. */
  readonly hides: Extent;
}

function pastOf(walls: readonly Wall[]): SeenPast {
  const { units, origin } = prepareWalls(walls, { closeGaps: false });
  const hidden = origin.map((sources) => sources.map((source) => walls[source].hides));
  const flags = Uint8Array.from(hidden, (extents) => (extents.includes(FULL) ? 2 : GATE));
  const bounds = { minX: -100, minY: -100, maxX: 100, maxY: 100 };
  return createPast({ units, flags, hidden: (wall) => hidden[wall] }, bounds);
}

/** Where on a line from the origin to `to` it meets a wall, as a part of it; undefined: beside it, by more than `by` m. */
function meetsAt([x, y]: Point, { a, b }: Segment, by: number): number | undefined {
  const [ex, ey] = [b[0] - a[0], b[1] - a[1]];
  const across = x * ey - y * ex;
  const length = Math.hypot(ex, ey);
  if (Math.abs(across) < 1e-9) return undefined;
  const s = (a[0] * ey - a[1] * ex) / across;
  const along = ((s * x - a[0]) * ex + (s * y - a[1]) * ey) / length;
  return along > -by && along < length + by ? s : undefined;
}

it('whatever a line through a cell reaches past what stands beyond it is seen through it, and nothing else', () => {
  const { between, of } = numbers(23);
  let [reached, hidden] = [0, 0];
  for (let n = 0; n < 600; n++) {
    const eye: Point = [between(-50, 50), between(-50, 50)];
    const [c, s] = ((angle) => [Math.cos(angle), Math.sin(angle)])(between(-Math.PI, Math.PI));
    const at = ([x, y]: Point): Point => [eye[0] + c * x - s * y, eye[1] + s * x + c * y];
    const isUp = of(true, false);
    // Up to a floor at 4 m, or down to one at 0: through a ceiling at 3 m, or past another floor, at 2 m.
    const height = isUp ? between(1, 3.5) : between(3.3, 8);
    const [floor, plane] = isUp ? [4, 4] : [0, of(2, 3)];
    // A cell of a hole between two lines, half as wide as it is far; or one in which the eye is.
    const [first, last] = [between(0.5, 2), between(2.2, 4)];
    const isIn = of(true, false, false);
    const far = { a: [last, -last / 2], b: [last, last / 2] } as const;
    const near = { a: [first, -first / 2], b: [first, first / 2] } as const;
    const moved = ({ a, b }: Segment): Segment => ({ a: at(a), b: at(b) });
    const cell: Cell = { near: isIn ? undefined : moved(near), far: moved(far) };
    const walls = Array.from({ length: of(0, 1, 2, 3) }, (): Wall => {
      const x = of(between(0.3, 4), between(2, 9));
      const y = between(-3, 3);
      const [dx, dy] = [between(-1.5, 1.5), between(0.5, 2.5)];
      const hides = of<Extent>(
        FULL,
        { from: Number.NEGATIVE_INFINITY, to: between(0.3, 2.5) },
        { from: of(between(0.5, 2), between(2, 2.8)), to: Number.POSITIVE_INFINITY },
      );
      return { a: [x, y], b: [x + dx, y + dy], hides };
    });
    const past = pastOf(walls.map((wall) => ({ ...moved(wall), hides: wall.hides })));
    const [right, left] = [at(far.a), at(far.b)].map(([x, y]) => Math.atan2(y - eye[1], x - eye[0]));
    const rings = past({
      eye,
      height: height - floor,
      window: { from: right, to: left < right ? left + 2 * Math.PI : left },
      range: 30,
      hole: { ...cell, height: plane - height },
    })(everyDirection([floor - height, floor + 2 - height]));
    /** By more than a hair; or but for a hair, where that is less than nothing. */
    const reaches = (point: Point, t: number, by = BY): boolean => {
      const through = (plane - height) / (t - height);
      if (!(through > 0 && through < 1)) return false;
      const [x, y] = [through * point[0], through * point[1]];
      if (x > last - by || Math.abs(y) > x / 2 - by || (!isIn && x < first + by)) return false;
      return walls.every((wall) => {
        const s = meetsAt(point, wall, by);
        // What a line passes before the plane isn't on its way, and what is past the point neither.
        if (s === undefined || s < through - by || s > 1 + by) return true;
        const z = height + s * (t - height) - floor;
        return z < wall.hides.from - by || z > wall.hides.to + by;
      });
    };
    const heights = Array.from({ length: 101 }, (_, i) => floor + 0.001 + i * 0.01998);
    for (let k = 0; k < 40; k++) {
      const x = between(0.2, 12);
      const point: Point = [x, between(-x / 2, x / 2)];
      const is = heights.some((t) => reaches(point, t));
      const inView = rings.some((ring) => containsPoint({ rings: [ring], shadows: [] }, at(point)));
      if (is) reached++;
      else hidden++;
      const isWrong = is ? !inView : inView && !heights.some((t) => reaches(point, t, -BY));
      if (isWrong) expect({ n, is, isUp, height, plane, first, last, isIn, walls, point }).toBeUndefined();
    }
  }
  expect(reached).toBeGreaterThan(3000);
  expect(hidden).toBeGreaterThan(3000);
});
