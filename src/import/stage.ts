import type { Pack } from '../law/types.js';
import type { PlanDraft } from './draft.js';
import type { Mapping } from './mapping/types.js';
import type { Note } from './notes.js';

export interface StageOptions {
  /** Mend nothing; only tell. */
  readonly strict: boolean;
  readonly pack: Pack;
  /** The user's. */
  readonly mapping: Mapping | undefined;
}

/** What a stage made of a draft, and what is to be known of it. */
export interface StageResult {
  readonly draft: PlanDraft;
  readonly notes: readonly Note[];
}

/** One step of an import; pure. */
export type Stage = (draft: PlanDraft, options: StageOptions) => StageResult;
