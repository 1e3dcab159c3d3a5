// Runs the golden tests in a copy of the tree, where they write their files anew. The tree itself stays as it is.
// @ts-check
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { GOLDEN } from './changes.mjs';

const MOST = { maxBuffer: 1 << 28 };

/**
 * Returns a new folder with a copy of every file that git would track, as it is on disk; node_modules and dist are
 * linked. The copy is deleted when the process ends.
 * @param {string} root
 */
export function copyOf(root) {
  const copy = mkdtempSync(join(tmpdir(), 'sitecam-accept-'));
  process.on('exit', () => rmSync(copy, { recursive: true, force: true }));
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => process.exit(130));
  const files = execFileSync('git', ['ls-files', '-coz', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    ...MOST,
  });
  for (const path of new Set(files.split('\0').filter((one) => one !== '' && existsSync(join(root, one))))) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    cpSync(join(root, path), join(copy, path));
  }
  for (const folder of ['node_modules', 'dist'])
    if (existsSync(join(root, folder))) symlinkSync(join(root, folder), join(copy, folder), 'dir');
  // A configuration may refer to files of its repository only, and `.git` marks where that begins.
  mkdirSync(join(copy, '.git'));
  return copy;
}

/**
 * Runs the test files that hold golden files in record mode: all, or those whose path contains one of `wanted`. Returns
 * the names of tests that fail all the same; recording can't mend them. Throws if the run itself fails.
 * @param {string} copy
 * @param {readonly string[]} wanted
 * @returns {Promise<readonly string[]>}
 */
export async function record(copy, wanted) {
  const tests = readdirSync(join(copy, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => join('test', path))
    .filter((path) => readFileSync(join(copy, path), 'utf8').includes('toMatchFileSnapshot('))
    .filter((path) => wanted.length === 0 || wanted.some((part) => path.includes(part)))
    .sort();
  if (tests.length === 0) throw new Error(`no golden test is called ${wanted.join(' or ')}`);
  const out = join(copy, '.accept.json');
  const vitest = join(copy, 'node_modules/vitest/vitest.mjs');
  const child = spawn(
    process.execPath,
    // The copy goes, and with it what is compiled of it.
    [
      vitest,
      'run',
      '-u',
      '--testTimeout=0',
      '--experimental.fsModuleCache=false',
      '--reporter=json',
      `--outputFile=${out}`,
      ...tests,
    ],
    {
      cwd: copy,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let said = '';
  child.stderr.on('data', (bytes) => {
    said += bytes;
  });
  await new Promise((resolve) => child.once('close', resolve));
  if (!existsSync(out)) throw new Error(`the golden tests could not be run\n${said}`);
  /** @type {{ testResults: { name: string, status: string, message?: string, assertionResults: { status: string, fullName: string, failureMessages?: string[] }[] }[] }} */
  const { testResults } = JSON.parse(readFileSync(out, 'utf8'));
  return testResults.flatMap(({ name, status, message = '', assertionResults }) => {
    const path = name.slice(name.indexOf('/test/') + 1);
    const failed = assertionResults.filter((one) => one.status === 'failed');
    if (failed.length === 0 && status === 'failed') return [`${path}: ${message.split('\n')[0]}`];
    return failed.map(
      ({ fullName, failureMessages: [why = ''] = [] }) => `${path}: ${fullName}: ${why.split('\n')[0]}`,
    );
  });
}

/** @typedef {{ path: string, head: string, now: string, lines: string }} Change `head`: the committed text, empty for a new file. */

/**
 * Returns the golden files of the copy that differ from the committed ones.
 * @param {string} root
 * @param {string} copy
 * @returns {readonly Change[]}
 */
export function changesOf(root, copy) {
  const folder = execFileSync('git', ['rev-parse', '--absolute-git-dir'], { cwd: root, encoding: 'utf8' }).trim();
  const git = (/** @type {readonly string[]} */ args) =>
    execFileSync('git', [`--git-dir=${folder}`, `--work-tree=${copy}`, ...args], {
      cwd: copy,
      encoding: 'utf8',
      // The index belongs to the tree, so git must not refresh it.
      env: { ...process.env, GIT_OPTIONAL_LOCKS: '0' },
      ...MOST,
    });
  const split = (/** @type {string} */ text) => text.split('\0').filter((one) => one !== '');
  const known = split(git(['diff', '--numstat', '--no-renames', '-z', 'HEAD', '--', ...GOLDEN])).map((row) => {
    const [added, removed, path] = row.split('\t');
    // A file that was added to the index and never committed is new too.
    const head = git(['ls-tree', 'HEAD', '--', path]) === '' ? '' : git(['show', `HEAD:${path}`]);
    return { path, head, lines: head === '' ? 'new' : `+${added} −${removed} lines` };
  });
  const made = split(git(['ls-files', '-oz', '--exclude-standard', '--', ...GOLDEN])).map((path) => {
    return { path, head: '', lines: 'new' };
  });
  return (
    [...known, ...made]
      .filter(({ path }) => existsSync(join(copy, path)) && !/^fixtures\/sites\/.*(?<!\.expected\.json)$/.test(path))
      .map((change) => ({ ...change, now: readFileSync(join(copy, change.path), 'utf8') }))
      // Most of README.md is written by hand, so its uncommitted edits don't count.
      .filter(({ path, now }) => path !== 'README.md' || now !== readFileSync(join(root, path), 'utf8'))
  );
}
