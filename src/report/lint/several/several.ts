// Several plans on a terminal: what fails at one line a finding (quiet) or in short, then the total and the tables.

import { sinceMark } from '../../../findings/baseline-words.js';
import { isLoosened } from '../../../findings/cautions.js';
import { lawsText } from '../../../findings/laws.js';
import type { Numbered } from '../../../findings/numbering.js';
import {
  failing,
  failingFindings,
  type LevelOf,
  overviewsOf,
  type PlanOverview,
} from '../../../findings/overview/overview.js';
import {
  cleanText,
  FINDING_GROUPS,
  headline,
  totalPieces,
  verdictGroup,
  verdictsByGroup,
} from '../../../findings/tally.js';
import { faultSpot, type ReportView, spotText } from '../../../findings/view.js';
import { headingName } from '../../../findings/wording/site.js';
import { SHORT_OUTCOMES } from '../../../findings/wording/texts.js';
import { faultText, tellsCause } from '../../../findings/wording/unjudged.js';
import { joined } from '../../../i18n/catalogue.js';
import { dayText } from '../../../i18n/day.js';
import { type Localized, verbatim } from '../../../i18n/locale.js';
import { isInternalError } from '../../../lint/support/internal-error.js';
import type { LintResult, Report, UnreadableReport } from '../../../lint/types.js';
import type { Block, Document, Section } from '../../../render/document.js';
import { cut, endText, fixLines, sharedLawSections, shortHead } from '../short/short.js';
import { t as texts } from '../texts.js';
import { paragraph, spaced, tight } from '../words.js';
import { cautionBlocks } from './cautions.js';
import { failingCells, failingTitle, ruleTable } from './tables.js';
import { t } from './texts.js';

/** Columns of what a line says of a finding. */
const ONE_LINE = 66;

/** How much a terminal prints of a run over several plans. */
export interface SeveralScope {
  /** True for one line a finding that counts for the exit code, and nothing else of the plans. */
  readonly quiet: boolean;
  /** True for the table by rule at the end. */
  readonly statistics: boolean;
}

/**
 * Returns the short report on several plans: what holds for the run, each plan with anything to see as `planBlocks`
 * gives it, a line for each clean plan, the clauses once, then the end. With `scope.quiet` only cautions, a line for
 * each finding that counts for the exit code or is waived, and the end.
 *
 * @param levelOf returns the level of `--fail-on` of a plan
 * @param planBlocks returns the blocks of one plan; its `several` is true if not all plans have the same laws and day
 */
export function shortDocuments(
  results: readonly LintResult[],
  view: ReportView,
  scope: SeveralScope,
  levelOf: LevelOf,
  planBlocks: (result: LintResult, several: boolean) => readonly Block[],
): Document[] {
  const overviews = overviewsOf(results, levelOf);
  const reports = results.filter((result) => result.ok);
  const head = cautionBlocks(reports, reports);
  if (scope.quiet) {
    const lines = overviews.flatMap(({ index, result }) => quietLines(result, view, levelOf(index)));
    const listed = lines.length > 0;
    return [
      { blocks: [...head, ...(listed ? [tight(undefined, lines)] : [])] },
      { blocks: endBlocks(results, overviews, scope, [...hiddenBlocks(reports, levelOf, overviews)]) },
    ];
  }
  const bases = new Map(reports.map((report) => [basisOf(report).zh, basisOf(report)]));
  const clean = overviews.filter(({ state }) => state === 'clean');
  const shown = overviews.filter(({ result, state }) => state !== 'clean' && (result.ok || tellsCause(result)));
  return [
    { blocks: [tight(undefined, [...head, ...[...bases.values()].map((basis) => paragraph(basis))])] },
    ...shown.map(({ result }) => ({ blocks: planBlocks(result, bases.size > 1) })),
    ...(clean.length === 0 ? [] : [{ blocks: [cleanSection(clean)] }]),
    ...[sharedLawSections(reports)].filter((blocks) => blocks.length > 0).map((blocks) => ({ blocks })),
    { blocks: endBlocks(results, overviews, scope, [paragraph(endText())]) },
  ];
}

/**
 * Returns the document that ends a verbose report on several plans: the total, the table of the plans that fail and,
 * with `statistics`, the table by rule.
 *
 * @param levelOf returns the level of `--fail-on` of a plan, which decides whether it fails
 */
export function endOf(results: readonly LintResult[], statistics: boolean, levelOf: LevelOf): Document {
  return { blocks: endBlocks(results, overviewsOf(results, levelOf), { quiet: false, statistics }, []) };
}

