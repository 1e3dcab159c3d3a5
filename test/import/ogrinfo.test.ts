import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCollection, Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { Folder } from '../support/folder.js';
import { BUILDINGS } from './buildings.js';
import { type Made, make } from './support.js';

/** What others read geometry with: GDAL's ogrinfo, Debian's gdal-bin. */
const OGRINFO = (() => {
  try {
    execFileSync('ogrinfo', ['--version'], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
})();

/** A feature as either side has it: what it is, where, and how many corners it has. */
interface Read {
  readonly element: unknown;
  readonly level: unknown;
  readonly id: unknown;
  readonly type: string | undefined;
  readonly corners: number;
}

function cornersOf(geometry: Geometry | null): number {
  if (geometry === null || geometry.type === 'GeometryCollection') return 0;
  const count = (of: Position | Position[] | Position[][] | Position[][][]): number =>
    typeof of[0] === 'number' ? 1 : (of as Position[]).reduce((sum, part) => sum + count(part), 0);
  return count(geometry.coordinates);
}

function featuresOf({ features }: Pick<FeatureCollection<Geometry | null>, 'features'>): Read[] {
  return features.map(({ properties, geometry }) => ({
    element: properties?.element,
    level: properties?.level,
    id: properties?.id,
    type: geometry?.type,
    corners: cornersOf(geometry),
  }));
}

/** What ogrinfo reads of the file of geometry, and what it complains of. */
function readBack({ geometry }: Made): { readonly features: readonly Read[]; readonly layers: number } {
  const folder = new Folder({ 'plan.geojson': geometry });
  const out = execFileSync('ogrinfo', ['-json', '-features', folder.at('plan.geojson')], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const { layers } = JSON.parse(out) as { layers: Pick<FeatureCollection, 'features'>[] };
  return { features: layers.flatMap(featuresOf), layers: layers.length };
}

describe.skipIf(!OGRINFO)('another program reads every feature of', () => {
  const same = (made: Made) => {
    const own = featuresOf(JSON.parse(made.geometry));
    expect(own.length).toBeGreaterThan(0);
    expect(readBack(made)).toEqual({ features: own, layers: 1 });
  };

  it('cameras and walls in a street', () => {
    const path = 'fixtures/import/cameras/street.geojson';
    same(
      make([{ path, bytes: readFileSync(join(path)) }], {
        mapping: { rules: [{ where: { building: true }, as: 'wall' }] },
      }),
    );
  });

  for (const { name, isHere, made } of BUILDINGS) it.skipIf(!isHere)(name, () => same(made()));
});
