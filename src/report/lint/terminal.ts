// A lint report as documents for a terminal: what a designer acts on, the worst first, each at its source line.
import { GONE_TITLE, goneWas, isInBaseline, resolvedText } from '../../findings/baseline-words.js';
import { fixesSentence } from '../../findings/fix-sentence.js';
import { foldsOf } from '../../findings/groups.js';
import { lawsText } from '../../findings/laws.js';
import { checklistTable } from '../../findings/tables.js';
import {
  countsPieces,
  FINDING_GROUPS,
  headline,
  NO_PLAN,
  outcomeWord,
  VERDICT_GROUPS,
  type VerdictGroup,
  verdictGroup,
  verdictsByGroup,
} from '../../findings/tally.js';
import { t as findings } from '../../findings/texts.js';
import { type ReportView, reportView, spotText } from '../../findings/view.js';
import { rowsSentences } from '../../findings/wording/rows.js';
import { siteText } from '../../findings/wording/site.js';
import { subjectText } from '../../findings/wording/subject.js';
import { SHORT_OUTCOMES } from '../../findings/wording/texts.js';
import { tellsCause } from '../../findings/wording/unjudged.js';
import { inBoth, joined } from '../../i18n/catalogue.js';
import { dayText } from '../../i18n/day.js';
import { quote, quoted } from '../../i18n/list.js';
import { type Localized, render, SENTENCE_GAP, verbatim } from '../../i18n/locale.js';
import { countsForExit, type FailOn } from '../../lint/exit.js';
import type { LintResult, LintVerdict, Report, ReportInput } from '../../lint/types.js';
import type { Block, Document, Inlines, Section } from '../../render/document.js';
import { plainText } from '../../render/escape.js';
import { unreadableBlocks } from './faults.js';
import { terminalFinding } from './finding.js';
import { endOf, shortDocuments, statisticsSection } from './several/several.js';
import { deviceSections, isListedQuietly, lawSections, shortFindings, summaryBlocks } from './short/short.js';
import { t } from './texts.js';
import { paragraph, spaced, tight } from './words.js';

/** Space between the parts of a line. */
const GAP = verbatim('  ');

/** How much a terminal prints of one report. */
export interface TerminalScope {
  /** True to list only what makes the exit code, fails and open verdicts of level error, and reviews of capture; all is counted. */
  readonly quiet: boolean;
  /** True to list also what passed or isn't applicable, and every finding in full. */
  readonly verbose: boolean;
  /** True for a table of what each rule found, at the end. */
  readonly statistics?: boolean;
  /** Level of `--fail-on`, which decides the plans that fail. Absent: that of each plan's configuration. */
  readonly failOn?: FailOn;
}

/** Returns the report on one plan, or on several with the total and the table of those that fail last. */
export function terminalDocuments(input: ReportInput, scope: TerminalScope): Document[] {
  const { results, asked } = input;
  if (results.length === 0) return [{ blocks: [paragraph(NO_PLAN)] }];
  const view = reportView(input);
  const { quiet, verbose, statistics = false, failOn } = scope;
  // Where no finding makes the exit code, a quiet report and the table still have what would.
  const levelOf = (index: number): FailOn => {
    const level = failOn ?? asked?.failOn[index] ?? 'error';
    return level === 'never' ? 'error' : level;
  };
  const inFull = (result: LintResult, index: number): Document => ({
    blocks: result.ok ? planBlocks(result, view, scope, levelOf(index)) : unreadableBlocks(result, view),
  });
  if (results.length === 1) {
    return [...results.map(inFull), ...(statistics ? [{ blocks: [statisticsSection(results)] }] : [])].filter(isFilled);
  }
  if (verbose) {
    const told = results.filter((result) => result.ok || tellsCause(result));
    return [...told.map(inFull), endOf(results, statistics, levelOf)].filter(isFilled);
  }
  return shortDocuments(results, view, { quiet, statistics }, levelOf, (result, isMixed) =>
    result.ok ? shortPlanBlocks(result, view, isMixed) : unreadableBlocks(result, view),
  ).filter(isFilled);
}

function isFilled({ blocks }: Document): boolean {
  return blocks.length > 0;
}

