// The documents: links lead somewhere, both languages say the same, examples work, samples are what commands print.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadConfiguration } from '../src/config/load.js';
import { parseWaivers } from '../src/config/waivers.js';
import { loadMapping } from '../src/import/mapping/load.js';
import { lintPlan, loadPack, rules } from '../src/index.js';
import { sitecam } from './support/io.js';

const LANGUAGES = ['zh-CN', 'en'] as const;

const documents = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...['docs', 'schemas'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(folder, name)),
  ),
  'fixtures/evasion/README.md',
].sort();

/** The documents in one language, by their path with that language taken out. */
function pagesIn(language: 'zh-CN' | 'en'): Map<string, string> {
  const folder = `docs/${language}/`;
  const pages = documents
    .filter((path) => path.startsWith(folder))
    .map((path) => [path.slice(folder.length), path] as const);
  const beside = ['README', 'CHANGELOG'].map(
    (name) => [name, language === 'en' ? `${name}.en.md` : `${name}.md`] as const,
  );
  return new Map([...pages, ...beside]);
}

function textOf(path: string): string {
  return readFileSync(path, 'utf8');
}

/** `text` without its code, in which nothing is a link or a heading. */
function prose(text: string): string {
  return text.replace(/^( *)```[\s\S]*?^\1```$/gm, '');
}

