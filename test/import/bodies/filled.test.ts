import { describe, expect, it } from 'vitest';
import { ringArea } from '../../../src/geometry/shapes/ring.js';
import { distanceToSegment } from '../../../src/geometry/shapes/segment.js';
import { cornersOf, keyholed } from '../../../src/import/bodies/walls/filled.js';
import { segmentsOf } from '../../../src/plan/walls/plane.js';
import { dxf, entity, line, type Pair, polyline, said } from '../dxf-support.js';
import { make } from '../support.js';
import { partedRooms } from './support.js';

type XY = readonly [number, number];

const BOX = (x0: number, y0: number, x1: number, y1: number): XY[] => [
  [x0, y0],
  [x1, y0],
  [x1, y1],
  [x0, y1],
];

/** Two rooms of 4 m by 3 m in walls of 0.2 m, a partition of 0.1 m with a gap from 1 m to 1.9 m above the floor's edge. */
const SHELL = BOX(0, 0, 8.5, 3.4);
const INSIDE: XY[] = [
  [0.2, 0.2],
  [4.2, 0.2],
  [4.2, 1],
  [4.3, 1],
  [4.3, 0.2],
  [8.3, 0.2],
  [8.3, 3.2],
  [4.3, 3.2],
  [4.3, 1.9],
  [4.2, 1.9],
  [4.2, 3.2],
  [0.2, 3.2],
];

/** A loop of a hatch: a polyline, with a bulge as third number of a corner. */
function loop(ring: readonly (readonly number[])[]): Pair[] {
  const corners = ring.flatMap(([x, y, bulge = 0]): Pair[] => [
    [10, x],
    [20, y],
    [42, bulge],
  ]);
  return [[92, 3], [72, 1], [73, 1], [93, ring.length], ...corners, [97, 0]];
}

/** A loop of a hatch made of lines. */
function edges(ring: readonly XY[]): Pair[] {
  const lines = ring.flatMap(([x, y], n): Pair[] => {
    const [u, v] = ring[(n + 1) % ring.length];
    // Every third one is written backwards, as programs do.
    const [[a, b], [c, d]] = n % 3 === 2 ? [[u, v] as const, [x, y] as const] : [[x, y] as const, [u, v] as const];
    return [
      [72, 1],
      [10, a],
      [20, b],
      [11, c],
      [21, d],
    ];
  });
  return [[92, 1], [93, ring.length], ...lines, [97, 0]];
}

function hatch(layer: string, loops: readonly Pair[][], pattern = 'SOLID'): Pair[] {
  const head: Pair[] = [
    [10, 0],
    [20, 0],
    [210, 0],
    [220, 0],
    [230, 1],
    [2, pattern],
    [70, pattern === 'SOLID' ? 1 : 0],
    [71, 0],
    [91, loops.length],
  ];
  return entity('HATCH', layer, ...head, ...loops.flat(), [75, 0], [76, 1], [98, 0]);
}

function solid(layer: string, [a, b, c, d]: readonly XY[]): Pair[] {
  // The last two corners are crossed.
  const corners = [a, b, d, c].flatMap(([x, y], n): Pair[] => [
    [10 + n, x],
    [20 + n, y],
  ]);
  return entity('SOLID', layer, ...corners);
}

const arc = entity('ARC', 'DOOR', [10, 4.25], [20, 1], [40, 0.9], [50, 90], [51, 180]);
const leaf = line('DOOR', [4.25, 1], [3.35, 1]);

function imported(...entities: Pair[][]) {
  const { building } = make([dxf({ entities })]);
  const { zones, openings, walls } = building.identified.draft;
  return {
    walls,
    notes: said(building.notes),
    holes: zones.flatMap(({ rings: [, ...holes] }) => holes),
    rooms: zones.map(({ rings: [outer = []] }) => Number(ringArea(outer).toFixed(2))),
    openings: openings.map(({ kind, keys }) => [kind, keys.thickness]),
  };
}

const outline = partedRooms(1, 1.9).map(({ a, b }) => line('WALL', a, b));

