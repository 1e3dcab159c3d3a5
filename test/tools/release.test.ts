// The release check: it refuses this tree for what is not ready, and each thing that isn't, alone.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { BUNDLED } from '../../tools/build/bundled.mjs';
import { CHECKS, main, sbomProblems } from '../../tools/release/check.mjs';
import { contentProblems } from '../../tools/release/contents.mjs';

interface Problem {
  readonly where: string;
  readonly what: string;
  readonly do: string;
}

const root = mkdtempSync(join(tmpdir(), 'sitecam-'));
afterAll(() => rmSync(root, { recursive: true }));

/** A tree that is ready, as small as can be, with changes: each file's text, or undefined to remove it. */
function treeWith(name: string, changes: Readonly<Record<string, string | undefined>> = {}): string {
  const folder = join(root, name);
  const manifest = { name: 'sitecam-lint', version: '1.2.3', scripts: { build: 'x' } };
  const files: Record<string, string | undefined> = {
    'package.json': JSON.stringify(manifest),
    'package-lock.json': JSON.stringify({ version: '1.2.3', packages: { '': { version: '1.2.3' } } }),
    'CHANGELOG.md': '# 更新记录\n\n## 1.2.3 - 2026-12-01\n\n- 一\n\n## 1.0.0\n',
    'CHANGELOG.en.md': '# Changelog\n\n## 1.2.3 - 2026-12-01\n\n- one\n\n## 1.0.0\n',
    LICENSE: 'MIT',
    'docs/en/ci.md': 'rev: v1.2.3\nnpm i -D sitecam-lint@1.2.3\n',
    'dist/bundle/main.js': '// ../node_modules/yaml/index.js\n',
    'dist/bundle/LICENSES.txt': `yaml 2.9.1 (ISC)\n\n${'Permission to use. '.repeat(20)}\n`,
    ...changes,
  };
  for (const [file, text] of Object.entries(files)) {
    if (text === undefined) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

function problems(check: keyof typeof CHECKS, folder: string): readonly Problem[] {
  return CHECKS[check](folder);
}

const places = (found: readonly Problem[]) => found.map(({ where }) => where);

describe('this tree', () => {
  test('names its version everywhere, and runs nothing at users’', () => {
    expect(problems('versions', '.')).toEqual([]);
    expect(problems('scripts', '.')).toEqual([]);
  });

  test('has no home yet, and says where that is to be written', () => {
    const left = [...new Set(places(problems('placeholders', '.')).map((where) => where.replace(/:\d+$/, '')))];
    expect(left).toEqual(['docs/en/ci.md', 'docs/zh-CN/ci.md', 'package.json']);
  });

  test('has a changelog for its version', () => {
    const { version }: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'));
    for (const file of ['CHANGELOG.md', 'CHANGELOG.en.md']) {
      expect(/^## (\S+)/m.exec(readFileSync(file, 'utf8'))?.[1]).toBe(version);
    }
  });
});

describe('the release check', () => {
  test('finds nothing in a tree that is ready', () => {
    const folder = treeWith('ready');
    for (const check of ['changelog', 'versions', 'placeholders', 'scripts', 'licences'] as const) {
      expect(problems(check, folder), check).toEqual([]);
    }
  });

  test.each<[string, keyof typeof CHECKS, Record<string, string | undefined>, string]>([
    ['a changelog without a day', 'changelog', { 'CHANGELOG.md': '## 1.2.3 - 未发布\n' }, 'CHANGELOG.md'],
    ['a changelog of another version', 'changelog', { 'CHANGELOG.md': '## 1.2.2 - 2026-12-01\n' }, 'CHANGELOG.md'],
    ['no changelog', 'changelog', { 'CHANGELOG.en.md': undefined }, 'CHANGELOG.en.md'],
    ['two days', 'changelog', { 'CHANGELOG.en.md': '## 1.2.3 - 2026-12-02\n' }, 'CHANGELOG.en.md'],
    ['an old lock file', 'versions', { 'package-lock.json': '{"version": "1.2.3"}' }, 'package-lock.json'],
    ['an old version in a page', 'versions', { 'docs/en/ci.md': 'x\n    rev: v1.2.2\n' }, 'docs/en/ci.md:2'],
    ['an old action', 'versions', { 'README.md': '- uses: a/sitecam@v1.2.2\n' }, 'README.md:1'],
    ['a placeholder', 'placeholders', { 'templates/a.yml': '\n# OWNER/sitecam\n' }, 'templates/a.yml:2'],
    ['an install script', 'scripts', { 'package.json': '{"scripts": {"postinstall": "x"}}' }, 'package.json'],
    ['no licence', 'licences', { LICENSE: undefined }, 'LICENSE'],
    ['no text of a licence', 'licences', { 'dist/bundle/LICENSES.txt': 'yaml 2.9.1\n' }, 'dist/bundle/LICENSES.txt'],
    [
      'nothing built',
      'licences',
      { 'dist/bundle/main.js': undefined, 'dist/bundle/LICENSES.txt': undefined },
      'dist/bundle',
    ],
    [
      'nothing to pack',
      'contents',
      { 'dist/bundle/main.js': undefined, 'dist/bundle/LICENSES.txt': undefined },
      'dist/bundle',
    ],
  ])('refuses %s, and says where and what to do', (name, check, changes, where) => {
    const found = problems(check, treeWith(name, changes));
    expect(places(found)).toEqual([where]);
    for (const problem of found) expect(problem.do.length).toBeGreaterThan(5);
  });

  test('refuses a package of files that nobody listed, or without those that it needs', () => {
    const folder = treeWith('packed', { 'package.json': '{"name": "x", "version": "1.2.3", "files": ["dist"]}' });
    const what = problems('contents', folder).map((one) => one.what);
    expect(what).toContain('none of ^bin\\/(?:sitecam\\.js|package\\.json)$');
    expect(contentProblems(['dist/lint/lint.js']).filter((one) => one.startsWith('not listed'))).toEqual([
      'not listed: dist/lint/lint.js',
    ]);
  });

  test('refuses what is not committed', () => {
    const folder = treeWith('dirty');
    const git = (...argv: string[]) =>
      execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...argv], { cwd: folder });
    git('init', '-q');
    git('add', '-A');
    git('commit', '-qm', 'x');
    expect(problems('tree', folder)).toEqual([]);
    writeFileSync(join(folder, 'new.txt'), '');
    expect(places(problems('tree', folder))).toEqual(['new.txt']);
  });

  test('writes what the package is made of, and refuses a list that leaves out what is bundled', () => {
    const folder = join(root, 'sbom');
    mkdirSync(folder);
    for (const file of ['package.json', 'package-lock.json']) cpSync(file, join(folder, file));
    expect(problems('sbom', folder)).toEqual([]);
    const bom = JSON.parse(readFileSync(join(folder, 'dist/release/sbom.cdx.json'), 'utf8'));
    const names: string[] = bom.components.map(({ name }: { name: string }) => name);
    expect(names).toEqual(expect.arrayContaining(['adm-zip', 'geojson-validation', 'yaml', 'flatqueue']));
    expect(names).not.toContain('vitest');
    const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
    const without = { ...bom, components: bom.components.slice(1) };
    expect(sbomProblems(without, manifest)).toHaveLength(1);
    expect(sbomProblems({ ...bom, bomFormat: 'x' }, manifest)).toHaveLength(1);
    expect(sbomProblems(bom, { ...manifest, version: '9.9.9' })).toHaveLength(1);
    expect(BUNDLED.length).toBeGreaterThan(10);
  });

  test('ends with 1, a line a problem, and says which lines of Node.js were not checked', () => {
    const said: string[] = [];
    const folder = treeWith('whole', { 'CHANGELOG.md': '## 1.2.3 - 未发布\n' });
    expect(existsSync(join(folder, '.git'))).toBe(false);
    expect(main(folder, [], (line: string) => said.push(line))).toBe(1);
    expect(said).toContain(
      'changelog: CHANGELOG.md begins with "1.2.3 - 未发布", not with 1.2.3 and its day: write "## 1.2.3 - YYYY-MM-DD" over what has changed.',
    );
    expect(
      said.filter((line) => /^nodes: Node\.js .*22, 24|^nodes: Node\.js 20, 2[24] not checked/.test(line)),
    ).toHaveLength(1);
    expect(said.at(-1)).toMatch(/^\d+ problems: no release\.$/);
  });
});
