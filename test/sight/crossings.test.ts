import { describe, expect, it } from 'vitest';
import { rotate } from '../../src/geometry/index.js';
import type { Point } from '../../src/geometry/types.js';
import type { Opening } from '../../src/plan/model.js';
import { deriveWalls } from '../../src/plan/walls/walls.js';
import { boxesOf } from '../../src/sight/scene/box-index.js';
import { createSight } from '../../src/sight/sight.js';
import { passedRound, stationsOf } from '../../src/sight/sound/path.js';
import { depthOf, depthPastWalls, type NearWays, passed, waysThrough } from '../../src/sight/view/crossings.js';
import { camera, level, opening, rect, region, site, wall, zone } from '../support/site.js';

/**
 * A yard, a room with a window to it and a door behind, and a corridor, one north of the other; a camera in the yard
 * looks north. All turned by `degrees`, so that no line is exact in binary.
 */
function street(degrees: number, openings: Opening[], far = 0) {
  const angle = (-degrees * Math.PI) / 180;
  const turn = (points: readonly Point[]) => rotate(points, angle).map(([x, y]): Point => [x + far, y + far]);
  const turnedZone = (id: string, points: Point[], enclosed = true) => zone(id, turn(points), { enclosed });
  const [at = [0, 0]] = turn([[1.5, -2]]);
  const device = camera('c', at, { heading: degrees, hfov: 60 }, { height: 1.5 });
  const plan = level({
    zones: [
      turnedZone('yard', rect(0, -4, 4, 4), false),
      turnedZone('room', rect(0, 0, 4, 3)),
      turnedZone('corridor', rect(0, 3, 4, 2)),
    ],
    openings: openings.map((one) => {
      const [a = one.line[0], b = one.line[1]] = turn(one.line);
      return { ...one, line: [a, b] };
    }),
    devices: [device],
  });
  const sight = createSight(site(plan));
  return (id: string) => {
    const { region: target } = plan.zones.find((one) => one.id === id) ?? { region: region() };
    const reach = sight.reach(device, 'F1', target, 0.001, 'may');
    return { depth: reach?.depth, ways: reach?.crossings.map((one) => one.opening?.id) };
  };
}

const doorAt = (y: number) => opening('door', 'door', [1, y], [2, y]);
const door = doorAt(3);
const windowAt = (y: number) => opening('window', 'window', [1, y], [2, y]);

describe.each([0, 37, 90, 211.3])('turned by %d°, the way in', (degrees) => {
  it.each([0, 5000])('is the window, not the door behind what is seen (%d m from zero)', (far) => {
    const seen = street(degrees, [windowAt(0), door], far);
    expect(seen('room')).toEqual({ depth: expect.closeTo(3, 4), ways: ['window'] });
    expect(seen('corridor')).toEqual({ depth: expect.closeTo(2, 4), ways: ['window', 'door'] });
  });

  it.each([-0.04, 0.04])('is the same where they are drawn %d m beside the wall', (y) => {
    const seen = street(degrees, [windowAt(y), doorAt(3 + y)]);
    expect(seen('room')).toEqual({ depth: expect.closeTo(3 - y, 4), ways: ['window'] });
    expect(seen('corridor')).toEqual({ depth: expect.closeTo(2 - y, 4), ways: ['window', 'door'] });
  });

  it('is one of two windows that share a post', () => {
    const pair = [opening('left', 'window', [0.5, 0], [1.5, 0]), opening('right', 'window', [1.5, 0], [2.5, 0])];
    expect(street(degrees, pair)('room').ways).toHaveLength(1);
  });
});

describe('a wall that welding bends', () => {
  it('is as deep as it bends, and no way in', () => {
    // A partition's end 4 mm past the wall between west and east draws that wall out to it: a triangle of 60 cm².
    const west = zone('west', rect(0, 0, 4, 3));
    const east = zone('east', rect(4, 0, 4, 3));
    const partition = wall('w', [
      [4.004, 1.5],
      [6, 1.5],
    ]);
    const device = camera('c', [2, 1.5], { hfov: 100 }, { height: 1.5 });
    const plan = (openings: Opening[]) =>
      level({ zones: [west, east], walls: [partition], openings, devices: [device] });
    const reach = (openings: Opening[]) =>
      createSight(site(plan(openings))).reach(device, 'F1', east.region, 0.001, 'may');
    expect(reach([])).toBeUndefined();
    // Beside a slit, through which the line y − 1.5 = 0.4 (x − 2) meets y = 3 at x = 5.75, the triangle is no depth.
    const hatch = reach([opening('hatch', 'passage', [4, 2.3], [4, 2.31], { thickness: 0 })]);
    expect(hatch?.crossings.map((one) => one.opening?.id)).toEqual(['hatch']);
    expect(hatch?.depth).toBeCloseTo(1.75, 6);
  });
});

