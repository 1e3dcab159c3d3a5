import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it, test } from 'vitest';
import schema from '../../schemas/report-2.schema.json' with { type: 'json' };
import { numberedFindings } from '../../src/findings/numbering.js';
import type { Locale } from '../../src/i18n/locale.js';
import { compareWithBaseline } from '../../src/lint/baseline/compare.js';
import { snapshotOf } from '../../src/lint/baseline/snapshot.js';
import { summarise } from '../../src/lint/summary.js';
import type { Report, ReportInput } from '../../src/lint/types.js';
import { renderGithub } from '../../src/report/github/github.js';
import { renderGitlab } from '../../src/report/gitlab/gitlab.js';
import { renderHtml } from '../../src/report/html/html.js';
import { renderJson } from '../../src/report/json/json.js';
import { renderJunit } from '../../src/report/junit/junit.js';
import { renderMarkdown } from '../../src/report/markdown/markdown.js';
import { renderSarifGithub } from '../../src/report/sarif/github.js';
import { renderSarif } from '../../src/report/sarif/sarif.js';
import { renderSchedule } from '../../src/report/schedule/schedule.js';
import { renderTerminal } from '../../src/report/terminal/terminal.js';
import { closed } from '../support/closed.js';
import { gzippedSize } from '../support/gzip.js';
import { lintedHostile, lintedPlan, runOf } from '../support/linted.js';
import sarifSchema from '../support/sarif-2.1.0.schema.json' with { type: 'json' };
import { toldVerdicts } from '../support/sarif-rows.js';

const HOTEL = 'fixtures/sites/qingcheng-hotel/violations.yaml';

/** The rules whose findings on the hotel this file counts. Those of other rules would change its figures. */
const COUNTED: ReadonlySet<string> = new Set([
  'capture/device-in-private-zone',
  'capture/unknown-capability',
  'capture/view-into-private-zone',
  'coverage/criterion',
  'coverage/protected',
  'coverage/standard',
  'plan/zone-kind-mismatch',
  'project/requirement',
  'waiver/expired',
  'waiver/forbidden',
]);

/** Returns the report on the hotel with the verdicts of the counted rules only. */
function lint(text: string): Report {
  const result = lintedPlan(HOTEL, { [HOTEL]: text });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  const verdicts = result.verdicts.filter(({ rule }) => COUNTED.has(rule));
  return { ...result, verdicts, summary: summarise(verdicts), checklist: [] };
}

const drawn = readFileSync(HOTEL, 'utf8');

/** One camera moved, one whose sound is known now, one more in a restroom. */
const altered = drawn
  .replace('at: [17.96, 14.96]', 'at: [17.9, 14.9]')
  .replace('at: [11.4, 8.2]', 'audio: none, at: [11.4, 8.2]')
  .replace(
    '      - {id: C1-08,',
    '      - {id: C9, kind: camera, type: dome-4mp, at: [13, 12], height: 2.8, heading: 225, tilt: 35}\n      - {id: C1-08,',
  );

const FILE = { path: 'ci/sitecam.baseline.json', sha256: 'ab'.repeat(32) };
const plain = lint(altered);
const report = compareWithBaseline(plain, { file: FILE, findings: snapshotOf(lint(drawn)) });
const input: ReportInput = runOf(report);
const SENTENCE = {
  'zh-CN': '与比对基准相比：新增1项，变化1项，未变11项，已消除2项。',
  en: 'Against the baseline: 1 new, 1 changed, 11 unchanged, 2 gone.',
};
const LOCALES: readonly Locale[] = ['zh-CN', 'en'];
const screen = { colour: false, quiet: false, verbose: false, width: 100 };
const flat = (text: string) =>
  text.replace(/\s*\n\s*/g, ' ').replace(/(?<=[^\x00-\x7f]) (?=\S)|(?<=\S) (?=[^\x00-\x7f])/g, '');

