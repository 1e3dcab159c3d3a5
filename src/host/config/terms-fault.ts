// Faults in the terms of plans (configuration, waivers, baseline), reported as the plans' results.

import { ConfigurationError } from '../../config/error.js';
import type { UnreadableReport } from '../../lint/types.js';
import { problemOf, type SourceProblem } from '../../source/problem.js';
import { termsText } from '../../source/texts.js';
import type { SourceFile } from '../../source/types.js';
import { UsageError } from '../usage.js';

/**
 * Error about an unusable configuration, waiver file, baseline or the like that the command line does not name: it was found
 * near a plan, or such a file names it. In a run over several plans it becomes the result of the plans concerned; otherwise
 * the message of `cause` is printed.
 */
export class TermsFault extends Error {
  override readonly name = 'TermsFault';
  constructor(
    override readonly cause: ConfigurationError | UsageError,
    readonly problems: readonly SourceProblem[],
    readonly files: readonly SourceFile[],
  ) {
    super(cause.message, { cause });
  }
}

/**
 * Returns what `act` returns. Turns its ConfigurationError or UsageError about the file at `path` (as people see it)
 * into a TermsFault.
 */
export function ofPlans<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof ConfigurationError) throw new TermsFault(error, error.problems, error.files);
    if (!(error instanceof UsageError)) throw error;
    if (error.found !== undefined) throw new TermsFault(error, error.found.problems, error.found.files);
    throw new TermsFault(error, [problemOf(termsText.unusable({ reason: error.text }), path)], []);
  }
}

/** Returns what `act` returns, or the TermsFault it throws. */
export function orTermsFault<T>(act: () => T): T | TermsFault {
  try {
    return act();
  } catch (error) {
    if (error instanceof TermsFault) return error;
    throw error;
  }
}

/**
 * Returns the reports of plans that cannot be judged, by path. Reports with the same cause list the plans that share
 * it.
 */
export function unjudged(faults: ReadonlyMap<string, TermsFault>): Map<string, UnreadableReport> {
  const plans = new Map<string, string[]>();
  const causes = [...faults].map(([path, { problems, files }]) => {
    const cause = JSON.stringify([problems, files.map(({ path, sha256 }) => [path, sha256])]);
    const sharing = plans.get(cause) ?? [];
    sharing.push(path);
    plans.set(cause, sharing);
    return { path, problems, files, sharing };
  });
  return new Map(
    causes.map(({ path, problems, files, sharing }) => [
      path,
      { ok: false, path, unreadable: problems, files, terms: { plans: sharing } },
    ]),
  );
}
