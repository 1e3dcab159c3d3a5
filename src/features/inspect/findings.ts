// Open verdicts and faults of the plan, grouped by reason.

import type { LintVerdict, Report } from '../../lint/types.js';
import { directoryOf } from '../../plan/directory.js';
import { isFinding } from '../../rules/verdict.js';

/**
 * Verdicts that a survey counts together: faults of the plan by one rule; open verdicts of one rule with the same
 * message; or open verdicts that rest on faults of the same rules.
 */
export interface FindingReason {
  /** Rule id; undefined if faults of the plan are the reason, whatever the rule. */
  readonly rule: string | undefined;
  readonly verdicts: readonly [LintVerdict, ...LintVerdict[]];
}

/**
 * Returns the open verdicts, without waived ones, grouped by rule and message or by the rules of the faults they rest
 * on; largest group first.
 *
 * @param level id of the level to restrict to, with what is on no level; undefined: the whole site
 */
export function openReasons(report: Report, level: string | undefined): FindingReason[] {
  const open = report.verdicts.filter(({ outcome, waiver }) => outcome === 'open' && waiver === undefined);
  return by(here(open, report, level), (verdict) => {
    const faults = faultsOf(verdict);
    return faults.length === 0 ? [verdict.rule, verdict.message.id] : [undefined, ...faultRules(faults)];
  });
}

/** Returns the faults that a verdict is open for, each as `rule subject`; [] if there are none. */
export function faultsOf({ tainted, doubt }: LintVerdict): readonly string[] {
  return (tainted ?? doubt)?.by ?? [];
}

/** Rules on what devices see. They report no fault of the plan, so they are left to lint. */
const OF_VIEWS: ReadonlySet<string> = new Set(['plan/unzoned-view', 'plan/sliver-view']);

/**
 * Returns the faults of the plan itself, by rule; largest group first. Findings of `plan/` rules on what devices see
 * are left out.
 *
 * @param level id of the level to restrict to, with what is on no level; undefined: the whole site
 */
export function planFaults(report: Report, level: string | undefined): FindingReason[] {
  const found = report.verdicts.filter(
    ({ rule, outcome }) => rule.startsWith('plan/') && !OF_VIEWS.has(rule) && isFinding(outcome),
  );
  return by(here(found, report, level), ({ rule }) => [rule]);
}

/** Returns the rules of faults that are written as rule, space, subject; each once, sorted. */
export function faultRules(faults: readonly string[]): string[] {
  return [...new Set(faults.map((fault) => fault.split(' ', 1).join('')))].sort();
}

/**
 * Returns the verdicts grouped by reason, largest group first.
 *
 * @param reason the rule, then what else tells one reason from another
 */
function by(
  verdicts: readonly LintVerdict[],
  reason: (verdict: LintVerdict) => readonly [string | undefined, ...string[]],
): FindingReason[] {
  const groups = new Map<string, { rule: string | undefined; verdicts: [LintVerdict, ...LintVerdict[]] }>();
  for (const verdict of verdicts) {
    const [rule, ...rest] = reason(verdict);
    const key = JSON.stringify([rule ?? null, ...rest]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { rule, verdicts: [verdict] });
    else known.verdicts.push(verdict);
  }
  return [...groups.values()].sort((a, b) => b.verdicts.length - a.verdicts.length);
}

/**
 * Returns the verdicts that aren't about other levels alone. Those about the whole site belong to each of its levels.
 */
function here(verdicts: readonly LintVerdict[], { site }: Report, level: string | undefined): readonly LintVerdict[] {
  if (level === undefined) return verdicts;
  const { zones } = directoryOf(site);
  const others = new Map<string, readonly string[]>([...zones].map(([id, zone]) => [id, zone.levels]));
  for (const { id, openings, walls, devices } of site.levels) {
    for (const element of [...openings, ...walls, ...devices]) others.set(element.id, [id]);
    others.set(id, [id]);
  }
  return verdicts.filter(({ subject }) => {
    const named = subject.split(/[>/@]/).flatMap((id) => others.get(id) ?? []);
    return named.length === 0 || named.includes(level);
  });
}
