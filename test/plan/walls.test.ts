import { describe, expect, it } from 'vitest';
import type { Point, Segment } from '../../src/geometry/types.js';
import { deriveWalls, jambs, type LevelWalls } from '../../src/plan/walls/walls.js';
import { level, opening, rect, wall, zone } from '../support/site.js';

const length = (segments: readonly Segment[]) =>
  segments.reduce((sum, { a, b }) => sum + Math.hypot(b[0] - a[0], b[1] - a[1]), 0);

/** Length of what stands on the line x = c or y = c. */
const on = (walls: LevelWalls, axis: 0 | 1, c: number) =>
  length(walls.faces.filter(({ a, b }) => Math.abs(a[axis] - c) < 1e-9 && Math.abs(b[axis] - c) < 1e-9));

const west = zone('west', rect(0, 0, 4, 3));
const east = zone('east', rect(4, 0, 4, 3));

describe('walls of rooms', () => {
  it('stand on the boundary of every enclosed zone and on no other', () => {
    const walls = deriveWalls(level({ zones: [west, zone('yard', rect(4, 0, 4, 3), { enclosed: false })] }));
    expect(length(walls.faces)).toBeCloseTo(14, 9);
    expect(walls.faces.every((face) => face.owners.join() === 'west')).toBe(true);
  });

  it('are shared where two rooms share an edge', () => {
    const walls = deriveWalls(level({ zones: [west, east] }));
    expect(on(walls, 0, 4)).toBeCloseTo(3, 9);
    expect(walls.faces.find(({ a, b }) => a[0] === 4 && b[0] === 4)?.owners).toEqual(['west', 'east']);
  });

  it('stand round holes and nested rooms too', () => {
    const hollow = zone('hollow', rect(0, 0, 10, 10), {
      region: { rings: [rect(0, 0, 10, 10)], shadows: [rect(6, 6, 2, 2)] },
      nested: ['bath'],
    });
    const walls = deriveWalls(level({ zones: [hollow, zone('bath', rect(1, 1, 2, 2))] }));
    expect(length(walls.faces)).toBeCloseTo(40 + 8 + 8, 9);
  });
});

describe('the outer edge of what is zoned', () => {
  it('ends just where the edge of another zone crosses it at a slant', () => {
    const slanted: Point[] = [
      [1, 2],
      [1.75, 1.25],
      [4.75, 4.25],
      [4, 5],
    ];
    const { edges } = deriveWalls(level({ zones: [west, zone('slanted', slanted, { enclosed: false })] }));
    const ends = edges.filter(({ zone: id, a, b }) => id === 'west' && a[1] === 3 && b[1] === 3);
    const [first, second] = ends.map(({ a, b }) => [a[0], b[0]].sort()).sort();
    expect(first).toEqual([0, expect.closeTo(2, 9)]);
    expect(second).toEqual([expect.closeTo(3.5, 9), 4]);
  });
});

