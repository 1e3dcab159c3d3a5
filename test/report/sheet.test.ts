import { readFileSync } from 'node:fs';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { clauseRows } from '../../src/findings/clauses.js';
import { numberedFindings } from '../../src/findings/numbering.js';
import { headline, totalSentence, verdictGroup } from '../../src/findings/tally.js';
import { reportView } from '../../src/findings/view.js';
import { penaltyText } from '../../src/findings/wording/citation.js';
import type { Locale } from '../../src/i18n/locale.js';
import { BUILT_IN_PACKS } from '../../src/law/built-in.gen.js';
import { loadPack } from '../../src/law/load.js';
import { lint } from '../../src/lint/lint.js';
import { redact } from '../../src/lint/redact/redact.js';
import type { LintResult, LintVerdict } from '../../src/lint/types.js';
import { planFileText } from '../../src/plan/read/texts.js';
import { markdownText } from '../../src/render/escape.js';
import { renderSheetHtml } from '../../src/report/sheet/html.js';
import { renderSheet } from '../../src/report/sheet/sheet.js';
import { NO_HINT } from '../../src/source/hint.js';
import { problemOf } from '../../src/source/problem.js';
import { lintedHostile, lintedReports, runOf } from '../support/linted.js';
import { bases, input, report, unreadable, verdict, verdicts, waiver } from './build.js';
import { attacked, EVIL } from './html-attacked.js';

const text = (locale: Locale = 'zh-CN', results: readonly LintResult[] = [report()]) =>
  renderSheet(input(results), { locale });
const page = (locale: Locale = 'zh-CN', results: readonly LintResult[] = [report()]) =>
  renderSheetHtml(input(results), { locale });

/** As GitHub renders it. */
const html = (markdown: string) =>
  micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });

const chapter = (markdown: string, n: string) => {
  const from = markdown.indexOf(`## ${n}`);
  const to = markdown.indexOf('\n## ', from + 1);
  return markdown.slice(from, to < 0 ? undefined : to);
};

test('faults of the drawing have a chapter with room for an answer, like what the form sends readers to', () => {
  const { reports } = lintedReports('fixtures/sites/qingcheng-hotel/violations.yaml');
  const numbered = numberedFindings(reports[0]).filter(({ first }) => verdictGroup(first) === 'drawing');
  expect(numbered.length).toBeGreaterThan(1);
  const shown = chapter(text('zh-CN', reports), '五、图纸差错');
  for (const { number } of numbered) expect(shown).toMatch(new RegExp(`^### ${number}．`, 'm'));
  expect(shown.match(/设计单位答复/g)).toHaveLength(numbered.length);
  expect(text('zh-CN', [report([])])).not.toContain('图纸差错（请设计单位更正）');
});

describe('golden files', () => {
  test.each([
    ['zh-CN', 'polling-station/plan'],
    ['zh-CN', 'bank-branch/violations'],
    ['en', 'bank-branch/violations'],
  ] as const)('%s %s', async (locale, site) => {
    const { input: run } = lintedReports(`fixtures/sites/${site}.yaml`);
    const name = `../../fixtures/golden/sheets/${site.replace('/', '-')}.${locale}`;
    const markdown = renderSheet(run, { locale });
    await expect(markdown).toMatchFileSnapshot(`${name}.md`);
    expect(renderSheet(run, { locale })).toBe(markdown);
  });

  test('the page', async () => {
    const run = lintedReports('fixtures/sites/polling-station/plan.yaml').input;
    const printed = renderSheetHtml(run, { locale: 'zh-CN' });
    await expect(printed).toMatchFileSnapshot('../../fixtures/golden/sheets/polling-station-plan.zh-CN.html');
    expect(renderSheetHtml(run, { locale: 'zh-CN' })).toBe(printed);
  });
});

