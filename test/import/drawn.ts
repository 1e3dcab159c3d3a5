import type { Geometry } from 'geojson';
import type { Mapping } from '../../src/import/mapping/types.js';
import type { InputFile } from '../../src/import/types.js';
import { file } from './support.js';

/** A rectangle from its south-west corner, with what it is. */
export type Drawn = readonly [type: string, x: number, y: number, width: number, depth: number, name?: string];

/** Metres; what is drawn is called as it becomes. */
export const mapping: Mapping = {
  coordinates: 'metres',
  keys: { kind: ['type'], name: ['name'], id: ['id'] },
  rules: [
    { where: { type: 'wall' }, as: 'wall' },
    { where: { type: ['door', 'leaf'] }, as: 'opening', kind: 'door' },
    { where: { type: 'window' }, as: 'opening', kind: 'window' },
    { where: { type: 'outline' }, as: 'outline' },
    { where: { type: 'camera' }, as: 'device', kind: 'camera' },
    { where: { type: 'area' }, as: 'zone', keys: { enclosed: false } },
  ],
};

export function rectangle(x: number, y: number, width: number, depth: number): Geometry {
  const ring = [
    [x, y],
    [x + width, y],
    [x + width, y + depth],
    [x, y + depth],
    [x, y],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}

export function feature(type: string, id: string, geometry: Geometry, name?: string): object {
  return { type: 'Feature', properties: { id, type, ...(name === undefined ? {} : { name }) }, geometry };
}

/** A file of rectangles; ids are their type and number. */
export function drawn(rectangles: readonly Drawn[], others: readonly object[] = [], path = 'plan.geojson'): InputFile {
  const counts = new Map<string, number>();
  const features = rectangles.map(([type, x, y, width, depth, name]) => {
    const count = (counts.get(type) ?? 0) + 1;
    counts.set(type, count);
    const geometry: Geometry =
      width === 0 && depth === 0 ? { type: 'Point', coordinates: [x, y] } : rectangle(x, y, width, depth);
    return feature(type, `${type}${count}`, geometry, name);
  });
  return file(path, { type: 'FeatureCollection', features: [...features, ...others] });
}

/** Two rooms of 4 m by 3 m side by side, walls 0.2 m thick all round, a door of 0.9 m between. */
export const TWO_ROOMS: readonly Drawn[] = [
  ['wall', 0, 0, 8.6, 0.2],
  ['wall', 0, 3.2, 8.6, 0.2],
  ['wall', 0, 0.2, 0.2, 3],
  ['wall', 8.4, 0.2, 0.2, 3],
  ['wall', 4.2, 0.2, 0.2, 1],
  ['wall', 4.2, 2.1, 0.2, 1.1],
  ['door', 4.2, 1.2, 0.2, 0.9],
];