function headings(text: string): { level: number; title: string }[] {
  return [...prose(text).matchAll(/^(#{1,6}) (.+)$/gm)].map(([, marks, title]) => ({ level: marks.length, title }));
}

/** The anchors of a page as GitHub gives them: of its headings, a repeated one with a number behind it, and its own. */
function anchorsOf(text: string): Set<string> {
  const seen = new Map<string, number>();
  const slugs = headings(text).map(({ title }) => {
    const slug = title
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
      .replaceAll(' ', '-');
    const before = seen.get(slug) ?? 0;
    seen.set(slug, before + 1);
    return before === 0 ? slug : `${slug}-${before}`;
  });
  return new Set([...slugs, ...[...text.matchAll(/<a id="([^"]+)"><\/a>/g)].map(([, id]) => id)]);
}

/** The relative links and pictures of a page. */
function linksOf(text: string): string[] {
  const bare = prose(text).replace(/`[^`\n]*`/g, '``');
  return [...bare.matchAll(/\]\(([^()\s]+)\)/g)].map(([, to]) => to).filter((to) => !/^[a-z]+:/.test(to));
}

/** Why a link of a page leads nowhere; undefined where it leads somewhere. */
function whyBroken(from: string, link: string): string | undefined {
  const [path = '', anchor] = link.split('#').map(decodeURIComponent);
  const target = path === '' ? from : normalize(join(dirname(from), path));
  if (!existsSync(target)) return `${from}: no file ${target}`;
  if (anchor === undefined || anchorsOf(textOf(target)).has(anchor)) return undefined;
  return `${from}: no #${anchor} in ${target}`;
}

/** The code of a page in one language of code. */
function code(path: string, language: string): string[] {
  const blocks = textOf(path).matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, 'gm'));
  return [...blocks].map(([, text]) => text);
}

describe('the documents', () => {
  test('have no link that leads nowhere', () => {
    const broken = documents.flatMap((path) => linksOf(textOf(path)).flatMap((link) => whyBroken(path, link) ?? []));
    expect(broken).toEqual([]);
  });

  test.each(['README.md', 'README.en.md'])('%s is short enough to be read', (path) => {
    expect(readFileSync(path).length).toBeLessThanOrEqual(10_240);
  });

  test.each(LANGUAGES)('print a report no more than once, and of one finding its lines alone (%s)', (language) => {
    const readme = code(pagesIn(language).get('README') ?? '', 'text');
    const places = /^ +\d+:\d+ {2}/gm;
    expect(readme.map((block) => [block.match(places)?.length, /…$/.test(block)])).toEqual([[1, false]]);
    const titles = /^(?:场所：|Site: )/gm;
    const start = code(`docs/${language}/start.md`, 'text').map((block) => block.match(titles)?.length ?? 0);
    expect(start).toEqual([1, 1]);
  });

  test('are the same in both languages, page by page and heading by heading', () => {
    const [zh, en] = LANGUAGES.map(pagesIn);
    expect([...en.keys()]).toEqual([...zh.keys()]);
    for (const [name, path] of zh) {
      const shape = (text: string) => ({
        headings: headings(text).map(({ level }) => level),
        code: [...text.matchAll(/^ *```([a-z]+)$/gm)].map(([, language]) => language),
        rows: [...prose(text).matchAll(/^\|/gm)].length,
        items: [...prose(text).matchAll(/^ *- /gm)].length,
      });
      expect(shape(textOf(en.get(name) ?? '')), name).toEqual(shape(textOf(path)));
    }
  });

  test('name only commands that exist, to those who use sitecam', async () => {
    const named = new Set(
      LANGUAGES.flatMap((language) => [...pagesIn(language).values()]).flatMap((path) =>
        [...textOf(path).matchAll(/(?:`|^)(?:npx )?sitecam ([a-z]+)/gm)].map(([, name]) => name),
      ),
    );
    expect(named.size).toBeGreaterThan(10);
    for (const name of named) expect((await sitecam([name, '--help'])).code, name).toBe(0);
    expect((await sitecam(['explain', '9.2(3)'])).code).toBe(0);
    expect((await sitecam(['explain', '第二十四条'])).code).toBe(0);
  });

  test('name every dependency with its reason', () => {
    const manifest: { dependencies: object; devDependencies: object } = JSON.parse(textOf('package.json'));
    const reasons = textOf('docs/dependencies.md')
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .flatMap(
        (line) =>
          line
            .split('|')[1]
            ?.split(',')
            .map((name) => name.trim()) ?? [],
      );
    const names = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)];
    expect(names.filter((name) => !name.startsWith('@types/') && !reasons.includes(name))).toEqual([]);
  });
});

describe('what `npm run gen` writes (whether it is up to date, `npm run gen -- --check` tells)', () => {
  test('has a page for every rule, with an anchor for every message', () => {
    for (const language of LANGUAGES) {
      for (const { id, messages } of rules) {
        const anchors = anchorsOf(textOf(`docs/${language}/rules/${id}.md`));
        expect(
          Object.keys(messages).filter((message) => !anchors.has(message)),
          `${language} ${id}`,
        ).toEqual([]);
      }
    }
  });
});

describe.each(LANGUAGES)('the examples (%s)', (language) => {
  test('have a small plan that lints, and the mistake in it is found', () => {
    const plan = code(`docs/${language}/drawing.md`, 'yaml')[0];
    const result = lintPlan('plan.yaml', () => new TextEncoder().encode(plan), {
      pack: loadPack('nm-2017'),
      today: '2026-11-24',
    });
    if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
    expect(result.site.faults).toEqual([]);
    const found = result.verdicts.filter(({ rule, outcome }) => rule.startsWith('capture/') && outcome === 'review');
    expect(found.map(({ subject }) => subject)).toEqual(['C2>wc']);
  });

  test('have the project documents of the sample hotel', () => {
    const block = code(`docs/${language}/drawing.md`, 'yaml').find((text) => text.startsWith('project:')) ?? '';
    const hotel: { project: object } = parse(textOf('fixtures/sites/qingcheng-hotel/plan.yaml'));
    expect(parse(block)).toEqual({ project: hotel.project });
  });

  test('have a mapping that can be used', () => {
    const mapping = code(`docs/${language}/import.md`, 'yaml').find((text) => text.startsWith('unit:')) ?? '';
    const loaded = loadMapping('m.yaml', new TextEncoder().encode(mapping), loadPack('nm-2017'));
    expect(loaded.ok ? loaded.mapping.rules.length : loaded.problems).toBe(3);
  });

  test('have a decision with the hashes of the finding that it is on', () => {
    const block = code(`docs/${language}/review.md`, 'yaml').find((text) => text.startsWith('decisions:')) ?? '';
    const [{ rule, subject, fingerprint, geometry }]: Record<string, string>[] = parse(block).decisions;
    const path = 'fixtures/sites/qingcheng-hotel/violations.yaml';
    const hotel = lintPlan(path, (file) => readFileSync(file), { today: '2026-11-24' });
    const found = hotel.ok ? hotel.verdicts.find((one) => one.rule === rule && one.subject === subject) : undefined;
    const start = (hash: string | undefined) => `${hash?.slice(0, 4)}…`;
    expect([start(found?.fingerprint), start(found?.geometry)]).toEqual([fingerprint, geometry]);
  });

  test('have a configuration and waivers that can be used', () => {
    const blocks = code(`docs/${language}/config.md`, 'yaml');
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
});
