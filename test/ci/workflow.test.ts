// The workflow of the project itself: what it may do, on what it runs, and that nothing it uses can change under it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly on: unknown;
  readonly permissions: unknown;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly permissions?: unknown;
        readonly 'timeout-minutes'?: number;
        readonly strategy?: { readonly matrix: Readonly<Record<string, readonly unknown[]>> };
        readonly steps: readonly Step[];
      }
    >
  >;
}

const FOLDER = '.github/workflows';
const files = readdirSync(FOLDER);

describe.each(files)('%s', (file) => {
  const text = readFileSync(join(FOLDER, file), 'utf8');
  const workflow: Workflow = parse(text);
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  test('uses actions by their commit, with the version beside it', () => {
    const lines = text.match(/\buses: .*$/gm) ?? [];
    expect(lines).toHaveLength(steps.filter(({ uses }) => uses !== undefined).length);
    for (const line of lines) expect(line).toMatch(/^uses: [\w-]+(?:\/[\w-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('may read the sources, and nothing else', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    for (const job of Object.values(workflow.jobs)) {
      expect(job.permissions).toBeUndefined();
      expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
    }
    // The token stays in no folder that tests could read, and no event gives strangers' code another.
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    for (const step of checkouts) expect(step.with?.['persist-credentials']).toBe(false);
    expect(text).not.toContain('pull_request_target');
    expect(text).not.toContain('secrets.');
  });

  test('puts nothing from outside into a script', () => {
    for (const { run } of steps) expect(run ?? '').not.toContain('${{');
  });
});

test('the gate runs on Debian; builds and tests run on three systems with three lines of Node.js', () => {
  const { jobs }: Workflow = parse(readFileSync(join(FOLDER, 'ci.yml'), 'utf8'));
  expect(jobs.gate.steps.map(({ run }) => run)).toContain('.ci/run');
  expect(jobs.systems.strategy?.matrix).toEqual({
    os: ['ubuntu-latest', 'macos-latest', 'windows-latest'],
    node: [20, 22, 24],
  });
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));
  const run = jobs.systems.steps.flatMap((step) => step.run ?? []);
  expect(run).toContain('npm ci --ignore-scripts');
  for (const [, script] of run.join('\n').matchAll(/npm run (\S+)/g)) expect(Object.keys(scripts)).toContain(script);
});
