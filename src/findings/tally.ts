// Counts of verdicts and the sentences that state them.
import { memoize } from '../base/memo.js';
import { inBoth, joined } from '../i18n/catalogue.js';
import { type Localized, verbatim } from '../i18n/locale.js';
import { isAdvisory } from '../lint/summary.js';
import { memoizeReport } from '../lint/support/report-memo.js';
import type { LintResult, LintVerdict, Report } from '../lint/types.js';
import type { Inline } from '../render/document.js';
import { inlineText } from '../render/writers/inline.js';
import { isFinding } from '../rules/verdict.js';
import { comparedSentence } from './baseline-words.js';
import { hasLeftOut, isLoosened } from './cautions.js';
import { t } from './texts.js';
import { OUTCOMES, SHORT_OUTCOMES } from './wording/texts.js';

/** The group that counts a verdict. Each verdict is in exactly one, so that the counts add up to all verdicts. */
export type VerdictGroup = (typeof VERDICT_GROUPS)[number];

/**
 * All groups, in the order in which readers must see them. `drawing`: faults of the drawing, which no law is about.
 * `warning`: warnings, and criteria of sitecam's. `undecided`: verdicts that a fault of the drawing leaves undecided.
 */
export const VERDICT_GROUPS = [
  'fail',
  'open',
  'review',
  'drawing',
  'warning',
  'waived',
  'undecided',
  'pass',
  'notApplicable',
] as const;

/** The groups of findings that are listed and numbered. */
export const FINDING_GROUPS = [
  'fail',
  'open',
  'review',
  'drawing',
  'warning',
] as const satisfies readonly VerdictGroup[];

/** Returns the group that counts `verdict`. */
export function verdictGroup(verdict: LintVerdict): VerdictGroup {
  if (!isFinding(verdict.outcome)) return verdict.outcome;
  if (verdict.waiver !== undefined) return 'waived';
  if (verdict.tainted !== undefined) return 'undecided';
  return weightOf(verdict);
}

/** Returns what a finding weighs if nobody waives it: what isn't of the law is a warning or a fault of the drawing. */
function weightOf(verdict: LintVerdict) {
  if (isAdvisory(verdict) || verdict.class === 'criterion') return 'warning';
  return verdict.class === 'drawing' ? 'drawing' : verdict.outcome;
}

/**
 * Returns the short name of a finding's outcome, whether or not the finding is waived. What isn't of the law is named
 * as a warning or a fault of the drawing.
 */
export function outcomeWord(verdict: LintVerdict): Localized {
  return SHORT_OUTCOMES[weightOf(verdict)];
}

/**
 * Returns the full name of a finding's outcome, whether or not the finding is waived. What isn't of the law is named as
 * a warning or a fault of the drawing, since 不符合 is kept for the law.
 */
export function outcomeText(verdict: LintVerdict): Localized {
  const weight = weightOf(verdict);
  return weight === 'warning' || weight === 'drawing' ? SHORT_OUTCOMES[weight] : OUTCOMES[weight];
}

/** Rules in the order in which findings of a group are read: what is captured, then what is protected, then papers. */
const READING_ORDER = [
  'capture/device-in-private-zone',
  'capture/unknown-use',
  'capture/mobile-device',
  'capture/view-into-private-zone',
  'capture/cross-level',
  'capture/sound-from-private-zone',
  'capture/',
  'coverage/protected',
  'coverage/declared',
  'coverage/',
  'signs/',
  'rooms/',
  'project/',
  'plan/',
] as const;

function readingRank({ rule, class: of }: LintVerdict): number {
  if (of !== 'law') return READING_ORDER.length + (of === 'drawing' ? 0 : 1);
  return READING_ORDER.findIndex((start) => rule.startsWith(start));
}

/**
 * Returns the verdicts by group. Findings come in reading order by their rules (what is captured, then what is
 * protected, then papers); those of equal rank stay in the report's order.
 */
export const verdictsByGroup = memoizeReport((report): Readonly<Record<VerdictGroup, readonly LintVerdict[]>> => {
  const groups = byGroup((): LintVerdict[] => []);
  for (const verdict of report.verdicts) groups[verdictGroup(verdict)].push(verdict);
  for (const group of FINDING_GROUPS) groups[group].sort((a, b) => readingRank(a) - readingRank(b));
  return groups;
});

function byGroup<T>(make: (group: VerdictGroup) => T): Record<VerdictGroup, T> {
  return {
    fail: make('fail'),
    open: make('open'),
    review: make('review'),
    drawing: make('drawing'),
    warning: make('warning'),
    waived: make('waived'),
    undecided: make('undecided'),
    pass: make('pass'),
    notApplicable: make('notApplicable'),
  };
}

/** Returns the number of verdicts in each group. */
function countsByGroup(reports: readonly Report[]): Record<VerdictGroup, number> {
  return byGroup((group) => reports.reduce((sum, report) => sum + countsIn(report)[group], 0));
}

/** Counts are kept as long as the report, so that totals of many plans needn't read their verdicts again. */
const countsIn = memoize((report: Report) => {
  const groups = verdictsByGroup(report);
  return byGroup((group) => groups[group].length);
});

