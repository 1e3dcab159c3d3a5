import { describe, expect, it } from 'vitest';
import { BudgetExceeded, withBudget } from '../../../src/base/budget.js';
import { leaksAmong } from '../../../src/import/bodies/leaks.js';
import { cleaned } from '../../../src/import/bodies/walls/clean.js';
import { pairFaces } from '../../../src/import/bodies/walls/pair.js';
import { box, formed, line, loose, partedRooms, plain, swing, twoRooms } from './support.js';

/** A door of 0.9 m in the partition of `partedRooms(1, 1.9)`, as it is found. */
const DOOR = ['door', 0.1, [4.25, 1], [4.25, 1.9]];

describe('wall lines', () => {
  it('that touch along one line are one, however the drafter broke them', () => {
    const parts = [line(0, 0, 1, 0), line(1, 0.001, 2, 0.001), line(1.5, 0, 3, 0)];
    expect(cleaned(parts)).toHaveLength(1);
    expect(cleaned([...parts, line(3.01, 0, 4, 0)])).toHaveLength(2);
  });

  it('of no length are no walls', () => {
    expect(cleaned([line(1, 1, 1, 1), line(0, 0, 1, 0)])).toEqual([line(0, 0, 1, 0)]);
  });
});

describe('faces', () => {
  it('pair into strips with an axis and a thickness', () => {
    const { strips } = pairFaces([line(0, 0, 3, 0), line(5, 0.2, 1, 0.2)]);
    expect(strips).toEqual([{ a: [1, 0.1], b: [3, 0.1], thickness: 0.2 }]);
  });

  it('are used once on each side, the thinnest pair first: a closet of 0.5 m between two partitions is no wall', () => {
    const partitions = [0, 0.1, 0.6, 0.7].map((y) => line(0, y, 4, y));
    expect(pairFaces(partitions).strips.map(({ thickness }) => Number(thickness.toFixed(3)))).toEqual([0.1, 0.1]);
  });

  it('pair over 0.3 m only where the drawing uses that thickness', () => {
    const thick = [line(0, 0, 5, 0), line(0, 0.4, 5, 0.4)];
    expect(pairFaces(thick).strips).toHaveLength(1);
    // One niche of 0.4 m among 40 m of thinner walls.
    const thin = Array.from({ length: 8 }, (_, n) => [line(0, 5 + n, 5, 5 + n), line(0, 5.2 + n, 5, 5.2 + n)]).flat();
    const niche = [line(0, 0, 1, 0), line(0, 0.4, 1, 0.4)];
    expect(pairFaces([...thin, ...niche]).strips.filter(({ thickness }) => thickness > 0.3)).toEqual([]);
  });

  it('of a wall of 300 mm pair beside the layer that insulates it, whatever the rounding', () => {
    const lines = [line(0, 0, 5, 0), line(0, 0.07, 5, 0.07), line(0, 0.37 + 1e-9, 5, 0.37 + 1e-9)];
    expect(pairFaces(lines).strips.map(({ thickness }) => Number(thickness.toFixed(3)))).toEqual([0.07, 0.3]);
  });

  it('do not pair where they are shorter than half their distance: a jamb', () => {
    expect(pairFaces([line(0, 0, 0.1, 0), line(0, 0.25, 0.1, 0.25)]).strips).toEqual([]);
  });
});

describe('rooms', () => {
  it('are what is left between bodies: no inside of a wall, and no door is needed', () => {
    expect(formed({ lines: twoRooms() }).areas).toEqual([12, 12]);
  });

  it('end at single lines too', () => {
    const lines = [...box(0, 0, 8, 3), line(4, 0, 4, 3)];
    expect(formed({ lines }).areas).toEqual([12, 12]);
  });

  it('stand around pillars, which are solid', () => {
    const ring = [
      [2, 1],
      [2.6, 1],
      [2.6, 1.6],
      [2, 1.6],
    ] as const;
    const { areas } = formed({ lines: [...twoRooms(), ...box(2, 1, 0.6, 0.6)], solids: [ring] });
    expect(areas).toEqual([12, 11.64]);
  });

  it('of a closet 0.5 m deep between partitions are none', () => {
    const { areas } = formed({ lines: [...box(0, 0, 4, 3), ...box(4.1, 0, 0.5, 3), ...box(4.7, 0, 4, 3)] });
    expect(areas).toEqual([12, 12]);
  });
});

