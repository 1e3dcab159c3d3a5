// Lints one plan.

import { quote } from '../../i18n/list.js';
import type { PackChoice } from '../../law/force.js';
import { type Follower, lintPlan } from '../../lint/lint.js';
import { foreignPacks } from '../../lint/region.js';
import type { LintOptions, LintResult } from '../../lint/types.js';
import { problemOf } from '../../source/problem.js';
import type { Io } from '../io.js';
import { type PlanInput, readerOf, stdinInput } from '../plans/select.js';
import { UsageError } from '../usage.js';

/**
 * Returns the result of linting a selected plan; for an argument that gave no plan, the report of a plan that cannot be
 * read.
 *
 * @param follower makes the run cheaper by what it kept of an earlier one
 */
export function lintInput(plan: PlanInput, io: Io, options: LintOptions, follower?: Follower): LintResult {
  return faultOf(plan) ?? lintPlan(plan.path, readerOf(plan, io, options), options, undefined, follower);
}

/**
 * Returns the report for an argument that gave no plan, or for a plan whose terms are faulty; undefined for a plan to
 * lint.
 */
export function faultOf({ path, fault, unjudged }: PlanInput): LintResult | undefined {
  if (unjudged !== undefined) return unjudged;
  if (fault === undefined) return undefined;
  return { ok: false, path, unreadable: [problemOf(fault, path)], files: [] };
}

/**
 * Returns the result of linting the plan named on the command line, or standard input for `-`. Throws a UsageError for
 * a folder.
 *
 * @param follower makes the run cheaper by what it kept of an earlier one; not used for `-`
 */
export function lintOne(plan: string, io: Io, options: LintOptions, follower?: Follower): LintResult {
  if (plan === '-') return lintInput(stdinInput(io, undefined, options.limits?.bytes), io, options);
  if (io.isFolder(plan)) {
    throw new UsageError({
      zh: `“${plan}”是文件夹，请给出其中设计图文件的名称，例如“${plan}/plan.yaml”。`,
      en: `'${plan}' is a folder; name the plan files in it, for example '${plan}/plan.yaml'.`,
    });
  }
  return lintInput({ path: io.shown(plan) }, io, options, follower);
}

/**
 * Throws a UsageError if the packs that a configuration names do not govern the region of the plan: such a plan must not
 * be judged by them unnoticed. An undefined region passes.
 *
 * @param path names the plan in the message
 */
export function checkRegion(region: string | undefined, choice: PackChoice, path: string): void {
  const pack = choice.pack ?? choice.added;
  const foreign = region === undefined || pack === undefined ? undefined : foreignPacks(region, pack);
  if (region === undefined || foreign === undefined) return;
  const { packs, regions, options } = foreign;
  throw new UsageError(
    {
      zh: `“${path}”的地区代码“${region}”不在数据包${packs.zh}的适用范围（${regions.zh}）内。确需按其审查的，请加${quote(options, 'zh-CN')}。`,
      en: `'${path}' lies in region '${region}', which is not governed by ${packs.en} (${regions.en}). To judge by it all the same, say ${quote(options, 'en')}.`,
    },
    {
      zh: `有设计图的地区代码不在数据包${packs.zh}的适用范围（${regions.zh}）内。确需按其审查的，以 --pack 写明。`,
      en: `a plan lies in a region that is not governed by ${packs.en} (${regions.en}). To judge by it all the same, name it with --pack.`,
    },
  );
}
