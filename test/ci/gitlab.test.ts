import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { packedWhole } from '../support/built.js';

interface Job {
  readonly parallel?: number;
  readonly needs?: readonly string[];
  readonly when?: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly before_script: readonly string[];
  readonly script: readonly string[];
  readonly artifacts: {
    readonly when: string;
    readonly expose_as?: string;
    readonly paths: readonly string[];
    readonly reports?: Readonly<Record<string, string>>;
  };
}

type Inputs = Readonly<Record<string, string | number>>;

const [head, body] = readFileSync('templates/sitecam.yml', 'utf8').split(/^---$/m);
const spec: { inputs: Record<string, { description: string; default: string | number }> } = parse(head).spec;

/** The component with these inputs, as GitLab puts them in and reads it. */
function component(given: Inputs): Readonly<Record<'sitecam' | 'sitecam-report', Job>> {
  const filled = body.replace(/\$\[\[ inputs\.([\w-]+) \]\]/g, (_, name: string) => {
    if (!(name in spec.inputs)) expect.fail(`no input ${name}`);
    return JSON.stringify(given[name] ?? spec.inputs[name].default).replace(/^"|"$/g, '');
  });
  const { '.sitecam': common, ...jobs }: Record<string, Partial<Job>> = parse(filled);
  const whole = Object.entries(jobs).map(([name, job]) => [name, { ...common, ...job }]);
  return Object.fromEntries(whole);
}

/** What the page on CI says to include. */
function included(language: string): { component: string; inputs: Inputs } {
  const page = readFileSync(`docs/${language}/ci.md`, 'utf8');
  const block = /```yaml\n(# \.gitlab-ci\.yml\n[\s\S]*?)```/.exec(page)?.[1] ?? '';
  return parse(block).include[0];
}

const root = mkdtempSync(join(tmpdir(), 'sitecam-'));
afterAll(() => rmSync(root, { recursive: true }));

/** The repository of designs, with a package that brings what it depends on. */
const designs = join(root, 'designs');
const SITES = ['ktv', 'museum', 'polling-station'];

beforeAll(async () => {
  for (const site of SITES) cpSync(`fixtures/sites/${site}`, join(designs, 'plans', site), { recursive: true });
  mkdirSync(join(designs, 'vendor'));
  symlinkSync(await packedWhole(join(root, 'packing')), join(designs, 'vendor/sitecam.tgz'));
}, 300_000);

/** Runs a job's scripts as a runner does, in one shell, line by line until one fails. */
function run(job: Job, variables: Readonly<Record<string, string>>) {
  const script = [...job.before_script, ...job.script].join('\n');
  const { status, stdout, stderr } = spawnSync('sh', ['-e', '-c', script], {
    cwd: designs,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: process.env.HOME, npm_config_offline: 'true', ...job.variables, ...variables },
  });
  return { code: status, said: stdout + stderr };
}

describe('the component for GitLab', () => {
  test('describes every input in both languages, uses it, and puts none into a script', () => {
    const used = [...body.matchAll(/inputs\.([\w-]+)/g)].map(([, name]) => name);
    expect([...new Set(used)].sort()).toEqual(Object.keys(spec.inputs).sort());
    for (const { description } of Object.values(spec.inputs))
      expect(description).toMatch(/[\u4e00-\u9fff].*。.*[a-z]{4,}.*\.$/);
    const scripts = Object.values(component({ plans: 'INSERTED' })).flatMap((job) => [
      ...job.before_script,
      ...job.script,
    ]);
    expect(scripts.join('\n')).not.toContain('INSERTED');
  });

  test('installs the version of this package', () => {
    const { version }: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(spec.inputs.version.default).toBe(version);
  });

  test.each(['zh-CN', 'en'])('is what the page on CI includes, with inputs that it has (%s)', (language) => {
    const { component: address, inputs } = included(language);
    expect(address).toMatch(/\/sitecam\/sitecam@v\d+\.\d+\.\d+$/);
    expect(Object.keys(inputs).filter((name) => !(name in spec.inputs))).toEqual([]);
  });

  test('has a job in shards, and one that puts them together whatever became of those', () => {
    const { sitecam, 'sitecam-report': report } = component(included('en').inputs);
    expect(sitecam.parallel).toBeGreaterThan(1);
    expect(report.needs).toEqual(['sitecam']);
    expect(report.when).toBe('always');
    expect(report.artifacts.expose_as).toBe('sitecam');
    for (const { artifacts } of [sitecam, report]) expect(artifacts.when).toBe('always');
  });

  test('runs, keeps what it names as artifacts, and comes to what one run would', () => {
    const inputs = {
      plans: 'plans/[k-m]*\nplans/polling-station',
      package: 'vendor/sitecam.tgz',
      shards: 2,
    };
    const { sitecam, 'sitecam-report': report } = component({ ...inputs, args: '--today 2026-11-24' });
    const total = sitecam.parallel ?? 0;
    for (let index = 1; index <= total; index++) {
      const ran = run(sitecam, { CI_NODE_INDEX: String(index), CI_NODE_TOTAL: String(total) });
      expect(ran, ran.said).toMatchObject({ code: 0 });
      for (const path of Object.values(sitecam.artifacts.reports ?? {})) {
        expect(readFileSync(join(designs, path), 'utf8').length, path).toBeGreaterThan(0);
        // Each shard has a folder of its own, and uploads it under the same name.
        rmSync(join(designs, path));
      }
    }
    for (const path of sitecam.artifacts.paths) expect(readdirSync(join(designs, path))).toHaveLength(total);
    const merged = run(report, {});
    expect(merged, merged.said).toMatchObject({ code: 1 });
    const lint = 'node "$sitecam" lint plans --as ci --today 2026-11-24 --quiet --lang zh-CN --format sarif=once.sarif';
    const once = run({ ...report, script: [lint] }, {});
    expect(once.code, once.said).toBe(1);
    const [page, log] = report.artifacts.paths.map((path) => readFileSync(join(designs, path), 'utf8'));
    expect(log === readFileSync(join(designs, 'once.sarif'), 'utf8')).toBe(true);
    expect(page.includes('</html>')).toBe(true);
  }, 120_000);

  test('says in one line that it could not install, and does not pass', () => {
    const { sitecam } = component({ version: '0.0.0-none' });
    const ran = run(sitecam, {});
    expect(ran.code).toBe(70);
    expect(ran.said).toContain('离线包');
  });
});
