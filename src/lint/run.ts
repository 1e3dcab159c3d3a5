// Running rules on a site: levels, fingerprints and the cost of each statement.

import { spendBudget } from '../base/budget.js';
import { sha256 } from '../base/hash.js';
import { type Timing, timed } from '../base/timing.js';
import type { ConfiguredLevel, Settings } from '../config/types.js';
import { byPack, type RuleContext } from '../facts/context.js';
import { DEFAULT_PACK } from '../law/load.js';
import { clausesUnder, type Rule, type RuleLevel, type WaiverAccount } from '../rules/rule.js';
import type { Statement } from '../rules/verdict.js';
import { engineText } from './notes/texts.js';
import type { LintVerdict } from './types.js';

/**
 * Returns the fingerprint of a finding, by which baselines and code-scanning services recognize it: the SHA-256, in
 * hex, of rule NUL subject. Several packs may judge one subject by one rule, so for a pack other than the default NUL
 * and its id follow.
 */
export function fingerprint(rule: string, subject: string, pack: string = DEFAULT_PACK): string {
  return sha256(`${rule}\0${subject}${pack === DEFAULT_PACK ? '' : `\0${pack}`}`);
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
  return [
    // Laws first: they spend the budget of work, so a plan that exceeds it stops before the other rules run.
    ...byPack(context).flatMap((own) => runByPack(rules, own, levels, timing)),
    ...run(
      rules.filter((rule) => !isOfLaw(rule)),
      levels,
      undefined,
      (rule) => checked(rule, context, timing),
    ),
    ...rules
      .filter(({ id, level }) => levels.get(id) === 'off' && level === 'error')
      .map((rule) => sign(rule, 'warning', notRun(rule, context), undefined)),
  ];
}

/**
 * True if the rule judges by a law and so gives verdicts for each pack. The others judge the plan's text or its
 * waivers.
 */
function isOfLaw({ id }: Rule): boolean {
  return !id.startsWith('plan/') && !id.startsWith('waiver/');
}

function runByPack(
  rules: readonly Rule[],
  context: RuleContext,
  levels: RuleLevels,
  timing: Timing | undefined,
): LintVerdict[] {
  const { pack } = context;
  const asked = rules.filter((rule) => isOfLaw(rule) && rule.appliesTo?.(pack) !== false);
  return run(asked, levels, pack.id, (rule) => checked(rule, context, timing));
}

/** Returns what the rule states. Its time is its own: what it asks of `sight` is counted there. */
function checked(rule: Rule, context: RuleContext, timing: Timing | undefined): readonly Statement[] {
  return timed(
    timing,
    rule.id,
    () => rule.check(context),
    (statements) => statements.length,
  );
}

/** Returns the open verdict of an error rule that is off: what nobody checked is no pass. */
function notRun(rule: Rule, { site, pack }: RuleContext): Statement {
  return {
    subject: 'off',
    outcome: 'open',
    message: engineText.off({ rule: rule.title }),
    clauses: clausesUnder(rule, pack),
    penalties: [],
    place: site.categories[0]?.place ?? site.place,
    related: [],
    dependsOn: { levels: [], devices: [] },
  };
}

/** Returns the verdicts of the rules on waivers, which run once every waiver has its state. */
export function auditWaivers(
  rules: readonly Rule[],
  context: RuleContext,
  accounts: readonly WaiverAccount[],
  levels: RuleLevels,
): LintVerdict[] {
  return run(rules, levels, undefined, (rule) => rule.audit?.(context, accounts) ?? []);
}

function run(
  rules: readonly Rule[],
  levels: RuleLevels,
  pack: string | undefined,
  said: (rule: Rule) => readonly Statement[],
): LintVerdict[] {
  return rules.flatMap((rule) => {
    const level = levels.get(rule.id) ?? rule.level;
    return level === 'off' ? [] : said(rule).map((statement) => sign(rule, level, statement, pack));
  });
}

/** Budget steps that a statement costs, with ordering and printing it: one without a finding, one with. */
const [SETTLED, FOUND] = [400, 20_000];

function sign(rule: Rule, level: RuleLevel, statement: Statement, pack: string | undefined): LintVerdict {
  spendBudget(statement.outcome === 'pass' || statement.outcome === 'notApplicable' ? SETTLED : FOUND);
  const lowered: true | undefined = rule.level === 'error' && level === 'warning' ? true : undefined;
  return {
    ...statement,
    rule: rule.id,
    ...(pack !== undefined && pack !== DEFAULT_PACK && { pack }),
    level,
    ...(lowered && { lowered }),
    fingerprint: fingerprint(rule.id, statement.subject, pack),
  };
}
