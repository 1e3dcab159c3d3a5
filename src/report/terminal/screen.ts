import type { ChalkInstance } from 'chalk';
import { wrap } from '../../i18n/width.js';
import type { Group } from '../tally.js';

/** How things look on this terminal: colours or none, wrapped to its width or not at all. */
export interface Screen {
  readonly width: number | undefined;
  readonly strong: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly group: (group: Group, text: string) => string;
  /** Lines of `text`, the first indented by `indent`, the others by `hang` columns. */
  readonly wrap: (text: string, indent?: number, hang?: number) => string[];
}

/** Narrower than this, wrapping does more harm than a line that runs on. */
const NARROWEST = 40;

export function screen(chalk: ChalkInstance, columns: number | undefined): Screen {
  const width = columns === undefined ? undefined : Math.max(NARROWEST, columns);
  const colours: Readonly<Record<Group, ChalkInstance>> = {
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
    wrap: (text, indent = 0, hang = indent) =>
      wrap(text, width === undefined ? undefined : width - Math.max(indent, hang)).map(
        (line, index) => ' '.repeat(index === 0 ? indent : hang) + line,
      ),
  };
}
