// Where cameras may be mounted: on ceilings everywhere but beside walls, and in every corner.
import { describe, expect, test } from 'vitest';
import { cameraAt, type Mount, middleOf } from '../../../src/features/suggest/space/camera.js';
import { OFF_WALLS } from '../../../src/features/suggest/space/ceilings.js';
import { halvesOf, sizeOf } from '../../../src/features/suggest/space/convex.js';
import { OFF_BOTH } from '../../../src/features/suggest/space/corners.js';
import { rootsOf } from '../../../src/features/suggest/space/space.js';
import type { MountKind, NoGo } from '../../../src/features/suggest/types.js';
import { containsPoint, distanceToSegment, forEachEdge, ringArea } from '../../../src/geometry/index.js';
import type { Point } from '../../../src/geometry/types.js';
import { Dice } from '../../fuzz/dice.js';
import { drawnHalls } from './halls.js';
import { cameraType, catalogueOf, contextsOf, lintedFile, lintedText, pointOf, SITES, sceneOn } from './scenes.js';
import { textOf } from './tiny.js';

const DOOR = '{id: out, kind: door, line: [[2, 0], [3, 0]]}';

function sceneOf(text: string, on: MountKind, noGo: readonly NoGo[] = [], n = 0) {
  const contexts = contextsOf(lintedText(text));
  const level = contexts[0].site.levels[n];
  if (level === undefined) throw new Error('no level');
  const catalogue = catalogueOf([cameraType('dome', 98, { mounts: [on] })]);
  return sceneOn(contexts, level, { ...catalogue, mounting: { ...catalogue.mounting, noGo } });
}

const room = (zone: string, more: readonly string[] = [], walls: readonly string[] = [], openings = [DOOR]) =>
  textOf({ zones: [`{id: hall, kind: corridor, name: 走廊, ${zone}}`, ...more], walls, openings });

const areaOf = (mounts: readonly Mount[]) => mounts.reduce((sum, { at }) => sum + ringArea(at), 0);

