import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { totalSentence } from '../../src/findings/tally.js';
import { type Locale, render } from '../../src/i18n/locale.js';
import { loadPack } from '../../src/law/load.js';
import { markdownText } from '../../src/render/escape.js';
import { renderMarkdown } from '../../src/report/markdown/markdown.js';
import { at, bases, file, input, pack, report, site, unreadable, verdict, verdicts } from './build.js';

const text = (locale: Locale = 'zh-CN', results: Parameters<typeof input>[0] = [report()]) =>
  renderMarkdown(input(results), { locale });

/** What a reader could be attacked with: markup, links, mentions, emoji, math, table cells, terminal sequences. */
const EVIL =
  '<script>a</script> [x](http://e.vil) ![i](u) https://e.vil www.e.vil a@b.cc @all #12 :smile: $x$ `c` *b* _u_ ~~s~~ | # h\n\n- l\n&lt; <!-- \u001b[31m\u202e \\';

const attacked = () => {
  const [first] = verdicts;
  const params = { device: EVIL, zone: EVIL, citation: EVIL };
  const waiver = { ...verdicts[8].waiver, reason: EVIL, by: EVIL, until: EVIL, document: EVIL };
  return report(
    [
      { ...first, subject: `C1>${EVIL}`, message: { id: 'inside', params }, advice: { id: 'move', params } },
      { ...first, outcome: 'review', message: { id: 'inside', params }, subject: EVIL },
      { ...verdicts[8], waiver: { rule: '', subject: '', place: at('/waivers/0'), ...waiver } },
    ],
    {
      site: site({
        name: EVIL,
        categories: [{ id: EVIL, place: at('') }],
        levels: site().levels.map((level) => ({
          ...level,
          devices: level.devices.map((device) => ({ ...device, name: EVIL, type: EVIL, zones: [EVIL] })),
          zones: level.zones.map((zone) => ({ ...zone, name: EVIL })),
        })),
      }),
      assumptions: [{ what: { zh: EVIL, en: EVIL }, value: { zh: EVIL, en: EVIL }, origin: 'author' }],
    },
  );
};

/** The parser is the one GitHub's behaviour is documented by. */
const html = (markdown: string): string =>
  micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
  });

test('a view is a verdict on the clause it breaks, not on the item that only says why the place is private', () => {
  const clauses = ['nm-2017/9.1', 'nm-2017/9.2(3)'];
  const view = { ...verdicts[0], bases: bases('fail', clauses, ['nm-2017/9.1'], [], ['nm-2017/9.2(3)']) };
  const rows = text('zh-CN', [report([view])])
    .split('\n')
    .filter((line) => line.startsWith('| 第九条'));
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatch(/^\| 第九条第一款.*\| \*\*不符合\*\* \|/);
});

