import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DIFF_FORMATS, OUTPUT_FORMATS } from '../../src/cli/output/formats.js';
import { Folder, GEOMETRY, SMALL_PLAN } from '../support/folder.js';

const FILES = {
  'plan.yaml': SMALL_PLAN,
  'other.yaml': SMALL_PLAN,
  'rooms.geojson': GEOMETRY,
  'sitecam.baseline.json': '{"sitecamBaseline": 2, "tool": {"name": "sitecam", "version": "0"}, "plans": []}',
  'hotel.baseline.json': '{"sitecamBaseline": 2, "tool": {"name": "sitecam", "version": "0"}, "plans": []}',
  'new.json': '',
  'page.html': 'of last time, on sitecam: 1',
};

const lint = (folder: Folder, format: string) =>
  folder.run(['lint', 'plan.yaml', '--fail-on', 'never', '--lang', 'en', '-f', format]);

test.each(['html=other.yaml', 'json=rooms.geojson', 'json=sitecam.baseline.json', 'json=hotel.baseline.json'])(
  'a report as %s, over what this run does not read, is refused',
  async (format) => {
    const folder = new Folder(FILES);
    const file = format.replace(/.*=/, '');
    const before = folder.read(file);
    expect(await lint(folder, format)).toMatchObject({
      code: 2,
      err: expect.stringContaining(`a report can't be written over '${file}', which is a plan`),
    });
    expect(folder.read(file)).toBe(before);
  },
);

test('a report replaces a report, or a file that a shell has just made', async () => {
  const folder = new Folder(FILES);
  for (const format of ['json=new.json', 'json=new.json', 'html=page.html', 'sarif=fresh.json']) {
    expect(await lint(folder, format)).toMatchObject({ code: 0, err: '' });
  }
  expect(folder.read('page.html')).toContain('<!DOCTYPE html>');
});

/** Files under free names that this run doesn't read, though another may. */
const FREE_NAMES = {
  'site-config.yml': 'rules: {plan/zone-kind-mismatch: off}\n',
  'my-waivers.yaml': 'waivers: []\n',
  'our-law.yaml': 'id: our-law\n',
  'our-law.json': '{"id": "our-law"}',
  'mapping.yaml': 'unit: mm\nlayers: {}\n',
  'old-floor.json': '{"sitecamBaseline": 2, "tool": {"name": "sitecam", "version": "0"}, "plans": []}',
  'ground.dxf': '  0\nSECTION\n  2\nHEADER\n  9\n$ACADVER\n  1\nAC1032\n  9\n$ACADMAINTVER\n',
  'building.ifc': 'ISO-10303-21;\n',
};

test.each(Object.keys(FREE_NAMES))(
  'no command writes over %s, which sitecam may read and did not write',
  async (file) => {
    const folder = new Folder({ ...FILES, ...FREE_NAMES });
    const before = folder.read(file);
    const commands = [
      ['lint', 'plan.yaml', '--fail-on', 'never', '-f', `html=${file}`],
      ['lint', 'plan.yaml', '--fail-on', 'never', '--redact', '--redact-map', file],
      ['diff', 'plan.yaml', 'other.yaml', '-f', `markdown=${file}`],
      ['suggest', 'plan.yaml', '--certificate', file],
      ['suggest', 'plan.yaml', '-o', file],
      ...(file.endsWith('.json') ? [['import', 'rooms.geojson', '-o', 'new.yaml', '--record', file]] : []),
      ...(file.endsWith('.dxf') ? [['draw', 'plan.yaml', '-o', file]] : []),
    ];
    for (const command of commands) {
      expect(await folder.run([...command, '--lang', 'en'])).toMatchObject({
        code: 2,
        err: expect.stringContaining(
          command.includes('--redact')
            ? "can't be written over a plan"
            : `can't be written over '${file}', which is a plan`,
        ),
      });
    }
    expect(folder.read(file)).toBe(before);
  },
);

const BAD = 'sitecam: 1\nsite: 3\n';

test.each([
  ['lint plan.yaml', OUTPUT_FORMATS],
  ['lint bad.yaml', OUTPUT_FORMATS],
  ['lint plan.yaml other.yaml', OUTPUT_FORMATS],
  ['lint 1f/plan.yaml other.yaml -q', OUTPUT_FORMATS],
  ['lint 1f/plan.yaml bad.yaml -q', OUTPUT_FORMATS],
  ['lint plan.yaml bad.yaml --verbose', OUTPUT_FORMATS],
  ['lint plan.yaml --no-waivers --statistics', OUTPUT_FORMATS],
  ['diff plan.yaml third.yaml', DIFF_FORMATS],
  ['diff plan.yaml bad.yaml', DIFF_FORMATS],
  ['diff . 1f', DIFF_FORMATS],
])('of sitecam %s every format replaces itself in a file .json', async (line, formats) => {
  for (const language of ['zh-CN', 'en']) {
    const folder = new Folder({
      'plan.yaml': SMALL_PLAN,
      'other.yaml': SMALL_PLAN,
      'third.yaml': SMALL_PLAN.replace('12, 2', '12, 3'),
      '1f/plan.yaml': SMALL_PLAN,
      'bad.yaml': BAD,
    });
    const outputs = formats.flatMap((name) => ['-f', `${name}=out/${name}.json`]);
    const command = [...line.split(' '), ...outputs, '--fail-on', 'never', '--lang', language];
    const { code, err } = await folder.run(command);
    expect(code, err).not.toBe(2);
    expect(await folder.run(command)).toMatchObject({ code, err });
  }
});

