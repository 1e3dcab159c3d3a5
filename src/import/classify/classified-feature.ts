// A feature together with the mapping rule that takes it.

import type { DraftElement } from '../draft.js';
import type { Mapping, MappingRule } from '../mapping/types.js';
import type { RawFeature } from '../types.js';

/** A feature with the rule that applies to it and the fields common to all elements. */
export interface ClassifiedFeature {
  readonly element: DraftElement;
  readonly name: string | undefined;
  readonly feature: RawFeature;
  readonly rule: MappingRule;
  readonly mapping: Mapping;
}