describe('ceilings', () => {
  test('all of a room but a strip along its walls, in squares of a metre at most', () => {
    const { mounts } = sceneOf(room('rect: [0, 0, 6, 4]'), 'ceiling');
    expect(areaOf(mounts)).toBeCloseTo(5.7 * 3.7, 6);
    expect(mounts).toHaveLength(6 * 4);
    expect(new Set(mounts.map(({ height }) => height))).toEqual(new Set([3.5]));
    for (const { at, zones, facing } of mounts) {
      expect(sizeOf(at)).toBeLessThanOrEqual(1);
      expect(zones).toEqual(['hall']);
      expect(facing).toBe(0);
    }
  });

  test('none where no ceiling is: it is not given, a zone goes on above, or nothing encloses it', () => {
    const drawn = room('rect: [0, 0, 6, 4]');
    expect(sceneOf(drawn.replace('    ceiling: 3.6\n', ''), 'ceiling').mounts).toEqual([]);
    const atrium = `${drawn.replace('rect: [0, 0, 6, 4]', 'rect: [0, 0, 6, 4], levels: [F1, F2]')}  - id: F2
    elevation: 4
    ceiling: 3
    zones: []
`;
    expect(sceneOf(atrium, 'ceiling').mounts).toEqual([]);
    const [first] = sceneOf(atrium, 'ceiling', [], 1).mounts;
    expect(first?.height).toBe(2.9);
    expect(sceneOf(room('rect: [0, 0, 6, 4], enclosed: false'), 'ceiling').mounts).toEqual([]);
  });

  test('none in private places, nor where the rules of mounting forbid it', () => {
    const text = room('rect: [0, 0, 6, 4]', ['{id: r1, kind: guest-room, name: 客房, rect: [6, 0, 3, 4]}']);
    const all = sceneOf(text, 'ceiling').mounts;
    expect(new Set(all.flatMap(({ zones }) => zones))).toEqual(new Set(['hall']));
    expect(sceneOf(text, 'ceiling', [{ zone: 'hall' }]).mounts).toEqual([]);
    const polygon: Point[] = [
      [1, 1],
      [3, 1],
      [2, 3],
    ];
    const rest = sceneOf(text, 'ceiling', [{ polygon, level: 'F1' }]).mounts;
    expect(areaOf(rest)).toBeCloseTo(areaOf(all) - 2, 0);
    expect(rest.some(({ at }) => containsPoint(polygon, middleOf({ at })))).toBe(false);
    expect(areaOf(sceneOf(text, 'ceiling', [{ polygon, level: 'F2' }]).mounts)).toBeCloseTo(areaOf(all), 6);
  });

  test('every point of a zone that is clear of walls is in one part, and stands there in the zones of that part', () => {
    let [held, seen] = [0, 0];
    for (let seed = 1; seed <= 30; seed++) {
      const { context, contexts, level, mounts, atoms, catalogue } = sceneOf(drawnHalls(seed), 'ceiling');
      const dice = new Dice(seed);
      const type = catalogue.cameras[0] ?? cameraType('dome', 98);
      const edges: [Point, Point][] = [];
      for (const { region } of level.zones)
        for (const ring of [...region.rings, ...region.shadows]) forEachEdge(ring, (a, b) => edges.push([a, b]));
      const drawn = level.walls.flatMap(({ line }) => line.slice(1).map((b, n) => ({ a: line[n] ?? b, b })));
      const walls = [...context.sight.walls(level.id), ...drawn];
      for (let i = 0; i < 100; i++) {
        const [a, b] = dice.pick(edges);
        const at: Point = [a[0] + dice.between(-2, 2), b[1] + dice.between(-2, 2)];
        const parts = mounts.filter((mount) => containsPoint(mount.at, at));
        const off = Math.min(...walls.map((wall) => distanceToSegment(at, wall)));
        const isIn = level.zones.some(({ id, region }) => id === 'hall' && containsPoint(region, at));
        if (parts.length > 0) {
          held += 1;
          expect(off).toBeGreaterThanOrEqual(0.1 - 1e-9);
        }
        // The ends of walls are cut off square.
        if (isIn && off > OFF_WALLS * Math.SQRT2 + 0.03) {
          seen += 1;
          expect(parts.length, `seed ${seed}: ${at}`).toBeGreaterThan(0);
        }
      }
      for (const mount of mounts) {
        const device = cameraAt(context, mount, type, {
          at: pointOf(mount.at, dice.next(), dice.next()),
          heading: dice.between(0, 360),
          tilt: dice.between(0, 90),
        });
        expect(device.zones).toEqual(mount.zones);
        expect(context.sight.mounting(device)).toBe('free');
      }
      for (const { headings, tilts } of rootsOf(contexts, mounts.slice(0, 3), catalogue, atoms)) {
        expect(headings).toEqual([0, 360]);
        expect(tilts).toEqual([0, 90]);
      }
    }
    expect(held).toBeGreaterThan(300);
    expect(seen).toBeGreaterThan(300);
  });

  test('parts don’t overlap, and there are not too many of them', () => {
    for (const [name, path] of SITES) {
      const contexts = contextsOf(lintedFile(path));
      for (const level of contexts[0].site.levels) {
        const { mounts } = sceneOn(contexts, level, catalogueOf([cameraType('dome', 98, { mounts: ['ceiling'] })]));
        expect(mounts.length, name).toBeLessThan(2500);
        const dice = new Dice(7);
        for (let i = 0; i < 200 && mounts.length > 0; i++) {
          const at = pointOf(dice.pick(mounts).at, dice.next(), 0.98 * dice.next());
          expect(
            mounts.filter((mount) => containsPoint(mount.at, at)),
            `${name} ${level.id} ${at}`,
          ).toHaveLength(1);
        }
      }
    }
  });

  test('halves are of the same size and leave nothing out, down to a centimetre', () => {
    const dice = new Dice(3);
    const { mounts } = sceneOf(drawnHalls(17), 'ceiling');
    for (let i = 0; i < 50; i++) {
      let ring = dice.pick(mounts).at;
      for (let depth = 0; sizeOf(ring) > 0.01; depth++) {
        const at = pointOf(ring, dice.next(), dice.next());
        const [one, other] = halvesOf(ring);
        expect(ringArea(one) + ringArea(other)).toBeCloseTo(ringArea(ring), 9);
        expect(
          [one, other].some(
            (half) =>
              containsPoint(half, at) ||
              half.some((a, n) => distanceToSegment(at, { a, b: half[(n + 1) % half.length] ?? a }) < 1e-9),
          ),
        ).toBe(true);
        ring = dice.pick([one, other]);
        expect(depth).toBeLessThan(30);
      }
    }
  });
});

