// One plan to lint, as plain data.

import type { Timing } from '../../base/timing.js';
import { partsOf } from '../../law/compose.js';
import { packAmong } from '../../law/load.js';
import type { WrittenPack } from '../../law/types.js';
import { lintPlan } from '../../lint/lint.js';
import type { LintOptions, LintResult } from '../../lint/types.js';
import type { Read } from '../../source/parse/reading.js';

/** Options that a plan is judged by, as plain data: they cross threads, and are part of the key of a cached result. */
export interface JobOptions extends Omit<LintOptions, 'pack'> {
  /** Id of the law pack; several ids are joined with `+`. */
  readonly pack: string;
  /** Those of the packs that users wrote; absent if there are none. */
  readonly written?: readonly WrittenPack[];
  /** True if edits that would settle findings are tried. */
  readonly fixes: boolean;
}

/** One plan to lint. */
export interface Job {
  /** Path as people see it: relative to the current folder, with `/`. */
  readonly path: string;
  /** Options that the plan is judged by. */
  readonly options: JobOptions;
}

/** Returns lint options as plain data: the pack by its id, with the packs that users wrote. */
export function jobOptionsOf(
  { pack, ...options }: LintOptions,
  { verify, fixes }: { readonly verify: boolean; readonly fixes: boolean },
): JobOptions {
  const written = partsOf(pack).flatMap((part) => part.written ?? []);
  return { ...options, pack: pack.id, ...(written.length > 0 && { written }), verify, fixes };
}

/**
 * Lints one plan, and tries edits of it if `fixes` is set. The result depends only on the job and on what `read`
 * returns.
 */
export async function runJob({ path, options }: Job, read: Read, timing?: Timing): Promise<LintResult> {
  const result = lintPlan(path, read, lintOptionsOf(options), timing);
  if (!options.fixes || !result.ok) return result;
  // Loaded only if needed. Each edit that is tried costs a run or two.
  const { fixesFor } = await import('../../lint/fixes/fixes.js');
  return { ...result, fixes: fixesFor(result) };
}

/** Returns lint options from plain data, with the pack itself, which all results of a run share. */
export function lintOptionsOf({ pack, written = [], fixes: _, ...options }: JobOptions): LintOptions {
  return { ...options, pack: packAmong(pack, written) };
}
