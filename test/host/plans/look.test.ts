import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type FileGuess, guessFile, referencesOf } from '../../../src/plan/file-guess.js';
import { Folder, GEOMETRY, planOf, SMALL_PLAN } from '../../support/folder.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const look = (text: string): FileGuess => guessFile(utf8(text));

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

describe('a broken plan still looks like one', () => {
  test.each([
    ['a misspelt key', SMALL_PLAN.replace('sitecam', 'sitcam')],
    ['another', SMALL_PLAN.replace('sitecam', 'site-cam')],
    ['capitals', 'Sitecam: 1\n'],
    ['no version', SMALL_PLAN.replace('sitecam: 1\n', '')],
    ['a version alone', 'sitecam: 1'],
    ['a full-width colon', 'sitecam：1\nsite：{name: 图}\n'],
    ['a tab', '\tsitecam: 1\n\tsite: {}\n'],
    ['all further in', '  # 图\n  sitecam: 1\n  site: {}\n'],
    ['the first line further in', ' x: 1\nsitecam: 1\n'],
    ['quotes', '"sitecam": 1\n'],
    ['a comment and a document mark before it', '# yaml-language-server: $schema=x\n---\n\nsitecam: 1\n'],
    ['braces', '{sitecam: 1, site: {name: x}}'],
    ['open braces', '{sitecam: 1, site: {name: x}, levels: ['],
    ['open braces behind a list', '{levels: [F1], site: {name: x'],
    ['keys in the wrong order', '{site: {name: "a, b: c"}, levels: [{id: {}}], sitecam: 1'],
    ['JSON', '{"site": {}, "levels": []}'],
    ['JSON cut short', '{"sitecam": 1, "site": {"na'],
    ['JSON without a quote', '{"site: {"name": "x"}, "sitecam": 1}'],
    ['JSON with a comment', '{// 图\n"sitecam": 1}'],
    ['Windows line ends', SMALL_PLAN.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\ufeff${SMALL_PLAN}`],
    ['nothing in it', ''],
    ['nothing but spaces', ' \n\n'],
    ['zeros, as a crash leaves them', '\0'.repeat(4096)],
    ['GeoJSON', '{"type": "FeatureCollection", "features": [], "sitecam": {"site": {}}}'],
    ['GeoJSON with nothing in its member', '{"type": "FeatureCollection", "features": [], "sitecam": {}}'],
    ['GeoJSON with a misspelt member', '{"type": "FeatureCollection", "features": [], "sitecm": {"site": {}}}'],
    ['GeoJSON cut short', '{"type": "FeatureCollection", "sitecam": {"version": 1, "site": {}}, "features": [{'],
  ])('%s', (_, text) => {
    expect(look(text)).toBe('plan');
  });

  test('in UTF-16 and in GBK', () => {
    for (const bigEndian of [true, false]) expect(guessFile(utf16(SMALL_PLAN, bigEndian))).toBe('plan');
    // 站点：甲 in GBK, then the keys of a plan; and a colon of full width after the first of them.
    const gbk = (bytes: number[], rest: string) => new Uint8Array([...bytes, ...utf8(rest)]);
    expect(guessFile(gbk([0x23, 0xd5, 0xbe, 0xb5, 0xe3, 0x0a], 'sitecam: 1\n'))).toBe('plan');
    expect(guessFile(gbk([...utf8('sitecam'), 0xa3, 0xba], '1\n'))).toBe('plan');
  });

  test('every plan that comes with sitecam does, and of the malformed ones all but those no more like a plan than any file', () => {
    const plans = readdirSync('fixtures', { recursive: true, encoding: 'utf8' }).filter(
      (path) => /\.(?:ya?ml|geojson)$/.test(path) && !path.includes('parts/') && !/^(?:import|packs)\//.test(path),
    );
    const others = plans.filter((path) => guessFile(readFileSync(join('fixtures', path))) !== 'plan');
    expect(
      others.filter((path) => !/\/f(?:loor)?\d\.geojson$|\/sitecam\.(?:config|waivers)\.yaml$/.test(path)).sort(),
    ).toEqual([
      'malformed/billion-laughs.yaml',
      'malformed/geojson-without-site.geojson',
      'malformed/json-cut-short.geojson',
      'malformed/json-duplicate-key.geojson',
      'malformed/json-trailing-comma.geojson',
      'malformed/not-a-plan.yaml',
    ]);
    expect(plans.length).toBeGreaterThan(100);
  });
});

describe('a plan whose keys YAML spells otherwise', () => {
  test.each(['? sitecam\n: 1\n', '"\\x73itecam": 1\n', '&x sitecam: 1\n', '!!str sitecam: 1\n'])('%j', (text) => {
    expect(look(text)).toBe('plan');
  });
});

describe('what is no plan', () => {
  test.each<[string, string, FileGuess]>([
    ['a workflow', 'name: ci\non: push\njobs:\n  site: {}\n  levels: []\n', 'other'],
    ['a site map', 'sitemap: 1\n', 'other'],
    ['a job of that name', '# .gitlab-ci.yml\nsitecam:\n  script: [npx sitecam lint plans]\n', 'other'],
    ['a manifest', '{"devDependencies": {"sitecam-lint": "0.1.0"}}', 'other'],
    ['a hook', 'repos:\n  - repo: https://example.org/sitecam\n    hooks: [{id: sitecam}]\n', 'other'],
    ['one key that plans have', 'site: example.org\nlevel: info\n', 'other'],
    ['one of them, spelt otherwise', '? site\n: example.org\nlevel: info\n', 'other'],
    ['a key further down', 'a:\n  sitecam: 1\n', 'other'],
    ['a key in a text', '{"a": "sitecam: 1", "b": {"sitecam": 1}}', 'other'],
    ['a list', '- sitecam: 1\n', 'other'],
    ['a list in JSON', '[{"sitecam": 1}]', 'other'],
    ['JSON with comments', '{\n  // tsconfig\n  "compilerOptions": {}\n}', 'other'],
    ['prose', 'sitecam 是审查工具', 'other'],
    ['geometry', GEOMETRY, 'geojson'],
    ['any GeoJSON', '{"features": [], "type": "FeatureCollection"}', 'geojson'],
    ['GeoJSON cut short, which may have been a plan', '{"type": "FeatureCollection", "features": [{', 'broken-geojson'],
  ])('%s', (_, text, expected) => {
    expect(look(text)).toBe(expected);
  });
});

test('what a plan refers to is found however it is written', () => {
  const found = (text: string) => referencesOf('m/plan.yaml', utf8(text));
  expect(found(planOf('floor1.geojson'))).toContain('m/floor1.geojson');
  expect(found(planOf("'一层 a.geojson'"))).toEqual(['m/一层 a.geojson']);
  expect(found('levels:\n  - id: F1\n    geometry: ./parts/a.geojson # 一层\n')).toEqual(['m/parts/a.geojson']);
  expect(found('{"levels": [{"geometry": "\\u4e00.geojson"}]}')).toEqual(['m/一.geojson']);
  expect(found('levels:\n  - geometry: a,b.geojson\n')).toContain('m/a,b.geojson');
  expect(found(SMALL_PLAN)).toEqual([]);
});

test('of what an import writes, the plan is one and its geometry isn’t', async () => {
  const folder = new Folder({ '1F.dxf': readFileSync('fixtures/import/dxf/annex.dxf') });
  expect((await folder.run(['import', '1F.dxf', '-o', 'plan.yaml'])).code).toBe(0);
  expect(await folder.linted(['.'])).toEqual(['plan.yaml']);
  const whole = await folder.run(['import', '1F.dxf', '-o', 'whole.geojson']);
  expect(whole.code).toBe(0);
  expect(await folder.linted(['.'])).toEqual(['plan.yaml', 'whole.geojson']);
});
