import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { WORDS_OF_A_CASE } from '../../../src/facts/project/sentence.js';
import { BUILT_IN_PACKS } from '../../../src/law/built-in.gen.js';
import { packAmong } from '../../../src/law/load.js';
import { cite } from '../../../src/law/lookup.js';
import { isPackPath } from '../../../src/law/read/path.js';
import { type LoadedPack, readPack } from '../../../src/law/read/read.js';
import { judge } from '../../../src/lint/lint.js';
import { FACT_NAMES } from '../../../src/plan/project/names.js';
import { readPlan } from '../../../src/plan/read/read.js';
import { rules } from '../../../src/rules/registry.gen.js';

const DEMO = readFileSync('fixtures/packs/demo.yaml', 'utf8');
const PROHIBITIONS = `prohibitions:
  - {id: rooms, clause: demo-2026/3, kinds: [guest-rom], regime: room, basis: law, categories: [], inside: fail,
     insideReferences: [], standing: [{from: 1, outcome: review, basis: reading}, {from: 5, outcome: fail, basis: reading}],
     closed: review, viewClauses: [demo-2026/3]}
`;
const CAPTURE = `capture:
  prohibition: demo-2026/3
  duty: demo-2026/3
  captures: sound-or-image
  words: {capture: {zh: 音视频采集, en: capture}, prohibited: {zh: 场所, en: places}, residual: {zh: 其他场所, en: other places}, law: {zh: 示例, en: the demo}}
`;
const known = { packs: BUILT_IN_PACKS, facts: Object.keys(FACT_NAMES), words: WORDS_OF_A_CASE };

function loaded(path: string, files: Readonly<Record<string, string>>, others = BUILT_IN_PACKS): LoadedPack {
  const folder = Object.keys(files).filter((name) => name.startsWith(`${path}/`));
  return readPack(path, {
    read: (name) => (files[name] === undefined ? undefined : new TextEncoder().encode(files[name])),
    list: (name) => (name === path && folder.length > 0 ? folder.map((one) => one.slice(path.length + 1)) : undefined),
    known: { ...known, packs: others },
  });
}

/** What is said of the demo with some of its text replaced: code, where, in Chinese and in English. */
function said(from: string | RegExp, to: string): (readonly [code: string, at: string, zh: string, en: string])[] {
  const text = DEMO.replace(from, to);
  expect(text).not.toBe(DEMO);
  const result = loaded('demo.yaml', { 'demo.yaml': text });
  if (result.ok) return [];
  return result.problems.map(({ code, place, message }) => [code, place.pointer, message.zh, message.en]);
}

