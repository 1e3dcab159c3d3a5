// The server of `sitecam dev`, asked over a socket: who gets an answer, what may be written, and what is told of changes.
import { chmodSync, readdirSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../../src/base/hash.js';
import { lintPlan } from '../../../src/lint/lint.js';
import { fromPortableOptions } from '../../../src/lint/support/portable.js';
import { bytesOf, type LiveFile, ROUTES } from '../../../src/live/files-protocol.js';
import { type Browser, type Change, connect, type Listener } from '../../../src/web/connection.js';
import { Dev } from '../../support/dev.js';
import { Folder, GEOMETRY, planOf, SMALL_PLAN } from '../../support/folder.js';

const PLAN = `# 注释\n${SMALL_PLAN}`;
const TURN = { from: PLAN.indexOf('12, 2'), to: PLAN.indexOf('12, 2') + 2, text: '11' };
const asked = { path: 'plan.yaml', sha256: sha256(PLAN), edits: [TURN] };
const small = () => new Folder({ 'plan.yaml': PLAN });

describe('who is answered', () => {
  test.each([
    ['without the token', 403, ROUTES.state, { headers: { authorization: undefined } }],
    ['with another token', 403, ROUTES.state, { headers: { authorization: 'Bearer AAAAAAAAAAAAAAAAAAAAAA' } }],
    ['on an address of the plan that there is not', 404, '/api/other', {}],
    ['as another host, to which a name may lead', 421, '/', { headers: { host: 'example.com' } }],
    ['as localhost, which is not our name', 421, ROUTES.state, { headers: { host: 'localhost:80' } }],
    ['from a page of another site', 403, ROUTES.state, { headers: { origin: 'http://example.com' } }],
    ['from a page of no site', 403, '/client.js', { headers: { origin: 'null' } }],
    ['to write by a method that does not', 405, ROUTES.write, {}],
    ['to read by a method that writes', 405, ROUTES.state, { method: 'POST', body: JSON.stringify(asked) }],
    ['to remove', 405, '/', { method: 'DELETE' }],
    ['for a file of the folder', 404, '/plan.yaml', {}],
    ['for a file above', 404, '/../package.json', {}],
  ])('not who asks %s: %i', async (_, status, path, request) => {
    const folder = small();
    const dev = await Dev.start(folder, ['plan.yaml']);
    const answer = await dev.ask(path, request);
    expect(answer.status).toBe(status);
    expect(answer.body).not.toContain('小店');
    expect(answer.headers).toMatchObject(SAFE);
    expect(folder.read('plan.yaml')).toBe(PLAN);
  });

  test('everybody gets the page, which holds nothing of a plan and no script of its own', async () => {
    const dev = await Dev.start(small(), ['plan.yaml']);
    const { status, headers, body } = await dev.ask('/', { headers: { authorization: undefined } });
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(headers).toMatchObject(SAFE);
    expect(body).toContain('<div id="app"></div>');
    expect(body.match(/<script[^>]*>[^<]*/g)).toEqual(['<script src="client.js">']);
  });

  test('the address has 128 bits that are others each time, and the machine alone is listened to', async () => {
    const addresses = [await Dev.start(small(), []), await Dev.start(small(), [])].map(({ address }) => address);
    for (const address of addresses) expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#t=[\w-]{22}$/);
    expect(addresses[0]).not.toBe(addresses[1]);
  });
});

const SAFE = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; connect-src 'self'; img-src data: blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
};

