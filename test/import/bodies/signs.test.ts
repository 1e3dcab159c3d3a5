// Signs of openings in the floor, grids and small spaces on a layer of walls: they make no rooms.
import { describe, expect, it } from 'vitest';
import { ringArea } from '../../../src/geometry/shapes/ring.js';
import type { Mapping } from '../../../src/import/mapping/types.js';
import { dxf, entity, line, type Pair, polyline, text } from '../dxf-support.js';
import { make } from '../support.js';
import { box } from './support.js';

const mapping: Mapping = {
  rules: [
    { where: { layer: 'WALL' }, as: 'wall' },
    { where: { layer: 'DOOR' }, as: 'opening', kind: 'door' },
    { where: { layer: 'NAME', label: true }, as: 'zone' },
    { where: { layer: 'ROOM' }, as: 'zone' },
    { where: { layer: 'CAM' }, as: 'device', kind: 'camera' },
  ],
};

type XY = [number, number];
const wall = (a: XY, b: XY) => line('WALL', a, b);
const boxOf = (x: number, y: number, width: number, depth: number) =>
  box(x, y, width, depth).map(({ a, b }) => wall([a[0], a[1]], [b[0], b[1]]));

function imported(...entities: Pair[][]) {
  const { draft } = make([dxf({ entities })], { mapping }).building.identified;
  const { notes } = make([dxf({ entities })], { mapping }).building;
  const areas = draft.zones.map(({ rings }) => rings.map((ring) => Number(ringArea(ring).toFixed(2))));
  return { areas, notes: notes.map(({ message, at }) => [message.id, at] as const), draft };
}

const camera = (x: number, y: number) => entity('POINT', 'CAM', [10, x], [20, y]);

/** Two rooms of 4 m by 4 m with a wall of 0.2 m between and around them. */
const shell = [...boxOf(-0.2, -0.2, 8.6, 4.4), ...boxOf(0, 0, 4, 4), ...boxOf(4.2, 0, 4, 4)];

describe('the sign of an opening in the floor', () => {
  it.each([
    ['two lines', [wall([0, 0], [0.5, 3.6]), wall([0.5, 3.6], [4, 4])]],
    ['one polyline', [polyline('WALL', [[0, 0], [0.5, 3.6], [4, 4]], false)]], // biome-ignore format: points
    ['lines that end 50 mm before the corners', [wall([0.04, 0.04], [0.5, 3.6]), wall([0.5, 3.6], [3.96, 3.96])]],
    ['a cross', [wall([0, 0], [4, 4]), wall([0, 4], [4, 0])]],
  ])('parts no room: %s', (_, sign) => {
    const { areas, notes } = imported(...shell, ...sign);
    expect(areas).toEqual([[16], [16]]);
    expect(notes.some(([id, at]) => (id === 'bodies/void' || id === 'bodies/crosses') && at !== undefined)).toBe(true);
  });

  it('parts no room that is askew, crossed or folded', () => {
    const askew: XY[] = [[0, 0], [5, 0.4], [4.6, 4], [0.3, 3.5]]; // biome-ignore format: points
    const [a, b, c, d] = askew;
    const frame = [wall(a, b), wall(b, c), wall(c, d), wall(d, a)];
    const area = Number(ringArea(askew).toFixed(2));
    expect(imported(...frame, wall(a, c), wall(b, d)).areas).toEqual([[area]]);
    expect(imported(...frame, wall(a, [0.8, 2.9]), wall([0.8, 2.9], c)).areas).toEqual([[area]]);
  });

  it('is none where walls run like that: square to others, with two faces, or with a wall at the bend', () => {
    const bend = [wall([1, 0], [1, 3]), wall([1, 3], [4, 3])];
    expect(imported(...shell, ...bend).areas).toHaveLength(3);
    const thick = [
      wall([0, 0], [1, 3]),
      wall([1, 3], [4, 4]),
      wall([0.12, 0], [1.09, 2.91]),
      wall([1.09, 2.91], [4, 3.88]),
    ];
    expect(imported(...shell, ...thick).areas.length).toBeGreaterThan(2);
    const held = [wall([0, 0], [0.5, 3.6]), wall([0.5, 3.6], [4, 4]), wall([0.5, 3.6], [0.5, 4])];
    expect(imported(...shell, ...held).areas).not.toEqual([[16], [16]]);
  });
});

