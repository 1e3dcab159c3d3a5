// The work that it takes to tell in which zones a device stands.
import { expect, test } from 'vitest';
import { BudgetExceeded, withBudget } from '../../src/base/budget.js';
import { membershipAmong } from '../../src/plan/build/membership.js';
import { deviceOf, levelOf, levelSite } from './support.js';

test('is counted by the square of the zones around it: each is looked for in each', () => {
  const around = 100;
  const zones = Array.from({ length: around }, (_, n) => {
    const by = 0.5 * (n + 1);
    return `  - {id: z${String(n).padStart(3, '0')}, kind: yard, enclosed: false, rect: [${-by}, ${-by}, ${2 * by}, ${2 * by}]}`;
  });
  const site = levelSite(`zones:\n${zones.join('\n')}\ndevices: [{id: C1, kind: camera, at: [0, 0], heading: 0}]`);
  const membershipOf = membershipAmong(levelOf(site).zones, { near: () => [] });
  const within = (steps: number) => withBudget(steps, () => membershipOf(deviceOf(site, 'C1')).zones);
  const found = within(8 * around * around);
  expect(found).toHaveLength(around);
  expect([found[0], found.at(-1)]).toEqual(['z000', 'z099']);
  expect(() => within(3 * around * around)).toThrow(BudgetExceeded);
});
