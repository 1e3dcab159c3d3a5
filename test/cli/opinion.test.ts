import { expect, test } from 'vitest';
import { DAY, PLAN } from '../features/verify/support.js';
import { sitecam } from '../support/io.js';

const GIVEN = { 'plan.yaml': PLAN };

async function form(...more: readonly string[]): Promise<string> {
  const { written } = await sitecam(['lint', 'plan.yaml', '-f', 'opinion=form.html', '--today', DAY, ...more], {
    given: GIVEN,
  });
  return written.get('form.html') ?? expect.fail('no form');
}

function verify(report: string, ...more: readonly string[]) {
  return sitecam(['verify', 'form.html', 'plan.yaml', ...more], { given: { ...GIVEN, 'form.html': report } });
}

test.each(['opinion', 'html'])(
  '%s: one file each, named after its plan, and after its folder where two plans have one name',
  async (format) => {
    const given = { 'a/plan.yaml': PLAN, 'b/plan.yaml': PLAN, 'b/annex.yaml': PLAN, 'c/b/annex.yaml': PLAN };
    const args = ['lint', ...Object.keys(given), '-f', `${format}=forms/`, '--today', DAY];
    const { written } = await sitecam(args, { given });
    const names = [...written.keys()].sort();
    expect(names).toHaveLength(4);
    expect(names.filter((name) => /^forms\/(?:a|b)-plan\.html$/.test(name))).toEqual([
      'forms/a-plan.html',
      'forms/b-plan.html',
    ]);
    expect(names.filter((name) => /^forms\/annex-[0-9a-f]{12}\.html$/.test(name))).toHaveLength(2);
    for (const text of written.values()) {
      expect(text.match(/<section class="sheet"|<script type="application\/json" id="plan-data-/g)).toHaveLength(1);
    }
  },
);

test('a page of more plans than a browser opens is written, with the advice to write one for each', async () => {
  const written = async (plans: number, output: string, ...more: readonly string[]) => {
    const names = Array.from({ length: plans }, (_, n) => `${n}.yaml`);
    const given = Object.fromEntries(names.map((name) => [name, 'sitecam: 1\n']));
    return sitecam(['lint', ...names, '-f', output, '--today', DAY, '-q', ...more], { given });
  };
  const large = await written(201, 'html=page.html');
  expect(large.written.has('page.html')).toBe(true);
  expect(large.err).toContain('page.html合有201份图');
  expect(large.err).toContain('-f html=page/ 每份图写一个文件');
  expect((await written(200, 'html=page.html')).err).not.toContain('份图，浏览器');
  expect((await written(201, 'html=page/')).err).not.toContain('份图，浏览器');
  expect((await written(201, 'html=page.html', '--lang', 'en')).err).toContain('-f html=page/ writes a page for each');
});

test('a form that people filled in is still that of its plan; verify says what it left out', async () => {
  const filled = (await form())
    .replace('spellcheck="false">□', 'spellcheck="false">☑')
    .replace('spellcheck="false"></span>', 'spellcheck="false">赛公技防2026-7号</span>');
  const { code, out } = await verify(filled);
  expect(code).toBe(0);
  expect(out).toContain('表中供填写的各栏');
  expect((await verify(filled, '--lang', 'en')).out).toContain('was not compared');
});

test.each([
  ['a row', (text: string) => text.replace('移出。', '保留。')],
  ['markup where people write', (text: string) => text.replace('"false">□', '"false"><b>□</b>')],
  ['a row that is gone', (text: string) => text.replace(/<tr><td><div>1<\/div>.*?<\/tr>/, '')],
  ['a mark in the figure', (text: string) => text.replace(/<g data-mark="1">.*?<\/g>/, '')],
])('a form differs in %s', async (_, change) => {
  const text = await form();
  const changed = change(text);
  expect(changed).not.toBe(text);
  expect((await verify(changed)).code).toBe(1);
});

test('a form without its run block is known as a form', async () => {
  const cut = (await form()).replace(/\n<!-- sitecam run .*-->\n/, '');
  const { out } = await verify(cut, '-f', 'json', '--today', DAY);
  expect((JSON.parse(out) as { report: { format: string } }).report.format).toBe('opinion');
});
