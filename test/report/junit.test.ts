import { spawnSync } from 'node:child_process';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { exitCode } from '../../src/lint/exit.js';
import type { LintVerdict, Report, ReportInput } from '../../src/lint/types.js';
import { plainText } from '../../src/render/escape.js';
import { renderJunit } from '../../src/report/junit/junit.js';
import { fixturePlans, lintedHostile, lintedPlan, lintedReports, runOf } from '../support/linted.js';
import { input, report, unreadable } from './build.js';

interface Counted {
  readonly '@tests': string;
  readonly '@failures': string;
  readonly '@errors': string;
  readonly '@skipped': string;
}

interface Case {
  readonly '@name': string;
  readonly '@classname': string;
  readonly '@file': string;
  readonly '@line': string;
  readonly failure?: readonly unknown[];
  readonly error?: readonly unknown[];
  readonly skipped?: readonly { readonly '@message': string }[];
}

interface Suites extends Counted {
  readonly testsuite?: readonly (Counted & { readonly '@name': string; readonly testcase: readonly Case[] })[];
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseAttributeValue: false,
  parseTagValue: false,
  trimValues: false,
  // Numbered references too.
  htmlEntities: true,
  isArray: (name: string) => ['testsuite', 'testcase', 'failure', 'error', 'skipped'].includes(name),
});

/** What a service would read; counts are held against what stands in the suites. */
function read(xml: string): Suites {
  expect(XMLValidator.validate(xml)).toBe(true);
  const { testsuites }: { testsuites: Suites } = parser.parse(xml);
  const suites = testsuites.testsuite ?? [];
  for (const suite of suites) expect(counted(suite)).toEqual(countsOf(suite.testcase));
  expect(counted(testsuites)).toEqual(countsOf(suites.flatMap(({ testcase }) => testcase)));
  return testsuites;
}

function counted(it: Counted) {
  return [it['@tests'], it['@failures'], it['@errors'], it['@skipped']].map(Number);
}

function countsOf(cases: readonly Case[]) {
  const n = (name: 'failure' | 'error' | 'skipped') => cases.filter((one) => one[name] !== undefined).length;
  return [cases.length, n('failure'), n('error'), n('skipped')];
}

/**
 * What the summary of the report makes of them: what is waived or undecided is skipped, whatever it was, and so is what a
 * rule of level warning finds.
 */
function expected({ summary: { counts, waived, undecided }, verdicts }: Report) {
  const live = verdicts.filter(({ waiver, tainted }) => waiver === undefined && tainted === undefined);
  const slight = (wanted: string) =>
    live.filter(({ outcome, level }) => outcome === wanted && level === 'warning').length;
  const [fails, opens] = [slight('fail'), slight('open')];
  return [
    verdicts.length,
    counts.fail - fails,
    counts.open - opens,
    counts.review + counts.notApplicable + waived + undecided + fails + opens,
  ];
}

const xmllint = spawnSync('xmllint', ['--version']).status === 0;

/** What xmllint says of the schema. */
function invalid(xml: string): string {
  const run = spawnSync('xmllint', ['--noout', '--schema', 'test/support/junit.xsd', '-'], {
    input: xml,
    encoding: 'utf8',
  });
  return run.status === 0 ? '' : run.stderr.slice(0, 2000);
}

function everyFixture(): ReportInput[] {
  return [...fixturePlans('sites'), ...fixturePlans('malformed')].map((path) => runOf(lintedPlan(path)));
}

describe('golden files', () => {
  test.each(['zh-CN', 'en'] as const)('%s', async (locale) => {
    const whole = renderJunit(input([report(), unreadable]), { locale });
    await expect(whole).toMatchFileSnapshot(`../../fixtures/golden/junit.${locale}.xml`);
    expect(renderJunit(input([report(), unreadable]), { locale })).toBe(whole);
  });
});

