import { describe, expect, test } from 'vitest';
import { isLike } from '../../src/import/mapping/match.js';
import { Folder, SMALL_PLAN } from '../support/folder.js';
import { lintIn } from './support.js';

const HEAD = 'sitecam: 1\nsite: {name: 小店, categories: [hotel], region: "150102"}\n';
const LEVELS = 'levels: [{id: F1, ceiling: 3, zones: [{id: hall, kind: corridor, rect: [0, 0, 12, 2]}]}]\n';
const JSON_PLAN = JSON.stringify({
  sitecam: 1,
  site: { name: '小店', categories: ['hotel'], region: '150102' },
  levels: [{ id: 'F1', ceiling: 3, zones: [{ id: 'hall', kind: 'corridor', rect: [0, 0, 12, 2] }] }],
});

/** A JSON plan with other text in place of the hall's rectangle. */
const withRect = (rect: string) => JSON_PLAN.replace('[0,0,12,2]', rect);

const utf8 = (text: string) => new TextEncoder().encode(text);

function utf16(text: string, big: boolean, mark: boolean): Uint8Array {
  const bytes = Buffer.from(mark ? `\ufeff${text}` : text, 'utf16le');
  return big ? bytes.swap16() : bytes;
}

/** What can't be read, and the first thing that is said of it. */
const REFUSED: readonly (readonly [what: string, file: string, content: string | Uint8Array, said: string])[] = [
  ['nothing at all', 'plan.yaml', '', 'source/empty 1:1'],
  ['white space', 'plan.yaml', ' \n\t\r\n', 'source/empty 1:1'],
  ['a byte order mark alone', 'plan.yaml', '\ufeff', 'source/empty 1:1'],
  ['NUL in the middle', 'plan.yaml', `${HEAD}\0${LEVELS}`, 'source/nul 3:1'],
  ['NUL all over', 'plan.yaml', new Uint8Array(4096), 'source/nul 1:1'],
  ['UTF-16, little-endian', 'plan.yaml', utf16(SMALL_PLAN, false, true), 'source/utf-16 1:1'],
  ['UTF-16, big-endian, unmarked', 'plan.yaml', utf16(SMALL_PLAN, true, false), 'source/utf-16 1:1'],
  [
    'a byte that is none of UTF-8',
    'plan.yaml',
    Buffer.concat([utf8(HEAD), Buffer.of(0x23, 0xff)]),
    'source/not-utf-8 3:2',
  ],
  ['a character cut short', 'plan.yaml', utf8(`${SMALL_PLAN}# 店`).slice(0, -1), 'source/looks-like-gbk 4:3'],
  [
    'an overlong character',
    'plan.yaml',
    Buffer.concat([utf8(HEAD), Buffer.of(0xc0, 0x80)]),
    'source/looks-like-gbk 3:1',
  ],
  [
    'a surrogate in UTF-8',
    'plan.yaml',
    Buffer.concat([utf8(HEAD), Buffer.of(0xed, 0xa0, 0x80)]),
    'source/looks-like-gbk 3:1',
  ],
  ['lines that end with CR alone', 'plan.yaml', SMALL_PLAN.replaceAll('\n', '\r'), 'source/yaml-syntax 1:10'],
  ['a key twice', 'plan.yaml', `${SMALL_PLAN}sitecam: 1\n`, 'source/duplicate-key 4:1'],
  [
    'a key twice, spelt otherwise',
    'plan.json',
    JSON_PLAN.replace('{', '{"sit\\u0065cam":1,'),
    'source/duplicate-key 1:19',
  ],
  ['__proto__ as a key', 'plan.yaml', `${SMALL_PLAN}__proto__: {levels: []}\n`, 'schema/unknown-key 4:1'],
  [
    '__proto__ twice',
    'plan.json',
    JSON_PLAN.replace('{', '{"__proto__":1,"__proto__":1,'),
    'source/duplicate-key 1:16',
  ],
  [
    '__proto__ as a key of JSON',
    'plan.json',
    JSON_PLAN.replace('{', '{"__proto__":{"sitecam":1},'),
    'schema/unknown-key 1:2',
  ],
  ['constructor as a key', 'plan.yaml', `${SMALL_PLAN}constructor: {prototype: {}}\n`, 'schema/unknown-key 4:1'],
  [
    'a member that is only inherited',
    'plan.json',
    '{"__proto__":{"sitecam":1,"site":{},"levels":[]}}',
    'schema/missing-key 1:1',
  ],
  ['.nan as a number', 'plan.yaml', SMALL_PLAN.replace('12', '.nan'), 'schema/type 3:79'],
  ['.inf as a number', 'plan.yaml', SMALL_PLAN.replace('12', '-.inf'), 'schema/type 3:79'],
  ['NaN in JSON', 'plan.json', withRect('[0,0,NaN,2]'), 'source/json-syntax 1:161'],
  ['1e999 in JSON', 'plan.json', withRect('[0,0,1e999,2]'), 'schema/type 1:161'],
  ['1e308', 'plan.json', withRect('[0,0,1e308,2]'), 'schema/too-large 1:156'],
  ['a number of a million digits', 'plan.json', withRect(`[0,0,${'9'.repeat(1e6)},2]`), 'schema/type 1:161'],
  ['a number of a million digits in YAML', 'plan.yaml', SMALL_PLAN.replace('12', '9'.repeat(1e6)), 'schema/type 3:79'],
  ['a key of a million characters', 'plan.yaml', `${SMALL_PLAN}? ${'k'.repeat(1e6)}\n: 1\n`, 'limit/name 4:3'],
  [
    'a key of a million characters in JSON',
    'plan.json',
    JSON_PLAN.replace('{', `{"${'k'.repeat(1e6)}":1,`),
    'limit/name 1:2',
  ],
  ['a text of a million characters', 'plan.yaml', `${SMALL_PLAN}$schema: ${'s'.repeat(1e6)}\n`, 'limit/text 4:10'],
  ['a name of 40,000 characters', 'plan.yaml', SMALL_PLAN.replace('小店', '店'.repeat(40_000)), 'limit/name 2:14'],
  ['lists in lists', 'plan.json', '['.repeat(1e5), 'source/too-deep 1:101'],
  [
    'a hundred thousand lists in lists in YAML',
    'plan.yaml',
    `${HEAD}levels: ${'['.repeat(1e5)}`,
    'source/too-deep 1:1',
  ],
  ['objects in objects', 'plan.json', '{"a":'.repeat(1e5), 'source/too-deep 1:501'],
  ['lists in lists of YAML', 'plan.yaml', `${HEAD}levels: ${'['.repeat(2e4)}`, 'source/too-deep 1:1'],
  [
    'lists in lists of YAML, closed',
    'plan.yaml',
    `${HEAD}levels: ${'['.repeat(200)}${']'.repeat(200)}\n`,
    'source/too-deep 3:109',
  ],
  ['blocks in blocks', 'plan.yaml', `${HEAD}levels:\n${'- '.repeat(2e4)}a\n`, 'source/too-deep 1:1'],
  ['an alias of itself', 'plan.yaml', `${HEAD}levels: &a [*a]\n`, 'source/yaml-aliases 1:1'],
  ['an alias of nothing', 'plan.yaml', `${HEAD}levels: *a\n`, 'source/yaml-syntax 3:9'],
  ['a tag for code', 'plan.yaml', `${HEAD}levels: !!js/function 'function () {}'\n`, 'source/yaml-syntax 3:9'],
  ['two plans in one file', 'plan.yaml', `${SMALL_PLAN}---\n${SMALL_PLAN}`, 'source/yaml-syntax 4:1'],
];