describe('the state', () => {
  test('holds all that the plan is judged by, so that it is judged as lint does', async () => {
    const folder = new Folder({
      'plan.yaml': planOf('floor.geojson'),
      'floor.geojson': GEOMETRY,
      'sitecam.config.yaml': 'rules: {coverage/criterion: off}\n',
      'sitecam.waivers.yaml': 'waivers: []\n',
    });
    await folder.run(['baseline', 'plan.yaml', '-o', 'base.json']);
    const terms = ['--baseline', 'base.json', '--pack', 'hen-2016', '--today', '2026-11-20'];
    const { path, files, options, readOnly } = await (await Dev.start(folder, ['plan.yaml', ...terms])).state();
    expect([path, readOnly, files.map((file) => file.path)]).toEqual([
      'plan.yaml',
      false,
      ['plan.yaml', 'floor.geojson'],
    ]);
    const judged = lintPlan(path, readerOf(files), fromPortableOptions(options));
    const { out } = await folder.run(['lint', 'plan.yaml', ...terms, '-f', 'json']);
    if (!judged.ok) expect.fail(JSON.stringify(judged.unreadable));
    const rows = (all: readonly Row[]) =>
      all.map(({ rule, subject, outcome, since }) => [rule, subject, outcome, since]);
    const { plans }: { plans: { verdicts: Row[] }[] } = JSON.parse(out);
    expect(rows(judged.verdicts)).toEqual(rows(plans[0].verdicts));
    expect(judged.verdicts.map(({ since }) => since)).toContain('unchanged');
    expect(options).toMatchObject({
      today: '2026-11-20',
      configuration: { layers: [{}] },
      waivers: [{}],
      added: 'hen-2016',
    });
  });

  test('gives any bytes as they are', async () => {
    const odd = { 'bom.yaml': Buffer.from(`\ufeff${SMALL_PLAN}\r\n`), 'gbk.yaml': Buffer.from([0xb1, 0xb1, 0, 0xff]) };
    const folder = new Folder(odd);
    for (const [name, content] of Object.entries(odd)) {
      const { files } = await (await Dev.start(folder, [name])).state();
      expect(Buffer.from(bytesOf(files[0]) ?? []).equals(content), name).toBe(true);
    }
  });
});

interface Row {
  readonly rule: string;
  readonly subject: string;
  readonly outcome: string;
  readonly since?: string;
}

function readerOf(files: readonly LiveFile[]) {
  const bytes = new Map(files.map((file) => [file.path, bytesOf(file)]));
  return (path: string) => bytes.get(path);
}

describe('edits', () => {
  test('are written where they say, and nothing else of the file changes', async () => {
    const folder = new Folder({ 'plan.yaml': `\ufeff${PLAN}` });
    chmodSync(folder.at('plan.yaml'), 0o640);
    const dev = await Dev.start(folder, ['plan.yaml']);
    const { status, body } = await dev.write({ ...asked, sha256: sha256(`\ufeff${PLAN}`) });
    const now = `\ufeff${PLAN.replace('12, 2', '11, 2')}`;
    expect([status, JSON.parse(body)]).toMatchObject([200, { sha256: sha256(now) }]);
    expect(folder.read('plan.yaml')).toBe(now);
    expect(statSync(folder.at('plan.yaml')).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder.path)).toEqual(['plan.yaml']);
    expect((await dev.state()).files).toEqual([{ path: 'plan.yaml', sha256: sha256(now), text: now }]);
  });

  test.each([
    ['made for another text', 409, { ...asked, sha256: sha256('') }, []],
    ['of a file that the plan was not read from', 403, { ...asked, path: 'other.yaml' }, []],
    ['of a file outside the folder', 403, { ...asked, path: '../plan.yaml' }, []],
    ['of the plan by another name of it', 403, { ...asked, path: './plan.yaml' }, []],
    ['of a plan opened to be read', 403, asked, ['--read-only']],
    ['of a plan under review', 403, asked, ['--as', 'reviewer']],
    ['that overlap', 400, { ...asked, edits: [TURN, TURN] }, []],
    ['beyond the end', 400, { ...asked, edits: [{ from: 0, to: 1e6, text: '' }] }, []],
    ['that are no edits', 400, { ...asked, edits: [{ from: '0', to: 1, text: '' }] }, []],
    ['of nothing', 400, null, []],
  ])('%s are refused with %i, and nothing is written', async (_, status, request, options) => {
    const folder = new Folder({ 'plan.yaml': PLAN, 'other.yaml': PLAN });
    const dev = await Dev.start(folder, ['plan.yaml', ...options]);
    const answer = await dev.ask(ROUTES.write, { method: 'POST', body: JSON.stringify(request) });
    expect(answer.status).toBe(status);
    expect(Object.keys(JSON.parse(answer.body).reason)).toEqual(['zh', 'en']);
    expect([folder.read('plan.yaml'), folder.read('other.yaml')]).toEqual([PLAN, PLAN]);
    expect(readdirSync(folder.path)).toEqual(['other.yaml', 'plan.yaml']);
  });

  test.each([
    ['that says how much it is', { 'content-length': '10000000' }],
    ['that does not', { 'transfer-encoding': 'chunked' }],
  ])('of 10 MB are not even read, of a request %s', async (_, headers) => {
    const folder = small();
    const dev = await Dev.start(folder, ['plan.yaml']);
    const body = JSON.stringify({ ...asked, edits: [{ ...TURN, text: 'x' }] }).padEnd(10_000_000);
    const { status } = await dev.ask(ROUTES.write, { method: 'POST', body, headers });
    expect(status).toBe(413);
    expect(folder.read('plan.yaml')).toBe(PLAN);
  });

  test.each(['plan.yaml', 'floor.geojson'])(
    'through a symbolic link that leads outside are refused: %s',
    async (link) => {
      const elsewhere = new Folder({ 'plan.yaml': planOf('floor.geojson'), 'floor.geojson': GEOMETRY });
      const folder = new Folder({ 'plan.yaml': planOf('floor.geojson'), 'floor.geojson': GEOMETRY });
      const dev = await Dev.start(folder, ['plan.yaml']);
      rmSync(folder.at(link));
      symlinkSync(elsewhere.at(link), folder.at(link));
      const was = elsewhere.read(link);
      const { status, body } = await dev.write({ path: link, sha256: sha256(was), edits: [TURN] });
      expect([status, JSON.parse(body).reason.en]).toEqual([403, expect.stringContaining('Edit that file itself.')]);
      expect(elsewhere.read(link)).toBe(was);
      expect(statSync(elsewhere.at(link)).nlink).toBe(1);
    },
  );

  test('are refused if the file is replaced while they are written', async () => {
    const folder = small();
    const other = PLAN.replace('小店', '大店');
    let armed = false;
    const dev = await Dev.start(folder, ['plan.yaml'], (io) => ({
      ...io,
      read: (path, most) => {
        const bytes = io.read(path, most);
        if (armed) writeFileSync(folder.at('plan.yaml'), other);
        armed = false;
        return bytes;
      },
    }));
    armed = true;
    const { status } = await dev.write(asked);
    expect(status).toBe(409);
    expect(folder.read('plan.yaml')).toBe(other);
  });
});

