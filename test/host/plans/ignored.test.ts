import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { walkFolder } from '../../../src/host/plans/walk.js';
import { Folder, SMALL_PLAN } from '../../support/folder.js';

const hasGit = spawnSync('git', ['--version']).status === 0;

const NAMES = ['a', 'b', 'build', 'a.yaml', 'b.yaml', 'c.tmp', '图.yaml'];

/** Everything below a folder that a walk comes to. */
function walked(folder: Folder): string[] {
  const files: string[] = [];
  const unexpected = (path: string) => expect.fail(path);
  const visitor = { file: (path: string) => files.push(path), link: unexpected, blocked: unexpected };
  walkFolder('.', visitor, folder.io({ out: '', err: '' }));
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

  const none = fc.constant('');
  const plain = rules.map((text) => text.replaceAll('!', ''));
  const at = fc.constantFrom('', 'a/', 'a/b/');

  test('in one file, with what is taken back', async () => {
    await holds(fc.tuple(fc.constant(''), rules), none, ([found, expected]) => expect(found).toEqual(expected));
  });

  test('in nested files and info/exclude', async () => {
    await holds(fc.tuple(at, plain), rules, ([found, expected]) => expect(found).toEqual(expected));
  });

  test('a deeper file that takes back what an outer one names may give a file too many, never one too few', async () => {
    await holds(fc.tuple(at, rules), rules, ([found, expected]) =>
      expect(found).toEqual(expect.arrayContaining(expected)),
    );
  });

  type Files = fc.Arbitrary<[string, string]>;

  async function holds(file: Files, exclude: fc.Arbitrary<string>, check: (both: [string[], string[]]) => void) {
    const ignores = fc.array(file, { maxLength: 3 });
    const property = fc.asyncProperty(tree, ignores, exclude, async (...parts) => {
      check(await both(...parts));
    });
    await fc.assert(property, { numRuns: 30 });
  }

  /** What is walked, and what git knows. */
  async function both(paths: string[][], ignores: [string, string][], exclude: string): Promise<[string[], string[]]> {
    const folder = new Folder();
    folder.git('init', '-q');
    folder.write({ '.git/info/exclude': exclude });
    const texts = Object.fromEntries(ignores.map(([folder, text]) => [`${folder}.gitignore`, text]));
    for (const path of [...paths.map((parts) => parts.join('/')), ...Object.keys(texts)]) {
      try {
        folder.write({ [path]: texts[path] ?? 'x' });
      } catch {
        // A file is where a folder would have to be.
      }
    }
    return [walked(folder), known(folder)];
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
