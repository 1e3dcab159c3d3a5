// Selects the plans of a run, as arguments and options name them.

import { byCodeUnit } from '../../base/order.js';
import type { Localized } from '../../i18n/locale.js';
import type { Shard } from '../../lint/types.js';
import { isSitecamFile } from '../../plan/file-names.js';
import { planFileText } from '../../plan/read/texts.js';
import { LIMITS, type Limits } from '../../source/limits.js';
import type { Read } from '../../source/parse/reading.js';
import { limitsOf, type ReadFlags } from '../config/limits.js';
import { confinedReader } from '../confined-reader.js';
import type { Io } from '../io.js';
import { UsageError } from '../usage.js';
import { sitecamFileFault } from './names.js';
import type { PlanInput, RefersTo, SelectedPlans } from './types.js';

/** Re-exported for the callers of `selectPlans`. */
export type { PlanInput, RefersTo, SelectedPlans } from './types.js';

/** Command-line options that select which plans a run takes. */
export interface PlansFlags extends ReadFlags {
  /** A git revision to compare with; true: the last commit. */
  readonly since?: string | true;
  /** Part of the plans to take, such as `2/8`. */
  readonly shard?: string;
  /** Name for the plan on standard input. */
  readonly stdinFilename?: string;
  /** Set if named files that are no plans are passed over: a git hook names whatever changed. */
  readonly ignoreUnknown?: true;
}

/** Settings of a selection that depend on the command, not on its options. */
interface PlansScope {
  /**
   * True if ignored files and hidden folders are included. So for a reviewer, who sees what the author's .gitignore
   * leaves out.
   */
  readonly all?: boolean;
  /** Verb for what is done with the plans, for messages of --since; that of lint if absent. */
  readonly done?: Localized;
}

const LINTED: Localized = { zh: '审查', en: 'lint' };

/**
 * Returns the plans that `args` name (files, folders, patterns, `-`); without any, those of the current folder.
 *
 * @param refersTo for `--since`: returns the further files that the verdicts on a plan depend on
 * @param scope `all`: true if ignored and hidden files are taken too; `done`: the verb for what is done with the plans,
 *   in messages of `--since`
 * @throws UsageError for options that are wrong or do not go together
 */
export async function selectPlans(
  args: readonly string[],
  flags: PlansFlags,
  io: Io,
  refersTo: RefersTo = () => [],
  { all = false, done = LINTED }: PlansScope = {},
): Promise<SelectedPlans> {
  const shard = flags.shard === undefined ? undefined : shardOf(flags.shard);
  checkStdin(args, flags);
  if (args.includes('')) throw UsageError.onOptions({ zh: '设计图的名称为空。', en: 'the name of a plan is empty.' });
  const stdin = args.includes('-') ? stdinInput(io, flags.stdinFilename, limitsOf(flags)?.bytes) : undefined;
  const others = args.filter((arg) => arg !== '-');
  const [only] = others;
  let found: SelectedPlans;
  if (others.length === 0 && args.length > 0) found = { plans: [], passedOver: [] };
  else if (others.length === 1 && flags.since === undefined && !flags.ignoreUnknown && io.kind(only) === 'file') {
    // By far the most common run: it needs no search, so the code for that is not loaded.
    const plan = isSitecamFile(only) ? sitecamFileFault(io.shown(only)) : { path: io.shown(only) };
    found = { plans: [plan], passedOver: [] };
  } else {
    const { findPlans } = await import('./find.js');
    const gathered = findPlans(others.length === 0 ? ['.'] : others, io, {
      ignoreUnknown: flags.ignoreUnknown === true,
      all,
    });
    if (flags.since === undefined) found = gathered;
    else {
      const { onlyChanged } = await import('./filter/changed.js');
      const revision = flags.since === true ? 'HEAD' : flags.since;
      found = await onlyChanged(gathered, revision, { io, done }, refersTo);
    }
  }
  const plans = (
    stdin === undefined ? found.plans : [...found.plans.filter(({ path }) => path !== stdin.path), stdin]
  ).toSorted((a, b) => byCodeUnit(a.path, b.path));
  const { passedOver, since } = found;
  return {
    plans: shard === undefined ? plans : sharded(plans, shard),
    passedOver,
    ...(since !== undefined && { since }),
    ...(shard !== undefined && { shard: { ...shard, all: plans.length } }),
  };
}

/**
 * Returns standard input as a plan named `name`, or stdin.yaml: the name decides its format, its folder and what
 * reports call it. Reads at most one byte past `most`. Holds a fault if standard input cannot be read.
 */
export function stdinInput(io: Io, name?: string, most?: number): PlanInput {
  const path = name === undefined ? 'stdin.yaml' : io.shown(name);
  const bytes = io.readStdin(most);
  return bytes === undefined ? { path, fault: planFileText.noStdin } : { path, bytes };
}

/**
 * Returns the reader for `plan` and the files it refers to. Reads within the plan's folder and `roots` only, up to the
 * size limit.
 */
export function readerOf({ path, bytes }: PlanInput, io: Io, { limits = LIMITS, roots = [] }: ReadTerms): Read {
  const read = (file: string) => (file === path ? bytes : undefined) ?? io.read(file, limits.bytes);
  return confinedReader(path, roots, read, io.real);
}

/** Limits of reading: sizes, and folders that may be read besides that of the plan. */
interface ReadTerms {
  /** Size limits; the default ones if absent. */
  readonly limits?: Limits | undefined;
  /** Real paths of folders that a plan may refer to besides its own; none if absent. */
  readonly roots?: readonly string[] | undefined;
}

function checkStdin(args: readonly string[], { stdinFilename }: PlansFlags): void {
  if (stdinFilename === undefined) return;
  if (!args.includes('-')) {
    throw UsageError.onOptions({
      zh: '--stdin-filename 只在设计图写“-”（标准输入）时使用。',
      en: "--stdin-filename goes with a plan named '-', standard input.",
    });
  }
  if (stdinFilename === '' || /[/\\]$/.test(stdinFilename)) {
    throw new UsageError({
      zh: `--stdin-filename 应为文件名，例如 plans/plan.yaml，不能为“${stdinFilename}”。`,
      en: `--stdin-filename must name a file, for example plans/plan.yaml, not '${stdinFilename}'.`,
    });
  }
}

/** Returns the shard that `--shard` names, such as `2/8`. Throws a UsageError for any other form. */
function shardOf(text: string): Omit<Shard, 'all'> {
  const [index, of] = (/^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(text) ?? []).slice(1).map(Number);
  if (index !== undefined && index <= of) return { index, of };
  throw UsageError.onOptions({
    zh: `--shard 的取值“${text}”无法识别，应为“第几片/共几片”，从1起，例如 --shard 2/8。`,
    en: `--shard '${text}' is not understood; expected part/parts, counted from 1, for example --shard 2/8.`,
  });
}

/**
 * Returns every `of`-th item, beginning with item `index` (from 1): neighbours, which are alike in size, go to
 * different shards.
 */
function sharded<T>(items: readonly T[], { index, of }: Omit<Shard, 'all'>): T[] {
  return items.filter((_, at) => at % of === index - 1);
}
