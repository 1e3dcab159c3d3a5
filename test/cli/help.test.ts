// Help of every command, in both languages: examples that work, the language's own headings, and a page that is there.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands/registry.gen.js';
import { EXAMPLES } from '../../src/cli/help.js';
import { program } from '../../src/cli/program.js';
import { docsUrl } from '../../src/host/links.js';
import { displayWidth } from '../../src/i18n/width.js';
import { Folder, SMALL_PLAN } from '../support/folder.js';
import { NO_IO, sitecam } from '../support/io.js';

const LOCALES = ['zh-CN', 'en'] as const;
const NAMES = ['', ...Object.keys(COMMANDS)];
const EACH = NAMES.flatMap((name) => LOCALES.map((locale) => [name, locale] as const));

async function help(name: string, locale: string): Promise<string> {
  const words = name === '' ? [] : [name];
  const { code, out, err } = await sitecam([...words, '--help', '--lang', locale], { columns: 80 });
  expect([code, err]).toEqual([0, '']);
  return out;
}

describe('help', () => {
  test.each(EACH)(
    'of sitecam %s in %s: two examples, usage, and at the end a page that is there',
    async (name, locale) => {
      const lines = (await help(name, locale)).trimEnd().split('\n');
      const [examples, usage, page] =
        locale === 'en' ? ['Examples:', 'Usage: ', 'Documentation: '] : ['示例：', '用法：', '文档：'];
      expect(lines[0]).toBe(examples);
      expect(lines.slice(1, 5).map((line) => line.slice(0, 4))).toEqual(['  # ', '  si', '  # ', '  si']);
      expect(lines[6]).toMatch(new RegExp(`^${usage}sitecam ${name}`));
      const last = lines.at(-1) ?? '';
      expect(last.startsWith(page)).toBe(true);
      const [file = '', anchor] = last.slice(page.length).replace(`${docsUrl()}/`, '').split('#');
      expect(existsSync(file), file).toBe(true);
      expect(anchor ?? '').toBe(name);
      if (anchor !== undefined) expect(readFileSync(file, 'utf8')).toContain(`\n## ${anchor}\n`);
    },
  );

  test.each(NAMES)('of sitecam %s in Chinese has no heading in English, and no line that is too long', async (name) => {
    const text = await help(name, 'zh-CN');
    expect(text).not.toMatch(/^\w+:|\[options\]|\[command\]|\(default|\(choices/m);
    expect(text.split('\n').filter((line) => displayWidth(line) > 80)).toEqual([]);
  });

  test.each(NAMES)('of sitecam %s in English has no Chinese, but of names that are so', async (name) => {
    const text = await help(name, 'en');
    expect(text.match(/[，。：；（）]/g)).toBeNull();
  });

  test.each(Object.keys(COMMANDS))('of sitecam %s is what its page says', async (name) => {
    for (const locale of LOCALES) {
      const page = readFileSync(`docs/${locale}/commands.md`, 'utf8');
      const [section] = page.slice(page.indexOf(`\n## ${name}\n`) + 1).split('\n## ');
      const text = await help(name, locale);
      const flags = [...text.matchAll(/^ {2}((?:-\w, )?--[a-z-]+)/gm)].map(([, flag]) => flag);
      expect(flags).toContain('-h, --help');
      for (const flag of flags.filter((one) => !/--(?:help|lang)$/.test(one))) expect(section).toContain(`| \`${flag}`);
      for (const [line] of EXAMPLES[name as keyof typeof COMMANDS]) expect(section).toContain(`\n${line}\n`);
    }
  });
});

/** Words of an example as a shell would give them. */
const wordsOf = (line: string) => line.replaceAll("'", '').split(' ').slice(1);
const LINES = Object.entries(EXAMPLES).flatMap(([command, examples]) =>
  examples.map(([line]) => [line, command] as const),
);

describe('an example', () => {
  test.each(LINES)('%s can be parsed', async (line, command) => {
    const root = program({ ...NO_IO, err: (text) => expect.fail(text) }, 'en', () => {});
    let ran = '';
    for (const one of root.commands) {
      one.action(() => {
        ran = one.name();
      });
    }
    await root.parseAsync(wordsOf(line), { from: 'user' });
    expect(ran).toBe(command === 'sitecam' ? wordsOf(line)[0] : command);
    expect(line).not.toMatch(/--(?:lang|help)/);
  });

  /** What takes long, doesn't end, or needs a repository with a remote. */
  const APART = /^sitecam (?:dev|lsp|pack check|diff --since)/;

  test('of every command runs, in the order of help, on what stands there', async () => {
    const folder = new Folder({
      'old.yaml': SMALL_PLAN,
      'new.yaml': SMALL_PLAN.replace('12', '11'),
      'plans/a.yaml': SMALL_PLAN,
      'plans/b.yaml': SMALL_PLAN,
      '1F.dxf': readFileSync('fixtures/import/dxf/annex.dxf'),
      'our-rules.yaml': readFileSync('fixtures/packs/demo.yaml'),
    });
    for (const shard of [1, 2]) {
      await folder.run(['lint', 'plans', '--shard', `${shard}/2`, '-f', `record=${shard}.record`]);
    }
    const failed: unknown[] = [];
    for (const [line, command] of LINES.filter(([line]) => !APART.test(line))) {
      if (command === 'init' && !line.includes(' -o ')) rmSync(folder.at('plan.sitecam.yaml'), { force: true });
      if (command === 'verify') {
        const plan = line.includes('plans') ? 'plans' : 'plan.sitecam.yaml';
        await folder.run(['lint', plan, '-f', 'json=report.json', '--today', '2026-11-29']);
      }
      const { code, err } = await folder.run(wordsOf(line));
      if (code !== 0 && code !== 1) failed.push([line, code, err]);
    }
    expect(failed).toEqual([]);
  });
});
