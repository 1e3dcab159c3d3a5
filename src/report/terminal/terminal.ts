// The report on the terminal.
import type { ConfigurationError } from '../../config/error.js';
import { faultSpot, spotter } from '../../findings/view.js';
import type { ReportInput } from '../../lint/types.js';
import { type TerminalWriting, writeTerminal } from '../../render/writers/terminal.js';
import type { SourceProblem } from '../../source/problem.js';
import type { SourceFile } from '../../source/types.js';
import type { Format } from '../format.js';
import { faultBlock, faultTitle } from '../lint/faults.js';
import { type TerminalScope, terminalDocuments } from '../lint/terminal.js';
import { t } from '../lint/texts.js';

/** Options of the terminal report. */
export interface TerminalOptions extends TerminalScope, TerminalWriting {}

/** The format `terminal`: findings with their source lines, as text for a terminal. */
export const format: Format = { render: (input, options) => [renderTerminal(input, options)] };

/**
 * Returns the report that designers read: for each plan the findings, worst first, each with its source line; then the
 * counts.
 */
export function renderTerminal(input: ReportInput, options: TerminalOptions): string {
  return writeTerminal(terminalDocuments(input, options), options);
}

/**
 * Returns the problems of a configuration, a file of waivers or a mapping as text for a terminal, each with its
 * source lines, laid out like the faults of a plan.
 */
export function renderProblems(
  input: {
    readonly problems: readonly SourceProblem[];
    readonly files: readonly SourceFile[];
    readonly title?: ConfigurationError['title'];
  },
  options: TerminalWriting,
): string {
  const { problems, title = (n) => t.badConfiguration({ n }) } = input;
  const view = { spot: spotter() };
  const faults = problems.map((problem) => faultBlock(problem, faultSpot(problem, input, view), problem.message));
  return writeTerminal([{ blocks: [faultTitle(title(problems.length)), ...faults] }], options);
}
