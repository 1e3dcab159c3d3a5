// What people and programs get of a suggestion, whatever is proved of it.
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import schema from '../../../schemas/suggestion-1.schema.json' with { type: 'json' };
import { layoutOf } from '../../../src/draw/page/layout.js';
import { BLOCK_GAP } from '../../../src/draw/page/panel.js';
import { suggestionDocument } from '../../../src/features/suggest/report/document.js';
import { levelDrawing } from '../../../src/features/suggest/report/draw.js';
import { suggestionRecord } from '../../../src/features/suggest/report/json.js';
import { numberedMark } from '../../../src/features/suggest/report/marks.js';
import { panelOf } from '../../../src/features/suggest/report/panel.js';
import { partOf } from '../../../src/features/suggest/report/place.js';
import { sheetOf } from '../../../src/features/suggest/report/sheet.js';
import type { Part, Suggestion } from '../../../src/features/suggest/types.js';
import type { Locale } from '../../../src/i18n/locale.js';
import type { Device } from '../../../src/plan/model.js';
import { writeMarkdown } from '../../../src/render/writers/markdown.js';
import { writeTerminal } from '../../../src/render/writers/terminal.js';
import { hasCmark, type Node, nodesOf, parsed, textOf } from '../../support/cmark.js';
import { NASTY } from '../../support/linted.js';
import { rect, zone } from '../../support/site.js';
import { judged, suggestionOf } from './suggestions.js';

const HOTEL = 'fixtures/sites/qingcheng-hotel/plan.yaml';
const hotel = judged(HOTEL);
const proved = suggestionOf(hotel, ['F2']);
const [part] = proved.parts as readonly [Part];
const [corridor] = part.requirements;
const [room] = hotel.report.site.levels[1].zones.filter(({ id }) => id === 'r201');
/** No camera of the design: what is left of a part without one. */
const none = { cost: undefined, cameras: [] };

const text = (suggestion: Suggestion, locale: Locale = 'zh-CN') =>
  writeTerminal([suggestionDocument(suggestion)], { locale, colour: false });
const markdown = (suggestion: Suggestion, locale: Locale = 'zh-CN') =>
  writeMarkdown([suggestionDocument(suggestion)], { locale });
const withPart = (more: Partial<Part>, rest: Partial<Suggestion> = {}): Suggestion => ({
  ...proved,
  parts: [{ ...part, ...more }],
  ...rest,
});
const valid = new Ajv({ strict: false }).compile(schema);

/** What is never said of a suggestion, and what only a whole proof lets it say. */
const NEVER = /合法|合规|\blegal\b|\bcompliant\b|\bcomplies\b/i;
const LEAST = /最少|不能更少|\bminimum\b|\bfewest\b|no fewer/i;

const impossible = withPart({
  ...none,
  bound: 0,
  conclusion: { is: 'impossible', requirement: corridor, most: 0.312, by: [room] },
});
const undecided = withPart({ ...none, bound: 0, conclusion: { is: 'undecided', requirement: corridor, most: 0.97 } });
const unlinted = { after: undefined, met: [] };
const STANDINGS: Readonly<Record<string, Suggestion>> = {
  proved,
  gap: withPart({ conclusion: { is: 'gap' }, bound: 4 }),
  wide: withPart({ conclusion: { is: 'gap' }, bound: 2 }),
  bare: withPart({ conclusion: { is: 'gap' }, bound: 0 }, { stopped: true }),
  impossible: { ...impossible, ...unlinted },
  undecided: { ...undecided, ...unlinted },
  stopped: withPart({ ...none, bound: 0, conclusion: { is: 'stopped' } }, { ...unlinted, stopped: true }),
  partly: { ...proved, ...unlinted, parts: [...proved.parts, ...impossible.parts] },
  nothing: suggestionOf(hotel, ['F2'], () => true, { parts: [], met: [], replaced: [] }),
  refused: { ...proved, ...unlinted, refused: hotel.report },
};

