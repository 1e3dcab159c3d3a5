import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const SRC = join(import.meta.dirname, '../../src');

/** Where rules and what they rest on compare figures measured in the drawing with limits. */
const WHERE = ['rules', 'facts', 'lint/trust'];

/** What stands for a limit: a parameter of a pack, a constant, or the usual names of one. */
const LIMIT = /\bparameter\(|\b[A-Z][A-Z_]{2,}\b|\b(?:limit|threshold|radius|pickup|leastArea|faceDistance)\b/;

/** A comparison, with as much of its operands as stands on its line. */
const COMPARISON = /([^&|?:;{}=]*[\w)\]])\s(<=?|>=?)\s([\w(-][^&|?:;{}=]*)/g;

/**
 * What is no measured figure, or hangs on no limit of ours, with the reason. By file and text, so that a new comparison
 * has to be looked at.
 */
const EXEMPT: Readonly<Record<string, string>> = {
  MOST_NAMED: 'a count',
  NAMED: 'a count',
  TOGETHER: 'a count',
  'indexOf(': 'a rank in a list',
  'STRICTNESS[': 'a rank',
  'height > HIGHEST': 'a height that the plan states: no motion changes it',
  'hfov < WIDEST': 'an angle that the plan states: no motion changes it',
  'tilt < STEEP': 'an angle that the plan states',
  "coverage.area <= parameter(pack, '')": 'nothingArea: what counts as nothing has no side towards the person',
};

function withoutTexts(code: string): string {
  return code
    .replace(/\/\*[\s\S]*?\*\//g, (text) => text.replace(/[^\n]/g, ' '))
    .replace(/(^|[^:'"`])\/\/.*$/gm, '$1')
    .replace(/`(?:\\.|[^`\\])*`/g, (text) => `''${text.replace(/[^\n]/g, '')}`)
    .replace(/'(?:\\.|[^'\\\n])*'/g, "''");
}

/** Every bare comparison with a limit, as `file: text`. */
function bareComparisons(): string[] {
  const files = WHERE.flatMap((folder) =>
    readdirSync(join(SRC, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !/(^|\/)docs\//.test(name))
      .map((name) => `${folder}/${name}`),
  ).sort();
  return files.flatMap((file) =>
    withoutTexts(readFileSync(join(SRC, file), 'utf8'))
      .split('\n')
      .flatMap((line) =>
        [...line.matchAll(COMPARISON)]
          .filter(([, left, , right]) => [left, right].some((side) => LIMIT.test(side ?? '')))
          .map(() => `${file}: ${line.trim()}`),
      ),
  );
}

test('figures meet limits by way of base/threshold alone', () => {
  const bare = bareComparisons().filter((one) => !Object.keys(EXEMPT).some((name) => one.includes(name)));
  expect(bare).toEqual([]);
});
