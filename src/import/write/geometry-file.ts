import type { ImportFrame } from '../frame.js';
import type { PlanLevel, RenamedId } from '../support/ids.js';
import type { Position } from '../types.js';
import type { WrittenElement } from './features.js';
import { elevationOf } from './plan-file.js';

/** Says that a file of geometry was written by an import and may be written again: a foreign member (RFC 7946, 6.1). */
export interface ImportedMark {
  /** Names of the files it was made from. */
  readonly from: readonly string[];
  /** The source's key of each level, by its id in the plan. */
  readonly levels: Readonly<Record<string, string>>;
  /** Of a source in metres: the place, in its own, that the file counts from; absent where that is its own origin. */
  readonly corner?: Position;
}

/**
 * The file of geometry: a GeoJSON FeatureCollection, one feature a line. A feature's own id is the source's, so that the
 * table from old ids to new ones is in the file, and none where the source has none; `properties.id` is the plan's.
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

/** The mark of a file made `from` these. */
export function markOf(from: readonly string[], levels: readonly PlanLevel[], frame: ImportFrame): ImportedMark {
  return {
    from,
    levels: Object.fromEntries(levels.map(({ id, key }) => [id, key])),
    ...(frame.from === undefined ? {} : { corner: frame.from }),
  };
}

export interface WholeHead {
  readonly name: string;
  readonly category: string | undefined;
  readonly storey: number;
  /** Kinds of device by the type they are of. */
  readonly types: ReadonlyMap<string, string>;
}

/** A whole plan as one GeoJSON file: the same features, and the site and its levels in the member `sitecam`. */
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
