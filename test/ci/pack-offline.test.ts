import { execFile, execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import AdmZip from 'adm-zip';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SCHEMAS } from '../../src/host/config/schemas.js';
import { REPORT_FORMATS } from '../../src/report/formats.gen.js';
import { contentProblems } from '../../tools/release/contents.mjs';
import { checkOut } from '../support/checkout.js';
import { sitecam } from '../support/io.js';
import { Editor } from '../support/lsp.js';

const manifest: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'));
const lock: { packages: Record<string, { version: string; dev?: true }> } = JSON.parse(
  readFileSync('package-lock.json', 'utf8'),
);
const NAME = `sitecam-lint-${manifest.version}`;
const ARCHIVE = `${NAME}-offline.tgz`;

const HOTEL = 'fixtures/sites/qingcheng-hotel/violations.yaml';

const root = mkdtempSync(join(tmpdir(), 'sitecam-'));
chmodSync(root, 0o755);
afterAll(() => rmSync(root, { recursive: true }));

/** Where the archive was unpacked: no folder of the project, and a name as people give them. */
const unpacked = join(root, '审查 工具', NAME);
/** Where the reviewer's plans are. */
const desk = join(root, 'desk');

/** Packs the sources in `project` into `into`, by hands with other habits. */
function pack(project: string, into: string, env: Readonly<Record<string, string>>, umask: string): Promise<unknown> {
  const script = `umask ${umask} && exec "$0" "$1"`;
  return promisify(execFile)('sh', ['-c', script, join(project, '.ci/pack-offline'), into], {
    env: { ...process.env, ...env },
  });
}

beforeAll(async () => {
  const copy = join(root, '另一处 checkout');
  checkOut(copy);
  await Promise.all([
    pack('.', join(root, 'a'), { LANG: 'zh_CN.UTF-8', TZ: 'Asia/Shanghai' }, '022'),
    pack(copy, join(root, 'b'), { LC_ALL: 'C', TZ: 'America/St_Johns', NODE_ENV: 'production' }, '077'),
  ]);
  mkdirSync(dirname(unpacked), { recursive: true });
  execFileSync('tar', ['xzf', join(root, 'a', ARCHIVE), '-C', dirname(unpacked)]);
  mkdirSync(desk);
  cpSync('fixtures/sites/qingcheng-hotel', join(desk, 'fixtures/sites/qingcheng-hotel'), { recursive: true });
  chmodSync(desk, 0o777);
  symlinkSync(process.execPath, join(root, 'node'));
}, 300_000);

/** Another user, whose home can't be written, on a machine without a network: as much of that as this machine allows. */
const elsewhere: readonly string[] = (() => {
  const nobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];
  const ways = [['unshare', '-n', ...nobody], ['unshare', '-rn'], nobody, []];
  const works = (way: readonly string[]) =>
    spawnSync('env', [...way, process.execPath, '--version'], { stdio: 'ignore' }).status === 0;
  return ways.find(works) ?? [];
})();

