// What a plan that is read again keeps of the one before: the very same objects, by which what was worked out is known.
import { describe, expect, test } from 'vitest';
import { isShallowlySame, levelLike, listLike, withEqualParts } from '../../src/plan/like.js';
import { levelOf, levelSite } from './support.js';

const ZONES = `zones:
  - {id: hall, kind: lobby, rect: [0, 0, 6, 6]}
  - {id: wc, kind: restroom, rect: [6, 0, 3, 3]}`;
const HEADLESS = `${ZONES}
openings: [{id: d, kind: door, line: [[6, 1], [6, 2]]}]
walls: [{id: w, line: [[0, 3], [2, 3]]}]
drawing: {file: f1.dxf, unit: 0.001, handles: {hall: "1F", wc: "2A"}}`;
const SIGNS = 'signs: [{id: S, at: [1, 0], text: 监控}]';
const DEVICES = `devices:
  - {id: A, kind: camera, at: [1, 1], heading: 90}
  - {id: B, kind: microphone, at: [2, 2]}`;
const level = (...lines: string[]) => levelOf(levelSite(lines.join('\n')));
const LISTS = ['zones', 'walls', 'openings', 'devices', 'signs'] as const;

describe('a level read again', () => {
  const was = level(HEADLESS, DEVICES, SIGNS);

  test('is the very one before if nothing of it changed', () => {
    expect(was.drawing).toBeDefined();
    expect(levelLike(level(HEADLESS, DEVICES, SIGNS), was)).toBe(was);
  });

  test('keeps all but the list in which something changed, and of that the other elements', () => {
    const now = level(HEADLESS, DEVICES.replace('90', '91'), SIGNS);
    const kept = levelLike(now, was);
    expect(kept).not.toBe(was);
    for (const list of LISTS) expect(kept[list] === was[list], list).toBe(list !== 'devices');
    expect(kept.devices[0]).toBe(now.devices[0]);
    expect(kept.devices[1]).toBe(was.devices[1]);
    expect(kept.drawing).toBe(was.drawing);
  });

  test('keeps an element that stands in the text where it stood, wherever it is in its list', () => {
    const drawnTo = (end: string) => level(HEADLESS.replace('walls: [', `walls: [{id: v, line: [[1, 4], ${end}]}, `));
    const [point, line] = [drawnTo('[1, 4]'), drawnTo('[1, 5]')];
    expect(point.walls.map(({ id }) => id)).toEqual(['w']);
    const [v, w] = levelLike(line, point).walls;
    expect(v).toBe(line.walls[0]);
    expect(w).toBe(point.walls[0]);
    expect(levelLike(point, line).walls[0]).toBe(line.walls[1]);
  });

  test('takes none for another', () => {
    const other = levelLike(level(HEADLESS, DEVICES.replace('id: A', 'id: C'), SIGNS), was);
    expect(other.devices.map(({ id }) => id)).toEqual(['C', 'B']);
  });

  test('has the drawing of now if its handles are others', () => {
    for (const handles of [
      'hall: "1F", wc: "2B"',
      'hall: "1F"',
      'hall: "1F", wc: "2A", w: "3"',
      'hall: "1F", wd: "2A"',
    ]) {
      const now = level(HEADLESS.replace('hall: "1F", wc: "2A"', handles), DEVICES, SIGNS);
      const kept = levelLike(now, was);
      expect(kept.drawing, handles).toBe(now.drawing);
      expect(kept.devices).toBe(was.devices);
    }
  });
});

describe('equal parts', () => {
  const list = [1];
  const map = new Map([['a', list]]);

  test.each([
    ['a list with more', [1, 2], list],
    ['a list with others', [2], list],
    ['an object for a list', { 0: 1, length: 1 }, list],
    ['a list for an object', list, { 0: 1 }],
    ['an object for a map', {}, map],
    ['a map for an object', map, {}],
    ['a larger map', new Map([...map, ['b', list]]), map],
    ['other keys', { b: 1 }, { a: 1 }],
    ['fewer keys', { a: 1 }, { a: 1, b: 2 }],
    ['nothing', null, { a: 1 }],
    ['a text for a number', '1', 1],
  ])('are none: %s', (_, now, before) => {
    expect(withEqualParts<{ one: unknown }>({ one: now }, { one: before }).one).toBe(now);
  });

  test('are taken at any depth, and nothing that was there before alone', () => {
    const before = { one: { a: [new Map([['b', { c: [1, null] }]])] }, two: 2, gone: list };
    const now: { one: unknown; two: number } = { one: { a: [new Map([['b', { c: [1, null] }]])] }, two: 3 };
    expect(withEqualParts(now, before)).toEqual({ one: before.one, two: 3 });
    expect(withEqualParts(now, before).one).toBe(before.one);
  });

  test('of lists: the very list where all are the same, in order', () => {
    const [a, b] = [{ id: 'a' }, { id: 'b' }];
    const before = [a, b];
    expect(listLike([{ id: 'a' }, { id: 'b' }], before)).toBe(before);
    expect(listLike([{ id: 'b' }, { id: 'a' }], before)).not.toBe(before);
    expect(listLike([{ id: 'b' }, { id: 'a' }], before)[0]).toBe(b);
    expect(listLike([{ id: 'a' }], before)).toEqual([a]);
  });
});

test('objects are the very same in parts but for some keys', () => {
  const list = [1];
  expect(isShallowlySame({ a: list, b: 1 }, { a: list, b: 2 }, ['b'])).toBe(true);
  expect(isShallowlySame({ a: list, b: 1 }, { a: [1], b: 1 }, ['b'])).toBe(false);
  expect(isShallowlySame<object>({ a: list }, { a: list, b: 2 }, [])).toBe(false);
  expect(isShallowlySame<object>({ a: list, c: undefined }, { a: list, b: 2 }, [])).toBe(false);
});
