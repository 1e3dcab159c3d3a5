import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Built, built } from '../host/batch/bundle.js';
import { Folder, SMALL_PLAN } from '../support/folder.js';

/** sitecam as it would be with faults of its own, which a variable brings out. */
const PLACING = 'pending.place();\n      return result;';
const HELD = `if (process.env.BROKEN === 'held') {
  process.stderr.write('held');
  await new Promise((resolve) => setTimeout(resolve, 100_000));
}
${PLACING}`;
const SUITES_END = "yield '</testsuites>\\n';";
const THROWS = `if (process.env.BROKEN === 'report') throw new RangeError('a slip of ours');\n${SUITES_END}`;
const PROGRAM = 'let code: ExitCode = 0;';
const LATE = `${PROGRAM}
    if (process.env.BROKEN === 'late') {
      setTimeout(() => { throw new RangeError('a slip of ours'); });
      await new Promise((resolve) => setTimeout(resolve, 100_000));
    }`;

/** A line that ends with 0, where nothing goes wrong. */
const PASSES = 'plan.yaml --fail-on never';

let command: Built;
beforeAll(async () => {
  command = await built({
    'host/files/writer.ts': [PLACING, HELD],
    'src/report/junit/junit.ts': [SUITES_END, THROWS],
    'cli/main.ts': [PROGRAM, LATE],
  });
}, 60_000);
afterAll(() => rmSync(command.root, { recursive: true }));

/** What a file is called until it is whole; with the process that writes it where that can be told. */
const TEMPORARY = /^\.sitecam-(?:[0-9a-f]{16}-\d+-\d+-)?[0-9a-f]{16}\.tmp$/;
const MARKED = existsSync('/proc/self/ns/pid');

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a line of sh in `folder`, in which `sitecam` is the command; `meanwhile` when it has said `held`. */
async function sh(
  line: string,
  folder: Folder,
  { broken = '', meanwhile, env = {} }: { broken?: string; meanwhile?: (pid: number) => void; env?: object } = {},
): Promise<Ended> {
  const run = `${process.execPath} ${join(command.root, 'run.mjs')}`;
  const child = spawn('sh', ['-c', line.replaceAll('sitecam', `exec ${run}`)], {
    cwd: folder.path,
    env: { PATH: process.env.PATH, LANG: 'zh_CN.UTF-8', BROKEN: broken, ...env },
  });
  const err: Buffer[] = [];
  child.stderr.on('data', (data: Buffer) => {
    err.push(data);
    if (meanwhile !== undefined && child.pid !== undefined && String(data).includes('held')) meanwhile(child.pid);
  });
  const ended = new Promise<Pick<Ended, 'code' | 'signal'>>((done) => {
    child.on('close', (code, signal) => done({ code, signal }));
  });
  const out = await text(child.stdout);
  return { ...(await ended), out, err: Buffer.concat(err).toString() };
}

const PLAN = { 'plan.yaml': SMALL_PLAN };
const OLD = { ...PLAN, 'r.sarif': 'of last time' };

describe('a run that is ended before its reports are whole', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'by %s leaves what was there, and nothing else',
    async (signal) => {
      const folder = new Folder(OLD);
      const ran = await sh(`sitecam lint ${PASSES} -f sarif=r.sarif -f json=new/r.json`, folder, {
        broken: 'held',
        meanwhile: (pid) => process.kill(pid, signal),
      });
      expect(ran).toMatchObject({ code: null, signal });
      expect(readdirSync(folder.path)).toEqual(['plan.yaml', 'r.sarif']);
      expect(folder.read('r.sarif')).toBe('of last time');
    },
  );

  test('by a kill that asks nobody leaves what was there, and parts that the next run sweeps away', async () => {
    const folder = new Folder(OLD);
    const ran = await sh(`sitecam lint ${PASSES} -f sarif=r.sarif`, folder, {
      broken: 'held',
      meanwhile: (pid) => process.kill(pid, 'SIGKILL'),
    });
    expect(ran).toMatchObject({ code: null, signal: 'SIGKILL' });
    expect(folder.read('r.sarif')).toBe('of last time');
    expect(readdirSync(folder.path)).toEqual([expect.stringMatching(TEMPORARY), 'plan.yaml', 'r.sarif']);
    const again = await sh(`sitecam lint ${PASSES} -f sarif=r.sarif`, folder);
    expect(again.code).toBe(0);
    expect(JSON.parse(folder.read('r.sarif'))).toHaveProperty('runs');
    if (MARKED) expect(readdirSync(folder.path)).toEqual(['plan.yaml', 'r.sarif']);
  });

  test('by nobody: what it has written so far stays beside another run, which ends first', async () => {
    const folder = new Folder(OLD);
    const parts = () => readdirSync(folder.path).filter((name) => TEMPORARY.test(name));
    const seen: unknown[] = [];
    const ran = await sh(`sitecam lint ${PASSES} -f sarif=r.sarif`, folder, {
      broken: 'held',
      meanwhile: (pid) => {
        const before = parts();
        const other = command.run(['lint', 'plan.yaml', '--fail-on', 'never', '-f', 'json=other.json'], folder.path);
        seen.push(before.length, other.status, parts().join() === before.join());
        process.kill(pid, 'SIGKILL');
      },
    });
    expect(ran.signal).toBe('SIGKILL');
    expect(seen).toEqual([1, 0, true]);
    expect(JSON.parse(folder.read('other.json'))).toHaveProperty('plans');
  });
});

