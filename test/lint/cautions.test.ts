import { describe, expect, test } from 'vitest';
import { bothLanguages } from '../../src/i18n/locale.js';
import { loadConfiguration, loadPack } from '../../src/index.js';
import type { Report } from '../../src/lint/types.js';
import { factName } from '../../src/plan/project/names.js';
import { lintedWith } from '../support/linted-with.js';

/** A plan whose zones and devices are these. */
function plan(zones: readonly string[], devices: readonly string[] = [], more = ''): string {
  const list = (lines: readonly string[]) => lines.map((line) => `\n      - ${line}`).join('') || ' []';
  return `sitecam: 1
site: {name: 旅店, categories: [hotel], region: "150102"}
levels:
  - id: F1
    ceiling: 3
    zones:${list(zones)}
    devices:${list(devices)}
${more}`;
}

const many = (count: number, one: (n: number) => string) => Array.from({ length: count }, (_, n) => one(n + 1));
const rect = (n: number, y = 0) => `rect: [${n * 5}, ${y}, 4, 3]`;

const said = ({ cautions = [] }: Report, kind: string) =>
  cautions.filter((one) => one.kind === kind).map(({ text }) => bothLanguages(text));

describe('zones of unknown use', () => {
  const of = (count: number) =>
    said(lintedWith(plan(many(count, (n) => `{id: u${n}, kind: other, kindUnknown: 间, ${rect(n)}}`))), 'unsettled');

  test.each([
    [1, '用途未定的区域1处（u1）', 'Zones of unknown use: 1 (u1); '],
    [2, '用途未定的区域2处（u1、u2）', 'Zones of unknown use: 2 (u1 and u2); '],
    [5, '用途未定的区域5处（u1、u2、u3、u4、u5）', 'Zones of unknown use: 5 (u1, u2, u3, u4 and u5); '],
    [6, '用途未定的区域6处（u1、u2、u3、u4、u5等）', 'Zones of unknown use: 6 (u1, u2, u3, u4, u5 …); '],
  ])('%d are counted, the first five named', (count, zh, en) => {
    expect(of(count)).toEqual([
      {
        zh: `${zh}；取决于其用途的结论为待补充，见“前提与假定”。`,
        en: `${en}what hangs on their use is open, see the assumptions.`,
      },
    ]);
  });

  test('none are not spoken of', () => {
    expect(lintedWith(plan(['{id: hall, kind: corridor, rect: [0, 0, 4, 3]}'])).cautions ?? []).toEqual([]);
  });
});

describe('what the author overrides', () => {
  const of = (count: number, zone: string, other: string) => {
    const zones = many(count, (n) => `{id: t${n}, ${zone}, ${rect(n)}}`);
    const overrides = many(count, (n) => `  t${n}: ${other}\n`).join('');
    return said(lintedWith(plan(zones, [], `overrides:\n${overrides}`)), 'overridden');
  };

  test.each([
    [1, '“t1”（“卫生间”改写为“库房”）。', "'t1' ('Restroom' → 'Store')."],
    [5, '、“t5”（“卫生间”改写为“库房”）。', ", 't5' ('Restroom' → 'Store')."],
    [6, '、“t5”（“卫生间”改写为“库房”）等。', ", 't5' ('Restroom' → 'Store') …."],
  ])('%d private places that are called otherwise', (count, zh, en) => {
    const [text, ...others] = of(count, 'kind: restroom', '{kind: store}');
    expect(others).toEqual([]);
    expect(text?.zh.endsWith(zh)).toBe(true);
    expect(text?.en.endsWith(en)).toBe(true);
    expect(text?.zh).toContain(`区域${count}处改写为其他类型，按改写后的类型审查，请核对：“t1”`);
    expect(text?.en).toContain(`other kinds for ${count} of the private places that are drawn; they are judged`);
  });

  test.each([
    [1, '请核对：t1。', 'please check: t1.'],
    [5, '请核对：t1、t2、t3、t4、t5。', 'please check: t1, t2, t3, t4 and t5.'],
    [6, '请核对：t1、t2、t3、t4、t5等。', 'please check: t1, t2, t3, t4, t5 ….'],
  ])('%d zones of unknown use whose use nobody states', (count, zh, en) => {
    const [text, ...others] = of(count, 'kind: other, kindUnknown: 间', '{kindUnknown: null}');
    expect(others).toEqual([]);
    expect(text?.zh).toBe(
      `设计人员在 overrides 中去除了区域${count}处的“用途未定”，但未写明其用途，按不涉及个人隐私审查，${zh}`,
    );
    expect(text?.en).toBe(
      `In overrides the author takes 'use unknown' away from zones without saying their use, ${count} in all; they are judged as not private, ${en}`,
    );
  });
});

