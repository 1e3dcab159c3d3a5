import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Repaired, repairsOf } from '../../../src/features/repair/repair.js';
import { loadPack } from '../../../src/law/load.js';
import { applyEdits } from '../../../src/source/edit/splice.js';
import { HOTEL, OTHER_NAMES, UNLAWFUL } from './hotel.js';
import { randomFrom, type Spell, written } from './layout.js';

/** Layouts; `SITECAM_LONG=1` takes ten times as many. */
const RUNS = process.env.SITECAM_LONG === '1' ? 1000 : 50;

const options = { pack: loadPack('nm-2017'), today: '2026-11-24' };

function repaired(text: string, path: string): Repaired {
  const bytes = new TextEncoder().encode(text);
  return repairsOf(path, (name) => (name === path ? bytes : undefined), options);
}

/** Verdicts as they are told from one another. */
function verdicts({ after }: Repaired): unknown {
  if (!after.ok) return after.unreadable.map(({ code, place }) => [code, place.pointer]);
  return after.verdicts.map(({ rule, subject, outcome, message }) => [rule, subject, outcome, message]);
}

const right: Spell = (word) => word;

/** A word is where it is defined the same as in its own key; one misspells it in some of its places, the same for one seed. */
function misspelling(seed: number, rate: number): { spell: Spell; count: () => number } {
  const known = new Map<string, string>();
  const random = randomFrom(seed);
  const unlawful = new Map(
    Object.entries(UNLAWFUL).flatMap(([id, forms]) =>
      random() < 0.25 ? [[id, forms[Math.floor(random() * forms.length)] ?? id] as const] : [],
    ),
  );
  let count = 0;
  const spell: Spell = (word, path) => {
    const found = known.get(path);
    if (found !== undefined) return found;
    const isKey = path.endsWith(':');
    // A type that isn't found hides what is wrong in it: the two together are left to the author.
    const isName =
      /\/(?:name|id|reason|region)$|deviceTypes\/[^/]+\/kind$/.test(path) ||
      (isKey && /deviceTypes\/[^/]+:$/.test(path));
    const forms = isName ? undefined : OTHER_NAMES[isKey ? `${word}:` : word];
    const wrong = forms !== undefined && random() < rate ? forms[Math.floor(random() * forms.length)] : undefined;
    const result = wrong ?? (isKey ? word : (unlawful.get(word) ?? word));
    if (result !== word) count += 1;
    known.set(path, result);
    return result;
  };
  return { spell, count: () => count };
}

const seeds = fc.integer({ min: 0, max: 0x7fffffff });
const formats = fc.constantFrom('yaml' as const, 'yaml' as const, 'yaml' as const, 'json' as const);

describe('repairs of a plan in any layout', () => {
  test('bring back the very bytes of the plan as it was before it was misspelt, and then nothing is left', () => {
    let words = 0;
    fc.assert(
      fc.property(seeds, seeds, fc.constantFrom(0.03, 0.1, 0.4), formats, (layout, typos, rate, format) => {
        const path = `plan.${format}`;
        const { spell, count } = misspelling(typos, rate);
        const misspelt = written(HOTEL, layout, spell, format);
        const clean = written(HOTEL, layout, right, format);
        words += count();
        const found = repaired(misspelt, path);
        expect(found.suggestions).toEqual([]);
        expect(applyEdits(misspelt, found.edits)).toBe(clean);
        const again = repaired(clean, path);
        expect(again.edits).toEqual([]);
        expect(verdicts(found)).toEqual(verdicts(again));
      }),
      { numRuns: RUNS },
    );
    expect(words).toBeGreaterThan(8 * RUNS);
  }, 2_400_000);

  test('of a slip are none: the word that was meant is suggested, or none, and nothing is touched', () => {
    let suggested = 0;
    fc.assert(
      fc.property(seeds, seeds, formats, (layout, typos, format) => {
        const path = `plan.${format}`;
        const slips = slipping(typos);
        const misspelt = written(HOTEL, layout, slips, format);
        const { edits, repairs, suggestions } = repaired(misspelt, path);
        // A slip may make another exact name of the word, such as an ID of an id.
        for (const { from, to } of repairs) expect(meant(slips, from)).toContain(to);
        expect(edits).toHaveLength(repairs.length);
        const lines = misspelt.split('\n');
        for (const { from, at } of suggestions) {
          expect(lines[at.line - 1]?.slice(at.column - 1)).toContain(from);
          expect(meant(slips, from)).not.toEqual([]);
        }
        suggested += suggestions.length;
      }),
      { numRuns: 0.6 * RUNS },
    );
    expect(suggested).toBeGreaterThan(1.2 * RUNS);
  }, 2_400_000);
});

const made = new WeakMap<Spell, Map<string, Set<string>>>();

/** What was meant by a word that a slip made. */
function meant(spell: Spell, word: string): string[] {
  return [...(made.get(spell)?.get(word) ?? [])];
}

const WORDS: ReadonlySet<string> = new Set(Object.keys(OTHER_NAMES).map((word) => word.replace(/:$/, '')));

/** One or two slips of the fingers in some of the words that the plan is made of. */
function slipping(seed: number): Spell {
  const known = new Map<string, string>();
  const words = new Map<string, Set<string>>();
  const random = randomFrom(seed);
  const below = (n: number) => Math.floor(random() * n);
  const slip = (word: string): string => {
    const at = below(word.length);
    const letter = String.fromCharCode(97 + below(26));
    const [before, after] = [word.slice(0, at), word.slice(at + 1)];
    return (
      [before + after, `${before}${letter}${word.slice(at)}`, before + letter + after, swapped(word, at)][below(4)] ??
      word
    );
  };
  const spell: Spell = (word, path) => {
    const found = known.get(path);
    if (found !== undefined) return found;
    const isKey = path.endsWith(':');
    const fixed = /\/(?:name|id|region)$/.test(path) || (isKey && /deviceTypes\/[^/]+:$/.test(path));
    let result = word;
    if (!fixed && /^[a-z-]+$/i.test(word) && random() < 0.08) {
      result = slip(word);
      if (random() < 0.1) result = slip(result);
      // What is another word of the plan, or none at all, is no slip that anybody could see.
      if (WORDS.has(result) || !/^[a-z][a-z-]*[a-z]$/i.test(result)) result = word;
    }
    if (result !== word) words.set(result, (words.get(result) ?? new Set()).add(word));
    known.set(path, result);
    return result;
  };
  made.set(spell, words);
  return spell;
}

function swapped(word: string, at: number): string {
  const [one, two] = [word[at], word[at + 1]];
  return two === undefined ? word : word.slice(0, at) + two + one + word.slice(at + 2);
}
