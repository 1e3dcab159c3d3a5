// Writes an imported building as a plan.

import type { Pack } from '../../law/types.js';
import type { ImportFrame } from '../frame.js';
import type { ImportedBuilding } from '../import.js';
import { ASSUMED_STOREY } from '../support/elevations.js';
import type { Identified, Vanished } from '../support/ids.js';
import type { Position } from '../types.js';
import { drawingsOf } from './drawings.js';
import { writtenElements } from './features.js';
import { deviceTypesOf, elevationOf, planFile } from './plan-file.js';

/**
 * Options of writing a plan: name and category of the site, the files that it mentions, and the assumed height of
 * storeys.
 */
export interface WriteOptions {
  /** Name of the site, if the source has none. */
  readonly name: string;
  /** Id of the site's category; undefined leaves it for people to fill in. */
  readonly category: string | undefined;
  /** Geometry file as the plan refers to it. */
  readonly geometry: string;
  /** Names of the source files. */
  readonly from: readonly string[];
  /** Metres from floor to floor, if the source doesn't say. */
  readonly storey?: number;
  /** Place of the schema, for editors. */
  readonly schema?: string;
  /** Law pack whose categories are listed. */
  readonly pack?: Pack;
}

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
  /** What earlier imports had and this one hasn't, so that its ids are given to nothing else; absent if there is none. */
  readonly gone?: readonly Vanished[];
}

/**
 * Returns the text of the two files of a building: the plan that people edit (YAML), and the geometry that a later
 * import may overwrite (GeoJSON).
 */
export function write(
  building: ImportedBuilding,
  { name, storey = ASSUMED_STOREY, ...options }: WriteOptions,
): { readonly plan: string; readonly geometry: string } {
  const { frame, identified } = building;
  const { levels, draft } = identified;
  const drawings = [...drawingsOf(building)].map(([id, drawing]) => ({ id, drawing }));
  const sitecam = {
    version: 1,
    coordinates: frame.system,
    ...(drawings.length === 0 ? {} : { levels: drawings }),
  };
  return {
    plan: planFile(levels, draft, frame, { ...options, name: building.name ?? name, storey }),
    geometry: collection(building, sitecam, options.from),
  };
}

/**
 * Returns the whole plan of a building as one GeoJSON file: the features that `write` puts into its geometry file, with
 * site and levels in the member `sitecam`. `from`: names of the source files, which it states.
 */
export function writeGeoJson(
  building: ImportedBuilding,
  { name, category, from, storey = ASSUMED_STOREY }: Pick<WriteOptions, 'name' | 'category' | 'from' | 'storey'>,
): string {
  const { frame, identified } = building;
  const types = deviceTypesOf(identified.draft);
  const drawings = drawingsOf(building);
  const sitecam = {
    version: 1,
    site: { name: building.name ?? name, categories: category === undefined ? [] : [category] },
    coordinates: frame.system,
    ...(frame.origin === undefined ? {} : { origin: frame.origin }),
    levels: identified.levels.map((level) => ({
      id: level.id,
      ...(level.name === undefined ? {} : { name: level.name }),
      elevation: elevationOf(level, storey),
      ...(level.ceiling === undefined ? {} : { ceiling: level.ceiling }),
      ...(drawings.has(level.id) ? { drawing: drawings.get(level.id) } : {}),
    })),
    ...(types.size === 0 ? {} : { deviceTypes: Object.fromEntries(types) }),
  };
  return collection(building, sitecam, from);
}

/** Returns the mark of a file made from the files `from`. */
function markOf(from: readonly string[], { levels, gone }: Identified, frame: ImportFrame): ImportedMark {
  return {
    from,
    levels: Object.fromEntries(levels.map(({ id, key }) => [id, key])),
    ...(frame.from === undefined ? {} : { corner: frame.from }),
    ...(gone.length === 0 ? {} : { gone }),
  };
}

/**
 * Returns a GeoJSON FeatureCollection, one feature per line. A feature's own id is that of the source, absent if it had
 * none, so that the file holds the table of old and new ids; `properties.id` is the plan's.
 */
function collection({ identified, frame }: ImportedBuilding, sitecam: object, from: readonly string[]): string {
  const { draft, ids } = identified;
  const head = { type: 'FeatureCollection', sitecam, imported: markOf(from, identified, frame) };
  const sources = new Map(ids.map(({ from, to, unnamed }) => [to, unnamed === true ? undefined : from]));
  const features = writtenElements(draft, frame).map(({ element, level, id, keys, geometry }) =>
    JSON.stringify({
      type: 'Feature',
      id: sources.get(id),
      properties: { element, level, id, ...keys },
      geometry,
    }),
  );
  return `${JSON.stringify(head).slice(0, -1)},"features":[\n${features.join(',\n')}\n]}\n`;
}
