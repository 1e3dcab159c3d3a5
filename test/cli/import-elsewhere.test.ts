// The same drawing imported from other folders and by other paths: ids are the drawing's own, and people's answers stay.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import AdmZip from 'adm-zip';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.js';
import { processIo } from '../../src/host/io.js';
import { dxfText, line } from '../import/dxf-support.js';
import { rooms } from '../import/imdf-rooms.js';

const FIXTURES = join('fixtures', 'import');

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sitecam-elsewhere-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs in the folder `from` of the test's own. */
async function run(from: string, ...argv: readonly string[]) {
  let [out, err] = ['', ''];
  const io = {
    ...processIo(join(folder, from)),
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    env: {},
    errIsTerminal: false,
    isTerminal: false,
  };
  const code = await main(argv, io);
  return { code, out, err };
}

const text = (path: string) => readFileSync(join(folder, path), 'utf8');

function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

/** What `to` holds once `argv` was imported into it from the folder `from`: the plan and its geometry. */
async function imported(from: string, to: string, ...argv: readonly string[]): Promise<readonly string[]> {
  mkdirSync(join(folder, to), { recursive: true });
  const { code, err } = await run(from, 'import', ...argv, '-o', join(folder, to, 'plan.yaml'));
  expect(code, err).toBeLessThan(2);
  return [text(`${to}/plan.yaml`), text(`${to}/plan.geojson`)];
}

/** The ids of the elements in a file of geometry. */
function idsIn(geometry: string): readonly string[] {
  const { features }: { features: readonly { readonly properties: { readonly id: string } }[] } = JSON.parse(geometry);
  return features.map(({ properties }) => properties.id);
}

/** Four walls about a room of `size` by `size` m, `east` of the origin. */
function box(layer: string, east: number, size: number) {
  const corners = [[east, 0], [east + size, 0], [east + size, size], [east, size]]; // biome-ignore format: a ring
  return corners.map((corner, index) => line(layer, corner, corners[(index + 1) % corners.length] ?? corner));
}

/** Sources of every format, by the name that is given to import, and what else the command line says. */
const SOURCES: readonly (readonly [string, string, ...string[]])[] = [
  ['a drawing', join(FIXTURES, 'dxf', 'guest-house.dxf')],
  ['GeoJSON', join(FIXTURES, 'geojson', '一层.geojson'), '--mapping', 'mapping.yaml'],
  ['OSM', join(FIXTURES, 'osm', 'building.geojson')],
];

describe('the same drawing gives the same bytes', () => {
  test.each(SOURCES)(
    '%s in two folders, by its name, from above and by its absolute path',
    async (_, file, ...more) => {
      for (const place of ['one', 'other/below']) {
        mkdirSync(join(folder, place), { recursive: true });
        cpSync(file, join(folder, place, basename(file)));
        cpSync(join(FIXTURES, 'geojson', 'mapping.yaml'), join(folder, place, 'mapping.yaml'));
      }
      const name = basename(file);
      const flags = (at: string) => more.map((flag) => flag.replace(/^mapping/, `${at}mapping`));
      const first = await imported('one', 'a', name, ...flags(''));
      expect(await imported('other/below', 'b', name, ...flags(''))).toEqual(first);
      expect(await imported('', 'c', `one/${name}`, ...flags('one/'))).toEqual(first);
      expect(await imported('one', 'd', `../other/below/${name}`, ...flags(''))).toEqual(first);
      expect(await imported('', 'e', join(folder, 'other', 'below', name), ...flags('one/'))).toEqual(first);
    },
  );

  test('an IMDF archive, as a folder and zipped', async () => {
    const zip = new AdmZip();
    for (const { path, bytes } of rooms([{ id: 'a', cell: 0 }, { cell: 1 }, { cell: 2 }])) {
      for (const place of ['one', 'other/below']) put(`${place}/school/${path}`, bytes);
      zip.addFile(path, Buffer.from(bytes));
    }
    put('zips/school', zip.toBuffer());
    const first = await imported('one', 'a', 'school');
    expect(await imported('', 'b', 'other/below/school/')).toEqual(first);
    expect(await imported('one/school', 'c', '.')).toEqual(first);
    expect((await imported('', 'd', 'zips/school'))[1]).toBe(first[1]);
  });

  test('drawings of one name are told apart by their folders, wherever they are named from', async () => {
    for (const floor of ['1F', '2F']) {
      mkdirSync(join(folder, floor));
      cpSync(join(FIXTURES, 'dxf', 'annex.dxf'), join(folder, floor, 'plan.dxf'));
    }
    const first = await imported('', 'a', '1F/plan.dxf', '2F/plan.dxf');
    expect(first[1]).toContain('"levels":{"F1":"1F/plan","F2":"2F/plan"}');
    expect(await imported('1F', 'b', 'plan.dxf', '../2F/plan.dxf')).toEqual(first);
  });

  test('é is one letter, however the file system spells it', async () => {
    const drawing = readFileSync(join(FIXTURES, 'dxf', 'annex.dxf'));
    put('one/étage.dxf'.normalize('NFC'), drawing);
    put('other/étage.dxf'.normalize('NFD'), drawing);
    const [, composed] = await imported('', 'a', 'one/étage.dxf'.normalize('NFC'));
    const [, apart] = await imported('', 'b', 'other/étage.dxf'.normalize('NFD'));
    expect(JSON.parse(apart ?? '')).toMatchObject({ imported: { levels: JSON.parse(composed ?? '').imported.levels } });
  });
});

