import { hash } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LIMIT, openStore } from '../../../src/host/batch/cache/store.js';
import { type PrivateFiles, privateFiles } from '../../../src/host/private-files.js';
import { sitecam } from '../../support/io.js';
import { smallPlan } from './bundle.js';

const FLOOR = JSON.stringify({
  type: 'FeatureCollection',
  sitecam: { coordinates: 'metres' },
  features: [
    {
      type: 'Feature',
      properties: { element: 'zone', id: 'shop', kind: 'shop' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [20, 0],
            [24, 0],
            [24, 4],
            [20, 4],
            [20, 0],
          ],
        ],
      },
    },
  ],
});

const PLANS: Readonly<Record<string, string>> = {
  'a/one.yaml': smallPlan(1),
  'a/two.yaml': smallPlan(2).replace('ceiling: 3', 'ceiling: 3\n    geometry: floor.geojson'),
  'a/floor.geojson': FLOOR,
};
const WAIVED = `${smallPlan(3)}waivers: [{rule: coverage/criterion, subject: hall, reason: 二期, by: 张某, until: 2026-12-31}]\n`;

/** Private files that are kept in memory, and what was written to them. */
function remembered(): PrivateFiles & { readonly files: Map<string, Uint8Array>; written: string[] } {
  const files = new Map<string, Uint8Array>();
  const written: string[] = [];
  return {
    files,
    written,
    read: (path) => files.get(path),
    write(path, bytes) {
      files.set(path, Uint8Array.from(bytes));
      written.push(path);
    },
    remove: (path) => void files.delete(path),
    isShared: () => false,
    list: () => [...files].map(([path, { length }]) => ({ path, size: length, time: 0 })),
  };
}

/** Lints the two plans, and gives what came out and how many entries were new: a plan or a run that was known has none. */
async function lint(store: ReturnType<typeof remembered>, changed: object = {}, argv: string[] = [], today?: string) {
  const before = store.written.length;
  const given = { ...PLANS, ...changed };
  const plans = ['a/one.yaml', 'a/two.yaml', ...('a/three.yaml' in given ? ['a/three.yaml'] : [])];
  const ran = await sitecam(['lint', ...plans, '--cache', '/kept', ...argv], {
    given,
    privateFiles: store,
    ...(today === undefined ? {} : { today }),
  });
  const fresh = await sitecam(['lint', ...plans, ...argv], { given, ...(today === undefined ? {} : { today }) });
  expect(ran).toEqual(fresh);
  expect(ran.err).toBe('');
  return store.written.slice(before).filter((path) => !path.endsWith('CACHEDIR.TAG')).length;
}

describe('what has not changed is known', () => {
  test('a run as a whole; in another run each plan', async () => {
    const store = remembered();
    expect(await lint(store)).toBe(3);
    expect(await lint(store)).toBe(0);
    // Only the run is new: it lists the passes too.
    expect(await lint(store, {}, ['--verbose'])).toBe(1);
    expect(await lint(store, {}, ['-f', 'sarif'])).toBe(1);
  });

  test('on another day, unless a waiver could have expired', async () => {
    const store = remembered();
    await lint(store, { 'a/three.yaml': WAIVED });
    // The run, and the plan with the waiver: which holds no more.
    expect(await lint(store, { 'a/three.yaml': WAIVED }, ['-f', 'json'], '2027-01-01')).toBe(2);
    expect(await lint(store, { 'a/three.yaml': WAIVED }, ['-f', 'json'], '2026-11-24')).toBe(2);
  });
});

test.each<[string, string]>([
  ['what the law asks by a day', `${smallPlan(3)}project: {phase: in-use, inUseSince: "2026-09-30", filing: none}\n`],
  ['a fact that lies ahead', `${smallPlan(3)}project: {phase: in-use, inUseSince: "2026-12-31"}\n`],
  ['that no law governs the region', smallPlan(3).replace('"150102"', '"810000"')],
])('what hangs on the day is judged again on another: %s', async (_, plan) => {
  const given = { 'p.yaml': plan };
  const store = remembered();
  const on = async (today: string) => {
    const ran = await sitecam(['lint', 'p.yaml', '--cache', '/kept'], { given, privateFiles: store, today });
    expect(ran).toEqual(await sitecam(['lint', 'p.yaml'], { given, today }));
    return ran.out;
  };
  expect(await on('2026-10-10')).not.toBe(await on('2027-01-01'));
});