describe('waivers that aren’t taken', () => {
  const HALL = ['{id: hall, kind: corridor, rect: [0, 0, 4, 3]}'];
  const waiver = (n: number) =>
    `  - {rule: coverage/criterion, subject: z${n}, reason: 无, by: 甲, until: 2027-01-01}\n`;
  const of = (count: number, noWaivers: boolean) =>
    said(
      lintedWith(plan(HALL, [], count === 0 ? '' : `waivers:\n${many(count, waiver).join('')}`), { noWaivers }),
      'refused',
    );

  test('are counted, one and more', () => {
    expect(of(1, true)).toEqual([
      {
        zh: '未采纳例外说明1条：只列出，不适用于任何问题。',
        en: '1 waiver is listed and not taken: none sets a finding aside.',
      },
    ]);
    expect(of(2, true)).toEqual([
      {
        zh: '未采纳例外说明2条：只列出，不适用于任何问题。',
        en: '2 waivers are listed and not taken: none sets a finding aside.',
      },
    ]);
  });

  test('are not spoken of where they are taken, or where there are none', () => {
    expect([of(2, false), of(0, true)]).toEqual([[], []]);
  });
});

describe('a configuration that finds less', () => {
  const loaded = (text: string) => {
    const read = () => new TextEncoder().encode(text);
    const found = loadConfiguration('c.yaml', { absolute: (path) => `/${path}`, pack: loadPack('nm-2017'), read });
    if (!found.ok) throw new Error(JSON.stringify(found.problems));
    return found.configuration;
  };
  const of = (text: string) => {
    const report = lintedWith(plan(['{id: hall, kind: corridor, rect: [0, 0, 4, 3]}']), {
      configuration: loaded(text),
    });
    return said(report, 'loosened');
  };

  test('is told of by rule, what it judges, what the level was, and where', () => {
    expect(of('rules:\n  coverage/protected: warning\n')).toEqual([
      {
        zh: '配置放宽：规则“coverage/protected”（第八条）由“须改正”改为“提示”，见“c.yaml:2”。',
        en: "Loosened by configuration: rule 'coverage/protected' (Art. 8) from 'error' to 'warning', 'c.yaml:2'.",
      },
    ]);
    expect(of('rules:\n  coverage/protected: error\n')).toEqual([]);
    // A rule of drawing rests on no provision.
    expect(of('rules:\n  plan/light-leak: "off"\n').map(({ en }) => en)).toEqual([
      "Loosened by configuration: rule 'plan/light-leak' from 'warning' to 'off', 'c.yaml:2'.",
    ]);
  });

  test('is told of by parameter, with its unit, where it asks for less alone', () => {
    expect(of('parameters: {pickup: 4.5}\n')).toEqual([
      {
        zh: '配置放宽：参数pickup（未注明时的拾音距离）由5米改为4.5米，见“c.yaml:1”。',
        en: "Loosened by configuration: parameter pickup (pickup distance where the plan gives none) from 5 m to 4.5 m, 'c.yaml:1'.",
      },
    ]);
    expect(of('parameters: {pickup: 5.5}\n')).toEqual([]);
  });

  test('is told of by profile, where it asks for less', () => {
    const profile = (fraction: number) =>
      `profile: ours\nprofiles: {ours: [{zones: [any], fraction: ${fraction}, level: identify}]}\n`;
    expect(of(profile(0.1))).toEqual([
      {
        zh: '配置放宽：设计指标改用指标集“ours”，有低于本工具设定之处，见“c.yaml:1”。',
        en: "Loosened by configuration: design criteria by the profile 'ours', which asks for less in places, 'c.yaml:1'.",
      },
    ]);
    expect(of(profile(1))).toEqual([]);
  });
});

