import { describe, expect, test } from 'vitest';
import { renderMessage } from '../../../src/i18n/message.js';
import { rule as sliver } from '../../../src/rules/plan/sliver-view.js';
import { rule as undrawn } from '../../../src/rules/plan/unzoned-view.js';
import { createSight } from '../../../src/sight/sight.js';
import type { Reach, Sight } from '../../../src/sight/types.js';
import { CAMERA, CORRIDOR, seeing, site, TODAY } from '../capture/judged.js';

describe('a sliver of view', () => {
  const drawn = site('hotel', {
    zones: [
      'id: r0, kind: restroom, rect: [0, 0, 4, 5]',
      'id: r1, kind: restroom, name: 女卫生间, rect: [4, 0, 4, 5]',
      'id: r2, kind: guest-room, name: "103", rect: [8, 0, 4, 5]',
      CORRIDOR,
    ],
    openings: ['id: o1, kind: door, line: [[1, 5], [2, 5]]'],
    devices: [CAMERA, CAMERA.replace('C1', 'C2')],
  });

  /** What each device sees of each zone, m², on the level given. */
  function said(areas: Readonly<Record<string, Readonly<Record<string, number>>>>, level = 'F1') {
    const [first] = drawn.levels;
    const upper = {
      ...first,
      id: 'F2',
      name: '二层',
      devices: [],
      zones: first.zones.map((one) => ({ ...one, levels: ['F2'] })),
    };
    const plan =
      level === 'F1' ? drawn : { ...drawn, levels: [{ ...first, zones: first.zones.slice(3), openings: [] }, upper] };
    const context = seeing(plan, (device, on, region, _from, _world): Reach | undefined => {
      const zone = plan.levels
        .flatMap(({ zones }) => zones)
        .find((one) => one.region.rings[0]?.[0]?.[0] === region.rings[0]?.[0]?.[0]);
      const area = areas[device.id]?.[zone?.id ?? ''];
      if (area === undefined) return undefined;
      return {
        device,
        level: on,
        area,
        bound: 0,
        depth: 2,
        isDeeperThan: (by) => by < 2,
        worst: { point: [1, 4], distance: 4.8, density: 400 },
        crossings: [],
        via: [],
        standing: true,
        density: 400,
        pieces: [],
      };
    });
    const sight = {
      ...context.sight,
      within: () => plan.levels.flatMap(({ zones }) => zones),
      unsaid: () => undefined,
    };
    return sliver.check({ ...context, sight });
  }
  const text = (found: ReturnType<typeof said>[number], locale: 'zh-CN' | 'en' = 'zh-CN') =>
    renderMessage(sliver.messages, found.message, locale);

  test.each([
    [{ r0: 0.01, r1: 0.03, r2: 0.02 }, '0.03'],
    [{ r0: 0.04, r1: 0.03, r2: 0.02 }, '0.04'],
    [{ r0: 0.01, r1: 0.03, r2: 0.046 }, '0.046'],
  ])('names all it touches once, and the largest: %j', (areas, largest) => {
    const found = said({ C1: areas });
    expect(found).toHaveLength(1);
    expect(text(found[0])).toContain(`设备“C1”的最大可视范围掠及“r0”、“女卫生间”、“103”，其中最大${largest}平方米`);
    expect(text(found[0], 'en')).toContain(`touches 'r0', '女卫生间', '103', at most ${largest} m²`);
    expect(found[0].evidence?.sightLine?.area).toBe(Number(largest));
    expect(found[0].related.map(({ caption }) => caption.zh)).toEqual(['区域“r0”', '区域“女卫生间”', '区域“103”']);
    expect(found[0]).toMatchObject({ outcome: 'review', dependsOn: { levels: ['F1'], devices: ['C1'] } });
  });

  test('is told for each device by itself', () => {
    const found = said({ C1: { r1: 0.03 }, C2: { r0: 0.02 } });
    expect(found.map(({ subject }) => subject).sort()).toEqual(['C1', 'C2']);
    expect(found.map(({ related }) => related.length)).toEqual([1, 1]);
  });

  test('says nothing of a view that counts', () => {
    expect(said({ C1: { r1: 0.3 } })).toEqual([]);
    expect(said({ C1: { r0: 0.02, r1: 0.3 } })[0].related).toHaveLength(1);
  });

  test('names the level where that is another one', () => {
    const [found] = said({ C1: { r1: 0.03 } }, 'F2');
    expect(text(found)).toContain('掠及“女卫生间”（二层），');
    expect(text(found, 'en')).toContain("touches '女卫生间' (二层), ");
  });
});

describe('a view of what nobody drew', () => {
  const plan = site('hotel', { zones: [CORRIDOR], devices: [CAMERA, 'id: M1, kind: microphone, at: [2, 6]'] });

  function said(area: number, pieces: ReturnType<Sight['undrawn']>['pieces'] = []) {
    const sight: Sight = { ...createSight(plan), undrawn: () => ({ area, pieces }) };
    return undrawn.check({ site: plan, sight, pack: plan.pack, today: TODAY });
  }

  test.each([
    [1.999, []],
    [2, ['C1']],
    [2.001, ['C1']],
  ] as const)('counts from 2 m² on, of what takes pictures: %d', (area, wanted) => {
    expect(said(area).map(({ subject }) => subject)).toEqual(wanted);
  });

  test('shows the largest piece where there is one', () => {
    expect(said(3)[0].evidence).toEqual({ level: 'F1' });
    const piece = { area: 3, outline: [] };
    expect(said(3, [piece])[0].evidence).toEqual({ level: 'F1', uncovered: [piece] });
    expect(said(3)[0].dependsOn).toEqual({ levels: ['F1'], devices: ['C1'] });
  });
});
