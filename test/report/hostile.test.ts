import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { FormatName } from '../../src/cli/output/formats.js';
import { REPORT_FORMATS } from '../../src/report/formats.gen.js';
import { hasCmark, nodesOf, parsed, textOf } from '../support/cmark.js';
import { sitecam } from '../support/io.js';

const HOSTILE = readFileSync('test/support/hostile.yaml', 'utf8');

/** The file's own name is the author's to choose too. */
const PATH = 'plans/=cmd()|`](javascript:alert(1))<script>#.yaml';

/** Texts in places where the plan is faulty, and where it can't be read. */
const PLANS: Readonly<Record<string, string>> = {
  read: HOSTILE,
  faulty: HOSTILE.replace(
    'kind: store, name: "更',
    'kind: "=cmd()|<script>\\e[31m](javascript:alert(1))\\n::error::x", name: "更',
  )
    .replace('type: "=type()|<script>", at: [5.5', 'type: "::error::|<script>\\u202E\\n::error::x", at: [5.5')
    .replace('id: "@C3"', 'id: "@C3 <script>\\e[31m\\n::error::x"')
    .replace('categories: [hotel]', 'categories: ["=cmd()|<script>\\e[31m](javascript:alert(1))\\n::error::x"]'),
  unreadable: HOSTILE.replace(
    'ceiling: 3',
    '"::error::<script>|`](javascript:alert(1))\\e[31m\\u202E\\n::error::x": 3',
  ),
};

/** No report holds these: they move a cursor, colour, ring, or turn the order of what is read. */
const NEVER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

async function reports(format: FormatName, plan: string, lang: string, ...more: string[]): Promise<string> {
  const given = { [PATH]: PLANS[plan] };
  const ran = await sitecam(['lint', PATH, '-f', format, '--lang', lang, '--limit', 'name=1k', ...more], { given });
  expect(ran.code, ran.err).toBe(plan === 'unreadable' ? 3 : 1);
  return ran.out;
}

const each = Object.keys(PLANS).flatMap((plan) => ['zh-CN', 'en'].map((lang) => [plan, lang] as const));

describe.each(REPORT_FORMATS)('%s', (format) => {
  test.each(each)('the hostile plan, %s, in %s: no control, and no command to a build server', async (plan, lang) => {
    const text = await reports(format, plan, lang, '--verbose');
    expect(text.length).toBeGreaterThan(0);
    expect(NEVER.exec(text.replace(/\r\n/g, '\n'))?.index).toBeUndefined();
    // Commands are what this one is made of.
    if (String(format) === 'github') return;
    expect(/^\s*::/m.exec(text)).toBeNull();
  });
});

describe('the terminal', () => {
  test.each(each)('%s in %s: only colours, and nothing that a build server takes for a command', async (plan, lang) => {
    const text = await reports('terminal', plan, lang, '--color', '--verbose');
    const bare = text.replace(/\u001b\[\d{1,2}m/g, '');
    expect(NEVER.exec(bare)).toBeNull();
    expect(bare).not.toMatch(/^\s*::|##[a-z]*\[/m);
    expect(bare).toBe(await reports('terminal', plan, lang, '--verbose'));
  });

  test('what the author wrote is still there to read', async () => {
    const text = await reports('terminal', 'read', 'zh-CN', '--verbose');
    expect(text).toContain('<script>alert(1)</script><img src=x onerror=alert(1)> | `code` ](javascript:alert(1))');
    expect(text).toContain('62 |           id: "=1+1|C1",');
  });
});

describe.skipIf(!hasCmark).each(['markdown', 'sheet'] as const)(
  'Markdown as cmark-gfm reads it (skipped where it is not installed): %s',
  (format) => {
    test.each(each)('%s in %s: nothing of the plan is markup', async (plan, lang) => {
      const markdown = await reports(format, plan, lang);
      const nodes = nodesOf(parsed(markdown));
      const named = (name: string) => nodes.filter((node) => node.name === name);
      // The run block is one comment at the end, and nothing of the plan is outside it.
      expect(named('html_block').map(textOf)).toEqual([
        expect.stringMatching(/^<!-- sitecam run (?:(?!--)[^<>&])*-->\n$/),
      ]);
      for (const name of ['link', 'image', 'emph', 'strikethrough', 'code_block', 'block_quote']) {
        expect(named(name).map(textOf), name).toEqual([]);
      }
      expect(named('html_inline').filter(({ text }) => text !== '<!-- -->' && text !== '<br>')).toEqual([]);
      expect(named('code').filter(({ text }) => !/^([a-z-]+\/[a-z-]+|[0-9a-f]{64})$/.test(text))).toEqual([]);
      expect(named('heading').filter((node) => /level="1"/.test(node.attributes))).toHaveLength(1);
    });

    test.each(each)('%s in %s: tables are tables, each row with the cells of its head', async (plan, lang) => {
      const markdown = await reports(format, plan, lang);
      const nodes = nodesOf(parsed(markdown));
      const tables = nodes.filter(({ name }) => name === 'table');
      expect(tables).toHaveLength(markdown.match(/^\|(?: --- \|)+$/gm)?.length ?? -1);
      for (const table of tables) {
        const cells = table.children.map((row) => row.children.length);
        expect(new Set(cells).size, textOf(table.children[0])).toBe(1);
      }
      const rows = tables.flatMap((table) => table.children);
      expect(rows).toHaveLength((markdown.match(/^\|/gm)?.length ?? 0) - tables.length);
      // cmark-gfm drops cells that are too many and fills up rows that have too few.
      for (const block of markdown.split('\n\n').filter((one) => one.startsWith('|'))) {
        const bars = block
          .trim()
          .split('\n')
          .map((row) => row.match(/(?<!\\)(?:\\\\)*\|/g)?.length);
        expect(new Set(bars).size, block).toBe(1);
      }
      const loose = nodes.filter(({ name }) => name === 'paragraph').map(textOf);
      expect(loose.filter((text) => text.startsWith('|'))).toEqual([]);
    });

    test('a reader sees the very characters', async () => {
      const text = textOf(parsed(await reports(format, 'read', 'zh-CN')));
      expect(text).toContain(
        '<script>alert(1)</script><img src=x onerror=alert(1)> | `code` ](javascript:alert(1)) ![p]',
      );
      expect(text).toContain('@all #1 !1 %0A $x$ $');
      expect(text).toContain('{{evil}} {0} &lt;b&gt; &#60; \\ ~~s~~ **b** https://e.vil www.e.vil');
    });
  },
);

describe.each(['sarif', 'sarif-github'] as const)('%s', (format) => {
  test.each(each)('%s in %s: messages link only to places of their own, URIs lead nowhere else', async (plan, lang) => {
    const log: unknown = JSON.parse(await reports(format, plan, lang));
    const found: string[] = [];
    const walk = (value: unknown, key: string): void => {
      if (typeof value === 'string') {
        // A link is [text](target), where target is the id of a related place or a URI.
        if (key === 'text' && /(?<!\\)\]\((?!\d+\))/.test(value)) found.push(value);
        if (key === 'uri' && !/^(?:[\w.%/!'()*~-]*|https:\/\/[\w./-]*)$/.test(value)) found.push(value);
      } else if (typeof value === 'object' && value !== null) {
        // What is a property isn't a message: it has no links.
        for (const [name, inner] of Object.entries(value)) if (name !== 'properties') walk(inner, name);
      }
    };
    walk(log, '');
    expect(found).toEqual([]);
  });
});
