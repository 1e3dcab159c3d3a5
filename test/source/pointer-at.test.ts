import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { locate, type Place, pointerAt } from '../../src/source/index.js';
import { lineStartsOf } from '../../src/source/place/lines.js';
import { child } from '../../src/source/place/pointer.js';
import { documents, fileOf } from './documents.js';

/** What stands at the mark `^` of a text, in which it isn't. */
function at(marked: string, path = 'plan.yaml'): string {
  const offset = marked.indexOf('^');
  const { pointer, key } = pointerAt(fileOf(path, marked.replace('^', '')), offset);
  return key === true ? `key ${pointer}` : pointer;
}

describe('what a cursor stands in', () => {
  test.each([
    ['in a text', 'site:\n  name: 青^城\n', '/site/name'],
    ['behind a text', 'site:\n  name: 青城^\n', '/site/name'],
    ['in a key', 'site:\n  na^me: 青城\n', 'key /site/name'],
    ['behind a key', 'site:\n  name^: 青城\n', 'key /site/name'],
    ['before a key', 'site:\n  ^name: 青城\n', 'key /site/name'],
    ['where a value is to come', 'site:\n  name: ^\n', '/site/name'],
    ['where a value of braces is to come', 'zones: [{id: a, kind: ^}]\n', '/zones/0/kind'],
    ['between two members', 'zones: [{id: a, ^ kind: b}]\n', '/zones/0'],
    ['between two items', 'at: [1,^ 2]\n', '/at'],
    ['behind an item', 'at: [1^, 2]\n', '/at/0'],
    ['in a list of blocks', 'zones:\n  - id: a\n  - id: b^\n', '/zones/1/id'],
    ['in an alias', 'a: &x {b: 1}\nc: *^x\n', '/c'],
    ['in what an alias repeats', 'a: &x {b: 1^}\nc: *x\n', '/a/b'],
    ['in a comment', '# ^\na: 1\n', ''],
    ['in a text of several lines', 'a: |\n  one\n  t^wo\nb: 1\n', '/a'],
    ['in braces that are not closed', 'zones: [{id: a, kind: cor^\n', '/zones/0/kind'],
    ['in a key with a slash', 'a/b~: {c: 1^}\n', '/a~1b~0/c'],
  ])('%s', (_, marked, place) => {
    expect(at(marked)).toBe(place);
  });

  test.each([
    ['in a text', '{"site": {"name": "a^b"}}', '/site/name'],
    ['in a key', '{"site": {"na^me": "ab"}}', 'key /site/name'],
    ['behind the last item', '{"at": [1, 2^]}', '/at/1'],
    ['behind a list', '{"at": [1, 2]^}', '/at'],
    ['in spaces', '{"at":  ^ [1, 2]}', ''],
    ['in what is not closed', '{"site": {"name": "a^b"', '/site/name'],
    ['where a value is to come', '{"site": {"name": ^', '/site/name'],
  ])('%s, in JSON', (_, marked, place) => {
    expect(at(marked, 'plan.json')).toBe(place);
  });
});

/** The places that can be located exactly: every key, and every text or number. */
function placesOf(path: string, value: unknown, pointer = ''): Place[] {
  if (typeof value !== 'object' || value === null) return [{ path, pointer }];
  return Object.entries(value).flatMap(([name, inner]) => {
    const at = child(pointer, name);
    return [...(Array.isArray(value) ? [] : [{ path, pointer: at, key: true }]), ...placesOf(path, inner, at)];
  });
}

test('what is located is found again, in JSON and in YAML', () => {
  fc.assert(
    fc.property(documents, fc.constantFrom('\n', '\r\n'), (document, newline) => {
      const texts = [
        ['a.json', JSON.stringify(document, undefined, 2)],
        ['b.json', JSON.stringify(document)],
        ['c.yaml', stringify(document, { lineWidth: 0 })],
      ] as const;
      for (const [path, text] of texts) {
        const file = fileOf(path, text.replaceAll('\n', newline));
        const starts = lineStartsOf(file);
        for (const place of placesOf(path, document)) {
          const { start, end } = locate(file, place);
          for (const { line, column } of [start, end]) {
            expect(pointerAt(file, starts[line - 1] + column - 1)).toEqual(place);
          }
        }
      }
    }),
  );
});