describe('what is proved', () => {
  test('a design that the bound meets: no fewer will do, in the same sentence for which types and mounts', () => {
    const zh = text(proved);
    expect(zh).toContain('推荐5台，已证明不能更少（就上述型号和安装条件，任何位置、朝向均已计入）。');
    expect(zh).toContain('证明由1个相互独立的部分、996格组成，对全部位置和朝向逐格求界，非抽样。');
    const en = text(proved, 'en');
    expect(en).toContain(
      '5 suggested, and proved that no fewer will do (with the types and mounts above, every place and heading counted).',
    );
  });

  test('bounds apart: both, and what lies between is not decided', () => {
    expect(text(STANDINGS.gap)).toContain('推荐5台；已证明至少需4台，是否存在4台的方案未能判定');
    expect(text(STANDINGS.wide)).toContain('推荐5台；已证明至少需2台，是否存在2至4台的方案未能判定');
    expect(text(STANDINGS.gap, 'en')).toContain(
      '5 suggested; proved that at least 4 are needed; whether 4 will do is not decided',
    );
    expect(text(STANDINGS.bare)).toContain('推荐5台；能否更少，未作证明。');
    expect(text(STANDINGS.bare)).toContain('推求未进行完毕');
  });

  test('impossible: which place, how much of it at most, and because of which rooms', () => {
    expect(text(impossible)).toContain(
      '“二层走廊”：就上述型号和安装条件，不存在符合要求的布置（已证明）。凡不可及“201”的位置和朝向，不论几台，合计至多覆盖31.2%，应达90%（观察级，62.5像素/米）。',
    );
    expect(text(impossible)).toContain('未得出满足全部要求的布置：1个部分不存在符合要求的布置（已证明）。');
    expect(text(impossible, 'en')).toContain(
      "'二层走廊': with the types and mounts above no design meets what is asked (proved). All places and headings that see nothing of '201', however many, together cover 31.2% of it at most, where 90% is asked (observe, 62.5 px/m).",
    );
  });

  test('undecided and stopped are told as such, never as impossible', () => {
    for (const [one, said] of [
      [STANDINGS.undecided, '“二层走廊”：未能判定。未得出符合要求的布置，亦未证明不存在'],
      [STANDINGS.stopped, '推求在得出布置之前中止，未能判定'],
    ] as const) {
      expect(text(one)).toContain(said);
      expect(text(one)).not.toContain('不存在符合要求的布置');
      expect(text(one, 'en')).toContain('not decided');
      expect(text(one, 'en')).not.toContain('no design meets');
    }
  });

  test('one part without a design: the whole has none, the rest keeps its own numbers', () => {
    const zh = text(STANDINGS.partly);
    expect(zh).toContain(
      '未得出满足全部要求的布置：1个部分不存在符合要求的布置（已证明）。其余1个部分：推荐5台，已证明至少需5台（',
    );
    expect(zh).toMatch(/部分 +推荐 +已证明至少需 +结果 +部位\n +1 +5 +5 +已证明 .*\n +2 +— +— +不存在（已证明）/);
    expect(zh).not.toMatch(/可少|替换/);
    expect(zh).toContain('以下布置未经重新审查通过，仅供查看。');
  });

  test.each(Object.entries(STANDINGS))('%s: claims no more than is proved, and closes as ours', (name, one) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      for (const said of [text(one, locale), markdown(one, locale)]) {
        expect(said).not.toMatch(NEVER);
        if (name !== 'proved') expect(said).not.toMatch(LEAST);
        expect(said).toContain(
          locale === 'en'
            ? "This is sitecam's suggestion, not the law's; whether national standards are met was not examined."
            : '本结果为本工具推荐，非法定；是否符合国家有关标准未作审查。',
        );
      }
    }
    expect(text(one, 'en')).not.toMatch(/[，。；：（）]/);
  });
});