describe('what changes on the disk is told', () => {
  const TWO = PLAN.replace('12, 2', '13, 2');

  test.each([
    ['saved into', (file: string) => writeFileSync(file, TWO)],
    [
      'saved by an editor that renames',
      (file: string) => {
        writeFileSync(`${file}~`, TWO);
        renameSync(`${file}~`, file);
      },
    ],
  ])('of a plan that is %s', async (_, save) => {
    const folder = small();
    const dev = await Dev.start(folder, ['plan.yaml']);
    const next = await dev.events();
    // Touched without a change: nothing to tell.
    utimesSync(folder.at('plan.yaml'), 1, 1);
    save(folder.at('plan.yaml'));
    expect(await next()).toMatchObject({ files: [{ path: 'plan.yaml', sha256: sha256(TWO), text: TWO }] });
    rmSync(folder.at('plan.yaml'));
    expect(await next()).toMatchObject({ files: [{ path: 'plan.yaml', missing: true }] });
    save(folder.at('plan.yaml'));
    expect(await next()).toMatchObject({ files: [{ text: TWO }] });
  });

  test('of files that the plan refers to only now, and of a folder that is not there yet', async () => {
    const folder = new Folder({ 'plan.yaml': PLAN, 'floor.geojson': GEOMETRY });
    const dev = await Dev.start(folder, ['plan.yaml']);
    const next = await dev.events();
    folder.write({ 'plan.yaml': planOf('floor.geojson') });
    expect(await next()).toMatchObject({ files: [{ path: 'plan.yaml' }] });
    expect(await next()).toMatchObject({ files: [{ path: 'floor.geojson', text: GEOMETRY }] });
    folder.write({ 'plan.yaml': planOf('deep/floor.geojson') });
    expect(await next()).toMatchObject({ files: [{ path: 'plan.yaml' }] });
    expect(await next()).toMatchObject({ files: [{ path: 'deep/floor.geojson', missing: true }] });
    folder.write({ 'deep/floor.geojson': GEOMETRY });
    expect(await next()).toMatchObject({ files: [{ path: 'deep/floor.geojson', text: GEOMETRY }] });
  });

  test('of its configuration, which may fail to be one for a while', async () => {
    const folder = small();
    const dev = await Dev.start(folder, ['plan.yaml']);
    const next = await dev.events();
    folder.write({ 'sitecam.config.yaml': 'rules: {coverage/criterion: off}\n' });
    expect(await next()).toMatchObject({ options: { configuration: { layers: [{}] } } });
    folder.write({ 'sitecam.config.yaml': 'rules: {coverage/criterio: off}\n' });
    expect(await next()).toMatchObject({ unjudged: { ok: false, terms: { plans: ['plan.yaml'] } } });
    expect(await dev.state()).toMatchObject({ unjudged: { ok: false }, options: { configuration: { layers: [{}] } } });
    rmSync(folder.at('sitecam.config.yaml'));
    expect(await next()).not.toHaveProperty('options.configuration');
    expect(await dev.state()).not.toHaveProperty('unjudged');
  });
});