describe.each([
  ['Markdown', text],
  ['HTML', (locale?: Locale, results?: readonly LintResult[]) => page(locale, results).replace(/<wbr>|<\/?span>/g, '')],
] as const)('what the sheet says, in %s', (format, render) => {
  const escaped = (words: string) =>
    format === 'Markdown' ? markdownText(words) : words.replaceAll('<', '&lt;').replaceAll('>', '&gt;');

  test('that it is an aid and no decision, before the verdict and where it is signed', () => {
    const all = render().split('供审查参考，不是审查决定，不代替审查人的判断。');
    expect(all).toHaveLength(3);
    expect(all[0]).not.toContain('结论：');
    expect(all[2]).toContain('审查人（签名）');
    expect(render('en').match(/no substitute for the reviewer/g)).toHaveLength(2);
  });

  test('what was trusted or loosened before the verdict', () => {
    const caution = '配置放宽：某规则不执行。';
    const shown = render('zh-CN', [
      report(verdicts, { cautions: [{ kind: 'loosened', text: { zh: caution, en: caution } }] }),
    ]);
    expect(shown.indexOf(caution)).toBeGreaterThan(0);
    expect(shown.indexOf(caution)).toBeLessThan(shown.indexOf('结论：在图中载明事项范围内、按放宽后的配置'));
  });

  test.each(['zh-CN', 'en'] as const)(
    'the headline as every report says it, by what and on which day, in %s',
    (locale) => {
      const shown = render(locale);
      expect(shown).toContain(locale === 'en' ? headline(report()).en : headline(report()).zh);
      for (const { path, sha256 } of report().files) for (const words of [path, sha256]) expect(shown).toContain(words);
      for (const words of ['nm-2017', 'sitecam 0.1.0', 'ab'.repeat(32), '150102', '青城宾馆'])
        expect(shown).toContain(words);
      expect(shown).toContain(locale === 'en' ? '24 November 2026' : '2026年11月24日');
      expect(shown).toContain(locale === 'en' ? 'second amendment' : '2017年7月22日第二次修正文本');
    },
  );

  test('of a pack that somebody else wrote that it is none of ours, and every file of it with its SHA-256', () => {
    const sources = ['p/pack.yaml', 'p/clauses.yaml'].map((path, index) => ({ path, sha256: `${index}c`.repeat(32) }));
    const written = { path: 'p', sources, files: { ...BUILT_IN_PACKS[0], id: 'ours' } };
    const shown = render('zh-CN', [report(verdicts, { pack: { ...report().pack, id: 'ours', written } })]);
    expect(shown).toContain('ours（非本工具自带）');
    for (const { path, sha256 } of sources) for (const words of [path, sha256]) expect(shown).toContain(words);
    expect(render()).not.toContain('非本工具自带');
  });

  test('every clause of the law in its order, and every finding under the number that all reports give it', () => {
    const shown = render();
    const view = reportView(input());
    const keys = clauseRows(report(), view).filter(({ key }) => !key.startsWith('rule:'));
    const labels = [
      '第八条第（八）项',
      '第九条第一款',
      '第九条第二款第（一）项',
      '第九条第二款第（三）项',
      '第九条第二款第（五）项',
    ];
    expect(keys).toHaveLength(labels.length);
    const places = labels.map((label) => shown.indexOf(label, shown.indexOf('一、逐条审查表')));
    expect(places.toSorted((a, b) => a - b)).toEqual(places);
    for (const { number, first } of numberedFindings(report())) {
      if (verdictGroup(first) !== 'warning') expect(shown).toContain(`${number}．`);
      expect(shown).toContain(escaped(first.subject));
    }
  });

  test('penalties exactly as the other reports print them, and no word of them where they print none', () => {
    const view = reportView(input());
    const said = verdicts.map((one) => penaltyText(report().pack, one, view.text(one))?.zh ?? '');
    const shown = render();
    for (const penalty of said.filter((one) => one !== '')) expect(shown).toContain(escaped(penalty));
    expect(shown.split(/罚则(?:\*\*：|<\/th>)/)).toHaveLength(said.filter((one) => one !== '').length + 1);
    const none = verdicts.map((one) => ({ ...one, penalties: [], outcome: 'review' as const }));
    expect(render('zh-CN', [report(none)])).not.toMatch(/处1万元|可能适用/);
  });

  test('a group without findings says so, and does not read as a pass', () => {
    const shown = render('zh-CN', [report([verdicts[1]])]);
    expect(shown.match(/在图中载明事项范围内，未列出此类事项。/g)).toHaveLength(3);
  });

  test('several plans: the table of all comes first, with the reason for one that cannot be read', () => {
    const clean = report([verdict({ ...verdicts[0], outcome: 'pass' })], { path: 'plans/a.yaml' });
    const shown = render('zh-CN', [clean, report(), unreadable]);
    const first = shown.slice(
      0,
      shown.indexOf(format === 'Markdown' ? '<a id="plan-1">' : '<section class="sheet" id="sheet-1">'),
    );
    for (const words of [
      '技防设计图审查汇总表',
      totalSentence([clean, report(), unreadable]).zh,
      'plans/a.yaml',
      'plans/青城 宾馆/plan.yaml',
      'plans/broken.yaml',
      '第八条第（八）项（不符合）',
      '0　图中载明事项未发现不符合',
      '1　须改正或者补充',
      '3　图纸无法读取，未作任何判定',
      '第2行第14列',
    ]) {
      expect(first).toContain(words);
    }
    expect(first).not.toContain('逐条审查表');
    expect(render('zh-CN', [report()])).not.toContain('汇总表');
  });
});

