import { describe, expect, test } from 'vitest';
import { displayWidth, expandTabs, padEnd, wrap } from '../../src/i18n/width.js';

describe('display width', () => {
  test('Chinese takes two columns, combining marks none', () => {
    expect(displayWidth('a女卫生间b')).toBe(10);
    expect(displayWidth('（一）')).toBe(6);
    expect(displayWidth('e\u0301')).toBe(1);
    expect(padEnd('女', 4)).toBe('女  ');
  });

  test('a tab fills up to the next stop, counted in columns', () => {
    expect(expandTabs('a\tb')).toBe('a   b');
    expect(expandTabs('女女\tb')).toBe('女女    b');
  });
});

describe('wrapping', () => {
  test('no line is wider than asked, and nothing is lost', () => {
    const text = '设备“C2”设于“走廊”，不在“女卫生间”内；门“D3”开启时，其最大可视范围可及该区域0.65平方米、最深1.70米。';
    const lines = wrap(text, 30);
    expect(lines.join('')).toBe(text);
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(30);
    for (const line of lines) expect(line).not.toMatch(/^[，。；、”]|[“（]$/);
  });

  test('figures and words stay whole', () => {
    expect(wrap('distance 7.00 m, depth 1.70 m', 12)).toEqual(['distance', '7.00 m,', 'depth 1.70 m']);
  });

  test('what is too long for a line stands alone rather than vanish', () => {
    expect(wrap('capture/device-in-private-zone x', 10)).toEqual(['capture/device-in-private-zone', 'x']);
    expect(wrap('a b', undefined)).toEqual(['a b']);
  });
});
