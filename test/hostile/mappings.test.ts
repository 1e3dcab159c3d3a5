import { expect, test, vi } from 'vitest';
import { parseSource } from '../../src/source/parse/parse.js';
import { Folder } from '../support/folder.js';

const list = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));

/** Rooms in rows, each with a long name and use. */
const ROOMS = JSON.stringify({
  type: 'FeatureCollection',
  features: list(500, (n) => {
    const [x, y, a] = [111 + (n % 60) / 1e4, 40 + Math.floor(n / 60) / 1e4, 9e-5];
    const ring = [
      [x, y],
      [x + a, y],
      [x + a, y + a],
      [x, y + a],
      [x, y],
    ];
    return {
      type: 'Feature',
      properties: { name: `wc ${n}`, level: '0', indoor: 'room', USE: `${'a'.repeat(400)}${n}` },
      geometry: { type: 'Polygon', coordinates: [ring] },
    };
  }),
});

/** What the import says with a mapping. */
async function said(mapping: object): Promise<readonly [code: number, err: string]> {
  const folder = new Folder({ 'rooms.geojson': ROOMS, 'm.json': JSON.stringify(mapping) });
  const argv = ['import', 'rooms.geojson', '--mapping', 'm.json', '-o', 'plan.yaml', '--lang', 'en'];
  const { code, err } = await folder.run(argv);
  return [code, err.replaceAll(/\s+/g, ' ')];
}

const LIKE = 'a'.repeat(110);

test.each<[what: string, mapping: object, code: number, says: string]>([
  [
    'rules of many words',
    { rules: list(30, (n) => ({ where: { name: list(1000, (k) => `*x${n}-${k}*`) }, as: 'wall' })) },
    2,
    'has 30000 words and patterns; 10000 are the most that are read (a limit of ours)',
  ],
  [
    'rules that are alike at both ends',
    { rules: list(4000, (n) => ({ where: { name: `${LIKE}${10_000 + n}${LIKE}` }, as: 'wall' })) },
    2,
    'takes more than 150 million steps of work (a limit of ours)',
  ],
  [
    'kinds that are held against every use',
    { kinds: Object.fromEntries(list(9000, (n) => [`*${n}b*`, 'restroom'])), keys: { kind: 'USE' } },
    3,
    'takes more than 100 million steps of work (a limit of ours)',
  ],
])('a mapping of %s ends with a sentence', async (_, mapping, code, says) => {
  const [ended, err] = await said(mapping);
  expect(err).toContain(says);
  expect(ended).toBe(code);
});

test('three thousand rules as a survey writes them are read', async () => {
  const rules = list(3000, (n) => ({ where: { layer: `LAYER-${n}` }, as: 'none' }));
  expect((await said({ rules }))[0]).toBeLessThan(2);
});

test('a large text that is too deep is never parsed', () => {
  const parse = vi.spyOn(JSON, 'parse');
  const read = parseSource('plan.json', Buffer.alloc(2 ** 21, '['));
  expect(parse).not.toHaveBeenCalled();
  parse.mockRestore();
  expect(!read.ok && read.problems.map(({ code }) => code)).toEqual(['source/too-deep']);
});