describe('JUnit', () => {
  test('of every site: a test for each verdict, as the summary counts them', () => {
    for (const path of fixturePlans('sites')) {
      const { input, reports } = lintedReports(path);
      expect(counted(read(renderJunit(input, { locale: 'zh-CN' }))), path).toEqual(expected(reports[0]));
    }
  });

  test('something fails in it exactly if the exit code says so, though a fault that much hangs on is but a warning', () => {
    const faulty = 'fixtures/rules/plan/home-outside-limits/fail-heading.yaml';
    for (const path of [faulty, ...fixturePlans('sites')]) {
      const result = lintedPlan(path);
      if (!result.ok) throw new Error(path);
      for (const level of ['error', 'warning'] as const) {
        const of = (one: LintVerdict) => (one.tainted === undefined ? { ...one, level } : one);
        const changed = { ...result, verdicts: result.verdicts.map(of) };
        const [, failures, errors] = counted(read(renderJunit(runOf(changed), { locale: 'en' })));
        expect([path, level, failures + errors > 0]).toEqual([path, level, exitCode([changed], 'error') === 1]);
      }
    }
    // One cause is one failure: what hangs on a fault that fails itself is skipped.
    const { input, reports } = lintedReports(faulty);
    expect(reports[0].verdicts.some(({ tainted }) => tainted !== undefined)).toBe(true);
    expect(counted(read(renderJunit(input, { locale: 'en' })))).toEqual(expected(reports[0]));
  });

  test('a plan that cannot be read is an error at each of its faults', () => {
    for (const path of fixturePlans('malformed')) {
      const result = lintedPlan(path);
      if (result.ok) continue;
      const suites = read(renderJunit(runOf(result), { locale: 'zh-CN' }));
      expect(counted(suites), path).toEqual([result.unreadable.length, 0, result.unreadable.length, 0]);
    }
  });

  test('suites are the articles of the law in its order, then rules that are ours', () => {
    const suites = read(renderJunit(input([report()]), { locale: 'zh-CN' })).testsuite ?? [];
    expect(suites.map((suite) => suite['@name'])).toEqual([
      'plans/青城 宾馆/plan.yaml › 第八条',
      'plans/青城 宾馆/plan.yaml › 第九条',
      'plans/青城 宾馆/plan.yaml › coverage/criterion',
    ]);
    const [eight] = suites;
    expect(eight.testcase.map((one) => one['@name'])).toEqual(['hotel/8(8)/main-entrance', 'e1', 'corridor']);
    expect(eight.testcase.map((one) => Object.keys(one).find((key) => !key.startsWith('@')))).toEqual([
      'error',
      'failure',
      undefined,
    ]);
  });

  test('what was skipped says why; a waived finding with who waived it', () => {
    const suites = read(renderJunit(input([report()]), { locale: 'zh-CN' })).testsuite ?? [];
    const skipped = suites.flatMap(({ testcase }) => testcase).filter((one) => one.skipped !== undefined);
    expect(skipped.map((one) => one.skipped?.[0]['@message'].split('：')[0])).toEqual(
      expect.arrayContaining(['不适用', '须审查判定', '例外说明']),
    );
    expect(renderJunit(input([report()]), { locale: 'zh-CN' })).toContain(
      '编制人作出例外说明（无豁免效力）：“夜间不开放”（设计单位，说明1号，有效至2027年6月30日）。',
    );
  });

  test('a hostile plan gives no element of its own, and its names are read back as they print', () => {
    const hostile = lintedHostile();
    for (const locale of ['zh-CN', 'en'] as const) {
      const xml = renderJunit(runOf(hostile), { locale });
      const suites = read(xml);
      expect(counted(suites)).toEqual(expected(hostile));
      const names = (suites.testsuite ?? []).flatMap(({ testcase }) => testcase).map((one) => one['@name']);
      const subjects = hostile.verdicts.map(({ subject }) =>
        plainText(subject)
          .trim()
          .replace(/[\ufffe\uffff]/g, '\ufffd'),
      );
      expect(names.sort()).toEqual(subjects.sort());
      // XML 1.0, 2.2: no other characters, not even as references.
      expect(xml).not.toMatch(/[^\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|&#(?!39;)/u);
      expect(xml).not.toMatch(/<!|<script|\]\]>/);
    }
  });
});

describe.skipIf(!xmllint)('by an XSD, as xmllint reads it (skipped where it is not installed)', () => {
  test('every plan of the fixtures, the hostile one, and several at once', () => {
    const runs = [...everyFixture(), runOf(lintedHostile()), input([report(), unreadable]), input([])];
    for (const run of runs) {
      const names = run.results.map(({ path }) => path).join(' ');
      for (const locale of ['zh-CN', 'en'] as const) expect(invalid(renderJunit(run, { locale })), names).toBe('');
    }
  });

  test('the schema is not content with anything', () => {
    expect(invalid('<testsuites name="x" tests="0" failures="0" errors="0"/>')).toContain('skipped');
  });
});
