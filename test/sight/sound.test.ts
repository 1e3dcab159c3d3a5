import { describe, expect, it } from 'vitest';
import { createSweep, measure, openWindow, type Point, prepareWalls, type Segment } from '../../src/geometry/index.js';
import { createRoom, type Room } from '../../src/sight/sound/room.js';
import { type Ear, earshot, type Heard, wayTo } from '../../src/sight/sound/sound.js';

/** Far beyond any pickup here. */
const bounds = { minX: -50, minY: -50, maxX: 50, maxY: 50 };

function roomOf(segments: readonly Segment[]): Room {
  const walls = prepareWalls(segments, { closeGaps: false });
  const blocks = new Uint8Array(walls.segments.length).fill(1);
  return createRoom(walls.units, blocks, createSweep(walls, bounds).among(blocks));
}

/** A microphone on a wall, turned to `degrees` counter-clockwise from +x. */
function onWall(segments: readonly Segment[], at: Point, degrees: number): Ear {
  const mounting = openWindow(at, prepareWalls(segments, { closeGaps: false }), (degrees * Math.PI) / 180);
  if (mounting === undefined) throw new RangeError('no wall there');
  return mounting;
}

const free = (eye: Point): Ear => ({ eye, window: undefined });

const line = (...points: Point[]): Segment[] => points.slice(1).map((b, i) => ({ a: points[i] ?? b, b }));

const around = {
  rings: [
    [
      [-50, -50],
      [50, -50],
      [50, 50],
      [-50, 50],
    ] as Point[],
  ],
  shadows: [],
};

function areaOf(heard: readonly Heard[]): number {
  return measure(around, heard).covered;
}

/**
 * Arcs are drawn by tangents at most 5 mm outside their circle: the area is the one worked out by hand, or more by at most
 * 5 mm for each metre of `arc`.
 */
function expectArea(heard: readonly Heard[], area: number, arc: number): void {
  expect(areaOf(heard)).toBeGreaterThan(area - 1e-6);
  expect(areaOf(heard)).toBeLessThan(area + 0.005 * arc);
}

const wayOf = (heard: readonly Heard[], point: Point) => wayTo(heard, point)?.points;
const lengthTo = (heard: readonly Heard[], point: Point) => wayTo(heard, point)?.length;

describe('sound in the open', () => {
  it('goes as far as the pickup all round', () => {
    const heard = earshot(roomOf([]), [free([1, 2])], 5);
    expectArea(heard, 25 * Math.PI, 10 * Math.PI);
    expect(lengthTo(heard, [4, 6])).toBeCloseTo(5, 9);
    expect(wayOf(heard, [4, 6])).toEqual([
      [1, 2],
      [4, 6],
    ]);
    expect(wayTo(heard, [4.1, 6.1])).toBeUndefined();
  });

  it('goes nowhere without a pickup', () => {
    expect(earshot(roomOf([]), [free([1, 2])], 0)).toEqual([]);
  });
});

