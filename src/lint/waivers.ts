// Waivers: which apply, which don't and why.
import { groupBy } from '../base/arrays.js';
import { isDay } from '../i18n/day.js';
import type { Waiver } from '../plan/model.js';
import type { Rule, WaiverAccount, WaiverState } from '../rules/rule.js';
import type { Outcome } from '../rules/verdict.js';
import { nearest } from '../source/suggest.js';
import type { LintVerdict } from './types.js';

const FINDINGS: ReadonlySet<Outcome> = new Set(['fail', 'open', 'review']);

/**
 * Returns the state of every waiver, in the plan's order. A finding takes the first valid waiver that names its rule
 * and exact subject; a second one is unused. If `refused` is true, none is applied.
 */
export function waiverAccounts(
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
export function waive(verdicts: readonly LintVerdict[], accounts: readonly WaiverAccount[]): LintVerdict[] {
  const applied = new Map(
    accounts.filter(({ state }) => state === 'applied').map(({ waiver }) => [keyOf(waiver), waiver]),
  );
  return verdicts.map((verdict) => {
    const waiver = isFinding(verdict) ? applied.get(keyOf(verdict)) : undefined;
    return waiver === undefined ? verdict : { ...verdict, waiver };
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
  // A finding that only a fault made open is not the one that the author had in mind.
  if (named.some((verdict) => verdict.tainted !== undefined)) return 'undecided';
  return named.some(isFinding) && !taken.has(keyOf(waiver)) ? 'applied' : 'unused';
}

function isFinding({ outcome }: LintVerdict): boolean {
  return FINDINGS.has(outcome);
}

function keyOf({ rule, subject }: { readonly rule: string; readonly subject: string }): string {
  return `${rule}\0${subject}`;
}
