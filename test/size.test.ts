import { describe, expect, test } from 'vitest';
import { boxOfRings, isWiderThan, type Ring } from '../src/geometry/index.js';
import { loadPack } from '../src/law/load.js';
import { readPlan } from '../src/plan/read/read.js';
import { createScene } from '../src/sight/scene/scene.js';

/** More than a call's arguments can hold. */
const MANY = 150_000;

const numbers = Array.from({ length: MANY }, (_, i) => i);
const pack = loadPack('nm-2017');

function collection(sitecam: object, features: readonly string[]): string {
  return `{"type":"FeatureCollection","sitecam":${JSON.stringify(sitecam)},"features":[\n${features.join(',\n')}\n]}`;
}

/** The only level of a plan in GeoJSON, made ready for looking at. */
function sceneOf(features: readonly string[]) {
  const plan = {
    version: 1,
    site: { name: '园区', categories: ['hotel'] },
    coordinates: 'metres',
    levels: [{ id: 'F1', elevation: 0, ceiling: 3 }],
  };
  const bytes = new TextEncoder().encode(collection(plan, features));
  const result = readPlan('plan.geojson', () => bytes, { pack });
  if (!result.ok) expect.fail(JSON.stringify(result.unreadable.slice(0, 3)));
  return createScene(result.site, result.site.levels[0]);
}

function feature(properties: string, type: string, coordinates: unknown): string {
  const geometry = { type, coordinates };
  return `{"type":"Feature","properties":{"level":"F1",${properties}},"geometry":${JSON.stringify(geometry)}}`;
}

/** A comb whose teeth are 0.2 m apart, 30 km long. */
const comb: Ring = [...numbers.map((i) => [i / 5, i % 2 === 0 ? 0 : 5] as const), [MANY / 5, 10], [0, 10]];

describe('a plan may hold more than a call can', () => {
  test('the box of many rings holds them all', () => {
    const rings = numbers.map(
      (i): Ring => [
        [i, 0],
        [i + 1, 0],
        [i, -i],
      ],
    );
    expect(boxOfRings(rings)).toEqual({ minX: 0, minY: 1 - MANY, maxX: MANY, maxY: 0 });
  });

  test('walls', () => {
    const walls = numbers.map((i) => {
      const [x, y] = [(i % 500) * 2, Math.floor(i / 500) * 2];
      return feature(`"element":"wall","id":"w${i}"`, 'LineString', [
        [x, y],
        [x + 1, y],
      ]);
    });
    const scene = sceneOf(walls);
    expect(scene.walls.faces).toHaveLength(MANY);
    expect(scene.bounds.maxX).toBeGreaterThan(999);
  });

  test('corners of a zone', () => {
    const scene = sceneOf([feature('"element":"zone","id":"z","kind":"corridor"', 'Polygon', [[...comb, comb[0]]])]);
    expect(scene.zones[0].region.rings[0]).toHaveLength(MANY + 2);
  });

  test('features that cannot be read', () => {
    const features = numbers.map((i) => feature(`"element":"table","id":"t${i}"`, 'Point', [i, 0]));
    const files: Readonly<Record<string, string>> = {
      'plan.yaml':
        'sitecam: 1\nsite: {name: 园区, categories: [hotel]}\nlevels:\n  - {id: F1, geometry: floor.geojson}\n',
      'floor.geojson': collection({ coordinates: 'metres' }, features),
    };
    const result = readPlan('plan.yaml', (path) => new TextEncoder().encode(files[path]), { pack });
    const told = result.ok ? [] : result.unreadable;
    // A thousand are told, and how many more there are.
    expect(told).toHaveLength(1001);
    expect(told.at(-1)?.message).toMatchObject({ id: 'limit/problems', params: { count: { en: `${MANY - 1000}` } } });
  });

  test('holes of what is left of a zone', () => {
    const holes = numbers.map((i): Ring => {
      const [x, y] = [(i % 500) / 2, Math.floor(i / 500) / 2];
      return [
        [x, y],
        [x + 0.1, y + 0.1],
        [x + 0.1, y],
      ];
    });
    const yard: Ring = [
      [-1, -1],
      [1000, -1],
      [1000, 1000],
      [-1, 1000],
    ];
    expect(isWiderThan([{ outline: [yard, ...holes], area: 1e6 }], 0.005)).toBe(true);
  });
});
