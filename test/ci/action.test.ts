import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkOut } from '../support/checkout.js';
import { type Run, readAction, runAction } from '../support/composite.js';
import { commandsOf } from '../support/workflow-commands.js';

const action = readAction('action.yml');
const HOTEL = resolve('fixtures/sites/qingcheng-hotel');

const root = mkdtempSync(join(tmpdir(), 'sitecam-'));
afterAll(() => rmSync(root, { recursive: true }));

/** The action as a runner checks it out: the sources, nothing built. */
const checkout = join(root, '_actions', 'sitecam');
let first: Run;

beforeAll(() => {
  checkOut(checkout);
  // A job may have set this for its own sake; the build needs its tools all the same.
  first = run('first', { plans: 'plan.yaml' }, { env: { NODE_ENV: 'production' } });
}, 300_000);

/** Runs the action on a repository of its own, with the hotel's plans and what `files` adds. */
function run(
  name: string,
  inputs: Readonly<Record<string, string>>,
  more: { files?: Readonly<Record<string, string>>; env?: Readonly<Record<string, string>>; in?: string } = {},
): Run {
  const workspace = join(root, name);
  const repository = join(workspace, more.in ?? '.');
  mkdirSync(repository, { recursive: true });
  cpSync(HOTEL, repository, { recursive: true });
  for (const [file, text] of Object.entries(more.files ?? {})) writeFileSync(join(repository, file), text);
  return runAction(
    { action, actionPath: checkout, workspace, temp: join(root, 'runner'), ...(more.env && { env: more.env }) },
    { args: '--today 2026-11-24', ...inputs },
  );
}

function uploads(ran: Run) {
  return ran.uses.filter(({ uses }) => uses.startsWith('github/codeql-action/upload-sarif@'));
}

function logOf(ran: Run, name: string): string {
  return ran.steps.find((step) => step.name === name)?.log ?? '';
}

interface Log {
  readonly runs: readonly [
    {
      readonly results: readonly {
        readonly ruleId: string;
        readonly locations: readonly [
          { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } },
        ];
      }[];
    },
  ];
}

function sarif(ran: Run): Log {
  return JSON.parse(readFileSync(ran.outputs['sarif-file'], 'utf8'));
}

/** The files that results are on. */
function filesOf(log: Log): string[] {
  const uris = log.runs[0].results.map(({ locations }) => locations[0].physicalLocation.artifactLocation.uri);
  return [...new Set(uris.map((uri) => decodeURIComponent(uri)))].sort();
}

describe('what is written in action.yml', () => {
  test('nothing from outside stands in a script: it comes by the environment', () => {
    const scripts = action.runs.steps.flatMap(({ run }) => run ?? []);
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).not.toContain('${{');
  });

  test('every input is described in both languages and used, and no other is', () => {
    const text = JSON.stringify(action.runs);
    const used = [...text.matchAll(/\binputs\.([\w-]+)/g)].map(([, name]) => name);
    expect([...new Set(used)].sort()).toEqual(Object.keys(action.inputs).sort());
    for (const { description } of [...Object.values(action.inputs), ...Object.values(action.outputs)]) {
      expect(description).toMatch(/[\u4e00-\u9fff].*。.*[A-Za-z]{4,}.*\.$/);
    }
  });
});

