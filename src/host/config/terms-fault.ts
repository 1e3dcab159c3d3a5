// What keeps plans from being judged on their terms: found by a plan, told as that plan's result.
import { ConfigurationError } from '../../config/error.js';
import type { UnreadableReport } from '../../lint/types.js';
import type { SourceProblem } from '../../source/problem.js';
import type { SourceFile } from '../../source/types.js';
import { UsageError } from '../usage.js';

/**
 * A file that nobody named on the command line, but that was found beside a plan or is named there, can't be used. Where
 * several plans are judged it is the fault of those that it is for; elsewhere `cause` is what to say.
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

/** Returns what `act` gives; what it finds wrong with the file at `path`, as people see it, is a TermsFault. */
export function ofPlans<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof ConfigurationError) throw new TermsFault(error, error.problems, error.files);
    if (!(error instanceof UsageError)) throw error;
    if (error.found !== undefined) throw new TermsFault(error, error.found.problems, error.found.files);
    const message = { id: 'engine/unusable', params: { reason: error.text } };
    throw new TermsFault(error, [{ code: message.id, message, place: { path, pointer: '' } }], []);
  }
}

/** Returns what `act` gives, or the TermsFault it throws. */
export function orTermsFault<T>(act: () => T): T | TermsFault {
  try {
    return act();
  } catch (error) {
    if (error instanceof TermsFault) return error;
    throw error;
  }
}

/** Returns the results of plans that can't be judged, by their paths: those of one cause name one another. */
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
