// More than 20 findings of one rule, device and outcome are printed as the worst in full and the others as rows.
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Result, Run } from 'sarif';
import { describe, expect, test } from 'vitest';
import { type Fold, foldsOf, MOST_IN_FULL } from '../../src/findings/groups.js';
import { numberedFindings } from '../../src/findings/numbering.js';
import type { LintVerdict, Report } from '../../src/lint/types.js';
import { renderGithub } from '../../src/report/github/github.js';
import { renderGitlab } from '../../src/report/gitlab/gitlab.js';
import { renderHtml } from '../../src/report/html/html.js';
import { renderJson } from '../../src/report/json/json.js';
import { renderJunit } from '../../src/report/junit/junit.js';
import { renderMarkdown } from '../../src/report/markdown/markdown.js';
import { renderSarifGithub } from '../../src/report/sarif/github.js';
import { renderSarif } from '../../src/report/sarif/sarif.js';
import { renderSchedule } from '../../src/report/schedule/schedule.js';
import { renderSheet } from '../../src/report/sheet/sheet.js';
import { renderTerminal } from '../../src/report/terminal/terminal.js';
import { gzippedSize } from '../support/gzip.js';
import { runOf } from '../support/linted.js';
import { type HallOutcome, hallReport } from '../support/rooms-hall.js';
import schema from '../support/sarif-2.1.0.schema.json' with { type: 'json' };
import { toldVerdicts } from '../support/sarif-rows.js';
import { waiver } from './build.js';

const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
const valid = ajv.compile(schema);

const OUTCOMES: readonly HallOutcome[] = ['fail', 'review', 'open'];
const screen = { colour: false, quiet: false, verbose: false, width: 100 };

function resultsOf(text: string): Result[] {
  const log = JSON.parse(text);
  expect(valid(log) ? [] : valid.errors?.slice(0, 3)).toEqual([]);
  const run: Run = log.runs[0];
  return run.results ?? [];
}

const isOfPtz = ({ subject }: { readonly subject: string }) => subject.startsWith('P1>');
const recordOf = (report: Report, locale: 'zh-CN' | 'en' = 'zh-CN') =>
  resultsOf(renderSarif(runOf(report), { locale }));
const alertsOf = (report: Report, locale: 'zh-CN' | 'en' = 'zh-CN') =>
  resultsOf(renderSarifGithub(runOf(report), { locale, gzippedSize }));
const ofPtz = (results: readonly Result[], kind: string) =>
  results.filter((result) => result.kind === kind && String(result.properties?.subject).startsWith('P1>'));

const reports = new Map(
  OUTCOMES.flatMap((outcome) => [20, 21, 25].map((n) => [`${outcome} ${n}`, hallReport(n, outcome)] as const)),
);
const reportOf = (outcome: HallOutcome, n: number): Report => {
  const report = reports.get(`${outcome} ${n}`);
  if (report === undefined) throw new Error(`no hall of ${n}`);
  return report;
};
const large = reportOf('fail', 25);