describe('openings', () => {
  it('may lie on the outer edge of an entrance that no wall stands round, but not in its middle', () => {
    const entrance = zone('entrance', rect(0, 0, 4, 3), { enclosed: false });
    const at = (y: number) =>
      deriveWalls(level({ zones: [entrance], openings: [opening('d', 'door', [1, y], [2, y])] }));
    expect(at(0).uncut).toEqual([]);
    expect(at(0).cuts).toEqual([]);
    expect(at(1.5).uncut.map((one) => one.id)).toEqual(['d']);
  });

  it('cut exactly their width out of the wall they lie on', () => {
    const walls = deriveWalls(level({ zones: [west, east], openings: [opening('d', 'door', [4, 1], [4, 1.9])] }));
    expect(on(walls, 0, 4)).toBeCloseTo(2.1, 9);
    expect(walls.cuts[0]?.owners).toEqual(['west', 'east']);
    expect(walls.cuts[0]?.joins.map((one) => one?.id)).toEqual(['west', 'east']);
  });

  it('cut both inner faces when they say how thick the wall is, and make one closed tunnel of them', () => {
    const beyond = zone('beyond', rect(4.2, 0, 4, 3));
    const door = opening('d', 'door', [4.1, 1], [4.1, 1.9], { thickness: 0.2 });
    const walls = deriveWalls(level({ zones: [west, beyond], openings: [door] }));
    expect(on(walls, 0, 4)).toBeCloseTo(2.1, 9);
    expect(on(walls, 0, 4.2)).toBeCloseTo(2.1, 9);
    const [cut] = walls.cuts;
    if (cut === undefined) throw new Error('no cut');
    for (const world of ['may', 'must'] as const) {
      for (const { a, b } of jambs(cut, world)) {
        expect([a[0], b[0]].sort().map((x) => x.toFixed(9))).toEqual(['4.000000000', '4.200000000']);
      }
    }
    expect(cut.joins.map((one) => one?.id)).toEqual(['west', 'beyond']);
  });

  it('cut both inner faces of a wall drawn between them that says how thick it is', () => {
    const beyond = zone('beyond', rect(4.2, 0, 4, 3));
    const middle: Point[] = [
      [4.1, 0],
      [4.1, 3],
    ];
    const walls = (thickness: number | undefined) =>
      deriveWalls(
        level({
          zones: [west, beyond],
          walls: [wall('w', middle, { thickness })],
          openings: [opening('d', 'door', [4.1, 1], [4.1, 1.9])],
        }),
      );
    for (const x of [4, 4.1, 4.2]) expect(on(walls(0.2), 0, x)).toBeCloseTo(2.1, 9);
    expect(on(walls(undefined), 0, 4.2)).toBeCloseTo(3, 9);
    expect(walls(undefined).blind.map((one) => one.against)).toEqual(['beyond', 'west']);
  });

  it('count as 0.1 m thick in may-see and 0.3 m in must-see when nobody says', () => {
    const walls = deriveWalls(level({ zones: [west, east], openings: [opening('d', 'door', [4, 1], [4, 1.9])] }));
    const [cut] = walls.cuts;
    if (cut === undefined) throw new Error('no cut');
    expect(length(jambs(cut, 'may'))).toBeCloseTo(0.2, 9);
    expect(length(jambs(cut, 'must'))).toBeCloseTo(0.6, 9);
  });

  it('cut a wall within 10° and not one beyond', () => {
    const at = (degrees: number) => {
      const slope = Math.tan((degrees * Math.PI) / 180) * 0.45;
      const door = opening('d', 'door', [4 - slope, 1], [4 + slope, 1.9]);
      return deriveWalls(level({ zones: [west, east], openings: [door] }));
    };
    expect(at(9.9).uncut).toEqual([]);
    expect(at(10.1).uncut.map((one) => one.id)).toEqual(['d']);
  });

  it('cut a wall within 5 cm, or within its thickness, and are named when they cut none', () => {
    const door = (x: number) => [opening('d', 'door', [x, 1], [x, 1.9])];
    expect(deriveWalls(level({ zones: [west], openings: door(4.05) })).uncut).toHaveLength(0);
    expect(deriveWalls(level({ zones: [west], openings: door(4.06) })).uncut).toHaveLength(1);
    const thick = [
      wall(
        'w',
        [
          [4, 0],
          [4, 3],
        ],
        { thickness: 0.2 },
      ),
    ];
    expect(deriveWalls(level({ walls: thick, openings: door(4.15) })).uncut).toHaveLength(0);
    expect(deriveWalls(level({ walls: thick, openings: door(4.25) })).uncut).toHaveLength(1);
  });

  it('join a nested room to the room around it', () => {
    const room = zone('room', rect(0, 0, 6, 6), { nested: ['bath'] });
    const door = opening('d', 'door', [2, 0.5], [2, 1.3]);
    const walls = deriveWalls(level({ zones: [room, zone('bath', rect(0, 0, 2, 2))], openings: [door] }));
    expect(walls.cuts[0]?.joins.map((one) => one?.id)).toEqual(['bath', 'room']);
  });

  it('join nothing where no zone is drawn', () => {
    const walls = deriveWalls(level({ zones: [west], openings: [opening('d', 'door', [4, 1], [4, 1.9])] }));
    expect(walls.cuts[0]?.joins.map((one) => one?.id)).toEqual(['west', undefined]);
  });

  it('missing from an enclosed zone make it sealed', () => {
    const door = opening('d', 'door', [0, 1], [0, 1.9]);
    expect(deriveWalls(level({ zones: [west, east], openings: [door] })).sealed).toEqual(['east']);
  });
});

