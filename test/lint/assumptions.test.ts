import { describe, expect, test } from 'vitest';
import { loadPack } from '../../src/law/load.js';
import { assumptionsOf, optionAssumptions } from '../../src/lint/notes/assumptions.js';
import type { Assumption } from '../../src/lint/types.js';
import type { Site } from '../../src/plan/model.js';
import { readPlan } from '../../src/plan/read/read.js';
import { siteOf, waiverOf } from './support.js';

const pack = loadPack('nm-2017');
const TODAY = '2026-06-30';

const line = ({ origin, what, value }: Assumption) => `${origin} ${what.zh}：${value.zh}`;
const page = (site: Site) => assumptionsOf(site, TODAY).map(line);

function read(yaml: string): Site {
  const bytes = new TextEncoder().encode(yaml);
  const result = readPlan('plan.yaml', (path) => (path === 'plan.yaml' ? bytes : undefined), { pack });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  return result.site;
}

describe('the page of assumptions', () => {
  test('names the law, its text, the pack, the region and the errata', () => {
    const lines = page(siteOf());
    expect(lines).toContain('law 审查依据：内蒙古自治区公共安全技术防范管理条例');
    expect(lines).toContain('law 文本：2017年7月22日第二次修正文本');
    expect(lines).toContain(
      'law 文本说明：审查依据为2017年7月22日第二次修正文本；是否另有修正未核，以现行有效文本为准。',
    );
    expect(lines).toContain('law 地区：图中未标明，按在条例适用的行政区域内审查');
    expect(lines.filter((text) => text.includes('文字更正'))).toHaveLength(2);
    expect(page(siteOf({ region: '150102' }))).toContain('law 地区：150102');
  });

  test('names the day and the hash of every file', () => {
    const lines = page(siteOf());
    expect(lines).toContain('run 审查日：2026年6月30日');
    expect(lines).toContain('run 图纸文件“plan.yaml”（SHA-256）：c0ffee');
    const wgs84 = page(siteOf({ coordinates: 'wgs84', origin: [111.75, 40.84] }));
    expect(wgs84).toContain('run 投影原点（经度，纬度）：111.75, 40.84');
  });

  test('lists every parameter of ours with its value, every criterion and every level of detail', () => {
    const lines = page(siteOf());
    for (const { what, basis } of Object.values(pack.parameters)) {
      const shown = lines.some((text) => text.startsWith(`ours ${what.zh}：`));
      expect([what.zh, shown]).toEqual([what.zh, basis === 'sitecam']);
    }
    expect(lines).toContain('ours “附近”的距离：条例未作规定：3米');
    expect(lines).toContain('ours 设防判定：作用面积占该部位面积的最低比例：50%');
    expect(lines).toContain('ours 设计指标：主要出入口：95%（识别级）');
    expect(lines).toContain('ours 设计指标：其他所列部位：80%（侦测级）');
    expect(lines).toContain('ours 可及可能泄露客户个人信息的区域的视线：125像素/米起不符合，62.5像素/米起须审查判定');
    expect(lines).toContain('ours 可及住宅室内的视线（经玻璃）：125像素/米起不符合，12.5像素/米起须审查判定');
    expect(lines.some((text) => text.startsWith('ours 病房、诊室、手术室：条文未列举'))).toBe(true);
    expect(lines.some((text) => text.startsWith('ours 设防判定：紧急报警装置：'))).toBe(true);
    expect(lines).toContain('ours 观察级像素密度（非国家有关标准）：62.5像素/米，EN 62676-4:2015');
  });

  test('names what the plan lacks, what it was taken as, and where', () => {
    const lines = page(
      read(`
sitecam: 1
site: {name: 某宾馆, categories: [hotel]}
coordinates: metres
levels:
  - id: F1
    zones:
      - {id: z1, kind: lobby, rect: [0, 0, 6, 4]}
    devices:
      - {id: C2, kind: camera, at: [1, 1]}
      - {id: C1, kind: camera, at: [2, 1]}
      - {id: C3, kind: camera, audio: none, at: [3, 1], height: 2.8, heading: 0, tilt: 20, hfov: 90, resolution: [1920, 1080]}
      - {id: C4, kind: camera, at: [3, 1], status: removed}
`),
    );
    expect(lines).toContain('ours 未标明朝向：最大可视范围按全向计，最小可视范围按零计：C1、C2');
    expect(lines.find((text) => text.includes('未标明视场角'))).toMatch(/：C1、C2$/);
    expect(lines.find((text) => text.includes('未标明俯角'))).toMatch(/：C1、C2$/);
    expect(lines.find((text) => text.includes('未标明录像分辨率'))).toMatch(/：C1、C2$/);
    expect(lines.find((text) => text.includes('未标明安装高度'))).toMatch(/：C1、C2$/);
    expect(lines.find((text) => text.includes('未标明拾音距离'))).toMatch(/：C1、C2$/);
    expect(lines.find((text) => text.includes('未标明层高'))).toMatch(/：F1$/);
    expect(lines).toContain('author 标明已拆除、未计入任何判定的设备：C4');
    expect(lines).toContain('author 标明不具有音频采集功能的设备：C3');
  });

  test('names everything the author says that nobody checked', () => {
    const site = read(`
sitecam: 1
site:
  name: 某纪念馆
  categories: [memorial-hall, key-unit]
  keepsImportantItems: false
  designation: {document: 某治发〔2025〕3号, by: 某旗人民政府, date: "2025-03-01"}
  absent: [{role: restroom, reason: 在邻楼, by: 设计单位}]
coordinates: metres
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: store, kind: store, name: 女卫生间, kindConfirmed: {reason: 旧名沿用, by: 张某}, rect: [0, 0, 6, 4]}
      - {id: lobby, kind: lobby, public: false, valid: {from: "2026-01-01", to: "2026-12-31"}, rect: [6, 0, 6, 4]}
    openings:
      - {id: d1, kind: door, normallyOpen: true, line: [[6, 1], [6, 2]]}
      - {id: w1, kind: window, film: permanent, fixed: true, line: [[12, 1], [12, 2]]}
    devices:
      - id: C1
        kind: camera
        video: none
        at: [1, 1]
        masks: [{polygon: [[2, 2], [3, 2], [3, 3]], permanent: true}]
`);
    const lines = page({ ...site, waivers: [waiverOf('coverage/criterion', 'lobby', { document: '批〔2026〕1号' })] });
    expect(lines.filter((text) => text.startsWith('author'))).toEqual([
      'author 载明无此部位：卫生间：在邻楼（设计单位）',
      'author 确定为治安保卫重点单位：某旗人民政府，某治发〔2025〕3号，2025年3月1日',
      'author 重要物品：未存放',
      'author 区域“store”：名称“女卫生间”与类型不一致，说明：旧名沿用（张某）',
      'author 区域“lobby”：标明为非公共区域',
      'author 区域“lobby”：在用期间2026年1月1日～2026年12月31日，审查不因此区分日期',
      'author 门“d1”：标明为常开',
      'author 洞口“w1”：标明永久贴膜',
      'author 标明不具有视频采集功能的设备：C1',
      'author 标明设有永久遮蔽的设备：C1',
      'author 例外说明（无豁免效力）：coverage/criterion lobby：待二期（张某，批〔2026〕1号，至2026年6月30日）',
    ]);
  });
});

test('a run without the models that come with the tool says so', () => {
  const lines = (shipped: boolean) =>
    optionAssumptions({
      distrust: undefined,
      noWaivers: undefined,
      decisions: undefined,
      catalogues: { shipped, files: [] },
    }).map(line);
  expect(lines(true)).toEqual([]);
  expect(lines(false)).toEqual(['run 型号资料：未采用（--no-catalogue）：图中未写明的参数按不明处理']);
});
