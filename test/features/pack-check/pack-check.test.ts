import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lintSteps } from '../../../src/features/pack-check/lints.js';
import { rowStep } from '../../../src/features/pack-check/rows.js';
import { honestyStep, textStep } from '../../../src/features/pack-check/text.js';
import type { Step } from '../../../src/features/pack-check/types.js';
import { loadPack, packIds } from '../../../src/law/load.js';
import { Folder } from '../../support/folder.js';

const DEMO = readFileSync('fixtures/packs/demo.yaml', 'utf8').replace('protects:', 'statute: statute.txt\nprotects:');
const STATUTE = `示例市公共安全视频管理规定

第三条 旅店应当在大堂安装视频监控设备，并在客房楼层的安全出口安装报警装置。

第四条 未使用的条文。

第五条 视频监控资料应当保存不少于六十日。

第九条 违反本规定第三条的，责令限期改正，可以处一千元罚款。
`;

/** Two rows on one kind of room: the first judges, and refers to the clause of the second, which judges the lobby alone. */
const CAPTURE = `capture:
  prohibition: demo-2026/5
  duty: demo-2026/5
  captures: sound-or-image
  words:
    capture: {zh: 采集, en: capture}
    prohibited: {zh: 禁止采集的区域, en: places where nobody may capture}
    residual: {zh: 其他区域, en: other places}
    products: {zh: 视频监控设备, en: video surveillance}
    law: {zh: 示例规定, en: the invented rules}
prohibitions:
${['first', 'second']
  .map((id) => {
    const [own, other] = id === 'first' ? ['5', '3'] : ['3', '5'];
    return `  - {id: ${id}, clause: demo-2026/${own}, kinds: [restroom], regime: room, basis: reading, categories: [], inside: review, insideReferences: [demo-2026/${other}], standing: [{from: 12.5, outcome: review, basis: reading}], closed: review, viewClauses: [demo-2026/${own}]}\n`;
  })
  .join('')}`;

interface Line {
  readonly name: string;
  readonly problems: readonly { readonly zh: string; readonly en: string }[];
  readonly notes: readonly { readonly zh: string }[];
}

/** Checks the demo with some of its text replaced; returns the exit code, and the steps of the record. */
async function checked(from: string | RegExp = /$^/, to = '', statute: string | undefined = STATUTE) {
  const folder = new Folder({
    'law.yaml': DEMO.replace(from, to),
    ...(statute !== undefined && { 'statute.txt': statute }),
  });
  const { code, out } = await folder.run(['pack', 'check', './law.yaml', '-f', 'json', '--today', '2026-06-30']);
  const { version, steps, table }: { version: unknown; steps: Line[]; table: unknown[] } = JSON.parse(out);
  const found = steps.flatMap(({ name, problems }) => problems.map(({ zh }) => `${name}: ${zh}`));
  return { code, found, version, steps, table };
}