describe('openings, from jamb to jamb', () => {
  it.each([
    ['a leaf drawn open', [swing([4.2, 1], [4.2, 1.9], [3.3, 1])]],
    ['a mirrored leaf', [swing([4.3, 1.9], [4.3, 1], [5.2, 1.9])]],
    ['an arc drawn from the open leaf to the shut one', [swing([4.2, 1], [3.3, 1], [4.2, 1.9])]],
    ['a leaf in the middle of the wall', [swing([4.25, 1], [4.25, 1.9], [3.35, 1])]],
    ['a leaf turned to 120°', [swing([4.25, 1], [4.25, 1.9], [3.47, 0.55])]],
    ['two leaves', [swing([4.25, 1], [4.25, 1.45], [3.8, 1]), swing([4.25, 1.9], [4.25, 1.45], [3.8, 1.9])]],
    ['a sliding leaf beside the wall', loose('door', line(4.15, 1, 4.15, 1.9))],
    ['loose lines', loose('door', line(4.2, 1, 4.2, 1.9), line(4.3, 1, 4.3, 1.9))],
  ])('%s', (_, evidence) => {
    const { openings, joins, areas } = formed({ lines: partedRooms(1, 1.9), evidence });
    expect(openings.map(plain)).toEqual([DOOR]);
    expect(joins).toHaveLength(1);
    expect(areas).toEqual([12, 12]);
  });

  it('a swing makes a door of what a layer of windows shows', () => {
    const evidence = [swing([4.2, 1], [4.2, 1.9], [3.3, 1], 'window')];
    expect(formed({ lines: partedRooms(1, 1.9), evidence }).openings.map(plain)).toEqual([DOOR]);
  });

  it('a leaf drawn open along another wall is no window of that one', () => {
    // The leaf stands open against the lower outer wall.
    const hinge = [4.2, 0.25] as const;
    const arc = {
      kind: 'window',
      shape: {
        lines: [],
        swings: [
          {
            hinge,
            ends: [
              [4.2, 1.15],
              [3.3, 0.25],
            ],
          },
        ],
        block: false,
      },
    } as const;
    const { openings } = formed({
      lines: partedRooms(0.25, 1.15),
      evidence: [arc, ...loose('window', line(4.2, 0.25, 3.3, 0.25))],
    });
    expect(openings.map(plain)).toEqual([['door', 0.1, [4.25, 0.25], [4.25, 1.15]]]);
  });

  it('single walls have doors as well', () => {
    const lines = [...box(0, 0, 8, 3), line(4, 0, 4, 1), line(4, 1.9, 4, 3)];
    const { openings, areas } = formed({ lines, evidence: [swing([4, 1], [4, 1.9], [3.1, 1])] });
    expect(openings.map(plain)).toEqual([['door', 0, [4, 1], [4, 1.9]]]);
    expect(areas).toEqual([12, 12]);
  });

  it('a wall that runs through is opened where a door is drawn in it', () => {
    const { openings, joins } = formed({ lines: twoRooms(), evidence: [swing([4.25, 1], [4.25, 1.9], [3.35, 1])] });
    expect(openings.map(plain)).toEqual([DOOR]);
    expect(joins).toHaveLength(1);
  });

  it('both leaves of a double door in a wall that runs through are one door, and two doors are two', () => {
    const leaf = (y: number, side: 1 | -1) => swing([4.2, y], [4.2, y + 0.6 * side], [3.6, y]);
    const double = [leaf(1, 1), leaf(2.2, -1)];
    expect(formed({ lines: twoRooms(), evidence: double }).openings.map(plain)).toEqual([
      ['door', 0.1, [4.25, 1], [4.25, 2.2]],
    ]);
    const two = formed({ lines: twoRooms(), evidence: [leaf(0.8, 1), leaf(2.1, -1)] });
    expect(two.openings).toHaveLength(2);
  });

  it('two doors in one corner are two, though the leaf of one stands open along the wall of the other', () => {
    const lines = [
      ...[line(4, 0, 4, 1), line(4.2, 0, 4.2, 1), line(4, 1, 4.2, 1)],
      ...[line(4, 1.9, 4.2, 1.9), line(4, 1.9, 4, 4), line(4.2, 1.9, 4.2, 2.05), line(4.2, 2.25, 4.2, 4)],
      ...[line(4.2, 2.05, 4.25, 2.05), line(4.25, 2.05, 4.25, 2.25), line(4.25, 2.25, 4.2, 2.25)],
      ...[line(5.15, 2.05, 5.15, 2.25), line(5.15, 2.05, 8, 2.05), line(5.15, 2.25, 8, 2.25)],
      ...box(0, 0, 8, 4),
    ];
    const evidence = [swing([4.1, 1.9], [4.1, 1], [3.2, 1.9]), swing([4.25, 2.15], [5.15, 2.15], [4.25, 1.25])];
    const { openings, rooms } = formed({ lines, evidence });
    expect(openings.map(({ a, b }) => [a, b])).toEqual([
      [
        [4.1, 1.9],
        [4.1, 1],
      ],
      [
        [4.25, 2.15],
        [5.15, 2.15],
      ],
    ]);
    expect(rooms).toHaveLength(3);
  });

  it('the panes of a window in a wall that runs through are one window', () => {
    const panes = [0.05, 0.1, 0.15].map((y) => line(1, y, 2.5, y));
    const { openings } = formed({ lines: twoRooms(), evidence: loose('window', ...panes) });
    expect(openings.map(plain)).toEqual([['window', 0.2, [1, 0.1], [2.5, 0.1]]]);
  });

  it('a side light, a leaf and a side light are one opening from wall to wall', () => {
    const lines = [...box(0, 0, 8, 3), line(4, 0, 4, 0.5), line(4, 2.5, 4, 3)];
    const evidence = [
      ...loose('door', line(4, 0.5, 4, 1.05)),
      swing([4, 1.05], [4, 1.95], [3.1, 1.05]),
      ...loose('door', line(4, 1.95, 4, 2.5)),
    ];
    expect(formed({ lines, evidence }).openings.map(plain)).toEqual([['door', 0, [4, 0.5], [4, 2.5]]]);
  });

  it('and one opening if they are drawn as one block', () => {
    const lines = [...box(0, 0, 8, 3), line(4, 0, 4, 0.25), line(4, 2.75, 4, 3)];
    const { kind, shape } = swing([4, 1.05], [4, 1.95], [3.1, 1.05]);
    const lights = [line(4, 0.25, 4, 1.05), line(4, 1.95, 4, 2.75)].map(({ a, b }) => [a, b]);
    const evidence = [{ kind, shape: { ...shape, lines: [...shape.lines, ...lights], block: true } }];
    const { openings, untaken } = formed({ lines, evidence });
    expect(openings.map(plain)).toEqual([['door', 0, [4, 0.25], [4, 2.75]]]);
    expect(untaken).toEqual([]);
  });

  it('what is drawn far from any wall is refused with its distances', () => {
    const { openings, untaken } = formed({ lines: twoRooms(), evidence: [swing([20, 1], [20, 1.9], [19.1, 1])] });
    expect(openings).toEqual([]);
    expect(untaken).toHaveLength(1);
    expect(untaken[0]?.ends?.every((off) => off > 5)).toBe(true);
  });
});

