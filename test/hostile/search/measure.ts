// Runs the built command on an input and measures the time of the processor and the memory that it took.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Job } from './kinds.js';

/** Seconds of the processor after which a run is killed. */
const MOST_SECONDS = 20;

/** Seconds by the clock after which a run counts as one that hangs. */
const PATIENCE = 240;

export interface Measured {
  /** Seconds of the processor. */
  readonly cpu: number;
  /** Most memory held at once, MiB. */
  readonly mib: number;
  /** Bytes of all files and messages. */
  readonly bytes: number;
  /** What is wrong with how it ended: killed, a stack trace, a fault of sitecam itself. */
  readonly fault: string | undefined;
  /** True if it ended with a limit's sentence. */
  readonly limited: boolean;
  readonly said: string;
}

/** Runs the command in a folder of its own. */
export async function measure(job: Job): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'sitecam-search-'));
  try {
    for (const [name, content] of Object.entries(job.files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    const took = join(folder, '.took');
    const limited = ['-o', took, '-f', '%U %S %M', 'sh', '-c', `ulimit -t ${MOST_SECONDS}; exec "$@"`, 'sh'];
    const argv = [...limited, process.execPath, resolve('bin/sitecam.js'), ...job.argv];
    const ran = job.frames === undefined ? run(argv, folder) : await converse(argv, folder, job.frames);
    const [user, system, kib] = (readFileSync(took, 'utf8').trimEnd().split('\n').at(-1) ?? '').split(' ').map(Number);
    const sizes = [...Object.values(job.files), ...(job.frames ?? [])].map((content) => Buffer.byteLength(content));
    return {
      cpu: user + system,
      mib: kib / 1024,
      bytes: sizes.reduce((sum, size) => sum + size, 0),
      fault: faultOf(ran),
      limited: /--limit [a-z]+=|limit\//.test(ran.said),
      said: ran.said,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Ran {
  readonly status: number | null;
  readonly said: string;
  readonly hangs: boolean;
}

function faultOf({ status, said, hangs }: Ran): string | undefined {
  if (hangs) return 'hangs';
  if (status === null || status > 70) return `killed (${status})`;
  if (status === 70) return 'exit 70';
  if (/\n\s+at .*:\d+:\d+\)?/.test(said) || /RangeError|TypeError|heap out of memory/.test(said)) return 'stack trace';
  return undefined;
}

function run(argv: readonly string[], cwd: string): Ran {
  const { status, stdout, stderr, error } = spawnSync('/usr/bin/time', argv, {
    cwd,
    timeout: PATIENCE * 1000,
    maxBuffer: 2 ** 30,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { status, said: `${stdout.slice(-5e5)}${stderr}`, hangs: error !== undefined };
}

/** Sends frames to a language server, waits until it uses no processor for three seconds, and ends it. */
async function converse(argv: readonly string[], cwd: string, frames: readonly string[]): Promise<Ran> {
  const server = spawn('/usr/bin/time', argv, { cwd });
  let said = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream.on('data', (data: Buffer) => {
      said = (said + data.toString('latin1')).slice(-1e6);
    });
  }
  server.stdin.on('error', () => {});
  const ended = new Promise<number | null>((done) => server.on('close', done));
  for (const frame of frames) {
    server.stdin.write(
      frame.includes('FOLDER')
        ? framedText(frame.replace(/^.*\r\n\r\n/, '').replaceAll('FOLDER', `file://${cwd}`))
        : frame,
    );
  }
  const start = Date.now();
  const isOver = () => server.exitCode !== null || Date.now() - start > PATIENCE * 1000;
  const pid = childOf(server.pid);
  for (let [last, quiet] = [-1, 0]; quiet < 10 && !isOver(); ) {
    await new Promise((done) => setTimeout(done, 300));
    const ticks = ticksOf(pid);
    quiet = ticks - last <= 1 ? quiet + 1 : 0;
    last = ticks;
  }
  const bye = [{ id: 999_999, method: 'shutdown' }, { method: 'exit' }].map((message) => framed(message));
  server.stdin.end(bye.join(''));
  const status = await Promise.race([ended, new Promise<'late'>((done) => setTimeout(() => done('late'), 30_000))]);
  if (status === 'late') {
    process.kill(pid, 'SIGKILL');
    await ended;
    return { status: null, said, hangs: true };
  }
  return { status, said, hangs: false };
}

/** A message as the base protocol frames it. */
export function framed(message: object): string {
  return framedText(JSON.stringify({ jsonrpc: '2.0', ...message }));
}

/** A text with the header of the base protocol. */
export function framedText(text: string): string {
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}

function childOf(pid: number | undefined): number {
  for (let tries = 0; tries < 1e6; tries += 1) {
    try {
      const child = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
      if (child !== '') return Number(child);
    } catch {
      break;
    }
  }
  return -1;
}

/** Ticks of the processor that a process took; of one that is over -1. */
function ticksOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return Number(stat[11]) + Number(stat[12]);
  } catch {
    return -1;
  }
}
