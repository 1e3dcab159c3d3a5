import { expect, test } from 'vitest';
import { loadPack } from '../../src/law/load.js';
import { readPlan } from '../../src/plan/read/read.js';

/** Returns what is said of the levels' impossible figures, by subject: the range they should be in. */
function expectedOf(levels: readonly object[]): Readonly<Record<string, string>> {
  const site = { name: '示例', categories: ['hotel'], region: '150102' };
  const bytes = new TextEncoder().encode(JSON.stringify({ sitecam: 1, site, coordinates: 'metres', levels }));
  const pack = loadPack('cn-799-2025');
  const result = readPlan('plan.json', (path) => (path === 'plan.json' ? bytes : undefined), { pack });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  return Object.fromEntries(
    result.site.faults.map(({ subject, message }) => [subject, message.zh.split('：应').at(-1) ?? '']),
  );
}

const hall = { id: 'hall', kind: 'lobby', enclosed: true, rect: [0, 0, 8, 6] };
const LIMIT = '不大于100（本工具参数）；高度以米计';

test.each([
  [2700, 3, `${LIMIT}，可能应写2.7。`],
  [2700, 2700, `${LIMIT}，可能应写2.7。`],
  [300_000, 3, `${LIMIT}。`],
  // In that room it would be above the ceiling.
  [5000, 3, `${LIMIT}。`],
  [100_000, undefined, `${LIMIT}，可能应写100。`],
])('of a device at %s under a ceiling at %s, no height is proposed that is refused', (height, ceiling, said) => {
  const device = { id: 'C', kind: 'camera', at: [1, 1], height };
  expect(expectedOf([{ id: 'F1', ceiling, zones: [hall], devices: [device] }])['C/height']).toBe(said);
});

test.each([
  ['door', 0, 2100, `${LIMIT}，可能应写2.1。`],
  ['door', 0, 1200, `${LIMIT}。`],
  ['window', 2, 1500, `${LIMIT}。`],
  ['window', 900, 2100, `${LIMIT}，可能应写2.1。`],
])('of the head of a %s from %s to %s neither', (kind, sill, head, said) => {
  const opening = {
    id: 'o',
    kind,
    line: [
      [1, 0],
      [2, 0],
    ],
    sill,
    head,
  };
  expect(expectedOf([{ id: 'F1', zones: [hall], openings: [opening] }])['o/head']).toBe(said);
});

const NEAR = '与地面层标高0相差不超过1000（本工具参数）；标高以米计，';
const MEANT = (metres: number) => `${NEAR}可能应写${metres}。`;
const DATUM = `${NEAR}各层统一写相对标高。`;

test.each([
  [
    [undefined, 3600, 7200],
    [MEANT(3.6), MEANT(7.2)],
  ],
  [
    [0, 3600, 3600],
    [MEANT(3.6), MEANT(3.6)],
  ],
  [
    [-3600, 0, 3600],
    [MEANT(-3.6), MEANT(3.6)],
  ],
  // Above the sea, where the first level is without.
  [
    [undefined, 1065, 1069],
    [DATUM, DATUM],
  ],
  [[undefined, 1065], [DATUM]],
  [[0, 3.6, 4000], [DATUM]],
  [[0, 5e6], [DATUM]],
])('of levels at %s, thousandths are proposed only where storeys come of them', (elevations, said) => {
  const levels = elevations.map((elevation, n) => ({ id: `F${n}`, elevation, zones: [{ ...hall, id: `z${n}` }] }));
  expect(Object.values(expectedOf(levels))).toEqual(said);
});
