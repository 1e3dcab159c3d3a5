import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import type { ReadResult } from '../../src/plan/model.js';
import { locate } from '../../src/source/place/locate.js';
import type { Place } from '../../src/source/types.js';
import { reading } from './support.js';

const plan = `sitecam: 1
site:
  name: 测试
  categories: [hotel]
  absent: [{role: vault, reason: 无, by: 我}]
north: 3
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: a, kind: lobby, name: 大堂, polygon: [[0, 0], [9, 0], [9, 8], [0, 8]], holes: [[[1, 1], [2, 1], [2, 2]]]}
      - {id: b, kind: restroom, rect: [9, 0, 4, 5], valid: {from: 2026-01-01}}
    walls: [{id: w, line: [[3, 0], [3, 4]], height: 2}]
    openings: [{id: d, kind: door, line: [[9, 1], [9, 2]]}]
    devices:
      - {id: C1, type: t, at: [0, 1], heading: 90, ptz: {pan: [0, 90], home: {heading: 1, tilt: 2, hfov: 3}}}
      - {id: R1, kind: access-reader, at: [8.9, 1], opening: d, masks: [{polygon: [[0, 0], [1, 0], [1, 1]]}]}
deviceTypes: {t: {kind: camera, sensors: [{heading: 4, hfov: 60}]}}
waivers: [{rule: a, subject: b, reason: c, by: d, until: 2027-01-01}]
`;

const member = {
  version: 1,
  site: { name: '测试', categories: ['hotel'] },
  coordinates: 'metres',
  levels: [{ id: 'F1' }],
};
const ring = [
  [0, 0],
  [9, 0],
  [9, 8],
  [0, 0],
];
const collection = {
  type: 'FeatureCollection',
  sitecam: member,
  features: [
    {
      type: 'Feature',
      properties: { element: 'zone', id: 'a', kind: 'lobby' },
      geometry: { type: 'Polygon', coordinates: [ring] },
    },
    {
      type: 'Feature',
      properties: { element: 'wall', id: 'w' },
      geometry: {
        type: 'LineString',
        coordinates: [
          [3, 0],
          [3, 4],
        ],
      },
    },
    {
      type: 'Feature',
      properties: { element: 'device', id: 'C1', kind: 'camera' },
      geometry: { type: 'Point', coordinates: [1, 1] },
    },
  ],
};

/** Whatever was read: every fault has its words in both languages and stands in its file. */
function sound(result: ReadResult): void {
  const files = result.ok ? result.site.files : result.files;
  const check = (place: Place) => {
    const file = files.find(({ path }) => path === place.path);
    if (file === undefined) expect.fail(`no file ${place.path}`);
    const { start, end } = locate(file, place);
    expect(start.line, `${place.pointer} ends before it starts`).toBeLessThanOrEqual(end.line);
    expect(start.line).toBeLessThanOrEqual(file.text.split('\n').length);
  };
  if (result.ok) for (const { place } of result.site.faults) check(place);
  else for (const { place, at } of result.unreadable) if (at === undefined) check(place);
  expect(result.ok || result.unreadable.length > 0).toBe(true);
}

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e300,
    -1e-300,
    '',
    'F1',
    'a',
    '__proto__',
    [],
    {},
    [[]],
    [[0, 0]],
    [null],
    { id: 'a' },
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

/** `value` with the node that the numbers of `way` lead to replaced, dropped or doubled. */
function mutate(value: unknown, way: readonly number[], put: unknown, how: number): unknown {
  const [step, ...rest] = way;
  if (typeof value !== 'object' || value === null || step === undefined) return put;
  const keys = Object.keys(value);
  const key = keys[step % (keys.length + 1)];
  if (key === undefined) return put;
  const copy: Record<string, unknown> = { ...value };
  if (rest.length > 0) copy[key] = mutate(copy[key], rest, put, how);
  else if (how === 0) copy[key] = put;
  else if (how === 1) delete copy[key];
  else copy[`${key}x`] = copy[key];
  return Array.isArray(value) ? Object.values(copy) : copy;
}

const change = fc.tuple(fc.array(fc.nat(20), { minLength: 1, maxLength: 7 }), odd, fc.nat(2));
const changes = fc.array(change, { minLength: 1, maxLength: 3 });

test('a plan with anything in it is read or told what is wrong', () => {
  const document: unknown = parse(plan);
  fc.assert(
    fc.property(changes, (all) => {
      const changed = all.reduce<unknown>((value, [way, put, how]) => mutate(value, way, put, how), document);
      sound(reading({ 'plan.yaml': stringify(changed) }));
    }),
    { numRuns: 200 },
  );
});

test('a GeoJSON plan with anything in it is read or told what is wrong', () => {
  fc.assert(
    fc.property(changes, (all) => {
      const changed = all.reduce<unknown>((value, [way, put, how]) => mutate(value, way, put, how), collection);
      sound(reading({ 'plan.geojson': JSON.stringify(changed, undefined, 1) ?? '' }));
      const levels = [{ id: 'F1', geometry: 'part.json' }];
      const whole = JSON.stringify({ sitecam: 1, site: member.site, origin: [0, 0], levels });
      sound(reading({ 'plan.json': whole, 'part.json': JSON.stringify(changed) ?? '' }));
    }),
    { numRuns: 200 },
  );
});

test('a plan with a stretch of its text gone or doubled is read or told what is wrong', () => {
  fc.assert(
    fc.property(fc.nat(plan.length), fc.nat(12), fc.string({ maxLength: 3 }), (from, length, put) => {
      sound(reading({ 'plan.yaml': plan.slice(0, from) + put + plan.slice(from + length) }));
    }),
    { numRuns: 200 },
  );
});

test('text of any sort is read or told what is wrong', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => sound(reading({ 'plan.yaml': text }))));
});