test('of two laws each has a table of its own, with its own verdicts, and both are named at the head', () => {
  const [, , , view] = verdicts;
  const own: LintVerdict = {
    ...view,
    outcome: 'review',
    bases: bases('review', ['cn-799-2025/8.1(4)']),
  };
  const shown = text('zh-CN', [report([...verdicts, own], { pack: loadPack('nm-2017+cn-799-2025') })]);
  const [head, tables] = [shown.slice(0, shown.indexOf('## 一、')), chapter(shown, '一、')];
  const [, first, second, ours] = tables.split(/^\*\*（[一二三]）/m);
  for (const law of ['内蒙古自治区公共安全技术防范管理条例', '公共安全视频图像信息系统管理条例'])
    expect(head).toContain(law);
  expect(first).toContain('| 第九条第一款<br>');
  expect(first).not.toContain('| 国务院令第799号');
  expect(second).toMatch(/^\| 国务院令第799号第八条第一款第（四）项<br>.*第\d+项（须审查判定）/m);
  expect(second).not.toContain('| 第九条');
  expect(ours).toContain('设计指标');
});

describe('open points and questions', () => {
  test('an open point asks the author, and leaves room for the answer', () => {
    const open = chapter(text(), '三、');
    const asked = open.match(/^- \*\*请补充\*\*：\*\*请.*\*\*$/gm);
    const points = numberedFindings(report()).filter(({ first }) => verdictGroup(first) === 'open');
    expect(asked).toHaveLength(points.length);
    expect(open.match(/^- \*\*设计单位答复\*\*：＿+<br>＿+$/gm)).toHaveLength(points.length);
    expect(chapter(text('en'), '3. Open')).toMatch(/\*\*Please /);
  });

  test('a question has boxes to tick and room for reasons, each place of a cluster its own', () => {
    const review = chapter(text(), '四、');
    expect(review).toContain('### 5．设备“C2”对“102”是否符合第九条第一款？（同类共2处）');
    expect(review.match(/□ 符合/g)).toHaveLength(2);
    expect(review.match(/□ 不符合/g)).toHaveLength(2);
    expect(review).toMatch(/^- \*\*判定、理由\*\*：□ 符合　□ 不符合<br>＿+<br>＿+$/m);
    expect(review).toMatch(/^\| 设备“C2”对“101” \|.*□ 符合<br>□ 不符合/m);
  });

  test('what a fault hides is said, never where it would read as a pass', () => {
    expect(text()).toContain('另有1项因图纸内容有误未判定');
    const [open] = verdicts.filter(({ tainted }) => tainted !== undefined);
    const hidden = {
      outcome: 'pass',
      message: { id: 'closed', params: { device: 'C1', zone: '101' } },
      by: [],
    } as const;
    expect(text('zh-CN', [report([{ ...open, tainted: hidden }])])).not.toContain('如图中该处无误');
  });

  test('the author’s claims are all there, what is ours in short with where to find the rest', () => {
    const basis = chapter(text(), '六、');
    expect(basis).toContain('| 例外说明 | coverage/criterion corridor |');
    expect(basis).toContain('“附近”的距离');
    expect(basis).toContain('全文见同次审查的其他格式报告');
  });
});

