import type { ImportFrame } from '../frame.js';
import type { Renamed } from '../ids.js';
import type { WrittenElement } from './features.js';

/** Says that a file of geometry was written by an import and may be written again: a foreign member (RFC 7946, 6.1). */
export interface ImportedMark {
  readonly from: readonly string[];
}

/**
 * The file of geometry: a GeoJSON FeatureCollection, one feature a line. A feature's own id is the source's, so that the
 * table from old ids to new ones is in the file; `properties.id` is the plan's.
 */
export function geometryFile(
  elements: readonly WrittenElement[],
  frame: ImportFrame,
  ids: readonly Renamed[],
  mark: ImportedMark,
): string {
  const sources = new Map(ids.map(({ from, to }) => [to, from]));
  const features = elements.map(({ element, level, id, keys, geometry }) =>
    JSON.stringify({
      type: 'Feature',
      id: sources.get(id) ?? id,
      properties: { element, level, id, ...keys },
      geometry,
    }),
  );
  const head = { type: 'FeatureCollection', sitecam: { version: 1, coordinates: frame.system }, imported: mark };
  return `${JSON.stringify(head).slice(0, -1)},"features":[\n${features.join(',\n')}\n]}\n`;
}
