import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelKey, levelsIn, parseLevels } from '../../src/import/read/osm/levels.js';

/** What is written, and the levels it names; or what of it can't be read. */
const WRITTEN: readonly (readonly [text: string, levels: readonly number[] | string])[] = [
  ['0', [0]],
  ['-1', [-1]],
  ['+1', [1]],
  ['01', [1]],
  ['0.5', [0.5]],
  ['0,5', [0.5]],
  ['-0,25', [-0.25]],
  ['0;1', [0, 1]],
  ['1;0', [0, 1]],
  ['1;1', [1]],
  ['0-3', [0, 1, 2, 3]],
  ['3-0', [0, 1, 2, 3]],
  ['-1-3', [-1, 0, 1, 2, 3]],
  ['-2;-1;0', [-2, -1, 0]],
  ['-2--1', [-2, -1]],
  ['-4--2;0;2-3', [-4, -3, -2, 0, 2, 3]],
  ['0.5-2.5', [0.5, 2.5]],
  [' 0 ; 1 ', [0, 1]],
  ['0 - 2', [0, 1, 2]],
  ['0–2', [0, 1, 2]],
  ['−1', [-1]],
  ['0;1;', [0, 1]],
  ['', ''],
  [' ', ''],
  ['EG', 'EG'],
  ['1.OG', '.OG'],
  ['0;x', 'x'],
  ['0;;1', ';1'],
  ['0-', '0-'],
  ['0,1,2', ',2'],
  ['0..2', '..2'],
  ['1 2', '2'],
  ['1e3', 'e3'],
  ['- 1', '- 1'],
  ['0-99999999', '0-99999999'],
];

describe('levels as people write them', () => {
  it.each(WRITTEN)('%j', (text, expected) => {
    const parsed = parseLevels(text);
    expect(parsed.ok ? levelsIn(parsed.spans) : parsed.rest).toEqual(expected);
  });

  const level = fc.integer({ min: -30_000, max: 30_000 }).map((hundredths) => hundredths / 100 + 0);
  const span = fc.tuple(level, level).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));

  it('read again after they are printed are what they were', () => {
    fc.assert(
      fc.property(fc.array(span, { minLength: 1 }), (spans) => {
        const printed = spans.map(({ from, to }) =>
          from === to ? levelKey(from) : `${levelKey(from)}-${levelKey(to)}`,
        );
        expect(parseLevels(printed.join(';'))).toEqual({ ok: true, spans });
      }),
    );
  });

  it('read in any text, or refused from somewhere within it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-+.,; –x') }), (text) => {
        const parsed = parseLevels(text);
        if (!parsed.ok) expect(text.endsWith(parsed.rest)).toBe(true);
        else expect(levelsIn(parsed.spans).length).toBeGreaterThan(0);
      }),
    );
  });

  it('of a range, what else the building has between is named too, and what it has not is left out', () => {
    const range = [{ from: 0, to: 3 }];
    expect(levelsIn(range, [-1, 0.5, 1, 4], new Set([2]))).toEqual([0, 0.5, 1, 3]);
    expect(levelsIn([{ from: 0.5, to: 2.5 }], [1.5, 2, 7])).toEqual([0.5, 1.5, 2, 2.5]);
    expect(levelsIn([{ from: 2, to: 2 }], [], new Set([2]))).toEqual([2]);
  });
});
