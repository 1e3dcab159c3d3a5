import { partsOf } from '../../law/compose.js';
import { packAmong } from '../../law/load.js';
import type { WrittenPack } from '../../law/types.js';
import { lintPlan } from '../../lint/lint.js';
import type { LintOptions, LintResult } from '../../lint/types.js';
import type { Read } from '../../source/parse/reading.js';

/** What a plan is judged by, as plain data: it crosses threads, and is part of what a cached result is known by. */
export interface JobOptions extends Omit<LintOptions, 'pack'> {
  /** Id of the pack, or ids of several with + between. */
  readonly pack: string;
  /** Those of them that others wrote. */
  readonly written?: readonly WrittenPack[];
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
  const written = partsOf(pack).flatMap((part) => part.written ?? []);
  return { ...options, pack: pack.id, ...(written.length > 0 && { written }), verify, fixes };
}

/** Lints one plan, and tries edits of it where that is asked for: a pure function of the job and of what `read` gives. */
export async function runJob({ path, options }: Job, read: Read): Promise<LintResult> {
  const result = lintPlan(path, read, lintOptionsOf(options));
  if (!options.fixes || !result.ok) return result;
  // Loaded only when asked for: each edit that is tried costs a run or two.
  const { fixesFor } = await import('../../lint/fixes/fixes.js');
  return { ...result, fixes: fixesFor(result) };
}

/** The options with the pack they name, which all results of a run share. */
export function lintOptionsOf({ pack, written = [], fixes: _, ...options }: JobOptions): LintOptions {
  return { ...options, pack: packAmong(pack, written) };
}
