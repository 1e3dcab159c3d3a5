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
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { once } from '../../src/base/memo.js';
import { BUNDLED } from '../../tools/build/bundled.mjs';
import { CHECKS } from '../../tools/release/check.mjs';
import { contentProblems } from '../../tools/release/contents.mjs';
import { built, unpackedInto } from '../support/built.js';

const root = mkdtempSync(join(tmpdir(), 'sitecam-'));

/** Names the modules that were loaded, when the process ends. */
const WATCH = `const { writeFileSync } = require('node:fs');
const { basename } = require('node:path');
process.on('exit', () => writeFileSync(process.env.SEEN, JSON.stringify(Object.keys(require.cache).map((path) => basename(path)))));
`;

/** Programs that use each entry of the library with its types, by the entry's name in `exports`. */
const CONSUMERS: Readonly<Record<string, string>> = {
  '.': `import { lint, renderMarkdown, renderSarif, rules, type LintVerdict, type Report } from 'sitecam-lint';
const report = lint('sitecam: 1', { today: '2026-11-24', path: 'plan.yaml' });
export const judged: Report | undefined = report.ok ? report : undefined;
export const failing: readonly LintVerdict[] = judged?.verdicts.filter(({ outcome }) => outcome === 'fail') ?? [];
export const all = [renderMarkdown, renderSarif, rules];
// @ts-expect-error No plan is a number: the types say something.
lint(1);
`,
  './report': `import type { ReportInput } from 'sitecam-lint';
import { REPORT_FORMATS, renderReport, type ReportFormat } from 'sitecam-lint/report';
const formats: readonly ReportFormat[] = REPORT_FORMATS;
export const all = (input: ReportInput): Promise<string>[] =>
  formats.map((format) => renderReport(format, input, { locale: 'en', width: 100 }));
// @ts-expect-error There is no such format.
export const none = (input: ReportInput) => renderReport('docx', input, { locale: 'en' });
`,
  './draw': `import type { Report } from 'sitecam-lint';
import { drawLevel, LAYERS, type LevelDrawing, levelDrawing } from 'sitecam-lint/draw';
export const drawn = (report: Report): string => drawLevel(report, 'F1', { locale: 'en', show: new Set(LAYERS) });
export const data = (report: Report): LevelDrawing => levelDrawing(report, 'F1');
// @ts-expect-error A language is to be said.
export const mute = (report: Report) => drawLevel(report, 'F1', {});
`,
  './session': `import { createSession, type Session, type Update } from 'sitecam-lint/session';
const files = new Map([['plan.yaml', new TextEncoder().encode('sitecam: 1')]]);
const session: Session = createSession({ path: 'plan.yaml', files, options: { today: '2026-11-24' } });
export const update: Update = session.attempt([{ change: 'set', device: 'C1', heading: 90 }]);
// @ts-expect-error There is no such change.
session.attempt([{ change: 'paint' }]);
`,
  './source': `import { applyEdits, locate, parseSource, pointerAt, replaceNumber, type Place, type Span } from 'sitecam-lint/source';
const { file } = parseSource('plan.yaml', new TextEncoder().encode('sitecam: 1'));
export const place: Place = pointerAt(file, 9);
export const span: Span = locate(file, place);
const edit = replaceNumber(file, place.pointer, 2);
export const text: string = applyEdits(file.text, edit === undefined ? [] : [edit]);
// @ts-expect-error An offset is a number.
pointerAt(file, '9');
`,
};

/** Stands for a Node.js that keeps compiled code and has no flag of Node 20: notes the folder it is to keep it in. */
const LATER = `const { writeFileSync } = require('node:fs');
Object.defineProperty(process.versions, 'node', { value: '22.1.0' });
require('node:v8').setFlagsFromString = (flag) => { throw new Error(flag); };
require('node:module').enableCompileCache = (folder = 'its own choice') => writeFileSync(process.env.SEEN, folder);
`;

