import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Box,
  clipConvex,
  createExpansion,
  createSweep,
  discInscribed,
  distance,
  distanceToSegment,
  measure,
  openWindow,
  type Point,
  type PreparedWalls,
  prepareWalls,
  ringArea,
  rotate,
  type Segment,
  segmentsMeet,
} from '../../src/geometry/index.js';
import { createRoom } from '../../src/sight/sound/room.js';
import { type Ear, earshot, wayTo } from '../../src/sight/sound/sound.js';
import { all, anyWall, latticeWall, offLattice, SIZE } from '../geometry/plans.js';

const PICKUP = 8;

/** A hundred times as many, and twice the walls, by hand. */
const [RUNS, MOST] = process.env.SITECAM_LONG === '1' ? [4_000, 16] : [40, 8];

/** Further than sound goes from any plan here, turned or not. */
const bounds: Box = { minX: -3 * SIZE, minY: -3 * SIZE, maxX: 3 * SIZE, maxY: 3 * SIZE };

function hear(walls: PreparedWalls, ear: Ear, blocks = all(walls)) {
  return earshot(createRoom(walls.units, blocks, createExpansion(walls, bounds).among(blocks)), [ear], PICKUP);
}

const free = (eye: Point): Ear => ({ eye, window: undefined });

function lengthFrom(walls: PreparedWalls, ear: Ear, q: Point, blocks?: Uint8Array): number {
  return wayTo(hear(walls, ear, blocks), q)?.length ?? Number.POSITIVE_INFINITY;
}

/** m: how far from an end of a wall the independent method passes it. */
const OFF = 1e-4;
/** Points about each end. */
const ABOUT = 12;

/**
 * The shortest way by another method: a graph of points close about every end of a wall, in all directions, joined
 * wherever the straight line between them meets no wall. It knows nothing of corners, of their sides, or of which way a
 * path bends, and what it finds is a way: no shorter than the shortest, and longer by what passing ends at 0.1 mm costs.
 */
function graphWay(walls: readonly Segment[], p: Point, q: Point): number {
  const ends = new Map(walls.flatMap(({ a, b }) => [a, b]).map((end) => [end.join(' '), end]));
  const points: Point[] = [p, q];
  for (const [x, y] of ends.values()) {
    for (let k = 0; k < ABOUT; k += 1) {
      const angle = ((k + 0.37) * 2 * Math.PI) / ABOUT;
      points.push([x + OFF * Math.cos(angle), y + OFF * Math.sin(angle)]);
    }
  }
  const length = new Float64Array(points.length).fill(Number.POSITIVE_INFINITY);
  const settled = new Uint8Array(points.length);
  length[0] = 0;
  for (;;) {
    let at = -1;
    for (let i = 0; i < points.length; i += 1)
      if (settled[i] === 0 && (length[i] ?? 0) < (length[at] ?? Number.POSITIVE_INFINITY)) at = i;
    if (at < 0 || at === 1) return length[1] ?? 0;
    settled[at] = 1;
    const from = points[at] ?? p;
    points.forEach((to, i) => {
      const through = (length[at] ?? 0) + distance(from, to);
      if (settled[i] === 1 || through >= (length[i] ?? 0) || through > PICKUP + 1) return;
      if (!walls.some((wall) => segmentsMeet({ a: from, b: to }, wall))) length[i] = through;
    });
  }
}

/** m: some ten ends passed at 0.1 mm, each by a way of no more than a turn of that radius. */
const TOLERANCE = 4e-3;

function expectSame(found: number, graph: number): void {
  // Beyond the pickup nothing is found; the arc that ends it is drawn up to 5 mm outside.
  if (found === Number.POSITIVE_INFINITY) expect(graph).toBeGreaterThan(PICKUP - 1e-6);
  else {
    expect(found).toBeLessThan(graph + 2 * OFF);
    expect(found).toBeGreaterThan(graph - TOLERANCE);
  }
}

const few = (wall: fc.Arbitrary<Segment>) => fc.array(wall, { minLength: 1, maxLength: MOST });
const step = fc.integer({ min: 0, max: SIZE * 4 });
const onLattice: fc.Arbitrary<Point> = fc.tuple(step, step).map(([x, y]) => [x / 4, y / 4]);

/** Turned by 37°, and written to a micrometre: what was in line is so no more, by a hair. */
function turned([x, y]: Point): Point {
  const [[u, v] = [x, y]] = rotate([[x, y]], (37 * Math.PI) / 180);
  return [Math.round(u * 1e6) / 1e6, Math.round(v * 1e6) / 1e6];
}