test.skipIf(process.platform === 'win32').each([
  ['zh_CN.UTF-8', '', /^sitecam：当前文件夹已被删除，或者无权访问。.+\n$/],
  ['en_US.UTF-8', '', /^sitecam: the current folder has been deleted, .+\n$/],
  ['zh_CN.UTF-8', '--lang en', /^sitecam: the current folder has been deleted, .+\n$/],
])('a current folder that is gone is told in one sentence (%s %s)', async (LANG, asked, said) => {
  const gone = 'mkdir gone && cd gone && rmdir ../gone &&';
  const ran = await sh(`${gone} sitecam lint plan.yaml ${asked}`, new Folder(PLAN), { env: { LANG } });
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toMatch(said);
});

describe('a fault of sitecam itself', () => {
  test('in a report leaves no report of the run; where it was is told to who asks', async () => {
    const folder = new Folder(OLD);
    const line = `sitecam lint ${PASSES} -f sarif=r.sarif -f junit=j.xml`;
    const ran = await sh(line, folder, { broken: 'report' });
    expect(ran).toMatchObject({ code: 70, out: '' });
    expect(ran.err).toContain('RangeError: a slip of ours');
    expect(ran.err).not.toMatch(/\n\s+at /);
    expect(readdirSync(folder.path)).toEqual(['plan.yaml', 'r.sarif']);
    expect(folder.read('r.sarif')).toBe('of last time');
    const asked = await sh(line, folder, { broken: 'report', env: { SITECAM_STACK: '1' } });
    expect(asked.code).toBe(70);
    expect(asked.err).toMatch(/RangeError: a slip of ours\n\s+at /);
  });

  test('that nothing waits for is one too', async () => {
    const ran = await sh(`sitecam lint ${PASSES}`, new Folder(PLAN), { broken: 'late' });
    expect(ran).toMatchObject({ code: 70, signal: null, out: '' });
    expect(ran.err).toContain('本工具自身出现故障');
    expect(ran.err).toContain('RangeError: a slip of ours');
    expect(ran.err).not.toMatch(/\n\s+at /);
  });
});

describe('what does not arrive is no pass', () => {
  test.skipIf(!existsSync('/dev/full'))('on a full disk', async () => {
    for (const asked of [`lint ${PASSES}`, `lint ${PASSES} -f json`, 'schema plan', 'rules', '--help']) {
      const ran = await sh(`sitecam ${asked} >/dev/full`, new Folder(PLAN));
      expect([asked, ran.code, ran.err]).toEqual([asked, 2, 'sitecam：无法写入标准输出：磁盘空间不足。\n']);
    }
    const ran = await sh(`sitecam lint ${PASSES} -q -f json=/dev/full --lang en`, new Folder(PLAN));
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain("cannot write '/dev/full': there is no space left on the disk.");
  });

  test('where the reader has gone, which is told to nobody; files are whole all the same', async () => {
    const folder = new Folder(PLAN);
    const line = `(sitecam lint ${PASSES} -f json -f sarif=r.sarif; echo $? >code) | true`;
    const ran = await sh(line.replace('sitecam', '(sitecam').replace('; echo', '); echo'), folder);
    expect(ran.err).toBe('');
    expect(folder.read('code')).toBe('2\n');
    expect(JSON.parse(folder.read('r.sarif'))).toHaveProperty('runs');
  });

  test('in a file that grows beyond what may be written: nothing of it is left', async () => {
    const folder = new Folder(OLD);
    const ran = await sh(`ulimit -f 40; sitecam lint ${PASSES} -q -f sarif=r.sarif -f schedule=s.csv`, folder);
    expect(ran).toMatchObject({ code: 2, signal: null, out: '' });
    expect(ran.err).toContain('无法写入“r.sarif”：超出文件大小的限制。');
    expect(readdirSync(folder.path)).toEqual(['plan.yaml', 'r.sarif']);
    expect(folder.read('r.sarif')).toBe('of last time');
  });
});

test('a report goes into what a shell has open by a number', async () => {
  const folder = new Folder(PLAN);
  const ran = await sh(`sitecam lint ${PASSES} -q -f json=/dev/fd/3 3>r.json`, folder);
  expect(ran.code).toBe(0);
  expect(JSON.parse(readFileSync(folder.at('r.json'), 'utf8'))).toHaveProperty('plans');
});