describe('walls', () => {
  test('as much of them as in one zone, where two zones meet without a wall between', () => {
    const around = '{id: around, line: [[0, 0], [12, 0], [12, 3], [0, 3], [0, 0]]}';
    const lengthIn = (hall: string, ...more: string[]) =>
      sceneOf(room(`enclosed: false, ${hall}`, more, [around]), 'wall').mounts.reduce(
        (sum, { at: [a, b = a] }) => sum + Math.hypot(b[0] - a[0], b[1] - a[1]),
        0,
      );
    const lobby = (ring: string) => `{id: lobby, kind: elevator-lobby, enclosed: false, polygon: ${ring}}`;
    const whole = lengthIn('rect: [0, 0, 12, 3]');
    expect(whole).toBeGreaterThan(27);
    const square = lengthIn('rect: [0, 0, 7, 3]', lobby('[[7, 0], [12, 0], [12, 3], [7, 3]]'));
    // At each of two borders a stretch shorter than 2 cm may be left out on either side.
    expect(whole - square).toBeLessThan(0.08);
    // Zones that end just off the wall part it, too, in the order in which they lie along it, not in that of the plan.
    const off = (from: number, to: number) => `[[${from}, 0.03], [${to}, 0.03], [${to}, 2.97], [${from}, 2.97]]`;
    const middle = lobby(off(4, 9));
    const east = lobby(off(9, 12)).replace('id: lobby', 'id: east');
    const alone = lengthIn(`polygon: ${off(0, 12)}`);
    expect(alone).toBeGreaterThan(27);
    for (const order of [
      [east, middle],
      [middle, east],
    ]) {
      const parted = lengthIn(`polygon: ${off(0, 4)}`, ...order);
      expect(parted).toBeLessThan(alone + 1e-9);
      expect(alone - parted).toBeLessThan(0.16);
    }
  });
});

