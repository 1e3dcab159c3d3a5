import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { verdictGroup } from '../../src/findings/tally.js';
import type { Report, ReportInput } from '../../src/lint/types.js';
import { renderGitlab } from '../../src/report/gitlab/gitlab.js';
import { fixturePlans, lintedHostile, lintedPlan, lintedReports, runOf } from '../support/linted.js';
import { input, report, unreadable } from './build.js';

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/** What GitLab documents of its Code Quality report; a path must be relative, without `./`. */
const SCHEMA = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    additionalProperties: false,
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', pattern: '^[0-9a-f]{64}$' },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        additionalProperties: false,
        properties: {
          path: { type: 'string', pattern: '^(?!\\./|/).+' },
          lines: {
            type: 'object',
            required: ['begin'],
            additionalProperties: false,
            properties: { begin: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
};

const valid = new Ajv({ strict: true }).compile<Issue[]>(SCHEMA);

function issuesOf(run: ReportInput, locale: 'zh-CN' | 'en' = 'zh-CN'): Issue[] {
  const issues: unknown = JSON.parse(renderGitlab(run, { locale }));
  if (!valid(issues)) expect.fail(JSON.stringify(valid.errors?.slice(0, 3)));
  expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
  return issues;
}

/** The issues on the plan itself; those on how it was judged are apart. */
function findingsOf(run: ReportInput, locale: 'zh-CN' | 'en' = 'zh-CN'): Issue[] {
  return issuesOf(run, locale).filter(({ check_name }) => check_name !== 'configuration');
}

function openIn({ verdicts }: Report): number {
  return verdicts.filter((verdict) => ['fail', 'open', 'review', 'drawing', 'warning'].includes(verdictGroup(verdict)))
    .length;
}

describe('golden files', () => {
  test.each(['zh-CN', 'en'] as const)('%s', async (locale) => {
    const whole = renderGitlab(input([report(), unreadable]), { locale });
    await expect(whole).toMatchFileSnapshot(`../../fixtures/golden/gitlab.${locale}.json`);
    expect(renderGitlab(input([report(), unreadable]), { locale })).toBe(whole);
  });
});

describe('Code Quality', () => {
  test('of every site: what is open, each once, and nothing that passed or is waived', () => {
    for (const path of fixturePlans('sites')) {
      const { input, reports } = lintedReports(path);
      const { fail, open, review } = reports[0].summary.counts;
      expect(findingsOf(input), path).toHaveLength(openIn(reports[0]));
      // What hangs on a fault of the drawing is no issue beside that fault.
      expect(openIn(reports[0]), path).toBe(fail + open + review);
    }
  });

  test('a plan that cannot be read is a blocker at each of its faults', () => {
    for (const path of fixturePlans('malformed')) {
      const result = lintedPlan(path);
      const issues = issuesOf(runOf(result));
      const blockers = issues.filter(({ severity }) => severity === 'blocker').length;
      expect(blockers, path).toBe(result.ok ? 0 : result.unreadable.length);
    }
  });

  test('severity says what GitLab can: a breach is critical, what the plan leaves open major, ours minor', () => {
    const run = input([report()]);
    const severities = issuesOf(run).map(({ check_name, severity }) => `${check_name} ${severity}`);
    expect(severities[0]).toMatch(/ critical$/);
    expect(severities).toContain('coverage/declared major');
    expect(severities).toContain('coverage/criterion minor');
    expect(severities).toContain('capture/view-into-private-zone info');
  });

  test('the line is that of the plan', () => {
    const [first] = issuesOf(input([report()]));
    expect(first.location).toEqual({ path: 'plans/青城 宾馆/plan.yaml', lines: { begin: 16 } });
  });

  test('the same finding in two plans is two issues', () => {
    const path = 'fixtures/sites/ktv/violations.yaml';
    const [one] = lintedReports(path).reports;
    const two = { ...one, path: 'b.yaml' };
    expect(findingsOf(runOf(one, two))).toHaveLength(2 * openIn(one));
    expect(issuesOf(runOf(one))[0].fingerprint).toBe(issuesOf(runOf(one, two))[0].fingerprint);
  });

  test('a hostile plan gives no issue of its own', () => {
    const hostile = lintedHostile();
    for (const locale of ['zh-CN', 'en'] as const) {
      const issues = issuesOf(runOf(hostile), locale);
      expect(findingsOf(runOf(hostile), locale)).toHaveLength(openIn(hostile));
      expect(issues.every(({ description }) => !/[\u0000-\u001f\u202a-\u202e]/.test(description))).toBe(true);
    }
  });
});