/** Returns a plan among others in the short report; `isMixed`: with its packs, since the plans are judged by several. */
function shortPlanBlocks(report: Report, view: ReportView, isMixed: boolean): Block[] {
  const { site, path, pack } = report;
  const head = tight(undefined, [
    paragraph([{ strong: siteText(site.name) }, GAP, { quiet: verbatim(path) }], { unbroken: true }),
    ...(isMixed ? [paragraph(t.packOf({ pack: verbatim(pack.id) }))] : []),
  ]);
  const fixes = fixesSentence(report);
  const end = tight(undefined, [
    paragraph(headline(report), { tone: 'conclusion' }),
    ...(fixes === undefined ? [] : [paragraph(fixes)]),
  ]);
  return [head, ...listedBlocks(report, view, undefined), ...deviceSections(report), end];
}

/** Returns the blocks of one plan. */
function planBlocks(report: Report, view: ReportView, { quiet, verbose }: TerminalScope, failOn: FailOn): Block[] {
  if (!verbose) return shortBlocks(report, view, quiet ? failOn : undefined);
  const groups = verdictsByGroup(report);
  return [
    headBlock(report),
    ...VERDICT_GROUPS.flatMap((group) => {
      const verdicts = groups[group];
      return verdicts.length === 0 ? [] : [groupSection(group, verdicts, report, view)];
    }),
    ...goneSections(report, view),
    ...checklistSections(report),
    endBlock(report),
  ];
}

/** Returns the short report of one plan, quiet with a level of `--fail-on`; quiet and with nothing to see, nothing. */
function shortBlocks(report: Report, view: ReportView, quietAt: FailOn | undefined): Block[] {
  if (quietAt !== undefined && isSilent(report, quietAt)) return [];
  const fixes = fixesSentence(report);
  return [
    headBlock(report),
    ...listedBlocks(report, view, quietAt),
    ...(quietAt === undefined ? [...deviceSections(report), ...lawSections(report)] : []),
    summaryBlocks(report, [...hiddenText(report, quietAt), ...(fixes === undefined ? [] : [fixes])]),
  ];
}

/** True if a quiet report has nothing to print: no finding, no waiver in use, no caution, and exit code 0. */
function isSilent(report: Report, quietAt: FailOn): boolean {
  const { waived } = verdictsByGroup(report);
  return (
    quietFindings(report, quietAt).length + waived.length + (report.cautions ?? []).length === 0 &&
    !report.verdicts.some((verdict) => countsForExit(verdict, quietAt))
  );
}

/** Returns the findings that a quiet report lists. */
function quietFindings(report: Report, quietAt: FailOn): LintVerdict[] {
  const groups = verdictsByGroup(report);
  return FINDING_GROUPS.flatMap((group) =>
    groups[group].filter((verdict) => isListedQuietly(group, verdict, report, quietAt)),
  );
}

/** Returns what the short report lists: findings, waived ones, unchanged ones and those that are gone. */
function listedBlocks(report: Report, view: ReportView, quietAt: FailOn | undefined): Block[] {
  const waived = verdictsByGroup(report).waived;
  const title: Inlines = { outcome: 'waived', text: t.group({ name: SHORT_OUTCOMES.waived, n: waived.length }) };
  const blocks = waived.flatMap((verdict) => waivedBlocks(verdict, report, view));
  const folded = unchangedIn(report, quietAt);
  return [
    ...shortFindings(report, view, quietAt),
    ...(blocks.length === 0 ? [] : [tight(title, blocks)]),
    ...(folded.length === 0 ? [] : [unchangedSection(folded, report, view)]),
    ...goneSections(report, view),
  ];
}

/** Returns the findings that the baseline holds unchanged. */
function unchangedIn(report: Report, quietAt: FailOn | undefined): LintVerdict[] {
  const groups = verdictsByGroup(report);
  const listed =
    quietAt === undefined ? FINDING_GROUPS.flatMap((group) => groups[group]) : quietFindings(report, quietAt);
  return listed.filter(isInBaseline);
}

/** Returns how many findings a quiet report only counts. */
function hiddenText(report: Report, quietAt: FailOn | undefined): Localized[] {
  if (quietAt === undefined) return [];
  const groups = verdictsByGroup(report);
  const all = FINDING_GROUPS.reduce((sum, group) => sum + groups[group].length, 0);
  const unlisted = all - quietFindings(report, quietAt).length;
  return unlisted > 0 ? [t.hidden({ n: unlisted })] : [];
}

function headBlock(report: Report): Section {
  const { site, pack, path, today, cautions = [] } = report;
  const name = siteText(site.name);
  return tight(undefined, [
    paragraph([{ strong: name }, GAP, { quiet: verbatim(path) }], { unbroken: true }),
    ...cautions.map(({ text }) => paragraph(text, { tone: 'caution' })),
    paragraph(t.basisLine({ laws: lawsText(pack), pack: verbatim(pack.id), day: dayText(today) })),
  ]);
}

