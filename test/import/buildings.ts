import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { loadMapping } from '../../src/import/mapping/load.js';
import type { Mapping } from '../../src/import/mapping/types.js';
import type { InputFile } from '../../src/import/types.js';
import { dataFiles, hasData, type Made, make, pack } from './support.js';

/** A mapping of the fixtures, as `--mapping` takes it. */
export function mappingOf(path: string): Mapping {
  const loaded = loadMapping(path, readFileSync(path), pack);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.mapping;
}

const FIXTURES = 'fixtures/import';

/** A file of the fixtures. */
function fixture(path: string): InputFile {
  return { path: basename(path), bytes: readFileSync(join(FIXTURES, path)) };
}

const ncu: Mapping = {
  levels: ['1', '2'].map((key) => ({ key, files: [`R3-${key}F*`] })),
  kinds: { Toilet: 'restroom', Corridor: 'corridor', Stair: 'stairs', Elevator: 'elevator-car', Room: 'classroom' },
  rules: [],
};

export interface Building {
  readonly name: string;
  /** False for one that others published where their data isn't. */
  readonly isHere: boolean;
  readonly made: () => Made;
}

/** One that others published, in a folder of real data. */
function published(name: string, files?: RegExp, how: { mapping?: Mapping; category?: string } = {}): Building {
  return { name, isHere: hasData(name), made: () => make(dataFiles(name, files), how) };
}

/** Buildings from every kind of source, as they are imported: where their source needs one, with a mapping. */
export const BUILDINGS: readonly Building[] = [
  { name: 'a house of OSM', isHere: true, made: () => make([fixture('osm/building.geojson')]) },
  {
    name: 'a floor of GeoJSON',
    isHere: true,
    made: () => make([fixture('geojson/一层.geojson')], { mapping: mappingOf(`${FIXTURES}/geojson/mapping.yaml`) }),
  },
  {
    name: 'a guest house in DXF',
    isHere: true,
    made: () => make([fixture('dxf/guest-house.dxf')], { category: 'hotel' }),
  },
  published('imdf-spbstu-campus'),
  published('osm-apb-dresden'),
  published('walls-westport', /floor-.*\.geojson$/, { mapping: mappingOf(`${FIXTURES}/mappings/wrld-floors.yaml`) }),
  published('rooms-ncu-r3', /Polygon/, { mapping: ncu }),
  published('cameras-monaco', /obstacles/, {
    mapping: mappingOf(`${FIXTURES}/cameras/buildings.mapping.yaml`),
    category: 'city-square',
  }),
];
