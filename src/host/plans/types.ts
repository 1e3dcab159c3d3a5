// Plans selected for a run, and files passed over.

import type { Text } from '../../i18n/catalogue.js';
import type { Shard, UnreadableReport } from '../../lint/types.js';

/** One plan to lint, or an argument that gave no plan. */
export interface PlanInput {
  /**
   * Path as people see it: relative to the current folder, with `/`. The files that a plan refers to are read from its
   * folder.
   */
  readonly path: string;
  /** Bytes from standard input; absent if the file is still to be read. */
  readonly bytes?: Uint8Array;
  /** Reason why there is nothing to read. Reports show it as for a plan that cannot be read (exit code 3). */
  readonly fault?: Text;
  /** Report of a plan that cannot be judged because its terms (configuration, waivers, baseline) are faulty. */
  readonly unjudged?: UnreadableReport;
}

/**
 * Returns further files and folders that the verdicts on the plan at a path depend on, such as what its configuration
 * extends, a baseline or a law pack; undefined if nobody knows them: the plan then counts as changed.
 */
export type RefersTo = (path: string) => readonly string[] | undefined;

/** The plans that a run lints, and those that its options left out. */
export interface SelectedPlans {
  /**
   * Plans in the order of the code units of their paths, whatever the order of arguments: a shell sorts what it expands
   * by its locale, but every shard and worker must count alike.
   */
  readonly plans: readonly PlanInput[];
  /** Files that were considered but are not linted, by path. */
  readonly passedOver: readonly PassedOver[];
  /** Set with --since: the revision, the number of unchanged plans, and the paths of deleted ones. */
  readonly since?: { readonly revision: string; readonly unchanged: number; readonly deleted: readonly string[] };
  /** Set with --shard; `all` counts the plans of every shard. */
  readonly shard?: Shard;
}

/** A file that was looked at but isn't linted, and the reason. */
export interface PassedOver {
  /** Path as people see it: relative to the current folder, with `/`. */
  readonly path: string;
  /** Reason: it is no plan, it is sitecam's own file, or it is a link, which is not followed. */
  readonly why: 'not-a-plan' | 'own' | 'link';
}