describe.each(OUTCOMES)('findings that are %s', (outcome) => {
  test('20 are printed one by one', () => {
    const report = reportOf(outcome, MOST_IN_FULL);
    const results = ofPtz(recordOf(report), outcome);
    expect(results).toHaveLength(20);
    for (const { properties } of results) expect(properties).not.toHaveProperty('rows');
    expect(alertsOf(report).filter(({ message }) => message.text?.includes('同类情形'))).toEqual([]);
  });

  test.each([21, 25])('%i are one result in SARIF: the largest view in full, the others as rows', (n) => {
    const report = reportOf(outcome, n);
    const verdicts = report.verdicts.filter(isOfPtz);
    expect(verdicts).toHaveLength(n);
    const [result, ...others] = ofPtz(recordOf(report), outcome);
    expect(others).toEqual([]);
    const rows: { subject: string; fingerprint: string; area: number; density: number }[] = result?.properties?.rows;
    expect(rows).toHaveLength(n - 1);
    for (const row of rows) {
      const verdict = verdicts.find(({ subject }) => subject === row.subject);
      expect(row.fingerprint).toBe(verdict?.fingerprint);
      expect(row.area).toBeCloseTo(verdict?.evidence?.sightLine?.area ?? -1, 6);
      expect(row.density).toBeCloseTo(verdict?.evidence?.sightLine?.density ?? -1, 6);
    }
    const areas = [result?.properties?.evidence.sightLine.area, ...rows.map(({ area }) => area)];
    // Rooms at equal distances left and right have equal views, but for the last bits.
    expect(areas.map((area) => Math.round(area * 1000))).toEqual(
      areas.map((area) => Math.round(area * 1000)).sort((a, b) => b - a),
    );
  });

  test.each(['zh-CN', 'en'] as const)('the message in %s says how many more, the first few, and where', (locale) => {
    const [result] = ofPtz(recordOf(reportOf(outcome, 25), locale), outcome);
    const text = result?.message.text ?? '';
    const names = result?.properties?.rows.slice(0, 3).map(({ subject }: { subject: string }) => subject.slice(4));
    const [a, b, c] = names.map((n: string) => (locale === 'en' ? `'客房${n}'` : `“客房${n}”`));
    expect(text).toContain(
      locale === 'en'
        ? `The device has 24 more findings of the kind: ${a}, ${b}, ${c} and others. Each is in properties.rows of this result.`
        : `该设备另有24处同类情形：${a}、${b}、${c}等。逐处见本结果的 properties.rows。`,
    );
  });

  test('GitHub gets one alert, which names the count and the first few, and no rows', () => {
    const report = reportOf(outcome, 25);
    const alerts = alertsOf(report).filter(({ message }) => message.text?.includes('同类情形'));
    expect(alerts).toHaveLength(1);
    expect(alerts[0]?.message.text).toMatch(
      /该设备另有24处同类情形：“客房\d+”、“客房\d+”、“客房\d+”等。逐处见其他格式的报告。/,
    );
    expect(alerts[0]).not.toHaveProperty('properties');
    const [result] = ofPtz(recordOf(report), outcome);
    const print = `${result?.partialFingerprints?.['sitecamFinding/v2']}:1`;
    expect(alerts[0]?.partialFingerprints?.primaryLocationLineHash).toBe(print);
    const findings = report.verdicts.filter((one) => ['fail', 'open', 'review'].includes(one.outcome));
    expect(alertsOf(report)).toHaveLength(findings.length - 24);
  });
});

describe('the whole record', () => {
  test('has every verdict once, and counts verdicts, not results', () => {
    const results = recordOf(large).filter(({ kind }) => kind !== 'informational');
    expect(results.length).toBeLessThan(large.verdicts.length / 2);
    const told = toldVerdicts(results).map(({ rule, subject, kind }) => `${rule} ${subject} ${kind}`);
    const all = large.verdicts.map(({ rule, subject, outcome }) => `${rule} ${subject} ${outcome}`);
    expect(told.sort()).toEqual(all.sort());
    const [plan] = JSON.parse(renderSarif(runOf(large), { locale: 'zh-CN' })).runs[0].properties.plans;
    expect(plan.counts).toEqual(large.summary);
    expect(plan.headline).toContain('不符合25处');
  });

  test('passes of one rule are one result, which says how many', () => {
    const passes = recordOf(large).filter(({ kind }) => kind === 'pass');
    const rules = passes.map(({ ruleId }) => ruleId);
    expect(new Set(rules).size).toBe(rules.length);
    const inside = passes.find(({ ruleId }) => ruleId === 'capture/device-in-private-zone');
    expect(inside?.properties?.subject).toBe('r1');
    expect(inside?.properties?.rows).toHaveLength(24);
    expect(inside?.message.text).toContain('本规则另有24处同样未发现不符合：“客房2”、“客房3”、“客房4”等。');
    expect(inside?.level).toBe('none');
  });

  test('JSON has each in full', () => {
    const { verdicts } = JSON.parse(renderJson(runOf(large), { locale: 'zh-CN' })).plans[0];
    expect(verdicts).toHaveLength(large.verdicts.length);
    expect(verdicts.every(({ message }: { message: { text: string } }) => message.text !== '')).toBe(true);
  });

  test('is made without the words of what is a row', () => {
    const rows = new Set(
      foldsOf(large.verdicts, large, { passesInFull: 1 }).flatMap((fold): readonly LintVerdict[] => fold.rows),
    );
    expect(rows.size).toBe(24 + 3 * 24);
    const asked = (): never => {
      throw new Error('a row was asked for its words');
    };
    const dear = Object.fromEntries(
      ['message', 'advice', 'says', 'related', 'edit'].map((name) => [name, { get: asked, enumerable: true }]),
    );
    const verdicts = large.verdicts.map((verdict) =>
      rows.has(verdict) ? Object.defineProperties({ ...verdict }, dear) : verdict,
    );
    const lazy = runOf({ ...large, verdicts });
    const options = { locale: 'zh-CN' as const };
    expect(renderSarif(lazy, options)).toBe(renderSarif(runOf(large), options));
    expect(renderSarifGithub(lazy, { ...options, gzippedSize })).toBe(
      renderSarifGithub(runOf(large), { ...options, gzippedSize }),
    );
    expect(renderGithub(lazy, options)).toBe(renderGithub(runOf(large), options));
    expect(renderTerminal(lazy, { ...options, ...screen })).toBe(
      renderTerminal(runOf(large), { ...options, ...screen }),
    );
  });
});