describe('the page', () => {
  /** A tab of a browser with a page open, and what the page heard. */
  function tab(dev: Dev) {
    const heard: unknown[] = [];
    const waiting: (() => void)[] = [];
    const hear = (what: unknown) => {
      heard.push(what);
      for (const wake of waiting.splice(0)) wake();
    };
    const until = async (count: number) => {
      while (heard.length < count) await new Promise<void>((resolve) => waiting.push(resolve));
      return heard.splice(0);
    };
    const listener: Listener = {
      state: ({ files }) => hear(files.map(({ path }) => path)),
      change: (change: Change) => hear(change),
      select: hear,
      link: hear,
    };
    /** Parts of the stream that told of files, and who waits for the next. */
    let parts = 0;
    const delivered: (() => void)[] = [];
    const stored = new Map<string, string>();
    const location = { hash: `${new URL(dev.address).hash}&f=F1`, pathname: '/', search: '' };
    const browser: Browser = {
      location,
      history: {
        replaceState: (_, __, url) => {
          location.hash = new URL(url, dev.origin).hash;
        },
      },
      sessionStorage: {
        getItem: (key) => stored.get(key) ?? null,
        setItem: (key, value) => stored.set(key, value),
      },
      fetch: async (address, request) => {
        const before = parts;
        const answer = await fetch(`${dev.origin}${address}`, request);
        // The stream tells of what was written before the answer comes.
        if (address === ROUTES.write && answer.status === 200) {
          while (parts === before) await new Promise<void>((resolve) => delivered.push(resolve));
        }
        if (address !== ROUTES.events || answer.body === null) return answer;
        const reader = answer.body.getReader();
        const read = async () => {
          const part = await reader.read();
          if (new TextDecoder().decode(part.value).includes('"files"')) parts += 1;
          for (const wake of delivered.splice(0)) wake();
          return part;
        };
        return { status: answer.status, json: () => answer.json(), body: { getReader: () => ({ read }) } };
      },
    };
    return { browser, listener, until };
  }

  test('takes the token out of its address, hears of others’ changes, and writes its own', async () => {
    const folder = small();
    const dev = await Dev.start(folder, ['plan.yaml']);
    const { browser, listener, until } = tab(dev);
    const connection = connect(listener, browser) ?? expect.fail();
    expect(browser.location.hash).toBe('#f=F1');
    expect(await until(2)).toEqual([['plan.yaml'], 'open']);
    const written = await connection.write('plan.yaml', asked.sha256, asked.edits);
    expect(written).toEqual({ outcome: 'ok', sha256: sha256(folder.read('plan.yaml')) });
    expect(await connection.write('plan.yaml', asked.sha256, asked.edits)).toMatchObject({ outcome: 'stale' });
    expect(await connection.write('other.yaml', asked.sha256, [])).toMatchObject({ outcome: 'refused' });
    folder.write({ 'plan.yaml': PLAN });
    // Of its own edit it hears nothing.
    expect(await until(1)).toMatchObject([{ files: [{ path: 'plan.yaml', text: PLAN }] }]);
    connection.close();
    // After a reload the tab still has it.
    const again = tab(dev);
    const reloaded = connect(again.listener, { ...again.browser, ...browser, fetch: again.browser.fetch });
    expect(await again.until(2)).toEqual([['plan.yaml'], 'open']);
    dev.end();
    expect(await again.until(1)).toEqual(['lost']);
    expect(await reloaded?.write('plan.yaml', asked.sha256, [])).toEqual({ outcome: 'lost' });
    reloaded?.close();
  });

  test('hears nothing of an edit of its own that it has taken back since, however late it is told', async () => {
    const folder = small();
    const dev = await Dev.start(folder, ['plan.yaml']);
    const { browser, listener, until } = tab(dev);
    let release: () => void = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow: Browser = {
      ...browser,
      fetch: async (address, request) => {
        const answer = await fetch(`${dev.origin}${address}`, request);
        if (address !== ROUTES.events || answer.body === null) return answer;
        const reader = answer.body.getReader();
        const read = () => released.then(() => reader.read());
        return { status: answer.status, json: () => answer.json(), body: { getReader: () => ({ read }) } };
      },
    };
    const connection = connect(listener, slow) ?? expect.fail();
    await until(2);
    const { edits } = asked;
    await connection.write('plan.yaml', asked.sha256, edits);
    const now = folder.read('plan.yaml');
    // The server has told of the first edit before it hears of the second.
    await dev.state();
    const [{ from, text }] = edits;
    const to = from + text.length;
    const back = { from, to, text: PLAN.slice(from, edits[0].to) };
    expect(await connection.write('plan.yaml', sha256(now), [back])).toMatchObject({ outcome: 'ok' });
    expect(folder.read('plan.yaml')).toBe(PLAN);
    await dev.state();
    release();
    const other = PLAN.replace('12, 2', '13, 2');
    folder.write({ 'plan.yaml': other });
    expect(await until(1)).toMatchObject([{ files: [{ path: 'plan.yaml', text: other }] }]);
    connection.close();
  });

  test('without a token does not even ask, and one of another run is told so', async () => {
    const dev = await Dev.start(small(), ['plan.yaml']);
    const { browser, listener, until } = tab(dev);
    const { location, ...rest } = browser;
    expect(connect(listener, { ...rest, location: { ...location, hash: '#f=F1' } })).toBeUndefined();
    connect(listener, { ...rest, location: { ...location, hash: '#t=of-another-run' } });
    expect(await until(1)).toEqual(['refused']);
  });
});

