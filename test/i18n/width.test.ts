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

  test('a day, a figure with its unit and the number of a provision stay whole', () => {
    const text = '截至2024年12月31日不符合第九条第二款第（三）项规定，最大盲区16.48平方米，像素密度442像素/米。';
    for (let width = 20; width < 60; width++) {
      const lines = wrap(text, width);
      expect(lines.join('')).toBe(text);
      for (const whole of ['2024年12月31日', '第九条', '第（三）项', '16.48平方米', '442像素/米']) {
        expect(
          lines.some((line) => line.includes(whole)),
          `${whole} at ${width}`,
        ).toBe(true);
      }
    }
  });

  test('no character is left alone on the last line', () => {
    const text = '在“停车场入口门斗”补设与该部位相应的技防产品或者技防系统，并在图中标明。';
    for (let width = 40; width < 75; width++) {
      const lines = wrap(text, width);
      expect(lines.join('')).toBe(text);
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      if (lines.length > 1) expect(displayWidth(lines[lines.length - 1])).toBeGreaterThanOrEqual(8);
    }
    expect(wrap('In some places of the plan they must be shown as they are', 55)).toEqual([
      'In some places of the plan they must be shown as',
      'they are',
    ]);
  });
});

test('no space is lost between a word and the last one that it goes to the next line with', () => {
  const text = 'text of the second amendment, 22 July 2017';
  for (let width = 1; width < 60; width += 1) expect(wrap(text, width).join(' ')).toBe(text);
});

test('an English quotation keeps its mark, a provision its paragraph', () => {
  const text = "turn 'C06' so that its view does not reach '浴室更衣室' by Art. 9(1), Civil Code Art. 1033(2).";
  for (let width = 16; width < 80; width++) {
    for (const line of wrap(text, width)) expect(line).not.toMatch(/ '$|^\(|^'$/);
  }
});