describe('openings that lead against a wall', () => {
  // Rooms drawn by their inner faces, 0.2 m apart; a door on the corridor's face cuts that one only.
  const corridor = zone('corridor', rect(0, 0, 8, 2));
  const room = zone('room', rect(0, 2.2, 4, 3));
  const door = (more = {}, y = 2) => opening('d', 'door', [1, y], [1.9, y], more);
  const blind = (...args: Parameters<typeof deriveWalls>) =>
    deriveWalls(...args).blind.map((one) => `${one.opening.id} ${one.against}`);

  it('name the room they do not open', () => {
    expect(blind(level({ zones: [corridor, room], openings: [door()] }))).toEqual(['d room']);
    expect(blind(level({ zones: [corridor, room], openings: [door({}, 2.2)] }))).toEqual(['d corridor']);
  });

  it('do so within a zone that holds them both', () => {
    const campus = zone('campus', rect(-9, -9, 30, 30), { enclosed: false, nested: ['corridor', 'room'] });
    expect(blind(level({ zones: [campus, corridor, room], openings: [door()] }))).toEqual(['d room']);
  });

  it('are not those that cut both faces, alone or in two', () => {
    expect(blind(level({ zones: [corridor, room], openings: [door({ thickness: 0.2 }, 2.1)] }))).toEqual([]);
    const both = [door(), opening('d2', 'door', [1, 2.2], [1.9, 2.2])];
    expect(blind(level({ zones: [corridor, room], openings: both }))).toEqual([]);
  });

  it('are not those that lead into a narrow place, or outdoors', () => {
    const shared = zone('room', rect(0, 2, 4, 3));
    const closet = zone('closet', rect(0, 2, 4, 0.4));
    const balcony = zone('balcony', rect(0, 2, 4, 0.2), { enclosed: false });
    expect(blind(level({ zones: [corridor, shared], openings: [door()] }))).toEqual([]);
    expect(blind(level({ zones: [corridor, closet, zone('room', rect(0, 2.5, 4, 3))], openings: [door()] }))).toEqual(
      [],
    );
    expect(blind(level({ zones: [corridor, balcony, room], openings: [door()] }))).toEqual([]);
    expect(blind(level({ zones: [corridor, zone('far', rect(0, 2.7, 4, 3))], openings: [door()] }))).toEqual([]);
    expect(blind(level({ zones: [corridor, zone('beside', rect(4, 2.2, 4, 3))], openings: [door()] }))).toEqual([]);
  });

  it('are not those that lead into a narrow place behind a slanted face, whichever end of it is nearer', () => {
    const slanted = (left: number, right: number): Point[] => [
      [0.5, left],
      [2.4, right],
      [2.4, 2.5],
      [0.5, 2.5],
    ];
    const beyond = zone('beyond', rect(0, 2.55, 4, 3));
    for (const [near, far] of [
      [2.1, 2.3],
      [2.3, 2.1],
    ] as const) {
      const niche = zone('niche', slanted(near, far));
      const through = (from: number, to: number) => {
        const line = opening('d', 'door', [from, 2], [to, 2], { thickness: 0.3 });
        return blind(level({ zones: [corridor, niche, beyond], openings: [line] }));
      };
      expect(through(1, 1.9), `${near}`).toEqual([]);
      expect(through(1.9, 1), `${near}`).toEqual([]);
    }
  });

  it('name a wall that stands close behind them across the most of them, not a pillar before a window', () => {
    const window = opening('w', 'window', [1, 2], [3, 2], { thickness: 0.2 });
    const block = (width: number) =>
      wall('block', [[1, 1.7], [1 + width, 1.7], [1 + width, 1.8], [1, 1.8], [1, 1.7]]); // biome-ignore format: a box
    expect(blind(level({ zones: [corridor], walls: [block(1.1)], openings: [window] }))).toEqual(['w block']);
    expect(blind(level({ zones: [corridor], walls: [block(0.9)], openings: [window] }))).toEqual([]);
  });
});