describe('what has something of its own is no row', () => {
  const [first, ...others] = large.verdicts.filter(isOfPtz);
  const foldsWith = (own: Partial<LintVerdict>, more: Partial<Report> = {}): readonly Fold[] =>
    foldsOf([...others, { ...(first as LintVerdict), ...own }], { ...large, ...more });

  test.each([
    ['a waiver', { waiver }],
    ['a decision', { decision: { ...waiver, decision: 'amend', document: '1号', date: '2026-01-01' } }],
    ['a doubt', { doubt: { by: ['wall'], hiding: 'pass', passing: 'fail' } }],
    ['a fault', { tainted: { outcome: 'fail', message: { id: 'seen', params: {} }, by: ['plan/x'] } }],
    ['another level', { level: 'warning' }],
    ['a state of its own', { since: 'new' }],
    ['a device that is installed', { existing: true }],
  ] as const)('%s', (_, own) => {
    const folds = foldsWith(own as Partial<LintVerdict>);
    expect(folds.map(({ rows }) => rows.length)).toEqual([23, 0]);
  });

  test('other clauses, or another outcome by one of them', () => {
    const bases = (first as LintVerdict).bases;
    expect(foldsWith({ bases: bases.slice(1) }).map(({ rows }) => rows.length)).toEqual([23, 0]);
    const milder = bases.map((one) => (one.outcome === null ? one : { ...one, outcome: 'review' as const }));
    expect(foldsWith({ bases: milder }).map(({ rows }) => rows.length)).toEqual([23, 0]);
  });

  test('a fix', () => {
    const found = { ...(first as LintVerdict) };
    const fixes = { of: new Map([[found, []]]), tried: 1, untried: 0 };
    expect(foldsOf([...others, found], { ...large, fixes }).map(({ rows }) => rows.length)).toEqual([23, 0]);
  });

  test('what the baseline holds unchanged folds apart from what is new', () => {
    const [more] = [reportOf('fail', 25).verdicts.filter(isOfPtz)];
    const since = (state: 'new' | 'unchanged') => more.map((one) => ({ ...one, since: state }));
    const folds = foldsOf([...since('new'), ...since('unchanged')], large);
    expect(folds.map(({ first: { since }, rows }) => [since, rows.length])).toEqual([
      ['new', 24],
      ['unchanged', 24],
    ]);
  });

  test('the order of equal views is that of the plan, whatever the last bits', () => {
    const sized = (area: number) => (one: LintVerdict) => ({
      ...one,
      evidence: { level: 'F1', sightLine: { device: 'P1', points: [], openings: [], distance: 1, area, density: 9 } },
    });
    const equal = large.verdicts.filter(isOfPtz).map((one, n) => sized(2 + n * 1e-12)(one));
    const [fold] = foldsOf(equal, large);
    expect([fold?.first, ...(fold?.rows ?? [])].map((one) => one?.subject)).toEqual(
      equal.map(({ subject }) => subject),
    );
    // Where areas are equal, the density decides.
    const denser = equal.map((one, n) =>
      n === 7 ? { ...one, evidence: { ...one.evidence, sightLine: { ...one.evidence.sightLine, density: 10 } } } : one,
    );
    expect(foldsOf(denser, large)[0]?.first.subject).toBe(equal[7]?.subject);
  });
});

