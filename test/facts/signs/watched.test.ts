import { expect, test } from 'vitest';
import { deniedZones, watchOf } from '../../../src/facts/signs/watched.js';
import { loadPack } from '../../../src/law/load.js';
import { readPlan } from '../../../src/plan/read/read.js';
import { createSight } from '../../../src/sight/sight.js';

const pack = loadPack('cn-799-2025');

/** A corridor that the plan says isn't public for each of `count` cameras, the last without one. */
function corridors(count: number) {
  const zones = Array.from({ length: count }, (_, n) => {
    return { id: `z${n}`, kind: 'corridor', public: false, enclosed: true, rect: [5 * n, 0, 4, 4] };
  });
  const devices = zones.slice(1).map(({ id, rect: [x = 0] }) => {
    return {
      id: `C-${id}`,
      kind: 'camera',
      at: [x + 1, 1],
      height: 2.8,
      heading: 45,
      tilt: 30,
      hfov: 80,
      audio: 'none',
    };
  });
  const levels = [{ id: 'F1', ceiling: 3, zones, devices }];
  const site = { name: '示例', categories: ['hotel'], region: '150102' };
  const bytes = new TextEncoder().encode(JSON.stringify({ sitecam: 1, site, coordinates: 'metres', levels }));
  const result = readPlan('plan.json', (path) => (path === 'plan.json' ? bytes : undefined), { pack });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  return result.site;
}

test('each device is asked once a level which denied zones it sees, however many there are', () => {
  const site = corridors(30);
  const sight = createSight(site);
  let questions = 0;
  const counting: typeof sight = {
    ...sight,
    within(...asked) {
      questions += 1;
      return sight.within(...asked);
    },
  };
  const context = { site, sight: counting, pack, today: '2026-06-30' };
  const { denied } = watchOf(context);
  expect(denied).toHaveLength(29);
  questions = 0;
  const zones = deniedZones(context, denied).map(({ id }) => id);
  expect(zones).toEqual(denied.map(({ id }) => id.slice(2)));
  expect(questions).toBeLessThanOrEqual(denied.length);
});
