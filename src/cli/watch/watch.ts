// `--watch`: runs a command again whenever something that it saw of the disk has changed.
import type { ExitCode, Io } from '../../host/io.js';
import { UsageError } from '../../host/usage.js';
import { Sightings } from '../../host/watch/sightings.js';
import { createWatch } from '../../host/watch/watch.js';
import type { Locale } from '../../i18n/locale.js';
import type { Follower } from '../../lint/lint.js';
import type { Report, ReportInput } from '../../lint/types.js';
import { reusing } from '../../live/reuse.js';
import { failed } from '../failed.js';
import { say } from '../say.js';
import { differenceText } from './difference.js';

/** Options of a command that `--watch` can run again after each change. */
export interface WatchFlags {
  readonly watch?: true;
  readonly poll?: true;
}

/** State that `--watch` carries from one run of a command to the next, so that unchanged results are reused. */
export interface Watching {
  /** Takes what the report is made of. */
  readonly onReport: (input: ReportInput) => void;
  /** Takes over from the run before what hasn't changed since, if both are of one plan. */
  readonly follower: Follower;
}

/** Runs a command once. */
type Run = (io: Io, watching: Watching) => Promise<ExitCode>;

/** Clears a terminal and goes to its first line; what was above can still be scrolled to. */
const CLEAR = '\x1b[2J\x1b[H';

/**
 * Runs a command, and again after each change, until Ctrl+C; prints after each report what is new since the run before.
 * Returns the exit code of the last run.
 *
 * @param tell prints for people, where reports for programs may go to standard output
 * @throws what the first run throws; later ones say why they failed and wait for the next change
 */
export async function watched(
  run: Run,
  { poll }: WatchFlags,
  io: Io,
  locale: Locale,
  tell: (text: string) => void,
): Promise<ExitCode> {
  const watch = createWatch(io, { poll: poll === true });
  /** The last report on each plan that could be read. */
  const known = new Map<string, Report>();
  let before: Report | undefined;
  const follower: Follower = {
    onDrawn: () => {},
    get before() {
      return before?.site;
    },
    takeOver: (site) => before && reusing(site, before.site),
  };
  for (let isFirst = true; ; isFirst = false) {
    const seen = new Sightings(io.again());
    if (!isFirst && io.isTerminal) io.out(CLEAR);
    let code: ExitCode;
    try {
      let reported: ReportInput | undefined;
      code = await run(seen.io, {
        follower,
        onReport: (input) => {
          reported = input;
        },
      });
      if (reported !== undefined) {
        tellDifference(reported, known, locale, tell);
        before = known.size === 1 ? [...known.values()][0] : undefined;
      }
    } catch (error) {
      if (isFirst) throw error;
      code = await failed(error, io, locale, false);
    }
    io.err(say(locale, '等待文件改动，按 Ctrl+C 结束。\n', 'Waiting for files to change; Ctrl+C ends.\n'));
    if ((await watch.wait(() => [seen])) === 'interrupted') return code;
  }
}

function tellDifference(
  input: ReportInput,
  known: Map<string, Report>,
  locale: Locale,
  tell: (text: string) => void,
): void {
  for (const result of input.results) {
    if (!result.ok) continue;
    const before = known.get(result.path);
    if (before !== undefined) tell(differenceText(before, result, input, locale));
    known.set(result.path, result);
  }
}

/**
 * Throws a UsageError if an option was given that `--watch` can't go with, or `--poll` without it.
 *
 * @param against values of the options that `--watch` can't go with, by name without leading dashes (`-`: standard input or
 * output); undefined or false: not given
 */
export function checkWatch(flags: WatchFlags, against: Readonly<Record<string, unknown>>): void {
  if (flags.poll === true && flags.watch !== true) {
    throw UsageError.onOptions({
      zh: '--poll 与 --watch 同用。',
      en: '--poll goes with --watch.',
    });
  }
  if (flags.watch !== true) return;
  for (const [option, value] of Object.entries(against)) {
    if (value === undefined || value === false) continue;
    throw UsageError.onOptions({
      zh: `--watch 不能与${option === '-' ? '“-”（标准输入、标准输出）' : ` --${option} `}同用。`,
      en: `--watch can't go with ${option === '-' ? "'-', standard input or output" : `--${option}`}.`,
    });
  }
}