/** A page without its script, which is written otherwise by whatever compiled it. */
function unscripted(text: string): string {
  return text.replace(/<script\b[\s\S]*?<\/script>|&#39;sha256-.*?&#39;/g, '');
}

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(command: readonly string[], env: Readonly<Record<string, string>> = {}): Ran {
  const own = { PATH: `${root}:/usr/bin:/bin`, HOME: '/nonexistent', npm_config_offline: 'true', ...env };
  const variables = Object.entries(own).map(([name, value]) => `${name}=${value}`);
  const { status, stdout, stderr } = spawnSync('env', [...elsewhere, 'env', '-i', ...variables, ...command], {
    cwd: desk,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

describe('the offline archive', () => {
  test('is the same, byte for byte, from the same sources, wherever and by whom it is packed', () => {
    const [a, b] = ['a', 'b'].map((folder) => readFileSync(join(root, folder, ARCHIVE)));
    expect(a.equals(b)).toBe(true);
  });

  test('has a checksum that sha256sum takes, and that fails on another archive', () => {
    const check = () => spawnSync('sha256sum', ['-c', `${ARCHIVE}.sha256`], { cwd: join(root, 'b'), encoding: 'utf8' });
    expect(check()).toMatchObject({ status: 0, stdout: `${ARCHIVE}: OK\n` });
    execFileSync('sh', ['-c', 'printf x >> "$0"', ARCHIVE], { cwd: join(root, 'b') });
    expect(check().status).toBe(1);
  });

  test('holds the package and what it needs to run, and nothing else', () => {
    expect(readdirSync(unpacked).sort()).toEqual([
      'CHANGELOG.en.md',
      'CHANGELOG.md',
      'LICENSE',
      'README.en.md',
      'README.md',
      'THIRD-PARTY-LICENSES.txt',
      'bin',
      'dist',
      'docs',
      'node_modules',
      'package.json',
      'playground.html',
      'schemas',
      'sitecam',
      'sitecam.cmd',
      'sitecam.vsix',
    ]);
    const files = readdirSync(unpacked, { recursive: true, encoding: 'utf8' });
    const paths = files.filter((file) => !/^node_modules(\/|$)/.test(file) && statSync(join(unpacked, file)).isFile());
    const beside = ['THIRD-PARTY-LICENSES.txt', 'playground.html', 'sitecam', 'sitecam.cmd', 'sitecam.vsix'];
    expect(contentProblems(paths.filter((file) => !beside.includes(file)))).toEqual([]);
    expect(
      files.filter(
        (file) =>
          /(^|\/)(bench|benchmark|fixtures|spec)(\/|$)|\.test\.|\.map$|\.tsx?$/.test(file) && !file.endsWith('.d.ts'),
      ),
    ).toEqual([]);
  });

  test('holds the versions of the lock file, each with its licence, and lists them', () => {
    const wanted = Object.entries(lock.packages).filter(([path, { dev }]) => path !== '' && dev !== true);
    const list = readFileSync(join(unpacked, 'THIRD-PARTY-LICENSES.txt'), 'utf8');
    const packages = readdirSync(join(unpacked, 'node_modules')).flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(unpacked, 'node_modules', name)).map((one) => `${name}/${one}`) : name,
    );
    expect(packages.sort()).toEqual(wanted.map(([path]) => path.replace('node_modules/', '')).sort());
    for (const [path, { version }] of wanted) {
      const packed: { name: string; version: string } = JSON.parse(
        readFileSync(join(unpacked, path, 'package.json'), 'utf8'),
      );
      expect(packed.version, path).toBe(version);
      const text = new RegExp(`^${packed.name} ${version}\n  \\S+: (${path}/\\S+)\n  sha512-`, 'm').exec(list)?.[1];
      expect(readFileSync(join(unpacked, text ?? ''), 'utf8').length, path).toBeGreaterThan(200);
    }
  });

  test('unpacks the same on every system: no links, no owner, one day, and no bit that lets others write', () => {
    const listed = execFileSync('tar', ['tvzf', join(root, 'a', ARCHIVE), '--numeric-owner', '--utc'], {
      encoding: 'utf8',
    });
    for (const line of listed.trimEnd().split('\n')) {
      expect(line).toMatch(/^(drwxr-xr-x|-rw-r--r--|-rwxr-xr-x) 0\/0 +\d+ 1980-01-01 00:00 sitecam-lint-/);
    }
  });

  test('starts by each of its starters, also through a link', () => {
    symlinkSync(join(unpacked, 'sitecam'), join(root, 'linked'));
    for (const command of [
      join(unpacked, 'bin/sitecam.js'),
      join(unpacked, 'sitecam'),
      join(root, 'linked'),
      'linked',
    ]) {
      expect(run([command, '--version'])).toEqual({ code: 0, out: `${manifest.version}\n`, err: '' });
    }
    const missing = run(['/bin/sh', join(unpacked, 'sitecam'), '--version'], { PATH: '/nonexistent' });
    expect(missing).toMatchObject({ code: 127, out: '' });
    expect(missing.err).toContain('未找到 Node.js');
  });

  test('starts on Windows by lines as cmd reads them', () => {
    const text = readFileSync(join(unpacked, 'sitecam.cmd'), 'latin1');
    expect(text).toMatch(/^[\r\n\x20-\x7e]*$/);
    expect(text.split('\r\n').slice(0, -1).join('\n')).not.toMatch(/[\r\n]\r|\r/);
    const started = /^node "%~dp0(.+)" %\*$/m.exec(text.replaceAll('\r\n', '\n'))?.[1] ?? '';
    expect(existsSync(join(unpacked, ...started.split('\\')))).toBe(true);
  });

  test.each([
    ['plan.yaml', 0],
    ['violations.yaml', 1],
  ])('judges %s as the sources do, in every format', async (plan, code) => {
    const outputs = REPORT_FORMATS.flatMap((format) => ['-f', `${format}=out/${format}`]);
    const argv = ['lint', `fixtures/sites/qingcheng-hotel/${plan}`, ...outputs, '--assets', 'out/assets'];
    const told = [...argv, '--today', '2026-11-24', '--lang', 'zh-CN'];
    const ran = run([join(unpacked, 'sitecam'), ...told]);
    const asked = await sitecam(told, { columns: 80 });
    expect(ran).toEqual({ code, out: asked.out, err: '' });
    expect(asked.code).toBe(code);
    expect(asked.written.size).toBeGreaterThan(REPORT_FORMATS.length);
    for (const [file, text] of asked.written) {
      expect(unscripted(readFileSync(join(desk, file), 'utf8')) === unscripted(text), file).toBe(true);
    }
  });

  test('explains, lists, draws and prints its schemas', async () => {
    const lines = [
      ...SCHEMAS.map((name) => ['schema', name]),
      ['explain', '9.2(3)'],
      ['explain', 'capture/view-into-private-zone'],
      ['rules', '--lang', 'en'],
      ['--help'],
    ];
    for (const argv of lines) {
      const asked = await sitecam(argv, { columns: 80 });
      expect(run([join(unpacked, 'sitecam'), ...argv]), argv.join(' ')).toEqual({ code: 0, out: asked.out, err: '' });
    }
    const drawn = run([join(unpacked, 'sitecam'), 'draw', 'fixtures/sites/qingcheng-hotel/plan.yaml', '-o', 'drawn']);
    expect(drawn.code).toBe(0);
    const drawings = readdirSync(join(desk, 'drawn'));
    expect(drawings.length).toBeGreaterThan(0);
    for (const file of drawings)
      expect(readFileSync(join(desk, 'drawn', file), 'utf8')).toMatch(/^<svg[\s\S]*<\/svg>\s*$/);
  });

  test('has an extension of VS Code that brings its own server, which judges', { timeout: 60_000 }, async () => {
    const extension = join(root, '扩展');
    new AdmZip(join(unpacked, 'sitecam.vsix')).extractAllTo(extension);
    const own = JSON.parse(readFileSync(join(extension, 'extension/package.json'), 'utf8'));
    expect(own.version).toBe(manifest.version);
    expect(readFileSync(join(extension, 'extension/dist/LICENSES.txt'), 'utf8')).toMatch(/vscode-languageclient/);
    // As the library of VS Code starts it.
    const script = join(extension, 'extension/server/bin/sitecam.js');
    const editor = await Editor.startScript(script, { 'plan.yaml': readFileSync(HOTEL, 'utf8') }, [
      '--clientProcessId=1',
    ]);
    editor.open('plan.yaml');
    const marks = await editor.marks('plan.yaml');
    expect(marks.map(({ code }) => code)).toContain('capture/device-in-private-zone');
    await editor.end();
  });

  test('is a library too', () => {
    const script = `import(${JSON.stringify(join(unpacked, 'dist/bundle/index.mjs'))}).then((api) => console.log(typeof api.lintPlan));`;
    expect(run(['node', '-e', script])).toEqual({ code: 0, out: 'function\n', err: '' });
  });

  test('leaves no trace in its folder', () => {
    const newer = execFileSync('find', [unpacked, '-newermt', '1980-01-02'], { encoding: 'utf8' });
    expect(newer).toBe('');
  });
});