describe('a pack in a file', () => {
  test('is whole with what it shares and cites, and says where it comes from', () => {
    const result = loaded('demo.yaml', { 'demo.yaml': DEMO });
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    expect(result.pack.sources).toEqual([{ path: 'demo.yaml', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    const pack = packAmong('nm-2017+demo-2026', [result.pack]);
    const own = pack.parts?.[1];
    expect(own?.zoneKinds.map(({ id }) => id)).toEqual(expect.arrayContaining(['restroom', 'emergency-exit']));
    expect(own?.instruments.map(({ id }) => id)).toEqual(['demo-2026', 'cn-799-2025']);
    expect(own?.written).toEqual(result.pack);
    expect(own && cite(own, 'demo-2026/3').zh).toBe('示例规定第三条');
    expect(pack.categories.find(({ id }) => id === 'hotel')?.name.zh).toBe('旅店');
  });

  test('is known only to who was given it', () => {
    const result = loaded('demo.yaml', { 'demo.yaml': DEMO });
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    expect(packAmong('demo-2026', [result.pack]).id).toBe('demo-2026');
    expect(() => packAmong('demo-2026', [])).toThrow();
    const other = loaded('demo.yaml', { 'demo.yaml': DEMO.replaceAll('六十日', '九十日') });
    if (!other.ok) throw new Error(JSON.stringify(other.problems));
    const textOf = (pack: LoadedPack & { ok: true }) =>
      packAmong('demo-2026', [pack.pack]).clauses.find(({ id }) => id === 'demo-2026/5')?.text.zh;
    expect([textOf(result), textOf(other)]).toEqual([
      '视频监控资料应当保存不少于六十日。',
      '视频监控资料应当保存不少于九十日。',
    ]);
  });

  test('may take the place of one with its id, and cite all others still', () => {
    const first = loaded('demo.yaml', { 'demo.yaml': DEMO });
    if (!first.ok) throw new Error(JSON.stringify(first.problems));
    const again = (replaces?: true) => {
      const packs = [...BUILT_IN_PACKS, first.pack.files];
      const read = () => new TextEncoder().encode(DEMO);
      const result = readPack('demo.yaml', {
        read,
        list: () => undefined,
        known: { ...known, packs, ...(replaces && { replaces }) },
      });
      return result.ok ? [] : result.problems.map(({ code }) => code);
    };
    expect(again(true)).toEqual([]);
    expect(again()).toEqual(['pack/taken', 'pack/law-taken']);
  });

  test('may cite one that is used beside it, and may not be called as that', () => {
    const first = loaded('demo.yaml', { 'demo.yaml': DEMO });
    if (!first.ok) throw new Error('the demo can’t be read');
    const others = [...BUILT_IN_PACKS, first.pack.files];
    const text = DEMO.replaceAll('demo-2026', 'more-2027').replace('[cn-799-2025/13]', '[cn-799-2025/13, demo-2026/9]');
    const second = loaded('b.yaml', { 'b.yaml': text }, others);
    if (!second.ok) throw new Error(JSON.stringify(second.problems));
    const pack = packAmong('more-2027', [first.pack, second.pack]);
    expect(pack.clauses.map(({ id }) => id)).toContain('demo-2026/9');
    expect(pack.penalties.map(({ clause }) => clause)).toEqual(['more-2027/9', 'demo-2026/9']);
    const again = loaded('c.yaml', { 'c.yaml': DEMO }, others);
    expect(again.ok ? [] : again.problems.map(({ code }) => code)).toEqual(['pack/taken', 'pack/law-taken']);
  });
});

test('a category names places or means the whole; what is contested fails nobody; exceptions are categories', () => {
  expect(said(/ {4}named:\n.*\n/, '').map(([code, at]) => [code, at])).toEqual([
    ['pack/names-nothing', '/categories/0/id'],
  ]);
  expect(said(/ {4}named:\n.*\n/, '    wholePlace: true\n')).toEqual([]);
  expect(said('    basis: law\n    means', '    basis: contested\n    means').map(([code, at]) => [code, at])).toEqual([
    ['pack/contested-fail', '/categories/0/bare'],
  ]);
  expect(said('    bare: fail', '    bare: fail\n    except: [hotl]').map(([code, at]) => [code, at])).toEqual([
    ['pack/unknown-category', '/categories/0/except/0'],
  ]);
  expect(said('    bare: fail', '    bare: fail\n    exceptPerhaps: [hotl]').map(([code, at]) => [code, at])).toEqual([
    ['pack/unknown-category', '/categories/0/exceptPerhaps/0'],
  ]);
});

test('a requirement names tracks that the pack has', () => {
  expect(
    said('categories: [hotel]\n    cases', 'tracks: [demo-2026/8]\n    cases').map(([code, at]) => `${code} ${at}`),
  ).toEqual(['pack/unknown-track /requirements/0/tracks/0']);
});

test('whatever else a prohibition names is known', () => {
  const row = PROHIBITIONS.replace('guest-rom', 'guest-room')
    .replace('{from: 1, outcome: review, basis: reading}, ', '')
    .replace(
      'categories: []',
      `categories: [hotl], sites: [hotel, motel], clearDoors: {categories: [schol], reference: demo-2026/7},
     publicOnly: {words: {zh: 公共, en: public}, doubtful: [ofice]}`,
    );
  expect(said(/^penalties:/m, `${row}${CAPTURE}penalties:`).map(([code, at]) => `${code} ${at}`)).toEqual([
    'pack/unknown-clause /prohibitions/0/clearDoors/reference',
    'pack/unknown-category /prohibitions/0/categories/0',
    'pack/unknown-category /prohibitions/0/sites/1',
    'pack/unknown-category /prohibitions/0/clearDoors/categories/0',
    'pack/unknown-kind /prohibitions/0/publicOnly/doubtful/0',
  ]);
});

test('words that are called verbatim stand in the clause', () => {
  const rows = PROHIBITIONS.replace('guest-rom', 'guest-room').replace(
    '{from: 1, outcome: review, basis: reading}, ',
    '',
  );
  const capture = `${rows}${CAPTURE.replace('{zh: 音视频采集, en: capture}', '{zh: 音视频采集, en: capture, verbatim: true}')}`;
  const signs =
    'signs: {clause: demo-2026/5, words: {sign: {zh: 告示, en: signs, verbatim: true}}, consequence: {zh: 无, en: none}, open: [yard], entrances: [entrance], ladders: [stairs]}\n';
  const lines = said(/^penalties:/m, `${capture}${signs}penalties:`);
  expect(lines.map(([code, at]) => [code, at])).toEqual([
    ['pack/not-verbatim', '/capture/words/capture/zh'],
    ['pack/not-verbatim', '/signs/words/sign/zh'],
  ]);
  expect(lines[1]?.[2]).toBe('“告示”不是“demo-2026/5”的原文；不逐字照录条文的，不写 verbatim。');
  expect(said(/^penalties:/m, `${capture.replace('{zh: 音视频采集', '{zh: 视频监控')}penalties:`)).toEqual([]);
});

describe('a pack in a folder', () => {
  const { clauses, zoneKinds, ...rest }: Record<string, unknown> = parse(DEMO);
  const files = {
    'p/pack.json': JSON.stringify(rest),
    'p/clauses.json': JSON.stringify(clauses, null, 1),
    'p/zone-kinds.yaml': `# kinds\n${JSON.stringify(zoneKinds)}\n`,
    'p/statute.zh.txt': '第三条',
  };

  test('is the same as in one file', () => {
    const [folder, file] = [loaded('p', files), loaded('demo.yaml', { 'demo.yaml': DEMO })];
    expect(folder.ok && file.ok && folder.pack.files).toEqual(file.ok && file.pack.files);
    expect(folder.ok && folder.pack.sources.map(({ path }) => path)).toEqual([
      'p/pack.json',
      'p/clauses.json',
      'p/zone-kinds.yaml',
    ]);
  });

  test.each([
    ...[
      'instruments',
      'clauses',
      'cites',
      'penalties',
      'zone-kinds',
      'categories',
      'prohibitions',
      'capture',
      'tracks',
    ],
    ...['requirements', 'standards', 'fittings', 'signs', 'opinion', 'point-protection', 'criteria', 'parameters'],
  ])('a section may be a file of its own: %s', (section) => {
    const key = section.replace(/-[a-z]/, (mark) => mark.slice(1).toUpperCase());
    const { [key]: own = [], ...others }: Record<string, unknown> = parse(DEMO);
    const result = loaded('p', {
      'p/pack.json': JSON.stringify(others),
      [`p/${section}.json`]: JSON.stringify(own),
    });
    const codes = result.ok ? [] : result.problems.map(({ code }) => code);
    expect(codes).not.toContain('pack/unknown-section');
    if (key in parse(DEMO)) expect(codes).toEqual([]);
  });

  test('faults are told in the file they are in', () => {
    const broken = files['p/clauses.json'].replace('"demo-2026/5"', '"demo-2026/6"');
    const result = loaded('p', { ...files, 'p/clauses.json': broken });
    const at = result.ok ? [] : result.problems.map(({ code, place }) => `${code} ${place.path}${place.pointer}`);
    expect(at).toEqual([
      'pack/clause-id p/clauses.json/1/id',
      'pack/unknown-clause p/pack.json/requirements/0/clauses/0',
    ]);
  });

  test.each<[string, Record<string, string>, string]>([
    ['no identity', { 'p/clauses.json': '[]' }, 'pack/no-identity p'],
    ['a section nobody knows', { ...files, 'p/clause.json': '[]' }, 'pack/unknown-section p/clause.json'],
    ['a section twice', { ...files, 'p/penalties.json': '[]' }, 'pack/twice p/penalties.json'],
    ['a list', { 'p/pack.json': '[]' }, 'pack/not-keys p/pack.json'],
    ['nothing', {}, 'pack/missing p'],
  ])('%s is a fault', (_, given, fault) => {
    const result = loaded('p', given);
    expect(result.ok ? [] : result.problems.map(({ code, place }) => `${code} ${place.path}`)).toEqual([fault]);
  });

  test('ours can be read in such a folder too, but for their names', () => {
    for (const id of ['cn-entertainment', 'nm-2017']) {
      const at = join('src/law/packs', id);
      const own = Object.fromEntries(
        readdirSync(at).map((name) => [join(at, name), readFileSync(join(at, name), 'utf8')]),
      );
      const result = loaded(
        at,
        own,
        BUILT_IN_PACKS.filter((pack) => pack.id !== id),
      );
      expect(result.ok ? [] : result.problems).toEqual([]);
    }
    expect(existsSync('src/law/packs/cn-entertainment/pack.json')).toBe(true);
  });
});

describe('what is wrong is told with its place, what was expected and what may have been meant', () => {
  test.each<[string, string | RegExp, string, string, string, RegExp, RegExp]>([
    [
      'a key',
      '    related:',
      '    relatd:',
      'schema/unknown-key',
      '/categories/0/relatd',
      /“relatd”.*“related”/,
      /'relatd'.*'related'/,
    ],
    [
      'an outcome',
      'outcome: fail',
      'outcome: failed',
      'schema/value',
      '/requirements/0/cases/0/outcome',
      /“failed”.*“fail”/,
      /'failed'.*'fail'/,
    ],
    [
      'an id',
      'id: emergency-exit',
      'id: Emergency_Exit',
      'schema/format',
      '/zoneKinds/0/id',
      /小写字母、数字和连字符/,
      /lower-case letters/,
    ],
    ['English', ', en: Emergency exit}', '}', 'schema/missing-key', '/zoneKinds/0/name', /“en”/, /'en'/],
    [
      'a clause on private rooms',
      'penalties:',
      'fittings: {rooms: [entertainment-private-room], categories: [hotel], glazing: {clause: demo-2026/33, basis: reading, words: {zh: 门窗, en: windows}}}\npenalties:',
      'pack/unknown-clause',
      '/fittings/glazing/clause',
      /“demo-2026\/33”.*“demo-2026\/3”/,
      /'demo-2026\/33'.*'demo-2026\/3'/,
    ],
    [
      'a clause',
      'punishes: [demo-2026/3]',
      'punishes: [demo-2026/33]',
      'pack/unknown-clause',
      '/penalties/0/punishes/0',
      /“demo-2026\/33”.*“demo-2026\/3”/,
      /'demo-2026\/33'.*'demo-2026\/3'/,
    ],
    [
      'a citation',
      '[cn-799-2025/13]',
      '[cn-799-2025/133]',
      'pack/unknown-citation',
      '/cites/0',
      /“cn-799-2025\/133”.*“cn-799-2025\/13”/,
      /did you mean 'cn-799-2025\/13'/,
    ],
    [
      'a token',
      'token: lobby',
      'token: loby',
      'pack/unknown-token',
      '/categories/0/named/0/token',
      /“loby”.*“lobby”/,
      /'loby'.*'lobby'/,
    ],
    [
      'a kind of its own',
      'id: emergency-exit',
      'id: restroom',
      'pack/shared-kind',
      '/zoneKinds/0/id',
      /“restroom”为各数据包共有/,
      /'restroom' is shared/,
    ],
    [
      'a category that the law is limited to',
      'applies: {regions: ["1501"]}',
      'applies: {regions: ["1501"], categories: [hotels]}',
      'pack/unknown-category',
      '/applies/categories/0',
      /“hotels”.*“hotel”/,
      /'hotels'.*'hotel'/,
    ],
    [
      'a first day',
      'applies: {regions: ["1501"]}',
      'applies: {regions: ["1501"], from: "2025-02-30"}',
      'pack/no-day',
      '/applies/from',
      /“2025-02-30”不是日期/,
      /'2025-02-30' is no day/,
    ],
    [
      'a category',
      'categories: [hotel]',
      'categories: [hotl]',
      'pack/unknown-category',
      '/requirements/0/categories/0',
      /“hotl”.*“hotel”/,
      /'hotl'.*'hotel'/,
    ],
    [
      'a category without a name',
      '- id: hotel',
      '- id: hotels',
      'pack/unnamed',
      '/categories/0/id',
      /“hotels”.*“hotel”/,
      /'hotels'.*'hotel'/,
    ],
    [
      'a fact',
      'fact: retention.days',
      'fact: retention.day',
      'pack/unknown-fact',
      '/requirements/0/cases/0/when/fact',
      /“retention.day”.*“retention.days”/,
      /'retention.day'.*'retention.days'/,
    ],
    [
      'a word of a sentence',
      '少于{clause}',
      '少于{claus}',
      'pack/unknown-word',
      '/requirements/0/cases/0/say/zh',
      /\{claus\}.*“clause”/,
      /\{claus\}.*'clause'/,
    ],
    ['a pack of ours', 'id: demo-2026\nname', 'id: nm-2017\nname', 'pack/taken', '/id', /“nm-2017”/, /'nm-2017'/],
    [
      'the name of a law of ours',
      'zh: 示例市公共安全视频管理规定, en: Invented rules on public-security video}\n    textVersion',
      'zh: 公共安全视频图像信息系统管理条例, en: Invented rules on public-security video}\n    textVersion',
      'pack/name-taken',
      '/instruments/0/name/zh',
      /“cn-799-2025”所载.*自编：公共安全视频图像信息系统管理条例/,
      /'Own text: .*Order 799/,
    ],
    ['a row’s number', 'id: 5/retention', 'id: 7/retention', 'pack/row-id', '/requirements/0/id', /“5\/……”/, /'5\/…'/],
    [
      'a last case',
      '- outcome: pass',
      '- outcome: pass\n        when: {fact: retention.days, is: 61}',
      'pack/last-case',
      '/requirements/0/cases/2',
      /最后一种情况/,
      /last case/,
    ],
    [
      'an instrument',
      'instrument: demo-2026\n    article: "5"',
      'instrument: demo-2025\n    article: "5"',
      'pack/unknown-law',
      '/clauses/1/instrument',
      /“demo-2025”.*“demo-2026”/,
      /'demo-2025'.*'demo-2026'/,
    ],
  ])('%s', (_, from, to, code, at, zh, en) => {
    const all = said(from, to);
    expect(all.map((one) => [one[0], one[1]])).toContainEqual([code, at]);
    const one = all.find((each) => each[0] === code && each[1] === at);
    expect(one?.[2]).toMatch(zh);
    expect(one?.[3]).toMatch(en);
  });

  test.each([
    ['spaces, marks and full-width letters', '《内蒙古自治区 公共安全\u200b技术防范·管理条例》'],
    ['another text of it in brackets', '内蒙古自治区公共安全技术防范管理条例（2030年修正）'],
    ['a short name', '国务院令第７９９号'],
    ['a law that is only referred to', '中华人民共和国民法典'],
    ['its name without the country', '反恐怖主义法'],
    ['its traditional spelling', '內蒙古自治區公共安全技術防範管理條例'],
    ['the name of a pack', '公共安全视频图像信息系统管理条例（国务院令第799号）'],
    ['what people call it', '自治区条例'],
    ['what people call a decree', '国务院第799号令'],
  ])('a name that looks like one of ours by %s is refused', (_, name) => {
    for (const [own, at] of [
      ['zh: 示例规定', '/instruments/0/short/zh'],
      ['zh: 示例市公共安全视频管理规定,', '/instruments/0/name/zh'],
      ['zh: 示例市公共安全视频管理规定（虚构）', '/name/zh'],
    ] as const) {
      const other = `zh: ${name}${own.endsWith(',') ? ',' : ''}`;
      expect(said(own, other).map(([code, place]) => `${code} ${place}`)).toEqual([`pack/name-taken ${at}`]);
    }
  });

  test('a citation that names a law of ours is refused: it is printed with its own law before it', () => {
    expect(said('{zh: 第五条,', '{zh: 国务院令第799号第八条,').map(([code, at]) => `${code} ${at}`)).toEqual([
      'pack/name-taken /clauses/1/citation/zh',
    ]);
    expect(said('en: Art. 5}', 'en: State Council Order 799 Art. 5}').map(([code, at]) => `${code} ${at}`)).toEqual([
      'pack/name-taken /clauses/1/citation/en',
    ]);
  });

  test('letters of another script are no other name, and a name that only has ours in it is its own', () => {
    const english = 'Stаte Cоuncil Order 799';
    expect(said('en: Invented rules}', `en: ${english}}`).map(([code, at]) => `${code} ${at}`)).toEqual([
      'pack/name-taken /instruments/0/short/en',
    ]);
    for (const own of [
      '个人信息保护法',
      '内蒙古自治区公共安全技术防范管理条例实施细则',
      '自编：内蒙古自治区公共安全技术防范管理条例',
    ])
      expect(said('zh: 示例规定', `zh: ${own}`)).toEqual([]);
  });

  test('a category that all packs have needs no row of its own for a requirement to be limited to it', () => {
    expect(said('categories: [hotel]\n    cases', 'categories: [hotel, school]\n    cases')).toEqual([]);
    const text = DEMO.replace('categories: [hotel]\n    cases', 'categories: [school]\n    cases');
    const result = loaded('demo.yaml', { 'demo.yaml': text });
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const pack = packAmong('demo-2026', [result.pack]);
    const outcome = (category: string) => {
      const plan = `sitecam: 1
site: {name: 某处, categories: [${category}], region: "150102"}
levels: [{id: F1, zones: [{id: z, kind: lobby, rect: [0, 0, 4, 4]}]}]
project: {phase: design, retention: {days: 30}}
`;
      const read = readPlan('plan.yaml', () => new TextEncoder().encode(plan), { pack });
      if (!read.ok) throw new Error(JSON.stringify(read.unreadable));
      return judge(read.site, { today: '2026-06-30', rules }).verdicts.find(({ subject }) => subject === '5/retention')
        ?.outcome;
    };
    expect([outcome('school'), outcome('hotel')]).toEqual(['fail', 'notApplicable']);
  });

  test('a clause that is there twice, thresholds in the wrong order, figures nobody knows', () => {
    const first = / {2}- id: demo-2026\/5[\s\S]*?seconds?\.?| {2}- id: demo-2026\/5[\s\S]*?days\.\n/;
    const row = first.exec(DEMO)?.[0] ?? '';
    expect(said(row, row + row).map(([code, at]) => `${code} ${at}`)).toContain('pack/duplicate /clauses/2/id');
    const more = `${PROHIBITIONS}${CAPTURE}parameters:
  nearRadios: {value: 3, unit: m, what: {zh: 附近, en: near}, basis: sitecam}
  pickup: {value: 99, unit: m, what: {zh: 拾音, en: pickup}, basis: sitecam, range: [1, 50]}
cites:`;
    expect(said('cites:', more).map(([code, at]) => `${code} ${at}`)).toEqual([
      'pack/unknown-kind /prohibitions/0/kinds/0',
      'pack/order /prohibitions/0/standing/1/from',
      'pack/unknown-parameter /parameters/nearRadios',
      'pack/range /parameters/pickup/value',
    ]);
  });
});

test('prohibitions without what they have in common are refused: none of them would be judged', () => {
  const rows = PROHIBITIONS.replace('guest-rom', 'guest-room').replace(
    '{from: 1, outcome: review, basis: reading}, ',
    '',
  );
  expect(said('cites:', `${rows}${CAPTURE}cites:`)).toEqual([]);
  expect(said('cites:', 'prohibitions: []\ncites:')).toEqual([]);
  expect(said('cites:', `${rows}cites:`)).toEqual([
    ['schema/missing-key', '', expect.stringMatching(/缺少.*“capture”/), expect.stringMatching(/'capture'/)],
  ]);
  expect(said('cites:', `${CAPTURE}cites:`).map(([code, at]) => `${code} ${at}`)).toEqual(['schema/missing-key ']);
});

test('a path has a slash or the ending of a file; an id has neither', () => {
  expect(['./p', 'p/', 'a.json', 'A.YAML', 'b.yml', 'p\\q'].filter((path) => !isPackPath(path))).toEqual([]);
  expect(['nm-2017', 'cn-799-2025', 'p'].filter(isPackPath)).toEqual([]);
});
