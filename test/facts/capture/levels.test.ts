import { describe, expect, test } from 'vitest';
import { devicesInZones, devicesNear } from '../../../src/facts/capture/devices.js';
import {
  distanceToOpening,
  leastDistance,
  outsideOpenings,
  standsOutdoors,
} from '../../../src/facts/capture/levels.js';
import {
  devicesPossiblyIn,
  type PrivateZone,
  placementIn,
  privateZones,
} from '../../../src/facts/capture/private-zones.js';
import type { Device } from '../../../src/plan/model.js';
import { seeing } from '../../rules/capture/judged.js';
import { siteFrom } from '../../rules/coverage/support.js';

const plan = (upper = 'ceiling: 3') =>
  siteFrom(`sitecam: 1
site: {name: 示例, categories: [hotel], region: "150102"}
coordinates: metres
levels:
  - id: F1
    elevation: 0
    ceiling: 3
    zones:
      - {id: yard, kind: yard, rect: [-20, -20, 20, 60]}
      - {id: hall, kind: corridor, rect: [0, 0, 20, 4]}
      - {id: store, kind: store, rect: [0, 4, 4, 4]}
    devices:
      - {id: out, kind: microphone, at: [-3, 2], height: 1.5}
      - {id: in, kind: microphone, at: [5, 2], height: 2}
      - {id: none, kind: microphone, at: [50, 50], height: 1}
      - {id: low, kind: microphone, at: [2, 2]}
  - id: F2
    elevation: 4
    ${upper}
    zones:
      - {id: r1, kind: guest-room, rect: [0, 0, 4, 5]}
      - {id: bath, kind: restroom, rect: [1, 1, 2, 2]}
      - {id: r2, kind: guest-room, rect: [0, 5, 4, 5]}
      - {id: balcony, kind: yard, rect: [0, -3, 4, 3]}
      - {id: way, kind: corridor, rect: [4, 0, 2, 10]}
    openings:
      - {id: west, kind: window, line: [[0, 2], [0, 3]]}
      - {id: inner, kind: door, line: [[1, 2], [1, 2.9]]}
      - {id: south, kind: glass-door, line: [[1, 0], [2, 0]]}
      - {id: east, kind: door, line: [[4, 1], [4, 2]]}
      - {id: between, kind: door, line: [[1, 5], [2, 5]]}
    devices:
      - {id: up, kind: microphone, at: [-1, 20], height: 1}
`);

function target(site = plan(), id = 'r1'): { readonly site: typeof site; readonly target: PrivateZone } {
  const found = privateZones(site).find(({ zone }) => zone.id === id);
  if (found === undefined) throw new Error(id);
  return { site, target: found };
}
function device(site: ReturnType<typeof plan>, id: string): Device {
  const found = site.levels.flatMap(({ devices }) => devices).find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}

test('outdoors is where no zone closes it in', () => {
  const site = plan();
  const context = seeing(site, () => undefined);
  expect(['out', 'in', 'none'].map((id) => standsOutdoors(context, device(site, id)))).toEqual([true, false, true]);
});

describe('the straight line to a room of another level', () => {
  const distance = (id: string, upper?: string) => {
    const { site, target: room } = target(plan(upper));
    return leastDistance(
      seeing(site, () => undefined),
      device(site, id),
      room,
    );
  };

  test('goes across and up, to the nearest part of it', () => {
    // 3 m across; its floor lies 2.5 m above the device.
    expect(distance('out')).toBeCloseTo(Math.hypot(3, 2.5), 9);
    expect(distance('in')).toBeCloseTo(Math.hypot(1, 2), 9);
  });

  test('goes straight up from below it, and is nought up where no height is given', () => {
    expect(distance('low')).toBe(0);
  });

  test('goes down to its ceiling from above, as far as that is told', () => {
    const { site, target: room } = target(plan('ceiling: 2'));
    const context = seeing(site, () => undefined);
    const high: Device = { ...device(site, 'in'), height: 9 };
    expect(leastDistance(context, high, room)).toBeCloseTo(Math.hypot(1, 3), 9);
    expect(leastDistance(context, { ...high, height: 5 }, room)).toBeCloseTo(1, 9);
    const unsaid = target(plan('name: x'));
    expect(
      leastDistance(
        seeing(unsaid.site, () => undefined),
        high,
        unsaid.target,
      ),
    ).toBeCloseTo(1, 9);
  });

  test('takes the nearest of the levels a room is on', () => {
    const { site, target: room } = target();
    const both = { ...room, zone: { ...room.zone, levels: ['F2', 'F1'] } };
    expect(
      leastDistance(
        seeing(site, () => undefined),
        device(site, 'out'),
        both,
      ),
    ).toBeCloseTo(3, 9);
  });

  test('to an opening is measured to its line', () => {
    const { site } = target();
    const [west, , south] = site.levels[1].openings;
    const context = seeing(site, () => undefined);
    expect(distanceToOpening(context, device(site, 'out'), west)).toBeCloseTo(Math.hypot(3, 2.5), 9);
    expect(distanceToOpening(context, device(site, 'out'), south)).toBeCloseTo(Math.hypot(4, 2, 2.5), 9);
  });
});

