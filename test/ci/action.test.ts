import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packedWhole } from '../support/built.js';
import { checkOut } from '../support/checkout.js';
import { type Run, readAction, runAction } from '../support/composite.js';
import { commandsOf } from '../support/workflow-commands.js';

const action = readAction('action.yml');
const { version }: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'));
const HOTEL = resolve('fixtures/sites/qingcheng-hotel');

const root = mkdtempSync(join(tmpdir(), 'sitecam-'));
afterAll(() => rmSync(root, { recursive: true }));

/** The action as a runner checks it out: the sources, nothing built. */
const checkout = join(root, '_actions', 'sitecam');
/** What one job's steps share. */
const temp = join(root, 'runner');
/** A package with its dependencies in it, as the offline archive is: it takes no network to install. */
const PACKAGE = 'vendor/sitecam.tgz';
let archive = '';
let first: Run;

beforeAll(async () => {
  checkOut(checkout);
  archive = await packedWhole(join(root, 'packing'));
  first = run('first', { plans: 'plan.yaml' }, { env: { NODE_ENV: 'production' } });
}, 300_000);

interface More {
  readonly files?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly context?: Readonly<Record<string, string>>;
  readonly temp?: string;
  readonly in?: string;
}

/** Runs the action on a repository of its own, with the hotel's plans and what `files` adds. */
function run(name: string, inputs: Readonly<Record<string, string>>, more: More = {}): Run {
  const workspace = join(root, name);
  const repository = join(workspace, more.in ?? '.');
  mkdirSync(join(workspace, 'vendor'), { recursive: true });
  cpSync(HOTEL, repository, { recursive: true });
  if (!existsSync(join(workspace, PACKAGE))) symlinkSync(archive, join(workspace, PACKAGE));
  for (const [file, text] of Object.entries(more.files ?? {})) writeFileSync(join(repository, file), text);
  return runAction(
    {
      action,
      actionPath: checkout,
      workspace,
      temp: more.temp ?? temp,
      env: more.env ?? {},
      context: more.context ?? {},
    },
    { args: '--today 2026-11-24', package: PACKAGE, artifact: '', ...inputs },
  );
}

