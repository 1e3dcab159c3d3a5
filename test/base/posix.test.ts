import { posix } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { basename, dirname, isAbsolute, join, normalize, relative } from '../../src/base/posix.js';

const name = fc.constantFrom('', '.', '..', '...', 'a', 'b', 'a.b', '.c', '一层', 'a b', '\\', 'C:');
const path = fc.array(name, { maxLength: 7 }).map((names) => names.join('/'));
const absolute = path.map((one) => `/${one}`);
/** Without `..`, of which nobody can say where it leads. */
const inside = fc.array(fc.constantFrom('.', 'a', 'b', '一层'), { maxLength: 5 }).map((names) => names.join('/'));
const RUNS = { numRuns: 3000 };

test('paths are taken apart and put together as Node does', () => {
  fc.assert(
    fc.property(fc.oneof(path, absolute), fc.array(path, { maxLength: 4 }), (one, more) => {
      expect([dirname(one), basename(one), normalize(one), isAbsolute(one), join(one, ...more)]).toEqual([
        posix.dirname(one),
        posix.basename(one),
        posix.normalize(one),
        posix.isAbsolute(one),
        posix.join(one, ...more),
      ]);
    }),
    RUNS,
  );
});

test('the way from one path to another is the one that Node takes', () => {
  fc.assert(
    fc.property(fc.oneof(fc.tuple(absolute, absolute), fc.tuple(inside, inside)), ([from, to]) => {
      expect(relative(from, to)).toBe(posix.relative(from, to));
    }),
    RUNS,
  );
});

test.each(['', '/', '//', '///', '.', './', '..', '../', 'a/', 'a//', '//a', '/a/', 'a//b', '/..', 'a/../'])(
  'of %j too',
  (one) => {
    expect([dirname(one), basename(one), normalize(one), join(one)]).toEqual([
      posix.dirname(one),
      posix.basename(one),
      posix.normalize(one),
      posix.join(one),
    ]);
  },
);
