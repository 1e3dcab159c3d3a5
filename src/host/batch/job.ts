// One plan to lint, as plain data.

import type { Timing } from '../../base/timing.js';
import { type Follower, lintPlan } from '../../lint/lint.js';
import { fromPortableOptions, type PortableOptions, toPortableOptions } from '../../lint/support/portable.js';
import type { LintOptions, LintResult } from '../../lint/types.js';
import type { Read } from '../../source/parse/reading.js';

/** Options that a plan is judged by, as plain data: they cross threads, and are part of the key of a cached result. */
export interface JobOptions extends PortableOptions {
  /** True if edits that would settle findings are tried. */
  readonly fixes: boolean;
}

/** A plan to lint, as it is handed to a worker thread. */
export interface Job {
  /** Path as people see it: relative to the current folder, with `/`. */
  readonly path: string;
  /** Options that the plan is judged by. */
  readonly options: JobOptions;
}

/** Returns lint options as plain data, with `more` added. */
export function jobOptionsOf(options: LintOptions, more: Pick<JobOptions, 'verify' | 'fixes'>): JobOptions {
  return { ...toPortableOptions(options), ...more };
}

/**
 * Lints one plan, and tries edits of it if `fixes` is set. The result depends only on the job and on what `read`
 * returns.
 *
 * @param follower makes the run cheaper by what it kept of an earlier one
 */
export async function runJob(
  { path, options }: Job,
  read: Read,
  timing?: Timing,
  follower?: Follower,
): Promise<LintResult> {
  const result = lintPlan(path, read, lintOptionsOf(options), timing, follower);
  if (!options.fixes || !result.ok) return result;
  // Loaded only if needed. Each edit that is tried costs a run or two.
  const { fixesFor } = await import('../../lint/fixes/fixes.js');
  return { ...result, fixes: fixesFor(result) };
}

/** Returns lint options from plain data. */
export function lintOptionsOf({ fixes: _, ...options }: JobOptions): LintOptions {
  return fromPortableOptions(options);
}
