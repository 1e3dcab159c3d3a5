import type { Message } from '../../i18n/message.js';
import type { Device } from '../../plan/model.js';
import type { TextEdit } from '../../source/edit.js';
import type { Judged } from '../types.js';

/** What would settle a finding, computed and proved: with the edits the plan, linted again, no longer has it. */
export interface Fix {
  /** What is to be done, as part of a sentence; speaks with the engine's messages. */
  readonly message: Message;
  /** Edits of the plan's files that don't overlap. */
  readonly edits: readonly TextEdit[];
}

/** What was found for the findings of a plan. */
export interface Fixes {
  /** The best first. Findings that no plain edit settles aren't in it. */
  readonly of: ReadonlyMap<Judged, readonly Fix[]>;
  /** Findings for which an edit was looked for. */
  readonly tried: number;
  /** Findings of the same kinds that were left out, since each costs several runs. */
  readonly untried: number;
}

/** An edit that may settle some findings: proved before it becomes a fix. */
export interface Proposal extends Fix {
  readonly settles: readonly Judged[];
  /** A device that must stand in the same zones afterwards: turned into its wall it would belong to what lies behind. */
  readonly device?: Device;
}
