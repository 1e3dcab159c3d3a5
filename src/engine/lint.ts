import { createChecked } from '../geometry/checked.js';
import type { Pack } from '../law/types.js';
import { readPlan } from '../plan/read.js';
import { rules } from '../rules/index.js';
import { compare } from './baseline/compare.js';
import type { PlanBaseline } from './baseline/types.js';
import { judge } from './judge.js';
import { absoluteOf, categoriesOf, settingsOf, type Terms, withOutsideWaivers } from './terms.js';
import type { LintResult } from './types.js';

export interface LintOptions extends Terms {
  readonly pack: Pack;
  /** Absolute path of the plan, `/`-separated, which globs of configuration and waivers are held against; else `path`. */
  readonly absolute?: string;
  /** YYYY-MM-DD: the day waivers are held against. */
  readonly today: string;
  /** Hold every viewshed against a second, independent implementation; a difference is thrown as ViewshedMismatch. */
  readonly verify?: boolean;
  /** The state of this plan that was accepted: each finding is then said to be new, changed or unchanged. */
  readonly baseline?: PlanBaseline;
}

/**
 * Lints the plan at `path` by all rules: text → site → sight → verdicts.
 * `read` gives the bytes of a path (the plan's own and those it refers to), undefined where there is none.
 */
export function lintPlan(
  path: string,
  read: (path: string) => Uint8Array | undefined,
  { baseline, ...options }: LintOptions,
): LintResult {
  const { today } = options;
  const settings = (categories: readonly string[]) => settingsOf(options, path, categories);
  const result = readPlan(path, read, { pack: (categories) => settings(categories).pack });
  if (!result.ok) return { ok: false, path, unreadable: result.unreadable, files: result.files };
  const site = withOutsideWaivers(result.site, absoluteOf(options, path), options.waivers);
  const terms = { ...options, settings: settings(categoriesOf(site)) };
  const report = {
    ...judge(site, { today, rules, terms, ...(options.verify && { viewsheds: createChecked }) }),
    path,
    // Without the baseline: what a verdict is doesn't hang on it, and edits that are tried aren't held against it.
    options,
  };
  if (baseline === undefined) return report;
  const off = terms.settings.levels.flatMap(({ name, value }) => (value === 'off' ? [name] : []));
  return compare(report, baseline, new Set(off));
}