describe('the order of a reviewer', () => {
  test('verdict, clauses, findings, questions, waivers, coverage, devices, what passed, assumptions', () => {
    expect([...text().matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual([
      '逐条结论',
      '不符合、待补充与提示',
      '须由审查人判定的问题',
      '例外说明（无豁免效力）',
      '覆盖表',
      '设备表',
      '未发现不符合与不适用',
      '前提与假定',
    ]);
    expect(text().split('\n')[2]).toBe(
      '**在图中载明事项范围内：不符合3处（涉及条文4项），待补充1处，须审查判定2处，另有1项因图纸内容有误未判定；其余未发现不符合。**',
    );
  });

  test('findings come worst first: fails, open ones, warnings', () => {
    const headings = [...text().matchAll(/^- \*\*结论\*\*：(.*)$/gm)].map(([, outcome]) => outcome);
    expect(headings).toEqual(['不符合', '不符合', '不符合', '待补充（无法判定）', '提示']);
  });

  test('a finding has clause, words, penalty, place, evidence and what to change', () => {
    const from = text().indexOf('### 1. ');
    const first = text().slice(from, text().indexOf('### 2. '));
    expect(first).toContain('**条款**：第九条第二款第（三）项：“下列涉及个人隐私的场所和区域禁止安装');
    expect(first).toContain('哺乳室、公共浴室、更衣室、化妆间、卫生间”');
    expect(first).toContain('可能适用第二十四条；是否处罚及幅度由公安机关依法决定。');
    expect(first).toContain('责令改正，并处1万元以上3万元以下罚款');
    expect(text()).toContain('第二十三条：责令限期改正；逾期不改正的，对单位处5000元以上1万元以下罚款');
    expect(first).toContain('**图中位置**：plans/青城 宾馆/plan.yaml，第16行第14列');
    expect(first).toContain('**应当修改**：将该设备移出“女卫生间”。');
  });

  test('what a person must judge is a question with room for the answer', () => {
    expect(text()).toContain('### 5. C2&gt;r102“102”是否符合第九条第一款？（同类共2处）');
    expect(text()).toContain('□ 符合　□ 不符合');
    expect(text()).toContain('| C2&gt;r101“101” |');
  });

  test('a part of the plan that is faulty says what it hides, unless that would read as a pass', () => {
    expect(text()).toContain('改正前无法判定。如图中该处无误：须审查判定1。 |');
    const [open] = verdicts.filter(({ tainted }) => tainted !== undefined);
    const hidden = {
      outcome: 'pass',
      message: { id: 'closed', params: { device: 'C1', zone: '101' } },
      by: [],
    } as const;
    expect(text('zh-CN', [report([{ ...open, tainted: hidden }])])).not.toContain('如图中该处无误');
  });

  test('what passed by two laws is one row, and counts for each of their clauses', () => {
    const [pass] = verdicts.filter(({ outcome }) => outcome === 'pass');
    const both = { ...pass, bases: bases('pass', ['cn-799-2025/8.1(1)', 'nm-2017/9.2(1)']) };
    const shown = text('zh-CN', [report([both], { pack: loadPack('nm-2017+cn-799-2025') })]);
    expect(shown.match(/^\| r101“101” \|/gm)).toHaveLength(1);
    expect(shown).toMatch(/^\| 第九条第二款第（一）项：.*\| \*\*未发现不符合\*\* \| 未发现不符合1 \|/m);
    expect(shown).toMatch(/^\| 国务院令第799号第八条第一款第（一）项：.*\| 未发现不符合1 \|/m);
  });

  test('a clause has one row, and a whole none beside its parts', () => {
    const [first] = verdicts;
    const shown = text('zh-CN', [
      report([
        { ...first, bases: bases('fail', ['nm-2017/9.2(3)', 'nm-2017/9.2'], ['nm-2017/9.2(3)']) },
        ...verdicts.slice(1),
      ]),
    ]);
    const table = shown.slice(shown.indexOf('## 逐条结论'), shown.indexOf('## 不符合'));
    expect(table.match(/^\| 第九条第二款第（三）项：/gm)).toHaveLength(1);
    expect(table).not.toContain('| 第九条第二款：');
    expect(table).toContain('| **不符合** | 不符合1，待补充1，未发现不符合1 |');
  });

  test('every verdict is in it', () => {
    for (const { subject } of verdicts) expect(text()).toContain(markdownText(subject));
  });

  test('the assumptions say whose they are, and the errata of the text', () => {
    expect(text()).toContain('| “附近”的距离 | 3米 | 本工具设定（非法定） |');
    expect(text()).toMatch(/- 第二十四条：.*l万元/);
    expect(text('en')).toContain('| Near radius | 3 m | sitecam (not the law) |');
  });

  test('an unreadable plan has no verdict but its faults', () => {
    const only = text('zh-CN', [unreadable]);
    expect(only).toContain('图纸无法读取，未作任何判定');
    expect(only).toContain('| plans/broken.yaml，第2行第14列 |');
    expect(only).not.toContain('在图中载明事项范围内');
  });
});

describe('a budget of bytes', () => {
  const bytes = (markdown: string) => new TextEncoder().encode(markdown).length;
  const many = report([
    ...verdicts,
    ...Array.from({ length: 500 }, (_, n) =>
      verdict({ ...verdicts[1], subject: `r${n}`, message: { id: 'none', params: { zone: `r${n}`, n: '2' } } }),
    ),
  ]);

  /** The smallest budget, in steps of 250 bytes, that keeps all that the findings rest on. */
  const wide = () => {
    for (let budget = 4000; ; budget += 250) {
      const cut = renderMarkdown(input([many]), { locale: 'zh-CN', budget });
      if (!/^\*\*因篇幅限制未列出：.*(?:逐条结论|前提与假定)/m.test(cut)) return budget;
    }
  };

  test('the least important sections go first, and the report says which', () => {
    const cut = renderMarkdown(input([many]), { locale: 'zh-CN', budget: 16_000 });
    expect(bytes(cut)).toBeLessThanOrEqual(16_000);
    expect(cut).not.toContain('## 未发现不符合与不适用');
    expect(cut).toContain('**因篇幅限制未列出：未发现不符合与不适用。见不加 --budget 的完整报告。**');
  });

  test('then whole findings, the least grave first, counted', () => {
    const budget = wide() + 3_750;
    const cut = renderMarkdown(input([many]), { locale: 'zh-CN', budget });
    expect(bytes(cut)).toBeLessThanOrEqual(budget);
    expect(cut).toContain('；提示1项；须审查判定2项；待补充1项；不符合1项。见不加 --budget 的完整报告。**');
    expect([...cut.matchAll(/^### (\d+)\. .*$/gm)].map(([, number]) => number)).toEqual(['1', '2']);
    expect(cut).not.toContain('## 须由审查人判定的问题');
    expect(html(cut)).not.toMatch(/<p>\|/);
  });

  test('of findings that are read as one the last go first, and the table stays a table', () => {
    const views = Array.from({ length: 1200 }, (_, n) =>
      verdict({ ...verdicts[2], outcome: 'review', subject: `C2>r${1000 + n}` }),
    );
    const cut = renderMarkdown(input([report(views)]), { locale: 'zh-CN', budget: 20_000 });
    const shown = cut.match(/^\| C2&gt;r\d{4} /gm)?.length ?? 0;
    expect(bytes(cut)).toBeLessThanOrEqual(20_000);
    expect(bytes(cut)).toBeGreaterThan(19_700);
    expect(shown).toBeGreaterThan(10);
    expect(cut).toContain(`须审查判定${1199 - shown}项。见不加 --budget 的完整报告。**`);
    expect(cut).toContain('（同类共1200处）');
    expect(html(cut)).not.toMatch(/<p>\|/);
  });

  test('whatever it is, it is kept, and nearly used up', () => {
    const all = bytes(renderMarkdown(input([many]), { locale: 'zh-CN' }));
    for (let budget = 2_500; budget < all; budget += 997) {
      expect(bytes(renderMarkdown(input([many]), { locale: 'zh-CN', budget }))).toBeLessThanOrEqual(budget);
    }
  });

  test('the clauses and the assumptions outlive all findings', () => {
    const cut = renderMarkdown(input([many]), { locale: 'zh-CN', budget: wide() });
    expect([...cut.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual(['逐条结论', '前提与假定']);
    expect(cut).toContain('提示1项；须审查判定2项；待补充1项；不符合3项。见不加 --budget 的完整报告。**');
  });

  test('last there is the verdict with the counts, and what was left out', () => {
    const cut = renderMarkdown(input([many]), { locale: 'zh-CN', budget: 10 });
    expect(cut).not.toMatch(/^#{2,} /m);
    expect(cut).toContain(
      '**在图中载明事项范围内：不符合3处（涉及条文4项），待补充1处，须审查判定2处，另有1项因图纸内容有误未判定；其余未发现不符合。**',
    );
    expect(cut).toMatch(/因篇幅限制未列出：.*不符合3项；审查依据和图纸文件；逐条结论；前提与假定。见/);
    expect(bytes(cut)).toBeLessThan(3_000);
  });

  test('of a plan that can’t be read it keeps that it can’t', () => {
    const faulty = { ...unreadable, unreadable: Array.from({ length: 200 }, () => unreadable.unreadable[0]) };
    const cut = renderMarkdown(input([faulty]), { locale: 'zh-CN', budget: 4_096 });
    expect(bytes(cut)).toBeLessThanOrEqual(4_096);
    expect(cut).toMatch(/图纸无法读取（未作任何判定）的错误\d+项。/);
  });
});

describe('several plans', () => {
  const clean = report([verdict({ ...verdicts[0], outcome: 'pass' })], { path: 'plans/a.yaml' });
  const failing = report(verdicts, { path: 'plans/b.yaml' });
  const rowsUnder = (markdown: string, heading: string) =>
    markdown
      .split(`${heading}\n\n`)[1]
      .split('\n\n')[0]
      .split('\n')
      .slice(2)
      .filter((row) => row !== '');

  test('begin with what they come to, then those that fail, with numbers and the worst rule, or the reason', () => {
    const all = text('zh-CN', [clean, failing, unreadable]);
    const total = `**${render(totalSentence([clean, failing, unreadable]), 'zh-CN')}**`;
    expect(all.split('\n\n')[1]).toBe(total);
    expect(total).toContain('合计3份设计图（1份无法读取，未作任何判定）');
    expect(rowsUnder(all, '## 未通过的设计图（2）')).toEqual([
      '| [plans/broken.yaml](#plan-3) | — | — | — | 无法读取（plan/zone-unknown） |'.replace(
        'plan/zone-unknown',
        unreadable.unreadable[0].code,
      ),
      '| [plans/b.yaml](#plan-2) | 青城宾馆 | 3 | 1 | capture/device-in-private-zone |',
    ]);
    expect(text('en', [clean, unreadable]).split('\n\n')[1]).toMatch(/^\*\*2 plans in all \(1 can't be read/);
  });

  test('a clean one is a line at the end, and one with hints or reviews is told apart from those that fail', () => {
    const hinted = report(
      verdicts.filter(({ outcome }) => outcome === 'review' || outcome === 'pass'),
      { path: 'plans/c.yaml' },
    );
    const all = text('zh-CN', [clean, failing, hinted]);
    expect(rowsUnder(all, '# 未发现问题的设计图（1）')).toEqual([
      '| plans/a.yaml | 青城宾馆 | 在图中载明事项范围内：未发现不符合。 |',
    ]);
    expect(all.trimEnd().endsWith('| plans/a.yaml | 青城宾馆 | 在图中载明事项范围内：未发现不符合。 |')).toBe(true);
    expect(rowsUnder(all, '## 另有须审查判定、提示等事项的设计图（1）')[0]).toMatch(
      /^\| \[plans\/c\.yaml\]\(#plan-3\) /,
    );
    expect(all.match(/^# 技防设计图审查报告：/gm)).toHaveLength(2);
    expect(all.indexOf('id="plan-2"')).toBeLessThan(all.indexOf('id="plan-3"'));
  });

  test('each link leads to the head of its plan', () => {
    const heads = html(text('zh-CN', [failing, unreadable])).matchAll(/<a id="([^"]+)"><\/a><\/p>\s*<h1>([^<]*)</g);
    expect([...heads].map(([, id, title]) => [id, title])).toEqual([
      ['plan-2', '技防设计图审查报告：plans/broken.yaml'],
      ['plan-1', '技防设计图审查报告：“青城宾馆”'],
    ]);
  });

  test('of one plan nothing but its own report is there', () => {
    for (const one of [failing, unreadable]) expect(text('zh-CN', [one])).not.toMatch(/合计|plan-1/);
  });

  test('a path that attacks ends no link and no cell', () => {
    const path = 'a](javascript:hit) | <img src=x> [b';
    const found = html(text('en', [report(verdicts, { path }), failing, report([], { path: `${path}2` })]));
    expect([...found.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual(['#plan-1', '#plan-2']);
    expect(found).not.toContain('<img');
  });
});

describe('what a plan says stays text', () => {
  test('no terminal sequence, no bidirectional control', () => {
    expect(text('zh-CN', [attacked()])).not.toMatch(/[\u001b\u202e]/);
  });

  test('every row of a table has as many cells as its head', () => {
    for (const block of text('zh-CN', [attacked()])
      .split('\n\n')
      .filter((one) => one.startsWith('| '))) {
      const cells = block.split('\n').map((row) => row.match(/(?<!\\)(?:\\\\)*\|/g)?.length);
      expect(new Set(cells).size).toBe(1);
    }
  });

  test('a step of the escape is one for one', () => {
    expect(markdownText('a|b`c`<d>')).toBe('a\\|b\\`c\\`&lt;d&gt;');
    expect(markdownText('https://e.vil @all #1')).toBe('https:<!-- -->//e.vil @<!-- -->all #<!-- -->1');
  });

  test('a renderer finds no element that isn’t the report’s', () => {
    const clean = html(text('zh-CN', [report()]));
    const found = html(text('zh-CN', [attacked()]));
    const tags = (from: string) => [...new Set([...from.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag))].sort();
    expect(tags(found).filter((tag) => !tags(clean).includes(tag))).toEqual([]);
    expect(found).not.toMatch(/<(?:a|img|script|em|del|input)\b/);
    const words = found.replace(/<!-- -->/g, '');
    expect(words).toContain(
      '&lt;script&gt;a&lt;/script&gt; [x](http://e.vil) ![i](u) https://e.vil www.e.vil a@b.cc @all #12 :smile: $x$ `c` *b* _u_ ~~s~~ | # h - l &amp;lt; &lt;!--',
    );
  });

  test('tables are tables', () => {
    const found = html(text('zh-CN', [report()]));
    expect(found.match(/<table>/g)).toHaveLength(8);
    expect(found).not.toMatch(/<p>\|/);
    expect(found).toContain(pack.instruments[0].name.zh);
    expect(found).toContain(file.sha256);
  });
});
