// `sitecam lint --show-files`: the plans that would be linted.
import type { ExitCode, Io } from '../../../host/io.js';
import type { SelectedPlans } from '../../../host/plans/select.js';
import { type Locale, render } from '../../../i18n/locale.js';
import { plainText } from '../../../render/escape.js';
import { say } from '../../say.js';

/**
 * Prints the path of each plan on a line of standard output, unchanged for scripts, without control characters on a
 * terminal. Prints on standard error why an argument gave no plan. Returns 0; 3 if an argument gave no plan, or if there is
 * no plan at all without `--since` or `--shard`.
 */
export function showFiles({ plans, since, shard }: SelectedPlans, io: Io, locale: Locale): ExitCode {
  const found = plans.filter(({ fault }) => fault === undefined);
  for (const { path } of found) io.out(`${io.isTerminal ? plainText(path) : path}\n`);
  for (const { fault } of plans) {
    if (fault !== undefined) io.err(`sitecam${say(locale, '：', ': ')}${plainText(render(fault, locale))}\n`);
  }
  // Nothing changed, or an empty shard: standard error says so, and linting nothing isn't a failure either.
  const isNone = found.length === 0 && since === undefined && shard === undefined;
  return isNone || found.length < plans.length ? 3 : 0;
}
