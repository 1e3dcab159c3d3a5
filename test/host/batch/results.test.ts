// Results of a run in memory: packed, they read as they are, and are released once others are read.
import { describe, expect, test } from 'vitest';
import { render } from '../../../src/cli/output/formats.js';
import { type Job, jobOptionsOf } from '../../../src/host/batch/job.js';
import { Results } from '../../../src/host/batch/results.js';
import type { LintResult, ReportInput } from '../../../src/lint/types.js';
import { REPORT_FORMATS } from '../../../src/report/formats.gen.js';
import { rules } from '../../../src/rules/registry.gen.js';
import { fixturePlans, lintedByDefault } from '../../support/linted.js';

const PLANS = [
  ...fixturePlans('sites').filter((path) => /polling|museum|ktv.violations|forgotten/.test(path)),
  'no-such-plan.yaml',
];

const options = { fixes: false, verify: false };

function jobOf(index: number): Job {
  const result = lintedByDefault(PLANS[index % PLANS.length] ?? '');
  const asked = result.ok && result.options !== undefined ? result.options : { today: '2026-03-01' };
  return { path: result.path, options: jobOptionsOf(asked, options) };
}

/** Returns the results as a run holds them whose plans have more than `most` characters together. */
function held(most: number): LintResult[] {
  const results = new Results(jobOf, most);
  for (const [index, path] of PLANS.entries()) results.put(index, lintedByDefault(path));
  return PLANS.flatMap((_, index) => results.get(index) ?? []);
}

const inputOf = (results: readonly LintResult[]): ReportInput => ({
  tool: { name: 'sitecam', version: '0.0.0' },
  results,
  rules,
  today: '2026-03-01',
});

describe('results of many plans', () => {
  const [asTheyAre, packed] = [held(Number.POSITIVE_INFINITY), held(0)];

  // The record first: it holds the places that other formats have looked up.
  test.each(['record' as const, ...REPORT_FORMATS])('read the same packed, as %s', async (name) => {
    const written = async (results: readonly LintResult[]) => {
      const how = {
        locale: 'zh-CN',
        colour: false,
        quiet: false,
        verbose: true,
        width: 80,
        pictures: () => [],
      } as const;
      return [...(await render(name, inputOf(results), how))].join('');
    };
    const text = await written(asTheyAre);
    expect(text.length).toBeGreaterThan(100);
    expect((await written(packed)) === text).toBe(true);
  });

  test('keep what one reads as long as it is read, and no longer', () => {
    const reports = packed.filter((result) => result.ok);
    const [first] = reports;
    const verdicts = first?.verdicts;
    expect(first?.verdicts).toBe(verdicts);
    for (const report of reports) expect(report.verdicts.length).toBeGreaterThan(0);
    expect(first?.verdicts).not.toBe(verdicts);
    expect(first?.verdicts).toEqual(verdicts);
  });

  test('are those of their own plan, in whatever order they come and are read', () => {
    const results = new Results(jobOf, 0);
    // Every third first, as of threads that take turns: more than one parcel, the last one not full.
    const indices = Array.from({ length: 23 }, (_, index) => index);
    const turns = [0, 1, 2].flatMap((turn) => indices.filter((index) => index % 3 === turn));
    for (const index of turns) results.put(index, lintedByDefault(PLANS[index % PLANS.length] ?? ''));
    for (const index of [...indices, ...indices.toReversed()]) {
      const [own, other] = [results.get(index), asTheyAre[index % PLANS.length]];
      expect(own?.path).toBe(other?.path);
      if (own?.ok && other?.ok)
        expect(own.verdicts.map((verdict) => verdict.subject)).toEqual(
          other.verdicts.map((verdict) => verdict.subject),
        );
      if (own?.ok && other?.ok) expect(own.site.name).toBe(other.site.name);
    }
  });
});