describe('a budget of bytes', () => {
  const many = report(
    Array.from({ length: 300 }, (_, n) => verdict({ ...verdicts[2], outcome: 'review', subject: `C2>r${1000 + n}` })),
  );
  const bytes = (markdown: string) => new TextEncoder().encode(markdown).length;
  const cut = (budget: number) => renderSheet(input([many]), { locale: 'zh-CN', budget });

  test('is kept: the last places of a cluster go first, counted, and the table stays a table', () => {
    const shown = cut(20_000);
    const rows = shown.match(/^\| 设备“C2”对“r\d+” \|/gm)?.length ?? 0;
    expect(bytes(shown)).toBeLessThanOrEqual(20_000);
    expect(bytes(shown)).toBeGreaterThan(19_500);
    expect(rows).toBeGreaterThan(10);
    expect(shown).toContain(`**因篇幅限制未列出：须审查判定${299 - rows}项。见不加 --budget 的完整报告。**`);
    expect(html(shown)).not.toMatch(/<p>\|/);
  });

  test('the verdict, the clauses and the lines to sign are never cut', () => {
    const shown = cut(10);
    for (const words of ['结论：', '逐条审查表', '审查人（签名）', '须审查判定300项']) expect(shown).toContain(words);
  });
});

describe('what a plan says stays text', () => {
  const hostile = () => renderSheet(runOf(lintedHostile()), { locale: 'zh-CN' });

  test('in Markdown tables are tables, and a renderer finds nothing of the plan’s', () => {
    for (const found of [html(hostile()), html(text('en', [attacked(), unreadable]))]) {
      expect(found).not.toMatch(/<p>\|/);
      expect(found).not.toMatch(/<(?:script|img|em|del|input)\b/);
      const own = found.replace(/<a (?:id="plan-\d+")><\/a>/g, '');
      expect(own).not.toMatch(/<a\b/);
      expect(found).not.toMatch(/[\u001b\u202e\u2028]/);
    }
  });

  test('every row of a table has as many cells as its head', () => {
    for (const block of `${hostile()}\n\n${text('zh-CN', [attacked(), unreadable])}`.split('\n\n')) {
      if (!block.startsWith('| ')) continue;
      const cells = block
        .trim()
        .split('\n')
        .map((row) => row.match(/(?<!\\)(?:\\\\)*\|/g)?.length);
      expect(new Set(cells).size, block).toBe(1);
    }
  });

  test('in HTML no element, no attribute and no style is the plan’s', () => {
    const evil = page('zh-CN', [attacked()]);
    const tags = (from: string) => [...new Set([...from.matchAll(/<([a-z0-9]+)/g)].map(([, tag]) => tag))].sort();
    const style = (from: string) => /<style>([\s\S]*?)<\/style>/.exec(from)?.[1];
    expect(tags(evil).filter((tag) => !tags(page()).includes(tag))).toEqual([]);
    const markup = [...evil.matchAll(/<[a-z][^>]*>/g)].map(([tag]) => tag).join('');
    expect(markup).not.toMatch(/<(?:script|img|a|link)\b| style=| on\w+=/);
    expect(evil).not.toMatch(/[\u001b\u202e\u2028]/);
    expect(evil).not.toContain(EVIL);
    expect(style(page('zh-CN', [report(verdicts, { path: EVIL })]))).not.toMatch(/window|script/);
    expect(evil).toContain('default-src &#39;none&#39;');
  });

  test('redacted, nothing of the plan is left but opaque names', () => {
    const told = redact(input([report()])).input;
    for (const shown of [renderSheet(told, { locale: 'zh-CN' }), renderSheetHtml(told, { locale: 'zh-CN' })]) {
      expect(shown).not.toMatch(/青城|女卫生间|150102|设计单位）|ababab|夜间/);
      expect(shown).toContain('前提和编制人声明已隐去。');
      expect(shown).toContain('plan-1');
    }
  });
});

test('a clause of several duties that do not apply names the reason of each', () => {
  const run = runOf(
    lint(readFileSync('fixtures/rules/project/requirement/na-stated-none.yaml', 'utf8'), {
      pack: loadPack('nm-2017'),
      today: '2026-03-01',
    }),
  );
  const row = renderSheet(run, { locale: 'zh-CN' })
    .split('\n')
    .find((line) => line.startsWith('| 第十五条 '));
  expect(row).toMatch(/\| 不适用<br>共4项 \|/);
  for (const unit of ['设计', '施工', '监理', '维修'])
    expect(row?.split(`图中载明没有${unit}单位，第十五条对该单位的规定不适用`)).toHaveLength(2);
});

