import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkOut } from '../support/checkout.js';

interface Job {
  readonly parallel?: number;
  readonly needs?: readonly string[];
  readonly when?: string;
  readonly before_script: readonly string[];
  readonly script: readonly string[];
  readonly artifacts: {
    readonly when: string;
    readonly paths: readonly string[];
    readonly reports?: Readonly<Record<string, string>>;
  };
}

/** The example in the page on CI, as GitLab would read it. */
const block = /```yaml\n(# \.gitlab-ci\.yml\n[\s\S]*?)```/.exec(readFileSync('docs/zh-CN/ci.md', 'utf8'))?.[1] ?? '';
const jobs: Readonly<Record<string, Job>> = parse(block) ?? {};

const root = mkdtempSync(join(tmpdir(), 'sitecam-'));
afterAll(() => rmSync(root, { recursive: true }));

/** The repository of designs, with sitecam installed in it. */
const designs = join(root, 'designs');
const SITES = ['bank-branch', 'ktv', 'museum', 'polling-station', 'qingcheng-hotel'];

beforeAll(() => {
  for (const site of SITES) cpSync(`fixtures/sites/${site}`, join(designs, 'plans', site), { recursive: true });
  writeFileSync(join(designs, 'package.json'), '{"private": true}\n');
  const sources = join(root, 'sitecam');
  checkOut(sources);
  symlinkSync(resolve('node_modules'), join(sources, 'node_modules'));
  execFileSync('npm', ['run', 'build', '--silent'], { cwd: sources, stdio: 'pipe' });
  mkdirSync(join(designs, 'node_modules/.bin'), { recursive: true });
  symlinkSync(join(sources, 'bin/sitecam.js'), join(designs, 'node_modules/.bin/sitecam'));
}, 120_000);

/** Runs a job's script as a runner does, line by line until one fails. */
function run(job: Job, variables: Readonly<Record<string, string>>) {
  const { status, stdout, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', job.script.join('\n')], {
    cwd: designs,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: process.env.HOME, npm_config_offline: 'true', ...variables },
  });
  return { code: status, said: stdout + stderr };
}

describe('the example for GitLab in the page on CI', () => {
  test('has a job in shards, and one that puts them together whatever became of those', () => {
    const [[name, shards], [, merge]] = Object.entries(jobs);
    expect(Object.keys(jobs)).toHaveLength(2);
    expect(shards.parallel).toBeGreaterThan(1);
    expect(merge.needs).toEqual([name]);
    expect(merge.when).toBe('always');
    for (const { artifacts } of [shards, merge]) expect(artifacts.when).toBe('always');
  });

  test('runs, keeps what it names as artifacts, and comes to what one run would', () => {
    const [shards, merge] = Object.values(jobs);
    const total = shards.parallel ?? 0;
    for (let index = 1; index <= total; index++) {
      const ran = run(shards, { CI_NODE_INDEX: String(index), CI_NODE_TOTAL: String(total) });
      expect(ran, ran.said).toMatchObject({ code: 0 });
      for (const report of Object.values(shards.artifacts.reports ?? {})) {
        expect(readFileSync(join(designs, report), 'utf8').length, report).toBeGreaterThan(0);
        // Each shard has a folder of its own, and uploads it under the same name.
        rmSync(join(designs, report));
      }
    }
    for (const path of shards.artifacts.paths) expect(readdirSync(join(designs, path))).toHaveLength(total);
    const merged = run(merge, {});
    expect(merged, merged.said).toMatchObject({ code: 1 });
    const once = run({ ...merge, script: ['npx sitecam lint plans --quiet --format sarif=once.sarif'] }, {});
    expect(once.code).toBe(1);
    const [log] = merge.artifacts.paths;
    expect(readFileSync(join(designs, log), 'utf8') === readFileSync(join(designs, 'once.sarif'), 'utf8')).toBe(true);
    expect(resolve(designs, log)).not.toBe(join(designs, 'once.sarif'));
  });
});
