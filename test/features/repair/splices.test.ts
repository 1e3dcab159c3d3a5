import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Splices } from '../../../src/features/repair/splices.js';
import { applyEdits, type TextEdit } from '../../../src/source/edit/splice.js';
import { locate } from '../../../src/source/place/locate.js';
import type { SourceFile } from '../../../src/source/types.js';

const KEYS = Array.from({ length: 9 }, (_, n) => `k${n}`);
const fileOf = (text: string): SourceFile => ({ path: 'p.yaml', text, sha256: '', format: 'yaml' });

/** Words under keys, three a line. */
const ORIGINAL = fileOf(
  `${KEYS.map((key, n) => `${n % 3 === 0 ? '' : ' '}${key}: word${n},${n % 3 === 2 ? '\n' : ''}`).join('')}`
    .replace(/^/, '{')
    .replace(/,\n$/, '}\n'),
);

test('edits made in rounds are those of the text as it was, and what was written stands where the old word stood', () => {
  const written = fc.constantFrom('', 'w', 'word', 'much-longer-word', '两字');
  const rounds = fc.array(fc.array(fc.tuple(fc.constantFrom(...KEYS), written), { maxLength: 4 }), { maxLength: 4 });
  fc.assert(
    fc.property(rounds, (all) => {
      const splices = new Splices(ORIGINAL);
      const done = new Set<string>();
      let now = ORIGINAL;
      for (const round of all) {
        const edits = round.flatMap(([key, text]): TextEdit[] => {
          if (done.has(key)) return [];
          done.add(key);
          const old = `word${key.slice(1)}`;
          const from = now.text.indexOf(old);
          return [{ path: now.path, from, to: from + old.length, text: `${text}x${key.slice(1)}` }];
        });
        splices.add(edits);
        now = fileOf(applyEdits(now.text, edits));
        expect(applyEdits(ORIGINAL.text, splices.edits)).toBe(now.text);
        expect(splices.edits.map(({ from }) => from)).toEqual(
          splices.edits.map(({ from }) => from).sort((a, b) => a - b),
        );
      }
      for (const key of KEYS) {
        const place = { path: ORIGINAL.path, pointer: `/${key}` };
        expect(splices.spot(now, place)).toEqual(locate(ORIGINAL, place).start);
      }
    }),
    { numRuns: 100 },
  );
});

test('within what was written is where that begins', () => {
  const splices = new Splices(fileOf('a: b\nc: d\n'));
  splices.add([{ path: 'p.yaml', from: 3, to: 4, text: '{x: y}' }]);
  const now = fileOf('a: {x: y}\nc: d\n');
  expect(splices.spot(now, { path: 'p.yaml', pointer: '/a/x' })).toEqual({ line: 1, column: 4 });
  expect(splices.spot(now, { path: 'p.yaml', pointer: '/c' })).toEqual({ line: 2, column: 4 });
  // Where nothing was taken out, what is put in comes first.
  splices.add([{ path: 'p.yaml', from: 0, to: 0, text: '# z\n' }]);
  expect(splices.edits.map(({ from, to }) => [from, to])).toEqual([
    [0, 0],
    [3, 4],
  ]);
});
