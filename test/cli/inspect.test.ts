import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/i18n/width.js';
import { sitecam } from '../support/io.js';

const PLAN = `sitecam: 1
site: {name: 小楼, categories: [hotel], region: "150102"}
levels:
  - id: F1
    name: 一层
    ceiling: 3
    zones:
      - {id: e, kind: main-entrance, rect: [-3, 0, 3, 2]}
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 0, 10, 2]}
      - {id: wc, kind: restroom, name: 卫生间, rect: [0, 2, 5, 4]}
      - {id: cellar, kind: store, name: 暗室, rect: [5, 2, 5, 4]}
      - {id: attic, kind: other, kindUnknown: quarterdeck, rect: [5, 6, 5, 4]}
    openings:
      - {id: d0, kind: door, line: [[0, 0.5], [0, 1.5]]}
      - {id: d1, kind: door, line: [[1, 2], [2, 2]]}
      - {id: out, kind: door, name: 后门, line: [[10, 0.5], [10, 1.5]]}
      - {id: w1, kind: window, line: [[6, 10], [7, 10]]}
    devices:
      - {id: C1, kind: camera, at: [0.1, 1], heading: 90}
  - {id: F2, elevation: 3.5, ceiling: 3, zones: [{id: loft, kind: office, rect: [0, 0, 4, 3]}]}
`;
const given = { 'plan.yaml': PLAN };
const run = (...args: string[]) => sitecam(['inspect', ...args], { given });