describe('sound round one end of a wall', () => {
  // A wall from (0, 0) to (20, 0), its end in the open.
  const wall = line([0, 0], [20, 0]);

  it('turns right round for a microphone on that wall, to which nothing beyond is in a straight line', () => {
    // On its south side 2 m from the end, pickup 5: a half-disc of 5 m to the south, and behind the end what is left, a
    // half-disc of 3 m to the north: π/2 · (25 + 9) = 17π. Arcs 5π + 3π.
    const heard = earshot(roomOf(wall), [onWall(wall, [2, -0.03], 270)], 5);
    expectArea(heard, 17 * Math.PI, 8 * Math.PI);
    expect(lengthTo(heard, [2.9, 0.001])).toBeCloseTo(2 + Math.hypot(2.9, 0.001), 6);
    expect(wayOf(heard, [1, 1])).toEqual([
      [2, 0],
      [0, 0],
      [1, 1],
    ]);
    expect(wayTo(heard, [3.1, 0.001])).toBeUndefined();
  });

  it('turns round a slanted wall’s, on whose line no rounded point lies', () => {
    for (let degrees = 1; degrees < 360; degrees += 7) {
      const slope = (degrees * Math.PI) / 180;
      const at = (s: number, d: number): Point => [
        s * Math.cos(slope) - d * Math.sin(slope),
        s * Math.sin(slope) + d * Math.cos(slope),
      ];
      const slanted = line([0, 0], at(20, 0));
      for (const side of [1, -1]) {
        const ear = onWall(slanted, at(2, side * 0.03), degrees + side * 90);
        expect(lengthTo(earshot(roomOf(slanted), [ear], 5), at(1, -side)), `${degrees}°`).toBeCloseTo(
          2 + Math.SQRT2,
          5,
        );
      }
    }
  });

  it('turns as far as the wall hides', () => {
    // From (0, −2): straight on up to the line x = 0, a half-disc of 5 m to its west. To the east the wall hides what lies
    // north of it: below it a quarter-disc's worth, cut by y = 0, and north of it a quarter-disc of 5 − 2 = 3 m.
    // East and south of the wall: the quarter-disc y < −2, 25π/4, and between y = −2 and 0
    // ∫₀² √(25 − t²) dt = (2·√21 + 25·asin(2/5))/2.
    const heard = earshot(roomOf(wall), [free([0, -2])], 5);
    const below = (25 * Math.PI) / 4 + (2 * Math.sqrt(21) + 25 * Math.asin(0.4)) / 2;
    expectArea(heard, (25 * Math.PI) / 2 + below + (9 * Math.PI) / 4, 20);
  });

  it('turns by both sides at a microphone on the end', () => {
    // On the end there is no wall in the way: a disc.
    const heard = earshot(roomOf(wall), [onWall(wall, [0, 0], 180)], 5);
    expectArea(heard, 25 * Math.PI, 10 * Math.PI);
  });

  it('turns by both sides when it comes along the wall', () => {
    // In line with the wall from (−2, 0): the disc less nothing but the wall itself, since it has no thickness.
    const heard = earshot(roomOf(wall), [free([-2, 0])], 5);
    expectArea(heard, 25 * Math.PI, 10 * Math.PI);
  });
});

describe('sound in a corridor with a bend', () => {
  // Two arms of 2 m: 10 m along x, 10 m along y; the inner corner is (2, 2).
  const corridor = line([0, 0], [10, 0], [10, 2], [2, 2], [2, 10], [0, 10], [0, 0]);
  const room = roomOf(corridor);

  it('goes round the inner corner with what is left', () => {
    // At (5, 2) on the inner wall, 3 m from the corner, pickup 5. In its own arm: the strip 2 m deep within 5 m,
    // 2·∫₀² √(25 − t²) dt = 2·√21 + 25·asin(2/5) (it ends at x = 0 and 10, where the circle does). In the other: a
    // quarter-disc of 2 m, which its width just holds: π.
    const heard = earshot(room, [onWall(corridor, [5, 2], 270)], 5);
    expectArea(heard, 2 * Math.sqrt(21) + 25 * Math.asin(0.4) + Math.PI, 10);
    expect(lengthTo(heard, [1, 3])).toBeCloseTo(3 + Math.SQRT2, 6);
    expect(wayOf(heard, [1, 3])).toEqual([
      [5, 2],
      [2, 2],
      [1, 3],
    ]);
  });

  it('hears nothing round it that is beyond', () => {
    const heard = earshot(room, [onWall(corridor, [5, 2], 270)], 3);
    expect(wayTo(heard, [1.999, 2.001])).toBeUndefined();
  });

  it('adds up round two corners', () => {
    // A screen from (0, 5) to (1, 5) stands across the second arm: from (5, 1) the way to (0.5, 5.5) bends at (2, 2)
    // and at (1, 5): √(3² + 1²) + √(1² + 3²) + √(0.5² + 0.5²).
    const screened = roomOf([...corridor, ...line([0, 5], [1, 5])]);
    const length = 2 * Math.sqrt(10) + Math.SQRT1_2;
    const heard = earshot(screened, [free([5, 1])], length + 0.01);
    expect(lengthTo(heard, [0.5, 5.5])).toBeCloseTo(length, 6);
    expect(wayOf(heard, [0.5, 5.5])).toEqual([
      [5, 1],
      [2, 2],
      [1, 5],
      [0.5, 5.5],
    ]);
    // Arcs reach at most 5 mm beyond.
    expect(wayTo(earshot(screened, [free([5, 1])], length - 0.006), [0.5, 5.5])).toBeUndefined();
  });
});

