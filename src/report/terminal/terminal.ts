// The report on the terminal.

import { Chalk } from 'chalk';
import { isInBaseline } from '../../findings/baseline-words.js';
import { cautionTexts } from '../../findings/cautions.js';
import { fixesSentence } from '../../findings/fix-sentence.js';
import { lawsText } from '../../findings/laws.js';
import {
  countsSentence,
  headline,
  noPlanSentence,
  totalSentence,
  VERDICT_GROUPS,
  type VerdictGroup,
  verdictsByGroup,
} from '../../findings/tally.js';
import { type ReportView, reportView } from '../../findings/view.js';
import { siteText } from '../../findings/wording/subject.js';
import { SHORT_OUTCOMES } from '../../findings/wording/terms.js';
import { tellsCause } from '../../findings/wording/unjudged.js';
import { dayText } from '../../i18n/day.js';
import { inLocale, type Locale, say } from '../../i18n/locale.js';
import { besideTexts, textNotices } from '../../lint/notes/text-notices.js';
import type { LintResult, LintVerdict, Report, ReportInput } from '../../lint/types.js';
import { plainText } from '../../render/escape.js';
import { type Screen, screen } from '../../render/screen.js';
import type { Format } from '../format.js';
import { goneSection, unchangedSection } from './baseline.js';
import { withoutCommands } from './commands.js';
import { countLines } from './counts.js';
import { findingBlocks } from './finding.js';
import { passLines, waivedLines } from './settled.js';
import { unreadableBlocks } from './unreadable.js';

/** Options of the terminal report. */
export interface TerminalOptions {
  readonly locale: Locale;
  /** True for colours. The caller decides, by the option, NO_COLOR, FORCE_COLOR and whether output is a terminal. */
  readonly colour: boolean;
  /** True to list only fails and open verdicts of level error. Everything is still counted. */
  readonly quiet: boolean;
  /** True to list also what passed or isn't applicable, and every member of a cluster in full. */
  readonly verbose: boolean;
  /** Columns to wrap to. Undefined: no wrapping. */
  readonly width?: number;
  /** Returns the URL of a rule's page. Absent if the terminal has no links. */
  readonly page?: (rule: string) => string;
}

/** The format `terminal`. */
export const format: Format = { render: (input, options) => [renderTerminal(input, options)] };

/**
 * Returns the report that designers read: for each plan the findings, worst first, each with its source line; then the
 * counts.
 */
export function renderTerminal(input: ReportInput, options: TerminalOptions): string {
  const paint = screen(new Chalk({ level: options.colour ? 1 : 0 }), options.width, options.page);
  if (input.results.length === 0) return `${noPlanSentence(options.locale)}\n`;
  const view = reportView(input, options.locale);
  const told = input.results.filter((result) => result.ok || tellsCause(result));
  const blocks = told.map((result) => planText(result, input.results.length === 1, view, paint, options));
  if (input.results.length > 1) blocks.push(total(input.results, options.locale, paint));
  return withoutCommands(`${blocks.join('\n\n\n')}\n`);
}

/** Returns the total of a run over several plans. */
function total(results: readonly LintResult[], locale: Locale, paint: Screen): string {
  const read = results.filter((result) => result.ok);
  return [
    ...countLines(totalSentence(results, locale), read, locale, paint),
    ...besideTexts(read).flatMap((text) => paint.wrap(plainText(inLocale(text, locale)))),
  ].join('\n');
}

/**
 * Returns the text of one plan.
 *
 * @param alone true if it is the only plan: for several, laws that weren't judged by are named once, at the end
 */
function planText(
  result: LintResult,
  alone: boolean,
  view: ReportView,
  paint: Screen,
  options: TerminalOptions,
): string {
  if (!result.ok) return unreadableBlocks(result, view, paint).join('\n\n');
  const groups = verdictsByGroup(result);
  const wanted = VERDICT_GROUPS.filter((group) => shown(group, options));
  const sections = wanted.flatMap((group) =>
    groups[group].every((verdict) => isFolded(verdict, options)) ? [] : [section(group, result, view, paint, options)],
  );
  const folded = wanted.flatMap((group) => groups[group].filter((verdict) => isFolded(verdict, options)));
  const beside = [...unchangedSection(folded, result, view, paint), ...goneSection(result, view, paint)];
  return [header(result, view.locale, paint), ...sections, ...beside, footer(result, alone, view, paint, options)].join(
    '\n\n',
  );
}

