// What is doubtful of a drawing, and the variants of a site in which it is taken.
import { describe, expect, test } from 'vitest';
import { variantOf } from '../../src/plan/doubts/variants.js';
import { levelOf, levelSite } from './support.js';

describe('variants of a site', () => {
  const site = levelSite(`
zones:
  - {id: a, kind: office, rect: [0, 0, 4, 4]}
  - {id: b, kind: office, rect: [3.9, 0, 4, 4]}
  - {id: c, kind: office, rect: [20, 0, 4, 4]}
devices:
  - {id: in-a, kind: camera, at: [1, 1]}
  - {id: in-both, kind: camera, at: [3.95, 1]}
  - {id: in-c, kind: camera, at: [22, 1]}
`);
  const [doubt] = site.doubts ?? [];
  const taken = (way: 'hiding' | 'passing') => (doubt === undefined ? site : variantOf(site, [doubt], () => way));

  test('are the very site where nothing is taken', () => {
    expect(doubt?.id).toBe('b/a');
    expect(variantOf(site, [], () => 'hiding')).toBe(site);
    expect(site.doubts).toHaveLength(1);
  });

  test('have a device of two rooms that overlap in one of them, and all others as they were', () => {
    const was = levelOf(site);
    for (const way of ['hiding', 'passing'] as const) {
      const now = levelOf(taken(way));
      expect(now.zones, way).toBe(was.zones);
      expect(now.walls).toBe(was.walls);
      expect(now.devices.map((device, n) => device === was.devices[n])).toEqual([true, false, true]);
      expect(now.devices[1]?.zones).toHaveLength(1);
    }
    expect(levelOf(taken('hiding')).openings).toBe(was.openings);
    expect(levelOf(taken('hiding')).without).toBeUndefined();
    expect(levelOf(taken('passing')).without?.length).toBeGreaterThan(0);
  });

  test('have a level as it was if nothing on it changes', () => {
    const without = levelSite(`
zones:
  - {id: a, kind: office, rect: [0, 0, 4, 4]}
  - {id: b, kind: office, rect: [3.9, 0, 4, 4]}
devices:
  - {id: in-a, kind: camera, at: [1, 1]}
`);
    const variant = variantOf(without, without.doubts ?? [], () => 'hiding');
    expect(variant.levels[0]).toBe(without.levels[0]);
  });
});

describe('an opening on no wall', () => {
  const YARD = 'kind: yard, enclosed: false, polygon: [[0, 0], [20, 0], [20, 20], [0, 20]]';
  const opening = (x: number) =>
    levelSite(`
zones:
  - {id: yard, ${YARD}, holes: [[[8, 7], [13, 7], [13, 13], [8, 13]]]}
  - {id: far, kind: yard, enclosed: false, rect: [30, 0, 5, 5]}
openings:
  - {id: d, kind: door, line: [[${x}, 9.5], [${x}, 10.5]]}
`).faults;

  test('leaves open what it may belong to: zones within a metre, also of the edge of a hole', () => {
    const taints = (elements: readonly string[]) => [{ rule: 'plan/opening-on-no-wall', taints: { elements } }];
    expect(opening(5)).toMatchObject(taints(['d', 'yard']));
    expect(opening(8.9)).toMatchObject(taints(['d', 'yard']));
    expect(opening(9.1)).toMatchObject(taints(['d']));
    expect(opening(20.9)).toMatchObject(taints(['d', 'yard']));
    expect(opening(25)).toMatchObject(taints(['d']));
  });
});

describe('a ring that crosses itself', () => {
  /** A circle of corners, two of which are listed the wrong way round. */
  const circle = (corners: number) => {
    const at = (n: number) => {
      const turn = (2 * Math.PI * n) / corners;
      return `[${(10 + 9 * Math.cos(turn)).toFixed(4)}, ${(10 + 9 * Math.sin(turn)).toFixed(4)}]`;
    };
    const order = Array.from({ length: corners }, (_, n) => (n === 1 ? 2 : n === 2 ? 1 : n));
    return levelSite(`zones: [{id: hall, kind: lobby, polygon: [${order.map(at).join(', ')}]}]`);
  };

  test('is put in order if it has up to 400 corners; one of more leaves its level open', () => {
    for (const corners of [5, 400]) {
      const { faults, doubts } = circle(corners);
      expect(faults).toMatchObject([{ rule: 'plan/self-crossing-ring', taints: { levels: [] } }]);
      expect(doubts).toMatchObject([{ id: 'hall' }]);
    }
    const { faults, doubts } = circle(401);
    expect(faults).toMatchObject([{ rule: 'plan/self-crossing-ring', taints: { levels: ['F1'] } }]);
    expect(doubts).toBeUndefined();
  });
});
