// One document with every block, as each writer writes it.
import { describe, expect, test } from 'vitest';
import { verbatim } from '../../src/i18n/locale.js';
import type { Document } from '../../src/render/document.js';
import { writeHtml } from '../../src/render/writers/html.js';
import { writeMarkdown } from '../../src/render/writers/markdown.js';
import { writePlain } from '../../src/render/writers/plain.js';
import { writeTerminal } from '../../src/render/writers/terminal.js';

const hostile = { zh: '女<b>*厕*\u001b[31m\u202e', en: '<b>*toilet*\u001b[31m\u202e' };

const file = { path: 'plan.yaml', text: 'devices:\n  - id: C1\n', sha256: '', format: 'yaml' as const };

const DOCUMENT: Document = {
  title: { zh: '审查报告', en: 'Report' },
  anchor: 'plan-1',
  blocks: [
    { block: 'paragraph', tone: 'conclusion', text: { zh: '有不符合项。', en: 'It fails.' } },
    {
      block: 'section',
      title: { zh: '问题', en: 'Findings' },
      blocks: [
        { block: 'paragraph', text: [{ zh: '区域', en: 'zone ' }, { strong: hostile }, { quiet: verbatim(' a') }] },
        {
          block: 'list',
          items: [
            [{ code: 'capture/x', rule: true }, verbatim(' '), { place: { path: 'p.yaml', line: 3, column: 5 } }],
          ],
        },
        {
          block: 'table',
          caption: { zh: '表', en: 'Table' },
          head: [
            { zh: '编号', en: 'Id' },
            { zh: '数', en: 'No.' },
          ],
          rows: [[hostile, { lines: [verbatim('1'), verbatim('2')], strong: true }]],
          figures: [1],
        },
        {
          block: 'finding',
          number: 1,
          outcome: 'fail',
          tag: { zh: '不符合', en: 'fail' },
          title: { zh: '摄像机', en: 'Camera' },
          subject: verbatim('C1'),
          rule: 'capture/x',
          place: { path: 'plan.yaml', line: 2, column: 9 },
          excerpt: {
            block: 'excerpt',
            file: { ...file },
            tone: 'fail',
            marks: [{ span: { start: { line: 2, column: 9 }, end: { line: 2, column: 11 } } }],
          },
          message: { zh: '能看到更衣室。', en: 'It sees the changing room.' },
          fields: [{ label: { zh: '建议', en: 'Advice' }, lines: [{ zh: '转向。', en: 'Turn it.' }] }],
        },
      ],
    },
    { block: 'section', title: { zh: '空', en: 'Empty' }, blocks: [] },
    {
      block: 'fields',
      look: 'facts',
      rows: [
        [{ label: { zh: '意见', en: 'Opinion' }, lines: [], ticks: [{ zh: '□ 符合', en: '□ complies' }], write: 2 }],
      ],
    },
    {
      block: 'figure',
      caption: { zh: '一层', en: 'Level 1' },
      alt: { zh: '图', en: 'Plan' },
      href: 'a%20b.svg',
      svg: () => '<svg/>',
    },
    { block: 'paragraph', on: 'terminal', text: verbatim('TERMINAL') },
    { block: 'paragraph', on: 'page', text: verbatim('PAGE') },
  ],
};

describe.each(['zh-CN', 'en'] as const)('%s', (locale) => {
  test('a terminal', () => {
    expect(writeTerminal([DOCUMENT], { locale, colour: false, width: 60 })).toMatchSnapshot();
  });
  test('Markdown', () => {
    expect(writeMarkdown([DOCUMENT], { locale })).toMatchSnapshot();
  });
  test.each(['page', 'form'] as const)('HTML as a %s', (look) => {
    const html = writeHtml([DOCUMENT], { locale, look, style: '', sort: 'sample' });
    expect(html.slice(html.indexOf('<body>'))).toMatchSnapshot();
  });
  test('nothing of a plan moves the cursor, is markup or reorders the text', () => {
    for (const text of [
      writePlain([DOCUMENT], { locale }),
      writeMarkdown([DOCUMENT], { locale }),
      writeHtml([DOCUMENT], { locale, look: 'page', style: '', sort: 'x' }),
    ]) {
      expect(text).not.toMatch(/\u001b|\u202e/);
    }
    expect(writeMarkdown([DOCUMENT], { locale })).not.toContain('<b>');
    expect(writeHtml([DOCUMENT], { locale, look: 'page', style: '', sort: 'x' })).not.toContain('<b>');
  });
});

