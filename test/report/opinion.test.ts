import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { reportView } from '../../src/findings/view.js';
import { render } from '../../src/i18n/locale.js';
import { redact } from '../../src/lint/redact/redact.js';
import type { Report } from '../../src/lint/types.js';
import { withoutBlanks } from '../../src/render/blank.js';
import { factsOf } from '../../src/report/opinion/facts.js';
import { renderOpinion } from '../../src/report/opinion/opinion.js';
import { rowsOf } from '../../src/report/opinion/rows.js';
import { rules } from '../../src/rules/registry.gen.js';
import { fixturePlans, lintedByDefault, lintedHostile, lintedPlan, lintedWithFault } from '../support/linted.js';
import { input, unreadable } from './build.js';

const SITES = fixturePlans('sites');

function judged(path: string): Report {
  const result = lintedByDefault(path);
  if (!result.ok) throw new Error(`${path} can't be read`);
  return result;
}

function page(path: string, locale: 'zh-CN' | 'en' = 'zh-CN'): string {
  return renderOpinion({ ...input([judged(path)]), rules }, { locale });
}

/** The words of a page, without its style and its figure. */
function words(html: string): string {
  return html
    .replace(/<style>[\s\S]*?<\/style>|<svg[\s\S]*?<\/svg>|<title>[\s\S]*?<\/title>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&quot;|&#39;/g, '"');
}

test('a redacted form tells no fact, no remedy and not whether anything is installed', () => {
  const open = judged('fixtures/sites/ktv/violations.yaml');
  const hidden = redact({ ...input([open]), rules }).input;
  const shown = words(renderOpinion(hidden, { locale: 'zh-CN' })).replace(/按规则“[^”]*”/g, '');
  expect(shown).toContain('（详情已隐去），不符合');
  expect(shown).toContain('场所类别已隐去');
  expect(shown).not.toMatch(/按本图|涉嫌|邻近|设于|未见提示标识|移出/);
});

describe.each(SITES)('%s', (path) => {
  const report = judged(path);
  const facts = factsOf(report);
  const view = reportView({ ...input([report]), rules });
  const rows = rowsOf(facts.law, report, view, Number.POSITIVE_INFINITY);

  test('tells every finding by the law in one row, or counts it as left to the annex', () => {
    const shown = [...rows.problems, ...rows.questions].flatMap((row) => row.facts);
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown.length + rows.left.fails + rows.left.opens + rows.left.questions).toBe(facts.law.length);
  });

  test('numbers its rows from 1, fails first, and never drops a fail for an open point', () => {
    const all = [...rows.problems, ...rows.questions];
    expect(all.map(({ number }) => number)).toEqual(all.map((_, n) => n + 1));
    const outcomes = all.map(({ outcome }) => ['fail', 'open', 'review'].indexOf(outcome));
    expect(outcomes).toEqual([...outcomes].sort());
    expect(rows.problems.length).toBeLessThanOrEqual(10);
    expect(rows.questions.length).toBeLessThanOrEqual(8);
    const fails = facts.law.filter(({ outcome }) => outcome === 'fail').length;
    const drawn = rows.problems.flatMap((row) => row.facts).filter(({ outcome }) => outcome === 'fail').length;
    if (rows.problems.some(({ outcome }) => outcome === 'open')) expect(drawn).toBe(fails);
  });

  test('cites in each row the clauses that decide it', () => {
    const cited = (id: string) => report.pack.clauses.find((one) => one.id === id)?.citation ?? { zh: id, en: id };
    for (const { facts: row, text } of [...rows.problems, ...rows.questions])
      for (const { leads, readings } of row)
        for (const id of leads) {
          const mark = readings.has(id);
          expect(text.zh).toMatch(new RegExp(`${cited(id).zh}${mark ? '' : '(?!※)'}`));
          expect(text.en).toContain(cited(id).en);
        }
  });

  test('counts fails that have no row as fails', () => {
    const [fail] = facts.law.filter(({ outcome }) => outcome === 'fail');
    if (fail === undefined) return;
    const many = Array.from({ length: 13 }, (_, n) => ({
      ...fail,
      verdict: { ...fail.verdict, subject: `Z${n}>z${n}` },
    }));
    const { problems, left } = rowsOf(many, report, view, Number.POSITIVE_INFINITY);
    expect([problems.length, left]).toEqual([10, { fails: 3, opens: 0, questions: 0 }]);
  });

  test('leaves to the annex what has no room, never a fail for another row', () => {
    const few = rowsOf(facts.law, report, view, 60);
    const shown = [...few.problems, ...few.questions].flatMap((row) => row.facts);
    expect(shown.length + few.left.fails + few.left.opens + few.left.questions).toBe(facts.law.length);
    const all = rows.problems.filter(({ outcome }) => outcome === 'fail').length;
    expect(few.problems.filter(({ outcome }) => outcome === 'fail')).toHaveLength(all);
  });

  test('of a level to which no way is drawn, the finding itself, at that level', () => {
    const shown = words(page('fixtures/rules/signs/approach/review-no-way-in.yaml'));
    expect(shown).toContain('图中未画出公众到达“F1”的途径');
    expect(shown).not.toContain('approach@');
  });

  test('says nothing in words of the plan format', () => {
    const text = words(page(path))
      .replace(/“[^”]*”/g, '')
      .replace(/[\w.-]+（SHA-256[^）]*）/g, '')
      .replace(/sitecam \d+\.\d+\.\d+/g, '');
    expect(text.match(/[a-z]+[.:_][a-z]\S*/g) ?? []).toEqual([]);
    expect(text.match(/（[a-z-]+）/g) ?? []).toEqual([]);
  });

  test('names clauses with their law, and no other number than those of its rows', () => {
    const text = words(page(path));
    for (const { leads } of facts.law)
      expect(leads.every((id) => report.pack.clauses.some((one) => one.id === id))).toBe(true);
    expect(text).not.toContain('undefined');
    expect(text).toContain(render({ zh: '条例第十三条第三款', en: '' }, 'zh-CN'));
  });
});