describe('what it rests on, first', () => {
  test('goal, types and where they are from, mounting, what stays', () => {
    const lines = text(proved).split('\n');
    expect(lines[0]).toBe(`${HOTEL}  场所：“青城宾馆”，二层（F2）`);
    expect(lines[2]).toBe('  目标：设计指标（下列覆盖率和级别为本工具设定，非法定）；以台数计');
    expect(lines[3]).toContain('型号：取自本设计图的deviceTypes：corridor-4mp（水平视场角54°，2560×1440像素，');
    expect(lines[4]).toContain('距门窗和玻璃0.35米以上；俯角0°～90°（非法定）');
    expect(lines[5]).toContain('第九条所列区域，一律不得可及');
    expect(lines[6]).toContain('保留的设备：0台');
    const [one] = proved.replaced;
    const file = { ...proved.catalogue, from: 'file' as const, path: 'a/sitecam.suggest.yaml' };
    const zh = text({ ...proved, catalogue: file, kept: [one], goal: 'law' });
    expect(zh).toContain('取自布设条件文件“a/sitecam.suggest.yaml”');
    expect(zh).toContain('目标：应当设防的部位（下列覆盖率和级别为本工具设定，非法定）');
    expect(zh).toContain('保留的设备：1台（C2-01）');
    expect(zh).toContain('另有不动的摄像机1台。');
    const builtIn = text({ ...proved, catalogue: { ...proved.catalogue, from: 'built-in' } }, 'en');
    expect(builtIn).toContain("the plan has no types of cameras: sitecam's own 2 stand in");
  });

  test('heights, ceilings, tilts and places kept free, as the catalogue has them', () => {
    const { catalogue } = proved;
    const cameras = catalogue.cameras.map((type) => ({ ...type, mounts: ['wall', 'corner', 'ceiling'] as const }));
    const mounting = {
      wall: { heights: [2.5, 2.8], fromOpenings: 0.5 },
      ceiling: { drop: 0.1 },
      noGo: [{ wall: 'w1' }],
      tilts: [0, 60] as const,
    };
    const one = { ...proved, catalogue: { ...catalogue, cameras, mounting } };
    expect(text(one)).toContain(
      '安装：墙面、墙角，安装高度2.5或者2.8米，距门窗和玻璃0.5米以上；墙角处离两侧墙面各0.1米；吊顶，净高以下0.1米，离墙0.15米以上；俯角0°～60°；另有指定不得安装之处1处（非法定）',
    );
    expect(text(one, 'en')).toContain('wall, corner, 2.5 or 2.8 m above the floor');
    const { site } = one.before;
    const levels = site.levels.map((level) => ({ ...level, ceiling: level.id === 'F2' ? undefined : level.ceiling }));
    const bare = { ...one, before: { ...one.before, site: { ...site, levels } } };
    expect(text(bare)).toContain('二层（F2）未写明净高，或者净高不足，不作吊顶安装；俯角');
  });
});

