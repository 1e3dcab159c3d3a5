// Writing a report again, to compare it with the submitted one.

import type { Recomputed } from '../../../features/verify/compare.js';
import type { SubmittedReport } from '../../../features/verify/types.js';
import { ALERTS, type Alerts } from '../../../findings/file-problems.js';
import type { Io } from '../../../host/io.js';
import type { Locale } from '../../../i18n/locale.js';
import { type PackHash, packHashes } from '../../../lint/support/pack-hash.js';
import type { LintResult, ReportInput } from '../../../lint/types.js';
import type { Budget } from '../../../render/writers/budget.js';
import type { ReportFormat } from '../../../report/formats.gen.js';
import { assetsOf, picturesOf } from '../../output/assets.js';
import { render } from '../../output/formats.js';
import { FILE_COLUMNS } from '../../output/reports.js';

/** Options with which a report was printed, for formats that don't record them. */
export interface PrintTerms {
  readonly budget?: Budget;
  /** The folder of the drawings. */
  readonly assets?: string;
}

/** How a report may have been printed. */
interface Printed {
  readonly locale: Locale;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly alerts?: Alerts;
}

/**
 * Renders `input` in the format of the submitted report, to be compared with it. Where that report doesn't record its
 * language or options (`--quiet`, `--verbose`, `--alerts`), tries each and takes the text nearest to it.
 *
 * @param only paths, as the report has them, of the plans to compare; undefined: all
 */
export async function recomputed(
  given: SubmittedReport,
  input: ReportInput,
  only: ReadonlySet<string> | undefined,
  { budget = given.run?.budget, assets: folder }: PrintTerms,
  world: Io,
): Promise<Recomputed> {
  const { results, tool } = input;
  const assets = folder === undefined ? [] : assetsOf(input, folder, world);
  const texts: string[] = [];
  for (const printed of printings(given)) {
    const parts = await render(given.format, input, {
      ...printed,
      colour: false,
      width: FILE_COLUMNS,
      ...(budget === undefined ? {} : { budget }),
      pictures: (report) => picturesOf(assets, report, world.shown(given.name)),
    });
    texts.push([...parts].join(''));
  }
  return {
    text: nearest(texts, new TextDecoder('utf-8', { ignoreBOM: true }).decode(given.bytes)),
    version: tool.version,
    verdicts: results.reduce((sum, result) => sum + (result.ok ? result.verdicts.length : 0), 0),
    only,
  };
}

/** Returns every law pack that any of the plans was judged by, each once. */
export function packsOf(results: readonly LintResult[]): readonly PackHash[] {
  const all = results.flatMap((result) => (result.ok ? packHashes(result.pack) : []));
  return [...new Map(all.map((one) => [`${one.id} ${one.sha256}`, one])).values()];
}

/** Returns how a report may have been printed: without a run block nothing says its language and how much it shows. */
function printings({ format, run }: SubmittedReport): Printed[] {
  const locales: readonly Locale[] = run === undefined ? ['zh-CN', 'en'] : [run.language];
  const modes = MODES[format] ?? [WHOLE];
  return locales.flatMap((locale) => modes.map((mode) => ({ locale, ...mode })));
}

const WHOLE = { quiet: false, verbose: false };
const ALERT_MODES = [WHOLE, ...ALERTS.map((alerts) => ({ ...WHOLE, alerts }))];

const MODES: Readonly<Partial<Record<ReportFormat, readonly Omit<Printed, 'locale'>[]>>> = {
  terminal: [
    { quiet: false, verbose: false },
    { quiet: false, verbose: true },
    { quiet: true, verbose: false },
  ],
  'sarif-github': ALERT_MODES,
  gitlab: ALERT_MODES,
};

/**
 * Returns the text that is `meant`, else the one with most words in common: a plan of another name changes the first
 * lines of all alike.
 */
function nearest(texts: readonly string[], meant: string): string {
  if (texts.includes(meant)) return meant;
  const words = wordsOf(meant);
  const ranked = texts.map((text) => ({ text, likeness: likeness(wordsOf(text), words) }));
  return ranked.reduce((best, one) => (one.likeness > best.likeness ? one : best)).text;
}

/** Returns how often each word is in a text. */
function wordsOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Returns the share of words that two texts have in common, 0 to 1. */
function likeness(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  const count = (words: ReadonlyMap<string, number>) => [...words.values()].reduce((sum, n) => sum + n, 0);
  const common = [...one].reduce((sum, [word, n]) => sum + Math.min(n, other.get(word) ?? 0), 0);
  return (2 * common) / Math.max(1, count(one) + count(other));
}
