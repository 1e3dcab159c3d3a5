import { createChecked } from '../geometry/checked.js';
import type { Pack } from '../law/types.js';
import { readPlan } from '../plan/read.js';
import { rules } from '../rules/index.js';
import { judge } from './judge.js';
import type { LintResult } from './types.js';

export interface LintOptions {
  readonly pack: Pack;
  /** YYYY-MM-DD: the day waivers are held against. */
  readonly today: string;
  /** Hold every viewshed against a second, independent implementation; a difference is thrown as ViewshedMismatch. */
  readonly verify?: boolean;
}

/**
 * Lints the plan at `path` by all rules: text → site → sight → verdicts.
 * `read` gives the bytes of a path (the plan's own and those it refers to), undefined where there is none.
 */
export function lintPlan(
  path: string,
  read: (path: string) => Uint8Array | undefined,
  options: LintOptions,
): LintResult {
  const result = readPlan(path, read, { pack: options.pack });
  if (!result.ok) return { ok: false, path, unreadable: result.unreadable, files: result.files };
  return {
    ...judge(result.site, { today: options.today, rules, ...(options.verify && { viewsheds: createChecked }) }),
    path,
  };
}