describe('corners', () => {
  const places = (mounts: readonly Mount[]) => mounts.map(({ at }) => at.join()).sort();

  test('one in each corner of a room, off both walls, looking into the room', () => {
    const { context, mounts, catalogue, contexts, atoms } = sceneOf(room('rect: [0, 0, 6, 4]'), 'corner');
    expect(places(mounts)).toEqual(['0.1,0.1', '0.1,3.9', '5.9,0.1', '5.9,3.9']);
    const [southWest] = mounts.filter(({ at: [first] }) => first?.join() === '0.1,0.1');
    expect(southWest?.facing).toBeCloseTo(45, 9);
    expect(southWest?.spread).toBeCloseTo(45, 9);
    for (const root of rootsOf(contexts, mounts, catalogue, atoms)) {
      const { mount, headings, device } = root;
      expect(headings[1] - headings[0]).toBeCloseTo(90, 9);
      expect(context.sight.mounting(device)).toBe('free');
      expect(mount.zones).toEqual(['hall']);
      // It has a side, and sees the room.
      expect(context.sight.view(device, 'F1', 25, 'must')).not.toEqual([]);
    }
  });

  test('none at an outer corner, beside an opening, on a wall that is kept free, or too high', () => {
    const bent = 'polygon: [[0, 0], [8, 0], [8, 2], [2, 2], [2, 8], [0, 8]]';
    expect(places(sceneOf(room(bent), 'corner').mounts)).toEqual([
      '0.1,0.1',
      '0.1,7.9',
      '1.9,7.9',
      '7.9,0.1',
      '7.9,1.9',
    ]);
    const near = ['{id: out, kind: door, line: [[0.3, 0], [1.2, 0]]}'];
    expect(places(sceneOf(room('rect: [0, 0, 6, 4]', [], [], near), 'corner').mounts)).toHaveLength(3);
    const drawn = room('rect: [0, 0, 6, 4]', [], ['{id: w1, line: [[0, 0], [0, 4]]}']);
    expect(places(sceneOf(drawn, 'corner', [{ wall: 'w1' }]).mounts)).toEqual(['5.9,0.1', '5.9,3.9']);
    // All of a place that is kept free, not only its edge; on its own level alone.
    const east = [
      [4, -1],
      [7, -1],
      [7, 5],
      [4, 5],
    ] as const;
    expect(places(sceneOf(drawn, 'corner', [{ polygon: east, level: 'F1' }]).mounts)).toEqual(['0.1,0.1', '0.1,3.9']);
    expect(sceneOf(drawn, 'corner', [{ polygon: east, level: 'F2' }]).mounts).toHaveLength(4);
    expect(sceneOf(room('rect: [0, 0, 6, 4]').replace('ceiling: 3.6', 'ceiling: 2.5'), 'corner').mounts).toEqual([]);
  });

  test('off the faces of thick walls', () => {
    const thick = ['{id: w1, line: [[0, 0], [0, 4]], thickness: 0.3}'];
    expect(places(sceneOf(room('rect: [0, 0, 6, 4]', [], thick), 'corner').mounts)).toEqual([
      ...['0.25,0.1', '0.25,3.9', '5.9,0.1', '5.9,3.9'],
    ]);
    const free = sceneOf(room('rect: [0, 0, 6, 4]', [], thick), 'corner', [{ wall: 'w1' }]);
    expect(places(free.mounts)).toEqual(['5.9,0.1', '5.9,3.9']);
  });

  test('none where a third wall leaves no room', () => {
    const fin = ['{id: fin, line: [[0.14, 0], [0.14, 1]]}'];
    expect(places(sceneOf(room('rect: [0, 0, 6, 4]', [], fin), 'corner').mounts)).toEqual([
      ...['0.1,3.9', '0.24,0.1', '5.9,0.1', '5.9,3.9'],
    ]);
    // Half a metre thick, it fills the corner west of it.
    const pier = ['{id: pier, line: [[0.4, 0], [0.4, 1]], thickness: 0.5}'];
    expect(places(sceneOf(room('rect: [0, 0, 6, 4]', [], pier), 'corner').mounts)).not.toContain('0.1,0.1');
  });

  test('a camera of any corner stands off all walls, and in the zones of its corner', () => {
    let count = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const { context, level, mounts, catalogue } = sceneOf(drawnHalls(seed), 'corner');
      const type = catalogue.cameras[0] ?? cameraType('dome', 98);
      const dice = new Dice(seed);
      const walls = context.sight.walls(level.id);
      for (const mount of mounts) {
        const [at = [0, 0]] = mount.at;
        const { facing, spread = 0 } = mount;
        const device = cameraAt(context, mount, type, {
          at,
          heading: facing + dice.between(-spread, spread),
          tilt: dice.between(0, 90),
        });
        const off = Math.min(...walls.map((wall) => distanceToSegment(at, wall)));
        expect(off).toBeGreaterThan(0.06);
        expect(off).toBeLessThan(OFF_BOTH + 0.01);
        expect(context.sight.mounting(device)).toBe('free');
        expect(device.zones).toEqual(mount.zones);
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(200);
  });
});