describe('gaps in which nothing is drawn', () => {
  it('part two rooms where people pass', () => {
    const { openings, areas } = formed({ lines: partedRooms(1, 1.9) });
    expect(openings.map(plain)).toEqual([[undefined, ...DOOR.slice(1)]]);
    expect(areas).toEqual([12, 12]);
  });

  it('wider ones part them only where both sides have a name', () => {
    const lines = partedRooms(0.5, 2.9);
    expect(formed({ lines, names: [[1, 1]] }).areas).toEqual([24.24]);
    const named = formed({
      lines,
      names: [
        [1, 1],
        [7, 1],
      ],
    });
    expect(named.areas).toEqual([12, 12]);
    expect(named.openings.map(plain)).toEqual([[undefined, 0.1, [4.25, 0.5], [4.25, 2.9]]]);
  });

  it('the widest round a place without a name is none: the next one parts two names', () => {
    const walls = [line(3, 0, 3, 1.7), line(3, 3.3, 3, 5), line(6, 0, 6, 1.3), line(6, 3.7, 6, 5)];
    const names = [
      [1, 1],
      [8, 1],
    ] as const;
    const { openings, rooms } = formed({ lines: [...box(0, 0, 9, 5), ...walls], names });
    expect(openings.map(plain)).toEqual([[undefined, 0, [3, 1.7], [3, 3.3]]]);
    expect(rooms).toHaveLength(2);
  });

  it('between a stub too short for a wall and the wall across from it part two rooms', () => {
    const partitions = [
      ...[line(4.2, 3.2, 4.2, 1.3), line(4.2, 1.3, 4.3, 1.3), line(4.3, 1.3, 4.3, 1.34), line(4.3, 1.34, 8.3, 1.34)],
      ...[line(8.3, 1.44, 4.3, 1.44), line(4.3, 1.44, 4.3, 3.2)],
    ];
    const shell = [...box(0, 0, 8.5, 3.4), ...box(0.2, 0.2, 8.1, 3)];
    const { openings, rooms } = formed({ lines: [...shell, ...partitions] });
    expect(openings.map(plain)).toEqual([[undefined, 0.1, [4.25, 0.2], [4.25, 1.3]]]);
    expect(rooms).toHaveLength(3);
  });

  it('slips are closed and no openings', () => {
    const { openings, areas } = formed({ lines: partedRooms(1, 1.2) });
    expect(openings).toEqual([]);
    expect(areas).toEqual([12, 12]);
  });

  it('between two jambs along a wall part nothing: a recess', () => {
    const recess = [line(1, 0.2, 1, 0.3), line(2.5, 0.2, 2.5, 0.3)];
    expect(formed({ lines: [...twoRooms(), ...recess] }).openings).toEqual([]);
  });

  it('side by side in one wall are two', () => {
    // Two rooms of 4 m by 3 m over a hall, a gap of 0.7 m into each, 0.3 m of wall between the gaps.
    const wall = [[0.2, 3.4], [4.1, 4.4], [5.1, 8.3]].flatMap(([from, to]) => box(from, 2, to - from, 0.1)); // biome-ignore format: a row
    const lines = [...box(0, 0, 8.5, 5.3), ...box(0.2, 0.2, 8.1, 4.9), ...wall, ...box(4.2, 2.1, 0.1, 3)];
    const { openings, rooms } = formed({ lines });
    expect(openings.map(plain)).toEqual([
      [undefined, 0.1, [4.4, 2.05], [5.1, 2.05]],
      [undefined, 0.1, [3.4, 2.05], [4.1, 2.05]],
    ]);
    expect(rooms).toHaveLength(3);
  });

  it('round a corner of a corridor too small for a room part the rooms beside it', () => {
    // A corridor 0.9 m wide goes on from a hall between two rooms, each with a gap of 0.7 m into its end.
    const walls = [2, 3].flatMap((y) => [box(0.2, y, 3.2, 0.1), box(4.1, y, 0.3, 0.1)]);
    const rest = [box(3, 2.1, 0.1, 0.9), box(4.3, 0.2, 0.1, 1.8), box(4.3, 3.1, 0.1, 2)];
    const lines = [...box(0, 0, 10, 5.3), ...box(0.2, 0.2, 9.6, 4.9), ...[...walls, ...rest].flat()];
    const { openings, rooms } = formed({ lines });
    expect(openings.map(plain)).toEqual([
      [undefined, 0.1, [3.4, 2.05], [4.1, 2.05]],
      [undefined, 0.1, [3.4, 3.05], [4.1, 3.05]],
    ]);
    expect(rooms).toHaveLength(4);
  });

  it('in two walls, one after the other and not opposite, are one passage', () => {
    // What keeps a washroom from sight: two walls 0.5 m apart, a gap of 1 m in each, 1 m farther on in the second.
    const wall = (x: number, from: number) => [...box(x, 0, 0.1, from), ...box(x, from + 1, 0.1, 4 - from)];
    const lines = [...box(-0.2, -0.2, 10.4, 5.4), ...box(0, 0, 10, 5), ...wall(4, 2), ...wall(4.6, 3)];
    expect(formed({ lines }).openings).toHaveLength(1);
  });

  it('inside a room that is drawn itself part nothing', () => {
    const ring = [
      [0.2, 0.2],
      [8.3, 0.2],
      [8.3, 3.2],
      [0.2, 3.2],
    ] as const;
    expect(formed({ lines: partedRooms(1, 1.9), rooms: [[ring]] }).openings).toEqual([]);
  });
});

