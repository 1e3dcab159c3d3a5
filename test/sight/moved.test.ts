import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadPack } from '../../src/law/load.js';
import type { Device, Level, Site } from '../../src/plan/model.js';
import { readPlan } from '../../src/plan/read/read.js';
import { createSight, sightOn } from '../../src/sight/sight.js';
import type { Sight } from '../../src/sight/types.js';

const FOLDER = 'fixtures/sites/qingcheng-hotel';

function hotel(): Site {
  const read = (path: string) => new Uint8Array(readFileSync(`${FOLDER}/${path}`));
  const result = readPlan('plan.yaml', read, { pack: loadPack('nm-2017') });
  if (!result.ok) throw new Error('the hotel can be read');
  return result.site;
}

/** Everything rules ask of views, to compare. */
function answers(sight: Sight, site: Site) {
  const zones = site.levels.flatMap((level) => level.zones);
  const covered = zones.map((zone) => {
    const { fraction, devices } = sight.coverage(zone, 25, { detectors: true, minus: [] });
    return { zone: zone.id, fraction: fraction.toFixed(9), devices: devices.map(({ id }) => id).sort() };
  });
  const seen = site.levels.flatMap((level) =>
    level.devices.flatMap((device) =>
      level.zones.map((zone) => sight.reach(device, level.id, zone.region, 12.5, 'may')?.area.toFixed(9)),
    ),
  );
  return { covered, seen };
}

it('a device moved, turned, taken away or added is seen with as in a plan drawn anew', () => {
  const drawn = hotel();
  let site = drawn;
  let sight = createSight(drawn);
  answers(sight, site);
  const cameras = drawn.levels.flatMap(({ devices }) => devices).filter(({ lenses }) => lenses.length > 0);
  const [first, second] = cameras;
  if (first === undefined || second === undefined) throw new Error('the hotel has cameras');
  const turned = (device: Device, by: number): Device => ({
    ...device,
    lenses: device.lenses.map((lens) => ({ ...lens, heading: ((lens.heading ?? 0) + by) % 360 })),
  });
  const changes: Device[] = [
    turned(first, 90),
    turned(first, 180),
    { ...second, at: [second.at[0] + 0.4, second.at[1] + 0.4] },
    { ...second, status: 'removed' },
    { ...first, id: 'added', at: [first.at[0] + 1, first.at[1]] },
  ];
  let differing = 0;
  for (const device of changes) {
    const before = answers(sight, site);
    sight = sight.moved(device);
    site = {
      ...site,
      levels: site.levels.map((level) => {
        if (level.id !== device.level) return level;
        const others = level.devices.filter(({ id }) => id !== device.id);
        return { ...level, devices: [...others, device] };
      }),
    };
    const now = answers(sight, site);
    expect(now).toEqual(answers(createSight(site), site));
    differing += JSON.stringify(now.covered) === JSON.stringify(before.covered) ? 0 : 1;
  }
  // The changes are such that coverage shows them.
  expect(differing).toBeGreaterThan(2);
});

it('what covers a zone is named in the plan’s order, whichever device was moved', () => {
  const site = hotel();
  const sight = createSight(site);
  const order = (from: Sight) =>
    site.levels
      .flatMap(({ zones }) => zones)
      .map((zone) => from.coverage(zone, 25, { detectors: true, minus: [] }).devices.map(({ id }) => id));
  const drawn = order(sight);
  expect(Math.max(...drawn.map((ids) => ids.length))).toBeGreaterThan(2);
  for (const device of site.levels.flatMap(({ devices }) => devices)) {
    expect(order(sight.moved({ ...device })), device.id).toEqual(drawn);
  }
});

it('another version of a site is seen as if it were the first, whatever of its levels changed', () => {
  const site = hotel();
  const known = createSight(site);
  const before = answers(known, site);
  const changes: Readonly<Record<string, (level: Level) => Level>> = {
    walls: (level) => ({ ...level, walls: [] }),
    openings: (level) => ({ ...level, openings: [] }),
    elevation: (level) => ({ ...level, elevation: level.elevation + 1.5 }),
    ceiling: (level) => ({ ...level, ceiling: 2.2 }),
    nothing: (level) => ({ ...level }),
  };
  const shown = Object.entries(changes).filter(([name, change]) => {
    const other = { ...site, levels: site.levels.map((level, n) => (n === 0 ? change(level) : level)) };
    const { sight, isWhole } = sightOn(other, known);
    const now = answers(sight, other);
    expect(now, name).toEqual(answers(createSight(other), other));
    expect(isWhole, name).toBe(name === 'nothing');
    return JSON.stringify(now) !== JSON.stringify(before);
  });
  expect(shown.map(([name]) => name)).toContain('openings');
});