describe('a run of the action', () => {
  test('builds sitecam where it was checked out, once', () => {
    expect(first.code).toBe(0);
    expect(logOf(first, 'Build')).toContain('npm run build');
    expect(existsSync(join(checkout, 'dist'))).toBe(true);
    const again = run('again', { plans: 'plan.yaml' });
    expect(logOf(again, 'Build')).toMatch(/^sitecam \d+\.\d+\.\d+\n$/);
  });

  test('passes a plan in which nothing is found, and uploads that', () => {
    expect(first.outputs['exit-code']).toBe('0');
    expect(first.summary).toContain('未发现不符合');
    expect(uploads(first).map((step) => step.with)).toEqual([
      { sarif_file: first.outputs['sarif-file'], category: 'sitecam', checkout_path: `${join(root, 'first')}/.` },
    ]);
    // Documents to check are no findings: no alert is opened for them.
    expect(sarif(first).runs[0].results).toEqual([]);
  });

  test('of a plan that does not comply gives annotations, log and summary first, and fails last', () => {
    const ran = run('findings', { plans: 'violations.yaml', lang: 'en' });
    expect(ran.code).toBe(1);
    expect(ran.steps.map(({ name, code }) => [name, code])).toEqual([
      ['Build', 0],
      ['Lint', 0],
      ['Verdict', 1],
    ]);
    const commands = commandsOf(logOf(ran, 'Lint'));
    expect(commands.filter(({ name }) => name === 'error').length).toBeGreaterThan(3);
    // GitHub shows ten of each kind; what is cut is told once, of all plans together.
    const placed = commands.filter(({ properties }) => properties.title !== 'Not all findings are shown');
    expect(placed).toHaveLength(commands.length - 1);
    for (const { properties } of placed) expect(properties.file).toBe('violations.yaml');
    expect(ran.summary).toContain('capture/device-in-private-zone');
    expect(uploads(ran)).toHaveLength(1);
    expect(filesOf(sarif(ran))).toEqual(['violations.yaml']);
  });

  test('passes by fail-on and args', () => {
    const lax = run('lax', { plans: 'violations.yaml', 'fail-on': 'never' });
    expect([lax.code, lax.outputs['exit-code'], uploads(lax).length]).toEqual([0, '0', 1]);
    const configured = { 'sitecam.config.yaml': 'failOn: never\n' };
    expect(run('configured', { plans: 'violations.yaml' }, { files: configured }).code).toBe(0);
    expect(run('unconfigured', { plans: 'violations.yaml', as: 'reviewer' }, { files: configured }).code).toBe(1);
    const more = run('more', { plans: 'plan.yaml', args: '--today 2026-11-24\n  --format  html=page.html\n' });
    expect(more.code).toBe(0);
    expect(readFileSync(join(root, 'more', 'page.html'), 'utf8')).toContain('青城宾馆');
  });

  test('of a plan that cannot be read uploads nothing, since its findings would be taken for settled', () => {
    const ran = run(
      'unreadable',
      { plans: 'violations.yaml\nbroken.yaml' },
      { files: { 'broken.yaml': 'sitecam: [' } },
    );
    expect(ran.code).toBe(3);
    expect(uploads(ran)).toEqual([]);
    expect(ran.summary).toContain('broken.yaml');
    expect(commandsOf(logOf(ran, 'Lint')).map(({ properties }) => properties.file)).toContain('broken.yaml');
  });

  test.each<[string, Record<string, string>, number]>([
    ['no plan', { plans: ' \n\n' }, 3],
    ['a plan that is not there', { plans: 'nowhere.yaml' }, 3],
    ['standard input, which is not a plan', { plans: '-' }, 3],
    ['a misspelt option', { plans: 'plan.yaml', args: '--verfy' }, 2],
    ['a misspelt persona', { plans: 'plan.yaml', as: 'reviwer' }, 2],
    ['a misspelt level', { plans: 'plan.yaml', 'fail-on': 'eror' }, 2],
    ['a misspelt summary', { plans: 'plan.yaml', summary: 'html' }, 2],
    ['a log that would take the place of a plan', { plans: 'plan.yaml', 'sarif-file': 'plan.yaml' }, 2],
  ])('never passes on %s', (name, inputs, code) => {
    const ran = run(name, inputs);
    expect([ran.code, ran.outputs['exit-code'], uploads(ran)]).toEqual([code, String(code), []]);
    expect(commandsOf(logOf(ran, 'Verdict')).map((command) => command.name)).toEqual(['error']);
    expect(readFileSync(join(root, name, 'plan.yaml'), 'utf8')).toBe(readFileSync(join(HOTEL, 'plan.yaml'), 'utf8'));
  });

  test('never passes where it could not be built', () => {
    const bare = join(root, 'bare');
    mkdirSync(bare);
    writeFileSync(join(bare, 'package.json'), JSON.stringify({ engines: { node: '>=20' } }));
    const ran = runAction({ action, actionPath: bare, workspace: bare, temp: join(root, 'runner') }, {});
    expect(ran.steps.map(({ name }) => name)).toEqual(['Build', 'Verdict']);
    expect(ran.steps[1]).toMatchObject({ code: 70 });
    expect(uploads(ran)).toEqual([]);
  });

  test('says so where Node.js is too old', () => {
    const ancient = join(root, 'ancient');
    mkdirSync(ancient);
    writeFileSync(join(ancient, 'package.json'), JSON.stringify({ engines: { node: '>=9999.1' } }));
    const ran = runAction({ action, actionPath: ancient, workspace: ancient, temp: join(root, 'runner') }, {});
    expect(ran.code).toBe(70);
    expect(commandsOf(logOf(ran, 'Build'))[0]).toMatchObject({
      name: 'error',
      data: expect.stringContaining('9999.1'),
    });
  });

  test('installs the Node.js it is told to, and no other', () => {
    const ran = run('node', { plans: 'plan.yaml', 'node-version': '22' });
    expect(ran.uses[0]).toMatchObject({
      uses: expect.stringMatching(/^actions\/setup-node@v\d+$/),
      with: { 'node-version': '22' },
    });
    expect(first.uses.map(({ uses }) => uses)).not.toContain(ran.uses[0].uses);
  });

  test('takes a checkout in a folder of its own, a log where it is wanted, and leaves out what is not', () => {
    const ran = run(
      'nested',
      {
        plans: 'violations.yaml',
        'working-directory': 'designs',
        'sarif-file': 'out/log.sarif',
        category: 'hotel',
        summary: 'none',
      },
      { in: 'designs' },
    );
    const designs = join(root, 'nested', 'designs');
    expect(ran.summary).toBe('');
    expect(uploads(ran)[0].with).toEqual({
      sarif_file: join(designs, 'out/log.sarif'),
      category: 'hotel',
      checkout_path: designs,
    });
    expect(filesOf(sarif(ran))).toEqual(['violations.yaml']);
    expect(uploads(run('kept', { plans: 'violations.yaml', 'upload-sarif': 'false' }))).toEqual([]);
  });

  test('a name of a plan is a name, whatever is in it', () => {
    const plan = readFileSync(join(HOTEL, 'violations.yaml'), 'utf8');
    const names = [
      '$(touch pwned).yaml',
      '`touch pwned`.yaml',
      '; touch pwned; .yaml',
      '"; touch pwned; ".yaml',
      "'; touch pwned; '.yaml",
      '--fail-on=never.yaml',
      '-.yaml',
      '::error title=pwned::x.yaml',
      'a ##[error]pwned.yaml',
      `${'$'}{{ secrets.TOKEN }}.yaml`,
      '大堂 二层.yaml',
      'exit-code=0.yaml',
    ];
    const files = Object.fromEntries(names.map((name) => [name, plan]));
    const ran = run('hostile', { plans: `\r\n${names.join('\r\n  ')}\r\n` }, { files });
    expect(ran.code).toBe(1);
    expect(filesOf(sarif(ran))).toEqual([...names].sort());
    expect(readdirSync(join(root, 'hostile'))).not.toContain('pwned');
    expect(ran.outputs['exit-code']).toBe('1');
    for (const { log } of ran.steps) {
      expect(log).not.toContain('##[');
      for (const { name, properties } of commandsOf(log)) {
        expect(['error', 'warning', 'notice']).toContain(name);
        expect(properties.title).not.toBe('pwned');
      }
    }
  });

  test('what is said of a hostile name that is not there is no command either', () => {
    const ran = run('hostile-missing', { plans: '::add-mask::x\n##[error]x', 'fail-on': '\n::error::x' });
    expect(ran.code).toBe(2);
    expect(commandsOf(logOf(ran, 'Lint'))).toEqual([]);
    const missing = run('missing', { plans: '::add-mask::x\n##[error]x' });
    expect(missing.code).toBe(3);
    expect(logOf(missing, 'Lint')).not.toContain('##[');
    expect(new Set(commandsOf(logOf(missing, 'Lint')).map(({ name }) => name))).toEqual(new Set(['error']));
  });
});
