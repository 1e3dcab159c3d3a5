import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { judge } from '../../src/engine/judge.js';
import { loadPack } from '../../src/law/load.js';
import { readPlan } from '../../src/plan/read.js';
import { rules } from '../../src/rules/index.js';
import type { Outcome } from '../../src/rules/verdict.js';
import { type Expected, expectationOf } from '../support/expectations.js';

/**
 * fixtures/rules/<group>/<rule>/<pass|fail|open|review|na>-<case>.yaml: a small plan about one thing. Beside it
 * `<case>.expected.json`: every verdict of that rule, except notApplicable ones, of which only those of interest stand there.
 * `expectationOf` says which packs they are by.
 */
const FIXTURES = join(import.meta.dirname, '../../fixtures/rules');
const TODAY = '2026-06-30';
const OUTCOMES: Readonly<Record<string, Outcome>> = {
  pass: 'pass',
  fail: 'fail',
  open: 'open',
  review: 'review',
  na: 'notApplicable',
};

const plans = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.yaml'))
  .sort();

function judged(folder: string, file: string, packs: readonly string[]) {
  const read = (path: string) => {
    try {
      return new Uint8Array(readFileSync(join(folder, path)));
    } catch {
      return undefined;
    }
  };
  const result = readPlan(file, read, { pack: loadPack(packs.join('+')) });
  if (!result.ok) throw new Error(`can't be read: ${JSON.stringify(result.unreadable)}`);
  return judge(result.site, { today: TODAY, rules }).verdicts;
}

const line = ({ rule, outcome, subject, pack }: Expected) => [rule, outcome, subject, pack ?? ''].join(' ');

describe('fixtures of the rules', () => {
  test.each(plans)('%s', (plan) => {
    const rule = dirname(plan);
    expect(rules.map(({ id }) => id)).toContain(rule);
    const { packs, verdicts: expected } = expectationOf(join(FIXTURES, plan));
    const several = packs.length > 1;
    const wanted = expected.map(line).sort();

    const actual = judged(join(FIXTURES, rule), basename(plan), packs)
      .map(({ pack, ...verdict }) => ({ ...verdict, ...(several && pack !== undefined && { pack }) }))
      .filter((verdict) => verdict.rule === rule)
      .filter((verdict) => verdict.outcome !== 'notApplicable' || wanted.includes(line(verdict)));

    expect(actual.map(line).sort()).toEqual(wanted);
    const named = OUTCOMES[basename(plan).split('-')[0]];
    expect(expected.map(({ outcome }) => outcome)).toContain(named);
  });

  test('no expectation stands without its plan', () => {
    const orphans = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => path.endsWith('.expected.json') && !plans.includes(path.replace(/\.expected\.json$/, '.yaml')));
    expect(orphans).toEqual([]);
  });
});
