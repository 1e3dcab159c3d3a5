import fc from 'fast-check';
import { expect, test } from 'vitest';
import { originOf } from '../../../src/features/repair/repair.js';
import { applyEdits, type TextEdit } from '../../../src/source/edit/splice.js';

const WORDS = Array.from({ length: 9 }, (_, n) => `word${n}`);

/** Words, three a line. */
const ORIGINAL = WORDS.map((word, n) => `${word}${n % 3 === 2 ? '\n' : ' '}`).join('');

test('edits made in rounds are those of the text as it was, and what was written stands where the old word stood', () => {
  const written = fc.constantFrom('', 'w', 'word', 'much-longer-word', '两字');
  const rounds = fc.array(fc.array(fc.tuple(fc.constantFrom(...WORDS), written), { maxLength: 4 }), { maxLength: 4 });
  fc.assert(
    fc.property(rounds, (all) => {
      const now = new Map(WORDS.map((word) => [word, word]));
      let edits: readonly TextEdit[] = [];
      let text = ORIGINAL;
      for (const round of all) {
        const made = round.flatMap(([word, start]): TextEdit[] => {
          if (now.get(word) !== word) return [];
          now.set(word, `${start}x${word.slice(4)}`);
          const from = text.indexOf(word);
          return [{ path: 'p', from, to: from + word.length, text: now.get(word) ?? '' }];
        });
        const origins = made.map((e) => ({ ...e, from: originOf(e.from, edits), to: originOf(e.to, edits) }));
        edits = [...edits, ...origins].sort((a, b) => a.from - b.from);
        text = applyEdits(text, made);
        expect(applyEdits(ORIGINAL, edits)).toBe(text);
      }
      let at = 0;
      for (const word of WORDS) {
        expect(originOf(at, edits)).toBe(ORIGINAL.indexOf(word));
        at += (now.get(word) ?? '').length + 1;
      }
    }),
    { numRuns: 100 },
  );
});

test('within what was written is where that begins', () => {
  const edits = [
    { path: 'p', from: 0, to: 0, text: '# z\n' },
    { path: 'p', from: 3, to: 4, text: '{x: y}' },
  ];
  // `a: b` and a line `c: d` became a comment, `a: {x: y}` and that line.
  expect(applyEdits('a: b\nc: d\n', edits)).toBe('# z\na: {x: y}\nc: d\n');
  expect([0, 4, 7, 8, 12, 17].map((at) => originOf(at, edits))).toEqual([0, 0, 3, 3, 3, 8]);
});
