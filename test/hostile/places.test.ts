import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { built } from '../host/batch/bundle.js';
import { Folder, GEOMETRY, planOf, SMALL_PLAN } from '../support/folder.js';
import { lintIn } from './support.js';

/** Geometry with a hall, so that a plan that is given it can be told from one that isn't. */
const HALL = GEOMETRY.replace(
  '"features": []',
  '"features": [{"type": "Feature", "properties": {"element": "zone", "id": "hall", "kind": "corridor"}, "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [9, 0], [9, 3], [0, 3], [0, 0]]]}}]',
);

const fifo = (path: string) => execFileSync('mkfifo', [path]);

/** A socket at a path, while the test lasts. */
async function socket(path: string): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(path, resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
}

const isRoot = process.getuid?.() === 0;

describe('what is no regular file is not read', () => {
  test('a pipe, a device, a socket, a folder, as a plan', async () => {
    const folder = new Folder({ 'good.yaml': SMALL_PLAN });
    fifo(folder.at('pipe.yaml'));
    mkdirSync(folder.at('plan.yaml'));
    symlinkSync('/dev/zero', folder.at('zero.yaml'));
    symlinkSync('/dev/stdin', folder.at('stdin.yaml'));
    symlinkSync('nowhere.yaml', folder.at('dangling.yaml'));
    symlinkSync('loop.yaml', folder.at('loop.yaml'));
    await socket(folder.at('socket.yaml'));
    const said = async (name: string) => {
      const { code, refused } = await lintIn(folder, [name]);
      return [code, ...(refused ?? [])];
    };
    expect(await said('pipe.yaml')).toEqual([3, 'source/not-a-file -:-']);
    expect(await said('zero.yaml')).toEqual([3, 'source/not-a-file -:-']);
    expect(await said('socket.yaml')).toEqual([3, 'source/not-a-file -:-']);
    expect(await said('dangling.yaml')).toEqual([3, 'source/no-such-file -:-']);
    expect(await said('loop.yaml')).toEqual([3, 'source/no-such-file -:-']);
    expect(await said('plan.yaml')).toEqual([3, 'source/no-plan-in-folder -:-']);
    // In a folder they are none of its plans, and what is one is judged.
    expect(await folder.linted(['.'])).toEqual(['good.yaml']);
  });

  test('a file that grows for ever, or says that it is empty', async () => {
    const folder = new Folder({ 'plan.yaml': SMALL_PLAN });
    // Of no size, and without end where it could be read at all.
    symlinkSync('/proc/self/status', folder.at('status.yaml'));
    const { code, refused } = await lintIn(folder, ['status.yaml']);
    expect(code).toBe(3);
    expect(refused?.[0]).toMatch(/^(source|schema)\//);
  });

  test.skipIf(isRoot)('a file and a folder that may not be read', async () => {
    const folder = new Folder({ 'plan.yaml': SMALL_PLAN, 'closed/plan.yaml': SMALL_PLAN });
    chmodSync(folder.at('plan.yaml'), 0);
    chmodSync(folder.at('closed'), 0);
    onTestFinished(() => chmodSync(folder.at('closed'), 0o700));
    expect(await lintIn(folder, ['plan.yaml'])).toMatchObject({ code: 3, refused: ['source/missing -:-'] });
    expect(await lintIn(folder, ['closed'])).toMatchObject({ code: 3, refused: ['source/unreadable-folder -:-'] });
  });

  test('the same as geometry, configuration, waivers, baseline, mapping, report or source', async () => {
    const folder = new Folder({ 'plan.yaml': planOf('part.geojson'), 'good.yaml': SMALL_PLAN });
    fifo(folder.at('part.geojson'));
    fifo(folder.at('pipe'));
    expect(await lintIn(folder, ['plan.yaml'])).toMatchObject({ code: 3, refused: ['source/missing 4:24'] });
    for (const argv of [
      ['lint', 'good.yaml', '--config', 'pipe'],
      ['lint', 'good.yaml', '--waivers', 'pipe'],
      ['lint', 'good.yaml', '--baseline', 'pipe'],
      ['import', 'part.geojson', '--mapping', 'pipe', '-o', 'new.yaml'],
    ]) {
      const { code, out } = await folder.run(argv);
      expect([argv, code, out]).toEqual([argv, 2, '']);
    }
    for (const argv of [
      ['merge', 'pipe'],
      ['import', 'part.geojson', '-o', 'new.yaml'],
    ]) {
      const { code, out } = await folder.run(argv);
      expect([argv, code, out]).toEqual([argv, 3, '']);
    }
  });
});

describe('what a plan refers to', () => {
  /** What isn't read, whatever stands there. */
  const OUT = [
    '../part.geojson',
    'a/../../part.geojson',
    './../part.geojson',
    '/etc/hostname',
    '/dev/stdin',
    '//server/part.geojson',
    'file:part.geojson',
    'file:///etc/hostname',
    'http://127.0.0.1:9/part.geojson',
    'HTTPS://example.invalid/part.geojson',
    'data:application/json,{}',
    'C:part.geojson',
    'C:\\part.geojson',
    '..\\part.geojson',
    '\\\\server\\part.geojson',
    'a\\part.geojson',
  ];

  test.each(OUT)('never leaves the folder: %s', async (reference) => {
    const folder = new Folder({ 'in/plan.yaml': planOf(JSON.stringify(reference)), 'part.geojson': HALL });
    const { code, refused } = await lintIn(folder, ['in/plan.yaml']);
    expect(refused).toEqual(['schema/outside-folder 4:24']);
    expect(code).toBe(3);
  });

  test.each(['/etc/hostname', 'file:part.geojson', 'http://127.0.0.1:9/part.geojson', '..\\part.geojson'])(
    'is a relative path, whatever root is allowed: %s',
    async (reference) => {
      const folder = new Folder({ 'in/plan.yaml': planOf(JSON.stringify(reference)), 'part.geojson': HALL });
      const { code, refused } = await lintIn(folder, ['in/plan.yaml', '--root', '.']);
      expect([code, refused]).toEqual([3, ['schema/outside-folder 4:24']]);
    },
  );

  test('never leaves the folder by a link, be it of a file or a folder', async () => {
    const folder = new Folder({
      'in/file.yaml': planOf('part.geojson'),
      'in/folder.yaml': planOf('parts/part.geojson'),
      'in/inside.yaml': planOf('inside.geojson'),
      'in/own/part.geojson': HALL,
      'part.geojson': HALL,
    });
    symlinkSync('../part.geojson', folder.at('in/part.geojson'));
    symlinkSync('..', folder.at('in/parts'));
    symlinkSync('own/part.geojson', folder.at('in/inside.geojson'));
    for (const plan of ['in/file.yaml', 'in/folder.yaml']) {
      expect(await lintIn(folder, [plan])).toMatchObject({ code: 3, refused: ['schema/leads-out 4:24'] });
    }
    expect((await lintIn(folder, ['in/inside.yaml'])).refused).toBeUndefined();
    const { err } = await folder.run(['inspect', 'in/file.yaml', '--lang', 'en']);
    expect(err.replaceAll(/\s+/g, ' ')).toContain('names its folder with --root');
  });

  test('may lie below a root that whoever runs it allows, in every command, and no configuration does', async () => {
    const folder = new Folder({
      'in/plan.yaml': planOf('../shared/part.geojson'),
      'in/link.yaml': planOf('part.geojson'),
      'in/beyond.yaml': planOf('../part.geojson'),
      'in/sitecam.config.yaml': 'failOn: never\n',
      'shared/part.geojson': HALL,
      'part.geojson': HALL,
    });
    symlinkSync('../shared/part.geojson', folder.at('in/part.geojson'));
    for (const plan of ['in/plan.yaml', 'in/link.yaml']) {
      for (const argv of [
        ['lint', '-f', 'json'],
        ['lint', '--as', 'reviewer', '-f', 'json'],
        ['inspect', '-f', 'json'],
      ]) {
        const without = await folder.run([...argv, plan]);
        const allowed = await folder.run([...argv, plan, '--root', 'shared']);
        expect([argv, without.code, allowed.code]).toEqual([argv, 3, allowed.code === 1 ? 1 : 0]);
        expect(allowed.out).toContain('hall');
      }
    }
    const said = await lintIn(folder, ['in/beyond.yaml', '--root', 'shared']);
    expect(said).toMatchObject({ code: 3, refused: ['schema/leads-out 4:24'] });
    expect((await folder.run(['lint', 'in/plan.yaml', '--root', 'nowhere'])).code).toBe(2);
    folder.write({ 'in/sitecam.config.yaml': 'root: ../shared\n' });
    expect((await folder.run(['lint', 'in/plan.yaml'])).code).toBe(2);
  });

  test('is read on every thread alike', async () => {
    const plans = Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`in/${n}.yaml`, planOf('part.geojson')]));
    const folder = new Folder({ ...plans, 'part.geojson': HALL });
    symlinkSync('../part.geojson', folder.at('in/part.geojson'));
    const command = await built();
    onTestFinished(() => rmSync(command.root, { recursive: true }));
    for (const root of [[], ['--root', '.']]) {
      const argv = ['lint', 'in', '-f', 'json', '--today', '2026-11-24', ...root];
      const one = command.run([...argv, '--workers', '1'], folder.path);
      expect(command.run([...argv, '--workers', '2'], folder.path)).toEqual(one);
      expect(one.status).toBe(root.length === 0 ? 3 : 1);
    }
  });

  test('is no plan, not even the plan itself', async () => {
    const folder = new Folder({ 'plan.yaml': planOf('plan.yaml'), 'other.yaml': planOf('./plan.yaml') });
    for (const plan of ['plan.yaml', 'other.yaml']) {
      expect(await lintIn(folder, [plan])).toMatchObject({ code: 3, refused: ['schema/not-a-collection 4:24'] });
    }
  });

  test('a plan that is a link itself was named, and is read with what lies beside its name', async () => {
    const folder = new Folder({ 'store/plan.yaml': planOf('part.geojson'), 'in/part.geojson': HALL });
    symlinkSync('../store/plan.yaml', folder.at('in/plan.yaml'));
    expect((await lintIn(folder, ['in/plan.yaml'])).refused).toBeUndefined();
    expect(await lintIn(folder, ['store/plan.yaml'])).toMatchObject({ code: 3, refused: ['source/missing 4:24'] });
  });
});
