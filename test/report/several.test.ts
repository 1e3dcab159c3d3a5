// Several plans in one report: a line a finding when quiet, tables of what fails, and the size under a budget.
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { memoizeByName } from '../../src/base/memo.js';
import { numberedFindings } from '../../src/findings/numbering.js';
import { verdictsByGroup } from '../../src/findings/tally.js';
import { redact } from '../../src/lint/redact/redact.js';
import type { LintResult, Report } from '../../src/lint/types.js';
import { renderMarkdown } from '../../src/report/markdown/markdown.js';
import { renderTerminal, type TerminalOptions } from '../../src/report/terminal/terminal.js';
import { lintedByDefault, runOf } from '../support/linted.js';
import { unreadable } from './build.js';

const SITES = ['qingcheng-hotel/violations', 'qingcheng-hotel/plan', 'ktv/plan', 'museum/violations'] as const;

function linted(site: (typeof SITES)[number]): Report {
  const result = lintedByDefault(`fixtures/sites/${site}.yaml`);
  if (!result.ok) throw new Error('the plan is unreadable');
  return result;
}

/** Returns `n` plans of which every tenth fails: linted reports under other paths. */
const fleet = memoizeByName((n: number): LintResult[] =>
  Array.from({ length: n }, (_, at): LintResult => {
    const site = at % 20 === 5 ? SITES[0] : at % 20 === 15 ? SITES[3] : at % 3 === 0 ? SITES[2] : SITES[1];
    const report = linted(site);
    const path = `plans/${String(at).padStart(4, '0')}.yaml`;
    const moved = ({ path: one }: { readonly path: string }) => (one === report.path ? path : one);
    return { ...report, path, files: report.files.map((file) => ({ ...file, path: moved(file) })) };
  }),
);

const options = (more: Partial<TerminalOptions> = {}): TerminalOptions => ({
  locale: 'zh-CN',
  colour: false,
  quiet: false,
  verbose: false,
  width: 80,
  ...more,
});
const shown = (results: readonly LintResult[], more: Partial<TerminalOptions> = {}) =>
  renderTerminal(runOf(...results), options(more))
    .trimEnd()
    .split('\n');
const rowsUnder = (lines: readonly string[], title: string) => {
  const from = lines.findIndex((line) => line.startsWith(title));
  if (from < 0) return [];
  const end = lines.indexOf('', from);
  return lines.slice(from + 2, end < 0 ? undefined : end).map((line) => line.trim().split(/ {2,}/));
};

const [hotel, clean, ktv, museum] = [linted(SITES[0]), linted(SITES[1]), linted(SITES[2]), linted(SITES[3])];

describe('quiet on a terminal', () => {
  test('is a line for each finding that fails, with place, outcome, what and rule, and nothing of other plans', () => {
    const lines = shown([hotel, clean, ktv], { quiet: true });
    const end = lines.findIndex((line) => line.startsWith('合计3份设计图'));
    const findings = lines.slice(0, end).filter((line) => line !== '');
    const counted = numberedFindings(hotel).filter(
      ({ first }) => ['fail', 'open'].includes(first.outcome) && first.level === 'error',
    );
    expect(findings).toHaveLength(counted.length);
    for (const line of findings)
      expect(line).toMatch(/^fixtures\/sites\/qingcheng-hotel\/violations\.yaml:\d+:\d+ {2}/);
    expect(findings[0]).toBe(
      'fixtures/sites/qingcheng-hotel/violations.yaml:101:14  不符合  C1-12 设于“女员工更衣室”内  capture/device-in-private-zone',
    );
    expect(lines.join('\n')).not.toMatch(/ktv|审查依据/);
    expect(lines.join('\n')).toMatch(/项不影响退出码，只计数、未列出/);
  });

  test('lists what --fail-on makes count, and the plan in the table', () => {
    const lines = shown([clean, ktv], { quiet: true, failOn: 'review' });
    expect(lines.filter((line) => line.startsWith('fixtures/sites/ktv/plan.yaml:'))).not.toEqual([]);
    expect(rowsUnder(lines, '未通过的设计图（1）')).toEqual([
      ['fixtures/sites/ktv/plan.yaml', '0', '0', expect.stringMatching(/^capture\/.*（须审查判定）$/)],
    ]);
  });

  test('of plans without verdicts has a line for each fault', () => {
    const lines = shown([unreadable, clean], { quiet: true });
    expect(lines.filter((line) => line.includes('  无法读取  '))).toHaveLength(unreadable.unreadable.length);
    expect(rowsUnder(lines, '未通过的设计图（1）')[0].slice(0, 3)).toEqual(['plans/broken.yaml', '—', '—']);
  });

  test('keeps to lines a finding with hundreds of plans', () => {
    const plans = fleet(400);
    const lines = shown(plans, { quiet: true });
    const findings = plans.flatMap((plan) =>
      plan.ok ? numberedFindings(plan).filter(({ first }) => /^(?:fail|open)$/.test(first.outcome)) : [],
    );
    const failing = rowsUnder(lines, '未通过的设计图（40）');
    expect(failing).toHaveLength(40);
    expect(lines.length).toBeLessThan(findings.length + failing.length + 20);
  });
});

