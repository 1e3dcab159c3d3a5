import { ConfigurationError } from '../../config/error.js';
import { type Io, wantsColour } from '../../host/io.js';
import { rulePageUrl, wantsLinks } from '../../host/links.js';
import type { Locale, Localized } from '../../i18n/locale.js';
import type { ReportInput } from '../../lint/types.js';
import { assetsOf, picturesOf, writeAssets } from './assets.js';
import { budgetOf } from './budget.js';
import { render } from './formats.js';
import type { Output } from './outputs.js';

/** How reports are printed. */
export interface ReportFlags {
  readonly quiet?: true;
  readonly verbose?: boolean;
  readonly color?: boolean;
  readonly lang?: string;
  readonly budget?: string;
  readonly assets?: string;
  readonly redact?: true;
}

/** What a text file is wrapped to, on whatever terminal it is written. */
export const FILE_COLUMNS = 80;

/** Files are records and stay Chinese unless asked otherwise; only what is read on a terminal follows the locale. */
export function fileLocale({ lang }: ReportFlags): Locale {
  return lang === 'en' ? 'en' : 'zh-CN';
}

/** Writes the drawings and the reports that are asked for: all of them, or none. */
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
  const budget = flags.budget === undefined ? undefined : budgetOf(flags.budget);
  const assets = flags.assets === undefined ? [] : assetsOf(input, flags.assets, io);
  const reports = outputs.flatMap(({ file }) => (file === undefined ? [] : [io.shown(file)]));
  if (assets.length > 0) await writeAssets(assets, reports, io, fileLocale(flags));
  for (const { name, file } of outputs) {
    // Nothing changed, or an empty shard, which standard error has said; files are written all the same.
    if (input.results.length === 0 && name === 'terminal' && file === undefined) continue;
    const colour = file === undefined && wantsColour(flags.color, io);
    const parts = await render(name, input, {
      locale: name === 'terminal' && file === undefined ? locale : fileLocale(flags),
      colour,
      // A link to a rule's page names the folder that sitecam is in.
      ...(colour && wantsLinks(io) && !input.redacted ? { page: (rule: string) => rulePageUrl(rule, locale) } : {}),
      quiet: flags.quiet === true,
      verbose: flags.verbose === true,
      // A file isn't read on this terminal.
      width: file === undefined ? io.columns : FILE_COLUMNS,
      ...(budget === undefined ? {} : { budget }),
      pictures: (report) => picturesOf(assets, report, file === undefined ? undefined : io.shown(file)),
    });
    if ((name === 'markdown' || name === 'sheet') && budget !== undefined) checkBudget(name, parts, budget, io, locale);
    if (file !== undefined) await io.write(file, parts);
    else for (const part of parts) io.out(part);
  }
}

/** What `found` gives; where the configuration can't be used, logs that have room for the reason are written first. */
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

/** What is never left out of a report in Markdown. */
const KEPT: Readonly<Record<'markdown' | 'sheet', Localized>> = {
  markdown: { zh: '结论、逐条结论、前提与假定', en: 'the verdict, the clauses and the assumptions' },
  sheet: {
    zh: '结论、逐条审查表、编制人声明和签署栏',
    en: "the verdict, the clauses, the author's claims and the lines to sign",
  },
};

/** What is never left out may be too much by itself: then the report is whole in that, and the user knows. */
function checkBudget(name: keyof typeof KEPT, parts: Iterable<string>, budget: number, io: Io, locale: Locale): void {
  const size = Buffer.byteLength([...parts].join(''));
  if (size <= budget) return;
  const { zh, en } = KEPT[name];
  io.err(
    locale === 'en'
      ? `sitecam: the report in ${name === 'sheet' ? 'the format sheet' : 'Markdown'} has ${size} bytes, more than --budget ${budget}: ${en} are never left out.\n`
      : `sitecam：${name} 报告为${size}字节，超出 --budget ${budget}：${zh}不予略去。\n`,
  );
}
