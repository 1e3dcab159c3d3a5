// `sitecam lint --show-files`: the plans that would be linted.
import type { ExitCode, Io } from '../../../host/io.js';
import type { SelectedPlans } from '../../../host/plans/select.js';
import { type Locale, render } from '../../../i18n/locale.js';
import { plainText } from '../../../render/escape.js';
import { say } from '../../say.js';

/**
 * Prints the path of each plan on a line, as it is for scripts and without control characters for a terminal, and on
 * standard error why an argument names none. Returns 0; 3 if an argument names no plan, or if there is none at all.
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
