import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { complete } from '../../src/cli/completion/candidates.js';
import { ARGUMENT_VALUES, OPTION_VALUES } from '../../src/cli/completion/values.js';
import { program } from '../../src/cli/program.js';
import { processIo } from '../../src/host/io.js';
import { packIds } from '../../src/law/load.js';
import { pagePlugin } from '../../tools/build/page.mjs';
import { validatorSource, validatorsPlugin } from '../../tools/build/validators.mjs';
import { sitecam } from '../support/io.js';

const io = processIo();
const tree = (): Command => program(io, 'zh-CN', () => {});

async function offered(line: string, root = tree()): Promise<readonly string[]> {
  const { candidates, files } = await complete(root, line.split(' ').slice(1), 'zh-CN');
  return [...candidates.map(({ value }) => value), ...(files === 'none' ? [] : [`<${files}>`])];
}

describe('what completes a command line', () => {
  test.each([
    ['sitecam dr', ['draw', '<plans>']],
    ['sitecam lint ', ['<plans>']],
    ['sitecam lint a.yaml b', ['<plans>']],
    ['sitecam --fail', ['--fail-on']],
    ['sitecam a.yaml --fail', ['--fail-on']],
    ['sitecam lint --fail-on w', ['warning']],
    ['sitecam lint --fail-on=', ['error', 'warning', 'review', 'never']],
    ['sitecam lint -f sarif', ['sarif', 'sarif-github']],
    ['sitecam lint -f sarif=x', ['<files>']],
    ['sitecam lint --assets ', ['<files>']],
    ['sitecam lint --today ', []],
    ['sitecam lint -- --fail', ['<plans>']],
    ['sitecam lint --fail-on error --q', ['--quiet']],
    ['sitecam draw plan.yaml --show mu', ['must']],
    ['sitecam explain coverage/d', ['coverage/declared']],
    ['sitecam explain 9.2(3', ['9.2(3)']],
    [
      'sitecam schema ',
      [
        'plan',
        'config',
        'waivers',
        'decisions',
        'mapping',
        'models',
        'suggest',
        'law',
        'report',
        'inspect',
        'verify',
        'conflicts',
        'suggestion',
        'certificate',
        'verify-certificate',
        'diff',
        'import-record',
        'survey',
      ],
    ],
    ['sitecam inspect --format ', ['terminal', 'json']],
    ['sitecam init --category mus', ['museum']],
    ['sitecam completion ', ['bash', 'zsh', 'fish', 'powershell']],
    ['sitecam help ru', ['rules']],
    ['sitecam rules x', []],
    ['sitecam rules --format ', ['terminal', 'json', 'markdown']],
    ['sitecam rules --format=j', ['json']],
    ['sitecam --format=sarif-', ['sarif-github']],
    ['sitecam conflicts -f ', ['terminal', 'json', 'markdown']],
    ['sitecam lint --pack cn-7', ['cn-799-2025', '<plans>']],
    ['sitecam lint --only-packs cn-7', ['cn-799-2025', '<plans>']],
    ['sitecam diff --pack=', [...packIds, '<plans>']],
    ['sitecam lint --print-config ', ['<plans>']],
    ['sitecam verify report.json plan.yaml --from sheet', ['sheet', 'sheet-html']],
  ])('%j', async (line, wanted) => {
    expect(await offered(line)).toEqual(wanted);
  });

  test('the commands are those that help lists', async () => {
    const listed = [...(await sitecam(['--help'])).out.replace(/^.*命令：/s, '').matchAll(/^ {2}([a-z]+) /gm)].map(
      ([, name]) => name,
    );
    expect(listed.length).toBeGreaterThan(5);
    expect(await offered('sitecam ')).toEqual([...listed, '<plans>']);
  });

  test('every option that the help of a command lists is offered', async () => {
    for (const { name } of tree().commands.map((command) => ({ name: command.name() }))) {
      const { out } = await sitecam([name, '--help']);
      const listed = [...out.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, flag]) => flag);
      expect(listed).toContain('--help');
      expect(await offered(`sitecam ${name} --`)).toEqual(expect.arrayContaining(listed));
    }
  });

  test('every command offers the formats it takes, and no other', async () => {
    const plan = 'fixtures/sites/museum/plan.yaml';
    for (const command of tree().commands.filter(({ options }) => options.some(({ long }) => long === '--format'))) {
      const name = command.name();
      const operands = {
        rules: [],
        diff: [plan, plan],
        verify: ['package.json', plan],
        pack: ['check', 'fixtures/packs/demo.yaml'],
        import: [plan, '-o', '-'],
      }[name] ?? [plan];
      const { code, err } = await sitecam([name, ...operands, '--format', 'no-such', '--lang', 'en']);
      const taken = /'no-such'; expected one of (.*?)\./.exec(err)?.[1].split(', ');
      expect([name, code, taken]).toEqual([name, 2, await offered(`sitecam ${name} --format `)]);
    }
  });

  test('what is declared elsewhere is offered without being named here', async () => {
    const root = tree();
    root
      .command('survey')
      .argument('<plans...>')
      .addOption(new Option('--as <who>').choices(['designer', 'ci']))
      .option('--write <file>', 'where to');
    expect(await offered('sitecam surv', root)).toEqual(['survey', '<plans>']);
    expect(await offered('sitecam survey --as ', root)).toEqual(['designer', 'ci']);
    expect(await offered('sitecam survey --write ', root)).toEqual(['<files>']);
    expect(await offered('sitecam survey ', root)).toEqual(['<plans>']);
  });

  test('the lists are of options and arguments that exist', () => {
    const { commands } = tree();
    const options = commands.flatMap((command) =>
      command.options.flatMap(({ long }) => [long, `${command.name()} ${long}`]),
    );
    const args = commands.flatMap((command) =>
      command.registeredArguments.map((argument) => `${command.name()} ${argument.name()}`),
    );
    expect(Object.keys(OPTION_VALUES).filter((long) => !options.includes(long))).toEqual([]);
    expect(Object.keys(ARGUMENT_VALUES).filter((key) => !args.includes(key))).toEqual([]);
  });

  test('whatever is offered for explain is explained', async () => {
    const subjects = await offered('sitecam explain ');
    expect(subjects.length).toBeGreaterThan(60);
    for (const subject of subjects) expect([subject, (await sitecam(['explain', subject])).code]).toEqual([subject, 0]);
  });

  test.each([
    [[':li'], ['plans', 'lint\t审查设计图（缺省命令）']],
    [
      [':lint', ':--fail-on', ':w'],
      ['none', 'warning'],
    ],
    [
      [':lint', ':--fail-on=w'],
      ['none --fail-on=', 'warning'],
    ],
    [[':lint', ':-f', ':sarif=n'], ['files sarif=']],
    [[':lint', ':--', ':--fail'], ['plans']],
    [[':lint', ':my plan.yaml', ':'], ['plans']],
    [
      [':explain', ':9.2(3'],
      ['none', '9.2(3)\t第九条第二款第（三）项'],
    ],
  ])('PowerShell asks with a colon before each word: %j', async (words, lines) => {
    const { code, out, err } = await sitecam(['complete', 'powershell', ...words]);
    expect([code, err, out]).toEqual([0, '', `${lines.join('\n')}\n`]);
  });

  test('a misspelt shell is wrong usage', async () => {
    const { code, err } = await sitecam(['completion', 'bsh', '--lang', 'en']);
    expect(code).toBe(2);
    expect(err).toContain("Did you mean 'bash'?");
  });
});

