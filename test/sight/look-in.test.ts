import { expect, test } from 'vitest';
import { loadPack } from '../../src/law/load.js';
import { readPlan } from '../../src/plan/read/read.js';
import { createSight } from '../../src/sight/sight.js';

/** A room of 6 m by 4 m north of a corridor, with what is in the wall between them at y = 2. */
function room(opening: string, nested = '') {
  const plan = `sitecam: 1
site: {name: 某歌城, categories: [cultural-entertainment-venue]}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: hall, kind: corridor, rect: [0, 0, 6, 2]}
      - {id: k1, kind: entertainment-private-room, rect: [0, 2, 6, 4]}
${nested}    openings:
      - {id: d1, ${opening}}
`;
  const bytes = new TextEncoder().encode(plan);
  const read = readPlan('plan.yaml', () => bytes, { pack: loadPack('nm-2017') });
  if (!read.ok) throw new Error(JSON.stringify(read.unreadable));
  return read.site;
}

function seen(opening: string, target = 0.8, nested = '') {
  const site = room(opening, nested);
  const [level] = site.levels;
  const zone = level?.zones.find(({ id }) => id === 'k1');
  if (level === undefined || zone === undefined) throw new Error('no room');
  return createSight(site).lookInto(zone, level.openings, [], { eye: 1.6, distance: 0.5, target });
}

/** The same counted on a grid: a line from an eye reaches a point where it passes both ends of the opening's tunnel of 0.3 m. */
function counted(from: number, to: number, sill = 0): number {
  const eyes = [0.05, 0.275, 0.5, 0.725, 0.95].map((part) => from + part * (to - from));
  const at = (eye: number, x: number, y: number, wall: number) => eye + ((x - eye) * (wall - 1.35)) / (y - 1.35);
  let hits = 0;
  let all = 0;
  for (let x = 0.02; x < 6; x += 0.04)
    for (let y = 2.02; y < 6; y += 0.04) {
      all += 1;
      const passes = eyes.some((eye) => {
        const ends = [1.85, 2, 2.15].filter((wall) => wall < y).map((wall) => at(eye, x, y, wall));
        // The sill is as deep as the tunnel.
        const height = 1.6 - 0.8 * ((2.15 - 1.35) / (y - 1.35));
        return ends.every((end) => end > from && end < to) && height > sill;
      });
      if (passes) hits += 1;
    }
  return hits / all;
}

test('what shows of a room through a clear door is what a grid of lines finds', () => {
  for (const [from, to] of [
    [1, 2],
    [2.5, 3.5],
    [0.5, 5.5],
  ] as const) {
    const { fraction, area, panes } = seen(`kind: glass-door, line: [[${from}, 2], [${to}, 2]], glazing: clear`);
    expect([area, panes]).toEqual([24, 1]);
    expect(Math.abs(fraction - counted(from, to))).toBeLessThan(0.012);
  }
});

test('a sill hides what is low and near', () => {
  const window = 'kind: window, line: [[1, 2], [3, 2]], glazing: clear, fixed: true, sill: 1.2';
  const { fraction } = seen(window);
  expect(Math.abs(fraction - counted(1, 3, 1.2))).toBeLessThan(0.012);
  expect(fraction).toBeLessThan(seen(window.replace(', sill: 1.2', '')).fraction - 0.02);
});

test('nothing shows through what isn’t certainly clear, and a pane to nowhere isn’t looked through', () => {
  expect(seen('kind: glass-door, line: [[1, 2], [2, 2]]').fraction).toBe(0);
  expect(seen('kind: window, line: [[1, 2], [2, 2]], glazing: frosted').fraction).toBe(0);
  expect(seen('kind: window, line: [[1, 6], [2, 6]], glazing: clear').panes).toBe(0);
});

test('a pane by which a place inside the room stands is a pane of the room', () => {
  const pane = 'kind: glass-door, line: [[1, 2], [2, 2]], glazing: clear';
  const alone = seen(pane);
  const bar = seen(pane, 0.8, '      - {id: bar, kind: counter, rect: [0.5, 2, 2, 1]}\n');
  expect(alone.panes).toBe(1);
  expect(bar).toEqual(alone);
});
