import type { Position } from 'geojson';
import type { InputFile } from '../../src/import/types.js';
import { file } from './support.js';

/** A room of six by six metres in a cell of ten by ten. */
export interface Room {
  readonly id?: string;
  readonly cell: number;
  readonly category?: string;
  readonly name?: string;
  /** m */
  readonly east?: number;
  readonly north?: number;
  readonly level?: string;
}

const [LONGITUDE, LATITUDE] = [111.7, 40.8];
const NORTH = 1 / 111_052;
const EAST = NORTH / Math.cos((LATITUDE * Math.PI) / 180);

function at(x: number, y: number): Position {
  return [LONGITUDE + x * EAST, LATITUDE + y * NORTH];
}

/** An IMDF archive of such rooms and, between cells, doors by their ids. */
export function rooms(all: readonly Room[], levels: readonly string[] = ['ground']): InputFile[] {
  const units = all.map(({ id, cell, category = 'office', name, east = 0, north = 0, level = 'ground' }) => {
    const [x, y] = [(cell % 8) * 10 + east, Math.floor(cell / 8) * 10 + north];
    const ring = [at(x, y), at(x + 6, y), at(x + 6, y + 6), at(x, y + 6), at(x, y)];
    return {
      type: 'Feature',
      ...(id === undefined ? {} : { id }),
      geometry: { type: 'Polygon', coordinates: [ring] },
      properties: { category, level_id: level, ...(name === undefined ? {} : { name: { en: name } }) },
    };
  });
  const storeys = levels.map((id, ordinal) => ({
    type: 'Feature',
    id,
    geometry: null,
    properties: { ordinal, short_name: { en: 'F' } },
  }));
  return [
    file('level.geojson', { type: 'FeatureCollection', features: storeys }),
    file('unit.geojson', { type: 'FeatureCollection', features: units }),
  ];
}
