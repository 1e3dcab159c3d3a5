import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { numberedFindings } from '../../src/findings/numbering.js';
import { totalSentence } from '../../src/findings/tally.js';
import { templatesOf } from '../../src/i18n/catalogue.js';
import { type Locale, render } from '../../src/i18n/locale.js';
import { renderHtml } from '../../src/report/html/html.js';
import { changing, t } from '../../src/report/html/texts.js';
import { input, pack, report, site, unreadable, verdict, verdicts } from './build.js';
import { attacked } from './html-attacked.js';

const page = (locale: Locale = 'zh-CN', results: Parameters<typeof input>[0] = [report()]) =>
  renderHtml(input(results), { locale });

const WEB = fileURLToPath(new URL('../../src/web/page', import.meta.url));
const SOURCES = readdirSync(WEB)
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => readFileSync(join(WEB, name), 'utf8'));

/** The page's data blocks as its script reads them. */
function block(html: string, id: string): unknown {
  const text = new RegExp(`<script type="application/json" id="${id}">(.*)</script>`).exec(html)?.[1];
  if (text === undefined) expect.fail(`no block '${id}'`);
  return JSON.parse(text);
}

describe('what the page says', () => {
  test('every verdict on a clause, every finding under its number, and what it rests on', () => {
    const html = page();
    expect(html).toContain('逐条判定');
    for (const label of ['第九条第一款', '第九条第二款第（三）项', '第八条第（八）项']) expect(html).toContain(label);
    expect(html).toContain('在图中载明事项范围内：');
    expect(html).toContain('前提与假定');
    expect(html).toContain('例外说明（无豁免效力）');
    expect(html).toContain('夜间不开放');
    const numbered = numberedFindings(report());
    expect(block(html, 'plan-data-0')).toMatchObject({
      findings: numbered.map(({ number, rest }) => ({ n: number, rest: rest.map(() => ({})) })),
    });
  });

  test('a finding has its words of the law, its penalty, its sight line and its advice', () => {
    expect(block(page(), 'plan-data-0')).toMatchObject({
      laws: expect.arrayContaining([
        {
          clauses: expect.arrayContaining([['第九条第二款第（三）项', expect.stringContaining('更衣室')]]),
          penalty: expect.stringContaining('第二十四条'),
        },
      ]),
      findings: expect.arrayContaining([
        expect.objectContaining({ advice: '将该设备移出“女卫生间”。' }),
        expect.objectContaining({ facts: expect.arrayContaining([['视线', expect.stringContaining('→')]]) }),
        expect.objectContaining({ group: 'review', question: expect.stringContaining('是否符合第九条第一款') }),
      ]),
    });
  });

  test('a device has its figures on a card, and what it sees by density', () => {
    const cards = block(page(), 'cards-0') as { id: string; facts: unknown; bands: unknown[] }[];
    expect(cards.map(({ id }) => id)).toContain('C1');
    expect(cards.find(({ id }) => id === 'C1')).toMatchObject({
      facts: expect.arrayContaining([['安装高度', '2.80米']]),
    });
  });

  test('in English no Chinese but what the plan and the law bring', () => {
    expect(page('en')).toContain('<html lang="en">');
    const { words } = block(page('en'), 'data') as { words: Record<string, string> };
    expect(Object.values(words).filter((text) => /[\u3400-\u9fff]/.test(text))).toEqual([]);
  });

  test('whatever the script says is among the words of both languages', () => {
    const used = SOURCES.flatMap((text) => [...text.matchAll(/\bwords\(\s*'([\w-]+)'/g)].map(([, id]) => id));
    expect(used.length).toBeGreaterThan(30);
    expect(used.filter((id) => !(id in t))).toEqual([]);
    for (const { zh, en } of Object.values(templatesOf(t, changing))) {
      expect(zh.match(/\{\w+\}/g)?.sort()).toEqual(en.match(/\{\w+\}/g)?.sort());
    }
  });

  test('a plan that cannot be read shows its faults and no verdict', () => {
    const html = page('zh-CN', [unreadable]);
    expect(html).toContain('图纸无法读取，未作任何判定');
    expect(html).toContain('plans/broken.yaml:2:3');
    expect(html).not.toContain('在图中载明事项范围内');
  });

  test('several plans are all there', () => {
    const html = page('zh-CN', [report(), unreadable, report(verdicts, { site: site({ name: '二号楼' }) })]);
    expect(html.match(/data-plan="2"/g)).toHaveLength(3);
    expect(block(html, 'data')).toMatchObject({ plans: ['青城宾馆', 'plans/broken.yaml', '二号楼'] });
  });

  test('several plans begin with what they come to, as the terminal ends, and with the verdict on each', () => {
    const clean = report([verdict({ ...verdicts[0], outcome: 'pass' })], { path: 'a.yaml' });
    const results = [clean, report(verdicts, { path: 'b.yaml' }), unreadable];
    const html = page('zh-CN', results);
    const first = html.slice(html.indexOf('data-plan=""'), html.indexOf('data-plan="0"'));
    expect(first).toContain(`<p class="lead">${render(totalSentence(results), 'zh-CN')}</p>`);
    expect(first).toContain('合计3份设计图（1份无法读取，未作任何判定）');
    const rows = [...first.matchAll(/<a href="#([\w=]+)"[^>]*>([^<]*)<\/a><\/th><td>([^<]*)<\/td><td>([^<]*)</g)];
    expect(rows.map(([, ...cells]) => cells)).toEqual([
      ['p=1', 'a.yaml', '青城宾馆', '在图中载明事项范围内：未发现不符合。'],
      [
        'p=2',
        'b.yaml',
        '青城宾馆',
        '在图中载明事项范围内：不符合3处（涉及条文4项），待补充1处，须审查判定2处，另有1项因图纸内容有误未判定；其余未发现不符合。',
      ],
      ['p=3', 'plans/broken.yaml', '—', '图纸无法读取，未作任何判定'],
    ]);
    expect(page('en', results)).toContain('3 plans in all (1 can&#39;t be read');
    for (const one of results) expect(page('zh-CN', [one])).not.toMatch(/合计|href="#p=1"/);
  });

  test('plans of one name are told apart by path in the choice of plans', () => {
    const html = page('zh-CN', [report([], { path: 'a.yaml' }), report([], { path: 'b.yaml' }), unreadable]);
    expect(block(html, 'data')).toMatchObject({
      plans: ['青城宾馆（a.yaml）', '青城宾馆（b.yaml）', 'plans/broken.yaml'],
    });
  });
});

describe('what the page may do', () => {
  test('the policy lets its own script and style in and nothing else', () => {
    const html = page();
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1].replaceAll('&#39;', "'") ?? '';
    const hash = (text = '') => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1];
    const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text]) => text);
    expect(scripts).toHaveLength(1);
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${hash(scripts[0])}`,
      `style-src ${hash(style)}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  test('nothing is fetched and no style is written into an element', () => {
    const html = page();
    expect(html.replace(/<script>[\s\S]*?<\/script>/g, '')).not.toMatch(/\s(?:src|style|on\w+)\s*=/);
    const markup = html.replace(/<script[\s\S]*?<\/script>/g, '');
    expect(markup).not.toMatch(/href=|https?:/);
    // The names of the spaces of SVG and MathML are no addresses.
    expect(html.replaceAll(/http:\/\/www\.w3\.org\/[\w/]+/g, '')).not.toMatch(/https?:/);
  });

  test('names that attack are text: no element more than there is without them', () => {
    const tags = (html: string) =>
      html.replace(/(<(?:style|script)[^>]*>)[\s\S]*?(?=<\/(?:style|script)>)/g, '$1').match(/<[a-zA-Z!/][^\s>]*/g);
    const tame = page('zh-CN', [
      report(
        verdicts.map((one) => ({ ...one, related: [] })),
        { site: site(), assumptions: attacked().assumptions },
      ),
    ]);
    const html = page('zh-CN', [attacked()]);
    expect(tags(html)).toEqual(tags(tame));
    expect(html).not.toMatch(/[\u202e\u001b\u2028]/);
    const blocks = [...html.matchAll(/<script type="application\/json" id="([\w-]+)">(.*)<\/script>\n/g)];
    expect(blocks.map(([, id]) => id)).toEqual(['data', 'plan-data-0', 'level-0-0', 'cards-0']);
    for (const [, , json] of blocks) expect(json).not.toMatch(/[<>]/);
  });

  test('the same report gives the same bytes', () => {
    expect(page()).toBe(page('zh-CN', [report(verdicts, { pack })]));
  });
});