test('openings that lead outdoors, not those within or to a closed place', () => {
  const of = (id: string, level: string, nested = true) => {
    const { site, target: room } = target(plan(), id);
    const zone = nested ? room.zone : { ...room.zone, nested: [] };
    return outsideOpenings(
      seeing(site, () => undefined),
      { ...room, zone },
      level,
    ).map((one) => one.id);
  };
  expect(of('r1', 'F1')).toEqual(['west', 'south']);
  expect(of('r1', 'F2')).toEqual([]);
  expect(of('r2', 'F1')).toEqual([]);
  expect(of('bath', 'F1')).toEqual([]);
});

test('devices near a place are those on its levels, up to just the distance', () => {
  const { site, target: room } = target();
  const near = (by: number, levels = ['F1', 'F2']) =>
    devicesNear(site, { ...room.zone, levels }, by).map(({ id }) => id);
  expect(near(0)).toEqual(['low']);
  expect(near(1)).toEqual(['in', 'low']);
  expect(near(3)).toEqual(['out', 'in', 'low']);
  expect(near(3, ['F2'])).toEqual([]);
  expect(near(15)).toEqual(['out', 'in', 'low', 'up']);
  expect(near(15, ['F2'])).toEqual(['up']);
});

test('devices are found by every zone they stand in', () => {
  const site = siteFrom(`sitecam: 1
site: {name: 示例, categories: [hotel], region: "150102"}
coordinates: metres
levels:
  - id: F1
    zones:
      - {id: hall, kind: corridor, rect: [0, 0, 20, 9]}
      - {id: desk, kind: customer-information-area, rect: [1, 1, 2, 2]}
    devices:
      - {id: a, kind: camera, at: [2, 2]}
      - {id: b, kind: camera, at: [8, 2]}
      - {id: c, kind: camera, at: [2.5, 2], status: removed}
`);
  const found = devicesInZones(site);
  expect([...found].map(([id, devices]) => [id, devices.map((one) => one.id)])).toEqual([
    ['desk', ['a']],
    ['hall', ['a', 'b']],
  ]);
});

test('a ballot box is near what is within 3 m of it on its own level, with nothing between', () => {
  const site = siteFrom(`sitecam: 1
site: {name: 示例, categories: [state-organ], region: "150102"}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: lobby, kind: lobby, rect: [0, 0, 20, 9]}
    devices:
      - {id: under, kind: camera, at: [2.5, 2.5], heading: 0}
  - id: F2
    elevation: 4
    ceiling: 3
    zones:
      - {id: hall, kind: polling-hall, rect: [0, 0, 20, 9]}
      - {id: box, kind: ballot-box, rect: [2, 2, 1, 1]}
    devices:
      - {id: beside, kind: camera, at: [5, 2.5], heading: 0}
      - {id: at, kind: camera, at: [6, 2.5], heading: 0}
      - {id: beyond, kind: camera, at: [6.1, 2.5], heading: 0}
      - {id: over, kind: camera, at: [2.5, 2.5], heading: 0}
`);
  const box = target(site, 'box').target;
  const context = seeing(site, () => undefined);
  const near = (id: string) => placementIn(context, device(site, id), box)?.distance;
  expect(['over', 'beside', 'beyond', 'under'].map(near)).toEqual([0, 2, undefined, undefined]);
  expect(near('at')).toBeCloseTo(3, 9);
  expect(devicesPossiblyIn(context, box).map(({ id }) => id)).toEqual(['beside', 'at', 'beyond', 'over']);
});
