import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { program } from '../src/cli/program.js';
import { loadConfiguration } from '../src/config/load.js';
import { parseWaivers } from '../src/config/waivers.js';
import { lintPlan, loadPack } from '../src/index.js';
import { NO_IO, sitecam } from './support/io.js';

const README = readFileSync('README.md', 'utf8');
const HOTEL = 'fixtures/sites/qingcheng-hotel';

/** What stands between `<!-- generated: NAME -->` and `<!-- end -->`; `npx vitest run test/readme.test.ts -u` writes it anew. */
async function generated(): Promise<Record<string, string>> {
  const pass = await sitecam(['lint', `${HOTEL}/plan.yaml`]);
  const wrong = await sitecam(['lint', `${HOTEL}/violations.yaml`]);
  const findings = wrong.out.split(/\n(?=fixtures\/)/);
  const summary = wrong.out.slice(wrong.out.lastIndexOf('\n\n') + 1);
  const inside = findings.find((finding) => finding.includes('capture/device-in-private-zone')) ?? '';
  return {
    import: await importOf('fixtures/import/dxf/guest-house.dxf'),
    hotel: fenced(pass.out),
    'hotel-wrong': fenced(`${findings[0]}\n…\n\n${inside.trimEnd()}\n\n…\n${summary}`),
    rules: (await sitecam(['rules', '--format', 'markdown'])).out.trimEnd(),
    options: optionTables(),
  };
}

/** What an import says, and the first of what inspecting its plan shows. */
async function importOf(source: string): Promise<string> {
  const made = await sitecam(['import', source, '-o', 'inn.yaml', '--category', '旅店']);
  const looked = await sitecam(['inspect', 'inn.yaml'], { given: Object.fromEntries(made.written) });
  return fenced(`${made.err.trimEnd()}\n\n${looked.out.slice(0, looked.out.indexOf('\n\n通行'))}\n…`);
}

function fenced(text: string): string {
  return `\`\`\`text\n${text.trim()}\n\`\`\``;
}

/** Every option of every command, as help says it in both languages. */
function optionTables(): string {
  const [zh, en] = (['zh-CN', 'en'] as const).map((locale) =>
    program(NO_IO, locale, () => {}).commands.filter((command) => command.description() !== ''),
  );
  return zh
    .map((command, n) => {
      const said = en[n].options.map(({ description }) => description);
      const rows = command.options.flatMap(({ flags, description, long, hidden }, at) =>
        hidden || long === '--lang' || long === '--help'
          ? []
          : [`| \`${flags.replaceAll('|', '\\|')}\` | ${cell(description)} | ${cell(said[at])} |`],
      );
      const head = `\`sitecam ${command.name()}\` — ${command.summary()} / ${en[n].summary()}`;
      return [head, ...(rows.length === 0 ? [] : ['', '| | | |', '| --- | --- | --- |', ...rows])].join('\n');
    })
    .join('\n\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
}

describe('the README', () => {
  it('shows what the reader will see', async () => {
    const blocks = await generated();
    const anew = README.replace(
      /(<!-- generated: ([a-z-]+) -->\n)[\s\S]*?(<!-- end -->)/g,
      (_, start: string, name: string, end: string) => `${start}${blocks[name]}\n${end}`,
    );
    expect(Object.keys(blocks).every((name) => README.includes(`<!-- generated: ${name} -->`))).toBe(true);
    await expect(anew).toMatchFileSnapshot('../README.md');
  });

  it('has a small plan that lints, and the mistake in it is found', () => {
    const plan = /```yaml\n(# yaml-language-server[\s\S]*?)```/.exec(README)?.[1] ?? '';
    const result = lintPlan('plan.yaml', () => new TextEncoder().encode(plan), {
      pack: loadPack('nm-2017'),
      today: '2026-11-24',
    });
    if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
    expect(result.site.faults).toEqual([]);
    const found = result.verdicts.filter(({ rule, outcome }) => rule.startsWith('capture/') && outcome === 'review');
    expect(found.map(({ subject }) => subject)).toEqual(['C2>wc']);
  });

  it('has a configuration and waivers that can be used', () => {
    const blocks = [...README.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text);
    const config = blocks.find((text) => text.includes('config.schema.json')) ?? '';
    const loaded = loadConfiguration('plans/sitecam.config.yaml', {
      read: (path) => new TextEncoder().encode(path === 'company.config.yaml' ? '{}' : config),
      absolute: (path) => `/${path}`,
      pack: loadPack('nm-2017'),
    });
    expect(loaded.ok ? loaded.configuration.layers.map(({ file }) => file.path) : loaded.problems).toEqual([
      'company.config.yaml',
      'plans/sitecam.config.yaml',
    ]);
    const waivers = blocks.find((text) => text.startsWith('waivers:')) ?? '';
    const parsed = parseWaivers('w.yaml', '/w.yaml', new TextEncoder().encode(waivers));
    expect(parsed.ok ? parsed.waivers.waivers.length : parsed.problems).toBe(1);
  });

  it('names every dependency with its reason', () => {
    const manifest: { dependencies: object; devDependencies: object } = JSON.parse(
      readFileSync('package.json', 'utf8'),
    );
    const section = README.slice(README.indexOf('## 依赖'), README.indexOf('## 参与'));
    for (const name of [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)]) {
      if (!name.startsWith('@types/')) expect(section, name).toContain(name);
    }
  });

  it('has only commands that exist', async () => {
    for (const [, line] of README.matchAll(/`(?:npx )?sitecam ([a-z]+)[^`]*`/g)) {
      expect((await sitecam([line, '--help'])).code, line).toBe(0);
    }
    expect((await sitecam(['explain', '9.2(3)'])).code).toBe(0);
    expect((await sitecam(['explain', '第二十四条'])).code).toBe(0);
  });
});
