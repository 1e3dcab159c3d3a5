import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/i18n/width.js';
import { frame } from '../../src/render/excerpt.js';
import type { SourceFile } from '../../src/source/types.js';

const file = (text: string): SourceFile => ({ path: 'a.yaml', text, sha256: '', format: 'yaml' });
const span = (line: number, from: number, to: number, endLine = line) => ({
  start: { line, column: from },
  end: { line: endLine, column: to },
});

/** What stands above the carets. */
function under(text: string, indent: number, width: number): string {
  let column = 0;
  let out = '';
  for (const character of text) {
    if (column >= indent && column < indent + width) out += character;
    column += displayWidth(character);
  }
  return out;
}

describe('the frame of a finding', () => {
  test('carets stand under the token, Chinese before and within it', () => {
    const { text, indent, width } = frame(file('a: 1\nname: 一层 女卫生间 # x\n'), span(2, 10, 14), undefined);
    expect(under(text, indent, width)).toBe('女卫生间');
    expect(indent).toBe(11);
  });

  test('tabs count as the columns they are printed with', () => {
    const { text, indent, width } = frame(file('\tab\tkey: v'), span(1, 5, 8), undefined);
    expect(text).not.toContain('\t');
    expect(under(text, indent, width)).toBe('key');
  });

  test('a token over several lines is marked to the end of its first', () => {
    const { text, indent, width } = frame(file('zones:  \n  - id: a\n'), span(1, 1, 5, 2), undefined);
    expect(under(text, indent, width)).toBe('zones:');
  });

  test('CRLF leaves nothing behind', () => {
    expect(frame(file('a: 1\r\nb: 2\r\n'), span(2, 1, 2), undefined).text).toBe('b: 2');
  });

  test('a token at the end of the file still has a caret', () => {
    expect(frame(file('a: 1'), span(9, 1, 1), 80)).toMatchObject({ text: '', indent: 0, width: 1 });
    expect(frame(file('a: 1'), span(1, 5, 5), 80)).toMatchObject({ indent: 4, width: 1 });
  });

  test('of a line as long as a file the part around the token is shown', () => {
    const long = `{"a":"${'女'.repeat(5000)}","hieght":2,"b":"${'x'.repeat(5000)}"}`;
    const at = long.indexOf('"hieght"') + 1;
    const { text, indent, width } = frame(file(long), span(1, at, at + 8), 60);
    expect(displayWidth(text)).toBeLessThanOrEqual(60);
    expect(under(text, indent, width)).toBe('"hieght"');
    expect(text).toMatch(/^….*…$/);
  });

  test.each([0, 3, 400])('a line looks the same however long it goes on, with a token of %i characters', (length) => {
    const token = 'k'.repeat(length);
    const shown = [300, 2000, 40_000].map((beside) => {
      const half = 'ab 女卫、'.repeat(beside);
      return frame(file(half + token + half), span(1, half.length + 1, half.length + 1 + length), 72);
    });
    expect(shown[1]).toEqual(shown[0]);
    expect(shown[2]).toEqual(shown[0]);
  });

  test('a token longer than the room is cut, and so are its carets', () => {
    const { text, indent, width } = frame(file('x'.repeat(500)), span(1, 1, 501), 40);
    expect(displayWidth(text)).toBeLessThanOrEqual(40);
    expect(indent + width).toBeLessThanOrEqual(40);
  });
});
