// npm run test:changed [-- COMMIT]: runs the tests nearest to what changed since COMMIT (the last one, where none is named).
// @ts-check
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What holds every rule to its fixtures, examples and words, by tests named after the rule. */
const OF_RULES = ['index', 'docs', 'fixtures', 'said'].map((name) => `test/rules/${name}.test.ts`);

/** What a change of any source file can break, and takes a second. */
const ALWAYS = 'test/architecture.test.ts';

/** More test files than this are narrowed down to those of the changed file's own room. */
const MANY = 12;

/**
 * Chooses what to run for changed files.
 * @param {readonly string[]} changed paths from the root
 * @param {ReadonlyMap<string, string>} texts the source and test files by their path
 * @returns {{ rules: readonly string[], tests: readonly string[], untested: readonly string[] }} `rules`: ids of rules whose
 *   tests are run; `tests`: whole test files; `untested`: changed files for which nothing is run
 */
export function choose(changed, texts) {
  const importers = importersIn(texts);
  const rules = new Set();
  const tests = new Set();
  const untested = [];
  for (const path of changed) {
    const rule = ruleOf(path, texts);
    if (rule !== undefined) rules.add(rule);
    const near = isTest(path) ? [path] : nearest(path, importers);
    // The tests of all rules are run for this one alone.
    for (const test of near) if (rule === undefined || !OF_RULES.includes(test)) tests.add(test);
    if (rule !== undefined) for (const test of texts.keys()) if (isOfGroup(test, rule)) tests.add(test);
    if (rule === undefined && near.length === 0) untested.push(path);
  }
  if (changed.some((path) => path.startsWith('src/'))) tests.add(ALWAYS);
  return { rules: [...rules].sort(), tests: [...tests].filter((path) => texts.has(path)).sort(), untested };
}

/** @param {string} path */
function isTest(path) {
  return path.startsWith('test/') && path.endsWith('.test.ts');
}

/** Returns the rule that a file is part of: its source, its page or a fixture. @param {string} path @param {ReadonlyMap<string, string>} texts */
function ruleOf(path, texts) {
  const [, group, name] = /^(?:src|fixtures)\/rules\/([a-z]+)\/(?:docs\/)?([a-z-]+)(?:\.ts$|\/)/.exec(path) ?? [];
  const isRule = /^export const rule\b/m.test(texts.get(`src/rules/${group}/${name}.ts`) ?? '');
  return isRule ? `${group}/${name}` : undefined;
}

/** @param {string} test @param {string} rule */
function isOfGroup(test, rule) {
  return isTest(test) && dirname(test) === `test/rules/${dirname(rule)}`;
}

/**
 * Returns the test files that reach a file in the fewest imports.
 * @param {string} path
 * @param {ReadonlyMap<string, readonly string[]>} importers
 */
function nearest(path, importers) {
  const seen = new Set([path]);
  for (let front = [path]; front.length > 0; ) {
    front = front.flatMap((one) => importers.get(one) ?? []).filter((one) => !seen.has(one) && seen.add(one));
    const tests = front.filter(isTest);
    const own = tests.filter((test) => test.split('/')[1] === path.split('/')[1]);
    if (tests.length > 0) return tests.length > MANY && own.length > 0 ? own : tests;
  }
  return [];
}

/** @param {ReadonlyMap<string, string>} texts @returns {ReadonlyMap<string, readonly string[]>} */
function importersIn(texts) {
  /** @type {Map<string, string[]>} */
  const importers = new Map();
  for (const [path, text] of texts) {
    for (const [, specifier] of text.matchAll(/\b(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/g)) {
      const to = join(dirname(path), specifier).replace(/\.js$/, '.ts');
      importers.set(to, [...(importers.get(to) ?? []), path]);
    }
  }
  return importers;
}

/** @param {string} since */
function changedSince(since) {
  const git = (/** @type {readonly string[]} */ args) =>
    execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).split('\0');
  const paths = [
    ...git(['diff', '--name-only', '--no-renames', '-z', since, '--']),
    ...git(['ls-files', '-oz', '--exclude-standard']),
  ];
  return [...new Set(paths)].filter((path) => path !== '').sort();
}

/** @returns {ReadonlyMap<string, string>} */
function sources() {
  const paths = ['src', 'test'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path.replaceAll('\\', '/')}`),
  );
  return new Map(paths.filter((path) => path.endsWith('.ts')).map((path) => [path, readFileSync(path, 'utf8')]));
}

/** @param {readonly string[]} args */
function vitest(args) {
  const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...args], {
    stdio: 'inherit',
  });
  return status ?? 1;
}

/** @param {readonly string[]} argv */
function main([since = 'HEAD', ...rest]) {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)));
  if (rest.length > 0 || since.startsWith('-')) {
    console.error('How it is used: npm run test:changed [-- COMMIT]');
    return 2;
  }
  let changed;
  try {
    changed = changedSince(since);
  } catch {
    console.error(`test:changed: git can't tell what changed since '${since}'.`);
    return 2;
  }
  const { rules, tests, untested } = choose(changed, sources());
  const codes = [
    rules.length === 0 ? 0 : vitest([...OF_RULES.filter(existsSync), '-t', `\\b(${rules.join('|')})\\b`]),
    tests.length === 0 ? 0 : vitest([...tests]),
  ];
  for (const rule of rules) console.log(`run: fixtures, examples and words of ${rule}`);
  for (const test of tests) console.log(`run: ${test}`);
  const others = untested.filter((path) => /^(src|test|fixtures|tools)\//.test(path));
  for (const path of others) console.log(`not tested here: ${path}`);
  console.log('These are the tests nearest to the change. All others run in npm test; golden files in npm run accept.');
  return Math.max(...codes);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = main(process.argv.slice(2));