describe('in a shell', () => {
  const root = mkdtempSync(join(tmpdir(), 'sitecam-completion-'));
  const work = join(root, 'work');
  afterAll(() => rmSync(root, { recursive: true }));

  /** The command as it is shipped, of the sources as they are, and a folder with plans and other files. */
  beforeAll(async () => {
    const bundle = await rolldown({
      input: 'src/cli/main.ts',
      platform: 'node',
      external: (id) => !id.startsWith('.') && !id.startsWith('/'),
      logLevel: 'warn',
      plugins: [validatorsPlugin(validatorSource), pagePlugin()],
    });
    await bundle.write({ dir: join(root, 'dist/bundle') });
    for (const name of ['node_modules', 'schemas', 'package.json']) symlinkSync(resolve(name), join(root, name));
    mkdirSync(join(root, 'bin'));
    const command = join(root, 'bin/sitecam');
    writeFileSync(
      command,
      `#!${process.execPath}\nimport('${join(root, 'dist/bundle/main.js')}').then(({ run }) => run()).then((code) => { process.exitCode = code; });\n`,
    );
    chmodSync(command, 0o755);
    mkdirSync(join(work, 'sub'), { recursive: true });
    for (const name of ['plan.yaml', 'my plan.yml', 'notes.txt', 'sub/x.geojson']) writeFileSync(join(work, name), '');
  });

  function run(shell: string, script: string): string[] {
    const PATH = [join(root, 'bin'), process.env.PATH].join(delimiter);
    const options = { cwd: work, env: { PATH, HOME: root, LC_ALL: 'C.UTF-8' }, encoding: 'utf8' } as const;
    const flags = shell === 'fish' ? ['--no-config', '-c'] : ['-c'];
    return execFileSync(shell, [...flags, script], options)
      .trimEnd()
      .split('\n');
  }

  const installed = (shell: string) =>
    (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, shell)));

  /** What bash splits a line into: `=` is a word by itself. */
  const bash = (...words: string[]) =>
    run(
      'bash',
      `source <(sitecam completion bash)
COMP_WORDS=(sitecam ${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}
_sitecam; printf '%s\\n' "\${COMPREPLY[@]}"`,
    );

  test.skipIf(!installed('bash'))('bash', () => {
    expect(bash('li')).toEqual(['lint']);
    expect(bash('lint', '').sort()).toEqual(['my plan.yml', 'plan.yaml', 'sub']);
    expect(bash('lint', '--fail-on', '=', 'w')).toEqual(['warning']);
    expect(bash('lint', '--fail-on', '=')).toEqual(['error', 'warning', 'review', 'never']);
    expect(bash('lint', '-f', 'sarif', '=', 'n')).toEqual(['notes.txt']);
    expect(bash('explain', '9.2(3')).toEqual(['9.2\\(3\\)']);
    expect(bash('lint', '--pack', '').sort()).toEqual([...packIds, 'my plan.yml', 'plan.yaml', 'sub'].sort());
  });

  /** The functions of the completion system that the script calls, made to print what they are given. */
  const zsh = (...words: string[]) =>
    run(
      'zsh',
      `compdef() { : }; _describe() { print -rl -- "\${(@P)4}" }; _files() { print -r -- "files $*" }
compset() { print -r -- "prefix $2" }
eval "$(sitecam completion zsh)"
words=(sitecam ${words.map((word) => `'${word}'`).join(' ')}); CURRENT=${words.length + 1}
_sitecam`,
    );

  test.skipIf(!installed('zsh'))('zsh', () => {
    expect(zsh('li')).toEqual(['lint:审查设计图（缺省命令）', 'files -g *.(yaml|yml|json|geojson)']);
    expect(zsh('lint', '--fail-on', 'w')).toEqual(['warning']);
    expect(zsh('lint', '--fail-on=w')).toEqual(['prefix --fail-on=', 'warning']);
    expect(zsh('lint', '-f', 'sarif=n')).toEqual(['prefix sarif=', 'files']);
    expect(zsh('lint', '--pack', 'cn-7')).toEqual(['cn-799-2025', 'files -g *.(yaml|yml|json|geojson)']);
    expect(zsh('explain', '9.2(3')).toEqual(['9.2(3):第九条第二款第（三）项']);
  });

  const fish = (line: string) => run('fish', `sitecam completion fish | source; complete -C '${line}'`);

  test.skipIf(!installed('fish'))('fish', () => {
    expect(fish('sitecam li')).toEqual(['lint\t审查设计图（缺省命令）']);
    expect(fish('sitecam lint ')).toEqual(['my plan.yml', 'plan.yaml', 'sub/']);
    expect(fish('sitecam lint --fail-on=w')).toEqual(['--fail-on=warning']);
    expect(fish('sitecam lint -f sarif=n')).toEqual(['sarif=notes.txt']);
    expect(fish('sitecam init --category mus')).toEqual(['museum\t博物馆']);
  });

  const powershell = (line: string) =>
    run(
      'pwsh',
      `sitecam completion powershell | Out-String | Invoke-Expression
(TabExpansion2 '${line}' ${line.length}).CompletionMatches | ForEach-Object { $_.CompletionText }`,
    );

  test.skipIf(!installed('pwsh'))('PowerShell', () => {
    expect(powershell('sitecam li')).toEqual(['lint']);
    expect(powershell('sitecam lint --fail-on=w')).toEqual(['--fail-on=warning']);
    expect(powershell('sitecam init --category mus')).toEqual(['museum']);
  });

  test('the script for PowerShell is whole, and in what every version can read', async () => {
    const { out } = await sitecam(['completion', 'powershell']);
    expect(out).toMatch(/^[\x20-\x7e\n]+$/);
    expect(out).toContain("'^[\\w./:=*-]+$'");
    expect(out).toContain('-split "`t", 2');
    expect(out).toContain("-match '\\.(yaml|yml|json|geojson)$'");
    for (const [open, close] of ['()', '{}', '[]']) {
      expect(out.split(open).length, open).toBe(out.split(close).length);
    }
  });
});
