import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diskOf } from '../../../src/cli/disk.js';
import { ignoreRules } from '../../../src/cli/plans/ignored.js';
import { walk } from '../../../src/cli/plans/walk.js';
import { Folder, SMALL_PLAN } from '../../support/folder.js';

const hasGit = spawnSync('git', ['--version']).status === 0;

const NAMES = ['a', 'b', 'build', 'a.yaml', 'b.yaml', 'c.tmp', '图.yaml'];

/** Everything below a folder that a walk comes to. */
async function walked(folder: Folder): Promise<string[]> {
  const files: string[] = [];
  const io = { ...folder.io({ out: '', err: '' }), ...diskOf(folder.path) };
  const ignore = () => {};
  walk('.', { file: (path) => files.push(path), link: ignore, blocked: ignore }, io, await ignoreRules());
  return files.sort();
}

/** The same as git sees it. */
function known(folder: Folder): string[] {
  const out = folder.git('ls-files', '-z', '--others', '--exclude-standard');
  return out
    .split('\0')
    .filter((path) => path !== '')
    .sort();
}

describe.runIf(hasGit)('what .gitignore names is what git ignores', () => {
  const pattern = fc
    .tuple(
      fc.constantFrom('', '', '!'),
      fc.constantFrom('', '/', '**/', 'a/', 'b/'),
      fc.constantFrom(...NAMES, '*', '*.yaml', '*.tmp', '[ab].yaml', '?', 'b*'),
      fc.constantFrom('', '', '/', '/*', '/**'),
    )
    .map((parts) => parts.join(''));
  const rules = fc.array(pattern, { maxLength: 4 }).map((lines) => `${lines.join('\n')}\n`);
  const tree = fc.uniqueArray(fc.array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 3 }), { maxLength: 12 });

  test('whatever is in nested files of it and in info/exclude', async () => {
    await fc.assert(
      fc.asyncProperty(
        tree,
        fc.array(fc.tuple(fc.constantFrom('', 'a/', 'a/b/'), rules), { maxLength: 3 }),
        rules,
        check,
      ),
      { numRuns: 60 },
    );
  });

  async function check(paths: string[][], ignores: [string, string][], exclude: string): Promise<void> {
    const folder = new Folder();
    execFileSync('git', ['init', '-q'], { cwd: folder.path });
    mkdirSync(folder.at('.git/info'), { recursive: true });
    writeFileSync(folder.at('.git/info/exclude'), exclude);
    const files = [...paths.map((parts) => parts.join('/')), ...ignores.map(([at]) => `${at}.gitignore`)];
    for (const path of files) {
      try {
        folder.write({
          [path]: Object.fromEntries(ignores.map(([at, text]) => [`${at}.gitignore`, text]))[path] ?? 'x',
        });
      } catch {
        // A file is where a folder would have to be.
      }
    }
    const [found, expected] = [await walked(folder), known(folder)];
    // A file too many is linted; one too few would be passed over in silence.
    expect(found).toEqual(expected);
  }
});

describe.runIf(hasGit)('repositories', () => {
  const files = { '.gitignore': 'drafts/\n', 'sites/drafts/a.yaml': SMALL_PLAN, 'sites/b.yaml': SMALL_PLAN };

  test("the root's .gitignore holds in a folder below it, but not where it names the folder that was asked for", async () => {
    const folder = new Folder(files);
    folder.git('init', '-q');
    expect(await folder.linted(['sites'])).toEqual(['sites/b.yaml']);
    expect(await folder.linted(['.'], { at: 'sites' })).toEqual(['b.yaml']);
    expect(await folder.linted(['sites/drafts'])).toEqual(['sites/drafts/a.yaml']);
    expect(await folder.linted(['.'], { at: 'sites/drafts' })).toEqual(['a.yaml']);
  });

  test('info/exclude is found from another work tree of the repository', async () => {
    const folder = new Folder({ 'main/b.yaml': SMALL_PLAN });
    folder.git('init', '-q', 'main');
    folder.write({ 'main/.git/info/exclude': '*.draft.yaml\n' });
    folder.git('-C', 'main', 'add', '-A');
    folder.git('-C', 'main', 'commit', '-qm', 'plans');
    folder.git('-C', 'main', 'worktree', 'add', '-q', '../other');
    folder.write({ 'other/a.draft.yaml': SMALL_PLAN });
    expect(await folder.linted(['other'])).toEqual(['other/b.yaml']);
  });

  test('one inside another has rules of its own', async () => {
    const folder = new Folder({ ...files, '.gitignore': '*.yaml\n!b.yaml\n', 'sites/inner/c.yaml': SMALL_PLAN });
    folder.git('init', '-q');
    folder.git('init', '-q', 'sites/inner');
    expect(await folder.linted(['.'])).toEqual(['sites/b.yaml', 'sites/inner/c.yaml']);
  });

  test("without one the folder's own .gitignore holds, and those below it", async () => {
    const folder = new Folder(files);
    expect(await folder.linted(['.'])).toEqual(['sites/b.yaml']);
    expect(await folder.linted(['sites'])).toEqual(['sites/b.yaml', 'sites/drafts/a.yaml']);
  });
});
