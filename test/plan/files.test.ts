// Which files are plans, by their names, and what is wrong with the reference system of one.
import { describe, expect, test } from 'vitest';
import { isNamedPlan, isSitecamFile, PLAN_ENDING } from '../../src/plan/file-names.js';
import { foreignCrs } from '../../src/plan/read/geojson.js';

describe('names of files', () => {
  const terms = ['config', 'waivers', 'decisions', 'suggest'].flatMap((what) => [
    `sitecam.${what}.yaml`,
    `sitecam.${what}.yml`,
  ]);

  test.each([...terms, 'sitecam.baseline.json', 'f1.baseline.json'])('%s is sitecam’s own, in any folder', (name) => {
    for (const path of [name, `sites/deep/${name}`, name.toUpperCase()]) {
      expect(isSitecamFile(path), path).toBe(true);
      expect(isNamedPlan(path)).toBe(false);
      expect(PLAN_ENDING.test(path)).toBe(true);
    }
    for (const path of [`x${name}`, `${name}.txt`, `${name}/plan.yaml`]) {
      expect(isSitecamFile(path), path).toBe(path.endsWith('.baseline.json'));
    }
  });

  test.each(['hotel.sitecam.yaml', 'hotel.sitecam.yml', 'a/b.sitecam.json', '酒店.SITECAM.YAML'])(
    '%s is a plan, whatever is in it',
    (name) => {
      expect(isNamedPlan(name)).toBe(true);
      expect(isSitecamFile(name)).toBe(false);
    },
  );

  test.each([
    'sitecam.yaml',
    '.sitecam.yaml',
    'a/.sitecam.yaml',
    'hotel.yaml',
    'hotel.sitecam.geojson',
    'sitecam.json',
  ])('%s says nothing of what is in it', (name) => {
    expect(isNamedPlan(name)).toBe(false);
    expect(isSitecamFile(name)).toBe(false);
  });
});

describe('the reference system of a GeoJSON file', () => {
  const named = (name: unknown) => ({ crs: { type: 'name', properties: { name } } });

  test.each([
    {},
    { crs: null },
    named('urn:ogc:def:crs:OGC:1.3:CRS84'),
    named('EPSG:4326'),
    named('urn:ogc:def:crs:EPSG::4490'),
    named('WGS 84'),
    named('wgs84'),
  ])('does no harm: %j', (collection) => {
    expect(foreignCrs(collection)).toBeUndefined();
  });

  test.each([
    [named('EPSG:3857'), 'EPSG:3857'],
    [named('EPSG:43260'), 'EPSG:43260'],
    [named(4326), '{"type":"name","properties":{"name":4326}}'],
    [{ crs: {} }, '{}'],
    [{ crs: { properties: null } }, '{"properties":null}'],
    [{ crs: { properties: ['EPSG:4326'] } }, '{"properties":["EPSG:4326"]}'],
    [{ crs: 'EPSG:4326' }, '"EPSG:4326"'],
    [{ crs: false }, 'false'],
  ])('is told where it is another, or nobody can say: %j', (collection, told) => {
    expect(foreignCrs(collection)).toBe(told);
  });
});
