import { describe, expect, test } from 'vitest';
import { loneUndecided, problems } from '../../src/findings/file-problems.js';
import { exitCode } from '../../src/lint/exit.js';
import type { Report } from '../../src/lint/types.js';
import { renderGithub } from '../../src/report/github/github.js';
import { renderGitlab } from '../../src/report/gitlab/gitlab.js';
import { renderSarifGithub } from '../../src/report/sarif/github.js';
import { renderSarif } from '../../src/report/sarif/sarif.js';
import { lintedWithFault, runOf } from '../support/linted.js';

const locale = 'en';
const gzippedSize = (text: string) => text.length / 10;

const live = lintedWithFault(false);
const waived = lintedWithFault(true);
const lowered: Report = {
  ...live,
  verdicts: live.verdicts.map((one) =>
    one.rule === 'plan/unknown-kind' ? { ...one, level: 'warning', lowered: true } : one,
  ),
};

const issuesOf = (report: Report): { severity: string; description: string }[] =>
  JSON.parse(renderGitlab(runOf({ ...report, cautions: [] }), { locale }));
const alertsOf = (report: Report): { level: string; message: { text: string } }[] =>
  JSON.parse(renderSarifGithub(runOf(report), { locale, gzippedSize })).runs[0].results;
const recordOf = (report: Report): { kind: string }[] =>
  JSON.parse(renderSarif(runOf(report), { locale })).runs[0].results;
const errorsOf = (report: Report) =>
  renderGithub(runOf(report), { locale })
    .split('\n')
    .filter((line) => line.startsWith('::error'));

describe('what hangs on a fault of the plan', () => {
  test('is told with the fault where that counts', () => {
    expect(live.summary.undecided).toBeGreaterThan(5);
    expect(loneUndecided(live).size).toBe(0);
    expect(problems(runOf(live)).map(({ group }) => group)).not.toContain('undecided');
    expect(errorsOf(live)).toHaveLength(1);
    expect(alertsOf(live).filter(({ level }) => level !== 'note')).toHaveLength(1);
    expect(recordOf(live).filter(({ kind }) => kind === 'open')).toEqual([]);
  });

  test.each([
    ['waived', waived],
    ['lowered', lowered],
  ])('is told by itself where the fault is %s, since the exit code is 1 all the same', (_, report) => {
    expect(exitCode([report], 'error')).toBe(1);
    const n = report.verdicts.filter(({ tainted, level }) => tainted !== undefined && level === 'error').length;
    expect([...loneUndecided(report)].filter(({ level }) => level === 'error')).toHaveLength(n);
    const told = [...errorsOf(report), ...issuesOf(report).map((one) => one.description)];
    for (const text of [...told, ...alertsOf(report).map(({ message }) => message.text)])
      if (text.includes('What this rests on')) expect(text).toContain('plan/unknown-kind C1-11');
    expect(errorsOf(report)).toHaveLength(1);
    expect(errorsOf(report)[0]).toMatch(/For the same fault \d+ more are undecided/);
    expect(issuesOf(report).filter(({ severity }) => severity === 'major')).toHaveLength(1);
    expect(alertsOf(report).filter(({ level }) => level === 'warning').length).toBeGreaterThan(0);
    expect(recordOf(report).filter(({ kind }) => kind === 'open')).toHaveLength(loneUndecided(report).size);
  });

  test('is left out where the baseline holds it unchanged', () => {
    const held: Report = {
      ...waived,
      verdicts: waived.verdicts.map((one) => (one.tainted ? { ...one, since: 'unchanged' } : one)),
    };
    expect([exitCode([held], 'error'), errorsOf(held), issuesOf(held), alertsOf(held)]).toEqual([0, [], [], []]);
  });
});
