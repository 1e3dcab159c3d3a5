import { readFileSync } from 'node:fs';
import { loadMapping } from '../../src/import/mapping/load.js';
import type { Mapping } from '../../src/import/mapping/types.js';
import { dataFiles, type Made, make, pack } from './support.js';

/** A mapping of the fixtures, as `--mapping` takes it. */
export function mappingOf(path: string): Mapping {
  const loaded = loadMapping(path, readFileSync(path), pack);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.mapping;
}

const WESTPORT: Mapping = {
  levels: ['gf', '1', '2', '3', '4', '5', '6'].map((key) => ({ key, id: `F${key}`, files: [`*-floor-${key}*`] })),
  rules: [
    { where: { type: 'wall' }, as: 'wall' },
    { where: { type: 'door' }, as: 'opening', kind: 'door' },
    { where: { type: 'window' }, as: 'opening', kind: 'window' },
    { where: { type: 'building_outline' }, as: 'outline' },
    { where: { type: 'stairs' }, as: 'zone', kind: 'stairs' },
    { where: { type: 'elevator' }, as: 'zone', kind: 'elevator-car' },
    { where: { type: 'bathroom' }, as: 'zone', kind: 'restroom' },
    { where: { type: 'room', geometry: 'Polygon' }, as: 'zone' },
    { where: {}, as: 'none' },
  ],
};

const NCU: Mapping = {
  levels: ['1', '2'].map((key) => ({ key, files: [`R3-${key}F*`] })),
  kinds: { Toilet: 'restroom', Corridor: 'corridor', Stair: 'stairs', Elevator: 'elevator-car', Room: 'classroom' },
  rules: [],
};

/** The buildings that others published, as they are imported: where their source needs one, with a mapping. */
export const BUILDINGS: readonly { readonly folder: string; readonly made: () => Made }[] = [
  { folder: 'imdf-spbstu-campus', made: () => make(dataFiles('imdf-spbstu-campus')) },
  { folder: 'osm-apb-dresden', made: () => make(dataFiles('osm-apb-dresden')) },
  {
    folder: 'walls-westport',
    made: () =>
      make(dataFiles('walls-westport', /floor-.*\.geojson$/), { mapping: WESTPORT, category: 'large-enterprise' }),
  },
  { folder: 'rooms-ncu-r3', made: () => make(dataFiles('rooms-ncu-r3', /Polygon/), { mapping: NCU }) },
  {
    folder: 'cameras-monaco',
    made: () =>
      make(dataFiles('cameras-monaco', /obstacles/), {
        mapping: mappingOf('fixtures/import/cameras/buildings.mapping.yaml'),
        category: 'city-square',
      }),
  },
];
