import { hash } from 'node:crypto';
import { spendBudget } from '../base/budget.js';
import type { ConfiguredLevel, Settings } from '../config/types.js';
import { byPack, type RuleContext } from '../facts/context.js';
import { DEFAULT_PACK } from '../law/load.js';
import { clausesUnder, type Rule, type RuleLevel, type WaiverAccount } from '../rules/rule.js';
import type { Statement } from '../rules/verdict.js';
import type { LintVerdict } from './types.js';

/**
 * sha256 of rule NUL subject, hex: what a baseline or a code-scanning service knows a finding by. Several packs say the same
 * of the same thing: of one that isn't the default, NUL and its id follow.
 */
export function fingerprint(rule: string, subject: string, pack: string = DEFAULT_PACK): string {
  return hash('sha256', `${rule}\0${subject}${pack === DEFAULT_PACK ? '' : `\0${pack}`}`, 'hex');
}

/** The level of a rule that a configuration gives another than its own; `off`: it isn't run. */
export type RuleLevels = ReadonlyMap<string, ConfiguredLevel>;

export function ruleLevels(changed: Settings['levels'] = []): RuleLevels {
  return new Map(changed.map(({ name, value }) => [name, value]));
}

/** Every rule's verdicts on the site, with rule, level and fingerprint filled in; one of each error rule that is off. */
export function runRules(rules: readonly Rule[], context: RuleContext, levels: RuleLevels): LintVerdict[] {
  return [
    // The law first: what a plan costs is counted there, so that one that costs too much ends before the rest is asked.
    ...byPack(context).flatMap((own) => runByPack(rules, own, levels)),
    ...run(
      rules.filter((rule) => !isOfLaw(rule)),
      levels,
      undefined,
      (rule) => rule.check(context),
    ),
    ...rules
      .filter(({ id, level }) => levels.get(id) === 'off' && level === 'error')
      .map((rule) => sign(rule, 'warning', notRun(rule, context), undefined)),
  ];
}

/** Whether what it says is a verdict by a law, and so one of each pack; the others speak of the plan or its waivers. */
function isOfLaw({ id }: Rule): boolean {
  return !id.startsWith('plan/') && !id.startsWith('waiver/');
}

function runByPack(rules: readonly Rule[], context: RuleContext, levels: RuleLevels): LintVerdict[] {
  const { pack } = context;
  const asked = rules.filter((rule) => isOfLaw(rule) && rule.appliesTo?.(pack) !== false);
  return run(asked, levels, pack.id, (rule) => rule.check(context));
}

/** What nobody looked at isn't a pass: its clauses are open. */
function notRun(rule: Rule, { site, pack }: RuleContext): Statement {
  return {
    subject: 'off',
    outcome: 'open',
    message: { id: 'engine/off', params: { rule: rule.title } },
    clauses: clausesUnder(rule, pack),
    penalties: [],
    place: site.categories[0]?.place ?? site.place,
    related: [],
    dependsOn: { levels: [], devices: [] },
  };
}

/** What the rules on waivers say, once every waiver is accounted for. */
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

/** Steps that a statement costs, with ordering and printing it. */
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
