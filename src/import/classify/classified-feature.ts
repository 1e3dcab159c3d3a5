import type { DraftElement } from '../draft.js';
import type { Mapping, MappingRule } from '../mapping/types.js';
import type { RawFeature } from '../types.js';

/** A feature on its way to an element: what its rule takes it for, and what every element has. */
export interface ClassifiedFeature {
  readonly element: DraftElement;
  readonly name: string | undefined;
  readonly feature: RawFeature;
  readonly rule: MappingRule;
  readonly mapping: Mapping;
}
