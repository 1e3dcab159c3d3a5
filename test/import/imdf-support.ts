import type { Note } from '../../src/import/notes.js';
import { file, type Made, make } from './support.js';

export interface Unit {
  readonly id: string;
  readonly category: string;
  readonly [key: string]: unknown;
}

/** Features of an IMDF archive of units in a row, on the level `ground` where they name no other. */
export function archiveOf({
  units,
  levels = [{ id: 'ground', properties: { ordinal: 0 } }],
  files = {},
}: {
  readonly units: readonly Unit[];
  readonly levels?: readonly object[];
  readonly files?: Readonly<Record<string, readonly object[]>>;
}): Record<string, object> {
  const unit = units.map(({ id, ...properties }, index) => ({
    id,
    geometry: { type: 'Polygon', coordinates: [cell(index)] },
    properties: { level_id: 'ground', ...properties },
  }));
  const parts: Readonly<Record<string, readonly object[]>> = { level: levels, unit, ...files };
  return Object.fromEntries(
    Object.entries(parts).map(([name, features]) => [
      `${name}.geojson`,
      {
        type: 'FeatureCollection',
        features: features.map((feature) => ({ type: 'Feature', feature_type: name, geometry: null, ...feature })),
      },
    ]),
  );
}

export interface ImportedArchive extends Pick<Made, 'lint'> {
  readonly notes: readonly Note[];
  readonly levels: Made['building']['identified']['levels'];
  readonly zones: Made['building']['identified']['draft']['zones'];
  readonly walls: Made['building']['identified']['draft']['walls'];
  readonly outlines: Made['building']['identified']['draft']['outlines'];
}

export function importedArchive(parts: Parameters<typeof archiveOf>[0]): ImportedArchive {
  const made = make(Object.entries(archiveOf(parts)).map(([path, value]) => file(path, value)));
  const { notes, identified } = made.building;
  const { levels, draft } = identified;
  return { notes, levels, zones: draft.zones, walls: draft.walls, outlines: draft.outlines, lint: made.lint };
}

function cell(index: number): [number, number][] {
  const [west, east, south, north] = [111.7 + index * 1e-4, 111.7 + (index + 1) * 1e-4, 40.8, 40.8001];
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}