describe('explicit walls', () => {
  it('of glass replace what the room would put there', () => {
    const pane = wall(
      'pane',
      [
        [4, 0.5],
        [4, 2.5],
      ],
      { material: 'clear' },
    );
    const walls = deriveWalls(level({ zones: [west, east], walls: [pane] }));
    const opaque = { ...walls, faces: walls.faces.filter((face) => face.material === 'opaque') };
    expect(on(opaque, 0, 4)).toBeCloseTo(1, 9);
  });
});

describe('what lies slantwise across a wall that something else is taken out of too', () => {
  // Both lie on the north wall in its middle; beyond that only one of them does.
  const [straight, slanting] = [
    [
      [1, 3],
      [3, 3],
    ],
    [
      [0.2, 3.13],
      [3.8, 2.87],
    ],
  ] as const;

  it('takes out the same, whichever is drawn first: low walls', () => {
    const low = [straight, slanting].map((line, i) => wall(`w${i}`, line, { height: 1 }));
    const north = [low, low.toReversed()].map((walls) => {
      const { faces } = deriveWalls(level({ zones: [west], walls }));
      return length(faces.filter(({ a, b, source }) => source === 'zone' && a[1] === 3 && b[1] === 3));
    });
    expect(north[0]).toBeCloseTo(0.38, 2);
    expect(north[1]).toBeCloseTo(north[0] ?? 0, 12);
  });

  it('takes out the same, whichever is drawn first: openings', () => {
    const doors = [straight, slanting].map(([a, b], i) => opening(`d${i}`, 'door', a, b));
    const north = [doors, doors.toReversed()].map((openings) =>
      on(deriveWalls(level({ zones: [west], openings })), 1, 3),
    );
    expect(north[0]).toBeCloseTo(0.38, 2);
    expect(north[1]).toBeCloseTo(north[0] ?? 0, 12);
  });
});

describe('of two zones of one size that lie across each other', () => {
  it('an opening joins the same, whatever they are called', () => {
    const joined = (names: readonly [string, string]) => {
      const zones = [zone(names[0], rect(0, 0, 4, 3)), zone(names[1], rect(1, 1, 4, 3))];
      const { cuts } = deriveWalls(level({ zones, openings: [opening('d', 'door', [1, 1.5], [1, 2.5])] }));
      return cuts.flatMap(({ joins }) => joins.map((one) => names.indexOf(one?.id ?? '')));
    };
    expect(joined(['a', 'b'])).toEqual([0, 0]);
    expect(joined(['b', 'a'])).toEqual([0, 0]);
  });
});

describe('the edge of zoned space', () => {
  const open = { enclosed: false };

  it('runs where no zone lies beyond', () => {
    const zones = [zone('a', rect(0, 0, 4, 3), open), zone('b', rect(4, 0, 4, 2), open)];
    // Outline of the L: 8 + 2 + 4 + 1 + 4 + 3.
    expect(length(deriveWalls(level({ zones })).edges)).toBeCloseTo(22, 2);
  });

  it('does not depend on which way round a ring runs', () => {
    const reversed = zone('a', rect(0, 0, 4, 3).reverse(), open);
    expect(length(deriveWalls(level({ zones: [reversed] })).edges)).toBeCloseTo(14, 9);
  });

  it('is open between two zones drawn with a hair between them', () => {
    const zones = [zone('a', rect(0, 0, 4, 3), open), zone('b', rect(4.004, 0, 4, 3), open)];
    expect(length(deriveWalls(level({ zones })).edges)).toBeCloseTo(22, 1);
  });

  it('is cut by an opening only where it leads into another zone', () => {
    const door = opening('d', 'door', [4.1, 1], [4.1, 1.9], { thickness: 0.2 });
    const alone = deriveWalls(level({ zones: [west], openings: [door] }));
    const joined = deriveWalls(level({ zones: [west, zone('b', rect(4.2, 0, 4, 3))], openings: [door] }));
    expect(length(alone.edges)).toBeCloseTo(14, 9);
    expect(length(joined.edges)).toBeCloseTo(28 - 1.8, 9);
  });
});
