import { describe, expect, test } from 'vitest';
import { renderMessage } from '../../../src/i18n/message.js';
import { rule } from '../../../src/rules/capture/cross-level.js';
import { rule as criterion } from '../../../src/rules/coverage/criterion.js';
import { siteFrom } from '../coverage/support.js';
import { saidBy } from './judged.js';

type Said = ReturnType<typeof saidBy>[number];
const told = ({ message }: Said) => [
  renderMessage(rule.messages, message, 'zh-CN'),
  renderMessage(rule.messages, message, 'en'),
];

function levels(...all: readonly (readonly string[])[]): string {
  const lists = all.map(([head, ...lines]) => `  - ${head}\n${lines.map((line) => `    ${line}\n`).join('')}`);
  return `sitecam: 1\nsite: {name: 示例, categories: [hotel], region: "150102"}\ncoordinates: metres\nlevels:\n${lists.join('')}`;
}

const list = (name: string, ...items: readonly string[]) => `${name}: [${items.map((item) => `{${item}}`).join(', ')}]`;

describe('a device that hears, in a zone that spans levels', () => {
  const ATRIUM = 'id: atrium, kind: lobby, name: 中庭, levels: [F2], rect: [0, 0, 10, 10]';
  const plan = (device: string, here: readonly string[], there: readonly string[]) =>
    siteFrom(
      levels(
        ['{id: F1, elevation: 0, ceiling: 3,', list('zones', ATRIUM, ...here), `, ${list('devices', device)}}`],
        ['{id: F2, elevation: 3, ceiling: 3,', `${list('zones', ...there)}}`],
      ),
    );
  const MICROPHONE = 'id: M1, kind: microphone, at: [9, 5], height: 1, pickup: 3';
  const room = (id: string, x: number) => `id: ${id}, kind: restroom, rect: [${x}, 4, 2, 2]`;
  const found = (device: string, here: readonly string[], there: readonly string[]) =>
    saidBy(rule, plan(device, here, there)).filter(({ subject }) => subject !== 'site');

  test('is told with how many are near, and how near the nearest is', () => {
    const [one, ...others] = found(MICROPHONE, [], [room('w1', 11), room('w2', 14), room('w3', 30)]);
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      subject: 'M1>atrium',
      outcome: 'review',
      clauses: ['nm-2017/9.1', 'nm-2017/9.2'],
      decides: ['nm-2017/9.1'],
    });
    expect(one && told(one)).toEqual([
      '设备“M1”设于跨越多个楼层的“中庭”内，具有或者可能具有音频采集功能。本工具未计算跨楼层的拾音范围；“F2”标明有涉及个人隐私的场所和区域1处，与其直线距离最近2.8米，不超过拾音距离3米，须结合剖面图核对。',
      "Device 'M1' stands in '中庭', which spans several levels, and has or may have sound capture. This tool does not compute sound between levels; places that involve personal privacy are marked on 'F2' (1), the nearest 2.8 m away in a straight line, within the pickup of 3 m: check it with a section of the building.",
    ]);
    expect(one?.related.map(({ caption }) => caption.en)).toEqual(["zone '中庭'", "zone 'w1'"]);
    expect(one?.dependsOn.devices).toEqual(['M1']);
  });

  test('at just its pickup still, beyond it not', () => {
    const at = (pickup: number) =>
      found(MICROPHONE.replace('pickup: 3', `pickup: ${pickup}`), [], [room('w1', 11)]).length;
    // 2 m up and 2 m across.
    expect([2.82, 2.83].map(at)).toEqual([0, 1]);
    const straight = (pickup: number) =>
      found(MICROPHONE.replace('pickup: 3', `pickup: ${pickup}`), [], ['id: w1, kind: restroom, rect: [8, 4, 2, 2]'])
        .length;
    expect([1.99, 2].map(straight)).toEqual([0, 1]);
  });

  test('of what is on its own level too nothing is said here, nor of what is on another that the zone doesn’t span', () => {
    expect(found(MICROPHONE, [], [])).toEqual([]);
    expect(found(MICROPHONE, ['id: shaft, kind: restroom, levels: [F2], rect: [11, 4, 2, 2]'], [])).toEqual([]);
    const both = found(
      MICROPHONE,
      ['id: shaft, kind: restroom, levels: [F2], rect: [10.5, 4, 1, 1]'],
      [room('w1', 11)],
    );
    expect(both.map(({ message }) => message.params.count)).toEqual(['1']);
    const third = siteFrom(
      levels(
        ['{id: F1, elevation: 0, ceiling: 3,', list('zones', ATRIUM), `, ${list('devices', MICROPHONE)}}`],
        ['{id: F2, elevation: 3, ceiling: 3, zones: []}'],
        ['{id: F3, elevation: 3.5, ceiling: 3,', `${list('zones', room('w1', 8))}}`],
      ),
    );
    expect(saidBy(rule, third).filter(({ outcome }) => outcome === 'review')).toEqual([]);
  });

  test('nothing of what hears nothing; what may hear as of what does', () => {
    const camera = (audio: string) => `id: C1, kind: camera, at: [9, 5], height: 1, video: none, pickup: 3${audio}`;
    expect(found(camera(', audio: none'), [], [room('w1', 11)])).toEqual([]);
    expect(found(camera(', audio: unknown'), [], [room('w1', 11)])).toHaveLength(1);
    expect(found(camera(''), [], [room('w1', 11)])).toHaveLength(1);
  });

  test('zones of unknown use are counted by themselves', () => {
    const unknown = (id: string, x: number) => `id: ${id}, kind: other, kindUnknown: 间, rect: [${x}, 4, 1, 2]`;
    const texts = [1, 2].map((count) => {
      const [one] = found(MICROPHONE, [], [room('w1', 11), ...[unknown('u1', 10.1), unknown('u2', 8)].slice(0, count)]);
      return one && told(one);
    });
    expect(texts[0]?.[0]).toContain('涉及个人隐私的场所和区域1处，用途未定的区域1处，与其直线距离最近2.3米');
    expect(texts[1]?.[0]).toContain('涉及个人隐私的场所和区域1处，用途未定的区域2处，与其直线距离最近2.0米');
    expect(texts[1]?.[1]).toMatch(/ are marked on 'F2' \(1 and 2 zones of unknown use\), the nearest 2\.0 m/);
  });
});

