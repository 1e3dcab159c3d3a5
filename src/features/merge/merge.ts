// Merges the logs of one run's shards into the report of the whole run.
import type { Localized } from '../../i18n/locale.js';
import type { FailOn, ResultCode } from '../../lint/exit.js';
import type { Limits } from '../../source/limits.js';
import { checkAgreement } from './agreement.js';
import { mergeJson } from './json.js';
import type { JsonLog, Log, LogFile, PlanPart, SarifLog } from './log.js';
import { readLog } from './read.js';
import { MergeRefusal } from './refusal.js';
import { mergeSarif } from './sarif.js';

/** Options of {@link mergeLogs}. */
export interface MergeOptions {
  readonly failOn: FailOn;
  /** The version of sitecam: only logs that it wrote can be merged. */
  readonly version: string;
  readonly limits: Limits;
}

/** One report of several. */
export interface Merged {
  /** The report in parts, each made when it is asked for. */
  readonly parts: Iterable<string>;
  readonly plans: number;
  /** Number of plans that couldn't be read. */
  readonly unreadable: number;
  /** Number of plans that couldn't be judged on their terms. */
  readonly unjudged: number;
  /** Number of verdicts that count for the exit code. */
  readonly counting: number;
  /** Exit code of the run that the report stands for. */
  readonly code: ResultCode;
}

/**
 * Returns one report of the logs of one run's shards: the same bytes, whatever the order of the logs, as one run over
 * all plans would have written. Throws a MergeRefusal, before anything is written, if they aren't logs of one run.
 */
export function mergeLogs(files: readonly LogFile[], options: MergeOptions): Merged {
  const logs = readAll(files, options);
  checkAgreement(logs);
  const { plans, parts } = merge(logs);
  const unjudged = plans.filter(({ terms }) => terms === true).length;
  const unreadable = plans.filter(({ readable }) => !readable).length - unjudged;
  const counting = plans.reduce((sum, plan) => sum + plan.counting, 0);
  const code = plans.length === 0 || unreadable > 0 ? 3 : unjudged > 0 ? 2 : counting > 0 ? 1 : 0;
  return { parts, plans: plans.length, unreadable, unjudged, counting, code };
}

/**
 * Returns all logs as read. Throws one MergeRefusal with everything that is wrong; an unreadable log outweighs one that
 * doesn't belong.
 */
function readAll(files: readonly LogFile[], options: MergeOptions): Log[] {
  const refused: Record<MergeRefusal['kind'], Localized[]> = { unreadable: [], usage: [] };
  const logs = files.flatMap((file) => {
    try {
      return [readLog(file, options)];
    } catch (error) {
      if (!(error instanceof MergeRefusal)) throw error;
      refused[error.kind].push(...error.texts);
      return [];
    }
  });
  const texts = [...refused.unreadable, ...refused.usage];
  if (texts.length > 0) throw new MergeRefusal(refused.unreadable.length > 0 ? 'unreadable' : 'usage', texts);
  return logs;
}

function merge(logs: readonly Log[]): { readonly plans: readonly PlanPart[]; readonly parts: Iterable<string> } {
  const sarif = logs.filter((log): log is SarifLog => log.format === 'sarif');
  const json = logs.filter((log): log is JsonLog => log.format === 'json');
  return sarif.length > 0 ? mergeSarif(sarif) : mergeJson(json);
}
