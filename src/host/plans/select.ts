import { byCodeUnit } from '../../base/order.js';
import { LIMITS, type Limits } from '../../source/limits.js';
import type { Read } from '../../source/parse/reading.js';
import { limitsOf, type ReadFlags } from '../config/limits.js';
import { confinedReader } from '../confined-reader.js';
import type { Io } from '../io.js';
import { UsageError } from '../usage.js';
import type { SinceOption } from './filter/changed.js';
import { sharded, shardOf } from './filter/shard.js';
import { isSitecamFile, sitecamFileFault } from './names.js';
import type { PlanInput, SelectedPlans } from './types.js';

export type { PlanInput, SelectedPlans } from './types.js';

/** Which plans, as options say it. */
export interface PlansFlags extends ReadFlags {
  /** A git revision; true: the last commit. */
  readonly changed?: string | true;
  /** `2/8`. */
  readonly shard?: string;
  readonly stdinFilename?: string;
  /** Files named that are no plans are passed over: a hook names whatever changed. */
  readonly ignoreUnknown?: true;
}

/** Who asks: a reviewer is shown what the author's .gitignore leaves out and hidden folders hold. */
export interface PlansScope {
  readonly all?: boolean;
  /** What asks for those that changed; `--changed` of lint when absent. */
  readonly option?: SinceOption;
}

const CHANGED: SinceOption = { name: '--changed', done: { zh: '审查', en: 'lint' } };

/**
 * The plans that `args` name: files, folders, patterns, `-`; without any, the current folder. `refersTo` gives more
 * files that what is said of a plan depends on (what its configuration extends, a baseline), for --changed.
 * Throws a UsageError for what can't be asked.
 */
export async function selectPlans(
  args: readonly string[],
  flags: PlansFlags,
  io: Io,
  refersTo: (path: string) => readonly string[] = () => [],
  { all = false, option = CHANGED }: PlansScope = {},
): Promise<SelectedPlans> {
  const shard = flags.shard === undefined ? undefined : shardOf(flags.shard);
  checkStdin(args, flags);
  if (args.includes('')) throw UsageError.onOptions({ zh: '设计图的名称为空。', en: 'the name of a plan is empty.' });
  const stdin = args.includes('-') ? stdinInput(io, flags.stdinFilename, limitsOf(flags)?.bytes) : undefined;
  const others = args.filter((arg) => arg !== '-');
  const [only] = others;
  let found: SelectedPlans;
  if (others.length === 0 && args.length > 0) found = { plans: [], passedOver: [] };
  else if (others.length === 1 && flags.changed === undefined && !flags.ignoreUnknown && io.kind(only) === 'file') {
    // The commonest run by far, which needs nothing that looks about.
    const plan = isSitecamFile(only) ? sitecamFileFault(io.shown(only)) : { path: io.shown(only) };
    found = { plans: [plan], passedOver: [] };
  } else {
    const { findPlans } = await import('./find.js');
    const gathered = findPlans(others.length === 0 ? ['.'] : others, io, {
      ignoreUnknown: flags.ignoreUnknown === true,
      all,
    });
    if (flags.changed === undefined) found = gathered;
    else {
      const { onlyChanged } = await import('./filter/only-changed.js');
      const revision = flags.changed === true ? 'HEAD' : flags.changed;
      found = await onlyChanged(gathered, revision, { io, option }, refersTo);
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

/** Standard input as a plan, named `name` or stdin.yaml: that says its format, its folder and what reports call it. */
export function stdinInput(io: Io, name?: string, most?: number): PlanInput {
  const path = name === undefined ? 'stdin.yaml' : io.shown(name);
  const bytes = io.readStdin(most);
  return bytes === undefined ? { path, fault: { id: 'source/no-stdin', params: {} } } : { path, bytes };
}

/** How to read `plan` and what it refers to. */
export function readerOf({ path, bytes }: PlanInput, io: Io, { limits = LIMITS, roots = [] }: ReadTerms): Read {
  const read = (file: string) => (file === path ? bytes : undefined) ?? io.read(file, limits.bytes);
  return confinedReader(path, roots, read, io.real);
}

/** How much is read, and from where. */
export interface ReadTerms {
  readonly limits?: Limits | undefined;
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