test('a clause that several documents meet tells each, with the reason of what does not apply', () => {
  const run = lintedReports('fixtures/sites/polling-station/plan.yaml').input;
  const row = renderSheet(run, { locale: 'zh-CN' })
    .split('\n')
    .find((line) => line.startsWith('| 第十五条'));
  expect(row).toMatch(/图中载明设计单位.*<br>图中载明施工单位.*<br>图中载明维修单位.*<br>不适用：图中载明没有监理单位/);
});

test('what the author must state is named as an office names it, and its document once', () => {
  const run = runOf(
    lint(readFileSync('fixtures/rules/project/requirement/open-partly.yaml', 'utf8'), {
      pack: loadPack('nm-2017'),
      today: '2026-03-01',
    }),
  );
  const asked = renderSheet(run, { locale: 'zh-CN' }).match(/^- \*\*请补充\*\*：.*$/gm);
  expect(asked).toContain('- **请补充**：**请在项目资料中载明报警联网的证明文件。**');
  for (const one of asked ?? []) expect(one).not.toMatch(/及其文件|在 project/);
});

test('what a verdict is about is named as it is called, never by an id of the tool alone', () => {
  const run = runOf(
    lint(readFileSync('fixtures/sites/ktv/violations.yaml', 'utf8'), {
      pack: loadPack('cn-entertainment'),
      today: '2026-03-01',
    }),
  );
  const shown = renderSheet(run, { locale: 'zh-CN' });
  expect(shown).toMatch(/^\| “黄河厅” \| 图纸文件第32行 \|/m);
  expect(shown).not.toMatch(/^\| [a-z0-9-]+\/[a-z-]+ \|/m);
});

test('the table of the day never says that nothing was found of a plan whose findings are set aside', () => {
  const meaning = (list: readonly LintVerdict[]) => {
    const rows = text('en', [report(list), report(list)]).split('\n');
    return rows.find((row) => row.startsWith('| 1 | '))?.match(/\| (0: [^|]*) \|$/)?.[1];
  };
  const of = (...outcomes: string[]) =>
    verdicts.filter(({ outcome, tainted }) => outcomes.includes(outcome) && !tainted);
  const law = of('pass', 'fail').filter(({ class: of }) => of === 'law');
  const aside = 'findings that a baseline, a configuration or a waiver keeps from counting';
  expect(meaning(of('pass'))).toBe('0: nothing found within what the plan states');
  expect(meaning(law.map((one) => ({ ...one, since: 'unchanged' })))).toBe(`0: ${aside}`);
  expect(meaning(law.map((one) => ({ ...one, level: 'warning', lowered: true })))).toBe(`0: ${aside}`);
  expect(meaning(law.map((one) => (one.outcome === 'pass' ? one : { ...one, waiver })))).toBe(`0: ${aside}`);
  const judged = [...law, ...of('review')].map((one): LintVerdict => ({ ...one, since: 'unchanged' }));
  expect(meaning(judged)).toBe(`0: for the reviewer to judge; besides, ${aside}`);
  // A hint needs nothing to set it aside.
  expect(meaning([...of('pass'), ...of('fail').filter(({ class: of }) => of !== 'law')])).toMatch(/^0: nothing found/);
});

test('of a plan that is not there the table of the day says so once, without its name over again', () => {
  const path = 'plans/elsewhere/of/a/long/name/plan.yaml';
  const message = planFileText.noSuchFile({ file: path, hint: NO_HINT });
  const gone: LintResult = { ok: false, path, unreadable: [problemOf(message, path)], files: [] };
  const [row = ''] = /^\| \d+ \| plans\/elsewhere.*$/m.exec(text('zh-CN', [gone, report()])) ?? [];
  expect(row.split(path)).toHaveLength(3);
  expect(row).toContain('<br>文件“');
});

test('on paper a line ends before a short id, never one character earlier', () => {
  expect(page()).toContain('设备<wbr><span>“C2”</span>');
});