describe('for people', () => {
  const run = runOf(large);
  const worst = numberedFindings(large)[0]?.first;
  const name = `“客房${worst?.subject.slice(4)}”`;

  test('the terminal has one line of them in the table, and the first few names', () => {
    const text = renderTerminal(run, { ...screen, locale: 'zh-CN' });
    expect(text).toContain(`P1 可及${name}等25处`);
    expect(text).toMatch(/另有：“客房\d+”、“客房\d+”、“客房\d+”等。/);
    expect(text.match(/^ {2}P1 .*等25处/gm)).toHaveLength(1);
    expect(text).toContain('不符合（25）');
  });

  test('in full, the worst, then a line for each other with its area and density', () => {
    const text = renderTerminal(run, { ...screen, locale: 'zh-CN', verbose: true });
    expect(text.match(/^hall\.yaml:\d+:\d+ {2}不符合 {2}P1>/gm)).toHaveLength(1);
    expect(text.match(/^ +P1>r\d+“客房\d+” +\d+\.\d\d平方米 +\d+像素\/米$/gm)).toHaveLength(24);
    expect(text).toContain('本规则另有24处同样未发现不符合');
  });

  test('Markdown has a table of them, and passes as one row', () => {
    const text = renderMarkdown(run, { locale: 'zh-CN' });
    expect(text.match(/^\| P1&gt;r\d+“客房\d+” \| \d+\.\d\d平方米 \| \d+像素\/米 \|$/gm)).toHaveLength(24);
    expect(text).toContain('（同类共25处）');
    expect(text.match(/^\| r1“客房1”、r2“客房2”、.* \| 未发现不符合 \|/gm)?.length).toBeGreaterThan(1);
  });

  test('HTML says of each other its figures', () => {
    const text = renderHtml(run, { locale: 'zh-CN' });
    expect(text.match(/面积\d+\.\d\d平方米，最不利点像素密度\d+像素\/米"/g)).toHaveLength(24);
  });

  test('the review sheet has a row of each with room for its judgement', () => {
    const text = renderSheet(runOf(reportOf('review', 25)), { locale: 'zh-CN' });
    expect(text).toContain('| 同类的其他各处 | 面积 | 最不利点像素密度 | 判定、理由 |');
    expect(text.match(/^\| 设备“P1”对“客房\d+” \| \d+\.\d\d平方米 \| \d+像素\/米 \| .*□.* \|$/gm)).toHaveLength(24);
  });

  test('what the baseline holds unchanged is one line', () => {
    const verdicts = large.verdicts.map((one) => (isOfPtz(one) ? { ...one, since: 'unchanged' as const } : one));
    const text = renderTerminal(runOf({ ...large, verdicts }), { ...screen, locale: 'zh-CN' });
    expect(text).toContain('未变（25）');
    expect(text.match(/P1>r\d+.*（同类共25处）.*capture\/view-into-private-zone/g)).toHaveLength(1);
    expect(text.match(/P1>r/g)).toHaveLength(1);
  });

  test('the device schedule counts them', () => {
    const text = renderSchedule(run, { locale: 'zh-CN' });
    expect(text).toContain(`不符合 capture/view-into-private-zone ${worst?.subject}（同类共25处）`);
    expect(text.match(/capture\/view-into-private-zone/g)).toHaveLength(1);
  });
});

describe('for services', () => {
  const run = runOf(large);
  const views = large.verdicts.filter(isOfPtz);

  test('JUnit has a test for each verdict, in short for the others', () => {
    const xml = renderJunit(run, { locale: 'zh-CN' });
    expect(xml.match(/<testcase /g)?.length).toBe(large.verdicts.length);
    for (const { subject } of views)
      expect(xml).toContain(`name="${subject.replace('>', '&gt;')}" classname="capture/view-`);
    expect(
      xml.match(/情形与“P1&gt;r\d+”相同，面积\d+\.\d\d平方米，最不利点像素密度\d+像素\/米。<\/failure>/g),
    ).toHaveLength(24);
    expect(xml).toContain(`failures="${large.summary.counts.fail}"`);
  });

  test('GitHub’s annotations and GitLab have one entry, which says how many', () => {
    const github = renderGithub(run, { locale: 'zh-CN' });
    expect(github.match(/\[capture\/view-into-private-zone\]/g)).toHaveLength(1);
    expect(github).toContain('该设备另有24处同类情形');
    const issues: { check_name: string; description: string }[] = JSON.parse(renderGitlab(run, { locale: 'zh-CN' }));
    const found = issues.filter(({ check_name }) => check_name === 'capture/view-into-private-zone');
    expect(found.map(({ description }) => description.includes('该设备另有24处同类情形'))).toEqual([true]);
  });
});