describe('the command', () => {
  test('ends with 0 at Ctrl+C', async () => {
    const dev = await Dev.start(small(), ['plan.yaml']);
    await dev.events();
    dev.end();
    expect(await dev.ended).toEqual({ code: 0, out: '', err: '' });
    await expect(dev.state()).rejects.toThrow('ECONNREFUSED');
  });

  test('says so if no browser can be opened, and goes on', async () => {
    let opened = '';
    const dev = await Dev.start(small(), ['--open', '--lang', 'en'], (io) => ({
      ...io,
      browse: (address, failed) => {
        opened = address;
        failed();
      },
    }));
    await dev.state();
    dev.end();
    expect((await dev.ended).err).toBe('sitecam: no browser could be opened; open the address above yourself.\n');
    expect(opened).toBe(dev.address);
  });

  test.each([
    ['a port that is taken', (taken: string) => ['plan.yaml', '--port', taken], '已被占用', 'is taken'],
    ['a port that is none', () => ['plan.yaml', '--port', '65536'], '1～65535', 'from 1 to 65535'],
    ['standard input', () => ['-'], '不能用于标准输入', 'has none to watch'],
    ['one of two plans', () => [], '有2份设计图（b.yaml、plan.yaml）', 'there are 2 plans'],
    ['a terms file that is not there', () => ['plan.yaml', '--waivers', 'no.yaml'], '不存在', 'does not exist'],
  ])('refuses %s', async (_, argv, zh, en) => {
    const folder = new Folder({ 'plan.yaml': PLAN, 'b.yaml': PLAN });
    const { port } = new URL((await Dev.start(folder, ['plan.yaml'])).address);
    for (const [lang, text] of [
      ['zh-CN', zh],
      ['en', en],
    ]) {
      const { code, err } = await folder.run(['dev', ...argv(port), '--lang', lang]);
      expect([code, err]).toEqual([2, expect.stringContaining(text)]);
    }
  });

  test('says that there is no such plan', async () => {
    const { code, err } = await new Folder().run(['dev', 'no.yaml', '--lang', 'en']);
    expect([code, err]).toEqual([3, "sitecam: The file 'no.yaml' does not exist.\n"]);
  });
});
