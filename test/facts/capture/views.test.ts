import { describe, expect, test } from 'vitest';
import { exclusiveRegion, possiblePrivateZones } from '../../../src/facts/capture/private-zones.js';
import { standingViews } from '../../../src/facts/capture/room-watchers.js';
import { renderMessage } from '../../../src/i18n/message.js';
import type { Pack } from '../../../src/law/types.js';
import type { Device, Site } from '../../../src/plan/model.js';
import { rule } from '../../../src/rules/capture/view-into-private-zone.js';
import { rule as sliver } from '../../../src/rules/plan/sliver-view.js';
import type { Crossing, Reach, Sight } from '../../../src/sight/types.js';
import { CAMERA, CORRIDOR, opening, room, seeing, site } from '../../rules/capture/judged.js';

type Asked = Parameters<Sight['reach']>;

/** A deep standing view of half a square metre, but for what is given. */
function reachOf(device: Device, level: string, more: Partial<Reach> = {}): Reach {
  const depth = more.depth ?? 2;
  return {
    device,
    level,
    area: 0.5,
    bound: 0,
    depth,
    isDeeperThan: (by) => depth > by,
    worst: { point: [1.5, 4], distance: 4.8, density: 400 },
    crossings: [],
    via: [],
    standing: true,
    density: 400,
    pieces: [],
    ...more,
  };
}

function said(plan: Site, reach: (...asked: Asked) => Reach | undefined, parts: Partial<Sight> = {}) {
  const context = seeing(plan, reach);
  return rule
    .check({ ...context, sight: { ...context.sight, ...parts } })
    .filter(({ outcome }) => outcome !== 'notApplicable');
}

const text = ({ message }: ReturnType<typeof said>[number], locale: 'zh-CN' | 'en' = 'zh-CN') =>
  renderMessage(rule.messages, message, locale);

const hotel = (devices: readonly string[] = [CAMERA], openings: readonly string[] = [opening('door')]) =>
  site('hotel', { zones: [room('guest-room', '客房101'), CORRIDOR], openings, devices });

describe('a dwelling, where glass has thresholds of its own', () => {
  const plan = site('residential-area', {
    zones: [room('dwelling', '住宅101'), CORRIDOR],
    openings: [opening('passage'), 'id: w1, kind: window, name: 南窗, line: [[3, 5], [3.5, 5]], glazing: clear'],
    devices: [CAMERA],
  });
  const [passage, window] = plan.levels[0].openings;
  const open: Crossing = {
    opening: passage,
    wall: undefined,
    at: [1.5, 5],
    standing: true,
    glazing: false,
    frosted: false,
  };
  const glass: Crossing = { ...open, opening: window, glazing: true, frosted: false };

  /** What crosses what, at 125 px/m and at 12.5. */
  const at = (fine: Crossing | undefined, coarse: Crossing | undefined, plans = plan) =>
    said(plans, (device, level, _region, density) => {
      const through = density >= 125 ? fine : coarse;
      return through && reachOf(device, level, { crossings: [through], density: density >= 125 ? 130 : 20 });
    });

  test('fails where glass shows it finely, whatever else there is', () => {
    const [found] = at(glass, open);
    expect(found.outcome).toBe('fail');
    expect(text(found)).toContain('“南窗”');
    expect(text(found)).toContain('125像素/米');
  });

  test('is for review where glass shows it coarsely, or what is open shows it at all', () => {
    for (const [fine, coarse] of [
      [undefined, glass],
      [undefined, open],
      [open, open],
    ] as const) {
      const [found] = at(fine, coarse);
      expect(found.outcome).toBe('review');
      expect(text(found)).toContain(coarse === glass ? '“南窗”' : '“o1”');
    }
  });

  test('of two views for review what stands open is told', () => {
    const [level] = plan.levels;
    const depth: Site = {
      ...plan,
      levels: [{ ...level, devices: level.devices.map((one) => ({ ...one, video: 'depth' })) }],
    };
    const [found] = at(glass, open, depth);
    expect(found.outcome).toBe('review');
    expect(text(found)).toContain('“o1”');
  });
});