describe('a closed room', () => {
  const walls = line([0, 0], [4, 0], [4, 3], [0, 3], [0, 0]);
  const inside = {
    rings: [
      [
        [0, 0],
        [4, 0],
        [4, 3],
        [0, 3],
      ] as Point[],
    ],
    shadows: [],
  };
  const room = roomOf(walls);
  const within = (heard: readonly Heard[]) => measure(inside, heard).covered;

  it.each<[string, Ear]>([
    ['on the very corner', onWall(walls, [0, 0], 225)],
    ['before a corner', free([-0.06, -0.06])],
    ['in line with a wall, before its corner', free([-1, 0])],
    ['on a wall, beside a corner', onWall(walls, [0.02, -0.01], 270)],
    ['on a wall', onWall(walls, [2, -0.01], 270)],
  ])('is not heard from outside %s', (_, ear) => {
    expect(within(earshot(room, [ear], 9))).toBeLessThan(1e-9);
  });

  it.each<[string, Ear]>([
    ['in its corner', onWall(walls, [0, 0], 45)],
    ['in the middle', free([2, 1.5])],
    ['on a wall', onWall(walls, [2, 0], 90)],
  ])('keeps in what is heard %s', (_, ear) => {
    const heard = earshot(room, [ear], 9);
    expect(areaOf(heard)).toBeCloseTo(12, 6);
    expect(within(heard)).toBeCloseTo(12, 6);
  });

  it('is gone round as far as it takes', () => {
    // From (−1, 1.5) to (5, 1.5): round two corners, 2·√(1 + 1.5²) + 4.
    const heard = earshot(room, [free([-1, 1.5])], 9);
    expect(lengthTo(heard, [5, 1.5])).toBeCloseTo(2 * Math.sqrt(3.25) + 4, 6);
    // From a corner to beyond the one across: along the short side and on, 3 + √(5² + 1²), or by the long, 4 + √(1² + 4²).
    const corner = earshot(room, [onWall(walls, [0, 0], 225)], 9);
    expect(lengthTo(corner, [5, 4])).toBeCloseTo(3 + Math.sqrt(26), 6);
    expect(lengthTo(corner, [5, 2.5])).toBeCloseTo(4 + Math.hypot(1, 2.5), 6);
  });
});