describe('what is no text, no YAML, no JSON or no plan says so, and where', () => {
  test.each(REFUSED)('%s', async (_, file, content, said) => {
    const { code, refused } = await lintIn(new Folder({ [file]: content }), [file]);
    expect(refused?.[0]).toBe(said);
    expect(code).toBe(3);
  });

  test('so does each of them on standard input', async () => {
    for (const [, file, content, said] of REFUSED) {
      if (typeof content !== 'string' || content.length > 1e5) continue;
      const folder = new Folder();
      const { code, out } = await folder.run(['lint', '-', '--stdin-filename', file, '-f', 'json'], { stdin: content });
      expect([said, code]).toEqual([said, 3]);
      expect(out).toContain(`"${said.split(' ')[0]}"`);
    }
  });
});

describe('what only looks odd is read as what it is', () => {
  const SAME: readonly (readonly [what: string, file: string, content: string | Uint8Array])[] = [
    ['a byte order mark', 'plan.yaml', `\ufeff${SMALL_PLAN}`],
    ['CRLF', 'plan.yaml', SMALL_PLAN.replaceAll('\n', '\r\n')],
    ['no line break at the end', 'plan.yaml', SMALL_PLAN.trimEnd()],
    ['JSON', 'plan.json', JSON_PLAN],
    ['JSON under the name of YAML', 'plan.yaml', JSON_PLAN],
    ['−0', 'plan.json', withRect('[-0,-0.0,12,2]')],
    ['a number near nothing', 'plan.json', withRect('[1e-320,0,12,2]')],
    ['a few aliases', 'plan.yaml', SMALL_PLAN.replace('{id: hall', '{&k id: hall').replace('levels:', 'levels: ')],
  ];

  test.each(SAME)('%s', async (_, file, content) => {
    const plain = await lintIn(new Folder({ 'plan.yaml': SMALL_PLAN }), ['plan.yaml']);
    const said = await lintIn(new Folder({ [file]: content }), [file]);
    expect(said).toEqual(plain);
    expect(plain.code).toBe(1);
  });
});

