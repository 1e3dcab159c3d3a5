import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { dxf, line, type Pair } from '../import/dxf-support.js';
import { house } from '../import/survey/support.js';
import { Folder } from '../support/folder.js';

const METRES: Readonly<Record<string, Pair>> = { $INSUNITS: [70, 6] };
const NAMED = { walls: '墙', doors: '门', names: '房间名称' };
const drawing = (layers = {}) => dxf({ header: METRES, entities: house(1, [0, 0], layers) }).bytes;

it('from a drawing to a plan: survey, confirm, import', async () => {
  const folder = new Folder({ '1F.dxf': drawing() });
  const looked = await folder.run(['import', '1F.dxf', '-o', 'first.yaml', '--lang', 'en']);
  expect(looked.err).toContain('Look at the drawing first:  sitecam import 1F.dxf --survey -o mapping.yaml');
  const surveyed = await folder.run(['import', '1F.dxf', '--survey', '-o', 'm.yaml', '--assets', 'th', '--lang', 'en']);
  expect(surveyed.code).toBe(0);
  expect(surveyed.out).toContain('unit: metres');
  expect(surveyed.err).toContain('sitecam import 1F.dxf --mapping m.yaml -o plan.yaml');
  expect(folder.read('th/index.html')).toContain('001.svg');
  const imported = await folder.run(['import', '1F.dxf', '--mapping', 'm.yaml', '-o', 'plan.yaml', '--lang', 'en']);
  expect(imported.err).toContain('zones: 3');
  expect(imported.err).not.toContain('Look at the drawing first');
});

it.each(['two words.dxf', 'a$(echo b).dxf', "it's `b`!.dxf", 'c"$d.dxf'])(
  'the command that it prints for %s is read by a shell as that one file',
  async (name) => {
    const folder = new Folder({ [name]: drawing() });
    const { err } = await folder.run(['import', name, '--survey', '-o', 'm.yaml', '--lang', 'en']);
    const [, words] = /sitecam import (.*) --mapping m\.yaml/.exec(err) ?? [];
    expect(execFileSync('bash', ['-c', `printf '<%s>' ${words}`], { encoding: 'utf8' })).toBe(`<${name}>`);
  },
);

it('every rule it proposes is of use, though outlines of rooms are drawn that the names lie in', async () => {
  const folder = new Folder({ 'inn.dxf': readFileSync('fixtures/import/dxf/guest-house.dxf') });
  await folder.run(['import', 'inn.dxf', '--survey', '-o', 'm.yaml']);
  const { err } = await folder.run(['import', 'inn.dxf', '--mapping', 'm.yaml', '-o', 'plan.yaml', '--lang', 'en']);
  expect(err).toContain('zones: 8');
  expect(err).not.toContain('that matched nothing');
});

it('asks what a door of a drawing is made of before it says that nobody sees through it', async () => {
  const folder = new Folder({ 'ktv.dxf': readFileSync('fixtures/import/dxf/ktv.dxf') });
  await folder.run(['import', 'ktv.dxf', '-o', 'plan.yaml', '--category', '文化娱乐场所']);
  folder.write({
    'plan.yaml': folder.read('plan.yaml').replace('  categories:', '  songAndDance: true\n  categories:'),
  });
  const { out } = await folder.run(['lint', 'plan.yaml', '-f', 'json']);
  const { plans } = JSON.parse(out) as { plans: { verdicts: { subject: string; outcome: string }[] }[] };
  const verdicts = plans.flatMap((plan) => plan.verdicts).filter(({ subject }) => subject.endsWith('/glazing'));
  expect(verdicts.map(({ outcome }) => outcome)).toEqual(Array(6).fill('open'));
});

it('reminds of rules that nobody has confirmed yet', async () => {
  const rules = [
    '  - {where: {layer: 墙}, as: wall}  # 名称',
    '  - {where: {layer: 门}, as: opening, kind: door}  # ? 2个',
  ];
  const folder = new Folder({ '1F.dxf': drawing(NAMED), 'm.yaml': `# “# ?”须确认\nrules:\n${rules.join('\n')}\n` });
  const importing = () => folder.run(['import', '1F.dxf', '--mapping', 'm.yaml', '-o', 'plan.yaml', '--lang', 'zh-CN']);
  expect((await importing()).err).toContain('映射中第2条规则标有“# ?”');
  folder.write({ 'm.yaml': folder.read('m.yaml').replace('# ? 2个', '# 2个') });
  expect((await importing()).err).not.toContain('尚未确认');
});

it('writes no plan, and no mapping over another', async () => {
  const folder = new Folder({ '1F.dxf': drawing(NAMED), 'm.yaml': 'rules: []\n' });
  const surveyed = await folder.run(['import', '1F.dxf', '--survey', '-o', 'm.yaml', '--lang', 'en']);
  expect(surveyed.code).toBe(2);
  expect(folder.read('m.yaml')).toBe('rules: []\n');
  const plain = await folder.run(['import', '1F.dxf', '--survey', '-f', 'json', '--lang', 'en']);
  expect(plain.code).toBe(0);
  expect(JSON.parse(plain.out)).toMatchObject({ version: 1, drawings: [{ path: '1F.dxf', unit: { metres: 1 } }] });
});

it('a folder of drawings is one table', async () => {
  const folder = new Folder({ 'in/1F.dxf': drawing(NAMED), 'in/2F.dxf': drawing(NAMED) });
  const { code, out } = await folder.run(['import', 'in', '--survey', '--lang', 'zh-CN']);
  expect(code).toBe(0);
  expect(out.match(/^单位：米/gm)).toHaveLength(2);
  expect(out).toMatch(/^墙 +LINE 24 +墙/m);
});

it('ends within its limit where the whole drawing lies closer together than views do', async () => {
  const lines = Array.from({ length: 12_000 }, (_, n) => {
    const [x, y] = [(n % 120) / 12, Math.floor(n / 120) / 12];
    return line('PLAN', [x, y], [x + 0.05, y + 0.01 * (n % 7)]);
  });
  const folder = new Folder({ '1F.dxf': dxf({ header: METRES, entities: lines }).bytes });
  expect((await folder.run(['import', '1F.dxf', '--survey', '--lang', 'en'])).code).toBe(0);
});

it('layers that the shipped rules know need no survey; other files have none', async () => {
  const folder = new Folder({ '1F.dxf': drawing(NAMED), 'a.geojson': '{"type": "FeatureCollection", "features": []}' });
  const { err } = await folder.run(['import', '1F.dxf', '-o', 'plan.yaml', '--lang', 'zh-CN']);
  expect(err).not.toContain('先看图');
  expect((await folder.run(['import', 'a.geojson', '--survey'])).code).toBe(2);
});