describe('what a reviewer is told that only the author states', () => {
  const claims = (count: number) => {
    const zones = many(count, (n) => `{id: o${n}, kind: other, ${rect(n)}}`);
    return said(lintedWith(plan(zones), { distrust: true }), 'claimed');
  };

  test('names one, two and thirty, and counts the others', () => {
    const zh = (count: number, names: string) =>
      `设计人员的声明，本工具未核实，请核对：类型为“其他”、未按应当设防的部位审查的区域${count}项（${names}）。`;
    const en = (count: number, names: string) =>
      `Stated by the author and not checked here, please check: zones of kind 'other', not examined as places that must be protected, ${count} (${names}).`;
    expect(claims(1)).toEqual([{ zh: zh(1, '“o1”'), en: en(1, "'o1'") }]);
    expect(claims(2)).toEqual([{ zh: zh(2, '“o1”、“o2”'), en: en(2, "'o1' and 'o2'") }]);
    const [thirty, more] = [claims(30)[0], claims(31)[0]];
    expect([thirty?.zh.endsWith('、“o30”）。'), thirty?.en.endsWith(" and 'o30').")]).toEqual([true, true]);
    expect([more?.zh.endsWith('、“o30”等）。'), more?.en.endsWith(" and 'o30' …).")]).toEqual([true, true]);
    expect(more?.zh).toContain('区域31项');
  });

  test('names each fact of the project by which an article is not asked, and no other', () => {
    const claimed = (facts: string, pack = loadPack('nm-2017+cn-799-2025')) => {
      const text = `${plan(['{id: hall, kind: corridor, rect: [0, 0, 4, 3]}'])}project: {phase: design, ${facts}}\n`;
      const found = said(lintedWith(text, { distrust: true, pack }), 'claimed').find(({ zh }) =>
        zh.includes('项目事项'),
      );
      return found?.en.replace(/^.*alone, /, '').replace(/\.$/, '');
    };
    const FACTS = [
      ['works: none', 'works'],
      ['designReview: {required: none}', 'designReview.required'],
      ['risk: {published: none}', 'risk.published'],
      ['units: {design: none}', 'units.design'],
      ['units: {construction: none}', 'units.construction'],
      ['units: {supervision: none}', 'units.supervision'],
      ['units: {maintenance: none}', 'units.maintenance'],
      ['neighbours: {secretUnits: none}', 'neighbours.secretUnits'],
      ['antiTerrorKeyTarget: none', 'antiTerrorKeyTarget'],
    ] as const;
    for (const [facts, path] of FACTS) expect(claimed(facts), facts).toBe(`1 ('${factName(path).en}')`);
    expect(claimed('works: new, investment: 98000')).toBeUndefined();
    // What a law asks nothing of spares nobody under it.
    expect(claimed('neighbours: {secretUnits: none}', loadPack('nm-2017'))).toBeUndefined();
    expect(claimed('works: none', loadPack('nm-2017'))).toBe(`1 ('${factName('works').en}')`);
  });

  test('names thirty rooms in which something captures, and counts the others', () => {
    const rooms = (count: number) => {
      const zones = many(count, (n) => `{id: s${n}, kind: store, ${rect(n)}}`);
      const devices = many(count, (n) => `{id: M${n}, kind: microphone, at: [${n * 5 + 1}, 1], height: 2}`);
      const [text] = said(lintedWith(plan(zones, devices), { distrust: true }), 'claimed');
      return text;
    };
    expect(rooms(1)?.zh).toMatch(/的房间（.*）1处，请核对其实际用途：“s1”（库房）。$/);
    expect(rooms(1)?.en).toMatch(/see: 1, please check their real use: 's1' \(store\)\.$/);
    expect(rooms(30)?.zh.endsWith('、“s30”（库房）。')).toBe(true);
    expect(rooms(31)?.zh.endsWith('、“s30”（库房）等。')).toBe(true);
    expect(rooms(30)?.en.endsWith(", 's30' (store).")).toBe(true);
    expect(rooms(31)?.en.endsWith(", 's30' (store) ….")).toBe(true);
  });

  test('names thirty devices that would capture, and counts the others', () => {
    const doubts = (count: number) => {
      const devices = many(count, (n) => `{id: C${n}, kind: camera, at: [1, 1], height: 2.5, status: removed}`);
      const [text] = said(
        lintedWith(plan(['{id: wc, kind: restroom, rect: [0, 0, 4, 3]}'], devices), { distrust: true }),
        'claimed',
      );
      return text;
    };
    expect(doubts(1)).toEqual({
      zh: '仅因设计人员的声明而未列为问题，声明不实即涉及个人隐私，请核对（1处）：“C1”对“wc”（标明已拆除）。',
      en: "No finding only for what the author states; were it not so, private places would be captured, please check (1): 'C1' and 'wc' (stated to be removed).",
    });
    expect(doubts(30)?.zh.endsWith('；“C30”对“wc”（标明已拆除）。')).toBe(true);
    expect(doubts(31)?.zh.endsWith('；“C30”对“wc”（标明已拆除）等。')).toBe(true);
    expect(doubts(31)?.en.endsWith("; 'C30' and 'wc' (stated to be removed) ….")).toBe(true);
  });
});

