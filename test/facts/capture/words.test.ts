import { describe, expect, test } from 'vitest';
import { capability, captures, unstatedCapture } from '../../../src/facts/capture/bars.js';
import {
  devicesInOrder,
  devicesOf,
  listenersOf,
  mayCaptureAnything,
  takesPictures,
  takesSound,
  watchersOf,
} from '../../../src/facts/capture/devices.js';
import { categoryNames, itemSubject, items, privateZones } from '../../../src/facts/capture/private-zones.js';
import type { GradedDeviceView } from '../../../src/facts/capture/views.js';
import { fullCitation, levelLabel, levelNames, midSentence, standsIn, standsOn } from '../../../src/facts/labels.js';
import { bothLanguages } from '../../../src/i18n/locale.js';
import type { AudioTrait, Device, Opening, VideoTrait } from '../../../src/plan/model.js';
import {
  andUnsettled,
  area,
  crossed,
  density,
  doubt,
  filmHelps,
  openingNamed,
  reasonFor,
  through,
  whenOpened,
  whyOpen,
} from '../../../src/rules/capture/wording/phrases.js';
import {
  itemsWithoutZones,
  NO_ZONE,
  NO_ZONE_YET,
  pairDependsOn,
  passVerdict,
  relatedPlaces,
  sightLine,
} from '../../../src/rules/capture/wording/statements.js';
import type { Crossing, Reach } from '../../../src/sight/types.js';
import { CAMERA, CORRIDOR, opening, room, seeing, site } from '../../rules/capture/judged.js';
import { siteFrom } from '../../rules/coverage/support.js';

