import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { hasCmark, nodesOf, parsed, textOf } from '../support/cmark.js';
import { sitecam } from '../support/io.js';

const HOTEL = 'fixtures/sites/qingcheng-hotel/violations.yaml';
const HOSTILE = 'plans/a b) ](x)/=cmd()|`<script>#.yaml';
const given = { [HOSTILE]: readFileSync('test/support/hostile.yaml', 'utf8') };

/** The pictures of a report, as paths from the current folder. */
function pictures(report: string, markdown: string): string[] {
  return [...markdown.matchAll(/^!\[.*\]\(([^()\s]+)\)$/gm)].map(([, href]) =>
    posix.join(posix.dirname(report), decodeURIComponent(href)),
  );
}

describe('lint --assets', () => {
  test('draws every level, and the report shows each by a path from where it lies', async () => {
    const report = 'out/报 告/report.md';
    const argv = ['lint', HOTEL, '-f', `markdown=${report}`, '--assets', 'out/图 纸(1)'];
    const { written } = await sitecam(argv);
    const markdown = written.get(report) ?? '';
    const files = ['F1', 'F2', 'F3'].map((level) => `out/图 纸(1)/violations-${level}.svg`);
    expect([...written.keys()].sort()).toEqual([...files, report].sort());
    expect(pictures(report, markdown)).toEqual(files);
    expect(markdown).toContain('](../%E5%9B%BE%20%E7%BA%B8%281%29/violations-F1.svg)');
    expect(markdown).toContain('### 一层（F1）');
    const shown = [...markdown.matchAll(/^本图所示问题：(.*)。$/gm)].map(([, numbers]) => numbers.split('、'));
    expect(shown).toHaveLength(3);
    for (const [n, numbers] of shown.entries()) {
      const drawing = written.get(files[n]) ?? '';
      for (const number of numbers) {
        expect(markdown).toMatch(new RegExp(`^### ${number}\\. `, 'm'));
        expect(drawing, `${number} on ${files[n]}`).toMatch(new RegExp(`>${number}</text>`));
      }
    }
    for (const file of files) expect(XMLValidator.validate(written.get(file) ?? '')).toBe(true);
  });

  test('plans of one name and levels of one name in files do not take each other’s place', async () => {
    const twice = { 'a/plan.yaml': given[HOSTILE], 'b/plan.yaml': given[HOSTILE] };
    const argv = ['lint', 'a/plan.yaml', 'b/plan.yaml', '-f', 'markdown=r.md', '--assets', 'x', '--limit', 'name=1k'];
    const { written } = await sitecam(argv, { given: twice });
    const files = [...written.keys()].filter((name) => name.endsWith('.svg'));
    expect(files).toHaveLength(2);
    expect(pictures('r.md', written.get('r.md') ?? '').sort()).toEqual(files.sort());
  });

  test.skipIf(!hasCmark)(
    'of a hostile plan nothing becomes a picture but its drawings (skipped without cmark-gfm)',
    async () => {
      const argv = ['lint', HOSTILE, '-f', 'markdown=r.md', '--assets', 'x', '--limit', 'name=1k'];
      const { written } = await sitecam(argv, { given });
      const nodes = nodesOf(parsed(written.get('r.md') ?? ''));
      const images = nodes.filter(({ name }) => name === 'image');
      expect(images.map(({ attributes }) => /destination="([^"]*)"/.exec(attributes)?.[1])).toEqual([
        'x/_cmd_____script__-F1___javascript_alert_1__.svg',
      ]);
      expect(textOf(images[0])).toContain('（F1|](javascript:alert(1))）');
      expect(nodes.filter(({ name }) => name === 'link')).toEqual([]);
      expect([...written.keys()].every((name) => /^(r\.md|x\/[\p{L}\p{N}._-]+)$/u.test(name))).toBe(true);
    },
  );

  test('a plan and a report are never drawn over', async () => {
    const plan = { 'x/plan-F1.svg': 'sitecam: 1\nsite: {nam: x}\n', 'p/plan.yaml': readFileSync(HOTEL, 'utf8') };
    const argv = ['lint', 'p/plan.yaml', '-f', 'markdown=x/plan-F2.svg', '--assets', 'x'];
    const ran = await sitecam(argv, { given: plan });
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('图不能写入“x/plan-F2.svg”');
    expect(ran.written.has('x/plan-F2.svg')).toBe(false);
  });

  test('is for Markdown alone, and a budget leaves drawings out after the tables', async () => {
    expect((await sitecam(['lint', HOTEL, '--assets', 'x'])).err).toContain('--assets 只用于 markdown、sarif 格式');
    const argv = ['lint', HOTEL, '-f', 'markdown', '--assets', 'x', '--budget'];
    const small = await sitecam([...argv, '5000']);
    expect(small.out).toContain('设备表；覆盖表；各层平面图；');
  });
});