describe('a microphone outdoors', () => {
  const plan = (at: string, openings: readonly string[], pickup = 4) =>
    siteFrom(
      levels(
        [
          '{id: F1, elevation: 0, ceiling: 3,',
          list('zones', 'id: yard, kind: yard, name: 院落, rect: [0, -20, 30, 20]'),
          `, ${list('devices', `id: M1, kind: microphone, at: ${at}, height: 3, pickup: ${pickup}`)}}`,
        ],
        [
          '{id: F2, elevation: 3, ceiling: 3,',
          list('zones', 'id: room, kind: guest-room, rect: [0, 0, 8, 5]'),
          `, ${list('openings', ...openings)}}`,
        ],
      ),
    );
  const near = (at: string, openings: readonly string[], pickup?: number) =>
    saidBy(rule, plan(at, openings, pickup)).filter(({ subject }) => subject === 'M1>room');
  const [LEFT, RIGHT] = [
    'id: left, kind: window, line: [[1, 0], [2, 0]], sill: 1',
    'id: right, kind: window, line: [[6, 0], [7, 0]], sill: 1',
  ];

  test('is told with the nearest window', () => {
    const [one] = near('[6.5, -1]', [LEFT, RIGHT]);
    expect(one).toMatchObject({ outcome: 'review', penalties: [] });
    expect(one && told(one)).toEqual([
      '设备“M1”设于室外（“院落”），具有音频采集功能，距“F2”“room”（客房）的窗“right”1.0米，不超过拾音距离4米。本工具未计算跨楼层的拾音范围，须结合立面图核对。',
      expect.stringContaining("1.0 m from window 'right' of 'room' (guest room) on 'F2', within the pickup of 4 m."),
    ]);
    expect(near('[1.5, -1]', [LEFT, RIGHT])[0]?.message.params.opening).toMatchObject({
      zh: expect.stringContaining('left'),
    });
    expect(one?.related[0]?.caption.zh).toContain('right');
  });

  test('at just its pickup still, beyond it not, and not without a window', () => {
    const at = (pickup: number) => near('[1.5, -3]', [LEFT], pickup).length;
    expect([2.99, 3].map(at)).toEqual([0, 1]);
    expect(near('[1.5, -1]', [])).toEqual([]);
    expect(near('[1.5, -1]', [LEFT.replace('[[1, 0], [2, 0]]', '[[1, 5], [2, 5]]')], 4)).toEqual([]);
  });
});

