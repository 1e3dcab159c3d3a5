// Hovers: what is said of the word at the cursor.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hoverAt, type OpenPlan, positionAt } from '../../src/editor/index.js';
import type { Locale } from '../../src/i18n/locale.js';
import { loadPack } from '../../src/law/load.js';
import { lintPlan } from '../../src/lint/lint.js';
import type { Report } from '../../src/lint/types.js';
import { fileOf } from '../source/documents.js';
import { textIn } from './open.js';

const HOTEL = 'fixtures/sites/qingcheng-hotel/violations.yaml';
const TODAY = '2026-03-01';

const pack = loadPack('nm-2017');

function judgedOf(path: string, text: string): Report {
  const result = lintPlan(path, () => new TextEncoder().encode(text), { pack, today: TODAY });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  return result;
}

const hotel = readFileSync(HOTEL, 'utf8');
const judgedHotel = judgedOf(HOTEL, hotel);

/** What is said where `at` has a mark `|`, and of which word. */
function hover(
  at: string,
  {
    text = hotel,
    path = HOTEL,
    judged,
    locale = 'zh-CN',
  }: { text?: string; path?: string; judged?: Report; locale?: Locale } = {},
): { readonly says: string; readonly of: string } | undefined {
  const file = fileOf(path, text);
  const start = text.indexOf(at.replace('|', ''));
  if (start < 0) throw new Error(`no '${at}' in the text`);
  const plan: OpenPlan = { files: [file], options: { pack, today: TODAY } };
  const found = hoverAt(
    plan,
    path,
    positionAt(file, start + at.indexOf('|')),
    { report: judged, isUnjudged: false },
    locale,
  );
  if (found === undefined) return undefined;
  const { contents, range } = found;
  if (range === undefined || typeof contents !== 'object' || !('value' in contents)) throw new Error('no markdown');
  return { says: contents.value, of: textIn(file, range) };
}

describe('a hover without a report', () => {
  test.each([
    ['on a heading', 'heading: 18|0, tilt: 35}', '180', ['**180°：朝南**', '`C3-03`  **摄像机 · 三层电梯厅**']],
    ['on a key', 'thick|ness: 0.05', 'thickness', ['`thickness`  洞口深度，米']],
    ['on another value', 'rect: [1|1, 0, 8', '11', ['`rect`  矩形']],
    [
      'on a kind',
      'id: r301, kind: gue|st-room',
      'guest-room',
      ['**客房**', '默认有墙', '第九条第二款第（一）项', '宾馆房间'],
    ],
    ['on a category', '[ho|tel]', 'hotel', ['**旅店**', '第八条第（八）项']],
    ['on a rule', 'coverage/pro|tected', 'coverage/protected', ['**应当设防的部位已经设防**', '不接受例外说明']],
    ['on a value of a few', 'glazing: fro|sted', 'frosted', ['`frosted`  **磨砂**', '`glazing`  ']],
    ['on a device type', 'type: dome-4m|p, at: [7.4', 'dome-4mp', ['**摄像机**', 'hfov: 98', '15处使用']],
    ['on a device whose type says its kind', 'id: X|1', 'X1', ['`X1`  **摄像机**']],
    ['on a subject', 'subject: entr|ance-east', 'entrance-east', ['**主要出入口 · 停车场入口门斗**']],
    ['on an opening that is referred to', 'opening: d-con|trol', 'd-control', ['**门 · 控制室门**']],
  ])('%s', (_, at, of, parts) => {
    const found = hover(at, { text: hotel.replace('{id: C3-05, name: 三层东楼梯间, kind: camera, ', '{id: X1, ') });
    expect(found?.of).toBe(of);
    for (const part of parts) expect(found?.says).toContain(part);
  });

  test('says nothing where there is nothing to say', () => {
    expect(hover('# 平面|坐标')).toBeUndefined();
  });

  test('speaks English, too', () => {
    expect(hover('glazing: fro|sted', { locale: 'en' })?.says).toMatch(
      /^`frosted` {2}\*\*frosted\*\*\n\n`glazing` {2}/,
    );
  });

  test('says nothing of what a kind is in a text that has none', () => {
    expect(hover('kind: wa|rp', { text: 'levels:\n  - zones:\n      - {id: a, kind: warp}\n' })?.says).not.toContain(
      '**',
    );
  });

  test('understands Chinese kinds, and text that is broken elsewhere', () => {
    const text = 'levels:\n  - zones:\n      - {id: a, kind: 卫生间, name: 甲}\nproject: {phase: [\n';
    expect(hover('卫生|间', { text })?.says).toContain('第九条第二款第（三）项');
  });
});