describe('walls that are filled', () => {
  const rooms = [12, 12];
  const door = [['door', 0.1]];

  it.each([
    ['a hatch of polylines', [hatch('WALL', [loop(SHELL), loop(INSIDE)])]],
    ['a hatch whose loops are lines', [hatch('墙体', [edges(SHELL), edges(INSIDE)])]],
    ['a hatch of a pattern', [hatch('WALL', [loop(INSIDE), loop(SHELL)], 'ANSI31')]],
    [
      'a SOLID for each stretch, across corners and ends',
      [
        solid('WALL', BOX(0, 0, 8.5, 0.2)),
        solid('WALL', BOX(0, 3.2, 8.5, 3.4)),
        solid('WALL', BOX(0, 0, 0.2, 3.4)),
        solid('WALL', BOX(8.3, 0, 8.5, 3.4)),
        solid('WALL', BOX(4.2, 0.1, 4.3, 1)),
        solid('WALL', BOX(4.2, 1.9, 4.3, 3.4)),
      ],
    ],
  ])('are bodies: %s', (_, fills) => {
    const found = imported(...fills, arc, leaf);
    expect(found.rooms).toEqual(rooms);
    expect(found.openings).toEqual(door);
  });

  it('are the same walls if their outline is drawn too', () => {
    const drawn = imported(...outline, arc, leaf);
    expect(drawn.rooms).toEqual(rooms);
    const both = imported(...outline, hatch('WALL', [loop(SHELL), loop(INSIDE)]), arc, leaf);
    expect(both).toEqual(drawn);
    // Snapped 3 mm off, which is welded: ends and crossings move by less than 5 mm.
    const off = SHELL.map(([x, y]): XY => [x + 0.003, y]);
    const snapped = imported(...outline, hatch('WALL', [loop(off), loop(INSIDE)]), arc, leaf);
    expect(snapped.rooms).toEqual(rooms);
    expect(snapped.walls.map(({ id }) => id)).toEqual(drawn.walls.map(({ id }) => id));
    for (const [n, { line }] of snapped.walls.entries()) {
      const own = segmentsOf(drawn.walls[n]?.line ?? []);
      for (const at of line) expect(Math.min(...own.map((one) => distanceToSegment(at, one)))).toBeLessThan(0.005);
    }
  });

  it('are left alone where a floor is filled', () => {
    const floor = imported(...outline, hatch('WALL', [loop(BOX(4.3, 0.2, 8.3, 3.2))]), arc, leaf);
    expect(floor.rooms).toEqual(rooms);
    expect(floor.notes).toContain(
      "left-out: layer 'WALL': HATCH filling more than 1 m across: a floor or a room, no wall (1)",
    );
  });

  it('on other layers are no walls', () => {
    const found = imported(...outline, hatch('PUB_HATCH', [loop(BOX(1, 1, 2, 2))], 'ANSI31'), arc, leaf);
    expect(found.rooms).toEqual(rooms);
    expect(found.notes).toContain("left-out: layer 'PUB_HATCH': no rule for HATCH (1)");
  });

  it('whose outline is a curve that is not read are refused', () => {
    const loops: Pair[] = [[92, 1], [93, 1], [72, 9], [97, 0]]; // biome-ignore format: pairs
    expect(imported(...outline, hatch('WALL', [loops])).notes).toContain(
      "refused: layer 'WALL': HATCH can't be read; make polylines of them in the CAD program (1)",
    );
  });
});

describe('pillars that are filled', () => {
  it.each([
    ['a hatch of a circle', hatch('COLUMN', [loop([[1.8, 1.6, 1], [2.2, 1.6, 1]])])], // biome-ignore format: corners
    ['a hatch of an arc as edge', hatch('COLUMN', [[[92, 1], [93, 1], [72, 2], [10, 2], [20, 1.6], [40, 0.2], [50, 0], [51, 360], [73, 0], [97, 0]]])], // biome-ignore format: pairs
  ])('stand in their room: %s', (_, pillar) => {
    const found = imported(...outline, pillar, arc, leaf);
    const walls = found.walls.filter(({ id }) => id.startsWith('HATCH'));
    expect(found.rooms).toEqual([12, 12]);
    expect(found.holes.map((ring) => ringArea(ring).toFixed(1))).toEqual(['0.1']);
    expect(walls).toEqual([]);
  });
});

describe('walls drawn as wide lines', () => {
  const wide = (points: readonly XY[], width: number, closed = false) => polyline('WALL', points, closed, [43, width]);

  it('are as thick as the line, up to the outside of their corners', () => {
    const shell = wide(BOX(0.1, 0.1, 8.4, 3.3), 0.2, true);
    const parts = [wide([[4.25, 0.1], [4.25, 1]], 0.1), wide([[4.25, 1.9], [4.25, 3.3]], 0.1)]; // biome-ignore format: corners
    const found = imported(shell, ...parts, arc, leaf);
    expect(found.rooms).toEqual([12, 12]);
    expect(found.openings).toEqual([['door', 0.1]]);
  });

  it('are faces where they are as wide as a pen', () => {
    const shell = wide(BOX(0, 0, 8, 4), 0.05, true);
    expect(imported(shell).rooms).toEqual([32]);
  });

  it('stay in the plan where they stand free', () => {
    const free = wide([[12, 0], [12, 3]], 0.3); // biome-ignore format: corners
    const walls = imported(...outline, free).walls.filter(({ line: [first] }) => first?.[0] === 12);
    expect(walls.map(({ keys }) => keys.thickness)).toEqual([0.3]);
  });

  it('fill their corners to a point', () => {
    const [corner = []] = cornersOf([[0, 0], [2, 0], [2, 2]], 0.2); // biome-ignore format: corners
    expect(corner.map(([x, y]) => [x, Number(y.toFixed(9)) + 0])).toEqual([[2, 0], [2, -0.1], [2.1, -0.1], [2.1, 0]]); // biome-ignore format: corners
    expect(cornersOf([[0, 0], [1, 0], [2, 0]], 0.2)).toEqual([]); // biome-ignore format: corners
  });
});

it('an area with holes is one ring of the same area', () => {
  const holes = [BOX(1, 1, 3, 3), BOX(4, 1, 6, 3), BOX(4, 4, 6, 5)];
  expect(ringArea(keyholed([BOX(0, 0, 8, 6), ...holes]))).toBeCloseTo(48 - 4 - 4 - 2, 9);
});
