// The run of `sitecam merge`.
import { mergeRecords } from '../../../features/merge/merge.js';
import { MergeRefusal, type RecordFile } from '../../../features/merge/read.js';
import { t } from '../../../features/merge/texts.js';
import { limitsOf, type ReadFlags } from '../../../host/config/limits.js';
import type { ExitCode, Io } from '../../../host/io.js';
import { version } from '../../../host/package.js';
import { oneOf, UsageError } from '../../../host/usage.js';
import { type Locale, render } from '../../../i18n/locale.js';
import { FAIL_ON, runExitCode } from '../../../lint/exit.js';
import { INTERNAL_ERROR } from '../../../lint/support/internal-error.js';
import { LIMITS } from '../../../source/limits.js';
import { checkFiles, checkOptions, outputsOf } from '../../output/outputs.js';
import { type ReportFlags, writeReports } from '../../output/reports.js';

interface MergeFlags extends ReadFlags, ReportFlags {
  readonly format: readonly string[];
  readonly failOn?: string;
}

/**
 * Puts the records of the shards of one run together (`paths`: one record file for each shard), writes the reports of the
 * whole run, and returns its exit code. Writes nothing if the records don't belong to one run, or can't be read (then
 * returns 3).
 */
export async function mergeCommand(
  paths: readonly string[],
  flags: MergeFlags,
  io: Io,
  locale: Locale,
): Promise<ExitCode> {
  const failOn =
    flags.failOn === undefined ? undefined : oneOf(flags.failOn, FAIL_ON, { zh: '--fail-on 的取值', en: '--fail-on' });
  const outputs = outputsOf(flags.format, false);
  const targets = outputs.flatMap(({ file }) => (file === undefined ? [] : [io.shown(file)]));
  checkFiles(targets, [], io);
  const over = targets.find((file) => paths.some((path) => io.real(path) === io.real(file)));
  if (over !== undefined) throw new UsageError(t.over({ name: over }));
  checkOptions(flags, outputs);
  const limits = limitsOf(flags) ?? LIMITS;
  try {
    const merged = mergeRecords(filesOf(paths, limits.bytes, io), { version: version(), limits });
    const { input } = merged;
    await writeAll(input, outputs, flags, io, locale);
    if (input.results.some((one) => !one.ok && one.unreadable.some(({ code }) => code === INTERNAL_ERROR))) return 70;
    return runExitCode(
      input.results,
      merged.failOn.map((level) => failOn ?? level),
    );
  } catch (error) {
    if (!(error instanceof MergeRefusal)) throw error;
    const texts = [...error.texts, ...(error.kind === 'unreadable' ? [t.nothingWritten] : [])];
    const text = { zh: texts.map(({ zh }) => zh).join('\n'), en: texts.map(({ en }) => en).join('\n') };
    if (error.kind === 'usage') throw new UsageError(text);
    io.err(`sitecam${locale === 'en' ? ': ' : '：'}${render(text, locale)}\n`);
    return 3;
  }
}

/**
 * Writes all reports, standard output last. What a forged record holds may end in any error, for which a MergeRefusal is
 * thrown.
 */
async function writeAll(...[input, outputs, flags, io, locale]: Parameters<typeof writeReports>): Promise<void> {
  const texts: string[] = [];
  const out = (text: string): void => void texts.push(text);
  try {
    await writeReports(input, outputs, flags, { ...io, out }, locale);
  } catch (error) {
    if (error instanceof UsageError || !(error instanceof Error) || 'code' in error) throw error;
    throw new MergeRefusal('unreadable', [t.noReport]);
  }
  for (const text of texts) io.out(text);
}

/** Reads the records. Throws one error that names every record that can't be read. */
function filesOf(paths: readonly string[], most: number, io: Io): RecordFile[] {
  const folder = paths.find((path) => io.isFolder(path));
  if (folder !== undefined) throw new UsageError(t.folder({ name: folder }));
  const read = paths.map((path) => ({ name: io.shown(path), bytes: io.read(path, most) }));
  const absent = read.flatMap(({ name, bytes }) => (bytes === undefined ? t.absent({ name }) : []));
  if (absent.length > 0) throw new MergeRefusal('unreadable', absent);
  return read.flatMap(({ name, bytes }) => (bytes === undefined ? [] : [{ name, bytes }]));
}
