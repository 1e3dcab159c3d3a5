import type { Message } from '../../i18n/message.js';
import type { Shard, UnreadableReport } from '../../lint/types.js';

/** One plan to lint, or something asked for that gave none. */
export interface PlanInput {
  /** As people see it: relative to the current folder, with `/`. What a plan refers to is read from its folder. */
  readonly path: string;
  /** What standard input held; absent: the file's bytes are to be read. */
  readonly bytes?: Uint8Array;
  /** Why there is nothing to read: reports say it as of a plan that can't be read, exit code 3. */
  readonly fault?: Message;
  /** What is known of it without reading it: that it can't be judged on its terms. */
  readonly unjudged?: UnreadableReport;
}

export interface SelectedPlans {
  /**
   * In the order of the code units of their paths, whatever the order of arguments: a shell orders what it expands by
   * its language, and every shard and worker must count alike.
   */
  readonly plans: readonly PlanInput[];
  /** What was looked at and isn't linted, by path. */
  readonly passedOver: readonly PassedOver[];
  /** With --changed. */
  readonly since?: { readonly revision: string; readonly unchanged: number; readonly deleted: readonly string[] };
  /** With --shard; `all` counts the plans of every shard. */
  readonly shard?: Shard;
}

/** A file that was looked at and isn't linted. */
export interface PassedOver {
  readonly path: string;
  /** No plan · sitecam's own file · a link, which isn't followed. */
  readonly why: 'not-a-plan' | 'own' | 'link';
}
