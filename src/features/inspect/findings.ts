import { isFinding } from '../../findings/tally.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import { directoryOf } from '../../plan/directory.js';

/** Verdicts that say the same for the same reason. */
export interface FindingReason {
  /** Undefined where faults of the plan are the reason, whatever the rules. */
  readonly rule: string | undefined;
  readonly verdicts: readonly [LintVerdict, ...LintVerdict[]];
}

/** What is open, and why: by rule and what it says, or by the faults of the plan that it rests on; most first. */
export function openReasons(report: Report, level: string | undefined): FindingReason[] {
  const open = report.verdicts.filter(({ outcome, waiver }) => outcome === 'open' && waiver === undefined);
  return by(here(open, report, level), ({ rule, message, tainted }) =>
    tainted === undefined ? [rule, message.id] : [undefined, ...faultRules(tainted.by)],
  );
}

/** What devices see is for lint to say: the plan is as it should be. */
const OF_VIEWS: ReadonlySet<string> = new Set(['plan/unzoned-view', 'plan/sliver-view']);

/** What is wrong with the plan itself, by rule, most first. */
export function planFaults(report: Report, level: string | undefined): FindingReason[] {
  const found = report.verdicts.filter(
    ({ rule, outcome }) => rule.startsWith('plan/') && !OF_VIEWS.has(rule) && isFinding(outcome),
  );
  return by(here(found, report, level), ({ rule }) => [rule]);
}

/** The rules of faults, each named with its subject after it. */
export function faultRules(faults: readonly string[]): string[] {
  return [...new Set(faults.map((fault) => fault.split(' ', 1).join('')))].sort();
}

/** @param reason the rule, then what else tells one reason from another */
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

/** Those that aren't on other levels alone: what is said of the whole site is said of each of its levels. */
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
