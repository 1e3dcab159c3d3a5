// The signature of an import stage.

import type { Pack } from '../law/types.js';
import type { PlanDraft } from './draft.js';
import type { Mapping } from './mapping/types.js';
import type { Note } from './notes.js';

/** Options that each stage gets: whether to repair, the law pack and the user's mapping. */
export interface StageOptions {
  /** True: repair nothing, only report. */
  readonly strict: boolean;
  readonly pack: Pack;
  /** The user's mapping; undefined if only the shipped ones apply. */
  readonly mapping: Mapping | undefined;
}

/** The new draft of a stage and its notes for the import record. */
export interface StageResult {
  readonly draft: PlanDraft;
  readonly notes: readonly Note[];
}

/** One step of an import: returns the changed draft with its notes. Pure. */
export type Stage = (draft: PlanDraft, options: StageOptions) => StageResult;
