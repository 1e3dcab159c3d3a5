import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

const root = mkdtempSync(join(tmpdir(), 'sitecam-'));

/** Names the modules that were loaded, when the process ends. */
const WATCH = `const { writeFileSync } = require('node:fs');
const { basename } = require('node:path');
process.on('exit', () => writeFileSync(process.env.SEEN, JSON.stringify(Object.keys(require.cache).map((path) => basename(path)))));
`;

/** Stands for a Node.js that keeps compiled code and has no flag of Node 20: notes the folder it is to keep it in. */
const LATER = `const { writeFileSync } = require('node:fs');
Object.defineProperty(process.versions, 'node', { value: '22.1.0' });
require('node:v8').setFlagsFromString = (flag) => { throw new Error(flag); };
require('node:module').enableCompileCache = (folder = 'its own choice') => writeFileSync(process.env.SEEN, folder);
`;

/** The command as the build makes it of the sources as they are. */
beforeAll(() => {
  const parts = ['bin', 'schemas', 'src', 'tools/build', 'package.json', 'rolldown.config.js'];
  for (const part of [...parts, 'tsconfig.json', 'tsconfig.build.json', 'fixtures/sites']) {
    cpSync(part, join(root, part), { recursive: true });
  }
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  const { status, stdout, stderr } = spawnSync('npm', ['run', 'build'], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stdout + stderr);
  writeFileSync(join(root, 'watch.cjs'), WATCH);
  writeFileSync(join(root, 'later.cjs'), LATER);
}, 180_000);
afterAll(() => rmSync(root, { recursive: true }));

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function node(argv: readonly string[], env: Readonly<Record<string, string>> = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    env: { ...process.env, LANG: 'zh_CN.UTF-8', LC_ALL: '', LC_MESSAGES: '', ...env },
  });
  return { status, stdout, stderr };
}

const LINT = ['bin/sitecam.js', 'lint', 'fixtures/sites/ktv/violations.yaml', '--today', '2026-11-24'];