const SOMEBODYS = [
  '{"sitecam": 1',
  '"sitecam": 1',
  'sitecam: 1\n',
  'site: {name: 馆}\n',
  '# 技防图\nsitecam: 1\n',
  '---\nsitecam: 1\n',
  '// of the hotel\n{"sitecam": 1}',
  '\ufeff{"sitecam": 1}',
  'Sitecam: 1\n',
  '名称: 示例\n',
  '# 技防设计图：说明\nsitecam: 1\n',
  'version https://git-lfs.github.com/spec/v1\noid sha256:0\n',
  'PK\u0003\u0004zip',
  'callback({"sitecam": 1})',
  'true',
  '<?xml version="1.0"?>\n<plan/>',
];
const IN_UTF_16 = Buffer.from('\ufeff{"sitecam": 1}', 'utf16le');

test.each([...SOMEBODYS, IN_UTF_16])('a report replaces no file .json that somebody began as %j', async (mine) => {
  const folder = new Folder({ ...FILES, 'mine.json': mine });
  for (const format of ['json', 'html', 'terminal']) {
    expect(await lint(folder, `${format}=mine.json`)).toMatchObject({ code: 2 });
  }
});

test('a drawing replaces one of its own, as do the table of redacted names and a certificate', async () => {
  const folder = new Folder(FILES);
  for (let run = 0; run < 2; run++) {
    expect(await folder.run(['draw', 'plan.yaml', '-o', 'a.dxf'])).toMatchObject({ code: 0 });
    const redact = ['--redact', '--redact-map', 'names.json', '--fail-on', 'never'];
    expect(await folder.run(['lint', 'plan.yaml', ...redact])).toMatchObject({ code: 0 });
    const { err } = await folder.run(['suggest', 'plan.yaml', '--certificate', 'proof.json', '--lang', 'en']);
    expect(err).toBe('');
  }
});

test.each([
  ['lint plan.yaml -f html=link.html'],
  ['lint plan.yaml --redact --redact-map link.html'],
  ['lint plan.yaml -f markdown=a.md --assets .'],
  ['diff plan.yaml third.yaml -f html=link.html'],
  ['diff plan.yaml third.yaml -f markdown=a.md --assets .'],
  ['draw plan.yaml'],
  ['suggest plan.yaml --certificate link.html'],
  ['suggest plan.yaml --assets .'],
  ['conflicts pose.yaml --assets .'],
  ['import rooms.geojson -o new.yaml --record link.md'],
  ['import inn.dxf --survey --assets .'],
])('sitecam %s replaces no plan through a link with another ending', async (line) => {
  const files = {
    ...FILES,
    'third.yaml': SMALL_PLAN.replace('12, 2', '12, 3'),
    'pose.yaml': readFileSync('fixtures/conflicts/ktv-pose.yaml'),
    'inn.dxf': readFileSync('fixtures/import/dxf/guest-house.dxf'),
  };
  const command = [...line.split(' '), '--lang', 'en'];
  const free = new Folder(files);
  await free.run(command);
  const drawing = readdirSync(free.path).find((name) => name.endsWith('.svg')) ?? 'none.svg';
  const folder = new Folder(files);
  for (const name of ['link.html', 'link.md', drawing]) symlinkSync('other.yaml', folder.at(name));
  expect(await folder.run(command)).toMatchObject({
    code: 2,
    err: expect.stringMatching(/can't be written over (a plan|'[^']*', which is a plan)/),
  });
  expect(folder.read('other.yaml')).toBe(SMALL_PLAN);
});

test('a file whose link has the ending of a plan is replaced if sitecam wrote it', async () => {
  const folder = new Folder({ ...FILES, 'kept.log': '' });
  symlinkSync('kept.log', folder.at('report.json'));
  for (let run = 0; run < 2; run++) {
    expect(await lint(folder, 'json=report.json')).toMatchObject({ code: 0, err: '' });
  }
  folder.write({ 'kept.log': '{"sitecam": 1}' });
  expect(await lint(folder, 'json=report.json')).toMatchObject({ code: 2 });
});
