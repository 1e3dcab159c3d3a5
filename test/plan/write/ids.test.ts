// Ids of new devices: they go on as the level does, and none is taken.
import { expect, test } from 'vitest';
import { nextIds } from '../../../src/plan/write/ids.js';
import { readFrom } from './support.js';

function siteOf(levels: Readonly<Record<string, readonly string[]>>, more = '') {
  const item = (id: string) => `{id: "${id}", kind: ${/^[MS]/.test(id) ? 'door-contact' : 'camera'}, at: [1, 2]}`;
  const written = Object.entries(levels).map(
    ([id, ids]) => `  - id: ${id}\n    devices: [${ids.map(item).join(', ')}]\n${more}`,
  );
  const site = 'site: {name: 测试, categories: [hotel], region: "150102"}';
  return readFrom(new Map([['p.yaml', `sitecam: 1\n${site}\nlevels:\n${written.join('')}`]])).site;
}

test.each<readonly [string, Readonly<Record<string, readonly string[]>>, string, readonly string[]]>([
  ['digits with zeros', { F2: ['C2-01', 'C2-05', 'M2-09'] }, 'F2', ['C2-06', 'C2-07']],
  ['digits without', { F1: ['K1', 'K9'] }, 'F1', ['K10', 'K11']],
  ['beyond two digits', { F1: ['C98', 'C99'] }, 'F1', ['C100', 'C101']],
  ['zeros before two digits', { F1: ['C08', 'C09'] }, 'F1', ['C10', 'C11']],
  ['numbers that go on upstairs', { F1: ['C01', 'C02'], F2: ['C03'] }, 'F1', ['C04', 'C05']],
  ['the pattern of most', { F1: ['A1', 'B1', 'B2', 'A7', 'B4'], F2: [] }, 'F1', ['B5', 'B6']],
  ['the pattern of most, drawn before others', { F1: ['A1', 'A2', 'A7', 'B1'] }, 'F1', ['A8', 'A9']],
  ['Chinese words', { F1: ['摄像机1'] }, 'F1', ['摄像机2', '摄像机3']],
  ['no cameras', { F1: ['C1'], F3: ['M1'] }, 'F3', ['N3-01', 'N3-02']],
  ['ids without numbers', { B1: ['gate'] }, 'B1', ['N1-01', 'N1-02']],
  ['a level without a number', { F1: [], 顶层: [] }, '顶层', ['N2-01', 'N2-02']],
  ['ids that are taken', { F1: ['N2-01'], F2: [] }, 'F2', ['N2-02', 'N2-03']],
  ['a long number', { F1: ['20250101000001'] }, 'F1', ['20250101000002', '20250101000003']],
])('%s', (_, levels, level, ids) => {
  expect(nextIds(siteOf(levels), level, 2)).toEqual(ids);
});

test('zones, signs and ids given away have them too', () => {
  const zones = '    zones: [{id: C2, kind: lobby, rect: [0, 0, 3, 3]}]\n';
  const site = siteOf({ F1: ['C1'] }, `${zones}    signs: [{id: C3, at: [1, 1]}]\n`);
  expect(nextIds(site, 'F1', 2, ['C5'])).toEqual(['C4', 'C6']);
});
