// Edits of single numbers, and of items of lists.
import { describe, expect, test } from 'vitest';
import { removeParts } from '../../src/source/edit/cuts.js';
import { appendItem, copyItem } from '../../src/source/edit/items.js';
import { commaFrom } from '../../src/source/edit/lines.js';
import { replaceNumber, replaceText } from '../../src/source/edit/numbers.js';
import { applyEdits, type TextEdit } from '../../src/source/edit/splice.js';
import type { SourceFile } from '../../src/source/types.js';

const yaml = (text: string): SourceFile => ({ path: 'p.yaml', text, sha256: '', format: 'yaml' });
const json = (text: string): SourceFile => ({ path: 'p.json', text, sha256: '', format: 'json' });

function edited({ text }: SourceFile, edits: TextEdit | readonly TextEdit[] | undefined): string | undefined {
  return edits && applyEdits(text, Array.isArray(edits) ? edits : [edits]);
}

describe('a number', () => {
  const number = (text: string, pointer = '/a/0', value = 2.5) => {
    const file = text.startsWith('{"') ? json(text) : yaml(text);
    return edited(file, replaceNumber(file, pointer, value));
  };

  test.each([
    ['a: [1, 2] # at', 'a: [2.5, 2] # at'],
    ['a:\r\n  - 1 # x\r\n  - 2\r\n', 'a:\r\n  - 2.5 # x\r\n  - 2\r\n'],
    ['a: [-1.50e+1,2]', 'a: [2.5,2]'],
    ['a: [0x1F, 2]', 'a: [2.5, 2]'],
    ['a: [&n 1, 2]', 'a: [&n 2.5, 2]'],
    ['b: &n 3\na: [1, *n]', 'b: &n 3\na: [2.5, *n]'],
    ['{"a": [1 ,2]}', '{"a": [2.5 ,2]}'],
    ['{"b": 1, "a": [\n -1.5e3, 2]}', '{"b": 1, "a": [\n 2.5, 2]}'],
  ])('is written in its own characters: %s', (text, after) => {
    expect(number(text)).toBe(after);
  });

  test.each([
    'a: [*n, 2]',
    'a: [&n 1, *n]',
    'a: &l [1, 2]\nb: *l',
    'b: &l {a: 1}\nc: *l\na: *l',
    'a: [!!float 1, 2]',
    'a: ["1", 2]',
    'a: [true, 2]',
    'a: [~, 2]',
    'a: [[1], 2]',
    'a: 1',
    'b: [1, 2]',
    '{"a": ["1", 2]}',
    '{"a": {"1": 1}}',
  ])('that is none, or that stands for others, is refused: %s', (text) => {
    expect(number(text.replace('a: [*n', 'b: &n 1\na: [*n'))).toBeUndefined();
  });

  test('of what is in a repeated part is refused, however deep', () => {
    const text = 'a: &l\n  b: {c: [1]}\nd: *l\n';
    expect(number(text, '/a/b/c/0')).toBeUndefined();
    expect(number(text, '/d/b/c/0')).toBeUndefined();
    expect(number(text.replace('*l', '1'), '/a/b/c/0')).toBe('a: &l\n  b: {c: [2.5]}\nd: 1\n');
  });

  test('is no text', () => {
    const file = yaml('a: [1, x]');
    expect(replaceText(file, '/a/0', 'y')).toBeUndefined();
    expect(edited(file, replaceText(file, '/a/1', 'C 9'))).toBe('a: [1, "C 9"]');
  });
});

const BLOCK = `levels:
  - devices:
      # the first
      - id: A # a
        at: [1, 2]
        note: |
          two
          lines

      # the second
      - {id: B, at: [3, 4]} # b, c
    signs: []
`;

describe('the comma behind a part', () => {
  test.each([
    ['  , x', 2],
    [' # one, two\n', undefined],
    [' # one, two\n  , x', 14],
    [' # one\r\n # two, three\r\n, x', 23],
    ['# one\n, x', undefined],
    [' x, y', undefined],
    [' # one, two', undefined],
  ])('is none of a comment: %j', (text, at) => {
    expect(commaFrom(text, 0)).toBe(at);
  });

  test('is looked for once, however many marks a comment has', () => {
    const marks = `${'# '.repeat(20_000)}\n`;
    expect(commaFrom(` \n ${marks}]`, 0)).toBeUndefined();
    expect(commaFrom(` \n ${marks.repeat(5)},]`, 0)).toBe(3 + 5 * marks.length);
  });

  test('and what stands between the key of a list and its anchor takes no longer', () => {
    const file = yaml(`a: ${'# '.repeat(5_000)}\n  &l\n  - 1\n`);
    expect(removeParts(file, '/a', new Set([0]))).toBeUndefined();
  });
});

describe('an item of a list', () => {
  const list = '/levels/0/devices';
  const added = { id: 'C 1', at: [5, 6] };

  test('is added behind the last', () => {
    const file = yaml(BLOCK);
    expect(edited(file, appendItem(file, list, added))).toBe(
      BLOCK.replace('# b, c\n', '# b, c\n      - {id: "C 1", at: [5, 6]}\n'),
    );
    const crlf = yaml(BLOCK.replaceAll('\n', '\r\n'));
    expect(edited(crlf, appendItem(crlf, list, added))).toBe(
      BLOCK.replace('# b, c\n', '# b, c\n      - {id: "C 1", at: [5, 6]}\n').replaceAll('\n', '\r\n'),
    );
    for (const [before, after] of [
      ['{"a": []}', '{"a": [1]}'],
      ['{"a": [0]}', '{"a": [0, 1]}'],
      ['{"a": [\n  0\n]}', '{"a": [\n  0,\n  1\n]}'],
    ] as const) {
      const one = json(before);
      expect(edited(one, appendItem(one, '/a', 1))).toBe(after);
    }
    const flow = yaml('a: [{b: 1}, {b: 2},] # c');
    expect(edited(flow, appendItem(flow, '/a', { b: 3 }))).toBe('a: [{b: 1}, {b: 2}, {b: 3},] # c');
  });

  test('is copied as it is written, but for what is changed', () => {
    const file = yaml(BLOCK);
    const changed = new Map<string, number | string>([
      ['/id', 'C'],
      ['/at/0', 9],
    ]);
    const copy = '      - id: C # a\n        at: [9, 2]\n        note: |\n          two\n          lines\n';
    expect(edited(file, copyItem(file, `${list}/0`, changed))).toBe(BLOCK.replace('# b, c\n', `# b, c\n${copy}`));
    expect(edited(file, copyItem(file, `${list}/1`, changed))).toBe(
      BLOCK.replace('# b, c\n', '# b, c\n      - {id: C, at: [9, 4]}\n'),
    );
    const anchored = yaml('a:\n  - {id: A, at: &p [1, 2]}\n');
    expect(copyItem(anchored, '/a/0', new Map([['/id', 'C']]))).toBeUndefined();
  });
});
