// `lint --fix-geometry --write` and `--fix-dry-run` with it: writes or prints the edits that are proved together.
import type { Replacement } from '../../../host/files/place.js';
import type { Io } from '../../../host/io.js';
import { type PlanInput, readerOf } from '../../../host/plans/select.js';
import { UsageError } from '../../../host/usage.js';
import { type Locale, type Localized, render } from '../../../i18n/locale.js';
import { previousOf } from '../../../import/reimport/previous.js';
import { type FixesTogether, fixesTogether } from '../../../lint/fixes/together.js';
import type { LintOptions, LintResult, Report } from '../../../lint/types.js';
import { plainText } from '../../../render/escape.js';
import { withText } from '../../../source/parse/decode.js';
import { OUTSIDE_FOLDER } from '../../../source/parse/reading.js';
import { say } from '../../say.js';
import { checkHasFiles, printDiff } from './repair.js';

interface FixFlags {
  readonly write?: true;
}

/**
 * Throws a UsageError if a plan is standard input, into which no fix can be written. Its text names `--write` if that
 * is given, else `--fix-dry-run`.
 */
export function checkFixable(plans: readonly PlanInput[], { write }: FixFlags): void {
  checkHasFiles(plans, write === true ? '--write' : '--fix-dry-run');
}

/** A plan that was linted. */
interface LintedPlan {
  readonly plan: PlanInput;
  readonly options: LintOptions;
  readonly result: LintResult;
}

/** What is to be written of a plan. */
interface Edited extends FixesTogether {
  readonly report: Report;
  readonly files: readonly Replacement[];
}

/**
 * Takes of each plan the fixes (edits that settle findings) that are proved to hold when they are made all at once. Writes
 * them into the plan's files (`--write`), or prints them as a diff. Lists them on standard error. Returns true if a file was
 * written.
 *
 * @throws UsageError before anything is written if a file may not be edited
 */
export async function writeFixes(
  plans: readonly LintedPlan[],
  { write }: FixFlags,
  io: Io,
  locale: Locale,
): Promise<boolean> {
  const edited = plans.flatMap((one) => (one.result.ok ? [editedOf(one, one.result, io)] : []));
  for (const one of edited) checkFiles(one, edited, io);
  for (const { report, files, ...fixes } of edited) {
    if (write !== true) await printDiff(files, io);
    else if (files.length > 0) io.amend(files, report.path);
    io.err(textOf(report, fixes, write === true, locale));
  }
  return write === true && edited.some(({ files }) => files.length > 0);
}

function editedOf({ plan, options }: LintedPlan, report: Report, io: Io): Edited {
  const fixes = fixesTogether(report);
  const read = readerOf(plan, io, options);
  const files = [...fixes.texts].flatMap(([path, text]) => {
    const was = read(path);
    return was === undefined || was === OUTSIDE_FOLDER ? [] : [{ path, was, bytes: withText(was, text) }];
  });
  return { ...fixes, report, files };
}

/** Throws a UsageError if a file to be edited is written by imports, or is a part of another plan of the run, too. */
function checkFiles({ report, files }: Edited, all: readonly Edited[], io: Io): void {
  for (const { path, was } of files) {
    if (path !== report.path && previousOf(path, was) !== undefined) throw refused(report, path, OF_IMPORTS, io);
    const other = all.find((one) => one.report !== report && one.report.files.some((file) => file.path === path));
    if (other !== undefined) throw refused(report, path, alsoOf(io.shown(other.report.path)), io);
  }
}

const OF_IMPORTS: Localized = {
  zh: '该文件由导入生成，下次导入将重新写出，改动会丢失；请照报告所列，改在设计图的 overrides 中',
  en: 'imports write that file, and the next one would undo the edit; make the edit that the report names in overrides of the plan',
};

function alsoOf(other: string): Localized {
  return {
    zh: `该文件也是“${other}”的一部分，改法只就前者作了证明；请逐份改`,
    en: `that file is a part of '${other}', too, and the edit is proved for the first plan only; edit them one by one`,
  };
}

function refused({ path: plan }: Report, path: string, why: Localized, io: Io): UsageError {
  const [file, of] = [io.shown(path), io.shown(plan)];
  return new UsageError({
    zh: `“${of}”的改法在“${file}”中，不能写入：${why.zh}。未写入任何文件。`,
    en: `the edits of '${of}' are in '${file}' and can't be written: ${why.en}. Nothing was written.`,
  });
}

function textOf({ path }: Report, { chosen, left }: FixesTogether, written: boolean, locale: Locale): string {
  const n = chosen.length;
  const [zh, en] =
    n === 0
      ? ['没有可以写入的改法。', 'no edit to write.']
      : written
        ? [`已写入${n}项经证明的改法：`, `${n} proved ${n === 1 ? 'edit' : 'edits'} written:`]
        : [`可写入${n}项经证明的改法（未写入）：`, `${n} proved ${n === 1 ? 'edit' : 'edits'}, nothing written:`];
  const lines = chosen.map(({ fix, settles }) => {
    const about = [...new Set(settles.map(({ subject }) => subject))].join(locale === 'en' ? ', ' : '、');
    return `  ${about}${locale === 'en' ? ': ' : '：'}${render(fix.message, locale)}`;
  });
  const rest = say(
    locale,
    `  另有${left}项单独可改，与上列的不能同时证明，未写入。`,
    `  ${left} more can be settled alone, but not together with these; not written.`,
  );
  const all = [
    say(locale, `sitecam：${path}：${zh}`, `sitecam: ${path}: ${en}`),
    ...lines,
    ...(left > 0 ? [rest] : []),
  ];
  return all.map((line) => `${plainText(line)}\n`).join('');
}
