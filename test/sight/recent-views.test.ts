import { expect, test } from 'vitest';
import type { Point } from '../../src/geometry/types.js';
import type { Device } from '../../src/plan/model.js';
import { RecentViews } from '../../src/sight/view/recent-views.js';
import type { View } from '../../src/sight/view/views.js';

/** A view of so many corners, different for each number. */
function viewOf(n: number, corners: number): View {
  const ring = Array.from({ length: corners }, (_, i): Point => [n + i / 7, 1 / (i + 1)]);
  const shadow: Point[] = [
    [0.1, n],
    [0.2, n],
    [0.3, -0],
  ];
  return [
    { eye: [n, 0.1], rings: [ring, ring.slice(0, 3)], shadows: [] },
    { eye: [0.1, n], rings: [ring.slice(0, 4)], shadows: [shadow, []] },
  ];
}

const device = (id: number) => ({ id: `d${id}` }) as Device;

test('what hundreds of devices see is worked out once, and is the same to the last bit when asked for again', () => {
  const corners = 12_000;
  const devices = Array.from({ length: 200 }, (_, n) => device(n));
  const recent = new RecentViews();
  let made = 0;
  const find = (n: number, name: string) =>
    recent.find(devices[n] ?? device(n), name, () => {
      made += 1;
      return name === 'none' ? [] : viewOf(n, corners);
    });
  for (let round = 0; round < 2; round += 1) {
    for (const n of devices.keys()) {
      expect(find(n, 'none')).toEqual([]);
      const seen = find(n, 'F may 12.5');
      if (n % 50 === 0) expect(seen).toEqual(viewOf(n, corners));
    }
  }
  expect(made).toBe(2 * devices.length);
  const other = new RecentViews();
  const [first] = devices;
  if (first === undefined) throw new Error('there are devices');
  other.take(first, recent, (name) => name !== 'none');
  expect(other.find(first, 'F may 12.5', () => [])).toEqual(viewOf(0, corners));
  expect(other.find(first, 'none', () => viewOf(1, 3))).toEqual(viewOf(1, 3));
});
