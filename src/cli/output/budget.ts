// `--budget`: size limit of a Markdown report.
import { UsageError } from '../../host/usage.js';

/** Named budgets in bytes. `github`: the limit of a step summary in a GitHub workflow. */
const NAMED: Readonly<Record<string, number>> = { github: 1024 * 1024 };

/**
 * Returns the bytes that `--budget` allows, given as a whole number or a name. Throws a UsageError on anything else.
 */
export function budgetOf(text: string): number {
  const named = Object.hasOwn(NAMED, text) ? NAMED[text] : undefined;
  if (named !== undefined) return named;
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  throw UsageError.onOptions({
    zh: `--budget 的取值“${text}”无效，应为字节数，或者 github（1 MiB）。`,
    en: `'${text}' is no value of --budget; expected a number of bytes, or github (1 MiB).`,
  });
}