/** Names that every object of the language answers to. */
const INHERITED = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

describe('names that every object has are names like others', () => {
  test.each(INHERITED)('%s as an id, a type, a level', async (name) => {
    const plan = (id: string) => `sitecam: 1
site: {name: 小店, categories: [hotel], region: "150102"}
levels:
  - id: ${id}1
    ceiling: 3
    zones:
      - {id: ${id}2, kind: corridor, rect: [0, 0, 12, 2]}
      - {id: ${id}3, kind: restroom, rect: [12, 0, 3, 2]}
    openings: [{id: ${id}4, kind: door, line: [[12, 0.5], [12, 1.5]]}]
    devices: [{id: ${id}, type: ${id}, at: [6, 1], heading: 90}]
deviceTypes: {"${id}": {kind: camera, height: 2.7, tilt: 10, hfov: 90, resolution: [1920, 1080], audio: none}}
overrides: {"${id}2": {name: 廊}}
`;
    const plain = await lintIn(new Folder({ 'plan.yaml': plan('X') }), ['plan.yaml']);
    const said = await lintIn(new Folder({ 'plan.yaml': plan(name) }), ['plan.yaml']);
    expect(plain.found.some((found) => found.includes('capture/view-into-private-zone X>X3'))).toBe(true);
    expect(said.found.map((found) => found.replaceAll(name, 'X'))).toEqual(plain.found);
  });

  test.each(INHERITED)('%s as a kind, a type that is not there, a role, a category, a rule', async (name) => {
    const content = `sitecam: 1
site: {name: 小店, categories: [hotel], region: "150102", absent: [{role: ${name}, reason: 无, by: 我}]}
levels:
  - id: F1
    zones: [{id: hall, kind: ${name}, rect: [0, 0, 12, 2]}]
    devices: [{id: C1, type: ${name}, at: [6, 1]}, {id: C2, kind: ${name}, at: [7, 1]}]
waivers: [{rule: ${name}, subject: hall, reason: 无, by: 我, until: "2027-01-01"}]
`;
    const { code, found } = await lintIn(new Folder({ 'plan.yaml': content }), ['plan.yaml']);
    expect(found).toEqual(
      expect.arrayContaining([
        'fail plan/unknown-kind hall',
        'fail plan/unknown-kind C2',
        'fail plan/unknown-type C1',
        `fail plan/unknown-role absent/${name}`,
        expect.stringContaining(`fail waiver/unknown ${name}`),
      ]),
    );
    expect(code).toBe(1);
  });

  test.each(INHERITED)('%s as a key of a configuration', async (name) => {
    for (const config of [
      `${name}: 1\n`,
      `rules: {"${name}": off}\n`,
      `parameters: {"${name}": 1}\n`,
      `profile: ${name}\n`,
    ]) {
      const { code } = await lintIn(new Folder({ 'plan.yaml': SMALL_PLAN, 'sitecam.config.yaml': config }), [
        'plan.yaml',
      ]);
      expect([config, code]).toEqual([config, 2]);
    }
  });

  test('nothing of it stays behind', () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>).levels).toBeUndefined();
  });
});

describe('a word of a mapping with many stars', () => {
  test('is held against a long value in no time, and means what it did', () => {
    const value = 'a'.repeat(20_000);
    expect(isLike('*a*a*a*a*a*a*a*b', value)).toBe(false);
    expect(isLike('*a*a*a*a*a*a*a*', value)).toBe(true);
    for (const [word, of, is] of [
      ['WC*', 'wc 2', true],
      ['*墙', '内墙', true],
      ['*a*b*', 'xaxbx', true],
      ['*ab*ab', 'abab', true],
      ['*ab*ab', 'aab', false],
      ['a*a', 'a', false],
      ['a**1', 'a1', true],
      ['*1*2*3', '0123', true],
      ['(a.b)*', '(aXb)', false],
      ['*', '', true],
    ] as const) {
      expect([word, of, isLike(word, of)]).toEqual([word, of, is]);
    }
  });
});
