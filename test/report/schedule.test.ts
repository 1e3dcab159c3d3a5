import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { sightForReport } from '../../src/lint/support/report-sight.js';
import type { Report, ReportInput } from '../../src/lint/types.js';
import { plainText } from '../../src/render/escape.js';
import { renderMarkdown } from '../../src/report/markdown/markdown.js';
import { renderSchedule } from '../../src/report/schedule/schedule.js';
import { fixturePlans, lintedHostile, lintedPlan, lintedReports, runOf } from '../support/linted.js';
import { input, report, unreadable } from './build.js';

type Row = Readonly<Record<string, string>>;

/** Records as a strict reader of RFC 4180 gives them, by the titles of their columns. */
function rowsOf(run: ReportInput, locale: 'zh-CN' | 'en' = 'zh-CN'): Row[] {
  const text = renderSchedule(run, { locale });
  expect(text.startsWith('\ufeff')).toBe(true);
  expect(text.endsWith('\r\n')).toBe(true);
  return parse(text, { bom: true, columns: true, record_delimiter: '\r\n', relax_column_count: false });
}

/** A plan whose paper is turned against north. */
const TURNED = `sitecam: 1
north: 30.3
coordinates: metres
site: {name: 示例, categories: [hotel], region: "150102"}
levels:
  - id: F1
    ceiling: 3
    zones: [{id: hall, kind: lobby, rect: [0, 0, 8, 6]}]
    signs: [{id: S1, at: [1, 1], heading: 180}]
    devices:
      - {id: C1, kind: camera, type: dome, at: [1, 2], heading: 270}
      - {id: C2, kind: camera, type: dome, at: [2, 2], heading: 0}
      - {id: C3, kind: camera, type: dome, at: [3, 2], heading: 10.1}
      - {id: P1, kind: camera, type: ptz, at: [4, 2]}
deviceTypes:
  dome: {kind: camera, height: 2.7, tilt: 20, hfov: 90, resolution: [2560, 1440], audio: none}
  ptz: {kind: camera, form: ptz, height: 2.7, ptz: {pan: [0, 360], tilt: [0, 90], hfov: [2.4, 60], home: {heading: 90, tilt: 20, hfov: 60}}, resolution: [1920, 1080], audio: none}
`;

const devicesIn = ({ site }: Report) => site.levels.flatMap(({ devices }) => devices);

const signsIn = ({ site }: Report) => site.levels.flatMap(({ signs }) => signs);

/** Columns that hold figures: their cells are a number, several, or empty. */
const FIGURES = /（米）|（度）|平方米/;

describe('golden files', () => {
  test.each(['zh-CN', 'en'] as const)('%s', async (locale) => {
    const { input } = lintedReports('fixtures/sites/ktv/violations.yaml');
    const whole = renderSchedule({ ...input, results: [...input.results, unreadable] }, { locale });
    await expect(whole).toMatchFileSnapshot(`../../fixtures/golden/schedule.${locale}.csv`);
    expect(renderSchedule({ ...input, results: [...input.results, unreadable] }, { locale })).toBe(whole);
  });
});