/** True if a finding is listed on one line, after the others. */
function isFolded(verdict: LintVerdict, { verbose }: TerminalOptions): boolean {
  return !verbose && isInBaseline(verdict);
}

/** Returns the heading of a group: 不符合（4） / fail (4), with how many are listed further on. */
function titleOf(group: VerdictGroup, count: number, folded: number, locale: Locale): string {
  const name = inLocale(SHORT_OUTCOMES[group], locale);
  const rest =
    folded === 0 ? '' : say(locale, `，其中未变${folded}项列于后`, `, ${folded} of them unchanged, see below`);
  return locale === 'en' ? `${name} (${count}${rest})` : `${name}（${count}${rest}）`;
}

/** True if the group is listed. Waived findings are never hidden; passes are listed on demand. */
function shown(group: VerdictGroup, options: TerminalOptions): boolean {
  if (group === 'pass' || group === 'notApplicable') return options.verbose;
  return !options.quiet || group === 'fail' || group === 'open' || group === 'waived';
}

function section(
  group: VerdictGroup,
  report: Report,
  view: ReportView,
  paint: Screen,
  options: TerminalOptions,
): string {
  const verdicts = verdictsByGroup(report)[group];
  const full = verdicts.filter((verdict) => !isFolded(verdict, options));
  const heading = titleOf(group, verdicts.length, verdicts.length - full.length, view.locale);
  const title = paint.strong(paint.group(group, heading));
  if (group === 'waived') return [title, ...waivedLines(verdicts, report, view, paint)].join('\n');
  if (group === 'pass' || group === 'notApplicable')
    return [title, ...passLines(verdicts, report, view, paint)].join('\n');
  return [title, ...findingBlocks(group, full, report, view, paint, options.verbose)].join('\n\n');
}

function header(report: Report, locale: Locale, paint: Screen): string {
  const { site, pack, path, today } = report;
  const laws = lawsText(pack, locale);
  const text =
    locale === 'en'
      ? `By: ${laws}; pack ${pack.id}; day ${inLocale(dayText(today), locale)}.`
      : `审查依据：${laws}；法规数据包：${pack.id}；审查日：${inLocale(dayText(today), locale)}。`;
  const cautions = cautionTexts(report, locale).flatMap((caution) => paint.wrap(caution, 0, 2));
  return [
    `${paint.strong(siteText(site.name, locale))}  ${paint.dim(plainText(path))}`,
    ...cautions.map((line) => paint.strong(paint.group('review', line))),
    ...paint.wrap(text),
  ].join('\n');
}

function footer(report: Report, alone: boolean, view: ReportView, paint: Screen, options: TerminalOptions): string {
  const { locale } = view;
  const lines = countLines(countsSentence(report, locale), [report], locale, paint);
  const hidden = hiddenBy(report, options);
  if (hidden > 0) {
    lines.push(
      ...paint.wrap(
        locale === 'en'
          ? `${hidden} findings for review or warnings are counted, not listed (quiet).`
          : `其中须审查判定、提示共${hidden}项只计数、未列出（--quiet）。`,
      ),
    );
  }
  const fixes = fixesSentence(report, locale);
  if (fixes !== undefined) lines.push(...paint.wrap(fixes));
  lines.push(...paint.wrap(plainText(inLocale(alone ? textNotices(report) : report.pack.notice, locale))));
  const sentence = paint.wrap(headline(report, locale)).map((line) => paint.strong(line));
  return [...sentence, ...lines].join('\n');
}

function hiddenBy(report: Report, options: TerminalOptions): number {
  if (!options.quiet) return 0;
  const groups = verdictsByGroup(report);
  return groups.review.length + groups.warning.length;
}