describe('a camera in the thickness of a wall, within the opening', () => {
  const reachFrom = (y: number) => {
    const device = camera('c', [1.5, y], { heading: 0, hfov: 60 }, { height: 1.5 });
    const zones = [
      zone('south', rect(0, -4, 4, 3.8)),
      zone('hall', rect(0, 0.2, 4, 3)),
      zone('north', rect(0, 3.2, 4, 3)),
    ];
    const openings = [doorAt(3.2), opening('way', 'passage', [1, 0], [2, 0], { thickness: 0.4 })];
    const reach = createSight(site(level({ zones, openings, devices: [device] }))).reach(
      device,
      'F1',
      zones[2].region,
      0.001,
      'may',
    );
    return reach?.crossings.map((one) => [one.opening?.id, one.at[1]]);
  };

  it('passes the opening where its line is still to be crossed, and not where it is behind', () => {
    const [way, next] = [
      ['way', expect.closeTo(0, 9)],
      ['door', expect.closeTo(3.2, 9)],
    ];
    expect(reachFrom(-0.5)).toEqual([way, next]);
    expect(reachFrom(-0.1)).toEqual([way, next]);
    expect(reachFrom(0.1)).toEqual([next]);
  });
});

describe('how deep lies what is seen', () => {
  const wallAt = (y: number) => ({ a: [-5, y] as const, b: [5, y] as const });
  const ways = (ys: readonly number[]): NearWays => ({
    gates: boxesOf([], () => box),
    solid: boxesOf(ys.map(wallAt), ({ a, b }) => ({ minX: a[0], minY: a[1], maxX: b[0], maxY: b[1] })),
  });
  const box = { minX: 0, minY: 0, maxX: 0, maxY: 0 };
  const past = (ys: readonly number[]) => depthPastWalls(ways(ys), [0, 0], [0.5, 6], [0, 5.9]);

  it('past the last of the walls on the way, in whatever order they are drawn', () => {
    expect(past([1, 3])).toBeCloseTo(3, 12);
    expect(past([3, 1])).toBeCloseTo(3, 12);
    expect(past([7, 3, 1])).toBeCloseTo(3, 12);
  });

  it('endless where none is on the way: the wall that a device hangs on is in front of nothing', () => {
    expect(past([])).toBe(Infinity);
    expect(past([7])).toBe(Infinity);
    expect(past([0.001])).toBe(Infinity);
    expect(past([0.003])).toBeCloseTo(5.997, 12);
  });

  it('past the first edge of the place where there is no opening, and from the eye where no edge is on the way', () => {
    const place = region(rect(-1, 2, 2, 6));
    const depth = (eye: Point, point: Point, inside: Point) => depthOf(place, eye, point, inside, []);
    expect(depth([0, 0], [0, 5], [0, 4.9])).toBeCloseTo(3, 12);
    // Out at one side and in at the other: the nearer edge counts.
    expect(depth([0, 9], [0, 5], [0, 5.1])).toBeCloseTo(3, 12);
    expect(depth([0, 0], [0, 9], [0, 8.9])).toBeCloseTo(7, 12);
    expect(depth([0, 3], [0, 6], [0, 5.9])).toBeCloseTo(3, 12);
    expect(depth([0, 1.999], [0, 6], [0, 5.9])).toBeCloseTo(4.001, 12);
  });
});

