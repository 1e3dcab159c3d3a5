import { describe, expect, test } from 'vitest';
import { loadPack } from '../../src/law/load.js';
import { penaltiesFor, prohibitionOf } from '../../src/law/lookup.js';
import type { Threshold } from '../../src/law/types.js';

const pack = loadPack('nm-2017');

const thresholds = (rows: readonly Threshold[] | undefined) =>
  rows?.map(({ from, outcome }) => `${outcome} from ${from}`);

/** The tables of Art. 9(2) as they were decided. */
const ROOM = { inside: 'fail', standing: ['fail from 12.5'], closed: 'review' };
const READING = { inside: 'review', standing: ['review from 12.5'], closed: 'review' };
const LEAK = { inside: 'fail', standing: ['fail from 125', 'review from 62.5'], closed: 'as-standing' };
const NEAR = { inside: 'fail', standing: ['fail from 62.5', 'review from 12.5'], closed: 'as-standing' };
const BOX = { inside: 'review', standing: ['review from 62.5'], closed: 'as-standing' };
const TABLE = [
  [1, 'guest-room', ROOM],
  [1, 'entertainment-private-room', ROOM],
  [2, 'dormitory-room', ROOM],
  [2, 'apartment-room', ROOM],
  [3, 'nursing-room', ROOM],
  [3, 'public-bathroom', ROOM],
  [3, 'changing-room', ROOM],
  [3, 'make-up-room', ROOM],
  [3, 'restroom', ROOM],
  [4, 'customer-information-area', LEAK],
  [5, 'ballot-box', NEAR],
  [5, 'report-box', NEAR],
  [5, 'writing-place', NEAR],
  [5, 'opinion-box', BOX],
  [6, 'private-area', ROOM],
  [6, 'ward', READING],
  [6, 'consulting-room', READING],
  [6, 'operating-room', READING],
  [6, 'fitting-room', READING],
  [6, 'dining-private-room', READING],
  [6, 'staff-rest-room', READING],
  [6, 'washroom', READING],
  [6, 'nap-room', READING],
  [6, 'massage-room', READING],
  [6, 'leisure-room', READING],
  [6, 'care-room', READING],
  [6, 'locker-area', READING],
  [6, 'dwelling', READING],
] as const;

describe.each(TABLE)('item (%i), %s', (item, kind, asked) => {
  const row = prohibitionOf(pack, kind);

  test('is of its item, once', () => {
    expect(row?.clause).toBe(`nm-2017/9.2(${item})`);
    expect(pack.prohibitions.filter(({ kinds }) => kinds.includes(kind))).toHaveLength(1);
  });

  test('is judged as the table says', () => {
    expect({ inside: row?.inside, standing: thresholds(row?.standing), closed: row?.closed }).toEqual(asked);
  });

  test('a reading of ours never fails inside, the words of the law always do', () => {
    expect(row?.inside).toBe(row?.basis === 'law' ? 'fail' : 'review');
  });

  test('Art. 24 punishes a device inside and no view from outside', () => {
    expect(penaltiesFor(pack, [row?.clause ?? '']).map(({ clause }) => clause)).toEqual(['nm-2017/24']);
    expect(penaltiesFor(pack, ['nm-2017/9.1'])).toEqual([]);
  });
});

describe('Art. 9(2)', () => {
  test('has no other private kind', () => {
    expect(pack.prohibitions.flatMap(({ kinds }) => kinds).sort()).toEqual(TABLE.map(([, kind]) => kind).sort());
  });

  test('a view into a room rests on 9(1), Order 799 8(1)(4) and Civil Code 1033', () => {
    for (const { regime, viewClauses } of pack.prohibitions) {
      if (regime !== 'room' && regime !== 'reading') continue;
      expect(viewClauses.slice(0, 2)).toEqual(['nm-2017/9.1', 'cn-799-2025/8.1(4)']);
      expect(viewClauses[2]).toMatch(/^cn-civil-code\/1033\([23]\)$/);
    }
  });

  test('what is observed rests on its own item; what leaks, seen from outside, on 9(1)', () => {
    expect(prohibitionOf(pack, 'customer-information-area')?.viewClauses[0]).toBe('nm-2017/9.1');
    expect(prohibitionOf(pack, 'ballot-box')?.viewClauses).toEqual(['nm-2017/9.2(5)']);
  });

  test('only item (4) speaks of certain institutions: 金融、保险、证券机构', () => {
    const limited = pack.prohibitions.filter(({ categories }) => categories.length > 0);
    expect(limited.map(({ id, categories }) => [id, categories])).toEqual([
      ['customer-information', ['bank', 'insurance', 'securities']],
    ]);
  });

  test('dwellings through glazing: fail from 125, review from 12.5', () => {
    const glazed = pack.prohibitions.filter(({ glazing }) => glazing !== undefined);
    expect(glazed.map(({ kinds }) => kinds)).toEqual([['dwelling']]);
    expect(thresholds(glazed[0]?.glazing)).toEqual(['fail from 125', 'review from 12.5']);
  });

  test('clear doors are ordered in private rooms of entertainment venues only', () => {
    const clear = pack.prohibitions.filter(({ clearDoors }) => clearDoors !== undefined);
    expect(clear.map(({ kinds, clearDoors }) => [kinds, clearDoors])).toEqual([
      [
        ['entertainment-private-room'],
        {
          categories: ['cultural-entertainment-venue'],
          condition: 'songAndDance',
          reference: 'cn-entertainment/16',
        },
      ],
    ]);
  });

  test('what stands in Order 799 Art. 8(1)(1)–(3) is cited for a device inside', () => {
    const cited = (kind: string) => prohibitionOf(pack, kind)?.insideReferences;
    expect(cited('guest-room')).toEqual(['cn-799-2025/8.1(1)']);
    expect(cited('dormitory-room')).toEqual(['cn-799-2025/8.1(2)']);
    expect(cited('staff-rest-room')).toEqual(['cn-799-2025/8.1(2)']);
    expect(cited('restroom')).toEqual(['cn-799-2025/8.1(3)']);
    expect(cited('fitting-room')).toEqual(['cn-799-2025/8.1(3)']);
    expect(cited('make-up-room')).toEqual(['cn-799-2025/8.1(4)']);
    expect(cited('entertainment-private-room')).toEqual(['cn-799-2025/8.1(4)']);
    expect(cited('customer-information-area')).toEqual([]);
    expect(cited('ballot-box')).toEqual([]);
  });

  test('thresholds stand from the strictest down', () => {
    for (const { standing, glazing } of pack.prohibitions) {
      for (const rows of [standing, glazing ?? []]) {
        const figures = rows.map(({ from }) => from);
        expect(figures).toEqual([...figures].sort((a, b) => b - a));
      }
    }
  });
});
