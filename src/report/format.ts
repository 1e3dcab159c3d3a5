// What a report format is to those who list and call formats.
import type { Alerts } from '../findings/file-problems.js';
import type { Locale } from '../i18n/locale.js';
import type { FailOn } from '../lint/exit.js';
import type { Report, ReportInput } from '../lint/types.js';
import type { Budget } from '../render/writers/budget.js';

/** The drawing of a level, in a file of its own beside a report. */
export interface LevelPicture {
  /** Id of the level. */
  readonly level: string;
  /** Path of the file relative to the report, percent-encoded for use in a link. */
  readonly href: string;
}

/** Options for every format; a format ignores those that don't concern it. */
export interface FormatOptions {
  readonly locale: Locale;
  readonly colour: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** True for a table of what each rule found, on a terminal. */
  readonly statistics?: boolean;
  /** Level of `--fail-on`, which decides on a terminal which plans fail. Absent: that of each plan's configuration. */
  readonly failOn?: FailOn;
  /** Columns to wrap to. */
  readonly width: number;
  /** Returns the URL of a rule's page. Absent if the terminal has no links. */
  readonly page?: (rule: string) => string;
  /** Most bytes, or characters, of a report or of sheets in Markdown. */
  readonly budget?: Budget;
  /** The least grave outcome that becomes an alert of a service; absent: review. */
  readonly alerts?: Alerts;
  /** Returns the drawings beside a report in Markdown or a record in SARIF. */
  readonly pictures?: (report: Report) => readonly LevelPicture[];
  /** Address of the documentation on the web, without a slash at its end; absent if the package names none. */
  readonly docs?: string;
  /** Loads a function that returns how many bytes a text has in gzip. */
  readonly loadGzip: () => Promise<(text: string) => number>;
}

/** A report format: `src/report/<name>/<name>.ts` exports it as `format`, and `npm run gen` lists it. */
export interface Format {
  /** Returns the report in parts: the record of a campus is too long to be held at once. */
  readonly render: (input: ReportInput, options: FormatOptions) => Iterable<string> | Promise<Iterable<string>>;
}
