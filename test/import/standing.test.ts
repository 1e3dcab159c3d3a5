import { describe, expect, it } from 'vitest';
import { Drawing, type XY } from '../support/dxf-writer.js';
import { make, outcomes } from './support.js';

const LAYERS = {
  unit: 1,
  rules: [
    { where: { layer: 'GLASS' }, as: 'wall' as const, keys: { material: 'clear' } },
    { where: { layer: 'WALL' }, as: 'wall' as const },
  ],
};

type Line = readonly [layer: string, a: XY, b: XY];

const wall = (a: XY, b: XY): Line => ['WALL', a, b];
const glass = (a: XY, b: XY): Line => ['GLASS', a, b];

/** Lines round a rectangle. */
function box(x: number, y: number, width: number, depth: number): Line[] {
  const [right, top] = [x + width, y + depth];
  return [
    wall([x, y], [right, y]),
    wall([right, y], [right, top]),
    wall([right, top], [x, top]),
    wall([x, top], [x, y]),
  ];
}

/** A room of 4 m by 3 m within walls of 0.2 m, its outer face without what `isGone` holds for. */
function room(isGone = (_: Line) => false): Line[] {
  return [...box(0, 0, 4.4, 3.4).filter((line) => !isGone(line)), ...box(0.2, 0.2, 4, 3)];
}

/** What the import makes of lines, the walls as `id x,y x,y …`, and what lint says of gaps between them. */
function made(lines: readonly Line[], strict = false) {
  const drawing = new Drawing({ version: 'AC1009' });
  for (const [layer, a, b] of lines) drawing.line(layer, a, b);
  const building = make([{ path: 'a.dxf', bytes: new TextEncoder().encode(`${drawing}`) }], {
    mapping: LAYERS,
    strict,
  });
  const { walls, zones } = building.building.identified.draft;
  return {
    zones: zones.length,
    walls: walls.map(({ id, line }) => [id, ...line.map(([x, y]) => `${+x.toFixed(3)},${+y.toFixed(3)}`)].join(' ')),
    leaks: Object.keys(outcomes(building.lint(), 'plan/light-leak')),
    notes: building.building.notes.flatMap(({ sort, message, count }) =>
      /rooms\/(ends|inner|walls)/.test(message.id) ? [`${sort} ${message.id} ${count}`] : [],
    ),
  };
}

describe('the walls of a drawing', () => {
  it('are the outer faces: what lies within a body or along a room is none besides', () => {
    const inside = wall([2, 0.05], [2, 0.2]);
    const { zones, walls, leaks, notes } = made([...room(), inside]);
    expect(zones).toBe(1);
    expect(walls).toEqual(['LINE-1 0,0 4.4,0', 'LINE-2 4.4,0 4.4,3.4', 'LINE-3 4.4,3.4 0,3.4', 'LINE-4 0,3.4 0,0']);
    expect(leaks).toEqual([]);
    expect(notes).toEqual(['left-out rooms/walls 4', 'left-out rooms/inner 1']);
  });

  it('meet where they are drawn a few millimetres apart', () => {
    const shy = room(([, a]) => a[0] === 0 && a[1] === 3.4);
    for (const off of [0.003, 0.004]) {
      expect(made([...shy, wall([0, 3.4 - off], [0, off])], true).leaks.length > 0).toBe(off === 0.004);
      expect(made([...shy, wall([0, 3.4 - off], [0, off])]).leaks).toEqual([]);
    }
  });

  it('are closed at an outer corner that nobody drew, on record, unless nothing may be mended', () => {
    const open = room(([, a]) => a[0] === 0 && a[1] === 3.4);
    const lines = [...open, wall([0, 3.4], [0, 0.2])];
    const { walls, leaks, notes } = made(lines);
    expect(leaks).toEqual([]);
    expect(walls.at(-1)).toBe('a-wall-x0y0 0,0 0,0.2');
    expect(notes).toContain('mended rooms/ends 1');
    expect(made(lines, true).walls).toHaveLength(walls.length - 1);
    expect(made(lines, true).leaks).not.toEqual([]);
  });

  it('are none where a line has no length, on a layer of walls and doors as well', () => {
    const drawing = new Drawing({ version: 'AC1009' });
    for (const [layer, a, b] of [...room(), wall([2, 0], [2, 0])]) drawing.line(layer, a, b);
    const mapping = { unit: 1, rules: [{ where: { layer: 'WALL' }, as: 'building' as const }] };
    for (const strict of [false, true]) {
      const { building, lint } = make([{ path: 'a.dxf', bytes: new TextEncoder().encode(`${drawing}`) }], {
        mapping,
        strict,
      });
      expect(lint().site.faults).toEqual([]);
      expect(building.notes.map(({ sort, message }) => `${sort} ${message.id}`)).toContain('left-out repair/dot');
    }
  });

  it('leave open what is open between two that stand free', () => {
    const free = [...box(7, 0, 0.2, 2), ...box(7, 2.25, 0.2, 2)];
    const { walls } = made([...room(), ...free]);
    expect(walls.some((line) => line.includes('-wall-'))).toBe(false);
  });

  it('stay as drawn where they are glass, with nothing opaque at their ends', () => {
    const faces = [6, 6.04].map((x) => glass([x, 0.2], [x, 3.2]));
    const { walls } = made([...room(), ...faces, ...box(5.9, 3.23, 0.24, 0.2)]);
    expect(walls).toContain('LINE-9 6,0.2 6,3.2');
    expect(walls).toContain('LINE-10 6.04,0.2 6.04,3.2');
    expect(walls.some((line) => line.includes('-wall-'))).toBe(false);
  });
});