/** Returns a group of verdicts under its name, each finding in full. */
function groupSection(
  group: VerdictGroup,
  verdicts: readonly LintVerdict[],
  report: Report,
  view: ReportView,
): Section {
  const title: Inlines = { outcome: group, text: t.group({ name: SHORT_OUTCOMES[group], n: verdicts.length }) };
  if (group === 'waived')
    return tight(
      title,
      verdicts.flatMap((verdict) => waivedBlocks(verdict, report, view)),
    );
  const folds = foldsOf(verdicts, report);
  if (group === 'pass' || group === 'notApplicable' || group === 'undecided') {
    const items = folds.map((fold) => {
      const { first } = fold;
      const text = joined([view.text(first), ...rowsSentences(fold, report)], SENTENCE_GAP);
      return spaced(verbatim(first.rule), idOf(first), text);
    });
    return tight(title, [{ block: 'list', items }]);
  }
  return { block: 'section', title, blocks: folds.map((fold) => terminalFinding(fold, report, view)) };
}

/** Returns a waived finding: the finding, who waives it, why and until when. */
function waivedBlocks(verdict: LintVerdict, report: Report, view: ReportView): Block[] {
  const { waiver } = verdict;
  if (waiver === undefined) return [];
  const at = spotText(view.spot(waiver.place, report.files), waiver.place.path);
  const [reason, by] = [waiver.reason, waiver.by].map((text) => quoted(plainText(text)));
  const until = inBoth((locale) => quote(plainText(render(dayText(waiver.until), locale)), locale));
  const why =
    waiver.document === undefined
      ? t.reason({ reason, by, until })
      : t.reasonDocument({ reason, by, until, document: quoted(plainText(waiver.document)) });
  const item = spaced(verbatim(at), outcomeWord(verdict), idOf(verdict), verbatim(verdict.rule));
  return [
    { block: 'list', items: [item] },
    ...[view.text(verdict), why].map((text) => paragraph(text, { indent: [4, 4] })),
  ];
}

/** Returns the subject of a verdict by its id. */
function idOf({ subject }: LintVerdict): Localized {
  return verbatim(plainText(subject));
}

/** Returns the findings that the baseline holds unchanged, a line each or for a fold. They count like all others. */
function unchangedSection(verdicts: readonly LintVerdict[], report: Report, view: ReportView): Section {
  const items = foldsOf(verdicts, report).map(({ first: verdict, rows }): Inlines => {
    const group = verdictGroup(verdict);
    const at = spotText(view.spot(verdict.place, report.files), verdict.place.path);
    const named = subjectText(verdict.subject, report.site);
    const subject = rows.length === 0 ? named : joined([named, t.also({ n: rows.length + 1 })]);
    return [
      { outcome: group, text: SHORT_OUTCOMES[group] },
      GAP,
      spaced(subject, verbatim(at), verbatim(verdict.rule)),
    ];
  });
  return tight(t.unchanged({ n: verdicts.length }), [{ block: 'list', items }]);
}

/** Returns the resolved findings of the baseline, a line each. */
function goneSections({ baseline, site }: Report, view: ReportView): Section[] {
  const gone = baseline?.gone ?? [];
  if (gone.length === 0) return [];
  const items = gone.map((one) => {
    const now = resolvedText(one);
    const subject = subjectText(one.subject, site);
    return spaced(subject, t.gone({ was: goneWas(one, view), now }), verbatim(plainText(one.rule)));
  });
  return [tight(t.group({ name: GONE_TITLE, n: gone.length }), [{ block: 'list', items }])];
}

/** Returns the papers to check, a line each. */
function checklistSections(report: Report): Section[] {
  const { rows } = checklistTable(report);
  if (rows.length === 0) return [];
  const items = rows.map((row) => spaced(...row));
  return [tight(t.group({ name: findings.checklist, n: rows.length }), [{ block: 'list', items }])];
}

function endBlock(report: Report): Section {
  const fixes = fixesSentence(report);
  return tight(undefined, [
    paragraph(headline(report), { tone: 'conclusion' }),
    paragraph(countsPieces(report)),
    ...(fixes === undefined ? [] : [paragraph(fixes)]),
    paragraph(report.pack.notice),
  ]);
}
