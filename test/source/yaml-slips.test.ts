import { describe, expect, test } from 'vitest';
import { parseSource } from '../../src/source/parse/parse.js';

const PLAN = `sitecam: 1
site:
  name: 小店
  categories: [hotel]
  region: "150102" # code
levels:
  - id: F1
    ceiling: 3
    zones:
      - id: hall
        kind: corridor
        rect: [0, 0, 12, 2]
      - {id: lobby, kind: lobby, rect: [0, 8, 4, 6]}
      - id: room
        kind: guest-room
        rect: [0, 2, 4, 6]
`;

/** Returns the faults of the plan with `from` written as `to`: line, column, and what is said in both languages. */
function slip(from: string, to: string): readonly { readonly at: string; readonly zh: string; readonly en: string }[] {
  expect(PLAN).toContain(from);
  return faults(PLAN.replace(from, to));
}

function faults(text: string) {
  const parsed = parseSource('plan.yaml', new TextEncoder().encode(text));
  if (parsed.ok) return [];
  return parsed.problems.map(({ message: { zh, en }, at }) => ({ at: `${at?.line}:${at?.column}`, zh, en }));
}

const CASES: readonly (readonly [slip: string, from: string, to: string, at: string, zh: RegExp, en: RegExp])[] = [
  [
    'one space too few',
    '        kind: corridor',
    '       kind: corridor',
    '11:8',
    /缩进7个空格，应为8个/,
    /by 7 spaces, not 8/,
  ],
  [
    'one space too many',
    '        kind: corridor',
    '         kind: corridor',
    '11:10',
    /缩进9个空格，应为8个/,
    /9 spaces/,
  ],
  ['one space too many in a key below', '  categories', '   categories', '4:4', /应为2个/, /not 2/],
  ['an item too far left', '      - id: room', '     - id: room', '14:6', /应为6个/, /not 6/],
  ['an item too far right', '      - id: room', '        - id: room', '14:9', /应为6个/, /not 6/],
  ['a key too far left', '    ceiling', '  ceiling', '8:3', /应为4个/, /not 4/],
  ['a tab', '        kind: corridor', '\tkind: corridor', '11:1', /制表符/, /Tabs/],
  ['a tab for two spaces', '  categories', '\tcategories', '4:1', /制表符/, /Tabs/],
  ['a tab for the six spaces of its neighbour', '      - {id', '\t- {id', '13:1', /制表符/, /Tabs/],
  ['a tab for six spaces', '      - id: room', '\t- id: room', '14:1', /制表符/, /Tabs/],
  ['spaces and a tab', '        kind: corridor', '      \tkind: corridor', '11:7', /制表符/, /Tabs/],
  ['tabs', '  name: 小店\n  categories', '\tname: 小店\n\tcategories', '3:1', /共2行/, /2 lines/],
  ['a full-width space', '  - id: F1', '　- id: F1', '7:1', /全角空格/, /full-width space/],
  ['an open quote', '"150102"', '"150102', '5:11', /没有右引号/, /not closed/],
  ['an open single quote', '小店', "'小店", '3:9', /没有右引号/, /not closed/],
  ['an open quote before others', '小店', '"小店', '3:9', /没有右引号/, /not closed/],
  ['a quote in quotes', '小店', '"小"店"', '3:11', /\\"/, /\\"/],
  ['an open list', '[hotel]', '[hotel', '4:21', /缺少右括号“]”.*第4行第15列的“\[”/, /line 4, column 15/],
  ['an open list at the end', '[0, 2, 4, 6]', '[0, 2, 4, 6', '16:26', /缺少右括号“]”/, /end with a \]/],
  ['an open list in the middle', '12, 2]', '12, 2', '12:27', /缺少右括号“]”/, /end with a \]/],
  ['open braces', '[0, 8, 4, 6]}', '[0, 8, 4, 6]', '13:52', /缺少右括号“}”/, /end with a }/],
  ['an open list in braces', '4, 6]}', '4, 6}', '13:51', /缺少右括号“]”/, /end with a \]/],
  ['a bracket too many', '12, 2]', '12, 2]]', '12:28', /多一个“]”/, /'\]' too many/],
  ['a brace too many', '4, 6]}', '4, 6]}}', '13:53', /多一个“}”/, /'}' too many/],
  ['no comma', 'kind: lobby, rect', 'kind: lobby rect', '13:32', /缺少逗号/, /comma is missing/],
  ['a full-width colon', 'site:', 'site：', '2:5', /全角标点“：”/, /full-width '：'/],
  ['a full-width colon of a list', 'levels:', 'levels：', '6:7', /全角标点“：”/, /full-width '：'/],
  ['a full-width colon of a text', 'name: 小店', 'name：小店', '3:7', /全角标点“：”/, /full-width '：'/],
  ['a full-width bracket', '12, 2]', '12, 2］', '12:27', /全角标点“］”/, /full-width '］'/],
  ['full-width quotes with a colon', '小店', '“小店: 分店”', '3:9', /引号“”为全角/, /quotes here are full-width/],
  [
    'no space behind the colon',
    'ceiling: 3',
    'ceiling:3',
    '8:13',
    /“ceiling:”之后须有空格/,
    /space must follow 'ceiling:'/,
  ],
  ['no space behind the dash', '- id: hall', '-id: hall', '10:8', /“-”之后须有空格/, /space must follow the '-'/],
  ['no colon', 'ceiling: 3', 'ceiling 3', '8:12', /“ceiling”之后缺少冒号/, /':' is missing after 'ceiling'/],
  ['no colon of a list', 'levels:', 'levels', '6:7', /“levels”之后缺少冒号/, /':' is missing after 'levels'/],
  ['a colon in a text', '小店', '小店: 分店', '3:9', /须加引号.*"小店: 分店"/, /in quotes: "小店: 分店"/],
  ['a sign first in a text', '小店', '@小店', '3:9', /须加引号.*"@小店"/, /in quotes: "@小店"/],
  ['a backslash', '小店', '"小\\店"', '3:11', /写作“\\\\”/, /Invalid escape.*'\\\\'/],
  ['an alias of nothing', '小店', '*小店', '3:9', /须加引号.*"\*小店"/, /in quotes: "\*小店"/],
];

