import { governs } from '../../law/load.js';
import type { Pack } from '../../law/types.js';
import { lintPlan } from '../../lint/lint.js';
import type { LintOptions, LintResult } from '../../lint/types.js';
import type { Io } from '../io.js';
import { type PlanInput, readerOf, stdinInput } from '../plans/select.js';
import { UsageError } from '../usage.js';

/** A plan that was found, judged; what gave none is a plan that can't be read. */
export function lintInput(plan: PlanInput, io: Io, options: LintOptions): LintResult {
  return faultOf(plan) ?? lintPlan(plan.path, readerOf(plan, io, options), options);
}

/** What gave no plan, as a plan that can't be read, or what can't be judged; undefined of a plan to lint. */
export function faultOf({ path, fault, unjudged }: PlanInput): LintResult | undefined {
  if (unjudged !== undefined) return unjudged;
  if (fault === undefined) return undefined;
  return { ok: false, path, unreadable: [{ code: fault.id, message: fault, place: { path, pointer: '' } }], files: [] };
}

/** The plan named on the command line, or on standard input, judged. */
export function lintOne(plan: string, io: Io, options: LintOptions): LintResult {
  if (plan === '-') return lintInput(stdinInput(io, undefined, options.limits?.bytes), io, options);
  if (io.isFolder(plan)) {
    throw new UsageError({
      zh: `“${plan}”是文件夹，请给出其中设计图文件的名称，例如“${plan}/plan.yaml”。`,
      en: `'${plan}' is a folder; name the plan files in it, for example '${plan}/plan.yaml'.`,
    });
  }
  return lintInput({ path: io.shown(plan) }, io, options);
}

/** A plan of a region that the pack doesn't govern must not be judged by it unnoticed. */
export function checkRegion(region: string | undefined, pack: Pack, path: string): void {
  if (region === undefined || governs(pack, region)) return;
  throw new UsageError(
    {
      zh: `“${path}”的地区代码“${region}”不在数据包“${pack.id}”的适用范围（${pack.regions.join('、')}）内。确需按其审查的，请加 --pack ${pack.id}。`,
      en: `'${path}' lies in region '${region}', which pack '${pack.id}' does not govern (${pack.regions.join(', ')}). To judge by it all the same, say --pack ${pack.id}.`,
    },
    {
      zh: `有设计图的地区代码不在数据包“${pack.id}”的适用范围（${pack.regions.join('、')}）内。确需按其审查的，请加 --pack ${pack.id}。`,
      en: `a plan lies in a region that pack '${pack.id}' does not govern (${pack.regions.join(', ')}). To judge by it all the same, say --pack ${pack.id}.`,
    },
  );
}
