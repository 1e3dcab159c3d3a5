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

/** The buildings that others published, as they are imported: where their source needs one, with a mapping. */
export const BUILDINGS: readonly { readonly folder: string; readonly made: () => Made }[] = [
  { folder: 'imdf-spbstu-campus', made: () => make(dataFiles('imdf-spbstu-campus')) },
  { folder: 'osm-apb-dresden', made: () => make(dataFiles('osm-apb-dresden')) },
  {
    folder: 'cameras-monaco',
    made: () =>
      make(dataFiles('cameras-monaco', /obstacles/), {
        mapping: mappingOf('fixtures/import/cameras/buildings.mapping.yaml'),
        category: 'city-square',
      }),
  },
];
