// Writes an imported building as a plan.

import type { Pack } from '../../law/types.js';
import type { ImportedBuilding } from '../import.js';
import { ASSUMED_STOREY } from '../support/elevations.js';
import { writtenElements } from './features.js';
import { geometryFile, markOf, wholeFile } from './geometry-file.js';
import { deviceTypesOf, planFile } from './plan-file.js';

/** Options of writing a plan. */
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

/**
 * Returns the two files of a building: the plan that people edit, and the geometry that a later import may overwrite.
 */
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

/** Returns the whole plan of a building as one GeoJSON file. */
export function writeGeoJson(
  building: ImportedBuilding,
  { name, category, from, storey = ASSUMED_STOREY }: Pick<WriteOptions, 'name' | 'category' | 'from' | 'storey'>,
): string {
  const { frame, identified } = building;
  const { levels, draft, ids } = identified;
  const head = { name: building.name ?? name, category, storey, from, types: deviceTypesOf(draft) };
  return wholeFile(writtenElements(draft, frame), levels, frame, ids, head);
}