describe('in short on a terminal', () => {
  const text = shown([hotel, clean, ktv, { ...clean, path: 'b.yaml' }]).join('\n');

  test('has the findings of a plan, and one line for a clean one', () => {
    expect(text).toContain(' 101:14  1 C1-12 设于“女员工更衣室”内  capture/device-in-private-zone');
    expect(
      text.match(/^ {2}fixtures\/sites\/qingcheng-hotel\/plan\.yaml {2}“青城宾馆” {2}未发现不符合。$/gm),
    ).toHaveLength(1);
    expect(text.match(/b\.yaml/g)).toHaveLength(1);
  });

  test('says once for the run what holds for all: laws, day, clauses, where details are', () => {
    for (const once of [
      '自2025年4月1日起施行的文本）；法规数据包：nm-2017\\+cn-799-2025；',
      '是否另有修正未核',
      '罚则：',
      '条文（各引一次',
    ])
      expect([once, text.replace(/\n */g, '').match(new RegExp(once, 'g'))?.length]).toEqual([once, 1]);
    // A bare article would read as that of either law.
    expect(text.replace(/\n */g, '')).toMatch(/罚则：.*不符合自治区条例第八条第（八）项.*的，可能适用/);
  });

  test('a page, too, tells the cautions of plans without a document of their own', () => {
    const cautions = [{ kind: 'region', text: { zh: '图中未载明地区。', en: 'No region.' } }] as const;
    const page = (...results: LintResult[]) => renderMarkdown(runOf(...results), { locale: 'zh-CN' });
    const two = [
      { ...clean, cautions },
      { ...clean, path: 'b.yaml', cautions },
    ];
    expect(page(...two).split('图中未载明地区。')).toHaveLength(2);
    expect(page(...two)).toMatch(/^> \*\*图中未载明地区。\*\*$/m);
    const mixed = page(...two, { ...hotel, cautions });
    const head = mixed.slice(0, mixed.indexOf('合计3份'));
    expect(head).toMatch(/^> \*\*图中未载明地区。（.*qingcheng-hotel\/plan\.yaml、b\.yaml）\*\*$/m);
    // A plan with findings tells its own.
    expect(mixed.split('图中未载明地区。')).toHaveLength(3);
  });

  test('says a caution of several plans once, with the plans', () => {
    const cautions = [{ kind: 'region', text: { zh: '图中未载明地区。', en: 'No region.' } }] as const;
    const said = shown([{ ...clean, cautions }, { ...clean, path: 'b.yaml', cautions }, ktv]).join('\n');
    expect(said.match(/图中未载明地区。/g)).toHaveLength(1);
    expect(said.replace(/\n */g, '')).toContain('图中未载明地区。（fixtures/sites/qingcheng-hotel/plan.yaml、b.yaml）');
  });

  test('in full stays whole, with the table at its end', () => {
    const whole = shown([clean, hotel], { verbose: true });
    expect(whole.join('').match(/法规数据包：/g)).toHaveLength(2);
    expect(rowsUnder(whole, '未通过的设计图（1）')).toEqual([
      ['fixtures/sites/qingcheng-hotel/violations.yaml', '5', '4', 'capture/device-in-private-zone'],
    ]);
  });
});

describe('the table by rule', () => {
  test('adds up to the counts of the run, and says how many plans each rule concerns', () => {
    const plans = [hotel, museum, { ...hotel, path: 'b.yaml' }, ktv];
    const rows = rowsUnder(shown(plans, { quiet: true, statistics: true }), '按规则统计');
    const [fail, open, review, drawing, warning] = [1, 2, 3, 4, 5].map((n) =>
      rows.reduce((sum, row) => sum + Number(row[n]), 0),
    );
    const count = (group: 'fail' | 'open' | 'review' | 'drawing' | 'warning') =>
      plans.reduce((sum, plan) => sum + verdictsByGroup(plan)[group].length, 0);
    expect({ fail, open, review, drawing, warning }).toEqual({
      fail: count('fail'),
      open: count('open'),
      review: count('review'),
      drawing: count('drawing'),
      warning: count('warning'),
    });
    expect(rows.find(([rule]) => rule === 'waiver/expired')?.at(-1)).toBe('2');
    expect(rows.map((row) => Number(row[1]))).toEqual(rows.map((row) => Number(row[1])).toSorted((a, b) => b - a));
  });

  test('of one plan follows its report', () => {
    expect(rowsUnder(shown([hotel], { statistics: true }), '按规则统计').length).toBeGreaterThan(3);
    expect(rowsUnder(shown([hotel]), '按规则统计')).toEqual([]);
  });
});

