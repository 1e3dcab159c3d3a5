// Pairs of plans for `sitecam diff`: two files, two folders, or the work tree against a git revision.
import { posix } from 'node:path';
import { byCodeUnit } from '../../../base/order.js';
import type { ReadFlags } from '../../../host/config/limits.js';
import type { Io } from '../../../host/io.js';
import { baseOf } from '../../../host/plans/filter/changed.js';
import { type PlanInput, type RefersTo, selectPlans } from '../../../host/plans/select.js';
import { UsageError } from '../../../host/usage.js';
import type { Localized } from '../../../i18n/locale.js';
import { ioAt } from './revision.js';

/** One state of a plan, and the Io to read it through: the disk, or a git commit. `revision` is set for a commit. */
export interface PlanState {
  readonly plan: PlanInput;
  readonly io: Io;
  readonly revision?: string;
}

/** The old and the new state of one plan. `old` is undefined if the plan was added, `new` if it was removed. */
export interface PlanStates {
  readonly old: PlanState | undefined;
  readonly new: PlanState | undefined;
}

/** Plans to compare. `since` is set for `--since`: the revision, and the number of plans unchanged since then. */
interface PlanPairs {
  readonly pairs: readonly PlanStates[];
  readonly since?: { readonly revision: string; readonly unchanged: number };
}

/**
 * Returns the pair of two plan files, or the pairs of two folders, matched by path within each folder. Throws a
 * UsageError unless `args` name exactly two files or two folders.
 */
export async function pairsOf(args: readonly string[], flags: ReadFlags, io: Io): Promise<PlanPairs> {
  const [old, now, ...more] = args;
  if (old === undefined || now === undefined || more.length > 0) {
    throw UsageError.onOptions({
      zh: '请给出原图、新图两个文件或者两个文件夹：sitecam diff 原图.yaml 新图.yaml；与 git 版本相比：sitecam diff --since main。',
      en: 'name the old and the new plan, or two folders: sitecam diff old.yaml new.yaml; to compare with a git revision: sitecam diff --since main.',
    });
  }
  if (old === '-' && now === '-') {
    throw UsageError.onOptions({
      zh: '标准输入（“-”）只能是原图、新图之一。',
      en: "standard input ('-') can be only one of the two plans.",
    });
  }
  if (io.isFolder(old) !== io.isFolder(now)) {
    throw new UsageError({
      zh: `“${old}”和“${now}”一个是文件夹，一个不是：请给出两份设计图，或者两个文件夹。`,
      en: `one of '${old}' and '${now}' is a folder and the other is not; name two plans or two folders.`,
    });
  }
  const [before, after] = [await plansIn(old, flags, io), await plansIn(now, flags, io)];
  if (!io.isFolder(old)) {
    const [[one, ...others], [other, ...rest]] = [[...before.values()], [...after.values()]];
    if (one === undefined || other === undefined || others.length + rest.length > 0) {
      throw new UsageError({
        zh: `“${old}”、“${now}”应当各为一份设计图；比对多份的，请给出两个文件夹。`,
        en: `'${old}' and '${now}' must each be one plan; to compare several, name two folders.`,
      });
    }
    return { pairs: [{ old: { plan: one, io }, new: { plan: other, io } }] };
  }
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort(byCodeUnit);
  const source = (plan: PlanInput | undefined) => plan && { plan, io };
  return { pairs: keys.map((key) => ({ old: source(before.get(key)), new: source(after.get(key)) })) };
}

/** Returns the plans of a folder by their path within it, or a single file by its own path. */
async function plansIn(arg: string, flags: ReadFlags, io: Io): Promise<Map<string, PlanInput>> {
  const { plans } = await selectPlans([arg], flags, io);
  const folder = io.isFolder(arg) ? io.shown(arg) || '.' : undefined;
  return new Map(plans.map((plan) => [folder === undefined ? plan.path : posix.relative(folder, plan.path), plan]));
}

const COMPARED: Localized = { zh: '比对', en: 'compare' };

/**
 * Returns the plans below `args` that changed since git `revision`, each with its state in that revision and its state on
 * the disk; deleted plans included. A plan counts as changed, too, if one of the files that `refersTo` returns for its path
 * changed.
 */
export async function pairsSince(
  revision: string,
  args: readonly string[],
  flags: ReadFlags,
  io: Io,
  refersTo: RefersTo,
): Promise<PlanPairs> {
  const asked = args.length === 0 ? ['.'] : args;
  if (asked.includes('-')) {
    throw UsageError.onOptions({
      zh: '--since 不能与标准输入（“-”）同用。',
      en: "--since can't go with standard input ('-').",
    });
  }
  const found = await selectPlans(asked, { ...flags, since: revision }, io, refersTo, { done: COMPARED });
  const base = baseOf(revision, { io, done: COMPARED });
  const then = base === undefined ? undefined : ioAt(base, io);
  const old = (path: string): PlanState | undefined =>
    then?.kind(path) === 'file' ? { plan: { path }, io: then, revision } : undefined;
  const changed = found.plans.map((plan): PlanStates => ({ old: old(plan.path), new: { plan, io } }));
  const deleted = (found.since?.deleted ?? []).map((path): PlanStates => ({ old: old(path), new: undefined }));
  const pathOf = ({ old, new: now }: PlanStates) => (now ?? old)?.plan.path ?? '';
  return {
    pairs: [...changed, ...deleted].sort((a, b) => byCodeUnit(pathOf(a), pathOf(b))),
    since: { revision, unchanged: found.since?.unchanged ?? 0 },
  };
}
