import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkOut } from '../support/checkout.js';
import { hasPreCommit } from '../support/pre-commit.js';

const HOTEL = 'fixtures/sites/qingcheng-hotel';
const root = mkdtempSync(join(tmpdir(), 'sitecam-'));
afterAll(() => rmSync(root, { recursive: true }));

const hooks = join(root, 'hooks');
const designs = join(root, 'designs');

/** git and its hooks, without this user's settings. */
function git(cwd: string, ...argv: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    'git',
    ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...argv],
    {
      cwd,
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        LANG: 'C.UTF-8',
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_NOSYSTEM: '1',
        PRE_COMMIT_HOME: join(root, 'cache'),
      },
    },
  );
  return { code: status, said: stdout + stderr };
}

/** A repository of designs whose commits the hook looks at, and one of sitecam, as of the sources at hand. */
beforeAll(() => {
  if (!hasPreCommit) return;
  checkOut(hooks);
  mkdirSync(designs);
  for (const folder of [hooks, designs]) git(folder, 'init', '-q');
  git(hooks, 'add', '-A');
  git(hooks, 'commit', '-qm', 'sitecam');
  const rev = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: hooks, encoding: 'utf8' }).trim();
  writeFileSync(
    join(designs, '.pre-commit-config.yaml'),
    `repos:\n  - repo: ${hooks}\n    rev: ${rev}\n    hooks: [{id: sitecam, language_version: system}]\n`,
  );
  const env = { ...process.env, PRE_COMMIT_HOME: join(root, 'cache') };
  execFileSync('pre-commit', ['install', '--install-hooks'], { cwd: designs, env, stdio: 'pipe' });
}, 300_000);

/** Commits files; what git and the hook said. */
function commit(files: Readonly<Record<string, string>>) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(designs, name), text);
  git(designs, 'add', '-A');
  return git(designs, 'commit', '-m', 'x');
}

describe.skipIf(!hasPreCommit)('the pre-commit hook', () => {
  test('lets a commit without plans through, and one with a plan in which nothing is found', () => {
    const other = commit({ 'compose.yaml': 'services: {db: {image: x}}\n', 'notes.txt': 'sitecam: 1\n' });
    expect(other).toMatchObject({ code: 0, said: expect.stringMatching(/^sitecam\.+Passed$/m) });
    const plan = commit({ 'hotel.yaml': readFileSync(`${HOTEL}/plan.yaml`, 'utf8'), 'more.yml': 'a: 1\n' });
    expect(plan).toMatchObject({ code: 0, said: expect.stringMatching(/^sitecam\.+Passed$/m) });
  });

  test('stops one with a plan that does not comply, and one that cannot be read, and says why', () => {
    const wrong = commit({ 'hotel.yaml': readFileSync(`${HOTEL}/violations.yaml`, 'utf8') });
    expect(wrong).toMatchObject({ code: 1, said: expect.stringMatching(/^sitecam\.+Failed$/m) });
    expect(wrong.said).toMatch(/^(?:场所|Site).* {2}hotel\.yaml$/m);
    expect(wrong.said).toMatch(/^ 101:14 {2}\d+ C1-12 /m);
    const broken = commit({ 'hotel.yaml': 'sitecam: 1\nsite: {name: [\n' });
    expect(broken.code).toBe(1);
    expect(broken.said).toContain('- exit code: 3');
    // By its name a plan, whatever its keys.
    const misspelt = commit({ 'hotel.yaml': 'a: 1\n', 'hotel.sitecam.yaml': 'name: hotel\n' });
    expect([misspelt.code, misspelt.said.includes('- exit code: 3')]).toEqual([1, true]);
  });
});
