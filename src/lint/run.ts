// Running rules on a site: levels, fingerprints and the cost of each statement.

import { charge, spendBudget } from '../base/budget.js';
import { sha256 } from '../base/hash.js';
import { amended } from '../base/lazy.js';
import { type Timing, timed } from '../base/timing.js';
import type { ConfiguredLevel, Settings } from '../config/types.js';
import { byPack, type RuleContext } from '../facts/context.js';
import { memoizePerGround } from '../facts/memo.js';
import type { Pack } from '../law/types.js';
import { clausesUnder, findingClass, type Rule, type RuleLevel, type WaiverAccount } from '../rules/rule.js';
import type { Statement, Verdict } from '../rules/verdict.js';
import { engineText } from './notes/texts.js';
import type { LintVerdict } from './types.js';
import { type RuledStatement, type United, unite, Verdicts } from './unite.js';

/**
 * Returns the fingerprint of a finding, by which baselines and code-scanning services recognize it: the SHA-256, in
 * hex, of rule NUL subject. Which laws the fact is judged by doesn't change it.
 */
export function fingerprint(rule: string, subject: string): string {
  return sha256(`${rule}\0${subject}`);
}

/** Levels of severity that the configuration changes, by rule id. `off`: the rule isn't run. */
export type RuleLevels = ReadonlyMap<string, ConfiguredLevel>;

/** Returns the changed levels by rule id. */
export function ruleLevels(changed: Settings['levels'] = []): RuleLevels {
  return new Map(changed.map(({ name, value }) => [name, value]));
}

/**
 * Returns the verdicts of every rule on the site, with rule, level and fingerprint. An error rule that is off gives one
 * open verdict.
 */
export function runRules(
  rules: readonly Rule[],
  context: RuleContext,
  levels: RuleLevels,
  timing: Timing | undefined,
): LintVerdict[] {
  return runWithStatements(rules, context, levels, timing).map(({ verdict }) => verdict);
}

/** A verdict, and the statements of all laws that it combines. */
export interface Signed {
  readonly verdict: LintVerdict;
  readonly statements: readonly RuledStatement[];
}

/** Returns the verdicts as {@link runRules} does, each with its statements. */
export function runWithStatements(
  rules: readonly Rule[],
  context: RuleContext,
  levels: RuleLevels,
  timing: Timing | undefined,
): Signed[] {
  const running = rules.filter(({ id }) => levels.get(id) !== 'off');
  const statements = [
    // Laws first: they spend the budget of work, so a plan that exceeds it stops before the other rules run.
    ...byPack(context).flatMap((own) =>
      statementsOf(
        running.filter((rule) => asks(rule, own.pack)),
        own,
        timing,
      ),
    ),
    ...statementsOf(
      running.filter((rule) => !isOfLaw(rule)),
      context,
      timing,
    ),
  ];
  const silent = rules.filter(({ id, level }) => levels.get(id) === 'off' && level === 'error');
  return [
    ...signed(statements, rules, levels, context),
    ...silent.flatMap((rule) =>
      verdictsOn(context)
        .of([{ rule: rule.id, law: undefined, statement: notRun(rule, context) }], context.pack)
        .map((one) => ({ verdict: sign(rule, 'warning', one), statements: one.all })),
    ),
  ];
}

/**
 * True if the rule judges by a law and so gives verdicts for each pack. The others judge the plan's text or its
 * waivers. Those of the plan that ask a pack for their clauses judge by each.
 */
function isOfLaw({ id, clausesIn }: Rule): boolean {
  return clausesIn !== undefined || !/^(?:plan|waiver)\//.test(id);
}

/** True if the rule judges by a law, and this one asks for it. */
function asks(rule: Rule, pack: Pack): boolean {
  return isOfLaw(rule) && rule.appliesTo?.(pack) !== false;
}