describe('what has changed is linted again', () => {
  test.each<[string, object, string[], number]>([
    ['a plan', { 'a/one.yaml': smallPlan(9) }, [], 2],
    ['a comment in a plan, which moves its lines', { 'a/one.yaml': `# new\n${smallPlan(1)}` }, [], 2],
    ['a file that a plan refers to', { 'a/floor.geojson': FLOOR.replaceAll('24', '25') }, [], 2],
    ['such a file, which is empty now', { 'a/floor.geojson': '' }, [], 2],
    ['--fix-geometry', {}, ['--fix-geometry'], 3],
    ['--verify', {}, ['--verify'], 3],
  ])('%s', async (_, changed, argv, entries) => {
    const store = remembered();
    await lint(store);
    expect(await lint(store, changed, argv)).toBe(entries);
    expect(await lint(store, changed, argv)).toBe(0);
  });

  test('a part that was missing and is there now, or has gone again', async () => {
    const store = remembered();
    const { 'a/floor.geojson': _, ...without } = PLANS;
    const run = (given: Readonly<Record<string, string>>) =>
      sitecam(['lint', 'a/two.yaml', '--cache', '/kept'], { given, privateFiles: store });
    expect((await run(without)).code).toBe(3);
    expect((await run(without)).code).toBe(3);
    expect(await run(PLANS)).toEqual(await sitecam(['lint', 'a/two.yaml'], { given: PLANS }));
    expect((await run(without)).code).toBe(3);
  });
});

describe('an entry that is not what sitecam wrote is not believed', () => {
  const damages: readonly (readonly [string, (bytes: Uint8Array, other: Uint8Array) => Uint8Array])[] = [
    ['torn', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['empty', () => new Uint8Array()],
    ['with a bit turned', (bytes) => bytes.map((byte, n) => (n === bytes.length - 9 ? byte ^ 1 : byte))],
    ["another's", (_, other) => other],
    ['something else altogether', () => new TextEncoder().encode('not an entry of sitecam, but longer than its sum')],
  ];

  test.each(damages)('%s', async (_, damage) => {
    const store = remembered();
    await lint(store);
    const entries = [...store.files].filter(([path]) => !path.endsWith('.TAG'));
    const before = new Map(store.files);
    for (const [n, [path, bytes]] of entries.entries()) {
      store.files.set(path, damage(bytes, entries[(n + 1) % entries.length][1]));
    }
    expect(await lint(store)).toBe(3);
    // They were written anew, as they were.
    expect(store.files).toEqual(before);
  });

  test('nor one that has its sum right and nothing sensible in it', async () => {
    const store = remembered();
    await lint(store);
    for (const path of [...store.files.keys()].filter((one) => !one.endsWith('.TAG'))) {
      const key = path.split('/').slice(-2).join('');
      const bytes = Buffer.from('{"parts": 1}');
      const sum = hash('sha256', Buffer.concat([Buffer.from(key, 'hex'), bytes]), 'buffer');
      store.files.set(path, Buffer.concat([sum, bytes]));
    }
    expect(await lint(store)).toBe(3);
  });
});

describe('on the disk', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sitecam-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const key = (n: number) => hash('sha256', String(n), 'hex');
  const pathOf = (n: number) => join(folder, 'kept', key(n).slice(0, 2), key(n).slice(2));
  const open = (warn = (_: string) => {}) => openStore(join(folder, 'kept'), privateFiles('test'), warn);

  test('nobody else can read it', () => {
    const store = open();
    store.put(key(1), 'secret');
    expect(store.get(key(1))).toBe('secret');
    expect(statSync(pathOf(1)).mode & 0o777).toBe(0o600);
    for (const one of [join(folder, 'kept'), dirname(pathOf(1))]) expect(statSync(one).mode & 0o777).toBe(0o700);
    expect(existsSync(join(folder, 'kept', 'CACHEDIR.TAG'))).toBe(true);
  });

  test('a file in the way of the folder is said once, and the run goes on', () => {
    writeFileSync(join(folder, 'kept'), '');
    const said: string[] = [];
    const store = open((reason) => said.push(reason));
    store.put(key(1), 'a');
    store.put(key(2), 'b');
    store.close();
    expect(said).toHaveLength(1);
    expect(store.get(key(1))).toBeUndefined();
  });

  test('what is too much goes, the oldest first; nothing that is not ours', () => {
    const store = open();
    const sizes: Record<string, number> = {};
    for (let n = 0; n < 5; n += 1) {
      store.put(key(n), 'x');
      sizes[pathOf(n)] = LIMIT / 4;
      utimesSync(pathOf(n), 1000 + n, 1000 + n);
    }
    const own = join(folder, 'kept', 'notes.txt');
    writeFileSync(own, 'mine');
    utimesSync(own, 1, 1);
    const files = privateFiles('test');
    const large = openStore(
      join(folder, 'kept'),
      { ...files, list: (from) => files.list(from).map((one) => ({ ...one, size: sizes[one.path] ?? one.size })) },
      () => {},
    );
    large.put(key(9), 'y');
    large.close();
    expect([0, 1, 2, 3, 4, 9].filter((n) => existsSync(pathOf(n)))).toEqual([2, 3, 4, 9]);
    expect(existsSync(own)).toBe(true);
  });
});

