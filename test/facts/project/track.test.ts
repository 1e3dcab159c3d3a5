import { describe, expect, test } from 'vitest';
import {
  isAdopted,
  publicPlace,
  rowApplies,
  trackAsks,
  trackNamed,
  trackQuestion,
  tracksOf,
} from '../../../src/facts/project/track.js';
import { partsOf } from '../../../src/law/compose.js';
import { loadPack } from '../../../src/law/load.js';
import type { Category, Pack } from '../../../src/law/types.js';

const ORDER = 'cn-799-2025';
const place = { path: 'plan.yaml', pointer: '' };
const row = (id: string, more: Partial<Category>): Category => ({
  id,
  name: { zh: id, en: id },
  basis: 'law',
  declared: [],
  named: [],
  related: [],
  bare: 'review',
  expectedPrivate: [],
  ...more,
});
const pack: Pack = {
  ...loadPack('nm-2017'),
  tracks: [
    { clause: `${ORDER}/7.2(1)`, name: { zh: '甲', en: 'A' }, public: true },
    { clause: `${ORDER}/9.1`, name: { zh: '乙', en: 'B' }, public: true, spared: [`${ORDER}/14`, `${ORDER}/16.2`] },
    { clause: `${ORDER}/33.1`, name: { zh: '丙', en: 'C' }, only: [`${ORDER}/33`] },
  ],
  categories: [
    row('hospital', { clause: `${ORDER}/7.2(1)` }),
    row('museum', { clause: `${ORDER}/7.2(1)`, basis: 'reading' }),
    row('hotel', { publicBy: `${ORDER}/8.1(1)` }),
    row('bank', { basis: 'reading' }),
  ],
};
const site = (categories: readonly string[], ...tracks: string[]) => ({
  categories: categories.map((id) => ({ id, place })),
  project: { tracks: tracks.map((clause) => ({ clause: `${ORDER}/${clause}`, document: '批复', by: '某局' })) },
});
const asks = (of: ReturnType<typeof site>, clause: string) => trackAsks(of, pack, `${ORDER}/${clause}`).is;

