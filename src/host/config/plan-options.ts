// The options that lint would judge one plan by, as what decides them is now.
import type { LintOptions } from '../../lint/types.js';
import type { Io } from '../io.js';
import { dayOf } from './day.js';
import { baselinesFor, lintOptions } from './lint-options.js';
import type { Persona } from './persona.js';
import { type TermFlags, termsFinder } from './terms.js';
import { TermsFault } from './terms-fault.js';

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