test('a row of a fact has at most 80 characters besides its citations', () => {
  for (const path of SITES) {
    const cells = [...page(path).matchAll(/<tr><td><div>\d+<\/div><\/td><td>(.*?)<\/td>/g)].map(([, cell]) =>
      words(cell ?? '').replace(
        /(?:国务院令第799号|条例)?第[一二三四五六七八九十百]+条(?:第[一二三四五六七八九十]+款)?(?:第（[一二三四五六七八九十]+）项)?/g,
        '',
      ),
    );
    for (const cell of cells) expect(cell.length, cell).toBeLessThanOrEqual(80 + 40);
  }
});

test('a plan without findings has no figure and no rows', () => {
  const text = page('fixtures/sites/qingcheng-hotel/plan.yaml');
  expect(text).not.toContain('<svg');
  expect(text).not.toContain('class="found"');
  expect(words(text)).toContain('未发现不符合');
});

test('a form says that nothing is open only if all was judged', () => {
  const told = (report: Report) => words(renderOpinion({ ...input([report]), rules }, { locale: 'zh-CN' }));
  const waived = told(lintedWithFault(true));
  expect(waived).not.toContain('没有待补充');
  expect(waived).toContain('另有未能判定的事项');
  expect(waived).toMatch(/\d项因图纸内容有误未判定，见附件。/);
  expect(waived).not.toContain('因此');
  const listed = told(lintedWithFault(false));
  expect(listed).not.toContain('没有待补充');
  expect(listed).toMatch(/图纸差错1处.*另有\d+项因此未判定。/);
  expect(told(judged('fixtures/sites/qingcheng-hotel/plan.yaml'))).toContain('也没有待补充的事项');
});

/** What the form tells to do about the open points of a rule's fixture. */
function openRemedies(rule: string, file: string): string[] {
  const result = lintedPlan(`fixtures/rules/${rule}/${file}`);
  if (!result.ok) throw new Error(file);
  const view = reportView({ ...input([result]), rules });
  const { problems } = rowsOf(factsOf(result).law, result, view, Number.POSITIVE_INFINITY);
  return problems
    .filter(({ outcome, facts: [{ verdict }] }) => outcome === 'open' && verdict.rule === rule)
    .map(({ remedy }) => remedy.zh);
}

test.each([
  'capture/view-into-private-zone',
  'capture/cross-level',
  'capture/sound-from-private-zone',
  'coverage/protected',
])('an open point of %s asks for what is not stated, not for another design', (rule) => {
  const files = readdirSync(`fixtures/rules/${rule}`).filter((file) => file.startsWith('open-'));
  const told = files.flatMap((file) => openRemedies(rule, file));
  expect(told.length).toBeGreaterThan(0);
  for (const one of told) expect(one).not.toMatch(/调整|补设|移|改用/);
});

test('what is not stated of a device is named on the form', () => {
  const heading = openRemedies('capture/view-into-private-zone', 'open-9-2-3-no-heading.yaml');
  expect(heading.join()).toContain('朝向');
  expect(openRemedies('coverage/protected', 'open-camera-without-resolution.yaml').join()).toContain('分辨率');
});

test('a plan that cannot be read says so and has nothing to sign', () => {
  const text = renderOpinion({ ...input([unreadable]), rules }, { locale: 'zh-CN' });
  expect(words(text)).toContain('未作任何判定');
  expect(text).not.toContain('class="blank"');
});

test('names that attack stay text', () => {
  const text = renderOpinion({ ...input([lintedHostile()]), rules }, { locale: 'zh-CN' });
  expect(text).not.toMatch(/<script|<img|<a |\son\w+=/i);
});

test('what is filled in is left out, but no markup passes for it', () => {
  const text = page('fixtures/sites/ktv/violations.yaml');
  const ticked = text.replace('spellcheck="false">□', 'spellcheck="false">☑');
  expect(ticked).not.toBe(text);
  expect(withoutBlanks(ticked)).toBe(withoutBlanks(text));
  const forged = text.replace('spellcheck="false">□', 'spellcheck="false"><b>不符合0处</b>□');
  expect(withoutBlanks(forged)).not.toBe(withoutBlanks(text));
});

test('English forms say that translations are unofficial', () => {
  expect(words(page('fixtures/sites/ktv/violations.yaml', 'en'))).toContain('unofficial translations');
});
