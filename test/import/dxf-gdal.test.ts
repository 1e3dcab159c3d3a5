import { execFileSync, spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { distanceToSegment } from '../../src/geometry/shapes/segment.js';
import type { Segment } from '../../src/geometry/types.js';
import { shippedMapping } from '../../src/import/mapping/defaults/defaults.js';
import { readDxf } from '../../src/import/read/dxf/read.js';
import type { RawFeature } from '../../src/import/types.js';
import { drawing } from './dxf-support.js';

/** GDAL reads drawings by a reader of its own. Debian: gdal-bin. */
const missing = spawnSync('ogr2ogr', ['--version']).error !== undefined;

interface Read {
  readonly properties: {
    readonly Layer: string;
    readonly EntityHandle: string;
    readonly Text?: string;
    readonly BlockName?: string;
    readonly BlockAngle?: number;
    readonly BlockAttributes?: readonly string[];
  };
  readonly geometry: Geometry;
}

/** What GDAL reads of a drawing of fixtures/import/dxf, blocks as points where `whole`. */
function gdal(name: string, whole: boolean, encoding: string): Read[] {
  const options = ['--config', 'DXF_INLINE_BLOCKS', whole ? 'FALSE' : 'TRUE', '--config', 'DXF_ENCODING', encoding];
  const file = `fixtures/import/dxf/${name}.dxf`;
  const json = execFileSync('ogr2ogr', ['-f', 'GeoJSON', '/vsistdout/', ...options, file, 'entities'], {
    encoding: 'utf8',
    maxBuffer: 1e8,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return (JSON.parse(json) as { readonly features: readonly Read[] }).features.slice();
}

function ours(name: string): readonly RawFeature[] {
  const result = readDxf([drawing(name)], shippedMapping('dxf'));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.source.features;
}

/** Handle of the entity a feature was read from, the last of those of the inserts it is in. */
function handleOf({ origin }: RawFeature): string {
  return origin.pointer;
}

function near(point: readonly number[], scale = 1): number[] {
  return point.slice(0, 2).map((value) => Math.round(value * scale * 1e4) / 1e4 + 0);
}

function lineOf({ shapes: [shape] }: RawFeature): number[][] {
  const line = shape?.type === 'LineString' ? shape.line : shape?.type === 'Polygon' ? (shape.rings[0] ?? []) : [];
  return line.map((point) => near(point));
}

function attributesOf(properties: RawFeature['properties']): string[] {
  return Object.entries(properties).flatMap(([key, value]) =>
    key.startsWith('attr.') ? [`${key.slice(5)} ${value}`] : [],
  );
}

it.skipIf(missing).each([
  ['guest-house', 'UTF-8'],
  ['guest-house-gbk', 'CP936'],
])('GDAL reads the same walls, rooms, texts and devices of %s', (name, encoding) => {
  const theirs = gdal(name, true, encoding).filter(({ properties }) => properties.EntityHandle !== undefined);
  const byHandle = new Map(theirs.map((feature) => [feature.properties.EntityHandle, feature]));
  const features = ours(name);
  const drawn = features.filter(({ properties, drawing }) => properties.entity !== 'INSERT' && drawing === undefined);
  const count = (layer: string, type: RegExp) =>
    theirs.filter(({ properties, geometry }) => properties.Layer === layer && type.test(geometry.type)).length;
  // Hatches are polygons there.
  expect(drawn.filter(({ properties }) => properties.layer === '墙体')).toHaveLength(count('墙体', /Line|Polygon/));
  expect(count('墙体', /Polygon/)).toBe(1);
  expect(drawn.filter(({ properties }) => properties.layer === '房间')).toHaveLength(count('房间', /Line/));
  for (const feature of drawn) {
    const other = byHandle.get(handleOf(feature));
    expect(other?.properties.Layer).toBe(feature.properties.layer);
    const coordinates: unknown = other?.geometry.coordinates;
    const isHatch = feature.properties.entity === 'HATCH';
    const line = isHatch ? (coordinates as number[][][])[0] : (coordinates as number[][]);
    const corners = line.map((point) => near(point, 0.001));
    // A ring of a hatch isn't closed by a point of its own.
    expect(lineOf(feature)).toEqual(isHatch ? corners.slice(0, -1) : corners);
  }
  const devices = features.filter(({ properties }) => properties.direction !== undefined);
  expect(devices).toHaveLength(count('安防设备', /Point/));
  for (const { properties, origin, shapes } of devices) {
    const other = byHandle.get(origin.pointer);
    // Names of blocks and attributes aren't decoded there.
    if (encoding === 'UTF-8') {
      expect(other?.properties.BlockName).toBe(properties.block);
      expect(other?.properties.BlockAttributes).toEqual(attributesOf(properties));
    }
    expect((450 - (other?.properties.BlockAngle ?? Number.NaN)) % 360).toBe(properties.direction);
    const [shape] = shapes;
    expect(shape?.type === 'Point' ? near(shape.at) : []).toEqual(near(other?.geometry.coordinates as number[], 0.001));
  }
  const words = new Set(theirs.flatMap(({ properties }) => properties.Text ?? []));
  for (const { properties } of features.filter((feature) => feature.properties.text !== undefined)) {
    for (const word of String(properties.text).split(' ')) expect(words).toContain(word);
  }
});

it.skipIf(missing)(
  'GDAL takes apart the same blocks: nested, mirrored, turned, scaled, in rows, seen from below',
  () => {
    const theirs = gdal('annex', false, 'UTF-8').flatMap(({ geometry }) => segmentsOf(geometry));
    const own = ours('annex')
      .filter(({ properties }) => properties.direction === undefined)
      .flatMap(({ shapes }) => shapes)
      .flatMap((shape) => (shape.type === 'LineString' ? [shape.line] : shape.type === 'Polygon' ? shape.rings : []));
    // Three rooms and a round one, their walls and doors (leaf and arc), an arc, two columns, two lines of one mline, a grid of six, a wide line.
    expect(own).toHaveLength(4 + 3 + 2 * 3 + 1 + 2 + 2 + 6 + 1);
    // Both have chords of their own, ours at most 5 mm off.
    for (const point of own.flat()) {
      const off = Math.min(...theirs.map((segment) => distanceToSegment([point[0], point[1]], segment)));
      expect(off, JSON.stringify(point)).toBeLessThan(0.006);
    }
  },
);

interface Geometry {
  readonly type: string;
  readonly coordinates?: unknown;
  readonly geometries?: readonly Geometry[];
}

function segmentsOf({ type, coordinates, geometries = [] }: Geometry): Segment[] {
  const lines =
    type === 'LineString'
      ? [coordinates]
      : /^(?:MultiLineString|Polygon)$/.test(type)
        ? (coordinates as unknown[])
        : [];
  return [
    ...geometries.flatMap(segmentsOf),
    ...(lines as readonly (readonly (readonly [number, number])[])[]).flatMap((line) =>
      line
        .slice(1)
        .map(([x, y], index) => ({ a: [line[index]?.[0] ?? x, line[index]?.[1] ?? y] as const, b: [x, y] as const })),
    ),
  ];
}