describe('cameras and requirements', () => {
  test('where a camera stands, in words and figures, and what it covers', () => {
    const row = text(proved)
      .split('\n')
      .find((line) => line.includes('N2-01'));
    expect(row).toMatch(
      /^ +1 +N2-01 +corridor-4mp +“二层走廊”西端 +\[0\.2, 7\.5\] +墙面2\.7米 +90° +10° +“二层走廊”85\.7%/,
    );
    expect(text(proved)).toContain('“二层电梯厅”西南角');
    expect(text(proved, 'en')).toContain("west end of '二层走廊'");
    expect(text(proved)).toMatch(
      /corridor-2“二层走廊” +第八条第（八）项 +观察级，62\.5像素\/米 +90% +99\.2% +99\.2% +达到/,
    );
  });

  test('what the devices that stay cover has a column of its own, its figures to the right as all are', () => {
    const [head, row] = text(withPart({ requirements: [{ ...corridor, kept: 0.02 }] }))
      .split('\n')
      .filter((line) => /应达|^ +corridor-2/.test(line));
    expect(head).toMatch(/应达 +原图 +保留的设备已达 +推荐布置达到 +结果$/);
    expect(row).toMatch(/ {3}90% {2}99\.2% {12}2\.0% {9}99\.2% {2}达到$/);
  });

  test('parts of a zone by the true compass, of a zone that is turned as well, and none of a bent one', () => {
    const hall = zone('hall', rect(0, 0, 10, 8));
    const words = (x: number, y: number, north = 0) => partOf(hall, [x, y], north).en;
    expect([words(0.2, 7.8), words(5, 7.8), words(5, 4), words(9.9, 1)]).toEqual([
      "north-west corner of 'hall'",
      "north side of 'hall'",
      "middle of 'hall'",
      "south-east corner of 'hall'",
    ]);
    // True north lies 90° clockwise from up: what is at the right of the plan is north.
    expect(words(9.9, 4, 90)).toBe("north side of 'hall'");
    const turned = zone('corridor', [
      [0, 0],
      [10, 10],
      [9, 11],
      [-1, 1],
    ]);
    expect(partOf(turned, [9.4, 10.4]).zh).toBe('“corridor”东北端');
    const bent = zone('bent', [...rect(0, 0, 10, 1).slice(0, 3), [1, 1], [1, 10], [0, 10]]);
    expect(partOf(bent, [0.5, 9]).zh).toBe('“bent”内');
  });

  test('prices: of each type and camera, and their sum without a currency', () => {
    const { catalogue } = proved;
    const cameras = catalogue.cameras.map((type, n) => ({ ...type, price: 420 + 90 * n }));
    const priced = part.cameras.map((camera) => ({ ...camera, type: { ...camera.type, price: 510 } }));
    const one = withPart(
      { cameras: priced, cost: 2550, bound: 2550 },
      { objective: 'price', catalogue: { ...catalogue, cameras } },
    );
    expect(text(one)).toContain('推荐5台，价格合计2550，已证明不能更低');
    expect(text(one)).toContain('价格420');
    expect(text(one)).toMatch(/图号 .* 价格 .*\n +1 +N2-01 .* 510 /);
    expect(text(one, 'en')).toContain('5 suggested, at 2550 in all, and proved that none costs less');
    const apart = withPart({ cost: 2550, bound: 2040, conclusion: { is: 'gap' } }, { objective: 'price' });
    expect(text(apart)).toContain('价格合计2550；已证明至少需2040，是否存在价格更低的方案未能判定');
    expect(text(proved)).not.toContain('价格');
  });

  test('a place is listed with the level that it is on, of several that are asked', () => {
    const zh = text(suggestionOf(hotel, ['F2', 'F3'], () => true, { parts: proved.parts }));
    const [, second, third] = zh.split(/^[二三]层（F[23]）$/m);
    const listed = (part = '') => [...part.matchAll(/^ +(?:corridor|stairs-a)-?([23])“/gm)].map(([, n]) => n);
    expect([listed(second), listed(third)]).toEqual([
      ['2', '2'],
      ['3', '3'],
    ]);
  });

  test('nothing asked: none is needed, by the law’s own name; or those that stay suffice', () => {
    expect(text(STANDINGS.nothing)).toContain('0台：第八条对二层（F2）没有按上述目标应当由摄像机覆盖的部位。');
    expect(text(STANDINGS.nothing, 'en')).toContain('0: Art. 8 asks cameras of no place on 二层 (F2)');
    expect(levelDrawing(withPart({ cameras: [] }), 'F2', 'zh-CN')).not.toContain('推荐摄像机的最小可视范围');
    const met = { ...proved, parts: [], replaced: [] };
    expect(text(met)).toContain('0台：保留的设备已达到全部4项要求，无须增设。');
    // Where nothing changes there is no edited plan that could be refused.
    expect(text({ ...met, after: undefined })).toContain('0台：保留的设备已达到全部4项要求，无须增设。');
  });
});