describe('leaks', () => {
  it('are told where the way between two names is narrowest', () => {
    const found = leaksAmong(partedRooms(0.6, 2.7), [
      [1, 1],
      [7, 1],
    ]);
    expect(found).toHaveLength(1);
    expect(found[0]?.width).toBeCloseTo(2.1, 2);
    expect(found[0]?.at[0]).toBeGreaterThan(4.19);
    expect(found[0]?.at[0]).toBeLessThan(4.31);
    expect(found[0]?.at[1]).toBeCloseTo(1.65, 1);
  });

  it('name both in the order of the names, wherever they stand', () => {
    const [west, east] = [[1, 1], [7, 1]] as const; // biome-ignore format: points
    for (const names of [
      [west, east],
      [east, west],
    ]) {
      expect(leaksAmong(partedRooms(0.6, 2.7), names).map(({ between }) => between)).toEqual([[0, 1]]);
    }
  });

  it('two names in one room that narrows nowhere are no leak', () => {
    const found = leaksAmong(box(0, 0, 8, 2), [
      [1, 1],
      [7, 1],
    ]);
    expect(found).toEqual([]);
  });

  it('are told as they are without a corner that lies thousands of kilometres off', () => {
    const names = [[1, 1], [7, 1]] as const; // biome-ignore format: points
    const stray = [line(20, 0, 4e6, 3e6), line(4e6, 3e6, 20, 2), line(-1e6, 8e5, 1e6, 8e5)];
    const work = (barriers: ReturnType<typeof partedRooms>) => withBudget(1_000_000, () => leaksAmong(barriers, names));
    expect(work([...partedRooms(0.6, 2.7), ...stray])).toEqual(work(partedRooms(0.6, 2.7)));
  });

  it('a closed room does not leak', () => {
    expect(leaksAmong(twoRooms(), [[1, 1]])).toEqual([]);
  });
});

describe('work', () => {
  it('grows with what is drawn, not with its square', () => {
    const rooms = (count: number) =>
      Array.from({ length: count }, (_, n) =>
        twoRooms().map(({ a, b }) =>
          line(
            a[0] + 10 * (n % 20),
            a[1] + 5 * Math.floor(n / 20),
            b[0] + 10 * (n % 20),
            b[1] + 5 * Math.floor(n / 20),
          ),
        ),
      ).flat();
    const steps = (count: number): number => {
      const lines = rooms(count);
      for (let most = 1e4; ; most *= 1.25) {
        try {
          withBudget(most, () => formed({ lines }));
          return most;
        } catch (error) {
          if (!(error instanceof BudgetExceeded)) throw error;
        }
      }
    };
    // Eight times as many rooms: n log n, within a step of the search.
    expect(steps(160)).toBeLessThan(12 * steps(20));
  });
});
