import { describe, expect, test } from 'vitest';
import type { Piece } from '../../../src/geometry/types.js';
import { rule as view } from '../../../src/rules/capture/view-into-private-zone.js';
import { rule as sliver } from '../../../src/rules/plan/sliver-view.js';
import type { Reach } from '../../../src/sight/types.js';
import { CAMERA, CORRIDOR, opening, room, seeing, site } from './judged.js';

/** A view of the given size into a guest room of 20 m², seen at `density` px/m at most. */
function outcome(
  {
    area,
    depth,
    density = 400,
    world,
    bound = 0,
    pieces = [],
  }: {
    area: number;
    depth: number;
    density?: number;
    world: 'may' | 'standing';
    bound?: number;
    pieces?: readonly Piece[];
  },
  plan = site('hotel', {
    zones: [room('guest-room', '客房101'), CORRIDOR],
    openings: [opening('door')],
    devices: [CAMERA],
  }),
): string[] {
  const device = plan.levels[0].devices[0];
  const door = plan.levels[0].openings[0];
  const reach: Reach = {
    device,
    level: 'F1',
    area,
    bound,
    depth,
    isDeeperThan: (by) => depth > by,
    worst: { point: [1.5, 4], distance: 4.8, density },
    crossings: [
      { opening: door, wall: undefined, at: [1.5, 5], standing: world === 'standing', glazing: false, frosted: false },
    ],
    via: [[1.5, 5]],
    standing: world === 'standing',
    density,
    pieces,
  };
  const context = seeing(plan, (_device, _level, _region, from, asked) =>
    from <= density && (world === 'standing' || asked === 'may') ? reach : undefined,
  );
  return [...view.check(context), ...sliver.check(context)]
    .filter((statement) => statement.outcome !== 'notApplicable')
    .map((statement) => {
      const grazes = statement.evidence?.grazes;
      return `${statement.outcome} ${statement.subject}${grazes === undefined ? '' : ` grazes ${grazes}`}`;
    });
}

/** A square piece whose outline has this length, m; its area doesn't matter. A hairline has no outline. */
function square(outline: number): Piece {
  const side = outline / 4;
  return {
    area: 1,
    outline: [
      [
        [0, 0],
        [side, 0],
        [side, side],
        [0, side],
      ],
    ],
  };
}

describe('a view that needs a door to open', () => {
  const may = (area: number, depth: number) => outcome({ area, depth, world: 'may' });

  test('is a graze below 1.0 m and below 5 % of the zone, and is counted', () => {
    expect(may(0.999, 0.998)).toEqual(['pass room grazes 1']);
  });

  test('is for review from 1.0 m deep, or from 5 % of the zone', () => {
    expect(may(0.5, 0.999)).toEqual(['review C1>room']);
    expect(may(0.5, 1)).toEqual(['review C1>room']);
    expect(may(1, 0.5)).toEqual(['review C1>room']);
  });

  test('that is deep and of less than 0.05 m² is a warning, not a finding', () => {
    expect(may(0.0499, 1.2)).toEqual(['pass room', 'review C1']);
    expect(may(0.05, 1.2)).toEqual(['review C1>room']);
    expect(may(0.0501, 1.2)).toEqual(['review C1>room']);
  });
});

test('of views from level to level the worst counts: a sliver that stands, not the graze of a door', () => {
  const drawn = site('hotel', {
    zones: [room('guest-room', '客房101'), CORRIDOR],
    openings: [opening('door')],
    devices: [CAMERA],
  });
  const [first] = drawn.levels;
  const [zone, corridor] = first.zones;
  const below = { ...first, zones: [{ ...zone, levels: ['F1', 'F2'] }, corridor] };
  const plan = { ...drawn, levels: [below, { ...first, id: 'F2', zones: [], openings: [], devices: [] }] };
  const reachOf = (level: string): Reach => ({
    device: first.devices[0],
    level,
    area: level === 'F1' ? 0.5 : 0.03,
    bound: 0,
    depth: 0.5,
    isDeeperThan: (by) => by < 0.5,
    worst: { point: [1.5, 4], distance: 4.8, density: 400 },
    crossings: [],
    via: [],
    standing: level === 'F2',
    density: 400,
    pieces: [],
  });
  const context = seeing(plan, (_device, level, _region, _from, asked) =>
    level === 'F2' || asked === 'may' ? reachOf(level) : undefined,
  );
  const sight = { ...context.sight, within: () => below.zones, unsaid: () => undefined };
  const found = [...view.check({ ...context, sight }), ...sliver.check({ ...context, sight })];
  expect(found.filter(({ outcome }) => outcome === 'review').map(({ subject }) => subject)).toEqual(['C1']);
});