/** Returns what the rules state by the law of `context`, or about the plan itself. */
function statementsOf(rules: readonly Rule[], context: RuleContext, timing: Timing | undefined): RuledStatement[] {
  return rules.flatMap((rule) => {
    const law = isOfLaw(rule) ? context.pack : undefined;
    return checked(rule, context, timing).map((statement) => ({ rule: rule.id, law, statement }));
  });
}

/** Returns what the rule states. Its time is its own: what it asks of `sight` is counted there. */
function checked(rule: Rule, context: RuleContext, timing: Timing | undefined): readonly Statement[] {
  return timed(
    timing,
    rule.id,
    () => charge('rules', rule.id, () => rule.check(context)),
    (statements) => statements.length,
  );
}

/** Returns the open verdict of an error rule that is off: what nobody checked is no pass. */
function notRun(rule: Rule, { site, pack }: RuleContext): Statement {
  return {
    subject: 'off',
    outcome: 'open',
    message: engineText.off({ rule: rule.title }),
    clauses: clausesUnder(rule, pack).filter((id) => pack.penalties.every(({ clause }) => clause !== id)),
    penalties: [],
    place: site.categories[0]?.place ?? site.place,
    related: [],
    dependsOn: { levels: [], devices: [] },
  };
}

/**
 * Returns the verdicts of the rules that judge waivers, such as those on expired and unused ones. They run last, when
 * it is known of each waiver whether it was applied (`accounts`). `levels` says which rules are off.
 */
export function auditWaivers(
  rules: readonly Rule[],
  context: RuleContext,
  accounts: readonly WaiverAccount[],
  levels: RuleLevels,
): LintVerdict[] {
  const statements = rules.flatMap((rule) =>
    levels.get(rule.id) === 'off'
      ? []
      : (rule.audit?.(context, accounts) ?? []).map((statement) => ({ rule: rule.id, law: undefined, statement })),
  );
  return signed(statements, rules, levels, context).map(({ verdict }) => verdict);
}

/** Returns the statements as verdicts, one for each fact, with level and fingerprint. */
function signed(
  statements: readonly RuledStatement[],
  rules: readonly Rule[],
  levels: RuleLevels,
  context: RuleContext,
): Signed[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return verdictsOn(context)
    .of(statements, context.pack)
    .flatMap((one) => {
      const rule = byId.get(one.verdict.rule);
      const level = levels.get(one.verdict.rule) ?? rule?.level;
      return rule === undefined || level === undefined || level === 'off'
        ? []
        : [{ verdict: sign(rule, level, one), statements: one.all }];
    });
}

/** Returns a verdict as it would be by some of its statements alone; undefined if there are none. */
export function verdictBy(
  verdict: LintVerdict,
  statements: readonly RuledStatement[],
  pack: Pack,
): LintVerdict | undefined {
  const [alone] = unite(statements, pack);
  if (alone === undefined) return undefined;
  const { class: class_, level, lowered, fingerprint: known, subject } = verdict;
  return amended(alone, { class: class_, level, ...(lowered && { lowered }), fingerprint: known, subject });
}

/** What was made of statements on one ground: that of a site with another device moved is mostly the same. */
const verdictsOn = memoizePerGround(() => new Verdicts());

/** Budget steps that a verdict costs, with ordering and printing it: one without a finding, one with. */
const [SETTLED, FOUND] = [400, 20_000];

function sign(rule: Rule, level: RuleLevel, one: United): LintVerdict {
  const { outcome } = one.verdict;
  spendBudget(outcome === 'pass' || outcome === 'notApplicable' ? SETTLED : FOUND);
  if (one.signed?.rule !== rule || one.signed.level !== level) {
    one.signed = { rule, level, verdict: signedVerdict(rule, level, one.verdict) };
  }
  return one.signed.verdict;
}

function signedVerdict(rule: Rule, level: RuleLevel, verdict: Verdict): LintVerdict {
  const lowered: true | undefined = rule.level === 'error' && level === 'warning' ? true : undefined;
  return amended(verdict, {
    class: findingClass(rule),
    level,
    ...(lowered && { lowered }),
    fingerprint: fingerprint(verdict.rule, verdict.subject),
  });
}