describe.each(LOCALES)('in %s', (locale) => {
  const t = (zh: string, en: string) => (locale === 'en' ? en : zh);

  test('the terminal: what is new and changed at its line, what is unchanged and gone on a line each', () => {
    const text = renderTerminal(input, { ...screen, locale });
    expect(flat(text)).toContain(flat(SENTENCE[locale]));
    const [head = '', ...blocks] = text.split('\n\n');
    expect(flat(head)).toContain(FILE.path);
    expect(text).toContain(t('C9 设于“女卫生间”内（新增）', "C9 stands in '女卫生间' (new)"));
    expect(text).toMatch(
      locale === 'en' ? / C1-12 stands in '女员工.*\(changed\) {2}/ : / C1-12 设于“女员工更衣室”内（变化） {2}/,
    );
    const known = blocks.find((block) => block.startsWith(t('未变（11）', 'unchanged (11)'))) ?? '';
    expect(known.match(/^ {2}- /gm)?.length).toBe(11);
    const gone =
      blocks.find((block) => block.startsWith(t('与比对基准相比已消除的问题（2）', 'Gone since the baseline (2)'))) ??
      '';
    expect(gone.match(/^ {2}- C1-13>wc-/gm)?.length).toBe(2);
    expect(text.indexOf(known)).toBeGreaterThan(text.indexOf('C1-12'));
    expect(text).toContain(t('不符合（5，其中未变3项列于后）', 'fail (5, 3 of them unchanged, see below)'));
  });

  test('the terminal, verbose: everything in full; quiet: what is unchanged too by what it lists', () => {
    const whole = renderTerminal(input, { ...screen, locale, verbose: true });
    expect(whole).toContain(t('不符合（未变）  entrance-east', 'fail (unchanged)  entrance-east'));
    expect(whole).not.toContain(t('其中未变', 'of them unchanged'));
    expect(flat(whole)).toContain(
      flat(t('变化（所涉设备、区域或者门窗有改动）', 'changed (a device, zone or opening concerned was altered)')),
    );
    const quiet = renderTerminal(input, { ...screen, locale, quiet: true });
    expect(quiet).toContain(t('未变（8）', 'unchanged (8)'));
    expect(quiet).not.toContain('coverage/criterion  ');
    expect(flat(quiet)).toContain(
      flat(t('提示共3项只计数、未列出', '3 findings for review or warnings are counted, not listed')),
    );
    expect(flat(quiet)).toContain(flat(SENTENCE[locale]));
  });

  test('Markdown: the baseline first, each finding marked, what is gone in a table, the hash among the assumptions', () => {
    const text = renderMarkdown(input, { locale });
    // Laws that were left out come first of all.
    expect(text.split('\n').slice(2, 5).join()).toContain('ci/sitecam.baseline.json');
    expect(text).toContain(SENTENCE[locale]);
    const mark = t('- **与比对基准相比**：', '- **Since the baseline**: ');
    const headings = text.match(/^### \d/gm)?.length ?? 0;
    expect(text.split(mark).length - 1).toBe(headings);
    expect(text.split(`${mark}${t('未变', 'unchanged')}`).length - 1).toBe(headings - 2);
    const section = text.slice(text.indexOf(t('## 与比对基准相比已消除的问题', '## Gone since the baseline')));
    expect(section.split('\n## ')[0].match(/^\| C1-13&gt;wc-/gm)?.length).toBe(2);
    expect(text.slice(text.lastIndexOf('\n## '))).toContain(FILE.sha256);
  });

  test('HTML: the same', () => {
    const text = renderHtml(input, { locale });
    expect(text).toContain(SENTENCE[locale]);
    expect(text).toContain(
      t(
        '<p class="lead caution" role="note">与比对基准',
        '<p class="lead caution" role="note">Compared with the baseline',
      ),
    );
    expect(text).toContain(t('不符合（新增）', 'does not comply (new)'));
    expect(text).toContain(t('不符合（未变）', 'does not comply (unchanged)'));
    expect(text).toContain(t('<caption>与比对基准相比已消除的问题', '<caption>Gone since the baseline'));
    expect(text.split(FILE.sha256).length - 1).toBe(2);
  });

  test('SARIF: a state on every result, by the finding; what is gone as it was', () => {
    const log = JSON.parse(renderSarif(input, { locale }));
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(sarifSchema);
    expect(validate(log), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
    const results: {
      ruleId: string;
      baselineState?: string;
      kind: string;
      level: string;
      suppressions?: object[];
      message: { text: string; id: string };
      locations: object[];
      partialFingerprints: Record<string, string>;
      properties: { subject: string };
    }[] = log.runs[0].results;
    const states = new Map<string, number>();
    for (const { state = 'none' } of toldVerdicts(log.runs[0].results)) states.set(state, (states.get(state) ?? 0) + 1);
    const settled = report.verdicts.filter(({ since }) => since === undefined).length;
    expect(Object.fromEntries(states)).toEqual({ new: 1, updated: 1, unchanged: 11 + settled, absent: 2 });
    for (const result of results) {
      expect(result.locations.length).toBe(1);
      expect(Array.isArray(result.suppressions)).toBe(true);
      if (result.kind !== 'fail') expect(result.level).toBe('none');
    }
    const gone = results.filter(({ baselineState }) => baselineState === 'absent');
    expect(gone.map(({ ruleId, kind, properties }) => [ruleId, kind, properties.subject])).toEqual([
      ['capture/unknown-capability', 'open', 'C1-13>wc-f'],
      ['capture/unknown-capability', 'open', 'C1-13>wc-m'],
    ]);
    for (const { message } of gone) expect(message.text).toMatch(/[.。]$/);
    const descriptor = log.runs[0].tool.driver.rules.find(
      ({ id }: { id: string }) => id === 'capture/unknown-capability',
    );
    expect(descriptor.messageStrings['engine/gone'].text).toContain('{1}');
    const fingerprints = results.map(({ partialFingerprints }) => partialFingerprints['sitecamFinding/v2']);
    expect(new Set(fingerprints).size).toBe(fingerprints.length);
    expect(log.runs[0].properties.plans[0].baseline).toMatchObject({ file: FILE.path, new: 1, unchanged: 11, gone: 2 });
  });

  test('SARIF for GitHub, annotations, GitLab: without what is unchanged, and they say how many that is', () => {
    const count = t('未变的11项未列于此', '11 findings that are unchanged');
    const log = JSON.parse(renderSarifGithub(input, { locale, gzippedSize }));
    expect(log.runs[0].results.length).toBe(2);
    expect(JSON.stringify(log.runs[0].results)).not.toContain('baselineState');
    expect(JSON.stringify(log.runs[0].invocations)).toContain(count);
    const github = renderGithub(input, { locale });
    expect(github.match(/^::error /gm)?.length).toBe(2);
    expect(github).toContain(count);
    // GitHub shows ten of a kind: what every plan would say is said once.
    const twice = renderGithub({ ...input, results: [...input.results, ...input.results] }, { locale });
    expect(twice.match(/::notice [^\n]*未变的|::notice [^\n]*unchanged since/g)?.length).toBe(1);
    expect(twice).toContain(count.replace('11', '22'));
    const gitlab: { check_name: string; description: string; severity: string }[] = JSON.parse(
      renderGitlab(input, { locale }),
    );
    expect(gitlab.filter(({ severity }) => severity !== 'info').length).toBe(2);
    expect(gitlab.some(({ description }) => description.includes(count))).toBe(true);
  });

  test('JUnit: what is unchanged is skipped, with the reason', () => {
    const text = renderJunit(input, { locale });
    const suites: { tests: string; failures: string; errors: string }[] = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: '',
      isArray: (name) => name === 'testsuite',
    }).parse(text).testsuites.testsuite;
    const sum = (key: 'failures' | 'errors') => suites.reduce((all, suite) => all + Number(suite[key]), 0);
    expect([sum('failures'), sum('errors')]).toEqual([2, 0]);
    expect(text.split(t('此处不计为失败，仍计入结论', 'counted in the verdict all the same')).length - 1).toBe(11);
    expect(text).toContain(`<skipped message="${t('不符合（未变）：', 'fail (unchanged): ')}`);
  });

  test('JSON: since, changes and what is gone, by the schema', () => {
    const value = JSON.parse(renderJson(input, { locale }));
    const ajv = new Ajv({ strict: true, allowUnionTypes: true });
    const validate = ajv.compile(Object(closed(schema)));
    expect(validate(value), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
    const [plan] = value.plans;
    expect(plan.baseline).toEqual({
      file: FILE.path,
      sha256: FILE.sha256,
      known: true,
      new: 1,
      changed: 1,
      unchanged: 11,
      gone: 2,
      unjudged: 0,
    });
    expect(plan.gone.length).toBe(2);
    const marked: { outcome: string; since?: string; changes?: string[] }[] = plan.verdicts;
    expect(marked.filter(({ since }) => since !== undefined).length).toBe(13);
    expect(marked.find(({ since }) => since === 'changed')?.changes).toEqual(['altered']);
    expect(marked.every(({ outcome, since }) => since === undefined || outcome !== 'pass')).toBe(true);
  });

  test('the device schedule: each finding marked', () => {
    const text = renderSchedule(input, { locale });
    expect(text).toContain(
      t('不符合（新增） capture/device-in-private-zone C9>wc-f', 'fail (new) capture/device-in-private-zone C9>wc-f'),
    );
    expect(text).toContain(
      t('（未变） capture/view-into-private-zone C3-03>r301', '(unchanged) capture/view-into-private-zone C3-03>r301'),
    );
  });
});

describe('numbers', () => {
  it('go to what is new and changed before what is unchanged of the same gravity, and no finding is put with one of the other sort', () => {
    const numbered = numberedFindings(report);
    const fails = numbered.filter(({ first }) => first.outcome === 'fail' && first.level === 'error');
    expect(fails.map(({ first }) => first.since)).toEqual(['new', 'changed', ...Array(5).fill('unchanged')]);
    for (const { first, rest } of numbered) {
      for (const one of rest) expect(one.since === 'unchanged').toBe(first.since === 'unchanged');
    }
    expect(numbered.flatMap(({ first, rest }) => [first, ...rest]).length).toBe(13);
  });
});

describe('a criterion of ours that is met now', () => {
  it('was a warning, not a 不符合', () => {
    const before = snapshotOf(lint(drawn));
    const met = {
      ...plain,
      verdicts: plain.verdicts.map((one) =>
        one.subject === 'corridor-2' && one.rule === 'coverage/criterion' ? { ...one, outcome: 'pass' as const } : one,
      ),
    };
    const compared = compareWithBaseline(met, { file: FILE, findings: before });
    expect(renderTerminal(runOf(compared), { ...screen, locale: 'zh-CN' })).toContain(
      'corridor-2“二层走廊”  原为提示，现为未发现不符合  coverage/criterion',
    );
    const log = JSON.parse(renderSarif(runOf(compared), { locale: 'zh-CN' }));
    const states = log.runs[0].results.filter(
      (one: { ruleId: string; properties: { subject: string } }) =>
        one.ruleId === 'coverage/criterion' && one.properties.subject === 'corridor-2',
    );
    expect(states.map((one: { kind: string; baselineState: string }) => [one.kind, one.baselineState])).toEqual([
      ['pass', 'updated'],
      ['fail', 'absent'],
    ]);
  });
});

describe('without a baseline', () => {
  it('no format says a word of one', () => {
    const run = runOf(plain);
    for (const locale of LOCALES) {
      const texts = [
        renderTerminal(run, { ...screen, locale, verbose: true }),
        renderMarkdown(run, { locale }),
        renderSarif(run, { locale }),
        renderSarifGithub(run, { locale, gzippedSize }),
        renderJson(run, { locale }),
        renderJunit(run, { locale }),
        renderGithub(run, { locale }),
        renderGitlab(run, { locale }),
        renderSchedule(run, { locale }),
      ];
      for (const text of texts)
        expect(text).not.toMatch(/与比对基准|baselineState|"(?:since|baseline|gone)"|未变|unchanged/);
    }
  });
});

it('a hostile plan and a baseline with a hostile name say nothing of their own', () => {
  const hostile = lintedHostile();
  const path = '<b>“”`x`|::error::\u202e\u001b[31m.json';
  const compared = compareWithBaseline(hostile, {
    file: { path, sha256: FILE.sha256 },
    findings: snapshotOf(hostile).map((one, n) => (n % 2 ? one : { ...one, subject: `${one.subject}<i>|` })),
  });
  const run = runOf(compared);
  for (const locale of LOCALES) {
    const terminal = renderTerminal(run, { ...screen, locale });
    expect(terminal).not.toMatch(/[\u202e\u001b]/);
    expect(renderMarkdown(run, { locale })).not.toMatch(/<b>|<i>|[\u202e\u001b]/);
    expect(renderHtml(run, { locale })).not.toMatch(/<b>“|<i>\||[\u202e\u001b]/);
    expect(renderGithub(run, { locale })).not.toMatch(/[^\n]::error::|[\u202e\u001b]/);
    expect(() => JSON.parse(renderSarif(run, { locale }))).not.toThrow();
    expect(renderSarif(run, { locale })).not.toMatch(/[\u202e\u001b]/);
  }
});
