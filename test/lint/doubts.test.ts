import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lint } from '../../src/lint/lint.js';
import type { LintVerdict, Report } from '../../src/lint/types.js';

/**
 * fixtures/doubts/<fault>/<decided|open|undecided>-<case>.yaml|geojson: a plan with a fault of one element. Its first
 * comments, or `expected` in GeoJSON, say verdicts:
 * `# => OUTCOME RULE SUBJECT` decided, and the fault bears on no figure of it;
 * `… despite ID` decided, with the note that both readings give it;
 * `# => open RULE SUBJECT by ID ID` open, naming these elements alone;
 * `# => undecided RULE SUBJECT` open as it rests on a faulty part.
 */
const FIXTURES = join(import.meta.dirname, '../../fixtures/doubts');
const TODAY = '2026-06-30';

const plans = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(yaml|geojson)$/.test(path))
  .sort();

function expected(text: string): string[] {
  if (text.startsWith('{')) return JSON.parse(text).expected;
  return [...text.matchAll(/^# => (.+)$/gm)].map(([, line]) => line);
}

function judged(path: string): Report {
  const text = readFileSync(join(FIXTURES, path), 'utf8');
  const result = lint(text, { today: TODAY, path: basename(path) });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  return result;
}

const NOTE = /^图中(.+)有误（.+），按有、无两种情形判定结果相同。$/;

function told(verdict: LintVerdict): string {
  const { outcome, rule, subject, doubt, tainted, says } = verdict;
  const name = `${rule} ${subject}`;
  const ids = (text: string) => [...text.matchAll(/“([^”]+)”/g)].map(([, id]) => id);
  if (doubt !== undefined) {
    const { zh } = verdict.message as { zh?: string };
    return `${outcome} ${name} by ${ids(String(zh).replace(/按有墙.*/, '')).join(' ')}`;
  }
  if (tainted !== undefined) return `undecided ${name}`;
  const note = says.flatMap(({ zh }) => NOTE.exec(zh)?.[1] ?? []);
  return note.length === 0 ? `${outcome} ${name}` : `${outcome} ${name} despite ${ids(note[0]).join(' ')}`;
}

describe('a fault of one drawn element', () => {
  test.each(plans)('%s', (path) => {
    const lines = expected(readFileSync(join(FIXTURES, path), 'utf8'));
    expect(lines.length).toBeGreaterThan(0);
    const verdicts = judged(path).verdicts.map(told);
    for (const line of lines) {
      const [, rule, subject] = line.split(' ');
      expect(verdicts.filter((one) => one.split(' ').slice(1, 3).join() === [rule, subject].join())).toEqual([line]);
    }
    const [start] = basename(path).split('-');
    const faults = judged(path).site.faults.length + (dirname(path) === 'gap' ? 1 : 0);
    expect(faults).toBeGreaterThan(0);
    if (start === 'decided') expect(verdicts.filter((one) => / by |^undecided/.test(one))).toEqual([]);
    if (start === 'open') expect(verdicts.filter((one) => one.startsWith('undecided'))).toEqual([]);
  });
});