describe('levels of one elevation', () => {
  const level = (id: string, elevation: number, zone: string, device: boolean) => [
    `{id: ${id}, name: ${id}层, elevation: ${elevation}, ceiling: 3,`,
    list('zones', `id: z${id}, ${zone}`),
    ...(device
      ? [
          `, ${list('devices', `id: C${id}, kind: camera, at: [1, 1], height: 2.8, heading: 45, tilt: 20, hfov: 90, resolution: [1920, 1080], audio: none`)}`,
        ]
      : []),
    '}',
  ];
  const LOBBY = 'kind: lobby, rect: [0, 0, 9, 9]';
  const ROOM = 'kind: guest-room, rect: [0, 0, 9, 9]';
  const found = (...all: readonly (readonly string[])[]) =>
    saidBy(rule, siteFrom(levels(...all))).filter(({ outcome }) => outcome === 'open');

  test('that lie over each other are told together', () => {
    const [two, ...none] = found(level('A', 0, LOBBY, true), level('B', 0, ROOM, false));
    expect(none).toEqual([]);
    expect(two && told(two)).toEqual([
      '图中“A层”、“B层”的标高同为0米而平面重叠，其间的可视范围不得而知；上述楼层标明有涉及个人隐私的场所和区域1处。',
      "In the drawing 'A层', 'B层' have the same elevation, 0 m, and lie over each other in plan, so views between them are unknown; places that involve personal privacy are marked on them (1).",
    ]);
    expect(two).toMatchObject({ subject: 'A', dependsOn: { levels: ['A', 'B'], devices: ['CA'] } });
    expect(two?.related.map(({ caption }) => caption.zh)).toEqual(['“B层”']);
    const [three] = found(level('A', 0, LOBBY, true), level('B', 0, ROOM, true), level('C', 0, ROOM, false));
    expect(three?.message.params).toMatchObject({ count: '2', elevation: '0' });
    expect(three?.dependsOn.levels).toEqual(['A', 'B', 'C']);
  });

  test('but not those that nobody sees from, that have nothing private, or that differ', () => {
    expect(found(level('A', 0, LOBBY, false), level('B', 0, ROOM, false))).toEqual([]);
    expect(found(level('A', 0, LOBBY, true), level('B', 0, LOBBY, false))).toEqual([]);
    expect(found(level('A', 0, LOBBY, true), level('B', 0.5, ROOM, false))).toEqual([]);
    // Of what can't be told nothing more is said of any pair.
    const all = saidBy(rule, siteFrom(levels(level('A', 0, LOBBY, true), level('B', 0, ROOM, false))));
    expect(all.map(({ subject, outcome }) => `${outcome} ${subject}`)).toEqual(['open A']);
    expect(found(level('A', 0, LOBBY, false), level('B', 0, ROOM, true))).toEqual([]);
  });

  test('two pairs apart are two', () => {
    const pairs = found(
      level('A', 0, LOBBY, true),
      level('B', 0, ROOM, false),
      level('C', 4, LOBBY, true),
      level('D', 4, ROOM, false),
    );
    expect(pairs.map(({ subject, message }) => [subject, message.params.elevation])).toEqual([
      ['A', '0'],
      ['C', '4'],
    ]);
  });
});

test('a profile without criteria asks nothing, and that is said', () => {
  const site = siteFrom(levels(['{id: F1,', `${list('zones', 'id: z, kind: store, rect: [0, 0, 4, 4]')}}`]));
  const ids = [site, { ...site, pack: { ...site.pack, criteria: [] } }].map(
    (one) => saidBy(criterion, one)[0]?.message.id,
  );
  expect(ids).toEqual(['noZone', 'noCriteria']);
});
