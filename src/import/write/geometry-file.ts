// Writes the geometry file of a plan.

import type { ImportFrame } from '../frame.js';
import type { PlanLevel, RenamedId } from '../support/ids.js';
import type { Position } from '../types.js';
import type { WrittenElement } from './features.js';
import { elevationOf } from './plan-file.js';

/** Mark of a geometry file that an import wrote and may overwrite: a foreign member of GeoJSON (RFC 7946, 6.1). */
interface ImportedMark {
  /** Names of the source files. */
  readonly from: readonly string[];
  /** Source key of each level, by its id in the plan. */
  readonly levels: Readonly<Record<string, string>>;
  /**
   * Source coordinates in m of the file's zero; absent if it is the source's own zero, or the source is in degrees.
   */
  readonly corner?: Position;
}

/**
 * Returns the geometry file: a GeoJSON FeatureCollection, one feature per line. A feature's own id is that of the
 * source, absent if it had none, so that the file holds the table of old and new ids; `properties.id` is the plan's.
 */
export function geometryFile(
  elements: readonly WrittenElement[],
  frame: ImportFrame,
  ids: readonly RenamedId[],
  mark: ImportedMark,
): string {
  const head = { type: 'FeatureCollection', sitecam: { version: 1, coordinates: frame.system }, imported: mark };
  return collection(head, elements, ids);
}

/** Returns the mark of a file made from the files `from`. */
export function markOf(from: readonly string[], levels: readonly PlanLevel[], frame: ImportFrame): ImportedMark {
  return {
    from,
    levels: Object.fromEntries(levels.map(({ id, key }) => [id, key])),
    ...(frame.from === undefined ? {} : { corner: frame.from }),
  };
}

/** Facts about the site for a plan in one file. */
interface WholeHead {
  readonly name: string;
  readonly category: string | undefined;
  readonly storey: number;
  /** Kind of device by device type. */
  readonly types: ReadonlyMap<string, string>;
}

/** Returns a whole plan as one GeoJSON file: the same features, with site and levels in the member `sitecam`. */
export function wholeFile(
  elements: readonly WrittenElement[],
  levels: readonly PlanLevel[],
  frame: ImportFrame,
  ids: readonly RenamedId[],
  { name, category, storey, from, types }: WholeHead & Pick<ImportedMark, 'from'>,
): string {
  const sitecam = {
    version: 1,
    site: { name, categories: category === undefined ? [] : [category] },
    coordinates: frame.system,
    ...(frame.origin === undefined ? {} : { origin: frame.origin }),
    levels: levels.map((level) => ({
      id: level.id,
      ...(level.name === undefined ? {} : { name: level.name }),
      elevation: elevationOf(level, storey),
      ...(level.ceiling === undefined ? {} : { ceiling: level.ceiling }),
    })),
    ...(types.size === 0
      ? {}
      : { deviceTypes: Object.fromEntries([...types].map(([type, kind]) => [type, { kind }])) }),
  };
  return collection({ type: 'FeatureCollection', sitecam, imported: markOf(from, levels, frame) }, elements, ids);
}

function collection(head: object, elements: readonly WrittenElement[], ids: readonly RenamedId[]): string {
  const sources = new Map(ids.map(({ from, to, unnamed }) => [to, unnamed === true ? undefined : from]));
  const features = elements.map(({ element, level, id, keys, geometry }) =>
    JSON.stringify({
      type: 'Feature',
      id: sources.get(id),
      properties: { element, level, id, ...keys },
      geometry,
    }),
  );
  return `${JSON.stringify(head).slice(0, -1)},"features":[\n${features.join(',\n')}\n]}\n`;
}
