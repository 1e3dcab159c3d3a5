import type { ChalkInstance } from 'chalk';
import type { VerdictGroup } from '../../findings/tally.js';
import { wrap } from '../../i18n/width.js';

/** How things look on this terminal: colours or none, wrapped to its width or not at all. */
export interface Screen {
  readonly width: number | undefined;
  readonly strong: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly group: (group: VerdictGroup, text: string) => string;
  /** What is said of a second place. */
  readonly note: (text: string) => string;
  /** `text`, a link to `url` where this terminal has links. */
  readonly link: (text: string, url: string | undefined) => string;
  /** The address of a rule's page; undefined where this terminal has no links. */
  readonly page: (rule: string) => string | undefined;
  /** Lines of `text` in `room` columns (all there are), the first indented by `indent`, the others by `hang`. */
  readonly wrap: (text: string, indent?: number, hang?: number, room?: number) => string[];
}

/** Narrower than this, wrapping does more harm than a line that runs on. */
const NARROWEST = 40;

/** Begins and ends the address of a link (OSC 8). */
const LINK = '\u001b]8;;';
const END = '\u001b\\';

/** The screen of a terminal with `columns`; colours and links as the caller decided. */
export function screen(
  chalk: ChalkInstance,
  columns: number | undefined,
  page: Screen['page'] = () => undefined,
): Screen {
  const width = columns === undefined ? undefined : Math.max(NARROWEST, columns);
  const colours: Readonly<Record<VerdictGroup, ChalkInstance>> = {
    fail: chalk.red,
    open: chalk.magenta,
    review: chalk.yellow,
    warning: chalk.cyan,
    waived: chalk.blue,
    pass: chalk.green,
    notApplicable: chalk.dim,
  };
  return {
    width,
    strong: (text) => chalk.bold(text),
    dim: (text) => chalk.dim(text),
    group: (group, text) => colours[group](text),
    note: (text) => chalk.blue(text),
    page,
    link: (text, url) => (url === undefined ? text : `${LINK}${url}${END}${text}${LINK}${END}`),
    wrap: (text, indent = 0, hang = indent, room = width) =>
      wrap(text, room === undefined ? undefined : room - Math.max(indent, hang)).map(
        (line, index) => ' '.repeat(index === 0 ? indent : hang) + line,
      ),
  };
}
