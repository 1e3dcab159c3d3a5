import { describe, expect, test } from 'vitest';
import { list, localizedList, quote } from '../../src/i18n/list.js';
import { verbatim } from '../../src/i18n/locale.js';
import { distinct, fixed, metres, percent, pixelDensity, plainFigure, squareMetres } from '../../src/i18n/number.js';

describe('figures', () => {
  test('a coverage just below its threshold never prints as the threshold', () => {
    expect(percent(0.713, 0.9)).toBe('71.30%');
    expect(percent(0.899999, 0.9)).toBe('89.9999%');
    expect(percent(0.9, 0.9)).toBe('90.00%');
  });

  test('a density just below its threshold never prints as the threshold', () => {
    expect(pixelDensity(124.96, 125).zh).toBe('124.96像素/米');
    expect(pixelDensity(84.2, 125)).toEqual({ zh: '84像素/米', en: '84 px/m' });
  });

  test('something never prints as nothing, and nothing has no sign', () => {
    expect(squareMetres(0.0004).zh).toBe('0.0004平方米');
    expect(fixed(-0.001, 2)).toBe('0.00');
    expect(metres(0).en).toBe('0.00 m');
  });

  test('a density that the plan does not bound is no figure', () => {
    expect(pixelDensity(undefined).zh).not.toMatch(/\d/);
    expect(pixelDensity(Number.POSITIVE_INFINITY).en).toBe('unbounded px/m');
  });

  test('round figures stay round', () => {
    expect([90, 2.5, 0.1 + 0.2].map(plainFigure)).toEqual(['90', '2.5', '0.3']);
  });

  test('figures that differ only beyond what doubles can show still end', () => {
    expect(distinct(1 + 2 ** -52, 1, 2)).toHaveLength(14);
  });
});

describe('enumerations', () => {
  test('each language has its own', () => {
    expect(list(['甲', '乙', '丙'], 'zh-CN')).toBe('甲、乙、丙');
    expect(list(['a', 'b', 'c'], 'en')).toBe('a, b and c');
    expect(list(['a'], 'en')).toBe('a');
    expect(list([], 'en')).toBe('');
    expect(localizedList([verbatim('a'), { zh: '乙', en: 'b' }])).toEqual({ zh: 'a、乙', en: 'a and b' });
  });

  test('dynamic parts stand in the quotes of the language', () => {
    expect([quote('C1', 'zh-CN'), quote('C1', 'en')]).toEqual(['“C1”', "'C1'"]);
  });
});