const plan = site('hotel', {
  zones: [
    room('guest-room', '客房101'),
    CORRIDOR,
    'id: bare, kind: store, rect: [20, 0, 4, 4]',
    'id: ward, kind: ward, name: 病房, rect: [30, 0, 4, 4]',
    'id: desk, kind: customer-information-area, name: 填单台, rect: [40, 0, 1, 1]',
  ],
  openings: [opening('door')],
  devices: [
    CAMERA,
    'id: C2, kind: camera, at: [22, 2], audio: microphone',
    'id: C3, kind: camera, at: [99, 99], audio: unknown, status: existing',
    'id: M1, kind: microphone, at: [2, 6]',
    'id: I1, kind: intercom, at: [3, 6], video: none',
    'id: P1, kind: panic-button, at: [4, 6]',
    'id: X1, kind: other, at: [5, 6]',
    'id: R1, kind: camera, at: [6, 6], status: removed',
  ],
});
const context = seeing(plan, () => undefined);
const [level] = plan.levels;
const [door] = level.openings;
const device = (id: string): Device => {
  const found = level.devices.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const target = (id: string) => {
  const found = privateZones(plan).find(({ zone }) => zone.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

function crossing(more: Partial<Crossing> = {}): Crossing {
  return { opening: door, wall: undefined, at: [1.5, 5], standing: true, glazing: false, frosted: false, ...more };
}

function reachOf(more: Partial<Reach> = {}): Reach {
  return {
    device: device('C1'),
    level: 'F1',
    area: 0.5,
    bound: 0,
    depth: 0.5,
    isDeeperThan: (by) => by < 0.5,
    worst: { point: [1.5, 4], distance: 4.8, density: 400 },
    crossings: [],
    via: [],
    standing: true,
    density: 400,
    pieces: [],
    ...more,
  };
}

describe('what a device captures', () => {
  const VIDEO: readonly VideoTrait[] = ['none', 'visible', 'thermal', 'depth', 'unknown'];
  const AUDIO: readonly AudioTrait[] = ['none', 'microphone', 'two-way', 'unknown'];
  const all = VIDEO.flatMap((video) => AUDIO.map((audio) => ({ ...device('X1'), video, audio })));
  const those = (is: (one: Device) => boolean) => all.filter(is).map(({ video, audio }) => `${video}/${audio}`);

  test('is certain of pictures and heat, of sound one way and two', () => {
    expect(those(takesPictures)).toEqual(
      ['visible', 'thermal'].flatMap((one) => AUDIO.map((other) => `${one}/${other}`)),
    );
    expect(those(takesSound)).toEqual(VIDEO.flatMap((one) => [`${one}/microphone`, `${one}/two-way`]));
    const not = ['none/none', 'none/unknown', 'depth/none', 'depth/unknown', 'unknown/none', 'unknown/unknown'];
    expect(those((one) => !captures(plan.pack, one))).toEqual(not);
    expect(those((one) => !mayCaptureAnything(one))).toEqual(['none/none']);
  });

  test('is named as the law names it', () => {
    const named = (video: VideoTrait, audio: AudioTrait) => capability(plan.pack, { ...device('X1'), video, audio });
    for (const video of ['visible', 'thermal'] as const) {
      for (const audio of ['microphone', 'two-way'] as const) {
        expect(bothLanguages(named(video, audio))).toEqual({ zh: '音视频采集', en: 'sound and image capture' });
      }
    }
    for (const audio of ['none', 'unknown'] as const) {
      expect(bothLanguages(named('visible', audio))).toEqual({ zh: '视频采集', en: 'image capture' });
      expect(bothLanguages(named('thermal', audio))).toEqual({
        zh: '视频（热成像）采集',
        en: 'image capture (thermal)',
      });
      expect(bothLanguages(named('depth', audio))).toEqual({ zh: '深度图像采集', en: 'depth capture' });
    }
    for (const video of ['none', 'depth', 'unknown'] as const) {
      expect(bothLanguages(named(video, 'microphone'))).toEqual({ zh: '音频采集', en: 'sound capture' });
    }
  });

  test('and what isn’t said of it', () => {
    expect(bothLanguages(unstatedCapture(plan.pack, true, true))).toEqual({
      zh: '音频或者视频采集',
      en: 'sound or image capture',
    });
    expect(bothLanguages(unstatedCapture(plan.pack, true, false))).toEqual({ zh: '视频采集', en: 'image capture' });
    expect(bothLanguages(unstatedCapture(plan.pack, false, true))).toEqual({ zh: '音频采集', en: 'sound capture' });
  });
});

test('lists of devices keep the plan’s order and leave out what is removed', () => {
  const ids = (devices: readonly Device[]) => devices.map(({ id }) => id).join(' ');
  expect(ids(devicesOf(plan))).toBe('C1 C2 C3 M1 I1 P1 X1');
  expect(ids(watchersOf(plan))).toBe('C1 C2 C3 X1');
  expect(ids(listenersOf(plan))).toBe('C2 M1 I1');
  expect(ids(devicesInOrder(plan, [device('M1'), device('C1'), device('X1'), device('M1')]))).toBe('C1 M1 X1');
});

describe('where it is', () => {
  const two = siteFrom(`sitecam: 1
site: {name: 示例, categories: [hotel], region: "150102"}
coordinates: metres
levels:
  - {id: F1, name: 一层}
  - {id: F2}
`);

  test('is said by the zone, else by the level', () => {
    expect(bothLanguages(standsIn(plan, device('C1')))).toEqual({ zh: '“走廊”', en: "'走廊'" });
    expect(bothLanguages(standsIn(plan, device('C2')))).toEqual({ zh: '“bare”', en: "'bare'" });
    expect(bothLanguages(standsIn(plan, device('C3')))).toEqual({
      zh: '“F1”未划定区域处',
      en: "undrawn space of 'F1'",
    });
  });

  test('names the level where that is another', () => {
    expect(bothLanguages(standsOn(plan, device('C1'), 'F1'))).toEqual({ zh: '“走廊”', en: "'走廊'" });
    expect(bothLanguages(standsOn(plan, device('C1'), 'F2'))).toEqual({ zh: '“走廊”（F1）', en: "'走廊' (F1)" });
  });

  test('levels are named by name, else by id', () => {
    expect([levelLabel(two, 'F1'), levelLabel(two, 'F2'), levelLabel(two, 'F9')]).toEqual(['一层', 'F2', 'F9']);
    expect(levelNames(two, ['F1', 'F2'])).toEqual({ zh: '“一层”、“F2”', en: "'一层', 'F2'" });
  });

  test('names within a sentence begin small in English', () => {
    expect(midSentence({ zh: '客房', en: 'Guest Room' })).toEqual({ zh: '客房', en: 'guest Room' });
  });
});

describe('citations', () => {
  test('name the instrument where it is another one', () => {
    expect(fullCitation(plan.pack, 'nm-2017/9.1')).toEqual({ zh: '第九条第一款', en: 'Art. 9(1)' });
    expect(fullCitation(plan.pack, 'cn-799-2025/8.2').zh).toBe('国务院令第799号第八条第二款');
    expect(fullCitation(plan.pack, 'cn-799-2025/8.2').en).toMatch(/799.* Art\. 8\(2\)$/);
  });

  test('each item of Art. 9(2) once, in order', () => {
    expect(items(plan.pack).map(itemSubject)).toEqual(['9.2(1)', '9.2(2)', '9.2(3)', '9.2(4)', '9.2(5)', '9.2(6)']);
  });

  test('categories by name', () => {
    expect(categoryNames(plan.pack, target('desk').prohibition)).toEqual({
      zh: '银行、保险机构、证券机构',
      en: expect.stringMatching(/^bank, .+ and .+$/),
    });
    expect(categoryNames(plan.pack, { ...target('desk').prohibition, categories: ['bazaar'] }).zh).toBe('bazaar');
  });
});

describe('why it is for the reviewer', () => {
  test('the category of the site, our reading, a use that isn’t known; nothing else', () => {
    expect(whyOpen(context, target('room'))).toBeUndefined();
    expect(whyOpen(context, target('desk'))?.zh).toBe(
      '第九条第二款第（四）项所称场所为银行、保险机构、证券机构，本图所标场所类别不在其列。',
    );
    expect(whyOpen(context, target('ward'))?.en).toMatch(/^The text doesn't name ward; by this tool's reading/);
    const { zone } = target('room');
    const unknown = { ...target('room'), unsettled: true as const, zone: { ...zone, kindUnknown: 'x' } };
    expect(whyOpen(context, unknown)?.zh).toBe(
      '该部位用途未定（来源写作“x”），是否属于第九条第二款第（一）项所列场所或者区域不得而知。',
    );
    expect(whyOpen(context, { ...unknown, zone: { ...zone, kindUnknown: '' } })?.en).toContain(
      'unknown (its source does not say), and so',
    );
  });

  test('depth images before all else', () => {
    const depth: Device = { ...device('C1'), video: 'depth' };
    expect(doubt(context, depth, target('ward'))?.zh).toContain('深度图像');
    expect(doubt(context, { ...depth, audio: 'microphone' }, target('room'))).toBeUndefined();
    expect(doubt(context, device('C1'), target('ward'))?.zh).toContain('病房');
  });

  test('of a view what the device hears is another matter', () => {
    const view = (one: Device, more: Partial<GradedDeviceView['grade']> = {}): GradedDeviceView => ({
      device: one,
      target: target('room'),
      grade: { is: 'graze', reach: reachOf(), ...more } as GradedDeviceView['grade'],
    });
    expect(reasonFor(context, view(device('C1')))).toBeUndefined();
    expect(reasonFor(context, view({ ...device('C1'), video: 'depth', audio: 'microphone' }))?.zh).toContain(
      '深度图像',
    );
  });
});

test('glass that another law orders is a reason only where it orders that', () => {
  const reason = (categories: string, kind: string, glazing: boolean) => {
    const venue = site(categories, {
      zones: [room(kind, '包间8'), CORRIDOR],
      openings: [opening('door')],
      devices: [CAMERA],
    });
    const [into] = privateZones(venue);
    const [one] = venue.levels[0].devices;
    const grade: GradedDeviceView['grade'] = { is: 'graze', reach: reachOf({ crossings: [crossing({ glazing })] }) };
    return (
      reasonFor(
        seeing(venue, () => undefined),
        { device: one, target: into, grade },
      )?.zh ?? ''
    );
  };
  const venue = 'cultural-entertainment-venue';
  expect(reason(venue, 'entertainment-private-room', true)).toContain('要求歌舞娱乐场所的包厢、包间安装');
  expect(reason(venue, 'entertainment-private-room', false)).toBe('');
  expect(reason('hotel', 'entertainment-private-room', true)).toBe('');
  expect(reason(venue, 'restroom', true)).toBe('');
});

describe('what a view leads through', () => {
  const window: Opening = { ...door, id: 'w1', kind: 'window' };
  const named: Opening = { ...door, name: '东门' };

  test.each<[Partial<Opening>, string, string]>([
    [{ kind: 'passage' }, '常设敞口', 'passage'],
    [{ kind: 'door' }, '常开门', 'door, normally open'],
    [{ kind: 'curtain' }, '常开帘', 'curtain, normally open'],
    [{ kind: 'window' }, '窗，未标明永久遮蔽', 'window, not marked as permanently covered'],
    [{ kind: 'window', glazing: 'frosted' }, '磨砂窗', 'frosted window'],
    [{ kind: 'window', glazing: 'frosted', fixed: true }, '固定磨砂窗', 'fixed frosted window'],
    [{ kind: 'window', glazing: 'clear' }, '常设透明窗', 'clear window'],
    [{ kind: 'window', glazing: 'clear', normallyOpen: true }, '常开窗', 'window, normally open'],
    [{ kind: 'glass-door' }, '玻璃门，未标明永久遮蔽', 'glass door, not marked as permanently covered'],
    [{ kind: 'glass-door', glazing: 'clear' }, '常设透明玻璃门', 'clear glass door'],
    [{ kind: 'glass-door', normallyOpen: true }, '常开玻璃门', 'glass door, normally open'],
  ])('%j', (more, zh, en) => {
    const reach = reachOf({ crossings: [crossing({ opening: { ...door, ...more } })] });
    expect(bothLanguages(through(reach))).toEqual({ zh: `经“o1”（${zh}）`, en: ` through 'o1' (${en})` });
  });

  test('what stands first, what must be opened by itself, walls of glass too', () => {
    const reach = reachOf({
      crossings: [
        crossing({ opening: named }),
        crossing({ opening: undefined, wall: 'G1', glazing: true }),
        crossing({ opening: window, standing: false }),
        crossing({ opening: { ...door, kind: 'curtain', id: 'k1' }, standing: false }),
        crossing({ opening: undefined, wall: 'G2', standing: false }),
        crossing({ opening: undefined }),
      ],
    });
    expect(bothLanguages(through(reach))).toEqual({
      zh: '经“东门”（常开门）、透光墙“G1”',
      en: " through '东门' (door, normally open), the glazed wall 'G1'",
    });
    expect(bothLanguages(whenOpened(reach))).toEqual({
      zh: '窗“w1”、帘“k1”开启时，',
      en: "with window 'w1' and curtain 'k1' open, ",
    });
    expect(bothLanguages(crossed(reach))).toEqual({
      zh: '经“东门”、“w1”、“k1”',
      en: " through '东门' and 'w1' and 'k1'",
    });
  });

  test('nothing is said of nothing', () => {
    for (const words of [through, whenOpened, crossed]) expect(words(reachOf())).toEqual({ zh: '', en: '' });
    expect(andUnsettled(0)).toEqual({ zh: '', en: '' });
    expect(bothLanguages(andUnsettled(1))).toEqual({ zh: '，用途未定的区域1处', en: ' and 1 zone of unknown use' });
    expect(bothLanguages(andUnsettled(2))).toEqual({ zh: '，用途未定的区域2处', en: ' and 2 zones of unknown use' });
  });

  test.each<[Opening['kind'], string, string]>([
    ['passage', '敞口', 'passage'],
    ['door', '门', 'door'],
    ['curtain', '帘', 'curtain'],
    ['glass-door', '玻璃门', 'glass door'],
    ['window', '窗', 'window'],
  ])('a %s by its name', (kind, zh, en) => {
    expect(bothLanguages(openingNamed({ ...named, kind }))).toEqual({ zh: `${zh}“东门”`, en: `${en} '东门'` });
  });

  test('film helps with a window of glass, and with nothing else', () => {
    const helps = (...crossings: Crossing[]) =>
      filmHelps(context, {
        device: device('C1'),
        target: target('room'),
        grade: { is: 'graze', reach: reachOf({ crossings }) },
      });
    expect(helps(crossing({ opening: window, glazing: true }))).toBe(true);
    expect(helps(crossing(), crossing({ opening: window, glazing: true }))).toBe(true);
    expect(helps(crossing({ opening: window }))).toBe(false);
    expect(helps(crossing({ glazing: true }))).toBe(false);
    expect(helps(crossing({ opening: undefined, glazing: true }))).toBe(false);
    expect(helps()).toBe(false);
  });
});

describe('figures', () => {
  test('a density is an upper bound, or there is none', () => {
    expect(bothLanguages(density(reachOf({ density: 84.4 })))).toEqual({
      zh: '像素密度84像素/米（按上限计）',
      en: 'at up to 84 px/m',
    });
    expect(density(reachOf({ density: 62.51 }), 62.5).en).toBe('at up to 62.51 px/m');
    for (const none of [undefined, Infinity]) {
      expect(bothLanguages(density(reachOf({ density: none })))).toEqual({
        zh: '像素密度按不受限计（图中未注明分辨率或者视场角）',
        en: 'pixel density taken as unbounded, since the drawing gives no resolution or field of view',
      });
    }
  });

  test('an area never reads as the one from which a view counts', () => {
    expect(bothLanguages(area(context, reachOf({ area: 0.654 })))).toEqual({ zh: '0.65平方米', en: '0.65 m²' });
    expect(area(context, reachOf({ area: 0.0501 })).en).toBe('0.0501 m²');
  });
});

describe('what a verdict rests on', () => {
  test('a sight line, with the device’s level where that is another', () => {
    const { zone } = target('room');
    const reach = reachOf({
      level: 'F2',
      crossings: [crossing(), crossing({ opening: undefined, wall: 'G1' }), crossing({ opening: undefined })],
      via: [[1.5, 5]],
    });
    expect(sightLine(reach)).toEqual({
      level: 'F2',
      from: 'F1',
      sightLine: {
        device: 'C1',
        points: [
          [1.5, 8.8],
          [1.5, 5],
          [1.5, 4],
        ],
        openings: ['o1', 'G1'],
        distance: 4.8,
        density: 400,
        area: 0.5,
        depth: 0.5,
      },
    });
    const unbounded = sightLine(reachOf({ worst: { point: [1, 1], distance: 2, density: undefined } }));
    expect(unbounded).not.toHaveProperty('from');
    expect(unbounded.sightLine).not.toHaveProperty('density');
    expect(relatedPlaces(reach, zone).map(({ caption }) => bothLanguages(caption))).toEqual([
      { zh: '经“o1”', en: "through 'o1'" },
      { zh: '区域“客房101”', en: "zone '客房101'" },
    ]);
  });

  test('the levels of both, each once', () => {
    const zone = { ...target('room').zone, levels: ['F1', 'F2'] };
    expect(pairDependsOn(device('C1'), zone)).toEqual({ levels: ['F1', 'F2'], devices: ['C1'] });
    expect(pairDependsOn({ ...device('C1'), level: 'F3' }, zone).levels).toEqual(['F3', 'F1', 'F2']);
  });

  test('a pass counts grazes where there are any', () => {
    const message = () => ({ id: 'clear', params: {} });
    const pass = (grazes?: number) => passVerdict(target('room'), ['C1'], message, ['nm-2017/9.1'], grazes);
    expect(pass()).not.toHaveProperty('evidence');
    expect(pass(2).evidence).toEqual({ level: 'F1', grazes: 2 });
    expect(pass()).toMatchObject({ outcome: 'pass', subject: 'room', dependsOn: { levels: ['F1'], devices: ['C1'] } });
  });

  test('items nobody drew a place of, less those left out', () => {
    const subjects = (but?: ReadonlySet<string>) =>
      itemsWithoutZones(context, { noZone: NO_ZONE, noZoneYet: NO_ZONE_YET }, but).map(
        ({ subject, outcome }) => `${outcome} ${subject}`,
      );
    expect(subjects()).toEqual(['notApplicable 9.2(2)', 'notApplicable 9.2(3)', 'notApplicable 9.2(5)']);
    expect(subjects(new Set(['nm-2017/9.2(3)']))).toEqual(['notApplicable 9.2(2)', 'notApplicable 9.2(5)']);
  });
});