/** A folder of commands that stand before those of this machine, each by its script. */
function withTools(tools: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(root, 'tools-'));
  for (const [name, script] of Object.entries(tools)) {
    writeFileSync(join(folder, name), `#!/bin/bash\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
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

  test('every action it uses is pinned by its commit, with the version beside it', () => {
    const lines = readFileSync('action.yml', 'utf8').match(/^ *uses: .*$/gm) ?? [];
    expect(lines).toHaveLength(action.runs.steps.filter(({ uses }) => uses !== undefined).length);
    for (const line of lines) expect(line).toMatch(/^ *uses: [\w-]+(?:\/[\w-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
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
  test('installs what it is given, builds nothing, and does so once a job', () => {
    expect([first.code, logOf(first, 'Install')]).toEqual([0, `sitecam ${version}\n`]);
    expect(readdirSync(checkout)).not.toContain('dist');
    const installed = readdirSync(temp).filter((name) => /^sitecam-\d/.test(name));
    expect(installed).toHaveLength(1);
    const again = run(
      'again',
      { plans: 'plan.yaml' },
      { env: { PATH: `${withTools({ tar: 'exit 1' })}:${process.env.PATH}` } },
    );
    expect(logOf(again, 'Install')).toBe(`sitecam ${version}\n`);
  });

  test('installs its own version from the registry, or the one it is told, without running scripts', () => {
    // An npm that notes what it is asked, and installs the package.
    const log = join(root, 'npm.log');
    const npm = `echo "$*" >>'${log}'\nwhile [ "$1" != --prefix ]; do shift; done\ntar -xzf '${archive}' -C "$2" --strip-components=1`;
    const env = { PATH: `${withTools({ npm })}:${process.env.PATH}` };
    for (const [asked, installed] of [
      ['', version],
      ['9.8.7-rc.1', '9.8.7-rc.1'],
    ]) {
      const fresh = join(root, `runner-${installed}`);
      const ran = run(`npm-${installed}`, { plans: 'plan.yaml', package: '', version: asked }, { env, temp: fresh });
      expect(ran.code).toBe(0);
      const said = readFileSync(log, 'utf8').trimEnd().split('\n').at(-1) ?? '';
      expect(said).toMatch(/^install .*--ignore-scripts /);
      expect(said.endsWith(` sitecam-lint@${installed}`)).toBe(true);
    }
  });

  test.each([
    ['without a network', { package: '' }, '离线包'],
    ['of a version that is none', { package: '', version: '$(touch pwned)' }, 'version'],
    ['of a package that is not there', { package: 'vendor/none.tgz' }, 'package'],
    ['of a package that is none', { package: 'plan.yaml' }, '.tgz'],
  ])('says in one line that it could not install, and never passes: %s', (name, inputs, word) => {
    const npm = 'echo "::add-mask::x" >&2; exit 1';
    const env = { PATH: `${withTools({ npm })}:${process.env.PATH}` };
    const ran = run(`bare ${name}`, inputs, { env, temp: join(root, `runner ${name}`) });
    expect(ran.steps.map(({ name }) => name)).toEqual(['Install', 'Verdict']);
    expect([ran.code, uploads(ran)]).toEqual([70, []]);
    const commands = commandsOf(logOf(ran, 'Install'));
    expect(commands.map((command) => [command.name, command.data.includes(word)])).toEqual([['error', true]]);
    expect(readdirSync(join(root, `bare ${name}`))).not.toContain('pwned');
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
      ['Install', 0],
      ['Lint', 0],
      ['Summary', 0],
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

  test('says so where Node.js is too old', () => {
    const ancient = join(root, 'ancient');
    cpSync(join(checkout, 'tools/action'), join(ancient, 'tools/action'), { recursive: true });
    writeFileSync(join(ancient, 'package.json'), JSON.stringify({ engines: { node: '>=9999.1' } }));
    const ran = runAction({ action, actionPath: ancient, workspace: ancient, temp }, {});
    expect(ran.code).toBe(70);
    expect(commandsOf(logOf(ran, 'Install'))[0]).toMatchObject({
      name: 'error',
      data: expect.stringContaining('9999.1'),
    });
  });

  test('installs the Node.js it is told to, and no other', () => {
    const ran = run('node', { plans: 'plan.yaml', 'node-version': '22' });
    expect(ran.uses[0]).toMatchObject({
      uses: expect.stringMatching(/^actions\/setup-node@[0-9a-f]{40}$/),
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
    // Of some plans alone: the findings of the others would be taken for settled.
    expect(uploads(run('kept', { plans: 'violations.yaml', args: '--shard 1/1' }))).toEqual([]);
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

describe('what people see beside the log', () => {
  const URL = 'https://github.example/o/r/actions/runs/1/artifacts/2';
  const ARTIFACT = { 'steps.artifact.outputs.artifact-url': URL };

  test('is a page with the drawings, which the summary links', () => {
    const ran = run('page', { plans: 'violations.yaml', artifact: 'sitecam' }, { context: ARTIFACT });
    const [artifact] = ran.uses.filter(({ uses }) => uses.startsWith('actions/upload-artifact@'));
    expect(artifact.with.name).toBe('sitecam');
    const files = readdirSync(artifact.with.path, { recursive: true, encoding: 'utf8' });
    expect(files).toContain('sitecam.html');
    expect(files.filter((file) => file.endsWith('.svg')).length).toBeGreaterThan(2);
    expect(ran.summary.startsWith(`[网页报告和各层平面图 / Page and drawings](${URL})\n\n`)).toBe(true);
    // A summary can't show files of the runner.
    expect(ran.summary).not.toContain('.svg)');
    const none = run('no-page', { plans: 'plan.yaml' });
    expect(none.uses.filter(({ uses }) => uses.startsWith('actions/upload-artifact@'))).toEqual([]);
    expect(none.summary).not.toContain('.svg)');
  });

  test('is a summary within 1 MiB, whatever there is to say', () => {
    const report = join(root, 'long.md');
    const page = join(root, 'summary.md');
    const script = resolve('tools/action/summary.sh');
    const summarised = (text: string) => {
      writeFileSync(report, text);
      writeFileSync(page, '');
      const env = { SITECAM_REPORT: report, SITECAM_ARTIFACT: URL, GITHUB_STEP_SUMMARY: page, RUNNER_TEMP: root };
      execFileSync('bash', [script], { env: { PATH: process.env.PATH, ...env } });
      return readFileSync(page, 'utf8');
    };
    expect(summarised('# 报告\n')).toBe(`[网页报告和各层平面图 / Page and drawings](${URL})\n\n# 报告\n`);
    const long = summarised(`# 报告\n${'一'.repeat(400_000)}\n`);
    expect(long.length).toBeLessThan(1000);
    expect(long).toContain(URL);
    expect(long).toContain('1 MiB');
  });

  describe('is one comment on the pull request', () => {
    const token = 'secret-of-the-job';
    const context = { ...ARTIFACT, 'github.event.pull_request.number': '17', 'github.token': token };
    const mark = '<!-- sitecam: sitecam -->';

    /** Runs the action with an API that answers with these comments, page by page; what was sent to it, and the run. */
    function commented(name: string, pages: readonly unknown[], more: { plans?: string; refuses?: boolean } = {}) {
      const folder = join(root, `api-${name}`);
      mkdirSync(folder);
      for (const [index, page] of pages.entries())
        writeFileSync(join(folder, `page-${index + 1}`), JSON.stringify(page));
      const curl = `
printf '%s\\n' "$*" >>'${folder}/calls'
for each in "$@"; do
  case $each in @*token) cp "\${each#@}" '${folder}/header' ;; @*body.json) cp "\${each#@}" '${folder}/body' ;; esac
  case $prior in -o) out=$each ;; esac
  case $each in *'&page='*) cp "${folder}/page-\${each##*=}" "$out" ;; esac
  prior=$each
done
exit ${more.refuses === true ? 22 : 0}`;
      const env = {
        PATH: `${withTools({ curl })}:${process.env.PATH}`,
        GITHUB_API_URL: 'https://api.example',
        GITHUB_REPOSITORY: 'o/r',
      };
      const ran = run(`comment-${name}`, { plans: more.plans ?? 'violations.yaml', comment: 'true' }, { env, context });
      const text = (file: string) => (existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : '');
      return { ran, calls: text('calls').trimEnd().split('\n'), header: text('header'), body: text('body') };
    }

    test('which is written first, with the link, within what GitHub takes', () => {
      const { ran, calls, header, body } = commented('first', [[]]);
      expect(ran.code).toBe(1);
      expect(calls).toHaveLength(2);
      expect(calls[1]).toMatch(/-X POST .* https:\/\/api\.example\/repos\/o\/r\/issues\/17\/comments$/);
      // Arguments can be seen by others on the machine, logs by everybody.
      expect(header).toBe(`Authorization: Bearer ${token}\n`);
      expect(calls.join()).not.toContain(token);
      expect(ran.steps.map(({ log }) => log).join()).not.toContain(token);
      const written: { body: string } = JSON.parse(body);
      expect(written.body.startsWith(`${mark}\n[网页报告和各层平面图 / Page and drawings](${URL})\n\n#`)).toBe(true);
      expect(written.body).toContain('capture/device-in-private-zone');
      expect(written.body.length).toBeLessThanOrEqual(65_536);
    });

    test('which later runs update, and no other', () => {
      const others = Array.from({ length: 100 }, (_, id) => ({ id, body: 'x', user: { type: 'Bot' } }));
      const theirs = { id: 7, body: `${mark}\nmine`, user: { type: 'User' } };
      const own = { id: 4711, body: `${mark}\nold`, user: { type: 'Bot' } };
      const { calls } = commented('later', [others, [theirs, own]], { plans: 'plan.yaml' });
      expect(calls).toHaveLength(3);
      expect(calls[2]).toMatch(/-X PATCH .* https:\/\/api\.example\/repos\/o\/r\/issues\/comments\/4711$/);
    });

    test('whose refusal is a warning, and no verdict', () => {
      const { ran } = commented('refused', [[]], { plans: 'plan.yaml', refuses: true });
      expect(ran.code).toBe(0);
      const [warning] = commandsOf(logOf(ran, 'Comment'));
      expect(warning).toMatchObject({ name: 'warning', data: expect.stringContaining('pull-requests: write') });
    });

    test('which nobody gets who did not ask, nor outside of pull requests', () => {
      const names = (ran: Run) => ran.steps.map((step) => step.name);
      expect(names(first)).not.toContain('Comment');
      expect(names(run('pushed', { plans: 'plan.yaml', comment: 'true' }))).not.toContain('Comment');
    });
  });
});