describe('what a line passes', () => {
  // A wall askew between two rooms, with an opening from 1 m to 2 m along it from the origin. (c, s): along it; (−s, c): left.
  const [c, s] = [0.8, 0.6];
  const at = (along: number, left: number): Point => [c * along - s * left, s * along + c * left];
  const ring = (...corners: [number, number][]) => corners.map(([along, left]) => at(along, left));
  const zones = [
    zone('left', ring([0, 0], [6, 0], [6, 4], [0, 4])),
    zone('right', ring([0, -4], [6, -4], [6, 0], [0, 0])),
  ];
  const glass = wall('glass', [at(3, 0), at(4, 0)], { material: 'clear' });
  const openings = [
    opening('o', 'door', at(1, 0), at(2, 0), { thickness: 0.2 }),
    opening('far', 'door', at(0.5, 4), at(1.5, 4)),
  ];
  const ways = waysThrough(deriveWalls(level({ zones, openings, walls: [glass] }), zones));
  const straight = (from: readonly [number, number], to: readonly [number, number]) =>
    passed(ways, at(...from), at(...to)).map(({ crossing, distance, between }) => [
      crossing.opening?.id ?? crossing.wall,
      Math.round(distance * 1e6) / 1e6,
      between,
    ]);
  const round = (...points: [number, number][]) =>
    passedRound(
      ways,
      points.map(([along, left]) => at(along, left)),
    ).map(({ crossing, distance, between }) => [
      crossing.opening?.id ?? crossing.wall,
      Math.round(distance * 1e6) / 1e6,
      between,
    ]);

  it('is an opening between its ends, and 6 mm beside them as good as', () => {
    for (const side of [1, -1]) {
      expect(straight([1.5, side], [1.5, -side])).toEqual([['o', 1, true]]);
      for (const along of [1.001, 1.999]) expect(straight([along, side], [along, -side])).toEqual([['o', 1, true]]);
      for (const along of [0.995, 2.005]) expect(straight([along, side], [along, -side])).toEqual([['o', 1, false]]);
      for (const along of [0.993, 2.007, 0.5, 2.5]) expect(straight([along, side], [along, -side])).toEqual([]);
    }
  });

  it('is one that it grazes, though it passes another well between its ends', () => {
    expect(straight([0.995, 6], [0.995, -1])).toEqual([
      ['far', 2, true],
      ['o', 6, false],
    ]);
  });

  it('is a pane of clear wall', () => {
    expect(straight([3.5, 2], [3.5, -1])).toEqual([['glass', 2, true]]);
    expect(passed(ways, at(3.5, 2), at(3.5, -1)).map(({ crossing }) => [crossing.standing, crossing.glazing])).toEqual([
      [true, true],
    ]);
    expect(passed(ways, at(1.5, 2), at(1.5, -1)).map(({ crossing }) => [crossing.standing, crossing.glazing])).toEqual([
      [false, false],
    ]);
  });

  it('comes in the order in which it passes, and not where it doesn’t come so far', () => {
    expect(straight([1.5, 1], [1.5, 0.001])).toEqual([]);
    expect(straight([1.5, -0.001], [1.5, -1])).toEqual([]);
    expect(straight([1.5, 1], [1.2, 0.2])).toEqual([]);
    // From a device on the very wall nothing is passed; from 3 mm before it the opening is.
    expect(straight([1.5, 0], [1.5, -1])).toEqual([]);
    expect(straight([1.5, 0.001], [1.5, -1])).toEqual([]);
    expect(straight([1.5, 0.003], [1.5, -1])).toEqual([['o', 0.003, true]]);
  });

  it('of a way with bends is an opening at whose jamb it bends', () => {
    expect(round([1.5, 1], [1.5, -1])).toEqual([['o', 1, true]]);
    expect(round([1.5, -2], [1.5, 1])).toEqual([['o', 2, true]]);
    // Along the wall to the jamb at 2 m, and round it.
    expect(round([5, 3], [2, 0], [3, -2])).toEqual([['o', Math.round(Math.hypot(3, 3) * 1e6) / 1e6, true]]);
    expect(round([0, 0.5], [1, 0.001], [1.5, -1])).toEqual([['o', expect.closeTo(Math.hypot(1, 0.499), 2), true]]);
    // Not where it only comes to the line.
    expect(round([1.2, 1], [1.5, 0], [1.8, 1])).toEqual([]);
    // The second part passes: the first counts in how far it is.
    expect(round([1.5, 3], [1.5, 1], [1.5, -1])).toEqual([['o', 3, true]]);
    expect(round([1.5, 3], [1.5, 2], [1.5, 1], [1.5, -1])).toEqual([['o', 3, true]]);
    // 6 mm beside an end as good as.
    expect(round([2.005, 1], [2.005, -1])).toEqual([['o', 1, false]]);
    expect(round([2.007, 1], [2.007, -1])).toEqual([]);
    expect(round([0.995, 1], [0.995, -1])).toEqual([['o', 1, false]]);
    expect(round([0.993, 1], [0.993, -1])).toEqual([]);
    expect(round([3.5, 2], [3.5, -1])).toEqual([['glass', 2, true]]);
  });

  it('stands in order with the bends, less those at an opening itself', () => {
    const [way] = passedRound(ways, [at(1.5, 3), at(1.5, 1), at(1.5, -1)]);
    const bends = (...points: [number, number][]) => points.map(([along, left]) => at(along, left));
    const stations = (...points: [number, number][]) =>
      stationsOf(bends(...points), [way]).map(([x, y]) => [
        Math.round((c * x + s * y) * 1e3) / 1e3,
        Math.round((c * y - s * x) * 1e3) / 1e3 + 0,
      ]);
    expect(stations([1.5, 3])).toEqual([[1.5, 0]]);
    expect(stations([1.5, 3], [1.5, 1])).toEqual([
      [1.5, 1],
      [1.5, 0],
    ]);
    expect(stations([1.5, 3], [4.6, 3])).toEqual([
      [1.5, 0],
      [4.6, 3],
    ]);
    expect(stations([1.5, 3], [1.5, 2], [1.5, 1])).toEqual([
      [1.5, 2],
      [1.5, 1],
      [1.5, 0],
    ]);
    expect(stations([1.5, 3], [1.5, 0.011])).toEqual([[1.5, 0.011]]);
    expect(stations([1.5, 3], [1.5, 0.013])).toEqual([
      [1.5, 0.013],
      [1.5, 0],
    ]);
  });
});