describe('whether a place is asked what a clause says', () => {
  test('a category that the law has the word for is on its track, and all is asked of it', () => {
    expect(tracksOf(site(['hospital']), pack)).toEqual([pack.tracks?.[0]]);
    expect(asks(site(['hospital']), '14.1')).toBe('yes');
    expect(asks(site(['hospital']), '33.1')).toBe('yes');
  });

  test('what every track asks is asked by the law, whatever is read of the place', () => {
    expect(trackAsks(site(['bank']), pack, `${ORDER}/33.1`)).toEqual({ is: 'yes', basis: 'law' });
    expect(trackAsks(site(['no-such']), pack, `${ORDER}/33.1`)).toEqual({ is: 'yes', basis: 'law' });
    expect(trackAsks(site(['museum']), pack, `${ORDER}/33.1`)).toEqual({ is: 'yes', basis: 'reading' });
  });

  test.each([['bank'], ['no-such']])('of %s nobody can tell', (id) => {
    expect(asks(site([id]), '14.1')).toBe('unknown');
    expect(asks(site([id]), '8.1')).toBe('unknown');
    expect(publicPlace(site([id]), pack).is).toBe('unknown');
  });

  test('a category that a reading of ours puts on a track is asked what the track is, as a reading', () => {
    expect(trackAsks(site(['museum']), pack, `${ORDER}/14.1`)).toEqual({ is: 'yes', basis: 'reading' });
    expect(publicPlace(site(['museum']), pack)).toEqual({ is: 'yes', basis: 'reading' });
    expect(tracksOf(site(['museum']), pack)).toEqual([]);
  });

  test('a place that the law calls public and puts on no track is asked what all public places are', () => {
    expect(publicPlace(site(['hotel']), pack)).toEqual({ is: 'yes', basis: 'law' });
    expect(asks(site(['hotel']), '8.1')).toBe('yes');
    expect(asks(site(['hotel']), '14.1')).toBe('unknown');
  });

  test('the question names the articles of public places, and asks what is unknown', () => {
    const law = loadPack(ORDER);
    expect(trackQuestion(site(['bank']), law)?.zh).toBe('请载明该场所是否属于公共场所及其适用第七条或者第九条。');
    expect(trackQuestion(site(['hotel']), law)?.zh).toBe('请载明该场所适用第七条或者第九条。');
    expect(trackQuestion(site(['bank'], '33.1'), law)).toBeUndefined();
  });

  test('a row about some tracks is asked of a place on one of them alone', () => {
    const requirement = loadPack(ORDER).requirements?.find(({ id }) => id === '14/filing');
    if (requirement === undefined) throw new Error('no row');
    const own = { ...requirement, clauses: [`${ORDER}/9.1`], tracks: [`${ORDER}/9.1`] };
    const of = (...given: Parameters<typeof site>) => rowApplies(site(...given), pack, own).is;
    expect([of(['hospital']), of(['hotel'], '9.1'), of(['hotel']), of(['bank'], '33.1')]).toEqual([
      'no',
      'yes',
      'unknown',
      'no',
    ]);
  });

  test('a document settles it: 9(1) is spared the paragraphs named and nothing more', () => {
    const other = site(['hotel'], '9.1');
    expect(asks(other, '14')).toBe('no');
    expect(asks(other, '14.1')).toBe('no');
    expect(asks(other, '16.2(3)')).toBe('no');
    expect(asks(other, '16.1')).toBe('yes');
    expect(asks(other, '13')).toBe('yes');
  });

  test.each([['—'], ['-'], ['无'], ['没有'], ['none'], ['空白'], [' ']])(
    'a statement without a document, or without whose, settles nothing: %s',
    (blank) => {
      const clause = `${ORDER}/9.1`;
      for (const said of [
        { clause, document: blank, by: '某局' },
        { clause, document: '批复', by: blank },
      ]) {
        const of = { ...site(['hotel']), project: { tracks: [said] } };
        expect(tracksOf(of, pack)).toEqual([]);
      }
    },
  );

  test('of a place that is not public only its own article is asked', () => {
    expect(asks(site(['bank'], '33.1'), '8.1(3)')).toBe('no');
    expect(asks(site(['bank'], '33.1'), '33.2')).toBe('yes');
  });

  test('no document makes private what the law calls a public place', () => {
    const stated = site(['hotel'], '33.1');
    expect(publicPlace(stated, pack)).toEqual({ is: 'yes', basis: 'law' });
    expect(asks(stated, '8.1')).toBe('yes');
    expect(isAdopted(stated, pack, `${ORDER}/33.1`)).toBe(false);
    expect(isAdopted(site(['hotel'], '9.1'), pack, `${ORDER}/9.1`)).toBe(true);
    // A second document on a track of public places is followed.
    expect(asks(site(['hotel'], '33.1', '9.1'), '14')).toBe('no');
  });

  test('a document contrary to the law’s words settles no other category either', () => {
    expect(publicPlace(site(['hospital', 'bank'], '33.1'), pack)).toEqual({ is: 'yes', basis: 'law' });
    expect(tracksOf(site(['hospital', 'bank'], '33.1'), pack).map(({ clause }) => clause)).toEqual([`${ORDER}/7.2(1)`]);
  });

  test('no document takes a place off the track that the law names it on', () => {
    expect(asks(site(['hospital'], '33.1'), '14')).toBe('yes');
  });

  test('one category of several that is asked is enough; one of which nobody knows leaves it open', () => {
    expect(asks(site(['hotel', 'hospital']), '14')).toBe('yes');
    expect(asks(site(['hotel', 'museum'], '9.1'), '14')).toBe('no');
  });

  test('a law without tracks asks all of every place', () => {
    const { tracks: _, ...plain } = pack;
    expect(trackAsks(site(['hotel']), plain, `${ORDER}/14`)).toEqual({ is: 'yes', basis: 'law' });
  });
});

describe('the track that a plan means by what it writes', () => {
  const alone = loadPack(ORDER);
  const law = partsOf(loadPack(`nm-2017+${ORDER}`)).find(({ tracks }) => tracks !== undefined) ?? alone;

  test.each([
    ['cn-799-2025/9.1', '9.1'],
    ['第九条第一款', '9.1'],
    ['国务院令第799号第九条第一款', '9.1'],
    ['第九条', '9.1'],
    ['9.1', '9.1'],
    ['第七条第二款第三项', '7.2(3)'],
    ['7.2(1)', '7.2(1)'],
    ['第三十三条第一款', '33.1'],
  ])('%s', (written, clause) => {
    expect(trackNamed(law, written)?.clause).toBe(`${ORDER}/${clause}`);
    expect(trackNamed(alone, written)?.clause).toBe(`${ORDER}/${clause}`);
  });

  test.each([
    '第七条第二款',
    '7.2',
    'cn-799-2025/7.2',
    '第七条',
    'cn-799-2025/14',
    'nm-2017/9.1',
    '第九条第二款',
    '其他',
  ])('%s names none, or several', (written) => {
    expect(trackNamed(law, written)).toBeUndefined();
  });

  test('is gone by unless the words of the law say otherwise', () => {
    expect(isAdopted(site(['hotel']), law, '第九条第一款')).toBe(true);
    expect(isAdopted(site(['hotel']), law, '第七条第二款')).toBe(false);
    expect(isAdopted(site(['hospital']), law, '第九条第一款')).toBe(false);
  });
});
