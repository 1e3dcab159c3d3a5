// The engine: from a site and its sight to a report, one step after another.

import { groupBy } from '../base/arrays.js';
import { amended } from '../base/lazy.js';
import { byCodeUnit } from '../base/order.js';
import type { Timing } from '../base/timing.js';
import type { Settings } from '../config/types.js';
import type { RuleContext } from '../facts/context.js';
import { namesSomething } from '../i18n/content.js';
import { isDay } from '../i18n/day.js';
import type { Localized } from '../i18n/locale.js';
import type { Catalogues } from '../models/types.js';
import type { Site, Waiver } from '../plan/model.js';
import type { Rule, WaiverAccount, WaiverState } from '../rules/rule.js';
import { isFinding } from '../rules/verdict.js';
import { createSight } from '../sight/sight.js';
import type { Sight } from '../sight/types.js';
import { nearest } from '../source/suggest.js';
import type { Place, Span } from '../source/types.js';
import { withoutTicks } from './checklist.js';
import { answered, type DecisionOnPlan } from './decisions.js';
import { acrossLevels } from './doubts/across.js';
import { judgeDoubts } from './doubts/judge.js';
import { assumptionsOf, optionAssumptions } from './notes/assumptions.js';
import { cautionsOf, configuredAssumptions } from './notes/cautions.js';
import { auditWaivers, ruleLevels } from './run.js';
import { summarise } from './summary.js';
import { cacheSight } from './support/report-sight.js';
import { taint } from './taint.js';
import { trustCautions } from './trust/cautions.js';
import type { LintVerdict, Report } from './types.js';

/**
 * What `assess` needs beside the plan and the rules: what the configuration sets for the plan (`settings`), the
 * decisions on it, and options of the run as `LintTerms` has them.
 */
export interface AssessTerms {
  readonly settings: Settings;
  readonly noWaivers?: boolean;
  readonly distrust?: boolean;
  readonly refused?: readonly Localized[];
  readonly exit?: Localized;
  readonly catalogues?: Catalogues;
  /** Decisions on this plan. */
  readonly decided?: readonly DecisionOnPlan[];
}

/**
 * Inputs of `assess` beside the site: the day (YYYY-MM-DD), the rules, where in its file a place lies (`spanOf`), the
 * terms, and what takes the time of each rule (`timing`).
 */
export interface AssessOptions {
  readonly today: string;
  readonly rules: readonly Rule[];
  readonly spanOf: (place: Place) => Span | undefined;
  readonly terms?: AssessTerms;
  readonly timing?: Timing | undefined;
  /** Makes the sight of another variant of the site; absent: as `createSight` does. */
  readonly sightOf?: (site: Site) => Sight;
}

/**
 * Returns the report on `site`. Steps: run the rules in every variant, taint verdicts by faults, apply waivers and
 * decisions, audit the waivers, order, count, list assumptions and cautions.
 *
 * @param sight answers what the devices of `site` see and hear
 */
export function assess(
  site: Site,
  sight: Sight,
  { today, rules, spanOf, terms, timing, sightOf = createSight }: AssessOptions,
): Report {
  const context: RuleContext = { site, sight, pack: site.pack, today };
  cacheSight(site, sight);
  const levels = ruleLevels(terms?.settings.levels);
  const { verdicts: found, checklist } = withoutTicks(
    taint(judgeDoubts(rules, context, levels, timing, sightOf), site, acrossLevels(context, sightOf)),
  );
  const accounts = waiverAccounts(site.waivers, found, rules, today, terms?.noWaivers);
  const { verdicts: settled, cautions: decided } = answered(waive(found, accounts), site, terms?.decided ?? []);
  const verdicts = order([...settled, ...auditWaivers(rules, context, accounts, levels)], spanOf);
  const said =
    terms === undefined
      ? []
      : [...optionAssumptions(terms), ...configuredAssumptions(terms.settings, rules, site.pack)];
  const cautions = [
    ...(terms === undefined ? [] : cautionsOf(terms.settings, site, terms, rules, today)),
    ...decided,
    ...(terms?.distrust === true ? trustCautions(context) : []),
  ];
  return {
    ok: true,
    path: site.place.path,
    site,
    pack: site.pack,
    today,
    files: site.files,
    verdicts,
    summary: summarise(verdicts),
    checklist,
    assumptions: assumptionsOf(site, today, said),
    ...(cautions.length === 0 ? {} : { cautions }),
  };
}