test('a redacted report names no file', () => {
  const { input } = redact(runOf(...fleet(12), unreadable));
  for (const locale of ['zh-CN', 'en'] as const) {
    const quiet = renderTerminal(input, options({ locale, quiet: true, statistics: true }));
    const all = [quiet, renderTerminal(input, options({ locale })), renderMarkdown(input, { locale })];
    for (const text of all) {
      expect(text).not.toMatch(/\.yaml|青城宾馆|女员工更衣室/);
      expect(text).toContain('plan-06');
    }
  }
});

describe('a budget of bytes', () => {
  const bytes = (text: string) => new TextEncoder().encode(text).length;
  const [COMMENT, GITHUB] = [65_536, 1024 * 1024];

  test.each([
    [1, COMMENT],
    [2, COMMENT],
    [50, COMMENT],
    [400, COMMENT],
    [400, GITHUB],
    [5_000, COMMENT],
    [5_000, GITHUB],
    [5_000, 4_096],
  ])('of %i plans holds %i, and says what is left out', (n, budget) => {
    const plans = n === 1 ? [hotel] : fleet(n);
    for (const locale of n === 2 ? (['zh-CN', 'en'] as const) : (['zh-CN'] as const)) {
      const text = renderMarkdown(runOf(...plans), { locale, budget });
      expect(bytes(text)).toBeLessThanOrEqual(budget);
      expect(text).toMatch(
        locale === 'en'
          ? /Left out for lack of room: .*without --budget/
          : /因篇幅限制未列出：.*见不加 --budget 的完整报告/,
      );
      if (n > 1) expect(text).toContain(locale === 'en' ? `${n} plans in all` : `合计${n}份设计图`);
    }
  });

  const failing = 5;
  const few = Array.from({ length: failing }, (_, n): LintResult => ({ ...hotel, path: `plans/${n}.yaml` }));
  const many = [...few, ...Array.from({ length: 100 }, (_, n): LintResult => ({ ...clean, path: `clean/${n}.yaml` }))];
  const cut = (budget: number) => renderMarkdown(runOf(...many), { locale: 'zh-CN', budget });
  const stages = [400_000, 200_000, 100_000, 60_000, 40_000, 20_000, 8_000, 5_000, 4_096].map(cut);

  test('passes go first, then findings from the least grave on, then plans, then the rows of the table', () => {
    const numbers = stages.map((text) => ({
      passes: text.match(/^## 未发现不符合与不适用$/gm)?.length ?? 0,
      clean: text.match(/^\| clean\//gm)?.length ?? 0,
      hints: text.match(/^- \*\*结论\*\*：提示$/gm)?.length ?? 0,
      fails: text.match(/^- \*\*结论\*\*：不符合$/gm)?.length ?? 0,
      plans: text.match(/^# 技防设计图审查报告：/gm)?.length ?? 0,
      rows: text.match(/^\| (?:\[plans|plans)\//gm)?.length ?? 0,
    }));
    for (const { passes, clean, hints, fails, plans, rows } of numbers) {
      if (passes > 0) expect(clean).toBe(100);
      if (hints > 0) expect(fails).toBe(25);
      if (plans > 0) expect(rows).toBe(failing);
      // A plan of which no finding has room is a row alone.
      expect(fails).toBeGreaterThanOrEqual(plans);
    }
    expect(numbers.some(({ plans }) => plans > 0 && plans < failing)).toBe(true);
    expect(numbers.some(({ plans, rows }) => plans === 0 && rows === failing)).toBe(true);
  });

  test('a row whose plan is left out links nowhere, and the notice counts it', () => {
    for (const text of stages) {
      const links = [...text.matchAll(/\(#(plan-\d+)\)/g)].map(([, anchor]) => anchor);
      expect(links.toSorted()).toEqual([...text.matchAll(/<a id="([^"]+)">/g)].map(([, anchor]) => anchor).toSorted());
      if (links.length < failing) expect(text).toContain(`设计图的明细${failing - links.length}份`);
    }
    const html = micromark(stages[4], { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
    expect(html).not.toMatch(/<p>\|/);
  });

  test('what fits as a whole is whole', () => {
    const whole = renderMarkdown(runOf(...many), { locale: 'zh-CN' });
    expect(cut(bytes(whole)) === whole).toBe(true);
    expect(cut(bytes(whole) - 1)).toContain('因篇幅限制未列出');
  });

  test('one plan that is left out is one plan, in English too', () => {
    const text = renderMarkdown(runOf(...many.slice(0, 6)), { locale: 'en', budget: 6000 });
    expect(text).toMatch(/Left out for lack of room: 4 plans in detail; 1 plan without findings\./);
    expect(text).not.toMatch(/\b1 plans/);
  });

  test('five thousand plans that all fail take seconds, since what has no room is never written', () => {
    let made = 0;
    const plans = Array.from({ length: 5_000 }, (_, n): LintResult => ({ ...museum, path: `plans/${n}.yaml` }));
    const pictures = () => {
      made += 1;
      return [];
    };
    const text = renderMarkdown(runOf(...plans), { locale: 'zh-CN', budget: COMMENT, pictures });
    expect(bytes(text)).toBeLessThanOrEqual(COMMENT);
    expect(made).toBeLessThan(20);
  });
});
