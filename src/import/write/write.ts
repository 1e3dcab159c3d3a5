import type { Building } from '../import.js';
import { elementsOf } from './features.js';
import { geometryFile } from './geometry-file.js';
import { ASSUMED_STOREY, planFile } from './plan-file.js';

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
}

/** The two files of a building: the plan that people edit, and its geometry, which a later import may write again. */
export function write(
  building: Building,
  { name, category, geometry, from, storey = ASSUMED_STOREY }: WriteOptions,
): { readonly plan: string; readonly geometry: string } {
  const { frame, identified } = building;
  const elements = elementsOf(identified.draft, frame);
  return {
    plan: planFile(identified.levels, frame, { name: building.name ?? name, category, storey, geometry }),
    geometry: geometryFile(elements, frame, identified.ids, { from }),
  };
}