/**
 * Returns the verdicts ordered by (path, line, column, rule, subject). Compares texts by code unit, so that output
 * never depends on a locale.
 */
export function order(verdicts: readonly LintVerdict[], spanOf: (place: Place) => Span | undefined): LintVerdict[] {
  return verdicts
    .map((verdict) => ({ verdict, at: spanOf(verdict.place)?.start ?? { line: 0, column: 0 } }))
    .sort(
      (a, b) =>
        byCodeUnit(a.verdict.place.path, b.verdict.place.path) ||
        a.at.line - b.at.line ||
        a.at.column - b.at.column ||
        byCodeUnit(a.verdict.rule, b.verdict.rule) ||
        byCodeUnit(a.verdict.subject, b.verdict.subject),
    )
    .map(({ verdict }) => verdict);
}

/**
 * Returns the state of every waiver, in the plan's order. A finding takes the first valid waiver that names its rule
 * and exact subject; a second one is unused. If `refused` is true, none is applied.
 */
function waiverAccounts(
  waivers: readonly Waiver[],
  verdicts: readonly LintVerdict[],
  rules: readonly Rule[],
  today: string,
  refused = false,
): WaiverAccount[] {
  const taken = new Set<string>();
  const byKey = groupBy(waivers.length === 0 ? [] : verdicts, keyOf);
  return waivers.map((waiver) => {
    const rule = rules.find(({ id }) => id === waiver.rule);
    if (rule === undefined) return unknown(waiver, rules);
    const state = stateOf(waiver, rule, byKey.get(keyOf(waiver)) ?? [], today, taken);
    if (state === 'applied') taken.add(keyOf(waiver));
    return { waiver, state: refused && state === 'applied' ? 'refused' : state, title: rule.title };
  });
}

/** Returns the verdicts, each finding that a waiver sets aside with that waiver. */
function waive(verdicts: readonly LintVerdict[], accounts: readonly WaiverAccount[]): LintVerdict[] {
  const applied = new Map(
    accounts.filter(({ state }) => state === 'applied').map(({ waiver }) => [keyOf(waiver), waiver]),
  );
  return verdicts.map((verdict) => {
    const waiver = isFinding(verdict.outcome) ? applied.get(keyOf(verdict)) : undefined;
    return waiver === undefined ? verdict : amended(verdict, { waiver });
  });
}

function unknown(waiver: Waiver, rules: readonly Rule[]): WaiverAccount {
  const suggestion = nearest(
    waiver.rule,
    rules.map(({ id }) => id),
  );
  return { waiver, state: 'unknown', ...(suggestion === undefined ? {} : { suggestion }) };
}

function stateOf(
  waiver: Waiver,
  rule: Rule,
  named: readonly LintVerdict[],
  today: string,
  taken: ReadonlySet<string>,
): WaiverState {
  if (!rule.waivable) return 'forbidden';
  if (!isDay(waiver.until) || waiver.until < today) return 'expired';
  if (![waiver.reason, waiver.by].every(namesSomething)) return 'unfounded';
  // A finding that only a fault made open is not the one that the author had in mind.
  if (named.some(({ tainted, doubt }) => tainted !== undefined || doubt !== undefined)) return 'undecided';
  return named.some(({ outcome }) => isFinding(outcome)) && !taken.has(keyOf(waiver)) ? 'applied' : 'unused';
}

function keyOf({ rule, subject }: { readonly rule: string; readonly subject: string }): string {
  return `${rule}\0${subject}`;
}