test('what the author states of the site is among the assumptions, either way', () => {
  const rows = (more: string) => {
    const text = plan(['{id: hall, kind: corridor, rect: [0, 0, 4, 3]}']).replace('region', `${more}, region`);
    return lintedWith(text)
      .assumptions.filter(({ origin }) => origin === 'author')
      .map(({ what, value }) => `${what.zh}：${value.zh} | ${what.en}: ${value.en}`);
  };
  expect(rows('songAndDance: true')).toEqual(['歌舞娱乐场所：是 | Song-and-dance venue: yes']);
  expect(rows('songAndDance: false')).toEqual(['歌舞娱乐场所：否 | Song-and-dance venue: no']);
  expect(rows('keepsImportantItems: true')).toEqual(['重要物品：存放 | Important items: kept']);
  expect(rows('keepsImportantItems: false')).toEqual(['重要物品：未存放 | Important items: not kept']);
  expect(rows('absent: [{role: vault, reason: 不设金库, by: 甲}]')).toEqual([
    '载明无此部位：金库：不设金库（甲） | Stated to have none: Vault: 不设金库 (甲)',
  ]);
  // No verdict rests on a statement without a reason or without whose it is.
  expect(rows('absent: [{role: vault, reason: 待补充, by: 甲}]')).toEqual([]);
  expect(rows('absent: [{role: vault, reason: 不设金库, by: 待定}]')).toEqual([]);
  const project = `${plan(['{id: hall, kind: corridor, rect: [0, 0, 4, 3]}'])}project: {phase: design, investment: 98000}\n`;
  expect(
    lintedWith(project)
      .assumptions.filter(({ what }) => what.zh.startsWith('项目文件：'))
      .map(({ what, value }) => `${what.zh}：${value.zh} | ${what.en}: ${value.en}`),
  ).toEqual([
    '项目文件：所处阶段：设计 | Project documents: phase: design',
    '项目文件：投资额（元）：98000 | Project documents: investment (yuan): 98000',
  ]);
});
