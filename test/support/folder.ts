// A real folder on disk, for tests that need one.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { main } from '../../src/cli/main.js';
import { type ExitCode, type Io, processIo } from '../../src/host/io.js';

/** A plan of one room without any fail; some facts are missing. */
export const SMALL_PLAN = `sitecam: 1
site: {name: 小店, categories: [hotel], region: "150102"}
levels: [{id: F1, ceiling: 3, zones: [{id: hall, kind: corridor, rect: [0, 0, 12, 2]}]}]
`;

/** Returns a plan whose geometry is in the file `geometry`. */
export function planOf(geometry: string): string {
  return `sitecam: 1\nsite: {name: 馆, categories: [museum], region: "150102"}\nlevels:\n  - {id: F1, geometry: ${geometry}}\n`;
}

/** A geometry file in metres without elements. */
export const GEOMETRY = '{"type": "FeatureCollection", "sitecam": {"coordinates": "metres"}, "features": []}';

/** A real folder, deleted when the test is over. */
export class Folder {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'sitecam-')));

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    this.write(files);
    onTestFinished(() => rmSync(this.path, { recursive: true, force: true }));
  }

  write(files: Readonly<Record<string, string | Uint8Array>>): void {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(this.at(name)), { recursive: true });
      writeFileSync(this.at(name), content);
    }
  }

  at(name: string): string {
    return join(this.path, name);
  }

  read(name: string): string {
    return readFileSync(this.at(name), 'utf8');
  }

  /** Runs git in this folder, as a fixed user, without the machine's settings. */
  git(...args: string[]): string {
    const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
    const who = ['-c', 'user.name=t', '-c', 'user.email=t@example.invalid', '-c', 'init.defaultBranch=main'];
    return execFileSync('git', [...who, ...args], { cwd: this.path, env, encoding: 'utf8', stdio: 'pipe' });
  }

  commit(): void {
    this.git('add', '-A');
    this.git('commit', '-q', '--allow-empty', '-m', 'plans');
  }

  /** Returns an Io whose current folder is `at` in this folder; printed text is added to `said`. */
  io(said: { out: string; err: string }, at = '', stdin?: string): Io {
    const cwd = this.at(at);
    return {
      ...processIo(cwd),
      out: (text) => {
        said.out += text;
      },
      err: (text) => {
        said.err += text;
      },
      columns: 200,
      isTerminal: false,
      errIsTerminal: false,
      env: {},
      today: () => '2026-11-24',
      readStdin: () => (stdin === undefined ? undefined : new TextEncoder().encode(stdin)),
    };
  }

  /** Runs a command line of sitecam in this folder. */
  async run(
    argv: readonly string[],
    { at, stdin, change }: { at?: string; stdin?: string; change?: (io: Io) => Io } = {},
  ): Promise<{ code: ExitCode; out: string; err: string }> {
    const said = { out: '', err: '' };
    const io = this.io(said, at, stdin);
    const code = await main(argv, change === undefined ? io : change(io));
    return { code, ...said };
  }

  /** Returns the paths of the plans that a command line lints, in the order of its report. */
  async linted(argv: readonly string[], options: { at?: string; stdin?: string } = {}): Promise<string[]> {
    const { out, err } = await this.run(['lint', '-f', 'json', '--fail-on', 'never', ...argv], options);
    if (out === '') throw new Error(err);
    const report: { plans: { path: string }[] } = JSON.parse(out);
    return report.plans.map(({ path }) => path);
  }
}
