import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readAction } from '../support/composite.js';

/** The example in the page on CI that is to be saved under a name. */
function example(name: string, language: string): string {
  const page = readFileSync(`docs/${language}/ci.md`, 'utf8');
  const from = page.indexOf(`\`\`\`yaml\n# ${name}\n`);
  return from < 0 ? '' : page.slice(from + '```yaml\n'.length, page.indexOf('\n```', from));
}

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<string, { readonly steps: readonly { uses: string; with?: Record<string, string> }[] }>
  >;
}

describe.each(['zh-CN', 'en'])('what the page on CI says to save (%s)', (language) => {
  test('as a workflow gives the action inputs that it has, and the permission that it needs', () => {
    const workflow: Workflow | null = parse(example('.github/workflows/sitecam.yml', language));
    const steps = Object.values(workflow?.jobs ?? {}).flatMap((job) => job.steps);
    const own = steps.filter(({ uses }) => /\/sitecam[\w-]*@v/.test(uses));
    expect(own).toHaveLength(1);
    expect(workflow?.permissions['security-events']).toBe('write');
    const { inputs } = readAction('action.yml');
    for (const name of Object.keys(own[0].with ?? {})) expect(Object.keys(inputs)).toContain(name);
  });

  test('for pre-commit names a hook that there is', () => {
    const config: { repos: { hooks: { id: string }[] }[] } | null = parse(example('.pre-commit-config.yaml', language));
    const hooks: { id: string }[] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'));
    const named = config?.repos.flatMap((repo) => repo.hooks.map(({ id }) => id));
    expect(named).toEqual(hooks.map(({ id }) => id));
  });
});