describe('a first look at a plan', () => {
  it('in Chinese: what there is, what nobody gets into, what is not said', async () => {
    const { code, out, err } = await run('plan.yaml');
    expect([code, err]).toEqual([0, '']);
    const lines = out.split('\n');
    expect(lines).toContain('场所：“小楼”  plan.yaml');
    expect(lines).toContain('场所类别：旅店；地区代码：150102。');
    for (const title of ['楼层（2）', '区域（6）', '门窗洞口（4）', '设备（1）', '图纸自身的问题（0）']) {
      expect(lines).toContain(title);
    }
    expect(out).toMatch(/^ {2}卫生间 +restroom +1 +20\.0 +1 +·$/m);
    expect(out).toContain('只通一个区域的门、敞口（另一侧未划定区域）（1）：门 out“后门” → hall“走廊”');
    expect(out).toContain('从出入口、大门和室外区域1个、通向未划定区域的门1处起，有3个区域走不到。');
    expect(out).toContain('走不到的（1）：attic（其他）');
    expect(out).toContain('没有门窗洞口的封闭区域（2）：cellar“暗室”、loft');
    expect(out).toContain('来源中称为“quarterdeck”（1）：attic');
    expect(out).toMatch(/^ {2}摄像机 +1$/m);
    expect(out).toMatch(/^待补充（无法判定）的事项（\d+）\n {2}\d+项：/m);
  });

  it('in English', async () => {
    const { code, out } = await run('plan.yaml', '--lang', 'en');
    expect(code).toBe(0);
    expect(out).toContain("Site: '小楼'  plan.yaml\nCategories: Hotel; region: 150102.");
    expect(out).toContain('Out of reach (1): attic (Other)');
    expect(out).toContain("Enclosed zones without any opening (2): cellar '暗室', loft");
    expect(out).not.toMatch(/[，。；：（）]/);
  });

  it('every opening with what it joins, where that is asked for', async () => {
    const line = '  F1  门 d1  ';
    expect((await run('plan.yaml')).out).not.toContain(line);
    expect((await run('plan.yaml', '--openings')).out).toMatch(
      /^ {2}F1 {2}门 d1 {2}(?:hall“走廊” ↔ wc“卫生间”|wc“卫生间” ↔ hall“走廊”)$/m,
    );
  });

  it('one level', async () => {
    const { out } = await run('plan.yaml', '--level', 'F2');
    expect(out).toContain('区域（1）');
    expect(out).not.toContain('cellar');
  });

  it('figures stand in columns, whatever the script', async () => {
    const { out } = await run('plan.yaml');
    const table = out.slice(out.indexOf('楼层（2）'), out.indexOf('墙长已')).split('\n').slice(1, -1);
    expect(table).toHaveLength(4);
    expect(new Set(table.map(displayWidth)).size).toBe(1);
  });

  it('long ids of levels become numbers in the heads of columns', async () => {
    const long = PLAN.replace('id: F2', 'id: L2-Main').replace('id: F1', 'id: L1-Main');
    const { out } = await sitecam(['inspect', 'plan.yaml'], { given: { 'plan.yaml': long }, columns: 80 });
    expect(out).toMatch(/^ {2}2 {5}L2-Main/m);
    expect(out).toMatch(/^ {2}类型 .* 1 {2}2$/m);
  });

  it('where there is no room for the names of levels, they give way', async () => {
    const long = PLAN.replace('name: 一层', 'name: 一层（主楼，含门厅、连廊）');
    const printed = await sitecam(['inspect', 'plan.yaml'], { given: { 'plan.yaml': long }, columns: 80 });
    expect(Math.max(...printed.out.split('\n').map(displayWidth))).toBeLessThanOrEqual(80);
    expect(printed.out).not.toContain('连廊');
    const wide = await sitecam(['inspect', 'plan.yaml'], { given: { 'plan.yaml': long }, columns: 120 });
    expect(wide.out).toContain('一层（主楼，含门厅、连廊）');
  });

  it('as JSON, for both languages at once', async () => {
    const json = await run('plan.yaml', '-f', 'json');
    expect(json.code).toBe(0);
    expect(JSON.parse(json.out)).toMatchObject({
      version: 1,
      site: { name: '小楼', categories: ['hotel'], region: '150102' },
      levels: [{ id: 'F1', area: 6 + 20 + 60 }, { id: 'F2' }],
      withoutOpening: [{ id: 'cellar' }, { id: 'loft' }],
      ways: {
        from: { zones: ['e'], openings: ['out'] },
        unreachable: [{ id: 'cellar' }, { id: 'attic' }, { id: 'loft' }],
      },
      unknownKinds: [{ id: 'attic', called: 'quarterdeck' }],
    });
    expect((await run('plan.yaml', '-f', 'json', '--lang', 'en')).out).toBe(json.out);
  });

  it('a configuration that was loosened is said', async () => {
    const config = 'rules: {capture/unknown-capability: off}\n';
    const { out } = await sitecam(['inspect', 'plan.yaml', '--config', 'own.yaml'], {
      given: { ...given, 'own.yaml': config },
    });
    const [, , caution] = out.split('\n');
    expect(caution).toContain('capture/unknown-capability');
  });

  it('of standard input', async () => {
    const { code, out } = await sitecam(['inspect', '-'], { stdin: PLAN });
    expect([code, out.split('\n')[0]]).toEqual([0, '场所：“小楼”  stdin.yaml']);
  });

  it('a plan with faults is looked at all the same', async () => {
    const faulty = PLAN.replace('kind: store', 'kind: stroe');
    const { code, out } = await sitecam(['inspect', 'plan.yaml'], { given: { 'plan.yaml': faulty } });
    expect(code).toBe(0);
    expect(out).toMatch(/类型不明 plan\/unknown-kind：1处\n {4}plan\.yaml:11:\d+ {2}/);
  });
});

describe('what can not be looked at', () => {
  it('a plan that can not be read: 3, with what lint says', async () => {
    const broken = { given: { 'plan.yaml': 'sitecam: 1\nsite: {}\n' } };
    const [looked, linted] = [
      await sitecam(['inspect', 'plan.yaml'], broken),
      await sitecam(['lint', 'plan.yaml'], broken),
    ];
    expect([looked.code, looked.out, linted.code]).toEqual([3, '', 3]);
    expect(looked.err).toBe(linted.out);
  });

  it.each([
    [['nowhere.yaml'], 3, '不存在'],
    [['fixtures'], 2, '文件夹'],
    [['plan.yaml', '--level', 'f1'], 2, '是否指“F1”'],
    [['plan.yaml', '--format', 'jsn'], 2, '是否指“json”'],
    [['plan.yaml', '--pack', 'xx'], 2, 'xx'],
    [[], 2, 'plan'],
  ])('%j', async (args: string[], code, words) => {
    const ran = await run(...args);
    expect([ran.code, ran.out]).toEqual([code, '']);
    expect(ran.err).toContain(words);
  });
});
