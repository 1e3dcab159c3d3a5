import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { InputFile } from '../../src/import/types.js';
import { lintPlan } from '../../src/lint/lint.js';
import type { Report } from '../../src/lint/types.js';
import { Folder } from '../support/folder.js';
import { drawing, said } from './dxf-support.js';
import { type Made, make, outcomes, pack } from './support.js';

const VIEW = 'capture/view-into-private-zone';

/** What a designer adds by hand: what the cameras are. */
const TYPE = '"DS-2CD2145": {kind: camera, hfov: 90, resolution: [2560, 1440], audio: none}';

describe('a guest house as Chinese offices draw it', () => {
  const made = make([drawing('guest-house')], { category: 'hotel' });
  const { draft } = made.building.identified;

  it('its closed polylines are rooms that are called what stands in them, whatever areas and numbers of doors stand beside', () => {
    expect(draft.zones.map(({ kind, name, untold }) => [kind, name, untold])).toEqual([
      ['corridor', '走廊', undefined],
      ['guest-room', '客房 101', undefined],
      ['guest-room', '客房 102', undefined],
      ['guest-room', '客房 103', undefined],
      ['lobby', '门厅', undefined],
      ['restroom', '女卫生间', undefined],
      ['restroom', '男卫生间', undefined],
      ['main-entrance', '主要出入口', undefined],
    ]);
  });

  it('doors and windows lie in the middle of their walls, from blocks, mirrored and turned ones, and exploded ones', () => {
    const lines = draft.openings.map(({ kind, shape, keys }) => [
      kind,
      ...(shape.type === 'line' ? shape.line : []).map(([x, y]) => [x, y].map((n) => Number(n.toFixed(4)))),
      keys.thickness,
    ]);
    expect(lines).toEqual([
      ['door', [1.5, 2.1], [2.4, 2.1], 0.2],
      ['door', [5.6, 2.1], [6.5, 2.1], 0.2],
      ['door', [10.6, 2.1], [9.7, 2.1], 0.2],
      ['door', [7.9, -0.1], [7, -0.1], 0.2],
      ['door', [10.1, -0.1], [11, -0.1], 0.2],
      ['door', [2, -5.3], [3.5, -5.3], 0.2],
      ['door', [2.5, -0.1], [4, -0.1], 0.2],
      ['window', [1.2, 6.3], [2.7, 6.3], 0.2],
      ['window', [5.3, 6.3], [6.8, 6.3], 0.2],
      ['window', [9.4, 6.3], [10.9, 6.3], 0.2],
    ]);
  });

  it('blocks of devices are devices: number, model, height and tilt from their attributes, heading from their rotation', () => {
    expect(draft.devices.map(({ id, kind, at, keys }) => [id, kind, at, keys])).toEqual([
      ['C-01', 'camera', [0.1, 1], { type: 'DS-2CD2145', heading: 90, tilt: 15, height: 2.8 }],
      ['C-02', 'camera', [7.45, 1.95], { type: 'DS-2CD2145', heading: 180, tilt: 25, height: 2.8 }],
      ['C-03', 'camera', [2.75, -0.25], { type: 'DS-2CD2145', heading: 180, tilt: 20, height: 2.8 }],
      ['T-01', 'intrusion-detector', [5.7, -5], { heading: 315 }],
    ]);
  });

  it('says what it left out', () => {
    expect(said(made.building.notes)).toEqual([
      "left-out: layer '家具': no rule for block '床' (1)",
      "left-out: layer '轴线' is frozen: what is on it isn't taken (1)",
      "left-out: layer '旧方案' is off: what is on it isn't taken (1)",
      "left-out: layer 'WAL': no rule for LINE; should the layer be 'WALL'? (1)",
      "left-out: layer '标注': no rule for DIMENSION (1)",
      "left-out: entities of paper space aren't taken (1)",
      "left-out: layer '房间名称': TEXT taken for no name of a zone (4)",
      'left-out: arcs and short lines belong to doors and windows, and are no openings themselves (1)',
    ]);
  });

  it('what may hide a wall is refused, and its storey is open in the plan', () => {
    const refused = make([withSpline()], { category: 'hotel' });
    expect(said(refused.building.notes)).toContain(
      "refused: layer '墙体': SPLINE can't be read; make polylines of them in the CAD program (1)",
    );
    const report = lint(refused);
    expect(report.site.faults.map(({ rule }) => rule)).toEqual(['plan/no-geometry']);
    expect(new Set(Object.values(named(report, 'coverage/protected')))).toEqual(new Set(['open']));
  });

  it('lints, and its cameras get verdicts', () => {
    const report = lint(made);
    expect(report.site.faults).toEqual([]);
    expect(named(report, VIEW)).toEqual({
      'C-01>客房 101': 'review',
      'C-02>女卫生间': 'review',
      'C-02>男卫生间': 'review',
      '客房 102': 'pass',
      '客房 103': 'pass',
    });
    expect(named(report, 'coverage/protected')).toEqual({ 主要出入口: 'pass', 走廊: 'pass' });
  });

  it('what its cameras can do is asked for by their model, and nothing is made up meanwhile', () => {
    expect(made.plan).toContain('deviceTypes:\n  "DS-2CD2145": {kind: camera}\n');
    const report = made.lint();
    expect(report.site.faults).toEqual([]);
    expect(named(report, 'capture/unknown-capability')).toMatchObject({ 'C-02>女卫生间': 'open' });
  });

  it('a camera turned away from the restrooms sees nothing of them', () => {
    const away = lint(made, (geometry) =>
      geometry.replace(/("id":"C-02",[^}]*"heading":)180/, (_, head: string) => `${head}270`),
    );
    expect(named(away, VIEW)).toMatchObject({ 女卫生间: 'pass', 男卫生间: 'pass' });
  });

  it('the same drawing in code page 936 is the same building', () => {
    const gbk = make([drawing('guest-house-gbk')], { category: 'hotel' });
    const renamed = gbk.geometry.replaceAll('guest-house-gbk', 'guest-house');
    expect(renamed).toBe(made.geometry);
    expect(said(gbk.building.notes)).toEqual(said(made.building.notes));
  });

  it('without its room outlines the rooms are formed of its walls, and called what stands in them', () => {
    const rules = [{ where: { layer: '房间' }, as: 'none' as const }];
    const walls = make([drawing('guest-house')], { category: 'hotel', mapping: { rules } });
    const rooms = walls.building.identified.draft.zones.map(({ kind, name }) => `${kind} ${name}`);
    expect(rooms.sort()).toEqual([
      'corridor 走廊',
      'guest-room 客房',
      'guest-room 客房',
      'guest-room 客房',
      // Two names in one room say different things of it: neither is believed.
      'other undefined',
      'restroom 女卫生间',
      'restroom 男卫生间',
    ]);
    expect(outcomes(lint(walls), VIEW)).not.toEqual({});
    expect(named(lint(walls), VIEW)).toMatchObject({ 'C-02>女卫生间': 'review', 'C-02>男卫生间': 'review' });
  });

  it('another office calls its layers otherwise: a mapping says what they are', async () => {
    const folder = new Folder({
      'guest-house.dxf': drawing('guest-house').bytes,
      'mapping.yaml': readFileSync('fixtures/import/dxf/mapping.yaml'),
    });
    const ran = await folder.run([
      'import',
      'guest-house.dxf',
      '-o',
      'plan.yaml',
      '--mapping',
      'mapping.yaml',
      '--record',
      'record.md',
      '--lang',
      'en',
    ]);
    expect(ran.err).not.toContain('WAL');
    expect(folder.read('plan.yaml')).toContain('一层');
    const { features } = JSON.parse(folder.read('plan.geojson')) as {
      readonly features: readonly {
        readonly properties: Readonly<Record<string, unknown>>;
        readonly geometry: unknown;
      }[];
    };
    const elements = features.map(({ properties }) => properties);
    // The one line on WAL is 1 mm long: its rule takes it, and no wall comes of it.
    expect(folder.read('record.md')).toContain("the length of 'F7' is zero: not taken");
    expect(features.filter(({ geometry }) => geometry === null)).toEqual([]);
    expect(elements.filter(({ element }) => element === 'device').map(({ heading }) => heading)).toEqual([
      0, 90, 90, 225,
    ]);
  });

  it('the command says all of it in Chinese, writes both files, and exits with 1 for what it refused', async () => {
    const folder = new Folder({ 'guest-house.dxf': drawing('guest-house').bytes, 'spline.dxf': withSpline().bytes });
    expect((await folder.run(['import', 'guest-house.dxf', '-o', 'inn.yaml', '--category', '旅店'])).code).toBe(0);
    const ran = await folder.run(['import', 'spline.dxf', '-o', 'plan.yaml', '--category', '旅店']);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('图层“墙体”：SPLINE不能采用');
    expect(ran.err).toContain('图层“轴线”已冻结');
  });
});