describe('golden files of every site: what each device sees and is found to do', () => {
  test.each(fixturePlans('sites'))('%s', async (path) => {
    const name = path.replace(/^.*sites\//, '').replace('/', '-');
    const schedule = renderSchedule(lintedReports(path).input, { locale: 'zh-CN' });
    await expect(schedule).toMatchFileSnapshot(`../../fixtures/golden/schedules/${name}.csv`);
  });
});

describe('the device schedule', () => {
  test('of every site: a record per device, with what is found of it, then one per sign', () => {
    for (const path of fixturePlans('sites')) {
      const { input, reports } = lintedReports(path);
      const rows = rowsOf(input);
      expect(
        rows.map((row) => row.编号),
        path,
      ).toEqual([...devicesIn(reports[0]), ...signsIn(reports[0])].map(({ id }) => id));
      const worst = rows.filter((row) => row.结论 === '不符合').map((row) => row.编号);
      const failing = reports[0].verdicts
        .filter(({ outcome, level, waiver }) => outcome === 'fail' && level === 'error' && waiver === undefined)
        .map(({ subject }) => subject.split('>')[0]);
      expect(worst, path).toEqual(rows.map((row) => row.编号).filter((id) => failing.includes(id)));
    }
  });

  test('a sign is told from devices, with its place and the side it faces, and does not read as one that complies', () => {
    const rows = rowsOf(lintedReports('fixtures/sites/boarding-school/plan.yaml').input);
    const [first, ...others] = rows.filter((row) => row.设备 === '提示标识');
    expect(others).toHaveLength(4);
    expect(first).toMatchObject({ 编号: 'S01', 名称: '校门内', '方位（度）': '180', 状态: '拟装', 视频: '', 音频: '' });
    expect([first['东（米）'], first['北（米）'], first.结论, first.各项判定]).toEqual(['44', '0.5', '无单独判定', '']);
  });

  test('headings are those of the plan, whatever is up on its paper: of devices, signs and homes of a PTZ', () => {
    const run = runOf(lintedPlan('turned.yaml', { 'turned.yaml': TURNED }));
    const headings = Object.fromEntries(rowsOf(run).map((row) => [row.编号, row['方位（度）']]));
    expect(headings).toEqual({ C1: '270', C2: '0', C3: '10.1', P1: '90', S1: '180' });
    const table = renderMarkdown(run, { locale: 'zh-CN' });
    const row = (id: string) => table.split('\n').find((line) => line.startsWith(`| ${id} |`)) ?? '';
    expect(row('C1')).toContain('| 270 |');
    expect(row('C2')).toContain('| 0 |');
    expect(row('P1')).toContain('| 90 |');
  });

  test('what holds for some plans of a run alone stands in their rows, not in the head', () => {
    const own = lintedReports('fixtures/sites/ktv/violations.yaml').reports[0];
    const { privacyDensity } = own.pack.parameters;
    const pack = {
      ...own.pack,
      parameters: { ...own.pack.parameters, privacyDensity: { ...privacyDensity, value: 20 } },
    };
    const loosened = { kind: 'loosened' as const, text: { zh: '配置放宽。', en: 'Loosened.' } };
    const other: Report = { ...own, path: 'other.yaml', pack, cautions: [loosened] };
    const rows = rowsOf(runOf(own, other), 'en');
    const seen = "May see (from the density in each row, sitecam's parameter)";
    expect(Object.keys(rows[0] ?? {})).toEqual(expect.arrayContaining(['Verdict', seen]));
    for (const row of rows) {
      const isOther = row.Plan === 'other.yaml';
      expect(row.Verdict?.endsWith('(by a loosened configuration)')).toBe(isOther);
      if (row[seen] !== '') expect(row[seen]).toMatch(isOther ? /\(from 20 px\/m\)$/ : /\(from 12.5 px\/m\)$/);
    }
    expect(Object.keys(rowsOf(runOf(other), 'en')[0] ?? {})).toEqual(
      expect.arrayContaining(['Verdict (by a loosened configuration)', "May see (from 20 px/m, sitecam's parameter)"]),
    );
  });

  test('figures are numbers: negative ones too, and without an apostrophe', () => {
    const { input } = lintedReports('fixtures/sites/qingcheng-hotel/violations.yaml');
    const rows = rowsOf(input);
    const cells = rows.flatMap((row) => Object.entries(row).filter(([title]) => FIGURES.test(title)));
    expect(cells.length).toBeGreaterThan(9 * rows.length);
    for (const [title, cell] of cells) expect(cell, title).toMatch(/^(-?\d+(\.\d+)?(、-?\d+(\.\d+)?)*)?$/);
    const hostile = rowsOf(runOf(lintedHostile()));
    expect(hostile.map((row) => Number(row['东（米）'])).filter((east) => east < 0)).toHaveLength(13);
  });

  test('what a device may capture is what the law looks at: the zones of its findings are named', () => {
    for (const path of ['ktv', 'qingcheng-hotel', 'hospital-outpatient'].map(
      (site) => `fixtures/sites/${site}/violations.yaml`,
    )) {
      const { input, reports } = lintedReports(path);
      const [{ verdicts, site }] = reports;
      const zones = new Map(site.levels.flatMap((level) => level.zones).map(({ id, name }) => [id, name ?? id]));
      const seen = verdicts.filter(
        ({ rule, outcome, evidence }) =>
          rule === 'capture/view-into-private-zone' && outcome !== 'pass' && evidence?.sightLine !== undefined,
      );
      expect(seen.length).toBeGreaterThan(0);
      const rows = new Map(rowsOf(input).map((row) => [row.编号, row]));
      for (const { subject } of seen) {
        const [device, zone] = subject.split('>');
        const cell = rows.get(device)?.['最大可视范围可及区域（自12.5像素/米起，本工具参数）'] ?? '';
        expect(cell.split('、'), `${path} ${subject}`).toContain(zones.get(zone));
      }
    }
  });

  test('a zone is named where sight reaches it, and only there', () => {
    const { input, reports } = lintedReports('fixtures/sites/ktv/violations.yaml');
    const [{ site }] = reports;
    const sight = sightForReport(reports[0]);
    for (const [n, row] of rowsOf(input).entries()) {
      const device = devicesIn(reports[0])[n];
      const reached = site.levels.flatMap((level) =>
        level.zones.filter(({ region }) => sight.reach(device, level.id, region, 12.5, 'may') !== undefined),
      );
      expect(row['最大可视范围可及区域（自12.5像素/米起，本工具参数）']).toBe(
        reached.map(({ id, name }) => name ?? id).join('、'),
      );
    }
  });

  test('the area seen for certain grows less with the detail asked for, and none is seen by what takes no pictures', () => {
    const { input, reports } = lintedReports('fixtures/sites/qingcheng-hotel/plan.yaml');
    const rows = rowsOf(input);
    const devices = devicesIn(reports[0]);
    let some = 0;
    for (const [n, row] of rows.entries()) {
      const areas = Object.entries(row).flatMap(([title, cell]) =>
        title.startsWith('最小可视范围面积') ? [cell] : [],
      );
      expect(areas.length).toBe(reports[0].pack.densityLevels.length);
      if (n >= devices.length || devices[n].video === 'none') expect(areas.join('')).toBe('');
      else if (areas[0] !== '') {
        some += Number(areas[0]);
        expect(areas.map(Number)).toEqual(areas.map(Number).toSorted((a, b) => b - a));
      }
    }
    expect(some).toBeGreaterThan(100);
  });

  test('a device that no verdict is about does not read as one that complies', () => {
    const [first] = rowsOf(input([report([])]));
    expect(first.结论).toBe('无单独判定');
  });

  test('a plan that cannot be read says so in a record of its own', () => {
    for (const path of fixturePlans('malformed')) {
      const result = lintedPlan(path);
      const rows = rowsOf(runOf(result));
      if (result.ok) expect(rows, path).toHaveLength(devicesIn(result).length);
      else expect(rows, path).toEqual([{ 设计图: path, 结论: '图纸无法读取，未作任何判定' }]);
    }
  });

  test('nothing of a hostile plan is a formula, a record or a cell of its own', () => {
    const hostile = lintedHostile();
    for (const locale of ['zh-CN', 'en'] as const) {
      const text = renderSchedule(runOf(hostile), { locale });
      const rows = rowsOf(runOf(hostile), locale);
      const ids = rows.map((row) => row[locale === 'en' ? 'Id' : '编号'] ?? '');
      expect(ids.map((id) => id.replace(/^'/, '').replaceAll(";'", ';'))).toEqual(
        devicesIn(hostile).map(({ id }) => plainText(id)),
      );
      const cells = rows.flatMap((row) => Object.values(row));
      expect(cells.filter((cell) => /^[\s"]*[=+@|＝＋－＠]/.test(cell))).toEqual([]);
      expect(cells.filter((cell) => /^[\s"]*-/.test(cell) && !Number.isFinite(Number(cell)))).toEqual([]);
      // A spreadsheet set to semicolons, as in Germany, parts cells there.
      const parted: string[][] = parse(text, {
        bom: true,
        delimiter: ';',
        relax_quotes: true,
        relax_column_count: true,
      });
      expect(parted.flat().filter((cell) => /^[\s"]*[=+@|]|^[\s"]*-(?![\d.]+$)/.test(cell))).toEqual([]);
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
    }
  });
});