const turnedWall = latticeWall.map(({ a, b }): Segment => ({ a: turned(a), b: turned(b) }));

const plans: [string, fc.Arbitrary<Segment>, fc.Arbitrary<Point>][] = [
  ['walls of a lattice', latticeWall, offLattice],
  ['walls of a lattice, some in line with both', latticeWall, onLattice],
  ['walls of a lattice turned, some nearly in line', turnedWall, onLattice.map(turned)],
  ['any walls', anyWall, offLattice],
];

const clearOf = (walls: readonly Segment[], p: Point) => walls.every((wall) => distanceToSegment(p, wall) > 0.01);

describe.each(plans)('among %s', (_, wall, where) => {
  it('the way of sound is as long as a graph of points about the ends of walls says', () => {
    fc.assert(
      fc.property(few(wall), where, where, (drawn, p, q) => {
        const walls = prepareWalls(drawn, { closeGaps: false });
        fc.pre(distance(p, q) > 0.01 && clearOf(walls.segments, p) && clearOf(walls.segments, q));
        expectSame(lengthFrom(walls, free(p), q), graphWay(walls.segments, p, q));
      }),
      { numRuns: RUNS },
    );
  });

  it('so is that to a microphone on one side of a wall', () => {
    const places = fc.tuple(fc.nat(), fc.double({ min: 0.1, max: 0.9, noNaN: true }), fc.constantFrom(1, -1));
    fc.assert(
      fc.property(few(wall), places, where, (drawn, [which, t, side], q) => {
        const walls = prepareWalls(drawn, { closeGaps: false });
        const mount = walls.segments[which % walls.segments.length];
        fc.pre(mount !== undefined && distance(mount.a, mount.b) > 0.1 && clearOf(walls.segments, q));
        const { a, b } = mount;
        const at: Point = [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
        const normal = Math.atan2(b[1] - a[1], b[0] - a[0]) + (side * Math.PI) / 2;
        const ear = openWindow(at, walls, normal, 1e-5);
        fc.pre(ear !== undefined);
        const before: Point = [at[0] + OFF * Math.cos(normal), at[1] + OFF * Math.sin(normal)];
        expectSame(lengthFrom(walls, ear, q), graphWay(walls.segments, before, q));
      }),
      { numRuns: RUNS },
    );
  });

  it('it is as long there and back', () => {
    fc.assert(
      fc.property(few(wall), where, where, (drawn, p, q) => {
        const walls = prepareWalls(drawn, { closeGaps: false });
        fc.pre(clearOf(walls.segments, p) && clearOf(walls.segments, q));
        const [there, back] = [lengthFrom(walls, free(p), q), lengthFrom(walls, free(q), p)];
        // At the very end of the pickup one of the two may lie in what an arc's tangents add.
        if (Math.min(there, back) < PICKUP) expect(there).toBeCloseTo(back, 6);
      }),
      { numRuns: RUNS },
    );
  });

  it('one more wall never shortens it', () => {
    fc.assert(
      fc.property(few(wall), where, where, fc.nat(), (drawn, p, q, which) => {
        const walls = prepareWalls(drawn, { closeGaps: false });
        fc.pre(clearOf(walls.segments, p) && clearOf(walls.segments, q));
        const fewer = all(walls);
        for (const [i, sources] of walls.origin.entries()) if (sources.includes(which % drawn.length)) fewer[i] = 0;
        const length = lengthFrom(walls, free(p), q);
        if (length < PICKUP) expect(lengthFrom(walls, free(p), q, fewer)).toBeLessThan(length + 1e-6);
      }),
      { numRuns: RUNS },
    );
  });

  it('what is in a straight line within the pickup is heard', () => {
    fc.assert(
      fc.property(few(wall), where, (drawn, p) => {
        const walls = prepareWalls(drawn, { closeGaps: false });
        fc.pre(clearOf(walls.segments, p));
        const seen = createSweep(walls, bounds).among(all(walls)).viewshed(p);
        const straight = clipConvex(seen, discInscribed(p, PICKUP));
        const { covered } = measure({ rings: [straight], shadows: [] }, hear(walls, free(p)));
        expect(covered).toBeCloseTo(ringArea(straight), 6);
      }),
      { numRuns: RUNS },
    );
  });
});
