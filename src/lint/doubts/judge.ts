// Verdicts on a plan with doubtful elements: the rules run with all of them hiding and with all letting pass.

import { groupBy } from '../../base/arrays.js';
import { attempt, extendBudget, spendBudget, spent } from '../../base/budget.js';
import { memoizeByName } from '../../base/memo.js';
import type { Timing } from '../../base/timing.js';
import type { RuleContext } from '../../facts/context.js';
import { type Taken, variantOf } from '../../plan/doubts/variants.js';
import type { Doubt, Site } from '../../plan/model.js';
import { rule as lightLeak } from '../../rules/plan/light-leak.js';
import { findingClass, type Rule } from '../../rules/rule.js';
import type { Sight } from '../../sight/types.js';
import { type RuleLevels, runRules, runWithStatements } from '../run.js';
import type { LintVerdict } from '../types.js';
import { ByLaw } from './by-law.js';
import { gapDoubts } from './gap-doubts.js';
import { agree, type Both, joined, keyOf, outcomeKey, pairs } from './join.js';
import { type Meeting, MOST, meetingWith } from './meeting.js';
import { type Shared, sharedSight } from './shared-sight.js';

/** Thresholds used if the pack has none: m and px/m. */
const PICKUP = 5;
const PRIVACY_DENSITY = 12.5;

/**
 * Returns the verdicts of the rules. If the plan has doubtful elements, the rules judge it twice: with all of these
 * hiding, and with all letting pass. A verdict with the same outcome in both is decided; any other is open and names
 * the elements that it turns on.
 *
 * @param sightOf makes the sight of a site
 */
export function judgeDoubts(
  rules: readonly Rule[],
  context: RuleContext,
  levels: RuleLevels,
  timing: Timing | undefined,
  sightOf: (site: Site) => Sight,
): readonly LintVerdict[] {
  const { site, sight, pack } = context;
  const gaps = rules.includes(lightLeak) ? gapDoubts(context) : [];
  const doubts = [...(site.doubts ?? []), ...gaps];
  if (doubts.length === 0) return runRules(rules, context, levels, timing);
  const density = pack.parameters.privacyDensity?.value ?? PRIVACY_DENSITY;
  const meeting = meetingWith(sight, doubts, density);
  const pickup = pack.parameters.pickup?.value ?? PICKUP;
  const shared: Shared = { site, sight, doubts, meeting, sightOf, pickup, density };
  const run = (among: readonly Rule[], taken: (doubt: Doubt) => Taken) => {
    const variant = variantOf(site, doubts, taken);
    const seen = sharedSight(variant, shared);
    const signed = runWithStatements(among, { ...context, site: variant, sight: seen }, levels, timing);
    return { seen, signed, verdicts: signed.map(({ verdict }) => verdict) };
  };
  const judging = rules.filter((rule) => !isOnDrawing(rule));
  const before = spent();
  const onDrawing = runRules(rules.filter(isOnDrawing), context, levels, timing);
  const hiding = run(judging, () => 'hiding');
  const steps = spent() - before;
  // The second run is the first one again, in parts: a plan with a fault may take twice the work.
  extendBudget(steps);
  const passing = run(judging, () => 'passing');
  const met = metBy(site, doubts, [meeting, meetingWith(passing.seen, doubts, density)]);
  const both = pairs(hiding.verdicts, passing.verdicts);
  const blamed = attribute(both, met, steps, (round) => {
    const differing = new Set(both.flatMap((pair) => (agree(pair) ? [] : [pair.rule])));
    const among = judging.filter(({ id }) => differing.has(id));
    return run(among, (doubt) => (round.has(doubt) ? 'passing' : 'hiding')).verdicts;
  });
  const laws = new ByLaw([...hiding.signed, ...passing.signed], pack);
  return [...onDrawing, ...joined(both, met, blamed, laws)];
}

/**
 * True if the plan has doubtful elements or gaps between walls, so that the rules judge it in two variants. Such a plan
 * must be judged without reusing results of another run: the search for the one element that a verdict turns on may
 * take as much work as the run took, so that after a cheaper run it would name the elements less exactly.
 */
export function isDoubtful(context: RuleContext): boolean {
  return (context.site.doubts ?? []).length > 0 || gapDoubts(context).length > 0;
}

/** True if a rule reports the drawing as it is, whatever its doubtful elements are taken for. */
function isOnDrawing(rule: Rule): boolean {
  return findingClass(rule) === 'drawing';
}

/**
 * Returns a function that lists the doubtful elements that bear on a verdict: of its levels, and for one on a device
 * and a zone those that the device meets as drawn or if all let pass.
 */
function metBy(site: Site, doubts: readonly Doubt[], meetings: readonly Meeting[]): (pair: Both) => readonly Doubt[] {
  const devices = new Map(site.levels.flatMap((level) => level.devices.map((device) => [device.id, device])));
  const onLevels = memoizeByName((ids: string) => {
    const named = new Set<string>(JSON.parse(ids));
    return doubts.filter(({ levels }) => levels.some((level) => named.has(level)));
  });
  return ({ hiding, passing }) => {
    const verdicts = [hiding, passing].filter((verdict) => verdict !== undefined);
    const here = onLevels(JSON.stringify([...new Set(verdicts.flatMap(({ dependsOn }) => dependsOn.levels))].sort()));
    const device = devices.get(/^[^>]+(?=>)/.exec(verdicts[0]?.subject ?? '')?.[0] ?? '');
    const seen = device === undefined ? [] : meetings.flatMap((meeting) => meeting(device));
    const near = here.length === 0 ? doubts : here;
    spendBudget(near.length);
    const both = seen.length === 0 ? [] : near.filter((doubt) => seen.includes(doubt));
    return both.length > 0 ? both : near;
  };
}

/**
 * Returns, for the verdicts that differ, the doubtful elements that alone change the outcome, by `keyOf`. No entry: none
 * alone does, or that wasn't tried.
 *
 * @param steps that a whole run of the rules took
 * @param run returns the verdicts with these elements alone letting pass
 */
function attribute(
  both: readonly Both[],
  met: (pair: Both) => readonly Doubt[],
  steps: number,
  run: (round: ReadonlySet<Doubt>) => readonly LintVerdict[],
): ReadonlyMap<string, readonly Doubt[]> {
  const blamed = new Map<string, Doubt[]>();
  const open = both.filter((pair) => {
    const { length } = met(pair);
    return !agree(pair) && length > 1 && length <= MOST;
  });
  // The elements of different levels are tried together.
  const byLevel = groupBy([...new Set(open.flatMap(met))], ({ levels }) => levels[0] ?? '');
  const rounds = Math.max(0, ...[...byLevel.values()].map((doubts) => doubts.length));
  const tryRound = (n: number): void => {
    const round = new Set([...byLevel.values()].flatMap((doubts) => doubts[n] ?? []));
    const verdicts = new Map(run(round).map((verdict) => [keyOf(verdict), verdict]));
    for (const pair of open) {
      const changed = met(pair).filter((doubt) => round.has(doubt));
      const same = outcomeKey(verdicts.get(pair.key)) === outcomeKey(pair.hiding);
      if (changed.length > 0 && !same) blamed.set(pair.key, [...(blamed.get(pair.key) ?? []), ...changed]);
    }
  };
  const isTried = attempt(steps, () => {
    for (let n = 0; n < rounds; n += 1) tryRound(n);
    return true;
  });
  // Which of them it is stays untold; that it is one of them doesn't.
  if (isTried === undefined) blamed.clear();
  return blamed;
}