describe('what a designer must know besides', () => {
  test('what the ban on capture costs, only as far as it is proved', () => {
    const of = (least: number, most: number) => text({ ...proved, privacy: { least, most } });
    expect(of(0, 0)).toContain('因避让第九条所列区域而多用：0台（不避让也需同样多的摄像机，已证明）。');
    expect(of(1, 1)).toContain('因避让第九条所列区域而多用：1台（');
    expect(of(0, 1)).toContain('因避让第九条所列区域而多用：0～1台（上下界均已证明）。');
    expect(text(proved)).not.toContain('代价');
  });

  test('what the ban costs by price is no number of cameras', () => {
    // 按价格推求的，多出的420是价格，不是420台。 By price, 420 more is a price, not 420 cameras.
    const of = (least: number, most: number, locale?: Locale) =>
      text({ ...proved, objective: 'price', privacy: { least, most } }, locale).replace(/\s+/g, ' ');
    expect(of(420, 420)).toContain('因避让第九条所列区域，价格合计多420（已证明）。');
    expect(of(0, 420)).toContain('价格合计多0～420（上下界均已证明）。');
    expect(of(0, 0)).toContain('价格合计不增加');
    expect(of(420, 420, 'en')).toContain('Keeping out of view what Art. 9 protects costs 420 more in all (proved).');
    expect(of(0, 420, 'en')).not.toContain('more cameras');
  });

  test('how it compares with what is drawn', () => {
    expect(text(proved)).toContain('原图布置5台，与推荐台数相同。');
    const fewer = withPart({ cameras: part.cameras.slice(0, 4), cost: 4, bound: 4 });
    expect(text(fewer)).toContain('原图布置5台，可少1台。');
    expect(text(fewer, 'en')).toContain('5 drawn; 1 fewer will do.');
    expect(text(suggestionOf(hotel, ['F1']))).toContain('其中3台（C1-08、C1-09、C1-11）不及上列部位');
    const path = 'fixtures/sites/qingcheng-hotel/violations.yaml';
    const flawed = suggestionOf(judged(path), ['F1', 'F2', 'F3']);
    const met = flawed.met.map((one) => ({ ...one, isMet: true }));
    expect(text({ ...flawed, met })).toMatch(/原图的.*有采集方面的问题/);
    const bare = readFileSync(HOTEL, 'utf8').replace(/^.*id: C2-0[12],.*\n/gm, '');
    const short = suggestionOf(judged(HOTEL, bare), ['F2']);
    expect(
      text({ ...short, replaced: short.replaced.slice(1), met: short.met.map((one) => ({ ...one, isMet: true })) }),
    ).toMatch(/原图布置2台，推荐多1台。原图尚不足：“二层走廊”\d+\.\d%（应达90%）/);
  });

  test('no comparison beside repairs, be it a single one: they leave the drawn cameras where they are', () => {
    const [device] = proved.replaced as readonly [Device];
    const one = text({ ...proved, repairs: [{ device, change: 'remove', to: undefined }] });
    expect(one).toContain(`${device.id}：取消。`);
    expect(one).not.toContain('原图布置');
  });

  test('a single camera that is replaced is named', () => {
    const [first] = proved.replaced as readonly [Device];
    expect(text({ ...proved, replaced: [first] })).toContain(`图中拟设的1台（${first.id}）由推荐布置替换`);
  });

  test('what is replaced, rooms of unknown use, the lint of the edited plan', () => {
    const zh = text({ ...proved, unknownUse: 356 });
    expect(zh).toContain('图中拟设的5台（C2-01、C2-02、C2-03、C2-04、C2-05）由推荐布置替换');
    expect(zh).toContain('用途未定的356处按不得采集对待；注明其用途，或可减少设备。');
    expect(zh).toContain(
      '已照此改图并重新审查：不符合0项，待补充0项，须审查判定0项（原图为0项、0项、0项）；轻微掠视24处，未列为问题；未新增问题。',
    );
  });

  test('signs that become due are listed and aren’t new findings; others are', () => {
    const { report } = judged('fixtures/sites/qingcheng-hotel/violations.yaml');
    const [view] = report.verdicts.filter(({ rule, outcome }) => rule.startsWith('capture/') && outcome === 'fail');
    const [sign] = hotel.report.verdicts.filter(({ rule }) => rule.startsWith('signs/'));
    const due = {
      ...(sign ?? view),
      rule: 'signs/entrance',
      subject: 'entrance-south',
      outcome: 'fail',
      fingerprint: 'f0',
    };
    const after = { ...hotel.report, verdicts: [...hotel.report.verdicts, due, view] } as Suggestion['after'];
    const zh = text({ ...proved, after, signs: ['entrance-south'] });
    expect(zh).toMatch(/另须设置提示标识\n.*\n +- 不符合：entrance-south“正门门斗”（检查项：/);
    expect(zh).toContain('新增问题1项');
    expect(zh).toMatch(new RegExp(`新增或者仍在的问题\n +- 不符合：${view?.subject}`));
    const signsOnly = { ...hotel.report, verdicts: [...hotel.report.verdicts, due] } as Suggestion['after'];
    expect(text({ ...proved, after: signsOnly, signs: ['entrance-south'] })).toContain('除提示标识外，未新增问题');
    // What else is found of that place is no sign.
    const dark = { ...due, rule: 'coverage/protected', fingerprint: 'f1' };
    const both = { ...hotel.report, verdicts: [...hotel.report.verdicts, due, dark] } as Suggestion['after'];
    const dueSigns = /须另行设计。\n((?: +- .*\n)+)/.exec(text({ ...proved, after: both, signs: ['entrance-south'] }));
    expect(dueSigns?.[1]?.trim().split('\n')).toEqual(['- 不符合：entrance-south“正门门斗”（检查项：signs/entrance）']);
  });

  test('repairs read as edits', () => {
    const [c1, c2, c3, c4] = proved.replaced as readonly Device[];
    const aimed = (device: Device, heading: number, tilt: number): Device => ({
      ...device,
      lenses: device.lenses.map((lens) => ({ ...lens, heading, tilt })),
    });
    const one: Suggestion = {
      ...proved,
      objective: 'change',
      replaced: [],
      repairs: [
        { device: c3, change: 'turn', to: aimed(c3, 45, 61.5) },
        { device: c1, change: 'move', to: { ...c1, at: [c1.at[0] + 1.2, c1.at[1]] } },
        { device: c4, change: 'type', to: { ...c4, type: 'corridor-4mp' } },
        { device: c2, change: 'remove', to: undefined },
      ],
      parts: [{ ...part, cost: 9, bound: 9, cameras: [] }],
    };
    const zh = text(one);
    expect(zh).toContain('C2-03：俯角由35°改为61.5°。');
    expect(zh).toContain('C2-01：向东移1.20米。');
    expect(zh).toContain('C2-04：型号由“dome-4mp”改为“corridor-4mp”。');
    expect(zh).toContain('C2-02：取消。');
    expect(zh).toContain('推荐改动4处，改动量9，已证明不能更小');
    expect(text(one, 'en')).toContain('C2-03: tilt from 35° to 61.5°.');
    const svg = levelDrawing(one, 'F2', 'zh-CN');
    expect(svg).toContain('改动前的位置和朝向');
    expect(svg).toMatch(/<g class="replaced"[^>]*>\n<g data-device="C2-02"/);
  });

  test('a design that lint refuses is no suggestion, and what it was refused for is listed', () => {
    const { report } = judged('fixtures/sites/qingcheng-hotel/violations.yaml');
    const [view] = report.verdicts.filter(({ rule, outcome }) => rule.startsWith('capture/') && outcome === 'fail');
    const refused = { ...hotel.report, verdicts: [...hotel.report.verdicts, view] } as Suggestion['after'];
    const one: Suggestion = { ...proved, ...unlinted, ...(refused && { refused }) };
    const zh = text(one);
    expect(zh).toContain('照此改图后重新审查未获通过，不作推荐，图纸未改。尚有下列问题：');
    expect(zh).toContain(`- 不符合：${view?.subject}`);
    expect(zh).not.toMatch(/推荐5台|可少/);
    const { refused: _, ...unknown } = one;
    const short = { ...proved, met: proved.met.map((one, n) => (n === 0 ? { ...one, isMet: false } : one)) };
    expect(text(short)).toContain('照此改图并重新审查，“二层走廊”仍未达到要求，不作推荐，图纸未改。');
    expect(text(short)).not.toMatch(/推荐5台|替换/);
    expect(text(unknown)).toContain('原图的问题仍在：不符合0项，待补充0项，须审查判定0项。');
  });
});