describe('a slip in YAML is one fault, at its place', () => {
  test('the plan itself can be read', () => expect(faults(PLAN)).toEqual([]));

  test.each(CASES)('%s', (_, from, to, at, zh, en) => {
    const fault = { at, zh: expect.stringMatching(zh), en: expect.stringMatching(en) };
    expect(slip(from, to)).toEqual([fault]);
  });

  test('a second document is one fault', () => {
    const [fault, ...more] = faults(`${PLAN}---\n${PLAN}`);
    expect([fault?.at, fault?.en, more]).toEqual([
      '17:1',
      'YAML syntax error: a file holds one document alone (no --- between several).',
      [],
    ]);
  });

  test('two slips are two faults', () => {
    const text = PLAN.replace('[hotel]', '[hotel').replace('ceiling: 3', 'ceiling:3').replace('name:', 'name：');
    expect(faults(text).map(({ at }) => at)).toEqual(['3:7', '4:21', '8:13']);
  });

  test('in lines that end as those of Windows do', () => {
    expect(faults(PLAN.replace('[hotel]', '[hotel').replaceAll('\n', '\r\n'))).toEqual(slip('[hotel]', '[hotel'));
  });

  test.each([
    ['4, 6]}', '4, 6}]'],
    ['{id: lobby,', '{id: lobby, name: a: b,'],
  ])('no half of a list item in braces is to be put in quotes', (from, to) => {
    expect(slip(from, to)).toEqual([expect.objectContaining({ en: expect.not.stringContaining('in quotes') })]);
  });

  test('behind a character of two units', () => {
    expect(slip('{id: lobby, kind', '{name: 𠮷野，id: lobby, kind').map(({ at }) => at)).toEqual(['13:19']);
    expect(slip('{id: lobby, kind', '{name: 𠮷野, id: lobby]], kind').map(({ at }) => at)).toEqual(
      slip('{id: lobby, kind', '{name: 吉野1, id: lobby]], kind').map(({ at }) => at),
    );
  });

  test('far down a long plan', () => {
    const rooms = (name: string) =>
      Array.from({ length: 3000 }, (_, i) => `      - {id: ${name}${i}, kind: lobby, rect: [0, ${i}, 1, 1]}\n`).join(
        '',
      );
    const text = PLAN.replace('[0, 2, 4, 6]', '[0, 2, 4, 6').replace('      - {', `${rooms('a')}      - {`);
    expect(faults(text + rooms('b')).map(({ at }) => at)).toEqual(['3016:26']);
  });
});