/**
 * Returns the one sentence that sums up a report: how many findings fail and by how many clauses, are open and are for
 * review. Faults of the drawing and what hangs on them are counted apart; criteria and the checklist aren't counted.
 */
export function headline(report: Report): Localized {
  const groups = verdictsByGroup(report);
  const { fail, open, review, drawing, undecided, pass } = countsByGroup([report]);
  const within = isLoosened(report) ? t.withinLoosened : t.within;
  const label = hasLeftOut(report) ? joined([within, t.butLeftOut]) : within;
  if (fail + open + review + drawing + undecided > 0) {
    const clauses = new Set(groups.fail.flatMap(failedClauses)).size;
    const found = t.found({
      fail,
      clauses: clauses === 0 ? verbatim('') : t.againstClauses({ n: clauses }),
      open,
      review,
      drawing: drawing === 0 ? verbatim('') : t.drawingFaults({ n: drawing }),
      undecided: undecided === 0 ? verbatim('') : (drawing === 0 ? t.undecidedAlone : t.undecided)({ n: undecided }),
      rest: pass > 0 ? t.restPasses : t.stop,
    });
    return t.labelled({ label, text: found });
  }
  return t.labelled({ label, text: cleanText(report) });
}

/**
 * Returns the short headline of a plan without findings. If nothing was judged it says so, so as not to read as
 * compliance.
 */
export function cleanText(report: Report): Localized {
  return verdictsByGroup(report).pass.length === 0 ? t.nothingJudged : t.nothingFound;
}

function failedClauses({ bases }: LintVerdict): string[] {
  return bases.flatMap(({ outcome, clause }) => (outcome === 'fail' ? [clause] : []));
}

/**
 * Returns the sentence that counts every waiver of the plan; one that sets nothing aside is no less the author's word.
 */
function waiversText({ site, verdicts }: Report): Localized {
  const n = site.waivers.length;
  if (n === 0) return verbatim('');
  const outside = site.waivers.filter((waiver) => waiver.outside === true).length;
  const holder = outside === 0 ? t.planHolds : outside === n ? t.filesHold : t.bothHold;
  const applied = new Set(verdicts.flatMap(({ waiver }) => (waiver === undefined ? [] : [waiver]))).size;
  return t.waivers({ holder, n, applied });
}

/** Returns the sentence that counts all verdicts, waived findings, waivers and grazes of a report. */
export function countsSentence(report: Report): Localized {
  return inBoth((locale) => inlineText(countsPieces(report), locale));
}

/** Returns the text of {@link countsSentence} as inline pieces, each count in the colour of what it counts. */
export function countsPieces(report: Report): Inline[] {
  return [
    ...countsOf([report]),
    t.grazesCount({ n: report.summary.grazes }),
    waiversText(report),
    comparedSentence([report]),
  ];
}

/**
 * Returns the sentence that counts the verdicts of all plans of a run, and the plans that couldn't be read or judged.
 */
export function totalSentence(results: readonly LintResult[]): Localized {
  return inBoth((locale) => inlineText(totalPieces(results), locale));
}

/** Returns the text of {@link totalSentence} as inline pieces, each count in the colour of what it counts. */
export function totalPieces(results: readonly LintResult[]): Inline[] {
  const read = results.filter((result) => result.ok);
  const unread = results.filter((result) => !result.ok && result.terms === undefined).length;
  const unjudged = results.length - read.length - unread;
  const loosened = read.filter(isLoosened).length;
  const lessened = read.filter(hasLeftOut).length;
  const reasons = [
    ...(unread === 0 ? [] : [t.totalUnread({ n: unread })]),
    ...(unjudged === 0 ? [] : [t.totalUnjudged({ n: unjudged })]),
  ];
  return [
    t.total({
      n: results.length,
      without: reasons.length === 0 ? verbatim('') : t.totalWithout({ reasons: joined(reasons, t.semicolon) }),
      loosened: joined([
        ...(loosened === 0 ? [] : [t.totalLoosened({ n: loosened })]),
        ...(lessened === 0 ? [] : [t.totalLeftOut({ n: lessened })]),
      ]),
    }),
    ...countsOf(read),
    t.stop,
    comparedSentence(read),
  ];
}

/** Sentence of a report on no plans (nothing changed, or an empty shard), since an empty page could mean anything. */
export const NO_PLAN: Localized = t.noPlan;

/** Returns the counts of all groups; what is waived, and what there is none of, has no colour. */
function countsOf(reports: readonly Report[]): Inline[] {
  const counts = countsByGroup(reports);
  return [
    t.verdicts({ n: VERDICT_GROUPS.reduce((sum, group) => sum + counts[group], 0) }),
    ...VERDICT_GROUPS.flatMap((outcome, place): Inline[] => {
      const n = counts[outcome];
      const text =
        outcome === 'waived'
          ? t.countWaived({ n })
          : (outcome === 'warning' ? t.countWarnings : t.count)({ name: SHORT_OUTCOMES[outcome], n });
      return [...(place === 0 ? [] : [t.comma]), n === 0 || outcome === 'waived' ? text : { outcome, text }];
    }),
  ];
}