describe('the coarsest view that is asked about', () => {
  test('is that through glass, where a place asks that more finely than all else', () => {
    const plan = site('residential-area', {
      zones: [room('dwelling', '住宅101'), CORRIDOR],
      openings: [opening('window', ', glazing: clear')],
      devices: [CAMERA],
    });
    const [window] = plan.levels[0].openings;
    const crossings: Crossing[] = [
      { opening: window, wall: undefined, at: [1.5, 5], standing: true, glazing: true, frosted: false },
    ];
    const prohibitions = plan.pack.prohibitions.map((one) =>
      one.glazing === undefined
        ? one
        : { ...one, glazing: [...one.glazing, { from: 6, outcome: 'review', basis: 'reading' } as const] },
    );
    const found = said(
      { ...plan, pack: { ...plan.pack, prohibitions } },
      (device, level, _region, density) =>
        density <= 7 ? reachOf(device, level, { density: 7, crossings }) : undefined,
      { within: (_device, _level, density) => (density <= 7 ? plan.levels[0].zones : []) },
    );
    expect(found.map(({ outcome, subject }) => `${outcome} ${subject}`)).toEqual(['review C1>room']);
  });

  const withDensity = (value: number): Site => {
    const plan = hotel();
    const { privacyDensity } = plan.pack.parameters;
    const pack: Pack = {
      ...plan.pack,
      parameters: { ...plan.pack.parameters, privacyDensity: { ...privacyDensity, value } },
    };
    return { ...plan, pack };
  };
  const seenAt = (plan: Site, best: number, standing: boolean) =>
    said(plan, (device, level, _region, density, world) =>
      density <= best && (standing || world === 'may')
        ? reachOf(device, level, { density: best, standing })
        : undefined,
    ).map(({ outcome, subject }) => `${outcome} ${subject}`);

  test('is that of the finest threshold there is, of privacy in general or of the place', () => {
    expect(seenAt(withDensity(50), 20, true)).toEqual(['fail C1>room']);
    expect(seenAt(withDensity(50), 12, true)).toEqual(['pass room']);
    expect(seenAt(withDensity(5), 6, false)).toEqual(['review C1>room']);
    expect(seenAt(withDensity(5), 6, true)).toEqual(['review C1>room']);
    expect(seenAt(withDensity(5), 4, false)).toEqual(['pass room']);
  });
});

describe('grazes', () => {
  const devices = ['C1', 'C2', 'C3', 'C4', 'C5'].map((id) => CAMERA.replace('C1', id));
  const seen = (findings: readonly string[]) =>
    said(hotel(devices), (device, level, _region, _density, world) => {
      if (findings.includes(device.id)) return reachOf(device, level);
      return world === 'may' ? reachOf(device, level, { area: 0.2, depth: 0.5, standing: false }) : undefined;
    });

  test('are counted once for the zone, on its first finding, else on its pass', () => {
    const found = seen(['C2', 'C4']);
    expect(found.map(({ subject, evidence }) => [subject, evidence?.grazes])).toEqual([
      ['C2>room', 3],
      ['C4>room', undefined],
    ]);
    const [pass] = seen([]);
    expect([pass.subject, pass.outcome, pass.evidence?.grazes]).toEqual(['room', 'pass', 5]);
    expect(text(pass)).toContain('设备5台，其中5台仅在门、帘开启时掠及');
    expect(text(pass, 'en')).toContain('of which 5 only graze its edge');
  });

  test('are not counted where there are none', () => {
    expect(seen(['C1', 'C2', 'C3', 'C4', 'C5']).map(({ evidence }) => evidence?.grazes)).toEqual(
      Array(5).fill(undefined),
    );
  });
});

describe('of a zone on several levels', () => {
  const over = (kind: string, more = ''): Site => {
    const plan = site('hotel', {
      zones: [`id: room, kind: ${kind}, ${more}rect: [0, 0, 4, 5]`, CORRIDOR],
      openings: [opening('door')],
      devices: [CAMERA],
    });
    const [first] = plan.levels;
    const [zone, corridor] = first.zones;
    const below = { ...first, zones: [{ ...zone, levels: ['F1', 'F2'] }, corridor] };
    return { ...plan, levels: [below, { ...first, id: 'F2', name: '二层', zones: [], openings: [], devices: [] }] };
  };
  const parts = (plan: Site): Partial<Sight> => ({ within: () => plan.levels[0].zones, unsaid: () => undefined });

  /** A view that stands on one of them, one for which the door must open on the other. */
  const standingOn = (plan: Site, standing: string) =>
    said(
      plan,
      (device, level, _region, _density, world) =>
        level === standing || world === 'may' ? reachOf(device, level, { standing: level === standing }) : undefined,
      parts(plan),
    );

  test.each(['F1', 'F2'])('the worst view counts: the one that stands, on %s', (level) => {
    const [found] = standingOn(over('guest-room'), level);
    expect([found.outcome, found.evidence?.level]).toEqual(['fail', level]);
  });

  test.each(['F1', 'F2'])('also where nobody knows what it is for, on %s', (level) => {
    const plan = over('other', 'kindUnknown: x, ');
    const context = seeing(plan, (device, on, _region, _density, world) =>
      on === level || world === 'may' ? reachOf(device, on, { standing: on === level }) : undefined,
    );
    const views = standingViews({ ...context, sight: { ...context.sight, ...parts(plan) } }, [plan.levels[0].zones[0]]);
    expect([...views].map(([id, devices]) => [id, devices.map((each) => each.id)])).toEqual([['room', ['C1']]]);
  });

  test('of two alike the first', () => {
    const plan = over('guest-room');
    const [found] = said(plan, (device, level) => reachOf(device, level), parts(plan));
    expect(found.evidence?.level).toBe('F1');
  });
});

