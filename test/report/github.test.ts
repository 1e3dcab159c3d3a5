import { describe, expect, test } from 'vitest';
import { numberedFindings } from '../../src/findings/numbering.js';
import type { ReportInput } from '../../src/lint/types.js';
import { renderGithub } from '../../src/report/github/github.js';
import { fixturePlans, lintedHostile, lintedPlan, lintedReports, runOf } from '../support/linted.js';
import { commandsOf, type WorkflowCommand } from '../support/workflow-commands.js';
import { input, report, unreadable, verdict, verdicts } from './build.js';

const PROPERTIES = ['file', 'line', 'endLine', 'col', 'endColumn', 'title'];

/** The commands of a log that holds nothing else. */
function commands(run: ReportInput, locale: 'zh-CN' | 'en' = 'zh-CN'): WorkflowCommand[] {
  const log = renderGithub(run, { locale });
  const found = commandsOf(log);
  expect(found).toHaveLength(log.split('\n').length - 1);
  for (const { name, properties, data } of found) {
    expect(['error', 'warning', 'notice']).toContain(name);
    expect(data.length).toBeGreaterThan(0);
    if ('line' in properties) expect(Object.keys(properties)).toEqual(PROPERTIES);
    // A caution is about the whole file.
    else if ('file' in properties) expect([name, ...Object.keys(properties)]).toEqual(['warning', 'file', 'title']);
    else expect(name).toBe('notice');
  }
  for (const kind of ['error', 'warning', 'notice']) {
    expect(found.filter(({ name }) => name === kind).length).toBeLessThanOrEqual(10);
  }
  return found;
}

/** How many the last notice says were cut. */
function cut(found: readonly WorkflowCommand[]): number {
  const last = found.at(-1);
  return last === undefined || 'file' in last.properties ? 0 : Number(/未列出(\d+)项/.exec(last.data)?.[1]);
}

describe('golden files', () => {
  test.each(['zh-CN', 'en'] as const)('%s', async (locale) => {
    const whole = renderGithub(input([report(), unreadable]), { locale });
    await expect(whole).toMatchFileSnapshot(`../../fixtures/golden/github.${locale}.txt`);
    expect(renderGithub(input([report(), unreadable]), { locale })).toBe(whole);
  });
});

describe('workflow commands', () => {
  test('of every site: what is open, shown or said to be cut', () => {
    for (const path of fixturePlans('sites')) {
      const { input, reports } = lintedReports(path);
      const listed = numberedFindings(reports[0]).reduce((sum, { rest }) => sum + 1 + rest.length, 0);
      const found = commands(input);
      const shown = found.filter(({ properties }) => 'line' in properties).length;
      expect(shown + cut(found), path).toBe(listed);
    }
  });

  test('every fault of a plan that cannot be read is an error', () => {
    for (const path of fixturePlans('malformed')) {
      const result = lintedPlan(path);
      if (result.ok) continue;
      const errors = commands(runOf(result)).filter(({ name }) => name === 'error');
      expect(errors, path).toHaveLength(Math.min(10, result.unreadable.length));
    }
  });

  test('what makes the step fail is an error, ours a warning, what a person must judge a notice; at its token', () => {
    const found = commands(input([report()]));
    expect(found.map(({ name }) => name)).toEqual([
      ...['error', 'error', 'error', 'error', 'error', 'warning', 'notice', 'notice'],
    ]);
    expect(found[0].properties).toEqual({
      file: 'plans/青城 宾馆/plan.yaml',
      line: '16',
      endLine: '16',
      col: '14',
      endColumn: '16',
      title: '不符合：禁止安装的区域内的采集设备',
    });
    expect(found[0].data).toContain('设备“C1”');
    expect(found[0].data).toContain('第九条第二款第（三）项');
  });

  test('waived findings and passes are left out', () => {
    const waived = verdicts.filter(({ waiver }) => waiver !== undefined);
    expect(waived).toHaveLength(1);
    expect(renderGithub(input([report(waived)]), { locale: 'zh-CN' })).toBe('');
    const passed = verdicts.filter(({ outcome }) => outcome === 'pass' || outcome === 'notApplicable');
    expect(renderGithub(input([report(passed)]), { locale: 'zh-CN' })).toBe('');
  });

  test('of many findings the worst are shown, one of each sort first, and the rest is counted', () => {
    const [bare] = verdicts.filter(({ rule }) => rule === 'coverage/protected');
    const [inside] = verdicts;
    const [closed] = verdicts.filter(({ outcome }) => outcome === 'review');
    const many = [
      ...Array.from({ length: 30 }, (_, n) => verdict({ ...closed, subject: `C${n % 2}>q${n}` })),
      ...Array.from({ length: 25 }, (_, n) => verdict({ ...bare, subject: `z${n}` })),
      verdict({ ...inside, subject: 'C1>wc' }),
    ];
    const found = commands(input([report(many)]));
    expect(found.filter(({ name }) => name === 'error')).toHaveLength(10);
    expect(found.filter(({ name }) => name === 'notice')).toHaveLength(10);
    // What is captured comes before what is protected.
    expect(found.slice(0, 2).map(({ data }) => /\[(.*)\]$/.exec(data)?.[1])).toEqual([
      'capture/device-in-private-zone',
      'coverage/protected',
    ]);
    expect(found.at(-1)?.data).toBe(
      '共56项，此处未列出37项（错误16项、提醒21项）：GitHub 每一步骤每类只显示十项。其余见其他格式的报告。',
    );
  });

  test('a caution takes the place of one warning of the ten that are shown', () => {
    const [criterion] = verdicts.filter(({ rule }) => rule === 'coverage/criterion');
    const many = Array.from({ length: 12 }, (_, n) => verdict({ ...criterion, subject: `z${n}` }));
    const cautions = [{ kind: 'loosened' as const, text: { zh: '未按现行法规审查。', en: 'Not judged by a law.' } }];
    const found = commands(input([{ ...report(many), cautions }]));
    expect(found[0].data).toBe('未按现行法规审查。');
    expect(found.filter(({ name }) => name === 'warning')).toHaveLength(10);
    expect(cut(found)).toBe(3);
  });

  test('a hostile plan gives no command of its own, and its properties end where they should', () => {
    const hostile = lintedHostile();
    const { fail, open, review } = hostile.summary.counts;
    for (const locale of ['zh-CN', 'en'] as const) {
      const log = renderGithub(runOf(hostile), { locale });
      const found = commands(runOf(hostile), locale);
      const at = found.filter(({ properties }) => 'file' in properties);
      expect(new Set(at.map(({ properties }) => properties.file))).toEqual(
        new Set(['=cmd(),a:b%0A: :error: :x|<script>.yaml']),
      );
      expect(at.length).toBeLessThanOrEqual(fail + open + review);
      // Each line has the two marks of its own command and no other.
      for (const line of log.trimEnd().split('\n')) expect(line.match(/::/g)).toHaveLength(2);
      expect(log).not.toMatch(/##\[|[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/);
    }
  });
});
