// `lint --fix` and `--fix-dry-run`: writes or prints proven respellings.
import { type Repair, type Repaired, repairsOf, spellingMessages } from '../../../features/repair/repair.js';
import { type Reads, recorded } from '../../../host/batch/cache/reads.js';
import type { Replacement } from '../../../host/files/types.js';
import type { Io } from '../../../host/io.js';
import { type PlanInput, readerOf } from '../../../host/plans/select.js';
import { UsageError } from '../../../host/usage.js';
import { type Locale, say } from '../../../i18n/locale.js';
import { renderMessage } from '../../../i18n/message.js';
import type { LintOptions } from '../../../lint/types.js';
import { plainSource, plainText } from '../../../render/escape.js';
import { applyEdits } from '../../../source/edit/splice.js';
import { OUTSIDE_FOLDER } from '../../../source/parse/reading.js';

/** Options that ask for repairs. */
export interface RepairFlags {
  readonly fix?: true;
  readonly fixDryRun?: true;
}

/** A plan to repair, and the options it is linted with. */
export interface Repairable {
  readonly plan: PlanInput;
  readonly options: LintOptions;
}

/**
 * Writes the repairs of each plan into its files (`--fix`), or prints them as a diff (`--fix-dry-run`). Lists the
 * respellings, and the suggestions left to the author, on standard error; standard output is for the report or the
 * diff. Throws a UsageError if both options are given or a plan is standard input.
 */
export async function repairPlans(
  plans: readonly Repairable[],
  flags: RepairFlags,
  io: Io,
  locale: Locale,
): Promise<void> {
  const option = flags.fix === true ? '--fix' : '--fix-dry-run';
  if (flags.fix === true && flags.fixDryRun === true) {
    throw new UsageError({
      zh: '--fix 与 --fix-dry-run 不能并用。',
      en: '--fix and --fix-dry-run exclude each other.',
    });
  }
  if (plans.some(({ plan }) => plan.bytes !== undefined)) {
    throw new UsageError({
      zh: `${option} 须给出设计图文件，不能用于标准输入“-”。`,
      en: `${option} is for plan files; standard input ('-') has none to write.`,
    });
  }
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
    tell(repaired, flags.fix === true, io, locale);
  }
}

/**
 * Returns the files that edits change, each with its bytes before and after. A byte order mark and all other bytes
 * stay.
 */
function replacements({ edits }: Repaired, read: Reads): Replacement[] {
  return [...read].flatMap(([path, was]) => {
    const own = edits.filter((edit) => edit.path === path);
    if (was === undefined || was === OUTSIDE_FOLDER || own.length === 0) return [];
    // Offsets are of the text without its byte order mark.
    const mark = was[0] === 0xef && was[1] === 0xbb && was[2] === 0xbf ? '\ufeff' : '';
    const text = applyEdits(new TextDecoder('utf-8').decode(was), own);
    return [{ path, was, bytes: new TextEncoder().encode(mark + text) }];
  });
}

async function printDiff(files: readonly Replacement[], io: Io): Promise<void> {
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

function tell({ before, repairs, suggestions }: Repaired, written: boolean, io: Io, locale: Locale): void {
  const name = plainText(before.path);
  const [made, left] = [repairs.length, suggestions.length];
  const all = written
    ? say(locale, `已改正${made}处写法，已写入文件：`, `${made} repaired and written:`)
    : say(locale, `可改正${made}处写法（未写入）：`, `${made} to be repaired, nothing written:`);
  const none = say(locale, '没有可以自动改正的写法。', 'nothing to repair.');
  io.err(`sitecam${say(locale, '：', ': ')}${name}${say(locale, '：', ': ')}${made === 0 ? none : all}\n`);
  for (const repair of repairs) io.err(`  ${spot(repair)}  ${textOf(repair.message, locale)}\n`);
  if (left === 0) return;
  io.err(say(locale, `另有${left}处请自行核对，未改动：\n`, `${left} left for you to decide:\n`));
  for (const { why, ...suggestion } of suggestions) {
    const reason = `${say(locale, '：', ': ')}${textOf(why, locale)}`;
    io.err(`  ${spot(suggestion)}  ${textOf(suggestion.message, locale)}${reason}\n`);
  }
}

function spot({ path, at }: Pick<Repair, 'path' | 'at'>): string {
  return `${plainText(path)}:${at.line}:${at.column}`;
}

function textOf(message: Repair['message'], locale: Locale): string {
  return plainText(renderMessage(spellingMessages, message, locale));
}
