// `lint --watch`: lints again after each change.
import type { ExitCode, Io } from '../../../host/io.js';
import type { Locale } from '../../../i18n/locale.js';
import { outputsOf } from '../../output/outputs.js';
import { checkWatch, type WatchFlags, watched } from '../../watch/watch.js';
import { type LintFlags, lintCommand } from './run.js';

/** Lints plans until Ctrl+C. Returns the exit code of the last run. */
export async function watchLint(
  args: readonly string[],
  flags: LintFlags & WatchFlags,
  io: Io,
  locale: Locale,
): Promise<ExitCode> {
  checkWatch(flags, {
    '-': args.includes('-'),
    fix: flags.fix,
    'fix-dry-run': flags.fixDryRun,
    write: flags.write,
    'print-config': flags.printConfig,
    'show-files': flags.showFiles,
    redact: flags.redact,
  });
  const { watch: _, poll, ...once } = flags;
  // What a program reads from standard output holds nothing else.
  const isForPeople = outputsOf(flags.format, false).some(
    ({ name, file }) => name === 'terminal' && file === undefined,
  );
  const tell = isForPeople ? io.out : io.err;
  return watched((io, watching) => lintCommand(args, once, io, locale, watching), { poll }, io, locale, tell);
}
