import { expect, test } from 'vitest';
import { loadPack } from '../../src/law/load.js';
import { withUnit } from '../../src/lint/notes/figures.js';
import { placeName } from '../../src/lint/notes/names.js';

test('figures have their units, shares none', () => {
  expect(withUnit(1.5, 'm')).toEqual({ zh: '1.5米', en: '1.5 m' });
  expect(withUnit(0.05, 'm²')).toEqual({ zh: '0.05平方米', en: '0.05 m²' });
  expect(withUnit(125, 'px/m')).toEqual({ zh: '125像素/米', en: '125 px/m' });
  expect(withUnit(3, '°')).toEqual({ zh: '3度', en: '3 °' });
  expect(withUnit(3, 'dB')).toEqual({ zh: '3dB', en: '3 dB' });
  expect(withUnit(0.125, '')).toEqual({ zh: '12.5%', en: '12.5%' });
});

test('places are called as people call them: flags by a word, kinds by their names, what is neither as it is', () => {
  const pack = loadPack('nm-2017');
  const names = ['any', 'passage', 'public', 'designated', 'important', 'lobby', 'nonsense'].map((token) =>
    placeName(pack, token),
  );
  expect(names.map(({ zh }) => zh)).toEqual([
    '其他所列部位',
    '通道',
    '公共区域',
    '确定的相关场所或者部位',
    '重要部位',
    '大堂',
    'nonsense',
  ]);
  expect(names.map(({ en }) => en)).toEqual([
    'other named places',
    'passages',
    'public areas',
    'designated places',
    'important parts',
    'Lobby',
    'nonsense',
  ]);
});