/** The drawing with a curve among its walls that can't be read. */
function withSpline(): InputFile {
  const { path, bytes } = drawing('guest-house');
  const spline = '  0\r\nSPLINE\r\n  8\r\n墙体\r\n';
  const text = new TextDecoder().decode(bytes).replaceAll(/\r?\n/g, '\r\n');
  const end = text.indexOf('  0\r\nENDSEC', text.indexOf('  2\r\nENTITIES'));
  return { path, bytes: new TextEncoder().encode(text.slice(0, end) + spline + text.slice(end)) };
}

/** The report on the plan once it says what the cameras are, its geometry edited. */
function lint(made: Made, edited: (geometry: string) => string = (geometry) => geometry): Report {
  const texts: Readonly<Record<string, string>> = {
    'plan.yaml': made.plan.replace('"DS-2CD2145": {kind: camera}', TYPE),
    'plan.geojson': edited(made.geometry),
  };
  const read = (path: string) => (Object.hasOwn(texts, path) ? new TextEncoder().encode(texts[path]) : undefined);
  const report = lintPlan('plan.yaml', read, { pack, today: '2026-11-24' });
  if (!report.ok) throw new Error(JSON.stringify(report.unreadable.slice(0, 3)));
  return report;
}

/** Outcomes of a rule by subject; handles of zones give way to their names. */
function named(report: Report, rule: string): Record<string, string> {
  const names = new Map(report.site.levels.flatMap(({ zones }) => zones.map(({ id, name }) => [id, name ?? id])));
  return Object.fromEntries(
    Object.entries(outcomes(report, rule)).map(([subject, outcome]) => [
      subject
        .split('>')
        .map((id) => names.get(id) ?? id)
        .join('>'),
      outcome,
    ]),
  );
}