describe('--cache', () => {
  const given = { 'a/one.yaml': smallPlan(1) };

  test.each([['a'], ['a/kept']])('is not kept beside a plan: %s', async (folder) => {
    const ran = await sitecam(['lint', 'a/one.yaml', '--cache', folder], { given });
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('缓存不能放在设计图“a/one.yaml”所在的文件夹或者仓库内');
  });

  test('takes no plan for its folder', async () => {
    const ran = await sitecam(['lint', '--cache', 'a/one.yaml'], { given });
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('“a/one.yaml”应为缓存文件夹');
  });

  test.each([
    [{ XDG_CACHE_HOME: '/x', HOME: '/h' }, '/x/sitecam/'],
    [{ XDG_CACHE_HOME: 'relative', HOME: '/h' }, '/h/.cache/sitecam/'],
    [{ LOCALAPPDATA: '/local', HOME: '/h' }, '/local/sitecam/cache/'],
  ])("is in the user's own folder when none is named: %j", async (env, folder) => {
    const store = remembered();
    await sitecam(['lint', 'a/one.yaml', '--cache'], { given, env, privateFiles: store });
    expect(store.written.length).toBeGreaterThan(1);
    for (const path of store.written) expect(path.startsWith(folder), path).toBe(true);
  });

  test("is there for --as ci too, whose reports don't hang on the environment", async () => {
    const store = remembered();
    const asked = ['lint', 'a/one.yaml', '--as', 'ci', '--today', '2026-11-24', '--cache'];
    const options = { given, env: { HOME: '/h', LANG: 'en_US.UTF-8' }, privateFiles: store };
    const ran = await sitecam(asked, options);
    expect(ran.err).toBe('');
    expect(ran).toEqual(await sitecam(asked.slice(0, -1), options));
    const before = store.written.length;
    expect(await sitecam(asked, options)).toEqual(ran);
    expect(store.written.filter((path) => path.startsWith('/h/.cache/sitecam/'))).toHaveLength(before);
    expect(store.written).toHaveLength(before);
    expect(before).toBeGreaterThan(1);
  });

  test.skipIf(process.platform === 'win32')('is not believed where others may write', async () => {
    const shared = mkdtempSync(join(tmpdir(), 'sitecam-'));
    try {
      for (const [mode, code] of [
        [0o777, 2],
        [0o755, 1],
      ] as const) {
        chmodSync(shared, mode);
        const ran = await sitecam(['lint', 'a/one.yaml', '--cache', shared], { given });
        expect([mode, ran.code]).toEqual([mode, code]);
        if (code === 2) expect(ran.err).toContain('其他用户可以写入');
      }
    } finally {
      rmSync(shared, { recursive: true });
    }
  });

  test('asks for a folder where nobody knows one; --no-cache needs none', async () => {
    const ran = await sitecam(['lint', 'a/one.yaml', '--cache'], { given });
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('--cache=');
    expect((await sitecam(['lint', 'a/one.yaml', '--cache', '--no-cache'], { given })).err).toBe('');
  });

  test('keeps nothing of standard input', async () => {
    const store = remembered();
    const ran = await sitecam(['lint', '-', '--cache', '/kept'], { stdin: smallPlan(1), privateFiles: store });
    expect(ran.out).toContain('旅店1');
    expect(store.written).toEqual([]);
  });
});

test.each([['0'], ['-1'], ['two'], ['1.5'], ['']])('--workers %j is wrong usage', async (workers) => {
  const ran = await sitecam(['lint', 'a/one.yaml', `--workers=${workers}`], { given: PLANS });
  expect(ran.code).toBe(2);
  expect(ran.err).toContain('--workers');
});
