// Writes the reports of a run to files and standard output.
import { ConfigurationError } from '../../config/error.js';
import { type Io, wantsColour } from '../../host/io.js';
import { rulePageUrl, wantsLinks } from '../../host/links.js';
import type { Locale } from '../../i18n/locale.js';
import { FAIL_ON } from '../../lint/exit.js';
import type { ReportInput } from '../../lint/types.js';
import { allowed, type Budget, sizeFor } from '../../render/writers/budget.js';
import { assetsOf, picturesOf, writeAssets } from './assets.js';
import { render } from './formats.js';
import { oneEach, pageAdvice } from './one-each.js';
import { alertsOf, budgetOf, type Output } from './outputs.js';

/** Options on how reports are written. */
export interface ReportFlags {
  readonly quiet?: true;
  readonly verbose?: boolean;
  readonly statistics?: true;
  readonly failOn?: string;
  readonly color?: boolean;
  readonly lang?: string;
  readonly budget?: string;
  readonly assets?: string;
  readonly alerts?: string;
  readonly redact?: true;
}

/** Columns of a text file; the same whatever terminal the run is on. */
export const FILE_COLUMNS = 80;

/**
 * Returns the language of files: Chinese unless `--lang en` is given, since files are kept and handed on. Only the
 * terminal follows the system's locale.
 */
export function fileLocale({ lang }: ReportFlags): Locale {
  return lang === 'en' ? 'en' : 'zh-CN';
}

/** Writes the drawings and the reports: all of them, or none. */
export function writeReports(
  input: ReportInput,
  outputs: readonly Output[],
  flags: ReportFlags,
  io: Io,
  locale: Locale,
): Promise<void> {
  return io.together(() => writeEach(input, outputs, flags, io, locale));
}

async function writeEach(
  input: ReportInput,
  outputs: readonly Output[],
  flags: ReportFlags,
  io: Io,
  locale: Locale,
): Promise<void> {
  const alerts = alertsOf(flags);
  const budget = flags.budget === undefined ? undefined : budgetOf(flags.budget);
  const failOn = FAIL_ON.find((level) => level === flags.failOn);
  const assets = flags.assets === undefined ? [] : assetsOf(input, flags.assets, io);
  const reports = outputs.flatMap(({ file }) => (file === undefined ? [] : [io.shown(file)]));
  if (assets.length > 0) await writeAssets(assets, reports, io, fileLocale(flags));
  for (const { name, file, input: own } of outputs.flatMap((output) => oneEach(output, input))) {
    // No plan changed, or an empty shard: standard error says so. Files are written all the same.
    if (input.results.length === 0 && name === 'terminal' && file === undefined) continue;
    const colour = file === undefined && wantsColour(flags.color, io);
    const parts = await render(name, own, {
      locale: name === 'terminal' && file === undefined ? locale : fileLocale(flags),
      colour,
      // The link to a rule's page shows the folder that sitecam is installed in.
      ...(colour && wantsLinks(io) && !input.redacted ? { page: (rule: string) => rulePageUrl(rule, locale) } : {}),
      quiet: flags.quiet === true,
      verbose: flags.verbose === true,
      statistics: flags.statistics === true,
      ...(failOn === undefined ? {} : { failOn }),
      // A file isn't read on this terminal.
      width: file === undefined ? io.columns : FILE_COLUMNS,
      ...(budget === undefined ? {} : { budget }),
      ...(alerts !== undefined && { alerts }),
      pictures: (report) => picturesOf(assets, report, file === undefined ? undefined : io.shown(file)),
    });
    if (name === 'sheet' && budget !== undefined) checkBudget(parts, budget, io, locale);
    const advice = pageAdvice({ name, file }, own.results.length, locale);
    if (advice !== undefined) io.err(advice);
    if (file !== undefined) await io.write(file, parts);
    else for (const part of parts) io.out(part);
  }
}

/**
 * Calls `found`, which reads files that the run needs, such as configurations, and returns its result. If it throws a
 * ConfigurationError, first writes that into the SARIF files among `outputs`, then throws it again.
 *
 * @param run what the SARIF files say of the run besides the error
 */
export async function usable<T>(
  found: () => T,
  run: Omit<ReportInput, 'results'>,
  outputs: readonly Output[],
  flags: ReportFlags,
  io: Io,
): Promise<T> {
  try {
    return found();
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    const whole: ReportInput = { ...run, results: [], misconfigured: error };
    const input =
      flags.redact === undefined ? whole : (await import('../../lint/redact/redact.js')).redact(whole).input;
    const logs = outputs.filter(
      ({ name, file }) => file !== undefined && (name === 'sarif' || name === 'sarif-github'),
    );
    await writeReports(input, logs, { lang: flags.lang ?? 'zh-CN' }, io, fileLocale(flags));
    throw error;
  }
}

/** Prints a warning if the parts of sheets that are never left out exceed the budget alone: the sheets keep them all. */
function checkBudget(parts: Iterable<string>, budget: Budget, io: Io, locale: Locale): void {
  const size = sizeFor([...parts].join(''), budget);
  const most = allowed(budget);
  if (size <= most) return;
  const unit = typeof budget === 'object' ? { zh: '字符', en: 'characters' } : { zh: '字节', en: 'bytes' };
  io.err(
    locale === 'en'
      ? `sitecam: the report in the format sheet has ${size} ${unit.en}, more than --budget ${most}: the verdict, the clauses, the author's claims and the lines to sign are never left out.\n`
      : `sitecam：sheet 报告为${size}${unit.zh}，超出 --budget ${most}：结论、逐条审查表、编制人声明和签署栏不予略去。\n`,
  );
}