describe('walls in one line', () => {
  // A wall along y = 0 from x = 1 to 2, with a spur up at x = 1 and a spur down at x = 2: a Z, to be gone round.
  const z = line([1, 5], [1, 0], [2, 0], [2, -5]);

  it('let nothing through where a way along them would have to change sides', () => {
    const heard = earshot(roomOf(z), [free([0, 0])], 4);
    // (3, 1) lies 3 m away in a straight line that the Z crosses; round it, it is 10 m.
    expect(wayTo(heard, [3, 0.01])).toBeUndefined();
    expect(wayTo(heard, [1.5, 0.01])).toBeUndefined();
    expect(wayTo(heard, [3, -0.01])).toBeUndefined();
    expect(lengthTo(heard, [1.5, -0.01])).toBeCloseTo(Math.hypot(1.5, 0.01), 6);
  });

  it('let a way past that touches them on this side and on that', () => {
    // Spurs that end on y = 0, from above at x = 1 and 3, from below at x = 2: a slit of no width.
    const spurs = [...line([1, 5], [1, 0]), ...line([2, -5], [2, 0]), ...line([3, 5], [3, 0])];
    const heard = earshot(roomOf(spurs), [free([0, 0])], 6);
    expect(lengthTo(heard, [4, 1])).toBeCloseTo(3 + Math.SQRT2, 6);
    expect(lengthTo(heard, [2.5, 1])).toBeCloseTo(1 + Math.hypot(1.5, 1), 6);
    expect(lengthTo(heard, [2.5, -1])).toBeCloseTo(2 + Math.hypot(0.5, 1), 6);
    expect(lengthTo(heard, [1.5, -1])).toBeCloseTo(Math.hypot(1.5, 1), 6);
  });

  it('are followed where they are bent by a hair', () => {
    // Two doors in the wall y = 0, and between them 0.6 m of it with a wall's end in its middle, drawn 1 to 20 µm off the
    // line; from above, in through the one and out through the other: to (0, 0), along to (0.6, 0), and up.
    for (const micrometres of [-20, -5, -2, -1, 0, 1, 2, 5, 20]) {
      const y = micrometres / 1e6;
      const wall = [
        ...line([-9, 0], [-0.9, 0]),
        ...line([0, 0], [0.3, y], [0.6, 0]),
        ...line([0.3, y], [0.3, 9]),
        ...line([1.5, 0], [9, 0]),
      ];
      const heard = earshot(roomOf(wall), [free([-1, 3])], 5);
      const length = Math.sqrt(10) + 0.6 + Math.hypot(0.1, 1);
      expect(lengthTo(heard, [0.7, 1]), `${micrometres} µm`).toBeCloseTo(length, 4);
    }
  });

  it('are followed past what stands behind them', () => {
    // On the upper side of y = 0, behind which a wall ends at each metre; the wall ends at x = 3.
    const comb = [...line([-9, 0], [3, 0]), ...[0, 1, 2].flatMap((x) => line([x, 0], [x, -2]))];
    const heard = earshot(roomOf(comb), [onWall(comb, [-1, 0.01], 90)], 6);
    expect(lengthTo(heard, [2.5, -0.01])).toBeCloseTo(4 + Math.hypot(0.5, 0.01), 6);
    expect(wayTo(heard, [-1, -0.01])).toBeUndefined();
  });
});

describe('a door', () => {
  // Two rooms of 4 × 3 m side by side; the wall x = 4 between them has a gap from y = 1 to 2.
  const rooms = [
    ...line([4, 0], [0, 0], [0, 3], [4, 3]),
    ...line([4, 0], [8, 0], [8, 3], [4, 3]),
    ...line([4, 0], [4, 1]),
    ...line([4, 2], [4, 3]),
  ];

  it('is heard through by a microphone on its very wall', () => {
    // 0.5 m above the gap: behind the jamb a quarter-disc of 1.5 m to the east and south, and one to the north, which
    // the room's wall cuts at 1 m.
    const heard = earshot(roomOf(rooms), [onWall(rooms, [3.99, 2.5], 180)], 2);
    expect(lengthTo(heard, [5, 2])).toBeCloseTo(1.5, 6);
    expect(lengthTo(heard, [4.5, 2.9])).toBeCloseTo(0.5 + Math.hypot(0.5, 0.9), 6);
    const east = {
      rings: [
        [
          [4, 0],
          [8, 0],
          [8, 3],
          [4, 3],
        ] as Point[],
      ],
      shadows: [],
    };
    // To the south of the jamb only x > 4 is the other room: a quarter-disc of 1.5 m. To the north: that quarter-disc to
    // height 1, ∫₀¹ √(1.5² − t²) dt = (√1.25 + 2.25·asin(2/3))/2.
    const area = (2.25 * Math.PI) / 4 + (Math.sqrt(1.25) + 2.25 * Math.asin(2 / 3)) / 2;
    const covered = measure(east, heard).covered;
    expect(covered).toBeGreaterThan(area - 1e-6);
    expect(covered).toBeLessThan(area + 0.005 * 5);
  });

  it('is heard on both sides by a microphone that hears on both', () => {
    const [west, east] = [onWall(rooms, [4, 2.5], 180), onWall(rooms, [4, 2.5], 0)];
    const heard = earshot(roomOf(rooms), [west, east], 1);
    // Two half-discs of 1 m cut at y = 3, 0.5 m above; round the jamb lies nothing that isn't heard already.
    expectArea(heard, Math.PI / 2 + (0.5 * Math.sqrt(0.75) + Math.asin(0.5)), 2 * Math.PI);
  });
});
