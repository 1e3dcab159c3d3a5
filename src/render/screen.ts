// The terminal's capabilities: colours, links and wrapping.
import type { ChalkInstance } from 'chalk';
import { wrap } from '../i18n/width.js';
import type { Tone } from './document.js';

/** Colours, links and wrapping of one terminal. */
export interface Screen {
  readonly width: number | undefined;
  readonly strong: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly group: (group: Tone, text: string) => string;
  /** Returns the caption of a related place, styled. */
  readonly note: (text: string) => string;
  /** Returns `text` as a link to `url`; unchanged if `url` is undefined. */
  readonly link: (text: string, url: string | undefined) => string;
  /** Returns the URL of a rule's page; undefined if this terminal has no links. */
  readonly page: (rule: string) => string | undefined;
  /**
   * Returns `text` wrapped into lines of `room` columns (default: all), the first indented by `indent`, the others by
   * `hang`.
   */
  readonly wrap: (text: string, indent?: number, hang?: number, room?: number) => string[];
}

/** Narrowest terminal that is wrapped for, in columns; below it, wrapping does more harm than long lines. */
const NARROWEST = 40;

/** Start and end of a link's address (OSC 8). */
const LINK = '\u001b]8;;';
const END = '\u001b\\';

/**
 * Returns the screen of a terminal with `columns`; undefined means no wrapping. The caller decides on colours and
 * links.
 */
export function screen(
  chalk: ChalkInstance,
  columns: number | undefined,
  page: Screen['page'] = () => undefined,
): Screen {
  const width = columns === undefined ? undefined : Math.max(NARROWEST, columns);
  const colours: Readonly<Record<Tone, ChalkInstance>> = {
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