describe('a small place', () => {
  const bank = site('bank', {
    zones: ['id: desk, kind: customer-information-area, name: 密码键盘, rect: [0, 0, 0.2, 0.3]', CORRIDOR],
    openings: [opening('door')],
    devices: [CAMERA],
  });
  const seen = (area: number) =>
    said(bank, (device, level, _region, density) =>
      density <= 130 ? reachOf(device, level, { area }) : undefined,
    ).map(({ outcome, subject }) => `${outcome} ${subject}`);

  test('counts from half of its area', () => {
    expect(seen(0.0299)).toEqual(['pass desk']);
    expect(seen(0.0301)).toEqual(['fail C1>desk']);
  });

  test('what is less is a sliver, not nothing', () => {
    const slivers = (density: number) => {
      const context = seeing(bank, (device, level, _region, asked) =>
        asked <= density ? reachOf(device, level, { area: 0.02, density }) : undefined,
      );
      return sliver.check(context).map(({ subject }) => subject);
    };
    expect([slivers(130), slivers(70), slivers(60)]).toEqual([['C1'], ['C1'], []]);
  });
});

describe('what is about a ballot box', () => {
  const plan = site('state-organ', {
    zones: [
      'id: hall, kind: polling-hall, rect: [0, 0, 12, 12]',
      'id: box, kind: ballot-box, name: 选举箱, rect: [2, 2, 1, 1]',
    ],
    devices: [CAMERA.replace('[1.5, 8.8]', '[11, 11]')],
  });
  const box = plan.levels[0].zones.find(({ id }) => id === 'box');

  /** What is seen of the box, and of what is about it. */
  const seen = (itself: (density: number) => Partial<Reach> | undefined, about?: Partial<Reach>) =>
    said(plan, (device, level, region, density) => {
      const isItself = region.rings === box?.region.rings;
      const more = isItself ? itself(density) : about;
      return more && reachOf(device, level, more);
    }).map((found) => `${found.outcome} ${found.subject} ${found.message.id}`);

  test('counts where the box itself isn’t seen', () => {
    expect(seen(() => undefined, {})).toEqual(['review C1>box ring']);
    expect(seen(() => undefined)).toEqual(['pass box clear']);
    expect(seen(() => ({ area: 0.01 }), {})).toEqual(['review C1>box ring']);
    expect(seen(() => undefined, { area: 0.05 })).toEqual(['review C1>box ring']);
    expect(seen(() => undefined, { area: 0.0499 })).toEqual(['pass box clear']);
    expect(seen(() => undefined, { depth: 0.01 })).toEqual(['review C1>box ring']);
  });

  test('and not where it is', () => {
    expect(seen(() => ({}), {})).toEqual(['fail C1>box seen']);
    expect(seen(() => ({ depth: 0.01 }))).toEqual(['fail C1>box seen']);
  });
});

test('a room with no opening drawn is open, beside what is seen of it all the same', () => {
  const plan = hotel([CAMERA], []);
  const found = said(plan, (device, level) => reachOf(device, level));
  expect(found.map(({ outcome, subject, message }) => `${outcome} ${subject} ${message.id}`)).toEqual([
    'fail C1>room seen',
    'open room sealed',
  ]);
  expect(said(plan, () => undefined).map(({ subject }) => subject)).toEqual(['room']);
});

test('what may or may not take pictures is asked by another rule', () => {
  const plan = hotel(['id: X1, kind: other, at: [2, 7], audio: none']);
  expect(
    said(plan, (device, level) => reachOf(device, level)).map(({ outcome, subject }) => `${outcome} ${subject}`),
  ).toEqual(['pass room']);
});

describe('a place within a place', () => {
  /** Whether a view of the inner one is no view of the outer one. */
  function isTakenOut(outer: string, inner: string): boolean {
    const plan = site('hotel', {
      zones: [`id: outer, ${outer}, rect: [0, 0, 9, 9]`, `id: inner, ${inner}, rect: [2, 2, 2, 2]`],
    });
    const context = seeing(plan, () => undefined);
    const target = possiblePrivateZones(plan).get('outer');
    if (target === undefined) throw new Error('not private');
    return !context.sight.holds(exclusiveRegion(context, target, 'F1', 'view'), [3, 3]);
  }
  const [ROOM, READING, ANCHOR, UNKNOWN] = [
    'kind: private-area',
    'kind: ward',
    'kind: ballot-box',
    'kind: other, kindUnknown: x',
  ];

  test.each([
    [ROOM, 'kind: restroom', true],
    [ROOM, READING, false],
    [ROOM, ANCHOR, false],
    [ROOM, UNKNOWN, false],
    [ROOM, 'kind: store', false],
    [READING, ROOM, true],
    [READING, READING, true],
    [READING, ANCHOR, false],
    [UNKNOWN, ROOM, true],
    [UNKNOWN, UNKNOWN, true],
    [UNKNOWN, READING, false],
    [UNKNOWN, 'kind: store', false],
  ])('%s with %s in it: %s', (outer, inner, wanted) => {
    expect(isTakenOut(outer, inner)).toBe(wanted);
  });
});
