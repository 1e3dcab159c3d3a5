import { describe, expect, test } from 'vitest';
import { addItem, applyEdits, setMember, type TextEdit, type WritableValue } from '../../src/source/edit/splice.js';
import { parseSource } from '../../src/source/parse/parse.js';

function read(text: string, path: string) {
  const parsed = parseSource(path, new TextEncoder().encode(text));
  if (!parsed.ok) throw new Error(`unreadable: ${text}`);
  return parsed;
}

function edited(text: string, edit: TextEdit | undefined): string {
  if (edit === undefined) throw new Error('no edit');
  return applyEdits(text, [edit]);
}

function set(text: string, pointer: string, key: string, value: WritableValue, path = 'a.yaml'): string {
  return edited(text, setMember(read(text, path).file, pointer, key, value));
}

describe('a member of an object', () => {
  test.each([
    ['{a: 1, heading: 40} # c\n', '{a: 1, heading: 52} # c\n'],
    ['a: 1\nheading: 40   # to the door\nb: 2\n', 'a: 1\nheading: 52   # to the door\nb: 2\n'],
    ['{a: 1}\n', '{a: 1, heading: 52}\n'],
    ['{}\n', '{heading: 52}\n'],
    ['{\n  a: 1, # one\n  b: [1,\n    2] # two\n}\n', '{\n  a: 1, # one\n  b: [1,\n    2], heading: 52 # two\n}\n'],
    ['a: 1 # one\n# two\nb: 2\n', 'a: 1 # one\nheading: 52\n# two\nb: 2\n'],
    ['a:\n  - 1\nb: 2\n', 'heading: 52\na:\n  - 1\nb: 2\n'],
    ['a: |\n  text\nb: 2\n', 'heading: 52\na: |\n  text\nb: 2\n'],
    ['a: 1\r\nb: 2\r\n', 'a: 1\r\nheading: 52\r\nb: 2\r\n'],
  ])('of YAML: %j', (text, expected) => {
    const result = set(text, '', 'heading', 52);
    expect(result).toBe(expected);
    expect(read(result, 'a.yaml').value).toMatchObject({ heading: 52 });
  });

  test('of a block map in a list keeps to its column', () => {
    expect(set('x:\n  - id: A # first\n    b: 1\n  - id: B\n', '/x/0', 'audio', 'none')).toBe(
      'x:\n  - id: A # first\n    audio: none\n    b: 1\n  - id: B\n',
    );
  });

  test.each([
    ['{"a": 1, "heading": 40}', '{"a": 1, "heading": 52}'],
    ['{"a":1}', '{"a":1, "heading": 52}'],
    ['{}', '{"heading": 52}'],
    ['{\n  "a": {\n    "b": 1\n  }\n}\n', '{\n  "a": {\n    "b": 1\n  },\n  "heading": 52\n}\n'],
  ])('of JSON: %j', (text, expected) => {
    expect(set(text, '', 'heading', 52, 'a.json')).toBe(expected);
  });

  test('nothing where an alias stands: what it stands for is said elsewhere', () => {
    const text = 'a: &x {k: 1}\nb: *x\n';
    expect(setMember(read(text, 'a.yaml').file, '/b', 'k', 2)).toBeUndefined();
    expect(setMember(read(text, 'a.yaml').file, '/c', 'k', 2)).toBeUndefined();
  });

  test('nothing where the key holds a list', () => {
    expect(setMember(read('{k: [1]}', 'a.yaml').file, '', 'k', 2)).toBeUndefined();
    expect(setMember(read('{"k": [1]}', 'a.json').file, '', 'k', 2)).toBeUndefined();
  });
});

test('an item goes after the last, spelled as the file is', () => {
  const value = { polygon: [[1, 2.5]], permanent: true, word: 'no', text: 'a: b,c' };
  for (const [path, text] of [
    ['a.yaml', 'm: [{a: 1} ] # c\n'],
    ['a.json', '{"m": [{"a": 1}]}'],
  ] as const) {
    const result = edited(text, addItem(read(text, path).file, '/m', value));
    expect(read(result, path).value).toEqual({ m: [{ a: 1 }, value] });
  }
});

test('edits that overlap are refused', () => {
  const edit = { path: 'a', from: 0, to: 2, text: '' };
  expect(() => applyEdits('abc', [edit, { ...edit, from: 1 }])).toThrow(/overlap/);
});