describe('the version', () => {
  const { version }: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'));

  test.each(['--version', '-V'])('%s is that of package.json, and all that is said', (asked) => {
    expect(node(['bin/sitecam.js', asked])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('is the same where more is asked, which the command line itself answers', () => {
    expect(node(['bin/sitecam.js', '--version', '--lang', 'en'])).toEqual({
      status: 0,
      stdout: `${version}\n`,
      stderr: '',
    });
  });
});

describe('a process that ends otherwise than by an answer', () => {
  test('because nothing is left to wait for, is no pass', () => {
    const entry = join(root, 'dist/bundle/main.js');
    const whole = readFileSync(entry);
    writeFileSync(entry, 'exports.run = () => new Promise(() => {});\n');
    try {
      expect(node(LINT)).toEqual({ status: 70, stdout: '', stderr: '' });
    } finally {
      writeFileSync(entry, whole);
    }
  });

  test.skipIf(!existsSync('/dev/full'))('because nobody can be told the version, is none either', () => {
    const line = `${process.execPath} bin/sitecam.js --version >/dev/full`;
    expect(spawnSync('sh', ['-c', line], { cwd: root }).status).toBe(2);
  });
});

describe('what Node compiled', () => {
  const seen = join(root, 'seen');
  const folder = join(root, 'cache/sitecam-compiled');

  /** Where a run on a later Node is to keep compiled code; undefined where nowhere. */
  function keptIn(env: Readonly<Record<string, string>>): string | undefined {
    rmSync(seen, { force: true });
    const elsewhere = { XDG_CACHE_HOME: '', LOCALAPPDATA: '', HOME: '' };
    const said = node(['-r', './later.cjs', ...LINT], { SEEN: seen, ...elsewhere, ...env });
    expect(said).toEqual(node(LINT));
    return existsSync(seen) ? readFileSync(seen, 'utf8') : undefined;
  }

  afterEach(() => rmSync(join(root, 'cache'), { recursive: true, force: true }));

  test('is kept in a folder that nobody else can write to', () => {
    mkdirSync(join(root, 'cache'));
    expect(keptIn({ XDG_CACHE_HOME: join(root, 'cache') })).toBe(folder);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(keptIn({ XDG_CACHE_HOME: join(root, 'cache') })).toBe(folder);
  });

  test('is kept below HOME where no other folder is set', () => {
    mkdirSync(join(root, 'cache/.cache'), { recursive: true });
    expect(keptIn({ XDG_CACHE_HOME: 'relative', HOME: join(root, 'cache') })).toBe(
      join(root, 'cache/.cache/sitecam-compiled'),
    );
  });

  test.each([
    ['no user has a folder', {}],
    ['the cache folder is not there', { XDG_CACHE_HOME: join(root, 'nowhere') }],
    ['the cache folder is a file', { XDG_CACHE_HOME: join(root, 'package.json') }],
  ])('is not kept where %s', (_, env) => {
    expect(keptIn(env)).toBeUndefined();
    expect(existsSync(join(root, 'nowhere'))).toBe(false);
  });
});

describe('the bundle', () => {
  test('loads nothing of imports for linting', () => {
    // Words that only an import says: they stand in some file of the bundle, and in none that linting asks for.
    const bundle = join(root, 'dist/bundle');
    const ofImports = readdirSync(bundle).filter(
      (name) => name.endsWith('.js') && readFileSync(join(bundle, name), 'utf8').includes('assumed-door'),
    );
    const file = join(root, 'seen.json');
    expect(node(['-r', './watch.cjs', ...LINT], { SEEN: file }).status).toBe(1);
    const loaded: readonly string[] = JSON.parse(readFileSync(file, 'utf8'));
    expect(loaded).toContain('plan-validator.cjs');
    expect(ofImports).not.toEqual([]);
    expect(ofImports.filter((name) => loaded.includes(name))).toEqual([]);
    expect(loaded.filter((name) => /^(?:import|mapping-validator)\b/.test(name))).toEqual([]);
  });

  test('is loaded by its entry too, in a module as in a worker thread', () => {
    const script = `import { isMainThread, Worker } from 'node:worker_threads';
import { main } from './dist/bundle/main.js';
if (isMainThread) new Worker(new URL(import.meta.url)).on('exit', (code) => console.log(typeof main, code));
else process.exitCode = typeof main === 'function' ? 0 : 1;
`;
    writeFileSync(join(root, 'entry.mjs'), script);
    expect(node(['entry.mjs'])).toEqual({ status: 0, stdout: 'function 0\n', stderr: '' });
  });

  test('lints on threads, and loads the packages that hardly a run needs', () => {
    const sites = ['ktv', 'bank-branch', 'museum'].map((site) => `fixtures/sites/${site}/plan.yaml`);
    const lint = (...argv: readonly string[]) =>
      node(['bin/sitecam.js', 'lint', ...sites, '--today', '2026-11-24', ...argv]);
    expect(lint('--workers', '2')).toEqual(lint('--workers', '1'));
    const plan = readFileSync(join(root, sites[0]), 'utf8');
    writeFileSync(join(root, 'slip.yaml'), plan.replace('kind: corridor', 'kind: Corridor'));
    const { stdout, stderr } = node(['bin/sitecam.js', 'lint', '--fix-dry-run', 'slip.yaml']);
    expect(stdout).toContain('+++ b/slip.yaml');
    expect(stderr).toContain('“Corridor”改为“corridor”');
    expect(node(['bin/sitecam.js', 'lint', 'fixtures', '-q']).status).toBe(1);
  });

  test('gives programs what the page on the API shows', () => {
    const example = /```js\n([\s\S]*?)```/.exec(readFileSync('docs/zh-CN/api.md', 'utf8'))?.[1] ?? '';
    writeFileSync(join(root, 'example.mjs'), `${example}console.log(report.split('\\n')[0]);\n`);
    const { status, stdout, stderr } = node(['example.mjs']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^capture\/device-in-private-zone \S+>\S+$/m);
    expect(stdout).toMatch(/# 技防设计图审查报告：.+\n$/);
  });

  test('holds the licences of the packages in it, and none under the LGPL', () => {
    const notices = readFileSync(join(root, 'dist/bundle/LICENSES.txt'), 'utf8');
    const heads = new Map(
      [...notices.matchAll(/^(\S+) (\d\S+) \((.+)\)$/gm)].map(([, name, version]) => [name, version]),
    );
    const code = readdirSync(join(root, 'dist/bundle')).map((file) =>
      readFileSync(join(root, 'dist/bundle', file), 'utf8'),
    );
    expect(code.some((text) => text.includes('node_modules/yaml/'))).toBe(true);
    expect(code.some((text) => text.includes('node_modules/geojson-validation/'))).toBe(false);
    const inside = code.flatMap((text) => [...text.matchAll(/^\/\/ \S*node_modules\/((?:@[^/]+\/)?[^/]+)\//gm)]);
    const names = [...new Set(inside.map(([, name]) => name))].sort();
    expect(names).toContain('commander');
    expect([...heads.keys()].sort()).toEqual(names);
    for (const [name, version] of heads) {
      const folder = join('node_modules', name);
      expect(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version, name).toBe(version);
      const text = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file)) ?? expect.fail(name);
      expect(notices, name).toContain(readFileSync(join(folder, text), 'utf8').trim());
    }
  });
});

describe('the package', () => {
  const files = (): { path: string; size: number }[] => {
    const asked = ['pack', '--dry-run', '--json', '--ignore-scripts'];
    const { stdout } = spawnSync('npm', asked, { cwd: root, encoding: 'utf8' });
    const [packed]: { files: { path: string; size: number }[] }[] = JSON.parse(stdout);
    return packed.files;
  };

  test('holds the command, the library and the schemas, and nothing that they do without', () => {
    const packed = files();
    const paths = packed.map(({ path }) => path);
    expect(paths.filter((path) => !/^(?:bin\/|dist\/|schemas\/|package\.json$)/.test(path))).toEqual([]);
    // The command is in the bundle; no program imports buildings, and the library loads one feature, repair, alone.
    expect(paths.filter((path) => /^dist\/(?:cli|host|import)\//.test(path))).toEqual([]);
    expect(paths.filter((path) => /^dist\/features\/(?!repair\/)/.test(path))).toEqual([]);
    expect(paths.filter((path) => /\.(?:test|map|tsbuildinfo)\b|\.env|\.tmp$/.test(path))).toEqual([]);
    for (const needed of ['bin/sitecam.js', 'dist/index.js', 'dist/index.d.ts', 'dist/bundle/LICENSES.txt']) {
      expect(paths).toContain(needed);
    }
    // Validators of eight formats are compiled ahead and six law packs read ahead, for the command and for programs. Of
    // the rest 0.3 MB are the survey, walls as bodies and the overlay of drawings, and 0.26 MB camera models: their table
    // and their code, for the command and for programs, and the validator of users' own; 0.1 MB reads building models, of
    // which web-ifc, 24 MB, is no part.
    expect(paths.filter((path) => /web-ifc.*\.(?:wasm|cjs)$/.test(path))).toEqual([]);
    expect(packed.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(13.3e6);
  });

  test('is whole: the command and the library run from nothing else', () => {
    const place = join(root, 'elsewhere');
    for (const { path } of files()) cpSync(join(root, path), join(place, path));
    symlinkSync(resolve('node_modules'), join(place, 'node_modules'));
    const outline = [
      [0, 0],
      [1e-4, 0],
      [1e-4, 1e-4],
      [0, 0],
    ];
    const geometry = { type: 'Polygon', coordinates: [outline] };
    const room = { type: 'Feature', id: 'way/1', properties: { indoor: 'room', level: '0' }, geometry };
    writeFileSync(join(root, 'room.geojson'), JSON.stringify({ type: 'FeatureCollection', features: [room] }));
    const plans = ['ktv', 'bank-branch', 'museum'].map((site) => join(root, `fixtures/sites/${site}/plan.yaml`));
    for (const asked of [
      ['lint', ...plans, '--workers', '2', '-f', 'json'],
      ['import', join(root, 'room.geojson'), '-o', '-'],
    ]) {
      const ran = node([join(place, 'bin/sitecam.js'), ...asked]);
      expect(ran, asked.join(' ')).toEqual(node(['bin/sitecam.js', ...asked]));
      expect(JSON.parse(ran.stdout), asked.join(' ')).toBeTypeOf('object');
    }
    const script = `import { lint } from ${JSON.stringify(join(place, 'dist/index.js'))}; console.log(typeof lint);`;
    expect(node(['--input-type=module', '-e', script])).toEqual({ status: 0, stdout: 'function\n', stderr: '' });
  });
});

describe('a Node.js that allows less', () => {
  const plain = () => node(LINT);

  test.each([
    ['no code made of text', ['--disallow-code-generation-from-strings']],
    ['no __proto__', ['--disable-proto=throw']],
    ['built-in objects that cannot be changed', ['--frozen-intrinsics', '--no-warnings']],
    ['files that are only read', ['--experimental-permission', '--no-warnings', '--allow-fs-read=*']],
  ])('is enough: %s', (_, flags) => {
    expect(node([...flags, ...LINT])).toEqual(plain());
  });

  test('writes reports where it may, and says so where it may not', () => {
    const out = join(root, 'allowed');
    const asked = ['-q', '-f', `sarif=${join(out, 'r.sarif')}`];
    const flags = ['--experimental-permission', '--no-warnings', '--allow-fs-read=*'];
    mkdirSync(out);
    const refused = node([...flags, ...LINT, ...asked]);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('--allow-fs-write');
    expect(readdirSync(out)).toEqual([]);
    expect(node([...flags, `--allow-fs-write=${out}/*`, ...LINT, ...asked]).status).toBe(1);
    expect(readdirSync(out)).toEqual(['r.sarif']);
  });
});