test('wrapping keeps the style of each piece', () => {
  const text = writeTerminal(
    [
      {
        blocks: [
          {
            block: 'paragraph',
            text: [verbatim('aaaa '.repeat(7)), { strong: verbatim('bbbb '.repeat(4)) }, verbatim('c')],
            indent: [2, 4],
          },
        ],
      },
    ],
    { locale: 'en', colour: true, width: 40 },
  );
  expect(text).toBe('  aaaa aaaa aaaa aaaa aaaa aaaa aaaa\n    \u001b[1mbbbb bbbb bbbb bbbb \u001b[22mc\n');
});

test('a budget drops the least grave first, and says so', () => {
  const row = (n: number) => [verbatim(`row ${n} ${'x'.repeat(60)}`)];
  const blocks = (weight: 'settled' | 'fail', name: string) => ({
    block: 'table' as const,
    weight,
    counted: true as const,
    name: { zh: name, en: name },
    head: [verbatim(name)],
    rows: [row(1), row(2), row(3)],
  });
  const documents: Document[] = [
    { title: verbatim('T'), blocks: [blocks('settled', 'passes'), blocks('fail', 'fails')] },
  ];
  const text = writeMarkdown(documents, { locale: 'en', budget: 430 });
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(430);
  expect(text).toContain('row 3');
  expect(text).toContain('**Left out for lack of room: 2 passes. The full report, without --budget, has them.**');
});

test('on a page a table at the start of a section is named by its title, once', () => {
  const table = { block: 'table', head: [verbatim('Id')], rows: [[verbatim('C1')]] } as const;
  const section = { block: 'section', title: verbatim('Devices'), blocks: [table] } as const;
  const html = writeHtml([{ blocks: [section] }], { locale: 'en', look: 'page', style: '', sort: 'x' });
  expect(html).toContain('aria-label="Devices"');
  expect(html).toContain('<caption>Devices</caption>');
  expect(html).not.toContain('<h2>Devices');
});

test('a subject follows the title and heads its part of a page, where a link finds it', () => {
  const about = (n: number): Document => ({
    title: { zh: '报告', en: 'Report' },
    subject: verbatim(`<${n}>`),
    anchor: `plan-${n}`,
    blocks: [{ block: 'paragraph', text: verbatim('text') }],
  });
  const html = (...documents: readonly Document[]) =>
    writeHtml(documents, { locale: 'en', style: '', sort: 'test', look: 'page' });
  expect(html(about(1))).toContain('<title>Report: &lt;1&gt;</title>');
  const both = [about(1), about(2)];
  expect(html(...both)).toContain('<title>Report</title>');
  expect(html(...both)).toContain('<h2 id="plan-2">&lt;2&gt;</h2>\n<p>text</p>');
  expect(writeMarkdown([about(1)], { locale: 'zh-CN' })).toBe('# 报告：&lt;1&gt;\n\ntext\n');
  expect(writeMarkdown(both, { locale: 'en' })).toContain('<a id="plan-2"></a>\n\n# Report: &lt;2&gt;\n');
});

test('Markdown of a rule stays as it is on a page of Markdown, and has no marks elsewhere', () => {
  const text = verbatim('**No** `camera` here:\n- one\n\n| a | b |\n|---|---|\n| 1 | <2> |');
  const documents: Document[] = [{ blocks: [{ block: 'markdown', text }] }];
  expect(writeMarkdown(documents, { locale: 'en' })).toBe(`${text.en}\n`);
  expect(writePlain(documents, { locale: 'en' })).toBe('No camera here:\n  - one\n\n  a  b\n  1  <2>\n');
  const html = writeHtml(documents, { locale: 'en', style: '', sort: 'x', look: 'page' });
  expect(html).toContain('<p><strong>No</strong> camera here:</p>');
  expect(html).toContain('<td>&lt;2&gt;</td>');
});