describe('sitecam pack check', () => {
  test('finds nothing in a pack that is as it must be, and lists unused articles, clauses without penalty, rows', async () => {
    const { code, found, version, steps, table } = await checked();
    expect([code, found, version]).toEqual([0, [], 1]);
    expect(steps.map(({ name }) => name)).toEqual([
      'schema',
      'text',
      'honesty',
      'lints',
      'citations',
      'rows',
      'penalties',
      'table',
    ]);
    expect(steps.flatMap(({ notes }) => notes.map(({ zh }) => zh))).toEqual([
      '未使用的条文：第四条。',
      '未载罚则的条文：第五条。',
    ]);
    expect(table).toContainEqual(
      expect.objectContaining({
        clause: 'demo-2026/3',
        outcomes: expect.arrayContaining(['fail']),
        penalties: ['demo-2026/9'],
      }),
    );
  });

  test.each<[string, string | RegExp, string, string | undefined, string]>([
    [
      'a misspelt token',
      'token: lobby',
      'token: loby',
      STATUTE,
      'schema: law.yaml/categories/0/named/0/token：“loby”不是区域类型',
    ],
    ['no statute', 'statute: statute.txt\n', '', STATUTE, 'schema: 未写 statute'],
    ['a statute that is not there', 'statute.txt', 'none.txt', STATUTE, 'text: 法规全文文件“none.txt”不存在'],
    [
      'a clause that is not in the statute',
      '不少于六十日',
      '不少于九十日',
      STATUTE,
      'text: 第五条的文字不在法规全文中',
    ],
    [
      'a clause under another number',
      /article: "5"/,
      'article: "5"',
      STATUTE.replace(/(第三条.*)\n\n(第四条.*)\n\n(第五条.*)/, '$3\n\n$2\n\n$1'),
      'text: 第五条的文字在法规全文中先于其前一条文',
    ],
    [
      'a penalty in other words',
      '可以处一千元罚款, en',
      '可以处二千元罚款, en',
      STATUTE,
      'text: “责令限期改正，可以处二千元罚款”不是第九条的原文',
    ],
    [
      'a reading that is called the law',
      '- {token: lobby, basis: law}',
      '- {token: store, basis: law}',
      STATUTE,
      'honesty: 类别“hotel”的部位“store”：依据写作 law',
    ],
    [
      'another law in a sentence',
      'zh: 其型号和质量未作审查',
      'zh: 其是否符合民法典第一千零三十三条未作审查',
      STATUTE,
      'citations: “hotel.yaml”的报告',
    ],
    [
      'a penalty of what is not there',
      'punishes: [demo-2026/3]',
      'punishes: [demo-2026/4]',
      STATUTE,
      'schema: law.yaml/penalties/0/punishes/0：本数据包没有条文“demo-2026/4”',
    ],
    [
      'an outcome that no plan gives',
      'bare: fail',
      'bare: fail\n    condition: designation\n    except: [hotel]',
      STATUTE,
      'rows: 类别“hotel”，“lobby”未设防：所列判定“fail”在生成的图中未出现',
    ],
    [
      'an outcome of another clause, which only cites the row’s',
      'requirements:',
      `${CAPTURE}requirements:`,
      STATUTE,
      'rows: 禁止“second”，设于“restroom”内：所列判定“review”在生成的图中未出现',
    ],
  ])('%s', async (_, from, to, statute, expected) => {
    const { code, found } = await checked(from, to, statute);
    expect(found).toContainEqual(expect.stringContaining(expected));
    expect(code).toBe(1);
  });

  test('says of a plan that it cannot lint, and goes on', async () => {
    const input = { pack: loadPack('nm-2017'), statute: undefined, today: '2026-06-30', loadGzip: async () => () => 0 };
    const [lints] = await lintSteps({ ...input, plans: [{ name: 'broken.yaml', text: 'sitecam: 1\nsite: [' }] });
    expect(lints.problems.map(({ zh }) => zh)).toEqual([
      expect.stringMatching(/^“broken\.yaml”不能审查或者不能写成lint：/),
    ]);
  });

  test('reads in both languages, and says what it takes', async () => {
    const folder = new Folder({ 'law.yaml': DEMO, 'statute.txt': STATUTE.replace('大堂', '门厅') });
    const zh = await folder.run(['pack', 'check', './law.yaml']);
    expect([zh.code, zh.out]).toEqual([1, expect.stringContaining('2　条文与全文\n\n1处问题')]);
    expect(zh.out).toMatch(/共1处问题。\n$/);
    const en = await folder.run(['pack', 'check', './law.yaml', '--lang', 'en', '--with', 'default']);
    expect(en.out).toContain("The text of Art. 3 isn't in the statute");
    expect((await folder.run(['pack', 'look', './law.yaml'])).code).toBe(2);
    expect((await folder.run(['pack', 'check', './law.yaml', '--with', 'all'])).code).toBe(2);
  });
});

describe.each(packIds)('the shipped pack %s', (id) => {
  const pack = loadPack(id);
  const statute = readFileSync(`src/law/packs/${id}/${pack.statute}`, 'utf8');
  const texts = ({ problems }: Step) => problems.map(({ zh }) => zh);

  test('has the words of its statute, and calls nothing else the law', () => {
    expect(texts(textStep(pack, statute))).toEqual([]);
    expect(texts(honestyStep(pack))).toEqual([]);
  });

  test('gives the outcome of every row', () => {
    const input = { pack, statute, plans: [], today: '2026-06-30', loadGzip: async () => () => 0 };
    expect(texts(rowStep(input).step)).toEqual([]);
  });
});
