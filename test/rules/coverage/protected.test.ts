import { describe, expect, test } from 'vitest';
import type { Category } from '../../../src/law/types.js';
import type { Site } from '../../../src/plan/model.js';
import { rule } from '../../../src/rules/coverage/protected.js';
import { saidBy } from '../capture/judged.js';
import { adviceOf, planOf, siteFrom, textOf, verdict } from './support.js';

const CAMERA =
  '{id: C1, kind: camera, audio: none, at: [0.1, 0.1], height: 2.8, heading: 50, tilt: 25, hfov: 98, resolution: [2560, 1440]}';
const ENTRANCE = 'kind: main-entrance, name: 主要出入口E1';

describe('what a reviewer reads', () => {
  test('a bare place that the item names, in the words settled for it', () => {
    const found = verdict(rule, planOf('hotel', ENTRANCE), 'z1');
    expect(textOf(rule, found)).toBe(
      '图中未见设于或者作用于“主要出入口E1”的技防产品或者技防系统。该部位属于第八条第（八）项所列，按本图施工将不符合第八条第（八）项，应当补设。',
    );
    expect(adviceOf(rule, found)).toContain('补设');
    expect(found.penalties).toEqual(['nm-2017/23']);
    expect(found.clauses).toEqual(['nm-2017/8(8)']);
    expect(textOf(rule, found, 'en')).toContain('It is one of the places that Art. 8(8) lists.');
  });

  test('says so where it is our reading that the item names it', () => {
    expect(textOf(rule, verdict(rule, planOf('museum', 'kind: exhibition-hall'), 'z1'))).toContain(
      '按本工具对该项的理解',
    );
    const corridor = verdict(rule, planOf('hotel', 'kind: corridor'), 'z1');
    expect(corridor).toMatchObject({ outcome: 'fail', basis: 'reading' });
    expect(textOf(rule, corridor)).toContain('该部位属于第八条第（八）项所列（按本工具对该项的理解）');
    expect(textOf(rule, verdict(rule, planOf('bank', 'kind: vault'), 'z1'))).not.toContain('本工具');
  });

  test('speaks of what is installed where all that is drawn exists already', () => {
    const plan = `${planOf('hotel', ENTRANCE)}    devices:
      - {id: C9, kind: camera, audio: none, status: existing, at: [30, 30], height: 2.8, heading: 0, tilt: 20, hfov: 90, resolution: [1920, 1080]}
`;
    const found = verdict(rule, plan, 'z1');
    expect(found.outcome).toBe('fail');
    expect(textOf(rule, found)).toContain('涉嫌不符合第八条第（八）项');
    const planned = verdict(rule, plan.replace('status: existing, ', ''), 'z1');
    expect(textOf(rule, planned)).toContain('按本图施工将不符合第八条第（八）项');
  });

  test('a pass says what it rests on and what was not examined', () => {
    const found = verdict(rule, planOf('hotel, state-organ', ENTRANCE, [CAMERA]), 'z1');
    expect(textOf(rule, found)).toBe(
      '图中标明“主要出入口E1”设有技防产品或者技防系统：“C1”（摄像机）。对照第八条第（八）项，未发现不符合；其是否“符合标准”未作审查。',
    );
    expect(found.clauses).toEqual(['nm-2017/8(8)']);
    expect(found.penalties).toEqual([]);
    expect(found.dependsOn).toEqual({ levels: ['F1'], devices: ['C1'] });
  });

  test('a place of ours to suggest is called that, bare or protected', () => {
    const bare = verdict(rule, planOf('bank', 'kind: control-room'), 'z1');
    expect(bare).toMatchObject({ outcome: 'review', penalties: [], basis: 'reading' });
    expect(textOf(rule, bare)).toContain('本工具建议设防部位，不在第八条第（三）项明列的部位之内');
    const shown = verdict(rule, planOf('bank', 'kind: control-room', [CAMERA]), 'z1');
    expect(textOf(rule, shown)).toContain('对照第八条第（三）项（未明列，本工具建议设防），未发现不符合');
  });

  test('a place that the item may mean is a question, and says by whose reading', () => {
    for (const kind of ['elevator-car', 'stairs', 'corridor, secondary: true']) {
      const found = verdict(rule, planOf('hotel', `kind: ${kind}`), 'z1');
      expect(found).toMatchObject({ outcome: 'review', penalties: [], basis: 'contested' });
      expect(textOf(rule, found)).toContain('按本工具对第八条第（八）项的理解，该部位可以属于其所列');
    }
  });

  test('a gate of a school that has something elsewhere, in the words settled for it', () => {
    const plan = `${planOf('school', 'kind: gate, name: 校门')}    devices:\n      - ${CAMERA.replace('[0.1, 0.1]', '[30, 30]')}\n`;
    expect(textOf(rule, verdict(rule, plan, 'z1'))).toBe(
      '图中未见设于或者作用于“校门”的技防产品或者技防系统。第八条第（十）项所列为学校等“人员较多的场所”，未再列明部位；图中该场所已设有技防产品或者技防系统，场所是否已按要求安装，须由审查人判定。',
    );
    expect(
      textOf(rule, verdict(rule, plan.replace('[school]', '[museum]').replace('gate', 'main-entrance'), 'z1')),
    ).toContain('第八条第（九）项所列为博物馆“等场所”，未再列明部位');
  });

  test('claims of which different things follow are said apart, each by its own clauses', () => {
    const both = verdict(rule, planOf('school, hotel', ENTRANCE), 'z1');
    expect(textOf(rule, both)).toContain('该部位属于第八条第（八）项所列，');
    expect(both.clauses).toEqual(['nm-2017/8(8)']);
  });

  test('a tenant of a residential compound is not asked for, and listed', () => {
    const shop = verdict(rule, planOf('residential-area', 'kind: shop, name: 便利店'), 'z1');
    expect(shop.outcome).toBe('notApplicable');
    expect(textOf(rule, shop)).toContain('“便利店”为商户用房，不属于居民住宅区的公共区域。');
    expect(verdict(rule, planOf('residential-area', 'kind: shop, public: true'), 'z1').outcome).toBe('fail');
  });

  test('a category that the item does not name says so, and stays for the reviewer', () => {
    const found = verdict(rule, planOf('insurance', 'kind: business-hall'), 'z1');
    expect(textOf(rule, found)).toContain('“保险机构”不在第八条第（三）项明列的词语之内');
  });

  test('less than half names the share and whose threshold it is', () => {
    const found = verdict(rule, planOf('hotel', ENTRANCE, [CAMERA]), 'z1', {
      fraction: 0.499999,
      bound: 1e-9,
      uncovered: [],
    });
    expect(found.outcome).toBe('review');
    expect(textOf(rule, found)).toMatch(/占该部位的49\.9999%，未达到50%（本工具判定值，非法定）/);
    expect(found.evidence?.coverage).toMatchObject({ threshold: 0.5, level: 'detect' });
  });

  test.each([
    [0.5 + 1e-7, 1e-9, 'pass'],
    [0.5 + 1e-10, 1e-9, 'review'],
    [0.5 - 1e-10, 1e-9, 'review'],
    [0.5, 1e-9, 'review'],
    [0.5, 0, 'review'],
  ])('a share of %f with a bound of %f: %s', (fraction, bound, outcome) => {
    const found = verdict(rule, planOf('hotel', ENTRANCE, [CAMERA]), 'z1', { fraction, bound, uncovered: [] });
    expect(found.outcome).toBe(outcome);
  });

  test('a device of no stated kind is asked for, not counted', () => {
    const found = verdict(
      rule,
      planOf('hotel', ENTRANCE, ['{id: X1, kind: other, video: none, audio: none, at: [2, 1]}']),
      'z1',
    );
    expect(textOf(rule, found)).toContain('只有类型为“其他”的设备：“X1”（其他设备）');
  });

  test('a place of unknown use has what every category that may name it asks for, whichever comes first', () => {
    const site = siteFrom(
      planOf('school, hotel', 'kind: other, kindUnknown: unspecified', [
        '{id: P1, kind: intrusion-detector, at: [0.1, 0.1], height: 2.2, heading: 45, hfov: 100, range: 8}',
      ]),
    );
    const [school, hotel] = ['school', 'hotel'].map((id) => site.pack.categories.find((one) => one.id === id));
    if (school === undefined || hotel === undefined) throw new Error('no such category');
    const name = { zh: '监控设备', en: 'video' };
    const means = { devices: 'video', name, unexamined: name } as const;
    const said = (...categories: readonly Category[]) =>
      saidBy(rule, { ...site, pack: { ...site.pack, categories: categories as unknown as Site['pack']['categories'] } })
        .map(({ outcome, subject }) => `${outcome} ${subject}`)
        .filter((one) => one.startsWith('open'));
    expect(said(school, hotel)).toEqual([]);
    const wanted = ['open 8/unknown-use'];
    expect(said(school, { ...hotel, means })).toEqual(wanted);
    expect(said({ ...school, means }, hotel)).toEqual(wanted);
    expect(said({ ...school, means }, { ...hotel, means })).toEqual(wanted);
  });

  test('a camera in a private place protects nothing there, and nothing that captures is suggested', () => {
    const desk = 'kind: customer-information-area, important: true';
    const found = verdict(rule, planOf('bank', desk, [CAMERA]), 'z1');
    expect(textOf(rule, found)).toContain('图中未见不采集音视频的防护设备');
    expect(adviceOf(rule, found)).not.toContain('摄像机');
  });
});

test('of the devices that lack figures those alone are named that may cover the place', () => {
  const lacking = (id: string, at: string) =>
    `{id: ${id}, kind: camera, audio: none, at: ${at}, height: 2.8, heading: 50, hfov: 98, resolution: [2560, 1440]}`;
  const plan = `${planOf('hotel', ENTRANCE, [lacking('C1', '[0.1, 0.1]'), lacking('C2', '[40, 0.1]')])}  - id: F2
    ceiling: 3
    elevation: 4
    zones: [{id: up, kind: office, rect: [0, 0, 6, 4]}]
    devices: [${lacking('C3', '[1, 1]')}]
`;
  const found = verdict(rule, plan, 'z1');
  expect(found.outcome).toBe('open');
  expect(found.related.map(({ place }) => place.pointer)).toEqual(['/levels/0/devices/0']);
});