describe('a hover with a report', () => {
  const judged = judgedHotel;

  test('says of a camera how far it sees at each density, and what: private rooms first, through which doors', () => {
    const says = hover('id: C3-|03', { judged })?.says ?? '';
    const [title, lens, head, , ...rows] = says.split('\n').filter((line) => line !== '');
    expect(title).toBe('`C3-03`  **摄像机 · 三层电梯厅**');
    expect(lens).toBe('定焦，朝向180°南，俯角35°，视场角98°，2560×1440');
    expect(head).toBe('| 像素/米 | 必能看见 | 最多看见 |');
    expect(rows[0]).toMatch(/^\| ≥\d+ \| 至[\d.]+米，[\d.]+平方米 \| 至[\d.]+米，[\d.]+平方米 \|$/);
    expect(says).toContain('非法定');
    const zones = rows.filter((row) => row.startsWith('- '));
    expect(zones[0]).toMatch(
      /^- 302 r302：最多9\.6平方米，经敞口 p-elevator-3、门 d302，至多\d+像素\/米，禁止或者限制采集：.*第九条第二款第（一）项/,
    );
    expect(zones.find((row) => row.includes('elevator-lobby-3'))).toMatch(
      /必见[\d.]+、最多[\d.]+平方米，应当设防：.*第八条第（八）项/,
    );
    expect(says.split('\n').filter((line) => line !== '').length).toBeLessThanOrEqual(15);
  });

  test('quotes the clauses on a zone, by the kind that its name means', () => {
    expect(hover('id: wc-f|', { judged })?.says).toMatch(
      /13\.00平方米[\s\S]*禁止或者限制采集：.*第九条第二款第（三）项.*“哺乳室、公共浴室、更衣室、化妆间、卫生间”/,
    );
    expect(hover('id: entrance-ea|st', { judged })?.says).toMatch(/应当设防：.*第八条第（八）项.*主要出入口/);
  });

  test('says which rooms a door joins, and when one sees through it', () => {
    const says = hover('id: d30|2', { judged })?.says;
    expect(says).toContain('连通：三层走廊 corridor-3 — 302 r302');
    expect(says).toContain('最大可视范围（判采集）：可以透视；最小可视范围（判覆盖）：不能透视');
    expect(hover('id: w-south-in|-l', { judged })?.says).toContain('最小可视范围（判覆盖）：可以透视');
    expect(hover('id: w201|', { judged })?.says).toContain('未画区域的一侧');
  });

  test('marks what rests on an older text, and says nothing of what that lacks', () => {
    const text = hotel.replace('heading: 180, tilt: 35}', 'heading: 170, tilt: 35}');
    expect(hover('id: C3-|03', { judged })?.says).not.toContain('按改动前的图纸');
    expect(hover('id: C3-|03', { judged, text })?.says).toContain('按改动前的图纸');
    const renamed = hotel.replace('id: C3-03', 'id: C3-99');
    expect(hover('id: C3-|99', { judged, text: renamed })?.says).toBe('`C3-99`  **摄像机 · 三层电梯厅**');
  });

  test('has no way for a name to break out of its text', () => {
    const text = hotel.replace('name: 三层电梯厅, kind: camera', 'name: "[x](http://a)<b>`|", kind: camera');
    expect(hover('id: C3-|03', { judged, text })?.says).not.toMatch(/[^\\]\]\(|<b>/);
  });
});

test('in GeoJSON it says the same', () => {
  const path = 'fixtures/sites/residential-compound/violations.geojson';
  const text = readFileSync(path, 'utf8');
  const judged = judgedOf(path, text);
  const [device] = judged.site.levels.flatMap(({ devices }) => devices).filter(({ kind }) => kind === 'camera');
  const says = hover(`"id":"${device?.id.replace(/.$/, '|$&') ?? ''}"`, {
    path,
    text: JSON.stringify(JSON.parse(text)),
    judged: judgedOf(path, JSON.stringify(JSON.parse(text))),
  })?.says;
  expect(says).toContain('| 像素/米 | 必能看见 | 最多看见 |');
});
