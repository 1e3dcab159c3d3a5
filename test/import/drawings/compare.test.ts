import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../src/plan/read/read.js';
import { pack } from '../support.js';
import { compare } from './compare.js';
import { counted, type Expected } from './expected.js';
import { Plan } from './plan.js';

/** Two rooms of 3.8 × 2.8 m and 1.8 × 2.8 m behind walls of 0.2 m, with a door between them and one outside. */
function two(): Plan {
  return new Plan()
    .wall(0.2, [0, 0], [6, 0], [6, 3], [0, 3], [0, 0])
    .wall(0.2, [4, 0], [4, 3])
    .open('door', 0.9, [4, 1.5])
    .open('door', 1, [2, 0])
    .room('大', [1, 1])
    .room('小', [5, 1]);
}

describe('what a person counts', () => {
  it('is areas up to the faces of walls, and which rooms an opening joins', () => {
    const { rooms, inner, outside } = counted(two(), 0.001, [10, 20], false);
    expect(rooms.map(({ name, at, area }) => [name, at, area])).toEqual([
      ['大', [11, 21], 10.6],
      ['小', [15, 21], 5],
    ]);
    expect(inner).toEqual([{ rooms: ['大', '小'], at: [14, 21.5], is: 'door' }]);
    expect(outside).toEqual([{ room: '大', at: [12, 20], is: 'door' }]);
  });

  it('is areas up to the lines where walls are single', () => {
    expect(counted(two(), 1, [0, 0], true).rooms.map(({ area }) => area)).toEqual([12, 6]);
  });

  it('is refused where a room leaks, is one with another, or has no name', () => {
    const open = new Plan().wall(0.2, [0, 0], [6, 0], [6, 3], [0, 3]).room('a', [1, 1]);
    expect(() => counted(open, 1, [0, 0], false)).toThrow('a leaks');
    expect(() => counted(two().room('b', [2, 2]), 1, [0, 0], false)).toThrow('b is one with 大');
    const unnamed = new Plan().wall(0.2, [0, 0], [6, 0], [6, 3], [0, 3], [0, 0]);
    expect(() => counted(unnamed, 1, [0, 0], false)).toThrow('no name for 16.2 m²');
  });
});

/** A plan as the import might make it. */
function made(expected: Expected, ...elements: readonly string[]) {
  const text = `sitecam: 1
site: {name: x, categories: [school]}
levels:
  - id: F1
    elevation: 0
    zones:
      - {id: a, kind: office, name: 大, rect: [0.1, 0.1, 3.8, 2.8]}
${elements.map((line) => `      ${line}`.replace(/^ {6}@/, '    ')).join('\n')}
`;
  const result = readPlan('plan.yaml', (path) => (path === 'plan.yaml' ? new TextEncoder().encode(text) : undefined), {
    pack,
  });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  return compare(expected, result.site, [-10, -20]);
}

describe('a plan compared with it', () => {
  const plan = two().device('SXJ-QJ', 'QJ-01', 'camera', [1, 2]);
  const expected = counted(plan, 1, [-10, -20], false);
  const small = '- {id: b, kind: office, rect: [4.1, 0.1, 1.8, 2.8]}';
  const doors = [
    '@openings:',
    '- {id: d1, kind: door, line: [[4, 1.05], [4, 1.95]], thickness: 0.25}',
    '- {id: d2, kind: door, line: [[1.5, 0], [2.5, 0]], thickness: 0.25}',
  ];

  it('has full marks where it has all', () => {
    const devices = ['@devices:', '- {id: QJ-01, kind: camera, at: [1, 2.2]}'];
    const { rooms, names, inner, outside, devices: found } = made(expected, small, ...doors, ...devices);
    expect([rooms, inner, outside, found].map(({ missing, false: more }) => [...missing, ...more])).toEqual([
      [],
      [],
      [],
      [],
    ]);
    expect(names.missing).toEqual(['小: no name']);
  });

  it('is told what it lacks, and what is there too often', () => {
    const { rooms, inner, outside, devices } = made(
      expected,
      '- {id: b, kind: office, rect: [4.1, 0.1, 1.8, 2.3]}',
      '- {id: c, kind: office, rect: [4.1, 2.5, 1.8, 0.4]}',
      ...doors.slice(0, 2),
      '@devices:',
      '- {id: QJ-02, kind: camera, at: [1, 2]}',
    );
    expect(rooms.missing).toEqual(['小: 4.1 m² for 5']);
    expect(rooms.false).toEqual(['c: 0.7 m² at -5.90,-17.50']);
    expect(inner.missing).toEqual([]);
    expect(outside.missing).toEqual(['大 at -8,-20 (door)']);
    expect(devices.missing).toEqual(['QJ-01 camera: QJ-02 camera']);
  });
});