describe('the dash of an item that is missing', () => {
  const ZH = '此处缺少列表项的短横线，应写作“- id: room”，该项其余各键与“id”左对齐';
  const EN = "the dash of a list item is missing here: write '- id: room', and the item's other keys below 'id'";
  const HALL = '      - id: hall\n        kind: corridor\n        rect: [0, 0, 12, 2]\n';
  const ROOM = '      - id: room\n        kind: guest-room\n        rect: [0, 2, 4, 6]\n';
  const without = (item: string) => item.replace('- ', '');
  const left = (item: string) => without(item).replaceAll('        ', '      ');

  test.each([
    ['its other keys left as they are', without(ROOM), '14:7'],
    ['its other keys below it', left(ROOM), '14:7'],
  ])('is named where it is, %s', (_, item, at) => {
    expect(slip(ROOM, item)).toEqual([{ at, zh: expect.stringContaining(ZH), en: expect.stringContaining(EN) }]);
  });

  test.each([
    ['its other keys left as they are', without(HALL)],
    ['its other keys below it', left(HALL)],
  ])('is named where it is before another item, %s', (_, item) => {
    expect(slip(HALL, item)).toEqual([
      { at: '10:7', zh: expect.stringContaining('“- id: hall”'), en: expect.stringContaining("'- id: hall'") },
    ]);
  });

  test('is named at each of two items', () => {
    const text = PLAN.replace(HALL, left(HALL)).replace(ROOM, without(ROOM));
    expect(faults(text).map(({ at }) => at)).toEqual(['10:7', '14:7']);
  });

  test('is named before an item in braces', () => {
    const [fault, ...more] = slip('      - {id', '      {id');
    expect(fault).toMatchObject({
      at: '13:7',
      en: expect.stringContaining("write '- {id: lobby, kind: lobby, rect: [0, 8, 4,…'"),
    });
    expect(more).toEqual([]);
  });

  test('may be why keys are there twice, if the dashes of all items are missing', () => {
    const list = HALL + HALL;
    const text = PLAN.slice(0, PLAN.indexOf(HALL)) + list.replaceAll('- ', '').replaceAll('        ', '      ');
    expect(faults(text).map(({ at, en }) => [at, en.includes("begin another item with '- id: …'")])).toEqual([
      ['13:7', true],
      ['14:7', false],
      ['15:7', false],
    ]);
    const twice = faults(PLAN.replace('  categories', '  name: 大店\n  categories'));
    expect(twice.map(({ en }) => en)).toEqual([expect.stringContaining('add to it there).')]);
    const site = PLAN.replace(
      '  categories',
      '  name: 大店\n  name: 小店\n  region: "150102"\n  region: "150103"\n  categories',
    );
    expect(faults(site).filter(({ en }) => en.includes('another item'))).toEqual([]);
    expect(faults(PLAN + PLAN).filter(({ en }) => en.includes('another item'))).toEqual([]);
  });

  test('may be why a key is there twice', () => {
    const [first, ...more] = slip(HALL, `${HALL}${HALL.replace('- ', '  ')}`);
    expect(first).toMatchObject({
      at: '13:9',
      zh: expect.stringContaining('已写在第10行，请并入该处；另起一项的，写作“- id: …”'),
      en: expect.stringContaining("it is in line 10: add to it there, or begin another item with '- id: …'"),
    });
    expect(more.map(({ en }) => en)).toEqual([expect.not.stringContaining("'- "), expect.not.stringContaining("'- ")]);
  });
});

describe('a fault beside a full-width sign', () => {
  const toldOf = (text: string) => faults(`sitecam: 1\nsite: {${text}, path: "C:\\hall"}\n`).map(({ en }) => en);

  test.each([
    ['in double quotes', 'name: "馆，厅"'],
    ['in single quotes', "name: '馆，''厅，'"],
    ['behind an escaped quote', 'name: "馆\\"，厅"'],
    ['in single quotes that hold a double one', `name: '2" ，', note: 'x'`],
  ])('names no sign %s', (_, text) => {
    const said = toldOf(text);
    expect(said).toEqual([expect.not.stringContaining('full-width')]);
  });

  test.each([
    ['of the map', 'name: 馆，kind: x'],
    ['between the apostrophes of words', "name: Li's，note: Wang's"],
  ])('names a sign %s', (_, text) => {
    expect(toldOf(text)).toEqual([expect.stringContaining("full-width '，'")]);
  });
});

describe('a broken file is read in about the time of a whole one', () => {
  /** Returns the seconds that the faults of a text take. */
  const secondsFor = (text: string) => {
    const start = performance.now();
    expect(faults(text).length).toBeGreaterThan(0);
    return (performance.now() - start) / 1000;
  };

  const LINES: readonly (readonly [name: string, text: string])[] = [
    ['quotes behind an open one', `name: "${'\\"'.repeat(50_000)}`],
    ['quotes in a text', `name: x"${'\\"'.repeat(50_000)}\n [`],
    ['signs of comments', `name: [x: y${' #'.repeat(50_000)}"`],
    ['signs of comments at the end of a line of Windows', `name: [x: y${' #'.repeat(50_000)}\r\n`],
    ['full-width signs', `name: ${'x：'.repeat(50_000)}: a: b`],
  ];

  test.each(LINES)('%s', { timeout: 120_000 }, (_, text) => {
    expect(secondsFor(`sitecam: 1\n${text}\n`)).toBeLessThan(5);
  });

  test('a long plan with many slips', { timeout: 120_000 }, () => {
    const rooms = (slips: number) =>
      Array.from({ length: 10_000 }, (_, i) => {
        const end = i % 1000 < slips ? '' : ']';
        return `      - id: a${i}\n        kind: lobby\n        rect: [0, ${i}, 1, 1${end}\n`;
      }).join('');
    const whole = secondsFor(`${PLAN}${rooms(0)}x: [\n`);
    expect(secondsFor(`${PLAN}${rooms(1)}`)).toBeLessThan(5 * whole + 1);
  });
});
