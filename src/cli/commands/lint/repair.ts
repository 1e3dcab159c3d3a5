// `lint --fix` and `--fix-dry-run`: writes or prints proven respellings.
import { type Repaired, repairReport, repairsOf } from '../../../features/repair/repair.js';
import { type Reads, recorded } from '../../../host/batch/encoded-result.js';
import type { Replacement } from '../../../host/files/place.js';
import type { Io } from '../../../host/io.js';
import { type PlanInput, readerOf } from '../../../host/plans/select.js';
import { UsageError } from '../../../host/usage.js';
import type { Locale } from '../../../i18n/locale.js';
import type { LintOptions } from '../../../lint/types.js';
import { plainSource } from '../../../render/escape.js';
import { applyEdits } from '../../../source/edit/splice.js';
import { withText } from '../../../source/parse/decode.js';
import { OUTSIDE_FOLDER } from '../../../source/parse/reading.js';

interface RepairFlags {
  readonly fix?: true;
  readonly fixDryRun?: true;
}

/** A plan to repair, and the options it is linted with. */
interface Repairable {
  readonly plan: PlanInput;
  readonly options: LintOptions;
}

/**
 * Corrects the spelling of keys, values, references and ids in each plan where that changes no meaning. Writes the edits
 * into the plan's files (`--fix`), or prints them as a diff (`--fix-dry-run`). Lists on standard error what was corrected,
 * and what is only suggested to the author; standard output is for the report or the diff. Throws a UsageError if a plan is
 * standard input.
 */
export async function repairPlans(
  plans: readonly Repairable[],
  flags: RepairFlags,
  io: Io,
  locale: Locale,
): Promise<void> {
  const option = flags.fix === true ? '--fix' : '--fix-dry-run';
  checkHasFiles(
    plans.map(({ plan }) => plan),
    option,
  );
  for (const { plan, options } of plans) {
    // The lint run after this reports paths that give no plan, and plans that can't be judged.
    if (plan.fault !== undefined || plan.unjudged !== undefined) continue;
    const { read, reads } = recorded(readerOf(plan, io, options));
    const repaired = repairsOf(plan.path, read, options);
    if (!repaired.after.ok && repaired.after.terms !== undefined) continue;
    const files = replacements(repaired, reads);
    if (flags.fix === true) {
      if (files.length > 0) io.amend(files, plan.path);
    } else await printDiff(files, io);
    io.err(repairReport(repaired, flags.fix === true, locale));
  }
}

/** Throws a UsageError if a plan is standard input, into which `option` (such as `--fix`) can write nothing. */
export function checkHasFiles(plans: readonly PlanInput[], option: string): void {
  if (plans.every(({ bytes }) => bytes === undefined)) return;
  throw UsageError.onOptions({
    zh: `${option} 须给出设计图文件，不能用于标准输入“-”。`,
    en: `${option} is for plan files; standard input ('-') has none to write.`,
  });
}

/** Returns the files that edits change, each with its bytes before and after. */
function replacements({ edits }: Repaired, read: Reads): Replacement[] {
  return [...read].flatMap(([path, was]) => {
    const own = edits.filter((edit) => edit.path === path);
    if (was === undefined || was === OUTSIDE_FOLDER || own.length === 0) return [];
    return [{ path, was, bytes: withText(was, applyEdits(new TextDecoder('utf-8').decode(was), own)) }];
  });
}

/** Prints `files` on standard output as a unified diff from their old bytes to the new ones. Writes no file. */
export async function printDiff(files: readonly Replacement[], io: Io): Promise<void> {
  if (files.length === 0) return;
  const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import('diff');
  for (const { path, was, bytes } of files) {
    const [old, now] = [was, bytes].map((side) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(side));
    const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, old, now, undefined, undefined, {
      headerOptions: FILE_HEADERS_ONLY,
    });
    // A patch keeps every byte; but on a terminal no text of a plan may move the cursor.
    io.out(io.isTerminal ? patch.split('\n').map(plainSource).join('\n') : patch);
  }
}
