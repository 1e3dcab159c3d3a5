import { type LintOptions, lintPlan } from '../../engine/lint.js';
import type { LintResult } from '../../engine/types.js';
import { loadPack } from '../../law/load.js';
import type { Read } from '../../source/reading.js';

/** What a plan is judged by, as plain data: it crosses threads, and is part of what a cached result is known by. */
export interface JobOptions extends Omit<LintOptions, 'pack'> {
  /** Id of the pack. */
  readonly pack: string;
  /** Whether edits are tried that would settle findings. */
  readonly fixes: boolean;
}

/** One plan to lint. */
export interface Job {
  /** As people see it: relative to the current folder, with `/`. */
  readonly path: string;
  readonly options: JobOptions;
}

export function jobOptionsOf(
  { pack, ...options }: LintOptions,
  { verify, fixes }: { readonly verify: boolean; readonly fixes: boolean },
): JobOptions {
  return { ...options, pack: pack.id, verify, fixes };
}

/** Lints one plan, and tries edits of it where that is asked for: a pure function of the job and of what `read` gives. */
export async function runJob({ path, options }: Job, read: Read): Promise<LintResult> {
  const result = lintPlan(path, read, lintOptionsOf(options));
  if (!options.fixes || !result.ok) return result;
  // Loaded only when asked for: each edit that is tried costs a run or two.
  const { fixesFor } = await import('../../engine/fixes.js');
  return { ...result, fixes: fixesFor(result) };
}

/** The options with the pack they name, which all results of a run share. */
export function lintOptionsOf({ pack, fixes: _, ...options }: JobOptions): LintOptions {
  return { ...options, pack: loadPack(pack) };
}
