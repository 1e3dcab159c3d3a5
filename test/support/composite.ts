// Runs a composite GitHub action locally, the way a runner does.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** A step of a composite action, as action.yml writes it. */
export interface Step {
  readonly name: string;
  readonly id?: string;
  readonly if?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string | boolean>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'working-directory'?: string;
}

/** The parts of an action.yml that running it needs. */
export interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

/** Reads an action.yml. */
export function readAction(path: string): Action {
  return parse(readFileSync(path, 'utf8'));
}

/** Result of a composite action: the log of each step that ran, the actions it used, its outputs and its summary. */
export interface Run {
  /** Exit code of the first step that failed; 0 if none did. */
  readonly code: number;
  readonly steps: readonly { readonly name: string; readonly code: number; readonly log: string }[];
  readonly uses: readonly { readonly uses: string; readonly with: Readonly<Record<string, string>> }[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** An action and the folders it runs in. */
export interface Runner {
  readonly action: Action;
  /** Folder the action is checked out in. */
  readonly actionPath: string;
  /** Folder of the repository. */
  readonly workspace: string;
  /** Folder for the runner's own files, one for a job: runs that share it are uses of the action in one job. */
  readonly temp: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What expressions name beside inputs, and outputs of steps that are only noted: `github.token`, `steps.x.outputs.y`. */
  readonly context?: Readonly<Record<string, string>>;
}

/**
 * Runs a composite action as a runner does: `run` steps in bash, with files for outputs and the summary; `uses` steps
 * are only noted.
 */
export function runAction(runner: Runner, given: Readonly<Record<string, string>>): Run {
  const { action, workspace } = runner;
  mkdirSync(runner.temp, { recursive: true });
  const kept = mkdtempSync(join(runner.temp, 'run-'));
  const inputs = Object.entries(action.inputs).map(
    ([name, { default: value }]) => [name, given[name] ?? value] as const,
  );
  const context: Record<string, string> = Object.fromEntries(inputs.map(([name, value]) => [`inputs.${name}`, value]));
  Object.assign(context, { 'github.workspace': workspace }, runner.context);
  const steps: { name: string; code: number; log: string }[] = [];
  const uses: { uses: string; with: Record<string, string> }[] = [];
  let summary = '';
  for (const [index, step] of action.runs.steps.entries()) {
    const failed = steps.some(({ code }) => code !== 0);
    if (!holds(step.if ?? '', failed, context)) continue;
    if (step.run === undefined) {
      const given = Object.entries(step.with ?? {}).map(([name, value]) => [name, filled(String(value), context)]);
      uses.push({ uses: step.uses ?? '', with: Object.fromEntries(given) });
      continue;
    }
    const [script, output, page] = ['sh', 'output', 'summary'].map((name) => join(kept, `${index}.${name}`));
    for (const [file, text] of [
      [script, step.run],
      [output, ''],
      [page, ''],
    ])
      writeFileSync(file, text);
    const env = Object.entries(step.env ?? {}).map(([name, value]) => [name, filled(value, context)]);
    const ran = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
      cwd: join(workspace, filled(step['working-directory'] ?? '', context)),
      encoding: 'utf8',
      input: 'what a runner may leave on standard input\n',
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        ...runner.env,
        GITHUB_ACTION_PATH: runner.actionPath,
        GITHUB_WORKSPACE: workspace,
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: page,
        RUNNER_TEMP: runner.temp,
        ...Object.fromEntries(env),
      },
    });
    for (const line of readFileSync(output, 'utf8').split('\n').filter(Boolean)) {
      const at = line.indexOf('=');
      context[`steps.${step.id}.outputs.${line.slice(0, at)}`] = line.slice(at + 1);
    }
    summary += readFileSync(page, 'utf8');
    steps.push({ name: step.name, code: ran.status ?? -1, log: ran.stdout + ran.stderr });
  }
  return {
    code: steps.find(({ code }) => code !== 0)?.code ?? 0,
    steps,
    uses,
    outputs: Object.fromEntries(
      Object.entries(action.outputs).map(([name, { value }]) => [name, filled(value, context)]),
    ),
    summary,
  };
}

/** Returns a text with its `${{ … }}` expressions replaced; a value that isn't set is empty, as on a runner. */
function filled(text: string, context: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{\s*([\w.-]+)\s*\}\}/g, (_, name: string) => context[name] ?? '');
}

/**
 * True if a step's condition holds: terms joined by `&&`, each `always()` or a comparison with a literal. After a
 * failure only conditions with `always()` hold.
 */
function holds(condition: string, failed: boolean, context: Readonly<Record<string, string>>): boolean {
  const terms = condition
    .replace(/^\$\{\{|\}\}$/g, '')
    .split('&&')
    .map((term) => term.trim())
    .filter((term) => term !== '');
  if (failed && !terms.includes('always()')) return false;
  return terms.every((term) => {
    if (term === 'always()') return true;
    const [, name, operator, literal] = /^([\w.-]+) ([!=]=) '(.*)'$/.exec(term) ?? [];
    if (name === undefined) throw new Error(`no condition of ours: ${term}`);
    return ((context[name] ?? '') === literal) === (operator === '==');
  });
}
