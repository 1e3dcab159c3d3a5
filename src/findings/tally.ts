// Counts of verdicts and the sentences that state them.
import { memoize } from '../base/memo.js';
import { inBoth, joined } from '../i18n/catalogue.js';
import { type Localized, verbatim } from '../i18n/locale.js';
import { isAdvisory } from '../lint/summary.js';
import type { LintResult, LintVerdict, Report } from '../lint/types.js';
import type { Inline } from '../render/document.js';
import { inlineText } from '../render/writers/inline.js';
import type { Outcome } from '../rules/verdict.js';
import { comparedSentence } from './baseline-words.js';
import { isLoosened } from './cautions.js';
import { t } from './texts.js';
import { SHORT_OUTCOMES } from './wording/texts.js';

/** The group that counts a verdict. Each verdict is in exactly one, so that the counts add up to all verdicts. */
export type VerdictGroup = 'fail' | 'open' | 'review' | 'warning' | 'waived' | 'pass' | 'notApplicable';

/** All groups, in the order in which readers must see them. */
export const VERDICT_GROUPS: readonly VerdictGroup[] = [
  'fail',
  'open',
  'review',
  'warning',
  'waived',
  'pass',
  'notApplicable',
];

/** True if the outcome is a finding, that is, not settled: fail, open or review. */
export function isFinding(outcome: Outcome): boolean {
  return outcome === 'fail' || outcome === 'open' || outcome === 'review';
}

/** Returns the group that counts `verdict`. */
export function verdictGroup(verdict: LintVerdict): VerdictGroup {
  if (!isFinding(verdict.outcome)) return verdict.outcome;
  if (verdict.waiver !== undefined) return 'waived';
  return isAdvisory(verdict) ? 'warning' : verdict.outcome;
}

/** Returns the verdicts by group, in the report's order within each. */
export const verdictsByGroup = memoize((report: Report): Readonly<Record<VerdictGroup, readonly LintVerdict[]>> => {
  const groups: Record<VerdictGroup, LintVerdict[]> = {
    fail: [],
    open: [],
    review: [],
    warning: [],
    waived: [],
    pass: [],
    notApplicable: [],
  };
  for (const verdict of report.verdicts) groups[verdictGroup(verdict)].push(verdict);
  return groups;
});

/** Returns the number of verdicts in each group. */
function countsByGroup(reports: readonly Report[]): Record<VerdictGroup, number> {
  const n = (group: VerdictGroup) => reports.reduce((sum, report) => sum + verdictsByGroup(report)[group].length, 0);
  return {
    fail: n('fail'),
    open: n('open'),
    review: n('review'),
    warning: n('warning'),
    waived: n('waived'),
    pass: n('pass'),
    notApplicable: n('notApplicable'),
  };
}

/** Returns the one sentence that sums up a report: how many findings fail, are open and are for review. */
export function headline(report: Report): Localized {
  const { fail, open, review, pass } = countsByGroup([report]);
  const label = isLoosened(report) ? t.withinLoosened : t.within;
  if (fail + open + review > 0) {
    return t.labelled({ label, text: t.found({ fail, open, review, rest: pass > 0 ? t.restPasses : t.stop }) });
  }
  // If nothing was judged, the headline must not read as compliance.
  return t.labelled({ label, text: pass === 0 ? t.nothingJudged : t.nothingFound });
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

/** Returns the sentence of {@link countsSentence} in pieces, those that count something in its colour. */
export function countsPieces(report: Report): Inline[] {
  return [
    ...countsOf([report]),
    t.grazesCount({ n: report.summary.grazes }),
    waiversText(report),
    comparedSentence([report]),
  ];
}

/**
 * Returns the sentence that counts over all plans of a run, with the number of plans that couldn't be read or judged.
 */
export function totalSentence(results: readonly LintResult[]): Localized {
  return inBoth((locale) => inlineText(totalPieces(results), locale));
}

/** Returns the sentence of {@link totalSentence} in pieces, those that count something in its colour. */
export function totalPieces(results: readonly LintResult[]): Inline[] {
  const read = results.filter((result) => result.ok);
  const unread = results.filter((result) => !result.ok && result.terms === undefined).length;
  const unjudged = results.length - read.length - unread;
  const loosened = read.filter(isLoosened).length;
  const reasons = [
    ...(unread === 0 ? [] : [t.totalUnread({ n: unread })]),
    ...(unjudged === 0 ? [] : [t.totalUnjudged({ n: unjudged })]),
  ];
  return [
    t.total({
      n: results.length,
      without: reasons.length === 0 ? verbatim('') : t.totalWithout({ reasons: joined(reasons, t.semicolon) }),
      loosened: loosened === 0 ? verbatim('') : t.totalLoosened({ n: loosened }),
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
