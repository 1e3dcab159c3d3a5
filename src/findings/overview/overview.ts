// Several plans of a run at a glance: the state of each, the table of those that fail, the table by rule.
import { countsForExit, type FailOn } from '../../lint/exit.js';
import type { LintResult, LintVerdict, Report } from '../../lint/types.js';
import { isInBaseline } from '../baseline-words.js';
import { hasLeftOut } from '../cautions.js';
import { type Numbered, numberedFindings } from '../numbering.js';
import { FINDING_GROUPS, type VerdictGroup, verdictGroup, verdictsByGroup } from '../tally.js';

/**
 * The state of a plan: `unjudged` without verdicts; `fails` with a finding that counts for the exit code; `noted` with
 * anything else that a reader must see (reviews, warnings, waivers, unchanged and gone findings); `clean` with nothing.
 */
export type PlanState = 'unjudged' | 'fails' | 'noted' | 'clean';

/** Summary of one plan of a run: state, counts and worst finding. */
export interface PlanOverview {
  /** Index of the plan in the run, from 0. */
  readonly index: number;
  readonly result: LintResult;
  readonly state: PlanState;
  /** Number of fails that the baseline doesn't hold unchanged. */
  readonly fail: number;
  /** Number of open verdicts that the baseline doesn't hold unchanged. */
  readonly open: number;
  /** The gravest finding that counts for the exit code; undefined if there is none. */
  readonly worst: LintVerdict | undefined;
}

/** Returns the least grave kind of finding that makes a plan fail (`--fail-on`); `index` is its place in the run, from 0. */
export type LevelOf = (index: number) => FailOn;

/** Returns a summary of each plan, in the order of the run. */
export function overviewsOf(results: readonly LintResult[], levelOf: LevelOf): PlanOverview[] {
  return results.map((result, index) => {
    if (!result.ok) return { index, result, state: 'unjudged', fail: 0, open: 0, worst: undefined };
    const groups = verdictsByGroup(result);
    const fresh = (group: VerdictGroup) => groups[group].filter((verdict) => !isInBaseline(verdict)).length;
    const worst = worstOf(result, levelOf(index));
    const state = worst !== undefined ? 'fails' : isClean(result) ? 'clean' : 'noted';
    return { index, result, state, fail: fresh('fail'), open: fresh('open'), worst };
  });
}

/** Returns the plans that fail or have no verdicts: those without verdicts first, then the most fails, then opens. */
export function failing(overviews: readonly PlanOverview[]): PlanOverview[] {
  const rank = ({ state }: PlanOverview) => (state === 'unjudged' ? 0 : 1);
  return overviews
    .filter(({ state }) => state === 'unjudged' || state === 'fails')
    .toSorted((a, b) => rank(a) - rank(b) || b.fail - a.fail || b.open - a.open || a.index - b.index);
}

/** Returns the numbered findings that make the plan fail at `level`, in the order of the report. */
export function failingFindings(report: Report, level: FailOn): Numbered[] {
  return numberedFindings(report).filter(({ first, rest }) =>
    [first, ...rest].some((verdict) => countsForExit(verdict, level)),
  );
}

/** Returns the gravest verdict that counts. What a fault leaves undecided isn't numbered, but counts. */
function worstOf(report: Report, level: FailOn): LintVerdict | undefined {
  const [worst] = failingFindings(report, level);
  return worst?.first ?? report.verdicts.find((verdict) => countsForExit(verdict, level));
}

/** True if a reader has nothing to look at. What the author leaves out of a plan isn't there to be found. */
function isClean(report: Report): boolean {
  if (hasLeftOut(report)) return false;
  const groups = verdictsByGroup(report);
  const listed = [...FINDING_GROUPS, 'waived', 'undecided'] as const;
  return listed.every((group) => groups[group].length === 0) && (report.baseline?.gone ?? []).length === 0;
}

/** What one rule found in all plans of a run. */
export interface RuleCounts {
  readonly rule: string;
  /** Number of findings in each group. */
  readonly counts: Readonly<Record<(typeof FINDING_GROUPS)[number], number>>;
  /** Number of plans that these findings are in. */
  readonly plans: number;
}

/** Returns what each rule found, the most fails first, then opens, reviews, faults of the drawing and warnings. */
export function countsByRule(results: readonly LintResult[]): RuleCounts[] {
  const rules = new Map<string, { counts: Record<(typeof FINDING_GROUPS)[number], number>; plans: Set<number> }>();
  for (const [index, result] of results.entries()) {
    if (!result.ok) continue;
    for (const verdict of result.verdicts) {
      const group = FINDING_GROUPS.find((one) => one === verdictGroup(verdict));
      if (group === undefined) continue;
      const row = rules.get(verdict.rule) ?? {
        counts: { fail: 0, open: 0, review: 0, drawing: 0, warning: 0 },
        plans: new Set(),
      };
      rules.set(verdict.rule, row);
      row.counts[group] += 1;
      row.plans.add(index);
    }
  }
  return [...rules]
    .map(([rule, { counts, plans }]) => ({ rule, counts, plans: plans.size }))
    .sort(
      (a, b) =>
        FINDING_GROUPS.reduce((order, group) => order || b.counts[group] - a.counts[group], 0) ||
        (a.rule < b.rule ? -1 : 1),
    );
}
