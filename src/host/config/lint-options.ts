// The options that a plan is judged by, made of its terms, its baseline and the day.

import type { LintOptions } from '../../lint/types.js';
import type { Io } from '../io.js';
import type { PlanInput } from '../plans/types.js';
import { dayOf } from './day.js';
import type { Persona } from './persona.js';
import { type PlanTerms, type TermFlags, termsFinder } from './terms.js';
import { ofPlans, orTermsFault, TermsFault } from './terms-fault.js';

/** A plan's baseline, if it has one; or why it can't be judged. */
type Compared = Pick<LintOptions, 'baseline'> | TermsFault;

/**
 * Returns the options by which a plan is linted: those of its terms, the day, and the baseline unless it can't be used.
 */
export function lintOptions({ options, region }: PlanTerms, compared: Compared, today: string): LintOptions {
  const checked = region === 'checked' && { regionChecked: true as const };
  return { ...options, today, ...checked, ...(compared instanceof TermsFault ? {} : compared) };
}

/**
 * Returns the baseline to compare each plan with, or the reason why the plan can't be judged. Reads each baseline once,
 * and loads the code that reads them only if there is one.
 *
 * @param asked value of `--baseline`
 * @throws UsageError if the baseline that `--baseline` names can't be used
 */
export async function baselinesFor(
  plans: readonly PlanInput[],
  terms: readonly (PlanTerms | TermsFault)[],
  asked: TermFlags['baseline'],
  io: Io,
): Promise<readonly Compared[]> {
  const paths = new Set(terms.flatMap((one) => (one instanceof TermsFault ? [] : (one.baseline ?? []))));
  if (paths.size === 0) return terms.map((one) => (one instanceof TermsFault ? one : {}));
  const { baselineOfPlan, openBaseline } = await import('./baseline.js');
  const open = (path: string) =>
    asked === undefined ? orTermsFault(() => ofPlans(path, () => openBaseline(path, io))) : openBaseline(path, io);
  const opened = new Map([...paths].map((path) => [path, open(path)]));
  return plans.map(({ path }, index) => {
    const one = terms[index];
    if (one instanceof TermsFault) return one;
    const found = opened.get(one.baseline ?? '');
    if (found === undefined || found instanceof TermsFault) return found ?? {};
    return { baseline: baselineOfPlan(found, path) };
  });
}

/** Options of a command that judges one plan for as long as it runs. */
export interface PlanFlags extends TermFlags {
  readonly today?: string;
}

/**
 * Returns the options of the plan at `path`, reading what decides them through `io`.
 *
 * @throws UsageError, ConfigurationError or TermsFault if they can't be used
 */
export async function planOptions(path: string, flags: PlanFlags, persona: Persona, io: Io): Promise<LintOptions> {
  const found = termsFinder(flags, persona, io, [path])(path);
  const [compared = {}] = await baselinesFor([{ path }], [found], flags.baseline, io);
  if (compared instanceof TermsFault) throw compared;
  return lintOptions(found, compared, dayOf(flags.today, io));
}