/** Returns a titled section with the table of what each rule found in all plans. */
export function statisticsSection(results: readonly LintResult[]): Section {
  return tight(t.byRule, [ruleTable(results)]);
}

/** Returns the total, the table of plans that fail, the table by rule if it is wanted, then `notes`. */
function endBlocks(
  results: readonly LintResult[],
  overviews: readonly PlanOverview[],
  { statistics }: SeveralScope,
  notes: readonly Block[],
): Block[] {
  const rows = failing(overviews);
  const cells = rows.map((row) => [verbatim(row.result.path), ...failingCells(row)]);
  const head = [t.plan, t.fails, t.opens, t.worst];
  return [
    tight(undefined, [paragraph(totalPieces(results))]),
    ...(rows.length === 0
      ? []
      : [
          tight({ outcome: 'fail', text: failingTitle(rows) }, [
            { block: 'table', head, rows: cells, figures: [1, 2] },
          ]),
        ]),
    ...(statistics ? [statisticsSection(results)] : []),
    ...notes,
  ];
}

/** Returns by which laws and on which day a plan is judged. */
function basisOf({ pack, today }: Report): Localized {
  return texts.basisLine({ laws: lawsText(pack), pack: verbatim(pack.id), day: dayText(today) });
}

/** Returns a line for each finding that counts for the exit code or is waived, or for each fault of a plan without verdicts. */
function quietLines(result: LintResult, view: ReportView, level: ReturnType<LevelOf>): Block[] {
  if (!result.ok) return tellsCause(result) ? faultLines(result, view) : [];
  // A waiver is never silent.
  const waived = verdictsByGroup(result).waived.map((first) => ({ first, rest: [] }));
  return [...failingFindings(result, level), ...waived].flatMap((one) => findingLines(one, result, view));
}

/** Returns the line of a finding, and the proved fixes below it if somebody asked for them. */
function findingLines({ first, rest }: Pick<Numbered, 'first' | 'rest'>, report: Report, view: ReportView): Block[] {
  const group = verdictGroup(first);
  const at = verbatim(spotText(view.spot(first.place, report.files), first.place.path));
  const head = cut(shortHead(first, rest.length, report, view), ONE_LINE);
  return [
    paragraph(
      [
        { strong: at },
        GAP,
        { outcome: group, text: joined([SHORT_OUTCOMES[group], sinceMark(first)]) },
        GAP,
        head,
        GAP,
        { code: first.rule, rule: true },
      ],
      { unbroken: true },
    ),
    ...fixLines([first, ...rest], view).map((text) => paragraph(text, { indent: [4, 6] })),
  ];
}

const GAP = verbatim('  ');

function faultLines(result: UnreadableReport, view: ReportView): Block[] {
  const reason = result.terms !== undefined ? t.terms : isInternalError(result) ? t.fault : t.unreadable;
  return result.unreadable.map((fault) => {
    const at = verbatim(spotText(faultSpot(fault, result, view), fault.place.path));
    const text = faultText(fault, result, view);
    return paragraph([{ strong: at }, GAP, { outcome: 'fail', text: reason }, GAP, text, GAP, { code: fault.code }], {
      unbroken: true,
    });
  });
}

/** Returns how many findings a quiet report only counts; nothing if it lists none. */
function hiddenBlocks(reports: readonly Report[], levelOf: LevelOf, overviews: readonly PlanOverview[]): Block[] {
  const all = reports.reduce((sum, report) => {
    const groups = verdictsByGroup(report);
    return sum + FINDING_GROUPS.reduce((n, group) => n + groups[group].length, 0);
  }, 0);
  const listed = overviews.reduce((sum, { index, result }) => {
    if (!result.ok) return sum;
    return sum + failingFindings(result, levelOf(index)).reduce((n, { rest }) => n + 1 + rest.length, 0);
  }, 0);
  return all === listed ? [] : [paragraph(t.hidden({ n: all - listed }))];
}

/** Returns a line for each clean plan: path, name and the headline, in short where nothing qualifies it. */
function cleanSection(clean: readonly PlanOverview[]): Section {
  const lines = clean.flatMap(({ result }) => {
    if (!result.ok) return [];
    const text = isLoosened(result) ? headline(result) : cleanText(result);
    return [
      paragraph([{ quiet: verbatim(result.path) }, GAP, spaced(headingName(result.site.name), text)], {
        indent: [2, 2],
        unbroken: true,
      }),
    ];
  });
  return tight({ outcome: 'pass', text: t.clean({ n: lines.length }) }, lines);
}