/** The command as the build makes it of the sources as they are: a copy, for a test changes it. */
beforeAll(async () => {
  const { folder } = await built();
  for (const part of ['bin', 'dist/bundle', 'package.json'])
    cpSync(join(folder, part), join(root, part), { recursive: true });
  cpSync('fixtures/sites', join(root, 'fixtures/sites'), { recursive: true });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  writeFileSync(join(root, 'watch.cjs'), WATCH);
  writeFileSync(join(root, 'later.cjs'), LATER);
}, 300_000);
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

  const plain = once(() => node(LINT));

  /** Where a run on a later Node is to keep compiled code; undefined where nowhere. */
  function keptIn(env: Readonly<Record<string, string>>): string | undefined {
    rmSync(seen, { force: true });
    const elsewhere = { XDG_CACHE_HOME: '', LOCALAPPDATA: '', HOME: '' };
    const said = node(['-r', './later.cjs', ...LINT], { SEEN: seen, ...elsewhere, ...env });
    expect(said).toEqual(plain());
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
  test.each([
    ['imports', ['assumed-door']],
    ['the live page and of --watch', ['frame-ancestors', 'xdg-open', 'isRestamped']],
  ])('loads nothing of %s for linting', (_, words) => {
    // Words that only these say: they stand in some file of the bundle, and in none that linting asks for.
    const bundle = join(root, 'dist/bundle');
    const texts = readdirSync(bundle)
      .filter((name) => name.endsWith('.js'))
      .map((name) => ({ name, text: readFileSync(join(bundle, name), 'utf8') }));
    const saying = words.map((word) => texts.filter(({ text }) => text.includes(word)).map(({ name }) => name));
    const file = join(root, 'seen.json');
    expect(node(['-r', './watch.cjs', ...LINT], { SEEN: file }).status).toBe(1);
    const loaded: readonly string[] = JSON.parse(readFileSync(file, 'utf8'));
    expect(loaded).toContain('plan-validator.cjs');
    for (const names of saying) {
      expect(names).not.toEqual([]);
      expect(names.filter((name) => loaded.includes(name))).toEqual([]);
    }
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
    expect(node(['bin/sitecam.js', 'lint', 'fixtures/sites', '-q']).status).toBe(1);
  });

  test.each([
    ['zh-CN', /^# 技防设计图审查报告：.+$/],
    ['en', /^# Review of a security design plan: .+$/],
  ])('gives programs what the page on the API shows (%s)', (language, title) => {
    const page = readFileSync(`docs/${language}/api.md`, 'utf8');
    const examples = [...page.matchAll(/```js\n([\s\S]*?)```/g)].map(([, example]) => example);
    const said = examples.map((example, n) => {
      writeFileSync(join(root, `example-${n}.mjs`), example);
      const { status, stdout, stderr } = node([`example-${n}.mjs`]);
      expect([status, stderr], example).toEqual([0, '']);
      return stdout.trimEnd().split('\n');
    });
    expect(said).toHaveLength(4);
    const [judged, rendered, changed, source] = said;
    expect(judged).toContainEqual(expect.stringMatching(/^capture\/device-in-private-zone \S+>\S+$/));
    expect(judged.at(-1)).toMatch(title);
    expect(rendered).toEqual([expect.stringMatching(/^<!doctype html> <svg \d+ true$/i)]);
    expect(changed).toEqual(['attempt capture/view-into-private-zone C06>make-up', 'true']);
    expect(source).toEqual([expect.stringMatching(/^\/levels\/0\/zones\/6\/name \d+:\d+$/), 'true true']);
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
  test('holds what is listed and nothing else, each thing once', async () => {
    const { archive, files } = await built();
    const paths = files.map(({ path }) => path);
    expect(contentProblems(paths)).toEqual([]);
    // The command and the library are the same files; of the rest 0.7 MB are the pages, 0.5 MB schemas, 0.26 MB types.
    // What browsers load is 2.3 MB, nearly all of it the engine: 0.55 MB of the archive. The language server is 0.6 MB.
    expect(files.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(12.5e6);
    expect(statSync(archive).size).toBeLessThan(2.9e6);
    expect(CHECKS.scripts('.')).toEqual([]);
  });

  test('needs no other package than it depends on: what is bundled is loaded from the bundle', () => {
    const { dependencies }: { dependencies: object } = JSON.parse(readFileSync('package.json', 'utf8'));
    const bundle = join(root, 'dist/bundle');
    const loads = /\b(?:require|import)\(["']([^"'.][^"']*)["']\)/g;
    const loaded = readdirSync(bundle).flatMap((file) =>
      [...readFileSync(join(bundle, file), 'utf8').matchAll(loads)].map(([, id]) => id),
    );
    // Installed by those who read building models, or ask for suggestions.
    const allowed = (id: string) => isBuiltin(id) || id in dependencies || id === 'web-ifc' || id === 'highs';
    expect([...new Set(loaded)].filter((id) => !allowed(id))).toEqual([]);
    for (const name of Object.keys(dependencies)) expect(loaded).toContain(name);
    expect(Object.keys(dependencies).filter((name) => BUNDLED.includes(name))).toEqual([]);
  });

  test('is whole: the command and the library run from nothing else', async () => {
    const place = join(root, 'elsewhere');
    const installed = await unpackedInto(place);
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
      const ran = node([join(installed, 'bin/sitecam.js'), ...asked]);
      expect(ran, asked.join(' ')).toEqual(node(['bin/sitecam.js', ...asked]));
      expect(JSON.parse(ran.stdout), asked.join(' ')).toBeTypeOf('object');
    }
    const names = Object.keys(CONSUMERS).map((entry) => entry.replace('.', 'sitecam-lint'));
    writeFileSync(
      join(place, 'use.mjs'),
      `import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
for (const name of ${JSON.stringify(names)}) {
  const [imported, required] = [await import(name), require(name)];
  const same = Object.keys(required).every((key) => imported[key] === required[key]);
  console.log(name, same, Object.keys(imported).length === Object.keys(required).length);
}
`,
    );
    const said = names.map((name) => `${name} true true\n`).join('');
    expect(node([join(place, 'use.mjs')])).toEqual({ status: 0, stdout: said, stderr: '' });
  });

  test('has each of its entries, with the types of what is imported apart from those of what is required', async () => {
    const { files } = await built();
    const packed = new Set(files.map(({ path }) => `./${path}`));
    const { exports }: { exports: Record<string, string | Record<string, Record<string, string>>> } = JSON.parse(
      readFileSync('package.json', 'utf8'),
    );
    expect(Object.keys(exports)).toEqual([...Object.keys(CONSUMERS), './package.json']);
    for (const [name, doors] of Object.entries(exports)) {
      const paths = typeof doors === 'string' ? [doors] : Object.values(doors).flatMap((door) => Object.values(door));
      expect(
        paths.filter((path) => !packed.has(path)),
        name,
      ).toEqual([]);
      if (typeof doors === 'string') continue;
      // The first condition that holds is taken, so types come before what they are of.
      expect(Object.keys(doors)).toEqual(['import', 'require']);
      expect(Object.values(doors).map((door) => Object.keys(door))).toEqual(Array(2).fill(['types', 'default']));
      expect(doors.import?.types).toMatch(/\.d\.mts$/);
      expect(doors.require?.types).toMatch(/\.d\.ts$/);
    }
  });

  test.each([
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ])('has types that a strict project takes, libraries checked: %s, %s', async (module, moduleResolution) => {
    const place = join(root, `types-${module}`);
    await unpackedInto(place);
    // Bundlers read only what is imported.
    const kinds = module === 'nodenext' ? ['mts', 'cts'] : ['mts'];
    const programs = Object.values(CONSUMERS).flatMap((text, n) => kinds.map((kind) => [`use-${n}.${kind}`, text]));
    for (const [name, text] of programs) writeFileSync(join(place, name), text);
    const options = { strict: true, exactOptionalPropertyTypes: true, noEmit: true, target: 'es2022', types: [] };
    const compilerOptions = { ...options, module, moduleResolution };
    const files = programs.map(([name]) => name);
    writeFileSync(join(place, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
    writeFileSync(join(place, 'package.json'), '{"type": "module"}\n');
    const tsc = resolve('node_modules/typescript/bin/tsc');
    const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', place], { encoding: 'utf8' });
    expect([status, stdout]).toEqual([0, '']);
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