describe('a standing view', () => {
  const standing = (area: number, depth: number) => outcome({ area, depth, world: 'standing' });

  test('counts above 0.05 m² and above 0.1 m, and is never a graze', () => {
    expect(standing(0.0501, 0.102)).toEqual(['fail C1>room']);
  });

  test('that is smaller or shallower is a warning', () => {
    expect(standing(0.0499, 2)).toEqual(['pass room', 'review C1']);
    expect(standing(2, 0.098)).toEqual(['pass room', 'review C1']);
  });

  test('whose area or depth is within the tolerance of the threshold is for the reviewer, on either side', () => {
    const near = (area: number, depth: number, bound: number) => outcome({ area, depth, bound, world: 'standing' });
    expect(near(0.05 - 1e-9, 2, 2e-9)).toEqual(['review C1>room']);
    expect(near(0.05 + 1e-9, 2, 2e-9)).toEqual(['review C1>room']);
    expect(near(0.05 - 3e-9, 2, 2e-9)).toEqual(['pass room', 'review C1']);
    expect(near(0.05 + 3e-9, 2, 2e-9)).toEqual(['fail C1>room']);
    expect(near(2, 0.099, 0)).toEqual(['review C1>room']);
    expect(near(2, 0.1, 0)).toEqual(['review C1>room']);
    expect(near(2, 0.101, 0)).toEqual(['review C1>room']);
    // 1.5 mm at half of an outline of 0.6 m makes 4.5 cm², of one of 10 m no more than 2 %.
    const outlined = (area: number, outline: number) =>
      outcome({ area, depth: 2, world: 'standing', pieces: [square(outline)] });
    expect(outlined(0.05044, 0.6)).toEqual(['review C1>room']);
    expect(outlined(0.05046, 0.6)).toEqual(['fail C1>room']);
    expect(outlined(0.0509, 10)).toEqual(['review C1>room']);
    expect(outlined(0.0511, 10)).toEqual(['fail C1>room']);
  });

  test('coarser than 12.5 px/m is nothing', () => {
    expect(outcome({ area: 2, depth: 2, density: 12.4, world: 'standing' })).toEqual(['pass room']);
    expect(outcome({ area: 2, depth: 2, density: 12.5, world: 'standing' })).toEqual(['fail C1>room']);
  });
});

describe('customer information', () => {
  const bank = (density: number, category = 'bank', world: 'may' | 'standing' = 'standing') =>
    outcome(
      { area: 1, depth: 1, density, world },
      site(category, {
        zones: [
          'id: hall, kind: lobby, name: 大厅, rect: [0, 5, 12, 4]',
          'id: room, kind: customer-information-area, name: 密码键盘区, rect: [8, 6, 1, 1]',
        ],
        openings: ['id: o1, kind: door, line: [[1, 5], [2, 5]]'],
        devices: [CAMERA],
      }),
    );

  test('of the PIN pad fails from 125 px/m on what stands; behind a door, or coarser, it is for review', () => {
    expect(bank(125)).toEqual(['fail C1>room']);
    expect(bank(125, 'bank', 'may')).toEqual(['review C1>room']);
    expect(bank(124.9)).toEqual(['review C1>room']);
    expect(bank(62.5)).toEqual(['review C1>room']);
    expect(bank(62.4)).toEqual(['pass room']);
  });

  test('is for review where the site is none of the institutions the item speaks of', () => {
    expect(bank(400, 'hotel')).toEqual(['review C1>room']);
  });
});