describe('a small space without an opening or a name', () => {
  const rooms = [0, 4.2].map((x) => polyline('ROOM', [[x, 0], [x + 4, 0], [x + 4, 4], [x, 4]])); // biome-ignore format: two rooms
  const closet = boxOf(8.4, 0, 1, 1.8);

  it.each([
    ['of a drawing without rooms', shell],
    ['of a drawing that draws most of its rooms', [...shell, ...rooms]],
  ])('is a room by a device in it: %s', (_, entities) => {
    expect(imported(...entities, ...closet).areas).toEqual([[16], [16]]);
    expect(imported(...entities, ...closet, camera(8.9, 0.9)).areas).toEqual([[16], [16], [1.8]]);
  });

  it.each([
    ['in its wall', 8.41, []],
    ['0.1 m inside', 8.5, []],
    ['further inside', 8.52, [[1.8]]],
    ['beyond the wall', 8.3, []],
  ])('is none by a device that hangs on its wall: %s', (_, x, own) => {
    expect(imported(...shell, ...closet, camera(x, 0.9)).areas).toEqual([[16], [16], ...own]);
  });

  it('of more than 2 m² is one by any device in it, though it hang on a wall: people may be there', () => {
    const space = boxOf(8.4, 0, 1, 2.8);
    expect(imported(...shell, ...rooms, ...space, camera(8.41, 0.9)).areas).toEqual([[16], [16], [2.8]]);
  });
});

describe('a grid on a layer of walls', () => {
  /** Lines from the left room's lower to its upper wall. */
  const bars = (...xs: number[]) => xs.map((x) => wall([x, 0], [x, 4]));

  it('is one space, and is told with its place: a glass roof', () => {
    const { areas, notes } = imported(...shell, ...bars(1, 2, 3), wall([0, 2], [4, 2]));
    expect(areas).toEqual([[16], [16]]);
    expect(notes.filter(([id]) => id === 'rooms/grid').map(([, at]) => at)).toHaveLength(1);
  });

  const shelves = [wall([0, 3], [4, 3]), ...[1, 2, 3].map((x) => wall([x, 3], [x, 4])), wall([0, 2], [4, 2]), ...[1, 2, 3].map((x) => wall([x, 2], [x, 3]))]; // biome-ignore format: one row

  it('belongs to the room that it stands in: shelves', () => {
    const { areas, notes, draft } = imported(...shell, ...shelves);
    expect(areas).toEqual([[16], [16]]);
    expect(notes.map(([id]) => id)).toContain('rooms/grid-part');
    // No line of it stands in the room as a wall.
    expect(
      draft.walls.flatMap(({ line: points }) => points).filter(([x, y]) => x > 0.1 && x < 3.9 && y > 0.1 && y < 3.9),
    ).toEqual([]);
  });

  it('leaves a closet beside its door, by which it is a room', () => {
    const grid = [...bars(1, 2, 3), wall([0, 2], [4, 2])];
    const closet = boxOf(8.4, 0, 1, 1.8);
    expect(imported(...shell, ...grid, ...closet, line('DOOR', [9.4, 0.3], [9.4, 1.1])).areas).toEqual([[16], [16], [1.8]]); // biome-ignore format: one drawing
    expect(imported(...shell, ...grid, ...closet).areas).toEqual([[16], [16]]);
  });

  it('has holes of their own where two rooms in it touch at a corner', () => {
    const cells = [...[1, 2, 3].map((y) => wall([0, y], [4, y])), ...bars(1, 2, 3)];
    const entities = [...shell, ...cells, camera(1.5, 1.5), camera(2.5, 2.5)];
    expect(imported(...entities).areas).toEqual([[16], [16, 1, 1], [1], [1]]);
    expect(make([dxf({ entities })], { mapping }).lint().site.faults).toEqual([]);
  });

  it('in the middle of a room belongs to it', () => {
    const block = [
      ...boxOf(0.5, 1, 3, 2),
      wall([0.5, 2], [3.5, 2]),
      wall([1.5, 1], [1.5, 3]),
      wall([2.5, 1], [2.5, 3]),
    ];
    expect(imported(...shell, ...block).areas).toEqual([[16], [16]]);
  });

  it.each([
    ['fewer than six', [...bars(1, 2, 3)], 5],
    ['a name in one', [...bars(1, 2, 3), wall([0, 2], [4, 2]), text('NAME', [0.5, 1], '库房')], 3],
    ['a device in one', [...bars(1, 2, 3), wall([0, 2], [4, 2]), camera(0.5, 1)], 3],
    ['all of different size', [...bars(0.7, 1.9, 3.9), wall([0, 0.9], [4, 0.9])], 4],
  ])('is none: %s', (_, entities, count) => {
    const { areas } = imported(...shell, ...entities);
    expect(areas).toHaveLength(count);
  });

  it('is none where walls have bodies: rooms without doors', () => {
    const rooms = Array.from({ length: 6 }, (_, n) => boxOf(1.6 * n, 0, 1.5, 2)).flat();
    expect(imported(...boxOf(-0.1, -0.1, 9.7, 2.2), ...rooms).areas).toHaveLength(6);
  });

  it('is none where each has a door', () => {
    const doors = [0, 1, 2, 3].flatMap((x) => [0, 4].map((y) => line('DOOR', [x + 0.1, y], [x + 0.9, y])));
    expect(imported(...shell, ...bars(1, 2, 3), wall([0, 2], [4, 2]), ...doors).areas).toHaveLength(9);
  });
});
