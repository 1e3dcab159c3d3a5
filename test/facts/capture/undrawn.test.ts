import { expect, test } from 'vitest';
import { BudgetExceeded, withBudget } from '../../../src/base/budget.js';
import { undrawnDevices } from '../../../src/facts/capture/undrawn.js';
import type { RuleContext } from '../../../src/facts/context.js';
import { createSight } from '../../../src/sight/sight.js';
import { siteFrom } from '../../rules/coverage/support.js';

/** A row of rooms 4 m wide, and cameras in a row at `y`, none in a zone. */
function rowOf(rooms: number, cameras: number, y: number): RuleContext {
  const list = (count: number, one: (n: number) => string) => Array.from({ length: count }, (_, n) => one(n)).join('');
  const site = siteFrom(`sitecam: 1
site: {name: 示例, categories: [hotel], region: "150102"}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
    zones:
${list(rooms, (n) => `      - {id: r${n}, kind: guest-room, rect: [${4 * n}, 0, 4, 4]}\n`)}    devices:
${list(cameras, (n) => `      - {id: C${n}, kind: camera, at: [${4 * n + 1}, ${y}], height: 2, heading: 0}\n`)}`);
  const context = { site, sight: createSight(site), pack: site.pack, today: '2026-06-30' };
  undrawnDevices(context);
  return context;
}

test('what is drawn is looked at once for all devices, and each looks only at what is near it', () => {
  const context = rowOf(200, 200, -0.2);
  const looking = (steps: number) => withBudget(steps, () => undrawnDevices(context));
  // A step for each room and device, twice, and no edge of a room that is farther off.
  expect(looking(200 * 200 * 3).outwards).toHaveLength(200);
  expect(() => looking(200 * 10)).toThrow(BudgetExceeded);
});

test('the distance is that to the nearest of all that is drawn', () => {
  const { far } = undrawnDevices(rowOf(3, 3, -60.25));
  expect(far.map(({ distance }) => distance)).toEqual([60.25, 60.25, 60.25]);
});

test('a device more than 50 m away is far, one within half a metre of a wall on its outside', () => {
  const of = (y: number) => {
    const { far, outwards, elsewhere, inHoles } = undrawnDevices(rowOf(1, 1, y));
    return [far, outwards, elsewhere, inHoles].map((list) => list.length);
  };
  expect(of(-50.01)).toEqual([1, 0, 0, 0]);
  expect(of(-50)).toEqual([0, 0, 1, 0]);
  expect(of(-0.51)).toEqual([0, 0, 1, 0]);
  expect(of(-0.5)).toEqual([0, 1, 0, 0]);
});
