// A feature's form, as the package geojson-validation judges it and as sitecam does where that can't be: the same, word for word.
import { readFileSync } from 'node:fs';
import { isFeature as byPackage } from 'geojson-validation';
import { expect, test } from 'vitest';
import { formFaults } from '../../src/plan/read/geojson.js';
import { elementOf } from '../../src/plan/read/geojson-feature.js';
import { isFeature as byForm } from '../../src/plan/read/geojson-form.js';
import { Dice } from './dice.js';
import { mutated } from './mutate.js';

const FILES = [
  'fixtures/sites/museum/floor1.geojson',
  'fixtures/sites/residential-compound/violations.geojson',
  'fixtures/doubts/stays/undecided-no-geometry.geojson',
  'fixtures/evasion/file-ref-changed/f1.geojson',
];

const BOXES: readonly unknown[] = [[0, 0, 1, 1], [0, 0, 0, 1, 1, 1], [0, 0, 1], [], null, '0,0,1,1', {}, ['a', null]];

/** Members that a feature may have beside what it needs, or lack. */
function dressed(feature: Readonly<Record<string, unknown>>, dice: Dice): unknown {
  const geometry = feature.geometry;
  const boxed = dice.chance(0.3) && geometry !== null ? { ...Object(geometry), bbox: dice.pick(BOXES) } : geometry;
  const made: Record<string, unknown> = { ...feature, geometry: boxed };
  if (dice.chance(0.3)) made.bbox = dice.pick(BOXES);
  if (dice.chance(0.05)) made.type = dice.pick(['feature', 'FeatureCollection', null, 1]);
  for (const key of ['type', 'geometry']) if (dice.chance(0.05)) delete made[key];
  return made;
}

test('of features broken at random both say the same', () => {
  const features = FILES.flatMap((path): Record<string, unknown>[] => JSON.parse(readFileSync(path, 'utf8')).features);
  const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];
  const found = new Map<string, number>();
  let read = 0;
  for (let seed = 0; seed < 12_000; seed += 1) {
    const dice = new Dice(seed);
    const bytes = (one: unknown) => encoder.encode(JSON.stringify(one));
    const text = decoder.decode(mutated(bytes(dressed(dice.pick(features), dice)), bytes(dice.pick(features)), dice));
    let feature: unknown;
    try {
      feature = JSON.parse(text);
    } catch {
      continue;
    }
    if (!elementOf(feature, 'a.geojson', '/features/0').ok) continue;
    read += 1;
    const faults = formFaults(feature, byPackage);
    expect(formFaults(feature, byForm), text).toEqual(faults);
    for (const fault of faults) found.set(fault, (found.get(fault) ?? 0) + 1);
  }
  expect(read).toBeGreaterThan(3000);
  // All that there is to say was said, and often enough.
  expect([...found.keys()].sort()).toEqual([
    'bbox must be an array',
    'bbox, must be a 2*n array',
    'must have a member with the name "geometry"',
    'must have a member with the name "type"',
    'type must be "Feature"',
  ]);
  expect(Math.min(...found.values())).toBeGreaterThan(50);
});

test('a fault of coordinates is none of the form, whatever stands there', () => {
  const feature = (coordinates: unknown, type = 'LineString') => ({
    type: 'Feature',
    properties: { element: 'wall' },
    geometry: { type, coordinates, bbox: [1] },
  });
  for (const one of [feature([['Feature', 0]]), feature([[], [1]]), feature([{ toString: 1 }, [0, 0]])]) {
    expect(elementOf(one, 'a.geojson', '').ok).toBe(true);
    expect(formFaults(one, byPackage)).toEqual(['bbox, must be a 2*n array']);
    expect(formFaults(one, byForm)).toEqual(['bbox, must be a 2*n array']);
  }
});

test('rings without positions, of which the package throws, hide no fault of the form', () => {
  const zone = {
    type: 'Feature',
    bbox: [1],
    properties: { element: 'zone' },
    geometry: { type: 'Polygon', coordinates: [[]] },
  };
  expect(() => byPackage(zone, true)).toThrow();
  expect(formFaults(zone, byPackage)).toEqual(['bbox, must be a 2*n array']);
});
