import type { Pack } from '../../law/types.js';
import type { ImportedBuilding } from '../import.js';
import { ASSUMED_STOREY } from '../support/elevations.js';
import { deviceTypesOf } from './device-types.js';
import { writtenElements } from './features.js';
import { geometryFile, markOf, wholeFile } from './geometry-file.js';
import { planFile } from './plan-file.js';

export interface WriteOptions {
  /** Of the site, where the source has no name. */
  readonly name: string;
  /** Id of the category of site; without one, reading the plan asks for it. */
  readonly category: string | undefined;
  /** The file of geometry, as the plan refers to it. */
  readonly geometry: string;
  /** Names of the files it was made from. */
  readonly from: readonly string[];
  /** m from floor to floor, where the source doesn't say. */
  readonly storey?: number;
  /** Where the schema is, for editors. */
  readonly schema?: string;
  /** Names the categories there are. */
  readonly pack?: Pack;
}

/** The two files of a building: the plan that people edit, and its geometry, which a later import may write again. */
export function write(
  building: ImportedBuilding,
  { name, storey = ASSUMED_STOREY, ...options }: WriteOptions,
): { readonly plan: string; readonly geometry: string } {
  const { frame, identified } = building;
  const { levels, draft, ids } = identified;
  const head = { ...options, name: building.name ?? name, storey };
  return {
    plan: planFile(levels, draft, frame, head),
    geometry: geometryFile(writtenElements(draft, frame), frame, ids, markOf(options.from, levels, frame)),
  };
}

/** The whole plan of a building as one GeoJSON file. */
export function writeGeoJson(
  building: ImportedBuilding,
  { name, category, from, storey = ASSUMED_STOREY }: Pick<WriteOptions, 'name' | 'category' | 'from' | 'storey'>,
): string {
  const { frame, identified } = building;
  const { levels, draft, ids } = identified;
  const head = { name: building.name ?? name, category, storey, from, types: deviceTypesOf(draft) };
  return wholeFile(writtenElements(draft, frame), levels, frame, ids, head);
}
