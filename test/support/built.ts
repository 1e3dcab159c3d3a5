// One build of the sources as they are, and the package of it, shared by all tests that need them.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { once } from '../../src/base/memo.js';

/**
 * Where builds are kept, each under the hash of its sources and of where they stand: in no node_modules, where tsc
 * wouldn't emit JSON.
 */
const KEPT = join(tmpdir(), `sitecam-built-${userInfo().uid}`);
const DAY = 24 * 60 * 60 * 1000;

/** What makes the package, and nothing else: the same sources give the same build. */
const SOURCES = [
  ...['bin', 'docs/en', 'docs/images', 'docs/zh-CN', 'schemas', 'src', 'tools/build'],
  ...['CHANGELOG.en.md', 'CHANGELOG.md', 'LICENSE', 'README.en.md', 'README.md'],
  ...['package-lock.json', 'package.json', 'rolldown.config.js', 'tsconfig.build.json', 'tsconfig.json'],
];

/** A build and the package of it. Nobody may change them: copy what is to be changed. */
export interface Built {
  /** The sources with `dist`, and with a link to node_modules. */
  readonly folder: string;
  /** The package that `npm pack` makes. */
  readonly archive: string;
  /** What is in the package: each path with its size in bytes. */
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

/** Returns the build of the sources as they are. The first test that asks makes it, in half a minute. */
export const built = once(async (): Promise<Built> => {
  const folder = join(KEPT, hashOfSources());
  while (!existsSync(folder)) {
    if (!takes(`${folder}.lock`)) await setTimeout(200);
    else {
      try {
        if (!existsSync(folder)) await build(folder);
      } finally {
        rmSync(`${folder}.lock`);
      }
    }
  }
  utimesSync(folder, new Date(), new Date());
  const [packed]: { filename: string; files: { path: string; size: number }[] }[] = JSON.parse(
    readFileSync(join(folder, 'packed.json'), 'utf8'),
  );
  return { folder, archive: join(folder, packed.filename), files: packed.files };
});

/** Unpacks the package into `into/node_modules/sitecam-lint`, beside the packages it depends on; returns that folder. */
export async function unpackedInto(into: string): Promise<string> {
  const { archive } = await built();
  const own = join(into, 'node_modules/sitecam-lint');
  mkdirSync(own, { recursive: true });
  await promisify(execFile)('tar', ['xzf', archive, '-C', own, '--strip-components=1']);
  const { dependencies }: { dependencies: object } = JSON.parse(readFileSync(join(own, 'package.json'), 'utf8'));
  for (const name of Object.keys(dependencies)) {
    symlinkSync(resolve('node_modules', name), join(into, 'node_modules', name));
  }
  return own;
}

/**
 * Writes a package that brings the packages it depends on, as the offline archive does: it takes no network to install.
 * `into` is a folder to work in; returns the archive.
 */
export async function packedWhole(into: string): Promise<string> {
  const own = await unpackedInto(into);
  for (const name of readdirSync(dirname(own)).filter((name) => name !== 'sitecam-lint')) {
    cpSync(resolve('node_modules', name), join(own, 'node_modules', name), { recursive: true });
  }
  await promisify(execFile)('tar', ['czf', join(into, 'sitecam.tgz'), '-C', dirname(own), 'sitecam-lint']);
  return join(into, 'sitecam.tgz');
}

function hashOfSources(): string {
  // Of another clone the link to node_modules may lead nowhere by now.
  const hash = createHash('sha256').update(resolve('node_modules'));
  const filesIn = (path: string): string[] =>
    statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, encoding: 'utf8' })
          .map((name) => join(path, name))
          .filter((file) => statSync(file).isFile())
          .sort()
      : [path];
  for (const file of SOURCES.flatMap(filesIn)) hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  return hash.digest('hex').slice(0, 24);
}

/** Takes the lock, unless a process has it that still runs. */
function takes(lock: string): boolean {
  mkdirSync(KEPT, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (existsSync(lock) && !isRunning(Number(readFileSync(lock, 'utf8')))) rmSync(lock, { force: true });
    return false;
  }
}

function isRunning(pid: number): boolean {
  // Not written yet: somebody is about to.
  if (pid === 0) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function build(folder: string): Promise<void> {
  for (const name of readdirSync(KEPT)) {
    const path = join(KEPT, name);
    if (Date.now() - statSync(path).mtimeMs > DAY) rmSync(path, { recursive: true });
  }
  const made = `${folder}.${process.pid}`;
  for (const source of SOURCES) cpSync(source, join(made, source), { recursive: true });
  symlinkSync(resolve('node_modules'), join(made, 'node_modules'));
  const run = promisify(execFile);
  await run('npm', ['run', 'build', '--silent'], { cwd: made, maxBuffer: 2 ** 26 });
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts'], { cwd: made, maxBuffer: 2 ** 26 });
  writeFileSync(join(made, 'packed.json'), stdout);
  renameSync(made, folder);
}
