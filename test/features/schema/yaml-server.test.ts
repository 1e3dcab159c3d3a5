import { afterAll, describe, expect, test } from 'vitest';
import type { CompletionItem } from 'vscode-languageserver-types';
import { SNIPPETS } from '../../../src/features/schema/snippets.js';
import { YamlServer } from '../../support/yaml-server.js';
import { fixturePlans, siteRead } from './fixture-plans.js';

const server = await YamlServer.start('schemas/plan.schema.json');
afterAll(() => server.stop());

const HEAD = 'sitecam: 1\nsite: {name: 某宾馆, categories: [hotel]}\nlevels:\n';
const FLOOR = `${HEAD}  - id: F1\n    ceiling: 3\n    zones:\n      - {id: Z9, kind: lobby, rect: [0, 0, 6, 4]}\n`;

describe('the YAML server of editors, with the shipped schema,', () => {
  test('has nothing to say of any sound plan of fixtures, and something of every other', async () => {
    // Of those of rules every fourth, and all with words that nobody knows. SITECAM_LONG=1 takes all.
    const nth = process.env.SITECAM_LONG === undefined ? 4 : 1;
    const plans = fixturePlans().filter(
      ({ path, unknown }, n) => unknown.length > 0 || !path.includes('fixtures/rules/') || n % nth === 0,
    );
    const said = await Promise.all(
      plans.map(async ({ path, text, unknown }) => {
        const told = await server.open(path, text);
        const lines = told.map(({ message, range }) => `${path}:${range.start.line + 1} ${message}`);
        return unknown.length === 0 ? lines : lines.length === 0 ? [`${path}: nothing of ${unknown}`] : [];
      }),
    );
    expect(said.flat()).toEqual([]);
    expect(said.length).toBeGreaterThan(nth === 1 ? 1900 : 1000);
  }, 120_000);

  test.each([
    ['hotell', '不是场所类别。', 'sitecam: 1\nsite: {name: 某宾馆, categories: [hotell]}\nlevels: [{id: F1}]\n'],
    ['corider', '不是区域类型。', FLOOR.replace('lobby', 'corider')],
    ['走郎', '不是区域类型。', FLOOR.replace('lobby', '走郎')],
    ['camra', '不是设备类型。', `${FLOOR}    devices:\n      - {id: C1, kind: camra, at: [1, 1]}\n`],
    ['dor', '不是门窗洞口类型。', `${FLOOR}    openings:\n      - {id: D1, kind: dor, line: [[1, 0], [2, 0]]}\n`],
    ['gats', '不是部位名称。', FLOOR.replace('kind: lobby', '$&, roles: [gats]')],
    ['polygon', '已写 rect', FLOOR.replace('rect:', 'polygon: [[0, 0], [1, 0], [1, 1]], rect:')],
  ])('marks %s as an error, in words of ours', async (word, message, text) => {
    const told = await server.open(`slip-${word}.yaml`, text);
    const lines = text.split('\n');
    expect(told.map(({ range: { start, end } }) => lines[start.line]?.slice(start.character, end.character))).toEqual([
      word,
    ]);
    expect(told[0]?.severity).toBe(1);
    expect(told[0]?.message).toContain(message);
  });

  test('marks a zone without a shape', async () => {
    const [told] = await server.open('shapeless.yaml', FLOOR.replace(', rect: [0, 0, 6, 4]', ''));
    expect(told?.message).toContain('矩形写 rect，多边形写 polygon');
  });

  test('completes kinds, each with what the law makes of it', async () => {
    await server.open('kinds.yaml', FLOOR.replace('{id: Z9, kind: lobby', 'id: Z9\n        kind: \n        #'));
    const offered = await server.completions('kinds.yaml', { line: 7, character: 14 });
    const [item] = offered.filter(({ label }) => label === 'changing-room');
    expect(JSON.stringify(item?.documentation)).toContain('更衣室｜默认有墙｜');
    expect(offered.length).toBeGreaterThan(60);
  });

  test('shows what a kind is where it stands', async () => {
    await server.open('hover.yaml', FLOOR);
    const hover = await server.hover('hover.yaml', { line: 6, character: 24 });
    expect(JSON.stringify(hover?.contents)).toContain('大堂｜默认有墙');
  });

  test('writes a key with its colon, whatever it refers to', async () => {
    await server.open('keys.yaml', 'sitecam: 1\n\n');
    const offered = await server.completions('keys.yaml', { line: 1, character: 0 });
    const texts = offered
      .filter(({ label }) => ['site', 'origin', 'levels'].includes(label))
      .map(({ insertText }) => insertText);
    expect(texts.length).toBe(3);
    for (const text of texts) expect(text).toMatch(/^[a-z]+:\s/);
  });
});

describe.each([
  ['level', HEAD, '  - '],
  ['zone', `${HEAD}  - id: F1\n    ceiling: 3\n    zones:\n`, '      - '],
  ['opening', `${FLOOR}    openings:\n`, '      - '],
  ['device', `${FLOOR}    devices:\n`, '      - '],
])('for a new %s the server offers', (name, before, dash) => {
  test.each((SNIPPETS[name] ?? []).map(({ label }) => label))(
    '%s, which then is a sound piece of a plan',
    async (label) => {
      const path = `snippet-${label.replace(/\W/g, '')}.yaml`;
      await server.open(path, `${before}${dash}\n`);
      const position = { line: before.split('\n').length - 1, character: dash.length };
      const offered = await server.completions(path, position);
      const [item, other] = offered.filter((one) => one.label === label);
      expect(other).toBeUndefined();
      const text = `${before}${dash}${taken(item, dash.length - 2)}\n`;
      expect(await server.open(`filled-${path}`, text)).toEqual([]);
      expect(siteRead('plan.yaml', text)?.faults).toEqual([]);
    },
  );
});

/** What an editor writes for an item, its places as offered: it indents lines as far as the one it writes in. */
function taken(item: CompletionItem | undefined, indent: number): string {
  return (item?.insertText ?? '')
    .replace(/\$\{\d+(?::([^}]*)|\|([^,|]*)[^}]*)\}/g, (_, offered, first) => offered ?? first)
    .replaceAll('\n', `\n${' '.repeat(indent)}`);
}