describe('Markdown', () => {
  test('begins with the answer, then each level in tables; a drawing is shown by its path', () => {
    const page = writeMarkdown([suggestionDocument(proved, new Map([['F2', 'out/图 (1).svg']]))], { locale: 'zh-CN' });
    expect(page.split('\n')[0]).toBe('# 摄像机推荐布置：“青城宾馆”，二层（F2）');
    expect([...page.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual(['结论', '二层（F2）', '说明']);
    expect(page).toContain('![二层（F2）](out/%E5%9B%BE%20%281%29.svg)');
    expect(page.match(/推荐5台，已证明不能更少/g)).toHaveLength(1);
  });

  test.skipIf(!hasCmark)('is GFM of whole tables, whatever the plan is named (skipped without cmark-gfm)', () => {
    const named = readFileSync(HOTEL, 'utf8').replace('name: 二层走廊,', `name: ${JSON.stringify(NASTY)},`);
    for (const one of [...Object.values(STANDINGS), suggestionOf(judged(HOTEL, named), ['F2'])]) {
      const nodes = nodesOf(parsed(markdown(one)));
      for (const table of nodes.filter(({ name }) => name === 'table')) {
        const cells = table.children.map(({ children }: Node) => children.length);
        expect(new Set(cells).size).toBe(1);
      }
      expect(nodes.filter(({ name }) => ['html_block', 'link', 'image'].includes(name))).toEqual([]);
      expect(nodes.filter(({ name, text: own }) => name === 'html_inline' && !/^<(br|!-- --)>$/.test(own))).toEqual([]);
      const said = nodes.filter(({ name }) => name === 'heading').map(textOf);
      expect(said).toContain('结论');
    }
  });
});

describe('JSON', () => {
  test.each(Object.entries(STANDINGS))('%s: by the schema, in both languages', (name, one) => {
    const record = JSON.parse(JSON.stringify(suggestionRecord(one, '0.2.0', '2026-03-01')));
    expect(valid(record), JSON.stringify(valid.errors)).toBe(true);
    expect(record.answer.proved).toBe(name === 'proved' || name === 'nothing');
    expect(record.answer.message.en).not.toMatch(/[，。]/);
  });

  test('raw figures, and what people read of them', () => {
    const record = JSON.parse(JSON.stringify(suggestionRecord(proved, '0.2.0', '2026-03-01')));
    expect(record.cameras[0]).toMatchObject({
      id: 'N2-01',
      number: 1,
      at: [0.2, 7.5],
      heading: 90,
      tilt: 10,
      price: 1,
    });
    expect(record.cameras[0].covers[0]).toEqual({
      zone: 'corridor-2',
      level: 'observe',
      share: part.cameras[0]?.covers[0]?.share,
    });
    expect(record.requirements[0]).toMatchObject({ zone: 'corridor-2', share: 0.9, met: true });
    expect(record.answer).toMatchObject({ accepted: true, proved: true, cost: 5, bound: 5, cells: 996, steps: 12345 });
    expect(valid({ ...record, answer: {} })).toBe(false);
    expect(valid({ ...record, parts: [{ ...record.parts[0], cost: null }] })).toBe(false);
  });
});

describe('the drawing of a level', () => {
  const drawn = (one: Suggestion, locale: Locale = 'zh-CN') => levelDrawing(one, 'F2', locale);

  test.each(Object.entries(STANDINGS))('%s: well-formed, in both languages', (_, one) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const svg = drawn(one, locale);
      expect(XMLValidator.validate(svg)).toBe(true);
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  test('numbers the suggested cameras, strikes the replaced, shades by weight, outlines and hatches', () => {
    const svg = drawn(proved);
    const numbers = [...svg.matchAll(/data-device="(N2-0\d)" data-number="(\d)"/g)].map(([, id, n]) => `${n} ${id}`);
    expect(numbers).toEqual(['1 N2-01', '2 N2-02', '3 N2-03', '4 N2-04', '5 N2-05']);
    expect(svg.match(/<path data-device="N2-0\d"/g)).toHaveLength(5);
    expect(svg).toMatch(/<g class="replaced"[^>]*>\n<g data-device="C2-01"/);
    expect(svg.match(/data-required="[a-z0-9-]+"/g)).toHaveLength(4);
    const weights = /<g class="weights".*?<\/g>/s.exec(svg)?.[0] ?? '';
    expect(weights.match(/<path/g)).toHaveLength(part.floor.length);
    expect(svg).toMatch(/<g class="uncovered"[^>]*>\n<path d="M/);
    expect(svg).toContain('<title>场所：“青城宾馆”，二层，推荐布置图</title>');
    expect(svg).toMatch(/<text[^>]*>nm-2017[^<]* {2}2026年3月1日</);
    for (const said of ['图例', '要求覆盖的部位（粗框）', '证明中的权重', '取消的摄像机（划去）', '未覆盖的余部'])
      expect(svg).toContain(said);
    expect(svg).toContain('推荐摄像机的最小可视范围');
    expect(svg).not.toContain('不动的摄像机');
    const en = drawn(proved, 'en');
    for (const said of ['Legend', 'to be covered', 'weight in the proof', 'replaced (struck through)'])
      expect(en).toContain(said);
  });

  test('cameras that stay are grey, with an outline of what they see; the legend has only what is drawn', () => {
    const [first] = part.cameras;
    const kept = first === undefined ? [] : [first.device];
    const one = withPart({ cameras: part.cameras.slice(1), floor: [] }, { kept, replaced: [] });
    const svg = drawn(one);
    expect(svg).toMatch(/<g class="kept"[^>]*>\n<g data-device="N2-01"/);
    expect(svg).toMatch(/<g [^>]*class="kept-views"[^>]*>\n<path data-device="N2-01"/);
    expect(svg).toContain('不动的摄像机');
    expect(svg).not.toMatch(/证明中的权重|取消的摄像机|class="replaced"/);
    // Readers at doors are no cameras, and drawn fainter.
    expect(svg).toContain('其他设备');
    const opacity = /<g class="others"[^>]* opacity="([\d.]+)"/.exec(svg)?.[1];
    expect(Number(opacity)).toBeGreaterThan(0.5);
    expect(Number(opacity)).toBeLessThan(1);
  });

  test('a panel below a narrow drawing has its three columns within the sheet', () => {
    const sheet = sheetOf(proved, 'F2', 'zh-CN');
    const { bounds } = sheet.drawing;
    const wide = { ...sheet.drawing, bounds: { ...bounds, maxX: bounds.minX + 3 * (bounds.maxY - bounds.minY) } };
    const { panel, ...layout } = layoutOf(wide, true, 5);
    const [first = 0, second = 0, third = 0] = [...new Set(panelOf(sheet, { ...layout, panel }).map(({ x }) => x))];
    const column = second - first - 2 * BLOCK_GAP;
    expect([first, column > 200, third > second]).toEqual([panel.x, true, true]);
    expect(third + column).toBeLessThanOrEqual(panel.x + panel.width);
  });

  test('the answer and the law stand apart from the lines above them', () => {
    const sheet = sheetOf(proved, 'F2', 'zh-CN');
    const [title] = panelOf(sheet, layoutOf(sheet.drawing, true, 5));
    const lines = [...(title?.markup ?? '').matchAll(/ y="(\d+)" font-size="11"[^>]*>([^<]*)</g)];
    const gap = (start: string) => {
      const n = lines.findIndex(([, , text = '']) => text.startsWith(start));
      return Number(lines[n]?.[1]) - Number(lines[n - 1]?.[1]);
    };
    const within = gap('nm-2017');
    expect(gap('内蒙古自治区')).toBe(within + 4);
    expect(Number(lines[0]?.[1]) - Number(/ y="(\d+)" font-size="13"/.exec(title?.markup ?? '')?.[1])).toBe(within + 4);
  });

  test('the pointer of a camera is alike on both sides of where it looks', () => {
    const corners = /<path d="M-(\S+) (\S+)L.*L(\S+) (\S+)Z"/.exec(numberedMark(1, [0])) ?? expect.fail('no pointer');
    expect(corners.slice(1, 3)).toEqual(corners.slice(3));
  });

  test('a pointer for each way that a camera looks, to a tenth of a degree, and the disc before the first', () => {
    const mark = numberedMark(1, [90, 225.06]);
    expect([...mark.matchAll(/rotate\((\S+)\)/g)].map(([, degrees]) => degrees)).toEqual(['90', '225.1']);
    expect(mark).toMatch(/^<g transform="translate\(8 0\)">/);
  });

  test('names of the plan are text in it, never markup', () => {
    const named = readFileSync(HOTEL, 'utf8').replace('name: 二层走廊,', `name: ${JSON.stringify(NASTY)},`);
    const svg = drawn(suggestionOf(judged(HOTEL, named), ['F2']));
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(svg).not.toContain('<script');
  });
});