describe('what people wrote about a plan', () => {
  /** As version 0.1 wrote keys of levels and ids of rooms: with the path as typed. */
  function asOnceTyped(path: string, stem: string, typed: string): void {
    const old = text(path)
      .replaceAll(`:"${stem}"`, `:"${typed}/${stem}"`)
      .replaceAll(`"id":"${stem}-x`, `"id":"${typed}/${stem}-x`)
      .replace(/("level":"[^"]*","id":")([^"]*)/g, (_, before: string, id: string) => before + id.replaceAll('/', '-'));
    writeFileSync(join(folder, path), old);
  }

  /** Two rooms that only walls tell: their ids are ours, and begin with the name of the drawing. */
  const walled = dxfText({
    entities: [...box('WALL', 0, 4), ...box('WALL', 5, 4), line('DOOR', [1, 0], [2, 0])],
  });

  test.each([['drawings'], ['../jobs/17'], ['/home/me/drawings']])(
    'stays with it when its drawing comes from elsewhere; ids once made of the path %s are kept',
    async (typed) => {
      put('诊所一层.dxf', walled);
      const [, fresh = ''] = await imported('', 'a', '诊所一层.dxf', '--category', 'hotel');
      expect(idsIn(fresh)).toContain('诊所一层-x2y2');
      asOnceTyped('a/plan.geojson', '诊所一层', typed);
      const before = idsIn(text('a/plan.geojson'));
      const id = `${typed.replaceAll('/', '-')}-诊所一层-x2y2`;
      expect(before).toContain(id);
      put('a/plan.yaml', `${text('a/plan.yaml')}\noverrides:\n  ${JSON.stringify(id)}: {name: 我的大厅}\n`);
      const { code, err } = await run('', 'import', '诊所一层.dxf', '-o', 'a/plan.yaml');
      expect(code, err).toBe(0);
      expect(err).toContain('各要素均无变化');
      expect(idsIn(text('a/plan.geojson'))).toEqual(before);
      expect(text('a/plan.geojson')).toContain('"levels":{"F1":"诊所一层"}');
      const linted = await run('', 'lint', 'a/plan.yaml', '-f', 'json', '--fail-on', 'never');
      expect(linted.out).toContain('我的大厅');
    },
  );

  test('that has its walls said by its kind alone, as once written, is unchanged when they are written out', async () => {
    put('诊所一层.dxf', walled);
    await imported('', 'a', '诊所一层.dxf', '--category', 'hotel');
    const now = text('a/plan.geojson');
    writeFileSync(join(folder, 'a/plan.geojson'), now.replaceAll(',"enclosed":true', ''));
    const { code, err } = await run('', 'import', '诊所一层.dxf', '-o', 'a/plan.yaml');
    expect([code, text('a/plan.geojson')], err).toEqual([0, now]);
    expect(now).toContain(',"enclosed":true');
    expect(err).toContain('各要素均无变化');
  });

  test('levels whose keys can’t be told apart any more are not taken for each other', async () => {
    const drawing = join(FIXTURES, 'dxf', 'annex.dxf');
    for (const wing of ['east', 'west']) {
      mkdirSync(join(folder, wing));
      cpSync(drawing, join(folder, wing, 'plan.dxf'));
    }
    await imported('', 'a', 'east/plan.dxf', 'west/plan.dxf');
    await run('', 'import', 'west/plan.dxf', '-o', 'a/plan.yaml');
    // Which of the two it is nobody can say: a level of its own, which the plan lacks and is told of.
    expect(JSON.parse(text('a/plan.geojson')).imported.levels).toEqual({ plan: 'plan' });
  });
});
