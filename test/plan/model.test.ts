import { describe, expect, test } from 'vitest';
import { OPENING_KINDS, OPENING_NAMES } from '../../src/plan/kinds.js';
import { deviceOf, HEAD, levelOf, levelSite, pack, siteOf, zoneOf } from './support.js';

describe('zones', () => {
  const site = levelSite(`
zones:
  - {id: room, kind: guest-room, rect: [0, 0, 6, 5]}
  - {id: bath, kind: restroom, rect: [0, 0, 2, 2]}
  - {id: shower, kind: public-bathroom, rect: [0, 0, 1, 1]}
  - {id: loose, kind: store, rect: [5, 0, 1.04, 1]}
  - {id: next, kind: office, rect: [5.97, 1, 4, 4]}
  - {id: yard, kind: yard, rect: [0, 10, 20, 20]}
  - {id: island, kind: other, polygon: [[0, 40], [9, 40], [9, 49], [0, 49]], holes: [[[3, 43], [6, 43], [6, 46], [3, 46]]]}
  - {id: inside, kind: restroom, rect: [3, 43, 3, 3]}
`);

  test('lie in one another at every depth, but for a strip of careless drawing', () => {
    expect(zoneOf(site, 'room').nested.toSorted()).toEqual(['bath', 'loose', 'shower']);
    expect(zoneOf(site, 'bath').nested).toEqual(['shower']);
    expect(zoneOf(site, 'next').nested).toEqual([]);
    expect(site.faults).toEqual([]);
  });

  test('in a hole are not in the zone', () => {
    expect(zoneOf(site, 'island').nested).toEqual([]);
  });

  test('are what their kind is, unless the plan says otherwise', () => {
    expect(zoneOf(site, 'yard').enclosed).toBe(pack.zoneKinds.find(({ id }) => id === 'yard')?.enclosed);
    const said = levelSite(
      'zones: [{id: hall, kind: lobby, public: false, rect: [0, 0, 4, 4]}, {id: l, kind: lobby, public: true, rect: [4, 0, 4, 4]}]',
    );
    expect(zoneOf(said, 'hall')).toMatchObject({ public: false, publicDeclared: true });
    expect(zoneOf(said, 'l')).toMatchObject({ public: true, publicDeclared: false });
  });

  test('of a name that means another kind are marked, until the author says why not', () => {
    const named = levelSite(`
zones:
  - {id: a, kind: store, name: 女卫生间, rect: [0, 0, 2, 2]}
  - {id: b, kind: store, name: 女卫生间, kindConfirmed: {reason: 已改作库房, by: 设计单位}, rect: [2, 0, 2, 2]}
  - {id: c, kind: corridor, name: 卫生间门口走廊, rect: [4, 0, 2, 2]}
  - {id: d, kind: restroom, name: 女卫生间, rect: [6, 0, 2, 2]}
`);
    expect(['a', 'b', 'c', 'd'].map((id) => zoneOf(named, id).namedKind?.id)).toEqual([
      'restroom',
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('that overlap partly are a fault only where both are enclosed, and a doubt of both outlines where by little', () => {
    const overlap = levelSite(`
zones:
  - {id: a, kind: office, rect: [0, 0, 4, 4]}
  - {id: b, kind: office, rect: [3.9, 0, 4, 4]}
  - {id: c, kind: yard, enclosed: false, rect: [7, 0, 4, 4]}
`);
    expect(overlap.faults).toMatchObject([
      { rule: 'plan/overlapping-zones', subject: 'b/a', taints: { levels: [], devices: [] } },
    ]);
    // 0.1 m wide: the upright edges at 3.9 and 4, and 0.1 m of the four that lie on each other.
    expect(overlap.doubts).toMatchObject([{ id: 'b/a', levels: ['F1'] }]);
    const upright = overlap.doubts?.[0]?.where.filter(({ a, b }) => a[0] === b[0]).map(({ a }) => a[0]);
    expect(upright?.toSorted()).toEqual([3.9, 4]);
    const wide = levelSite(`
zones:
  - {id: a, kind: office, rect: [0, 0, 4, 4]}
  - {id: b, kind: office, rect: [3.4, 0, 4, 4]}
`);
    expect(wide.faults).toMatchObject([{ rule: 'plan/overlapping-zones', taints: { levels: ['F1'] } }]);
    expect(wide.doubts).toBeUndefined();
  });

  test('that overlap by little, but by most of the smaller one, leave their level open', () => {
    const overlap = (x: number) =>
      levelSite(`
zones:
  - {id: a, kind: office, rect: [0, 0, 4, 4]}
  - {id: closet, kind: store, rect: [${x}, 0, 0.6, 4]}
`);
    // 0.31 and 0.29 of 0.6 m.
    expect(overlap(3.69).faults).toMatchObject([{ subject: 'closet/a', taints: { levels: ['F1'] } }]);
    expect(overlap(3.69).doubts).toBeUndefined();
    expect(overlap(3.71).faults).toMatchObject([{ subject: 'closet/a', taints: { levels: [] } }]);
    expect(overlap(3.71).doubts).toHaveLength(1);
  });
});

describe('a device on a wall', () => {
  const rooms = `
zones:
  - {id: west, kind: office, rect: [0, 0, 5, 5]}
  - {id: east, kind: restroom, rect: [5, 0, 5, 5]}
  - {id: desk, kind: customer-information-area, enclosed: false, rect: [3, 1, 2, 2]}
devices:
`;
  const at = (keys: string) => {
    const { zones, standsIn } = deviceOf(levelSite(`${rooms}  - {id: C1, ${keys}}`), 'C1');
    return { zones, standsIn };
  };

  test.each([
    ['east of it, looking east', 'kind: camera, at: [5.03, 4], heading: 90', ['east']],
    ['west of it, looking east', 'kind: camera, at: [4.97, 4], heading: 90', ['east']],
    ['on it, looking west', 'kind: camera, at: [5, 4], heading: 260', ['west']],
    ['on it, looking west, at the desk', 'kind: camera, at: [5, 2], heading: 260', ['desk', 'west']],
    ['in a corner', 'kind: camera, at: [4.96, 4.96], heading: 225', ['west']],
    ['behind a corner', 'kind: camera, at: [5.02, 4.98], heading: 225', ['west']],
    ['clear of it, whatever the heading', 'kind: camera, at: [5.06, 4], heading: 270', ['east']],
  ])('%s', (_, keys, zones) => {
    expect(at(keys)).toEqual({ zones, standsIn: zones });
  });

  test('without a heading touches both rooms, and protects neither', () => {
    expect(at('kind: microphone, at: [4.98, 4]')).toEqual({ zones: ['east', 'west'], standsIn: [] });
    expect(at('kind: camera, form: fisheye, at: [4.98, 4]')).toEqual({ zones: ['east', 'west'], standsIn: [] });
    expect(at('kind: camera, form: fisheye, heading: 90, at: [4.98, 4]').standsIn).toEqual([]);
    // On the wall, and aimed into the room before it.
    expect(at('kind: camera, form: fisheye, heading: 90, tilt: 10, at: [4.98, 4]')).toEqual({
      zones: ['east'],
      standsIn: ['east'],
    });
  });

  test('that looks along the wall does not say which side it is on', () => {
    expect(at('kind: camera, at: [4.98, 4], heading: 0')).toEqual({ zones: ['east', 'west'], standsIn: [] });
  });

  test('of a metre is on the side that it looks to, as on any other', () => {
    const boxes = `zones:
  - {id: left, kind: office, rect: [0, 0, 1, 1]}
  - {id: right, kind: restroom, rect: [1, 0, 1, 1]}`;
    const sides = [
      [0.98, 90, ['right']],
      [1.02, 270, ['left']],
    ] as const;
    for (const [x, heading, zones] of sides) {
      const site = levelSite(`${boxes}\ndevices: [{id: C1, kind: camera, at: [${x}, 0.5], heading: ${heading}}]`);
      expect(deviceOf(site, 'C1')).toMatchObject({ zones, standsIn: zones });
    }
  });

  test('5 cm off a wall is on it, to whichever side rounding takes it', () => {
    for (const x of [5.05, 5.0500003, 5.0499997])
      expect(at(`kind: camera, at: [${x}, 4], heading: 270`)).toEqual({ zones: ['west'], standsIn: ['west'] });
  });

  test('on the edge of what no wall closes in looks to the side of its heading; a gate there stands on both', () => {
    for (const x of [3, 3.0000003, 2.9999997]) {
      expect(at(`kind: camera, at: [${x}, 2], heading: 90`).zones).toEqual(['desk', 'west']);
      expect(at(`kind: camera, at: [${x}, 2], heading: 270`).zones).toEqual(['west']);
      expect(at(`kind: metal-detector, at: [${x}, 2]`)).toEqual({
        zones: ['desk', 'west'],
        standsIn: ['desk', 'west'],
      });
    }
  });

  test('away from walls is in all that holds it, innermost first', () => {
    expect(at('kind: microphone, at: [4, 2]')).toEqual({ zones: ['desk', 'west'], standsIn: ['desk', 'west'] });
  });
});

describe('devices', () => {
  const one = (keys: string, head = HEAD, tail = '') =>
    deviceOf(levelSite(`devices: [{id: C1, at: [1, 1], ${keys}}]`, head, tail), 'C1');

  test('can capture what their kind can, unless the plan says otherwise', () => {
    const traits = (keys: string) => {
      const { video, audio } = one(keys);
      return `${video}/${audio}`;
    };
    expect(traits('kind: camera')).toBe('visible/unknown');
    expect(traits('kind: microphone')).toBe('none/microphone');
    expect(traits('kind: intercom')).toBe('unknown/two-way');
    expect(traits('kind: face-terminal')).toBe('visible/unknown');
    expect(traits('kind: other')).toBe('unknown/unknown');
    expect(traits('kind: intrusion-detector')).toBe('none/none');
    expect(traits('kind: intrusion-detector, video: visible')).toBe('visible/none');
    expect(traits('kind: camera, audio: none')).toBe('visible/none');
  });

  test('have what their type has, and their own keys win, those within keys one by one', () => {
    const types =
      'deviceTypes:\n  t: {kind: camera, hfov: 98, audio: none, tolerance: {heading: 1, tilt: 2}, status: existing}\n';
    const device = one('type: t, hfov: 60, tolerance: {position: 0.1}', HEAD, types);
    expect(device).toMatchObject({ kind: 'camera', audio: 'none', status: 'existing', type: 't' });
    expect(device.lenses[0].hfov).toBe(60);
    expect(device.tolerance).toEqual({ heading: 1, tilt: 2, position: 0.1 });
  });

  test('that move keep the zones of their area that exist', () => {
    const lines = (keys: string) =>
      `zones:\n  - {id: hall, kind: lobby, rect: [0, 0, 8, 6]}\ndevices:\n  - {id: d, kind: camera, at: [1, 1], ${keys}}`;
    const site = levelSite(lines('mobile: {form: drone, area: [hall, yard]}'));
    expect(deviceOf(site, 'd').mobile).toEqual({ form: 'drone', area: ['hall'], rules: undefined });
    expect(site.faults).toMatchObject([
      { rule: 'plan/unknown-reference', subject: 'd/area/yard', taints: { devices: ['d'] } },
    ]);
  });

  test('without a lens or a sector have none', () => {
    expect(one('kind: microphone').lenses).toEqual([]);
    expect(one('kind: door-contact').lenses).toEqual([]);
    expect(one('kind: intrusion-detector, hfov: 90').lenses).toHaveLength(1);
    expect(one('kind: intercom').lenses).toHaveLength(1);
  });

  test('see as wide as focal length and sensor make it', () => {
    // A 1/2.8" sensor, 5.37 mm wide, behind 4 mm: 2·atan(5.37/8) = 67.74°.
    expect(one('kind: camera, focalLength: 4, sensor: [5.37, 3.02]').lenses[0].hfov).toBeCloseTo(67.74, 2);
    expect(one('kind: camera, focalLength: 4').lenses[0].hfov).toBeUndefined();
    expect(one('kind: camera, hfov: 80, focalLength: 4, sensor: [5.37, 3.02]').lenses[0].hfov).toBe(80);
  });

  test('with several sensors have a lens for each, with the device’s keys where a sensor has none', () => {
    const { lenses } = one(
      'kind: camera, form: multi-sensor, hfov: 90, tilt: 30, sensors: [{heading: 0}, {heading: 90, tilt: 10}]',
    );
    expect(lenses.map(({ heading, tilt, hfov, form }) => [heading, tilt, hfov, form])).toEqual([
      [0, 30, 90, 'fixed'],
      [90, 10, 90, 'fixed'],
    ]);
  });

  test('on a PTZ look where the home preset says, and move as far as software lets them unless limits are hard', () => {
    const { lenses } = one('kind: camera, ptz: {pan: [300, 60], home: {heading: 10, tilt: 5, hfov: 50}}');
    expect(lenses[0]).toMatchObject({ form: 'ptz', heading: 10, tilt: 5, hfov: 50 });
    expect(lenses[0].ptz).toMatchObject({ pan: [300, 420], tilt: undefined, limits: 'software' });
    const own = one('kind: camera, form: ptz, heading: 20, tilt: 5, hfov: 60').lenses[0];
    expect(own.ptz?.home).toEqual({ heading: 20, tilt: 5, hfov: 60 });
  });

  test('on a PTZ whose limits pass north may rest north', () => {
    const site = levelSite(
      'devices: [{id: C1, kind: camera, at: [1, 1], ptz: {pan: [300, 60], home: {heading: 10, tilt: 5, hfov: 50}}}]',
    );
    expect(site.faults).toEqual([]);
  });

  test('of a plan turned by its north keep their bearings on the ground', () => {
    const turned = `${HEAD}north: 30\n`;
    expect(one('kind: camera, heading: 350', turned).lenses[0].heading).toBe(20);
    const { ptz, heading } = one('kind: camera, ptz: {pan: [350, 80], home: {heading: 0, tilt: 5, hfov: 50}}', turned)
      .lenses[0];
    expect(ptz?.pan).toEqual([20, 110]);
    expect(heading).toBe(30);
    expect(ptz?.home?.heading).toBe(30);
    expect(one('kind: camera, form: ptz, heading: 350, tilt: 5, hfov: 60', turned).lenses[0].heading).toBe(20);
  });

  test('have masks where the plan draws them', () => {
    const { masks } = one('kind: camera, masks: [{polygon: [[0, 0], [1, 0], [1, 1], [0, 0]], permanent: true}]');
    expect(masks).toEqual([
      {
        polygon: [
          [0, 0],
          [1, 0],
          [1, 1],
        ],
        permanent: true,
        dynamic: false,
        hiddenAboveZoom: false,
      },
    ]);
  });
});

describe('what faults leave open', () => {
  test('a device: itself', () => {
    const site = levelSite('devices: [{id: C1, kind: camera, at: [1, 1], hfov: 200}]');
    expect(site.faults).toMatchObject([{ subject: 'C1/hfov', taints: { levels: [], devices: ['C1'] } }]);
  });

  test('a zone that spans levels: all of them', () => {
    const site = siteOf({
      'p.yaml': `${HEAD}levels:\n  - id: F1\n    zones: [{id: s, kind: stair, levels: [F2], rect: [0, 0, 2, 2]}]\n  - id: F2\n`,
    });
    expect(site.faults).toMatchObject([{ rule: 'plan/unknown-kind', taints: { levels: ['F1', 'F2'] } }]);
  });

  test('a category: the site', () => {
    const site = siteOf({ 'p.yaml': 'sitecam: 1\nsite: {name: x, categories: [hotels]}\nlevels: [{id: F1}]\n' });
    expect(site.faults).toMatchObject([{ rule: 'plan/unknown-category', taints: { site: true } }]);
  });

  test('an id used twice: what refers to it, and the later element is not judged', () => {
    const site = siteOf({
      'p.yaml': `${HEAD}levels:\n  - id: F1\n    devices: [{id: C1, kind: camera, at: [1, 1]}]\n  - id: F2\n    devices: [{id: C1, kind: microphone, at: [2, 2]}]\n`,
    });
    expect(site.faults).toMatchObject([
      { rule: 'plan/duplicate-id', taints: { levels: [], devices: ['C1'], elements: ['C1'] } },
    ]);
    expect(deviceOf(site, 'C1').kind).toBe('camera');
    expect(site.levels[1].devices).toEqual([]);
  });

  test('names of the language itself are only names', () => {
    const site = levelSite(`
zones: [{id: constructor, kind: toString, roles: [__proto__], rect: [0, 0, 2, 2]}]
devices: [{id: __proto__, kind: hasOwnProperty, type: valueOf, at: [1, 1]}]
`);
    expect(site.faults.map(({ rule }) => rule).toSorted()).toEqual([
      'plan/unknown-kind',
      'plan/unknown-kind',
      'plan/unknown-role',
      'plan/unknown-type',
    ]);
    expect(deviceOf(site, '__proto__').zones).toEqual(['constructor']);
  });
});

describe('a kind written as a Chinese word', () => {
  const kinds = (zone: string, opening = 'door', device = 'camera') =>
    levelSite(
      `zones: [{id: z, kind: ${zone}, rect: [0, 0, 4, 4]}]
openings: [{id: d, kind: ${opening}, line: [[0, 1], [0, 2]]}]
devices: [{id: C1, kind: ${device}, at: [2, 2]}, {id: C2, type: t, at: [2, 2]}]`,
      HEAD,
      `deviceTypes: {t: {kind: ${device}}}\n`,
    );

  test.each(OPENING_KINDS)('the name that reports give %s is read as that kind', (kind) => {
    expect(levelOf(kinds('厕所', OPENING_NAMES[kind].zh, '读卡器')).openings[0].kind).toBe(kind);
  });

  test('that means exactly one kind is that kind', () => {
    const site = kinds('厕所', '玻璃门', '读卡器');
    expect(site.faults).toEqual([]);
    expect(zoneOf(site, 'z')).toMatchObject({ kind: 'restroom', spec: { id: 'restroom' }, enclosed: true });
    expect(levelOf(site).openings[0].kind).toBe('glass-door');
    expect([deviceOf(site, 'C1').kind, deviceOf(site, 'C2').kind]).toEqual(['access-reader', 'access-reader']);
  });

  test.each(['男卫生', '浴室', 'toilet', '不知道'])('%s is a fault', (word) => {
    expect(kinds(word).faults.map(({ rule, subject }) => `${rule} ${subject}`)).toEqual(['plan/unknown-kind z']);
  });

  test('the message names the nearest with their names, and the command that lists all', () => {
    const [fault] = kinds('浴室').faults;
    expect(fault.message.zh).toBe(
      '区域“z”的类型“浴室”不在类型表中；相近的有“public-bathroom”（公共浴室）、“restroom”（卫生间），全部类型用 sitecam words 列出。',
    );
    expect(kinds('不知道').faults[0].message.en).toContain('not in the vocabulary; sitecam words lists all.');
    expect(kinds('lobby', '推拉门', '摄像仪').faults.map(({ message }) => message.zh)).toEqual([
      expect.stringContaining('全部类型用 sitecam words 列出'),
      expect.stringContaining('相近的有“camera”（摄像机）'),
      expect.stringContaining('相近的有“camera”（摄像机）'),
    ]);
  });
});

test('statements, waivers and designation are on record with their places', () => {
  const site = siteOf({
    'p.yaml': `sitecam: 1
site:
  name: 测试
  categories: [key-unit]
  designation: {document: 呼公〔2024〕1号, by: 市人民政府, date: 2024-05-01}
  keepsImportantItems: true
  absent: [{role: vault, reason: 无此部位, by: 设计单位}]
levels: [{id: F1}]
waivers:
  - {rule: coverage/criterion, subject: a, reason: r, by: b, until: soon}
`,
  });
  expect(site.faults).toEqual([]);
  expect(site.absent[0]).toMatchObject({ role: 'vault', place: { pointer: '/site/absent/0' } });
  expect(site.designation?.by).toBe('市人民政府');
  expect(site.keepsImportantItems).toBe(true);
  expect(site.waivers[0]).toMatchObject({ until: 'soon', document: undefined, place: { pointer: '/waivers/0' } });
});
